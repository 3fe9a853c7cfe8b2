"""Text to the numbers that are no figure: minutes, kilometres, fractions, shares of a hundred, numbers without a noun.

Evidence keeps them apart from the figures, so that ours can be held against them. They are counts whose unit is a
measure ("minute", "km", "" where none is known) and percents whose unit is "fraction".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from generator.language.figures_context import bound_english, bound_korean
from generator.language.figures_pattern import HANGUL, Pattern
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
    "mph": r"mph\b|miles (?:an|per) hour\b",
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
    "age": r"years? old\b|years? of age\b|year[- ]olds?\b|세(?![가-힣]{2}|[대기계트])|살(?![가-힣]{2}|[림인아])",
    "degree": r"degrees?\b|°|도(?= |[가를로의에,.]|$)",
}
"""Units of measure that are no figure's, as both languages write them."""
ORDINAL, SCORE, POINT, CLOCK = "ordinal", "score", "point", "clock"
"""Units of a place in a row ("second-largest", 2위), of the two sides of a score and of parts of a percentage point."""
LOOSE_UNITS = frozenset({"", FRACTION, ORDINAL, SCORE, POINT, CLOCK, *_MEASURES})
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
    *"half halv third quarter fourth fifth sixth seventh eighth ninth tenth ½ ⅓ ⅔ ¼ ¾ ⅕ 분의 절반".split(),
)
"""Of these a text has at least one that holds a fraction, unless it tells one in numbers (1/3, 6 대 4, two in ten)."""
_IN_NUMBERS = Pattern(r"[0-9] ?[:/대] ?[0-9]")
_IN_SO_MANY = Pattern(r" (?:(?<=[0-9eor] )in|(?<=[0-9eor] )out of)(?: every)? [0-9tfsen]")
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
_SHARE_BEFORE = Pattern(
    r"\b(?:by|up|down|than|nearly|almost|about|around|roughly|over|under|some|for) (?:an? |one |three )?\Z",
    re.IGNORECASE,
)
"""Before "a quarter" these make it a share, and no quarter of a year."""
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
    covered = bytearray(len(text))
    for start, end in taken:
        covered[start:end] = b"1" * (min(end, len(text)) - start)
    found = list(_ratios(text)) if language == "ko" else []
    for figure in (*_clocks(text), *_placed(text), *_fractions(text), *_idioms(text), *_numbers(text)):
        if not any(covered[figure.start : figure.end]):
            found.append(figure)
            covered[figure.start : figure.end] = b"1" * len(figure.text)
    in_order = sorted(found, key=lambda one: one.start)
    return tuple(_bounded(text, one, bound_korean if language == "ko" else bound_english) for one in in_order)


_COUNTER = Pattern(rf" ?점|(?![년월일시분초위호조항차세살]){HANGUL}{{1,2}}")
"""A counter of no figure; what makes a date, an age or a place in a row is none."""


def _bounded(text: str, figure: Figure, bound: Callable[[str, Figure], Figure]) -> Figure:
    """Return *figure* with the bound that the words around it and its measure set (270㎞ 이상)."""
    if (
        figure.unit in (ORDINAL, SCORE, CLOCK)
        or figure.text.endswith("decade")
        or figure.unit == FRACTION
        and figure.text.isdigit()
    ):
        return figure
    measure = _MEASURE.match(text, figure.end) if figure.unit in _MEASURES else None
    if measure is None:
        return _counted(text, figure, bound)
    return _up_to(text, figure, measure.end(), bound)


def _up_to(text: str, figure: Figure, end: int, bound: Callable[[str, Figure], Figure]) -> Figure:
    """Return *figure* with the bound that it has together with what it measures, which goes to *end*."""
    return replace(bound(text, replace(figure, text=text[figure.start : end])), text=figure.text)


def _counted(text: str, figure: Figure, bound: Callable[[str, Figure], Figure]) -> Figure:
    """Return *figure* with the bound around it, or around it and a Korean counter that is not known (900점 넘게)."""
    counter = _COUNTER.match(text, figure.end)
    ends = range(figure.end, counter.end() + 1 if counter else figure.end + 1)
    ways = [_up_to(text, figure, end, bound) for end in ends]
    return next((one for one in ways if one.bound), ways[0])


