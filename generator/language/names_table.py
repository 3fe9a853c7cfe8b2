"""All names of all entities as one pattern, and the letters that may stand around a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.language.names_people import Person, person_of
from generator.model import Entity, Written

_SAME = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\n": " ", "‐": "-", "‑": "-", "–": "-", "’": "'", "‘": "'", "`": "'"}
)
_HANGUL = re.compile("[가-힣]")
_PARTICLES = (
    "에게서|에게|에서|에선|에는|에도|에만|에|께서|께|한테|으로서|으로써|으로부터|로부터|로서|로써|으로"
    "|로|은|는|이라며|이라고|이라는|이란"
    "|이라|이나|이며|이고|이자|이든지|이든|이랑|이다|이었|이|가|을|를|과|와|의|도|만|까지|부터|처럼|보다|조차|마저"
    "|밖에|뿐|대로|라며|라고|라는|란|라"
    "|나|며|자|든지|든|랑|하고|다|였|측|및|들|발|엔|선|서"
)
"""Particles and copulas, and the few suffixes (측, 들, 발) that leave a name what it is. Longest first."""
PARTICLE = rf"(?:(?:{_PARTICLES}){{0,4}}(?![가-힣]))"
_FIRM = rf"(?:사?{PARTICLE})"
"""After a Latin name 사 means the firm (MS사는); after a Hangul name it makes another word (한국사)."""
_TITLES = (
    "대표이사|대표|회장|부회장|사장|부사장|전무|상무|이사|의장|총리|대통령|장관|차관|의원|위원장|감독"
    "|코치|선수|교수|박사|기자|원장|본부장|그룹장|부문장|팀장|센터장|실장|씨|군|양|님|전"
)
_AFTER_PERSON = rf"(?=(?:{_TITLES})?{PARTICLE})"
MAX_LEARNED = 64
"""Short forms one article may introduce; a bound on work, far above any real article."""


@dataclass(frozen=True, slots=True)
class NameTable:
    """The names of a set of entities, ready to be looked for."""

    pattern: re.Pattern[str] | None
    """Finds the longest name at a place; None when there are no names."""
    shouted: re.Pattern[str] | None
    """The same in capitals, for headings printed in capitals."""
    owners: Mapping[str, str | None]
    """Normal form of a name -> entity id; None for what is somebody else's or claimed by two."""
    kinds: Mapping[str, str]
    people: tuple[Person, ...]


def normal_form(name: str) -> str:
    """Return *name* as it is compared: one kind of hyphen, apostrophe and blank; no blanks beside Hangul.

    Korean spacing of compound names varies from paper to paper, so it does not tell names apart.

    >>> normal_form("AX 전략 펀드")
    'AX전략펀드'
    """
    words = name.translate(_SAME).split()
    return ("" if _HANGUL.search(name) else " ").join(words)


def names_of(entity: Entity) -> list[Written]:
    """Return the names and aliases of *entity*, in every script."""
    return [*entity.names.values(), *entity.aliases]


def make_table(entities: Iterable[Entity]) -> NameTable:
    """Return the table of *entities*."""
    owners: dict[str, str | None] = {}
    surfaces: dict[str, str] = {}
    kinds: dict[str, str] = {}
    people: list[Person] = []
    for entity in entities:
        kinds[entity.id] = entity.kind
        for written in names_of(entity):
            _claim(owners, normal_form(written.text), entity.id)
            surfaces.setdefault(written.text, entity.kind)
        for written in entity.unlike:
            owners[normal_form(written.text)] = None
            surfaces[written.text] = "unlike"
        if entity.kind == "person":
            people.append(person_of(entity))
    for name, owner in list(owners.items()):
        _claim(owners, name.upper(), owner)
    return NameTable(
        compile_names(surfaces),
        compile_names({s.upper(): k for s, k in surfaces.items()}),
        owners,
        kinds,
        tuple(people),
    )


def _claim(owners: dict[str, str | None], name: str, owner: str | None) -> None:
    owners[name] = owner if owners.get(name, owner) == owner else None


def compile_names(surfaces: Mapping[str, str]) -> re.Pattern[str] | None:
    """Return a pattern that finds the longest of *surfaces* (name -> kind), or None when there is none.

    Alternatives are grouped by first letter, so that a text is skipped over at the speed of a set of letters.
    """
    groups: dict[str, list[str]] = {}
    for surface in sorted(surfaces, key=lambda name: (-len(name), name)):
        words = surface.translate(_SAME).strip()
        if words:
            groups.setdefault(words[0], []).append(_rest(words) + _after(words, surfaces[surface]))
    if not groups:
        return None
    return re.compile("|".join(_start(first) + f"(?:{'|'.join(rests)})" for first, rests in sorted(groups.items())))


def _start(first: str) -> str:
    letter = re.escape(first)
    if first.isalnum():
        return rf"{letter}(?<![A-Za-z0-9&@_가-힣À-ɏ]{letter})"
    return letter


def _rest(words: str) -> str:
    pieces, previous = [], words[0]
    for letter in words[1:]:
        if letter == " ":
            pieces.append(" ")
        else:
            if pieces and pieces[-1] == " ":
                loose = _HANGUL.match(letter) or _HANGUL.match(previous)
                pieces[-1] = r"[ \u00a0\n]?" if loose else r"[ \u00a0\n]"
            pieces.append("[-‐‑–]" if letter == "-" else "['’‘`]" if letter == "'" else re.escape(letter))
            previous = letter
    return "".join(pieces)


def _after(words: str, kind: str) -> str:
    """Return what must follow a name: for Hangul, and for Latin before Hangul, nothing but particles."""
    last = words[-1]
    if kind == "unlike":
        return "" if not last.isascii() else r"(?![A-Za-z0-9])"
    if _HANGUL.match(last):
        return _AFTER_PERSON if kind == "person" else f"(?={PARTICLE})"
    if last.isalnum():
        return rf"(?![A-Za-z0-9_À-ɏ]|-\d|&\w|\.[A-Za-z]{{2}})(?={_FIRM})"
    return r"(?![A-Za-z0-9])" if last == "&" else ""
