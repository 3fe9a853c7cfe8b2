"""English calendar expressions: text -> terms."""

from __future__ import annotations

import re

from generator.language.dates_en_days import DAYS
from generator.language.dates_en_periods import PERIODS
from generator.language.dates_en_words import DAY_WORDS, MONTH_COUNTS
from generator.language.dates_forms import Grammar, read_forms
from generator.language.dates_terms import Expression

_EITHER = (
    *("early", "late", "mid", "end", "last", "this", "next", "first", "second", "third", "fourth", "final", "latter"),
    *("opening", "closing"),
    *(
        "today",
        "tonight",
        "yesterday",
        "tomorrow",
        r"the\s(?=[\dspfndcy])",
        r"that\s(?=[sdmyADFJMNOS])",
        r"at\s(?=same)",
    ),
    *(
        r"by\s(?=[\delmbsct])",
        r"on\s(?=the|same)",
        r"over\sthe",
        r"until\s(?=the\s\d)",
        r"till\s(?=the\s\d)",
        r"since\s(?=the\s\d)",
    ),
    *(r"from\s(?=the\s\d)", "fiscal", "financial", "spring", "summer", "autumn", "fall", "winter", "year"),
    *("rest", "remainder", "start", "beginning", "middle", "close", "turn"),
)
_STARTS = (
    *(rf"{count}\smonths\s(?=[teu])" for count in MONTH_COUNTS if count.isalpha()),
    r"week\s(?=of|beg|start|com)",
    *(rf"{word}\sof\s" for word in DAY_WORDS if DAY_WORDS[word] > 4),
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    *("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Q", "H", "FY", "CY"),
    *(word for start in _EITHER for word in (start, start.capitalize())),
    *(
        r"very\s",
        "coming",
        "following",
        "previous",
        "preceding",
        "earlier",
        "Earlier",
        r"past\s",
        "current",
        "same",
        "back",
    ),
)
_BEHIND_NUMERAL = (
    r"(?=\d{3}(?!\d)|\d?(?:[./QH~\x96\x97-]|(?:st|nd|rd|th)?(?: ?[~\x96\x97-]|[.,;)]|$"
    r"| (?:[JFMASOND]|of|months\s[teu]|to|through|and|in|at|as|for|with|by|but|when|from|after)|[JFMASOND])"
    r"|(?:st|nd|rd|th)[ -](?:quarter|half)))"
)
_GRAMMAR = Grammar((*DAYS, *PERIODS), _STARTS, _BEHIND_NUMERAL)
_KEPT = re.compile(
    r"\b(?:JAN(?:UARY)?|FEB(?:RUARY)?|MARCH|APR(?:IL)?|MAY|JUNE|JULY|AUG(?:UST)?|SEPT?(?:EMBER)?"
    r"|OCT(?:OBER)?|NOV(?:EMBER)?"
    r"|DEC(?:EMBER)?|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b|\b(?:[QH](?=[1-4]\b))|(?<=[1-4])[QH](?![A-Z])"
)
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def read_terms(text: str) -> list[Expression]:
    """Return the calendar expressions of an English *text*, in order. A heading in capitals is read like any other.

    >>> [each.term.unit.value for each in read_terms("due in March, not on Friday")]
    ['month', 'weekday']
    """
    return list(read_forms(_small_letters(text) if text.isupper() else text, _GRAMMAR))


def _small_letters(text: str) -> str:
    """Return a text in capitals as it is written elsewhere: months, weekdays, Q3 and 1H keep a capital."""
    kept = bytearray(len(text))
    for match in _KEPT.finditer(text):
        kept[match.start()] = 1
    return "".join(letter if keep else letter.translate(_LOWER) for letter, keep in zip(text, kept, strict=True))
