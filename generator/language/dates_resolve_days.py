"""Days and weekdays -> stretch of the calendar: which month and year those mean that leave them out."""

from __future__ import annotations

from datetime import date, timedelta

from generator.language import dates_calendar as calendar
from generator.language.dates_calendar import Stretch, open_stretch
from generator.language.dates_scope import Scope, year_said, year_told
from generator.language.dates_terms import Tense, Term
from generator.model import Precision

NEXT_DAY_EDITION = 1
"""A paper put online on the eve may call its print day "10일"; further ahead, a day looks back to the month before."""
LONG_AGO = 31
"""Days: an article that leads with a day of late means that one by 이날, though a day before this was named since."""
FAR_BEHIND = 20
"""Days: so long after it, words that look ahead to a bare day mean next month's."""
RECENT = 10
"""Days: with no verb to go by, a bare day of last month is meant only this soon after the month's end."""
AHEAD = 92
"""Days: with no verb to go by, "Oct. 15" lies ahead when it is at most this far away."""
ADJACENT = 60
"""Days: whatever the verbs around it say, a day this close is the one meant: any other would be given with its year."""
HALF_A_YEAR = 183
"""Days: a present form ("takes effect Jan. 1") does not tell of a day further back."""


def resolve_weekday(term: Term, scope: Scope) -> Stretch:
    """Return the day of a weekday: the latest one, or the next when the words look ahead."""
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


def resolve_day(term: Term, scope: Scope) -> Stretch:
    """Return the day. Raises ValueError when the calendar has none such."""
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
    year = year_said(term, scope)
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
    if (told := year_told(term, scope, term.month)) is not None and not _is_close_ahead(term, scope):
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


def _is_close_ahead(term: Term, scope: Scope) -> bool:
    """Return whether words that look ahead tell a day of the next weeks, though a year of long ago is in force."""
    published = scope.published
    if published is None or term.month is None or term.day is None or scope.tense() is not Tense.FUTURE:
        return False
    year = published.year + (term.month < published.month)
    return 0 < (date(year, term.month, term.day) - published).days <= ADJACENT


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
