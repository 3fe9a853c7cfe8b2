"""The head of an HTML page -> what it declares of its article: title, publisher, day and authors.

JSON-LD comes first (schema.org's Article and its kinds), then the names that publishers use in ``meta`` (OpenGraph,
Dublin Core and others), then microdata and the page's own marks of a byline or a time.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from generator.evidence.bylines import bare_names, is_post, read_credits, split_names
from generator.evidence.decoding import Declared, normalise
from generator.evidence.stamps import read_stamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Record = Mapping[str, Any]

_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "dd:publisher", "application-name")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dable:author",
    "dd:author",
)
_DAYS = (
    "article:published_time article:published og:published_time og:pubdate datepublished date dc.date.issued dc.date "
    "dc.date.created dcterms.issued dcterms.created dcterms.date parsely-pub-date sailthru.date pubdate publishdate "
    "publish-date publish_date publication_date originalpublicationdate article_date_original published "
    "ptime datecreated dd:published_time"
).split()
"""Names under which pages declare the day of publication; that of the last change is none of them."""
_SEPARATOR = r"(?:\s*[|｜»«›]\s*|\s+(?:[-–—:·<]|::)\s+)"
_MOST = 300
"""Most elements looked at for a byline or a time: real pages mark a few dozen."""
_PIECES = 60
"""Most pieces of text in a byline, blanks between its elements included."""
_BRIEF = 12
"""Letters up to which a heading may be the site's name."""
_ADDRESS_DAY = re.compile(r"/(20\d\d)/(\d\d?)/(\d\d?)(?:/|$)")
_EMAIL = re.compile(r"\(?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?")
_BYLINE = re.compile(r"(?:^|[\s_-])(?:by-?line|authors?)(?:$|[\s_-])", re.I)
_TIMED = re.compile(r"publish|pub-?date|posted|entry-date|dateline|date-?time|time-?stamp|date-display", re.I)
_CHANGED = re.compile(r"modif|updat", re.I)
_NOBODY = frozenset(("admin", "administrator", "webmaster", "root", "guest", "unknown", "by"))
_ASIDE = re.compile(
    r"(?<!has-)(?<!with-)(?<!no-)(?<!and-)\b(?:comments?|related|sidebar|recommend\w*|promo|teasers?|popular|latest|trending)\b",
    re.I,
)
_STAMP = re.compile(
    r"\W*\b(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+)?\d.*$|\W*\b(?:published|posted|updated)\b.*$",
    re.I,
)
"""The date behind a name in one byline."""


def read_declarations(tree: HtmlElement) -> Declared:
    """Return what the page *tree* declares of its article; what it does not is None or empty."""
    things = list(_linked_data(tree))
    known = {str(thing["@id"]): thing for thing in things if "@id" in thing and len(thing) > 1}
    meta = _meta(tree)
    record = _record(things, meta)
    sites = [name for key in _PUBLISHERS for name in meta.get(key, ()) if "://" not in name]
    sites = [*_names(_known(record.get("publisher"), known)), *sites]
    title, suffix = _title(tree, _declared_title(record, meta), sites)
    publisher = next(iter(sites), suffix)

    def people(texts: Iterable[str]) -> tuple[str, ...]:
        return _people(text for text in texts if not _is_paper(text, publisher))

    named = (found for name in _AUTHORS if (found := people(meta.get(name, ()))))
    authors = people(_names(_known(record.get("author"), known))) or next(named, ()) or people(_signed(tree))
    day = _day(_text(record.get("datePublished")) or _text(record.get("dateCreated")) or "")
    stamps = (words for name in _DAYS for words in meta.get(name, ()))
    day = day or next((when for words in stamps if (when := _day(words))), None)
    return Declared(title, publisher, day or _marked_day(tree) or _address_day(tree, meta), authors)


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    """Return what the page's ``meta`` say, by their names in small letters, in order."""
    found: dict[str, list[str]] = {}
    for item in tree.iter("meta"):
        words = normalise(" ".join((item.get("content") or "").split()))
        for name in {(item.get(key) or "").strip().lower() for key in ("property", "name", "itemprop")} - {""}:
            if words:
                found.setdefault(name, []).append(words)
    return found


def _linked_data(tree: HtmlElement) -> Iterator[Record]:
    """Yield the things in all blocks of JSON-LD, those within graphs and lists included."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        waiting = [_read_json(script.text_content())]
        while waiting:
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting = [*thing, *waiting]
            elif isinstance(thing, dict):
                yield thing
                waiting.extend(value for key, value in thing.items() if key in ("@graph", "mainEntity"))


def _read_json(text: str) -> object:
    # Some pages wrap the data as a comment or CDATA, end it with a semicolon or leave a comma too many.
    bare = re.sub(r"^\s*(?:<!--|(?://\s*)?<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*$", "", text).strip().rstrip(";")
    for attempt in (bare, re.sub(r",(?=\s*[}\]])", "", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue  # a page's own broken metadata is as good as none
    return None


def _record(things: Sequence[Record], meta: Mapping[str, Sequence[str]]) -> Record:
    """Return the article among *things*: the one with the page's own title, else the first."""
    records = [thing for thing in things if any(_ARTICLE.search(kind) for kind in _kinds(thing))]
    shared = [words for name in _TITLES for words in meta.get(name, ())]
    own = (
        record for record in records if any(_is_alike(_text(record.get("headline")) or "", words) for words in shared)
    )
    return next(own, records[0] if records else {})


