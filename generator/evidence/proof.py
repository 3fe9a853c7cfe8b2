"""Evidence proved again: the same, stale (made by other rules or tables), or wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.tables import made_today
from generator.finding import Finding, Rule, Severity
from generator.model import DateSpan, Evidence, Figure, Found, Library, Mention, Paragraph
from generator.source import Source, Span

EVIDENCE_STALE = Rule(
    "B143",
    Severity.NOTE,
    """
Evidence was made with older rules or with another table of names and routes.

Why: today's program would perhaps find more in the same original; who holds it can make the evidence again.
Bad: an alias added to seeds/entities, and no ingest since
Good: `briefing ingest` run on the originals again
""",
)
EVIDENCE_WRONG = Rule(
    "B144",
    Severity.ERROR,
    """
Evidence is not what its original gives by the same rules and tables.

Why: then it was changed by hand, or belongs to another file, and proves nothing.
Bad: "low": "3000000" in the evidence, three thousand in the original
Good: the evidence as `briefing ingest` wrote it
""",
)


@dataclass(frozen=True, slots=True)
class Proof:
    """What comparing evidence with a fresh reading of its original gave."""

    state: str
    """"same", "stale" or "wrong"."""
    differences: tuple[str, ...]
    """In words; for stale evidence, what making it again would change."""


def verify(evidence: Evidence, fresh: Evidence) -> Proof:
    """Return whether *evidence* is what *fresh*, made from the original just now, says.

    Evidence made by the same rules with the same tables must be the same to the last figure, else it is wrong. Made by
    others, it is stale, unless its original is another file: then it is wrong in any case.
    """
    if evidence.original.sha256 != fresh.original.sha256:
        return Proof("wrong", (f"the original is another file: sha256 {fresh.original.sha256[:12]}…",))
    differences = tuple(_differences(evidence, fresh))
    if evidence.made != fresh.made:
        return Proof("stale", (*_ages(evidence, fresh), *differences))
    return Proof("wrong" if differences else "same", differences)


def find_stale(library: Library, folder: str) -> Iterator[Finding]:
    """Yield a note at the start of each evidence of *library* that was made with other rules or tables than today's.

    *folder* is the seeds folder as findings print it. Whether such evidence is still right, only its original can tell.
    """
    today = made_today(library)
    for article, evidence in library.evidence.items():
        reasons = []
        if evidence.made.extractor != today.extractor:
            reasons.append("other rules")
        if evidence.made.tables != today.tables:
            reasons.append("another table of names and routes")
        if reasons:
            message = f"evidence of {article} is stale: made with {' and '.join(reasons)}"
            yield Finding(
                EVIDENCE_STALE, head_of(folder, article), message, help="ingest the original again, where it is at hand"
            )


def head_of(folder: str, article: str) -> Span:
    """Return the place of the evidence of *article* below *folder*, the seeds: its first brace."""
    # The program writes evidence, and always begins it so.
    return Source(f"{folder}/evidence/{article}.json", "{\n").span(0, 1)


def find_wrong(evidence: Evidence, span: Span, fresh: Evidence) -> Iterator[Finding]:
    """Yield an error at *span*, the evidence's place, when *fresh* proves it wrong."""
    proof = verify(evidence, fresh)
    if proof.state == "wrong":
        message = f"evidence of {evidence.article} is not what its original gives"
        help = f"briefing ingest {evidence.original.name}, where the original is at hand"
        yield Finding(EVIDENCE_WRONG, span, message, notes=proof.differences[:12], help=help)


def _ages(evidence: Evidence, fresh: Evidence) -> Iterator[str]:
    if evidence.made.extractor != fresh.made.extractor:
        yield f"made by rules {evidence.made.extractor}, now {fresh.made.extractor}"
    if evidence.made.tables != fresh.made.tables:
        yield "made with another table of names and routes"


def _differences(evidence: Evidence, fresh: Evidence) -> Iterator[str]:
    if evidence.language != fresh.language:
        yield f"language {evidence.language}, in the original {fresh.language}"
    if evidence.original != fresh.original:
        yield f"original {evidence.original.name}, read from {fresh.original.name}"
    yield from _found_differences(evidence.found, fresh.found)
    yield from _line_differences(evidence, fresh)
    ours = {paragraph.locator: paragraph for paragraph in evidence.paragraphs}
    theirs = {paragraph.locator: paragraph for paragraph in fresh.paragraphs}
    for locator in dict.fromkeys([*ours, *theirs]):
        if locator not in theirs:
            yield f"{locator} is not in the original"
        elif locator not in ours:
            yield f"{locator} of the original is missing"
        else:
            yield from _paragraph_differences(ours[locator], theirs[locator])
    if evidence.fingerprint != fresh.fingerprint:
        yield "the fingerprint differs"
    if evidence.quotations != fresh.quotations:
        yield f"{len(evidence.quotations)} quotations, in the original {len(fresh.quotations)}, or others"


def _found_differences(ours: Found, theirs: Found) -> Iterator[str]:
    for name in ("title", "publisher", "published", "authors", "editors"):
        one, other = getattr(ours, name), getattr(theirs, name)
        if one != other:
            yield f"{name} {_plain(one)}, in the original {_plain(other)}"


def _line_differences(evidence: Evidence, fresh: Evidence) -> Iterator[str]:
    ours, theirs = evidence.lines or {}, fresh.lines or {}
    for number in sorted({*ours, *theirs}):
        if ours.get(number) != theirs.get(number):
            yield f"line {number} labelled {ours.get(number)}, in the original {theirs.get(number)}"


def _paragraph_differences(ours: Paragraph, theirs: Paragraph) -> Iterator[str]:
    where = ours.locator
    for name, one, other in (
        ("figure", ours.figures, theirs.figures),
        ("number", ours.numbers or (), theirs.numbers or ()),
        ("date", ours.dates, theirs.dates),
        ("name", ours.mentions, theirs.mentions),
    ):
        for fact in one:
            if fact not in other:
                yield f"{where}: {name} {_fact(fact)} is not in the original"
        for fact in other:
            if fact not in one:
                yield f"{where}: {name} {_fact(fact)} of the original is missing"
    for name in ("kind", "line", "words", "briefings", "strangers", "digest"):
        if getattr(ours, name) != getattr(theirs, name):
            yield f"{where}: {name} {_plain(getattr(ours, name))}, in the original {_plain(getattr(theirs, name))}"


def _fact(fact: Figure | DateSpan | Mention) -> str:
    if isinstance(fact, Figure):
        value = (
            "vague" if fact.low is None else f"{fact.low:f}" + ("" if fact.high == fact.low else f" to {fact.high:f}")
        )
        return f"{fact.text!r} ({value} {fact.unit})"
    if isinstance(fact, DateSpan):
        return f"{fact.text!r} ({fact.edtf or 'open'})"
    return f"{fact.text!r} ({fact.entity})"


def _plain(value: object) -> str:
    if value is None or value == ():
        return "nothing"
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    first = getattr(value, "first", None)
    return (
        f"{first} ({getattr(value, 'basis', '')})" if first else repr(value) if isinstance(value, str) else str(value)
    )
