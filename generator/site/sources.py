"""The sources: one page an article, with its record and what each of its paragraphs carries and supports."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Article, Claim
from generator.site.atlas import is_private
from generator.site.briefings import SourceRow, same_text, source_row
from generator.site.entities import Saying, read_sayings
from generator.site.filters import foreign, markdown, script_of
from generator.site.home import briefing_labels
from generator.site.ledgers import Label
from generator.site.readings import Reading, read_reading
from generator.site.sheets import Sheet

# Titles and summaries rest on what the bottom line rests on, questions stand with their answers, and dates with their
# events: they would only repeat.
_REPEATED = {"title", "summary", "fact", "when", "picture"}


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A line of the bibliographic record."""

    name: str
    value: str
    basis: str
    """How we know it, where the article does not print it."""


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph: what was read in it, and what we say on it."""

    reading: Reading
    sayings: tuple[Saying, ...]
    briefings: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The page of an article."""

    title: str
    heading: str
    record: tuple[RecordLine, ...]
    paragraphs: tuple[ParagraphView, ...]
    whole: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """An article in the index of sources."""

    row: SourceRow
    statements: str


def read_index(sheet: Sheet) -> tuple[SourceEntry, ...]:
    """Return the articles with how much rests on each."""
    entries = []
    for article in sheet.atlas.articles():
        claims = {
            claim.place
            for (id, _), found in sheet.atlas.resting.items()
            if id == article.id
            for claim in _own(sheet, found)
        }
        entries.append(SourceEntry(source_row(sheet, article), sheet.labels.count("statements", len(claims))))
    return tuple(entries)


def read_article(sheet: Sheet, article: Article) -> ArticleView:
    """Return the page of *article*."""
    evidence = sheet.atlas.site.library.evidence.get(article.id)
    resting = sheet.atlas.resting
    return ArticleView(
        f"{_plain_publisher(sheet, article)}, {sheet.dated(article)}",
        f"{sheet.publisher(article)}, {sheet.dated(article)}",
        _record(sheet, article),
        tuple(
            ParagraphView(
                read_reading(sheet, article, paragraph),
                read_sayings(sheet, _own(sheet, resting.get((article.id, paragraph.locator), ()))),
                briefing_labels(sheet, paragraph.briefings),
            )
            for paragraph in (evidence.paragraphs if evidence else ())
        ),
        read_sayings(sheet, _own(sheet, resting.get((article.id, ""), ()))),
    )


def _own(sheet: Sheet, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims that the page's readers can go to: in their language or in none, and not merely repeated."""
    facts = sheet.atlas.site.library.facts
    return tuple(
        claim
        for claim in claims
        if claim.language in (sheet.language, "")
        and claim.place.kind not in _REPEATED
        and not (claim.place.kind in ("value", "difference") and is_private(facts[claim.place.id]))
    )


def _plain_publisher(sheet: Sheet, article: Article) -> str:
    names = article.publisher or article.label
    written = names.get(sheet.language) or next(iter(names.values()), None)
    return written.text if written else article.id


def _record(sheet: Sheet, article: Article) -> tuple[RecordLine, ...]:
    labels = sheet.labels
    title = sheet.headline(article) if article.title else labels("no-headline")
    people = {"authors": article.authors, "editors": article.editors}
    lines = [
        RecordLine(labels("headline"), title, _basis(sheet, article, "title")),
        RecordLine(
            labels("publisher"),
            sheet.publisher(article) if article.publisher else labels("unknown"),
            _basis(sheet, article, "publisher"),
        ),
        RecordLine(
            labels("published"),
            sheet.date(article.published) if article.published else labels("undated"),
            _basis(sheet, article, "published") or sheet.date_basis(article),
        ),
        *(
            RecordLine(
                labels(key), ", ".join(foreign(markdown(one), script_of(one), sheet.language) for one in names), ""
            )
            for key, names in people.items()
            if names
        ),
        RecordLine(labels("written-in"), labels(f"lang-{article.language}"), ""),
    ]
    if others := same_text(sheet, article):
        lines.append(RecordLine(labels("same-text"), others, labels("same-text-why")))
    if article.url:
        lines.append(RecordLine(labels("address"), f"<{article.url}>", ""))
    return tuple(lines)


def _basis(sheet: Sheet, article: Article, name: str) -> str:
    basis = article.basis.get(name)
    if basis is None or sheet.language not in basis.why:
        return ""
    return markdown(basis.why[sheet.language].text)
