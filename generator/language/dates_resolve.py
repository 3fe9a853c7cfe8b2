"""Term and day of publication -> stretch of the calendar.

Newspapers leave out what the day of publication makes plain: a day without a month lies in the month of publication, a
weekday or a month without a year is the latest one, unless the words around it look ahead (Associated Press Stylebook,
"time element" and "months"; the Korean agencies' rule is the same and writes 지난달 or 내달 for any other month).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from generator.language import dates_calendar as calendar
from generator.language.dates_calendar import Stretch, open_stretch
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
NEXT_DAY_EDITION = 1
"""A paper put online on the eve may call its print day "10일"; further ahead, a day looks back to the month before."""
LONG_AGO = 31
"""Days: an article that leads with a day of late means that one by 이날, though a day before this was named since."""
FAR_BEHIND = 20
"""Days: so long after it, words that look ahead to a bare day mean next month's."""
RECENT = 10
"""Days: with no verb to go by, a bare day of last month is meant only this soon after the month's end."""
NEAR = 6
"""Months: a present form ("opens in March") may still tell of a month this recent; with no verb to go by, a month lies
ahead when it is at most this far away."""
AHEAD = 92
"""Days: with no verb to go by, "Oct. 15" lies ahead when it is at most this far away."""
ADJACENT = 60
"""Days: whatever the verbs around it say, a day this close is the one meant: any other would be given with its year."""
HALF_A_YEAR = 183
"""Days: a present form ("takes effect Jan. 1") does not tell of a day further back."""
OF_LATE = 2
"""Years: with words that look ahead, a year before told a plan of its own ("in 2016 it planned to open in May")."""
JUST_GONE = 2
"""Months: the same of months, behind."""


def _neither() -> Tense:
    return Tense.OPEN


@dataclass(frozen=True, slots=True)
class Scope:
    """What an expression may lean on."""

    published: date | None
    year: int | None
    """Year of publication; may be known where the day is not."""
    known_days: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """(month, day) -> year, for days the article gives in full."""
    day_in_force: Stretch | None = None
    """The day that 이날 and "the same day" mean: the last one of this sentence or the one before."""
    lead: Stretch | None = None
    """The latest day that the article has told of: what they mean elsewhere."""
    is_told_here: bool = False
    """Whether that day was named in this sentence or the one before of the same paragraph."""
    month_in_force: date | None = None
    """First day of the month that 같은 달 and "that month" mean."""
    year_in_force: int | None = None
    """Year last named in the paragraph: "the same year"."""
    year_near: int | None = None
    """Year named in this sentence or the one before: of quarters and halves without one."""
    since: date | None = None
    """First day of what was last dated to the year in this sentence: months after it without a year are of the same
    one."""
    month_here: date | None = None
    """First day of the month that a day without one belongs to, where it belongs to the one just named (3월 2일과
    5일)."""
    tense: Callable[[], Tense] = _neither
    """Tells which way the words around the expression look; asked only when that matters."""


def resolve(term: Term, scope: Scope) -> Stretch | None:
    """Return what *term* means, open when *scope* does not pin it down, or None when there is no such day."""
    try:
        stretch = _RESOLVERS[term.unit](term, scope)
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


def _year(term: Term, scope: Scope) -> int | None:
    if term.year is not None or term.years is None:
        return term.year
    base = scope.year_in_force if term.is_carried else scope.year
    return None if base is None else base + term.years


def _resolve_year(term: Term, scope: Scope) -> Stretch:
    year = _year(term, scope)
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
    year = _year(term, scope)
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
    if term.unit is Unit.MONTH and (told := _year_told(term, scope, first)) is not None:
        return told
    if published is None:
        return None
    if term.toward is Tense.PAST:
        return published.year - (last >= published.month)
    if term.toward is Tense.FUTURE:
        return published.year + (first <= published.month)
    looks = Tense.PAST if term.is_reported else scope.tense()
    if last < published.month:
        behind = published.month - last
        return published.year + (behind > JUST_GONE if looks is Tense.FUTURE else looks > Tense.OPEN and behind >= NEAR)
    is_ahead = looks is Tense.FUTURE or (looks >= Tense.OPEN and first - published.month < NEAR)
    return published.year - (first > published.month and not is_ahead)


