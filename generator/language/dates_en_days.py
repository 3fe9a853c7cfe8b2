"""English days, weekdays and months: match -> term."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.language.dates_en_words import (
    ANY_WEEKDAY,
    DAY,
    DAY_WORDS,
    FOUR,
    LED,
    LONG_MONTH,
    MONTH,
    MONTH_COUNTS,
    NAME_AFTER,
    NAME_BEFORE,
    NOT_MORE,
    NTH,
    OF_NEAR_YEAR,
    OF_YEAR,
    PART,
    SHIFT,
    TH,
    TOWARD,
    WEEKDAY,
    YEAR,
    YEAR_WORDS,
    after,
    before,
    dated,
    month_number,
    ranged,
    weekday_number,
)
from generator.language.dates_forms import BLANK as S
from generator.language.dates_forms import DASH, Form
from generator.language.dates_terms import Tense, Term, Unit


def _written(match: re.Match[str]) -> Term | None:
    return Term(Unit.DAY, year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))


def _slashes(match: re.Match[str]) -> Term | None:
    """Read 31/12/2024 and 12/31/2024; when both numbers could be the month, nobody can tell."""
    one, two = int(match["one"]), int(match["two"])
    if one != two and max(one, two) <= 12:
        return None
    return Term(Unit.DAY, year=int(match["year"]), month=min(one, two), day=max(one, two))


_NAMED_AFTER_DAY = re.compile(
    r"[ \u00a0](?:Democra|Pro-Democracy|Uprising|Movement|Revolution|Independence Movement|Gwangju|Massacre|Incident)"
)


_BETWEEN = re.compile(r"\b[Bb]etween[ \u00a0](?:the[ \u00a0])?$")


def _day(match: re.Match[str]) -> Term | None:
    """Refuse events called by their day (the May 18 Democratic Uprising)."""
    if _NAMED_AFTER_DAY.match(after(match)):
        return None
    groups = match.groupdict()
    month = month_number(groups["month"])
    if groups.get("and") and not _BETWEEN.search(before(match)):
        return None
    first = dated(Term(Unit.DAY, month=month, day=int(groups["day"])), match)
    if not groups.get("until"):
        return first
    day = int(groups["until"])
    if not groups.get("month2"):
        return ranged(first, Term(Unit.DAY, month=month, day=day)) if day > int(groups["day"]) else None
    return ranged(first, dated(Term(Unit.DAY, month=month_number(groups["month2"]), day=day), match))


def _day_in_words(match: re.Match[str]) -> Term | None:
    return dated(Term(Unit.DAY, month=month_number(match["month"]), day=DAY_WORDS[match["word"]]), match)


def _month(match: re.Match[str]) -> Term | None:
    groups = match.groupdict()
    first = dated(Term(Unit.MONTH, month=month_number(groups["month"])), match)
    if not groups.get("until"):
        return first
    return ranged(first, dated(Term(Unit.MONTH, month=month_number(groups["until"])), match))


def _months_to(match: re.Match[str]) -> Term | None:
    """Read "three months through December", but not "in three months to June", which counts from today."""
    month = Term(Unit.MONTH, month=month_number(match["month"]), lasting=MONTH_COUNTS[match["count"].lower()])
    return dated(month, match)


def _week_of(match: re.Match[str]) -> Term | None:
    """Read "the week of March 18"."""
    month = match["month"] or match["month2"]
    return dated(Term(Unit.WEEK, month=month_number(month), day=int(match["day"] or match["day2"])), match)


def _nth_day(match: re.Match[str]) -> Term | None:
    """Read "the first Sunday of May", "the first of next month", "the last day of this year"."""
    nth, weekday = NTH[match["nth"].lower()], match["weekday"]
    if _EVERY.search(before(match)) or (weekday is None and abs(nth) > 1):
        return None
    if match["which2"]:
        return Term(Unit.DAY, months=SHIFT.get(match["which2"], 0), day=1)
    term = Term(Unit.WEEKDAY, number=weekday_number(weekday) if weekday else None, nth=nth)
    if match["month"]:
        return dated(replace(term, month=month_number(match["month"])), match)
    shift = SHIFT.get(match["which"].lower(), 0)
    if match["span"] == "month":
        return replace(term, months=shift)
    return None if weekday else replace(term, month=1 if nth > 0 else 12, years=shift)


def _delivery(match: re.Match[str]) -> Term | None:
    """Read the month of "for December delivery", which is still to come."""
    return Term(Unit.MONTH, month=month_number(match["month"]), toward=Tense.PRESENT)


def _that_month(match: re.Match[str]) -> Term | None:
    """Read "that May", of the year in force."""
    return Term(Unit.MONTH, month=month_number(match["month"]), years=0, is_carried=True)


def _month_quarter(match: re.Match[str]) -> Term | None:
    """Read "the June quarter", the one that ends in June."""
    return dated(Term(Unit.QUARTER, number=month_number(match["month"]) // 3), match)


def _relative_month(match: re.Match[str]) -> Term | None:
    which, month = match["which"].lower(), month_number(match["month"])
    if which == "this":
        return Term(Unit.MONTH, month=month, years=0)
    return Term(Unit.MONTH, month=month, toward=TOWARD[which])


_NO_LEAD = re.compile(r"\b(?:[Tt]he|[Aa]|[Ii]f|[Tt]hat|[Ll]ike|[Bb]ut)[ \u00a0]$")


_EVERY = re.compile(r"\b(?:[Ee]ach|[Ee]very|any|annual(?:ly in)?|yearly in|every year in|each year in)[ \u00a0]$")


def _bare_month(match: re.Match[str]) -> Term | None:
    """Refuse the verbs may and march, the people called April and June, and what recurs (each June)."""
    name, lead = match["month"], before(match)
    if _EVERY.search(lead):
        return None
    if not LED.search(lead) or (name in ("May", "March") and _NO_LEAD.search(lead)):
        if name in ("May", "March") or NAME_AFTER.match(after(match)) or NAME_BEFORE.search(lead):
            return None
        if name.endswith(".") and lead.endswith((". ", "." + "\u00a0")):
            return None
    return Term(Unit.MONTH, month=month_number(name))


_NO_WEEKDAY = re.compile(
    r"(?:\b(?:[Ee]very|[Ee]ach|Black|Cyber|Good|Super|Ash|Bloody|Easter|Palm|Shrove|Fat|Ruby|Casual"
    r"|Giving|per|most|any|a|first|second|third|fourth|every"
    r" other)[ \u00a0]|[-/])$"
)
_NAMED_WEEKDAY = re.compile(
    r"[ \u00a0](?:Times|Mirror|Telegraph|Independent|Mail|World|League|Night[ \u00a0](?:Live|Football)|Agreement)\b|s\b"
)


def _weekday(match: re.Match[str]) -> Term | None:
    """Refuse what recurs (every Monday, Mondays) and what is only called so (Black Friday)."""
    if _NO_WEEKDAY.search(before(match)) or _NAMED_WEEKDAY.match(after(match)):
        return None
    number, week, which = weekday_number(match["weekday"]), match["week"], (match["which"] or "").lower()
    if week:
        return Term(Unit.WEEKDAY, number=number, shift=SHIFT.get(week.lower(), 0))
    if which in ("following", "previous", "preceding"):
        toward = Tense.FUTURE if which == "following" else Tense.PAST
        return Term(Unit.WEEKDAY, number=number, toward=toward, is_carried=True)
    if which == "next":
        return Term(Unit.WEEKDAY, number=number, shift=1)
    return Term(Unit.WEEKDAY, number=number, toward=TOWARD.get(which, Tense.FUTURE if which == "this" else Tense.OPEN))


_NAMED_DAYS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "this": 0,
    "last": -1,
    "after": 2,
    "before": -2,
}
_TODAY_AGE = re.compile(
    rf"[’']s{S}(?:world|age|era|economy|standards|technolog|society|consumers|children|youth|generation"
    rf"|young|environment"
    r"|level|price|rate|value|money|size|terms|exchange|volume|capacity|output|landscape|digital|fast|most|leading|complex|competitive|business|modern)"
)


_NO_TODAY = re.compile(
    r"\b(?:USA|than|as|(?:than|what|as) (?:it|they|that|there) (?:is|are|has|have|does|do|costs?))[ \u00a0]$"
)


def _named_day(match: re.Match[str]) -> Term | None:
    """Refuse "today's world" and "2.5 times what it is today", which mean the present age."""
    words = match["word"].lower().split()
    word = words[2] if words[0] == "the" else words[0]
    if word == "today" and (_TODAY_AGE.match(after(match)) or _NO_TODAY.search(before(match))):
        return None
    return Term(Unit.DAY, shift=_NAMED_DAYS[word])


_CARRIED = {"same": 0, "that": 0, "previous": -1, "before": -1, "following": 1, "next": 1}


def _carried(match: re.Match[str]) -> Term | None:
    """Read "the same day", "that year", "the following month"."""
    words = match["said"].lower().split()
    unit = next(word for word in words if word in ("day", "month", "year"))
    shift = _CARRIED["same" if "same" in words else words[-1] if words[-1] == "before" else words[0]]
    if unit == "day":
        return Term(Unit.DAY, shift=shift, is_carried=True)
    if unit == "month":
        return Term(Unit.MONTH, months=shift, is_carried=True)
    return Term(Unit.YEAR, years=shift, is_carried=True)


def _day_number(match: re.Match[str]) -> Term | None:
    months = SHIFT.get(match["which"].split()[1].lower(), 0) if match["which"] else None
    far = Term(Unit.DAY, day=int(match["until"])) if match["until"] else None
    return Term(Unit.DAY, day=int(match["day"]), months=months, until=far)


_LISTED = re.compile(rf"{MONTH}{S}?{DAY}{TH}(?:,{S}{DAY}{TH}){{0,4}}(?:,|,?{S}(?:and|or|&)){S}$")


def _listed_day(match: re.Match[str]) -> Term | None:
    """Read the 5 of "March 3 and 5", whose month stands before."""
    return Term(Unit.DAY, day=int(match["day"])) if _LISTED.search(before(match, 40)) else None


def _open_day(match: re.Match[str]) -> Term | None:
    """Read what forms.date_text prints of a day whose month no article gives."""
    return Term(Unit.DAY, day=int(match["day"]), is_open=True)


_FAR_DAY = (
    rf"(?:{S}?(?:{DASH}|to|through|(?P<and>and(?={S}{DAY}(?!\w)))){S}?(?:(?P<month2>{MONTH}){S}?)?"
    rf"(?P<until>{DAY}){TH}{NOT_MORE})?"
)
DAYS = (
    Form(
        "months_to",
        rf"(?P<count>{'|'.join(MONTH_COUNTS)}){S}months{S}(?:to|through|ended|ending|until)(?:{S}in)?{S}(?:the{S}end{S}of{S})?"
        rf"(?P<month>{LONG_MONTH})(?!{S}?{DAY}(?!\d)){OF_YEAR}?",
        _months_to,
    ),
    Form(
        "week_of",
        rf"week{S}(?:of|beginning|starting|commencing){S}(?:(?P<month>{MONTH}){S}?(?P<day>{DAY}){TH}{NOT_MORE}"
        rf"|(?P<day2>{DAY}){TH}{S}(?P<month2>{MONTH})){OF_NEAR_YEAR}?",
        _week_of,
    ),
    Form("that_month", rf"[Tt]hat{S}(?P<month>{LONG_MONTH})(?=[.,;)]|$|{S}(?:and|when|after|before)\b)", _that_month),
    Form(
        "nth_day",
        rf"(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)(?:{S}(?:(?P<weekday>{WEEKDAY})|day){S}(?:of|in){S}"
        rf"(?:(?P<month>{LONG_MONTH}){OF_YEAR}?|(?P<which>this|last|next){S}(?P<span>month|year)(?![\w’'-]))"
        rf"|(?<=[Tt]he{S}first){S}of{S}(?P<which2>this|last|next){S}month(?![\w’'-]))",
        _nth_day,
    ),
    Form(
        "day_in_words",
        rf"(?<=[Tt]he{S})(?P<word>{'|'.join(DAY_WORDS)}){S}of{S}(?P<month>{LONG_MONTH})(?![’']s){OF_NEAR_YEAR}?",
        _day_in_words,
        is_guess=True,
    ),
    Form("delivery", rf"(?P<month>{LONG_MONTH})(?={S}(?:delivery|futures|contracts?|settlement)\b)", _delivery),
    Form("written", rf"(?P<year>{FOUR})[-./](?P<month>1[0-2]|0?[1-9])[-./](?P<day>{DAY})(?!\w|[-/]\d)", _written),
    Form("slashes", rf"(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})/(?P<year>{YEAR})", _slashes),
    Form(
        "month_day",
        rf"(?:{ANY_WEEKDAY},?{S})?(?P<month>{MONTH}){S}?(?P<day>{DAY}){TH}{NOT_MORE}{_FAR_DAY}{OF_NEAR_YEAR}?(?:{S}\({ANY_WEEKDAY}\))?",
        _day,
        is_guess=True,
    ),
    Form(
        "listed_day_month",
        rf"(?P<said>(?P<day>{DAY}){TH})(?={S}(?:and|or){S}(?:the{S})?{DAY}{TH}{S}(?:of{S})?(?P<month>{MONTH}){OF_NEAR_YEAR}?)",
        _day,
        is_guess=True,
    ),
    Form(
        "day_month",
        rf"(?:{ANY_WEEKDAY},?{S}(?:the{S})?)?(?P<day>{DAY}){TH}"
        rf"(?:{S}?(?:{DASH}|(?:to|through){S}(?:the{S})?|(?P<and>and){S}(?:the{S})?){S}?(?P<until>{DAY}){TH})?{S}(?:of{S})?(?P<month>{MONTH}){OF_NEAR_YEAR}?(?:{S}\({ANY_WEEKDAY}\))?",
        _day,
    ),
    Form(
        "month_year", rf"{PART}?(?P<month>{MONTH})(?:{S}?{DASH}{S}?(?:to{DASH})?(?P<until>{MONTH}))?{OF_YEAR}", _month
    ),
    Form(
        "first_of_two",
        rf"(?:{ANY_WEEKDAY},?{S})?(?P<month>{MONTH}){S}?(?P<day>{DAY}){TH}(?={S}and{S}{DAY}(?!\w))",
        _day,
    ),
    Form(
        "month_quarter",
        rf"(?P<month>March|June|September|December)(?:{S}|-)quarter{OF_YEAR}?(?!-?final)",
        _month_quarter,
    ),
    Form(
        "months_called",
        rf"(?P<month>{MONTH})(?:{S}to{S}|{S}?{DASH}{S}?(?:to{DASH})?)(?P<until>{MONTH}){S}(?:quarter|period|half|months){OF_YEAR}?",
        _month,
    ),
    Form("months", rf"(?P<month>{MONTH})(?:{DASH}to{DASH}|{S}?{DASH}{S}?)(?P<until>{MONTH})", _month),
    Form(
        "which_month", rf"{PART}?(?P<which>[Ll]ast|[Tt]his|[Nn]ext|coming){S}(?P<month>{LONG_MONTH})", _relative_month
    ),
    Form("part_month", rf"{PART}(?P<month>{LONG_MONTH})", _month),
    Form("month", rf"(?P<month>{LONG_MONTH})", _bare_month),
    Form(
        "of_month",
        rf"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]inal|[Ll]atter|[Ll]ast)(?:{S}|-)(?:half|weekend|week|days?|weeks){S}of{S}"
        rf"(?P<month>{LONG_MONTH})(?:,?{S}(?P<year>{YEAR})|{S}(?:of{S})?(?P<words>{YEAR_WORDS}))?",
        _month,
    ),
    Form(
        "named_day",
        rf"(?P<word>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Tt]his{S}(?:morning|afternoon|evening)"
        rf"|[Ll]ast{S}night|[Tt]he{S}day{S}(?:after{S}tomorrow|before{S}yesterday))\b",
        _named_day,
    ),
    Form(
        "weekday",
        rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|coming|past|following|previous|preceding){S})?(?P<weekday>{WEEKDAY})"
        rf"(?:{S}(?:of{S})?(?P<week>last|this|next){S}week)?",
        _weekday,
    ),
    Form(
        "carried",
        rf"(?:(?:[Tt]he|[Aa]t|[Tt]hat|[Oo]n){S})?(?P<said>same{S}(?:day|month|year)|[Tt]hat{S}(?:day|month"
        rf"|year))\b(?!-)"
        rf"(?!{S}(?:of|last|a|as|in{S}\d|in{S}the{S}previous)(?:{S}|\d))",
        _carried,
    ),
    Form(
        "next_day",
        rf"[Tt]he{S}(?P<said>(?:previous|following|next){S}day|following{S}(?:month|year)|day{S}before)\b(?!{S}the{S})",
        _carried,
    ),
    Form("open_day", rf"the{S}(?P<day>{DAY})(?:st|nd|rd|th){S}of{S}a{S}month{S}not{S}given\b", _open_day),
    Form(
        "on_the",
        rf"(?:[Oo]n|[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Ff]rom){S}the{S}(?P<said>(?P<day>{DAY})(?:st|nd|rd|th)"
        rf"(?:{S}(?:to|through|until){S}the{S}(?P<until>{DAY})(?:st|nd|rd|th))?(?P<which>{S}of{S}(?:this|last|next){S}month)?)"
        rf"(?!{S}(?:and|or){S}(?:the{S})?{DAY}{TH}{S}(?:of{S})?{MONTH})(?={S}?[.,;:)]|$|{S}(?:and|at|in|as|to|until|through|when|where|while|with|but|after|before|because|for|that"
        rf"|which|who|said|it|he|she|they|local{S}time){S})",
        _day_number,
    ),
    Form(
        "listed_day",
        rf"(?P<day>{DAY}){TH}{NOT_MORE}(?=[.,;)]|$|{S}(?:in|at|to|as|for|with|of|by|and|but|when|from|after)\b)",
        _listed_day,
    ),
)
