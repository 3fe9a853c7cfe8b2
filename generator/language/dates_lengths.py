"""Spans told by their end and their length: "the three months to January", "quarter ended Jan. 31", 6월까지 6개월간.

Their date is the end, as the day it names; the words around it that give the length belong to its text, from which
whole_span works the span out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from generator.language.dates_calendar import between, day_of, month_of, shifted_month
from generator.language.dates_en_words import MONTH_COUNTS
from generator.model import DateSpan, Precision

_NAMED = {"quarter": 3, "half": 6, "half-year": 6, "half year": 6, "year": 12}
_COUNTS_KO = {
    **{word: number for number, word in enumerate("한 두 석 넉 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split(), 1)},
    **{"세": 3, "네": 4},
}
_NAMED_KO = {"분기": 3, "반기": 6, "반년": 6, "한 해": 12, "회계연도": 12, "사업연도": 12, "1년": 12, "일 년": 12}
_ENDS_EN = (
    r"(?: (?:that|which))? (?:to|through|ended|ending|ends|until)(?: (?:in|on|at|with))?(?: the)?(?: end of)?(?: the)?"
)
_LEAD_EN = re.compile(
    rf"\b(?:(?:{'|'.join(MONTH_COUNTS)})[ -]months?(?: period)?"
    r"|(?:(?<=the )|(?<=its )|(?<=their )|(?<=s )|(?<=fiscal )|(?<=financial )|(?<=full )|(?<=last )|(?<=latest ))"
    rf"(?:half[ -]year|quarter|half|year)){_ENDS_EN} $",
    re.IGNORECASE,
)
"""What stands before an end that tells how long it ends."""
_LENGTHS_EN = ("month", "quarter", "half", "year")
_PART_ENDS_EN = ("early ", "late ", "mid ", "mid-", "early in ", "late in ", "mid in ", " of ", " the ")
_RANGE_LEAD_EN = re.compile(rf"\b(?:{'|'.join(MONTH_COUNTS)})[ -]months?(?: period)? (?:from|between) $", re.IGNORECASE)
_PART_LEAD_EN = re.compile(
    r"\b(?:(?:early|late|mid)(?:[ -]| in )|(?:start|beginning|middle|end|close) of )(?:the )?$", re.IGNORECASE
)
_LENGTH_KO = rf"(?:\d{{1,2}}개월|(?:{'|'.join(_COUNTS_KO)}) ?달|1년|일 년|반년|한 해|분기|반기|회계연도|사업연도)"
_TAIL_KO = re.compile(
    rf"까지(?:의)?(?: (?:최근|직전|지난))? {_LENGTH_KO}(?:간(?![가-힣])| 동안)"
    rf"|(?:로|에)? ?(?:끝난|끝나는|마감된|마감한|종료된|종료되는) {_LENGTH_KO}(?:간(?![가-힣])| 동안)?"
)
"""What stands behind an end that tells how long it ends; 3월까지 두 달 남았다 does not."""
_TOLD_EN = re.compile(
    rf"(?:(?P<count>{'|'.join(MONTH_COUNTS)})[ -]months?(?: period)?"
    rf"|(?P<word>half[ -]year|quarter|half|year)){_ENDS_EN} ",
    re.IGNORECASE,
)
_TOLD_KO = re.compile(
    r"[^~부]*(?:까지|끝|마감|종료).*? (?:(?P<digits>\d{1,2})개월|(?P<count>[가-힣]{1,2}) ?달"
    r"|(?P<word>1년|일 년|반년|한 해|분기|반기|회계연도|사업연도))(?:간| 동안)?$"
)


def with_length(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Return where the words of a month or day that stand at *start* to *end* begin and end, with those of its length.

    >>> text = "in the quarter ended Jan. 31"
    >>> text[slice(*with_length(text, 21, 28, "en"))]
    'quarter ended Jan. 31'
    """
    if language == "ko":
        tail = _TAIL_KO.match(text, end)
        return start, tail.end() if tail else end
    around = text[max(0, start - 64) : start]
    if not any(word in around for word in _LENGTHS_EN):
        return start, end  # spares the search
    lead = _LEAD_EN.search(around)
    return (start - len(lead[0]) if lead else start), end


def with_part(text: str, start: int) -> int:
    """Return where the words of an English month or year begin, with those for a part of it ("late last year")."""
    around = text[max(0, start - 24) : start]
    lead = _PART_LEAD_EN.search(around) if around.endswith(_PART_ENDS_EN) else None
    return start - len(lead[0]) if lead else start


def with_count(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Return the same for a range: "three months from January to March", 1월부터 3월까지 3개월간."""
    if language == "ko":
        return with_length(text, start, end, language)
    lead = _RANGE_LEAD_EN.search(text[max(0, start - 32) : start])
    return (start - len(lead[0]) if lead else start), end


@lru_cache(maxsize=4096)
def months_told(text: str) -> int | None:
    """Return how many months the words of a date say that it ends, or None when they say none.

    >>> months_told("three months to Jan. 31"), months_told("3월까지 석 달간"), months_told("March")
    (3, 3, None)
    """
    if match := _TOLD_EN.match(text):
        return MONTH_COUNTS[match["count"].lower()] if match["count"] else _NAMED[match["word"].lower()]
    if not (match := _TOLD_KO.match(text)):
        return None
    if match["digits"]:
        return int(match["digits"])
    return _COUNTS_KO.get(match["count"]) if match["count"] else _NAMED_KO[match["word"]]


@lru_cache(maxsize=1024)
def end_told(date: DateSpan) -> DateSpan:
    """Return the end that the words of a span name beside its length, or *date* itself when it is one, or tells none.

    >>> from datetime import date as day
    >>> end_told(DateSpan("quarter to May 2027", 0, day(2027, 3, 1), day(2027, 5, 31), Precision.SPAN, "")).edtf
    '2027-05'
    """
    if date.last is None or date.precision is not Precision.SPAN or not months_told(date.text):
        return date
    end = month_of(date.last.year, date.last.month)
    return replace(date, first=end.first, last=end.last, precision=end.precision, edtf=end.edtf)


@lru_cache(maxsize=1024)
def whole_span(date: DateSpan) -> DateSpan | None:
    """Return the span that *date* ends, or None when it tells no length.

    A month, or the last day of one, ends whole months.

    >>> from datetime import date as day
    >>> end = DateSpan("quarter ended Jan. 31", 0, day(2027, 1, 31), day(2027, 1, 31), Precision.DAY, "2027-01-31")
    >>> whole_span(end).edtf
    '2026-11/2027-01'
    """
    if date.last is None or date.precision not in (Precision.DAY, Precision.MONTH):
        return None
    months = months_told(date.text)
    if not months:
        return None
    last = date.last
    if last.day == monthrange(last.year, last.month)[1]:
        span = between(month_of(*shifted_month(last, 1 - months)), month_of(last.year, last.month))
    else:
        year, month = shifted_month(last, -months)
        eve = day_of(year, month, min(last.day, monthrange(year, month)[1]))
        assert eve.first is not None
        first = eve.first + timedelta(days=1)
        span = between(day_of(first.year, first.month, first.day), day_of(last.year, last.month, last.day))
    return replace(date, first=span.first, last=span.last, precision=Precision.SPAN, edtf=span.edtf)
