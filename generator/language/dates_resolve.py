"""Term and day of publication -> stretch of the calendar.

Newspapers leave out what the day of publication makes plain: a day without a month lies in the month of publication, a
weekday or a month without a year is the latest one, unless the words around it look ahead (Associated Press Stylebook,
"time element" and "months"; the Korean agencies' rule is the same and writes 지난달 or 내달 for any other month).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from generator.language import dates_calendar as calendar
from generator.language.dates_calendar import Stretch, open_stretch
from generator.language.dates_resolve_days import resolve_day, resolve_weekday
from generator.language.dates_scope import Scope, year_said, year_told
from generator.language.dates_terms import Tense, Term, Unit
from generator.model import Precision

_PRECISION = {
    Unit.DAY: Precision.DAY,
    Unit.WEEKDAY: Precision.DAY,
    Unit.WEEK: Precision.WEEK,
    Unit.WEEKEND: Precision.SPAN,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.QUARTER,
    Unit.HALF: Precision.HALF,
    Unit.SEASON: Precision.SPAN,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.SPAN,
}
NEAR = 6
"""Months: a present form ("opens in March") may still tell of a month this recent; with no verb to go by, a month lies
ahead when it is at most this far away."""
JUST_GONE = 2
"""Months: the same of months, behind."""
LONG_GONE = 183
"""Days: "it plans seven in Q1" means the next one when that of this year ended so long ago."""


def resolve(term: Term, scope: Scope) -> Stretch | None:
    """Return what *term* means, open when *scope* does not pin it down, or None when there is no such day."""
    try:
        stretch = _RESOLVERS[term.unit](term, scope)
        if term.lasting and stretch.last is not None:
            return calendar.between(_month_at(stretch.last, 1 - term.lasting), stretch)
        if term.until is None:
            return stretch
        until = _leaning(term.until, stretch)
        return calendar.between(stretch, _RESOLVERS[until.unit](until, scope))
    except (ValueError, OverflowError):
        return None


def _leaning(term: Term, start: Stretch) -> Term:
    """Return the far end of a range with the year, month or week of its near end, where it says none."""
    if start.first is None or any(part is not None for part in (term.year, term.years, term.months, term.shift)):
        return term
    year = start.first.year
    if term.unit is Unit.DAY and term.month is None:
        return replace(term, year=year, month=start.first.month)
    if term.unit is Unit.WEEKDAY:
        ahead = start.first + timedelta(days=((term.number or 0) - start.first.weekday()) % 7)
        return Term(Unit.DAY, year=ahead.year, month=ahead.month, day=ahead.day)
    if term.month is not None:
        return replace(term, year=year + (term.month < start.first.month))
    return replace(term, year=year) if term.unit in (Unit.QUARTER, Unit.HALF) else term


def _resolve_year(term: Term, scope: Scope) -> Stretch:
    year = year_said(term, scope)
    if year is None:
        return open_stretch(Precision.YEAR)
    return calendar.year_of(year)


def _resolve_decade(term: Term, scope: Scope) -> Stretch:
    start = term.number if term.number is not None else scope.year // 10 * 10 if scope.year else None
    return open_stretch(Precision.SPAN) if start is None else calendar.decade_of(start)


def _resolve_month(term: Term, scope: Scope) -> Stretch:
    if term.months is not None:
        base = scope.month_in_force if term.is_carried else scope.published
        return open_stretch(Precision.MONTH) if base is None else _month_at(base, term.months)
    assert term.month is not None
    year = year_said(term, scope)
    if year is None:
        year = _nearest_year(term, scope, term.month, term.month)
    return (
        open_stretch(Precision.MONTH, f"XXXX-{term.month:02}") if year is None else calendar.month_of(year, term.month)
    )


def _month_at(base: date, months: int) -> Stretch:
    return calendar.month_of(*calendar.shifted_month(base, months))


def _nearest_year(term: Term, scope: Scope, first: int, last: int) -> int | None:
    """Return the year of the months *first* to *last* that began last, or come next when the words look ahead."""
    published = scope.published
    if term.unit is Unit.MONTH and (told := year_told(term, scope, first)) is not None:
        return told
    if published is None:
        return None
    if term.toward is Tense.PAST:
        return published.year - (last >= published.month)
    if term.toward is Tense.FUTURE:
        return published.year + (first <= published.month)
    if term.toward is Tense.PRESENT:
        return published.year + (last < published.month)
    looks = Tense.PAST if term.is_reported else scope.tense()
    if last < published.month:
        behind = published.month - last
        return published.year + (behind > JUST_GONE if looks is Tense.FUTURE else looks > Tense.OPEN and behind >= NEAR)
    is_ahead = looks >= Tense.PRESENT or (looks is Tense.OPEN and first - published.month < NEAR)
    return published.year - (first > published.month and not is_ahead)


def _resolve_quarter(term: Term, scope: Scope) -> Stretch:
    if term.shift is not None:
        if scope.published is None:
            return open_stretch(Precision.QUARTER)
        year, quarter = divmod(scope.published.year * 4 + (scope.published.month - 1) // 3 + term.shift, 4)
        return calendar.quarter_of(year, quarter + 1)
    return _resolve_part(term, scope)


def _resolve_part(term: Term, scope: Scope) -> Stretch:
    """Return a quarter, half or season: of the year named, of the year in force, or the nearest."""
    assert term.number is not None
    make, size, code = _PARTS[term.unit]
    year = year_said(term, scope)
    if year is None and term.toward is Tense.OPEN and term.unit is not Unit.SEASON:
        year = _year_near(term, scope, make)
    if year is None:
        first = term.number * size - size + 1 if term.unit is not Unit.SEASON else min(term.number * size, 12)
        year = _nearest_year(term, scope, first, min(first + size - 1, 12))
    if year is None:
        return open_stretch(_PRECISION[term.unit], f"XXXX-{code + term.number}")
    if (
        term.unit is Unit.SEASON
        and term.number == 4
        and term.years == 0
        and scope.published
        and scope.published.month < 3
    ):
        year -= 1  # in January, this winter began in December
    return make(year, term.number)


def _year_near(term: Term, scope: Scope, make: Callable[[int, int], Stretch]) -> int | None:
    """Return the year in force, unless that period has passed and the words look ahead."""
    if scope.year_near is None or scope.published is None or term.number is None:
        return scope.year_near
    last = make(scope.year_near, term.number).last
    has_passed = last is not None and (
        last < scope.published if scope.year_near < scope.published.year else (scope.published - last).days > LONG_GONE
    )
    return None if has_passed and not term.is_reported and scope.tense() >= Tense.PRESENT else scope.year_near


_PARTS: Mapping[Unit, tuple[Callable[[int, int], Stretch], int, int]] = {
    Unit.QUARTER: (calendar.quarter_of, 3, calendar.QUARTER_CODE),
    Unit.HALF: (calendar.half_of, 6, calendar.HALF_CODE),
    Unit.SEASON: (calendar.season_of, 3, calendar.SEASON_CODE),
}


def _resolve_weekday(term: Term, scope: Scope) -> Stretch:
    if term.nth is None:
        return resolve_weekday(term, scope)
    month = _resolve_month(term, scope)
    if month.first is None or month.last is None:
        return open_stretch(Precision.DAY)
    edge = month.first if term.nth > 0 else month.last
    if term.number is None:
        return calendar.just(edge)
    if term.nth > 0:
        days = (term.number - edge.weekday()) % 7 + 7 * (term.nth - 1)
    else:
        days = -((edge.weekday() - term.number) % 7)
    return calendar.just(edge + timedelta(days=days))


def _resolve_week(term: Term, scope: Scope) -> Stretch:
    if term.day is not None:
        day = resolve_day(term, scope).first
        return open_stretch(Precision.WEEK) if day is None else calendar.week_of(day)
    if scope.published is None:
        return open_stretch(Precision.WEEK)
    return calendar.week_of(scope.published + timedelta(weeks=term.shift or 0))


def _resolve_weekend(term: Term, scope: Scope) -> Stretch:
    if scope.published is None:
        return open_stretch(Precision.SPAN)
    if term.shift is not None:
        return calendar.weekend_of(scope.published + timedelta(weeks=term.shift))
    weekday = scope.published.weekday()
    ahead = (term.toward or scope.tense()) > Tense.OPEN
    return calendar.weekend_of(scope.published - timedelta(weeks=0 if ahead or weekday >= 5 else 1))


_RESOLVERS: Mapping[Unit, Callable[[Term, Scope], Stretch]] = {
    Unit.DAY: resolve_day,
    Unit.WEEKDAY: _resolve_weekday,
    Unit.WEEK: _resolve_week,
    Unit.WEEKEND: _resolve_weekend,
    Unit.MONTH: _resolve_month,
    Unit.QUARTER: _resolve_quarter,
    Unit.HALF: _resolve_part,
    Unit.SEASON: _resolve_part,
    Unit.YEAR: _resolve_year,
    Unit.DECADE: _resolve_decade,
}
