"""HTML pages, and pages saved in one file, -> blocks of text with what the markup says of them.

The article is found by trafilatura; the title, date, authors and publisher are what the page declares.
"""

from __future__ import annotations

import email
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from email.message import Message
from itertools import groupby
from typing import TYPE_CHECKING

from generator.evidence.declarations import read_declarations
from generator.evidence.decoding import Declared, OriginalError, decode, normalise

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Blocks = tuple[tuple[str, ...], tuple[str | None, ...], Declared]

_DEPTH = 240
"""Deepest nesting taken: libxml2 itself stops at 256, and pages of news stay under 60."""
_ATTRIBUTES = 400
"""Most attributes taken in one tag: comparing them with each other takes quadratic time, and real tags have a dozen."""
_TAGS = 60_000
"""Most tags taken: long pages have ten thousand."""
_TAG = re.compile(
    r"<(/?)(div|span|section|article|table|tbody|tr|td|ul|ol|b|i|em|strong|font|blockquote|q|sub|sup)\b", re.I
)
_ROWS = frozenset(("tbody", "tr", "td"))
"""Elements that the next of their kind in the same table ends."""
_START = re.compile(r"</?[a-zA-Z]")
_WHOLE = re.compile(r"<(?>[^>=]|=(?:\s*+(?:\"[^\"]*+\"|'[^']*+'))?+)*+>")
"""A tag to its end; ">" may stand in a quoted value."""
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_CODE = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S)
_INLINE = frozenset(("hi", "ref", "del", "code"))
"""The library's elements that stand within a paragraph."""
_PICTURES = 300
"""Most captions looked at: a gallery has a hundred."""
_LONG = 18
"""Words from which a heading that ends in a full stop is a paragraph (fourteen Korean ones say as much)."""
_SHORT = 30
"""Letters up to which a block may stand in a caption by chance."""


def read_html(text: str) -> Blocks:
    """Return the article's blocks in *text*, what the markup says each is, and what the page declares.

    Raises OriginalError for markup that is cut off, nested too deeply, overloaded with attributes, or holds no article.
    """
    _refuse_hostile(text)
    import lxml.html
    from lxml.etree import LxmlError

    # A declared encoding would make lxml refuse a decoded text.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        tree = lxml.html.document_fromstring(_sound(text))
    except (LxmlError, ValueError) as fault:
        raise OriginalError(f"the HTML cannot be read: {fault}") from fault
    declared = read_declarations(tree)
    blocks = [(normalise(re.sub(r"\s+", " ", words)), kind) for words, kind in _blocks(text, tree)]
    blocks = [(words, kind) for words, kind in blocks if words]
    if not blocks:
        raise OriginalError("the HTML holds no text of an article", "save the page after it has loaded, or as text")
    lines, kinds = zip(*_settle(_with_title(blocks, declared.title)), strict=True)
    return lines, kinds, declared


def read_archive(raw: bytes) -> Blocks:
    """Return the blocks of the first HTML part of an MHTML file. Raises OriginalError when it has none."""
    parts: Iterator[Message] = email.message_from_bytes(raw).walk()
    for part in parts:
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return read_html(decode(payload, part.get_content_charset()))
    raise OriginalError("the web archive holds no HTML page")


def _refuse_hostile(text: str) -> None:
    bare = _CODE.sub(" ", text)
    deepest = _depth(bare)
    if deepest > _DEPTH:
        raise OriginalError(f"the HTML is nested {deepest:,} deep", "save the page again; no news page nests so deeply")
    if bare.count("<") > _TAGS:
        raise OriginalError(f"the HTML has {bare.count('<'):,} tags", "save the article alone")
    end = 0
    while start := _START.search(bare, end):
        tag = _WHOLE.match(bare, start.start())
        if tag is None:
            raise OriginalError("the HTML is cut off in the middle of a tag")
        end = tag.end()
        if end - start.start() > 2 * _ATTRIBUTES:
            names = _VALUE.sub("", tag[0][:-1]).split()
            if len(names) > _ATTRIBUTES:
                raise OriginalError(f"a tag of the HTML has {len(names) - 1:,} attributes")


def _depth(bare: str) -> int:
    """Return how deep the elements nest; one left open ends with the element around it, a cell with the next cell."""
    stack: list[str] = []
    counts: Counter[str] = Counter()
    deepest = 0
    for found in _TAG.finditer(bare):
        name = found[2].lower()
        ends = bool(found[1]) or (name in _ROWS and len(stack) <= _DEPTH and _is_next(stack, name))
        if ends and counts[name]:
            while (last := stack.pop()) != name:
                counts[last] -= 1
            counts[name] -= 1
        if not found[1]:
            stack.append(name)
            counts[name] += 1
            deepest = max(deepest, len(stack))
    return deepest


def _is_next(stack: Sequence[str], name: str) -> bool:
    """Return whether an element called *name* is open in the innermost table."""
    return next((tag for tag in reversed(stack) if tag in (name, "table")), None) == name


def _sound(text: str) -> str:
    # References to lone surrogates or zero cannot be encoded again.
    return re.sub(r"&#(?:x0*d[89a-f][0-9a-f]{2}|0*5[5-7]\d{3}|x?0+);", "", text, flags=re.I)


