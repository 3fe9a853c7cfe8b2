"""English calendar expressions: text -> terms, and which way a sentence looks."""

from __future__ import annotations

import re

from generator.language.dates_forms import Form, compile_forms, read_forms
from generator.language.dates_terms import Expression, Tense, Term, Unit

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "opening": 1}
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
TOWARD = {
    "last": Tense.PAST,
    "past": Tense.PAST,
    "next": Tense.FUTURE,
    "coming": Tense.FUTURE,
    "upcoming": Tense.FUTURE,
}
SHIFT = {"last": -1, "next": 1, "following": 1, "coming": 1, "previous": -1, "past": -1}

S = r"[ \u00a0\u202f\n]"
DASH = r"[-\u2010-\u2015~]"
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sep(?:t\.?|tember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![A-Za-z0-9])"
)
LONG_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June|July|Aug(?:ust|\.)|Sept?(?:ember|\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))(?![A-Za-z0-9])"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
ANY_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
FOUR = r"(?:1[6-9]|20)\d\d"
YEAR = rf"{FOUR}(?!\d|,\d|\.\d)"
YEAR_WORDS = rf"(?:(?:this|last|next|that|the{S}same|the{S}following|the{S}current|the{S}coming|the){S}(?:fiscal{S}|financial{S})?year)(?![\w-])"
"""Years told from the day of publication or from the year in force."""
OF_YEAR = rf"(?:,?{S}(?:of{S}|in{S})?(?P<year>{YEAR})|,?{S}(?:of{S}|in{S})?(?:fiscal{S}|FY{S}?|financial{S})(?:year{S})?(?P<fiscal>{YEAR})|{S}(?:of{S}|in{S})?(?P<words>{YEAR_WORDS}))"
PART = rf"(?:(?:(?:very{S})?(?:early|late|mid|end)(?:{DASH}(?:to|or){DASH}late)?|beginning|start|end|middle|close|turn)(?:{DASH}|{S}of{S}(?:the{S})?(?:year{S})?|{S}in{S}|{S}))"
"""A fuzzy part of a period takes the whole of it."""
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
TH = r"(?:st|nd|rd|th)?"
NOT_MORE = rf"(?![\w%]|[:,.]\d|{S}?(?:%|percent|per{S}cent|million|billion|trillion|won\b|GMT|a\.m|p\.m))"


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _year_parts(match: re.Match[str], is_open: bool = True) -> dict[str, int | bool]:
    """Return what the groups of OF_YEAR say, as arguments of a term."""
    groups = match.groupdict()
    if written := groups.get("year") or groups.get("fiscal"):
        return {"year": int(written)}
    words = groups.get("words")
    return _year_words(words) if words else {}


def _year_words(words: str) -> dict[str, int | bool]:
    first = words.split()[0] if not words.startswith("the") else words.split()[1]
    if first in ("that", "same"):
        return {"years": 0, "is_carried": True}
    if words.startswith("the") and first == "following":
        return {"years": 1, "is_carried": True}
    return {"years": SHIFT.get(first, 0)}


def _before(match: re.Match[str], size: int = 24) -> str:
    return match.string[max(0, match.start() - size) : match.start()]


def _after(match: re.Match[str], size: int = 24) -> str:
    return match.string[match.end() : match.end() + size]


# ---------------------------------------------------------------------------------------------- days and months


def _iso(match: re.Match[str]) -> Term | None:
    return Term(Unit.DAY, year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))


