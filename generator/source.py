"""Texts that came from somewhere, and stretches of them.

Every value that the generator reads from a file of ours keeps a :class:`Span`, so that a finding can name its place to
the code point. Offsets count code points from 0; lines and columns count from 1, as editors show them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

_LINE_BREAK = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Source:
    """A text under the path that findings print for it. The text is never changed after reading."""

    path: str
    text: str
    file: Source | None = field(default=None, repr=False)
    """The file that writes the text in another form, escaped or folded; None when the text is the file's own."""
    offsets: tuple[int, ...] = field(default=(), repr=False)
    """With *file*: the offset there of each code point of the text, and of its end."""
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Offset of the first code point of each line."""

    def __post_init__(self) -> None:
        breaks = (match.end() for match in _LINE_BREAK.finditer(self.text))
        object.__setattr__(self, "starts", (0, *breaks))

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of *offset*, both from 1.

        >>> Source("a", "one\\ntwo").position(4)
        (2, 1)
        """
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return line *number* (from 1) without its line break."""
        return self.text[self.starts[number - 1] :].split("\n", 1)[0]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return the stretch from *start* up to *end* (to the end of the text when not given)."""
        return Span(self, start, len(self.text) if end is None else end)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one source: *start* is in it, *end* is the first code point after it."""

    source: Source = field(repr=False)
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the stretch, as they stand in the source."""
        return self.source.text[self.start : self.end]

    @property
    def path(self) -> str:
        """Path of the source."""
        return self.source.path

    @property
    def in_file(self) -> Span:
        """The stretch as it is written in its file.

        >>> file = Source("a.yaml", "'two''s'")
        >>> Source("a.yaml", "two's", file, (1, 2, 3, 4, 6, 7)).span(2, 4).in_file.text
        "o''"
        """
        file, offsets = self.source.file, self.source.offsets
        return self if file is None else Span(file, offsets[self.start], offsets[self.end]).in_file

    @property
    def first(self) -> tuple[int, int]:
        """Line and column of the first code point, in the file."""
        place = self.in_file
        return place.source.position(place.start)

    @property
    def last(self) -> tuple[int, int]:
        """Line and column just after the last code point, in the file."""
        place = self.in_file
        return place.source.position(place.end)

    def part(self, start: int, end: int) -> Span:
        """Return the stretch from *start* to *end*, both counted from the start of this one."""
        return Span(self.source, self.start + start, self.start + end)


def display_width(text: str) -> int:
    """Return how many terminal cells *text* takes: Korean and full-width letters two, marks and joiners none.

    Widths follow Unicode Standard Annex 11 (East Asian Width); the vowels and endings of decomposed Korean join the
    letter before them.

    >>> display_width("KT는"), display_width("２조"), display_width("\u1112\u1161\u11ab")
    (4, 4, 2)
    """
    return sum(_cells(letter) for letter in text)


@lru_cache(maxsize=4096)
def _cells(letter: str) -> int:
    is_joined = "\u1160" <= letter <= "\u11ff" or unicodedata.category(letter) in ("Mn", "Me", "Cf")
    if is_joined and letter != _SOFT_HYPHEN:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


_SOFT_HYPHEN = "\u00ad"
