"""Where sources differ about a fact: compared like with like, by value, and sorted by what kind of difference it is.

Pages show what :func:`differences` returns, and the checks hold the curator's word on each against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from generator.claims.carriers import Carrier, best_date_fit, best_figure_fit
from generator.claims.comparison import Fit, date_fit, is_alike, is_from_to, is_same_date, is_same_figure
from generator.claims.limits import can_agree, is_points, limits_of
from generator.claims.values import Value, read_value
from generator.model import Article, DateSpan, Fact, Figure, Library, Said, Site, Statement

GRAVITY = (
    "same",
    "more precise",
    "different measure",
    "later update",
    "unresolved",
    "impossible within one source",
)
"""The kinds of difference, the lightest first."""

_LEAP_YEAR = tuple(date(2000, 1, 1) + timedelta(count) for count in range(366))

_SHOWN = {"same": "curator", "more precise": "click"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What one source says to a fact's question."""

    fact: str
    index: int
    """Position among the fact's answers."""
    said: Said
    value: Value

    @property
    def articles(self) -> frozenset[str]:
        """Ids of the articles that carry it."""
        return frozenset(citation.article for citation in self.said.citations)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two answers that do not say the same, or that cannot be compared."""

    one: Answer
    other: Answer
    kind: str | None
    """One of ``GRAVITY``; None where like is not set against like."""


@dataclass(frozen=True, slots=True)
class FoundDifference:
    """All that differs about one fact."""

    fact: str
    facts: tuple[str, ...]
    """The fact and those that take part: its whole, and the ones named under ``with:``."""
    kind: str
    """The curator's word where there is one, else what the values show; one of ``GRAVITY``."""
    found: str
    """What the values show: the gravest kind among the pairs; "same" where nothing comparable differs."""
    show: str
    """"page", "click" or "curator"."""
    answers: tuple[Answer, ...]
    note: Mapping[str, Statement]
    pairs: tuple[Pair, ...]
    is_acknowledged: bool


def differences(site: Site) -> tuple[FoundDifference, ...]:
    """Return what differs, fact by fact in the order of the ledger.

    A fact without two answers that differ, and without a word of the curator's, is left out.
    """
    library = site.library
    return tuple(found for fact in library.facts.values() if (found := _difference(fact, library)))


def _difference(fact: Fact, library: Library) -> FoundDifference | None:
    own = answers_of(fact)
    pairs = [Pair(one, other, _kind(one, other, library.articles)) for one, other in combinations(own, 2)]
    others: dict[str, tuple[Answer, ...]] = {}
    for name in fact.difference.others if fact.difference else ():
        if name in library.facts:
            others[name] = answers_of(library.facts[name])
            pairs += [Pair(one, two, _kind_across(one, two, library)) for one in own for two in others[name]]
    whole = library.facts.get(fact.part_of or "")
    above = tuple(_above_whole(own, whole)) if whole else ()
    if above and whole:
        others.setdefault(whole.id, answers_of(whole))
        pairs += above
    differing = tuple(pair for pair in pairs if pair.kind != "same")
    found = max((pair.kind or "same" for pair in pairs), key=GRAVITY.index, default="same")
    word = fact.difference or (whole.difference if above and whole and fact.id in _named(whole) else None)
    if found == "same" and word is None:
        return None
    return FoundDifference(
        fact=fact.id,
        facts=(fact.id, *others),
        kind=word.kind if word else found,
        found=found,
        show=word.show if word else _SHOWN.get(found, "page"),
        answers=(*own, *(answer for answers in others.values() for answer in answers)),
        note=word.note if word else {},
        pairs=differing,
        is_acknowledged=word is not None,
    )


def _named(fact: Fact) -> tuple[str, ...]:
    return fact.difference.others if fact.difference else ()


def answers_of(fact: Fact) -> tuple[Answer, ...]:
    """Return the answers to a fact's question, in the order of the ledger."""
    return tuple(Answer(fact.id, index, said, read_value(said)) for index, said in enumerate(fact.said))


def is_given(answer: Answer, library: Library) -> bool:
    """Return whether a figure or date stands in what its answer cites; of words nothing is known."""
    carriers = tuple(
        Carrier(citation.article, paragraph)
        for citation in answer.said.citations
        for evidence in [library.evidence.get(citation.article)]
        for paragraph in (evidence.paragraphs if evidence else ())
        if citation.locator in (None, paragraph.locator)
    )
    value = answer.value
    if isinstance(value, Figure):
        return best_figure_fit(value, carriers) is Fit.CARRIED
    return not isinstance(value, DateSpan) or best_date_fit(value, carriers) is Fit.CARRIED


# ---------------------------------------------------------------------------------------------------------- two answers


def _kind(one: Answer, other: Answer, articles: Mapping[str, Article]) -> str | None:
    """Return the kind of difference between two answers to one question; None where they do not compare."""
    kind = compare(one.value, other.value)
    return _conflict(one, other, articles) if kind == "conflict" else kind


