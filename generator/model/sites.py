"""What we say, as resolved: every pointer followed."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.articles import Paragraph
from generator.model.records import Article, Citation, Library, Statement
from generator.source import Span


@dataclass(frozen=True, slots=True)
class Support:
    """The paragraph a citation points at; it always exists."""

    citation: Citation
    article: Article
    paragraphs: tuple[Paragraph, ...]
    """One paragraph, or all of the article's when the citation names none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a claim's text."""

    text: str
    span: Span
    """Where it was written; for a reference, the reference."""
    start: int
    """Offset of the run in the claim's text."""
    fact: str | None = None
    entity: str | None = None

    @property
    def end(self) -> int:
        """Offset of the first code point after the run."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands."""

    kind: str
    """"prose", "title", "summary", "fact", "value", "difference", "event", "when" (an event's date), "entity" or
    "picture" (its title and labels)."""
    id: str
    """Slug of the briefing for prose, title, summary and picture; else the id of the record."""
    passage: str = ""
    """For prose, the passage's id; for a picture, its id."""
    section: str = ""
    """For prose: "bottom-line", "story" or "not-known"."""
    index: int = 0
    """Position among the statements of its passage, or among the fact's answers."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement with everything it points at found: what a check reads and a page prints."""

    statement: Statement
    place: Place
    pieces: tuple[Piece, ...]
    supports: tuple[Support, ...]
    """The statement's citations, then those that its references bring with them, each paragraph once."""
    needs_support: bool = True
    """False for what stands under "Not known", subheadings and labels."""
    text: str = field(init=False, repr=False, compare=False)
    """The claim with its references printed."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "".join(piece.text for piece in self.pieces))

    @property
    def language(self) -> str:
        """Language the claim is written in; "" for a value read in any."""
        return self.statement.language

    def span(self, start: int, end: int) -> Span:
        """Return where the stretch *start* to *end* of ``text`` was written.

        A stretch that touches a reference takes the whole of it.
        """
        touched = [piece for piece in self.pieces if piece.start < end and piece.end > start]
        if not touched:
            return self.statement.span
        first, last = touched[0], touched[-1]
        is_verbatim = (
            first.fact is None and first.entity is None and len(first.text) == first.span.end - first.span.start
        )
        begin = first.span.start + (start - first.start if is_verbatim else 0)
        is_verbatim = last.fact is None and last.entity is None and len(last.text) == last.span.end - last.span.start
        finish = last.span.start + (end - last.start) if is_verbatim else last.span.end
        return Span(first.span.source, begin, finish)

    def is_written(self, start: int, end: int) -> bool:
        """Return whether the stretch was written by hand and not printed by a reference to a fact or an entity."""
        return not any(
            (piece.fact or piece.entity) and piece.start < end and piece.end > start for piece in self.pieces
        )


@dataclass(frozen=True, slots=True)
class Site:
    """The library with every pointer followed. Pages and checks read nothing else."""

    library: Library
    claims: tuple[Claim, ...]
    """In the order of briefings, then facts, events and entities; languages in the order of the settings."""
