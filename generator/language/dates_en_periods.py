"""English quarters, halves, seasons, years and decades, and "last", "this" and "next" of them: match -> term."""

from __future__ import annotations

import re

from generator.language.dates_en_words import (
    FOUR,
    LED,
    NAME_AFTER,
    NAME_BEFORE,
    OF_YEAR,
    PART,
    SEASONS,
    SHIFT,
    TOWARD,
    YEAR,
    after,
    around,
    before,
    dated,
    is_dated,
    ordinal,
    ranged,
)
from generator.language.dates_forms import BLANK as S
from generator.language.dates_forms import DASH, Form
from generator.language.dates_terms import Tense, Term, Unit

_SECOND = frozenset({"latter", "last", "final", "closing", "back"})
_MATCH = re.compile(
    r"\b(?:goals?|scored?|scoring|minutes?|penalty|striker|midfielder|equali[sz]er|kick-?off|touchdowns?"
    r"|quarterback|coach|match"
    r"|referee|half-?time|substitute|free throws?|three-pointers?|rebounds|NBA|NFL)\b"
)
"""Words of sport: there, halves and quarters are parts of a match."""


def _quarter(match: re.Match[str]) -> Term | None:
    return dated(Term(Unit.QUARTER, number=ordinal(match["number"])), match)


def _half(match: re.Match[str]) -> Term | None:
    number = match["number"].lower()
    return dated(Term(Unit.HALF, number=2 if number in _SECOND else ordinal(number)), match)


_RESULTS = re.compile(
    r"(?:[ \u00a0-](?:net|operating|core|quarterly|consolidated|global|GDP|corporate|preliminary))?[ \u00a0]"
    r"(?:earnings|results|profits?|sales|revenues?|figures|numbers|income|loss(?:es)?|GDP|growth"
    r"|shipments|deliveries|data)\b"
)


_REPORTS = re.compile(
    r"\b(?:report|post|announce|release|publish|disclose)(?:s|ed|d|ing)?(?: (?:its|their|strong|weak|solid|the)){0,2} $"
)


def _is_reported(match: re.Match[str]) -> bool:
    return bool(_RESULTS.match(after(match)) or _REPORTS.search(before(match, 40)))


def _bare_half(match: re.Match[str]) -> Term | None:
    """Refuse the half of a match and of anything but a year."""
    if _MATCH.search(around(match)) or re.match(rf"{S}of{S}|-(?:mile|marathon|dozen)", after(match)):
        return None
    return Term(Unit.HALF, number=ordinal(match["number"]), is_reported=_is_reported(match))


_LISTED = re.compile(r"\b(?:and|or|to|through) (?:the )?$")


def _bare_quarter(match: re.Match[str]) -> Term | None:
    if match[0].endswith("s") and not _LISTED.search(before(match)):
        return None
    if _MATCH.search(around(match)):
        return None
    return Term(Unit.QUARTER, number=ordinal(match["number"]), is_reported=_is_reported(match))


_QUARTER_SAID = re.compile(r"\b(?:first|second|third|fourth|last|final)[ \u00a0-]quarter\b[^;]*$", re.IGNORECASE)


def _quarter_unsaid(match: re.Match[str]) -> Term | None:
    """Read "3.2 percent in the fourth quarter, from 3.6 percent in the third"."""
    if not _QUARTER_SAID.search(before(match, 80)):
        return None
    return Term(Unit.QUARTER, number=ordinal(match["number"]), is_reported=True)


def _coded(match: re.Match[str]) -> Term | None:
    """Read Q3 2025, 3Q25, H1 2025, 1H."""
    letter, number = match["letter"] or match["letter2"], int(match["number"] or match["number2"])
    unit = Unit.QUARTER if letter == "Q" else Unit.HALF
    if number > (4 if unit is Unit.QUARTER else 2):
        return None
    if match["short"]:
        return Term(unit, number=number, year=2000 + int(match["short"]))
    term = dated(Term(unit, number=number, is_reported=_is_reported(match)), match)
    if unit is Unit.HALF and match["number"] and not is_dated(term) and not term.is_reported:
        return None  # "H1" alone is a heading level or a visa
    return term


_COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "10": 10,
    "eleven": 11, "11": 11,
}  # fmt: skip


def _first_months(match: re.Match[str]) -> Term | None:
    """Read "first nine months of 2025", "last three months of this year", "first three quarters of 2025"."""
    is_quarters = match["unit"] == "quarters"
    unit, size = (Unit.QUARTER, 4) if is_quarters else (Unit.MONTH, 12)
    count = _COUNTS[match["count"].lower()]
    if count > size:
        return None
    first, last = (1, count) if match["edge"].lower() in ("first", "opening") else (size - count + 1, size)
    return ranged(dated(_numbered(unit, first), match), dated(_numbered(unit, last), match))


def _numbered(unit: Unit, number: int) -> Term:
    return Term(unit, number=number) if unit is Unit.QUARTER else Term(unit, month=number)


def _year_first(match: re.Match[str]) -> Term | None:
    """Read "2025's first quarter", "2025 Q1", "the 2025 second half"."""
    code, nth = match["code"], match["nth"]
    if code:
        number, unit = int(code[1]), Unit.QUARTER if code[0] == "Q" else Unit.HALF
        return Term(unit, year=int(match["year"]), number=number) if number <= (4 if code[0] == "Q" else 2) else None
    number = 2 if nth.lower() in _SECOND and match["unit"] == "half" else ordinal(nth)
    if match["unit"] == "half":
        return Term(Unit.HALF, year=int(match["year"]), number=number) if number <= 2 else None
    return Term(Unit.QUARTER, year=int(match["year"]), number=number)


_COUNTED = re.compile(
    r"[ \u00a0-](?:people|workers|employees|units|cars|vehicles|ships|homes|jobs|staff|members"
    r"|households|won|dollars|euros?|yen"
    r"|yuan|points|miles|km|kg|tons|tonnes|[MGk]Wh?|hours|GMT|square|meters|metres|customers|students"
    r"|soldiers|troops|passengers"
    r"|stores|shares|rpm|mAh|million|billion|trillion|guests|spectators|voters|patients|copies|seats"
    r"|rooms|feet|pounds|degrees"
    r"|times|words|pages|companies|locations|sites|outlets|items|products|games|cases|deaths)\b|%"
    r"|[-\x96][A-Za-z]\w{0,2}\d|:\d"
)
_NO_YEAR = re.compile(
    r"(?:\b(?:[Rr]oom|[Gg]ate|[Ff]light|[Rr]oute|page|version|model|[Nn]o|number"
    r"|(?<!later )(?<!earlier )(?<!sooner )than|about|at|nearly"
    r"|over|some|Kospi|KOSPI|top"
    r"|Article|Section|nearly|almost|roughly|approximately|exactly|only|all|serial|unit|code|Level|Suite"
    r"|Boeing|Airbus|Type"
    r"|ISO)\.?[ \u00a0]|[$€£¥₩#.,/:\d-])$"
)
_OWNER = re.compile(r"(?:\b(?:[Tt]he|its|a|an|this|his|her|our|their)|[’']s)[ \u00a0]$")


def _is_number(match: re.Match[str]) -> bool:
    return bool(_NO_YEAR.search(before(match)) or _COUNTED.match(after(match)))


def _year(match: re.Match[str]) -> Term | None:
    """Refuse counts, codes and the year in a name: one after a name, or between an article and a name."""
    if _is_number(match):
        return None
    if not match["part"] and not match["by"]:
        lead = before(match)
        named = NAME_BEFORE.search(lead)
        if named and not LED.search(lead) and not named[1].endswith(("’s", "'s", "s’")):
            return None
        if NAME_AFTER.match(after(match)) and _OWNER.search(lead):
            return None
    return Term(Unit.YEAR, year=int(match["year"]))


def _years(match: re.Match[str]) -> Term | None:
    first, until = int(match["year"]), match["until"]
    if _is_number(match) and not re.search(r"\b[Oo]ver[ \u00a0]$", before(match)):
        return None
    last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
    if not first < last <= first + 200:
        return None
    return Term(Unit.YEAR, year=first, until=Term(Unit.YEAR, year=last))


