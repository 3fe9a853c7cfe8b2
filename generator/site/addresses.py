"""Where things stand on the site: pages, anchors, and the relative links between them.

Addresses are ASCII, the same in every language, and never change: others link to them.
"""

from __future__ import annotations

import posixpath
from urllib.parse import quote

from generator.model import Claim, Figure

HOME = "index.md"
TIMELINE = "timeline.md"
FIGURES = "figures.md"
WHO = "who/index.md"
SOURCES = "sources/index.md"
ABOUT = "about/index.md"
CHECKS = "about/checks.md"
PICTURES = "pictures"
DATA = "data"

_KINDS = {"heading": "h", "caption": "c"}


def briefing_page(slug: str) -> str:
    """Return the page of the briefing *slug*."""
    return f"{slug}.md"


def article_page(article: str) -> str:
    """Return the page of an article."""
    return f"sources/{article}.md"


def entity_page(entity: str) -> str:
    """Return the page of an entity that has one."""
    return f"who/{entity}.md"


def picture_file(briefing: str, picture: str) -> str:
    """Return the file of a picture, which is made when the site is built."""
    return f"{PICTURES}/{briefing}-{picture}.svg"


def data_file(briefing: str, ending: str) -> str:
    """Return a file of a briefing's data, which is made when the site is built."""
    return f"{DATA}/{briefing}.{ending}"


def link(page: str, target: str, anchor: str = "") -> str:
    """Return the address of *target* as written on *page*, both relative to the language's folder.

    >>> link("sources/a.md", "figures.md", "sum")
    '../figures.md#sum'
    >>> link("figures.md", "figures.md", "sum")
    '#sum'
    """
    path = ""
    if page != target or not anchor:
        folder, name = posixpath.split(target)
        own = posixpath.dirname(page)
        # Pages stand at the top or one folder down, so a way to another goes up once at most.
        path = name if folder == own else f"{'../' if own else ''}{target}"
    return f"{path}#{anchor}" if anchor else path


def kind_of(locator: str) -> str:
    """Return what *locator* counts: "body", "title", "heading" or "caption"."""
    return "body" if locator.startswith("¶") else locator.partition(" ")[0]


def locator_order(locator: str | None) -> tuple[int, int]:
    """Return a key that sorts locators of one article: the whole of it, title, headings, paragraphs, captions."""
    if locator is None:
        return -1, 0
    number = locator.removeprefix("¶").rpartition(" ")[2]
    return ("title", "heading", "body", "caption").index(kind_of(locator)), int(number) if number.isdigit() else 0


def anchor_of(locator: str) -> str:
    """Return the anchor of a paragraph on its article's page.

    >>> [anchor_of(locator) for locator in ("¶5", "title", "heading 2", "caption 1")]
    ['p5', 'title', 'h2', 'c1']
    """
    if locator.startswith("¶"):
        return f"p{locator[1:]}"
    kind, _, number = locator.partition(" ")
    return f"{_KINDS.get(kind, kind)}{number}"


def place_of(claim: Claim) -> tuple[str, str]:
    """Return page and anchor of the place where *claim* is read."""
    place = claim.place
    match place.kind:
        case "prose":
            return briefing_page(place.id), place.passage
        case "title" | "summary":
            return briefing_page(place.id), ""
        case "picture":
            return briefing_page(place.id), f"picture-{place.passage}"
        case "fact" | "value" | "difference":
            return FIGURES, place.id
        case "event":
            return TIMELINE, place.id
        case _:
            return WHO, place.id


def text_fragment(url: str, figure: Figure) -> str:
    """Return *url* leading to the very words of *figure*, by a text fragment made of these words alone.

    Syntax: https://wicg.github.io/scroll-to-text-fragment/ ("-" and "," have a meaning in it and are encoded).
    """
    return f"{url.partition('#')[0]}#:~:text={quote(figure.text, safe='').replace('-', '%2D')}"
