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
A number stands that the program reads as no figure, and that no cited paragraph gives.

Why: the evidence records sums, counts, shares, multiples, durations and dates. What is none of them, such as a length
or a weight, cannot be held against it, and a person must look.
Bad: The cable is 270 km long. [@a, ¶3]
Good: The cable links two islands. [@a, ¶3]
""",
)

_NUMBER = re.compile(r"(?<![\w.,:/-])\d[\d,]*(?:\.\d+)?(?: ?(?:thousand|million|billion|trillion)\b|[만억조천]+)?")
_NAMED = re.compile(r"(?:\b(?:No\.|[A-Z][\w’'-]*)|제) ?$")
"""Words before a number that make it part of a name: "Windows 11", "No. 3", 제3."""
_CODE = re.compile(
    r"[A-Za-z]|-[A-Za-z\d]|[:/]\d|(?:st|nd|rd|th)\b| ?(?:위|차|호|세대|번째|등|급|회|기|부|장|조|항|단계)(?![가-힣]{2})"
)
"""What follows a number that is a code, an ordinal or a clock time."""


def find_unread_numbers(site: Site) -> Iterator[Finding]:
    """Yield a finding for each number of ours that no reader reads and no cited paragraph gives."""
    for reading in read_claims(site):
        claim = reading.claim
        if not claim.language or has_lost_citation(claim):
            continue
        for match in _NUMBER.finditer(claim.text):
            if _is_read(reading, match) or _is_code(claim.text, match) or not claim.is_written(*match.span()):
                continue
            value = _value(match[0])
            given = {
                bound for row in carriers_of(claim) for one in row.paragraph.figures for bound in (one.low, one.high)
            }
            if value is None or value not in given:
                span = claim.span(*match.span())
                help = "see that the source gives it; a sentence without it needs no second look"
                yield Finding(NUMBER_UNREAD, span, "number is read as no figure and cannot be checked", help=help)


def _is_read(reading: Reading, match: re.Match[str]) -> bool:
    values: tuple[Figure | DateSpan | Mention, ...] = (*reading.figures, *reading.dates, *reading.mentions)
    return any(value.start < match.end() and match.start() < value.end for value in values)


def _is_code(text: str, match: re.Match[str]) -> bool:
    """Return whether a number is part of a name, a code, an ordinal or a clock time."""
    is_first = not text[: match.start()].strip()
    return bool(_CODE.match(text, match.end())) or (not is_first and bool(_NAMED.search(text[: match.start()])))


def _value(text: str) -> Decimal | None:
    figures = read_figures(text, "")
    return figures[0].low if len(figures) == 1 else None
