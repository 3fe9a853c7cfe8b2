"""3xx: numbers that are neither figure nor date nor part of a name, so that nothing vouches for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.claims.carriers import carriers_of, has_lost_citation
from generator.claims.checks.figures import FIGURE_DIFFERS, FIGURE_TOO_EXACT, FIT_WORDS
from generator.claims.comparison import Fit, figure_fit, is_rounding
from generator.claims.readings import Reading, read_claims
from generator.finding import Finding, Rule, Severity
from generator.language.figures_loose import CLOCK, FRACTION, ORDINAL, POINT, SCORE, is_certain, read_loose
from generator.model import Bound, DateSpan, Figure, FigureKind, Mention, Site

NUMBER_UNREAD = Rule(
    "B317",
    Severity.WARNING,
    """
A number or a fraction stands that the evidence was not read for.

Why: beside figures and dates evidence keeps all other numbers, such as lengths, minutes and "a third". Where it was
made before it did so, ours cannot be held against it, and a person must look; ingest the original again where it is at
hand.
Bad: The cable is 270 km long. [@a, ¶3] (the evidence keeps no lengths)
Good: The cable links two islands. [@a, ¶3]
""",
)

NUMBER_IMPOSSIBLE = Rule(
    "B321",
    Severity.ERROR,
    """
A number stands where a date or a sum belongs, and is none that the sources give.

