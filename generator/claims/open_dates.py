"""Dates that nothing pins down: how those compare of which only a part is known, or only how they count."""

from __future__ import annotations

import re

from generator.model import DateSpan


def is_open_match(pattern: str, date: DateSpan) -> bool:
    """Return whether *date* is one of those that an open EDTF such as "XXXX-09" or "XXXX-XX-04" leaves possible."""
    if not pattern or not date.edtf or pattern == date.edtf:
        return bool(pattern) and pattern == date.edtf
    wanted, have = pattern.split("-"), date.edtf.split("-")
    if "/" in date.edtf or len(have) < len(wanted):
        return False
    return all(
        set(part) <= {"X"} or part == given or (index == 1 and _is_within(given, part))
        for index, (part, given) in enumerate(zip(wanted, have, strict=False))
    )


_BACKWARD = re.compile(r"\b(?:last|past|previous|preceding|yesterday|ago)\b|지난|작년|전년|어제|그제|전날", re.I)
_FORWARD = re.compile(r"\b(?:next|following|tomorrow|coming)\b|내년|내달|다음|이듬|익년|내일|후년", re.I)
_PRESENT = re.compile(r"\b(?:this|today|current)\b|올해|올 |금년|이달|이번|오늘|당월", re.I)


def is_relative(date: DateSpan) -> bool:
    """Return whether a date that nothing resolves counts from a day that is not given ("last April", 내년)."""
    is_told = any(way.search(date.text) for way in (_BACKWARD, _FORWARD, _PRESENT))
    return date.first is None and (not date.edtf or is_told)


def is_same_relative(stated: DateSpan, given: DateSpan) -> bool:
    """Return whether two dates count alike from days that nobody knows: "the following year" and 내년까지."""
    if given.first is not None or (given.edtf, given.precision) != (stated.edtf, stated.precision):
        return False
    return all(bool(way.search(stated.text)) == bool(way.search(given.text)) for way in (_BACKWARD, _FORWARD))


SEASONS = {"33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12), "40": (1, 6), "41": (7, 12)}
"""First and last month by EDTF level 2: 33–36 are quarters, 40 and 41 halves."""


def _is_within(month: str, part: str) -> bool:
    """Return whether the month or quarter *month* lies in the quarter or half *part*."""
    if part not in SEASONS or not month.isdigit():
        return False
    first, last = SEASONS.get(month, (int(month), int(month)))
    return SEASONS[part][0] <= first and last <= SEASONS[part][1]
