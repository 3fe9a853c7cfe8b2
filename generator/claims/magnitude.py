"""How large a vague quantity is ("tens of thousands of people", 수조원)."""

from __future__ import annotations

import re

_SIZES = (
    (re.compile(r"\bdozens?\b", re.I), 1),
    (re.compile(r"\btens?\b|십", re.I), 1),
    (re.compile(r"\bhundreds?\b|백", re.I), 2),
    (re.compile(r"\bthousands?\b|천", re.I), 3),
    (re.compile(r"만"), 4),
    (re.compile(r"\bmillions?\b|multimillion", re.I), 6),
    (re.compile(r"억"), 8),
    (re.compile(r"\bbillions?\b|multibillion", re.I), 9),
    (re.compile(r"\btrillions?\b|multitrillion|조", re.I), 12),
)


def magnitude(text: str) -> int:
    """Return how many zeros a vague quantity speaks of.

    >>> magnitude("tens of thousands of people"), magnitude("수만 명"), magnitude("several trillion won")
    (4, 4, 12)
    """
    return sum(zeros for pattern, zeros in _SIZES if pattern.search(text))
