"""Facts with a figure as bars, drawn to one scale from zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.site.charts_svg import NARROW, Drawing, draw_legend, percent, text_width

_PITCH, _BAR, _TEXT = Decimal(46), Decimal(14), Decimal(15)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar."""

    label: str
    value: str
    """The figure in words."""
    amount: Decimal
    """Above zero, in the unit that all bars have."""
    status: str
    """"happened" or "planned"."""


def draw_bars(drawing: Drawing, bars: Sequence[Bar], legend: Sequence[tuple[str, str]]) -> None:
    """Draw *bars* from top to bottom, each with its name above and its figure behind it."""
    widest = max(bar.amount for bar in bars)
    share = _share(bars, widest)
    for bar in bars:
        top = drawing.height
        length = bar.amount / widest * share
        drawing.text(bar.label, 0, top + _TEXT)
        shape = {"class": bar.status, "x": 1, "y": top + _TEXT + 7, "width": percent(length), "height": _BAR}
        drawing.add("rect", shape)
        drawing.text(bar.value, percent(length), top + _TEXT + 19, dx="10", kind="strong")
        edge = {"x1": 1, "x2": 1, "y1": top + _TEXT + 4, "y2": top + _TEXT + 10 + _BAR}
        drawing.add("line", {"class": "line firm", **edge})  # zero
        drawing.height += _PITCH
    drawing.height = draw_legend(drawing, legend, drawing.height + 2, 0)


def _share(bars: Sequence[Bar], widest: Decimal) -> Decimal:
    """Return how much of the width the longest bar takes, so that every figure has room behind its bar on a phone."""
    rooms = ((1 - (text_width(bar.value, 15) + 12) / NARROW) / (bar.amount / widest) for bar in bars)
    return max(min(*rooms, Decimal("0.85")), Decimal("0.25"))
