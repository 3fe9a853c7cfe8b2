"""What a site holds, found once and looked up by every page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.claims.articles import day_key, first_prints, in_time
from generator.claims.readings import read_claims
from generator.claims.values import Value, is_same, read_value
from generator.model import (
    Article,
    Bound,
    Briefing,
    Claim,
    DateSpan,
    Event,
    Fact,
    Figure,
    Paragraph,
    Place,
    Precision,
    Said,
    Site,
)

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a fact's question, with all the sources that give it."""

    value: Value
    said: tuple[Said, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that carry the answer, each once, in order."""
        return tuple(dict.fromkeys(citation.article for said in self.said for citation in said.citations))


@dataclass(frozen=True, slots=True)
class Atlas:
    """Lookups over one site."""

    site: Site
    claims: Mapping[tuple[str, str], tuple[Claim, ...]]
    """By kind and id of their place."""
    resting: Mapping[tuple[str, str], tuple[Claim, ...]]
    """By article and locator; the locator is "" for a citation of the whole article."""
    routed: Mapping[str, tuple[tuple[Article, tuple[Paragraph, ...]], ...]]
    """By briefing: its articles, oldest first, with the paragraphs that tell of it."""
    named: Mapping[str, tuple[str, ...]]
    """By entity: the briefings that name it, in order of the briefings."""
    answers: Mapping[str, tuple[Answer, ...]]
    """By fact."""
    voices: Mapping[tuple[Place, str], tuple[Said, ...]]
    """By place and language of a claim: the answers whose values it states on their paragraphs."""
    first_prints: Mapping[str, str]
    """By near copy: the article that printed the same text first."""

    def claim(self, kind: str, id: str, language: str) -> Claim | None:
        """Return the one claim of a place in *language*, or None."""
        return next((claim for claim in self.claims.get((kind, id), ()) if claim.language == language), None)

    def briefings(self) -> tuple[Briefing, ...]:
        """Return the briefings in their order."""
        return tuple(sorted(self.site.library.briefings.values(), key=lambda briefing: (briefing.order, briefing.id)))

    def articles(self) -> tuple[Article, ...]:
        """Return the articles: dated ones oldest first, then those without a printed date."""
        return in_time(self.site.library.articles.values())

    def texts(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Return the distinct texts that *articles* print, each as the id of its first print."""
        return tuple(dict.fromkeys(self.first_prints.get(id, id) for id in articles))

    def facts(self, briefing: str = "") -> tuple[Fact, ...]:
        """Return the facts of a briefing, or all, in the order of the ledger.

        A fact whose answers differ in a way that is for the curator alone is not among them: to print one of them would
        be to pick, and to print both would show the difference.
        """
        facts = self.site.library.facts.values()
        return tuple(fact for fact in facts if (not briefing or briefing in fact.briefings) and not is_private(fact))

    def events(self, briefing: str = "") -> tuple[Event, ...]:
        """Return the events of a briefing, or all, in order of time; those without any date come first.

        What was only planned stands where it falls due, on its last day: below what happened within that quarter.
        """
        events = self.site.library.events.values()
        chosen = [event for event in events if not briefing or briefing in event.briefings]
        return tuple(sorted(chosen, key=_place_in_time))

    def has_page(self, entity: str) -> bool:
        """Return whether an entity has a page of its own: it is shown, and two briefings or more name it."""
        record = self.site.library.entities.get(entity)
        return record is not None and not record.hidden and len(self.named.get(entity, ())) > 1


def is_private(fact: Fact) -> bool:
    """Return whether the answers of *fact* differ in a way that is for the curator alone."""
    return fact.difference is not None and fact.difference.show == "curator"


def read_atlas(site: Site) -> Atlas:
    """Return the lookups over *site*."""
    return Atlas(
        site,
        _grouped(((claim.place.kind, claim.place.id), claim) for claim in site.claims),
        _grouped(_rests(site)),
        _routed(site),
        _named(site),
        {fact.id: group_answers(fact.said) for fact in site.library.facts.values()},
        dict(_voices(site)),
        first_prints(site.library),
    )


def group_answers(said: Iterable[Said]) -> tuple[Answer, ...]:
    """Return the distinct answers among *said*, each with its sources, in order of first mention."""
    groups: list[tuple[Value, list[Said]]] = []
    for one in said:
        value = read_value(one)
        group = next((members for known, members in groups if _is_one_answer(known, value)), None)
        if group is None:
            groups.append((value, [one]))
        else:
            group.append(one)
    return tuple(Answer(value, tuple(members)) for value, members in groups)


def _is_one_answer(one: Value, other: Value) -> bool:
    """Return whether two answers say the same: "about 2.4 trillion won" beside "2.4 trillion won" is no other sum."""
    return is_same(_unhedged(one), _unhedged(other))


def _unhedged(value: Value) -> Value:
    if isinstance(value, Figure) and value.bound is Bound.ABOUT:
        return replace(value, approx=False, bound=None)
    return value


def _place_in_time(event: Event) -> tuple[bool, str, str]:
    first, last = day_key(event.when)
    return bool(first), first if event.status == "happened" else last, last


def _voices(site: Site) -> Iterator[tuple[tuple[Place, str], tuple[Said, ...]]]:
    """Yield for each claim the answers whose figure or date it states, by hand or by reference, on their paragraphs.

    So a sentence can tell who says so also where nobody wrote the fact's id into it. A bare year tells too little.
    """
    given: dict[tuple[str, str | None], list[tuple[Said, Value]]] = defaultdict(list)
    for fact in site.library.facts.values():
        for said in fact.said:
            value = read_value(said)
            if isinstance(value, Figure) or (isinstance(value, DateSpan) and value.precision is not Precision.YEAR):
                for citation in said.citations:
                    given[citation.article, citation.locator].append((said, value))
    for reading in read_claims(site):
        stated: tuple[Value, ...] = (*reading.figures, *reading.dates)
        found = [
            said
            for support in (reading.claim.supports if stated else ())
            for said, value in given.get((support.article.id, support.citation.locator), ())
            if any(is_same(value, one) for one in stated)
        ]
        if found:
            yield (reading.claim.place, reading.claim.language), tuple(found)


def _grouped(pairs: Iterable[tuple[_Key, _Value]]) -> dict[_Key, tuple[_Value, ...]]:
    groups: dict[_Key, list[_Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _rests(site: Site) -> Iterator[tuple[tuple[str, str], Claim]]:
    for claim in site.claims:
        for support in claim.supports:
            yield (support.article.id, support.citation.locator or ""), claim


def _routed(site: Site) -> dict[str, tuple[tuple[Article, tuple[Paragraph, ...]], ...]]:
    library = site.library
    routed: dict[str, list[tuple[Article, tuple[Paragraph, ...]]]] = defaultdict(list)
    for article in in_time(library.articles.values()):
        evidence = library.evidence.get(article.id)
        for briefing in library.briefings if evidence else ():
            paragraphs = tuple(one for one in evidence.paragraphs if briefing in one.briefings) if evidence else ()
            if paragraphs:
                routed[briefing].append((article, paragraphs))
    return {briefing: tuple(entries) for briefing, entries in routed.items()}


def _named(site: Site) -> dict[str, tuple[str, ...]]:
    """Return by entity the briefings whose paragraphs, prose, facts or events name it."""
    library = site.library
    pairs: set[tuple[str, str]] = set()
    for evidence in library.evidence.values():
        for paragraph in evidence.paragraphs:
            pairs |= {(mention.entity, slug) for mention in paragraph.mentions for slug in paragraph.briefings}
    for claim in site.claims:
        if claim.place.kind == "prose":
            pairs |= {(piece.entity, claim.place.id) for piece in claim.pieces if piece.entity}
    for fact in library.facts.values():
        pairs |= {(entity, slug) for entity in fact.of for slug in fact.briefings}
    for event in library.events.values():
        pairs |= {(entity, slug) for entity in event.of for slug in event.briefings}
    order = sorted(library.briefings.values(), key=lambda briefing: (briefing.order, briefing.id))
    return {
        entity: tuple(briefing.id for briefing in order if (entity, briefing.id) in pairs)
        for entity in sorted({entity for entity, _ in pairs})
    }
