"""A sample of an article's hashed word runs: enough to know a copy again, too little to give the article back.

Hashes of *every* run, even unordered, can be chained: who knows seven words finds the eighth by trying each word of
a list, and so on through the article. Against that only one run in four is kept (of Korean, counted in syllables,
one in six): chosen by hash value, as in Schleimer, Wilkerson and Aiken, "Winnowing" (2003), and never two close
together. A chain then needs three unknown words (five syllables) at each step, and 32 bits of a hash are too few to
tell the right three from all others. Facts break a run, so that a figure, a date or a name in common never counts
as copying. This makes rebuilding the text costly; it does not make it impossible.
"""

from __future__ import annotations

import base64
import hashlib
import re
import struct
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from generator.model import Fingerprint, Paragraph

SCHEME = "run8by3-ko20by5-32"
NEAR_COPY = 0.3
"""Overlap from which two articles print one text: quotations in common, and reports of one event, stay below."""
WORDS = 8
"""Length of an English run, in words: shorter runs are shared by chance."""
SYLLABLES = 20
"""Length of a Korean run, in letters without blanks and punctuation: about as much text as eight English words."""
_WORDS_APART, _SYLLABLES_APART = 3, 5
"""Least distance of two kept runs. Beyond it every second run is kept: on average one in four, and one in six."""
_HANGUL_LEAST = 14
"""Syllables of Hangul in a Korean run at least; runs of Latin letters and digits are names."""
_LETTERS_LEAST = 24
"""Letters in an English run at least: "it is to be at or in an" is nobody's sentence."""
_WORD = re.compile(r"[a-z0-9]+|[가-힣]+")
_LETTERS = re.compile(r"[a-z0-9가-힣]+")
_APOSTROPHE = re.compile(r"[’']")


@dataclass(frozen=True, slots=True)
class CopiedRun:
    """A stretch of a text that an original has too."""

    start: int
    """Offset in the text, in code points."""
    end: int
    article: str


class _Run(NamedTuple):
    key: str
    start: int
    end: int


def fingerprint(paragraphs: Iterable[tuple[str, Paragraph]]) -> Fingerprint:
    """Return the sampled hashes of *paragraphs*, each given as its text and the facts found in it."""
    hashes: set[int] = set()
    for text, paragraph in paragraphs:
        for stretch in _free_stretches(text, paragraph):
            hashes.update(_sample(_english_runs(_plain(stretch)), _WORDS_APART))
            hashes.update(_sample(_korean_runs(_plain(stretch)), _SYLLABLES_APART))
    return Fingerprint(SCHEME, frozenset(hashes))


def run_hash(key: str) -> int:
    """Return the 32-bit hash of a run's normalised words."""
    return (
        int.from_bytes(hashlib.blake2b(key.encode(), digest_size=5, person=b"briefing-run").digest(), "big")
        & 0xFFFFFFFF
    )


def _sample(runs: Iterable[_Run], apart: int) -> Iterator[int]:
    """Yield the hashes of the runs to keep: even ones, *apart* or more from the one kept before."""
    last = -apart
    for index, run in enumerate(runs):
        value = run_hash(run.key)
        if value % 2 == 0 and index - last >= apart:
            last = index
            yield value


def overlap(one: Fingerprint, other: Fingerprint) -> float:
    """Return which share of the smaller fingerprint the other has too, from 0 to 1.

    Two independent reports of one event stay under 0.05; two prints of one wire story are above 0.3. Of fewer than
    eight hashes nothing can be said: the result is 0.
    """
    if one.scheme != other.scheme or min(len(one.hashes), len(other.hashes)) < 8:
        return 0.0
    return len(one.hashes & other.hashes) / min(len(one.hashes), len(other.hashes))


def near_copies(fingerprints: Mapping[str, Fingerprint]) -> dict[str, str]:
    """Return for each near copy the first article, in the order given, that prints the same text.

    A text may have been cut or added to: what counts is the overlap with the first print, NEAR_COPY or more. Only first
    prints are compared with, so the time grows with the articles and not with their square.
    """
    holders: dict[int, list[str]] = {}
    first_prints: dict[str, str] = {}
    for article, print_ in fingerprints.items():
        sharing = sorted({holder for value in print_.hashes for holder in holders.get(value, ())})
        near = max(sharing, key=lambda holder: overlap(print_, fingerprints[holder]), default=None)
        if near is not None and overlap(print_, fingerprints[near]) >= NEAR_COPY:
            first_prints[article] = near
        else:
            for value in print_.hashes:
                holders.setdefault(value, []).append(article)
    return first_prints


def copied_runs(text: str, fingerprints: dict[str, Fingerprint]) -> tuple[CopiedRun, ...]:
    """Return the stretches of *text* that a sampled run of an original covers, by their place in *text*.

    A copied sentence of twelve words is found nine times out of ten, one of twenty always.
    """
    holders: dict[int, str] = {}
    for article in sorted(fingerprints):
        if fingerprints[article].scheme == SCHEME:
            for value in fingerprints[article].hashes:
                holders.setdefault(value, article)
    found = []
    for run in _runs(text):
        value = run_hash(run.key)
        if value in holders:
            found.append(CopiedRun(run.start, run.end, holders[value]))
    return _merged(found)


