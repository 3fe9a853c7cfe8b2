"""Dates that nothing pins down: how those compare of which only a part is known, or only how they count."""

from __future__ import annotations

import re

from generator.model import DateSpan

SEASONS = {"33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12), "40": (1, 6), "41": (7, 12)}
"""First and last month by EDTF level 2: 33–36 are quarters, 40 and 41 halves."""


def is_open_match(pattern: str, date: DateSpan) -> bool:
    """Return whether *date* is one of those that an open EDTF such as "XXXX-09" or "XXXX-XX-04" leaves possible."""
    if not pattern or not date.edtf or pattern == date.edtf:
        return bool(pattern) and pattern == date.edtf
    if "/" in pattern or "/" in date.edtf:
        return _is_open_range(_ends(pattern), _ends(date.edtf))
    wanted, have = pattern.split("-"), date.edtf.split("-")
    return len(have) >= len(wanted) and _is_part(wanted, have)


def _is_part(wanted: list[str], have: list[str]) -> bool:
    return all(
        set(part) <= {"X"} or part == given or (index == 1 and _is_within(given, part))
        for index, (part, given) in enumerate(zip(wanted, have, strict=False))
    )


def _ends(edtf: str) -> list[list[str]]:
    """Return the two ends that an EDTF names, the months of a quarter or half being its ends."""
    if "/" in edtf:
        return [end.split("-") for end in edtf.split("/")]
    year, _, part = edtf.partition("-")
    return [[year, f"{month:02}"] for month in SEASONS[part]] if part in SEASONS else []


def _is_open_range(wanted: list[list[str]], have: list[list[str]]) -> bool:
    """Return whether a range of months or days may be another whose year is not told: 7~9월 and "July to September"."""
    if len(wanted) != 2 or len(have) != 2:
        return False
    return all(len(one) == len(other) and _is_part(one, other) for one, other in zip(wanted, have, strict=True))


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


def _is_within(month: str, part: str) -> bool:
    """Return whether the month or quarter *month* lies in the quarter or half *part*."""
    if part not in SEASONS or not month.isdigit():
        return False
    first, last = SEASONS.get(month, (int(month), int(month)))
    return SEASONS[part][0] <= first and last <= SEASONS[part][1]