def _slashes(match: re.Match[str]) -> Term | None:
    """Read 31/12/2024 and 12/31/2024; when both numbers could be the month, nobody can tell."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one == two or one > 12 or two > 12:
        return Term(Unit.DAY, year=year, month=min(one, two) if max(one, two) > 12 else one, day=max(one, two))
    return None


def _day_term(match: re.Match[str]) -> Term | None:
    groups = match.groupdict()
    year = _year_parts(match)
    month = _month(groups["month"])
    term = Term(Unit.DAY, month=month, day=int(groups["day"]), **year)  # type: ignore[arg-type]
    if not groups.get("until"):
        return term
    far = _month(groups["month2"]) if groups.get("month2") else month
    start = dict(year)
    if "year" in start and far < month:
        start["year"] = int(start["year"]) - 1
    until = Term(Unit.DAY, month=far, day=int(groups["until"]), **(year if groups.get("month2") else {}))  # type: ignore[arg-type]
    return Term(Unit.DAY, month=month, day=int(groups["day"]), until=until, **start)  # type: ignore[arg-type]


NAME_BEFORE = re.compile(r"(?:^|[ \u00a0(“\"‘'])([A-Z][\w&’'-]*)\)?[ \u00a0]$")
PREPOSITION = re.compile(
    r"(?:^|[ \u00a0(“\"‘'/-])(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill?|[Ff]rom|[Tt]o|[Oo]f|[Tt]hrough|[Tt]hroughout|[Dd]uring"
    r"|[Ff]or|[Bb]efore|[Aa]fter|[Bb]etween|[Aa]nd|[Oo]r|[Aa]round|[Aa]s|[Ll]ike|[Oo]n|[Uu]ntil|[Ee]arly|[Ll]ate|[Mm]id"
    r"|[Ss]tarting|[Bb]eginning|[Tt]he|[Ll]ast|[Tt]han|[Ff]iscal|[Yy]ear|[Tt]hat|[Ww]hen|[Ee]nding|[Ee]nded|[Nn]ext|[Aa]bout|[Ii]ts|[Ii]nto|[Oo]ver"
    r"|FY|CY|Q[1-4]|vs\.?|IN|BY|SINCE|TO|FROM|OF|UNTIL|AND|THE|A|[Ii]f|[Aa]nd)[ \u00a0\n-]$"
)
NAME_AFTER = re.compile(r"[ \u00a0][A-Z]")


def _month_term(match: re.Match[str]) -> Term | None:
    groups, year = match.groupdict(), _year_parts(match)
    month = _month(groups["month"])
    if groups.get("until"):
        far = _month(groups["until"])
        start = dict(year)
        if "year" in start and far < month:
            start["year"] = int(start["year"]) - 1
        return Term(Unit.MONTH, month=month, until=Term(Unit.MONTH, month=far, **year), **start)  # type: ignore[arg-type]
    rel = (groups.get("rel") or "").lower().strip()
    if rel == "this":
        return Term(Unit.MONTH, month=month, years=0)
    return Term(Unit.MONTH, month=month, toward=TOWARD.get(rel, Tense.OPEN), **year)  # type: ignore[arg-type]


def _bare_month(match: re.Match[str]) -> Term | None:
    """Refuse the verbs may and march, and the people called April and June."""
    led = PREPOSITION.search(_before(match))
    name = match["month"]
    if not led and (name in ("May", "March") or NAME_AFTER.match(_after(match)) or NAME_BEFORE.search(_before(match))):
        return None
    return Term(Unit.MONTH, month=_month(name))


# ------------------------------------------------------------------------------------------- quarters and halves


def _number(words: str) -> int:
    return ORDINALS[words.lower()] if words.isalpha() else int(re.sub(r"\D", "", words))


def _quarter_term(match: re.Match[str]) -> Term | None:
    if match["number"].lower() == "last" and not _year_parts(match):
        return None
    return Term(Unit.QUARTER, number=_number(match["number"]), **_year_parts(match))  # type: ignore[arg-type]


def _half_term(match: re.Match[str]) -> Term | None:
    number = match["number"].lower()
    return Term(
        Unit.HALF, number=2 if number in ("last", "latter", "final", "back") else _number(number), **_year_parts(match)
    )  # type: ignore[arg-type]


SPORT = re.compile(
    r"\b(?:goals?|scored?|scoring|minutes?|penalty|striker|midfielder|equali[sz]er|kick-?off|touchdowns?|coach|match|referee|halftime|half-time|substitute|points? in the)\b"
)


def _bare_half(match: re.Match[str]) -> Term | None:
    """Refuse the half of a match and of anything but a year."""
    around = match.string[max(0, match.start() - 150) : match.end() + 150]
    if SPORT.search(around) or re.match(rf"{S}of{S}", _after(match)):
        return None
    return Term(Unit.HALF, number=_number(match["number"]))


def _bare_quarter(match: re.Match[str]) -> Term | None:
    if re.search(
        r"\b(?:touchdowns?|quarterback|free throws?|three-pointers?|NBA|NFL)\b",
        match.string[max(0, match.start() - 150) : match.end() + 150],
    ):
        return None
    return Term(Unit.QUARTER, number=_number(match["number"]))


def _coded(match: re.Match[str]) -> Term | None:
    """Read Q3 2025, 3Q25, H1 2025, 1H."""
    groups = match.groupdict()
    letter, number = groups["letter"] or groups["letter2"], int(groups["number"] or groups["number2"])
    unit = Unit.QUARTER if letter == "Q" else Unit.HALF
    if number > (4 if unit is Unit.QUARTER else 2):
        return None
    if groups["short"]:
        return Term(unit, number=number, year=2000 + int(groups["short"]))
    parts = _year_parts(match)
    if not parts and unit is Unit.HALF and groups["number"]:
        return None  # "H1" alone is a heading level or a visa
    return Term(unit, number=number, **parts)  # type: ignore[arg-type]


def _first_months(match: re.Match[str]) -> Term | None:
    words = {
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "11": 11,
        "eleven": 11,
        "10": 10,
    }
    last = words.get(match["count"].lower())
    year = _year_parts(match)
    if last is None or not year:
        return None
    return Term(Unit.MONTH, month=1, until=Term(Unit.MONTH, month=last, **year), **year)  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------------- years


COUNTED = re.compile(
    r"[ \u00a0-](?:people|workers|employees|units|cars|vehicles|ships|homes|jobs|staff|members|households|won|dollars|euros?|yen|yuan|points"
    r"|miles|km|kg|tons|tonnes|[MGk]Wh?|hours|GMT|square|meters|metres|customers|students|soldiers|troops|passengers|stores|shares|rpm|mAh|x\d)\b|%|[-–]\w"
)
NOT_YEAR = re.compile(
    r"(?:\b(?:room|gate|flight|route|page|version|model|no|No|number|than|about|at|nearly|over|some|Kospi|KOSPI|top|Route|Article|Section)\.?[ \u00a0]|[$€£¥₩#.,/:\d-])$"
)


def _year_term(match: re.Match[str]) -> Term | None:
    """Refuse counts, codes and the year in an event's name (an acronym or a capital before it, or a name after it)."""
    before, after = _before(match), _after(match)
    part = match.groupdict().get("part")
    if NOT_YEAR.search(before) or COUNTED.match(after):
        return None
    if not part:
        led = PREPOSITION.search(before)
        named = NAME_BEFORE.search(before)
        if named and not led and not named[1].endswith(("’s", "'s", "s’")):
            return None
        if NAME_AFTER.match(after) and re.search(
            r"(?:\b(?:[Tt]he|its|a|this|his|her|our|their)|[’']s)[ \u00a0]$", before
        ):
            return None
    return Term(Unit.YEAR, year=int(match["year"]))


