"""Korean numbers in words and the figures they make: 세 명, 두 배, 사흘, 일주일, 천만 관객, 수조원."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.language import figures_ko_patterns as patterns
from generator.language.figures_ko_numbers import Number
from generator.language.figures_ko_units import TIME_UNITS, plain_unit, unit_at
from generator.language.figures_pattern import HANGUL, Pattern
from generator.language.figures_units import Unit, make_figure
from generator.language.numerals import NATIVE, korean_number
from generator.model import Bound, Figure, FigureKind

_FIXED = {
    "week": (FigureKind.DURATION, "week", Decimal(1)),
    "half": (FigureKind.DURATION, "year", Decimal("0.5")),
    "twofold": (FigureKind.MULTIPLE, "x", Decimal(2)),
}
_IDIOMS = Pattern(
    r"열 ?차로|한(?!두) ?+(?!명|건|곳|점|대(?=[ 를의씩])|척|마리|장|차례|개|달|시간|쌍|주 ?간|주 동안)|두 ?(?:사람|팀|가구|선수)|세대|네"
    rf" ?번째|한대(?={HANGUL})|한 대(?![를의씩])(?={HANGUL})|두통|세척|두발"
    r"|(?:두|세|네|한) ?(?:사(?!람|용)|국(?!가)|인(?!구)|호(?!텔)|부(?!처))|[두세네한]기(?!업|관)"
)
"""Numerals with a meaning of their own (한편, 세대) and those that only refer back (두 사람)."""
_SIZES = frozenset("십백천만억조")
_NO_SUMS = frozenset(("구조", "사조", "이조", "오조"))
"""Words that are written like a number: 구조대원 are rescuers, and no nine trillion."""
_A_DAY = Pattern(rf" ?(?:만에|동안|간(?!{HANGUL})|새(?!{HANGUL})|만의)")
_NOT_SOME = Pattern("년|개월|차례|일|시간|주")
"""What may follow 수 without a space; 수명 is a life span, 수배 a warrant."""


def read_word(text: str, start: int) -> Figure | None:
    """Return the figure of the number in words that begins at *start*, or None."""
    found = patterns.WORD_NUMBER.match(text, start)
    if not found:
        return None
    kind, written = found.lastgroup or "", found.group()
    if kind == "vague":
        return _read_vague(text, found)
    if kind == "days":
        return _read_days(text, found)
    if kind in _FIXED:
        figure_kind, unit, value = _FIXED[kind]
        return make_figure(text, start, Unit(figure_kind, unit, found.end()), value)
    return _read_sino(text, found) if kind == "sino" else _read_native(text, found, written)


def _read_native(text: str, found: re.Match[str], written: str) -> Figure | None:
    if _IDIOMS.match(text, found.start()):
        return None
    low, high = patterns.PAIRS.get(written) or (NATIVE[written], NATIVE[written])
    number = Number(found.start(), found.end(), Decimal(low), Decimal(high), written)
    unit = unit_at(text, number)
    if unit is None or unit.kind in (FigureKind.MONEY, FigureKind.PERCENT):
        return None
    is_close = text[number.end] not in " \u00a0"
    if is_close and not patterns.END.match(text, unit.end):  # a name such as 한명숙
        return None
    if written[-1] in "석넉" and text[number.end :][:2].strip()[:1] not in ("달", "장"):
        return None
    return make_figure(text, number.start, unit, number.low, number.high)


def _read_sino(text: str, found: re.Match[str]) -> Figure | None:
    """Return the figure of a Sino-Korean number (천만 원, 이천 명); it needs a plain unit after it, and is no scale of a table."""
    written = found.group()
    if written in _NO_SUMS and text[found.end() : found.end() + 1] not in ("원", " "):
        return None
    if text[max(0, found.start() - 5) : found.start()].rstrip(" :(").endswith("단위") or not set(written) & _SIZES:
        return None
    try:
        value = korean_number(written)
    except ValueError:
        return None
    after = patterns.UNIT.match(text, found.end())
    if not after or not (
        after.group("money") or after.group("strong") or after.group("noun") or after.group("time") in ("년", "개월")
    ):
        return None
    number = Number(found.start(), found.end(), value, value, written)
    unit = unit_at(text, number)
    return make_figure(text, number.start, unit, value) if unit else None


def _read_days(text: str, found: re.Match[str]) -> Figure | None:
    """Return the figure of a native number of days; 하루 only where it plainly measures."""
    days, end = found.group(), found.end()
    if days == "하루" and not _A_DAY.match(text, end) or text[end : end + 1] in ("달", "스", "동"):
        return None
    end += text[end : end + 1] == "간"
    return make_figure(text, found.start(), Unit(FigureKind.DURATION, "day", end), Decimal(patterns.DAYS[days]))


def _read_vague(text: str, found: re.Match[str]) -> Figure | None:
    """Return a quantity without a number: 수조원, 수만 명, 수년간, 몇 달."""
    written, start, end = found.group(), found.start(), found.end()
    after = patterns.UNIT.match(text, end)
    if not after:
        return None
    name = "money" if after.group("money") else after.lastgroup or ""
    counter = after.group(name) if name else ""
    if not set(written) & _SIZES and not _is_some(text, after, written, counter):
        return None
    probe = plain_unit(text, Number(start, end, Decimal(2), Decimal(2), written), after, name)
    if name == "money" and probe is None and not set(written) & _SIZES:
        return None
    if name == "time" and counter in TIME_UNITS:
        long = text[after.end() : after.end() + 1] == "간"
        probe = Unit(FigureKind.DURATION, TIME_UNITS[counter], after.end() + long)
    elif name in ("strong", "noun") or counter in ("대", "회", "번", "세대", "호"):
        probe = Unit(FigureKind.COUNT, "count", after.end())
    if probe is None:
        return None
    bound = Bound.ABOUT if probe.is_about else None
    return Figure(text[start : probe.end], start, probe.kind, None, None, probe.unit, bound is not None, bound)


def _is_some(text: str, after: re.Match[str], written: str, counter: str) -> bool:
    """Return whether 수 or 몇 without a scale is a vague number before *counter* (수년간, 몇 명) and no part of a word (수명, 수주)."""
    if counter == "일" and not patterns.MEASURES_DAYS.match(text, after.start("time")):
        return False
    if counter == "주" and text[after.end() : after.end() + 1] != "간":
        return False
    if written.startswith("수") and text[after.start() : after.end()][:1] not in " \u00a0":
        return bool(_NOT_SOME.fullmatch(counter))
    return counter in TIME_UNITS or counter in ("차례", "곳", "명", "배")
