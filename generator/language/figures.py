"""Text to figures: money, counts, percents, multiples and durations, in English and Korean."""

from __future__ import annotations

import re

from generator.language.figures_en import read_english
from generator.language.figures_ko import read_korean
from generator.language.numerals import english_number
from generator.model import Figure, FigureKind

_HANGUL = re.compile("[가-힣]")
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def read_figures(text: str, language: str) -> tuple[Figure, ...]:
    """Return the figures of *text* in the order in which they stand.

    *language* is "en", "ko", or "" for a bare value in either ("2.4 trillion won", 2조4000억원, "50%", "300"). Values
    are exact; a vague quantity (수조원, "dozens of hotels") has no bounds. Names, ordinals, fractions, physical units,
    clock times, ages and codes are no figures.

    >>> [(f.text, f.unit, str(f.low)) for f in read_figures("It will spend about 2.4 trillion won in two years.", "en")]
    [('2.4 trillion won', 'KRW', '2400000000000'), ('two years', 'year', '2')]
    >>> [(f.text, f.unit, str(f.low), str(f.high)) for f in read_figures("직원 20~30%를 줄인다", "ko")]
    [('20~30%', '%', '20', '30')]
    """
    if language == "en":
        return tuple(read_english(text))
    if language == "ko":
        return tuple(read_korean(text))
    return _read_value(text)


def _read_value(text: str) -> tuple[Figure, ...]:
    """Return the figures of a bare value: a number alone is a count."""
    if _HANGUL.search(text):
        return tuple(read_korean(text))
    figures = tuple(read_english(text))
    bare = text.strip()
    if figures or not bare[:1].isalnum() or len(bare) > 40:
        return figures
    if _YEAR.fullmatch(bare):
        return ()
    try:
        value = english_number(bare)
    except ValueError:
        return ()
    return (Figure(bare, text.index(bare), FigureKind.COUNT, value, value, "count"),)
