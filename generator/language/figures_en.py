"""Figures in English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.language import figures_en_nouns as nouns
from generator.language import figures_en_patterns as patterns
from generator.language.figures_context import english_after, english_before
from generator.language.figures_money import SUBUNITS, currency_before, english_code
from generator.language.numerals import english_number, exact, plain_number
from generator.model import Bound, Figure, FigureKind

_MULTIPLE = {
    "doubl": 2, "twice": 2, "twofo": 2, "tripl": 3, "trebl": 3, "thric": 3, "three": 3, "quadr": 4, "fourf": 4, "quint": 5, "fivef": 5,
    "sextu": 6, "sixfo": 6, "septu": 7, "seven": 7, "eight": 8, "ninef": 9, "tenfo": 10, "twent": 20, "hundr": 100, "thous": 1000,
}  # fmt: skip
_SPANS = {
    "year": "year",
    "yr": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "hour": "hour",
    "hr": "hour",
    "decade": "year",
}
_NOT_DOUBLED = re.compile(
    r"[- ](?:digits?|down|standards?|room|bed|bond|jeopardy|decker|header|team|dip|dipping|play|blow|duty|whammy|jump|crown|threat"
    r"|talaq|bogey|faults?|check|agent|life|edged|door|deck|a|axel|bottom|top|click|helix|entry|bass|vision|counting|major|champion\w*"
    r"|lutz|toe|negative|world|bill|winner|jeopardies|glazing|espresso|shot|yellow|blind|dutch|act|parked|parking|taxation|up|as|back|barrel\w*|gold|medal\w*)\b|[- ]double",
    re.IGNORECASE,
)
_RATIO_BEFORE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+)(?: out)?(?: of| in)(?: every)? \Z", re.IGNORECASE
)
_RATIO_AFTER = re.compile(
    r" (?:in(?: every)?|out of(?: every)?) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|twenty)\b|[- ](?:thirds?|quarters?|fifths?|sixths?|tenths?|hundredths?)\b"
)
_OF_GROUP = re.compile(r" of (?:the|its|their|our|his|her|those|these|all|which|whom|them)\b", re.IGNORECASE)
_WON_VERB = re.compile(
    r" (?:an?|the|their|his|her|its|in|by|at|over|gold|silver|bronze|medals?|seats?|awards?|games?|best|again|re|out)\b"
)
_POUNDS_WEIGH = re.compile(r" (?:of|per|in weight|heavier|lighter|overweight)\b")
_A_SPAN = re.compile(r"an?[ \u00a0](?:year|month|week|day|decade)\b", re.IGNORECASE)
_AND_A_HALF = re.compile(r" and a half\b")
_FOR_A = re.compile(
    r"\b(?:for|within|than|least|nearly|almost|about|around|roughly|under|over|half|in just|in less than) \Z",
    re.IGNORECASE,
)
_EARLIER = re.compile(r" (?:earlier|before|prior|later on)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;!?](?=\s)")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number found in the text, with the currency written before it."""

    start: int
    end: int
    value: Decimal
    text: str
    currency: str = ""
    is_scaled: bool = False

    @property
    def is_digits(self) -> bool:
        return self.text[0].isdigit()

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year of the calendar: four digits, no comma, no scale."""
        return len(self.text) == 4 and self.text.isdigit() and 1900 <= self.value < 2100


@dataclass(frozen=True, slots=True)
class _Unit:
    """What stands after a number: what it measures, and by how much the number is to be multiplied."""

    kind: FigureKind
    unit: str
    end: int
    factor: Decimal = Decimal(1)


def read_english(text: str) -> Iterator[Figure]:
    """Yield the figures of an English *text* in order."""
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
    start = found.start()
    if not text[start].isdigit():
        special = _read_special(text, found)
        if special is not None:
            return special
    number = _number_at(text, start)
    if number is None:
        return ()
    figures = _read_measured(text, number) or _read_counted(text, number, last)
    return tuple(_with_bound(text, figure) for figure in figures)


def _number_at(text: str, start: int) -> _Number | None:
    """Return the number that begins at *start*, or None when what stands there is part of something else."""
    if not text[start].isdigit():
        found = patterns.NUMBER_WORDS.match(text, start)
        if not found:
            return None
        words = found.group()
        if text[found.end() : found.end() + 1].isalnum() or (
            start and text[start - 1] in "-’'&" and start > 1 and text[start - 2].isalnum()
        ):
            return None
        return _Number(start, found.end(), english_number(words), words, is_scaled=_has_scale(words))
    found = patterns.DIGIT_NUMBER.match(text, start)
    assert found is not None  # FIND saw a digit here
    digits = re.match(r"[\d.,]+", found.group()).group()  # type: ignore[union-attr]
    if plain_number(digits) is None:
        return None
    currency, begin = currency_before(text, start, is_sized=found.group("scale") is not None or "," in digits)
    end = found.end()
    if found.group("scale") and len(found.group("scale")) == 1 and not currency and digits == "3":
        end = found.start("scale")
    if not currency and not _stands_free(text, start, end):
        return None
    if text[end : end + 1].isalpha() and not currency and not patterns.UNIT.match(text, end):
        return None
    sign = -1 if _is_negative(text, begin) else 1
    value = english_number(text[start:end]) * sign
    return _Number(
        begin - (sign < 0), end, value, text[start:end], currency, is_scaled=found.group("scale") is not None
    )


def _has_scale(words: str) -> bool:
    return any(size in words.lower() for size in ("thousand", "million", "billion", "trillion"))


def _stands_free(text: str, start: int, end: int) -> bool:
    """Return whether the digits are not part of a code, a fraction, a clock time, a date or a telephone number."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and (before.isalnum() or before in "_#@&'’:°."):
        return False
    if before in ("-", "/", "–", "‐", "‑") and start > 1 and text[start - 2].isalnum():
        return False
    if after in (":", "/", "°", "′", "″", "℃", "㎡", "㎞", "*") and after and text[end + 1 : end + 2].isalnum():
        return after == "/" and not text[end + 1 : end + 2].isdigit()
    return after not in ("°", "℃", "㎡", "㎞", "_", "@") or not after


