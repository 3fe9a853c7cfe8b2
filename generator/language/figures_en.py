"""Figures in English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.language import figures_en_nouns as nouns
from generator.language import figures_en_patterns as patterns
from generator.language.figures_context import english_after, english_before
from generator.language.figures_en_numbers import Number, number_at, second_number
from generator.language.figures_en_units import read_measured, read_range
from generator.language.figures_en_words import read_word
from generator.language.figures_units import Unit, make_figure
from generator.model import Figure, FigureKind

_RATIO_BEFORE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+)(?: out of| in)(?: every)? \Z", re.IGNORECASE
)
_RATIO_AFTER = re.compile(
    r" (?:in(?: every)?|out of(?: every)?) (?:\d{1,3}\b(?!,)|one|two|three|four|five|six|seven|eight|nine|ten|twenty)\b"
    r"|[- ](?:quarters of|thirds?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)\b(?! of (?:20|19))",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r" of (?:which|whom|them)\b", re.IGNORECASE)
_SO_MANY = r"(?:[0-9][0-9,]*+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)(?= [a-z])"
_OF_GROUP = re.compile(
    r" of (?:(?:the|its|their|our|his|her|those|these|all|South Korea['’]s|[A-Z][\w.&]*+['’]s?)(?![A-Za-z])"
    rf"(?: (?:last|first|next|top|other|remaining|largest|biggest|past|previous)\b)?(?: {_SO_MANY})?|{_SO_MANY})"
)
_PLUS = re.compile(r"\+|-plus\b")
_SENTENCE_END = re.compile(r"[.!?](?=\s)")
_MORE = re.compile(r" (?:more\b(?! than)|others?\b)")
_COMPARED = re.compile(
    r"(?:[ ,]+(?:up|down))? (?:from|compared with|versus|against)(?: (?:about|around|nearly|just))?\Z"
)
_LISTED = re.compile(r"(?:,| and| with| including| to| from|\(|;| but| while| plus| the| another| up)\Z")


def read_english(text: str) -> Iterator[Figure]:
    """Yield the figures of an English *text* in order.

    >>> [(figure.text, figure.unit, str(figure.low)) for figure in read_english("Three of its 12 hotels made $1.5bn.")]
    [('Three', 'count', '3'), ('12 hotels', 'count', '12'), ('$1.5bn', 'USD', '1500000000')]
    """
    position = 0
    last: Figure | None = None
    while found := patterns.FIND.search(text, position):
        position = found.end()
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
            return tuple(_with_bound(text, figure) for figure in word)
    number = number_at(text, found.start())
    if number is None:
        return ()
    figures = read_measured(text, number) or _read_counted(text, number, last)
    return tuple(_with_bound(text, figure) for figure in figures)


def _with_bound(text: str, figure: Figure) -> Figure:
    if figure.is_vague:
        return figure
    is_time = figure.kind is FigureKind.DURATION
    bound = english_before(text, figure.start, is_time=is_time) or english_after(text, figure.end)
    return replace(figure, approx=True, bound=bound) if bound else figure


def _read_counted(text: str, number: Number, last: Figure | None) -> tuple[Figure, ...]:
    """Return the count of the noun after the number, or of a noun named before; nothing when it counts none."""
    if number.value < 0 or number.currency or not _may_count(text, number):
        return ()
    join = patterns.JOIN.match(text, number.end)
    other = second_number(text, join)
    if join and other and not other.currency:
        end = _noun_end(text, other)
        if end and (figures := read_range(text, (number, None), (other, _count(end)), join)):
            return figures
    end = _noun_end(text, number) or _elliptic_end(text, number, last)
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
    if _RATIO_BEFORE.search(before) or _RATIO_AFTER.match(text, number.end):
        return False
    return number.is_digits or not nouns.is_named_word(text, number.start, number.end)


def _noun_end(text: str, number: Number) -> int | None:
    """Return the offset after the noun the number counts, or None."""
    plus = _PLUS.match(text, number.end)
    if not plus and text[number.end : number.end + 1] in ("-", "‐", "‑"):
        return nouns.hyphenated_end(text, number.end)
    them = _OF_THEM.match(text, number.end)
    if them:
        return them.end()
    group = _OF_GROUP.match(text, number.end)
    if group:
        end = nouns.phrase_end(text, group.end())
        # "three of the five banks" is two figures: the first ends before the second begins
        return number.end if end and patterns.FIND.search(text, number.end, end) else end
    end = nouns.phrase_end(text, plus.end() if plus else number.end)
    if end is None:
        return None
    previous = text[max(0, number.start - 8) : number.start].lower().split()
    noun = nouns.head_of(text, number.end, end)
    return None if previous and nouns.is_pronoun_like(previous[-1], number.value, noun) else end


def _elliptic_end(text: str, number: Number, last: Figure | None) -> int | None:
    """Return the end of a bare number whose noun stands before it ("the number of shops to 18", "and 9 from Busan")."""
    if number.value != number.value.to_integral_value() or text[number.end : number.end + 1] in ("-", "–"):
        return None
    before = text[max(0, number.start - 90) : number.start].rstrip(" \u00a0")
    if patterns.TEAM_OF.search(before) and not nouns.is_measure(text, number.end):
        return number.end
    if patterns.BARE_FOLLOWS.match(text, number.end) and patterns.HOW_MANY.search(before):
        return number.end
    if "," in number.text and patterns.ELLIPSIS.match(text, number.end) and _LISTED.search(before):
        return number.end
    if last is None or last.kind is not FigureKind.COUNT or not 0 < number.start - last.end < 80:
        return None
    return number.end if _is_like(text, number, last, before) else None


def _is_like(text: str, number: Number, last: Figure, before: str) -> bool:
    """Return whether a bare number counts the same as the count *last* before it ("to 12 from 10", "and 50 more")."""
    if _COMPARED.fullmatch(text[last.end : number.start].rstrip()):
        return patterns.BARE_FOLLOWS.match(text, number.end) is not None
    goes_on = patterns.ELLIPSIS.match(text, number.end) and _LISTED.search(before)
    is_apart = _SENTENCE_END.search(text, last.end, number.start)
    return not is_apart and bool(goes_on or _MORE.match(text, number.end))