def _years_range(match: re.Match[str]) -> Term | None:
    if NOT_YEAR.search(_before(match)) or COUNTED.match(_after(match)):
        return None
    first = int(match["year"])
    last = int(match["until"]) if len(match["until"]) == 4 else first // 100 * 100 + int(match["until"])
    if not first < last <= first + 200:
        return None
    return Term(Unit.YEAR, year=first, until=Term(Unit.YEAR, year=last))


def _year_words_term(match: re.Match[str]) -> Term | None:
    return Term(Unit.YEAR, **_year_words(match["words"].lower()))  # type: ignore[arg-type]


def _decade(match: re.Match[str]) -> Term | None:
    return Term(Unit.DECADE, number=int(match["decade"]) * 10)


# ------------------------------------------------------------------------------------- last, this, next; named days


def _relative(match: re.Match[str]) -> Term | None:
    """Read "last week", "this quarter". "the last week" and "over the past year" are durations."""
    which, unit = match["which"].lower().split()[-1], match["unit"].lower()
    before = _before(match)
    if which in ("last", "next", "past") and re.search(r"\b[Tt]he[ \u00a0]$", before):
        return None
    shift = SHIFT.get(which, 0)
    if unit == "month":
        return Term(Unit.MONTH, months=shift)
    if unit == "year":
        return Term(Unit.YEAR, years=shift)
    if unit == "decade":
        return Term(Unit.DECADE) if not shift else None
    if unit in SEASONS:
        return _relative_season(match, unit, which)
    if unit == "half":
        return None
    if unit == "weekend":
        return Term(Unit.WEEKEND, shift=None if which == "this" else shift, toward=TOWARD.get(which, Tense.FUTURE))
    return Term(Unit.WEEK if unit == "week" else Unit.QUARTER, shift=shift)


