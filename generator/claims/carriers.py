"""What a claim rests on: the paragraphs it cites, what each gives, and where else a value might be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from generator.claims.comparison import (
    Fit,
    base_unit,
    bounds_of,
    date_fit,
    ends_of,
    figure_fit,
    is_alike,
    is_from_to,
    show_date,
    show_figure,
)
from generator.claims.date_parts import part_of, weekday_of
from generator.language.dates_lengths import months_told, whole_span
from generator.model import Claim, DateSpan, Figure, FigureKind, Library, Paragraph, Precision, Site

SHOWN_PARAGRAPHS = 3
"""How many paragraphs a finding quotes the values of."""
KEPT_PLACES = 20
"""How many of the paragraphs that give one value are looked at for a suggestion."""
LEAST_BARE = 10
"""From which number on one without a noun may be a count; smaller ones are numbers of lists, parts and games."""
SHOWN_VALUES = 4
"""How many values of a paragraph it quotes."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A paragraph of an article, as a citation names it."""

    article: str
    paragraph: Paragraph

    @property
    def label(self) -> str:
        """The paragraph as a citation writes it, "ked-2024-10-10, ¶1"."""
        return f"{self.article}, {self.paragraph.locator}"


def carriers_of(claim: Claim) -> tuple[Carrier, ...]:
    """Return the paragraphs that *claim* rests on, in the order of its citations."""
    return tuple(
        Carrier(support.article.id, paragraph) for support in claim.supports for paragraph in support.paragraphs
    )


def has_all_evidence(library: Library) -> bool:
    """Return whether we know what every article says; one without evidence has its own finding."""
    return library.articles.keys() <= library.evidence.keys()


def has_lost_citation(claim: Claim, library: Library) -> bool:
    """Return whether a citation of *claim* points at nothing: that has its own finding, and more cannot be judged.

    Title and summary rest on the bottom line, and lose with it what has no evidence.
    """
    if claim.place.kind in ("title", "summary") and not has_all_evidence(library):
        return True
    found = {(support.article.id, support.citation.locator) for support in claim.supports}
    return any((citation.article, citation.locator) not in found for citation in claim.statement.citations)


def cited_by_briefing(site: Site) -> dict[str, tuple[Carrier, ...]]:
    """Return the paragraphs that the prose of each briefing cites: what its subheadings and open questions rest on."""
    found: dict[str, dict[tuple[str, str], Carrier]] = {}
    for claim in site.claims:
        if claim.place.kind == "prose":
            known = found.setdefault(claim.place.id, {})
            for carrier in carriers_of(claim):
                known.setdefault((carrier.article, carrier.paragraph.locator), carrier)
    return {briefing: tuple(carriers.values()) for briefing, carriers in found.items()}


def find_figure_elsewhere(stated: Figure, claim: Claim, library: Library) -> Carrier | None:
    """Return another paragraph that carries a figure: of the articles that *claim* cites, else of any other.

    Of other articles only those that give the very number are looked at.
    """
    for carrier in _beside(claim, library):
        if best_figure_fit(stated, (carrier,)) is Fit.CARRIED:
            return carrier
    if stated.is_vague:
        return None
    others = _index(_Same(library)).figures.get(_figure_key(stated), ())
    fits = (one for one in others if best_figure_fit(stated, (one,)) is Fit.CARRIED)
    return next(_uncited(claim, fits), None)


def find_date_elsewhere(stated: DateSpan, claim: Claim, library: Library) -> Carrier | None:
    """Return another paragraph that carries a date: of the articles that *claim* cites, else one with that date."""
    for carrier in _beside(claim, library):
        if best_date_fit(stated, (carrier,)) is Fit.CARRIED:
            return carrier
    others = _index(_Same(library)).dates.get(stated.edtf, ()) if stated.edtf else ()
    fits = (one for one in others if best_date_fit(stated, (one,)) is Fit.CARRIED)
    return next(_uncited(claim, fits), None)


def _beside(claim: Claim, library: Library) -> Iterator[Carrier]:
    """Yield the other paragraphs of the articles that *claim* cites."""
    cited = dict.fromkeys(support.article.id for support in claim.supports)
    everything = (Carrier(article, one) for article in cited for one in library.evidence[article].paragraphs)
    return _uncited(claim, everything)


def _uncited(claim: Claim, carriers: Iterable[Carrier]) -> Iterator[Carrier]:
    own = {(carrier.article, carrier.paragraph.locator) for carrier in carriers_of(claim)}
    return (one for one in carriers if (one.article, one.paragraph.locator) not in own)


class _Same:
    """A library as a key: two are equal only when they are one and the same."""

    __slots__ = ("library",)

    def __init__(self, library: Library) -> None:
        self.library = library

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.library is other.library

    def __hash__(self) -> int:
        return id(self.library)


