"""3xx: words that look like a name and that no record of ours knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.claims.readings import Reading, read_claims
from generator.finding import Finding, Rule, Severity
from generator.model import Claim, DateSpan, Figure, Library, Mention, Site

NAME_UNKNOWN = Rule(
    "B318",
    Severity.WARNING,
    """
Words look like a name that no record knows.

Why: whether an article names someone is only known of those in seeds/entities; a name that is not there is held against
nothing.
Bad: Moon Ha-rin advises the buyers. [@a, ¶9] (no entity has that name)
Good: The same, with Moon Ha-rin in seeds/entities/people.yaml.
""",
)

_CAPITALISED = re.compile(
    r"(?<![\w’'-])[A-Z][a-zà-ÿ]+(?:[’'-]?[A-Za-zà-ÿ]+)*(?: [A-Z][a-zà-ÿ]+(?:[’'-]?[A-Za-zà-ÿ]+)*)*"
)
_OPENS = re.compile(r"(?:^|[.!?:;“\"(—–-])\s*$")
_PEOPLE = re.compile(
    r"\w+(?:an|ans|ese|ish)|Germans?|French|Dutch|Greeks?|Arabic|Arabs?|Swiss|Thai|Czech|Welsh|Saudi|Israeli|Emirati"
)
"""Adjectives of places, and languages."""
_COMMON = re.compile(
    # Countries: most articles name them by their people ("the Swiss drugmaker"), and tables of names leave them out.
    r"Korea|Japan|China|Taiwan|Vietnam|Thailand|Indonesia|Malaysia|Singapore|Philippines|India|Australia|Canada|Mexico|"
    r"Brazil|Britain|England|Scotland|Ireland|France|Germany|Spain|Portugal|Italy|Switzerland|Austria|Belgium|Netherlands|"
    r"Denmark|Sweden|Norway|Finland|Estonia|Poland|Hungary|Greece|Turkey|Ukraine|Russia|Israel|Egypt|Europe|Asia|Africa|"
    r"America|United|States|Kingdom|Republic|"
    # Titles; days and months; words that sentences of ours begin with.
    r"Chief|Executive|Officer|Chair(?:man|woman)?|President|Vice|Director|Minister|Professor|Secretary|Governor|Mayor|"
    r"Technology|Financial|Operating|Information|Series|Phase|Round|Group|Class|Type|Level|Stage|Article|Section|Mr|Mrs|Ms|Dr|Internet|Web|Earth|North|South|East|West|Big|Tech|Act|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Christmas|Easter|Lunar|New|Year|The|In|On|At|By|For|From|With|And|Of|An?|Its?|He|She|They"
)
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선"
    "설마길연위표명기반라왕금옥육인맹"
)
_TITLED = re.compile(
    rf"(?<![가-힣])(?P<name>[{_SURNAMES}][가-힣]{{2}}) ?"
    r"(?:대표|회장|부회장|사장|부사장|그룹장|부문장|본부장|의장|교수|장관|전무|상무)(?![가-힣]{2})"
)
_NO_NAME = re.compile(
    "이사회|한국형|유럽계|전문가|최고위|공동의|신임인|전임인|전직인|현직인|위원회|조사단|연구소|사업부"
)


def find_strangers(site: Site) -> Iterator[Finding]:
    """Yield a finding for each run of words of our prose that looks like a name and is none of our entities'."""
    publishers = _publishers(site.library)
    for reading in read_claims(site):
        if _is_prose(reading.claim):
            for start, end in _candidates(reading.claim):
                words = reading.claim.text[start:end]
                if not _is_known(reading, start, end) and not any(words in name for name in publishers):
                    help = "add it to seeds/entities, so that it can be held against the articles"
                    message = f'"{words}" looks like a name, and no record has it'
                    yield Finding(NAME_UNKNOWN, reading.claim.span(start, end), message, help=help)


def _is_prose(claim: Claim) -> bool:
    """Return whether a claim is written in sentences: subheadings and titles may use capitals as they like."""
    place = claim.place
    is_open = place.section == "not-known"
    return place.kind in ("summary", "event", "difference") or (
        place.kind == "prose" and (claim.needs_support or is_open)
    )


def _candidates(claim: Claim) -> Iterator[tuple[int, int]]:
    if claim.language == "ko":
        for match in _TITLED.finditer(claim.text):
            if not _NO_NAME.fullmatch(match["name"]):
                yield match.span("name")
        return
    for match in _CAPITALISED.finditer(claim.text):
        words = match[0].split(" ")
        # The first word of a sentence is capital anyway; two of them may be a name.
        if len(words) == 1 and _OPENS.search(claim.text[: match.start()]):
            continue
        own = [index for index, word in enumerate(words) if not _COMMON.fullmatch(word)]
        if own and not all(_PEOPLE.fullmatch(words[index]) for index in own):
            first, last = len(" ".join(words[: own[0]])), len(" ".join(words[: own[-1] + 1]))
            yield match.start() + first + bool(own[0]), match.start() + last


def _is_known(reading: Reading, start: int, end: int) -> bool:
    """Return whether an entity, a date or a figure covers any of the words."""
    values: tuple[Figure | DateSpan | Mention, ...] = (*reading.mentions, *reading.dates, *reading.figures)
    claim = reading.claim
    is_printed = not claim.is_written(start, end)
    return is_printed or any(value.start < end and start < value.end for value in values)


def _publishers(library: Library) -> frozenset[str]:
    """Return the names of those who publish our articles: "the Times reports" rests on its article."""
    return frozenset(name.text for article in library.articles.values() for name in article.publisher.values())
