"""Calendar expressions in an article -> dates, resolved against its day of publication.

What counts as one, and which days it means, follows the labelling conventions of the project: fuzzy parts of a period take
the whole of it, weeks run from Monday to Sunday, durations and comparisons (최근, "a year earlier", 전년 동기) are no dates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from generator.language import dates_en, dates_ko
from generator.language.dates_calendar import Stretch
from generator.language.dates_pins import known_days, pinned_year
from generator.language.dates_ranges import join_ranges, month_here
from generator.language.dates_resolve import Scope, resolve
from generator.language.dates_tense import SentenceTense
from generator.language.dates_terms import Expression, Term, Unit
from generator.language.dates_values import parse_when
from generator.language.sentences import split_sentences
from generator.model import DateSpan, Precision

__all__ = ["parse_when", "read_dates"]

_READERS = {"en": dates_en.read_terms, "ko": dates_ko.read_terms}
OLD = 2
"""Years: "in March 2019 … . In July …" tells of July 2019; with last year and this, "July" is the latest one."""
_PRINTED = re.compile(r"[\d.\-/ ]+")
"""A day in figures only: the mark of a photo, not something told."""


def read_dates(paragraphs: Sequence[str], language: str, published: date | None) -> tuple[tuple[DateSpan, ...], ...]:
    """Return the dates of each paragraph of an article, in order of their start.

    *paragraphs* are the whole article in reading order: a year in force, 이날 and "the same day" carry over. *language* is
    "en" or "ko". Without a day of publication, what the text itself pins down is resolved; the rest stays open, with what
    is known of it in ``edtf``.

    >>> read_dates(["KT said on Thursday it will open in the first half of next year."], "en", date(2024, 10, 10))[0][0].edtf
    '2024-10-10'
    """
    read = _READERS[language]
    found = [join_ranges(text, read(text), language) for text in paragraphs]
    year = published.year if published else pinned_year(paragraphs, language, found)
    scope = Scope(published, year, known_days=known_days(found))
    article = _Article(scope, language)
    return tuple(tuple(article.read(text, expressions)) for text, expressions in zip(paragraphs, found, strict=True))


class _Article:
    """The walk through an article: what is in force at each place."""

    def __init__(self, scope: Scope, language: str) -> None:
        self._scope = scope
        self._language = language
        self._lead: Stretch | None = None
        self._day_before: Stretch | None = None

    def read(self, text: str, expressions: Sequence[Expression]) -> list[DateSpan]:
        """Return the dates of the next paragraph."""
        scope = replace(self._scope, day_in_force=self._day_before or self._lead)
        self._day_before = None
        if not expressions:
            return []
        sentences = split_sentences(text, self._language) or ((0, len(text)),)
        starts = [start for start, _ in sentences]
        dates: list[DateSpan] = []
        current, previous = -1, None
        tense = SentenceTense(text, (0, 0), self._language)
        for expression in expressions:
            index = max(0, bisect_right(starts, expression.start) - 1)
            if index != current:
                scope = replace(scope, since=self._still_since(scope, previous, index - current))
                current, previous = index, None
                tense = SentenceTense(text, sentences[index], self._language)
            scope = replace(
                scope,
                month_here=month_here(text, previous, expression, self._language),
                tense=partial(tense.at, expression.start, expression.end),
            )
            stretch = resolve(expression.term, scope)
            if stretch is None:
                continue
            words = text[expression.start : expression.end]
            dates.append(
                DateSpan(words, expression.start, stretch.first, stretch.last, stretch.precision, stretch.edtf)
            )
            scope = self._in_force(scope, expression.term, stretch, words)
            previous = (expression, stretch)
        return dates

    def _still_since(self, scope: Scope, previous: tuple[Expression, Stretch] | None, step: int) -> date | None:
        """Return what dates the months of the next sentence too: a story of years ago goes on from month to month."""
        if previous is None or step != 1 or scope.since is None or scope.year is None:
            return None
        told = previous[0].term.unit in (Unit.MONTH, Unit.DAY) and scope.since.year <= scope.year - OLD
        return scope.since if told else None

    def _in_force(self, scope: Scope, term: Term, stretch: Stretch, words: str) -> Scope:
        if stretch.precision is Precision.DAY and not _PRINTED.fullmatch(words):
            self._lead = self._lead or stretch
            self._day_before = stretch
            scope = replace(scope, day_in_force=stretch)
        if stretch.first is None or stretch.last is None or term.compares or term.unit is Unit.DECADE:
            return scope
        first = stretch.first.replace(day=1)
        if term.unit in (Unit.MONTH, Unit.DAY):
            scope = replace(scope, month_in_force=first)
        if term.year is None and term.years is None and term.months is None:
            return scope
        is_one = stretch.first.year == stretch.last.year
        return replace(scope, since=first, year_in_force=stretch.first.year if is_one else scope.year_in_force)
