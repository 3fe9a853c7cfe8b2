"""How a value that we state stands to a value that a source gives: by what it means, never by how it is written.

Three laws decide. A statement may say less than its source, never more. A rounded number needs a hedge and must be
rounded right. A bound ("over", 이상) is neither dropped nor made up.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import IntEnum
from functools import lru_cache

from generator.claims.date_parts import week_as_day
from generator.claims.magnitude import magnitude
from generator.claims.open_dates import SEASONS, is_open_match, is_relative, is_same_relative
from generator.language.dates_lengths import end_told, months_told, whole_span
from generator.language.dates_values import parse_when
from generator.model import Bound, DateSpan, Figure, FigureKind, Precision


class Fit(IntEnum):
    """How a given value stands to a stated one; the smaller, the nearer."""

    CARRIED = 0
    """The source gives what is stated, or says it more precisely."""
    BOUND = 1
    """The number is given under another bound ("over" stated, "about" given)."""
    ROUNDED = 2
    """The number is a rounding of the given one that says no "about"."""
    FINER = 3
    """What is stated is more precise than what is given."""
    OTHER = 4
    """Another value of the same kind and unit."""
    UNLIKE = 5
    """Not to be compared: another kind, unit or currency."""


FURTHEST_ROUNDING = Decimal("0.2")
"""Share of the given value that a rounding may lose: "about 2 trillion" stands for 2.4, "about 1" not for 1.4."""

FURTHEST_OF_SHARES = Decimal("0.25")
"""The same for a percentage: "about 1 percent" stands for 1.3."""
FURTHEST_CUT = Decimal(1) / 3
"""The same for the round number of a bound."""
FURTHEST_OF_TENS = Decimal("0.12")
"""The same for a number of two digits that is no sum: "about 20 percent" stands for 22.5, not for 17."""

_DURATIONS = {
    "hour": ("hour", 1),
    "day": ("hour", 24),
    "week": ("hour", 168),
    "month": ("month", 1),
    "year": ("month", 12),
}

_OCCASIONS = ("차례", "번", "회")
_ABOVE = frozenset({Bound.MIN, Bound.OVER})
_BELOW = frozenset({Bound.MAX, Bound.UNDER})


def base_unit(figure: Figure) -> tuple[str, int]:
    """Return the unit in which figures of one measure compare, and how many of it make one of the figure's own.

    A year is twelve months and a week seven days; a month is no number of days.

    >>> base_unit(Figure("five years", 0, FigureKind.DURATION, Decimal(5), Decimal(5), "year"))
    ('month', 12)
    """
    return _DURATIONS.get(figure.unit, (figure.unit, 1)) if figure.kind is FigureKind.DURATION else (figure.unit, 1)


def is_alike(one: Figure, other: Figure) -> bool:
    """Return whether two figures are of one kind and of units that compare.

    "Five times" alone may be a multiple or a count: it compares with a multiple.
    """
    if {one.kind, other.kind} == {FigureKind.MULTIPLE, FigureKind.COUNT}:
        count, multiple = (one, other) if one.kind is FigureKind.COUNT else (other, one)
        return count.text.endswith("times") or multiple.text.endswith("times") and count.text.endswith(_OCCASIONS)
    return one.kind is other.kind and base_unit(one)[0] == base_unit(other)[0]


def bounds_of(figure: Figure) -> tuple[Decimal, Decimal]:
    """Return smallest and largest value in the base unit. Raises ValueError for a vague figure."""
    if figure.low is None or figure.high is None:
        raise ValueError(f"a vague figure has no value: {figure.text}")
    scale = base_unit(figure)[1]
    return figure.low * scale, figure.high * scale


def step(value: Decimal) -> Decimal:
    """Return the place value of the last digit that is not zero: how finely a number is written.

    >>> step(Decimal("2400")) == 100, step(Decimal("17.9")), step(Decimal(0))
    (True, Decimal('0.1'), Decimal('1'))
    """
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** int(exponent)


def is_rounding(rounded: Decimal, exact: Decimal, furthest: Decimal = FURTHEST_ROUNDING) -> bool:
    """Return whether *rounded* is *exact* to fewer digits, rounded right and not beyond recognition.

    >>> is_rounding(Decimal(270), Decimal(269)), is_rounding(Decimal(260), Decimal(269))
    (True, False)
    >>> is_rounding(Decimal(10), Decimal("9.6")), is_rounding(Decimal(10), Decimal("8.9"))
    (True, False)
    """
    apart = abs(rounded - exact)
    # Below a power of ten a digit is worth a tenth: 8.9 is "about 9", and 9.6 "about 10".
    unit = step(rounded) / 10 if abs(exact) < abs(rounded) == step(rounded) else step(rounded)
    return apart <= unit / 2 and (not apart or apart < furthest * abs(exact))


def is_cut(limit: Decimal, exact: Decimal) -> bool:
    """Return whether *limit* is *exact* rounded down to fewer digits, or rounded up: what a bound may say of it.

    It loses no more than a third: "more than 1 trillion" stands for 1.4, not for 1.9. A number below a power of ten is
    rounded up to that only when it is near: "under 100" stands for 96, not for 79.

    >>> is_cut(Decimal(1000), Decimal(1400)), is_cut(Decimal(1400), Decimal(1400)), is_cut(Decimal(1000), Decimal(1900))
    (True, False, False)
    >>> is_cut(Decimal(270), Decimal(269)), is_cut(Decimal(300), Decimal(269)), is_cut(Decimal(280), Decimal(269))
    (True, True, False)
    """
    unit = step(limit)
    unit *= 1 if limit % (unit * 10) != unit * 5 else 5  # "more than 4.5" stands for 4.6 to 4.9
    is_power = limit == unit and abs(exact) < abs(limit)
    apart = abs(exact - limit)
    return 0 < apart < (unit * FURTHEST_ROUNDING if is_power else unit) and apart <= FURTHEST_CUT * abs(exact)


def figure_fit(stated: Figure, given: Figure) -> Fit:
    """Return how *given*, found in a source, stands to *stated*, written by us."""
    if not is_alike(stated, given):
        return Fit.UNLIKE
    if stated.is_vague or given.is_vague:
        return _vague_fit(stated, given)
    low, high = bounds_of(stated)
    first, last = bounds_of(given)
    if low != high:
        if is_class(given) and (low, high) == (first, first + step(first)):
            return Fit.CARRIED  # "600 billion to 700 billion won" for 6000억원대
        return _bound_fit(stated, given) if (low, high) == (first, last) else Fit.OTHER
    if first != last:
        return _end_fit(stated, given)
    return _bound_fit(stated, given) if low == first else _near_fit(stated, given)


def _bound_fit(stated: Figure, given: Figure) -> Fit:
    """Return the fit of two equal numbers or ranges, by their bounds."""
    ours, theirs = stated.bound, given.bound
    if ours is theirs or (ours is Bound.ABOUT and theirs is None):
        return Fit.CARRIED
    # "More than" implies "at least", not the other way round; but 이상 and "more than" translate each other in the
    # press of both countries, and so do 이하 and "less than".
    if (ours in _ABOVE and theirs in _ABOVE) or (ours in _BELOW and theirs in _BELOW):
        is_implied = ours in (Bound.MIN, Bound.MAX) or _is_korean(stated) != _is_korean(given)
        return Fit.CARRIED if is_implied else Fit.BOUND
    if is_class(given) and ours in _ABOVE:
        return Fit.CARRIED
    # 300여 명 is "some 300" as well as "more than 300".
    other = ours if _is_odd(given) else theirs if _is_odd(stated) else None
    return Fit.CARRIED if other in (Bound.ABOUT, Bound.OVER) else Fit.BOUND


def _is_korean(figure: Figure) -> bool:
    return re.search("[가-힣]", figure.text) is not None


def _is_odd(figure: Figure) -> bool:
    """Return whether the figure is of the kind 300여 명, a number and some more."""
    return re.search(r"[\d십백천만억조] ?여", figure.text) is not None


def _near_fit(stated: Figure, given: Figure) -> Fit:
    """Return the fit of two different numbers."""
    ours, theirs = bounds_of(stated)[0], bounds_of(given)[0]
    if stated.unit == given.unit:  # "over 4 days" is round in days, not in hours
        ours, theirs = stated.low or ours, given.low or theirs
    is_under = ours < theirs
    if stated.bound in _ABOVE and is_class(given) and is_under and theirs - ours == step(ours):
        return Fit.CARRIED  # "more than 500 billion" for 6000억원대
    if stated.bound in _ABOVE:
        return Fit.CARRIED if is_under and given.bound not in _BELOW and is_cut(ours, theirs) else Fit.OTHER
    if stated.bound in _BELOW:
        if is_class(given) and given.bound is Bound.ABOUT and ours == theirs + step(theirs):
            return Fit.CARRIED  # "below 3 percent" for 2%대
        return Fit.CARRIED if not is_under and given.bound not in _ABOVE and is_cut(ours, theirs) else Fit.OTHER
    if given.bound in _ABOVE or given.bound in _BELOW:
        return Fit.OTHER
    furthest = FURTHEST_OF_SHARES if stated.kind is FigureKind.PERCENT else FURTHEST_ROUNDING
    is_rounded = is_rounding(ours, theirs, furthest) and not _is_coarse(stated, ours, theirs)
    if stated.bound is Bound.ABOUT:
        is_in_class = is_class(stated) and is_under and theirs < ours + step(ours)
        return Fit.CARRIED if is_rounded or is_in_class else Fit.OTHER
    if is_rounded:
        return Fit.ROUNDED
    return Fit.FINER if is_rounding(theirs, ours) else Fit.OTHER


def _is_coarse(stated: Figure, ours: Decimal, theirs: Decimal) -> bool:
    """Return whether a share or a count of two digits became one digit too roughly: 12 is not "about 10"."""
    is_small = stated.kind is not FigureKind.MONEY and 10 <= abs(theirs) < 100
    return is_small and abs(ours - theirs) > FURTHEST_OF_TENS * abs(theirs)


_CLASS = re.compile("대$|range$")
_COUNTED_CLASS = re.compile(r"[^\d십백천만억조여 ]대$|range$")
"""Of counts: 8600대 are vehicles."""


def is_class(figure: Figure) -> bool:
    """Return whether the figure names a class of size, as 2조원대 and "2 trillion won range" do.

    >>> is_class(Figure("2조원대", 0, FigureKind.MONEY, Decimal(2), Decimal(2), "KRW", True, Bound.ABOUT))
    True
    """
    return (_COUNTED_CLASS if figure.kind is FigureKind.COUNT else _CLASS).search(figure.text) is not None


def _end_fit(stated: Figure, given: Figure) -> Fit:
    """Return the fit of a single number to a range: carried when it is an end and says so."""
    value = bounds_of(stated)[0]
    first, last = bounds_of(given)
    if (stated.bound in _ABOVE and value == first) or (stated.bound in _BELOW and value == last):
        return Fit.CARRIED
    return Fit.FINER if first <= value <= last else Fit.OTHER


def is_end(stated: Figure, given: Figure) -> bool:
    """Return whether *stated* is one end of the range *given*."""
    if stated.is_vague or given.is_vague or not is_alike(stated, given):
        return False
    low, high = bounds_of(stated)
    return low == high and low in bounds_of(given) and given.low != given.high


def is_same_figure(one: Figure, other: Figure) -> bool:
    """Return whether two figures say the same: one value, and bounds that translate each other; "about" may differ."""
    fits = (figure_fit(one, other), figure_fit(other, one))
    if Fit.CARRIED not in fits or one.is_vague or other.is_vague:
        return fits == (Fit.CARRIED, Fit.CARRIED)
    return bounds_of(one) == bounds_of(other)


# ------------------------------------------------------------------------------------------------------ vague figures


def _vague_fit(stated: Figure, given: Figure) -> Fit:
    """Return the fit where one of the two has no number: same size, or a number of that size."""
    if stated.is_vague and given.is_vague:
        is_same_size = magnitude(stated.text) == magnitude(given.text) and stated.unit == given.unit
        return Fit.CARRIED if is_same_size else Fit.OTHER
    vague, exact = (stated, given) if stated.is_vague else (given, stated)
    least = Decimal(10) ** magnitude(vague.text)
    if not least < bounds_of(exact)[0] < least * 10:
        return Fit.OTHER
    return Fit.CARRIED if stated.is_vague else Fit.FINER


# -------------------------------------------------------------------------------------------------------------- dates


def date_fit(stated: DateSpan, given: DateSpan) -> Fit:
    """Return how *given*, found in a source, stands to *stated*, written by us: a month carries its year.

    A span told by its end and its length ("the quarter ended Jan. 31") is both: that end, and the whole of it.
    """
    ours, theirs = months_told(stated.text), months_told(given.text)
    if ours is theirs is None:
        return _plain_fit(stated, given)
    fit = _plain_fit(whole_span(stated) or stated, whole_span(given) or given)
    if fit is Fit.CARRIED or (ours and theirs and ours != theirs):
        return fit
    return min(fit, _plain_fit(end_told(stated), end_told(given)))


def _plain_fit(stated: DateSpan, given: DateSpan) -> Fit:
    if stated.first is None or stated.last is None:
        if is_same_relative(stated, given) if is_relative(stated) else is_open_match(stated.edtf, given):
            return Fit.CARRIED
        return Fit.FINER if given.first is None and is_open_match(given.edtf, stated) else Fit.OTHER
    if given.first is None or given.last is None:
        return Fit.FINER if is_open_match(given.edtf, stated) else Fit.OTHER
    if (stated.first, stated.last) == (given.first, given.last):
        return Fit.CARRIED
    if given.precision is Precision.WEEK and stated.precision in _WHOLE:
        return _plain_fit(stated, week_as_day(given))
    if stated.first <= given.first and given.last <= stated.last:
        return Fit.CARRIED if not is_from_to(stated) or _has_ends_of(stated, given) else Fit.OTHER
    return Fit.FINER if given.first <= stated.first and stated.last <= given.last else Fit.OTHER


_WHOLE = frozenset({Precision.MONTH, Precision.QUARTER, Precision.HALF, Precision.YEAR})


def _has_ends_of(stated: DateSpan, given: DateSpan) -> bool:
    """Return whether the ends that *stated* names are those of *given*, less precise: 2024–2026 for 2024-09/2026-02."""
    first, last = ends_of(stated)
    if first is None or last is None or given.first is None or given.last is None:
        return False
    return first.last is not None and last.first is not None and given.first <= first.last < last.first <= given.last


def ends_of(span: DateSpan) -> tuple[DateSpan | None, DateSpan | None]:
    """Return the two dates that a span names."""
    return _ends_in(span.edtf)


@lru_cache(maxsize=1024)
def _ends_in(edtf: str) -> tuple[DateSpan | None, DateSpan | None]:
    first, _, last = edtf.partition("/")
    return parse_when(first), parse_when(last)


def is_same_date(one: DateSpan, other: DateSpan) -> bool:
    """Return whether two dates mean the same days, known or not."""
    return date_fit(one, other) is Fit.CARRIED and date_fit(other, one) is Fit.CARRIED


def is_from_to(span: DateSpan) -> bool:
    """Return whether a span names its two ends (2024–2029), so that both must be given; a decade (202X) does not."""
    return span.precision is Precision.SPAN and "/" in span.edtf


# ------------------------------------------------------------------------------------------------------- how they show

_BOUND_WORDS = {
    Bound.ABOUT: "about ",
    Bound.MIN: "at least ",
    Bound.MAX: "at most ",
    Bound.OVER: "over ",
    Bound.UNDER: "under ",
}


def show_figure(figure: Figure) -> str:
    """Return a figure in one fixed form, for messages.

    >>> show_figure(Figure("2조3000억원", 0, FigureKind.MONEY, Decimal(2300000000000), Decimal(2300000000000), "KRW"))
    'KRW 2,300,000,000,000'
    >>> show_figure(Figure("20~30%", 0, FigureKind.PERCENT, Decimal(20), Decimal(30), "%", True, Bound.ABOUT))
    'about 20–30%'
    """
    if figure.low is None or figure.high is None:
        return "no number"
    number = _digits(figure.low) if figure.low == figure.high else f"{_digits(figure.low)}–{_digits(figure.high)}"
    word = _BOUND_WORDS[figure.bound] if figure.bound else ""
    match figure.kind:
        case FigureKind.MONEY:
            return f"{word}{figure.unit} {number}"
        case FigureKind.COUNT:
            return f"{word}{number}"
        case FigureKind.DURATION:
            return f"{word}{number} {figure.unit}{'' if number == '1' else 's'}"
        case _:
            return f"{word}{number}{figure.unit}"


def _digits(value: Decimal) -> str:
    """Return a number with its thousands set apart and no trailing zeros behind the point."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def show_date(date: DateSpan) -> str:
    """Return a date in one fixed form, for messages: EDTF, or its ends.

    EDTF writes a quarter as 33 to 36 and a half as 40 or 41, which nobody reads: they show as Q1 to Q4, H1 and H2.
    """
    year, _, part = date.edtf.partition("-")
    if part in SEASONS:
        return f"{year}-Q{int(part) - 32}" if int(part) < 40 else f"{year}-H{int(part) - 39}"
    if date.edtf:
        return date.edtf
    if date.first is None or date.last is None:
        return "no day known"
    return date.first.isoformat() if date.first == date.last else f"{date.first.isoformat()}/{date.last.isoformat()}"
