"""What a Korean counter counts, and when it makes an ordinal, an age, a term or a name instead."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.language import figures_ko_patterns as patterns
from generator.language.figures_ko_numbers import Number
from generator.language.figures_pattern import HANGUL, Pattern
from generator.language.figures_units import Unit
from generator.model import FigureKind

_AGE_GROUPS = frozenset({"1020", "2030", "2040", "3040", "3050", "4050", "5060", "6070"})
_PARTIES = frozenset(
    "기업 회사 업체 나라 국가 도시 지역 대학 학교 은행 기관 단체 부처 조합 지자체 구단 선수 후보 정당 가족 형제 자매"
    " 남매 시민 국민 주민".split()
)
_PARTY_ENDS = ("사", "국", "업체", "업자")
"""Nouns, and ends of nouns, before which 두 refers back to two that were named."""
_MORE = Pattern(rf"국|사(?!{HANGUL}{{2}}|업|람)|소|교|점|동")
_STOREYS = Pattern("(?:지상|지하|최고|높이|총|모두|약|최대) ?\\Z")
_ON_FLOOR = Pattern(
    "에(?:서|는|선| |만|도)|의 |까지 (?:올|내|걸|물|대피)|으?로 (?:올|내|옮|대피)"
    "| ?(?:카운터|로비|회의실|강당|대회의실|사무실|매장|식당|옥상|복도|화장실|병실|병동|출국장|입국장|전시|세미나"
    "|컨벤션|기자|연회장|브리핑|베란다|창문|스튜디오|라운지|집무실|객실(?!로))"
)
_NO_TURN = Pattern("번(?:째|가|호|지|역|길)")
_TURNS = Pattern("번(?:의 |이나|이상|씩| 만에| 연속|에 걸쳐| 넘)")
_NO_MACHINE = Pattern("대(?:로변|인|중|표|한|회|학|통령)")


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
    if name == "noun" and not _counts_noun(number, counter) and not found.group("about"):
        return None
    if counter == "층" and _is_place(text, number, end):
        return None
    if name == "weak" and not _WEAK[counter](text, number, found.start(name)):
        return None
    if counter == "개":
        more = _MORE.match(text, end)
        end = more.end() if more else end
    return Unit(FigureKind.COUNT, "count", end)


_SHORT = frozenset(("세", "네", "열"))
"""Native numerals that are nouns and pronouns as well: tax, you, heat."""
_FEWEST = 3
_NO_NOUN = (
    "번|째|살|시(?!설|장|민|험|스|공)|시즌|해(?![외운양])|돌(?!봄)|월|분기|분(?!야|석|교)|초(?!등|안)|밤|때|무렵|나절|달|끼"
    rf"|주(?:간|일|째|[를가는의에]?(?!{HANGUL}))|즈음|언저리|문턱|고개|후반|평생|나이|청춘|소[년녀]|할머니|할아버지|노[인모부파]|어르신|고령"
    "|자리|자릿|손가락|단계|방향|박자|줄기|겹|갈래|세(?!무|대|력)|위(?!원|성)|가운데|중(?!학|소|견|개|국)|모두|전부|모든|다(?!리|큐|국)"
    "|배(?!우|터)|가까|남짓|정도|이상|이하|미만|안팎|쯤|넘|있|없|됐|되|였|미터|킬로|센티|밀리|마일|피트|인치|리터|에이커|헥타르|배럴|톤|그램"
    "|평(?!가|론)|도(?!시|로|서|민|지)"
)
_NOUN = Pattern(
    rf"[ \u00a0](?!{_NO_NOUN}){HANGUL}{{2,8}}?"
    rf"(?=(?:[은는이가을를의에와과도만로나뿐씩]|에게|에서|으로|까지|부터|보다|이나|이다|이며|이고|이었다|였다|마다)?(?!{HANGUL}))"
)
"""A noun behind a native numeral, without its particle; what tells ages, times and places in a row is none."""
_BODY = Pattern(
    rf" {HANGUL}{{2,3}}(?<![조심감공])사\Z"
    rf"| {HANGUL}{{0,5}}(?:업체|업자|기관|그룹|부처|학교|대학|은행|병원|협회|재단|연맹|위원회|위원|조합|공단"
    r"|법인|센터|연구소|연구원|모델|제품|언어|후보|작품|작가|감독|선수|과학자|교수|의원|장관|임원|변호사|마을|공항|항만|발전소|법안)\Z"
)
"""What is a noun that a numeral counts even where that may be another word."""
_NO_SCORE = 1000
"""So many 점 are pieces where the sentence is about such, and no score."""


def noun_at(text: str, number: Number) -> Unit | None:
    """Return the count of a noun that stands without a counter behind a native numeral: 여덟 자문사."""
    found = _NOUN.match(text, number.end) if number.high >= _FEWEST else None
    if not found or number.text in _SHORT and not _BODY.match(found.group()):
        return None
    return Unit(FigureKind.COUNT, "count", found.end())


def _is_place(text: str, number: Number, end: int) -> bool:
    """Return whether N층 says where (3층 카운터, 5층에서) and not how many storeys (지상 17층, 18층짜리)."""
    return not _STOREYS.search(text, max(0, number.start - 8), number.start) and bool(_ON_FLOOR.match(text, end))


def _counts_noun(number: Number, noun: str) -> bool:
    """Return whether a plain noun is counted: 세 회사 and 두 공장 are, 두 회사 is not, nor 아이폰 15 사용자."""
    if not number.is_digits:
        return number.low >= 3 or number.low == 2 and noun not in _PARTIES and not noun.endswith(_PARTY_ENDS)
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
    if text.startswith("대분", at):
        return _ends(text, at + 2)
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


def _counts_pieces(text: str, number: Number, at: int) -> bool:
    """점: works and goods; else points of a score or an index."""
    is_about = text[number.end : number.end + 1] == "여"
    before = is_about or patterns.PIECES_BEFORE.search(text, max(0, number.start - 16), number.start)
    if number.low >= _NO_SCORE and patterns.PIECES_TOLD.search(text, max(0, number.start - 60), number.start):
        return _ends(text, at + 1)
    return bool(before or patterns.PIECES_AFTER.match(text, at)) and _ends(text, at + 1)


def _counts_spaces(text: str, number: Number, at: int) -> bool:
    """면: parking spaces and courts, many of them; few are sides or pages."""
    return number.low >= 20 and _ends(text, at + 1)


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
    "점": _counts_pieces,
    "면": _counts_spaces,
}
"""Counters that often are something else, and when they count."""
