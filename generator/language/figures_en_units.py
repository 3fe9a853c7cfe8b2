"""English numbers with a unit: money, percents, multiples and durations, and ranges of them."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.language import figures_en_nouns as nouns
from generator.language import figures_en_patterns as patterns
from generator.language.figures_en_numbers import Number, join_at, second_number
from generator.language.figures_money import DOLLARS, EUROS, SUBUNITS, english_code
from generator.language.figures_pattern import Pattern
from generator.language.figures_units import Unit, make_figure
from generator.language.numerals import english_number
from generator.model import Figure, FigureKind

SPANS = {
    "year": "year",
    "yr": "year",
    "decade": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "hour": "hour",
    "hr": "hour",
}
"""Words for stretches of time and the unit they are given in; a decade is ten years."""

_WON_VERB = Pattern(
    r" (?:an?|the|their|his|her|its|in|by|at|over|gold|silver|bronze|medals?|seats?|awards?|games?|best|again|re|out"
    r"|all)\b"
)
_WEIGHT = Pattern(r" (?:of|per|in weight|heavier|lighter|overweight)\b")
_EARLIER = Pattern(r" (?:earlier|before|prior)\b", re.IGNORECASE)
_AND_A_HALF = Pattern(r" and a half\b")
_AND_MONTHS = Pattern(
    r",?(?: and)? (?P<months>\d\d?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven) months?\b"
    r"(?! (?:ago|later))"
)
_HEDGES = r"(?:(?:about|around|nearly|almost|just|some|an|estimated|the|current|previous|roughly|over|only|as) )*"
_SPELL = Pattern(r" (?P<which>[a-z]+(?: [a-z]+)?) (?P<span>days|hours|weeks|months|years)(?![\w-])")
_BETWEEN = Pattern(rf"\bbetween {_HEDGES}\Z", re.IGNORECASE)
_FROM = Pattern(rf"\bfrom {_HEDGES}\Z", re.IGNORECASE)
_LARGEST_SPREAD = 50
"""The two ends of "A to B" are no further apart than this; else the text tells of an amount and a new level."""


def unit_at(text: str, number: Number) -> Unit | None:
    """Return the unit that *number* has before it or after it, or None."""
    found = patterns.UNIT.match(text, number.end) if _may_be_unit(text, number.end) else None
    name = "time" if found and found.group("time") else found.lastgroup if found else None
    if number.currency:
        is_repeated = found and name in ("money", "code") and _code_of(found, name) == number.currency
        return Unit(FigureKind.MONEY, number.currency, found.end() if found and is_repeated else number.end)
    if not found:
        return None
    if name == "percent":
        return Unit(FigureKind.PERCENT, "%", found.end())
    if name == "basis":
        return Unit(FigureKind.PERCENT, "%", found.end(), Decimal("0.01"))
    if name in ("money", "code"):
        code = _code_of(found, name)
        return Unit(FigureKind.MONEY, code, found.end()) if code and _is_money(text, number, found) else None
    if name == "cents":
        if found.group() == "p" and (
            number.value >= 100 or "£" not in text[max(0, number.start - 200) : number.end + 100]
        ):
            return None
        return Unit(FigureKind.MONEY, _code_of_cents(text, found.group()), found.end(), Decimal("0.01"))
    return _time_at(text, number, found) if name == "time" else _times_at(text, number, found)


def _code_of_cents(text: str, written: str) -> str:
    """Return the currency of cents or pence: cents are the euro's where the text has euros and no dollars."""
    if "p" in written:
        return SUBUNITS["pence"]
    is_euro = "uro" in written or EUROS.search(text) is not None and not DOLLARS.search(text)
    return "EUR" if is_euro else SUBUNITS["cent"]


def _may_be_unit(text: str, end: int) -> bool:
    """Return whether the letters at *end* begin like a unit: most words do not, and this is much faster to see."""
    begins = text[end : end + 3].lower()
    begins = begins[1:] if begins[:1] in patterns.SEPARATORS else begins[:2]
    return begins in patterns.UNIT_BEGINS or begins[:1] in patterns.UNIT_SIGNS


def _code_of(found: re.Match[str], name: str | None) -> str | None:
    written = found.group(name or 0).strip(" \u00a0\u202f-")
    return written if name == "code" else english_code(written)


def _is_money(text: str, number: Number, found: re.Match[str]) -> bool:
    """Return whether "won" is the currency and not the verb, and "pounds" money and not weight."""
    name = (found.group("money") or "").strip(" -\u00a0").lower()
    if name == "won" and not number.is_digits and not number.is_scaled:
        return not _WON_VERB.match(text, found.end())
    if name.startswith("pound"):
        return not _WEIGHT.match(text, found.end()) and (text[number.end] != "-" or number.is_scaled)
    return True


def _time_at(text: str, number: Number, found: re.Match[str]) -> Unit | None:
    """Return the unit of a stretch of time, or None for an age, a year of the calendar and "one year earlier"."""
    if found.group("old") or number.is_year or number.value == 1 and _EARLIER.match(text, found.end()):
        return None
    span = found.group("span").lower().rstrip("s")
    return Unit(FigureKind.DURATION, SPANS[span], found.end(), Decimal(10 if span == "decade" else 1))


def spell_at(text: str, end: int) -> Unit | None:
    """Return the unit of time behind adjectives and nouns that tell which time: "4.1 fewer headache days"."""
    found = _SPELL.match(text, end)
    if not found or any(nouns.is_stop(word) or nouns.is_plural(word) for word in found.group("which").split()):
        return None
    return Unit(FigureKind.DURATION, found.group("span").rstrip("s"), found.end())