def _relative_season(match: re.Match[str], unit: str, which: str) -> Term | None:
    if unit == "fall" and re.match(rf"{S}(?:in|of|from){S}[a-z]", _after(match)):
        return None
    if which == "this":
        return Term(Unit.SEASON, number=SEASONS[unit], years=0)
    return Term(Unit.SEASON, number=SEASONS[unit], toward=TOWARD.get(which, Tense.OPEN))


def _season(match: re.Match[str]) -> Term | None:
    return Term(Unit.SEASON, number=SEASONS[match["season"].lower()], **_year_parts(match))  # type: ignore[arg-type]


def _of_the(match: re.Match[str]) -> Term | None:
    """Read "end of the year", "year-end"."""
    unit = (match.groupdict().get("unit") or "year").lower()
    if unit == "month":
        return Term(Unit.MONTH, months=0)
    if unit == "year":
        return Term(Unit.YEAR, years=0)
    if unit == "decade":
        return Term(Unit.DECADE)
    return Term(Unit.WEEK if unit == "week" else Unit.QUARTER, shift=0)


NOT_WEEKDAY = re.compile(
    r"(?:\b(?:[Ee]very|[Ee]ach|Black|Cyber|Good|Super|Ash|Bloody|Easter|Palm|Shrove|Fat|Ruby|Casual|Giving|per|most|any|a)[ \u00a0]|[-/])$"
)
NAMED_WEEKDAY = re.compile(
    r"[ \u00a0](?:Times|Mirror|Telegraph|Independent|Mail|World|League|Night[ \u00a0](?:Live|Football)|Agreement)\b|s\b"
)


def _weekday_term(match: re.Match[str]) -> Term | None:
    if NOT_WEEKDAY.search(_before(match)) or NAMED_WEEKDAY.match(_after(match)):
        return None
    groups = match.groupdict()
    number = WEEKDAYS.index(groups["weekday"][:3].lower())
    if groups["week"]:
        return Term(Unit.WEEKDAY, number=number, shift=SHIFT.get(groups["week"].lower(), 0))
    rel = (groups["rel"] or "").lower()
    if rel == "this":
        return Term(Unit.WEEKDAY, number=number, toward=Tense.FUTURE)
    if rel == "next":
        return Term(Unit.WEEKDAY, number=number, shift=1)
    return Term(Unit.WEEKDAY, number=number, toward=TOWARD.get(rel, Tense.OPEN))


NAMED_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "this": 0, "last": -1}
TODAY_AGE = re.compile(
    rf"[’']s{S}(?:world|age|era|markets?|econom|standards|technolog|society|consumers|children|youth|generation|young|environment|landscape|digital|fast)"
)


def _named_day(match: re.Match[str]) -> Term | None:
    word = match["word"].split()[0].lower()
    if word == "today" and TODAY_AGE.match(_after(match)):
        return None
    return Term(Unit.DAY, shift=NAMED_DAYS[word])


CARRIED = {"same": 0, "that": 0, "previous": -1, "before": -1, "following": 1, "next": 1, "after": 1}


