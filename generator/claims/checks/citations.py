"""3xx: statements without a citation, and citations that carry nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.claims.carriers import Carrier, best_date_fit, best_figure_fit
from generator.claims.comparison import Fit
from generator.claims.readings import Reading, read_claims
from generator.finding import Finding, Rule, Severity
from generator.model import Citation, DateSpan, Figure, Mention, Site
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


def find_uncited(site: Site) -> Iterator[Finding]:
    """Yield a finding for each statement that needs a citation and has none."""
    for claim in site.claims:
        # A citation that points at nothing has its own finding.
        if claim.needs_support and not claim.supports and not claim.statement.citations:
            help = "end it with the paragraph it rests on, such as [@article, ¶5]"
            yield Finding(STATEMENT_UNCITED, claim.statement.span, "statement has no citation", help=help)


@dataclass(slots=True)
class _Use:
    """What has been seen of one written citation."""

    citation: Citation
    carriers: tuple[Carrier, ...]
    is_idle: bool = True
    stated: set[str] = field(default_factory=set)
    """Figures, dates and names of its sentences, as written."""


def find_idle(site: Site) -> Iterator[Finding]:
    """Yield a finding for each citation that carries nothing of any sentence it stands for.

    A sentence that gives no figure, date or name keeps all its citations: what carries it is beyond a check by value.
    """
    uses: dict[Span, _Use] = {}
    for reading in read_claims(site):
        if reading.claim.place.kind in ("title", "summary", "fact"):
            continue
        own = {citation.span for citation in reading.claim.statement.citations}
        for support in reading.claim.supports:
            if support.citation.span in own:
                carriers = tuple(Carrier(support.article.id, paragraph) for paragraph in support.paragraphs)
                use = uses.setdefault(support.citation.span, _Use(support.citation, carriers))
                use.is_idle = use.is_idle and not _carries(carriers, reading)
                use.stated.update(_stated(reading))
    for use in uses.values():
        if use.is_idle:
            names = ", ".join(f'"{text}"' for text in sorted(use.stated)[:4])
            label = f"{use.citation.article}, {use.citation.locator or 'whole'}"
            notes = (f"the sentence gives {names}; {label} has none of them",)
            help = "remove it, or cite the paragraph that is meant"
            yield Finding(CITATION_IDLE, use.citation.span, "citation carries nothing of its sentence", "", notes, help)


def _carries(carriers: tuple[Carrier, ...], reading: Reading) -> bool:
    """Return whether any figure, date or name of a claim stands in *carriers*; a claim without any is carried."""
    if not (reading.figures or reading.dates or reading.mentions):
        return True
    named = {mention.entity for carrier in carriers for mention in carrier.paragraph.mentions}
    return (
        any(mention.entity in named for mention in reading.mentions)
        or any(best_figure_fit(figure, carriers) is Fit.CARRIED for figure in reading.figures)
        or any(best_date_fit(date, carriers) is Fit.CARRIED for date in reading.dates)
    )


def _stated(reading: Reading) -> Iterator[str]:
    values: tuple[Figure | DateSpan | Mention, ...] = (*reading.figures, *reading.dates, *reading.mentions)
    yield from (value.text for value in values)
