"""What a number measures, and the figure that the two make: common to both languages."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.language.numerals import exact
from generator.model import Bound, Figure, FigureKind


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a number, where its words end, and what multiplies the number ("basis points": 0.01 %)."""

    kind: FigureKind
    unit: str
    end: int
    factor: Decimal = Decimal(1)
    is_about: bool = False
    """Whether the unit itself makes the figure approximate (여, 대)."""

    def is_same(self, other: Unit) -> bool:
        """Return whether both measure the same thing on the same scale."""
        return (self.kind, self.unit, self.factor) == (other.kind, other.unit, other.factor)


def make_figure(text: str, start: int, unit: Unit, low: Decimal, high: Decimal | None = None) -> Figure:
    """Return the figure of *text* from *start* to the end of its unit; *low* and *high* are not yet in that unit."""
    first = exact(low * unit.factor)
    last = first if high is None else exact(high * unit.factor)
    bound = Bound.ABOUT if unit.is_about else None
    return Figure(text[start : unit.end], start, unit.kind, first, last, unit.unit, bound is not None, bound)
