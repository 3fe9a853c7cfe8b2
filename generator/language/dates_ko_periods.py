"""Korean quarters, halves, seasons, years and decades: match -> term."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.language.dates_forms import DASH, Form
from generator.language.dates_ko_words import (
    ALONE,
    COMPARES,
    DOT,
    EDGE_COUNTS,
    HANGUL,
    NO_HANGUL,
    PART,
    PARTICLE,
    REACH,
    RECURRING,
    SEASONS,
    YEAR,
    S,
    after,
    before,
    dated,
    full_year,
)
from generator.language.dates_terms import Tense, Term, Unit

_RESULTS = re.compile(
    r"(?:에|의)?[ \u00a0](?:잠정|확정|연결|누적|경영|영업|국내|글로벌|전체)?[ \u00a0]?"
    r"(?:실적|영업이익|영업손실|영업익|매출|순이익|순익|성적표|성장률|국내총생산|GDP|판매량|출하량|어닝|적자|흑자)"
)
"""A period whose results are told has begun, whatever the verb says."""


def _quarter(match: re.Match[str]) -> Term | None:
    if RECURRING.search(before(match)):
        return None
    groups = match.groupdict()
    until = groups.get("until")
    if groups.get("mark") and int(until or 0) != int(match["number"]) + 1:
        return None
    far = Term(Unit.QUARTER, number=int(until)) if until else None
    is_reported = bool(_RESULTS.match(after(match)))
    return dated(Term(Unit.QUARTER, number=int(match["number"]), until=far, is_reported=is_reported), match)


def _edge(match: re.Match[str]) -> Term | None:
    """Read 2025년 첫 3개월, 올해 마지막 석 달, 내년 첫 분기."""
    is_first = match["edge"] == "첫"
    if match["quarter"]:
        return dated(Term(Unit.QUARTER, number=1 if is_first else 4), match)
    if match["half"]:
        return dated(Term(Unit.HALF, number=1 if is_first else 2), match)
    count = EDGE_COUNTS[match["count"] or match["word"]]
    first = dated(Term(Unit.MONTH, month=1 if is_first else 13 - count), match)
    return replace(first, until=replace(first, month=count if is_first else 12))


def _coded(match: re.Match[str]) -> Term | None:
    """Read 3Q, 2024년 1Q, 3Q24 and 1H25."""
    number, is_quarter = int(match["number"]), match["letter"] == "Q"
    if not is_quarter and number > 2:
        return None
    is_reported = bool(_RESULTS.match(after(match)))
    term = dated(Term(Unit.QUARTER if is_quarter else Unit.HALF, number=number, is_reported=is_reported), match)
    return replace(term, year=full_year(match["quoted2"])) if match["quoted2"] else term


def _fiscal_year(match: re.Match[str]) -> Term | None:
    written = match["fiscal"]
    return Term(Unit.YEAR, year=int(written) if len(written) == 4 else full_year(written))


def _half(match: re.Match[str]) -> Term | None:
    if RECURRING.search(before(match)):
        return None
    is_reported = bool(_RESULTS.match(after(match)))
    return dated(Term(Unit.HALF, number=1 if match["number"] in "상전" else 2, is_reported=is_reported), match)


def _season(match: re.Match[str]) -> Term | None:
    term = dated(Term(Unit.SEASON, number=SEASONS[match["season"]]), match)
    if match["this"]:
        return replace(term, years=0)
    return (
        term
        if match["reach"] is None
        else replace(term, toward=Tense.PAST if match["reach"] == "지난" else Tense.FUTURE)
    )


def _year(match: re.Match[str]) -> Term | None:
    if RECURRING.search(before(match)) or COMPARES.match(after(match)):
        return None
    return dated(Term(Unit.YEAR), match)


def _years(match: re.Match[str]) -> Term | None:
    first, until = int(match["year"]), match["until"]
    last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
    return Term(Unit.YEAR, year=first, until=Term(Unit.YEAR, year=last)) if last > first else None


def _winter(match: re.Match[str]) -> Term | None:
    """Read 2025~26년 겨울: one winter, which goes by its first year."""
    first, is_next = int(match["year"]), (int(match["year"]) + 1) % 100 == int(match["until"][-2:])
    return Term(Unit.SEASON, year=first, number=SEASONS["겨울"]) if is_next else None


def _season_years(match: re.Match[str]) -> Term | None:
    """Read 2025시즌, 2024-25시즌, 2025학년도: years by their name, as the calendar has them."""
    return _years(match) if match["until"] else _listed_year(match)


def _listed_year(match: re.Match[str]) -> Term | None:
    return Term(Unit.YEAR, year=int(match["year"]))


def _decade(match: re.Match[str]) -> Term | None:
    written = match["decade"]
    return Term(Unit.DECADE, number=int(written) if len(written) == 4 else full_year(written))


def _part_of_year(match: re.Match[str]) -> Term | None:
    return Term(Unit.YEAR, years=-1 if match["which"] == "지난" else 0)


def _shifted_quarter(match: re.Match[str]) -> Term | None:
    return Term(Unit.QUARTER, shift={"이번": 0, "지난": -1, "다음": 1}[match["which"]])


_WORDS = "|".join(word for word in EDGE_COUNTS if not word.isdigit())
_NOT_COUNTED = rf"(?!{S}(?:연속|만에|째))"
_NUMBER = r"(?<![\d.])(?P<number>[1-4])"
PERIODS = (
    Form(
        "quarters",
        rf"{REACH}(?:{YEAR}(?:의)?{S})?{_NUMBER}{S}(?:분기)?{S}(?:{DASH}|(?P<mark>,|{DOT}(?!4))){S}(?P<until>[1-4]){S}분기",
        _quarter,
        is_guess=True,
    ),
    Form("quarter", rf"{REACH}(?:{YEAR}(?:의)?{S})?{_NUMBER}(?:{DOT}4|{S}/{S}4)?{S}분기{_NOT_COUNTED}", _quarter),
    Form(
        "coded",
        rf"{REACH}(?:{YEAR}{S})?(?<![\w.])(?P<number>[1-4])(?P<letter>[QH])(?P<quoted2>\d\d)?(?![A-Za-z\d])",
        _coded,
    ),
    Form(
        "edge",
        rf"{YEAR}(?:의|{S}들어)?{S}(?P<edge>첫|마지막|끝){S}(?:(?P<quarter>분기)|(?P<half>반기)"
        rf"|(?P<count>1[01]|[2-9]){S}개월|(?P<word>{_WORDS}){S}달)"
        rf"(?:간(?!{HANGUL})|{S}동안)?(?!{S}만에|부터)",
        _edge,
    ),
    Form("fiscal_year", r"(?<![A-Za-z])FY[ \u00a0]?[’']?(?P<fiscal>20\d\d|\d\d)(?!\d)", _fiscal_year),
    Form("half_of_year", rf"{REACH}{YEAR}(?:의)?{S}(?P<number>[상하전후])반기", _half),
    Form("half", rf"{REACH}{ALONE}(?<![·/])(?P<number>[상하])반기", _half),
    Form(
        "season",
        rf"(?:{REACH}{YEAR}{S}|(?P<reach>지난|오는){S}|(?P<this>이번){S})(?P<season>봄|여름|가을|겨울){PARTICLE}",
        _season,
    ),
    Form(
        "winter_years",
        rf"(?<![\d.,])(?P<year>(?:1[89]|20)\d\d){S}년?{S}{DASH}{S}(?P<until>(?:1[89]|20)\d\d|\d\d){S}년{S}겨울{PARTICLE}",
        _winter,
        is_guess=True,
    ),
    Form(
        "years",
        rf"(?<![\d.,])(?P<year>(?:1[89]|20)\d\d){S}년?{S}{DASH}{S}(?P<until>(?:1[89]|20)\d\d|\d\d){S}년(?!간|대|형|생)",
        _years,
    ),
    Form(
        "listed_year",
        rf"(?<![\d.,])(?P<said>(?P<year>(?:1[89]|20)\d\d))(?=(?:{DOT}|,)[ \u00a0]?(?:1[89]|20)\d\d(?:년|{DOT}))",
        _listed_year,
    ),
    Form(
        "season_years",
        rf"(?<![\d.,])(?P<year>(?:1[89]|20)\d\d)(?:{S}[-~/]{S}(?P<until>(?:1[89]|20)\d\d|\d\d))?"
        rf"(?={S}(?:시즌|회계{S}연도|학년도|사업{S}연도))",
        _season_years,
    ),
    Form("decade", rf"(?<!\d)(?P<decade>(?:1[6-9]|20)\d0|\d0){S}년대(?!생)(?:{S}(?:초반?|중반|말|후반))?", _decade),
    Form(
        "year",
        rf"{REACH}{YEAR}(?!형|산(?!{HANGUL})|식(?=$|{NO_HANGUL}|이|은|의)|생|간|대|짜리"
        rf"|{S}(?:동안|만에|전[ \u00a0에]|연속|여|차[ \u00a0])){PART}",
        _year,
    ),
    Form(
        "part_of_year",
        rf"{ALONE}(?:(?P<which>지난|오는)[ \u00a0])?(?:연말(?!정산|연시)|연내|연초(?=$|[ \u00a0,]|부터|에"
        rf"|보다|까지|만|의|엔))"
        rf"{PARTICLE}",
        _part_of_year,
    ),
    Form("quarter_word", rf"{ALONE}(?P<which>이번|지난|다음)[ \u00a0]분기", _shifted_quarter),
)
