"""The home page and the pages that go across briefings: timeline, figures and differences."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Briefing, Fact
from generator.site import addresses
from generator.site.atlas import newest
from generator.site.briefings import SourceRow, briefing_articles, headline, key_facts, source_row, status
from generator.site.ledgers import (
    AnswerColumn,
    DifferenceBlock,
    FactRow,
    Label,
    Moment,
    due_events,
    read_differences,
    read_fact_row,
    read_moments,
    shown,
)
from generator.site.notes import Sentence, read_sentence
from generator.site.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Teaser:
    """A briefing on the home page."""

    title: str
    href: str
    status: str
    as_of: str
    summary: Sentence | None
    figure: FactRow | None


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """A difference on one line: the question and its answers."""

    question: str
    href: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    title: str
    description: str
    ends: str
    counted: str
    undated: str
    teasers: tuple[Teaser, ...]
    differences: tuple[DifferenceLine, ...]
    due: tuple[Moment, ...]
    due_intro: str
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline of all briefings."""

    ends: str
    moments: tuple[Moment, ...]
    places: dict[str, tuple[Label, ...]]
    """By event: the briefings that it belongs to."""


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A fact with all its answers."""

    row: FactRow
    answers: tuple[AnswerColumn, ...]
    difference: DifferenceBlock | None
    period: str


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The facts of one briefing."""

    title: str
    href: str
    anchor: str
    entries: tuple[FactEntry, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """All facts, and all differences that are shown."""

    differences: tuple[DifferenceLine, ...]
    groups: tuple[FactGroup, ...]


def read_home(sheet: Sheet) -> HomeView:
    """Return the home page in the language of *sheet*."""
    atlas, labels = sheet.atlas, sheet.labels
    settings = atlas.site.library.settings
    articles = atlas.articles()
    undated = sum(not article.is_dated for article in articles)
    day = newest(articles)
    return HomeView(
        settings.title[sheet.language].text,
        settings.description[sheet.language].text,
        sheet.ends(),
        labels.count("articles", len(articles)),
        labels.count("undated-too", undated) if undated else "",
        tuple(_teaser(sheet, briefing) for briefing in atlas.briefings()),
        difference_lines(sheet),
        read_moments(sheet, due_events(sheet, atlas.events()), "u"),
        labels("next-intro", date=sheet.date(day)) if day else "",
        tuple(source_row(sheet, article) for article in articles),
    )


def _teaser(sheet: Sheet, briefing: Briefing) -> Teaser:
    summary = sheet.atlas.claim("summary", briefing.id, sheet.language)
    facts = key_facts(sheet, briefing)
    day = newest(briefing_articles(sheet, briefing))
    return Teaser(
        headline(sheet, briefing),
        sheet.link(addresses.briefing_page(briefing.id)),
        status(sheet, briefing),
        sheet.labels("as-of", date=sheet.date(day)) if day else sheet.labels("as-of-undated"),
        read_sentence(sheet, summary, f"n-{briefing.id}") if summary else None,
        read_fact_row(sheet, facts[0]) if facts else None,
    )


def difference_lines(sheet: Sheet) -> tuple[DifferenceLine, ...]:
    """Return the differences that stand on a page of their briefing, one line each."""
    facts = [fact for fact in sheet.atlas.site.library.facts.values() if shown(sheet, fact) == "page"]
    return tuple(
        DifferenceLine(
            block.question,
            _difference_link(sheet, fact),
            tuple(f"{column.what}: {column.value}" if column.what else column.value for column in block.answers),
        )
        for fact, block in zip(facts, read_differences(sheet, facts, "page"), strict=True)
    )


def _difference_link(sheet: Sheet, fact: Fact) -> str:
    known = [slug for slug in fact.briefings if slug in sheet.atlas.site.library.briefings]
    if sheet.page == addresses.FIGURES or not known:
        return sheet.link(addresses.FIGURES, fact.id)
    return sheet.link(addresses.briefing_page(known[0]), f"d-{fact.id}")


def read_timeline(sheet: Sheet) -> TimelineView:
    """Return the timeline of all briefings."""
    events = sheet.atlas.events()
    return TimelineView(
        sheet.ends(),
        read_moments(sheet, events),
        {event.id: briefing_labels(sheet, event.briefings) for event in events},
    )


def briefing_labels(sheet: Sheet, slugs: tuple[str, ...]) -> tuple[Label, ...]:
    """Return links to the briefings *slugs*, in order of the briefings."""
    return tuple(
        Label(headline(sheet, briefing), "briefing", sheet.link(addresses.briefing_page(briefing.id)))
        for briefing in sheet.atlas.briefings()
        if briefing.id in slugs
    )


def read_figures_page(sheet: Sheet) -> FiguresView:
    """Return all facts by the first briefing that each belongs to, those of none at the end."""
    facts = sheet.atlas.site.library.facts.values()
    groups = []
    for briefing in sheet.atlas.briefings():
        own = [fact for fact in facts if _home_of(sheet, fact) == briefing.id]
        if own:
            href = sheet.link(addresses.briefing_page(briefing.id))
            groups.append(FactGroup(headline(sheet, briefing), href, f"in-{briefing.id}", _entries(sheet, own)))
    rest = [fact for fact in facts if not _home_of(sheet, fact)]
    if rest:
        groups.append(FactGroup(sheet.labels("other-facts"), "", "in-none", _entries(sheet, rest)))
    return FiguresView(difference_lines(sheet), tuple(groups))


def _home_of(sheet: Sheet, fact: Fact) -> str:
    return next((one.id for one in sheet.atlas.briefings() if one.id in fact.briefings), "")


def _entries(sheet: Sheet, facts: list[Fact]) -> tuple[FactEntry, ...]:
    return tuple(_entry(sheet, fact) for fact in facts)


def _entry(sheet: Sheet, fact: Fact) -> FactEntry:
    blocks = [block for show in ("page", "click") for block in read_differences(sheet, [fact], show)]
    return FactEntry(
        read_fact_row(sheet, fact),
        blocks[0].answers if blocks else (),
        blocks[0] if blocks else None,
        sheet.labels("for-period", period=sheet.date(fact.period)) if fact.period else "",
    )
