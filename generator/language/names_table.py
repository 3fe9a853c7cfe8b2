"""All names of all entities as one pattern, and the letters that may stand around a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.language.names_people import TITLE_WORDS, Person, person_of
from generator.language.names_variants import LOOSE, loose_form, loosened, variants_of
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
    "|이라면|라면|이야말로|야말로|이나마|입니다|이지만|지만|이어서|여서|이므로|인데|인지|인|이기|임을|일|던|는데|으나|께선|에겐|마다|만큼|씩"
)
"""Particles and copulas, and the few suffixes (측, 들, 발) that leave a name what it is. Longest first."""
PARTICLE = rf"(?:(?:{_PARTICLES}){{0,4}}(?![가-힣]))"
MAX_LEARNED = 64
"""Short forms one article may introduce; a bound on work, far above any real article."""


@dataclass(frozen=True)
class Names:
    """Names to be looked for. Their pattern is compiled when first asked for."""

    surfaces: Mapping[str, str]
    """Name as written -> kind of entity, or "unlike" for what is somebody else's."""

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Finds the longest name at a place, whatever follows it; None when there are no names."""
        return _compile(loosened(name) if kind == "person" else name for name, kind in self.surfaces.items())

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """Normal form of a name -> kind."""
        return {normal_form(surface): kind for surface, kind in self.surfaces.items()}

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the longest name at each place of *text* where one stands, in order; they do not overlap.

        >>> [match.group() for match in Names({"KT": "org", "KT Cloud": "org"}).find("KTX, KT는 KT Clouds")]
        ['KT', 'KT']
        """
        pattern, kinds, position = self.pattern, self.kinds, 0
        while pattern is not None and (longest := pattern.search(text, position)):
            start = longest.start()
            match: re.Match[str] | None = longest if _may_start(text, start) else None
            while match and not may_end(text, match.end(), kinds.get(normal_form(match.group()), "person")):
                match = pattern.match(text, start, match.end() - 1)  # a shorter name
            position = match.end() if match else start + 1
            if match:
                yield match


@dataclass(frozen=True, slots=True)
class NameTable:
    """The names of a set of entities, ready to be looked for."""

    names: Names
    shouted: Names
    """The same in capitals, for headings printed in capitals."""
    owners: Mapping[str, str | None]
    """Normal form of a name -> entity id; None for what is somebody else's or claimed by two."""
    kinds: Mapping[str, str]
    people: tuple[Person, ...]

    def owner(self, name: str) -> str | None:
        """Return the entity that bears *name*, or None for what is somebody else's or claimed by two."""
        form = normal_form(name)
        return self.owners[form] if form in self.owners else self.owners.get(loose_form(form))


def normal_form(name: str) -> str:
    """Return *name* as it is compared: one kind of hyphen, apostrophe and blank; no blanks beside Hangul.

    Korean spacing of compound names varies from paper to paper, so it does not tell names apart.

    >>> normal_form("AX 전략 펀드")
    'AX전략펀드'
    """
    words = name.translate(_SAME).split()
    return ("" if _HANGUL.search(name) else " ").join(words)


def is_shouted(text: str) -> bool:
    """Return whether *text* is printed in capitals: no small letter, and more than a name or two."""
    return text.isupper() and sum(letter.isascii() and letter.isalpha() for letter in text[:200]) > 12


def names_of(entity: Entity) -> list[Written]:
    """Return the names and aliases of *entity*, in every script."""
    return [*entity.names.values(), *entity.aliases]


def make_table(entities: Iterable[Entity]) -> NameTable:
    """Return the table of *entities*."""
    owners: dict[str, str | None] = {}
    variants: dict[str, str | None] = {}
    surfaces: dict[str, str] = {}
    kinds: dict[str, str] = {}
    people: list[Person] = []
    for entity in entities:
        kinds[entity.id] = entity.kind
        for written in names_of(entity):
            _claim(owners, normal_form(written.text), entity.id)
            surfaces.setdefault(written.text, entity.kind)
        for name in variants_of(entity):
            _claim(variants, normal_form(name), entity.id)
            surfaces.setdefault(name, entity.kind)
        for written in entity.unlike:
            owners[normal_form(written.text)] = None
            surfaces[written.text] = "unlike"
        if entity.kind == "person":
            people.append(person_of(entity))
            for name in (*(written.text for written in names_of(entity)), *variants_of(entity)):
                _claim(variants, loose_form(name), entity.id)
    owners = {**variants, **owners}
    for name, owner in list(owners.items()):
        _claim(owners, name.upper(), owner)
    return NameTable(
        Names(surfaces),
        Names({surface.upper(): kind for surface, kind in surfaces.items()}),
        owners,
        kinds,
        tuple(people),
    )


