"""Figures in Korean text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.language import figures_ko_patterns as patterns
from generator.language.figures_context import korean_after, korean_before
from generator.language.figures_en_patterns import DIGIT_NUMBER as ENGLISH_DIGIT_NUMBER
from generator.language.figures_money import currency_before, korean_code
from generator.language.numerals import NATIVE, english_number, exact, korean_number, plain_number
from generator.model import Bound, Figure, FigureKind

_TIME_UNITS = {
    "개월": "month", "달": "month", "년": "year", "개년": "year", "주일": "week", "주": "week", "거래일": "day", "영업일": "day", "일": "day",
    "시간": "hour",
}  # fmt: skip
_AGE_PAIRS = frozenset({"1020", "2030", "2040", "3040", "3050", "4050", "5060", "6070"})
_SCALES = "만억조경"
_SCALED_BY = {"만": Decimal(10**4), "억": Decimal(10**8), "조": Decimal(10**12), "경": Decimal(10**16)}
_NOT_THE_CURRENCY = {
    "원": re.compile("원(?:칙|장(?!르)|내(?!외)|점|심|전|생|인|고|정수|자재|자력|작)"),
    "엔": re.compile("엔(?:진|드|터|지|씨)"),
    "유로": re.compile("유로(?:존|파|넥|화|폴)"),
    "위안": re.compile("위안(?:부)"),
    "동": re.compile("동"),
    "불": re.compile("불(?:법|만|교|가|편|량|황|확|신|참|씨|빛|리|안|꽃|능|사|이|소)"),
    "프랑": re.compile("프랑(?:스)"),
    "리라": re.compile("리라(?:고|는|며|도)"),
}


_SECOND = re.compile(r"[$€£¥₩]?[0-9]")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number found in the text; *low* and *high* differ for 두세."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    text: str
    currency: str = ""
    is_about: bool = False

    @property
    def is_digits(self) -> bool:
        return self.text[0].isdigit()

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year of the calendar."""
        return len(self.text) == 4 and self.text.isdigit() and 1900 <= self.low < 2100

    @property
    def is_scaled(self) -> bool:
        return any(scale in self.text for scale in _SCALES)


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a number measures, where that ends, and whether the unit makes it approximate (여, 대)."""

    kind: FigureKind
    unit: str
    end: int
    factor: Decimal = Decimal(1)
    is_about: bool = False


def read_korean(text: str) -> Iterator[Figure]:
    """Yield the figures of a Korean *text* in order."""
    position = last_end = 0
    has_innings = None
    while found := patterns.FIND.search(text, position):
        position = found.end()
        figure = _read_digits(text, found.start()) if text[found.start()].isdigit() else _read_word(text, found.start())
        if figure is None or figure.start < last_end:
            continue
        position = last_end = max(position, figure.end)
        if figure.text.endswith("회") and figure.kind is FigureKind.COUNT:
            has_innings = patterns.INNINGS.search(text) is not None if has_innings is None else has_innings
            if has_innings:
                continue
        yield _with_bound(text, figure)


def _with_bound(text: str, figure: Figure) -> Figure:
    bound = figure.bound or korean_before(text, figure.start) or korean_after(text, figure.end)
    return replace(figure, approx=True, bound=bound) if bound else figure


# ------------------------------------------------------------------------------------------------------ numbers in digits


def _read_digits(text: str, start: int) -> Figure | None:
    number = _number_at(text, start)
    if number is None:
        return _read_pair(text, start)
    join = patterns.JOIN.match(text, number.end)
    unit = _unit_at(text, number)
    if unit and not join:
        join = patterns.JOIN.match(text, unit.end)
    elif join and unit and patterns.JOIN.match(text, unit.end):
        join = patterns.JOIN.match(text, unit.end)
    if join and _SECOND.match(text, join.end()):
        figure = _read_range(text, number, unit, join)
        if figure:
            return figure
    return _figure(text, number, unit) if unit else _read_pair(text, start)


def _read_pair(text: str, start: int) -> Figure | None:
    """Return the range of two following digits: 2, 3년."""
    pair = patterns.PAIR_OF_DIGITS.match(text, start)
    if not pair or int(pair.group(2)) != int(pair.group(1)) + 1 or text[start - 1 : start].isalnum() and start:
        return None
    number = _Number(start, pair.end(), Decimal(pair.group(1)), Decimal(pair.group(2)), pair.group())
    unit = _unit_at(text, number)
    return _figure(text, number, unit) if unit else None


def _number_at(text: str, start: int) -> _Number | None:
    """Return the number in digits that begins at *start*, or None when the digits are part of something else."""
    found = patterns.DIGIT_NUMBER.match(text, start)
    if found is None:
        return None
    written, end = found.group(), found.end()
    is_about = "여" in written
    if written.endswith("여"):
        written, end, is_about = written[:-1], end - 1, "여" in written[:-1]
    currency, begin = currency_before(text, start, is_sized=written[-1] in _SCALES or "," in written)
    if not currency and not _stands_free(text, start, end):
        return None
    try:
        value = korean_number(written.replace("여", ""))
    except ValueError:
        return None
    if currency and written[-1].isdigit():
        english = ENGLISH_DIGIT_NUMBER.match(text, start)
        if english and english.group("scale"):
            value, end, written = english_number(english.group()), english.end(), english.group()
    sign = -1 if _is_negative(text, begin) else 1
    return _Number(begin, end, value * sign, value * sign, written, currency, is_about)


def _stands_free(text: str, start: int, end: int) -> bool:
    """Return whether the digits are not part of a code, a model's name, a clock time, a fraction or a telephone number."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before and (before in "_#@:°.’'‘" or (before.isalnum() and not "가" <= before <= "힣")):
        return False
    if (
        before in ("-", "/", "·", "–")
        and start > 1
        and (text[start - 2].isdigit() or text[start - 2].isascii() and text[start - 2].isalpha())
    ):
        return False
    return not (after in (":", "/") and text[end + 1 : end + 2].isdigit())


