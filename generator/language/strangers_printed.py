"""Names as articles print them, and whether a name of ours is among them: in the same script, or in the other one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from generator.language.known_names import forms_of, is_known
from generator.language.names_people import LATIN_SURNAMES, ROMANISED
from generator.language.strangers import Stranger
from generator.language.strangers_words import FIRM_KINDS, FIRM_TAILS, GENERIC, PLAIN

_WORD = re.compile(r"[A-Za-z0-9À-ɏ][A-Za-z0-9À-ɏ&+.’'-]*")
_HANGUL = re.compile("[가-힣]+")
_CODE = re.compile(r"(?P<stem>[A-Z][A-Za-z]{0,7})-?(?P<number>\d[\w.-]*)")
_NO_LETTER = re.compile(r"[\s·.,-]+")


class Judgement(StrEnum):
    """What the names printed in the cited articles say of a name of ours."""

    PRINTED = "printed"
    ABSENT = "absent"
    OPEN = "open"
    """Only words like it are printed, or the articles are in the other script."""


@dataclass(frozen=True)
class Printed:
    """The names that some articles print."""

    names: tuple[str, ...]
    languages: frozenset[str]
    """Languages of the articles."""

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The Latin words of each name."""
        found = (frozenset(map(_plain, _WORD.findall(name))) for name in self.names)
        return tuple(words for words in found if words)

    @cached_property
    def hangul(self) -> tuple[str, ...]:
        """The names with Hangul, without blanks."""
        return tuple(_joined(name) for name in self.names if _HANGUL.search(name))

    @cached_property
    def sounds(self) -> frozenset[str]:
        """How each name sounds in either order of its words."""
        return frozenset(sound for name in self.names for sound in _sounds(name))

    @cached_property
    def openings(self) -> frozenset[str]:
        """How the first word of each name sounds, and each name without what kind of firm it is."""
        parts = (part for name in self.names for part in (name.split(" ")[0], _stem(name)))
        return frozenset(sound for part in parts for sound in _sounds(part))

    def judge(self, stranger: Stranger) -> Judgement:
        """Return whether *stranger* is one of the names."""
        if stranger.kind == "surname":
            return Judgement.PRINTED if self._has_surname(stranger.text) else Judgement.ABSENT
        forms = (stranger.text, *forms_of(stranger.text))
        parts = stranger.text.split(" of ")
        if any(self._has(form) for form in forms) or (len(parts) > 1 and all(map(self._has, parts))):
            return Judgement.PRINTED
        if self.has_other_version(stranger.text):
            return Judgement.ABSENT
        own = "ko" if stranger.kind != "latin" or not stranger.text.isascii() else "en"
        if self.languages == {own}:
            return Judgement.OPEN if self._has_parts(stranger.text) else Judgement.ABSENT
        if is_known(stranger.text):
            return Judgement.OPEN if any(map(self._has_less, forms)) else Judgement.ABSENT
        sounds = _sounds(stranger.text)
        is_person = stranger.kind == "person" or _is_korean_person(stranger.text)
        if self.sounds & sounds or (not is_person and self.openings & _sounds(_stem(stranger.text))):
            return Judgement.PRINTED
        return Judgement.ABSENT if is_person and sounds else Judgement.OPEN

    def has(self, name: str) -> bool:
        """Return whether *name* is printed as it is, give or take hyphens and blanks."""
        return _joined(name) in self._joined

    @cached_property
    def _joined(self) -> frozenset[str]:
        return frozenset(map(_joined, self.names))

    def _has_surname(self, surname: str) -> bool:
        """Return whether some name begins with a Korean surname, or holds it in Latin letters or at its end."""
        latin = {form.casefold() for form in ROMANISED[surname]}
        return any(one.startswith(surname) or one.endswith(surname) for one in self.hangul) or any(
            latin & words for words in self.words
        )

    def has_other_version(self, name: str) -> bool:
        """Return whether *name* is a code, and only other numbers of its kind are printed: QX-9000 for QX-7000.

        >>> printed(["QX-7000"], ["en"]).has_other_version("QX-9000")
        True
        """
        code = _CODE.fullmatch(name)
        numbers = self._codes.get(code["stem"].casefold(), ()) if code else ()
        return bool(code and numbers) and not any(one.startswith(code["number"]) for one in numbers if code)

    @cached_property
    def _codes(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.names:
            for word in name.split():
                if code := _CODE.fullmatch(word):
                    found.setdefault(code["stem"].casefold(), []).append(code["number"])
        return found

    def _has(self, name: str) -> bool:
        if _HANGUL.search(name):
            joined = _joined(name)
            return any(one.startswith(joined) or (len(one) > 2 and joined.startswith(one)) for one in self.hangul)
        own, kind = _needed(name), _kind(name)
        return any(own <= words and (kind <= words or words <= own) for words in self.words)

    def _has_parts(self, name: str) -> bool:
        """Return whether all own words of a Latin name are printed, but not together, or with words of another kind."""
        own = _needed(name)
        return len(own | _kind(name)) > 1 and own <= frozenset().union(*self.words)

    def _has_less(self, name: str) -> bool:
        """Return whether a part of *name* is printed as a name: "Hyundai" of "Hyundai Motor"."""
        if _HANGUL.search(name):
            return any(_joined(name).startswith(one) for one in self.hangul)
        return any(words <= _needed(name) for words in self.words)


def _stem(firm: str) -> str:
    """Return the name of a firm without the words that say what kind of firm it is."""
    if _HANGUL.search(firm):
        return re.sub(f"(?:{FIRM_TAILS})$", "", firm)
    return " ".join(word for word in firm.split() if word not in GENERIC and word not in FIRM_KINDS)


def _plain(word: str) -> str:
    return re.sub(r"[’']s?$", "", word.rstrip(".")).replace("-", "").replace(".", "").casefold()


def _joined(name: str) -> str:
    return _NO_LETTER.sub("", name).casefold()


def _needed(name: str) -> frozenset[str]:
    """Return the words of a Latin name that must be printed: not what any institution is called, when more is said."""
    words = [word for word in _WORD.findall(name) if not word.islower() or len(word) > 3]
    own = [] if is_known(name) else [word for word in words if word not in GENERIC and word not in PLAIN]
    return frozenset(map(_plain, own or words))


def _kind(name: str) -> frozenset[str]:
    """Return the words that say of what kind the bearer of a Latin name is: Bank, Securities."""
    return frozenset(map(_plain, _WORD.findall(name))) & _GENERIC - _needed(name)


_GENERIC = frozenset(word.casefold() for word in GENERIC)


def _is_korean_person(name: str) -> bool:
    words = name.split()
    if len(words) != 2 or not any("-" in word for word in words):
        return False
    return any(word in LATIN_SURNAMES for word in words if "-" not in word)


# ---------------------------------------------------------------------------------------------------- sound

_FIRST = ("k", "k", "n", "t", "t", "", "m", "p", "p", "s", "s", "", "c", "c", "c", "k", "t", "p", "")
_LAST = (
    *("", "k", "k", "k", "n", "n", "n", "t", "", "k", "m", "p", "", "", "p", ""),
    *("m", "p", "p", "t", "t", "n", "t", "t", "k", "t", "p", "t"),
)
_LATIN_SOUNDS = tuple(
    (letters, sound)
    for group in "s:sch !:tch s:sh !:ch p:ph t:th k:ck n:ng k:qu s:ce,ci,cy k:c,q ks:x k:g c:j,z,! t:d p:b,f,v".split()
    for sound, every in [group.split(":")]
    for letters in every.split(",")
)
"""Letters and how they are heard, in the order in which they are replaced."""
LEAST_SOUNDS = 2
"""Consonants by which a name can be told in the other script."""


def _sounds(name: str) -> frozenset[str]:
    """Return the consonants of *name*, l and h left out, for each order of its words: alike in both scripts."""
    words = re.findall(r"[가-힣]+|[A-Za-z’'-]+", name)
    parts = [_sound(word) for word in words if word not in PLAIN or word in LATIN_SURNAMES]
    turned = {"".join(parts[index:] + parts[:index]) for index in range(len(parts))}
    return frozenset(sound for sound in map(_once, turned) if len(sound) >= LEAST_SOUNDS)


def _sound(word: str) -> str:
    if _HANGUL.match(word):
        codes = [ord(letter) - 0xAC00 for letter in word]
        return "".join(_FIRST[code // 588] + _LAST[code % 28] for code in codes)
    sound = word.lower()
    for letters, heard in _LATIN_SOUNDS:
        sound = sound.replace(letters, heard)
    return re.sub("[^ckmnpst]", "", sound)


def _once(sound: str) -> str:
    return re.sub(r"(.)\1+", r"\1", sound)


def printed(names: Iterable[str], languages: Sequence[str]) -> Printed:
    """Return the names that articles in *languages* print."""
    return Printed(tuple(dict.fromkeys(names)), frozenset(languages))
