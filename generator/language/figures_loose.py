"""Text to the numbers that are no figure: minutes, kilometres, fractions, shares of a hundred, numbers without a noun.

Evidence keeps them apart from the figures, so that ours can be held against them. They are counts whose unit is a
measure ("minute", "km", "" where none is known) and percents whose unit is "fraction".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.language.figures_context import bound_english, bound_korean
from generator.language.figures_pattern import Pattern
from generator.language.numerals import english_number, exact, half_width, korean_number
from generator.model import Figure, FigureKind

FRACTION = "fraction"
"""The unit of a fraction, whose value is given in percent."""

_DIGITS = r"(?<![\w.,:/-])(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?(?!\d)"
_SCALE = r"(?: ?(?:thousand|million|billion|trillion)\b|(?:[천만억조](?:[\d,]+[천만억]?)*)+)?"
_WORDS = (
    r"\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen)(?=[ -][a-z])|\b(?:an? |two )dozen\b"
)
_NUMBER = Pattern(rf"{_DIGITS}{_SCALE}|{_WORDS}", re.IGNORECASE)

_MEASURES = {
    "minute": r"min(?:ute)?s?\b|분(?!기|의|야|양|위|류|석|할|쟁|량|리|배|포|만|께|들|명|기|과|담)",
    "second": r"sec(?:ond)?s?\b|초(?!반|기|등|과|대|고|점|래|청|안|순|여름|가을|겨울)",
    "km2": r"square[ -]kilomet(?:re|er)s?\b|sq ?km\b|km²|㎢|제곱킬로미터",
    "m2": r"square[ -]met(?:re|er)s?\b|sq ?m\b|m²|㎡|제곱미터",
    "m3": r"cubic[ -]met(?:re|er)s?\b|m³|㎥|세제곱미터|입방미터",
    "kmh": r"km/h\b|kph\b|kilomet(?:re|er)s? (?:an|per) hour\b",
    "km": r"km\b|kilomet(?:re|er)s?\b|㎞|킬로미터|킬로(?!그|와|바|리|비)",
    "cm": r"cm\b|centimet(?:re|er)s?\b|㎝|센티(?:미터)?",
    "mm": r"mm\b|millimet(?:re|er)s?\b|㎜|밀리미터|밀리(?!그|리)",
    "nm": r"nm\b|nanomet(?:re|er)s?\b|㎚|나노미터|나노",
    "m": r"(?-i:m)\b|met(?:re|er)s?\b|미터|ｍ",
    "mile": r"miles?\b|마일(?!리)",
    "foot": r"f(?:ee|oo)t\b|ft\b|피트(?!니)",
    "inch": r"inch(?:es)?\b|인치",
    "kg": r"kg\b|kilo(?:gram)?s?\b|㎏|킬로그램",
    "mg": r"mg\b|milligrams?\b|㎎|밀리그램",
    "g": r"(?-i:g)\b|grams?\b|그램",
    "tonne": r"(?:metric )?ton(?:ne)?s?\b|(?-i:t)\b|톤",
    "pound": r"pounds?\b|lbs?\b",
    "hectare": r"hectares?\b|ha\b|㏊|헥타르",
    "acre": r"acres?\b|에이커",
    "pyeong": r"pyeong\b|평(?!균|가|화|소|생|일|범|점|택|양|창|방)",
    "litre": r"lit(?:re|er)s?\b|ℓ|리터",
    "barrel": r"barrels?\b|배럴",
    "kwh": r"kwh\b|kilowatt[- ]hours?\b|킬로와트시",
    "mwh": r"mwh\b|megawatt[- ]hours?\b|메가와트시",
    "gwh": r"gwh\b|gigawatt[- ]hours?\b|기가와트시",
    "twh": r"twh\b|terawatt[- ]hours?\b|테라와트시",
    "kw": r"kw\b|kilowatts?\b|㎾|킬로와트",
    "mw": r"mw\b|megawatts?\b|㎿|메가와트",
    "gw": r"gw\b|gigawatts?\b|기가와트",
    "ghz": r"ghz\b|gigahertz\b|㎓|기가헤르츠",
    "mhz": r"mhz\b|megahertz\b|㎒|메가헤르츠",
    "gb": r"gb\b|gigabytes?\b|기가바이트",
    "tb": r"tb\b|terabytes?\b|테라바이트",
    "pb": r"pb\b|petabytes?\b|페타바이트",
    "degree": r"degrees?\b|°|도(?= |[가를로의에,.]|$)",
}
"""Units of measure that are no figure's, as both languages write them."""
LOOSE_UNITS = frozenset({"", FRACTION, *_MEASURES})
"""Units of the numbers that are no figure."""
_MEASURE = Pattern(
    "[- \u00a0]?(?:" + "|".join(f"(?P<{unit}>{words})" for unit, words in _MEASURES.items()) + ")", re.IGNORECASE
)

