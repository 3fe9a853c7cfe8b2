"""Names that an article repeats and no table knows: what a curator may want to add as an entity."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.language.sentences import split_sentences
from generator.model import Mention

LEAST = 2
"""Times a name must stand in an article to be told of. Once is often a slip, a place or a headline's word."""

_LATIN = re.compile(r"[A-Z][\w.&'’-]*[\w&](?:\s(?:of|and|for|the)\s[A-Z][\w&'’-]+|\s[A-Z0-9][\w.&'’-]*[\w&])*")
_POSTS = "대표|회장|부회장|사장|부사장|전무|상무|의장|장관|차관|의원|교수|원장|센터장|본부장|그룹장|부문장"
_PERSON = re.compile(rf"(?<![가-힣])([가-힣]{{2,4}})\s(?=(?:{_POSTS})(?![가-힣]))")
_QUOTED = re.compile(r"[‘'「『]([^’'」』\n]{2,24})[’'」』]")
_KOREAN_LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9&.-]{1,30}(?![A-Za-z0-9])")
_COMMON = frozenset(
    """
    The A An In On At By For From And But It He She We They This That These Those As If When While After Before Its His
    Her Their Our I You Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December AI IT CEO CFO CTO CES MOU GDP R&D B2B B2C ESG IPO USD KRW Inc Corp
    Ltd Co Mr Ms Mrs Dr
    """.split()
)
"""Words with a capital that are no names, and abbreviations that every paper uses."""


def find_strangers(
    texts: Sequence[str], mentions: Sequence[Sequence[Mention]], language: str
) -> tuple[tuple[str, int], ...]:
    """Return the names that stand at least twice in *texts* outside the *mentions* found there, most frequent first.

    English: words with capitals that do not open a sentence; Korean: people before their titles, words in single
    quotes, and words in Latin letters. A name within a longer one counts for the longer one.
    """
    counts: Counter[str] = Counter()
    for text, found in zip(texts, mentions, strict=True):
        masked = _masked(text, found)
        counts.update(_english(masked) if language == "en" else _korean(masked))
    told = [(name, count) for name, count in counts.items() if count >= LEAST]
    kept = [(name, count) for name, count in told if not _is_within_another(name, told)]
    return tuple(sorted(kept, key=lambda pair: (-pair[1], pair[0])))


def _masked(text: str, mentions: Iterable[Mention]) -> str:
    """Return *text* with the words of *mentions*, wherever they stand, replaced by a sign that is no letter."""
    for words in sorted({mention.text for mention in mentions}, key=len, reverse=True):
        text = text.replace(words, "\ufffc")
    return text


def _english(text: str) -> Iterator[str]:
    openings = {start for start, _ in split_sentences(text, "en")}
    for match in _LATIN.finditer(text):
        words = match[0].split()
        if match.start() in openings or words[0] in _COMMON:
            words = words[1:]
        name = " ".join(words).removesuffix("’s").removesuffix("'s")
        if name and name[0].isupper() and name not in _COMMON:
            yield name


def _korean(text: str) -> Iterator[str]:
    for pattern in (_PERSON, _QUOTED):
        yield from (match[1].strip() for match in pattern.finditer(text))
    yield from (match[0] for match in _KOREAN_LATIN.finditer(text) if match[0] not in _COMMON)


def _is_within_another(name: str, told: Iterable[tuple[str, int]]) -> bool:
    return any(name != other and re.search(rf"\b{re.escape(name)}\b", other) for other, _ in told)