def _short_year(match: re.Match[str]) -> Term | None:
    return Term(Unit.YEAR, year=2000 + int(match["short"]))


def _fiscal_year(match: re.Match[str]) -> Term | None:
    return Term(Unit.YEAR, year=int(match["year"]))


def _decade(match: re.Match[str]) -> Term | None:
    return Term(Unit.DECADE, number=int(match["decade"]) * 10)


def _relative(match: re.Match[str]) -> Term | None:
    """Read "last week", "this quarter". "The last week" and "over the past year" are durations."""
    which, unit = match["which"].lower().split()[-1], match["unit"].lower()
    if which in ("last", "next") and re.search(r"\b(?:[Tt]he|this time)[ \u00a0]$", before(match)):
        return None
    shift = SHIFT.get(which, 0)
    if unit == "month":
        return Term(Unit.MONTH, months=shift)
    if unit == "year":
        return Term(Unit.YEAR, years=shift)
    if unit == "decade":
        return None if shift else Term(Unit.DECADE)
    if unit == "weekend":
        return Term(Unit.WEEKEND, shift=shift or None, toward=TOWARD.get(which, Tense.FUTURE))
    if unit in SEASONS:
        return _relative_season(match, unit, which)
    return Term(Unit.WEEK if unit == "week" else Unit.QUARTER, shift=shift)


def _relative_season(match: re.Match[str], unit: str, which: str) -> Term | None:
    if unit in ("fall", "spring") and re.match(rf"{S}(?:in|of|from){S}", after(match)):
        return None  # a fall in prices
    if which == "this":
        return Term(Unit.SEASON, number=SEASONS[unit], years=0)
    return Term(Unit.SEASON, number=SEASONS[unit], toward=TOWARD.get(which, Tense.OPEN))


_FALL_LED = re.compile(
    r"(?:^|\b(?:[Tt]he|[Bb]y|[Ii]n|[Ss]ince|[Oo]f|[Ee]arly|[Ll]ate|[Uu]ntil|[Ff]rom|[Ff]or"
    r"|[Dd]uring)[ \u00a0])$"
)


def _season(match: re.Match[str]) -> Term | None:
    """Refuse the verb: sales fall in 2025."""
    if match["season"] == "fall" and not _FALL_LED.search(before(match)):
        return None
    return dated(Term(Unit.SEASON, number=SEASONS[match["season"].lower()]), match)


def _of_the(match: re.Match[str]) -> Term | None:
    """Read "end of the year", "year-end"."""
    unit = (match.groupdict().get("unit") or "year").lower()
    if unit == "month":
        return Term(Unit.MONTH, months=0)
    if unit == "year":
        year = match.groupdict().get("year")
        return Term(Unit.YEAR, year=int(year)) if year else Term(Unit.YEAR, years=0)
    if unit == "decade":
        return Term(Unit.DECADE)
    return Term(Unit.WEEK if unit == "week" else Unit.QUARTER, shift=0)


def _weekend(_: re.Match[str]) -> Term | None:
    return Term(Unit.WEEKEND)