def copied_from(text: str, article: str, paragraphs: Iterable[tuple[str, Paragraph]]) -> tuple[CopiedRun, ...]:
    """Return every stretch of *text* that shares a run with *paragraphs*, those of an original at hand."""
    keys = {
        run.key
        for words, paragraph in paragraphs
        for stretch in _free_stretches(words, paragraph)
        for run in _runs(stretch)
    }
    return _merged([CopiedRun(run.start, run.end, article) for run in _runs(text) if run.key in keys])


def quotation_digest(words: str) -> str | None:
    """Return the proof of a quotation: a hash of its words without case, marks and blanks; None below three words.

    >>> quotation_digest("“We are not done yet,”") == quotation_digest("we are not done yet")
    True
    """
    tokens = _WORD.findall(_folded(words))
    joined = "".join(tokens)
    if len(tokens) < 3 or len(joined) < 8:
        return None
    return hashlib.blake2b(joined.encode(), digest_size=10, person=b"briefing-said").hexdigest()


def paragraph_digest(text: str) -> str:
    """Return the digest of a paragraph: equal for equal words, whatever the blanks, quotation marks and case.

    >>> paragraph_digest("KT’s  plan.") == paragraph_digest("KT's plan.")
    True
    """
    folded = re.sub(r"[“”„‟\"]", '"', re.sub(r"[‘’‚‛']", "'", unicodedata.normalize("NFKC", text).casefold()))
    return hashlib.blake2b(" ".join(folded.split()).encode(), digest_size=8, person=b"briefing-para").hexdigest()


def hashes_text(hashes: Collection[int]) -> str:
    """Return *hashes* in base64: sorted, four bytes each, most significant first."""
    return base64.b64encode(struct.pack(f">{len(hashes)}I", *sorted(hashes))).decode("ascii")


def read_hashes(text: str) -> frozenset[int]:
    """Return the hashes in *text*. Raises ValueError when it is not base64 of whole hashes."""
    raw = base64.b64decode(text, validate=True)
    if len(raw) % 4:
        raise ValueError("the hashes are cut off")
    return frozenset(struct.unpack(f">{len(raw) // 4}I", raw))


def _free_stretches(text: str, paragraph: Paragraph) -> list[str]:
    """Return what stands between the facts of *paragraph*."""
    facts = [(figure.start, figure.end) for figure in paragraph.figures]
    facts += [(day.start, day.end) for day in paragraph.dates]
    # A name stands once in the evidence of a paragraph, and maybe several times in its text.
    for name in dict.fromkeys(mention.text for mention in paragraph.mentions):
        facts += [found.span() for found in re.finditer(re.escape(name), text)]
    facts.sort()
    stretches, at = [], 0
    for start, end in facts:
        if start > at:
            stretches.append(text[at:start])
        at = max(at, end)
    return [*stretches, text[at:]]


def _folded(text: str) -> str:
    return _APOSTROPHE.sub("'", unicodedata.normalize("NFKC", text)).lower()


def _runs(text: str) -> Iterator[_Run]:
    plain = _plain(text)
    yield from _english_runs(plain)
    yield from _korean_runs(plain)


def _plain(text: str) -> str:
    """Return *text* in lower case, letter by letter, so that offsets stay those of the text."""
    lower = text.lower()
    if len(lower) == len(text):  # no letter becomes two (İ does)
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _english_runs(plain: str) -> Iterator[_Run]:
    words = list(_WORD.finditer(plain))
    tokens = [word.group() for word in words]
    letters = [0, *accumulate(map(len, tokens))]
    latin = [0, *accumulate(map(str.isascii, tokens))]
    for first in range(len(words) - WORDS + 1):
        end = first + WORDS
        if letters[end] - letters[first] >= _LETTERS_LEAST and latin[end] - latin[first] > WORDS // 2:
            yield _Run(" ".join(tokens[first:end]), words[first].start(), words[end - 1].end())


def _korean_runs(plain: str) -> Iterator[_Run]:
    words = list(_LETTERS.finditer(plain))
    key = "".join(word.group() for word in words)
    places = [place for word in words for place in range(word.start(), word.end())]
    hangul = [0, *accumulate(letter > "z" for letter in key)]
    for first in range(len(key) - SYLLABLES + 1):
        end = first + SYLLABLES
        if hangul[end] - hangul[first] >= _HANGUL_LEAST:
            yield _Run(key[first:end], places[first], places[end - 1] + 1)


def _merged(found: Sequence[CopiedRun]) -> tuple[CopiedRun, ...]:
    merged: list[CopiedRun] = []
    for run in sorted(found, key=lambda run: (run.start, run.end, run.article)):
        last = merged[-1] if merged else None
        if last and last.article == run.article and run.start <= last.end:
            merged[-1] = CopiedRun(last.start, max(last.end, run.end), run.article)
        else:
            merged.append(run)
    return tuple(merged)
