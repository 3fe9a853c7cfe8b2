"""The ways in which other papers print a name: without hyphens, the surname last, no accents, a state without 주."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.language.names_people import ROMANISED, person_of
from generator.model import Entity

LOOSE = "\ufdd0"
"""Stands in a name where a hyphen, a blank or nothing may, before a letter large or small: Sun-a, Suna, Sun A."""
_GIVEN = re.compile(r"(?<=[a-z])-(?=[A-Za-z])|(?<=[A-Z])-(?=[A-Z])")
_INITIAL = re.compile(r"(?<=\w) (?:[A-Z]\. )+")
_BARE = re.compile(r"(?P<hangul>[가-힣]{3,})[주시현성]|(?P<latin>[A-Z].+) (?:Province|Prefecture)")
_SINGLE = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"}
)


def loosened(name: str) -> str:
    """Return the name of a person with the sign LOOSE for the hyphens within its given name.

    >>> loosened("Park Sun-a").replace(LOOSE, "~")
    'Park Sun~a'
    """
    return _GIVEN.sub(LOOSE, name) if len(name.split()) == 2 else name


def loose_form(name: str) -> str:
    """Return a person's name as loosened names are compared: without hyphens, blanks and capitals."""
    return "~" + re.sub(r"[-\s]", "", name).casefold()


def variants_of(entity: Entity) -> Iterator[str]:
    """Yield further ways to write the names of *entity*. They give way to what is another's name."""
    surname = _korean_surname(entity) if entity.kind == "person" else None
    for written in (*entity.names.values(), *entity.aliases):
        name = written.text
        words = name.split()
        if surname and len(words) == 2 and surname in words:
            yield f"{words[1]} {words[0]}"
        if entity.kind == "person" and _INITIAL.search(name):
            yield _INITIAL.sub(" ", name)
        if entity.kind == "place" and (bare := _BARE.fullmatch(name)):
            yield bare["hangul"] or bare["latin"]
        if not name.isascii() and (plain := _unaccented(name)) != name:
            yield plain


def _korean_surname(entity: Entity) -> str | None:
    """Return the Latin surname of a person who bears a Korean one."""
    person = person_of(entity)
    return person.latin if person.latin in ROMANISED.get(person.hangul or "", ()) else None


def _unaccented(name: str) -> str:
    if re.search("[가-힣]", name):
        return name
    letters = unicodedata.normalize("NFD", name.translate(_SINGLE))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
