"""Korean numbers with a unit: money, percents, multiples and durations; counts are in ``figures_ko_counts``."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from generator.language import figures_ko_patterns as patterns
from generator.language.figures_ko_counts import count_at, noun_at
from generator.language.figures_ko_numbers import Number
from generator.language.figures_money import DOLLARS, EUROS, SUBUNITS, korean_code
from generator.language.figures_pattern import HANGUL, Pattern
from generator.language.figures_units import Unit
from generator.model import FigureKind

TIME_UNITS = {
    "개월": "month",
    "달": "month",
    "년": "year",
    "개년": "year",
    "주일": "week",
    "주": "week",
    "거래일": "day",
    "영업일": "day",
    "일": "day",
    "시간": "hour",
}
_OTHER_WORDS = {
    "원": Pattern("원(?:칙|장(?!르)|내(?!외)|점|심|전|생|인|고|정수|자재|자력|작)"),
    "엔": Pattern("엔(?:진|드|터|지|씨)"),
    "유로": Pattern("유로(?:존|파|넥|화|폴)"),
    "위안": Pattern("위안(?:부)"),
    "불": Pattern("불(?:법|만|교|가|편|량|황|확|신|참|씨|빛|리|안|꽃|능|사|이|소)"),
    "프랑": Pattern("프랑(?:스)"),
    "리라": Pattern("리라(?:고|는|며|도)"),
}
"""Words that begin like a currency: 3원칙 is no three won."""

_NO_SUM = Pattern(
    r" ?(?:톤|화소|픽셀|배럴|리터|평|제곱|헥타르|킬로|미터|광년|와트|바이트|달러|볼트|비트|화소|분의)"
    r"| ?(?:t|kg|㎏|km|㎞|m|㎡|㎥|ha|㏊|kW|MW|GW|㎿|kWh|MWh|GWh|TEU|dwt|DWT|CGT|cal|B|bit|GB|TB)(?![a-z])"
)
_SO_OFTEN = Pattern(
    r"(?:^|[ \u00a0(])(?:주|주당|매주|연간|총|꼬박|최장|최소|일주일에|[한매] ?달에|한 해에|1년에|월평균|연평균)"
    r"(?: (?:약|평균|최대|최소))? ?\Z"
)
_MANY = 100
_ADJECTIVE = Pattern(rf"{HANGUL}{{1,5}} ")
_NIGHTS = Pattern(" ?밤(?=(?:[을이의]|마다|에 걸| ?동안| 연속| ?간)|[ .,]|$)")
_NO_DAYS = Pattern("일(?:자|대|보|선|요|본|정|괄|률|반|부)")


def unit_at(text: str, number: Number) -> Unit | None:
    """Return what the number measures or counts, or None."""
    if number.currency:
        return Unit(FigureKind.MONEY, number.currency, _end_of_class(text, number.end))
    found = patterns.UNIT.match(text, number.end)
    if not found:
        return _bare_at(text, number)
    name = "money" if found.group("money") else found.lastgroup or ""
    unit = plain_unit(text, number, found, name)
    if unit is None and name in ("strong", "weak", "noun"):
        unit = count_at(text, number, found, name)
    if unit is None and name == "time":
        unit = _time_at(text, number, found)
    if unit is None:
        return _bare_at(text, number)
    return replace(unit, is_about=True) if found.group("about") else unit


def _end_of_class(text: str, end: int) -> int:
    """Return the offset after a 대 that makes the sum before it a rough one (2조원대)."""
    return end + 1 if text[end : end + 1] == "대" and not text[end + 1 : end + 2].isalpha() else end


def plain_unit(text: str, number: Number, found: re.Match[str], name: str) -> Unit | None:
    """Return the unit of money, percents and multiples, or None."""
    end = found.end()
    if name == "percent":
        return Unit(FigureKind.PERCENT, "%", end, is_about=bool(found.group("range")))
    if name == "basis":
        return Unit(FigureKind.PERCENT, "%", end, Decimal("0.01"))
    if name == "cents":
        return Unit(FigureKind.MONEY, _code_of_cents(text, found.group("cents")), end, Decimal("0.01"))
    if name == "multiple":
        return Unit(FigureKind.MULTIPLE, "x", end, Decimal(2 if "절" in found.group() else 1))
    if name != "money":
        return None
    money = found.group("money")
    code = korean_code(money)
    if code is None or money == "동" and not number.is_scaled:
        return None
    other = next((pattern for word, pattern in _OTHER_WORDS.items() if money.endswith(word)), None)
    if other and other.match(text, found.end("money") - len(other.pattern.partition("(")[0])):
        return None
    if number.low in (1, 100) and text[end : end + 1] == "당":  # "per dollar", "per 100 yen"
        return None
    return Unit(FigureKind.MONEY, code, end, is_about=bool(found.group("class")))


def _code_of_cents(text: str, written: str) -> str:
    """Return the currency of 센트 and 펜스: cents are the euro's where the text has euros and no dollars."""
    if written == "펜스":
        return SUBUNITS["pence"]
    is_euro = written.startswith("유로") or EUROS.search(text) is not None and not DOLLARS.search(text)
    return "EUR" if is_euro and not written.startswith("미") else SUBUNITS["cent"]


