"""Stretches of the calendar: first day, last day, how finely it is given, and its EDTF form.

EDTF is the Extended Date/Time Format of ISO 8601-2:2019, level 2, where quarters are 33 to 36, halves (semestrals) 40
and 41, and seasons independent of the hemisphere 21 to 24 (spring, summer, autumn, winter).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from generator.model import Precision

QUARTER_CODE, HALF_CODE, SEASON_CODE = 32, 39, 20
"""What is added to the number of a quarter, half or season to make its EDTF month."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar, both ends included; *first* and *last* are None when it is not pinned down."""

    first: date | None
    last: date | None
    precision: Precision
    edtf: str


def open_stretch(precision: Precision, edtf: str = "") -> Stretch:
    """Return a stretch that is not pinned down, with what is known of it in *edtf*."""
    return Stretch(None, None, precision, edtf)


def day_of(year: int, month: int, day: int) -> Stretch:
    """Return the one day. Raises ValueError when there is no such day."""
    return just(date(year, month, day))


def just(day: date) -> Stretch:
    """Return the stretch of one day.

    >>> just(date(2024, 10, 10)).edtf
    '2024-10-10'
    """
    return Stretch(day, day, Precision.DAY, day.isoformat())


def month_of(year: int, month: int) -> Stretch:
    """Return the month. Raises ValueError when there is no such month or year."""
    last = monthrange(year, month)[1] if MINYEAR <= year <= MAXYEAR else 0
    return Stretch(date(year, month, 1), date(year, month, last), Precision.MONTH, f"{year:04}-{month:02}")


def quarter_of(year: int, number: int) -> Stretch:
    """Return quarter *number* (1 to 4).

    >>> quarter_of(2025, 2).edtf
    '2025-34'
    """
    return _months(year, number * 3 - 2, number * 3, Precision.QUARTER, f"{year:04}-{QUARTER_CODE + number}")


def half_of(year: int, number: int) -> Stretch:
    """Return half *number* (1 or 2)."""
    return _months(year, number * 6 - 5, number * 6, Precision.HALF, f"{year:04}-{HALF_CODE + number}")


def season_of(year: int, number: int) -> Stretch:
    """Return season *number* (1 spring … 4 winter) as meteorologists count it: spring is March to May.

    The winter of a year starts in its December and ends in the next February.
    """
    edtf = f"{year:04}-{SEASON_CODE + number}"
    if number < 4:
        return _months(year, number * 3, number * 3 + 2, Precision.SPAN, edtf)
    return Stretch(date(year, 12, 1), month_of(year + 1, 2).last, Precision.SPAN, edtf)


def year_of(year: int) -> Stretch:
    """Return the year."""
    return _months(year, 1, 12, Precision.YEAR, f"{year:04}")


def decade_of(start: int) -> Stretch:
    """Return the ten years from *start*, which ends in 0.

    >>> decade_of(2020).edtf
    '202X'
    """
    return Stretch(date(start, 1, 1), date(start + 9, 12, 31), Precision.SPAN, f"{start // 10:03}X")


def week_of(day: date) -> Stretch:
    """Return the week around *day*, Monday to Sunday (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    return between(just(monday), just(monday + timedelta(days=6)), Precision.WEEK)


def weekend_of(day: date) -> Stretch:
    """Return Saturday and Sunday of the week around *day*."""
    saturday = day - timedelta(days=day.weekday() - 5)
    return between(just(saturday), just(saturday + timedelta(days=1)))


def between(first: Stretch, last: Stretch, precision: Precision = Precision.SPAN) -> Stretch:
    """Return the stretch from the first day of *first* to the last day of *last*.

    It is not pinned down when one of them is not. Raises ValueError when it would run backwards.
    """
    known = bool(first.edtf and last.edtf)
    edtf = f"{first.edtf}/{last.edtf}" if known else ""
    if first.first is None or last.last is None:
        return open_stretch(precision, edtf)
    if last.last < first.first:
        raise ValueError(f"{edtf} runs backwards")
    return Stretch(first.first, last.last, precision, edtf)


def months_between(year: int, first: int, last: int) -> Stretch:
    """Return the months *first* to *last* of one year.

    >>> months_between(2024, 7, 9).edtf
    '2024-07/2024-09'
    """
    return between(month_of(year, first), month_of(year, last))


def shifted_month(day: date, months: int) -> tuple[int, int]:
    """Return year and month of the month *months* after that of *day*.

    >>> shifted_month(date(2024, 10, 10), 3)
    (2025, 1)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


def _months(year: int, first: int, last: int, precision: Precision, edtf: str) -> Stretch:
    return Stretch(month_of(year, first).first, month_of(year, last).last, precision, edtf)
