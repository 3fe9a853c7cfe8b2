"""What an article without a day of publication pins down by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.language.dates_terms import Expression, Unit

_RELATIVE = {
    "en": re.compile(r"\b(?P<year>[Tt]his|[Ll]ast) year[’']s (?:annual )?(?P<name>[A-Z][\w&-]{1,30})"),
    "ko": re.compile(r"(?<![가-힣])(?P<year>올해|지난해|작년) (?P<name>[A-Za-z가-힣][\w&-]{1,30})"),
}
_NAMED = re.compile(r"(?<!\w)(?P<name>[A-Za-z가-힣][\w&-]{1,30}?)[ \u00a0-]?(?P<year>(?:19|20)\d\d)(?![\d년])")
_EQUATED = {
    "en": re.compile(r"\b(?P<year>[Tt]his|[Ll]ast) year \((?P<number>(?:19|20)\d\d)\)"),
    "ko": re.compile(r"(?<![가-힣])(?P<year>올해|지난해|작년)\((?P<number>(?:19|20)\d\d)년?\)"),
}
_BEHIND = {"this": 0, "last": 1, "올해": 0, "지난해": 1, "작년": 1}


def pinned_year(paragraphs: Sequence[str], language: str) -> int | None:
    """Return the year of publication when the text itself gives it away, else None.

    It does so by naming one thing twice, with the year in words and in figures ("this year's Fair" and "Fair 2024";
    올해 with its year in brackets), and by nothing else: the latest date of an article is no proof of its year.

    >>> pinned_year(["At this year’s Docks fair …", "It opened Docks 2024 in Ulsan."], "en")
    2024
    """
    years: set[int] = set()
    numbered: dict[str, set[int]] = {}
    relative: list[tuple[str, int]] = []
    for text in paragraphs:
        for match in _EQUATED[language].finditer(text):
            years.add(int(match["number"]) + _BEHIND[match["year"].lower()])
        relative += [(match["name"], _BEHIND[match["year"].lower()]) for match in _RELATIVE[language].finditer(text)]
        for match in _NAMED.finditer(text):
            numbered.setdefault(match["name"], set()).add(int(match["year"]))
    for name, behind in relative:
        for year in numbered.get(name, ()):
            years.add(year + behind)
    return years.pop() if len(years) == 1 else None


def known_days(found: Iterable[Sequence[Expression]]) -> Mapping[tuple[int, int], int]:
    """Return the year of each (month, day) that the article gives in full with one year only."""
    years: dict[tuple[int, int], set[int]] = {}
    for expressions in found:
        for expression in expressions:
            term = expression.term
            if term.unit is Unit.DAY and term.year is not None and term.month is not None and term.day is not None:
                years.setdefault((term.month, term.day), set()).add(term.year)
    return {day: next(iter(several)) for day, several in years.items() if len(several) == 1}
