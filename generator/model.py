"""The nouns of the project. Every value is frozen; ``None`` means that the text does not say.

Three groups, in the order the facts travel: what words say (figures, dates, mentions), what the articles say
(paragraphs, evidence), and what we say (records, statements, and the site that resolves them).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.source import Span

# ---------------------------------------------------------------------------------------------------- what words say


class FigureKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    MULTIPLE = "multiple"
    DURATION = "duration"


class Bound(StrEnum):
    """In which way a figure is not exact."""

    ABOUT = "about"
    MIN = "min"
    MAX = "max"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that a text gives."""

    text: str
    """The expression itself, with its unit or noun and without its qualifiers ("about", 약)."""
    start: int
    """Offset of *text* in the text it was read from, in code points."""
    kind: FigureKind
    low: Decimal | None
    """Smallest value meant, in *unit*; None when the figure is vague."""
    high: Decimal | None
    """Largest value meant, in *unit*; equal to *low* unless the text gives a range."""
    unit: str
    """ISO 4217 code, "count", "%", "x", or "year", "month", "week", "day", "hour"."""
    approx: bool = False
    bound: Bound | None = None
    """Given when *approx* is."""

    @property
    def end(self) -> int:
        """Offset of the first code point after *text*."""
        return self.start + len(self.text)

    @property
    def is_vague(self) -> bool:
        """Whether the text names a quantity without a number ("several trillion won", 수조원)."""
        return self.low is None


class Precision(StrEnum):
    """How finely a date is given."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    SPAN = "span"
    """Anything else: a decade, the time between two dates."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """An expression that names a stretch of the calendar."""

    text: str
    start: int
    """Offset of *text* in the text it was read from, in code points."""
    first: date | None
    """First day meant; None, with *last*, when the text does not pin it down."""
    last: date | None
    """Last day meant, included."""
    precision: Precision
    edtf: str
    """Extended Date/Time Format (ISO 8601-2:2019), level 2: "2024-10-10", "2024-09", "2025-33" (first quarter),
    "2025-40" (first half), "2024/2029"; "XXXX-XX-04" for a 4th whose month is not known; "" when nothing is known."""

    @property
    def end(self) -> int:
        """Offset of the first code point after *text*."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entity is named."""

    text: str
    start: int
    """Offset of *text* in the text it was read from, in code points."""
    entity: str
    via: str | None = None
    """"anaphora" when carried over from before ("the company", 양사)."""

    @property
    def end(self) -> int:
        """Offset of the first code point after *text*."""
        return self.start + len(self.text)


# ------------------------------------------------------------------------------------------- what the articles say


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


# ---------------------------------------------------------------------------------------------- what we say: as read


@dataclass(frozen=True, slots=True)
class Written:
    """Words of ours in one language, and where they stand."""

    text: str
    span: Span


Localized = Mapping[str, Written]
"""The same words per language: {"en": …, "ko": …}."""


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a record says what no article prints."""

    kind: str
    """"inferred", "reference" or "transcription"."""
    why: Localized


@dataclass(frozen=True, slots=True)
class Article:
    """Our record of an article."""

    id: str
    span: Span
    original: str | None
    """File name of its original."""
    title: str | None
    """The headline as printed."""
    label: Localized
    """How the site names an article without a headline."""
    publisher: Localized
    """Names of the publisher; empty when not known."""
    published: DateSpan | None
    """With a basis when no article prints it: then it is shown as inferred and never resolves anything."""
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    language: str
    url: str | None
    basis: Mapping[str, Basis]
    """By field name: "publisher", "published", "title", "label"."""
    span_of: Mapping[str, Span] = field(default_factory=dict)
    """Where each field's value stands."""

    @property
    def is_dated(self) -> bool:
        """Whether the text itself prints the day of publication."""
        return self.published is not None and "published" not in self.basis


@dataclass(frozen=True, slots=True)
class Entity:
    """An organisation, person, product, place or event."""

    id: str
    span: Span
    kind: str
    """"org", "person", "product", "place" or "event"."""
    names: Localized
    aliases: tuple[Written, ...]
    unlike: tuple[Written, ...]
    """Names that contain one of its own and are somebody else's (KT 위즈)."""
    what: Localized
    """What it is, or a person's role."""
    citations: tuple[Citation, ...]
    """What *what* rests on."""
    basis: Mapping[str, Basis]
    """By language, for a name in that script that no article prints."""
    hidden: bool = False
    """Known to the reader of originals (a photo agency, a country), not shown among who's who."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as written; it may point at nothing."""

    span: Span
    article: str
    locator: str | None


