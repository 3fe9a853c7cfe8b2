"""Parts of a period ("early 2025", 3월 중순, "first week of May"): dates read as the whole period, told apart here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from generator.model import DateSpan, Precision

_THIRD = {
    "early": frozenset({0}), "mid": frozenset({1}), "late": frozenset({2}),
    "first": frozenset({0, 1}), "second": frozenset({1, 2}),
}  # fmt: skip
_WEEKS = {
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 5, "final": 5},
    **{str(number): number for number in range(1, 6)},
    **{"첫": 1, "첫째": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5, "마지막": 5},
}
_PART_EN = re.compile(
    r"(?:by )?(?:the )?(?:very )?(?:"
    r"(?P<early>early|start of|beginning of|turn of|first days? of)(?P<to_mid>[- ](?:to|or)[- ]mid)?"
    r"|(?P<mid>mid(?:dle)?)(?P<to_late>[- ](?:to|or)[- ]late)?"
    r"|(?P<late>late(?!r)|end|close of|year[- ]end|last days? of|final days? of)"
    r"|(?P<half>first|second|latter)[- ]half of(?= [A-Z])"
    r"|(?P<week>first|second|third|fourth|last|final) week of)\b",
    re.IGNORECASE,
)
_PART_KO = re.compile(
    r"(?:(?P<early>초|초반|초순|상순|연초)|(?P<mid>중순|중반)|(?P<late>말|후반|하순|연말|말쯤)"
    r"|(?P<week>첫째?|둘째|셋째|넷째|다섯째|마지막|[1-5]) ?주차?)$"
)
_SLACK = 0.12
"""Share of the period by which the thirds of it reach into each other: April may still be early in the year."""


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a period a date names."""

    thirds: frozenset[int]
    """Thirds of the period, from 0."""
    week: int | None = None
    """Which week of a month it is, from 1, 5 being the last."""

    def meets(self, other: Part) -> bool:
        """Return whether two parts of one period may be the same."""
        if self.week and other.week:
            return self.week == other.week or {self.week, other.week} == {4, 5}
        return bool(self.thirds & other.thirds)

    def holds(self, period: DateSpan, given: DateSpan) -> bool:
        """Return whether *given*, which lies in *period*, lies in this part of it."""
        if period.first is None or period.last is None or given.first is None or given.last is None:
            return True
        length = (period.last - period.first).days + 1
        first, last = (given.first - period.first).days, (given.last - period.first).days + 1
        if self.week and length < 32:
            is_week = given.precision is Precision.WEEK
            week = ((week_as_day(given).first or given.first).day + 6) // 7
            if is_week:
                return self.week == week or (self.week == 5 and week == 4)
            return week >= 4 if self.week == 5 else self.week in (week, week + 1)
        low, high = min(self.thirds) / 3 - _SLACK, (max(self.thirds) + 1) / 3 + _SLACK
        return first < high * length and last > low * length


def part_of(date: DateSpan) -> Part | None:
    """Return the part of its period that the words of a date name, or None when they name all of it.

    >>> part_of(DateSpan("early March", 0, None, None, Precision.MONTH, "")).thirds
    frozenset({0})
    """
    is_period = date.precision in (Precision.MONTH, Precision.YEAR) or date.edtf.endswith("X")
    match = (_PART_EN.match(date.text) or _PART_KO.search(date.text)) if is_period else None
    if match is None:
        return None
    if match["week"]:
        week = _WEEKS[match["week"].lower()]
        return Part(frozenset({(week - 1) // 2, min(2, week // 2)}), week)
    groups = match.groupdict()
    if groups.get("half"):
        return Part(_THIRD["first" if match["half"].lower() == "first" else "second"])
    thirds = next(_THIRD[name] for name in ("early", "mid", "late") if match[name])
    if groups.get("to_mid"):
        return Part(_THIRD["first"])
    return Part(_THIRD["second"] if groups.get("to_late") else thirds)


_WEEKDAYS = (("mon", "월"), ("tue", "화"), ("wed", "수"), ("thu", "목"), ("fri", "금"), ("sat", "토"), ("sun", "일"))
_WEEKDAY = re.compile(
    r"(?:.*?(?P<ko>[월화수목금토일])(?:요일|\))|(?:.*\()?(?P<en>mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)", re.IGNORECASE
)
_WEEKDAY_BEHIND = re.compile(
    r" ?\((?P<ko>[월화수목금토일])\)|,? \(?(?:a )(?P<en>mon|tue|wed|thu|fri|sat|sun)[a-z]*day\b", re.IGNORECASE
)


def weekday_of(text: str, date: DateSpan) -> int | None:
    """Return the weekday that the words of a day, or those right behind it in *text*, name: 0 for Monday; or None.

    >>> weekday_of("3월 4일(화)", DateSpan("3월 4일", 0, None, None, Precision.DAY, "XXXX-03-04"))
    1
    """
    if date.precision is not Precision.DAY:
        return None
    match = _WEEKDAY.match(date.text) or _WEEKDAY_BEHIND.match(text, date.end)
    if match is None:
        return None
    name = (match["ko"] or match["en"]).lower()
    return next(number for number, names in enumerate(_WEEKDAYS) if name in names)


def week_as_day(date: DateSpan) -> DateSpan:
    """Return the Thursday of a week, which decides the month and the year that it belongs to (ISO 8601)."""
    if date.precision is not Precision.WEEK or date.first is None:
        return date
    thursday = date.first + timedelta(days=3)
    return DateSpan(date.text, date.start, thursday, thursday, Precision.DAY, thursday.isoformat())
