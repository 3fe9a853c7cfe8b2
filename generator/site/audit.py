"""What came out: every page rendered to HTML as the site builder does, and read as a browser would.

Structure, links and notes are checked here because no builder checks all of them, and one of them checks none.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from generator.finding import Finding, Rule, Severity, in_order
from generator.site.addresses import DATA, PICTURES
from generator.source import Source, Span

if TYPE_CHECKING:
    from generator.site.browser import Read

HEADINGS = Rule(
    "B510",
    Severity.ERROR,
    """
A page does not have exactly one first-level heading.

Why: screen readers, search engines and the builders take the one heading for the page's name.
Bad: a briefing whose title is empty
Good: a title in both languages in briefing.yaml
""",
)
BROKEN_LINK = Rule(
    "B511",
    Severity.ERROR,
    """
A link on a page leads nowhere.

Why: a reader who asks "who says so?" must arrive at an answer.
Bad: a link to sources/ked-2024-10-10.md#p90, a paragraph that the article does not have
Good: a link to sources/ked-2024-10-10.md#p9
""",
)
LEAKING_MARKUP = Rule(
    "B512",
    Severity.ERROR,
    """
Markup stands on a page as words.

Why: a reader would see the program's inside where a value, a source or an emphasis was meant.
Bad: a page that prints {joint-investment}, [@ked-2024-10-10, ¶1] or **2.4 trillion won**
Good: a page that prints the value, the source note, the emphasis
""",
)
REPEATED_ID = Rule(
    "B513",
    Severity.ERROR,
    """
Two things on a page have one address.

Why: a link would lead to the first of them, whichever was meant.
Bad: a passage {#timeline} on a page whose timeline has that address
Good: a passage {#schedule}
""",
)

_LEAK = re.compile(
    r"\[@[^\]\n]*\]?"  # a citation
    r"|\{\s*(?:[#.@][^{}\n]*|[a-z0-9]+(?:-[a-z0-9]+)*)\s*\}"  # a reference, an attribute list
    r"|\*\*|\]\([^)\s]|&(?:#\d+|[a-z]+);"  # emphasis, a link, an entity
    r"|[\ue000\ue001]"  # a note that was never numbered
)
_WRITTEN_ID = re.compile(r'\{ ?#(?P<list>[\w-]+)|\bid="(?P<tag>[^"]+)"')


def audit(pages: Mapping[str, bytes], only: Collection[str] | None = None) -> tuple[Finding, ...]:
    """Return the faults of the Markdown among *pages*, by path below ``docs/``; of those in *only* where given.

    Pages that are not audited still count as targets of links.
    """
    from generator.site.browser import make_reader, read_page  # renders, which a check never does

    reader = make_reader()
    texts = {path: raw.decode() for path, raw in pages.items() if path.endswith(".md")}
    wanted = [path for path in sorted(texts) if only is None or path in only]
    found = {path: read_page(reader, texts[path]) for path in wanted}
    anchors = {path: set(found[path].ids) if path in found else _written_ids(text) for path, text in texts.items()}
    findings: list[Finding] = []
    for path, page in found.items():
        source = Source(f"docs/{path}", texts[path])
        findings += _structure(source, page)
        findings += _links(source, path, page, anchors)
    return in_order(findings)


def _written_ids(text: str) -> set[str]:
    """Return the ids that a page gives itself: all of them are written, none is made from words."""
    return {match["list"] or match["tag"] for match in _WRITTEN_ID.finditer(text)}


def _structure(source: Source, page: Read) -> Iterator[Finding]:
    if page.headings != 1:
        yield Finding(HEADINGS, source.span(0, 0), f"page has {page.headings} first-level headings")
    for match in _LEAK.finditer(page.text):
        yield Finding(LEAKING_MARKUP, _place(source, match[0]), f'"{match[0]}" stands on the page as words')
    seen: set[str] = set()
    for id in page.ids:
        if id in seen:
            yield Finding(REPEATED_ID, _place(source, id), f'two things on the page are called "{id}"')
        seen.add(id)


def _links(source: Source, path: str, page: Read, anchors: Mapping[str, Collection[str]]) -> Iterator[Finding]:
    for target in dict.fromkeys(page.targets):
        if target not in page.ids:
            yield Finding(BROKEN_LINK, _place(source, target), f'a button opens "{target}", which is not on the page')
    for link in dict.fromkeys(page.links):
        address = urlsplit(link)
        if address.scheme or address.netloc:
            continue
        name = (
            posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address.path))) if address.path else path
        )
        if name.split("/")[-2:-1] in ([DATA], [PICTURES]):
            continue  # made when the site is built; the builders, which are strict, look for the file
        if name not in anchors:
            yield Finding(BROKEN_LINK, _place(source, link), f'no page "{name}"')
        elif address.fragment and unquote(address.fragment) not in anchors[name]:
            yield Finding(BROKEN_LINK, _place(source, link), f'"{name}" has no "{address.fragment}"')


def _place(source: Source, words: str) -> Span:
    start = max(source.text.find(words), 0)
    return source.span(start, start + len(words))
