"""Evidence <-> the format briefing-evidence/1: written with the same bytes every time, read strictly."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any, TypeVar

from generator.evidence.fingerprint import hashes_text
from generator.evidence.positions import find_positions, read_json
from generator.evidence.record import SOUGHT, Faults, Reader, read_tree
from generator.finding import Finding, Rule, Severity
from generator.model import DateSpan, Evidence, Figure, Mention, Paragraph, Published, Quotation
from generator.source import Source

FORMAT = "briefing-evidence/1"
_REMAKE = "make the evidence again from the original: it is written by the program only"

EVIDENCE_SYNTAX = Rule(
    "B140",
    Severity.ERROR,
    """
An evidence file is not JSON.

Why: evidence is written by the program only; a file that it did not write proves nothing.
Bad: a merge conflict left in seeds/evidence/kbs-2024-09-30.json
Good: the file as `briefing ingest` wrote it
""",
)
EVIDENCE_FORMAT = Rule(
    "B141",
    Severity.ERROR,
    """
An evidence file is in a format that is not known here.

Why: the fields of another version may mean something else.
Bad: "format": "briefing-evidence/9"
Good: "format": "briefing-evidence/1"
""",
)
EVIDENCE_FIELD = Rule(
    "B142",
    Severity.ERROR,
    """
A field of an evidence file is missing, unknown or not what the format says.

Why: evidence changed by hand could make any statement look supported.
Bad: "low": "2.4e12"
Good: "low": "2400000000000"
""",
)

_Fact = TypeVar("_Fact", Figure, DateSpan, Mention)


def evidence_text(evidence: Evidence) -> str:
    """Return *evidence* as JSON: two blanks of indent, keys in a fixed order, ending with a line feed."""
    sought = tuple(key for key in SOUGHT if all(getattr(one, key) is not None for one in evidence.paragraphs))
    tree = {
        "format": FORMAT,
        "article": evidence.article,
        "language": evidence.language,
        "original": {
            "name": evidence.original.name,
            "sha256": evidence.original.sha256,
            "media_type": evidence.original.media_type,
        },
        "found": {
            "title": evidence.found.title,
            "publisher": evidence.found.publisher,
            "published": _published(evidence.found.published),
            "authors": list(evidence.found.authors),
            "editors": list(evidence.found.editors),
        },
        "lines": None
        if evidence.lines is None
        else {str(number): evidence.lines[number] for number in sorted(evidence.lines)},
        "sought": list(sought),
        "paragraphs": [_paragraph(paragraph, sought) for paragraph in evidence.paragraphs],
        "made": {"extractor": evidence.made.extractor, "tables": evidence.made.tables},
        "fingerprint": {"scheme": evidence.fingerprint.scheme, "hashes": hashes_text(evidence.fingerprint.hashes)},
        "quotations": [_quotation(quotation) for quotation in evidence.quotations],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def read_evidence(source: Source) -> tuple[Evidence | None, tuple[Finding, ...]]:
    """Return the evidence in *source*, or None and a finding for each fault, with its place."""
    try:
        tree, twice = read_json(source.text)
    except (ValueError, RecursionError) as fault:
        at = fault.pos if isinstance(fault, json.JSONDecodeError) else 0
        message = fault.msg.lower() if isinstance(fault, json.JSONDecodeError) else "the file is nested too deeply"
        return None, (Finding(EVIDENCE_SYNTAX, source.span(at, at + 1), message, help=_REMAKE),)
    version = tree.get("format") if isinstance(tree, dict) else None
    if version != FORMAT:
        place = find_positions(source.text).get(("format",), (0, 1))
        message = f"format is {version!r}, not {FORMAT!r}"
        return None, (Finding(EVIDENCE_FORMAT, source.span(*place), message, help=_REMAKE),)
    faults = Faults()
    for key in twice:
        faults.add((), f"field {key!r} stands twice in one object")
    reader = Reader(tree, (), faults)
    evidence = read_tree(reader)
    reader.close()
    if not faults.found:
        return evidence, ()
    places = find_positions(source.text)
    findings = []
    for path, message in faults.found:
        known = next(path[:size] for size in range(len(path), -1, -1) if path[:size] in places)
        start, end = places[known]
        # A whole object as a place would underline pages: its first letter is enough.
        findings.append(Finding(EVIDENCE_FIELD, source.span(start, min(end, start + 80)), message, help=_REMAKE))
    return None, tuple(findings)


def decimal_text(value: Decimal) -> str:
    """Return *value* in plain digits, without an exponent and without idle zeros.

    >>> decimal_text(Decimal("2.40E+12")), decimal_text(Decimal("17.90"))
    ('2400000000000', '17.9')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _published(published: Published | None) -> dict[str, str] | None:
    if published is None:
        return None
    return {"first": published.first.isoformat(), "last": published.last.isoformat(), "basis": published.basis}


def _paragraph(paragraph: Paragraph, sought: Collection[str]) -> dict[str, Any]:
    """Return a paragraph; what was *sought* in all of them is left out where none was found."""
    more: dict[str, Any] = {}
    if paragraph.strangers or (paragraph.strangers is not None and "strangers" not in sought):
        more["strangers"] = list(paragraph.strangers)
    if paragraph.numbers or (paragraph.numbers is not None and "numbers" not in sought):
        more["numbers"] = [_figure(number) for number in _in_place(paragraph.numbers)]
    return {
        "locator": paragraph.locator,
        "kind": paragraph.kind,
        "line": paragraph.line,
        "words": paragraph.words,
        "briefings": list(paragraph.briefings),
        "figures": [_figure(figure) for figure in _in_place(paragraph.figures)],
        "dates": [_date(date) for date in _in_place(paragraph.dates)],
        "mentions": [_mention(mention) for mention in _in_place(paragraph.mentions)],
        **more,
        "digest": paragraph.digest,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "text": figure.text,
        "start": figure.start,
        "kind": str(figure.kind),
        "low": None if figure.low is None else decimal_text(figure.low),
        "high": None if figure.high is None else decimal_text(figure.high),
        "unit": figure.unit,
        "approx": figure.approx,
    }
    if figure.bound is not None:
        tree["bound"] = str(figure.bound)
    if figure.is_vague:
        tree["vague"] = True
    return tree


def _date(date: DateSpan) -> dict[str, Any]:
    return {
        "text": date.text,
        "start": date.start,
        "first": date.first.isoformat() if date.first else None,
        "last": date.last.isoformat() if date.last else None,
        "precision": str(date.precision),
        "edtf": date.edtf,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    tree: dict[str, Any] = {"text": mention.text, "start": mention.start, "entity": mention.entity}
    return {**tree, "via": mention.via} if mention.via else tree


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {"locator": quotation.locator, "digest": quotation.digest, "by": quotation.by}


def _in_place(facts: Iterable[_Fact]) -> list[_Fact]:
    return sorted(facts, key=lambda fact: (fact.start, fact.end))  # stable: equal places keep their order
