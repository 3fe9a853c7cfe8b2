"""What a curator who holds the originals is shown: an article beside its facts, and what a new one brings."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.claims.prospects import Prospect, find_prospects
from generator.evidence.collect import Reading
from generator.evidence.fingerprint import NEAR_COPY, overlap
from generator.evidence.recapture import compare_captures
from generator.model import DateSpan, Evidence, Figure, Library, Mention, Paragraph
from generator.source import display_width

WIDTH = 96
"""Terminal cells of a line of the article."""


def render_reading(evidence: Evidence, reading: Reading) -> str:
    """Return the paragraphs of an article with their citations, and under each what was found in it."""
    published = evidence.found.published
    head = [
        f"{evidence.article}: {evidence.found.title or 'no headline found'}",
        f"published {published.first} ({published.basis})" if published else "no day of publication found",
    ]
    blocks = [
        "\n".join(_block(evidence.article, paragraph, text))
        for paragraph, text in zip(evidence.paragraphs, reading.texts, strict=True)
    ]
    return "\n\n".join(["\n".join(head), *blocks])


def _block(article: str, paragraph: Paragraph, text: str) -> Iterator[str]:
    yield f"[@{article}, {paragraph.locator}]" + "".join(f"  → {slug}" for slug in paragraph.briefings)
    yield textwrap.indent("\n".join(wrapped(text)), "    ")
    found = [_figure(figure) for figure in paragraph.figures] + [_date(date) for date in paragraph.dates]
    for words in found:
        yield f"  · {words}"
    if paragraph.mentions:
        yield "  · " + ", ".join(_mention(mention) for mention in paragraph.mentions)


def wrapped(text: str) -> Iterator[str]:
    """Yield *text* in lines of WIDTH cells, broken at blanks; Korean letters take two cells."""
    line = ""
    for word in text.split():
        if line and display_width(line) + 1 + display_width(word) > WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _figure(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return f"{figure.text} = {figure.unit}, vague"
    amount = f"{figure.low:,f}" if figure.low == figure.high else f"{figure.low:,f} to {figure.high:,f}"
    return f"{figure.text} = {amount} {figure.unit}" + (f" ({figure.bound})" if figure.bound else "")


def _date(date: DateSpan) -> str:
    if date.first is None:
        return f"{date.text} = not known" + (f" ({date.edtf})" if date.edtf else "")
    return f"{date.text} = {date.first}" + (f" to {date.last}" if date.last != date.first else "")


def _mention(mention: Mention) -> str:
    return f"{mention.text} = {mention.entity}" + (" (carried over)" if mention.via else "")


# ---------------------------------------------------------------------------------------- what ingest says at the end


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, in words."""

    words: str
    is_failure: bool = False


def render_ingested(
    evidence: Evidence, before: Evidence | None, library: Library, strangers: Sequence[tuple[str, int]]
) -> str:
    """Return what was found in an article, where it goes, and what a curator may do with it, with YAML to paste.

    *before* is the evidence of an earlier capture, *strangers* the names that no table knows.
    """
    lines = [f"{evidence.article}: {_contents(evidence)}"]
    copies = dict(_near_copies(evidence, library))
    for other, share in copies.items():
        lines.append(f"  shares {share:.0%} of its sampled words with {other}: one origin, not two")
        lines.append(f"    if it is {other} captured again: briefing ingest {evidence.original.name} --as {other}")
    if before is not None:
        moves = [move for move in compare_captures(before, evidence) if move.kind != "same"]
        return "\n".join(lines + [f"  {move.words}{_ADVICE[move.kind]}" for move in moves])
    prospects = tuple(find_prospects(evidence, library, copies.keys()))
    for prospect in prospects:
        if prospect.kind != "adds":
            lines.append(f"  {_PROSPECTS[prospect.kind]} {prospect.record}: {prospect.value.text}, {prospect.locator}")
            lines.append(f"    {_said_yaml(evidence, prospect, library)}")
    added = [f"{one.value.text} ({one.locator})" for one in prospects if one.kind == "adds"]
    if added:
        lines.append("  figures that the ledger does not have: " + ", ".join(added))
    if strangers:
        lines.append("  names that stand here more than once and are in no table, ready to complete and paste:")
        lines += [f"    {words}" for name, count in strangers for words in _entity_yaml(name, count, evidence.language)]
    return "\n".join(lines)


def _near_copies(evidence: Evidence, library: Library) -> Iterator[tuple[str, float]]:
    """Yield the articles that print the text of *evidence*, with the share of it that they have in common."""
    for other in library.evidence.values():
        share = overlap(evidence.fingerprint, other.fingerprint)
        if other.article != evidence.article and share >= NEAR_COPY:
            yield other.article, share


_ADVICE = {"moved": "; move its citations", "changed": "; look at its citations", "gone": "", "new": ""}
_PROSPECTS = {"confirms": "may confirm", "repeats": "repeats, in the same text,", "differs": "may differ from"}


def _contents(evidence: Evidence) -> str:
    paragraphs = evidence.paragraphs
    counts = {
        "paragraphs": len(paragraphs),
        "figures": sum(len(one.figures) for one in paragraphs),
        "dates": sum(len(one.dates) for one in paragraphs),
        "names": sum(len(one.mentions) for one in paragraphs),
    }
    slugs = sorted({slug for one in paragraphs for slug in one.briefings})
    words = ", ".join(f"{number} {what}" for what, number in counts.items())
    return f"{words}; for {', '.join(slugs) or 'no briefing yet'}"


def _said_yaml(evidence: Evidence, prospect: Prospect, library: Library) -> str:
    """Return the line to paste below ``said:`` of a fact, or the citation to add to that of an event."""
    if prospect.record in library.events:
        return f'cite: "…; @{evidence.article}, {prospect.locator}"'
    value = prospect.value.text.replace('"', "'")
    if isinstance(prospect.value, DateSpan):
        value = prospect.value.edtf
    return f'- {{value: "{value}", origin: reporter, cite: "@{evidence.article}, {prospect.locator}"}}'


def _entity_yaml(name: str, count: int, language: str) -> tuple[str, ...]:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "write-an-id"
    return (
        f"- id: {slug}  # {count} times",
        "  kind: org",
        f"  names: {{{language}: {json.dumps(name, ensure_ascii=False)}}}",
    )