def _is_negative(text: str, begin: int) -> bool:
    """Return whether a minus sign stands close before *begin* and is not a dash or a hyphen."""
    return text[begin - 1 : begin] in ("-", "−") and bool(begin) and (begin == 1 or text[begin - 2] in " (\u00a0\n")


def _unit_at(text: str, number: _Number) -> _Unit | None:
    """Return the unit that the number has before it or after it, or None."""
    end = number.end
    found = patterns.UNIT.match(text, end)
    name = found.lastgroup if found else None
    if found and found.group("time"):
        name = "time"
    if number.currency:
        if found and name in ("money", "code") and text[end : end + 1] != "-":
            end = found.end() if _code_of(found, name) == number.currency else end
        return _Unit(FigureKind.MONEY, number.currency, end)
    if not found:
        return None
    if name == "percent":
        return _Unit(FigureKind.PERCENT, "%", found.end())
    if name == "basis":
        return _Unit(FigureKind.PERCENT, "%", found.end(), Decimal("0.01"))
    if name in ("money", "code"):
        code = _code_of(found, name)
        return _Unit(FigureKind.MONEY, code, found.end()) if code and _is_money(text, number, found) else None
    if name == "cents":
        return _Unit(
            FigureKind.MONEY, SUBUNITS["pence" if "pence" in found.group() else "cent"], found.end(), Decimal("0.01")
        )
    return _time_or_times(text, number, found, name)


def _code_of(found: re.Match[str], name: str) -> str | None:
    written = found.group(name).strip(" \u00a0\u202f-")
    return written if name == "code" else english_code(written)


def _is_money(text: str, number: _Number, found: re.Match[str]) -> bool:
    """Return whether "won" is the currency and not the verb, and "pounds" money and not weight."""
    name = found.group("money") and found.group("money").strip(" -\u00a0").lower()
    if name == "won" and not number.is_digits and not number.is_scaled:
        return not _WON_VERB.match(text, found.end())
    if name and name.startswith("pound"):
        return not _POUNDS_WEIGH.match(text, found.end()) and not (text[number.end] == "-" and not number.is_scaled)
    return True


def _time_or_times(text: str, number: _Number, found: re.Match[str], name: str | None) -> _Unit | None:
    if name == "time":
        if found.group("old") or number.is_year or _EARLIER.match(text, found.end()) and number.value == 1:
            return None
        span = found.group("span").lower().rstrip("s")
        return _Unit(FigureKind.DURATION, _SPANS[span], found.end(), Decimal(10 if span == "decade" else 1))
    if number.is_year:
        return None
    if found.group().strip(" -").lower() == "times" and _is_often(text, number.start, found.end()):
        return _Unit(FigureKind.COUNT, "count", found.end())
    return _Unit(FigureKind.MULTIPLE, "x", found.end())


