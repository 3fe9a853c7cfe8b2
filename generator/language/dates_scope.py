"""What an expression may lean on: the day of publication and what was told before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.language.dates_calendar import Stretch
from generator.language.dates_terms import Tense, Term

OF_LATE = 2
"""Years: with words that look ahead, a year before told a plan of its own ("in 2016 it planned to open in May")."""


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


def year_said(term: Term, scope: Scope) -> int | None:
    """Return the year that *term* says, or None."""
    if term.year is not None or term.years is None:
        return term.year
    base = scope.year_in_force if term.is_carried else scope.year
    return None if base is None else base + term.years


def year_told(term: Term, scope: Scope, month: int) -> int | None:
    """Return the year that the sentence tells of before this *month*, or None.

    What is still to come ("signed in 2021, runs through May") is not of a year that has passed.
    """
    since, published = scope.since, scope.published
    if since is None or term.toward is not Tense.OPEN or month < since.month:
        return None
    if (
        published is not None
        and (since.year, month) > (published.year, published.month)
        and since.year >= published.year
    ):
        return None if scope.tense() is Tense.PAST else since.year
    if published is not None and (since.year, month) < (published.year, published.month):
        looks = scope.tense()
        if looks is Tense.PRESENT or (looks is Tense.FUTURE and since.year >= published.year - OF_LATE):
            return None
    return since.year
