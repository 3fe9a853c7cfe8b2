"""The words English dates are made of, and what may stand beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.language.dates_forms import BLANK as S
from generator.language.dates_forms import DASH
from generator.language.dates_terms import Tense, Term

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "opening": 1, "final": 4, "last": 4, "closing": 4}
_NTH_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
DAY_WORDS = {
    **{word: day for day, word in enumerate(_NTH_WORDS, 1)},
    **{f"twenty-{word}": day for day, word in enumerate(_NTH_WORDS[:9], 21)},
    **{"thirtieth": 30, "thirty-first": 31},
}
"""Days of a month in words ("the tenth of October")."""
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
"""Which weekday of a month it is."""
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
TOWARD = {"last": Tense.PAST, "past": Tense.PAST, "next": Tense.FUTURE, "coming": Tense.FUTURE}
SHIFT = {"last": -1, "next": 1, "following": 1, "coming": 1, "previous": -1, "past": -1}

MONTH_COUNTS = {
    **{
        word: count
        for count, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
    },
    **{str(count): count for count in range(2, 13)},
    **{str(count): count for count in (18, 24)},
}
"""How many months a period may last, in words and figures."""

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?"
    r"|Sep(?:t\.?|tember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![A-Za-z0-9])"
)
"""A month beside a day or a year: any spelling."""
LONG_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|Apr(?:il|\.)|May|June|July|Aug(?:ust|\.)"
    r"|Sep(?:tember|t\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))(?![A-Za-z0-9])"
)
"""A month by itself: spelt out, or abbreviated with a full stop."""
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
ANY_WEEKDAY = rf"(?:{WEEKDAY}(?:{S}(?:morning|afternoon|evening|night))?|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
FOUR = r"(?:1[6-9]|20)\d\d"
YEAR = rf"{FOUR}(?!\d|,\d|\.\d)"
YEAR_WORDS = (
    rf"(?:(?:this|last|next|that|the(?:{S}(?:same|following|current|coming))?){S}"
    rf"(?:fiscal{S}|financial{S}|calendar{S})?year)(?![\w-])"
)
"""Years told from the day of publication or from the year in force."""
OF_YEAR = (
    rf"(?:,?{S}(?:of{S}|in{S})?(?:(?P<year>{YEAR})"
    rf"|(?:the{S})?(?:fiscal{S}|FY{S}?|financial{S})(?:year{S})?(?P<fiscal>{YEAR}|(?<=FY)\d\d(?!\w)))"
    rf"|{S}(?:of{S}|in{S})?(?P<words>{YEAR_WORDS}))"
)
OF_NEAR_YEAR = rf"(?:,?{S}(?:(?:of|in){S})?(?P<year>{YEAR})|{S}(?:of{S})?(?P<words>(?:this|last|next){S}year(?![\w-])))"
PART = (
    rf"(?:(?:(?:very{S})?(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]nd)(?:{DASH}(?:to|or){DASH}(?:late|mid))?"
    rf"|beginning|start|end|middle|close|turn)(?:{DASH}|{S}of{S}(?:the{S})?(?:year{S})?|{S}in{S}|{S}))"
)
"""A fuzzy part of a period takes the whole of it."""
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
TH = r"(?:st|nd|rd|th)?"
NOT_MORE = rf"(?![\w%]|[:,.]\d|{S}?(?:%|percent|per{S}cent|million|billion|trillion|won\b|GMT|a\.m|p\.m))"
"""After the day of a month: nothing that makes it an hour or an amount."""

NAME_BEFORE = re.compile(r"(?:^|[ \u00a0(“\"‘'])([A-Z][\w&’'-]*)\)?[ \u00a0]$")
NAME_AFTER = re.compile(r"[ \u00a0][A-Z]")
LED = re.compile(
    r"(?:^|[ \u00a0(“\"‘'/\x97-])(?:(?i:in|since|by|until|till?|from|to|of|through|throughout|during"
    r"|for|before|after|between"
    r"|and|or|around|as|like|on|early|late|mid|starting|beginning|the|last|than|fiscal|year|that|when"
    r"|ending|ended|next|about"
    r"|its|into|over|a|if|vs\.?|prior to|amid|is|was|toward|towards|past|but)|FY|CY|Q[1-4])[ \u00a0\n-]$"
)
"""A word that leads up to a date and is no part of a name."""


def before(match: re.Match[str], size: int = 24) -> str:
    """Return up to *size* code points that stand before the match."""
    return match.string[max(0, match.start() - size) : match.start()]


def after(match: re.Match[str], size: int = 24) -> str:
    """Return up to *size* code points that stand after the match."""
    return match.string[match.end() : match.end() + size]


def around(match: re.Match[str], size: int = 150) -> str:
    """Return the match with up to *size* code points on either side."""
    return match.string[max(0, match.start() - size) : match.end() + size]


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name, however abbreviated."""
    return MONTHS.index(name[:3].lower()) + 1


def weekday_number(name: str) -> int:
    """Return 0 for Monday to 6 for Sunday."""
    return WEEKDAYS.index(name[:3].lower())


def ordinal(words: str) -> int:
    """Return the number of "first", "final", "3rd"."""
    return ORDINALS[words.lower()] if words.isalpha() else int(re.sub(r"\D", "", words))


def year_of_words(term: Term, words: str) -> Term:
    """Return *term* in the year that *words* tell ("last year", "the same year")."""
    split = words.lower().split()
    first = split[1] if split[0] == "the" else split[0]
    if first in ("that", "same"):
        return replace(term, years=0, is_carried=True)
    if split[0] == "the" and first == "following":
        return replace(term, years=1, is_carried=True)
    return replace(term, years=SHIFT.get(first, 0))


def dated(term: Term, match: re.Match[str]) -> Term:
    """Return *term* in the year that the groups of OF_YEAR give, if they give one."""
    groups = match.groupdict()
    if written := groups.get("year") or groups.get("fiscal"):
        return replace(term, year=int(written) if len(written) == 4 else 2000 + int(written))
    words = groups.get("words")
    return year_of_words(term, words) if words else term


def is_dated(term: Term) -> bool:
    """Return whether *term* says its year."""
    return term.year is not None or term.years is not None


def ranged(first: Term, last: Term) -> Term:
    """Return the range of two terms of one year: the year said at its end is the near end's too."""
    if first.month is not None and last.month is not None and first.month > last.month:
        first = replace(first, year=first.year - 1 if first.year is not None else None)
        first = replace(first, years=first.years - 1 if first.years is not None else None)
    return replace(first, until=last)
