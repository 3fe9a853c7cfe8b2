"""What words say: figures, dates, mentions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class FigureKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    MULTIPLE = "multiple"
    DURATION = "duration"


class Bound(StrEnum):
    """In which way a figure is not exact."""

    ABOUT = "about"
    MIN = "min"
    MAX = "max"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that a text gives."""

    text: str
    """The expression itself, with its unit or noun and without its qualifiers ("about", 약)."""
    start: int
    """Offset of *text* in the text it was read from, in code points."""
    kind: FigureKind
    low: Decimal | None
    """Smallest value meant, in *unit*; None when the figure is vague."""
    high: Decimal | None
    """Largest value meant, in *unit*; equal to *low* unless the text gives a range."""
    unit: str
    """ISO 4217 code, "count", "%", "x", or "year", "month", "week", "day", "hour"."""
    approx: bool = False
    bound: Bound | None = None
    """Given when *approx* is."""

    @property
    def end(self) -> int:
        """Offset of the first code point after *text*."""
        return self.start + len(self.text)

    @property
    def is_vague(self) -> bool:
        """Whether the text names a quantity without a number ("several trillion won", 수조원)."""
        return self.low is None


class Precision(StrEnum):
    """How finely a date is given."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    SPAN = "span"
    """Anything else: a decade, the time between two dates."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """An expression that names a stretch of the calendar."""

    text: str
    start: int
    """Offset of *text* in the text it was read from, in code points."""
    first: date | None
    """First day meant; None, with *last*, when the text does not pin it down."""
    last: date | None
    """Last day meant, included."""
    precision: Precision
    edtf: str
    """Extended Date/Time Format (ISO 8601-2:2019), level 2: "2024-10-10", "2024-09", "2025-33" (first quarter),
    "2025-40" (first half), "2024/2029"; "XXXX-XX-04" for a 4th whose month is not known; "" when nothing is known."""

    @property
    def end(self) -> int:
        """Offset of the first code point after *text*."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entity is named."""

    text: str
    start: int
    """Offset of *text* in the text it was read from, in code points."""
    entity: str
    via: str | None = None
    """"anaphora" when carried over from before ("the company", 양사)."""

    @property
    def end(self) -> int:
        """Offset of the first code point after *text*."""
        return self.start + len(self.text)
