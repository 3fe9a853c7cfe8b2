"""Where sources differ about a fact: compared like with like, by value, and sorted by what kind of difference it is.

Pages show what :func:`differences` returns, and the checks hold the curator's word on each against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from generator.claims.comparison import Fit, bounds_of, date_fit, figure_fit, is_alike, is_same_date, is_same_figure
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
        if not is_alike(one, other):
            return None
        if is_same_figure(one, other):
            return "same"
        return _nearness({figure_fit(one, other), figure_fit(other, one)})
    if isinstance(one, DateSpan) and isinstance(other, DateSpan):
        if is_same_date(one, other):
            return "same"
        return _nearness({date_fit(one, other), date_fit(other, one)})
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        shared = one.keys() & other.keys()
        return "same" if any(one[name].casefold() == other[name].casefold() for name in shared) else None
    return None


def _nearness(fits: set[Fit]) -> str:
    return "more precise" if fits & {Fit.CARRIED, Fit.FINER, Fit.ROUNDED} else "conflict"


def _conflict(one: Answer, other: Answer, articles: Mapping[str, Article]) -> str:
    """Return what a conflict is by its sources: within one, between an older and a newer, or open."""
    if one.articles & other.articles:
        return "impossible within one source"
    return "later update" if _is_later(one, other, articles) or _is_later(other, one, articles) else "unresolved"


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
    """Yield each part that is larger than its whole; one article that gives both contradicts itself."""
    for part in parts:
        for total in answers_of(whole):
            if is_above(part.value, total.value):
                kind = "impossible within one source" if part.articles & total.articles else "unresolved"
                yield Pair(part, total, kind)


def is_above(part: Value, whole: Value) -> bool:
    """Return whether a part is surely larger than its whole: figures of one unit only."""
    if not (isinstance(part, Figure) and isinstance(whole, Figure)) or not is_alike(part, whole):
        return False
    return not part.is_vague and not whole.is_vague and bounds_of(part)[0] > bounds_of(whole)[1]
