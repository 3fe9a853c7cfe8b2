"""Numbers in English text, told from codes, names, dates, fractions and telephone numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.language import figures_en_patterns as patterns
from generator.language.figures_money import currency_before
from generator.language.figures_pattern import Pattern
from generator.language.numerals import english_number, plain_number

_DIGITS = Pattern(r"[\d.,]+", re.ASCII)
_SECOND = Pattern(
    r"(?:(?:about|around|nearly|almost|roughly|over|just|an estimated) )?"
    r"(?:(?P<digits>[A-Z]{0,3}\.?[$€£¥₩]?[ \u00a0]?(?=\d))|(?P<word>(?=[A-Za-z])))"
)
_JOINING = frozenset(("to", "an", "or"))
_DASHES = frozenset("‐‑–—−~∼〜～")
_AGAIN = Pattern(r"[ \u00a0](?:two|three|four|five|six|seven|eight|nine|ten)(?=[ \u00a0]|$)", re.IGNORECASE)
"""A second number word right after one ("two two"), unlike "two three-year deals": neither counts anything."""
_SIZES = ("thousand", "million", "billion", "trillion")


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in the text, with the currency written before it."""

    start: int
    end: int
    value: Decimal
    text: str
    currency: str = ""
    is_scaled: bool = False

    @property
    def is_digits(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdigit()

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year of the calendar: four digits, no comma, no scale."""
        return len(self.text) == 4 and self.text.isdigit() and 1900 <= self.value < 2100

    @property
    def scale(self) -> Decimal:
        """What its scale multiplies its digits by."""
        digits = _DIGITS.match(self.text)
        plain = digits and plain_number(digits.group())
        return self.value / plain if plain else Decimal(1)


def number_at(text: str, start: int) -> Number | None:
    """Return the number that begins at *start*, or None when what stands there is part of something else.

    >>> number_at("some 1.5 million", 5).value, number_at("GPT-4", 4)
    (Decimal('1500000'), None)
    """
    return _digits_at(text, start) if text[start].isdigit() else _words_at(text, start)


def _words_at(text: str, start: int) -> Number | None:
    found = patterns.NUMBER_WORDS.match(text, start)
    if not found or text[found.end() : found.end() + 1].isalnum():
        return None
    if start > 1 and text[start - 1] in "-’'&" and text[start - 2].isalnum() or _AGAIN.match(text, found.end()):
        return None
    words = found.group()
    is_scaled = any(size in words.lower() for size in _SIZES)
    return Number(start, found.end(), english_number(words), words, is_scaled=is_scaled)


def _digits_at(text: str, start: int) -> Number | None:
    found = patterns.DIGIT_NUMBER.match(text, start)
    digits = _DIGITS.match(text, start)
    if not found or not digits or plain_number(digits.group().rstrip(".,")) is None:
        return None
    scale, end = found.group("scale"), found.end()
    currency, begin = currency_before(text, start, is_sized=scale is not None or "," in digits.group())
    if scale and len(scale) == 1 and not currency and (digits.group() == "3" or text[end : end + 1] == "-"):
        end, scale = found.start("scale"), None  # the company 3M, a 5K-run
    if not currency and not _stands_free(text, start, end):
        return None
    if text[end : end + 1].isalpha() and not patterns.UNIT.match(text, end):
        return None
    sign = -1 if _is_negative(text, begin) else 1
    value = english_number(text[start:end]) * sign
    return Number(begin - (sign < 0), end, value, text[start:end], currency, is_scaled=scale is not None)


def _stands_free(text: str, start: int, end: int) -> bool:
    """Return whether the digits are not part of a code, a fraction, a clock time, a date or a telephone number."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before and (before.isalnum() or before in "_#@&'’:°."):
        return False
    if before and before in "-/–‐‑" and start > 1 and text[start - 2].isalnum():
        return False
    if after and after in "°℃㎡㎞_@":
        return False
    return not (after and after in ":/*'′" and text[end + 1 : end + 2].isdigit())


def _is_negative(text: str, begin: int) -> bool:
    """Return whether a minus sign stands close before *begin* and is not a dash or a hyphen."""
    return bool(begin) and text[begin - 1] in "-−" and (begin == 1 or text[begin - 2] in " (\u00a0\n")


def join_at(text: str, end: int) -> re.Match[str] | None:
    """Return what joins the number that ends at *end* to another one (a dash, "to", "and", "or"), or None."""
    letters = text[end : end + 4].lower().lstrip(" \u00a0-")[:2]
    may_join = letters in _JOINING or letters[:1] in _DASHES or text[end : end + 1] == "-"
    return patterns.JOIN.match(text, end) if may_join else None


def second_number(text: str, join: re.Match[str] | None) -> Number | None:
    """Return the number after the joining word of a range, with a currency of its own; None when there is none."""
    found = _SECOND.match(text, join.end()) if join else None
    if not found or not join:
        return None
    start = found.end()
    if found.group("digits") is None:
        number = _words_at(text, start)
        return number if number else None
    digits = patterns.DIGIT_NUMBER.match(text, start)
    plain = _DIGITS.match(text, start)
    if not digits or not plain or plain_number(plain.group().rstrip(".,")) is None:
        return None
    is_scaled = digits.group("scale") is not None
    currency, begin = currency_before(text, start, is_sized=is_scaled)
    if (
        begin < join.end()
        or text[digits.end() : digits.end() + 1].isalpha()
        and not patterns.UNIT.match(text, digits.end())
    ):
        return None
    return Number(begin, digits.end(), english_number(digits.group()), digits.group(), currency, is_scaled)
