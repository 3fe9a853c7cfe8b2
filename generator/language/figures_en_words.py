"""English words that are figures by themselves: doubled, twofold, dozens, a decade, a year and a half."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.language import figures_en_nouns as nouns
from generator.language import figures_en_patterns as patterns
from generator.language.figures_en_units import SPANS, years_and_months
from generator.language.figures_money import english_code
from generator.language.figures_pattern import Pattern
from generator.language.figures_units import Unit, make_figure
from generator.model import Figure, FigureKind

_MULTIPLES = {
    "doubl": 2, "twice": 2, "twofo": 2, "tripl": 3, "trebl": 3, "thric": 3, "three": 3, "quadr": 4, "fourf": 4,
    "quint": 5, "fivef": 5,
    "sextu": 6, "sixfo": 6, "septu": 7, "seven": 7, "eight": 8, "ninef": 9, "tenfo": 10, "twent": 20, "hundr": 100,
    "thous": 1000,
}  # fmt: skip
"""By the first five letters."""
_VERBS = frozenset({"doubl", "twice", "tripl", "trebl", "thric", "quadr", "quint", "sextu", "septu"})

_IDIOMS = Pattern(
    r"[- ](?:digits?|down|standards?|room|bed|bond|jeopardy|decker|header|team|dip|dipping|play|blow|duty|whammy|jump"
    r"|crown|threat"
    r"|talaq|bogey|faults?|check|agent|life|edged|door|deck|a|axel|bottom|top|click|helix|entry|bass|vision|counting"
    r"|major|champion\w*"
    r"|lutz|toe|negative|world|bill|winner|glazing|espresso|shot|yellow|blind|dutch|act|parked|parking|taxation|up|as (?:an?|the|its|his|her|their)"
    r"|back|barrel\w*"
    r"|gold|medal\w*|spaced|talk|take|breasted|chin|murder|homicide|tap|date|figures?)\b|[- ]double",
    re.IGNORECASE,
)
_AS_MUCH = Pattern(
    r" (?:as (?:much|many|big|large|high|fast|long|likely|\w+ as)|the|its|that|their|what|his|her|those|last)\b"
)
_AN_OBJECT = Pattern(
    r" (?:the|it|them|its|their|his|her|our|your|that|this|what|those|annual|daily|monthly|quarterly|yearly|total|overall"
    r"|current|(?:production|output|capacity|sales|profit|revenue|spending|income|earning|investment|fund|funding|funds"
    r"|price|fine|wage|pay|salar(?:y|ie)|rent|fee|tariff|tax|taxe|dut(?:y|ie)|penalt(?:y|ie)|fare|rate|cost|loan|debt|loss"
    r"|losse|staff|staffing|headcount|order|export|import|shipment|demand|suppl(?:y|ie)|speed|range|storage|bandwidth"
    r"|memory|performance|efficiency|throughput|traffic|turnover|dividend|stake|budget|aid|subsid(?:y|ie)|bonuse|bonus"
    r"|payout|membership|attendance|volume|usage|use|productivity)s?)\b"
)
_A_LEVEL = Pattern(r" (?:in(?= [a-z\d])|to|every|each|from|by(?= (?:20\d\d|the end|mid)))\b")
"""After "triples": that it does, unless hits and games are told."""
_NO_SUBJECT = (
    *("mixed ", "men's ", "men’s ", " the ", " in ", " of ", "ladies ", "singles and ", "play ", "plays ", "played "),
    *("playing ", "hit ", "hits ", "boys' ", "girls' "),
)
"""Before "doubles": tennis."""
_SO_NEARLY = ("almost ", "nearly ", "roughly ", " than ", "virtually ", "about ")
"""Before "doubles" these make it a verb."""
_A_NAME = Pattern(r"[ -][A-Z]")
_A_SPAN = Pattern(r"an?[ \u00a0](year|month|week|day|hour|decade)\b", re.IGNORECASE)
_AND_A_HALF = Pattern(r" and a half\b")
_HALF = Pattern(r"\bhalf (?:of )?\Z", re.IGNORECASE)
_LASTS = Pattern(
    r"\b(?:for|within|least|nearly|almost|about|around|roughly|under|over|more than|less than|longer than|lasted"
    r"|lasts|takes?|took|spent|spend) \Z",
    re.IGNORECASE,
)
_COMPARED = Pattern(r" (?:earlier|before|prior)\b|-", re.IGNORECASE)
_SIZED = Pattern("hundred|thousand|million|billion|trillion|dozen|tens|scores", re.IGNORECASE)
_FEW = (
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


def read_word(text: str, found: re.Match[str]) -> tuple[Figure, ...] | None:
    """Return the figures of the word that *found* holds, none when it is an idiom; None when it begins a plain number."""
    word = found.group().lower()
    if word.endswith("fold") or word[:5] in _VERBS:
        return _read_multiple(text, found)
    if _A_SPAN.fullmatch(word):
        return _read_span(text, found)
    if word.startswith(_FEW) or word.endswith(("few", "couple")):
        return _read_vague(text, found)
    return None


def _read_multiple(text: str, found: re.Match[str]) -> tuple[Figure, ...]:
    word, start, end = found.group(), found.start(), found.end()
    lower = word.lower()
    if start and text[start - 1] in "-’'" or _IDIOMS.match(text, end):
        return ()
    if lower in ("twice", "thrice") and not _AS_MUCH.match(text, end):
        return ()
    if lower in ("doubles", "triples", "quadruples") and (
        text[max(0, start - 12) : start].endswith(_NO_SUBJECT) or not _is_verb(text, start, end)
    ):
        return ()
    opens = text[max(0, start - 3) : start].rstrip()[-1:] in ("", ".", "“", '"', ":")
    if word[0].isupper() and not word.isupper() and not opens and _A_NAME.match(text, end):
        return ()
    return (make_figure(text, start, Unit(FigureKind.MULTIPLE, "x", end), Decimal(_MULTIPLES[lower[:5]])),)


def _is_verb(text: str, start: int, end: int) -> bool:
    """Return whether "doubles" is what something does: to an object, or to a level where no other hits precede it."""
    before = text[max(0, start - 10) : start]
    if before.endswith(_SO_NEARLY):
        return True
    is_listed = before.endswith(" and ")
    return bool(_AN_OBJECT.match(text, end)) or not is_listed and bool(_A_LEVEL.match(text, end))


def _read_span(text: str, found: re.Match[str]) -> tuple[Figure, ...]:
    """Return "a year and a half", "half a year", "a decade", and "a month" where it plainly measures ("for a month")."""
    span = found.group().split()[-1].lower()
    start, end = found.start(), found.end()
    unit = Unit(FigureKind.DURATION, SPANS[span], end, Decimal(10 if span == "decade" else 1))
    both = years_and_months(text, unit, Decimal(1))
    if both:
        return (make_figure(text, start, *both),)
    half = _AND_A_HALF.match(text, end)
    if half:
        longer = Unit(unit.kind, unit.unit, half.end(), unit.factor)
        return (make_figure(text, start, longer, Decimal("1.5")),)
    before = text[max(0, start - 16) : start]
    part = _HALF.search(before)
    if part:
        is_more = before[: part.start()].endswith("and a ")
        return () if is_more else (make_figure(text, start - len(part.group()), unit, Decimal("0.5")),)
    if (
        _COMPARED.match(text, end)
        or before.endswith("than ")
        and text.startswith(" ago", end)
        or span != "decade"
        and not _LASTS.search(before)
    ):
        return ()
    return (make_figure(text, start, unit, Decimal(1)),)


def _read_vague(text: str, found: re.Match[str]) -> tuple[Figure, ...]:
    """Return a quantity without a number: dozens of people, several trillion won, a few weeks."""
    vague = patterns.VAGUE.match(text, found.start())
    if not vague:
        return ()
    end = vague.end()
    unit = patterns.VAGUE_UNIT.match(text, end)
    if unit and unit.group("money"):
        kind, code, end = FigureKind.MONEY, english_code(unit.group("money")) or "USD", unit.end()
    elif unit and unit.group("span"):
        kind, code, end = FigureKind.DURATION, SPANS[unit.group("span").lower().rstrip("s")], unit.end()
    elif unit and unit.group("percent"):
        kind, code, end = FigureKind.PERCENT, "%", unit.end()
    elif _SIZED.search(vague.group()) and not found.group().lower().startswith("multi"):
        kind, code, end = FigureKind.COUNT, "count", nouns.phrase_end(text, end - 1) or end
    else:
        return ()
    return (Figure(text[found.start() : end].rstrip(), found.start(), kind, None, None, code),)
