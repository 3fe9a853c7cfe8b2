"""What new evidence may do to the ledger: confirm a fact, differ from one, or add one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.claims.comparison import is_alike, is_same_figure
from generator.claims.values import read_value
from generator.model import Evidence, Fact, Figure, FigureKind, Library, Paragraph

TOLD = (FigureKind.MONEY, FigureKind.COUNT, FigureKind.PERCENT, FigureKind.MULTIPLE)
"""Figures worth a line: a duration alone ("five years") says nothing of a fact."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What one figure of a new article may mean for the ledger."""

    kind: str
    """"confirms", "differs" or "adds"."""
    figure: Figure
    locator: str
    fact: str | None
    """Id of the fact that it may confirm or differ from."""
    briefings: tuple[str, ...]


def find_prospects(evidence: Evidence, library: Library) -> Iterator[Prospect]:
    """Yield for each figure of *evidence* what it may do, in the order of the article; each value once a paragraph.

    A figure may confirm a fact of equal value, and may differ from one that is about entities named in its paragraph,
    is shown in a briefing the paragraph belongs to, and is measured in the same unit. A person decides.
    """
    known = {fact.id: value for fact in library.facts.values() if (value := _figure_of(fact)) is not None}
    for paragraph in evidence.paragraphs:
        seen: list[Figure] = []
        for figure in paragraph.figures:
            if figure.low is None or figure.kind not in TOLD or any(is_same_figure(figure, one) for one in seen):
                continue
            seen.append(figure)
            yield _prospect(figure, paragraph, known, library)


def _figure_of(fact: Fact) -> Figure | None:
    values = (read_value(said) for said in fact.said)
    return next((value for value in values if isinstance(value, Figure) and value.low is not None), None)


def _prospect(figure: Figure, paragraph: Paragraph, known: Mapping[str, Figure], library: Library) -> Prospect:
    kind, fact = "adds", None
    equal = [name for name, value in known.items() if is_same_figure(value, figure)]
    near = [
        name for name, value in known.items() if is_alike(value, figure) and _is_about(library.facts[name], paragraph)
    ]
    both = [name for name in equal if _is_about(library.facts[name], paragraph)]
    if both or (equal and figure.kind is FigureKind.MONEY):
        kind, fact = "confirms", (both or equal)[0]
    elif near:
        kind, fact = "differs", near[0]
    return Prospect(kind, figure, paragraph.locator, fact, paragraph.briefings)


def _is_about(fact: Fact, paragraph: Paragraph) -> bool:
    """Return whether *fact* is about everyone it names in *paragraph*, in a briefing that the paragraph belongs to."""
    named = {mention.entity for mention in paragraph.mentions}
    return bool(fact.of) and set(fact.of) <= named and bool(set(fact.briefings) & set(paragraph.briefings))
