"""Numbers in Korean text, told from codes, names, dates and telephone numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.language import figures_ko_patterns as patterns
from generator.language.figures_en_patterns import DIGIT_NUMBER as ENGLISH_DIGIT_NUMBER
from generator.language.figures_money import currency_before
from generator.language.figures_pattern import Pattern
from generator.language.numerals import KOREAN_BIG, english_number, korean_number, plain_number

_DIGITS = Pattern(r"[\d.,]+", re.ASCII)
_SHORT_YEAR = Pattern(r"\d\d(?!\d)[ \u00a0]?년", re.ASCII)


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in the text; *low* and *high* differ for a pair such as 두세 or "2, 3"."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    text: str
    currency: str = ""
    is_about: bool = False
    """Whether 여 stands within it (300여억)."""

    @property
    def is_digits(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdigit()

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year of the calendar: four digits, no comma, no scale."""
        return len(self.text) == 4 and self.text.isdigit() and 1900 <= self.low < 2100

    @property
    def is_scaled(self) -> bool:
        """Whether it has 만 or a larger scale."""
        return any(scale in self.text for scale in KOREAN_BIG)


def number_at(text: str, start: int) -> Number | None:
    """Return the number in digits that begins at *start*, or None when the digits are part of something else.

    >>> number_at("약 2조 4,000억원", 2).low
    Decimal('2400000000000')
    """
    found = patterns.DIGIT_NUMBER.match(text, start)
    number = found and _number(text, found, start)
    if not found or not number or not number.currency and not _stands_free(text, start, number.end):
        return None
    if number.currency and number.text[-1].isdigit():
        english = ENGLISH_DIGIT_NUMBER.match(text, start)
        if english and english.group("scale"):  # "$1.8 bn" in a Korean text
            value = english_number(english.group())
            return Number(number.start, english.end(), value, value, english.group(), number.currency)
    return number


def second_at(text: str, start: int) -> Number | None:
    """Return the number in digits after a dash, whatever stands before it."""
    found = patterns.DIGIT_NUMBER.match(text, start)
    return _number(text, found, start) if found else None


def _number(text: str, found: re.Match[str], start: int) -> Number | None:
    digits = _DIGITS.match(text, start)
    if not digits or plain_number(digits.group().rstrip(".,")) is None:
        return None
    written = found.group().removesuffix("여")
    try:
        value = korean_number(written.replace("여", ""))
    except ValueError:
        return None
    currency, begin = currency_before(text, start, is_sized=written[-1] in KOREAN_BIG or "," in written)
    sign = -1 if _is_negative(text, begin) else 1
    return Number(begin, start + len(written), value * sign, value * sign, written, currency, "여" in written)


def _stands_free(text: str, start: int, end: int) -> bool:
    """Return whether the digits are not part of a code, a name, a clock time, a fraction or a telephone number."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before and (before in "_#@:°." or (before.isalnum() and not "가" <= before <= "힣")):
        return False
    if before and before in "'’" and (_SHORT_YEAR.match(text, start) or start > 1 and text[start - 2].isalnum()):
        return False
    if before and before in "-/·–" and start > 1 and text[start - 2].isascii() and text[start - 2].isalnum():
        return False
    return not (after and after in ":/" and text[end + 1 : end + 2].isdigit())


def _is_negative(text: str, begin: int) -> bool:
    """Return whether a minus sign or the word for it stands close before *begin*."""
    if begin and text[begin - 1] in "-−":
        return begin == 1 or text[begin - 2] in " (\u00a0\n스"
    return text[max(0, begin - 8) : begin].rstrip(" ()-−").endswith("마이너스")
