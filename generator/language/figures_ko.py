"""Figures in Korean text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.language import figures_ko_patterns as patterns
from generator.language.figures_context import bound_korean
from generator.language.figures_ko_numbers import Number, number_at, second_at
from generator.language.figures_ko_units import unit_at
from generator.language.figures_ko_words import read_word
from generator.language.figures_pattern import Pattern
from generator.language.figures_units import Unit, make_figure
from generator.language.numerals import KOREAN_BIG, korean_number
from generator.model import Figure, FigureKind

_SECOND = Pattern(r"[$€£¥₩]?[0-9]")
_COUNTS_INNINGS = ("회", "사")


def read_korean(text: str) -> Iterator[Figure]:
    """Yield the figures of a Korean *text* in order.

    >>> [(figure.text, figure.unit, str(figure.high)) for figure in read_korean("3사는 5년간 1300억~1500억원을 쓴다")]
    [('3사', 'count', '3'), ('5년간', 'year', '5'), ('1300억~1500억원', 'KRW', '150000000000')]
    """
    position = last_end = 0
    has_innings: bool | None = None
    while found := patterns.FIND.search(text, position):
        start, position = found.start(), found.end()
        if found.group("chain"):
            continue
        figure = _read_digits(text, start) if text[start].isdigit() else read_word(text, start)
        if figure is None or figure.start < last_end:
            continue
        position = last_end = max(position, figure.end)
        if figure.kind is FigureKind.DURATION and figure.low == 1 and patterns.PER_ONE.match(text, figure.end):
            continue
        if figure.text.endswith(_COUNTS_INNINGS):
            if has_innings is None:  # looked up once: the text may be one line of two megabytes
                has_innings = patterns.INNINGS.search(text) is not None
            if has_innings:
                continue
        yield figure if figure.is_vague else bound_korean(text, figure)


def _read_digits(text: str, start: int) -> Figure | None:
    """Return the figure of the digits at *start*, alone or as the first end of a range."""
    number = number_at(text, start)
    if number is None:
        return _read_pair(text, start)
    unit = unit_at(text, number)
    join = unit and patterns.JOIN.match(text, unit.end) or patterns.JOIN.match(text, number.end)
    if join and _SECOND.match(text, join.end()):
        figure = _read_range(text, number, unit, join)
        if figure:
            return figure
        unit = unit and _unit_of_second(text, number, unit, join)
    if unit is None:
        return _read_pair(text, start)
    if unit.unit in ("year", "KRW"):
        whole = _with_rest(text, number, unit)
        if whole:
            return whole
    if number.is_about and not unit.is_about:
        unit = replace(unit, is_about=True)
    return make_figure(text, number.start, unit, number.low)


def _unit_of_second(text: str, number: Number, unit: Unit, join: re.Match[str]) -> Unit:
    """Return *unit*; a bare sum before 에서 has the currency of the sum behind it (350억에서 400억 크로네로)."""
    other = second_at(text, join.end()) if unit.unit == "KRW" and unit.end == number.end else None
    of_other = unit_at(text, other) if other else None
    is_money = of_other is not None and of_other.kind is FigureKind.MONEY
    return replace(unit, unit=of_other.unit) if of_other and is_money else unit


def _with_rest(text: str, number: Number, unit: Unit) -> Figure | None:
    """Return the years and months, or won and jeon, that the number begins (1년 4개월, 1380원 50전), or None."""
    if unit.factor != 1 or unit.is_about:
        return None
    is_money = unit.unit == "KRW"
    rest = (patterns.AND_JEON if is_money else patterns.AND_MONTHS).match(text, unit.end)
    if not rest or number.is_scaled or number.low != number.low.to_integral_value():
        return None
    more = korean_number(rest.group(1))
    if is_money:
        return make_figure(text, number.start, replace(unit, end=rest.end()), number.low + more / 100)
    whole = Unit(unit.kind, "month", rest.end())
    return make_figure(text, number.start, whole, number.low * 12 + more) if more < 12 else None


def _read_pair(text: str, start: int) -> Figure | None:
    """Return the range of two following digits: 2, 3년."""
    pair = patterns.PAIR_OF_DIGITS.match(text, start)
    if not pair or int(pair.group(2)) != int(pair.group(1)) + 1 or start and text[start - 1].isalnum():
        return None
    number = Number(start, pair.end(), Decimal(pair.group(1)), Decimal(pair.group(2)), pair.group())
    unit = unit_at(text, number)
    return make_figure(text, start, unit, number.low, number.high) if unit else None


def _read_range(text: str, number: Number, unit: Unit | None, join: re.Match[str]) -> Figure | None:
    """Return the range that *number* and the number after *join* make, or None when they make none.

    The first end borrows unit and scale of the second when it has none (1~2조원, 1300억~1500억 달러).
    """
    other = second_at(text, join.end() + (text[join.end()] in "$€£¥₩"))
    if other is None or number.is_year and other.is_year:
        return None
    if number.currency and not other.currency:
        other = replace(other, currency=number.currency)
    other_unit = unit_at(text, other)
    is_bare = unit is not None and unit.unit == "KRW" and unit.end == number.end
    if other_unit is None or unit and not unit.is_same(other_unit) and not is_bare:
        return None
    if join.group("from") and not patterns.BETWEEN.match(text, other_unit.end):
        return None
    low, high = number.low, other.high
    scale = KOREAN_BIG.get(other.text[-1])
    if (unit is None or number.currency) and scale and not number.is_scaled and low * scale < high:
        low *= scale
    if low >= high:
        return None
    if number.is_about or other.is_about:
        other_unit = replace(other_unit, is_about=True)
    return make_figure(text, number.start, other_unit, low, high)