Why: a 15th month, a fifth quarter or the year 5025 are slips, and "269 billion" of nothing must still be a number that
a cited paragraph gives.
Bad: It is due in the fifth quarter of 2025, or 2025년 5분기. [@a, ¶2]
Good: It is due in the second quarter of 2025. [@a, ¶2]
""",
)

_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: ?(?:thousand|million|billion|trillion)\b|[만억조천]+)?"
)
_NAMED = re.compile(
    r"(?:\b(?:No\.|[A-Z][\w’'-]*|(?:phase|stage|step|type|level|grade|class|series|version|chapter|section|season|track)s?)"
    r"|제) ?$"
)
"""Words before a number that make it part of a name: "Windows 11", "No. 3", 제3."""
_CODE = re.compile(
    r"[A-Za-z]|-[A-Za-z\d]|[:/]\d|(?:st|nd|rd|th)\b|"
    r" ?(?:위|차|호|세대|번째|등|급|회|기|부|장|조|항|단계)(?![가-힣]{2})"
)
"""What follows a number that is a code, an ordinal or a clock time."""
_DATE_KO = re.compile(r"(?:년|월|일|분기)(?![간차째])")
_YEAR_AGO = re.compile("년 ?전")
_DATE_EN = re.compile(
    r"(?:\b(?:in|by|since|from|until|till|of|to|for|before|after|during|early|late|mid|end|year|january|february|march|april|"
    r"may|june|july|august|september|october|november|december)|\d{1,2},|[a-z]{3}\.) $",
    re.IGNORECASE,
)
"""Words before four digits that make them a year."""
_MEASURED = re.compile(
    r" ?(?:%|[kcm]?m\b|[kMGT]?[Wwg]h?\b|[kMGT]?Hz\b|tons?\b|tonnes\b|met(?:re|er)s?\b|miles?\b|hectares?\b)"
)
_SCALED = re.compile(r"thousand|million|billion|trillion|[만억조]")
_FRACTION_NEAR, _FRACTION_ABOUT = 1, 5
"""How many percentage points a percentage may be off a fraction that it carries, without and with "about"."""
_FRACTION_STEP = Decimal(4) / 3
"""Up to how many times a fraction "more than" it goes: 62% is "more than half", 70% would be "two thirds"."""


def find_unread_numbers(site: Site) -> Iterator[Finding]:
    """Yield a finding for each number of ours that no reader reads and no cited paragraph gives."""
    for reading in read_claims(site):
        claim = reading.claim
        if not claim.language or has_lost_citation(claim, site.library):
            continue
        dateless = set()
        for match in _NUMBER.finditer(claim.text):
            is_own = claim.is_written(*match.span()) and not _is_read(reading, match)
            if is_own and _is_no_date(claim.text, match):
                dateless.add(match.start())
                if not _YEAR_AGO.match(claim.text, match.end()):
                    yield _impossible(reading, match.span())
        read: tuple[Figure | DateSpan | Mention, ...] = (*reading.figures, *reading.dates, *reading.mentions)
        taken = [(one.start, one.end) for one in read]
        for number in read_loose(claim.text, claim.language, taken):
            if number.start in dateless or not claim.is_written(number.start, number.end):
                continue
            judge = _JUDGES.get(number.unit, _judge_number)
            yield from judge(reading, number)


def _judge_fraction(reading: Reading, fraction: Figure) -> Iterator[Finding]:
    """Yield a finding for a fraction that no percentage and no fraction of the cited paragraphs carries."""
    if not is_certain(reading.claim.text, fraction):
        return
    known = _numbers(reading)
    percents = [one for one in _figures(reading) if one.kind is FigureKind.PERCENT and one.low is not None]
    ways = [fraction]
    if reading.claim.text.startswith("꼴", fraction.end):
        ways.append(replace(fraction, bound=Bound.ABOUT))
    given = [one for one in (*percents, *(known or ())) if one.kind is FigureKind.PERCENT]
    best = min((_fraction_fit(way, one) for way in ways for one in given), default=Fit.OTHER)
    if best is Fit.CARRIED or _is_counted(reading, fraction):
        return
    if best is Fit.BOUND:
        yield _differs(reading, fraction, best)
    elif known is None:
        yield _unread(reading, (fraction.start, fraction.end))
    else:
        yield _differs(reading, fraction, best)


def _is_counted(reading: Reading, fraction: Figure) -> bool:
    """Return whether a share told in two counts (10명 중 3명) is given in those two counts."""
    ours = {one.low for one in reading.figures if fraction.start <= one.start < fraction.end}
    return len(ours) > 1 and ours <= {one.low for one in _figures(reading)}


_STREAK = re.compile(r" (?:straight|consecutive|successive)\b|.{4,9} (?:in a row|running)\b")


_PER_ONE = re.compile(" ?[가-힣]{1,2}당(?![가-힣])")


def _is_year_given(reading: Reading, number: Figure) -> bool:
    """Return whether a number is the year of a date that is given: "at ChipWorld 2026" for 칩월드 2026."""
    dates = (one for carrier in carriers_of(reading.claim) for one in carrier.paragraph.dates)
    is_year = re.fullmatch(r"(?:19|20)\d\d", number.text) is not None and not number.unit
    return is_year and any(one.first and one.first.year == number.low for one in dates)


def _judge_clock(reading: Reading, number: Figure) -> Iterator[Finding]:
    """Yield a finding for a time of the day where the source gives other ones."""
    known = [one for one in _numbers(reading) or () if one.unit == CLOCK]
    if known and not any({one.low, one.high} & {number.low, number.high} for one in known):
        yield _differs(reading, number, Fit.OTHER)


def _judge_placed(reading: Reading, number: Figure) -> Iterator[Finding]:
    """Yield a finding for a place in a row, a score or a part of a point where the source gives another one."""
    known = _numbers(reading)
    if known is None:
        return
    alike = [one for one in known if one.unit == number.unit]
    if any((one.low, one.high) == (number.low, number.high) for one in alike):
        return
    given = {one.low for one in (*known, *_figures(reading))}
    if {number.low, number.high} <= given:
        return
    is_streak = number.unit == ORDINAL and _STREAK.match(reading.claim.text, number.end)
    if alike or is_streak or number.unit == POINT:
        yield _differs(reading, number, Fit.OTHER)


def _fraction_fit(stated: Figure, given: Figure) -> Fit:
    """Return how a percentage or a fraction of the source stands to a fraction of ours."""
    value, percent = stated.low or Decimal(0), given.low or Decimal(0)
    if given.low != given.high:
        return Fit.OTHER
    if abs(value - percent) <= _FRACTION_NEAR:
        return figure_fit(replace(stated, low=percent, high=percent, unit=given.unit), given)
    is_under = given.bound in (Bound.UNDER, Bound.MAX)
    is_over = given.bound in (Bound.OVER, Bound.MIN)
    match stated.bound:
        case Bound.ABOUT:
            is_carried = abs(value - percent) <= _FRACTION_ABOUT
        case Bound.OVER | Bound.MIN:
            is_carried = value < percent < value * _FRACTION_STEP and not is_under
        case Bound.UNDER | Bound.MAX:
            is_carried = value / _FRACTION_STEP < percent < value and not is_over
        case _:
            is_carried = False
    return Fit.CARRIED if is_carried else Fit.OTHER


def _judge_number(reading: Reading, number: Figure) -> Iterator[Finding]:
    """Yield a finding for a number that is no figure and that no cited paragraph gives."""
    text, span = reading.claim.text, (number.start, number.end)
    known = _numbers(reading)
    if not number.unit and _is_code(text, span) or known is None and not number.text[0].isdigit():
        return
    # A number with a measure of its own ("72 minutes") is no sum, share or length of time in other words ("72 hours").
    alike_kinds = (FigureKind.COUNT,) if number.unit else tuple(FigureKind)
    given = {bound for one in _figures(reading) if one.kind in alike_kinds for bound in (one.low, one.high)}
    if known is None:
        if number.low not in given:
            yield _impossible(reading, span) if _SCALED.search(number.text) else _unread(reading, span)
        return
    if _PER_ONE.match(text, number.end) and number.low == 1 or _is_year_given(reading, number):
        return
    if number.low in given and all(not one.unit or one.unit != number.unit for one in known):
        return
    if number.unit == "minute" and {number.low, _with_hours(reading, number)} & _minutes(reading, known):
        return
    if any(_is_converted(number, one) for one in known):
        return
    alike = [
        one for one in known if one.unit not in _APART and (one.unit == number.unit or not (one.unit and number.unit))
    ]
    if not number.unit:
        alike += [one for one in _figures(reading) if one.kind is FigureKind.COUNT]
    best = min((figure_fit(replace(number, unit=one.unit), one) for one in alike), default=Fit.OTHER)
    if best is not Fit.CARRIED:
        yield _differs(reading, number, best)


_JUDGES = {
    FRACTION: _judge_fraction,
    ORDINAL: _judge_placed,
    SCORE: _judge_placed,
    POINT: _judge_placed,
    CLOCK: _judge_clock,
}
_APART = (FRACTION, SCORE, CLOCK)
_CONVERTED = {
    unit: (measure, Decimal(factor))
    for measure, factors in {
        "length": "km 1000 m 1 cm 0.01 mm 0.001 mile 1609.344 foot 0.3048 inch 0.0254",
        "weight": "tonne 1000 kg 1 g 0.001 mg 0.000001 pound 0.45359237",
        "area": "km2 1000000 hectare 10000 acre 4046.856 m2 1 pyeong 3.305785",
        "volume": "m3 1000 litre 1 barrel 158.987",
        "power": "gw 1000 mw 1 kw 0.001",
        "energy": "twh 1000000 gwh 1000 mwh 1 kwh 0.001",
        "bytes": "pb 1000000 tb 1000 gb 1",
        "time": "minute 60 second 1",
        "speed": "kmh 1 mph 1.609344",
    }.items()
    for unit, factor in zip(factors.split()[::2], factors.split()[1::2], strict=True)
}
"""Units of one measure, and how they convert."""
_CONVERTED_NEAR = Decimal("0.01")


def _is_converted(number: Figure, given: Figure) -> bool:
    """Return whether *number* is *given* in another unit of one measure, to a hundredth: 168 miles, 270 km."""
    ours, theirs = _CONVERTED.get(number.unit), _CONVERTED.get(given.unit)
    if not ours or not theirs or ours[0] != theirs[0] or number.unit == given.unit or not number.low or not given.low:
        return False
    value = given.low * theirs[1] / ours[1]
    return abs(number.low - value) <= _CONVERTED_NEAR * value or (
        number.bound is Bound.ABOUT and is_rounding(number.low, value)
    )


def _minutes(reading: Reading, known: tuple[Figure, ...]) -> set[Decimal]:
    """Return the minutes that the cited paragraphs give in hours, or in hours and minutes."""
    hours = [one.low for one in _figures(reading) if one.unit == "hour" and one.low is not None]
    minutes = [Decimal(0), *(one.low for one in known if one.unit == "minute" and one.low is not None)]
    return {hour * 60 + minute for hour in hours for minute in minutes}


def _with_hours(reading: Reading, minutes: Figure) -> Decimal | None:
    """Return minutes of ours with the hours before them: 1시간 30분 are ninety."""
    hours = (one for one in reading.figures if one.unit == "hour" and 0 <= minutes.start - one.end <= len(" and "))
    return next((one.low * 60 + (minutes.low or 0) for one in hours if one.low is not None), None)


def _numbers(reading: Reading) -> tuple[Figure, ...] | None:
    """Return the numbers of the cited paragraphs that are no figure; None where some were not looked at for them."""
    found = [carrier.paragraph.numbers for carrier in carriers_of(reading.claim)]
    return None if None in found or not found else tuple(one for numbers in found for one in numbers or ())


def _figures(reading: Reading) -> tuple[Figure, ...]:
    return tuple(figure for carrier in carriers_of(reading.claim) for figure in carrier.paragraph.figures)


def _differs(reading: Reading, number: Figure, fit: Fit) -> Finding:
    rule = FIGURE_TOO_EXACT if fit in FIT_WORDS else FIGURE_DIFFERS
    message = FIT_WORDS.get(fit) or "number differs from its evidence"
    help = "correct it, or cite the paragraph that gives it"
    return Finding(rule, reading.claim.span(number.start, number.end), message, help=help)


def _is_no_date(text: str, match: re.Match[str]) -> bool:
    """Return whether a number that was not read as a date is written like one."""
    is_year = re.fullmatch(r"\d{4}", match[0]) is not None and _DATE_EN.search(text[: match.start()]) is not None
    return _DATE_KO.match(text, match.end()) is not None or (is_year and not _MEASURED.match(text, match.end()))


def _impossible(reading: Reading, span: tuple[int, int]) -> Finding:
    help = "correct it, or cite the paragraph that gives it"
    message = "number is no date and no figure that a cited paragraph gives"
    return Finding(NUMBER_IMPOSSIBLE, reading.claim.span(*span), message, help=help)


def _unread(reading: Reading, span: tuple[int, int]) -> Finding:
    help = "see that the source gives it; a sentence without it needs no second look"
    message = "number is read as no figure, and no cited paragraph gives it"
    return Finding(NUMBER_UNREAD, reading.claim.span(*span), message, help=help)


def _is_read(reading: Reading, match: re.Match[str]) -> bool:
    values: tuple[Figure | DateSpan | Mention, ...] = (*reading.figures, *reading.dates, *reading.mentions)
    return any(value.start < match.end() and match.start() < value.end for value in values)


def _is_code(text: str, span: tuple[int, int]) -> bool:
    """Return whether a number is part of a name, a code, an ordinal or a clock time."""
    start, end = span
    is_first = not text[:start].strip()
    return bool(_CODE.match(text, end)) or (not is_first and bool(_NAMED.search(text[:start])))
