"""The words Korean dates are made of, and what may stand beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.language.dates_forms import BLANK, DASH
from generator.language.dates_terms import Tense, Term, Unit

S = rf"{BLANK}?"
HANGUL = r"[^\W\d_a-zA-Z]"
"""A letter beyond ASCII: Hangul, in a Korean text. As a range, [가-힣] takes thirty times as long to compile."""
NO_HANGUL = r"[\W\d_a-zA-Z]"
DOT = "·"
ALONE = rf"(?<!{HANGUL})"
PARTICLE = rf"(?=$|{NO_HANGUL}|에|의|은|는|이|가|을|를|과|와|도|로|까지|부터|만|엔|께|쯤|경|나|보다|뿐|라|인|자|중)"
"""What may follow a word that before any other Hangul would be part of another word."""

YEARS = {
    "올해": 0, "올": 0, "금년": 0, "지난해": -1, "작년": -1, "재작년": -2, "지지난해": -2, "내년": 1, "명년": 1, "내후년": 2,
}  # fmt: skip
CARRIED_YEARS = {"이듬해": 1, "다음해": 1, "같은해": 0, "그해": 0, "그다음해": 1, "동년": 0}
MONTHS = {
    "이달": 0, "이번달": 0, "금월": 0, "지난달": -1, "저번달": -1, "지지난달": -2, "내달": 1, "다음달": 1, "다다음달": 2,
}  # fmt: skip
WEEKS = {
    "이번주": 0, "금주": 0, "지난주": -1, "저번주": -1, "지지난주": -2, "내주": 1, "차주": 1, "다음주": 1, "다다음주": 2,
}  # fmt: skip
NAMED_DAYS = {
    "오늘": 0,
    "금일": 0,
    "어제": -1,
    "어젯밤": -1,
    "지난밤": -1,
    "간밤": -1,
    "그제": -2,
    "그저께": -2,
    "내일": 1,
    "모레": 2,
    "글피": 3,
}
CARRIED_DAYS = {"이날": 0, "같은날": 0, "전날": -1, "전일": -1, "다음날": 1, "이튿날": 1}
TOWARD = {
    "지난": Tense.PAST, "오는": Tense.FUTURE, "다가오는": Tense.FUTURE, "돌아오는": Tense.FUTURE, "다음": Tense.FUTURE,
}  # fmt: skip
WEEKDAYS = "월화수목금토일"
SEASONS = {"봄": 1, "여름": 2, "가을": 3, "겨울": 4}

_AFTER_OL = rf"(?={S}(?:\d|[상하]반기|봄|여름|가을|겨울|초|말|중반|연말|연초|들어|한{S}해))"
YEAR = (
    rf"(?:(?<!\d)(?P<year>[12]\d{{3}}){S}년(?:도)?"
    rf"|(?:(?<![\d.,])|[’'‘])(?P<short>\d\d)년도?(?={S}\d{{1,2}}{S}(?:월|분기)|{S}[상하]반기)"
    r"|[’'‘](?P<quoted>\d\d)년(?:도)?"
    rf"|{ALONE}(?P<words>올(?:해|{_AFTER_OL})|(?:금|재?작|내후?|명|동)년|(?:지난|같은|그(?:{S}다음)?){S}해|지지난해|이듬해"
    rf"|다음{S}해(?!{HANGUL}))(?:도(?!{HANGUL}))?)"
)
REACH = rf"(?:{ALONE}(?P<toward>지난|오는|다가오는|돌아오는) )?"
MONTH = r"(?<![\d.,])(?P<month>1[0-2]|0?[1-9])"
WOL = r"월(?!생| ?결산(?!월)| ?(?:민주|시민)?(?:항쟁|혁명|유신)|드|급|물|호|세|간|배|북|별|령|봉|차|등|평균)"
DAY_NUMBER = r"3[01]|[12]\d|0?[1-9]"
DAY = rf"(?P<day>{DAY_NUMBER})"
_OFFICES = (
    "세계|국민|국|세|직원|임직원|대표|회장|사장|대통령|장관|총리|의원|의장|감독|부사장|위원장|원장|산업"
    "|업종|매장|제품|과정|국가|부처"
    "|계열사|총장|청장|차관|이사장|본부장|수석|부회장|노선|지역|경기|구간|종목|남편|부인|아내|여자친구"
    "|남자친구|품목|점포|지점|객실"
)
IL = (
    rf"일(?!간|째|차|치(?:$|[ \u00a0.,]|의|를)|분(?!{HANGUL}?기)|당|짜리|제(?!{HANGUL})|장(?!{HANGUL})|여|씩|[ \u00a0]만(?!{HANGUL})"
    r"|마다|본|반(?:[ \u00a0]|의)|\d"
    r"|[ \u00a0]?(?:동안|만[에이인의]|만(?=[,.])|연속|연달아|내리|이어[지져진질]|지속|남[았은]|걸[리려린렸]|버[티텨틴텼]|넘[긴겨겼]|이내|이하|넘게|안에|내에|내로|내[ \u00a0]|가량|남짓|연휴|주기"
    r"|이상(?=$|[ \u00a0.,]|의|을|에서|이[ \u00a0]|걸)|정도(?=$|[ \u00a0.,]|의|를|가|로)"
    rf"|[뒤후](?=$|{NO_HANGUL}|에|의|부터|까지|인|면|로)"
    r"|전(?=$|[^\w \u00a0]|[\da-zA-Z_]|에|까지|부터|만|쯤|의"
    rf"|[ \u00a0](?!{_OFFICES}|[^\W\d_a-z]{{1,12}}[ \u00a0](?:대표|회장|사장|장관|의원|대통령|총리|감독)))))"
)
"""일 of a day of the month: the same numeral and 일 count days when one of these follows (10일간, 10일 만에, 10일
전에)."""
EDGE_COUNTS = {
    **{str(number): number for number in range(2, 12)},
    **{word: number for number, word in enumerate("두 석 넉 다섯 여섯 일곱 여덟 아홉 열".split(), 2)},
    **{"세": 3, "네": 4},
}
"""How many months the first or last ones of a year may be."""
PART = (
    rf"(?:{S}(?:한{S}달(?:간|{S}동안)?(?!{HANGUL})|연초|연말|연중|연내|한{S}해|[초말](?!{HANGUL})|[초말](?=에|의|부터|까지|엔|쯤|께|나|로|이"
    rf"|만|보다)|중반|중순|초순|상순|(?:첫째?|둘째|셋째|넷째|다섯째|마지막|[1-5]){S}주차?(?=$|{NO_HANGUL}|에|의|부터|까지|쯤)"
    r"|하순|초반|후반|들어))?"
)
"""A fuzzy part of a period takes the whole of it."""
NAMED = rf"(?:{S}\(?[월화수목금토일]요일\)?)?"
"""The weekday that may stand behind a day (17일 수요일, 17일(수요일))."""
FAR_DAY = (
    rf"{S}(?P<il>일(?:\([월화수목금토일]\))?)?{S}(?P<mark>{DASH}|{DOT}|,){S}(?:(?P<month2>1[0-2]"
    rf"|0?[1-9]){S}월{S})?(?P<until>{DAY_NUMBER}){S}"
)
"""After the first day of a range, up to the 일 of its last (3~7일, 8·9일, 28일~10월 2일)."""

RECURRING = re.compile(r"(?:매년|매월|매달|매주|매해|해마다|달마다|음력|매일|격주|매|매월의?|매달의?)[ \u00a0]?$")
COMPARES = re.compile(r"(?:의)?[ \u00a0]?(?:같은[ \u00a0]?(?:기간|달|분기|시기)|동기|동월|동분기|이맘때)")
"""A year before these only serves to compare (지난해 같은 기간): it is no date, as 전년 동기 is none."""


def squeeze(words: str) -> str:
    """Return *words* without blanks."""
    return re.sub(r"\s", "", words)


def before(match: re.Match[str], size: int = 16) -> str:
    """Return up to *size* code points that stand before the match."""
    return match.string[max(0, match.start() - size) : match.start()]


def after(match: re.Match[str], size: int = 12) -> str:
    """Return up to *size* code points that stand after the match."""
    return match.string[match.end() : match.end() + size]


def full_year(short: str) -> int:
    """Return the year of two digits: from 60 on, of the last century."""
    return 1900 + int(short) if int(short) >= 60 else 2000 + int(short)


def dated(term: Term, match: re.Match[str]) -> Term:
    """Return *term* with the year and the direction that the groups of YEAR and REACH give, if they give any."""
    groups = match.groupdict()
    if toward := groups.get("toward"):
        term = replace(term, toward=TOWARD[toward])
    if year := groups.get("year"):
        return replace(term, year=int(year))
    if short := groups.get("short") or groups.get("quoted"):
        return replace(term, year=full_year(short))
    if not groups.get("words"):
        return term
    words = squeeze(groups["words"]).removesuffix("도")
    if words in CARRIED_YEARS:
        return replace(term, years=CARRIED_YEARS[words], is_carried=True)
    return replace(term, years=YEARS[words])


def with_far_day(term: Term, match: re.Match[str]) -> Term | None:
    """Return *term*, a day, up to the day that the groups of FAR_DAY give, if they give one.

    Days that are only listed (8·9일) are taken together when one follows the other, and otherwise not at all; nor are
    those that stand apart (8일, 9일).
    """
    groups = match.groupdict()
    if not groups.get("until"):
        return term
    month, day = groups.get("month2"), int(groups["until"])
    if not re.match(DASH, groups["mark"]) and (groups["il"] or month or term.day is None or day != term.day + 1):
        return None
    return replace(term, until=Term(Unit.DAY, month=int(month) if month else None, day=int(groups["until"])))
