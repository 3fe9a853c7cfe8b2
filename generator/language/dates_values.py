"""A date as a ledger writes it: EDTF, or words in either language -> one date."""

from __future__ import annotations

import re

from generator.language import dates_calendar as calendar
from generator.language import dates_en, dates_ko
from generator.language.dates_calendar import Stretch, open_stretch
from generator.language.dates_ranges import join_ranges
from generator.language.dates_resolve import resolve
from generator.language.dates_scope import Scope
from generator.model import DateSpan, Precision

_EDTF = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<part>\d\d|XX|[QH]\d))?(?:-(?P<day>\d\d))?")
_DECADE = re.compile(r"(\d{3})X")
_READERS = {"en": dates_en.read_terms, "ko": dates_ko.read_terms}
_LEAD = re.compile(r"(?:in |on |the |during |around )*", re.IGNORECASE)
_TAIL = re.compile(r"(?:에는|에|까지|부터|쯤|께)?")
_OPEN_DAY = re.compile(
    r"the (?P<en>[12]?\d|3[01])(?:st|nd|rd|th) of a month not given|(?P<ko>[12]?\d|3[01])일 ?\(월 미상\)"
)
_NOWHERE = Scope(published=None, year=None)


def parse_when(text: str) -> DateSpan | None:
    """Return the date that *text* as a whole gives, or None when it gives none.

    *text* is EDTF ("2024-10-10", "2025-33", "2024/2029", "XXXX-XX-04"; "2025-Q2" and "2025-H1" are taken too) or words
    in English or Korean that need no day of publication. ``text`` of the result is *text*; ``edtf`` is in canonical
    form.

    >>> parse_when("second quarter of 2025").edtf
    '2025-34'
    >>> parse_when("2025년 상반기").edtf
    '2025-40'
    """
    words = text.strip()
    stretch = _from_edtf(words) or _from_words(words)
    if stretch is None or not stretch.edtf:
        return None
    return DateSpan(text, 0, stretch.first, stretch.last, stretch.precision, stretch.edtf)


def _from_edtf(text: str) -> Stretch | None:
    first, slash, last = text.partition("/")
    try:
        if not slash:
            return _one(first)
        start, end = _one(first), _one(last)
        if start is None or end is None or start.first is None or end.first is None:
            return None
        return calendar.between(start, end)
    except ValueError:
        return None


def _one(text: str) -> Stretch | None:
    """Return the stretch of one EDTF date. Raises ValueError when the calendar has none such."""
    if decade := _DECADE.fullmatch(text):
        return calendar.decade_of(int(decade[1]) * 10)
    match = _EDTF.fullmatch(text)
    if match is None:
        return None
    year, part, day = match["year"], match["part"], match["day"]
    if part and part[0] in "QH":
        limit, code = (4, calendar.QUARTER_CODE) if part[0] == "Q" else (2, calendar.HALF_CODE)
        part = str(code + int(part[1])) if 1 <= int(part[1]) <= limit else "00"
    if year == "XXXX":
        return _open(part, day)
    if part is None:
        return calendar.year_of(int(year))
    if day is not None:
        return calendar.day_of(int(year), int(part), int(day))
    return _part_of(int(year), int(part))


def _part_of(year: int, part: int) -> Stretch:
    if part <= 12:
        return calendar.month_of(year, part)
    if 21 <= part <= 24:
        return calendar.season_of(year, part - calendar.SEASON_CODE)
    if 33 <= part <= 36:
        return calendar.quarter_of(year, part - calendar.QUARTER_CODE)
    if part in (40, 41):
        return calendar.half_of(year, part - calendar.HALF_CODE)
    raise ValueError(part)


def _open(part: str | None, day: str | None) -> Stretch | None:
    """Return a stretch whose year is not known, spelt canonically."""
    if part is None or (part == "XX" and day is None):
        return None
    if part == "XX":
        calendar.day_of(2000, 1, int(day or 0))
        return open_stretch(Precision.DAY, f"XXXX-XX-{day}")
    if day is not None:
        calendar.day_of(2000, int(part), int(day))  # a leap year, so that 29 February may stand
        return open_stretch(Precision.DAY, f"XXXX-{part}-{day}")
    return open_stretch(_part_of(2000, int(part)).precision, f"XXXX-{part}")


def _from_words(text: str) -> Stretch | None:
    if match := _OPEN_DAY.fullmatch(text):
        return open_stretch(Precision.DAY, f"XXXX-XX-{int(match['en'] or match['ko']):02}")
    for language in ("ko", "en"):
        expressions = join_ranges(text, _READERS[language](text), language)
        if len(expressions) == 1 and _is_whole(text, expressions[0].start, expressions[0].end):
            return resolve(expressions[0].term, _NOWHERE)
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    return bool(_LEAD.fullmatch(text[:start]) and _TAIL.fullmatch(text[end:]))
