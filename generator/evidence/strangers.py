"""Names of an article that no table knows: kept with each paragraph, and told to a curator who may add an entity."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.language.strangers import Stranger, read_strangers
from generator.language.strangers_words import MASS, PLACES
from generator.model import Mention

LEAST = 2
"""Times a name must stand in an article to be told of. Once is often a slip, a place or a headline's word."""

_WORD_BEFORE = re.compile(r"\b[A-Z][a-z]+ $")
_QUOTED = re.compile(r"[‘'「『]([^’'」』\n]{2,24})[’'」』]")


def strangers_in(text: str, mentions: Iterable[Mention], language: str) -> tuple[str, ...]:
    """Return what looks like a name in the paragraph *text* outside its *mentions*.

    In alphabetical order, once each: the names are facts, their order is not.

    >>> strangers_in("Tim Cook met the mayor of Suwon.", (), "en")
    ('Suwon', 'Tim Cook')
    """
    taken = [(mention.start, mention.end) for mention in mentions]
    found = {one.text for one in read_strangers(text, taken, language)}
    return tuple(sorted(found - MASS))


def find_strangers(
    texts: Sequence[str], mentions: Sequence[Sequence[Mention]], language: str
) -> tuple[tuple[str, int], ...]:
    """Return the names that stand at least twice in *texts* outside the *mentions* found there, most frequent first.

    In Korean also the words in single quotes. Where a name stands within a longer one it counts for both; of two that
    are told the longer is.
    """
    whole: Counter[str] = Counter()
    for text, found in zip(texts, mentions, strict=True):
        masked = _masked(text, found)
        whole.update(masked[_start(masked, one) : one.end] for one in read_strangers(masked, (), language))
        whole.update(_quoted(masked) if language == "ko" else ())
    counts = {name: sum(times for other, times in whole.items() if _is_within(name, other)) for name in whole}
    told = [(name, count) for name, count in counts.items() if count >= LEAST]
    kept = [(name, count) for name, count in told if not any(name != one and _is_within(name, one) for one, _ in told)]
    return tuple(sorted(kept, key=lambda pair: (-pair[1], pair[0])))


def _start(text: str, name: Stranger) -> int:
    """Return where *name* begins with the place that stands before it: Nordic Compute, Japan Airlines."""
    before = _WORD_BEFORE.search(text, max(0, name.start - 24), name.start)
    return before.start() if name.kind == "latin" and before and before[0][:-1] in PLACES else name.start


def _masked(text: str, mentions: Iterable[Mention]) -> str:
    """Return *text* with the words of *mentions*, wherever they stand, replaced by a sign that is no letter."""
    for words in sorted({mention.text for mention in mentions}, key=len, reverse=True):
        text = text.replace(words, "\ufffc")
    return text


def _quoted(text: str) -> Iterator[str]:
    yield from (match[1].strip() for match in _QUOTED.finditer(text))


def _is_within(name: str, other: str) -> bool:
    return name == other or (name in other and bool(re.search(rf"\b{re.escape(name)}\b", other)))
