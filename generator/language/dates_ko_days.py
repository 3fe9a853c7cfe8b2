"""Korean days, weekdays, weeks and months: match -> term."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.language.dates_forms import DASH, Form
from generator.language.dates_ko_words import (
    ALONE,
    CARRIED_DAYS,
    DAY,
    DAY_NUMBER,
    DOT,
    FAR_DAY,
    HANGUL,
    IL,
    MONTH,
    MONTHS,
    NAMED,
    NAMED_DAYS,
    NO_HANGUL,
    PART,
    PARTICLE,
    REACH,
    RECURRING,
    WEEKDAYS,
    WEEKS,
    WOL,
    YEAR,
    S,
    after,
    before,
    dated,
    squeeze,
    with_far_day,
)
from generator.language.dates_terms import Tense, Term, Unit


def _written(match: re.Match[str]) -> Term | None:
    return Term(Unit.DAY, year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))


def _day(match: re.Match[str]) -> Term | None:
    if RECURRING.search(before(match)):
        return None
    return with_far_day(dated(Term(Unit.DAY, month=int(match["month"]), day=int(match["day"])), match), match)


_RESULTS = re.compile(
    r"(?:[ \u00a0](?:미국|한국|중국|국내|서울|소비자|생산자|수출|수입|비농업|산업|고용|무역|잠정|금통위"
    r"|FOMC))?[ \u00a0]"
    r"(?:고용|소비자물가|물가|CPI|PPI|PCE|지표|지수|통계|동향|무역수지|수출입|수출|실적|판매|매출|의사록"
    r"|보고서|산업생산|여객|거래|신고)"
)
"""A month whose figures are told has begun, whatever the verb says."""


def _month(match: re.Match[str]) -> Term | None:
    if RECURRING.search(before(match)):
        return None
    groups = match.groupdict()
    until = groups.get("until")
    if groups.get("mark") and int(until or 0) != int(match["month"]) + 1:
        return None
    far = Term(Unit.MONTH, month=int(until)) if until else None
    is_reported = bool(_RESULTS.match(after(match)))
    return dated(Term(Unit.MONTH, month=int(match["month"]), until=far, is_reported=is_reported), match)


_COUNTED = re.compile(
    r"(?:약|최대|최소|총|단|앞으로|향후|주|연|박|고작|불과|겨우|무려|평균|하루|개월|\d시간|\d[ \u00a0]시간|D-|제|영업일"
    r"|근무일|거래일|꼬박|만|장장"
    r"|월|매일|적어도|사나흘|길게는|짧게는)[ \u00a0]?$|[\d.·/:A-Za-z-]$"
)
_LISTED = re.compile(r"(?:월[ \u00a0]?\d{1,2}|\d일)·$")
_PER_DAY = re.compile(
    r"[ \u00a0](?:평균|최대|기준|\d{1,4}(?:회|만|억|명|번|잔|정|시간|건|편|식|인|개|통|톤|배럴|대|곳|차례|끼))"
)


def _bare_day(match: re.Match[str]) -> Term | None:
    """Refuse day counts: 최대 10일, 2박 3일, 주 5일, 1일 2회."""
    lead = before(match)
    if RECURRING.search(lead) or (_COUNTED.search(lead) and not _LISTED.search(lead)):
        return None
    if match["day"] == "1" and not match["toward"] and _PER_DAY.match(after(match)):
        return None
    return with_far_day(dated(Term(Unit.DAY, day=int(match["day"])), match), match)


def _open_day(match: re.Match[str]) -> Term | None:
    """Read what forms.date_text prints of a day whose month no article gives."""
    return Term(Unit.DAY, day=int(match["day"]), is_open=True)


_NTH = {"첫": 1, "첫째": 1, "둘째": 2, "셋째": 3, "넷째": 4, "마지막": -1}


def _nth_day(match: re.Match[str]) -> Term | None:
    """Read 5월 첫째 일요일, 다음 달 마지막 날, 이달 말일."""
    if RECURRING.search(before(match)):
        return None
    number = WEEKDAYS.index(match["weekday"]) if match["weekday"] else None
    term = Term(Unit.WEEKDAY, number=number, nth=-1 if match["end"] else _NTH[match["nth"] or match["edge"]])
    if match["which"]:
        words = squeeze(match["which"])
        return replace(term, months=MONTHS.get(words, 0), is_carried=words not in MONTHS)
    return dated(replace(term, month=int(match["month"])), match)


def _delivery(match: re.Match[str]) -> Term | None:
    """Read the month of 12월 인도분, which is still to come."""
    return Term(Unit.MONTH, month=int(match["month"]), toward=Tense.PRESENT)


_COMPARED = re.compile(r"(?:해|년|년의|해의|년[ \u00a0]전)[ \u00a0]?$")


def _month_word(match: re.Match[str]) -> Term | None:
    words = squeeze(match["words"])
    carried = words not in MONTHS
    if carried and _COMPARED.search(before(match)):
        return None
    months = 0 if carried else MONTHS[words]
    if match.groupdict().get("day"):
        return with_far_day(Term(Unit.DAY, months=months, day=int(match["day"]), is_carried=carried), match)
    return Term(Unit.MONTH, months=months, is_carried=carried)


def _week(match: re.Match[str]) -> Term | None:
    shift = WEEKS[squeeze(match["words"])]
    if weekday := match["weekday"]:
        return Term(Unit.WEEKDAY, number=WEEKDAYS.index(weekday), shift=shift)
    return Term(Unit.WEEKEND if match["weekend"] else Unit.WEEK, shift=shift)


def _weekend(match: re.Match[str]) -> Term | None:
    return Term(Unit.WEEKEND, shift={"지난": -1, "이번": 0, "오는": 0, "다음": 1}[match["which"]])


_ORDINAL = re.compile(r"(?:첫|첫째|둘째|셋째|넷째|마지막)(?:[ \u00a0]?주)?[ \u00a0]$")


def _weekday(match: re.Match[str]) -> Term | None:
    if RECURRING.search(before(match)):
        return None
    if _ORDINAL.search(before(match)):
        return None  # 매년 5월 셋째 월요일
    number = WEEKDAYS.index(match["weekday"])
    if match["this"]:
        return Term(Unit.WEEKDAY, number=number, shift=0)
    if match["next"]:
        return Term(Unit.WEEKDAY, number=number, toward=Tense.FUTURE)
    return dated(Term(Unit.WEEKDAY, number=number), match)


def _carried_day(match: re.Match[str]) -> Term | None:
    words = squeeze(match["words"])
    if words == "같은날" and _COMPARED.search(before(match)):
        return None  # 지난해 같은 날
    return Term(Unit.DAY, shift=CARRIED_DAYS[words], is_carried=True)


def _named_day(match: re.Match[str]) -> Term | None:
    return Term(Unit.DAY, shift=NAMED_DAYS[match["words"]])


_MONTH_WORDS = rf"이달|이번{S}달|지난{S}달|지지난달|저번{S}달|내달|다음{S}달|다다음{S}달|같은{S}달|그{S}달"
_WEEK_WORDS = rf"이번{S}주|금주|지난{S}주|지지난주|저번{S}주|내주|차주|다음{S}주|다다음{S}주"
DAYS = (
    Form(
        "written",
        rf"(?<![\d.])(?P<year>(?:1[89]|20)\d\d){S}[-./]{S}(?P<month>1[0-2]|0?[1-9]){S}[-./]{S}{DAY}(?!\d|[-/]\d){NAMED}",
        _written,
    ),
    Form("day_range", rf"{REACH}(?:{YEAR}{S})?{MONTH}{S}{WOL}{S}{DAY}{FAR_DAY}일(?!째)", _day, is_guess=True),
    Form(
        "nth_day",
        rf"{REACH}(?:(?:{YEAR}{S})?{MONTH}{S}월|{ALONE}(?P<which>{_MONTH_WORDS})){S}"
        rf"(?:(?P<nth>첫째?|둘째|셋째|넷째|마지막)(?:{S}주)?{S}(?P<weekday>[{WEEKDAYS}])요일|(?P<edge>첫|마지막){S}날(?!씨)|(?P<end>말)일(?!성도))",
        _nth_day,
    ),
    Form("delivery", rf"{MONTH}{S}월(?={S}(?:인도분|만기))", _delivery),
    Form("day_of_year", rf"{REACH}{YEAR}의?{S}{MONTH}{S}{WOL}{S}{DAY}{S}{IL}{NAMED}", _day),
    Form("day_of_month", rf"{REACH}{MONTH}{S}{WOL}{S}{DAY}{S}{IL}{NAMED}", _day),
    Form(
        "day_of_list",
        rf"{REACH}(?:{YEAR}{S})?{MONTH}{S}{WOL}{S}{DAY}(?=(?:{DOT}|,{S})(?:{DAY_NUMBER}){S}일)",
        _day,
    ),
    Form(
        "month_range",
        rf"{REACH}(?:{YEAR}{S})?{MONTH}(?:{S}월?{S}(?:{DASH}|{DOT})|(?P<mark>,)){S}(?P<until>1[0-2]|0?[1-9]){S}{WOL}",
        _month,
        is_guess=True,
    ),
    Form("month_of_year", rf"{REACH}{YEAR}의?{S}{MONTH}{S}{WOL}{PART}", _month),
    Form("month", rf"{REACH}{MONTH}{S}{WOL}{PART}", _month),
    Form("days_of_word", rf"{ALONE}(?P<words>{_MONTH_WORDS}){S}{DAY}{FAR_DAY}일(?!째)", _month_word, is_guess=True),
    Form("day_of_word", rf"{ALONE}(?P<words>{_MONTH_WORDS}){S}{DAY}{S}{IL}", _month_word),
    Form(
        "month_word",
        rf"{ALONE}(?P<words>{_MONTH_WORDS})(?:(?={S}(?:[초말]|중|상순|하순|안|내))|{PARTICLE}|(?=들어|치))(?!라|러|리)"
        rf"(?!의[ \u00a0](?:소녀|선수|감독|기자|골|책)){PART}",
        _month_word,
    ),
    Form("open_day", rf"(?<![\d.,~-]){DAY}{S}일{S}\(월{S}미상\)", _open_day),
    Form("bare_range", rf"{REACH}(?<![\d.,~-]){DAY}{FAR_DAY}{IL}", _bare_day, is_guess=True),
    Form(
        "bare_listed",
        rf"{REACH}(?<![\d.,~-]){DAY}(?=(?:{DOT}|,{S})(?:{DAY_NUMBER}){S}{IL})",
        _bare_day,
    ),
    Form("bare_day", rf"{REACH}(?<![\d.,~-]){DAY}{S}{IL}{NAMED}", _bare_day),
    Form(
        "week",
        rf"{ALONE}(?P<words>{_WEEK_WORDS})(?:{S}(?P<weekday>[{WEEKDAYS}])요일|(?P<weekend>말)|[초중](?!{HANGUL})"
        rf"|(?=$|{NO_HANGUL}|에|엔|의|부터|까지|도|보다|인|들어))",
        _week,
    ),
    Form(
        "weekday",
        rf"{ALONE}(?:(?:(?P<this>이번)|(?P<next>다음))[ \u00a0]|{REACH})"
        rf"(?P<weekday>[{WEEKDAYS}])요일(?!판|예능|드라마|{S}(?:마다|휴무))",
        _weekday,
    ),
    Form("weekend", rf"{ALONE}(?P<which>지난|이번|오는|다음)[ \u00a0]주말", _weekend),
    Form("carried_day", rf"{ALONE}(?P<words>이날|같은{S}날|전날|전일|이튿날|다음{S}날){PARTICLE}", _carried_day),
    Form(
        "named_day",
        rf"{ALONE}(?P<words>오늘|금일|어제|어젯밤|지난밤|간밤|그제|그저께|내일|모레|글피)"
        rf"(?!날|의집|신문|뉴스|은행|투어|학습|도시|의[ \u00a0](?:집|스타|운세|날씨|뉴스)|이[ \u00a0]있"
        rf"|을[ \u00a0]위한|은[ \u00a0]없)"
        rf"{PARTICLE}",
        _named_day,
    ),
)
