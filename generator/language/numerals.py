"""Numbers as English and Korean newspapers write them, in digits, in words and in both at once, as exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from generator.language.figures_pattern import Pattern

MAX_DIGITS = 18
"""Longest run of digits that is still a number: with a scale it stays below the 28 digits that decimals keep."""

DIGITS = "[0-9]++(?:[.,][0-9]++)*+"
"""A run of digits with its points and commas, taken whole, so that 2024.10.10 or 1.2.3 is seen to be no number."""

_WELL_FORMED = Pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)

ENGLISH_UNITS = {
    word: Decimal(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen"
        " eighteen nineteen".split()
    )
}
ENGLISH_TENS = {
    word: Decimal(value * 10)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
ENGLISH_SCALES = {
    word: Decimal(value)
    for words, value in (
        ("dozen", 12),
        ("hundred", 100),
        ("thousand k", 10**3),
        ("lakh", 10**5),
        ("million m mn mln mil", 10**6),
        ("crore", 10**7),
        ("billion b bn bln", 10**9),
        ("trillion t tn trn tln", 10**12),
        ("quadrillion", 10**15),
    )
    for word in words.split()
}

KOREAN_DIGITS = {syllable: Decimal(value) for value, syllable in enumerate("영일이삼사오육칠팔구")}
KOREAN_SMALL = {"십": Decimal(10), "백": Decimal(100), "천": Decimal(1000)}
KOREAN_BIG = {"만": Decimal(10**4), "억": Decimal(10**8), "조": Decimal(10**12), "경": Decimal(10**16)}
_NATIVE_ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "넷": 4, "네": 4, "넉": 4,
    "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
_NATIVE_TENS = {
    "열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip
NATIVE = {
    **_NATIVE_ONES,
    **_NATIVE_TENS,
    "스무": 20,
    **{tens + ones: high + low for tens, high in _NATIVE_TENS.items() for ones, low in _NATIVE_ONES.items()},
}
"""Native Korean numbers, alone (하나) and before a counter (한)."""

_KOREAN_TOKEN = Pattern(rf"{DIGITS}|[영일이삼사오육칠팔구십백천만억조경]", re.ASCII)
_KOREAN_SHAPE = Pattern(
    rf"(?:{DIGITS}|[영일이삼사오육칠팔구])?+[십백천만억조경]*+(?:[ ,\u00a0]?(?:(?:{DIGITS}"
    rf"|[일이삼사오육칠팔구])[십백천만억조경]*+|[십백천만억조경]++))*+"
)
_ENGLISH_WORD = Pattern(r"[a-z]+|½|¼|¾|[^\s-]+")


_FULL = Pattern("[\uff05\uff0c\uff0e\uff10-\uff19]")
_HALF = {full: full - 0xFEE0 for full in (0xFF05, 0xFF0C, 0xFF0E, *range(0xFF10, 0xFF1A))}


def half_width(text: str) -> str:
    """Return *text* with the full-width digits, points and percent signs of East Asian type as plain ones.

    Offsets stay the same.

    >>> half_width("２조５０００억")
    '2조5000억'
    """
    return text.translate(_HALF) if not text.isascii() and _FULL.search(text) else text


def exact(value: Decimal) -> Decimal:
    """Return *value* in one canonical form: whole numbers without exponent or point, others without trailing zeros."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


@lru_cache(maxsize=4096)
def plain_number(digits: str) -> Decimal | None:
    """Return the value of digits such as "1,530.5", or None when points and commas do not make a number.

    >>> plain_number("1,530.50")
    Decimal('1530.5')
    >>> plain_number("2024.10.10") is None
    True
    """
    if len(digits) > MAX_DIGITS + 8 or not _WELL_FORMED.fullmatch(digits):
        return None
    bare = digits.replace(",", "")
    return exact(Decimal(bare)) if len(bare) <= MAX_DIGITS else None


