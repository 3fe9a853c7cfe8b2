"""``ledger/facts.yaml`` and ``ledger/events.yaml``: what sources say to a question, and what happened when."""

from __future__ import annotations

from collections.abc import Mapping

from generator.claims.records import citations_of, words_of
from generator.claims.shapes import (
    BAD_VALUE,
    ID,
    ID_PATTERN,
    MISSING_KEY,
    Choice,
    Field,
    ListOf,
    Localised,
    Record,
    RecordOf,
    Report,
    Text,
    When,
)
from generator.claims.yaml import Node
from generator.finding import Finding
from generator.language.dates import parse_when
from generator.model import Citation, Difference, Event, Fact, Said, Statement, Written

STATUSES = ("happened", "planned", "superseded")
DIFFERENCE_KINDS = (
    "same",
    "more precise",
    "different measure",
    "later update",
    "impossible within one source",
    "unresolved",
)
SHOWN = ("page", "click", "curator")
ORIGINS = ("reporter", "unnamed", "official")
"""Origins that are no entity: the reporter's own account, a source not named, an official."""

SAID = RecordOf(
    {
        "value": Field(Localised(or_plain=True), True, help='"2.4 trillion won", "September 2024" or {en: …, ko: …}'),
        "origin": Field(
            ListOf(ID, or_one=True), True, help="who made the claim: entities, reporter, unnamed or official"
        ),
        "by": Field(ID, help="the person who said it"),
        "cite": Field(Text(), True, help='"@article, ¶1; @other, ¶2"'),
    }
)
DIFFERENCE = RecordOf(
    {
        "kind": Field(Choice(DIFFERENCE_KINDS), True),
        "show": Field(Choice(SHOWN), True, help="on the page, one click away, or for the curator only"),
        "with": Field(ListOf(ID), help="further facts that take part"),
        "note": Field(Localised(), help="what a reader should know; may carry citations"),
    }
)
FACT = RecordOf(
    {
        "id": Field(ID, True),
        "what": Field(Localised(), True, help="the question: what is measured or asked"),
        "of": Field(ListOf(ID, or_one=True), help="whom or what it is about: entities"),
        "period": Field(When(parse_when), help="the time it is about, as EDTF"),
        "status": Field(Choice(STATUSES)),
        "briefings": Field(ListOf(ID), help="where it is shown"),
        "part_of": Field(ID, help="the fact whose value is the whole of this part"),
        "calc": Field(
            Text(rf"{ID_PATTERN}( [-+*/] {ID_PATTERN})+", "facts joined by + - * /, with blanks"),
            help="a derived value",
        ),
        "difference": Field(DIFFERENCE, help="the curator's word where sources differ"),
        "said": Field(ListOf(SAID), help="what each source says"),
    }
)
FACTS = ListOf(FACT)
EVENT = RecordOf(
    {
        "id": Field(ID, True),
        "when": Field(When(parse_when), True, is_nullable=True, help="EDTF or words; null when no article dates it"),
        "what": Field(Localised(), True, help="one sentence"),
        "status": Field(Choice(STATUSES), True),
        "of": Field(ListOf(ID, or_one=True), help="whom it is about: entities"),
        "briefings": Field(ListOf(ID), help="where it is shown"),
        "cite": Field(Text(), True, help='"@article, ¶1; @other, ¶2"'),
    }
)
EVENTS = ListOf(EVENT)


def read_facts(node: Node, report: Report) -> tuple[Fact, ...]:
    """Return the facts of the ledger, those without an id or a question left out."""
    return tuple(_fact(record, report) for record in FACTS.read(node, report) if record["id"] and record["what"])


def _fact(record: Record, report: Report) -> Fact:
    said = tuple(_said(one, report) for one in record["said"] or () if one["value"])
    if bool(record["said"]) == bool(record["calc"]):
        help = "give what the sources say (said:) or how it is derived (calc:), one of the two"
        report(Finding(MISSING_KEY, record["id"].span, "fact needs either said or calc", help=help))
    cited = tuple(dict.fromkeys(citation for one in said for citation in one.citations))
    return Fact(
        id=record["id"].text,
        span=record["id"].span,
        what=words_of(record["what"], cited, report),
        of=_ids(record["of"]),
        period=record["period"],
        status=record["status"],
        briefings=_ids(record["briefings"]),
        said=said,
        part_of=record["part_of"].text if record["part_of"] else None,
        calc=record["calc"].text if record["calc"] else None,
        difference=_difference(record["difference"], cited, report),
        span_of=record.spans,
    )


def _said(record: Record, report: Report) -> Said:
    citations = citations_of(record["cite"], report)
    values: Mapping[str, Written] = record["value"]
    return Said(
        span=record.span,
        value=words_of(values, citations, report),
        origin=_ids(record["origin"]),
        by=record["by"].text if record["by"] else None,
        citations=citations,
    )


def _difference(record: Record | None, cited: tuple[Citation, ...], report: Report) -> Difference | None:
    if record is None or record["kind"] is None or record["show"] is None:
        return None
    note: dict[str, Statement] = words_of(record["note"], cited, report)
    return Difference(record.span, record["kind"], record["show"], note, _ids(record["with"]))


def read_events(node: Node, report: Report) -> tuple[Event, ...]:
    """Return the events of the timeline, those without an id or words left out."""
    return tuple(
        _event(record, report)
        for record in EVENTS.read(node, report)
        if record["id"] and record["what"] and record["status"]
    )


def _event(record: Record, report: Report) -> Event:
    citations = citations_of(record["cite"], report)
    if record["cite"] is not None and not citations:
        report(Finding(BAD_VALUE, record["cite"].span, "event cites nothing", help='cite: "@article, ¶1"'))
    return Event(
        id=record["id"].text,
        span=record["id"].span,
        when=record["when"],
        when_span=record.spans.get("when", record["id"].span),
        what=words_of(record["what"], citations, report),
        status=record["status"],
        of=_ids(record["of"]),
        briefings=_ids(record["briefings"]),
        citations=citations,
        span_of=record.spans,
    )


def _ids(written: tuple[Written, ...] | None) -> tuple[str, ...]:
    return tuple(one.text for one in written or ())
