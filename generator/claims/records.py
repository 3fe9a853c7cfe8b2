"""Articles, entities, briefings and the settings of the site: YAML records to values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.claims.inline import read_citations, read_words
from generator.claims.shapes import (
    BAD_VALUE,
    ID,
    Choice,
    Field,
    Flag,
    ListOf,
    Localised,
    MapOf,
    Record,
    RecordOf,
    Report,
    Text,
    When,
    Whole,
)
from generator.claims.yaml import Node
from generator.finding import Finding
from generator.language.dates import parse_when
from generator.model import (
    Article,
    Basis,
    Briefing,
    Citation,
    Entity,
    Picture,
    PictureRow,
    Precision,
    Routing,
    Settings,
    Statement,
    Written,
)
from generator.source import Source, Span

BASES = ("inferred", "reference", "transcription")
ENTITY_KINDS = ("org", "person", "product", "place", "event")
_BASIS = RecordOf({"kind": Field(Choice(BASES), True), "why": Field(Localised(), True, help="a reason, for readers")})

ARTICLE = RecordOf(
    {
        "original": Field(Text(), is_nullable=True, help="file name of the original"),
        "title": Field(Text(), is_nullable=True, help="the headline as printed; null when there is none"),
        "label": Field(Localised(), help="how the site names an article without a headline"),
        "publisher": Field(Localised(), is_nullable=True, help="with a basis when no article prints it"),
        "published": Field(When(parse_when), is_nullable=True, help="the day, as EDTF; null when not known"),
        "authors": Field(ListOf(Text()), help="as printed"),
        "editors": Field(ListOf(Text()), help="as printed"),
        "language": Field(Choice(("en", "ko")), True, help="language the article is written in"),
        "url": Field(Text(r"https?://\S+", "an address that begins with http"), is_nullable=True),
        "basis": Field(
            MapOf(_BASIS, ("title", "label", "publisher", "published", "authors", "editors")),
            help="for each field that the article does not print",
        ),
    }
)
ENTITY = RecordOf(
    {
        "id": Field(ID, True),
        "kind": Field(Choice(ENTITY_KINDS), True),
        "names": Field(Localised(), True),
        "aliases": Field(ListOf(Text()), help="other forms the articles use, in any language"),
        "unlike": Field(ListOf(Text()), help="names that contain one of ours and are somebody else's"),
        "what": Field(Localised(), help="what it is, or a person's role"),
        "cite": Field(Text(), help='what "what" rests on: "@article, ¶1; @other, ¶2"'),
        "basis": Field(MapOf(_BASIS, ("en", "ko")), help="for a name in a script that no article prints"),
        "hidden": Field(Flag(), help="true: known to the reader of originals, not shown among who's who"),
    }
)
ENTITIES = ListOf(ENTITY)
PICTURE_KINDS = ("bars", "timeline")
PICTURE = RecordOf(
    {
        "id": Field(ID, True, help="its address on the page"),
        "kind": Field(Choice(PICTURE_KINDS), True, help="bars: facts with a figure; timeline: events"),
        "title": Field(Localised(), True),
        "after": Field(ID, help="the passage of the story that it follows"),
        "rows": Field(
            ListOf(
                RecordOf(
                    {
                        "id": Field(ID, True, help="a fact for bars, an event for a timeline"),
                        "label": Field(Localised(), help="its short name in the picture"),
                    }
                )
            ),
            True,
            help="what is drawn, in order; a timeline puts its events in order of time",
        ),
    }
)
BRIEFING = RecordOf(
    {
        "order": Field(Whole(), True, help="place among the briefings"),
        "title": Field(Localised(), True),
        "summary": Field(Localised(), help="one sentence for lists; rests on the citations of the bottom line"),
        "status": Field(Localised(), True, help='one or two words: "Announced"'),
        "routing": Field(
            RecordOf(
                {
                    "entities": Field(ListOf(ID), help="a paragraph that names one of these belongs here"),
                    "terms": Field(ListOf(Text()), help="so does one with one of these words"),
                }
            ),
            True,
        ),
        "related": Field(ListOf(ID), help="other briefings"),
        "key_facts": Field(ListOf(ID), help="three to six facts, in order"),
        "pictures": Field(ListOf(PICTURE), help="drawn from the ledgers when the site is built"),
    }
)
SITE = RecordOf(
    {
        "title": Field(Localised(), True),
        "description": Field(Localised(), True),
        "languages": Field(ListOf(Choice(("en", "ko"))), True, help="the first is the default"),
        "url": Field(Text(r"https?://\S+/", "an address that begins with http and ends with /"), is_nullable=True),
        "repository": Field(Text(r"https?://\S+", "an address that begins with http"), is_nullable=True),
        "responsible": Field(Localised(), is_nullable=True, help="who answers for the site"),
        "contact": Field(Text(), is_nullable=True, help="an address that needs no account"),
        "reviewed": Field(When(parse_when), is_nullable=True, help="the day a person last went through the dossier"),
        "made": Field(Localised(), is_nullable=True, help="how the texts were made"),
        "licence": Field(Localised(), is_nullable=True),
        "dossier": Field(Choice(("open", "closed")), help="open: plans past due are told of; closed: not"),
    }
)


def read_article(identifier: str, node: Node, report: Report) -> Article | None:
    """Return the record of one article; *identifier* comes from its file name."""
    record = ARTICLE.read(node, report)
    if record is None or record["language"] is None:
        return None
    if record["title"] is None and not record["label"]:
        help = "give a label {en: …, ko: …}: the site must call the article something"
        report(Finding(BAD_VALUE, _head(record.span), "article has neither a title nor a label", help=help))
    return Article(
        id=identifier,
        span=record.span,
        original=_text(record["original"]),
        title=_text(record["title"]),
        label=record["label"] or {},
        publisher=record["publisher"] or {},
        published=record["published"],
        authors=tuple(author.text for author in record["authors"] or ()),
        editors=tuple(editor.text for editor in record["editors"] or ()),
        language=record["language"],
        url=_text(record["url"]),
        basis=_bases(record["basis"]),
        span_of=record.spans,
    )


def read_entities(node: Node, report: Report) -> tuple[Entity, ...]:
    """Return the entities of one file, those without an id, kind or name left out."""
    records = ENTITIES.read(node, report)
    return tuple(_entity(record, report) for record in records if record["id"] and record["kind"] and record["names"])


def _entity(record: Record, report: Report) -> Entity:
    return Entity(
        id=record["id"].text,
        span=record["id"].span,
        kind=record["kind"],
        names=record["names"],
        aliases=record["aliases"] or (),
        unlike=record["unlike"] or (),
        what=record["what"] or {},
        citations=citations_of(record["cite"], report),
        basis=_bases(record["basis"]),
        hidden=bool(record["hidden"]),
    )


def read_briefing(identifier: str, node: Node, report: Report) -> Briefing | None:
    """Return the record of one briefing, as yet without its prose; *identifier* is the name of its folder."""
    record = BRIEFING.read(node, report)
    if record is None or not record["title"]:
        return None
    routing: Record | None = record["routing"]
    return Briefing(
        id=identifier,
        span=_head(record.span),
        order=record["order"] or 0,
        title=words_of(record["title"], (), report),
        summary=words_of(record["summary"], (), report),
        status=record["status"] or {},
        routing=Routing(
            tuple(one.text for one in routing["entities"] or ()) if routing else (),
            tuple(routing["terms"] or ()) if routing else (),
        ),
        related=record["related"] or (),
        key_facts=record["key_facts"] or (),
        prose={},
        span_of=record.spans,
        pictures=tuple(_picture(one, report) for one in record["pictures"] or () if one["id"] and one["kind"]),
    )


def _picture(record: Record, report: Report) -> Picture:
    return Picture(
        id=record["id"].text,
        span=record["id"].span,
        kind=record["kind"],
        title=words_of(record["title"], (), report),
        rows=tuple(
            PictureRow(row["id"], words_of(row["label"], (), report)) for row in record["rows"] or () if row["id"]
        ),
        after=record["after"],
    )


def read_settings(node: Node, report: Report) -> Settings | None:
    """Return the settings of the site, or None when the record cannot be used."""
    record = SITE.read(node, report)
    if record is None or not record["title"] or not record["languages"]:
        return None
    reviewed = record["reviewed"]
    if reviewed is not None and reviewed.precision is not Precision.DAY:
        report(Finding(BAD_VALUE, record.spans["reviewed"], '"reviewed" is not one day', help="write 2025-03-05"))
    day: date | None = reviewed.last if reviewed else None
    return Settings(
        span=_head(record.span),
        title=record["title"],
        description=record["description"] or {},
        languages=record["languages"],
        url=_text(record["url"]),
        repository=_text(record["repository"]),
        responsible=record["responsible"] or {},
        contact=_text(record["contact"]),
        reviewed=day,
        made=record["made"] or {},
        licence=record["licence"] or {},
        dossier=record["dossier"] or "closed",
        span_of=record.spans,
    )


def empty_settings(source: Source) -> Settings:
    """Return settings that let the rest be read when ``site.yaml`` cannot be."""
    span = source.span(0, 0)
    title = {"en": Written("Untitled", span)}
    return Settings(span, title, {}, ("en",), None, None, {}, None, None, {}, {})


def words_of(
    words: Mapping[str, Written] | None, citations: tuple[Citation, ...], report: Report
) -> dict[str, Statement]:
    """Return *words* as one statement a language, each resting on *citations*."""
    statements = {}
    for language, written in (words or {}).items():
        statements[language], findings = read_words(written.span, language, citations)
        for finding in findings:
            report(finding)
    return statements


def citations_of(written: Written | None, report: Report) -> tuple[Citation, ...]:
    """Return the citations that a ``cite:`` key lists."""
    if written is None:
        return ()
    citations, findings = read_citations(written.span)
    for finding in findings:
        report(finding)
    return citations


def _text(written: Written | None) -> str | None:
    return written.text if written else None


def _head(span: Span) -> Span:
    return span.part(0, len(span.text.split("\n", 1)[0]))


def _bases(records: Mapping[str, Any] | None) -> dict[str, Basis]:
    return {
        key: Basis(record["kind"], record["why"] or {}) for key, record in (records or {}).items() if record["kind"]
    }