_FigureKey = tuple[str, Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class _Index:
    """Where each value stands first, a few paragraphs each."""

    figures: dict[_FigureKey, list[Carrier]]
    dates: dict[str, list[Carrier]]


def _figure_key(figure: Figure) -> _FigureKey:
    return base_unit(figure)[0], *bounds_of(figure)


@lru_cache(maxsize=2)
def _index(key: _Same) -> _Index:
    # Made once for all findings, and only when there is one: a search for each would grow with articles times faults.
    index = _Index({}, {})
    for article, evidence in key.library.evidence.items():
        for paragraph in evidence.paragraphs:
            carrier = Carrier(article, paragraph)
            for figure in paragraph.figures:
                if not figure.is_vague:
                    _keep(index.figures.setdefault(_figure_key(figure), []), carrier)
            for date in paragraph.dates:
                if date.edtf:
                    _keep(index.dates.setdefault(date.edtf, []), carrier)
    return index


def _keep(carriers: list[Carrier], carrier: Carrier) -> None:
    if len(carriers) < KEPT_PLACES:
        carriers.append(carrier)


# ------------------------------------------------------------------------------------------------ what they carry


def best_figure_fit(stated: Figure, carriers: Iterable[Carrier]) -> Fit:
    """Return the nearest that any of *carriers* comes to a figure of ours; a range may be given by its two ends."""
    best = min((_figure_fit_of(stated, carrier.paragraph) for carrier in carriers), default=Fit.UNLIKE)
    if best is not Fit.CARRIED and any(_gives_both_ends(stated, carrier.paragraph) for carrier in carriers):
        return Fit.CARRIED
    return best


def _figure_fit_of(stated: Figure, paragraph: Paragraph) -> Fit:
    """Return the nearest that a paragraph comes to *stated*: a number that it gives itself stands under its own bound.

    "At least 3 trillion" is not carried by 3.99 trillion where "about 3 trillion" stands beside it.
    """
    numbers = _bare_counts(paragraph) if stated.kind is FigureKind.COUNT else ()
    fits = [(figure_fit(stated, given), given) for given in (*paragraph.figures, *numbers)]
    best = min((fit for fit, _ in fits), default=Fit.UNLIKE)
    if best is not Fit.CARRIED or all(fit is not Fit.BOUND for fit, _ in fits):
        return best
    is_equal = any(fit is Fit.CARRIED and bounds_of(stated) == bounds_of(given) for fit, given in fits)
    return Fit.CARRIED if is_equal else Fit.BOUND


def _bare_counts(paragraph: Paragraph) -> Iterator[Figure]:
    """Yield the numbers that stand without a noun, as counts: what they count may be known from the words around."""
    for number in paragraph.numbers or ():
        is_count = number.low is not None and (number.low >= LEAST_BARE or number.text.lower() == "twice")
        if not number.unit and is_count:
            yield replace(number, unit="count")


def _gives_both_ends(stated: Figure, paragraph: Paragraph) -> bool:
    """Return whether both ends of a range of ours stand in a paragraph as two figures."""
    if stated.low is None or stated.low == stated.high:
        return False
    given = {
        bounds_of(figure)[0]
        for figure in paragraph.figures
        if is_alike(stated, figure) and not figure.is_vague and figure.low == figure.high
    }
    return set(bounds_of(stated)) <= given


def best_date_fit(stated: DateSpan, carriers: Iterable[Carrier]) -> Fit:
    """Return the nearest that any of *carriers* comes to a date of ours; a span may be given by its two ends."""
    fits = [
        date_fit(stated, given)
        for carrier in carriers
        for given in carrier.paragraph.dates
        if not _is_coarser_by_chance(stated, given, carrier.paragraph)
    ]
    best = min(fits, default=Fit.OTHER)
    if best is not Fit.CARRIED and any(_dates_both_ends(stated, carrier.paragraph) for carrier in carriers):
        return Fit.CARRIED
    return best


def is_told_by_date(figure: Figure, dates: Iterable[DateSpan], carriers: tuple[Carrier, ...]) -> bool:
    """Return whether a figure is part of a date that is carried as a whole: "the first six months of 2025"."""
    around = (date for date in dates if date.start <= figure.start and figure.end <= date.end)
    return any(
        (figure.unit != "month" or figure.low == _months_of(date))
        and best_date_fit(whole_span(date) or date, carriers) is Fit.CARRIED
        for date in around
    )


def _months_of(date: DateSpan) -> int | None:
    """Return how many months a date lasts."""
    if date.first is None or date.last is None:
        return None
    years = date.last.year - date.first.year
    return months_told(date.text) or years * 12 + date.last.month - date.first.month + 1


_UP_TO_BEFORE = re.compile(r"\b(?:by|until|till|before|within|through|to)(?: the)?(?: very)? $", re.IGNORECASE)
_UP_TO_AFTER = re.compile("(?:쯤)?(?:까지| ?안에| ?이내| ?내에| ?전)")


def date_part_fit(text: str, date: DateSpan, carriers: tuple[Carrier, ...]) -> Fit:
    """Return the fit of what a carried date in our *text* says beside: a weekday, or a part of its period.

    "Early 2025" is not all of 2025; but "by the end of 2025" says no more than that.
    """
    part, weekday = part_of(date), weekday_of(text, date)
    if part is None and weekday is None:
        return Fit.CARRIED
    dates = (one for carrier in carriers for one in carrier.paragraph.dates)
    carrying = [one for one in dates if date_fit(date, one) is Fit.CARRIED]
    if part is None:
        days = [date.first] if date.first else [one.first for one in carrying]
        is_told = not days or any(day is None or day.weekday() == weekday for day in days)
        return Fit.CARRIED if is_told else Fit.OTHER
    is_limit = 2 in part.thirds and (
        date.text.lower().startswith("by ")
        or _UP_TO_BEFORE.search(text[: date.start])
        or _UP_TO_AFTER.match(text, date.end)
    )
    fits = []
    for given in carrying:
        is_whole, theirs = (given.first, given.last) == (date.first, date.last), part_of(given)
        if theirs is not None:
            fits.append(Fit.CARRIED if part.meets(theirs) or not is_whole else Fit.OTHER)
        elif is_limit or (not is_whole and part.holds(date, given)):
            fits.append(Fit.CARRIED)
        else:
            fits.append(Fit.FINER if is_whole else Fit.OTHER)
    return min(fits, default=Fit.CARRIED)


def _is_coarser_by_chance(stated: DateSpan, given: DateSpan, paragraph: Paragraph) -> bool:
    """Return whether a day or month merely falls into a quarter of ours, where the paragraph speaks in quarters itself.

    Nobody writes "the third quarter" for a Tuesday when another quarter stands beside it, nor for a month when another
    quarter of that year, or the same one of another year, does; the same holds of halves.
    """
    if stated.precision not in _SEASONAL or given.precision in _SEASONAL:
        return False
    beside = [one for one in paragraph.dates if one.precision is stated.precision]
    if given.precision is not Precision.MONTH:
        return bool(beside)
    return any(set(stated.edtf.split("-")) & set(one.edtf.split("-")) for one in beside)


_SEASONAL = frozenset({Precision.QUARTER, Precision.HALF})


def _dates_both_ends(stated: DateSpan, paragraph: Paragraph) -> bool:
    """Return whether a span of ours begins with one date of a paragraph and ends with another, or says less of each."""
    if stated.first is None or not is_from_to(stated):
        return False
    dates = paragraph.dates
    if any(stated.first == one.first for one in dates) and any(stated.last == one.last for one in dates):
        return True
    ends = [end for end in ends_of(stated) if end is not None]
    return len(ends) == 2 and all(any(date_fit(end, one) is Fit.CARRIED for one in dates) for end in ends)


# --------------------------------------------------------------------------------------------- what they give instead


def figure_notes(stated: Figure, carriers: tuple[Carrier, ...]) -> tuple[str, ...]:
    """Return a line for each of the nearest *carriers*, saying which figures it gives, nearest first."""
    ranked = [
        sorted((_figure_distance(stated, given), given.start, given) for given in carrier.paragraph.figures)
        for carrier in carriers
    ]
    lines = []
    order = sorted(range(len(carriers)), key=lambda index: (ranked[index][0][0] if ranked[index] else _FAR, index))
    for index in order[:SHOWN_PARAGRAPHS]:
        shown = [_with_words(show_figure(given), given.text) for _, _, given in ranked[index]]
        lines.append(f"evidence {carriers[index].label} gives {_listed(shown, 'no figure')}")
    return tuple(lines)


_FAR = (int(Fit.UNLIKE) + 1, Decimal(0))


def _figure_distance(stated: Figure, given: Figure) -> tuple[int, Decimal]:
    fit = figure_fit(stated, given)
    if fit is Fit.UNLIKE or stated.is_vague or given.is_vague:
        return int(fit), Decimal(stated.kind is not given.kind)
    return int(fit), abs(bounds_of(stated)[0] - bounds_of(given)[0])


def date_notes(stated: DateSpan, carriers: tuple[Carrier, ...]) -> tuple[str, ...]:
    """Return a line for each of the nearest *carriers*, saying which dates it gives, nearest first."""
    ranked = [
        sorted((_date_distance(stated, given), given.start, given.edtf, given) for given in carrier.paragraph.dates)
        for carrier in carriers
    ]
    lines = []
    order = sorted(range(len(carriers)), key=lambda index: (ranked[index][0][0] if ranked[index] else (9, 0), index))
    for index in order[:SHOWN_PARAGRAPHS]:
        shown = [_with_words(show_date(given), given.text) for *_, given in ranked[index]]
        lines.append(f"evidence {carriers[index].label} gives {_listed(shown, 'no date')}")
    return tuple(lines)


def _date_distance(stated: DateSpan, given: DateSpan) -> tuple[int, int]:
    if stated.first is None or given.first is None:
        return int(date_fit(stated, given)), 0
    return int(date_fit(stated, given)), abs((stated.first - given.first).days)


def _with_words(shown: str, words: str) -> str:
    return shown if words == shown else f"{shown} ({words})"


def _listed(shown: list[str], nothing: str) -> str:
    once = list(dict.fromkeys(shown))
    more = len(once) - SHOWN_VALUES
    return "; ".join(once[:SHOWN_VALUES]) + (f"; and {more} more" if more > 0 else "") if once else nothing
