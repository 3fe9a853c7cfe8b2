"""Calendar expressions in an article -> dates, resolved against its day of publication.

What counts as one, and which days it means, follows the labelling conventions of the project: fuzzy parts of a period
take the whole of it, weeks run from Monday to Sunday, durations and comparisons (최근, "a year earlier", 전년 동기)
are no dates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import zip_longest

from generator.language import dates_en, dates_ko
from generator.language.dates_calendar import Stretch
from generator.language.dates_lengths import with_count, with_length, with_part
from generator.language.dates_pins import known_days, pinned_year
from generator.language.dates_ranges import is_aside, is_told_by, join_ranges, month_here
from generator.language.dates_resolve import resolve
from generator.language.dates_scope import Scope
from generator.language.dates_tense import SentenceTense
from generator.language.dates_terms import Expression, Term, Unit
from generator.language.dates_values import parse_when
from generator.language.sentences import split_sentences
from generator.model import DateSpan, Precision

__all__ = ["parse_when", "read_dates"]

_READERS = {"en": dates_en.read_terms, "ko": dates_ko.read_terms}
OLD = 3
"""Years: "in March 2019 … . In July …" tells of July 2019; with years nearer than this, "July" is the latest one."""
_QUOTATION = re.compile('“[^“”]*”|"[^"]*"')
_PARTED = frozenset({Precision.MONTH, Precision.YEAR})
_PRINTED = re.compile(r"[\d.\-/ ]+")
"""A day in figures only: the mark of a photo, not something told."""


def read_dates(paragraphs: Sequence[str], language: str, published: date | None) -> tuple[tuple[DateSpan, ...], ...]:
    """Return the dates of each paragraph of an article, in order of their start.

    *paragraphs* are the whole article in reading order: a year in force, 이날 and "the same day" carry over.
    *language* is "en" or "ko". Without a day of publication, what the text itself pins down is resolved; the rest
    stays open, with what is known of it in ``edtf``.

    >>> [[day], [half]] = read_dates(["It said on Thursday:", "early next year"], "en", date(2024, 10, 10))
    >>> day.edtf, half.edtf
    ('2024-10-10', '2025')
    """
    read = _READERS[language]
    found = [join_ranges(text, read(text), language) for text in paragraphs]
    year = published.year if published else pinned_year(paragraphs, language)
    scope = Scope(published, year, known_days=known_days(found))
    dates: list[tuple[DateSpan, ...]] = []
    paragraph: _Paragraph | None = None
    for text, expressions in zip(paragraphs, found, strict=True):
        if not expressions:
            dates.append(())
            if paragraph:
                paragraph.close()
            continue
        paragraph = _Paragraph(text, language, scope, paragraph)
        dates.append(tuple(paragraph.read(expressions)))
    return tuple(dates)


class _Paragraph:
    """The walk through one paragraph: what is in force at each place."""

    def __init__(self, text: str, language: str, article: Scope, before: _Paragraph | None) -> None:
        """*before* is the last paragraph of the article that told a date."""
        self._text, self._language, self._article = text, language, article
        self._sentences = split_sentences(text, language) or ((0, len(text)),)
        self._starts = [start for start, _ in self._sentences]
        self._quotations = [match.span() for match in _QUOTATION.finditer(text)] if language == "ko" else []
        self._tense = SentenceTense(text, (0, 0), language)
        self._sentence = self._parted = -1
        """Where we are, and where a quarter or half was last named."""
        self._reached = 0
        """Where the last date ended."""
        self._told = 0
        """Where a day was last told."""
        self._is_own = False
        """Whether the day in force was told in this paragraph."""
        self._previous: tuple[Expression, Stretch] | None = None
        self._since: date | None = None
        self._year_near: int | None = None
        self._day = before._last_day if before else None
        self._lead: Stretch | None = before._lead if before else None
        """The latest day the article has told: what 이날 means where no day is in force."""
        self._month: date | None = before._month if before else None
        self._year: int | None = before._year if before else None

    @property
    def _last_day(self) -> Stretch | None:
        """The day told last, if the last sentence tells one."""
        return self._day if self._told == len(self._sentences) - 1 and self._sentence == self._told else None

    def close(self) -> None:
        """Forget the day in force: a paragraph without dates follows."""
        self._day = None

    def read(self, expressions: Sequence[Expression]) -> list[DateSpan]:
        """Return the dates of *expressions*, which are those of the paragraph."""
        pairs = zip_longest(expressions, expressions[1:])
        return [found for expression, following in pairs if (found := self._date(expression, following)) is not None]

    def _date(self, expression: Expression, following: Expression | None) -> DateSpan | None:
        sentence = max(0, bisect_right(self._starts, expression.start) - 1)
        if sentence != self._sentence:
            self._enter(sentence)
        told = following if following and is_told_by(self._text, expression, following) else expression
        scope = self._scope(expression)
        stretch = resolve(told.term, scope)
        if stretch is None:
            return None
        words = self._text[expression.start : expression.end]
        if scope.month_here is not None:
            expression = replace(expression, term=replace(expression.term, month=scope.month_here.month))
        self._remember(expression, stretch, words)
        start, end = self._extent(expression, stretch)
        return DateSpan(self._text[start:end], start, stretch.first, stretch.last, stretch.precision, stretch.edtf)

    def _extent(self, expression: Expression, stretch: Stretch) -> tuple[int, int]:
        """Return where an expression begins and ends; the end of a span takes the words for its length with it."""
        start, end = expression.start, expression.end
        if expression.term.until is not None:
            start, end = with_count(self._text, start, end, self._language)
        elif stretch.precision in (Precision.DAY, Precision.MONTH):
            start, end = with_length(self._text, start, end, self._language)
        if self._language == "en" and start == expression.start and stretch.precision in _PARTED:
            start = with_part(self._text, start)
        if start < self._reached:
            start = expression.start
        self._reached = end
        return start, end

    def _scope(self, expression: Expression) -> Scope:
        return Scope(
            published=self._article.published,
            year=self._article.year,
            known_days=self._article.known_days,
            day_in_force=self._day,
            lead=self._lead,
            is_told_here=self._is_own,
            month_in_force=self._month,
            year_in_force=self._year,
            year_near=self._year_near,
            since=self._since,
            month_here=month_here(self._text, self._previous, expression, self._language),
            tense=partial(self._tense.at, expression.start, expression.end),
        )

    def _enter(self, sentence: int) -> None:
        """Go to a sentence, and keep in force what reaches so far."""
        if sentence - self._parted != 1:
            self._year_near = None
        if sentence - self._told > 1:
            self._day, self._is_own = None, False
        if not self._goes_on():
            self._since = None
        self._sentence, self._previous = sentence, None
        self._tense = SentenceTense(self._text, self._sentences[sentence], self._language)

    def _goes_on(self) -> bool:
        """Return whether the last sentence told a story of years ago, whose months the next one goes on with."""
        since, year, previous = self._since, self._article.year, self._previous
        if since is None or year is None or previous is None or previous[1].first is None:
            return False
        is_old = since.year <= year - OLD and since.year == previous[1].first.year
        return is_old and previous[0].term.unit in (Unit.MONTH, Unit.DAY)

    def _remember(self, expression: Expression, stretch: Stretch, words: str) -> None:
        self._previous = (expression, stretch)
        unit = expression.term.unit
        if stretch.precision is Precision.DAY and not _PRINTED.fullmatch(words):
            self._tell(expression, stretch)
        if stretch.first is not None and unit in (Unit.MONTH, Unit.DAY):
            self._month = stretch.first.replace(day=1)
        if not is_aside(self._text, expression, self._language):
            self._put_year(expression.term, stretch)
            if unit in (Unit.QUARTER, Unit.HALF):
                self._parted = self._sentence

    def _tell(self, expression: Expression, stretch: Stretch) -> None:
        """Put a day in force. What somebody tells in quotation marks is over with them."""
        quotation = bisect_right(self._quotations, (expression.start, 0)) - 1
        if quotation >= 0 and expression.start < self._quotations[quotation][1]:
            return
        self._told, self._day, self._is_own = self._sentence, stretch, True
        published, lead = self._article.published, self._lead
        known = lead.first if lead else None
        if known is None or (published and stretch.first and known < stretch.first <= published):
            self._lead = stretch

    def _put_year(self, term: Term, stretch: Stretch) -> None:
        """Put the year of *stretch* in force, if *term* says one or leans on one."""
        if stretch.first is None or stretch.last is None or stretch.first.year != stretch.last.year:
            return
        year = stretch.first.year
        is_led = bool(term.toward) and term.month is not None
        if is_led or term.year is not None or term.years is not None or term.months is not None:
            self._since, self._year, self._year_near = stretch.first.replace(day=1), year, year
        elif term.unit in (Unit.QUARTER, Unit.HALF):
            self._year_near = year
