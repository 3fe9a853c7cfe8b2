"""What numbers a printed figure leaves possible, and whether two sources can both be right about one quantity.

Support asks whether a source carries our words. Agreement asks less: whether there is a number that both sources allow.
"""

from __future__ import annotations

import re
from decimal import Decimal

from generator.claims.comparison import FURTHEST_ROUNDING, Fit, bounds_of, figure_fit, is_class, is_rounding, step
from generator.model import Bound, Figure

_OPEN_UP = frozenset({Bound.MIN, Bound.OVER})
_OPEN_DOWN = frozenset({Bound.MAX, Bound.UNDER})
_STRICT = frozenset({Bound.OVER, Bound.UNDER})

UNSAID_ROUNDING = Decimal("0.05")
"""Share that a source may round away without saying "about": 848 for 847.5 billion, 1,300 for 1,313."""
FURTHEST_BOUND = 10
"""Times from which a number is no longer of the size that a bound speaks of: "over 26 billion" is not said of 260."""
_SCALES = tuple(Decimal(10) ** zeros for zeros in (0, 6, 8, 9, 12))
"""The units that sums are told in: ones, million, 억, billion, trillion and 조."""


def limits_of(figure: Figure) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest value that *figure* allows, in its base unit; infinite where it is open.

    Raises ValueError for a vague figure.

    >>> from generator.language.figures import read_figures
    >>> [limits_of(read_figures(text, "")[0]) for text in ("over 300 people", "300명 미만", "약 300명")]
    [(Decimal('300'), Decimal('Infinity')), (Decimal('0'), Decimal('300')), (Decimal('250'), Decimal('350'))]
    """
    low, high = bounds_of(figure)
    if figure.bound in _OPEN_UP:
        return low, Decimal("Infinity")
    if figure.bound in _OPEN_DOWN:
        return min(Decimal(0), low), high
    if is_class(figure):
        return low, high + step(high)
    if figure.bound is Bound.ABOUT:
        return low - _hedge(low), high + _hedge(high)
    return low, high


def _hedge(value: Decimal) -> Decimal:
    return min(step(value) / 2, FURTHEST_ROUNDING * abs(value))


def is_points(figure: Figure) -> bool:
    """Return whether a percentage is the distance of two others: four percentage points, 4%포인트, 50 basis points."""
    return re.search(r"\bpoints?\b|포인트|%p\b", figure.text, re.IGNORECASE) is not None


def can_agree(one: Figure, other: Figure) -> bool:
    """Return whether both of two alike figures can be right, one saying more than the other.

    So it is where one carries the other, where a bound leaves room for the other, where one lies within the other's
    range or hedge, and where one is the other rounded as papers round without a word.
    """
    fits = {figure_fit(one, other), figure_fit(other, one)}
    if Fit.CARRIED in fits:
        return True
    if one.is_vague or other.is_vague:
        return Fit.FINER in fits
    if {one.bound, other.bound} & (_OPEN_UP | _OPEN_DOWN):
        return _leaves_room(one, other)
    first, second = limits_of(one), limits_of(other)
    if first[0] <= second[0] and second[1] <= first[1] or second[0] <= first[0] and first[1] <= second[1]:
        return True
    return one.low == one.high and other.low == other.high and _is_rounding(bounds_of(one)[0], bounds_of(other)[0])


def _leaves_room(one: Figure, other: Figure) -> bool:
    """Return whether some number lies within the bounds of both, and both speak of one size."""
    first, second = limits_of(one), limits_of(other)
    low, high = max(first[0], second[0]), min(first[1], second[1])
    are_bounds = one.bound is not None and other.bound is not None
    if low > high or low == high and are_bounds and {one.bound, other.bound} & _STRICT:
        return False
    numbers = [abs(bounds_of(figure)[0]) for figure in (one, other)]
    return max(numbers) < FURTHEST_BOUND * min(numbers)


def _is_rounding(one: Decimal, other: Decimal) -> bool:
    """Return whether the coarser of two bare numbers is the finer one as papers round it without a hedge.

    Numbers of two digits in one unit are told apart: 20 ships are not 21. A part of the unit may be left out.

    >>> _is_rounding(Decimal(848), Decimal("847.5")), _is_rounding(Decimal("5.2"), Decimal(5))
    (True, True)
    >>> _is_rounding(Decimal(20), Decimal(21)), _is_rounding(Decimal(300), Decimal(340))
    (False, False)
    """
    coarse, fine = sorted((one, other), key=step, reverse=True)
    if not is_rounding(coarse, fine) or abs(coarse - fine) > UNSAID_ROUNDING * abs(fine):
        return False
    is_long = abs(fine) >= 100 * step(fine)
    return is_long or any(not coarse % scale and fine % scale for scale in _SCALES if abs(coarse) < 1000 * scale)
