"""What we say, as read: records, statements and ledgers, in which anything may point at nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.articles import Evidence
from generator.model.words import DateSpan
from generator.source import Span


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
class PictureRow:
    """What a picture draws on one line."""

    id: Written
    """A fact of the ledger for bars, an event for a timeline."""
    label: Mapping[str, Statement]
    """Its short name in the picture, resting on what the fact or event rests on; empty: the ledger's own words."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made from the ledgers."""

    id: str
    span: Span
    kind: str
    """"bars" (facts with a figure) or "timeline" (events)."""
    title: Mapping[str, Statement]
    rows: tuple[PictureRow, ...]
    after: Written | None
    """The passage of the story that it follows; None: a timeline stands with the timeline, bars after the story."""


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
    pictures: tuple[Picture, ...] = ()


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
    dossier: str = "closed"
    """"open" while new articles are to be expected: then plans past due are worth a reminder. Else "closed"."""
    span_of: Mapping[str, Span] = field(default_factory=dict)


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