def _is_often(text: str, start: int, end: int) -> bool:
    """Return whether "three times" says how often and not how many times as much."""
    if patterns.MULTIPLE_FOLLOWS.match(text, end):
        return False
    if patterns.GROWTH_BEFORE.search(text, max(0, start - 40), start):
        return False
    return bool(patterns.OFTEN_FOLLOWS.match(text, end))


def _read_measured(text: str, number: _Number) -> tuple[Figure, ...]:
    """Return the figure of a number with a unit, or of a range of them; nothing when there is no unit."""
    unit = _unit_at(text, number)
    join = patterns.JOIN.match(text, unit.end if unit else number.end)
    other = _second_number(text, join) if join else None
    if join and other:
        other_unit = _unit_at(text, other)
        if (
            unit
            and unit.kind is FigureKind.MONEY
            and number.currency
            and not (other_unit and other_unit.kind is FigureKind.MONEY)
        ):
            tied = other.is_scaled or join.lastgroup in ("dash", "and")
            other_unit = (
                _Unit(unit.kind, unit.unit, other.end)
                if tied and not other_unit and not nouns.phrase_end(text, other.end)
                else other_unit
            )
        if other_unit and (unit is None or (unit.kind, unit.unit) == (other_unit.kind, other_unit.unit)):
            figures = _range(text, number, other, join, unit, other_unit)
            if figures:
                return figures
    if unit is None:
        return ()
    value = exact(number.value * unit.factor)
    end = _half_after(text, unit.end) if unit.kind is FigureKind.DURATION and number.value == 1 else None
    if end:
        return (_figure(text, number.start, end, unit, value + Decimal("0.5")),)
    return (_figure(text, number.start, unit.end, unit, value),)


def _half_after(text: str, end: int) -> int | None:
    found = _AND_A_HALF.match(text, end)
    return found.end() if found else None


def _second_number(text: str, join: re.Match[str]) -> _Number | None:
    """Return the number after the joining word, a currency of its own before it taken along."""
    start = join.end()
    found = re.compile(
        r"(?:(?:about|around|nearly|almost|roughly|over) )?[A-Z]{0,3}\.?[$€£¥₩]?[ \u00a0]?(?=\d)|(?=[A-Za-z])"
    ).match(text, start)
    if not found:
        return None
    if text[found.end() : found.end() + 1].isalpha():
        number = _number_at(text, found.end()) if patterns.FIND.match(text, found.end()) else None
        return number if number and number.start == found.end() else None
    digits = patterns.DIGIT_NUMBER.match(text, found.end())
    if not digits or plain_number(re.match(r"[\d.,]+", digits.group()).group()) is None:  # type: ignore[union-attr]
        return None
    is_scaled = digits.group("scale") is not None
    currency, begin = currency_before(text, found.end(), is_sized=is_scaled)
    if begin < start or text[digits.end() : digits.end() + 1].isalpha() and not patterns.UNIT.match(text, digits.end()):
        return None
    return _Number(begin, digits.end(), english_number(digits.group()), digits.group(), currency, is_scaled)


def _range(
    text: str, number: _Number, other: _Number, join: re.Match[str], unit: _Unit | None, other_unit: _Unit
) -> tuple[Figure, ...]:
    """Return one figure for a range, two for a change from one value to another, none when the two do not belong together."""
    low, high = number.value, other.value
    is_open = unit is None or bool(number.currency and not other.currency)
    if is_open and other.is_scaled and not number.is_scaled and number.value:
        scale = other.value / _unscaled(other)
        low = low * scale if low * scale <= high else low
    low, high = exact(low * (unit or other_unit).factor), exact(high * other_unit.factor)
    before = text[max(0, number.start - 80) : number.start]
    how = join.lastgroup
    if how == "dash" and not _is_span(text, number, join, low, high):
        return ()
    if how == "and" and not re.search(r"\bbetween (?:about |around |roughly |an estimated )?\Z", before, re.IGNORECASE):
        return ()
    if how == "or" and not (low < high and high - low <= max(Decimal(2), low)):
        return ()
    if how == "to" and _is_change(before, low, high, has_unit=unit is not None):
        if unit is not None or not re.search(
            r"\bfrom (?:about |around |nearly |just |some )?\Z", before, re.IGNORECASE
        ):
            return ()
        first = _figure(text, number.start, number.end, other_unit, low)
        return (first, _figure(text, other.start, other_unit.end, other_unit, high))
    if low > high:
        return ()
    return (replace(_figure(text, number.start, other_unit.end, other_unit, low), high=high),)


