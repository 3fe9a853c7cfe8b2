"""3xx: numbers that are neither figure nor date nor part of a name, so that nothing vouches for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.claims.carriers import carriers_of, has_lost_citation
from generator.claims.readings import Reading, read_claims
from generator.finding import Finding, Rule, Severity
from generator.language.figures import read_figures
from generator.model import DateSpan, Figure, Mention, Site

NUMBER_UNREAD = Rule(
    "B317",
    Severity.WARNING,
    """
A number or a fraction stands that no evidence can carry.

Why: the evidence records sums, counts, percentages, multiples, durations and dates. What is none of them, such as a
length, a weight or "a third" without its percentage, cannot be held against it, and a person must look.
Bad: The cable is 270 km long. [@a, ¶3]
Good: The cable links two islands. [@a, ¶3]
""",
)

NUMBER_IMPOSSIBLE = Rule(
    "B321",
    Severity.ERROR,
    """
A number stands where a date or a sum belongs, and is none that the sources give.

Why: a 15th month, a fifth quarter or the year 5025 are slips, and "269 billion" of nothing must still be a number that
a cited paragraph gives.
Bad: It is due in the fifth quarter of 2025, or 2025년 5분기. [@a, ¶2]
Good: It is due in the second quarter of 2025. [@a, ¶2]
""",
)

_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: ?(?:thousand|million|billion|trillion)\b|[만억조천]+)?"
)
_NAMED = re.compile(
    r"(?:\b(?:No\.|[A-Z][\w’'-]*|(?:phase|stage|step|type|level|grade|class|series|version|chapter|section|season|track)s?)"
    r"|제) ?$"
)
"""Words before a number that make it part of a name: "Windows 11", "No. 3", 제3."""
_CODE = re.compile(
    r"[A-Za-z]|-[A-Za-z\d]|[:/]\d|(?:st|nd|rd|th)\b|"
    r" ?(?:위|차|호|세대|번째|등|급|회|기|부|장|조|항|단계)(?![가-힣]{2})"
)
"""What follows a number that is a code, an ordinal or a clock time."""
_DATE_KO = re.compile(r"(?:년|월|일|분기)(?![간차째])")
_DATE_EN = re.compile(
    r"(?:\b(?:in|by|since|from|until|till|of|to|for|before|after|during|early|late|mid|end|year|january|february|march|april|"
    r"may|june|july|august|september|october|november|december)|\d{1,2},|[a-z]{3}\.) $",
    re.IGNORECASE,
)
"""Words before four digits that make them a year."""
_MEASURED = re.compile(
    r" ?(?:%|[kcm]?m\b|[kMGT]?[Wwg]h?\b|[kMGT]?Hz\b|tons?\b|tonnes\b|met(?:re|er)s?\b|miles?\b|hectares?\b)"
)
_SCALED = re.compile(r"thousand|million|billion|trillion|[만억조]")
_FRACTIONS = (
    (re.compile(r"\bhalf (?:of|the|its|their|that|this)\b|\bone half\b|절반|2분의 ?1", re.I), Decimal(50)),
    (re.compile(r"\b(?:a|one) third\b|3분의 ?1", re.I), Decimal(33)),
    (re.compile(r"\btwo[ -]thirds\b|3분의 ?2", re.I), Decimal(67)),
    (re.compile(r"\b(?:a|one) quarter of\b|4분의 ?1", re.I), Decimal(25)),
    (re.compile(r"\bthree[ -]quarters\b|4분의 ?3", re.I), Decimal(75)),
    (re.compile(r"\b(?:a|one) fifth\b|5분의 ?1", re.I), Decimal(20)),
    (re.compile(r"\b(?:a|one) tenth\b|10분의 ?1", re.I), Decimal(10)),
)
"""Fractions, and the percentage that carries each."""
_HEDGED = re.compile(
    r"(?:about|around|roughly|nearly|almost|some|close to|more than|over|약|거의|가까이|넘는) $", re.IGNORECASE
)
_NEAR, _NEAR_HEDGED = 1, 5
"""How many percentage points a fraction may be off, without and with "about"."""


def find_unread_numbers(site: Site) -> Iterator[Finding]:
    """Yield a finding for each number of ours that no reader reads and no cited paragraph gives."""
    for reading in read_claims(site):
        claim = reading.claim
        if not claim.language or has_lost_citation(claim, site.library):
            continue
        for match in _NUMBER.finditer(claim.text):
            is_own = claim.is_written(*match.span()) and not _is_read(reading, match)
            if is_own and _is_no_date(claim.text, match):
                yield _impossible(reading, match)
            elif is_own and not _is_code(claim.text, match) and _value(match[0]) not in _given(reading):
                yield _impossible(reading, match) if _SCALED.search(match[0]) else _unread(reading, match)
        for pattern, percent in _FRACTIONS:
            for match in pattern.finditer(claim.text):
                near = _NEAR_HEDGED if _HEDGED.search(claim.text[: match.start()]) else _NEAR
                is_given = any(abs(bound - percent) <= near for bound in _given(reading))
                if not _is_read(reading, match) and not is_given:
                    yield _unread(reading, match)


def _given(reading: Reading) -> set[Decimal]:
    """Return the ends of all figures of the cited paragraphs."""
    return {
        bound
        for carrier in carriers_of(reading.claim)
        for figure in carrier.paragraph.figures
        for bound in (figure.low, figure.high)
        if bound is not None
    }


def _is_no_date(text: str, match: re.Match[str]) -> bool:
    """Return whether a number that was not read as a date is written like one."""
    is_year = re.fullmatch(r"\d{4}", match[0]) is not None and _DATE_EN.search(text[: match.start()]) is not None
    return _DATE_KO.match(text, match.end()) is not None or (is_year and not _MEASURED.match(text, match.end()))


def _impossible(reading: Reading, match: re.Match[str]) -> Finding:
    help = "correct it, or cite the paragraph that gives it"
    message = "number is no date and no figure that a cited paragraph gives"
    return Finding(NUMBER_IMPOSSIBLE, reading.claim.span(*match.span()), message, help=help)


def _unread(reading: Reading, match: re.Match[str]) -> Finding:
    help = "see that the source gives it; a sentence without it needs no second look"
    message = "number is read as no figure, and no cited paragraph gives it"
    return Finding(NUMBER_UNREAD, reading.claim.span(*match.span()), message, help=help)


def _is_read(reading: Reading, match: re.Match[str]) -> bool:
    values: tuple[Figure | DateSpan | Mention, ...] = (*reading.figures, *reading.dates, *reading.mentions)
    return any(value.start < match.end() and match.start() < value.end for value in values)


def _is_code(text: str, match: re.Match[str]) -> bool:
    """Return whether a number is part of a name, a code, an ordinal or a clock time."""
    is_first = not text[: match.start()].strip()
    return bool(_CODE.match(text, match.end())) or (not is_first and bool(_NAMED.search(text[: match.start()])))


def _value(text: str) -> Decimal | None:
    """Return the value of a bare number, None when it cannot be read."""
    figures = read_figures(text, "")
    return figures[0].low if len(figures) == 1 else None