def _kinds(thing: Record) -> list[str]:
    kinds = thing.get("@type")
    return [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _known(value: object, known: Mapping[str, Record]) -> list[object]:
    """Return *value* as a list, with each reference to another thing ("@id") replaced by the thing."""
    things = value if isinstance(value, list) else [value]
    return [
        known.get(str(thing["@id"]), thing)
        if isinstance(thing, dict) and "@id" in thing and "name" not in thing
        else thing
        for thing in things
    ]


def _names(things: Sequence[object]) -> Iterator[str]:
    for thing in things:
        value = thing.get("name") if isinstance(thing, dict) else thing
        for each in value if isinstance(value, list) else [value]:
            if (name := _text(each)) and "://" not in name:
                yield name


def _is_paper(text: str, publisher: str | None) -> bool:
    """Return whether the byline *text* names only the paper itself, or its staff."""
    if publisher is None:
        return False
    one, other = _without_by(text).casefold(), publisher.casefold()
    if one == other or re.fullmatch(
        rf"{re.escape(other)}\s(?:staff|team|desk|reporters?|editors?|newsroom|news desk)", one
    ):
        return True
    return one in other and not bare_names(_without_by(text))


def _people(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the people in the bylines *texts*, without posts, papers and addresses, once each."""
    people: dict[str, str] = {}
    for text in texts:
        if "://" in text or text.startswith(("/", "@")) or len(text) > 200:
            continue
        for name in _people_of(text):
            is_name = any(letter.isalpha() for letter in name) and name.casefold() not in _NOBODY
            if is_name and len(name) <= 60:
                people.setdefault(re.sub(r"\W", "", name.casefold()), name)
    return tuple(people.values())


def _people_of(text: str) -> tuple[str, ...]:
    text = re.sub(r"\s+", " ", _EMAIL.sub(" ", text)).strip(" ,;|/-")
    text = re.split(r"\s+[|·]\s+", text)[0]
    if turned := re.fullmatch(r"([A-Z][a-z'’-]+), ([A-Z]\.?|[A-Z][a-z'’-]+)(?: ([a-z]{2,3}))?", text):
        return (" ".join(part for part in (turned[2], turned[3], turned[1]) if part),)  # "Lee, Ann"
    credits = [credit for credit in read_credits(text) if credit.role == "author"]
    if credits:
        return credits[0].names
    text = _without_by(re.sub(r"\s*\([^()]*\)$|\s*(?:기자|특파원)$", "", text))
    parts = tuple(part for part in split_names(text) if not is_post(part))
    if all(" " in part or re.search("[가-힣]", part) for part in parts):
        return parts
    # What is no list of full names is one name with a place or a title behind it ("Coast Press Ltd, Wando").
    return parts[:1] if " " in parts[0] else (text,)


def _without_by(text: str) -> str:
    return re.sub(r"^(?:written |posted )?by:?\s+", "", text, flags=re.I)


def _signed(tree: HtmlElement) -> tuple[str, ...]:
    """Return the names that the page marks as its authors': the first one marked, and those beside it."""
    group: HtmlElement | None = None
    names: list[str] = []
    marked = (
        element
        for element in tree.iter("a", "span", "p", "div", "address", "li", "strong", "b", "cite", "em")
        if _BYLINE.search(_marks(element)) or "author" in (element.get("rel") or "")
    )
    for element in islice(marked, _MOST):
        if _is_aside(element):
            continue
        parts = list(islice(element.itertext(), _PIECES + 1))
        found = _marked_names([" ".join(str(part).split()) for part in parts]) if len(parts) <= _PIECES else ()
        if found and group is None:
            group = element.getparent()
        if found and group is not None and group in (element.getparent(), *element.iterancestors()):
            names += found
    return tuple(names)


def _marks(element: HtmlElement) -> str:
    return f"{element.get('itemprop') or ''} {element.get('class') or ''}"


def _marked_names(pieces: Sequence[str]) -> tuple[str, ...]:
    """Return the people in the pieces of an element marked as a byline; a box about the author is none."""
    if sum(map(len, pieces)) > 160:
        return ()
    cut = [re.split(r"\s+[|·]\s+", _STAMP.sub("", piece))[0] for piece in pieces]
    bare = [re.sub(r"^(?:and|,|&)\s+|\s+(?:and|&)$|\s*,$", "", _without_by(piece)) for piece in cut]
    names = tuple(name for piece in bare for name in bare_names(piece))
    if names:
        return names
    credits = read_credits(_STAMP.sub("", " ".join(piece for piece in pieces if piece)))
    return next((credit.names for credit in credits if credit.role == "author"), ())


def _is_aside(element: HtmlElement) -> bool:
    """Return whether the element belongs to comments, other stories or the foot of the page."""
    return any(
        parent.tag in ("aside", "nav", "footer")
        or (parent.tag not in ("body", "html") and _ASIDE.search(f"{parent.get('class')} {parent.get('id')}"))
        for parent in (element, *element.iterancestors())
    )


def _marked_day(tree: HtmlElement) -> date | None:
    """Return the day that the page marks as that of publication, else the first time below the headline."""
    spare: list[date] = []
    has_headline = not any(True for _ in tree.iter("h1"))
    timed = (
        element
        for element in tree.iter("h1", "time", "span", "div", "p", "abbr", "li")
        if element.tag in ("h1", "time") or element.get("datetime") or _TIMED.search(_marks(element))
    )
    for element in islice(timed, _MOST):
        if element.tag == "h1":
            has_headline = True
        if element.tag == "h1" or _is_aside(element):
            continue
        written = (element.get(name) or "" for name in ("datetime", "content", "title"))
        day = _day(next((words for words in written if words), "")) or _day(_short(element))
        is_marked = bool(_TIMED.search(_marks(element))) or element.get("pubdate") is not None
        if day and is_marked and not _CHANGED.search(_marks(element)):
            return day
        if day and has_headline:
            spare.append(day)
    return spare[0] if spare else None


def _short(element: HtmlElement) -> str:
    text = " ".join(element.text_content().split())
    return text if len(text) < 100 else ""


def _address_day(tree: HtmlElement, meta: Mapping[str, Sequence[str]]) -> date | None:
    """Return the day in the page's own address (/2031/05/06/)."""
    links = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for address in (*links, *meta.get("og:url", ())):
        if found := _ADDRESS_DAY.search(address):
            return read_stamp("-".join(found.groups()))
    return None


def _day(text: str) -> date | None:
    """Return the day in a machine's or a reader's form of it, as written, whatever its zone."""
    text = " ".join(text.split())
    if re.fullmatch(r"\d{14}", text):
        return read_stamp(text[:8])
    if re.fullmatch(r"1\d{9}(?:\d{3})?", text):
        return datetime.fromtimestamp(int(text[:10]), UTC).date()
    return read_stamp(text[:60])


def _declared_title(record: Record, meta: Mapping[str, Sequence[str]]) -> str:
    return _text(record.get("headline")) or next((meta[name][0] for name in _TITLES if name in meta), "")


def _title(tree: HtmlElement, declared: str, sites: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the article's title, and the name that the page's own title puts behind or before it."""
    heads = [words for item in tree.iter("h1") if (words := normalise(_words(item)))]
    page = next((normalise(_words(item)) for item in tree.iter("title")), "")
    told = max((head for head in heads if len(head) > _BRIEF and head in page), key=len, default=None)
    title = _without_site(declared or told or _longest(page), sites)
    # The heading that a reader sees is the headline; the declared one may be shortened for sharing.
    best = max(heads, key=lambda head: _overlap(title, head), default="")
    is_weak = not declared and len(title.split()) < 4
    is_only = len(heads) == 1 and (is_weak or _is_alike(title, best))
    # What stands in the heading before the declared title is the name of the section.
    if best and (is_only or _overlap(title, best) >= 0.5) and not best.rstrip(".").endswith(f" {title}"):
        title = best
    return title or None, _suffix(page, title)


def _overlap(one: str, other: str) -> float:
    """Return the share of the words of both texts that both have, from 0 to 1."""
    first, second = (set(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return len(first & second) / max(1, len(first | second))


def _longest(page: str) -> str:
    """Return the page's own title without the names of site and section that bars set apart."""
    return max(re.split(r"\s+[|｜»]\s+", page), key=len)


def _suffix(page: str, title: str) -> str | None:
    """Return the name that stands alone beside the title in the page's own."""
    before, found, after = page.partition(title) if title else ("", "", "")
    beside = re.fullmatch(rf"{_SEPARATOR}(\w.*)", after) or re.fullmatch(rf"(\w.*?){_SEPARATOR}", before)
    if not found or not beside or (before and after):
        return None
    name = re.split(_SEPARATOR, beside[1])[-1]
    return name if len(name.split()) <= 5 and "_" not in name else None


def _without_site(title: str, sites: Sequence[str]) -> str:
    title = re.sub(r"\s+<\s.*$", "", title)  # "headline < section < page - paper"
    for site in map(re.escape, sites):
        title = re.sub(rf"{_SEPARATOR}{site}$|^{site}{_SEPARATOR}", "", title, flags=re.I).strip() or title
    return title


def _is_alike(one: str, other: str) -> bool:
    """Return whether two headlines say the same: one may be shorter."""
    first, second = set(re.findall(r"\w+", one.casefold())), set(re.findall(r"\w+", other.casefold()))
    least = min(len(first), len(second))
    return bool(least) and len(first & second) * 2 >= least and (least > 1 or one.casefold() == other.casefold())


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return normalise(" ".join(re.sub(r"</?[a-z][^<>]*>", "", html.unescape(value)).split())) or None


def _words(element: HtmlElement) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())