_PARTS = {
    "half": 2, "halv": 2, "thir": 3, "quar": 4, "four": 4, "fift": 5, "sixt": 6, "seve": 7, "eigh": 8, "nint": 9,
    "tent": 10,
}  # fmt: skip
"""By the first four letters."""
_SIGNS_OF_PARTS = (
    *"half hal third quarter fourth fifth sixth seventh eighth ninth tenth ½ ⅓ ⅔ ¼ ¾ ⅕ / 분의 절반 :".split(),
    " in ", "out of", "대",
)  # fmt: skip
"""Of these a text has at least one that holds a fraction."""
_ONES = "an?|one|two|three|four|five|six|seven|eight|nine"
_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5)}
_FRACTION = Pattern(
    rf"\b(?:(?P<many>{_ONES})[ -])?(?P<part>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?"
    r"|ninths?|tenths?)\b"
    r"|\b(?P<some>one|two|three|four|\d)(?: in| out of)(?: every)? "
    r"(?P<all>two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3})\b"
    r"(?![,.]?\d| (?:years?|months?|weeks?|days?)\b)"
    r"|(?P<sign>[½⅓⅔¼¾⅕])|(?<![\d/])(?P<upper>[1-9])/(?P<lower>[2-9]|10)(?![\d/])"
    r"|(?P<whole>\d{1,3}|[이삼사오육칠팔구십]{1,2})분의 ?(?P<share>\d{1,2}|[일이삼사오육칠팔구])|(?P<center>절반)"
    r"|(?<![\d:./-])(?P<left>\d{1,2}) ?(?:[:/]|대) ?(?P<right>\d{1,2})(?!\d|[:./-]\d)",
    re.IGNORECASE,
)
_FEWER = Pattern(r" (?:fewer|more)(?=[,.;:)]|\Z)")
_PART_OF_PLAY = Pattern(r"\b(?:first|second|other|latter|last|next|better) \Z", re.IGNORECASE)
_PLAIN = Pattern(
    r" (?:of|more|less|fewer|higher|lower|larger|to|from|in|by|on|are|is|was|were|come|comes|goes|went)\b|[.,;:)]|\Z"
)
"""What follows "a third" that is no ordinal ("a third company")."""


def read_loose(text: str, language: str, taken: Iterable[tuple[int, int]]) -> tuple[Figure, ...]:
    """Return the numbers of *text* outside the stretches *taken* by figures, dates and names, in order.

    >>> [(one.text, one.unit, str(one.low)) for one in read_loose("270 km in 40 minutes, two thirds free.", "en", ())]
    [('270', 'km', '270'), ('40', 'minute', '40'), ('two thirds', 'fraction', '66.67')]
    """
    text = half_width(text)
    bound = bound_korean if language == "ko" else bound_english
    covered = bytearray(len(text))
    for start, end in taken:
        covered[start:end] = b"1" * (min(end, len(text)) - start)
    found: list[Figure] = []
    for figure in (*_fractions(text), *_numbers(text)):
        if not any(covered[figure.start : figure.end]):
            found.append(figure)
            covered[figure.start : figure.end] = b"1" * len(figure.text)
    in_order = sorted(found, key=lambda one: one.start)
    return tuple(one if one.unit == FRACTION and one.text.isdigit() else bound(text, one) for one in in_order)


def is_certain(text: str, fraction: Figure) -> bool:
    """Return whether a word that may be a fraction is one: "a third of", not "a third company"."""
    words = fraction.text.lower()
    if words == "half":
        if _PART_OF_PLAY.search(text, max(0, fraction.start - 12), fraction.start):
            return False
        return re.match(r" (?:of|the|its|their|that|this)\b", text[fraction.end :]) is not None
    if words.endswith(("quarter", "quarters")):
        return re.match(r" of\b(?! (?:19|20)\d\d)", text[fraction.end :]) is not None
    return not words.startswith(("a ", "one t", "one f")) or _PLAIN.match(text, fraction.end) is not None


def _fractions(text: str) -> Iterator[Figure]:
    lower = text.lower()
    for found in _FRACTION.finditer(text) if any(sign in lower for sign in _SIGNS_OF_PARTS) else ():
        if found["left"]:
            yield from _shares(found)
            continue
        pair = _pair(found)
        if pair and 0 < pair[0] < pair[1] <= 100:
            yield _percent(found.group(), found.start(), Decimal(100 * pair[0]) / pair[1])


def _pair(found: re.Match[str]) -> tuple[int, int] | None:
    """Return numerator and denominator of a fraction, or None of what is none ("quarters")."""
    if found["part"]:
        many = (found["many"] or "").lower()
        if not many and found["part"].lower() != "half":
            return None
        return (1 if many in ("", "a", "an") else int(english_number(many))), _PARTS[found["part"][:4].lower()]
    if found["some"]:
        return int(english_number(found["some"])), int(english_number(found["all"]))
    if found["sign"]:
        return _SIGNS[found["sign"]]
    if found["upper"]:
        return int(found["upper"]), int(found["lower"])
    return (1, 2) if found["center"] else (int(korean_number(found["share"])), int(korean_number(found["whole"])))


def _shares(found: re.Match[str]) -> Iterator[Figure]:
    """Yield the two parts of a whole: 60:40, 6 대 4."""
    left, right = int(found["left"]), int(found["right"])
    scale = {100: 1, 10: 10}.get(left + right)
    if scale and left and right:
        for name, part in (("left", left), ("right", right)):
            yield _percent(found[name], found.start(name), Decimal(part * scale))


def _percent(text: str, start: int, value: Decimal) -> Figure:
    rounded = exact(value.quantize(Decimal("0.01")))
    return Figure(text, start, FigureKind.PERCENT, rounded, rounded, FRACTION)


def _numbers(text: str) -> Iterator[Figure]:
    for found in _NUMBER.finditer(text):
        value = _value(found.group())
        measure = _MEASURE.match(text, found.end())
        is_apart = _FEWER.match(text, found.end()) is not None
        if value is not None and (measure or found.group()[0].isdigit() or found.group().endswith("dozen") or is_apart):
            unit = measure.lastgroup or "" if measure else ""
            yield Figure(found.group(), found.start(), FigureKind.COUNT, value, value, unit)


def _value(written: str) -> Decimal | None:
    for read in (english_number, korean_number):
        try:
            return read(written)
        except ValueError:
            continue
    return None
