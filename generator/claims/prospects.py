"""What new evidence may do to the ledger: confirm a fact or an event, differ from a fact, or add one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.claims.comparison import bounds_of, is_alike, is_same_date, is_same_figure
from generator.claims.values import Value, read_value
from generator.model import DateSpan, Event, Evidence, Fact, Figure, FigureKind, Library, Paragraph, Precision

TOLD = (FigureKind.MONEY, FigureKind.COUNT, FigureKind.PERCENT, FigureKind.MULTIPLE)
"""Figures worth a line: a duration alone ("five years") says nothing of a fact."""
FAR = 3
"""Times from which a figure of the same unit measures something else: two reports of one sum differ by less."""
_TOLD_DATES = frozenset({Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.HALF})


@dataclass(frozen=True, slots=True)
class Prospect:
    """What one figure or date of a new article may mean for the ledger."""

    kind: str
    """"confirms", "differs" or "adds"; "repeats" where the ledger has it from another print of the same text."""
    value: Figure | DateSpan
    locator: str
    record: str | None
    """Id of the fact or event that it may confirm or differ from."""
    briefings: tuple[str, ...]


def find_prospects(evidence: Evidence, library: Library, copies: Set[str]) -> Iterator[Prospect]:
    """Yield for each figure and date of *evidence* what it may do, paragraph by paragraph; each value once in each.

    A figure may confirm a fact of equal value. It may differ from the nearest one of the same unit and size that is
    about somebody named in its paragraph and shown in a briefing the paragraph belongs to. A date may confirm a fact or
    an event of that very date; a date that no record has says nothing. What the ledger has from *copies* alone, which
    are articles with the same text, is only repeated. A person decides.
    """
    known = {fact.id: value for fact in library.facts.values() if (value := _figure_of(fact)) is not None}
    for paragraph in evidence.paragraphs:
        seen: list[Figure] = []
        for figure in paragraph.figures:
            if figure.low is None or figure.kind not in TOLD or any(is_same_figure(figure, one) for one in seen):
                continue
            seen.append(figure)
            yield _judged(_prospect(figure, paragraph, known, library), copies, library)
        for prospect in _dated(paragraph, library):
            yield _judged(prospect, copies, library)


def _judged(prospect: Prospect, copies: Set[str], library: Library) -> Prospect:
    """Return *prospect* as a repetition where the ledger has the value from *copies* of the same text alone."""
    if prospect.kind != "confirms" or prospect.record is None:
        return prospect
    fact, event = library.facts.get(prospect.record), library.events.get(prospect.record)
    citations = [one for said in fact.said for one in said.citations] if fact else event.citations if event else ()
    return replace(prospect, kind="repeats") if {one.article for one in citations} <= copies else prospect


def _dated(paragraph: Paragraph, library: Library) -> Iterator[Prospect]:
    """Yield the facts and events whose very date stands in *paragraph* beside whom they are about.

    A bare year is too little.
    """
    records: list[tuple[Fact | Event, Value]] = [
        (fact, value) for fact in library.facts.values() for value in map(read_value, fact.said[:1])
    ]
    records += [(event, event.when) for event in library.events.values() if event.when is not None]
    for record, when in records:
        if not isinstance(when, DateSpan) or when.precision not in _TOLD_DATES:
            continue
        if record.of and set(record.of) <= _named(paragraph):
            date = next((one for one in paragraph.dates if is_same_date(one, when)), None)
            if date is not None:
                yield Prospect("confirms", date, paragraph.locator, record.id, paragraph.briefings)


def _figure_of(fact: Fact) -> Figure | None:
    values = (read_value(said) for said in fact.said)
    return next((value for value in values if isinstance(value, Figure) and value.low is not None), None)


def _prospect(figure: Figure, paragraph: Paragraph, known: Mapping[str, Figure], library: Library) -> Prospect:
    kind, fact = "adds", None
    equal = [name for name, value in known.items() if is_same_figure(value, figure)]
    near = [
        name
        for name, value in known.items()
        if is_alike(value, figure) and _touches(library.facts[name], paragraph) and _distance(value, figure) <= FAR
    ]
    both = [name for name in equal if _is_about(library.facts[name], paragraph)]
    if both or (equal and figure.kind is FigureKind.MONEY):
        kind, fact = "confirms", (both or equal)[0]
    elif near:
        kind, fact = "differs", min(near, key=lambda name: _distance(known[name], figure))
    return Prospect(kind, figure, paragraph.locator, fact, paragraph.briefings)


def _distance(one: Figure, other: Figure) -> Decimal:
    """Return how many times the larger of two figures the smaller goes into it: 1 for equal ones."""
    small, large = sorted((abs(bounds_of(one)[1]), abs(bounds_of(other)[1])))
    return large / small if small else Decimal("Infinity")


def _is_about(record: Fact | Event, paragraph: Paragraph) -> bool:
    """Return whether *paragraph* names everyone that *record* is about and belongs to one of its briefings."""
    return set(record.of) <= _named(paragraph) and _touches(record, paragraph)


def _touches(record: Fact | Event, paragraph: Paragraph) -> bool:
    """Return whether *paragraph* names somebody that *record* is about and belongs to one of its briefings."""
    return bool(set(record.of) & _named(paragraph)) and bool(set(record.briefings) & set(paragraph.briefings))


def _named(paragraph: Paragraph) -> set[str]:
    return {mention.entity for mention in paragraph.mentions}