@lru_cache(maxsize=4096)
def english_number(text: str) -> Decimal:
    """Return the value of an English number in digits or words, with its scale.

    The result is the bare number: no currency, no rounding.
    Raises ValueError when *text* is anything else.

    >>> english_number("2.4 trillion"), english_number("one hundred and twenty-five"), english_number("half a billion")
    (Decimal('2400000000000'), Decimal('125'), Decimal('500000000'))
    """
    words = _ENGLISH_WORD.findall(_split_suffix(text.strip().lower()))
    if not words:
        raise ValueError(f"not a number: {text!r}")
    if words[1:2] in (["quarter"], ["quarters"]):  # "a quarter of a percentage point"
        return exact(ENGLISH_UNITS.get(words[0], Decimal(1)) / 4)
    half = words[:1] == ["half"] or words[:2] == ["a", "half"]
    if half:
        words = words[words.index("half") + 1 :]
    words = [word for word in words if word not in ("a", "an", "and", "of")] if half else words
    value = _sum_words(words, text)
    return exact((value if words else Decimal(1)) / 2 if half else value)


def _split_suffix(text: str) -> str:
    """Part digits from what is written close to them: "26bn" to "26 bn", "1-1/2" to "1 ½"."""
    return re.sub(r"(?<=\d)(?=[a-z½¼¾])", " ", re.sub(r"(?<=\d)[-\s]1/2(?!\d)", "½", text))


def _sum_words(words: list[str], text: str) -> Decimal:
    """Return the value of a run of number words; raises ValueError naming *text* when a word is none."""
    total = Decimal(0)
    section: Decimal | None = None
    for index, word in enumerate(words):
        if word in ENGLISH_SCALES:
            scale = ENGLISH_SCALES[word]
            if scale < 1000:
                section = (section or Decimal(1)) * scale
            else:
                total += (Decimal(1) if section is None else section) * scale
                section = None
        elif word in ("half", "½", "¼", "¾"):
            section = (section or Decimal(0)) + {"¼": Decimal("0.25"), "¾": Decimal("0.75")}.get(word, Decimal("0.5"))
        elif word in ("and", "a", "an") and len(words) > 1:
            continue
        else:
            value = ENGLISH_UNITS.get(word, ENGLISH_TENS.get(word)) if index or word.isalpha() else None
            value = plain_number(word) if value is None else value
            if value is None or section is not None and not _may_follow(section, value):
                raise ValueError(f"not a number: {text!r}")
            section = value if section is None else section + value
    return total + (section or Decimal(0))


def _may_follow(section: Decimal, value: Decimal) -> bool:
    """Return whether a number word may stand after the value so far: "hundred and twenty", "twenty-five"."""
    return section % 100 == 0 and value < 100 or section % 10 == 0 and section % 100 >= 20 and value < 10


@lru_cache(maxsize=4096)
def korean_number(text: str) -> Decimal:
    """Return the value of a Korean number such as "2조 4,000억", 3천500억, 이천만 or 스물다섯.

    The result is the bare number: no currency, no rounding.
    Raises ValueError when *text* is anything else.

    >>> korean_number("2조 4,000억"), korean_number("3천500억"), korean_number("열두")
    (Decimal('2400000000000'), Decimal('350000000000'), Decimal('12'))
    """
    text = text.strip()
    if text in NATIVE:
        return Decimal(NATIVE[text])
    if not text or not _KOREAN_SHAPE.fullmatch(text):
        raise ValueError(f"not a number: {text!r}")
    total = Decimal(0)
    section = Decimal(0)
    number: Decimal | None = None
    for token in _KOREAN_TOKEN.findall(text):
        if token in KOREAN_SMALL:
            section += (Decimal(1) if number is None else number) * KOREAN_SMALL[token]
            number = None
        elif token in KOREAN_BIG:
            section += number or 0
            total += (section or Decimal(1)) * KOREAN_BIG[token]
            section, number = Decimal(0), None
        else:
            value = KOREAN_DIGITS.get(token, plain_number(token))
            if value is None or number is not None:
                raise ValueError(f"not a number: {text!r}")
            number = value
    return exact(total + section + (number or 0))
