"""3xx: the names of a statement against the names of the articles it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.claims.carriers import has_lost_citation
from generator.claims.readings import Reading, read_claims
from generator.finding import Finding, Rule, Severity
from generator.language.names_people import Person, find_surnames, is_bare, person_of, surname_pattern
from generator.model import Claim, Entity, Evidence, Library, Mention, Site

NAME_NOT_NAMED = Rule(
    "B308",
    Severity.ERROR,
    """
A name is not named in any article that the statement cites.

Why: a reader who follows the citation must meet the one it is about. A name counts wherever the article names it, in
either script and under any of its names; "the company" counts for the one it stands for. It does not count when the
article comes to it only after the cited paragraph, which names another in its place.
Bad: Google plans the fund. [@a, ¶5] (@a names KT and Microsoft only)
Good: KT and Microsoft plan the fund. [@a, ¶5]
""",
)
SPEAKER_ELSEWHERE = Rule(
    "B309",
    Severity.ERROR,
    """
A person speaks, or stands in another's place, whom the cited paragraph does not name.

Why: who said or did a thing is part of what the source says, and another paragraph of the same article may be about
another person.
Bad: Kim Young-shub said the aim was growth. [@a, ¶9] (¶9 lets Willy Cho speak)
Good: Willy Cho said the aim was growth. [@a, ¶9]
""",
)

SHOWN_NAMES = 5
"""How many names of the cited article a finding lists."""

_SAY = (
    r"(?:said|says|say|told|tells|added|adds|explained|explains|stressed|emphasi[sz]ed|noted|argued|argues|stated|"
    r"declared|quoted|claimed|claims|warned|acknowledged|conceded|admitted|insisted|maintained|remarked|commented|promised|"
    r"dismissed|denied|rejected|criticised|criticized|praised|welcomed|replied|asked|answered|wrote|predicted|forecast|suggested|"
    r"hinted|confirmed|revealed|disclosed|reiterated|pledged|vowed|urged|disputed|mentioned|recalled|cautioned|"
    r"put it|called)"
)
_SAYS_AFTER = re.compile(rf"(?:,[^.;]{{0,60}},)?(?:(?:\s+(?:also|has|had|was|himself|herself))*\s+{_SAY}\b|:\s)")
_SAYS_BEFORE = re.compile(
    rf"(?:\b{_SAY}|\b[Aa]ccording to|\bin the words of)\s+(?:[A-Z][\w’'&-]*\s+|the\s+|its\s+){{0,6}}$"
)
_SPEECH_KO = re.compile(
    r"말했|말한|말하|밝혔|밝힌|밝히|설명했|설명한|설명하|강조했|강조한|덧붙였|전했|내다봤|지적했|언급했|주장했|답했|일축했|"
    r"선을 그었|당부했|약속했"
)
_SUBJECT_KO = re.compile(r"^(?:\s?[가-힣A-Za-z·]{1,12}){0,3}?(?:은|는|이|가|도)\s")
_MARKS = "*_"
"""Emphasis that may stand around a name."""
_ACCORDING_KO = re.compile(r"^(?:\s?[가-힣A-Za-z·]{1,12}){0,3}?(?:에 따르면|에 의하면)")


def find_unnamed(site: Site) -> Iterator[Finding]:
    """Yield a finding for each name that no cited article names, and each speaker whom no cited paragraph names."""
    named = {name: _named_in(evidence) for name, evidence in site.library.evidence.items()}
    people = _people_named(site.library, named)
    lost = {name: _lost_in(site.library, evidence) for name, evidence in site.library.evidence.items()}
    for reading in read_claims(site):
        claim = reading.claim
        if not claim.supports or has_lost_citation(claim, site.library):
            continue
        articles = tuple(dict.fromkeys(support.article.id for support in claim.supports))
        speakers = _speakers(site.library.entities, reading)
        here = frozenset().union(*(named[article] for article in articles))
        yield from _find_surnames_elsewhere(site.library, reading, people, here)
        for mention in reading.mentions:
            if not any(mention.entity in named[article] for article in articles):
                names = _all_names(site.library, mention)
                if _is_publisher(site.library, names, articles) or any(names & lost[article] for article in articles):
                    continue
                if _is_within_place(site.library, mention.entity, here):
                    continue
                yield _not_named(site.library, claim, mention, articles)
            elif _is_in_paragraphs(claim, mention.entity):
                continue
            elif mention in speakers or (
                _is_person(site.library, mention.entity) and _rivals(site.library, reading, mention)
            ):
                yield _elsewhere(site.library, reading, mention)
            elif not _is_known_by_then(site.library, claim, mention) and _rivals(site.library, reading, mention):
                yield _not_yet_named(site.library, reading, mention)
    yield from _find_unnamed_origins(site, named)


@dataclass(frozen=True, slots=True)
class _People:
    """The people whom articles name, and what finds their bare surnames."""

    all: tuple[Person, ...]
    pattern: re.Pattern[str] | None


def _people_named(library: Library, named: Mapping[str, frozenset[str]]) -> _People:
    ids = sorted({id for entities in named.values() for id in entities if _is_person(library, id)})
    people = tuple(person_of(library.entities[id]) for id in ids)
    return _People(people, surname_pattern(people))


def _find_surnames_elsewhere(
    library: Library, reading: Reading, people: _People, named: frozenset[str]
) -> Iterator[Finding]:
    """Yield a finding for each bare surname of a speaker whom a cited article names, but no cited paragraph.

    *people* are all who can be meant, *named* the entities of the cited articles.
    """
    text = reading.claim.text
    for surname in find_surnames(text, people.pattern) if people.pattern else ():
        start, end = surname.start, surname.start + len(surname.name)
        is_own = any(one.start < end and start < one.end for one in reading.mentions)
        bearers = [one.id for one in people.all if one.id in named and surname.name in (one.latin, one.hangul)]
        is_word = not surname.title and not is_bare(text, start, end) and not _SAYS_AFTER.match(text[end:])
        if is_own or not bearers or is_word:
            continue
        own = {one.entity for one in reading.mentions}
        if any(id in own or _is_in_paragraphs(reading.claim, id) for id in bearers):
            continue
        mention = Mention(surname.text, start, bearers[0])
        if mention in _speakers(library.entities, replace(reading, mentions=(*reading.mentions, mention))):
            yield _elsewhere(library, reading, mention)


def _mentions_of(evidence: Evidence) -> Iterator[Mention]:
    return (mention for paragraph in evidence.paragraphs for mention in paragraph.mentions)


def _named_in(evidence: Evidence) -> frozenset[str]:
    """Return the entities that an article names."""
    return frozenset(mention.entity for mention in _mentions_of(evidence))


def _is_within_place(library: Library, entity: str, named: frozenset[str]) -> bool:
    """Return whether an entity is a place by which one of the places *named* is called: Incheon of Incheon Airport."""

    def names_of(id: str) -> list[str]:
        known = library.entities.get(id)
        return [name.text for name in known.names.values()] if known and known.kind == "place" else []

    longer = [name for id in named for name in names_of(id)]
    return any(
        name.startswith(f"{own} " if own.isascii() else own) and name != own
        for own in names_of(entity)
        for name in longer
    )


def _lost_in(library: Library, evidence: Evidence) -> frozenset[str]:
    """Return the names that an article gives to entities that are no longer known: B143 tells of stale evidence."""
    return frozenset(one.text.casefold() for one in _mentions_of(evidence) if one.entity not in library.entities)


def _all_names(library: Library, mention: Mention) -> frozenset[str]:
    """Return the words of a mention and every name of its entity, in small letters."""
    known = library.entities.get(mention.entity)
    names = (name.text for name in (*known.names.values(), *known.aliases)) if known else ()
    return frozenset(name.casefold() for name in (mention.text, *names))


def _is_publisher(library: Library, names: frozenset[str], articles: tuple[str, ...]) -> bool:
    """Return whether one of *names* publishes one of *articles*: "KED Global says so" rests on its article."""
    return any(
        publisher.text.casefold() in names
        for article in articles
        for publisher in library.articles[article].publisher.values()
    )


def _is_in_paragraphs(claim: Claim, entity: str) -> bool:
    return any(
        mention.entity == entity
        for support in claim.supports
        for paragraph in support.paragraphs
        for mention in paragraph.mentions
    )


def _is_person(library: Library, id: str) -> bool:
    return id in library.entities and library.entities[id].kind == "person"


def _rivals(library: Library, reading: Reading, mention: Mention) -> list[str]:
    """Return the entities of the same kind that the cited paragraphs name outright and the statement does not."""
    own = {one.entity for one in reading.mentions}
    kind = library.entities[mention.entity].kind if mention.entity in library.entities else ""
    found = (
        library.entities[one.entity]
        for support in reading.claim.supports
        for paragraph in support.paragraphs
        for one in paragraph.mentions
        if one.via is None and one.entity in library.entities and one.entity not in own
    )
    return list(dict.fromkeys(entity.id for entity in found if entity.kind == kind and not entity.hidden))


def _is_known_by_then(library: Library, claim: Claim, mention: Mention) -> bool:
    """Return whether an article names an entity in its title, headings and captions, or before a cited paragraph."""
    for support in claim.supports:
        cited = {paragraph.locator for paragraph in support.paragraphs}
        paragraphs = library.evidence[support.article.id].paragraphs
        last = max((index for index, one in enumerate(paragraphs) if one.locator in cited), default=-1)
        for index, paragraph in enumerate(paragraphs):
            is_read = index <= last or not paragraph.locator.startswith("¶")
            if is_read and any(one.entity == mention.entity for one in paragraph.mentions):
                return True
    return False


def _speakers(entities: Mapping[str, Entity], reading: Reading) -> set[Mention]:
    """Return the people to whom a claim gives words.

    In Korean the verb of speech ends the sentence: of several subjects the last speaks.
    """
    text = reading.claim.text
    people = [one for one in reading.mentions if one.entity in entities and entities[one.entity].kind == "person"]
    if reading.claim.language != "ko":
        return {
            one
            for one in people
            if _SAYS_AFTER.match(text[one.end :].lstrip(_MARKS))
            or _SAYS_BEFORE.search(text[: one.start].rstrip(_MARKS))
        }
    after = {one: text[one.end :].lstrip(_MARKS) for one in people}
    subjects = [one for one in people if _SUBJECT_KO.match(after[one]) and _SPEECH_KO.search(after[one])]
    return {*subjects[-1:], *(one for one in people if _ACCORDING_KO.match(after[one]))}


def _not_named(library: Library, claim: Claim, mention: Mention, articles: tuple[str, ...]) -> Finding:
    entity = library.entities.get(mention.entity)
    notes = tuple(
        f"evidence {article} names {_listed(library, _kin_first(library, article, entity))}" for article in articles[:3]
    )
    place = next(_places_of(library, mention.entity, library.evidence), None)
    help = f"correct the name, or cite @{place}, which has it" if place else "correct the name; no article has it"
    span = claim.span(mention.start, mention.end)
    return Finding(
        NAME_NOT_NAMED, span, f'"{mention.text}" is not named where it is cited', mention.entity, notes, help
    )


def _not_yet_named(library: Library, reading: Reading, mention: Mention) -> Finding:
    claim = reading.claim
    articles = [support.article.id for support in claim.supports]
    cited = "; ".join(f"{one.article.id}, {one.citation.locator or 'whole'}" for one in claim.supports[:3])
    notes = (f"evidence {cited} names {_listed(library, _rivals(library, reading, mention))}",)
    place = next(_places_of(library, mention.entity, articles), None)
    help = f"correct the name, or cite @{place}, which has it" if place else "correct the name"
    span = claim.span(mention.start, mention.end)
    message = f'"{mention.text}" is named only after the cited paragraph'
    return Finding(NAME_NOT_NAMED, span, message, mention.entity, notes, help)


def _places_of(library: Library, entity: str, articles: Iterable[str]) -> Iterator[str]:
    """Yield the paragraphs of *articles* that name an entity, as citations write them."""
    for article in articles:
        for paragraph in library.evidence[article].paragraphs:
            if any(one.entity == entity and one.via is None for one in paragraph.mentions):
                yield f"{article}, {paragraph.locator}"


def _kin_first(library: Library, article: str, entity: Entity | None) -> list[str]:
    """Return the entities of an article, those of the same kind first, then as often as they are named."""
    counts: dict[str, int] = {}
    for paragraph in library.evidence[article].paragraphs:
        for mention in paragraph.mentions:
            counts[mention.entity] = counts.get(mention.entity, 0) + 1

    def order(name: str) -> tuple[bool, int, str]:
        known = library.entities.get(name)
        return (known is None or entity is None or known.kind != entity.kind, -counts[name], name)

    return sorted(counts, key=order)


def _listed(library: Library, names: list[str]) -> str:
    shown = [_name(library, name) for name in names[:SHOWN_NAMES]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "") if shown else "nobody that we know"


def _name(library: Library, entity: str) -> str:
    known = library.entities.get(entity)
    return next(iter(known.names.values())).text if known and known.names else entity


def _elsewhere(library: Library, reading: Reading, mention: Mention) -> Finding:
    claim = reading.claim
    people = sorted(
        {
            one.entity
            for support in claim.supports
            for paragraph in support.paragraphs
            for one in paragraph.mentions
            if one.entity in library.entities and library.entities[one.entity].kind == "person"
        }
    )
    cited = "; ".join(f"{one.article.id}, {one.citation.locator or 'whole'}" for one in claim.supports[:3])
    notes = (f"evidence {cited} names {_listed(library, people)}",)
    span = claim.span(mention.start, mention.end)
    place = next(_places_of(library, mention.entity, [one.article.id for one in claim.supports]), None)
    help = (
        f"cite @{place}, or wherever else this person speaks"
        if place
        else "cite the paragraph where this person speaks"
    )
    return Finding(SPEAKER_ELSEWHERE, span, f'the cited paragraph does not name "{mention.text}"', "", notes, help)


def _find_unnamed_origins(site: Site, named: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Yield a finding for each answer given to someone whom its article, or its paragraph, does not name."""
    for claim in site.claims:
        if claim.place.kind != "value" or not claim.supports or has_lost_citation(claim, site.library):
            continue
        said = site.library.facts[claim.place.id].said[claim.place.index]
        if claim.statement is not next(iter(said.value.values())):
            continue
        articles = tuple(dict.fromkeys(support.article.id for support in claim.supports))
        for origin in said.origin:
            if origin in site.library.entities and not any(origin in named[article] for article in articles):
                message = f'origin "{_name(site.library, origin)}" is not named where the answer is cited'
                yield Finding(NAME_NOT_NAMED, said.span, message, origin, help="correct origin:, or the citation")
        if said.by in site.library.entities and not _is_in_paragraphs(claim, said.by or ""):
            cited = "; ".join(f"{one.article.id}, {one.citation.locator or 'whole'}" for one in claim.supports[:3])
            message = f'the cited paragraph does not name "{_name(site.library, said.by or "")}"'
            help = "correct by:, or cite the paragraph where this person speaks"
            yield Finding(SPEAKER_ELSEWHERE, said.span, message, said.by or "", (f"cited: {cited}",), help)