@dataclass(frozen=True, slots=True)
class Plain:
    """A run of Markdown words, standing in the source at *span*."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """``{fact}`` or ``{@entity}``, as written."""

    id: str
    is_entity: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, bullet, ledger entry, title or summary of ours with its citations."""

    language: str
    parts: tuple[Plain | Reference, ...]
    citations: tuple[Citation, ...]
    """Its own, and for a sentence without one, those at the end of its paragraph."""
    span: Span
    inherits: bool = False
    """Whether the citations are those of the end of its paragraph."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, bullet or subheading of prose with a written id."""

    id: str
    """Its address on the page; "p3" for the third passage of a section when none is written."""
    span: Span
    section: str
    """"bottom-line", "story" or "not-known"."""
    kind: str
    """"paragraph", "bullet" or "heading"."""
    statements: tuple[Statement, ...]
    is_named: bool = True
    """Whether the id is written."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says to a fact's question."""

    span: Span
    value: Mapping[str, Statement]
    """The value per language; a value written once (a sum, a date) stands under "" and is read in any language."""
    origin: tuple[str, ...]
    """Who made the claim: entity ids, or "reporter", "unnamed", "official"."""
    by: str | None
    """The person who said it: an entity id."""
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The curator's word on sources that differ about a fact."""

    span: Span
    kind: str
    """"same", "more precise", "different measure", "later update", "impossible within one source" or "unresolved"."""
    show: str
    """"page", "click" or "curator"."""
    note: Mapping[str, Statement]
    others: tuple[str, ...]
    """Further facts that take part (``with:``)."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A question with the answers that sources give."""

    id: str
    span: Span
    what: Mapping[str, Statement]
    of: tuple[str, ...]
    period: DateSpan | None
    status: str | None
    """"happened", "planned", "superseded" or None."""
    briefings: tuple[str, ...]
    said: tuple[Said, ...]
    part_of: str | None
    calc: str | None
    """A derived value's working, such as "kt-share / fund-total"."""
    difference: Difference | None
    span_of: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated: happened, planned or superseded."""

    id: str
    span: Span
    when: DateSpan | None
    """None when no article dates it."""
    when_span: Span
    what: Mapping[str, Statement]
    status: str
    """"happened", "planned" or "superseded"."""
    of: tuple[str, ...]
    briefings: tuple[str, ...]
    citations: tuple[Citation, ...]
    span_of: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Routing:
    """What sends a paragraph to a briefing."""

    entities: tuple[str, ...]
    terms: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """One topic."""

    id: str
    span: Span
    order: int
    title: Mapping[str, Statement]
    summary: Mapping[str, Statement]
    """One sentence for lists and social text; rests on the citations of the bottom line."""
    status: Localized
    """The chip: "Announced", 발표."""
    routing: Routing
    related: tuple[Written, ...]
    key_facts: tuple[Written, ...]
    """Ids of facts, in order; empty when the program should choose."""
    prose: Mapping[str, tuple[Passage, ...]]
    """Passages per language, in order; no key where there is no file."""
    span_of: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Allow:
    """A curator's word that a finding may stand: ``<!-- allow B304: why -->``."""

    code: str
    why: str
    span: Span
    """The comment."""
    scope: Span
    """The passage or record that it stands in."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``seeds/site.yaml``."""

    span: Span
    title: Localized
    description: Localized
    languages: tuple[str, ...]
    """The first is the default."""
    url: str | None
    repository: str | None
    responsible: Localized
    contact: str | None
    """An address that needs no account."""
    reviewed: date | None
    """The day a person last went through the dossier: the only "today" there is."""
    made: Localized
    """How the texts were made."""
    licence: Localized


@dataclass(frozen=True, slots=True)
class Library:
    """All of ``seeds/`` as read; references in it may point at nothing."""

    settings: Settings
    articles: Mapping[str, Article]
    evidence: Mapping[str, Evidence]
    entities: Mapping[str, Entity]
    facts: Mapping[str, Fact]
    events: Mapping[str, Event]
    briefings: Mapping[str, Briefing]
    allows: tuple[Allow, ...] = ()


# ------------------------------------------------------------------------------------------ what we say: as resolved


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
    """"prose", "title", "summary", "fact", "value", "difference", "event", "when" (an event's date) or "entity"."""
    id: str
    """Slug of the briefing for prose, title and summary; else the id of the record."""
    passage: str = ""
    """For prose, the passage's id."""
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

    @property
    def language(self) -> str:
        """Language the claim is written in; "" for a value read in any."""
        return self.statement.language

    @property
    def text(self) -> str:
        """The claim with its references printed."""
        return "".join(piece.text for piece in self.pieces)

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

    by_record: Mapping[tuple[str, str], tuple[Claim, ...]] = field(init=False, repr=False, compare=False)
    """Claims by kind and id of the record or briefing they stand in."""
    by_article: Mapping[str, tuple[Claim, ...]] = field(init=False, repr=False, compare=False)
    """Claims by the articles they rest on."""

    def __post_init__(self) -> None:
        by_record: dict[tuple[str, str], list[Claim]] = {}
        by_article: dict[str, list[Claim]] = {}
        for claim in self.claims:
            by_record.setdefault((claim.place.kind, claim.place.id), []).append(claim)
            for article in dict.fromkeys(support.article.id for support in claim.supports):
                by_article.setdefault(article, []).append(claim)
        object.__setattr__(self, "by_record", {key: tuple(claims) for key, claims in by_record.items()})
        object.__setattr__(self, "by_article", {key: tuple(claims) for key, claims in by_article.items()})

    def claims_at(self, kind: str, id: str, language: str) -> Iterator[Claim]:
        """Yield the claims of one record or briefing in *language*, and the values that have no language."""
        for claim in self.by_record.get((kind, id), ()):
            if claim.language in (language, ""):
                yield claim

    def resting_on(self, article: str, locator: str | None = None) -> Iterator[Claim]:
        """Yield the claims that rest on *article*, or on one paragraph of it."""
        for claim in self.by_article.get(article, ()):
            if locator is None or any(
                support.article.id == article and any(paragraph.locator == locator for paragraph in support.paragraphs)
                for support in claim.supports
            ):
                yield claim
