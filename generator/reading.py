"""An article beside the facts found in it, for the curator who holds the original: ``briefing read``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from generator.evidence.collect import Reading
from generator.model import DateSpan, Evidence, Figure, Mention, Paragraph
from generator.source import display_width

WIDTH = 96
"""Terminal cells of a line of the article."""


def render_reading(evidence: Evidence, reading: Reading) -> str:
    """Return the paragraphs of an article with their citations, and under each what was found in it."""
    published = evidence.found.published
    head = [
        f"{evidence.article}: {evidence.found.title or 'no headline found'}",
        f"published {published.first} ({published.basis})" if published else "no day of publication found",
    ]
    blocks = [
        "\n".join(_block(evidence.article, paragraph, text))
        for paragraph, text in zip(evidence.paragraphs, reading.texts, strict=True)
    ]
    return "\n\n".join(["\n".join(head), *blocks])


def _block(article: str, paragraph: Paragraph, text: str) -> Iterator[str]:
    yield f"[@{article}, {paragraph.locator}]" + "".join(f"  → {slug}" for slug in paragraph.briefings)
    yield textwrap.indent("\n".join(_wrapped(text)), "    ")
    found = [_figure(figure) for figure in paragraph.figures] + [_date(date) for date in paragraph.dates]
    for words in found:
        yield f"  · {words}"
    if paragraph.mentions:
        yield "  · " + ", ".join(_mention(mention) for mention in paragraph.mentions)


def _wrapped(text: str) -> Iterator[str]:
    """Yield *text* in lines of WIDTH cells, broken at blanks; Korean letters take two cells."""
    line = ""
    for word in text.split():
        if line and display_width(line) + 1 + display_width(word) > WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _figure(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return f"{figure.text} = {figure.unit}, vague"
    amount = f"{figure.low:,f}" if figure.low == figure.high else f"{figure.low:,f} to {figure.high:,f}"
    return f"{figure.text} = {amount} {figure.unit}" + (f" ({figure.bound})" if figure.bound else "")


def _date(date: DateSpan) -> str:
    if date.first is None:
        return f"{date.text} = not known" + (f" ({date.edtf})" if date.edtf else "")
    return f"{date.text} = {date.first}" + (f" to {date.last}" if date.last != date.first else "")


def _mention(mention: Mention) -> str:
    return f"{mention.text} = {mention.entity}" + (" (carried over)" if mention.via else "")
