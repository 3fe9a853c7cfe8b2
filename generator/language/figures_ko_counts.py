"""What a Korean counter counts, and when it makes an ordinal, an age, a term or a name instead."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.language import figures_ko_patterns as patterns
from generator.language.figures_ko_numbers import Number
from generator.language.figures_units import Unit
from generator.model import FigureKind

_AGE_GROUPS = frozenset({"1020", "2030", "2040", "3040", "3050", "4050", "5060", "6070"})
_MORE = re.compile("국|사(?![가-힣]{2}|업|람)|소|교|점|동")
_NO_TURN = re.compile("번(?:째|가|호|지|역|길)")
_TURNS = re.compile("번(?:의 |이나|이상|씩| 만에| 연속|에 걸쳐| 넘)")
_NO_MACHINE = re.compile("대(?:로변|인|중|표|한|회|학|통령)")


def count_at(text: str, number: Number, found: re.Match[str], name: str) -> Unit | None:
    """Return the unit of a count whose counter *found* holds in its group *name*, or None when nothing is counted."""
    counter, end = found.group(name), found.end()
    is_ordinal = text[number.start - 1 : number.start] == "제" and number.start > 0 or text[end : end + 1] == "째"
    if (
        is_ordinal
        or number.is_year
        and name == "noun"
        or number.low == 1
        and (text[end : end + 1] == "당" or counter == "인분")
    ):
        return None
    if name == "noun" and not _counts_noun(number) and not found.group("about"):
        return None
    if name == "weak" and not _WEAK[counter](text, number, found.start(name)):
        return None
    if counter == "개":
        more = _MORE.match(text, end)
        end = more.end() if more else end
    return Unit(FigureKind.COUNT, "count", end)


def _counts_noun(number: Number) -> bool:
    """Return whether a plain noun is counted: 세 회사 is, 두 회사 refers back, 아이폰 15 사용자 is a name."""
    if not number.is_digits:
        return number.low >= 3
    return number.low >= 100 or number.is_scaled


def _ends(text: str, at: int) -> bool:
    """Return whether the word ends at *at* or goes on with a particle."""
    return patterns.END.match(text, at) is not None


def _counts_machines(text: str, number: Number, at: int) -> bool:
    """대: machines, and the so many largest (4대 그룹); not ages (20대), terms (22대 국회) or scores (3대 1)."""
    if patterns.ORDINAL_TERM.match(text, at):
        return False
    if patterns.GROUPS.match(text, at):
        return True
    is_apart = text[at - 1] in " \u00a0"
    if not number.is_digits and not is_apart:
        return False
    is_about = text[number.end : number.end + 1] == "여"
    is_decade = number.text.isdigit() and number.low % 10 == 0 and 10 <= number.low <= 90
    if is_decade and not is_about and not is_apart:
        before = text[max(0, number.start - 24) : number.start]
        is_handled = patterns.HANDLED.match(text, at) or patterns.MACHINES_BEFORE.search(before)
        return not patterns.AGED.match(text, at) and bool(is_handled)
    return _ends(text, at + 1) and not _NO_MACHINE.match(text, at)


def _counts_times(text: str, _number: Number, at: int) -> bool:
    """회: how often; not an event's ordinal or an inning (see ``read_korean``)."""
    is_word = text[at : at + 2] in ("회의", "회장", "회사", "회원")
    return not is_word and not patterns.ORDINAL_TIMES.match(text, at) and _ends(text, at + 1)


def _counts_turns(text: str, number: Number, at: int) -> bool:
    """번: how often, in native numbers (세 번); after digits it mostly is a label (3번 출구)."""
    if number.is_digits:
        return bool(_TURNS.match(text, at))
    return number.high > 1 and not _NO_TURN.match(text, at)


def _counts_parties(text: str, number: Number, at: int) -> bool:
    """인, 사, 국: close to the digits, more than one (3사, 5인, 3국)."""
    is_close = number.is_digits and text[at - 1] not in " \u00a0" and 2 <= number.low <= 500
    return is_close and _ends(text, at + 1) and text[at : at + 2] not in ("사이", "국내", "국의", "국가", "국민")


def _counts_craft(text: str, number: Number, at: int) -> bool:
    """기: satellites, reactors, chargers; else it is a term or a year's intake."""
    if not _ends(text, at + 1) or text[at : at + 2] in ("기간", "기내", "기수", "기지"):
        return False
    before = text[max(0, number.start - 30) : number.start]
    return number.low >= 50 or bool(patterns.CRAFT_BEFORE.search(before))


def _counts_houses(text: str, number: Number, at: int) -> bool:
    """호: homes by the thousand; else a number on a door, a ship or a reactor."""
    is_door = text[max(0, number.start - 2) : number.start].rstrip().endswith("동")
    return not is_door and (number.low >= 1000 or number.is_scaled) and _ends(text, at + 1)


def _counts_homes(_text: str, number: Number, _at: int) -> bool:
    """세대: households when many; few are a generation (4세대), four digits two of them (2030세대)."""
    return number.low >= 50 and number.text not in _AGE_GROUPS


def _counts_copies(text: str, number: Number, at: int) -> bool:
    """부: copies when many; few are a part (2부)."""
    return number.low >= 100 and _ends(text, at + 1)


_WEAK: dict[str, Callable[[str, Number, int], bool]] = {
    "세대": _counts_homes,
    "대": _counts_machines,
    "회": _counts_times,
    "번": _counts_turns,
    "인": _counts_parties,
    "사": _counts_parties,
    "국": _counts_parties,
    "기": _counts_craft,
    "호": _counts_houses,
    "부": _counts_copies,
}
"""Counters that often are something else, and when they count."""
