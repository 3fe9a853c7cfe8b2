"""Korean calendar expressions: text -> terms."""

from __future__ import annotations

import re

from generator.language.dates_forms import Form, compile_forms, read_forms
from generator.language.dates_terms import Expression, Tense, Term, Unit

S = r"[ \u00a0\u3000\n]?"
DASH = r"[-~∼〜～\u2010-\u2015]"
NO_HANGUL = r"(?<![가-힣])"
PARTICLE = r"(?=$|[^가-힣]|에|의|은|는|이|가|을|를|과|와|도|로|까지|부터|만|엔|께|쯤|경|이나|나|보다|뿐|라|이라|인)"
"""What may follow a word that would be part of another word before any other Hangul."""

YEAR_WORDS = {
    "올해": 0,
    "올": 0,
    "금년": 0,
    "지난해": -1,
    "작년": -1,
    "지난 해": -1,
    "재작년": -2,
    "지지난해": -2,
    "내년": 1,
    "명년": 1,
    "내후년": 2,
    "후년": 2,
}
CARRIED_YEARS = {"이듬해": 1, "다음해": 1, "같은해": 0, "그해": 0, "동년": 0}
MONTH_WORDS = {
    "이달": 0,
    "이번달": 0,
    "금월": 0,
    "지난달": -1,
    "저번달": -1,
    "지지난달": -2,
    "내달": 1,
    "다음달": 1,
    "다다음달": 2,
}
WEEK_WORDS = {
    "이번주": 0,
    "금주": 0,
    "지난주": -1,
    "저번주": -1,
    "지지난주": -2,
    "내주": 1,
    "차주": 1,
    "다음주": 1,
    "다다음주": 2,
}
DAY_WORDS = {"오늘": 0, "금일": 0, "어제": -1, "어젯밤": -1, "그제": -2, "그저께": -2, "내일": 1, "모레": 2, "글피": 3}
CARRIED_DAYS = {"이날": 0, "같은날": 0, "전날": -1, "전일": -1, "다음날": 1, "이튿날": 1}
TOWARD = {
    "지난": Tense.PAST,
    "오는": Tense.FUTURE,
    "다가오는": Tense.FUTURE,
    "돌아오는": Tense.FUTURE,
    "다음": Tense.FUTURE,
}
WEEKDAYS = "월화수목금토일"
SEASONS = {"봄": 1, "여름": 2, "가을": 3, "겨울": 4}

YEAR = rf"(?:(?<!\d)(?P<year>[12]\d{{3}}){S}년(?:도)?|(?:(?<!\d)|[’'‘])(?P<short>\d\d)년(?={S}\d{{1,2}}(?:월|분기)|{S}[상하]반기)|[’'‘](?P<quoted>\d\d)년(?:도)?|{NO_HANGUL}(?P<words>올해|올(?={S}(?:[1-4\d]|[상하]반기|봄|여름|가을|겨울|초|말|연말|연초|들어|한{S}해))|금년|지난{S}해|작년|재작년|지지난해|내년|명년|내후년|후년|이듬해|다음{S}해(?![가-힣결])|같은{S}해|그해|동년)(?:도(?![가-힣]))?)"
REACH = r"(?:(?P<toward>지난|오는|다가오는|돌아오는)[ \u00a0])?"
MONTH = r"(?<![\d.,])(?P<month>1[0-2]|0?[1-9])"
AFTER_MONTH = r"월(?!드|급|물|호|세|간|배|북|별|령|봉|차)"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
AFTER_DAY = (
    r"일(?!간|째|차|치(?:[ \u00a0.,]|의|를)|분(?![가-힣]?기)|당|짜리|제(?![가-힣])|장(?![가-힣])|여|씩|마다|본|반(?:[ \u00a0]|의)"
    r"|[ \u00a0]?(?:동안|만에|연속|이내|이하|넘게|안에|내에|내로|내[ \u00a0]|가량|남짓|연휴|주기|이상(?=$|[ \u00a0.,]|의|을|이[ \u00a0]|걸)|정도(?=$|[ \u00a0.,]|의|를|가|로)"
    r"|[뒤후](?=$|[^가-힣]|에|의|부터|까지|인|면|로)"
    r"|전(?=$|[^가-힣 \u00a0]|에|까지|부터|만|쯤|의|[ \u00a0](?!세계|국민|국|세|직원|임직원|대표|회장|사장|대통령|장관|총리|의원|의장|감독|부사장|위원장|원장|산업|업종|매장|제품|과정|국가|부처|계열사|총장|청장|차관|이사장|본부장|수석|부회장|노선|지역|경기|구간|종목|[A-Z가-힣]{1,12}[ \u00a0](?:대표|회장|사장|장관|의원|대통령|총리|감독)))))"
)
"""The same numeral and 일 count days when one of these follows (10일간, 10일 만에, 10일 전에)."""
PART = rf"(?:{S}(?:연초|연말|연중|연내|한{S}해|[초말](?![가-힣])|[초말](?=에|의|부터|까지|엔|쯤|께|나|로|이|만|보다)|중반|중순|상순|하순|하반(?!기)|들어))?"
UNTIL_DAY = (
    rf"(?:{S}{DASH}{S}(?:(?P<month2>1[0-2]|0?[1-9]){S}월{S})?(?P<until>3[01]|[12]\d|0?[1-9]){S}일(?!간(?![담]))|)"
)
RECURRING = re.compile(r"(?:매년|매월|매달|매주|해마다|달마다|음력|매일|격주|매)[ \u00a0]?$")


