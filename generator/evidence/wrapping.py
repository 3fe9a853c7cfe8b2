"""Pages wrapped at one width: which of their lines go on the paragraph of the line before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_TWO_CELLS = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]")
_NARROW, _WIDE = 40, 132
"""Widths, in characters or cells, at which texts are wrapped."""
_LEAST = 5
"""Rows that must end just where the next word would have gone over the edge, for a page to be wrapped."""


def find_wrapped(texts: Sequence[str], starts: Sequence[bool]) -> tuple[bool, ...] | None:
    """Return for each of *texts*, lines that are not blank, whether it goes on the one before; None if none does.

    *starts* tells which lines begin something: those below a blank line, and items of lists. A wrapped row ends where
    its next word had no room. So each pair of rows bounds the width of the page from both sides, and the width that
    most pairs allow is the page's.
    """
    for measure in (_cells, len):
        sizes = [measure(text) for text in texts]
        rooms = [0, *(sizes[at - 1] + measure(texts[at].split()[0]) for at in range(1, len(texts)))]
        width = _common_width(sizes, rooms, starts)
        if width is None:
            continue
        goes_on = tuple(at > 0 and not starts[at] and sizes[at - 1] <= width <= rooms[at] for at in range(len(texts)))
        if _is_wrapped(sizes, goes_on, starts, width):
            return goes_on
    return None


def _cells(text: str) -> int:
    return len(text) + len(_TWO_CELLS.findall(text))


def _common_width(sizes: Sequence[int], rooms: Sequence[int], starts: Sequence[bool]) -> int | None:
    """Return the width that most neighbouring rows allow, the largest of several; None when few allow any."""
    allowed: Counter[int] = Counter()
    for at in range(1, len(sizes)):
        if not starts[at]:
            allowed.update(range(max(_NARROW, sizes[at - 1]), min(_WIDE, rooms[at]) + 1))
    if not allowed:
        return None
    width, count = max(allowed.items(), key=lambda item: (item[1], item[0]))
    return width if count >= _LEAST else None


def _is_wrapped(sizes: Sequence[int], goes_on: Sequence[bool], starts: Sequence[bool], width: int) -> bool:
    """Return whether *goes_on* tells of a wrapped page: no text runs over the edge, and much of it is in rows."""
    over = sum(size for size in sizes if size > width)
    below = (*goes_on[1:], False)
    rows = sum(size for size, own, other in zip(sizes, goes_on, below, strict=True) if own or other)
    full = [at + 1 for at in range(len(sizes) - 1) if 0.8 * width < sizes[at] <= width and not starts[at + 1]]
    kept = sum(goes_on[at] for at in full)
    return over * 10 < sum(sizes) and rows * 4 > sum(sizes) and kept * 10 >= 7 * len(full)
