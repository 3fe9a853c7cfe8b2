"""3xx: statements without a citation, and citations that carry nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.claims.carriers import Carrier, best_date_fit, best_figure_fit, has_lost_citation
from generator.claims.comparison import Fit
from generator.claims.readings import Reading, read_claims
from generator.finding import Finding, Rule, Severity
from generator.model import Citation, DateSpan, Figure, Library, Mention, Reference, Site, Support
from generator.source import Span

STATEMENT_UNCITED = Rule(
    "B310",
    Severity.ERROR,
    """
A statement has no citation.

Why: whoever reads it must be able to see where it comes from. Only what stands under "Not known" needs none.
Bad: KT plans to sell its hotels.
Good: KT plans to sell its hotels. [@a, ¶9]
""",
)
CITATION_IDLE = Rule(
    "B311",
    Severity.WARNING,
    """
A citation carries no figure, date or name of its sentence.

Why: a reader who follows it finds another matter, and takes the sentence to rest on more sources than it does.
Bad: KT plans to put 130 billion won into the fund. [@a, ¶5; @b, ¶2] (@b, ¶2 is about a hotel)
Good: KT plans to put 130 billion won into the fund. [@a, ¶5]
""",
)


ANSWER_ELSEWHERE = Rule(
    "B320",
    Severity.ERROR,
    """
An answer in the ledger cites a paragraph that gives another, or none.

Why: an answer stands on the site as what each of its citations says; one that carries it does not speak for the others.
Bad: value: 2.4 trillion won, cite: "@a, ¶1; @b, ¶7" (@b, ¶7 gives no such sum)
Good: value: 2.4 trillion won, cite: "@a, ¶1"
""",
)


def find_uncited(site: Site) -> Iterator[Finding]:
    """Yield a finding for each statement that needs a citation and has none."""
    for claim in site.claims:
        # A citation that points at nothing, or a fact that brings none, has its own finding.
        is_told = claim.statement.citations or any(
            isinstance(part, Reference) and not part.is_entity for part in claim.statement.parts
        )
        if claim.needs_support and not claim.supports and not is_told:
            help = "end it with the paragraph it rests on, such as [@article, ¶5]"
            yield Finding(STATEMENT_UNCITED, claim.statement.span, "statement has no citation", help=help)


def find_answers_elsewhere(site: Site) -> Iterator[Finding]:
    """Yield a finding for each citation of an answer whose paragraph does not give it, where another one does."""
    for reading in read_claims(site):
        supports = reading.claim.supports
        if reading.claim.place.kind != "value" or len(supports) < 2 or not _is_carried(reading, supports):
            continue
        for support in supports:
            if not _is_carried(reading, (support,)):
                label = f"{support.article.id}, {support.citation.locator or 'whole'}"
                notes = (f"{label} does not give {reading.claim.text}",)
                help = "cite for an answer only what gives it"
                message = "the answer is not given where it is cited"
                yield Finding(ANSWER_ELSEWHERE, support.citation.span, message, notes=notes, help=help)


@dataclass(frozen=True, slots=True)
class _Use:
    """A written citation and one sentence that it stands for."""

    citation: Citation
    carriers: tuple[Carrier, ...]
    reading: Reading


def find_idle(site: Site) -> Iterator[Finding]:
    """Yield a finding for each citation that carries nothing of any sentence it stands for.

    A sentence that gives no figure, date or name keeps all its citations: what carries it is beyond a check by value.
    """
    subjects = _subjects(site.library)
    uses: dict[Span, list[_Use]] = {}
    for reading in read_claims(site):
        kind = reading.claim.place.kind
        is_answer = kind == "value" and bool(reading.figures or reading.dates)
        if is_answer or kind in ("title", "summary", "fact") or has_lost_citation(reading.claim, site.library):
            continue
        own = {citation.span for citation in reading.claim.statement.citations}
        for support in reading.claim.supports:
            if support.citation.span in own:
                carriers = tuple(Carrier(support.article.id, paragraph) for paragraph in support.paragraphs)
                uses.setdefault(support.citation.span, []).append(_Use(support.citation, carriers, reading))
    for group in uses.values():
        if all(_is_idle(use, subjects) for use in group):
            citation = group[0].citation
            names = ", ".join(
                f'"{text}"' for text in sorted({text for use in group for text in _stated(use.reading)})[:4]
            )
            label = f"{citation.article}, {citation.locator or 'whole'}"
            notes = (f"the sentence gives {names}; {label} has none of them",)
            help = "remove it, or cite the paragraph that is meant"
            yield Finding(CITATION_IDLE, citation.span, "citation carries nothing of its sentence", "", notes, help)


def _subjects(library: Library) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return whom a record is about without naming them, by kind of place and id of the record."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for entity in library.entities.values():
        found["entity", entity.id] = (entity.id,)
    for event in library.events.values():
        found["event", event.id] = found["when", event.id] = event.of
    for fact in library.facts.values():
        found["value", fact.id] = found["difference", fact.id] = fact.of
    return found


def _is_idle(use: _Use, subjects: Mapping[tuple[str, str], tuple[str, ...]]) -> bool:
    """Return whether no figure, date or name of a sentence stands in a paragraph that gives others.

    Of a paragraph that names nobody the evidence knows too little, and of a sentence that states nothing, or quotes, we
    do. A sentence with a value that nothing carries has its finding already.
    """
    reading, place = use.reading, use.reading.claim.place
    named = {mention.entity for carrier in use.carriers for mention in carrier.paragraph.mentions}
    is_mute = not (reading.figures or reading.dates or reading.mentions) or re.search('[“"«『「]', reading.claim.text)
    if not named or is_mute or not _is_carried(reading, reading.claim.supports):
        return False
    told = {mention.entity for mention in reading.mentions} | set(subjects.get((place.kind, place.id), ()))
    return not (
        told & named
        or any(best_figure_fit(figure, use.carriers) is Fit.CARRIED for figure in reading.figures)
        or any(best_date_fit(date, use.carriers) is Fit.CARRIED for date in reading.dates)
    )


def _is_carried(reading: Reading, supports: tuple[Support, ...]) -> bool:
    """Return whether all figures and dates of a claim stand somewhere in *supports*."""
    carriers = tuple(Carrier(one.article.id, paragraph) for one in supports for paragraph in one.paragraphs)
    return all(best_figure_fit(figure, carriers) is Fit.CARRIED for figure in reading.figures) and all(
        best_date_fit(date, carriers) is Fit.CARRIED for date in reading.dates
    )


def _stated(reading: Reading) -> Iterator[str]:
    values: tuple[Figure | DateSpan | Mention, ...] = (*reading.figures, *reading.dates, *reading.mentions)
    yield from (value.text for value in values)
