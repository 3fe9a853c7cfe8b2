"""What our own statements state: the figures, dates and names read in each claim, for all checks at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import TypeVar

from generator.language.dates import parse_when, read_dates
from generator.language.figures import read_figures
from generator.language.names import build_table, read_mentions
from generator.model import Bound, Claim, DateSpan, Figure, Mention, Site

Value = TypeVar("Value", Figure, DateSpan)
Given = TypeVar("Given", Figure, DateSpan, Mention)
Found = TypeVar("Found", DateSpan, Mention)


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim and what it states, each in order of its place in the claim's text."""

    claim: Claim
    figures: tuple[Figure, ...]
    dates: tuple[DateSpan, ...]
    mentions: tuple[Mention, ...]
    """Entities that it names, by hand or by reference; "the company" is no name."""


_QUOTED = re.compile(
    r"“[^“”\n]+”|‘[^‘’\n]+’|\"[^\"\n]+\"|「[^」\n]+」|『[^』\n]+』"
    r"|«[^»\n]+»|(?<!\w)'[^'\n]{2,}'(?!\w)"
)


def find_quoted(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the words in each pair of quotation marks, the marks left out.

    >>> [("“A b,” he said."[start:end]) for start, end in find_quoted("“A b,” he said.")]
    ['A b,']
    """
    for match in _QUOTED.finditer(text):
        yield match.start() + 1, match.end() - 1


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without its emphasis and the addresses of its links: what a reader reads."""

    text: str
    written: str
    places: tuple[int, ...] | None
    """Where each letter, and the end, stands in the text as written; None when nothing was left out."""

    def at_home(self, values: tuple[Given, ...]) -> tuple[Given, ...]:
        """Return values read in the plain text as they stand in the text as written."""
        places = self.places
        if places is None:
            return values
        spans = [(places[value.start], places[value.end - 1] + 1) for value in values]
        return tuple(
            replace(value, text=self.written[start:end], start=start)
            for value, (start, end) in zip(values, spans, strict=True)
        )


_MARKS = re.compile(r"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|`|\[(?=[^\]\n]*\]\()|(?<=\S)\]\([^()\s]*\)")


def read_plain(text: str) -> Plain:
    """Return a text without the marks of Markdown: "over **300** people" says that there are over 300.

    >>> read_plain("over **300** people").text
    'over 300 people'
    """
    if not any(mark in text for mark in "*_`["):
        return Plain(text, text, None)
    places: list[int] = []
    start = 0
    for match in _MARKS.finditer(text):
        places.extend(range(start, match.start()))
        start = match.end()
    places.extend(range(start, len(text)))
    return Plain("".join(text[place] for place in places), text, tuple(places))


class _Same:
    """A site as a key: two are equal only when they are one and the same."""

    __slots__ = ("site",)

    def __init__(self, site: Site) -> None:
        self.site = site

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.site is other.site

    def __hash__(self) -> int:
        return id(self.site)


def read_claims(site: Site) -> tuple[Reading, ...]:
    """Return a reading of every claim, in the order of ``site.claims``."""
    return _read(_Same(site))


@lru_cache(maxsize=2)
def _read(key: _Same) -> tuple[Reading, ...]:
    # Several checks need the same readings; the cache keeps those of the newest sites and changes no result.
    site = key.site
    table = build_table(site.library.entities.values())
    mentions = _in_context(site.claims, _text_of, lambda texts, language: read_mentions(texts, table, language))
    dates = _in_context(site.claims, _passage_of, lambda texts, language: read_dates(texts, language, None))
    return tuple(map(_reading, site.claims, dates, mentions))


def _text_of(claim: Claim) -> tuple[str, ...]:
    """Return what keeps apart texts that are read for themselves: a briefing's prose is one."""
    return claim.language, claim.place.kind, claim.place.id


def _passage_of(claim: Claim) -> tuple[str, ...]:
    """Return the same, passage by passage: a year goes on to the next sentence, not to the next paragraph."""
    return *_text_of(claim), claim.place.section, claim.place.passage


def _in_context(
    claims: Sequence[Claim],
    context_of: Callable[[Claim], tuple[str, ...]],
    read: Callable[[list[str], str], tuple[tuple[Found, ...], ...]],
) -> list[tuple[Found, ...]]:
    """Return what *read* finds in each claim, given all neighbours of one context at once."""
    found: list[tuple[Found, ...]] = []
    for context, group in groupby(claims, context_of):
        plain = [read_plain(claim.text) for claim in group]
        values = read([one.text for one in plain], context[0]) if context[0] else ((),) * len(plain)
        found.extend(map(Plain.at_home, plain, values))
    return found


def _reading(claim: Claim, dates: tuple[DateSpan, ...], mentions: tuple[Mention, ...]) -> Reading:
    if not claim.language:
        date = parse_when(claim.text)
        return Reading(claim, () if date else read_figures(claim.text, ""), (date,) if date else (), ())
    named = _named(claim, mentions)
    plain = read_plain(claim.text)
    read = read_figures(plain.text, claim.language)
    figures = plain.at_home(tuple(_as_class(figure, plain.text) for figure in read))
    return Reading(claim, _outside(named, figures), _outside(named, dates), named)


def _as_class(figure: Figure, text: str) -> Figure:
    """Return "6%" of "the 6% range" as the class of sizes that it names there: 6%대."""
    if figure.bound is not None or figure.is_vague or not text.startswith((" range", "-range"), figure.end):
        return figure
    return replace(figure, text=text[figure.start : figure.end + len(" range")], approx=True, bound=Bound.ABOUT)


def _named(claim: Claim, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the names that a claim gives: references as they say, the rest as read."""
    printed = [Mention(piece.text, piece.start, piece.entity) for piece in claim.pieces if piece.entity]
    by_hand = [
        mention
        for mention in mentions
        if mention.via is None and not any(one.start < mention.end and mention.start < one.end for one in printed)
    ]
    return tuple(sorted([*printed, *by_hand], key=lambda mention: mention.start))


def _outside(named: tuple[Mention, ...], values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return the values that are not part of a name ("Unite 2024" dates nothing)."""
    return tuple(
        value for value in values if not any(name.start <= value.start and value.end <= name.end for name in named)
    )
