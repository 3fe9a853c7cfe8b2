"""Events along one scale of time: dots for days, bars for stretches, a line where the sources end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.site.charts_svg import NARROW, Drawing, draw_legend, percent, text_width, wrapped

_SIZE = 14
_LINE, _GAP = Decimal(18), Decimal(9)
_MARK = Decimal(12)
_MARGIN = Decimal("0.01")
_MOST_QUARTERS = 13
"""More quarters than these have no room of their own on a phone: the scale shows years alone."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One event."""

    label: str
    first: date
    last: date
    status: str
    """"happened", "planned" or "superseded"."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the scale says in the page's language."""

    quarters: tuple[str, str, str, str]
    year: str
    """With {year}."""
    end: str
    """What stands at the line where the sources end."""
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The stretch of time that is drawn: whole quarters."""

    first: date
    after: date
    """The first day that is not drawn any more."""

    def at(self, day: date) -> Decimal:
        """Return where *day* begins, as a share of the width; the ends keep clear of the edges, which cut marks off.

        >>> Scale(date(2025, 1, 1), date(2026, 1, 1)).at(date(2025, 1, 1))
        Decimal('0.01')
        """
        return _MARGIN + (1 - 2 * _MARGIN) * (day - self.first).days / (self.after - self.first).days

    def quarters(self) -> Iterator[date]:
        """Yield the first day of each quarter."""
        day = self.first
        while day < self.after:
            yield day
            day = _quarter(day, 1)


def read_scale(moments: Sequence[Moment], end: date | None) -> Scale:
    """Return the quarters from the first of *moments* to the last, and to *end* where that is later."""
    firsts = [moment.first for moment in moments]
    lasts = [moment.last for moment in moments]
    if end is not None:
        firsts, lasts = [*firsts, end], [*lasts, end]
    return Scale(_quarter(min(firsts), 0), _quarter(max(lasts), 1))


def draw_timeline(drawing: Drawing, moments: Sequence[Moment], end: date | None, words: Words) -> None:
    """Draw *moments*, which come in order of time, one below the other; *end* is the day of the newest source."""
    scale = read_scale(moments, end)
    rows = [(moment, *_place(moment, scale)) for moment in moments]
    head = _head_height(scale)
    foot = head + sum((_GAP + _LINE * len(lines) for _, _, lines in rows), Decimal(8))
    _draw_scale(drawing, scale, words, foot)
    if end is not None:
        x = percent(scale.at(end))
        drawing.add("line", {"class": "end", "x1": x, "x2": x, "y1": head, "y2": foot + 4})
    y = head + 6
    for moment, side, lines in rows:
        _draw_row(drawing, moment, scale, (side, lines, y))
        y += _GAP + _LINE * len(lines)
    drawing.height = foot + 4
    if end is not None:
        share = scale.at(end)
        half = text_width(words.end, 12) / NARROW / 2
        anchor = "start" if share < half else "end" if share + half > 1 else "middle"
        drawing.text(words.end, percent(share), foot + 18, kind="small strong ending", anchor=anchor)
        drawing.height += 22
    drawing.height = draw_legend(drawing, words.legend, drawing.height + 8)


def _quarter(day: date, further: int) -> date:
    """Return the first day of the quarter that lies *further* quarters after that of *day*."""
    index = day.year * 4 + (day.month - 1) // 3 + further
    return date(index // 4, index % 4 * 3 + 1, 1)


def _head_height(scale: Scale) -> Decimal:
    return Decimal(38) if len([*scale.quarters()]) <= _MOST_QUARTERS else Decimal(22)


def _draw_scale(drawing: Drawing, scale: Scale, words: Words, foot: Decimal) -> None:
    quarters = [*scale.quarters()]
    is_fine = len(quarters) <= _MOST_QUARTERS
    room = NARROW / len(quarters)
    for day in quarters:
        is_year = day.month == 1
        x = percent(scale.at(day))
        if (is_fine or is_year) and day != scale.first:
            top = Decimal(0) if is_year else Decimal(22)
            kind = "line firm" if is_year else "line"
            drawing.add("line", {"class": kind, "x1": x, "x2": x, "y1": top, "y2": foot})
        name = words.quarters[(day.month - 1) // 3]
        if is_fine and text_width(name, 11) + 2 <= room:
            middle = (scale.at(day) + scale.at(min(_quarter(day, 1), scale.after))) / 2
            drawing.text(name, percent(middle), 33, kind="tiny second", anchor="middle")
    for first in [day for day in quarters if day.month == 1 or day == scale.first]:
        year = words.year.format(year=first.year)
        following = min(date(first.year + 1, 1, 1), scale.after)
        if text_width(year, 12) + 6 <= (scale.at(following) - scale.at(first)) * NARROW:
            drawing.text(year, percent(scale.at(first)), 13, dx="5" if first.month == 1 else "-1", kind="small strong")
    drawing.add("line", {"class": "line firm", "x1": 0, "x2": "100%", "y1": foot, "y2": foot})


def _extent(moment: Moment, scale: Scale) -> tuple[Decimal, Decimal]:
    """Return where the mark of *moment* begins and ends: its own days, and never less than a dot."""
    return scale.at(moment.first), scale.at(min(moment.last + timedelta(days=1), scale.after))


def _place(moment: Moment, scale: Scale) -> tuple[str, tuple[str, ...]]:
    """Return on which side of its mark the label stands, and its lines: the right where it fits, else the roomier."""
    start, end = _extent(moment, scale)
    margin = _MARK / 2 + 8
    rooms = {"right": (1 - end) * NARROW - margin, "left": start * NARROW - margin}
    width = text_width(moment.label, _SIZE)
    for side, room in rooms.items():
        if width <= room:
            return side, (moment.label,)
    side = max(rooms, key=lambda one: rooms[one])
    return side, wrapped(moment.label, rooms[side], _SIZE)


def _draw_row(drawing: Drawing, moment: Moment, scale: Scale, row: tuple[str, tuple[str, ...], Decimal]) -> None:
    """Draw one event; *row* is the side of its label, the label's lines, and how far down it stands."""
    side, lines, y = row
    start, end = _extent(moment, scale)
    middle = y + _LINE / 2
    is_dot = (end - start) * NARROW <= _MARK
    if is_dot:
        start = end = (start + end) / 2
        drawing.add("circle", {"class": moment.status, "cx": percent(start), "cy": middle, "r": _MARK / 2 - 1})
    else:
        box = {"x": percent(start), "y": middle - 5, "width": percent(end - start), "height": 10, "rx": 5}
        drawing.add("rect", {"class": moment.status, **box})
    if moment.status == "superseded":
        whole = {"x1": percent(start), "x2": percent(end), "y1": middle, "y2": middle}
        drawing.add("line", {"class": "line firm", **whole})
    step = str(_MARK / 2 + 4) if is_dot else "8"
    kind = "struck" if moment.status == "superseded" else "halo"  # a halo would swallow the line through the words
    for index, line in enumerate(lines):
        place = (percent(end), step, "") if side == "right" else (percent(start), f"-{step}", "end")
        drawing.text(line, place[0], y + 14 + _LINE * index, dx=place[1], anchor=place[2], kind=kind)
