"""Which briefings each paragraph belongs to, by the names in it and by terms.

The terms of a briefing say *what* it is about, its entities *who*. Names that several briefings share (both
partners of a deal are in all its stories) prove little; a term, or a name that only one briefing claims, proves
much:

- A briefing is open to an article that names one of its own entities, two shared ones, or a shared one with a term in
  the headline. Elsewhere its terms are words like any other.
- A paragraph goes where its terms and own names point. Terms speak for it: where there are some, shared names
  add nothing.
- With shared names only, it stays with the paragraph before it, else goes to the article's main briefing.
- Without any cue (a quotation, "the initiative also covers ...") it follows the paragraph before it.
- What a sentence sets apart ("separately from the task force", 와 별개로) is not what the paragraph is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.model import Mention

_TITLE_WEIGHT, _HEADING_WEIGHT = 4, 2
"""A headline says what its article is about; a paragraph may stray."""
_MAIN_LEAST = 3
"""Weight from which a briefing counts as the main topic of an article: a headline, or three paragraphs."""
_APART_BEFORE = re.compile(r"(?:separate(?:ly)? from|apart from|aside from|other than|unlike)\s+(?:\S+\s+){0,3}$", re.I)
_APART_AFTER = re.compile(r"^\S{0,2}\s?(?:와는?|과는?|이?랑)?\s?(?:별개로|별도로|무관하게|달리)")
_CREDIT = re.compile(
    r"^[\[(<]?\s*(?:graphics?|photo(?:graph)?s?|picture|image|illustration|video|사진|그래픽|이미지|일러스트|자료)\b.{0,60}$",
    re.I,
)


@dataclass(frozen=True)
class Route:
    """What sends a paragraph to the briefing *slug*."""

    slug: str
    entities: frozenset[str]
    terms: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Finds the terms; None when there are none."""
        return _pattern(self.terms)


@dataclass(frozen=True)
class Passing:
    """A paragraph on its way to the briefings."""

    kind: str
    text: str
    mentions: tuple[Mention, ...]

    @cached_property
    def named(self) -> frozenset[str]:
        """Entities named directly: "the company" is no cue of its own."""
        return frozenset(mention.entity for mention in self.mentions if mention.via is None)

    @property
    def weight(self) -> int:
        """How much the paragraph says about its article's topic."""
        return {"title": _TITLE_WEIGHT, "heading": _HEADING_WEIGHT}.get(self.kind, 1)


@dataclass(frozen=True)
class _Cues:
    terms: frozenset[str]
    own: frozenset[str]
    shared: frozenset[str]
    apart: frozenset[str]


def route(paragraphs: Sequence[Passing], routes: Iterable[Route]) -> tuple[tuple[str, ...], ...]:
    """Return the slugs of each paragraph's briefings, sorted; paragraphs are those of one article, in order."""
    table = tuple(routes)
    claimed = Counter(entity for each in table for entity in each.entities)
    shared = frozenset(entity for entity, count in claimed.items() if count > 1)
    table = tuple(each for each in table if _is_open(each, paragraphs, shared))
    cues = [_cues(paragraph, table, shared) for paragraph in paragraphs]
    main = _main(paragraphs, cues)
    routed: list[tuple[str, ...]] = []
    before: frozenset[str] = frozenset()
    for paragraph, cue in zip(paragraphs, cues, strict=True):
        if paragraph.kind == "caption" and _CREDIT.match(paragraph.text):
            routed.append(())
            continue
        slugs = _choose(cue, before, main)
        routed.append(tuple(sorted(slugs)))
        if paragraph.kind in ("body", "heading"):
            before = slugs
    return tuple(routed)


def _is_open(each: Route, paragraphs: Sequence[Passing], shared: frozenset[str]) -> bool:
    named = frozenset(entity for paragraph in paragraphs for entity in paragraph.named) & each.entities
    if named - shared or len(named) > 1:
        return True
    return bool(named or not each.entities) and any(
        paragraph.kind in ("title", "heading") and each.pattern and each.pattern.search(paragraph.text)
        for paragraph in paragraphs
    )


def _cues(paragraph: Passing, table: Iterable[Route], shared: frozenset[str]) -> _Cues:
    terms, own, common, apart = set(), set(), set(), set()
    for each in table:
        hits = list(each.pattern.finditer(paragraph.text)) if each.pattern else []
        free = [hit for hit in hits if not _is_set_apart(paragraph.text, hit.start(), hit.end())]
        if hits and not free:
            apart.add(each.slug)
        elif free:
            terms.add(each.slug)
        named = paragraph.named & each.entities
        if named - shared:
            own.add(each.slug)
        elif named:
            common.add(each.slug)
    return _Cues(frozenset(terms), frozenset(own), frozenset(common), frozenset(apart))


def _main(paragraphs: Sequence[Passing], cues: Sequence[_Cues]) -> frozenset[str]:
    """Return the article's main briefing, alone or not at all."""
    weights: Counter[str] = Counter()
    for paragraph, cue in zip(paragraphs, cues, strict=True):
        for slug in cue.terms | cue.own:
            weights[slug] += paragraph.weight
        # Shared names decide between briefings that the terms leave level.
    if not weights:
        return frozenset()
    slug, weight = min(weights.items(), key=lambda item: (-item[1], item[0]))
    return frozenset({slug}) if weight >= _MAIN_LEAST else frozenset()


def _choose(cue: _Cues, before: frozenset[str], main: frozenset[str]) -> frozenset[str]:
    pointed = cue.terms | cue.own
    if pointed:
        # Named beside somebody else's own name, the main topic's partners still speak of the main topic.
        return (pointed if cue.terms else pointed | (main & cue.shared)) - (cue.apart - cue.own)
    if cue.shared:
        return (before & cue.shared) or (main & cue.shared) or (main if main else frozenset())
    return (before or main) - cue.apart


def _is_set_apart(text: str, start: int, end: int) -> bool:
    return bool(_APART_BEFORE.search(text[max(0, start - 60) : start]) or _APART_AFTER.match(text[end : end + 16]))


def _pattern(terms: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern of whole English words (with plural endings) and Korean stems, blanks being free in Korean.

    >>> bool(_pattern(["hotel", "AX 전문기업"]).search("두 회사의 AX전문기업을"))
    True
    """
    forms = []
    for term in terms:
        # "AX(AI 전환) 전문기업": a gloss in brackets does not part the words of a term.
        body = r"(?:\s*\([^()]{0,24}\))?[\s\-·]*".join(
            re.escape(word) for word in re.split(r"[\s\-]+", term.strip()) if word
        )
        if re.search("[가-힣]", term):
            before = r"(?<![A-Za-z0-9])" if term[0].isascii() else ""
            forms.append(before + body)
        else:
            forms.append(rf"(?<![A-Za-z0-9]){body}(?:s|es)?(?![A-Za-z0-9])")
    return re.compile("|".join(sorted(forms, key=len, reverse=True)), re.I) if forms else None