def _squeeze(words: str) -> str:
    return re.sub(r"\s", "", words)


def _before(match: re.Match[str], size: int = 16) -> str:
    return match.string[max(0, match.start() - size) : match.start()]


def _century(short: str) -> int:
    """Return the full year of '24 or '98: two digits name the nearest century of newspapers, from 1960 on."""
    return 1900 + int(short) if int(short) >= 60 else 2000 + int(short)


def _year_parts(match: re.Match[str]) -> dict[str, int | bool]:
    groups = match.groupdict()
    if groups.get("year"):
        return {"year": int(groups["year"])}
    if short := groups.get("short") or groups.get("quoted"):
        return {"year": _century(short)}
    if not groups.get("words"):
        return {}
    words = _squeeze(groups["words"]).removesuffix("도")
    if words in CARRIED_YEARS:
        return {"years": CARRIED_YEARS[words], "is_carried": True}
    return {"years": YEAR_WORDS[words]}


def _toward(match: re.Match[str]) -> Tense:
    return TOWARD.get(match.groupdict().get("toward") or "", Tense.OPEN)


COMPARES = re.compile(r"[ \u00a0]?(?:보다|대비|같은[ \u00a0]?기간|동기|(?:의[ \u00a0])?같은[ \u00a0]?(?:달|분기))")


def _year_term(match: re.Match[str]) -> Term | None:
    compares = bool(COMPARES.match(match.string[match.end() : match.end() + 12]))
    part = "to date" if match["said"].endswith("들어") else ""
    return Term(Unit.YEAR, compares=compares, part=part, **_year_parts(match))  # type: ignore[arg-type]


def _ranged_day(match: re.Match[str], **parts: int | bool | None) -> Term:
    groups = match.groupdict()
    until = None
    if groups.get("until"):
        month2 = groups.get("month2")
        until = Term(Unit.DAY, month=int(month2) if month2 else None, day=int(groups["until"]))
    return Term(Unit.DAY, day=int(groups["day"]), until=until, toward=_toward(match), **parts)  # type: ignore[arg-type]


def _day_term(match: re.Match[str]) -> Term | None:
    if RECURRING.search(_before(match)):
        return None
    return _ranged_day(match, month=int(match["month"]), **_year_parts(match))


def _month_term(match: re.Match[str]) -> Term | None:
    if RECURRING.search(_before(match)):
        return None
    year, until = _year_parts(match), match.groupdict().get("until")
    far = Term(Unit.MONTH, month=int(until)) if until else None
    return Term(Unit.MONTH, month=int(match["month"]), toward=_toward(match), until=far, **year)  # type: ignore[arg-type]


def _quarter_term(match: re.Match[str]) -> Term | None:
    until = match.groupdict().get("until")
    far = Term(Unit.QUARTER, number=int(until)) if until else None
    return Term(Unit.QUARTER, number=int(match["number"]), toward=_toward(match), until=far, **_year_parts(match))  # type: ignore[arg-type]


def _half_term(match: re.Match[str]) -> Term | None:
    return Term(Unit.HALF, number=1 if match["number"] == "상" else 2, toward=_toward(match), **_year_parts(match))  # type: ignore[arg-type]


def _season_term(match: re.Match[str]) -> Term | None:
    year, toward = _year_parts(match), _toward(match)
    if match.groupdict().get("this"):
        year = {"years": 0}
    return Term(Unit.SEASON, number=SEASONS[match["season"]], toward=toward, **year) if year or toward else None  # type: ignore[arg-type]


NOT_DAY = re.compile(
    r"(?:약|최대|최소|총|단|앞으로|향후|주|연|박|고작|불과|겨우|무려|평균|하루|개월|시간|D-|제|영업일|근무일)[ \u00a0]?$|[\d.·∙/:A-Za-z-]$"
)


def _bare_day(match: re.Match[str]) -> Term | None:
    """Refuse day counts: 최대 10일, 2박 3일, 주 5일."""
    before = _before(match)
    if RECURRING.search(before) or NOT_DAY.search(before):
        return None
    if match["day"] == "1" and re.match(
        r"[ \u00a0](?:평균|최대|\d{1,4}(?:회|만|억|명|번|잔|정))", match.string[match.end() : match.end() + 8]
    ):
        return None
    return _ranged_day(match)


