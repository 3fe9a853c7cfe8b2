"""5xx: runs of words that an original has too."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from generator.claims.readings import find_quoted
from generator.evidence.fingerprint import CopiedRun, copied_from, copied_runs
from generator.finding import Finding, Rule, Severity
from generator.model import Claim, Paragraph, Site

RUN_COPIED = Rule(
    "B504",
    Severity.ERROR,
    """
A sentence of ours shares a run of words with an article.

Why: facts travel, sentences stay: the article's words belong to its publisher. Eight words in a row, or twenty letters
of Korean, are no chance; figures, dates and names do not count as such. From the sample in the evidence most copied
sentences are found; where the originals are at hand, all are.
Bad: The sentence of the article, with one word changed.
Good: The same fact in our own words.
""",
)

_FILLER = " zzzz "
"""A word that no article has: a run that reaches across it is nobody's."""


def find_copied(site: Site) -> Iterator[Finding]:
    """Yield a finding for each stretch of our words that the fingerprint of an article knows."""
    fingerprints = {name: evidence.fingerprint for name, evidence in site.library.evidence.items()}
    yield from _found(site, lambda words: copied_runs(words, fingerprints))


def copied_in_full(site: Site, article: str, paragraphs: Iterable[tuple[str, Paragraph]]) -> Iterator[Finding]:
    """Yield a finding for each stretch of our words that the original of *article*, at hand, has in *paragraphs*.

    Nothing is left to a sample here: every run of the original is compared.
    """
    pairs = tuple(paragraphs)
    yield from _found(site, lambda words: copied_from(words, article, pairs))


def _found(site: Site, look: Callable[[str], tuple[CopiedRun, ...]]) -> Iterator[Finding]:
    starts: list[int] = []
    pieces: list[str] = []
    length = 0
    previous: Claim | None = None
    for claim in site.claims:
        gap = " " if previous is not None and _is_one_text(previous, claim) else _FILLER
        starts.append(length + len(gap))
        pieces += (gap, _without_quotations(claim.text))
        length += len(gap) + len(claim.text)
        previous = claim
    # All words at once, since the index of the hashes is made on each call.
    for run in look("".join(pieces)):
        index = bisect_right(starts, run.start) - 1
        yield _finding(site.claims[index], run, starts[index])


def _without_quotations(text: str) -> str:
    """Return *text* with blanks for what stands in quotation marks: a check of its own proves that."""
    for start, end in find_quoted(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_one_text(one: Claim, other: Claim) -> bool:
    """Return whether two claims stand in one passage, so that a run may reach from one to the other."""
    places = (one.place, other.place)
    return one.language == other.language and len({(place.kind, place.id, place.passage) for place in places}) == 1


def _finding(claim: Claim, run: CopiedRun, offset: int) -> Finding:
    span = claim.span(run.start - offset, min(run.end - offset, len(claim.text)))
    help = "say it in our own words"
    return Finding(RUN_COPIED, span, f"words run as in {run.article}", help=help)
