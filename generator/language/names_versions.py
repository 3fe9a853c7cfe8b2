"""Names that differ from a known name in their version, edition or year alone: GPT-5 beside GPT-4o."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.language.names_table import PARTICLE, names_of, normal_form
from generator.model import Entity

_VERSIONED = re.compile(r"(?P<stem>\S.*?[^\W\d][)]?)(?P<gap>[ -]?)(?P<version>\d+(?:\.\d+)*[a-z]{0,2}(?:[ -].*)?)")
_GRADES = (
    "(?:mini|turbo|pro|plus|ultra|max|lite|nano|preview|Mini|Turbo|Pro|Plus|Ultra|Max|Lite|Nano|Preview)(?![A-Za-z-])"
    f"|(?:미니|터보|프로|플러스|울트라|맥스|라이트|나노){PARTICLE}"
)
"""What makes another thing of a version."""
_LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]")


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """A version of a known name that is none of the known ones."""

    text: str
    start: int
    known: tuple[str, ...]
    """The names as they are known."""

    @property
    def end(self) -> int:
        """Offset of the first code point after the name."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Versions:
    """The known names that bear a version, by what stands before it."""

    names: dict[str, tuple[str, ...]]
    """Stem -> names as written."""

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self.names:
            return None
        stems = "|".join(re.escape(stem) for stem in sorted(self.names, key=lambda stem: (-len(stem), stem)))
        return re.compile(
            rf"(?<![A-Za-z0-9가-힣-])(?P<stem>{stems})[ -]?"
            rf"(?P<version>\d+(?:\.\d+)*[a-z]{{0,2}}(?:[ -]?(?:{_GRADES}))?)(?![A-Za-z0-9%]|[.,]\d)"
        )

    def find(self, text: str) -> Iterator[OtherVersion]:
        """Yield each place of *text* where a known name stands with a version that no known name has.

        >>> versions = Versions({"GPT": ("GPT-4o",)})
        >>> [other.text for other in versions.find("GPT-4o, GPT-5 and GPT")]
        ['GPT-5']
        """
        for match in self._pattern.finditer(text) if self._pattern else ():
            known = self.names[match["stem"]]
            if all(_plain(_version(name)) != _plain(match["version"]) for name in known):
                yield OtherVersion(match[0], match.start(), known)


def _is_stem(words: str) -> bool:
    return bool(_LETTERS.search(words)) and not words.islower()


def _plain(version: str) -> str:
    return re.sub("[ -]", "", version).casefold()


def _version(name: str) -> str:
    match = _VERSIONED.fullmatch(name)
    return match["version"] if match else ""


def versions_of(entities: Iterable[Entity]) -> Versions:
    """Return the names of *entities* that bear a version.

    Where the rest is the name of another, a number behind it is no version: Microsoft 365 leaves "Microsoft 300" alone.
    """
    entities = tuple(entities)
    owners = {normal_form(written.text): entity.id for entity in entities for written in names_of(entity)}
    found: dict[str, list[str]] = {}
    for entity in entities:
        for written in names_of(entity):
            match = _VERSIONED.fullmatch(written.text)
            if match and _is_stem(match["stem"]) and owners.get(normal_form(match["stem"]), entity.id) == entity.id:
                found.setdefault(match["stem"], []).append(written.text)
    return Versions({stem: tuple(dict.fromkeys(names)) for stem, names in found.items()})