def _time_at(text: str, number: Number, found: re.Match[str]) -> Unit | None:
    """Return the unit of a stretch of time, or None for a date, an ordinal or an age."""
    name, at, end = found.group("time"), found.start("time"), found.end()
    if name == "분기" or number.is_year and name != "개월":
        return None
    if name == "년" and not _measures_years(text, number, at):
        return None
    if name == "일" and (_NO_DAYS.match(text, at) or not _measures_days(text, number, found)):
        return None
    if name == "주" and not patterns.MEASURES_WEEKS.match(text, at):
        return _shares_at(text, number, at)
    if name == "시간" and text[end : end + 1] == "표":
        return None
    if text[end : end + 1] == "간":
        end += 1
    elif text[end : end + 2] == " 간" and not text[end + 2 : end + 3].isalpha():
        end += 2
    night = _NIGHTS.match(text, end) if name == "일" else None
    if night:
        return Unit(FigureKind.COUNT, "count", night.end())
    half = patterns.HALF_YEAR.match(text, end) if name in ("년", "개월") else None
    if half:
        return Unit(FigureKind.DURATION, TIME_UNITS[name], half.end(), (number.low + Decimal("0.5")) / number.low)
    return Unit(FigureKind.DURATION, TIME_UNITS[name], end)


def _measures_days(text: str, number: Number, found: re.Match[str]) -> bool:
    """Return whether N일 is a number of days and not a day of the month."""
    is_beyond_a_month = number.low > 31 or number.low % 1 != 0 or bool(found.group("about"))
    if _SO_OFTEN.search(text, max(0, number.start - 12), number.start):
        return text[found.end() : found.end() + 1] != "제"
    return is_beyond_a_month or bool(patterns.MEASURES_DAYS.match(text, found.start("time")))


def _measures_years(text: str, number: Number, at: int) -> bool:
    """Return whether N년 is a number of years and not a year of the calendar, a vintage or a term in ordinals."""
    if number.is_year or patterns.YEAR_AGO.match(text, at) and number.low == 1:
        return False
    if patterns.MEASURES_YEARS.match(text, at):
        return True
    if patterns.YEAR_IS_DATE.match(text, at):
        return False
    is_short_year = number.text.isdigit() and len(number.text) == 2 and (number.low >= 85 or number.text[0] == "0")
    return not is_short_year


def _shares_at(text: str, number: Number, at: int) -> Unit | None:
    """Return the unit of N주 that are no weeks for certain: shares, or weeks when few and nothing speaks of shares."""
    if patterns.NO_WEEKS.match(text, at):
        return None
    is_many = number.low >= 100 or number.is_scaled or number.low != number.low.to_integral_value()
    if is_many or patterns.SHARES_BEFORE.search(text, max(0, number.start - 40), number.start):
        return Unit(FigureKind.COUNT, "count", at + 1)
    if number.low > 60 or not patterns.END.match(text, at + 1):
        return None
    return Unit(FigureKind.DURATION, "week", at + 1)


def _bare_at(text: str, number: Number) -> Unit | None:
    """Return the won of a bare sum (2.4조), or the count of a bare number after what it counts (구독자 100만)."""
    if not number.is_digits:
        return noun_at(text, number)
    if _counts_behind(text, number):
        return Unit(FigureKind.COUNT, "count", number.end)
    if not number.is_scaled or _NO_SUM.match(text, number.end):
        return None
    if patterns.COUNTED_BEFORE.search(text, max(0, number.start - 24), number.start):
        return Unit(FigureKind.COUNT, "count", number.end)
    if "조" not in number.text and "억" not in number.text or _is_article(text, number):
        return None
    end = _end_of_class(text, number.end)
    return Unit(FigureKind.MONEY, "KRW", end, is_about=end > number.end)


def _counts_behind(text: str, number: Number) -> bool:
    """Return whether the noun that a bare number counts stands behind a bound: 100만이 넘는 가구."""
    found = patterns.OF_WHAT.match(text, number.end) if number.low >= _MANY and not number.is_year else None
    if not found:
        return False
    adjective = _ADJECTIVE.match(text, found.end())
    places = (found.end(), *((adjective.end(),) if adjective else ()))
    nouns = (patterns.UNIT.match(text, place) for place in places)
    return any(noun is not None and noun.lastgroup in ("strong", "noun") for noun in nouns)


def _is_article(text: str, number: Number) -> bool:
    """Return whether 조 numbers an article of a law or a team and is no trillion."""
    if number.text[-1] != "조" or not number.text[:-1].isdigit():
        return False
    before = text[max(0, number.start - 8) : number.start]
    is_numbered = before.rstrip().endswith("제") or bool(patterns.LAW_BEFORE.search(before))
    return is_numbered or bool(patterns.LAW_AFTER.match(text, number.end - 1))