def compare(one: Value, other: Value) -> str | None:
    """Return "same", "more precise" or "conflict" for two values of one measure; None where they do not compare.

    Won do not compare with dollars, nor a date with a sum: nothing is converted. Whether words oppose each other is the
    curator's to say.
    """
    if isinstance(one, Figure) and isinstance(other, Figure):
        return _compare_figures(one, other)
    if isinstance(one, DateSpan) and isinstance(other, DateSpan):
        return _compare_dates(one, other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        shared = one.keys() & other.keys()
        return "same" if any(one[name].casefold() == other[name].casefold() for name in shared) else None
    return None


def _compare_figures(one: Figure, other: Figure) -> str | None:
    if not is_alike(one, other) or is_points(one) != is_points(other):
        return None
    if is_same_figure(one, other):
        return "same"
    return "more precise" if can_agree(one, other) else "conflict"


def _compare_dates(one: DateSpan, other: DateSpan) -> str | None:
    if is_same_date(one, other):
        return "same"
    # Of two spans that name their ends, one within the other names other ends: 2025–2029 is not 2024–2029.
    enough = {Fit.CARRIED} if is_from_to(one) and is_from_to(other) else {Fit.CARRIED, Fit.FINER}
    if {date_fit(one, other), date_fit(other, one)} & enough:
        return "more precise"
    return "conflict" if are_apart(one, other) else None


def are_apart(one: DateSpan, other: DateSpan) -> bool:
    """Return whether two dates that are not one within the other exclude each other.

    A 4th of some month may lie in September, and is never a 27th.
    """
    if one.first is not None and other.first is not None:
        return True
    return not _days_of_year(one) & _days_of_year(other)


def _days_of_year(span: DateSpan) -> frozenset[tuple[int, int]]:
    """Return month and day of each day that a date allows, whatever the year."""
    if span.first is not None and span.last is not None:
        length = min((span.last - span.first).days + 1, len(_LEAP_YEAR))
        days = (span.first + timedelta(count) for count in range(length))
        return frozenset((day.month, day.day) for day in days)
    month, number = [*span.edtf.split("-"), "XX", "XX"][1:3]
    if month > "12":  # A quarter or half of an unknown year, or no month at all: any day will do.
        month = "XX"
    return frozenset(
        (day.month, day.day)
        for day in _LEAP_YEAR
        if month in ("XX", f"{day.month:02}") and number in ("XX", f"{day.day:02}")
    )


def _conflict(one: Answer, other: Answer, articles: Mapping[str, Article]) -> str:
    """Return what a conflict is by its sources: within one, between an older and a newer, or open."""
    if one.articles & other.articles:
        return "impossible within one source"
    return "later update" if _is_later(one, other, articles) or _is_later(other, one, articles) else "unresolved"


def is_within_one(pair: Pair) -> bool:
    """Return whether one article gives both answers."""
    return bool(pair.one.articles & pair.other.articles)


def can_be_later(pair: Pair, library: Library) -> bool:
    """Return whether one answer may be the newer state: told with the other in one article, or on a later day."""
    one, other, articles = pair.one, pair.other, library.articles
    return is_within_one(pair) or _is_later(one, other, articles) or _is_later(other, one, articles)


def _is_later(newer: Answer, older: Answer, articles: Mapping[str, Article]) -> bool:
    """Return whether every article of *newer* is known to be of a later day than every one of *older*."""
    firsts, lasts = _days(newer, articles), _days(older, articles)
    return bool(firsts and lasts) and min(first for first, _ in firsts) > max(last for _, last in lasts)


def _days(answer: Answer, articles: Mapping[str, Article]) -> list[tuple[str, str]]:
    """Return first and last day of each article of an answer as ISO 8601; empty when one of them is not dated."""
    days: list[tuple[str, str]] = []
    for name in answer.articles:
        article = articles.get(name)
        published = article.published if article and article.is_dated else None
        if published is None or published.first is None or published.last is None:
            return []
        days.append((published.first.isoformat(), published.last.isoformat()))
    return days


def _kind_across(one: Answer, other: Answer, library: Library) -> str | None:
    """Return the kind of difference between answers to two questions that the curator sets side by side."""
    first, second = library.facts[one.fact], library.facts[other.fact]
    kind = _kind(one, other, library.articles)
    if kind not in (None, "same") and not _is_one_period(first, second):
        return "different measure"
    return "different measure" if kind is None and _is_figure(one) and _is_figure(other) else kind


def _is_one_period(one: Fact, other: Fact) -> bool:
    if one.period is None or other.period is None:
        return one.period is other.period
    return is_same_date(one.period, other.period)


def _is_figure(answer: Answer) -> bool:
    return isinstance(answer.value, Figure)


# ----------------------------------------------------------------------------------------------------- part and whole


def _above_whole(parts: tuple[Answer, ...], whole: Fact) -> Iterator[Pair]:
    """Yield each part that is larger than its whole; one article that gives both contradicts itself.

    A part is held against the wholes that its own articles give. Where they give none, any whole of another article
    that leaves room for it will do.
    """
    totals = answers_of(whole)
    for part in parts:
        own = [total for total in totals if part.articles & total.articles]
        alike = [total for total in own or totals if _is_comparable(part.value, total.value)]
        above = [total for total in alike if is_above(part.value, total.value)]
        if above and (own or len(above) == len(alike)):
            kind = "impossible within one source" if own else "unresolved"
            yield Pair(part, above[0], kind)


def _is_comparable(part: Value, whole: Value) -> bool:
    return isinstance(part, Figure) and isinstance(whole, Figure) and is_alike(part, whole) and not whole.is_vague


def is_above(part: Value, whole: Value) -> bool:
    """Return whether a part is surely larger than its whole: figures of one unit only, each with its bounds."""
    if not (isinstance(part, Figure) and isinstance(whole, Figure)) or not is_alike(part, whole):
        return False
    return not part.is_vague and not whole.is_vague and limits_of(part)[0] > limits_of(whole)[1]
