"""Figures in English text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language import figures_en_nouns as nouns
from generator.language import figures_en_patterns as patterns
from generator.language.figures_context import bound_english
from generator.language.figures_en_ellipsis import PER_TIME, elliptic_end, is_same_money
from generator.language.figures_en_numbers import Number, join_at, number_at, second_number
from generator.language.figures_en_units import read_measured, read_range, spell_at
from generator.language.figures_en_words import read_word
from generator.language.figures_pattern import Pattern
from generator.language.figures_units import Unit, make_figure
from generator.model import Figure, FigureKind

_RATIO_BEFORE = Pattern(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+)(?: out of| in)(?: every)? \Z", re.IGNORECASE
)
_RATIO_AFTER = Pattern(
    r" (?:in(?: every)?|out of(?: every)?) (?:\d{1,3}\b(?!,)|one|two|three|four|five|six|seven|eight|nine|ten|twenty)\b"
    r"(?! (?:[a-z]+ )?(?:years?|months?|weeks?|days?|hours?|minutes|quarters|decades|games|matches|attempts)\b)"
    r"|[- ](?:quarters of|thirds?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)\b(?! of (?:20|19))",
    re.IGNORECASE,
)
_OF_THEM = Pattern(r" of (?:which|whom|them)\b", re.IGNORECASE)
_SO_MANY = r"(?:[0-9][0-9,]*+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)(?= [a-z])"
_OF_GROUP = Pattern(
    r" of (?:(?:the|its|their|our|his|her|those|these|all|South Korea['’]s|[A-Z][\w.&]*+['’]s?)(?![A-Za-z])"
    r"(?: (?:last|first|next|top|other|remaining|largest|biggest|past|previous|planned|proposed|original|current"
    rf"|existing|initial|nearly|roughly|some|about)\b)?(?: {_SO_MANY})?|{_SO_MANY})"
)
_RANKED = Pattern(r"\b(?:in|among|into|inside|within|outside) (?:the|its|their) (?:[\w'’]+ )?top \Z")
_PLUS = Pattern(r"\+|-plus\b")


def read_english(text: str) -> Iterator[Figure]:
    """Yield the figures of an English *text* in order.

    >>> [(figure.text, figure.unit, str(figure.low)) for figure in read_english("Three of its 12 hotels made $1.5bn.")]
    [('Three', 'count', '3'), ('12 hotels', 'count', '12'), ('$1.5bn', 'USD', '1500000000')]
    """
    position = 0
    last: Figure | None = None
    while found := patterns.FIND.search(text, position):
        position = found.end()
        if found.group("chain"):
            continue
        for figure in _read_at(text, found, last):
            if last and figure.start < last.end:
                continue
            yield figure
            last = figure
            position = max(position, figure.end)


def _read_at(text: str, found: re.Match[str], last: Figure | None) -> tuple[Figure, ...]:
    """Return the figures (two when "from 3 to 5 percent" is a change) that begin where *found* does."""
    if not found.group()[0].isdigit():
        word = read_word(text, found)
        if word is not None:
            return tuple(figure if figure.is_vague else bound_english(text, figure) for figure in word)
    number = number_at(text, found.start())
    if number is None:
        return ()
    figures = read_measured(text, number) or _read_counted(text, number, last)
    return tuple(figure if figure.is_vague else bound_english(text, figure) for figure in figures)


def _read_counted(text: str, number: Number, last: Figure | None) -> tuple[Figure, ...]:
    """Return the count of the noun after the number, or of a noun named before; nothing when it counts none."""
    if number.value < 0 or number.currency or not _may_count(text, number):
        return ()
    join = join_at(text, number.end)
    other = second_number(text, join)
    if join and other and not other.currency:
        end = _noun_end(text, other) or (other.end if PER_TIME.match(text, other.end) else None)
        if end and (figures := read_range(text, (number, None), (other, _count(end)), join)):
            return figures
    end = _noun_end(text, number)
    if last and end is None and is_same_money(text, number, last):
        return (make_figure(text, number.start, Unit(last.kind, last.unit, number.end), number.value),)
    spell = spell_at(text, number.end) if end is None else None
    if spell:
        return (make_figure(text, number.start, spell, number.value),)
    end = end or elliptic_end(text, number, last)
    return () if end is None else (make_figure(text, number.start, _count(end), number.value),)


def _count(end: int) -> Unit:
    return Unit(FigureKind.COUNT, "count", end)


def _may_count(text: str, number: Number) -> bool:
    """Return whether the number may count something: no year, no label, no name, no ratio, no lone "one"."""
    if number.value == 1 or number.is_year or number.value == 0 and not number.is_digits:
        return False
    if number.is_digits and nouns.names_something(text, number.start, number.text):
        return False
    before = text[max(0, number.start - 16) : number.start]
    if before.endswith("top ") and _RANKED.search(text, max(0, number.start - 40), number.start):
        return False
    if (
        before.endswith((" in ", " of ", " every "))
        and _RATIO_BEFORE.search(before)
        or _RATIO_AFTER.match(text, number.end)
    ):
        return False
    return number.is_digits or not nouns.is_named_word(text, number.start, number.end)


def _noun_end(text: str, number: Number) -> int | None:
    """Return the offset after the noun the number counts, or None."""
    plus = _PLUS.match(text, number.end)
    bare = plus.end() if plus else number.end
    if text[bare : bare + 1] in ("-", "‐", "‑"):
        return nouns.hyphenated_end(text, bare)
    is_of = text.startswith(" of ", number.end)
    them = _OF_THEM.match(text, number.end) if is_of else None
    if them:
        return them.end()
    group = _OF_GROUP.match(text, number.end) if is_of else None
    if group:
        end = nouns.phrase_end(text, group.end())
        # "three of the five banks" is two figures: the first ends before the second begins
        return number.end if end and patterns.FIND.search(text, number.end, end) else end
    end = nouns.phrase_end(text, bare)
    if end is None:
        return None
    previous = text[max(0, number.start - 8) : number.start].lower().split()
    noun = nouns.head_of(text, number.end, end)
    return None if previous and nouns.is_pronoun_like(previous[-1], number.value, noun) else end