def is_certain(text: str, fraction: Figure) -> bool:
    """Return whether a word that may be a fraction is one: "a third of", not "a third company"."""
    words = fraction.text.lower()
    if words == "half":
        if _PART_OF_PLAY.search(text, max(0, fraction.start - 12), fraction.start):
            return False
        return re.match(r" (?:of|the|its|their|that|this)\b", text[fraction.end :]) is not None
    if words.endswith(("quarter", "quarters")):
        is_share = _SHARE_BEFORE.search(text, max(0, fraction.start - 16), fraction.start) and _PLAIN.match(
            text, fraction.end
        )
        return bool(is_share) or re.match(r" of\b(?! (?:19|20)\d\d)", text[fraction.end :]) is not None
    return not words.startswith(("a ", "one t", "one f")) or _PLAIN.match(text, fraction.end) is not None


def _may_hold_part(text: str, lower: str) -> bool:
    """Return whether *text* may hold a fraction; *lower* is the same in small letters."""
    return (
        any(sign in lower for sign in _SIGNS_OF_PARTS)
        or any(sign in text for sign in ":/대")
        and _IN_NUMBERS.search(text) is not None
        or (" in " in lower or "out of" in lower)
        and _IN_SO_MANY.search(lower) is not None
    )


def _fractions(text: str) -> Iterator[Figure]:
    lower = text.lower()
    for found in _FRACTION.finditer(text) if _may_hold_part(text, lower) else ():
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


_ORDINALS = {
    word: number for number, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)
}
_NATIVE = dict(zip("두 세 네 다섯 여섯 일곱 여덟 아홉 열".split(), range(2, 11), strict=True))
_NTH = Pattern(
    rf"\b(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
    r"(?=[- ](?:largest|biggest|highest|lowest|most|best|worst|longest|busiest|oldest|ranked|placed)\b"
    r"| (?:straight|consecutive|successive|place|time|year|month|week|day)\b"
    r"|[- ](?:week|month|year|quarter|day|game|time) (?:in a row|running)\b"
    r"| (?:overall|victory|win|title|gold|medal|goal|term|season|home run|defeat|loss|round|sellout|attempt|child)\b)"
    r"|\b(?:No\. ?|ranked |ranks )(?P<place>\d{1,3})\b",
    re.IGNORECASE,
)
_NTH_KO = Pattern(
    rf"(?<![\d.,])(?P<rank>\d{{1,3}})(?: ?번째|위(?=[ .,)·]|[를로에의가인는와]|$))"
    rf"|(?<!\w)(?P<native>{'|'.join(_NATIVE)}) ?번째"
)
_SIDES = Pattern(
    r"(?<![\w.,:/%~-])(?P<left>\d{1,3})(?:[-–:]| ?대 ?)(?P<right>\d{1,3})"
    r"(?![\d%~]|[.,:/–-]\d|[- ]?(?:years?|months?|days?)\b)"
)
_POINTS = Pattern(
    r"\b(?:an? )?(?:(?P<half>half)|(?P<most>three[- ])?quarters?)(?: of an?|[- ]an?)?[- ]points?\b", re.IGNORECASE
)


def _placed(text: str) -> Iterator[Figure]:
    """Yield places in a row, scores and parts of a percentage point; a sign of each is looked for first."""
    lower = text.lower()
    is_placed = any(sign in text for sign in ("번째", "위"))
    words = [*(_NTH_KO.finditer(text) if is_placed else ())]
    if any(word in lower for word in (*_ORDINALS, *_RANKS)) or _HAS_NTH.search(lower):
        words += _NTH.finditer(text)
    for found in words:
        word = next(group for group in found.groups() if group).lower()
        number = Decimal(_ORDINALS.get(word) or _NATIVE.get(word) or int(re.sub(r"\D", "", word)))
        yield Figure(found.group(), found.start(), FigureKind.COUNT, number, number, ORDINAL)
    for found in _POINTS.finditer(text) if "point" in lower and ("half" in lower or "quarter" in lower) else ():
        value = Decimal("0.5" if found["half"] else "0.75" if found["most"] else "0.25")
        yield Figure(found.group(), found.start(), FigureKind.PERCENT, value, value, POINT)
    for found in _SIDES.finditer(text) if _HAS_SIDES.search(text) else ():
        low, high = sorted((Decimal(found["left"]), Decimal(found["right"])))
        if low + high not in (10, 100):  # shares of a whole
            yield Figure(found.group(), found.start(), FigureKind.COUNT, low, high, SCORE)


_IDIOMS = Pattern(r"\b(?:twice\b|a decade\b(?= ago))", re.IGNORECASE)