def _year_told(term: Term, scope: Scope, month: int) -> int | None:
    """Return the year that the sentence tells of before this *month*, or None.

    What is still to come ("signed in 2021, runs through May") is not of a year that has passed.
    """
    since, published = scope.since, scope.published
    if since is None or term.toward is not Tense.OPEN or month < since.month:
        return None
    if published is not None and (since.year, month) < (published.year, published.month):
        looks = scope.tense()
        if looks is Tense.PRESENT or (looks is Tense.FUTURE and since.year >= published.year - OF_LATE):
            return None
    return since.year


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
    year = _year(term, scope)
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
    has_passed = last is not None and last < scope.published and scope.year_near < scope.published.year
    return None if has_passed and not term.is_reported and scope.tense() is Tense.FUTURE else scope.year_near


_PARTS: Mapping[Unit, tuple[Callable[[int, int], Stretch], int, int]] = {
    Unit.QUARTER: (calendar.quarter_of, 3, calendar.QUARTER_CODE),
    Unit.HALF: (calendar.half_of, 6, calendar.HALF_CODE),
    Unit.SEASON: (calendar.season_of, 3, calendar.SEASON_CODE),
}


def _resolve_week(term: Term, scope: Scope) -> Stretch:
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


def _resolve_weekday(term: Term, scope: Scope) -> Stretch:
    published, weekday = scope.published, term.number or 0
    if term.is_carried and scope.day_in_force is not None and scope.day_in_force.first is not None:
        published = scope.day_in_force.first
        days = (weekday - published.weekday()) % 7 or 7
        return calendar.just(published + timedelta(days=days if term.toward is Tense.FUTURE else days - 7 or -7))
    if published is None:
        return open_stretch(Precision.DAY)
    if term.shift is not None:
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=term.shift)
        return calendar.just(monday + timedelta(days=weekday))
    back = (published.weekday() - weekday) % 7
    ahead = (weekday - published.weekday()) % 7
    if term.toward is Tense.PAST:
        return calendar.just(published - timedelta(days=back or 7))
    if (term.toward or scope.tense()) > Tense.OPEN:
        return calendar.just(published + timedelta(days=ahead))
    return calendar.just(published - timedelta(days=back))


def _resolve_day(term: Term, scope: Scope) -> Stretch:
    if term.shift is not None:
        return _shifted_day(term, scope)
    assert term.day is not None
    if term.months is not None:
        base = scope.month_in_force if term.is_carried else scope.published
        if base is None:
            return open_stretch(Precision.DAY, f"XXXX-XX-{term.day:02}")
        return calendar.day_of(*calendar.shifted_month(base, term.months), term.day)
    if term.month is None:
        return _bare_day(term, term.day, scope)
    year = _year(term, scope)
    if year is None:
        year = _year_of_day(term, scope)
    if year is None:
        date(2000, term.month, term.day)  # a leap year: raises ValueError for a day that no year has
        return open_stretch(Precision.DAY, f"XXXX-{term.month:02}-{term.day:02}")
    return calendar.day_of(year, term.month, term.day)


def _shifted_day(term: Term, scope: Scope) -> Stretch:
    shift = timedelta(days=term.shift or 0)
    day = _day_meant(scope) if term.is_carried else None
    if term.is_carried and shift < timedelta() and not scope.is_told_here:
        day = None  # told far from any day, 전날 is the eve of the publication
    if day is None:
        return open_stretch(Precision.DAY) if scope.published is None else calendar.just(scope.published + shift)
    if day.first is None:
        return open_stretch(Precision.DAY) if shift else day
    return calendar.just(day.first + shift)


