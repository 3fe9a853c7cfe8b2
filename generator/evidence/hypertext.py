"""HTML pages, and pages saved in one file, -> blocks of text with what the markup says of them.

The article is found by trafilatura; the title, date, authors and publisher come from the page's own JSON-LD and
OpenGraph.
"""

from __future__ import annotations

import email
import json
import re
from collections.abc import Iterator
from email.message import Message
from typing import TYPE_CHECKING, Any

from generator.evidence.decoding import Declared, OriginalError, decode, normalise
from generator.evidence.stamps import read_stamp

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
    r"<(/?)(div|span|section|article|table|tbody|tr|td|ul|ol|b|i|em|strong|font|a|blockquote|q|sub|sup)\b", re.I
)
_CODE = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S)
_ARTICLE = re.compile(r"(Article|Posting|Report)$")


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
    declared = _declared(tree)
    blocks = [(normalise(re.sub(r"\s+", " ", words)), kind) for words, kind in _blocks(text, tree)]
    blocks = [(words, kind) for words, kind in blocks if words]
    if not blocks:
        raise OriginalError("the HTML holds no text of an article", "save the page after it has loaded, or as text")
    lines, kinds = zip(*_with_title(blocks, declared.title), strict=True)
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
    depth = deepest = 0
    for found in _TAG.finditer(bare):
        depth = max(0, depth - 1) if found.group(1) else depth + 1
        deepest = max(deepest, depth)
    if deepest > _DEPTH:
        raise OriginalError(f"the HTML is nested {deepest:,} deep", "save the page again; no news page nests so deeply")
    if bare.count("<") > _TAGS:
        raise OriginalError(f"the HTML has {bare.count('<'):,} tags", "save the article alone")
    end = 0
    while (start := bare.find("<", end)) >= 0:
        end = bare.find(">", start)
        if end < 0:
            if re.match(r"</?[a-zA-Z]", bare[start:]):
                raise OriginalError("the HTML is cut off in the middle of a tag")
            return
        if end - start > 2 * _ATTRIBUTES:
            words = re.sub(r"\"[^\"]*\"|'[^']*'", "", bare[start:end])
            if len(words.split()) > _ATTRIBUTES:
                raise OriginalError(f"a tag of the HTML has {len(words.split()) - 1:,} attributes")


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
    told: list[tuple[str, str | None]] = []
    if len(body) == 1 and body[0].tag == "p" and "\n" in (body[0].text or ""):
        # From a page without paragraphs the library takes all text as one, with line breaks between its blocks.
        yield from ((words.strip(), "body") for words in body[0].text.split("\n"))
        return
    for element in body.iter("p", "head", "item", "quote", "cell", "code"):
        if any(child.tag in ("p", "head", "item", "quote") for child in element.iter() if child is not element):
            continue
        # A line break separates paragraphs on many Korean pages.
        told += [
            (" ".join(words.split()), "heading" if element.tag == "head" else "body")
            for words in _split_at_breaks(element)
        ]
    placed = _place_captions(tree, [words for words, _ in told])
    for index, (words, kind) in enumerate(told):
        yield from ((caption, "caption") for caption in placed.get(index, ()))
        yield words, "caption" if words in placed.get(-1, ()) else kind
    yield from ((caption, "caption") for caption in placed.get(len(told), ()))


def _place_captions(tree: HtmlElement, told: list[str]) -> dict[int, list[str]]:
    """Return the captions that stand before each block, by its index; under -1 those that are blocks themselves."""
    placed: dict[int, list[str]] = {-1: []}
    index = 0
    for element in tree.iter("p", "h2", "h3", "h4", "li", "blockquote", "figcaption"):
        words = _words(element)
        if element.tag == "figcaption":
            is_told = any(words == block or words in block for block in told)
            if words and (words in told or not is_told):
                placed.setdefault(-1 if words in told else index, []).append(words)
        elif words in told[index:]:
            index = told.index(words, index) + 1
    return placed


def _split_at_breaks(element: Any) -> list[str]:
    parts = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            parts.append(child.tail or "")
        else:
            parts[-1] += "".join(child.itertext()) + (child.tail or "")
    return [part for part in parts if part.strip()]


def _with_title(blocks: list[tuple[str, str | None]], title: str | None) -> list[tuple[str, str | None]]:
    """Return *blocks* with the title first, once."""
    if title is None:
        if blocks[0][1] == "heading":
            return [(blocks[0][0], "title"), *blocks[1:]]
        return blocks
    rest = [(words, kind) for words, kind in blocks if not (words == title and kind != "body")]
    return [(title, "title"), *(block for block in rest if block[0] != title)]


def _words(element: HtmlElement) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _declared(tree: HtmlElement) -> Declared:
    records = [record for record in _linked_data(tree) if _ARTICLE.search(str(record.get("@type")))]
    record = records[0] if records else {}
    meta = {
        (item.get("property") or item.get("name") or "").lower(): normalise(item.get("content") or "")
        for item in reversed(list(tree.iter("meta")))
    }
    heads = [words for item in tree.iter("h1") if (words := _words(item))]
    site = meta.get("og:site_name") or None
    title = (
        _text(record.get("headline")) or _without_site(meta.get("og:title", ""), site) or (heads[0] if heads else None)
    )
    # The heading that a reader sees is the headline; the declared one may be shortened for sharing.
    if title and len(heads) == 1 and _is_alike(title, heads[0]):
        title = normalise(heads[0])
    stamp = (
        _text(record.get("datePublished"))
        or meta.get("article:published_time")
        or meta.get("date")
        or meta.get("dc.date.issued")
        or meta.get("parsely-pub-date")
        or ""
    )
    authors = tuple(_names(record.get("author"))) or tuple(
        name
        for name in re.split(r"\s*[,;]\s*|\s+and\s+", meta.get("author") or meta.get("article:author") or "")
        if name and "/" not in name
    )
    publisher = next(_names(record.get("publisher")), None) or site
    authors = tuple(name for name in dict.fromkeys(authors) if name != publisher)
    return Declared(title or None, publisher, read_stamp(stamp[:40]), authors)


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting = [json.loads(script.text_content(), strict=False)]
        except (ValueError, RecursionError):
            continue  # a page's own broken metadata is as good as none
        while waiting:
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting = [*thing, *waiting]
            elif isinstance(thing, dict):
                yield thing
                waiting.extend(value for key, value in thing.items() if key in ("@graph", "mainEntity"))


def _names(value: object) -> Iterator[str]:
    for thing in value if isinstance(value, list) else [value]:
        name = _text(thing.get("name") if isinstance(thing, dict) else thing)
        if name and "://" not in name:
            yield re.sub(r"\s*(기자|특파원)$", "", re.sub(r"^by\s+", "", name, flags=re.I))


def _text(value: object) -> str | None:
    import html

    return normalise(html.unescape(value)) or None if isinstance(value, str) else None


def _without_site(title: str, site: str | None) -> str:
    return re.sub(r"\s+[|\-–—:]\s+" + re.escape(site) + "$", "", title) if site else title


def _is_alike(one: str, other: str) -> bool:
    shared = set(one.lower().split()) & set(other.lower().split())
    return len(shared) * 2 >= min(len(one.split()), len(other.split()))