def _blocks(text: str, tree: HtmlElement) -> Iterator[tuple[str, str | None]]:
    """Yield the library's blocks in order, and the captions of figures where they stand between them."""
    from trafilatura import bare_extraction

    document = bare_extraction(text, include_comments=False, with_metadata=False)
    body = getattr(document, "body", None)
    if body is None:
        return
    if len(body) == 1 and body[0].tag == "p" and "\n" in (body[0].text or ""):
        # From a page without paragraphs the library takes all text as one, with line breaks between its blocks.
        yield from ((words.strip(), "body") for words in body[0].text.split("\n"))
        return
    told = list(_told(body))
    captions, placed = _find_captions(tree, [words for words, _ in told])
    for index, (words, kind) in enumerate(told):
        yield from ((caption, "caption") for caption in placed.get(index, ()))
        yield words, "caption" if words in captions else kind


def _told(body: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield all text in the library's tree, each block once, with its kind."""
    for is_break, run in groupby(_pieces(body, "body"), key=lambda piece: piece is None):
        pieces = [piece for piece in run if piece is not None]
        words = " ".join("".join(text for text, _ in pieces).split())
        if words and not is_break:
            yield words, pieces[0][1]


def _pieces(element: HtmlElement, kind: str) -> Iterator[tuple[str, str] | None]:
    """Yield the text in *element* in the order of the page, and None where one block ends and another starts."""
    kind = "heading" if element.tag == "head" else kind
    # A line break separates paragraphs on many Korean pages.
    edge = (None,) if element.tag not in _INLINE else ()
    yield from edge
    yield element.text or "", kind
    for child in element:
        yield from _pieces(child, kind)
        yield child.tail or "", kind
    yield from edge


def _find_captions(tree: HtmlElement, told: list[str]) -> tuple[set[str], dict[int, list[str]]]:
    """Return the captions among the blocks, and by the index of the block they stand before those that are none.

    The pictures below the last block, and those that link to something else, are other stories'.
    """
    places = {words: index for index, words in reversed(list(enumerate(told)))}
    captions: set[str] = set()
    placed: dict[int, list[str]] = {}
    waiting: list[str] = []
    index = looked = 0
    for tag, words, is_linked in _passages(tree):
        if tag == "h1" and not index:
            waiting = []  # above the headline stand the pictures of the day's other stories
        elif tag != "figcaption":
            if places.get(words, -1) >= index:
                placed.setdefault(places[words], []).extend(waiting)
                waiting = []
                index = places[words] + 1
        elif words in places:
            captions.add(words)
        elif words and looked < _PICTURES and not is_linked:
            looked += 1
            if not any(_is_within(words, block) for block in told):
                waiting.append(words)
    return captions, placed


def _passages(tree: HtmlElement) -> Iterator[tuple[str, str, bool]]:
    """Yield tag and text of headings, paragraphs and captions, and of the text between other elements, in order.

    The last of the three tells whether a caption belongs to a link or to what stands beside the article.
    """
    from lxml.etree import iterwalk

    for event, element in iterwalk(tree, events=("start", "end")):
        if event == "end":
            yield "", " ".join((element.tail or "").split()), False
        elif element.tag == "figcaption":
            yield element.tag, _words(element), _is_linked(element)
        elif element.tag in ("h1", "h2", "h3", "h4", "p", "li", "blockquote"):
            yield element.tag, _words(element), False
        elif element.tag in ("div", "section", "article", "td"):
            yield element.tag, " ".join((element.text or "").split()), False


def _is_linked(element: HtmlElement) -> bool:
    return any(parent.tag in ("a", "aside", "nav", "footer") for parent in element.iterancestors())


def _is_within(one: str, other: str) -> bool:
    """Return whether one of two texts holds the other: a block of its own, or a paragraph said once more."""
    return one in other or (len(other) > _SHORT and other in one)


def _with_title(blocks: list[tuple[str, str | None]], title: str | None) -> list[tuple[str, str | None]]:
    """Return *blocks* with the title first, once; the page may print it with its section or a mark."""
    if title is None:
        if blocks[0][1] == "heading":
            return [(blocks[0][0], "title"), *blocks[1:]]
        return blocks
    first = next((index for index, (_, kind) in enumerate(blocks) if kind == "body"), len(blocks))
    rest = [
        (words, kind)
        for index, (words, kind) in enumerate(blocks)
        if words != title and not (index < first and kind == "heading" and _repeats(words, title))
    ]
    return [(title, "title"), *rest]


def _settle(blocks: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Return *blocks* with the headings that are none marked as what they are.

    Those below the last paragraph head other stories. A long sentence between the paragraphs is one of them, set large.
    """
    bodies = [index for index, (_, kind) in enumerate(blocks) if kind == "body"] or [len(blocks)]
    settled: list[tuple[str, str | None]] = []
    for index, (words, kind) in enumerate(blocks):
        if kind == "heading" and index > bodies[-1]:
            kind = "other"
        elif kind == "heading" and index > bodies[0] and _is_told(words):
            kind = "body"
        settled.append((words, kind))
    return settled


def _is_told(words: str) -> bool:
    """Return whether a heading is a long sentence, and not somebody's words pulled out of the text."""
    least = 14 if re.search("[가-힣]", words[:40]) else _LONG
    is_ended = re.search(r"[.!…][”\"’']?$", words[-2:]) is not None
    return is_ended and words[0] not in "“\"'‘" and len(words.split()) >= least


def _repeats(words: str, title: str) -> bool:
    """Return whether a heading is the title once more: with a section before it, or a part of it."""
    one, other = (re.sub(r"\W+", "", text.casefold()) for text in (words, title))
    return (other in one and len(one) <= 2 * len(other)) or (one in other and len(one) > _SHORT)


def _words(element: HtmlElement) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())