def _day_meant(scope: Scope) -> Stretch | None:
    """Return the day that 이날 means.

    A day still to come is meant only where the words look ahead, and one of long ago only where the article leads with
    none of late.
    """
    day, lead, published = scope.day_in_force or scope.lead, scope.lead, scope.published
    if day is None or day.first is None or published is None or lead is None or lead.first is None:
        return day
    if day.first > published:
        return day if scope.tense() > Tense.OPEN else lead if lead.first <= published else None
    is_old = (published - day.first).days > LONG_AGO >= abs((published - lead.first).days)
    return lead if is_old else day


def _year_of_day(term: Term, scope: Scope) -> int | None:
    assert term.month is not None
    assert term.day is not None
    known, published = scope.known_days.get((term.month, term.day)), scope.published
    if (told := _year_told(term, scope, term.month)) is not None:
        return told
    if published is None:
        return known
    month_day = (term.month, term.day)
    today = (published.month, published.day)
    if term.toward:
        is_off = month_day < today if term.toward is Tense.FUTURE else month_day > today
        return published.year + (term.toward if is_off else 0)
    looks, ahead = scope.tense(), (date(published.year, *month_day) - published).days
    if looks is Tense.FUTURE:
        return published.year + (ahead < -ADJACENT)
    if looks is Tense.PRESENT or ahead <= 0:
        return published.year + (looks is Tense.PRESENT and ahead < -HALF_A_YEAR)
    if known is not None and looks is Tense.PAST:
        return known
    if ahead <= (ADJACENT if looks is Tense.PAST else AHEAD):
        return published.year
    return known if known is not None else published.year - 1


def _bare_day(term: Term, day: int, scope: Scope) -> Stretch:
    """Return the day with that number in the month of publication, or the nearest fitting month."""
    if not 1 <= day <= 31:
        raise ValueError(day)
    published = scope.published
    if scope.month_here is not None and term.toward is Tense.OPEN and not term.is_open:
        return calendar.day_of(scope.month_here.year, scope.month_here.month, day)
    if published is None or term.is_open:
        return open_stretch(Precision.DAY, f"XXXX-XX-{day:02}")
    if day == published.day:
        return calendar.just(published)
    looks = term.toward or scope.tense()
    if day > published.day:
        return _first_month_with(published, day, [0, 1] if _is_ahead(looks, term, day, published) else [-1, -2])
    if looks is Tense.FUTURE and (term.toward or _is_of_next_month(scope, published.day - day)):
        return _first_month_with(published, day, [1, 2])
    return _first_month_with(published, day, [0, -1])


def _is_of_next_month(scope: Scope, behind: int) -> bool:
    """Return whether a day whose number has passed, in words that look ahead, is one of the next month."""
    month, published = scope.month_in_force, scope.published
    is_told = month is not None and published is not None and month > published
    return is_told or behind > FAR_BEHIND


def _is_ahead(looks: Tense, term: Term, day: int, published: date) -> bool:
    """Return whether a day of a higher number than today's lies ahead in this month."""
    if term.toward:
        return term.toward is not Tense.PAST
    if looks > Tense.OPEN or day - published.day <= NEXT_DAY_EDITION:
        return True
    if looks is Tense.PAST:
        return False
    last = published.replace(day=1) - timedelta(days=1)
    return published.day + last.day - day > RECENT


def _first_month_with(published: date, day: int, shifts: list[int]) -> Stretch:
    for shift in shifts:
        year, month = calendar.shifted_month(published, shift)
        last = calendar.month_of(year, month).last
        if last is not None and day <= last.day:
            return calendar.day_of(year, month, day)
    raise ValueError(day)


_RESOLVERS: Mapping[Unit, Callable[[Term, Scope], Stretch]] = {
    Unit.DAY: _resolve_day,
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
