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
from generator.language.dates_ranges import join_ranges
from generator.language.dates_resolve import Scope, resolve
from generator.language.dates_tense import tense_en, tense_ko
from generator.language.dates_terms import Expression, Unit
from generator.language.dates_values import parse_when
from generator.language.sentences import split_sentences
from generator.model import DateSpan, Precision

__all__ = ["parse_when", "read_dates"]

_READERS = {"en": dates_en.read_terms, "ko": dates_ko.read_terms}
_TENSES = {"en": tense_en, "ko": tense_ko}
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
        self._before: Stretch | None = None

    def read(self, text: str, expressions: Sequence[Expression]) -> list[DateSpan]:
        """Return the dates of the next paragraph."""
        if not expressions:
            self._before = None
            return []
        scope = replace(self._scope, day_in_force=self._before or self._lead)
        sentences = split_sentences(text, self._language) or ((0, len(text)),)
        starts = [start for start, _ in sentences]
        dates, current, self._before = [], -1, None
        for expression in expressions:
            index = max(0, bisect_right(starts, expression.start) - 1)
            if index != current:
                current, scope = index, replace(scope, month_in_force=None)
            bounds = (expression.start, expression.end, *sentences[index])
            stretch = resolve(expression.term, scope, partial(_TENSES[self._language], text, *bounds))
            if stretch is None:
                continue
            words = text[expression.start : expression.end]
            dates.append(
                DateSpan(words, expression.start, stretch.first, stretch.last, stretch.precision, stretch.edtf)
            )
            scope = self._in_force(scope, expression, stretch, words)
        return dates

    def _in_force(self, scope: Scope, expression: Expression, stretch: Stretch, words: str) -> Scope:
        term = expression.term
        if stretch.precision is Precision.DAY and not _PRINTED.fullmatch(words):
            self._lead = self._lead or stretch
            self._before = stretch
            scope = replace(scope, day_in_force=stretch)
        if stretch.first is None or stretch.last is None or term.compares or term.unit is Unit.DECADE:
            return scope
        has_year = term.year is not None or term.years is not None
        if has_year and stretch.first.year == stretch.last.year:
            scope = replace(scope, year_in_force=stretch.first.year)
        if term.unit in (Unit.MONTH, Unit.DAY) and (has_year or term.months is not None):
            scope = replace(scope, month_in_force=stretch.first.replace(day=1))
        elif has_year and term.unit in (Unit.YEAR, Unit.QUARTER, Unit.HALF) and not term.compares:
            scope = replace(scope, month_in_force=stretch.first.replace(day=1))
        return scope