def _claim(owners: dict[str, str | None], name: str, owner: str | None) -> None:
    owners[name] = owner if owners.get(name, owner) == owner else None


def _compile(surfaces: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern that finds the longest of *surfaces*, or None when there is none.

    Alternatives are grouped by first letter, so that a text is skipped over at the speed of a set of letters. What may
    stand around a name is no part of the pattern: written into each name, it would take longer to compile than to use.
    """
    groups: dict[str, list[str]] = {}
    for surface in sorted(surfaces, key=lambda name: (-len(name), name)):
        words = surface.translate(_SAME).strip()
        if words:
            groups.setdefault(words[0], []).append(_rest(words))
    if not groups:
        return None
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in sorted(groups.items())))


def _rest(words: str) -> str:
    pieces, previous = [], words[0]
    for letter in words[1:]:
        if previous == LOOSE:
            pieces.append(f"[{letter.lower()}{letter.upper()}]")
            previous = letter
        elif letter == LOOSE:
            pieces.append("[- ‐-–]?")
            previous = letter
        elif letter == " ":
            pieces.append(" ")
        else:
            if pieces and pieces[-1] == " ":
                loose = _HANGUL.match(letter) or _HANGUL.match(previous)
                pieces[-1] = r"\s?" if loose else r"\s"
            pieces.append("[-‐-–]" if letter == "-" else "['’‘`]" if letter == "'" else re.escape(letter))
            previous = letter
    return "".join(pieces)


AFTER_HANGUL = re.compile(PARTICLE)
_PLACE_TAIL = "(?:특별자치[도시구]|특별시|광역시|[시도군구]청|시내|지역|일대|전역|국제공항|공항|[주시도군구현성역항권])"
"""What makes one word with the name of a place and leaves the place in it."""
_AFTER_PLACE = re.compile(f"(?!인){_PLACE_TAIL}?{PARTICLE}")
_AFTER_PERSON = re.compile(rf"(?:{TITLE_WORDS}|군|양|님|전)?{PARTICLE}")
_AFTER_LATIN = re.compile(rf"(?:사|그룹)?{PARTICLE}")
"""사 means the firm (MS사는); after a Hangul name it makes another word (한국사)."""
_AFTER_FIRM = re.compile(rf"(?:그룹)?{PARTICLE}")
_AFTERS = {"person": _AFTER_PERSON, "place": _AFTER_PLACE, "org": _AFTER_FIRM}
_PART_OF_WORD = re.compile("[A-Za-z0-9&@_가-힣À-ɏ]")
_GOES_ON = re.compile(r"[A-Za-z0-9_À-ɏ]|-\d|&\w|\.[A-Za-z]{2}")


def _may_start(text: str, start: int) -> bool:
    """Return whether a name may start there: not inside a word, but right behind Hanja (美KT)."""
    return start == 0 or not text[start].isalnum() or not _PART_OF_WORD.match(text, start - 1)


def may_end(text: str, end: int, kind: str) -> bool:
    """Return whether a name may end there: before Hangul, nothing but particles may follow."""
    last, follow = text[end - 1], text[end : end + 1]
    if kind == "unlike" or last == "&":
        return not (last.isascii() and follow.isascii() and follow.isalnum())
    if not last.isalnum():
        return True
    is_hangul = "가" <= last <= "힣"
    if not is_hangul and _GOES_ON.match(text, end):
        return False
    if not "가" <= follow <= "힣":
        return True
    pattern = _AFTER_LATIN if not is_hangul else _AFTERS.get(kind, AFTER_HANGUL)
    return bool(pattern.match(text, end))