def _is_negative(text: str, begin: int) -> bool:
    """Return whether a minus sign or the word for it stands close before *begin*."""
    if text[begin - 1 : begin] in ("-", "−") and begin:
        return begin == 1 or text[begin - 2] in " (\u00a0\n스"
    return text[max(0, begin - 8) : begin].rstrip(" ()-−").endswith("마이너스")


# ---------------------------------------------------------------------------------------------------------------- units


def _unit_at(text: str, number: _Number) -> _Unit | None:
    """Return what the number measures or counts, or None."""
    if number.currency:
        return _Unit(FigureKind.MONEY, number.currency, _end_of_class(text, number.end))
    found = patterns.UNIT.match(text, number.end)
    if not found:
        return _bare_won(text, number)
    name = "money" if found.group("money") else found.lastgroup or ""
    unit = _plain_unit(text, number, found, name)
    if unit is None and name in ("strong", "weak", "noun"):
        unit = _count_unit(text, number, found, name)
    if unit is None and name == "time":
        unit = _time_unit(text, number, found)
    if unit is None:
        return _bare_won(text, number) if not (found.group("about") and name == "money") else None
    return replace(unit, is_about=unit.is_about or bool(found.group("about")))


def _end_of_class(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == "대" and not text[end + 1 : end + 2].isalpha() else end


def _plain_unit(text: str, number: _Number, found: re.Match[str], name: str) -> _Unit | None:
    """Return the unit of money, percents and multiples."""
    if name == "percent":
        return _Unit(FigureKind.PERCENT, "%", found.end())
    if name == "basis":
        return _Unit(FigureKind.PERCENT, "%", found.end(), Decimal("0.01"))
    if name == "multiple":
        return _Unit(FigureKind.MULTIPLE, "x", found.end(), Decimal(2 if "절" in found.group() else 1))
    if name != "money":
        return None
    money = found.group("money")
    code = korean_code(money)
    base = next((base for base in _NOT_THE_CURRENCY if money.endswith(base)), "")
    if (
        code is None
        or base
        and _NOT_THE_CURRENCY[base].match(text, found.end("money") - len(base))
        and not (base == "동" and (number.is_scaled or len(money) > 1))
    ):
        return None
    if number.low == 1 and text[found.end() : found.end() + 1] == "당":
        return None
    return _Unit(FigureKind.MONEY, code, found.end(), is_about=bool(found.group("class")))


def _time_unit(text: str, number: _Number, found: re.Match[str]) -> _Unit | None:
    """Return the unit of a stretch of time, or None for a date, an ordinal or an age."""
    name = found.group("time")
    at = found.start("time")
    end = found.end()
    if name == "분기":
        return None
    if name == "년" and not _measures_years(text, number, at):
        return None
    if name == "일" and number.low <= 31 and not found.group("about") and not patterns.MEASURES_DAYS.match(text, at):
        return None
    if name == "일" and re.compile("일(?:자|대|보|선|요|본|정|괄|률|반|부)").match(text, at):
        return None
    if name == "주" and not patterns.MEASURES_WEEKS.match(text, at):
        return _shares(text, number, at)
    if name == "시간" and text[end : end + 1] == "표" or number.is_year and name != "개월":
        return None
    factor = Decimal(1)
    if (
        name in ("년", "개년")
        and text[end : end + 1] == "간"
        or name in ("개월", "일", "주", "주일", "시간", "달")
        and text[end : end + 1] == "간"
    ):
        end += 1
    elif text[end : end + 2] == " 간" and not text[end + 2 : end + 3].isalpha():
        end += 2
    return _Unit(FigureKind.DURATION, _TIME_UNITS[name], end, factor)


def _measures_years(text: str, number: _Number, at: int) -> bool:
    """Return whether N년 is a number of years and not a year of the calendar, a vintage or a term in ordinals."""
    if number.is_year or (number.start and text[number.start - 1] in "'’‘"):
        return False
    if patterns.YEAR_AGO.match(text, at) and number.low == 1:
        return False
    if patterns.MEASURES_YEARS.match(text, at):
        return True
    if patterns.YEAR_IS_DATE.match(text, at):
        return False
    is_short_year = number.text.isdigit() and len(number.text) == 2 and (number.low >= 85 or number.text[0] == "0")
    return not is_short_year


def _shares(text: str, number: _Number, at: int) -> _Unit | None:
    """Return the unit of N주 that are no weeks for certain: shares, or weeks when few and nothing speaks of shares."""
    if patterns.NO_WEEKS.match(text, at):
        return None
    if (
        number.low >= 100
        or number.is_scaled
        or patterns.SHARES_BEFORE.search(text, max(0, number.start - 40), number.start)
    ):
        return _Unit(FigureKind.COUNT, "count", at + 1)
    if number.low > 60 or not patterns.END.match(text, at + 1):
        return None
    return _Unit(FigureKind.DURATION, "week", at + 1)


def _bare_won(text: str, number: _Number) -> _Unit | None:
    """Return the won of a bare sum (2.4조, 300억), or the count of a bare number after what it counts (구독자 100만)."""
    last = number.text[-1]
    if not number.is_scaled or not number.is_digits and number.text[-1] not in "억조":
        return None
    if patterns.COUNTED_BEFORE.search(text, max(0, number.start - 24), number.start):
        return _Unit(FigureKind.COUNT, "count", number.end)
    if "조" not in number.text and "억" not in number.text or not number.is_digits:
        return None
    after = text[number.end : number.end + 2]
    if (
        after.startswith("분의")
        or re.compile(r"[A-Za-z㎡]").match(text, number.end + (after[:1] == " "))
        and re.compile(r" ?(?:t|kg|km|m|kW|MW|GW|kWh|MWh|GWh|㎡|TEU|dwt|CGT|cal|B|bit)\b").match(text, number.end)
    ):
        return None
    if re.compile(" ?(?:톤|배럴|리터|평|제곱|헥타르|킬로|미터|광년|kg|와트|바이트|달러)").match(text, number.end):
        return None
    if (
        last == "조"
        and number.text[:-1].isdigit()
        and (
            patterns.LAW_AFTER.match(text, number.end - 1)
            or patterns.LAW_BEFORE.search(text, max(0, number.start - 8), number.start)
            or text[max(0, number.start - 2) : number.start].strip().endswith("제")
        )
    ):
        return None
    end = _end_of_class(text, number.end)
    return _Unit(FigureKind.MONEY, "KRW", end, is_about=end > number.end)


# --------------------------------------------------------------------------------------------------------------- counts


def _count_unit(text: str, number: _Number, found: re.Match[str], name: str) -> _Unit | None:
    """Return the unit of a count, or None when the counter makes an ordinal, an age or a name."""
    before = text[max(0, number.start - 2) : number.start].rstrip()
    if before.endswith("제") and text[number.start - 1 : number.start] != " " or number.is_year and name == "noun":
        return None
    counter = found.group(name)
    if number.low == 1 and text[found.end() : found.end() + 1] == "당":
        return None
    if name == "noun" and not _noun_counts(text, number, counter):
        return None
    if name == "weak" and not _WEAK[counter](text, number, found.start(name)):
        return None
    if text[found.end() : found.end() + 1] == "째" and name != "noun":
        return None
    end = found.end()
    if counter == "개":
        more = re.compile("국|사(?![가-힣]{2}|업|람)|소|교|점|동").match(text, end)
        end = more.end() if more else end
    return _Unit(FigureKind.COUNT, "count", end)


def _noun_counts(text: str, number: _Number, noun: str) -> bool:
    """Return whether the number counts the plain noun after it: 세 회사 does, 두 회사 refers back, 아이폰 15 사용자 is a name."""
    if not number.is_digits:
        return number.low >= 3 and noun != "동"
    return (number.low >= 100 or number.is_scaled) and noun != "동"


def _counts_machines(text: str, number: _Number, at: int) -> bool:
    """대: vehicles and the like, and the so many largest (4대 그룹); not ages (20대), terms (22대 국회) or scores (3대 1)."""
    if patterns.ORDINAL_TERM.match(text, at):
        return False
    if patterns.GROUPS.match(text, at):
        return True
    if not number.is_digits and text[at - 1] not in " \u00a0":
        return False
    before = text[max(0, number.start - 24) : number.start]
    is_decade = number.text.isdigit() and number.low % 10 == 0 and 10 <= number.low <= 90
    if is_decade:
        return not patterns.AGED.match(text, at) and bool(patterns.MACHINES_BEFORE.search(before))
    return bool(patterns.END.match(text, at + 1)) and not re.compile("대(?:로변|인|중|표|한|회|학|통령)").match(
        text, at
    )


def _counts_times(text: str, number: _Number, at: int) -> bool:
    """회: how often; not an event's ordinal or an inning (see ``read_korean``)."""
    return (
        not patterns.ORDINAL_TIMES.match(text, at)
        and bool(patterns.END.match(text, at + 1))
        and not text[at : at + 2] in ("회의", "회장", "회사", "회원")
    )


def _counts_turns(text: str, number: _Number, at: int) -> bool:
    """번: how often, in native numbers (세 번); after digits it mostly is a label (3번 출구)."""
    if number.is_digits:
        return bool(re.compile("번(?:의 |이나|이상|씩| 만에| 연속|에 걸쳐| 넘)").match(text, at))
    return number.high > 1 and not re.compile("번(?:째|가|호|지|역|길)").match(text, at)


def _counts_persons(text: str, number: _Number, at: int) -> bool:
    return (
        number.low >= 2
        and number.is_digits
        and text[at - 1] not in " \u00a0"
        and bool(patterns.END.match(text, at + 1))
    )


def _counts_companies(text: str, number: _Number, at: int) -> bool:
    is_close = text[at - 1] not in " \u00a0" and number.is_digits and 2 <= number.low <= 500
    return is_close and bool(patterns.END.match(text, at + 1)) and text[at : at + 2] not in ("사이", "사이", "사이")


def _counts_countries(text: str, number: _Number, at: int) -> bool:
    is_close = text[at - 1] not in " \u00a0" and number.is_digits and 2 <= number.low <= 200
    return (
        is_close
        and bool(patterns.END.match(text, at + 1))
        and text[at : at + 2] not in ("국내", "국가", "국의", "국민")
    )


def _counts_craft(text: str, number: _Number, at: int) -> bool:
    """기: satellites, reactors, chargers; else it is a term or a year's intake."""
    if not patterns.END.match(text, at + 1) or text[at : at + 2] in ("기가", "기간", "기내", "기수", "기지"):
        return False
    return bool(patterns.SCREENED_UNITS.search(text, max(0, number.start - 30), number.start)) or number.low >= 50


_WEAK = {
    "세대": lambda text, number, at: number.low >= 50 and number.text not in _AGE_PAIRS,
    "대": _counts_machines,
    "회": _counts_times,
    "번": _counts_turns,
    "인": _counts_persons,
    "사": _counts_companies,
    "국": _counts_countries,
    "기": _counts_craft,
    "호": lambda text, number, at: (number.low >= 1000 or number.is_scaled) and bool(patterns.END.match(text, at + 1)),
    "부": lambda text, number, at: number.low >= 100 and bool(patterns.END.match(text, at + 1)),
}


# --------------------------------------------------------------------------------------------------------------- ranges


def _read_range(text: str, number: _Number, unit: _Unit | None, join: re.Match[str]) -> Figure | None:
    """Return the range that *number* and the number after *join* make, or None when they make none."""
    other = _second_at(text, join.end() + (text[join.end()] in "$€£¥₩"))
    if other is None:
        return None
    if number.currency and not other.currency:
        other = replace(other, currency=number.currency)
    other_unit = _unit_at(text, other)
    if (
        other_unit is None
        or unit
        and (unit.kind, unit.unit) != (other_unit.kind, other_unit.unit)
        and not _is_bare(number, unit)
    ):
        return None
    if join.group("from") and not patterns.BETWEEN.match(text, other_unit.end):
        return None
    low, high = number.low, other.high
    is_open = unit is None or bool(number.currency)
    if (
        is_open
        and not number.is_scaled
        and other.is_scaled
        and (scale := _SCALED_BY.get(other.text[-1]))
        and low * scale < high
    ):
        low *= scale
    if low >= high or number.is_year and other.is_year:
        return None
    whole = _Number(number.start, other.end, low, high, number.text, is_about=number.is_about or other.is_about)
    return _figure(text, whole, other_unit)


def _second_at(text: str, start: int) -> _Number | None:
    """Return the number after a dash, whatever stands before it."""
    found = patterns.DIGIT_NUMBER.match(text, start)
    if not found or plain_number(re.match(r"[\d.,]+", found.group()).group()) is None:  # type: ignore[union-attr]
        return None
    written = found.group().removesuffix("여")
    try:
        value = korean_number(written.replace("여", ""))
    except ValueError:
        return None
    currency, begin = currency_before(text, start, is_sized=True)
    return _Number(
        start, start + len(written), value, value, written, currency if begin < start else "", "여" in written
    )


def _is_bare(number: _Number, unit: _Unit) -> bool:
    """Return whether the first number only borrowed won for want of a unit: 1300억~1500억 달러."""
    return unit.unit == "KRW" and unit.end == number.end


def _figure(text: str, number: _Number, unit: _Unit) -> Figure:
    low, high = exact(number.low * unit.factor), exact(number.high * unit.factor)
    end = unit.end
    half = (
        patterns.HALF_YEAR.match(text, end)
        if unit.kind is FigureKind.DURATION and unit.unit in ("year", "month")
        else None
    )
    if half:
        low, high, end = low + Decimal("0.5"), high + Decimal("0.5"), half.end()
    bound = Bound.ABOUT if number.is_about or unit.is_about else None
    return Figure(text[number.start : end], number.start, unit.kind, low, high, unit.unit, bound is not None, bound)


# ------------------------------------------------------------------------------------------------------- numbers in words


def _read_word(text: str, start: int) -> Figure | None:
    """Return the figure of a number in words: 세 명, 두 배, 사흘, 일주일, 수조원, 천만 관객."""
    found = patterns.WORD_NUMBER.match(text, start)
    if not found:
        return None
    kind, written = found.lastgroup, found.group()
    if kind == "vague":
        return _read_vague(text, found)
    if kind == "days":
        return _read_days(text, found)
    if kind in ("week", "half", "twofold"):
        unit, value = {"week": ("week", "1"), "half": ("year", "0.5"), "twofold": ("x", "2")}[kind]
        figure_kind = FigureKind.MULTIPLE if kind == "twofold" else FigureKind.DURATION
        return Figure(written, start, figure_kind, Decimal(value), Decimal(value), unit)
    if written in patterns.PAIRS:
        low, high = patterns.PAIRS[written]
    elif kind == "native":
        low = high = NATIVE[written]
    else:
        return _read_sino(text, found)
    number = _Number(start, found.end(), Decimal(low), Decimal(high), written)
    unit_found = _unit_at(text, number)
    if (
        unit_found is None
        or unit_found.kind in (FigureKind.MONEY, FigureKind.PERCENT)
        and low < 3
        or _is_idiom(text, number)
    ):
        return None
    return _figure(text, number, unit_found)


_IDIOMS = re.compile(
    r"한 ?(?:번|가지|편|팀|사람|잔|층|쪽|줄|통|판|칸|종|골|채|배|국|회|사|인|기|대(?! )|해|주(?! ?간| 동안))|두 ?(?:사람|팀|가구|선수)|세대|네 ?(?:번째)|한 ?대(?=[가-힣])|(?:두|세|네|한) ?(?:사|국|인|기|호|부)"
)


def _is_idiom(text: str, number: _Number) -> bool:
    """Return whether the words have a meaning of their own (한편, 세대) or only refer back (두 사람)."""
    return bool(_IDIOMS.match(text, number.start))


def _read_sino(text: str, found: re.Match[str]) -> Figure | None:
    """Return the figure of a Sino-Korean number (천만 원, 이천 명); it needs a plain unit after it."""
    written = found.group()
    if text[max(0, found.start() - 5) : found.start()].rstrip(" :(").endswith("단위") or not set(written) & set(
        "십백천만억조"
    ):
        return None
    try:
        value = korean_number(written)
    except ValueError:
        return None
    number = _Number(found.start(), found.end(), value, value, written)
    after = patterns.UNIT.match(text, found.end())
    if not after or not (
        after.group("money")
        or after.group("strong")
        or after.group("noun")
        or after.group("time") in ("년", "개월")
        or after.group("weak") == "대"
    ):
        return None
    unit = _unit_at(text, number)
    return _figure(text, number, unit) if unit else None


def _read_days(text: str, found: re.Match[str]) -> Figure | None:
    days = found.group()
    after = text[found.end() : found.end() + 3]
    if days == "하루" and not re.compile(" ?(?:만에|동안|간(?![가-힣])|새(?![가-힣])|만의)").match(after):
        return None
    if days in ("보름", "이레", "나흘") and after[:1] in ("달", "스", "동"):
        return None
    end = found.end() + (after[:1] == "간")
    value = Decimal(patterns.DAYS[days])
    return Figure(text[found.start() : end], found.start(), FigureKind.DURATION, value, value, "day")


def _read_vague(text: str, found: re.Match[str]) -> Figure | None:
    """Return a quantity without a number: 수조원, 수만 명, 수년간, 몇 달."""
    written = found.group()
    is_sized = bool(set(written) & set("십백천만억조"))
    after = patterns.UNIT.match(text, found.end())
    if not after:
        return None
    name = "money" if after.group("money") else after.lastgroup or ""
    counter = after.group(name) if name else ""
    if (
        not is_sized
        and counter not in ("년", "개월", "차례", "일", "시간", "달", "곳", "명", "배")
        and not (counter == "주" and text[after.end() : after.end() + 1] == "간")
    ):
        return None
    if (
        not is_sized
        and written.startswith("수")
        and text[found.end() - 1] != " "
        and counter not in ("년", "개월", "차례", "일", "시간", "주")
        or counter == "일"
        and not patterns.MEASURES_DAYS.match(text, after.start("time"))
    ):
        return None
    probe = _plain_unit(text, _Number(found.start(), found.end(), Decimal(2), Decimal(2), written), after, name)
    if probe:
        kind, unit, end = probe.kind, probe.unit, probe.end
    elif name == "time":
        kind, unit, end = (
            FigureKind.DURATION,
            _TIME_UNITS.get(counter, "year"),
            after.end() + (text[after.end() : after.end() + 1] == "간"),
        )
    elif name in ("strong", "noun") or counter in ("대", "회", "번", "세대", "호"):
        kind, unit, end = FigureKind.COUNT, "count", after.end()
    else:
        return None
    bound = Bound.ABOUT if probe and probe.is_about else None
    return Figure(text[found.start() : end], found.start(), kind, None, None, unit, bound is not None, bound)