def _carried(match: re.Match[str]) -> Term | None:
    """Read "the same day", "that year", "the following month"."""
    words = match["said"].lower().split()
    unit = next(word for word in words if word in ("day", "month", "year"))
    shift = CARRIED[words[-1]] if words[-1] in ("before", "after") else CARRIED["same" if "same" in words else words[0]]
    if unit == "day":
        return Term(Unit.DAY, shift=shift, is_carried=True)
    if unit == "month":
        return Term(Unit.MONTH, months=shift, is_carried=True)
    return Term(Unit.YEAR, years=shift, is_carried=True)


def _day_number(match: re.Match[str]) -> Term | None:
    return Term(Unit.DAY, day=int(match["day"]), months=0 if match["this"] else None)


TO = rf"{S}?(?:{DASH}|to|through|and){S}?"
FORMS = (
    Form("iso", rf"(?P<year>{FOUR})[-./](?P<month>1[0-2]|0?[1-9])[-./](?P<day>{DAY})(?!\w|[-/]\d)", _iso),
    Form("slashes", rf"(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})/(?P<year>{YEAR})", _slashes),
    Form(
        "month_day",
        rf"(?:{ANY_WEEKDAY},?{S})?(?P<month>{MONTH}){S}?(?P<day>{DAY}){TH}{NOT_MORE}"
        rf"(?:{S}?(?:{DASH}|to|through){S}?(?:(?P<month2>{MONTH}){S}?)?(?P<until>{DAY}){TH}{NOT_MORE})?"
        rf"(?:,?{S}(?P<year>{YEAR})|{S}(?:of{S})?(?P<words>(?:this|last|next){S}year))?",
        _day_term,
    ),
    Form(
        "day_month",
        rf"(?:{ANY_WEEKDAY},?{S}(?:the{S})?)?(?P<day>{DAY}){TH}(?:{S}?(?:{DASH}|to{S}|through{S}|and{S}){S}?(?P<until>{DAY}){TH})?{S}(?:of{S})?(?P<month>{MONTH})"
        rf"(?:,?{S}(?P<year>{YEAR})|{S}(?:of{S})?(?P<words>(?:this|last|next){S}year))?",
        _day_term,
    ),
    Form(
        "month_year",
        rf"{PART}?(?P<month>{MONTH})(?:{S}?{DASH}{S}?(?:to{DASH})?(?P<until>{MONTH}))?{OF_YEAR}",
        _month_term,
    ),
    Form("months", rf"(?P<month>{MONTH})(?:{DASH}to{DASH}|{S}?{DASH}{S}?)(?P<until>{MONTH})", _month_term),
    Form("rel_month", rf"{PART}?(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|coming){S}(?P<month>{LONG_MONTH})", _month_term),
    Form("part_month", rf"{PART}(?P<month>{LONG_MONTH})", _month_term),
    Form("month", rf"(?P<month>{LONG_MONTH})", _bare_month),
    Form(
        "quarter",
        rf"(?P<number>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast|1st|2nd|3rd|4th)(?:{S}|-)(?:fiscal{S}|calendar{S})?quarter{OF_YEAR}",
        _quarter_term,
    ),
    Form(
        "bare_quarter",
        rf"(?P<number>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)(?:{S}|-)(?:fiscal{S})?quarter\b(?!-final|s\b|{S}of{S}(?!the))",
        _bare_quarter,
    ),
    Form(
        "half",
        rf"(?P<number>[Ff]irst|[Ss]econd|[Ll]atter|[Ll]ast|[Ff]inal|back|1st|2nd)(?:{S}|-)half{OF_YEAR}",
        _half_term,
    ),
    Form(
        "half_month",
        rf"(?:[Ff]irst|[Ss]econd|[Ll]atter|[Ll]ast|[Ff]inal)(?:{S}|-)(?:half|week|day|days|weeks|weekend){S}of{S}(?P<month>{LONG_MONTH})(?:,?{S}(?P<year>{YEAR})|{S}(?:of{S})?(?P<words>{YEAR_WORDS}))?",
        _month_term,
    ),
    Form("bare_half", rf"(?P<number>[Ff]irst|[Ss]econd)(?:{S}|-)half\b", _bare_half),
    Form(
        "coded",
        rf"(?:(?P<letter>[QH])(?P<number>[1-4])|(?P<number2>[1-4])(?P<letter2>[QH]))(?:(?:{S}?[’'])?(?P<short>\d\d)(?!\d)|(?!\w){OF_YEAR}|(?![\w-]))",
        _coded,
    ),
    Form(
        "first_months",
        rf"[Ff]irst{S}(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|10|11){S}months{OF_YEAR}",
        _first_months,
    ),
    Form("decade", rf"(?:(?:early|late|mid)(?:{DASH}|{S}))?(?P<decade>(?:1[6-9]|20)\d)0[’']?s\b", _decade),
    Form(
        "years",
        rf"(?P<year>{FOUR}){S}?[-\u2010-\u2015~/]{S}?(?P<until>{FOUR}|\d\d)(?![\w%,]|\.\d|[-/]\d)",
        _years_range,
    ),
    Form("fiscal", rf"(?:FY|CY){S}?[’']?(?P<short>\d\d)(?!\d)", lambda m: Term(Unit.YEAR, year=2000 + int(m["short"]))),
    Form(
        "fiscal_year",
        rf"(?:FY|CY|[Ff]iscal|[Ff]iscal{S}year|[Ff]inancial{S}year){S}?(?P<year>{YEAR})(?:-\d\d\b)?",
        lambda m: Term(Unit.YEAR, year=int(m["year"])),
    ),
    Form("year", rf"(?:[Bb]y{S})?(?P<part>{PART})?(?P<year>{YEAR})(?!\w)", _year_term),
    Form(
        "named_day",
        rf"(?P<word>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Tt]his{S}(?:morning|afternoon|evening)|[Ll]ast{S}night)\b",
        _named_day,
    ),
    Form(
        "weekday",
        rf"(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his|coming|past){S})?(?P<weekday>{WEEKDAY})(?:{S}(?:of{S})?(?P<week>last|this|next){S}week)?",
        _weekday_term,
    ),
    Form(
        "relative",
        rf"(?P<said>(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he{S}current|current|[Tt]he{S}coming){S}(?:fiscal{S}|financial{S}|calendar{S})?(?P<unit>year|quarter|month|week|weekend|spring|summer|autumn|fall|winter|decade|half))(?![\w])(?!-(?!end|on))",
        _relative,
    ),
    Form("over_weekend", rf"[Oo]ver{S}the{S}(?P<said>weekend)\b", lambda m: Term(Unit.WEEKEND)),
    Form("season", rf"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter){OF_YEAR}", _season),
    Form(
        "carried",
        rf"(?:[Tt]he{S}|[Aa]t{S}|[Tt]hat{S}|[Oo]n{S})?(?P<said>same{S}(?:day|month|year)|[Tt]hat{S}(?:same{S})?(?:day|month|year))\b(?!-)(?!{S}(?:of|last|a){S})",
        _carried,
    ),
    Form(
        "next_day",
        rf"[Tt]he{S}(?P<said>(?:previous|following|next){S}day|following{S}(?:month|year)|day{S}before)\b(?!{S}the{S})",
        _carried,
    ),
    Form(
        "of_the",
        rf"(?P<said>(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|[Cc]lose|[Tt]urn|[Rr]est|[Rr]emainder|later{S}in|earlier{S}in){S}(?:of{S})?the{S}(?:fiscal{S})?(?P<unit>year|month|quarter|week|decade))\b",
        _of_the,
    ),
    Form("year_end", rf"(?:(?:[Tt]he|[Tt]his){S})?[Yy]ear(?:-|{S})end\b", _of_the),
    Form(
        "on_the",
        rf"on{S}the{S}(?P<said>(?P<day>{DAY})(?:st|nd|rd|th)(?P<this>{S}of{S}this{S}month)?)(?={S}?[.,;)]|$|{S}(?:and|at|in){S})",
        _day_number,
    ),
)
GRAMMAR = compile_forms(FORMS, r"\b")


def read_terms(text: str) -> list[Expression]:
    """Return the calendar expressions of an English *text*, in order."""
    return list(read_forms(text, GRAMMAR))
