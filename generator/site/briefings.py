"""The page of a briefing: its prose where there is some, and everything the ledgers and the evidence hold for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from generator.claims.articles import in_time, newest
from generator.model import Article, Briefing, Claim, Fact, Paragraph
from generator.site import addresses
from generator.site.charts import PictureView, read_pictures
from generator.site.downloads import Offers, read_offers
from generator.site.filters import markdown
from generator.site.ledgers import (
    DifferenceBlock,
    FactRow,
    Label,
    Moment,
    event_sentence,
    read_differences,
    read_due,
    read_fact_row,
    read_moments,
)
from generator.site.notes import Note, Sentence, read_sentence, read_sentences
from generator.site.readings import Reading, read_reading
from generator.site.sheets import Sheet

_KEY_FACTS = 6


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a subheading or a run of bullets."""

    kind: str
    """"paragraph", "heading" or "list"."""
    passages: tuple[PassageView, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes of the block, in order."""
        return tuple(one.note for passage in self.passages for one in passage.sentences if one.note)


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage of prose under its address."""

    id: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An article among the sources of a briefing."""

    name: str
    headline: str
    dated: str
    href: str
    basis: str
    same_text: str
    """Which other articles print its text; "" where none does."""


@dataclass(frozen=True, slots=True)
class CarriedBlock:
    """What one article carries for a briefing."""

    name: str
    dated: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class BriefingView:
    """Everything the page prints, in its order."""

    id: str
    title: str
    description: str
    status: str
    as_of: str
    counted: str
    bottom_line: tuple[Block, ...]
    lead: tuple[Sentence, ...]
    """Put together from the ledgers where nobody has written a bottom line."""
    key_facts: tuple[FactRow, ...]
    story: tuple[Block, ...]
    moments: tuple[Moment, ...]
    differences: tuple[DifferenceBlock, ...]
    smaller: tuple[DifferenceBlock, ...]
    not_known: tuple[Block, ...]
    not_known_scope: str
    due: tuple[Moment, ...]
    due_scope: str
    sources: tuple[SourceRow, ...]
    carried: tuple[CarriedBlock, ...]
    related: tuple[Label, ...]
    pictures: tuple[PictureView, ...]
    offers: Offers
    pending: str
    """The language that the prose exists in, when it is not the page's; else ""."""
    report: str
    """Where a reader reports an error; "" while there is no address."""

    @property
    def has_prose(self) -> bool:
        """Whether somebody has written the story in the page's language."""
        return bool(self.bottom_line or self.story)


def read_briefing(sheet: Sheet, briefing: Briefing) -> BriefingView:
    """Return the page of *briefing* in the language of *sheet*."""
    atlas, labels = sheet.atlas, sheet.labels
    facts, events = atlas.facts(briefing.id), atlas.events(briefing.id)
    articles = briefing_articles(sheet, briefing)
    prose = _blocks(sheet, briefing)
    day = newest(articles)
    count = labels.count("articles", len(articles))
    scope = labels.count("not-known-scope", len(articles), date=sheet.date(day)) if day else ""
    return BriefingView(
        briefing.id,
        headline(sheet, briefing),
        description(sheet, briefing),
        status(sheet, briefing),
        labels("as-of", date=sheet.date(day)) if day else labels("as-of-undated"),
        count,
        prose.get("bottom-line", ()),
        () if prose.get("bottom-line") else _lead(sheet, briefing),
        tuple(read_fact_row(sheet, fact) for fact in key_facts(sheet, briefing)),
        prose.get("story", ()),
        read_moments(sheet, events),
        read_differences(sheet, facts, "page"),
        read_differences(sheet, facts, "click"),
        prose.get("not-known", ()),
        scope or labels("not-known-scope-undated"),
        () if prose.get("not-known") else read_due(sheet, events),
        labels("due-scope", date=sheet.date(day)) if day else "",
        tuple(source_row(sheet, article) for article in articles),
        _carried(sheet, briefing),
        _related(sheet, briefing),
        read_pictures(sheet, briefing),
        read_offers(sheet, briefing, articles),
        "" if prose else next((labels(f"lang-{one}") for one in briefing.prose), ""),
        report_address(sheet),
    )


# ------------------------------------------------------------------------------------------------- titles and lists


def report_address(sheet: Sheet) -> str:
    """Return where an error on the page is reported: by mail, which needs no account, else by the repository's form."""
    settings = sheet.atlas.site.library.settings
    page = f"{sheet.language}/{sheet.page.removesuffix('.md')}/"
    if settings.contact and "@" in settings.contact:
        return f"mailto:{settings.contact}?subject={quote(page)}"
    if settings.repository:
        return f"{settings.repository.rstrip('/')}/issues/new?template=error.yml&page={quote(page, safe='')}"
    return ""


def headline(sheet: Sheet, briefing: Briefing) -> str:
    """Return the title of *briefing* as Markdown."""
    claim = sheet.atlas.claim("title", briefing.id, sheet.language)
    return markdown(claim.text) if claim else markdown(briefing.id)


def description(sheet: Sheet, briefing: Briefing) -> str:
    """Return the summary of *briefing* as bare words."""
    claim = sheet.atlas.claim("summary", briefing.id, sheet.language)
    return claim.text if claim else ""


def status(sheet: Sheet, briefing: Briefing) -> str:
    """Return the chip of *briefing*, or ""."""
    written = briefing.status.get(sheet.language)
    return markdown(written.text) if written else ""


def briefing_articles(sheet: Sheet, briefing: Briefing) -> tuple[Article, ...]:
    """Return the articles that *briefing* draws on: by its paragraphs, its prose, facts or events."""
    atlas = sheet.atlas
    ids = {article.id for article, _ in atlas.routed.get(briefing.id, ())}
    claims: list[Claim] = list(atlas.claims.get(("prose", briefing.id), ()))
    for fact in atlas.facts(briefing.id):
        claims += atlas.claims.get(("value", fact.id), ())
    for event in atlas.events(briefing.id):
        claims += atlas.claims.get(("event", event.id), ())
    ids |= {support.article.id for claim in claims for support in claim.supports}
    return in_time(atlas.site.library.articles[id] for id in ids)


def key_facts(sheet: Sheet, briefing: Briefing) -> tuple[Fact, ...]:
    """Return the facts that stand first: the curator's choice, else those that most texts carry."""
    atlas = sheet.atlas
    facts = atlas.site.library.facts
    chosen = [facts[written.text] for written in briefing.key_facts if written.text in facts]
    if chosen:
        return tuple(chosen)
    own = [fact for fact in atlas.facts(briefing.id) if fact.said]
    weight = {
        fact.id: len({one for answer in atlas.answers[fact.id] for one in atlas.texts(answer.articles)}) for fact in own
    }
    return tuple(sorted(own, key=lambda fact: -weight[fact.id])[:_KEY_FACTS])


def source_row(sheet: Sheet, article: Article) -> SourceRow:
    """Return *article* as one line of a list of sources."""
    return SourceRow(
        sheet.publisher(article),
        sheet.headline(article),
        sheet.dated(article),
        sheet.link(addresses.article_page(article.id)),
        sheet.date_basis(article),
        same_text(sheet, article),
    )


def same_text(sheet: Sheet, article: Article) -> str:
    """Return the other articles that print the text of *article*, linked; "" where none does."""
    (text,) = sheet.atlas.texts([article.id])
    others = [one for one in sheet.atlas.articles() if one.id != article.id and sheet.atlas.texts([one.id]) == (text,)]
    linked = (sheet.to(f"{sheet.publisher(one)}, {sheet.dated(one)}", addresses.article_page(one.id)) for one in others)
    return "; ".join(linked)


def _related(sheet: Sheet, briefing: Briefing) -> tuple[Label, ...]:
    briefings = sheet.atlas.site.library.briefings
    return tuple(
        Label(headline(sheet, briefings[one.text]), "related", sheet.link(addresses.briefing_page(one.text)))
        for one in briefing.related
        if one.text in briefings
    )


# ------------------------------------------------------------------------------------------------------------ prose


def _blocks(sheet: Sheet, briefing: Briefing) -> dict[str, tuple[Block, ...]]:
    """Return the prose of *briefing* by section; entities are linked where the page first names them."""
    claims = [one for one in sheet.atlas.claims.get(("prose", briefing.id), ()) if one.language == sheet.language]
    pairs = zip(claims, read_sentences(sheet, claims), strict=True)
    by_passage = {
        passage: tuple(sentence for _, sentence in group)
        for passage, group in groupby(pairs, key=lambda pair: pair[0].place.passage)
    }
    sections: dict[str, tuple[Block, ...]] = {}
    for (section, kind), group in groupby(
        briefing.prose.get(sheet.language, ()), key=lambda passage: (passage.section, passage.kind)
    ):
        views = tuple(PassageView(passage.id, by_passage.get(passage.id, ())) for passage in group)
        blocks = (Block("list", views),) if kind == "bullet" else tuple(Block(kind, (view,)) for view in views)
        sections[section] = (*sections.get(section, ()), *blocks)
    return sections


def _lead(sheet: Sheet, briefing: Briefing) -> tuple[Sentence, ...]:
    """Return what stands first without prose: the summary, else the newest thing that happened."""
    summary = sheet.atlas.claim("summary", briefing.id, sheet.language)
    lead = [read_sentence(sheet, summary, "n-summary")] if summary else []
    past = [event for event in sheet.atlas.events(briefing.id) if event.status == "happened"]
    return (*lead, *(event_sentence(sheet, event, f"n-{event.id}") for event in past[-1:]))


# ---------------------------------------------------------------------------------------------------------- evidence


def _carried(sheet: Sheet, briefing: Briefing) -> tuple[CarriedBlock, ...]:
    return tuple(
        CarriedBlock(sheet.publisher(article), sheet.dated(article), _readings(sheet, article, paragraphs))
        for article, paragraphs in sheet.atlas.routed.get(briefing.id, ())
    )


def _readings(sheet: Sheet, article: Article, paragraphs: Iterable[Paragraph]) -> tuple[Reading, ...]:
    readings = (read_reading(sheet, article, paragraph) for paragraph in paragraphs)
    return tuple(reading for reading in readings if not reading.is_empty)
