"""What the articles say: paragraphs without their sentences, and the evidence they make up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.words import DateSpan, Figure, Mention


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an original, without its sentences."""

    locator: str
    """"title", "heading 2", "¶5" or "caption 1", counted from 1 within its kind."""
    kind: str
    """"title", "heading", "body" or "caption"."""
    line: int | None
    """Line in the raw original, from 1; None where the format has no lines."""
    words: int
    briefings: tuple[str, ...]
    """Slugs of the briefings it is routed to, sorted."""
    figures: tuple[Figure, ...]
    dates: tuple[DateSpan, ...]
    mentions: tuple[Mention, ...]
    digest: str
    """Digest of the normalised text: equal paragraphs of two captures have equal digests."""
    strangers: tuple[str, ...] | None = None
    """Words that look like names and that no table knew, in alphabetical order; None where they were not looked for."""
    numbers: tuple[Figure, ...] | None = None
    """Numbers that are no figure: minutes, kilometres, fractions, bare ones; None where they were not looked for."""


@dataclass(frozen=True, slots=True)
class Original:
    """The raw article as captured: private, known to the repo by name and digest only."""

    name: str
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication as the original gives it."""

    first: date
    last: date
    basis: str
    """"text" (a date line), "caption" or "metadata"."""


@dataclass(frozen=True, slots=True)
class Found:
    """The bibliographic data that the text itself prints."""

    title: str | None
    publisher: str | None
    published: Published | None
    authors: tuple[str, ...]
    editors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """With what the evidence was made, so that stale evidence is told from wrong evidence."""

    extractor: str
    tables: str
    """Digest of the alias table and the routing."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A sample of the hashed shingles of an original: enough to recognise a copy, too little to rebuild the text."""

    scheme: str
    hashes: frozenset[int]


@dataclass(frozen=True, slots=True)
class Quotation:
    """The proof of a quotation: the hash of its normalised words, where it stands and who says it."""

    locator: str
    digest: str
    by: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What ingest found in one original."""

    article: str
    language: str
    original: Original
    found: Found
    lines: Mapping[int, str] | None
    """Label of each non-blank line: "title", "heading", "body", "caption", "meta" or "other"; None for pdf and html."""
    paragraphs: tuple[Paragraph, ...]
    made: Made
    fingerprint: Fingerprint
    quotations: tuple[Quotation, ...] = ()

    def paragraph(self, locator: str) -> Paragraph | None:
        """Return the paragraph at *locator*, or None."""
        return next((paragraph for paragraph in self.paragraphs if paragraph.locator == locator), None)