def _month_word(match: re.Match[str]) -> Term | None:
    words = _squeeze(match["words"])
    carried = words in ("같은달", "그달", "이듬달")
    months = (1 if words == "이듬달" else 0) if carried else MONTH_WORDS[words]
    if match.groupdict().get("day"):
        return _ranged_day(match, months=months, is_carried=carried)
    return Term(Unit.MONTH, months=months, is_carried=carried)


def _week_word(match: re.Match[str]) -> Term | None:
    shift = WEEK_WORDS[_squeeze(match["words"])]
    if weekday := match["weekday"]:
        return Term(Unit.WEEKDAY, number=WEEKDAYS.index(weekday), shift=shift)
    return Term(Unit.WEEKEND if match["weekend"] else Unit.WEEK, shift=shift)


def _weekday_term(match: re.Match[str]) -> Term | None:
    if RECURRING.search(_before(match)):
        return None
    if match["this"]:
        return Term(Unit.WEEKDAY, number=WEEKDAYS.index(match["weekday"]), shift=0)
    return Term(Unit.WEEKDAY, number=WEEKDAYS.index(match["weekday"]), toward=_toward(match))


def _named_day(match: re.Match[str]) -> Term | None:
    words = _squeeze(match["words"])
    if words in CARRIED_DAYS:
        return Term(Unit.DAY, shift=CARRIED_DAYS[words], is_carried=True)
    return Term(Unit.DAY, shift=DAY_WORDS[words])


def _decade(match: re.Match[str]) -> Term | None:
    written = match["decade"]
    return Term(Unit.DECADE, number=int(written) if len(written) == 4 else _century(written))


def _written_day(match: re.Match[str]) -> Term | None:
    return Term(Unit.DAY, year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))


def _years_range(match: re.Match[str]) -> Term | None:
    first, written = int(match["year"]), match["until"]
    last = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    return Term(Unit.YEAR, year=first, until=Term(Unit.YEAR, year=last)) if last > first else None


def _shifted_quarter(match: re.Match[str]) -> Term | None:
    return Term(Unit.QUARTER, shift={"이번": 0, "지난": -1, "다음": 1}[match["which"]])


