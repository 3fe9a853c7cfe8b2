"""A page rendered to HTML as the site builder does, and read as a browser would."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from markdown import Markdown

EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
"""The Markdown extensions that mkdocs.base.yml turns on."""

_QUIET = {"code", "pre", "script", "style"}


@dataclass(frozen=True, slots=True)
class Read:
    """What a browser finds on a page."""

    headings: int
    ids: tuple[str, ...]
    links: tuple[str, ...]
    targets: tuple[str, ...]
    """Ids that buttons open."""
    text: str
    """All words outside code, stretches separated by line breaks."""


def make_reader() -> Markdown:
    """Return what turns Markdown into HTML as the site builder does."""
    return Markdown(extensions=list(EXTENSIONS))


def read_page(reader: Markdown, text: str) -> Read:
    """Return what a browser finds on a page written as *text*, front matter left out."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    parser = _Parser()
    parser.feed(reader.reset().convert(body))
    parser.close()
    return Read(parser.headings, tuple(parser.ids), tuple(parser.links), tuple(parser.targets), "\n".join(parser.words))


class _Parser(HTMLParser):
    """Collects headings, ids, links and words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headings = 0
        self.ids: list[str] = []
        self.links: list[str] = []
        self.targets: list[str] = []
        self.words: list[str] = []
        self.quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.headings += tag == "h1"
        self.quiet += tag in _QUIET
        for name, collected in (("id", self.ids), ("href", self.links), ("popovertarget", self.targets)):
            if values.get(name) is not None:
                collected.append(values[name] or "")

    def handle_endtag(self, tag: str) -> None:
        self.quiet -= tag in _QUIET

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.words.append(data)