def _times_at(text: str, number: Number, found: re.Match[str]) -> Unit | None:
    """Return the unit of a multiple, or of a count when "three times" says how often."""
    if number.is_year:
        return None
    if found.group().strip(" -").lower() == "times" and _is_often(text, number.start, found.end()):
        return Unit(FigureKind.COUNT, "count", found.end())
    return Unit(FigureKind.MULTIPLE, "x", found.end())


def _is_often(text: str, start: int, end: int) -> bool:
    """Return whether "three times" says how often and not how many times as much."""
    if patterns.MULTIPLE_FOLLOWS.match(text, end):
        return False
    if patterns.GROWTH_BEFORE.search(text, max(0, start - 40), start):
        return False
    return bool(patterns.OFTEN_FOLLOWS.match(text, end))


def read_measured(text: str, number: Number) -> tuple[Figure, ...]:
    """Return the figure of a number with a unit, or of a range of them; nothing when it has no unit.

    Two figures come back for a change whose unit is written once ("from 12 to 15 percent").
    """
    unit = unit_at(text, number)
    join = join_at(text, unit.end if unit else number.end)
    other = second_number(text, join)
    if join and other:
        other_unit = _second_unit(text, number, other, join, unit)
        if other_unit and (unit is None or unit.is_same(other_unit)):
            figures = read_range(text, (number, unit), (other, other_unit), join)
            if figures:
                return figures
    if unit is None:
        return ()
    if unit.kind is FigureKind.DURATION:
        longer = years_and_months(text, unit, number.value)
        half = _AND_A_HALF.match(text, unit.end) if number.value == 1 else None
        if longer:
            return (make_figure(text, number.start, *longer),)
        if half:
            unit = Unit(unit.kind, unit.unit, half.end(), unit.factor)
            return (make_figure(text, number.start, unit, Decimal("1.5")),)
    return (make_figure(text, number.start, unit, number.value),)


def years_and_months(text: str, unit: Unit, years: Decimal) -> tuple[Unit, Decimal] | None:
    """Return unit and number of "a year and four months", *unit* being that of the years; None for others."""
    found = _AND_MONTHS.match(text, unit.end) if unit.unit == "year" else None
    if not found:
        return None
    written = found.group("months")
    months = Decimal(1) if written in ("a", "an") else english_number(written)
    is_left_over = months < 12 and years == years.to_integral_value()
    whole = Unit(unit.kind, "month", found.end())
    return (whole, years * unit.factor * 12 + months) if is_left_over else None


def _second_unit(text: str, number: Number, other: Number, join: re.Match[str], unit: Unit | None) -> Unit | None:
    """Return the unit of the second end; after "$10" it may go without one ("$10–12 billion", "$5 to 7 million")."""
    found = unit_at(text, other)
    if found or not number.currency or unit is None:
        return found
    is_tied = other.is_scaled or join.lastgroup in ("dash", "and")
    return None if not is_tied or nouns.phrase_end(text, other.end) else Unit(unit.kind, unit.unit, other.end)


def read_range(
    text: str, first: tuple[Number, Unit | None], second: tuple[Number, Unit], join: re.Match[str]
) -> tuple[Figure, ...]:
    """Return one figure for a range, two for a change, none when the two numbers do not belong together.

    The first end borrows the scale and the unit of the second when it has none ("10 to 12 billion won").
    """
    (number, unit), (other, other_unit) = first, second
    low, high = number.value, other.value
    is_open = unit is None or (number.currency and not other.currency)
    if is_open and other.is_scaled and not number.is_scaled and low * other.scale <= high:
        low *= other.scale
    before = text[max(0, number.start - 80) : number.start]
    how = join.lastgroup
    if low >= high and not (how == "to" and unit is None):
        return ()
    if unit is None and number.is_year and other_unit.kind is FigureKind.MONEY and (other.is_scaled or other.currency):
        return ()  # "since 2022 to 5.6 billion euros"
    if how == "dash" and (number.is_year and not number.currency or text[join.end() : join.end() + 1] == "-"):
        return ()
    if how == "and" and not _BETWEEN.search(before) or how == "or" and high - low > max(Decimal(2), low):
        return ()
    is_spread = unit is not None and high <= 2 * low and _are_percents(text[number.end : other_unit.end], unit)
    if how == "to" and not (is_spread and not _FROM.search(before)) and _is_change(before, low, high, unit):
        if unit is not None or low < high and not _FROM.search(before):
            return ()
        shared = Unit(other_unit.kind, other_unit.unit, number.end, other_unit.factor)
        return (make_figure(text, number.start, shared, low), make_figure(text, other.start, other_unit, high))
    return (make_figure(text, number.start, other_unit, low, high),)


def _are_percents(written: str, unit: Unit) -> bool:
    """Return whether both ends have a percent sign or word in *written*: "rose 8% to 9%" is a range, unlike money."""
    return unit.unit == "%" and unit.factor == 1 and "point" not in written and "pp" not in written


def _is_change(before: str, low: Decimal, high: Decimal, unit: Unit | None) -> bool:
    """Return whether "A to B" tells of a change or a new level and not of a range."""
    if low >= high:
        return True
    if _FROM.search(before):
        if patterns.RANGES.search(before):
            return False
        return unit is not None or bool(patterns.RISES.search(before))
    if unit is None:
        return False
    words = [word for word in before.split() if word.lower() not in patterns.HEDGES]
    return high > low * _LARGEST_SPREAD or bool(words) and bool(patterns.CHANGES.fullmatch(words[-1]))
