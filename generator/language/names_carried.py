"""What is carried over: "the company", "the two companies", 양사 -> the entities they stand for.

Only where there is no doubt: a pair was last named side by side, a single organisation was named in the paragraph
before, or the article itself has called one organisation that ("carrier KT" … "the carrier").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.model import Mention

_TRADES = (
    "carrier|automaker|carmaker|chipmaker|lender|airline|retailer|shipbuilder|steelmaker|refiner"
    "|insurer|brewer|drugmaker|startup|bank|utility|operator"
    "|broadcaster|publisher|developer|manufacturer|telco"
)
_WORDS = {
    "en": re.compile(
        rf"\b(?P<pair>[Tt]he two (?:companies|firms|sides|carriers|groups|partners)|[Bb]oth companies)\b"
        rf"|\b(?P<one>[Tt]he (?:company|firm))\b"
        rf"|\b[Tt]he (?:\w{{3,12}} )?(?P<trade>{_TRADES})\b"
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:(?P<pair>양[ \u00a0]?사|두[ \u00a0](?:회사|기업))|(?P<one>이[ \u00a0](?:회사|기업)"
        r"|동사)|(?P<trade>(?!)))(?=$|[^가-힣]|[은는이가를을의와과도에])"
    ),
}
_CALLED = re.compile(rf"\b(?P<trade>(?i:{_TRADES})) $")
_BESIDE = re.compile(r"(?: and |와 |과 |·|, |-| & |와의 |[’']s? and )(?:its )?")


def read_carried(
    paragraphs: Sequence[str], named: Sequence[list[Mention]], kinds: Mapping[str, str], language: str
) -> list[list[Mention]]:
    """Return *named* with what is carried over, for entities not otherwise named in the same paragraph."""
    pair: tuple[str, ...] = ()
    before: frozenset[str] = frozenset()
    called: dict[str, set[str]] = {}
    result = []
    for text, mentions in zip(paragraphs, named, strict=True):
        organisations = [mention for mention in mentions if kinds.get(mention.entity) == "org"]
        here = frozenset(mention.entity for mention in organisations)
        pairs = _pairs(text, organisations)
        carried: dict[str, Mention] = {}
        for match in _WORDS[language].finditer(text):
            first = organisations[0].start if organisations else len(text)
            if match["pair"]:
                meant = pair if not pairs or match.start() < pairs[0][0] else ()
            elif match["trade"]:
                meant = tuple(called.get(match["trade"], ())) if len(called.get(match["trade"], ())) == 1 else ()
            else:
                meant = tuple(before) if len(before) == 1 and match.start() < first else ()
            for entity in meant:
                if entity not in here:
                    carried.setdefault(entity, Mention(match.group(), match.start(), entity, via="anaphora"))
        for mention in organisations:
            if trade := _CALLED.search(text, max(0, mention.start - 16), mention.start):
                called.setdefault(trade["trade"].lower(), set()).add(mention.entity)
        pair = pairs[-1][1] if pairs else pair
        before = here or frozenset(carried)
        result.append([*mentions, *carried.values()])
    return result


def _pairs(text: str, organisations: Sequence[Mention]) -> list[tuple[int, tuple[str, str]]]:
    """Return where two organisations, and no third, stand side by side ("A and B")."""
    found = []
    links = [
        one.entity != two.entity and two.start - one.end < 10 and bool(_BESIDE.fullmatch(text, one.end, two.start))
        for one, two in pairwise(organisations)
    ]
    for index, linked in enumerate(links):
        alone = not (index and links[index - 1]) and not (index + 1 < len(links) and links[index + 1])
        if linked and alone:
            found.append((organisations[index].start, (organisations[index].entity, organisations[index + 1].entity)))
    return found
