"""What an expression says of the calendar before the day of publication is known to it, in either language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Unit(StrEnum):
    """What a term names."""

    DAY = "day"
    WEEKDAY = "weekday"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"


class Tense(IntEnum):
    """Which way the words around an expression look."""

    PAST = -1
    OPEN = 0
    PRESENT = 1
    """Present forms used of what is arranged: "opens Monday", 15일 개막한다."""
    FUTURE = 2


@dataclass(frozen=True, slots=True)
class Term:
    """A calendar expression in parts. A part that is None is not said."""

    unit: Unit
    year: int | None = None
    years: int | None = None
    """The year as a shift from the year of publication: -1 for "last year"."""
    month: int | None = None
    months: int | None = None
    """The month as a shift from the month of publication."""
    day: int | None = None
    number: int | None = None
    """Number of the quarter, half or season; 0 (Monday) to 6 for a weekday; first year of a decade."""
    shift: int | None = None
    """The day, week or quarter as a shift from that of publication."""
    toward: Tense = Tense.OPEN
    """What "last", 지난, "next", 오는 say."""
    is_carried: bool = False
    """Whether shifts count from what was named before (이날, "the same year"), not from the publication."""
    is_open: bool = False
    """Whether the words say that no more is known ("the 4th of a month not given")."""
    is_reported: bool = False
    """Whether it is a period whose results are told, which has begun whatever the verb says (third-quarter results)."""
    nth: int | None = None
    """Which of the month's weekdays it is, or of its days where no weekday is named; -1 for the last."""
    lasting: int | None = None
    """Months up to and with the one named ("the three months through December")."""
    until: Term | None = None
    """The other end of a range written as one expression (3~7일)."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A term and where it stands."""

    start: int
    end: int
    term: Term