_NTH = "[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th"
PERIODS = (
    Form(
        "listed_quarter",
        rf"(?P<said>(?P<number>{_NTH}))(?=(?:,{S}(?:{_NTH}))?,?{S}(?:and|or|to|through){S}(?:the{S})?(?:{_NTH}|[Ff]inal){S}"
        rf"quarters?\b(?!-?final){OF_YEAR}?)",
        _quarter,
    ),
    Form(
        "quarter",
        rf"(?P<number>{_NTH}|[Ff]inal|[Ll]ast|[Oo]pening|[Cc]losing)(?:{S}|-)"
        rf"(?:fiscal{S}|calendar{S})?quarters?{OF_YEAR}",
        _quarter,
    ),
    Form(
        "bare_quarter",
        rf"(?P<number>{_NTH})(?:{S}|-)(?:fiscal{S})?quarters?\b(?!-final|final|{S}of{S}|{S}century)",
        _bare_quarter,
    ),
    Form(
        "half",
        rf"(?P<number>[Ff]irst|[Ss]econd|1st|2nd|[Ll]atter|[Ll]ast|[Ff]inal|[Oo]pening|[Cc]losing|back)(?:{S}|-)half{OF_YEAR}",
        _half,
    ),
    Form(
        "quarter_unsaid",
        rf"(?<=in{S}the{S})(?P<number>first|second|third|fourth)(?=[.,;)]|$|{S}(?:and|but|as|while)\b)",
        _quarter_unsaid,
    ),
    Form("bare_half", rf"(?P<number>[Ff]irst|[Ss]econd)(?:{S}|-)half\b", _bare_half),
    Form(
        "coded",
        rf"(?:(?P<letter>[QH])(?P<number>[1-4])|(?P<number2>[1-4])(?P<letter2>[QH]))"
        rf"(?:(?:{S}?[’'])?(?P<short>\d\d)(?!\w)|(?!\w){OF_YEAR}|(?![\w-]))",
        _coded,
    ),
    Form(
        "first_months",
        rf"(?P<edge>[Ff]irst|[Oo]pening|[Ll]ast|[Ff]inal|[Cc]losing){S}(?P<count>{'|'.join(_COUNTS)}){S}"
        rf"(?P<unit>months|quarters){OF_YEAR}",
        _first_months,
    ),
    Form(
        "year_first",
        rf"(?P<year>{FOUR})(?:(?:[’']s?)?{S}(?P<nth>{_NTH}|[Ff]inal|[Ll]atter|[Ll]ast|[Oo]pening)(?:{S}|-)(?P<unit>quarter|half)"
        rf"(?![\w-])|{S}?(?P<code>[QH][1-4])(?!\w))",
        _year_first,
    ),
    Form("decade", rf"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?:{DASH}|{S}))?(?P<decade>(?:1[6-9]|20)\d)0[’']?s\b", _decade),
    Form("years", rf"(?P<year>{FOUR}){S}?[-\x96\x97~/]{S}?(?P<until>{FOUR}|\d\d)(?![\w%]|[.,]\d|[-/]\d)", _years),
    Form("short_fiscal", rf"(?:FY|CY){S}?[’']?(?P<short>\d\d)(?!\d)", _short_year),
    Form(
        "fiscal_year",
        rf"(?:FY|CY|[Ff]iscal(?:{S}year)?|[Ff]inancial{S}year){S}?(?P<year>{FOUR})(?!\d)(?:[-/]\d\d\b)?",
        _fiscal_year,
    ),
    Form("year", rf"(?P<by>[Bb]y{S})?(?P<part>{PART})?(?P<year>{YEAR})(?!\w)", _year),
    Form(
        "relative",
        rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he{S}current|current|[Tt]he{S}coming){S}"
        rf"(?:fiscal{S}|financial{S}|calendar{S})?"
        r"(?P<unit>year|quarter|month|weekend|week|spring|summer|autumn|fall|winter|decade)(?!\w)(?!-(?!end|on|to))",
        _relative,
    ),
    Form("over_weekend", rf"[Oo]ver{S}the{S}(?P<said>weekend)\b", _weekend),
    Form("season", rf"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter){OF_YEAR}", _season),
    Form(
        "of_the",
        rf"(?P<said>(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|[Cc]lose|[Tt]urn|[Rr]est|[Rr]emainder"
        rf"|[Ll]ater{S}in|[Ee]arlier{S}in"
        rf"|[Ll]ate{S}in|[Ee]arly{S}in){S}(?:of{S})?the{S}(?:fiscal{S}|calendar{S})?(?P<unit>year|month"
        rf"|quarter|week|decade))\b",
        _of_the,
    ),
    Form(
        "year_out",
        rf"[Tt]he{S}(?P<said>year)(?:(?={S}(?:ends|is{S}(?:out|over|up)|closes)\b)|(?<=ithin{S}the{S}year)(?![\w-]|{S}(?:of|to|ended)\b))",
        _of_the,
    ),
    Form("year_end", rf"(?:(?:[Tt]he|[Tt]his){S})?[Yy]ear(?:-|{S})end(?:,?{S}(?P<year>{YEAR})|\b)", _of_the),
)
