"""Two expressions that are one range: "from Oct. 3 to Nov. 5", 3일부터 7일까지."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.language.dates_calendar import Stretch
from generator.language.dates_terms import Expression, Term, Unit

_SPAN = "[-~∼〜～\u2010-\u2015]"
_TIME = r"(?: ?(?:오전|오후|밤|새벽|아침|저녁|정오|자정)(?: ?\d{1,2}시)?)?"
_AMID = " 사이(?:에|의|로)?(?![^\\W\\d_a-zA-Z])"
_UP_TO = re.compile(rf"{_TIME}까지|\(|{_AMID}")
_JOINED = {
    "en": re.compile(rf" ?{_SPAN} ?|,? (?:to|until|through)(?: the)? "),
    "ko": re.compile(rf"(?:\([^()]{{1,8}}\))?{_TIME}(?: ?{_SPAN} ?|부터 ?|에서 ?)"),
}
_FROM_EN = re.compile(r"\b[Ff]rom (?:the )?(?:(?:start|beginning) of )?$")
_DURING_EN = re.compile(
    r"(?:^|[(:] ?|\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Tt]hroughout|[Ff]or|[Pp]eriod|[Yy]ears|[Mm]onths|[Qq]uarter)"
    r"(?: the)?(?: period)? )$"
)
"""What leads up to a span without "from": "in January to March 2025"."""
_AND_KO = re.compile("(?:과|와) ")
_AMID_KO = re.compile(_AMID)
_FINE = {Unit.WEEKDAY: 0, Unit.DAY: 0, Unit.MONTH: 1, Unit.QUARTER: 2, Unit.HALF: 3, Unit.YEAR: 4}


def join_ranges(text: str, expressions: Sequence[Expression], language: str) -> list[Expression]:
    """Return *expressions* with those that are the two ends of a range made one.

    Korean ends must say so (까지), as English ends must ("from", "between") unless a dash or "through" joins them.
    """
    joined: list[Expression] = []
    for expression in expressions:
        if joined and _is_range(text, joined[-1], expression, language):
            first = joined.pop()
            near = _in_month_of(expression.term, first.term) if language == "en" else first.term
            joined.append(Expression(first.start, expression.end, _range(near, expression.term)))
        else:
            joined.append(expression)
    return joined


def _is_range(text: str, first: Expression, last: Expression, language: str) -> bool:
    if first.term == last.term or first.term.until or last.term.until or last.start - first.end > 16:
        return False
    between = text[first.end : last.start]
    units = (first.term.unit, last.term.unit)
    if not all(unit in _FINE for unit in units) or first.term.is_carried or abs(_FINE[units[0]] - _FINE[units[1]]) > 1:
        return False
    if units[0] is not units[1] and last.term.shift is not None:
        return False  # 5월부터 전날까지: two dates of two kinds
    lead = text[max(0, first.start - 24) : first.start]
    if language == "en" and between in (" and ", " and the "):
        return bool(re.search(r"\b[Bb]etween (?:the )?$", lead))
    if language == "ko" and _AND_KO.fullmatch(between):
        return bool(_AMID_KO.match(text, last.end))
    if not _JOINED[language].fullmatch(between):
        return False
    if language == "ko" and re.search("부터|에서", between):
        return bool(_UP_TO.match(text, last.end))
    if re.match(",? (?:to|until)", between):
        is_span = units[0] is units[1] in (Unit.MONTH, Unit.YEAR, Unit.QUARTER) and _is_bare(first.term, last.term)
        return bool(_FROM_EN.search(lead) or (is_span and _DURING_EN.search(lead)))
    return True


def _is_bare(first: Term, last: Term) -> bool:
    """Return whether one year does for both ends ("January to March 2025"), or both are years."""
    is_year = first.unit is Unit.YEAR
    return is_year or (first.year is None and first.years is None and last.toward is first.toward)


def _in_month_of(last: Term, first: Term) -> Term:
    """Return the near end in the month of the far one, where that says it for both: "the 4th to the 9th of March"."""
    is_shared = first.day is not None and last.day is not None and first.day < last.day and first.shift is None
    return replace(first, month=last.month) if is_shared and first.month is first.months is None else first


def _range(first: Term, last: Term) -> Term:
    """Return the range; a near end without a year takes it from its far end."""
    is_bare = first.year is None and first.years is None and first.months is None and first.shift is None
    if is_bare and (last.year is not None or last.years is not None) and first.unit is not Unit.WEEKDAY:
        over = int(first.month is not None and last.month is not None and first.month > last.month)
        first = replace(
            first,
            year=None if last.year is None else last.year - over,
            years=None if last.years is None else last.years - over,
        )
    return replace(first, until=last)


_LISTED = re.compile(r"(?:\([월화수목금토일]\))?(?:에)?(?:과|와|,|·|및|이나|또는| ){0,3} ?")
_QUOTED = re.compile("[다라자냐”’\"']고[ \u00a0]?$")
_REPORTED = re.compile(r"[^.,]{0,14}?(?:밝혔|말했|전했|발표했|공시했|보도했|알렸|설명했|강조했|공개했)")


def month_here(
    text: str, previous: tuple[Expression, Stretch] | None, expression: Expression, language: str
) -> date | None:
    """Return the first day of the month that a day without one shares with the date before it in the sentence, or None.

    It does when both are listed (3월 2일과 5일) or follow each other in one Korean sentence (3월 2일 열려 5일 끝난다).
    The day of the report itself (…했다고 5일 밝혔다) lies in the month of publication.
    """
    term = expression.term
    if previous is None or term.unit is not Unit.DAY or term.day is None or term.month or term.months is not None:
        return None
    before, stretch = previous
    if before.term.unit is not Unit.DAY or stretch.first is None or before.term.shift is not None:
        return None
    between = text[before.end : expression.start] if expression.start - before.end < 8 else ""
    is_bare = before.term.month is None and before.term.months is None
    if is_bare and not (language == "en" and re.fullmatch(r",?(?: and| or| &)? ", between)):
        return None
    month = stretch.first.replace(day=1)
    if language == "en" or _LISTED.fullmatch(text, before.end, expression.start):
        return month
    lead = text[max(0, expression.start - 3) : expression.start]
    is_report = _QUOTED.search(lead) or _REPORTED.match(text, expression.end)
    return None if is_report or term.day <= stretch.first.day else month


_ASIDE_KO = re.compile(r"(?:\([^()]{1,8}\))?[ \u00a0]?(?:보다|대비|이후|이래|부터|에[ \u00a0]비해)")
_ASIDE_EN = re.compile(
    r"\b(?:[Ss]ince|[Cc]ompared with|[Cc]ompared to|[Tt]han|[Uu]nlike|[Aa]fter|[Bb]efore|from|versus"
    r"|vs\\.?)(?: in)?(?: the)? $"
)


def is_aside(text: str, expression: Expression, language: str) -> bool:
    """Return whether an expression only serves to compare or to count from, and so puts no year in force.

    Such are 2020년 이후, 지난해보다, "since 2013", "than in 2023".
    """
    if language == "ko":
        return bool(_ASIDE_KO.match(text, expression.end))
    return bool(_ASIDE_EN.search(text[max(0, expression.start - 20) : expression.start]))


_APPOSED = re.compile(r"[ \u00a0]?\(|인[ \u00a0]?")


def is_told_by(text: str, expression: Expression, following: Expression) -> bool:
    """Return whether the next expression tells which day this one is: 이튿날인 4일, 전날(3일), 토요일인 오는 20일."""
    term, next_term = expression.term, following.term
    is_open = (term.is_carried and term.unit is Unit.DAY) or term.unit is Unit.WEEKDAY
    if not is_open or next_term.unit is not Unit.DAY or next_term.is_carried:
        return False
    return following.start - expression.end < 4 and bool(_APPOSED.fullmatch(text, expression.end, following.start))