def _idioms(text: str) -> Iterator[Figure]:
    """Yield "twice" and "a decade ago" as the numbers that they are."""
    for found in _IDIOMS.finditer(text) if "wice" in text or "decade ago" in text else ():
        value = Decimal(2 if found.group().lower() == "twice" else 10)
        yield Figure(found.group(), found.start(), FigureKind.COUNT, value, value, "")


_HAS_NTH = Pattern(r"[0-9](?:st|nd|rd|th)\b")
_RANKS = ("no.", "ranked ", "ranks ")
_HAS_SIDES = Pattern(r"[0-9](?:[-–:]| ?대 ?)[0-9]")


_SMALL = {"한": 1, **_NATIVE}
_KINDS = "명|곳|개|가구|사람|대|건"
_RATIO = Pattern(
    rf"(?<![가-힣\d.,])(?P<whole>10|100|[2-9]|{'|'.join(_NATIVE)}) ?(?:{_KINDS}) ?(?:중|가운데) ?(?:에 ?)?"
    rf"(?P<share>\d{{1,2}}|한|{'|'.join(_NATIVE)}) ?(?:{_KINDS})"
)


def _ratios(text: str) -> Iterator[Figure]:
    """Yield the shares that two small counts tell: 다섯 명 중 한 명, 10명 중 3명."""
    for found in _RATIO.finditer(text):
        share, whole = (
            int(_NATIVE.get(found[name]) or (1 if found[name] == "한" else found[name])) for name in ("share", "whole")
        )
        if 0 < share < whole:
            yield _percent(found.group(), found.start(), Decimal(100 * share) / whole)


_SPEEDS = {"km": "kmh", "mile": "mph"}
_HALF_DAY = 720
_CLOCK = Pattern(
    r"(?<![\w.,:/-])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?"
    r"|(?<![\w.,:/-])(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?![\d:])(?= (?:GMT|UTC|local|KST|on)\b)",
    re.IGNORECASE,
)
_CLOCK_KO = Pattern(
    r"(?:(?P<half>오전|오후|새벽|아침|저녁|밤|낮) ?)?(?<![\d.,])(?P<hour>[01]?\d|2[0-4])시(?!간|즌|리즈|대|장|속)"
    r"(?: ?(?P<minute>[0-5]?\d)분)?"
)
_MORNINGS = ("오전", "새벽", "아침", "a")


def _clocks(text: str) -> Iterator[Figure]:
    """Yield the times of a day, in minutes; one that may be before or after noon has both."""
    is_korean = "시" in text and _HAS_CLOCK_KO.search(text) is not None
    if is_korean or "m" in text and _HAS_CLOCK.search(text):
        for found in (_CLOCK_KO if is_korean else _CLOCK).finditer(text):
            groups = found.groupdict()
            hour, minute = groups["hour"] or groups["hour24"], groups["minute"] or groups.get("minute24") or 0
            half = (groups["half"] or "").lower()
            low = int(hour) % 12 * 60 + int(minute)
            is_late = bool(half) and half not in _MORNINGS and not (half == "밤" and int(hour) in (12, 1, 2))
            low += _HALF_DAY if is_late or int(hour) > 12 else 0
            high = low if half or int(hour) > 12 else low + _HALF_DAY
            yield Figure(found.group(), found.start(), FigureKind.COUNT, Decimal(low), Decimal(high), CLOCK)


_HAS_CLOCK_KO = Pattern("[0-9]시")
_HAS_CLOCK = Pattern(r"[0-9] ?[apAP]\.?m|[0-9]:[0-9]")


def _numbers(text: str) -> Iterator[Figure]:
    for found in _NUMBER.finditer(text):
        value = _value(found.group())
        measure = _MEASURE.match(text, found.end())
        is_apart = _FEWER.match(text, found.end()) is not None
        if value is not None and (
            measure or found.group()[0].isdigit() or found.group().lower().endswith("dozen") or is_apart
        ):
            unit = measure.lastgroup or "" if measure else ""
            unit = _SPEEDS.get(unit, unit) if text.endswith(("시속 ", "시속"), 0, found.start()) else unit
            yield Figure(found.group(), found.start(), FigureKind.COUNT, value, value, unit)


def _value(written: str) -> Decimal | None:
    for read in (english_number, korean_number):
        try:
            return read(written)
        except ValueError:
            continue
    return None
