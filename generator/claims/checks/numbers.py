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

_NUMBER = re.compile(r"(?<![\w.,:/-])\d[\d,]*(?:\.\d+)?(?: ?(?:thousand|million|billion|trillion)\b|[만억조천]+)?")
_NAMED = re.compile(r"(?:\b(?:No\.|[A-Z][\w’'-]*)|제) ?$")
"""Words before a number that make it part of a name: "Windows 11", "No. 3", 제3."""
_CODE = re.compile(
    r"[A-Za-z]|-[A-Za-z\d]|[:/]\d|(?:st|nd|rd|th)\b|"
    r" ?(?:위|차|호|세대|번째|등|급|회|기|부|장|조|항|단계)(?![가-힣]{2})"
)
"""What follows a number that is a code, an ordinal or a clock time."""
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
            if is_own and not _is_code(claim.text, match) and _value(match[0]) not in _given(reading):
                yield _unread(reading, match)
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
