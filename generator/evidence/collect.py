"""One original -> its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from generator.evidence.fingerprint import fingerprint, paragraph_digest
from generator.evidence.lines import Line, page_language, read_lines
from generator.evidence.metadata import read_metadata
from generator.evidence.originals import OriginalError, read_capture
from generator.evidence.page import label_page
from generator.evidence.quotations import find_quotations
from generator.evidence.routing import Passing, route
from generator.evidence.strangers import strangers_in
from generator.evidence.tables import EXTRACTOR, Tables, build_tables
from generator.language.dates import read_dates
from generator.language.figures import read_figures
from generator.language.figures_loose import read_loose
from generator.language.names import read_mentions
from generator.model import DateSpan, Evidence, Figure, Made, Mention, Paragraph

__all__ = ["EXTRACTOR", "OriginalError", "Reading", "Tables", "build_tables", "collect"]

_KINDS = {"title": "title", "heading": "heading", "body": "¶", "caption": "caption"}


@dataclass(frozen=True, slots=True)
class Reading:
    """The private side of an evidence: the sentences themselves, shown to who holds the original and never written."""

    lines: tuple[Line, ...]
    labels: Mapping[int, str]
    texts: tuple[str, ...]
    """Text of each paragraph of the evidence, in the same order."""


def collect(name: str, raw: bytes, tables: Tables, article: str, published: date | None) -> tuple[Evidence, Reading]:
    """Return the evidence of the original called *name* with the bytes *raw*, and the private reading it was made from.

    *article* is the id it is kept under. *published*, when the curator knows it from the page, resolves relative
    dates; else the day that the original itself prints does. Raises OriginalError when the original cannot be read,
    or holds no article.
    """
    capture = read_capture(name, raw)
    language = page_language(capture.lines)
    lines = read_lines(capture.lines, capture.kinds)
    labels = label_page(lines, language)
    content = [line for line in lines if labels[line.number] in _KINDS]
    if not any(labels[line.number] == "body" for line in content):
        raise OriginalError(
            "no paragraph of an article was found in the file",
            "save the page after it has loaded, or the article alone",
        )
    found = read_metadata(lines, labels, capture.declared, language)
    day = published or (found.published.first if found.published else None)
    texts = tuple(line.text for line in content)
    paragraphs = _paragraphs(_Content(tuple(content), labels, capture.has_lines), tables, language, day)
    evidence = Evidence(
        article=article,
        language=language,
        original=capture.original,
        found=found,
        lines=dict(sorted(labels.items())) if capture.has_lines else None,
        paragraphs=paragraphs,
        made=Made(EXTRACTOR, tables.digest),
        fingerprint=fingerprint(
            (text, paragraph) for text, paragraph in zip(texts, paragraphs, strict=True) if paragraph.kind != "title"
        ),
        quotations=tuple(
            quotation
            for text, paragraph in zip(texts, paragraphs, strict=True)
            for quotation in find_quotations(paragraph.locator, text, paragraph.mentions, tables.people)
        ),
    )
    return evidence, Reading(lines, labels, texts)


@dataclass(frozen=True, slots=True)
class _Content:
    """The lines of the article alone."""

    lines: tuple[Line, ...]
    labels: Mapping[int, str]
    has_lines: bool


def _paragraphs(content: _Content, tables: Tables, language: str, day: date | None) -> tuple[Paragraph, ...]:
    """Return the paragraphs: one a line, but each read as part of the whole that its rows make up."""
    wholes = _wholes(content)
    texts = [whole.text for whole in wholes]
    dates = read_dates(texts, language, day)
    mentions = read_mentions(texts, tables.names, language)
    passing = [Passing(whole.kind, whole.text, named) for whole, named in zip(wholes, mentions, strict=True)]
    routed = route(passing, tables.routes)
    counts: Counter[str] = Counter()
    paragraphs = []
    for index, whole in enumerate(wholes):
        figures = read_figures(whole.text, language)
        read: tuple[Figure | DateSpan | Mention, ...] = (*figures, *dates[index], *mentions[index])
        numbers = read_loose(whole.text, language, [(one.start, one.end) for one in read])
        for at, line in enumerate(whole.lines):
            counts[whole.kind] += 1
            paragraphs.append(
                Paragraph(
                    locator=locator(whole.kind, counts[whole.kind]),
                    kind=whole.kind,
                    line=line.number if content.has_lines else None,
                    words=len(line.text.split()),
                    briefings=routed[index],
                    figures=whole.of_row(at, figures),
                    dates=whole.of_row(at, dates[index]),
                    mentions=_once_each(whole.of_row(at, mentions[index])),
                    digest=paragraph_digest(line.text),
                    strangers=strangers_in(line.text, whole.of_row(at, mentions[index]), language),
                    numbers=whole.of_row(at, numbers),
                )
            )
    return tuple(paragraphs)


Expression = TypeVar("Expression", Figure, DateSpan, Mention)


@dataclass(frozen=True, slots=True)
class _Whole:
    """A paragraph as its author wrote it: one line, or the rows into which a dump broke it."""

    kind: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    def of_row(self, at: int, found: Sequence[Expression]) -> tuple[Expression, ...]:
        """Return what of *found* begins in row *at*, counted from its start. It may end in the next row."""
        start = sum(len(line.text) + 1 for line in self.lines[:at])
        end = start + len(self.lines[at].text)
        if len(self.lines) == 1:
            return tuple(found)
        return tuple(replace(each, start=each.start - start) for each in found if start <= each.start < end)


def _wholes(content: _Content) -> list[_Whole]:
    wholes: list[_Whole] = []
    for line in content.lines:
        kind = content.labels[line.number]
        if line.goes_on and wholes and wholes[-1].kind == kind == "body":
            wholes[-1] = replace(wholes[-1], lines=(*wholes[-1].lines, line))
        else:
            wholes.append(_Whole(kind, (line,)))
    return wholes


def _once_each(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the first of the mentions that have the same words and mean the same."""
    first: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        first.setdefault((mention.text, mention.entity), mention)
    return tuple(sorted(first.values(), key=lambda mention: (mention.start, mention.end, mention.entity)))


def locator(kind: str, number: int) -> str:
    """Return the locator of the paragraph *number*, from 1, of its *kind*.

    >>> locator("body", 5), locator("heading", 2), locator("title", 1)
    ('¶5', 'heading 2', 'title')
    """
    if kind == "title":
        return "title"
    return f"¶{number}" if kind == "body" else f"{_KINDS[kind]} {number}"
