"""The home page and the pages that go across briefings: timeline, figures and differences."""

from __future__ import annotations

from dataclasses import dataclass

from generator.claims.articles import newest
from generator.model import Briefing, Fact
from generator.site import addresses
from generator.site.briefings import SourceRow, briefing_articles, headline, key_facts, source_row, status
from generator.site.ledgers import (
    AnswerColumn,
    DifferenceBlock,
    FactRow,
    Label,
    Moment,
    read_differences,
    read_due,
    read_fact_row,
    read_moments,
    shown,
)
from generator.site.notes import Sentence, read_sentence
from generator.site.sheets import Sheet

_LINE = 70
"""Letters of a difference's answers that fit on a line of the home page."""
_DUE = 5
"""How many of the things that are due stand on the home page; the timeline has all of them."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """A briefing on the home page."""

    id: str
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
    answers: str
    is_open: bool


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
    rows: tuple[FactEntry, ...]
    """Facts with one answer."""
    differing: tuple[FactEntry, ...]
    """Facts whose answers differ."""


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
        sheet.text(settings.title) or labels("home"),
        sheet.text(settings.description),
        sheet.ends(),
        labels.count("articles", len(articles)),
        labels.count("undated-too", undated) if undated else "",
        tuple(_teaser(sheet, briefing) for briefing in atlas.briefings()),
        tuple(line for line in difference_lines(sheet) if line.is_open),
        read_due(sheet, atlas.events())[:_DUE],
        labels("next-intro", date=sheet.date(day)) if day else "",
        tuple(source_row(sheet, article) for article in articles),
    )


def _teaser(sheet: Sheet, briefing: Briefing) -> Teaser:
    summary = sheet.atlas.claim("summary", briefing.id, sheet.language)
    rows = [read_fact_row(sheet, fact) for fact in key_facts(sheet, briefing)]
    day = newest(briefing_articles(sheet, briefing))
    return Teaser(
        briefing.id,
        headline(sheet, briefing),
        sheet.link(addresses.briefing_page(briefing.id)),
        status(sheet, briefing),
        sheet.labels("as-of", date=sheet.date(day)) if day else sheet.labels("as-of-undated"),
        read_sentence(sheet, summary, f"n-{briefing.id}") if summary else None,
        next((row for row in rows if not row.is_worded), None),
    )


def difference_lines(sheet: Sheet) -> tuple[DifferenceLine, ...]:
    """Return the differences that stand on a page of their briefing, one line each."""
    facts = [fact for fact in sheet.atlas.facts() if shown(sheet, fact) == "page"]
    return tuple(
        DifferenceLine(
            block.question,
            _difference_link(sheet, fact),
            _in_one_line(sheet, block),
            block.is_open,
        )
        for fact, block in zip(facts, read_differences(sheet, facts, "page"), strict=True)
    )


def _in_one_line(sheet: Sheet, block: DifferenceBlock) -> str:
    """Return the answers side by side, or how many there are when they would not fit on a line."""
    values = list(dict.fromkeys(column.value for column in block.answers))
    line = " / ".join(values)
    return line if len(line) <= _LINE else sheet.labels("answers", n=len(values))


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
    facts = sheet.atlas.facts()
    groups = []
    for briefing in sheet.atlas.briefings():
        own = [fact for fact in facts if _home_of(sheet, fact) == briefing.id]
        if own:
            href = sheet.link(addresses.briefing_page(briefing.id))
            groups.append(_group(sheet, own, Label(headline(sheet, briefing), f"in-{briefing.id}", href)))
    rest = [fact for fact in facts if not _home_of(sheet, fact)]
    if rest:
        groups.append(_group(sheet, rest, Label(sheet.labels("other-facts"), "in-none")))
    return FiguresView(difference_lines(sheet), tuple(groups))


def _home_of(sheet: Sheet, fact: Fact) -> str:
    return next((one.id for one in sheet.atlas.briefings() if one.id in fact.briefings), "")


def _group(sheet: Sheet, facts: list[Fact], title: Label) -> FactGroup:
    entries = [_entry(sheet, fact) for fact in facts]
    rows = tuple(entry for entry in entries if entry.difference is None)
    differing = tuple(entry for entry in entries if entry.difference is not None)
    return FactGroup(title.text, title.href, title.kind, rows, differing)


def _period(sheet: Sheet, fact: Fact) -> str:
    """Return what span of time *fact* is about, or "" where its question says so itself ("target for 2029")."""
    if fact.period is None:
        return ""
    day = sheet.date(fact.period)
    return "" if day in sheet.question(fact) else sheet.labels("for-period", period=day)


def _entry(sheet: Sheet, fact: Fact) -> FactEntry:
    blocks = [block for show in ("page", "click") for block in read_differences(sheet, [fact], show)]
    return FactEntry(
        read_fact_row(sheet, fact),
        blocks[0].answers if blocks else (),
        blocks[0] if blocks else None,
        _period(sheet, fact),
    )
