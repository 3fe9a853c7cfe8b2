"""Text and names -> mentions, in English and Korean.

The longest name wins; a name ends where its word does, give or take Korean particles, so that KT&G, KTX, KT-1 or
SK하이닉스 are not KT or SK. What an article introduces itself is learnt while reading it: bracketed short forms
(마이크로소프트(MS)) and people by surname; "the company" and 양사 are carried over and marked so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.language.names_carried import read_carried
from generator.language.names_people import Person, Surname, find_surnames, is_bare, surname_pattern, title_after
from generator.language.names_table import (
    MAX_LEARNED,
    Names,
    NameTable,
    is_shouted,
    make_table,
    names_of,
    normal_form,
)
from generator.model import Entity, Mention, Written

__all__ = ["NameTable", "ambiguous_names", "build_table", "read_mentions"]


def build_table(entities: Iterable[Entity]) -> NameTable:
    """Return the table of all names, in both scripts, of *entities*.

    A name that two of them claim, and every name under ``unlike``, is known but names nobody.
    """
    return make_table(entities)


def ambiguous_names(entities: Iterable[Entity]) -> list[tuple[Written, tuple[str, ...]]]:
    """Return each name that more than one entity claims, where it is first written, with the ids in order."""
    claims: dict[str, list[tuple[Written, str]]] = {}
    for entity in entities:
        for written in names_of(entity):
            claims.setdefault(normal_form(written.text), []).append((written, entity.id))
    several = ((rows[0][0], tuple(dict.fromkeys(id for _, id in rows))) for rows in claims.values())
    return [(written, ids) for written, ids in several if len(ids) > 1]


def read_mentions(paragraphs: Sequence[str], table: NameTable, language: str) -> tuple[tuple[Mention, ...], ...]:
    """Return the mentions in each paragraph of an article, in order of their start.

    *paragraphs* are the whole article in reading order; *language* is its language, "en" or "ko": names of either
    script are found in both. Every place counts, also several in one paragraph.
    """
    named = [_read_names(text, table) for text in paragraphs]
    named = _with_learned(paragraphs, named, table)
    named = _with_surnames(paragraphs, named, table)
    return tuple(
        tuple(sorted(mentions, key=lambda mention: (mention.start, mention.entity)))
        for mentions in read_carried(paragraphs, named, table.kinds, language)
    )


def _read_names(text: str, table: NameTable) -> list[Mention]:
    found = _read(text, 0, table.shouted if is_shouted(text) else table.names, table)
    byline = _BYLINE.match(text)
    if byline is None or any(mention.start < byline.end() for mention in found):
        return found
    people = _read(byline["people"], byline.start("people"), table.shouted, table)
    return [*(mention for mention in people if table.kinds[mention.entity] == "person"), *found]


def _read(text: str, start: int, names: Names, table: NameTable) -> list[Mention]:
    """Return the mentions by *names* in *text*, which stands at *start*."""
    owners = ((match, table.owner(match.group())) for match in names.find(text))
    return [Mention(match.group(), start + match.start(), owner) for match, owner in owners if owner is not None]


_BYLINE = re.compile(r"(?:[Bb]y )?(?P<people>(?=.*[A-Z]{4})[A-Z][A-Z'’.-]*(?: (?:and )?[A-Z][A-Z'’.-]*){1,6})(?![\w-])")
"""People in capitals at the head of a line that goes on in small letters."""


# ------------------------------------------------------------------------------------------------ short forms

_BRACKET = re.compile(
    r"[ \u00a0]?\((?:이하[ \u00a0]?|hereafter )?[‘’'“”\"]?(?P<short>[A-Z][A-Za-z&-]{1,9}"
    r"|(?<=이하)[가-힣A-Za-z]{2,10}|(?<=이하 )[가-힣A-Za-z]{2,10})[‘’'“”\"]?[,)]"
)
_NO_SHORT_FORM = frozenset(
    "AI IT CEO CTO CFO COO CIO CMO SLM LLM ESG IPO USA ICT PR IR NYSE KOSDAQ KOSPI NASDAQ Inc Ltd Corp"
    " left right center top bottom".split()
)


def _with_learned(paragraphs: Sequence[str], named: Sequence[list[Mention]], table: NameTable) -> list[list[Mention]]:
    """Return *named* with the mentions by short forms that the article introduces in brackets."""
    owners: dict[str, str | None] = {}
    first: dict[str, tuple[int, int]] = {}
    for index, (text, mentions) in enumerate(zip(paragraphs, named, strict=True)):
        for mention in mentions:
            match = _BRACKET.match(text, mention.end)
            if match is None or not _is_short_form(match["short"], mention, table):
                continue
            short = match["short"]
            if short not in owners and len(owners) >= MAX_LEARNED:
                continue
            owners[short] = mention.entity if owners.get(short, mention.entity) == mention.entity else None
            first.setdefault(short, (index, match.start("short")))
    if not owners:
        return list(named)
    names = Names(dict.fromkeys(owners, "org"))
    result = []
    for index, (text, mentions) in enumerate(zip(paragraphs, named, strict=True)):
        more = [
            Mention(match.group(), match.start(), owner)
            for match in names.find(text)
            if (owner := owners[match.group()]) and (index, match.start()) >= first[match.group()]
        ]
        result.append(_merged(mentions, more))
    return result


def _is_short_form(short: str, mention: Mention, table: NameTable) -> bool:
    """Return whether *short* may be initials of a Latin name just read, or Latin for a Korean one."""
    if short in _NO_SHORT_FORM or normal_form(short) in table.owners or table.kinds.get(mention.entity) == "person":
        return False
    if not mention.text.isascii():
        return True
    letters = iter(mention.text.lower())
    return short.isupper() and all(letter in letters for letter in short.lower() if letter.isalpha())


def _merged(mentions: Sequence[Mention], more: Sequence[Mention]) -> list[Mention]:
    """Return both lists as one by place, without those of *more* that touch one of *mentions*."""
    result, index = [], 0
    for candidate in more:
        while index < len(mentions) and mentions[index].end <= candidate.start:
            index += 1
        if index == len(mentions) or mentions[index].start >= candidate.end:
            result.append(candidate)
    return sorted([*mentions, *result], key=lambda mention: mention.start)


# --------------------------------------------------------------------------------------------------- surnames


@dataclass(frozen=True, slots=True)
class _Introduced:
    """A person of the article: where first named in full, and with which titles."""

    person: Person
    at: tuple[int, int]
    titles: frozenset[str]


def _introduced(
    paragraphs: Sequence[str], named: Sequence[Sequence[Mention]], table: NameTable
) -> dict[str, _Introduced]:
    people = {person.id: person for person in table.people}
    found: dict[str, _Introduced] = {}
    for index, (text, mentions) in enumerate(zip(paragraphs, named, strict=True)):
        for mention in mentions:
            person = people.get(mention.entity)
            if person is None:
                continue
            title = title_after(text, mention.end)
            known = found.setdefault(person.id, _Introduced(person, (index, mention.start), frozenset()))
            if title:
                found[person.id] = replace(known, titles=known.titles | {title})
    return found


def _with_surnames(paragraphs: Sequence[str], named: Sequence[list[Mention]], table: NameTable) -> list[list[Mention]]:
    introduced = _introduced(paragraphs, named, table)
    pattern = surname_pattern([entry.person for entry in introduced.values()])
    if pattern is None:
        return list(named)
    shared = _strangers(paragraphs, named, introduced)
    result = []
    for index, (text, mentions) in enumerate(zip(paragraphs, named, strict=True)):
        more = []
        for surname in find_surnames(text, pattern):
            entity = _bearer(text, surname, (index, surname.start), introduced, shared)
            if entity is not None:
                more.append(Mention(surname.text, surname.start, entity))
        result.append(_merged(mentions, more))
    return result


_FULL_NAME = re.compile(
    r"(?<![\w-])(?:([A-Z][a-z]{1,10}) [A-Z][a-z]{1,10}-[A-Za-z][a-z]{1,10}"
    r"|[A-Z][a-z]{1,10}-[A-Z][a-z]{1,10} ([A-Z][a-z]{1,10}))(?![\w-])"
)


def _strangers(
    paragraphs: Sequence[str], named: Sequence[Sequence[Mention]], introduced: Mapping[str, _Introduced]
) -> frozenset[str]:
    """Return the Latin surnames that people who are no entities bear in the article too."""
    ours = {entry.person.latin for entry in introduced.values()}
    found = set()
    for text, mentions in zip(paragraphs, named, strict=True):
        starts = {mention.start for mention in mentions}
        for match in _FULL_NAME.finditer(text):
            surname = match[1] or match[2]
            if surname in ours and match.start() not in starts:
                found.add(surname)
    return frozenset(found)


def _bearer(
    text: str, surname: Surname, at: tuple[int, int], introduced: Mapping[str, _Introduced], shared: frozenset[str]
) -> str | None:
    """Return the one person a bare surname can mean, or None."""
    name, start = surname.name, surname.start
    if not surname.title:
        bearers = [entry for entry in introduced.values() if entry.person.latin == name]
        if len(bearers) != 1 or name in shared or not is_bare(text, start, start + len(name)):
            return None
        return bearers[0].person.id if bearers[0].at < at else None
    bearers = [entry for entry in introduced.values() if entry.person.hangul == name and entry.at < at]
    fitting = [entry for entry in bearers if any(_same_title(surname.title, seen) for seen in entry.titles)]
    if not fitting and len(bearers) == 1 and not bearers[0].titles:
        fitting = bearers
    return fitting[0].person.id if len(fitting) == 1 else None


def _same_title(title: str, seen: str) -> bool:
    """Return whether a title and the one that introduced the person agree (대표 and 대표이사)."""
    return seen.endswith(title) or seen.startswith(title) or title == "씨"
