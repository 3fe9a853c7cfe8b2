"""Whole days written in figures, as date lines and credits write them.

Dates in prose belong to ``language.dates``; here are the forms of a page's furniture, where nothing is relative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_FORMS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s?[-./]\s?(?P<month>\d{1,2})\s?[-./]\s?(?P<day>\d{1,2})(?!\d)",
        r"(?P<year>(?:19|20)\d\d)\s?년\s?(?P<month>\d{1,2})\s?월\s?(?P<day>\d{1,2})\s?일",
        rf"(?:\b|(?<=published)|(?<=updated)|(?<=posted)){_MONTH}\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?{_MONTH},?[\s-](?P<year>(?:19|20)\d\d)",
        r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d\d)(?!\d)",
        r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>20\d\d)(?!\d)",  # dots put the day first
        r"(?<!\d)(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=T|\b)",
    )
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SLASHED = _FORMS[4]
_UPDATED = re.compile(r"updated|modified|edited|수정|업데이트|갱신", re.I)


def find_stamps(text: str) -> Iterator[tuple[int, int, date]]:
    """Yield start, end and day of each whole date in *text*, in order.

    Day and month between slashes are taken only when their order cannot be mistaken.

    >>> [day.isoformat() for *_, day in find_stamps("Published: 05 Mar. 2025, 17:47 / 기사등록 2024/10/10")]
    ['2025-03-05', '2024-10-10']
    """
    if not _YEAR.search(text):
        return  # most lines of a page: looked at often
    found: list[tuple[int, int, date]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            month_text, first = match["month"].lower(), int(match["day"])
            month = int(month_text) if month_text.isdigit() else _MONTHS[month_text[:3]]
            if form is _SLASHED and first != month:
                if first <= 12 and month <= 12:
                    continue
                first, month = (first, month) if first > 12 else (month, first)
            day = _day(int(match["year"]), month, first)
            if day and not any(match.start() < end and start < match.end() for start, end, _ in found):
                found.append((match.start(), match.end(), day))
    yield from sorted(found)


def read_stamp(text: str) -> date | None:
    """Return the first whole date in *text*, or None.

    >>> read_stamp("입력 2024.10.10. 오후 2:06")
    datetime.date(2024, 10, 10)
    """
    return next((day for *_, day in find_stamps(text)), None)


def is_update(text: str) -> bool:
    """Return whether a date line tells of the last change only."""
    changed = _UPDATED.search(text)
    if changed and any(end <= changed.start() for _, end, _ in find_stamps(text)):
        return False  # a day stands before the word: that of publication
    return bool(changed) and not re.search(r"published|posted|입력|등록|승인|송고", text, re.I)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
