"""Text to figures: money, counts, percents, multiples and durations, in English and Korean."""

from __future__ import annotations

from dataclasses import replace

from generator.language.figures_en import read_english
from generator.language.figures_ko import read_korean
from generator.language.figures_money import SHARED_NAMES, home_currency, is_bare_name
from generator.language.figures_pattern import HANGUL, Pattern
from generator.language.numerals import english_number, half_width
from generator.model import Figure, FigureKind

_HANGUL = Pattern(HANGUL)
_NARROW = "\u202f"
"""A narrow space: read as a no-break space, which keeps the sets of the patterns small and fast to compile."""
_YEAR = Pattern("(?:19|20)[0-9]{2}")


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
    plain = half_width(text.replace(_NARROW, "\u00a0"))
    if language == "en":
        figures = tuple(read_english(plain))
    elif language == "ko":
        figures = tuple(read_korean(plain))
    else:
        figures = _read_value(plain)
    if any(figure.unit in SHARED_NAMES for figure in figures):
        homes: dict[str, str] = {}
        figures = tuple(_at_home(plain, figure, homes) for figure in figures)
    if plain == text:
        return figures
    return tuple(replace(figure, text=text[figure.start : figure.end]) for figure in figures)


def _at_home(text: str, figure: Figure, homes: dict[str, str]) -> Figure:
    """Return *figure* with the currency that its bare name has in *text*; *homes* keeps what was looked up before."""
    if figure.unit not in SHARED_NAMES or not is_bare_name(figure.text, figure.unit):
        return figure
    if figure.unit not in homes:
        homes[figure.unit] = home_currency(text, figure.unit)
    return replace(figure, unit=homes[figure.unit])


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