def _unscaled(number: _Number) -> Decimal:
    digits = re.match(r"[\d.,]+", number.text)
    return (digits and plain_number(digits.group())) or number.value


def _is_span(text: str, number: _Number, join: re.Match[str], low: Decimal, high: Decimal) -> bool:
    """Return whether a dash joins two ends of a range: not a score, not two years."""
    return low < high and not (number.is_year and not number.currency) and text[join.end() : join.end() + 1] != "-"


def _is_change(before: str, low: Decimal, high: Decimal, *, has_unit: bool) -> bool:
    """Return whether "from A to B" tells of a change and not of a range."""
    if low >= high or not before:
        return low >= high
    if re.search(
        r"\bfrom (?:(?:about|around|nearly|just|some|an|estimated|the|current|previous|roughly) )*\Z",
        before,
        re.IGNORECASE,
    ):
        if patterns.RANGES.search(before):
            return False
        return has_unit or bool(patterns.RISES.search(before))
    words = before.split()
    return bool(words) and bool(patterns.RISES.match(words[-1])) and not words[-1].endswith("ing")


def _figure(text: str, start: int, end: int, unit: _Unit, value: Decimal) -> Figure:
    return Figure(text[start:end], start, unit.kind, value, value, unit.unit)


def _with_bound(text: str, figure: Figure) -> Figure:
    is_time = figure.kind is FigureKind.DURATION
    bound = english_before(text, figure.start, is_time=is_time) or english_after(text, figure.end)
    return replace(figure, approx=True, bound=bound) if bound else figure


# ------------------------------------------------------------------------------------------------------------ counts


def _read_counted(text: str, number: _Number, last: Figure | None) -> tuple[Figure, ...]:
    """Return the count of the noun after the number, or of a noun named before; nothing when it counts none."""
    if number.value < 0 or number.currency or not _may_count(text, number):
        return ()
    join = patterns.JOIN.match(text, number.end)
    other = _second_number(text, join) if join else None
    if join and other and not other.currency:
        end = _noun_end(text, other)
        unit = _Unit(FigureKind.COUNT, "count", end) if end else None
        if unit and (figures := _range(text, number, other, join, None, unit)):
            return figures
    end = _noun_end(text, number)
    if end is None:
        end = _elliptic_end(text, number, last)
    if end is None:
        return ()
    return (_figure(text, number.start, end, _Unit(FigureKind.COUNT, "count", end), number.value),)


def _may_count(text: str, number: _Number) -> bool:
    """Return whether the number may count something: no year, no label, no name, no ratio, no lone "one"."""
    if number.value == 1 or number.is_year or number.value == 0 and not number.is_digits:
        return False
    if number.is_digits and nouns.names_something(text, number.start, number.text):
        return False
    before = text[max(0, number.start - 16) : number.start]
    if _RATIO_BEFORE.search(before) or _RATIO_AFTER.match(text, number.end):
        return False
    return number.is_digits or not nouns.is_named_word(text, number.start, number.end)


def _noun_end(text: str, number: _Number) -> int | None:
    """Return the offset after the noun the number counts, or None."""
    if text[number.end : number.end + 1] in ("-", "‐", "‑"):
        return nouns.hyphenated_end(text, number.end)
    plus = re.compile(r"\+|-plus").match(text, number.end)
    start = plus.end() if plus else number.end
    group = _OF_GROUP.match(text, number.end)
    end = nouns.phrase_end(text, group.end() if group and number.is_digits else start)
    if end is None:
        return None
    previous = text[max(0, number.start - 8) : number.start].lower().split()
    noun = nouns.head_of(text, number.end, end)
    return None if previous and nouns.is_pronoun_like(previous[-1], number.value, noun) else end


def _elliptic_end(text: str, number: _Number, last: Figure | None) -> int | None:
    """Return the end of a bare number whose noun stands before it ("the number of members to 18", "and 100 from Busan")."""
    if number.value != number.value.to_integral_value():
        return None
    if text[number.end : number.end + 1] in ("-", "–"):
        return None
    before = text[max(0, number.start - 90) : number.start].rstrip(" \u00a0")
    if patterns.HOW_MANY.search(before):
        return number.end
    is_listed = last is not None and last.kind is FigureKind.COUNT and 0 < number.start - last.end < 80
    if (
        is_listed
        and patterns.ELLIPSIS.match(text, number.end)
        and re.search(r"(?:,| and| with| including| to| from|\(|;)\Z", before)
    ):
        return None if _SENTENCE_END.search(text, last.end, number.start) else number.end  # type: ignore[union-attr]
    return None


