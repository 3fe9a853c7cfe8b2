"""Quotations in an article, kept as proofs: a hash of the words, their place, and who says them where that is clear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.evidence.fingerprint import quotation_digest
from generator.language.sentences import split_sentences
from generator.model import Mention, Quotation

# Pages mix straight and curly marks, and set closing marks at both ends.
_QUOTED = re.compile(r"[“”\"„](?P<words>[^“”\"„]{6,900})[“”\"„]")
_SAYS = re.compile(
    r"\b(?:said|says|told|added|according to|explained|noted|stressed|wrote|asked|stated|announced)\b"
    r"|말했|밝혔|설명했|강조했|전했|덧붙였|했다|라며|라고|이라는|내다봤|언급했"
)


def find_quotations(
    locator: str, text: str, mentions: Sequence[Mention], people: frozenset[str]
) -> Iterator[Quotation]:
    """Yield the proof of each quotation, and of each of its sentences, of three words or more in a paragraph.

    *text* is the paragraph at *locator*; *people* are the entities that can speak. The speaker is named only when one
    person alone is mentioned in the paragraph outside its quotations, and the paragraph says that somebody speaks.
    """
    quoted = [(match.start("words"), match.end("words"), match["words"]) for match in _QUOTED.finditer(text)]
    outside = {
        mention.entity
        for mention in mentions
        if mention.entity in people and not any(start <= mention.start < end for start, end, _ in quoted)
    }
    speaker = outside.pop() if len(outside) == 1 and _SAYS.search(text) else None
    seen: set[str] = set()
    for _, _, words in quoted:
        for part in (words, *_sentences(words)):
            digest = quotation_digest(part)
            if digest and digest not in seen:
                seen.add(digest)
                yield Quotation(locator, digest, speaker)


def _sentences(words: str) -> Iterator[str]:
    """Yield each whole sentence of a quotation: one of several may be quoted alone."""
    language = "ko" if re.search("[가-힣]", words) else "en"
    yield from (words[start:end] for start, end in split_sentences(words, language))
