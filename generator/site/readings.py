"""What a paragraph of an article carries, in our normalised words and never in its own sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.language.forms import date_text, figure_text
from generator.model import Article, DateSpan, Figure, FigureKind, Mention, Paragraph
from generator.site import addresses
from generator.site.filters import foreign, markdown
from generator.site.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Reading:
    """The figures, dates and names of one paragraph."""

    anchor: str
    locator: str
    href: str
    figures: tuple[str, ...]
    dates: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read in the paragraph."""
        return not (self.figures or self.dates or self.names)


def read_reading(sheet: Sheet, article: Article, paragraph: Paragraph) -> Reading:
    """Return what *paragraph* of *article* carries, each thing once, in order of mention."""
    anchor = addresses.anchor_of(paragraph.locator)
    return Reading(
        anchor,
        sheet.locator(paragraph.locator),
        sheet.link(addresses.article_page(article.id), anchor),
        _once(_figure(sheet, article, figure) for figure in paragraph.figures),
        _once(_date(sheet, article, date) for date in paragraph.dates),
        _once(_name(sheet, mention) for mention in paragraph.mentions if _is_shown(sheet, mention)),
    )


def hedged(sheet: Sheet, figure: Figure) -> str:
    """Return *figure* in the page's words, with its hedge: "about 2.4 trillion won"."""
    text = figure_text(figure, sheet.language)
    return sheet.labels(f"bound-{figure.bound}", value=text) if figure.bound else text


def _figure(sheet: Sheet, article: Article, figure: Figure) -> str:
    if figure.is_vague:
        # A vague quantity has no number to print in our own habit; its words are a handful.
        words = foreign(markdown(figure.text), article.language, sheet.language)
        return sheet.labels("vague", text=words)
    text = markdown(hedged(sheet, figure))
    if figure.kind is FigureKind.COUNT:
        # The number alone does not say what it counts; the expression's own two or three words do.
        words = foreign(markdown(figure.text), article.language, sheet.language)
        text = words if article.language == sheet.language else f"{text} ({words})"
    return f"[{text}]({addresses.text_fragment(article.url, figure)})" if article.url else text


def _date(sheet: Sheet, article: Article, date: DateSpan) -> str:
    if date.first is None and not date.edtf:
        words = foreign(markdown(date.text), article.language, sheet.language)
        return sheet.labels("unresolved-date", text=words)
    return markdown(date_text(date, sheet.language))


def _name(sheet: Sheet, mention: Mention) -> str:
    return sheet.linked_name(mention.entity)


def _is_shown(sheet: Sheet, mention: Mention) -> bool:
    entity = sheet.atlas.site.library.entities.get(mention.entity)
    return entity is not None and not entity.hidden


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