# ------------------------------------------------------------------------------------- words that are figures by themselves


def _read_special(text: str, found: re.Match[str]) -> tuple[Figure, ...] | None:
    """Return the figures of a word that is no plain number (doubled, dozens, a year and a half); None for a number word."""
    word = found.group().lower()
    if word.startswith(
        ("doubl", "tripl", "trebl", "quadrupl", "quintupl", "sextupl", "septupl", "twice", "thrice")
    ) or word.endswith("fold"):
        return _read_multiple(text, found)
    if _A_SPAN.fullmatch(word):
        return _read_a_span(text, found)
    if word.startswith(
        (
            "several",
            "few",
            "dozens",
            "scores",
            "tens",
            "hundreds",
            "thousands",
            "millions",
            "billions",
            "trillions",
            "multi",
        )
    ) or word.endswith(("few", "couple")):
        return _read_vague(text, found)
    return None


def _read_multiple(text: str, found: re.Match[str]) -> tuple[Figure, ...]:
    word = found.group().lower()
    if word.startswith(("doubl", "tripl", "quadrupl")) and _NOT_DOUBLED.match(text, found.end()):
        return ()
    if text[found.start() - 1 : found.start()] in ("-", "’", "'") and found.start():
        return ()
    if word in ("twice", "thrice") and not patterns.MULTIPLE_FOLLOWS.match(text, found.end()):
        return ()
    if word in ("doubles", "triples") and not re.compile(
        r" (?:the|its|their|his|her|in|to|as|production|output|capacity)\b"
    ).match(text, found.end()):
        return ()
    if (
        found.group()[0].isupper()
        and not found.group().isupper()
        and re.compile(r"[ -][A-Z]").match(text, found.end())
        and not text[: found.start()].rstrip()[-1:] in ("", ".", "“", '"')
    ):
        return ()
    value = Decimal(_MULTIPLE[word[:5]])
    return (
        _with_bound(
            text, _figure(text, found.start(), found.end(), _Unit(FigureKind.MULTIPLE, "x", found.end()), value)
        ),
    )


def _read_a_span(text: str, found: re.Match[str]) -> tuple[Figure, ...]:
    """Return "a year and a half", "a decade", and "a month" where it plainly measures ("for a month")."""
    span = found.group().split()[-1].lower()
    value = Decimal(10) if span == "decade" else Decimal(1)
    unit = _Unit(FigureKind.DURATION, _SPANS[span], found.end())
    half = _half_after(text, found.end())
    if half:
        return (
            _with_bound(
                text,
                _figure(
                    text,
                    found.start(),
                    half,
                    unit,
                    exact(value * Decimal("1.5") if value > 1 else value + Decimal("0.5")),
                ),
            ),
        )
    if _EARLIER.match(text, found.end()) or text[found.end() : found.end() + 1] == "-":
        return ()
    if span != "decade" and not _FOR_A.search(text, max(0, found.start() - 12), found.start()):
        return ()
    return (_with_bound(text, _figure(text, found.start(), found.end(), unit, value)),)


def _read_vague(text: str, found: re.Match[str]) -> tuple[Figure, ...]:
    vague = patterns.VAGUE.match(text, found.start())
    if not vague:
        return ()
    end = vague.end()
    unit = patterns.VAGUE_UNIT.match(text, end)
    word = found.group().lower()
    if unit and unit.group("money"):
        kind, code, end = FigureKind.MONEY, english_code(unit.group("money")) or "USD", unit.end()
    elif unit and unit.group("span"):
        kind, code, end = FigureKind.DURATION, _SPANS[unit.group("span").lower().rstrip("s")], unit.end()
    elif unit and unit.group("percent"):
        kind, code, end = FigureKind.PERCENT, "%", unit.end()
    elif (
        re.search("hundred|thousand|million|billion|trillion|dozen|tens|scores", vague.group().lower())
        and "multi" not in word
    ):
        kind, code, end = FigureKind.COUNT, "count", nouns.phrase_end(text, vague.end() - 1) or vague.end()
    else:
        return ()
    written = text[found.start() : end].rstrip()
    return (Figure(written, found.start(), kind, None, None, code),)