FORMS = (
    Form(
        "written",
        rf"(?<![\d.])(?P<year>(?:1[89]|20)\d\d){S}[-./년]{S}(?P<month>1[0-2]|0?[1-9])[-./]{S}(?P<day>3[01]|[12]\d|0?[1-9])(?!\d|[-/]\d)",
        _written_day,
    ),
    Form("day", rf"{REACH}{YEAR}{S}{MONTH}{S}{AFTER_MONTH}{S}{DAY}{S}{AFTER_DAY}{UNTIL_DAY}", _day_term),
    Form(
        "day_range",
        rf"{REACH}(?:{YEAR}{S})?{MONTH}{S}{AFTER_MONTH}{S}{DAY}{S}일?{S}{DASH}{S}(?:(?P<month2>1[0-2]|0?[1-9]){S}월{S})?(?P<until>3[01]|[12]\d|0?[1-9]){S}일(?!째)",
        _day_term,
    ),
    Form("day_month", rf"{REACH}{MONTH}{S}{AFTER_MONTH}{S}{DAY}{S}{AFTER_DAY}", _day_term),
    Form(
        "month_range",
        rf"{REACH}(?:{YEAR}{S})?{MONTH}{S}월?{S}{DASH}{S}(?P<until>1[0-2]|0?[1-9]){S}{AFTER_MONTH}",
        _month_term,
    ),
    Form("month_year", rf"{REACH}{YEAR}{S}{MONTH}{S}{AFTER_MONTH}{PART}", _month_term),
    Form("month", rf"{REACH}{MONTH}{S}{AFTER_MONTH}{PART}", _month_term),
    Form(
        "quarter_range",
        rf"{REACH}(?:{YEAR}{S})?(?<![\d.])(?P<number>[1-4])(?:분기)?{S}{DASH}{S}(?P<until>[1-4]){S}분기",
        _quarter_term,
    ),
    Form(
        "quarter",
        rf"{REACH}(?:{YEAR}(?:의)?{S})?(?<![\d.])(?P<number>[1-4])(?:[·∙/‧]4|{S}/{S}4)?{S}분기",
        _quarter_term,
    ),
    Form("half", rf"{REACH}(?:{YEAR}(?:의)?{S})?{NO_HANGUL}(?<![·∙‧/])(?P<number>[상하])반기", _half_term),
    Form("half_joined", rf"{YEAR}{S}(?P<number>[상하])반기", _half_term),
    Form(
        "season",
        rf"(?:{REACH}{YEAR}|(?P<toward2>지난|오는)|(?P<this>이번)){S}(?P<season>봄|여름|가을|겨울){PARTICLE}".replace(
            "(?P<toward2>", "(?P<reach>"
        ),
        _season_term,
    ),
    Form(
        "years",
        rf"(?<![\d.,])(?P<year>(?:1[89]|20)\d\d)년?{S}{DASH}{S}(?P<until>(?:1[89]|20)\d\d|\d\d)년(?!간|대|형|생)",
        _years_range,
    ),
    Form(
        "listed_year",
        r"(?<![\d.,])(?P<said>(?P<year>(?:1[89]|20)\d\d))(?=[·∙‧,][ \u00a0]?(?:1[89]|20)\d\d(?:년|[·∙‧]))",
        _year_term,
    ),
    Form("decade", rf"(?<!\d)(?P<decade>(?:1[6-9]|20)\d0|[0-9]0)년대(?:{S}(?:초반?|중반|말|후반))?", _decade),
    Form(
        "year",
        rf"(?P<said>{REACH}{YEAR}(?!형|산(?![가-힣])|식[ \u00a0]|생|간|대|짜리|[ \u00a0]?(?:동안|만에|전[ \u00a0에]|연속|여|차[ \u00a0])){PART})",
        _year_term,
    ),
    Form(
        "month_day_word",
        rf"{NO_HANGUL}(?P<words>이달|이번{S}달|지난{S}달|저번{S}달|내달|다음{S}달|같은{S}달|그달){S}{DAY}{S}{AFTER_DAY}{UNTIL_DAY}",
        _month_word,
    ),
    Form(
        "month_word",
        rf"{NO_HANGUL}(?P<words>이달|이번{S}달|지난{S}달|지지난달|저번{S}달|내달|다음{S}달|다다음{S}달|같은{S}달|그달)(?!라|러|리[ \u00a0]|력|팽|성|콤|의[ \u00a0](?:소녀|선수|감독|기자|골|책)){PART}",
        _month_word,
    ),
    Form(
        "day_bare_range",
        rf"{REACH}(?<![\d.,~∼-]){DAY}{S}일?{S}{DASH}{S}(?P<until>3[01]|[12]\d|0?[1-9]){S}{AFTER_DAY}",
        _bare_day,
    ),
    Form("day_bare", rf"{REACH}(?<![\d.,~∼-]){DAY}{S}{AFTER_DAY}", _bare_day),
    Form(
        "week",
        rf"{NO_HANGUL}(?P<words>이번{S}주|금주|지난{S}주|지지난주|저번{S}주|내주|차주|다음{S}주|다다음{S}주)(?:{S}(?P<weekday>[월화수목금토일])요일|(?P<weekend>말)|[초중](?![가-힣])|(?=$|[^가-힣]|에|엔|의|부터|까지|도|보다|인))",
        _week_word,
    ),
    Form(
        "weekday",
        rf"{NO_HANGUL}(?:{REACH}|(?P<this>이번)[ \u00a0])(?P<weekday>[월화수목금토일])요일(?!마다|판|예능|드라마|밤에|[ \u00a0]?(?:마다|휴무))",
        _weekday_term,
    ),
    Form(
        "weekend",
        rf"{NO_HANGUL}(?P<toward>지난|이번|오는|다음)[ \u00a0]주말",
        lambda m: Term(Unit.WEEKEND, shift={"지난": -1, "이번": 0, "오는": 0, "다음": 1}[m["toward"]]),
    ),
    Form("carried_day", rf"{NO_HANGUL}(?P<words>이날|같은{S}날|전날|전일|이튿날|다음{S}날){PARTICLE}", _named_day),
    Form(
        "named_day",
        rf"{NO_HANGUL}(?P<words>오늘|금일|어제|어젯밤|그제|그저께|내일|모레|글피)(?!날|의집|신문|뉴스|은행|투어|학습|도|의[ \u00a0](?:집|스타|운세|날씨)){PARTICLE}",
        _named_day,
    ),
    Form(
        "part_of_year",
        rf"{NO_HANGUL}(?:(?P<toward>지난|오는)[ \u00a0])?(?P<said>연말(?!정산|연시)|연내|연초(?=$|[ \u00a0,]|부터|에|보다|까지|만|의|엔)){PARTICLE}",
        lambda m: Term(Unit.YEAR, years=-1 if m["toward"] == "지난" else 0),
    ),
    Form("quarter_word", rf"{NO_HANGUL}(?P<which>이번|지난|다음)[ \u00a0]분기", _shifted_quarter),
)
GRAMMAR = compile_forms(FORMS, "")


def read_terms(text: str) -> list[Expression]:
    """Return the calendar expressions of a Korean *text*, in order."""
    return list(read_forms(text, GRAMMAR))
