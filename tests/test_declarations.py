"""What HTML pages declare of their articles: title, publisher, day and authors, in the many ways they do it."""

from __future__ import annotations

from datetime import date

import lxml.html
import pytest

from generator.evidence.declarations import read_declarations
from generator.evidence.decoding import Declared

TITLE = "Lighthouse keepers return to Geomun Island"
H1 = f"<h1>{TITLE}</h1>"
DAY = date(2031, 5, 6)
PERSON = '{"@type": "Person", "@id": "#ann", "name": "Ann Lee"}'
PAPER = '{"@type": "NewsMediaOrganization", "@id": "#paper", "name": "Coast Tribune"}'


def declared(inside: str, title: str = f"{TITLE} | Coast Tribune") -> Declared:
    """Return what a page with the markup *inside* declares."""
    return read_declarations(lxml.html.document_fromstring(f"<html><head><title>{title}</title></head>{inside}</html>"))


def linked(*records: str) -> str:
    """Return *records* as blocks of JSON-LD."""
    return "".join(f"<script type='application/ld+json'>{record}</script>" for record in records)


def article(more: str, kind: str = '"NewsArticle"') -> str:
    """Return an article's record with the fields *more*."""
    return f'{{"@type": {kind}, "headline": "{TITLE}", {more}}}'


def meta(*pairs: tuple[str, str], key: str = "name") -> str:
    """Return ``meta`` elements."""
    return "".join(f'<meta {key}="{name}" content="{value}">' for name, value in pairs)


SIGNED = article('"author": {"@id": "#ann"}')


@pytest.mark.parametrize(
    ("inside", "authors"),
    [
        pytest.param(linked(article('"author": "By Ann Lee and Bo Kim"')), ("Ann Lee", "Bo Kim"), id="by-in-one-string"),
        pytest.param(linked(article('"author": {"name": ["Ann Lee", "Bo Kim"]}')), ("Ann Lee", "Bo Kim"), id="list-of-names"),
        pytest.param(linked(article('"author": [{"name": "Ann Lee, Senior Reporter"}]')), ("Ann Lee",), id="post-behind"),
        pytest.param(linked(article('"author": {"@id": "#ann"}'), PERSON), ("Ann Lee",), id="reference"),
        pytest.param(
            linked(f'{{"@graph": [{SIGNED}, {PERSON}]}}'),
            ("Ann Lee",),
            id="reference-in-graph",
        ),
        pytest.param(linked(article('"author": "Ann Lee"', '["Article", "NewsArticle"]')), ("Ann Lee",), id="kinds"),
        pytest.param(linked(article('"author": {"name": "홍길동 기자 gildong@example.com"}')), ("홍길동",), id="korean-post"),
        pytest.param(linked(article('"author": {"name": "Coast Tribune"}')), (), id="paper-itself"),
        pytest.param(linked(article('"author": {"name": "Salt &amp; Sand Studio"}')), ("Salt & Sand Studio",), id="one-name"),
        pytest.param(meta(("author", "Ann Lee"), ("author", "Bo Kim")), ("Ann Lee", "Bo Kim"), id="meta-twice"),
        pytest.param(meta(("article:author", "https://social.example/ann"), ("dc.creator", "Lee, Ann"), key="property"), ("Ann Lee",), id="turned"),
        pytest.param(meta(("author", "Ann Lee | ann@example.com")), ("Ann Lee",), id="address-behind"),
        pytest.param(meta(("author", "admin")), (), id="nobody"),
        pytest.param(meta(("author", "Coast Tribune Staff")), (), id="staff"),
        pytest.param(meta(("author", "Coast Tribune"), key="property") + meta(("dable:author", "홍길동 기자")), ("홍길동",), id="paper-then-reporter"),
        pytest.param(H1 + "<p class='byline'>By <a rel='author' href='/a'>Ann Lee</a> and Bo Husband May 6, 2031</p>", ("Ann Lee", "Bo Husband"), id="byline"),
        pytest.param(H1 + "<span itemprop='author'><b itemprop='name'>Ann Lee</b></span>", ("Ann Lee",), id="microdata"),
        pytest.param(H1 + "<aside><p class='byline'>By Bo Kim</p></aside>", (), id="another-story"),
        pytest.param(H1 + "<p class='author-bio'>Ann Lee has written about the sea for nine years and lives near the harbour with two cats and a boat that does not float, as she likes to say whenever somebody asks.</p>", (), id="biography"),
    ],
)  # fmt: skip
def test_authors(inside: str, authors: tuple[str, ...]) -> None:
    """People are named once each, without posts, addresses and the paper they work for."""
    assert declared(inside).authors == authors


@pytest.mark.parametrize(
    ("inside", "day"),
    [
        pytest.param(linked(article('"datePublished": "2031-05-06T23:30:00-05:00"')), DAY, id="zone"),
        pytest.param(linked(article('"dateModified": "2031-05-07"')), None, id="change-only"),
        pytest.param(linked('{"@type": "Article", "datePublished": "2031-05-06",}'), DAY, id="comma-too-many"),
        pytest.param(linked('<!-- {"@type": "Article", "datePublished": "2031-05-06"} -->'), DAY, id="in-comment"),
        pytest.param(
            linked('{"@type": "Article", "headline": "Seal blocks slipway", "datePublished": "2030-01-01"}', article('"datePublished": "2031-05-06"'))
            + meta(("og:title", TITLE), key="property"),
            DAY,
            id="own-of-two-records",
        ),
        pytest.param(meta(("article:published_time", "2031-05-06T09:00:00+09:00"), key="property"), DAY, id="open-graph"),
        pytest.param(meta(("DC.date.issued", "2031-05-06")), DAY, id="dublin-core"),
        pytest.param(meta(("pubdate", "20310506093000")), DAY, id="digits"),
        pytest.param(meta(("datePublished", "Tue, 06 May 2031 00:10:00 GMT"), key="itemprop"), DAY, id="microdata"),
        pytest.param(H1 + "<time datetime='2031-05-06T09:00'>May 6</time>", DAY, id="time-below-headline"),
        pytest.param("<time datetime='2030-02-02'>x</time>" + H1 + "<time datetime='2031-05-06'>May 6</time>", DAY, id="not-above"),
        pytest.param(H1 + "<time class='updated' datetime='2031-05-07'>x</time><time class='published' datetime='2031-05-06'>y</time>", DAY, id="not-the-change"),
        pytest.param(H1 + "<div class='post-timestamp'>6 May 2031, 9.30am</div>", DAY, id="words"),
        pytest.param(H1 + "<div class='related-stories'><time datetime='2030-02-02'>x</time></div>", None, id="another-story"),
        pytest.param("<link rel='canonical' href='https://news.example/2031/05/06/lighthouse/'>", DAY, id="address"),
        pytest.param("<link rel='canonical' href='https://news.example/2031/05/lighthouse/'>", None, id="month-alone"),
    ],
)  # fmt: skip
def test_day(inside: str, day: date | None) -> None:
    """The day of publication is read as written, and never that of a change or of another story."""
    assert declared(inside).published == day


@pytest.mark.parametrize(
    ("page", "inside", "title", "publisher"),
    [
        pytest.param(f"{TITLE} - Coast Tribune", "", f"{TITLE} - Coast Tribune", None, id="no-heading"),
        pytest.param(f"{TITLE} | Coast Tribune", "", TITLE, "Coast Tribune", id="bar"),
        pytest.param(f"{TITLE} - Coast Tribune", H1, TITLE, "Coast Tribune", id="suffix"),
        pytest.param(f"Coast Tribune | {TITLE}", H1, TITLE, "Coast Tribune", id="prefix"),
        pytest.param(f"{TITLE} - Islands - Coast Tribune", "<h1>Coast Tribune</h1>" + H1, TITLE, "Coast Tribune", id="two-headings"),
        pytest.param("등대지기, 거문도로 돌아오다 < 사회 < 기사본문 - 바다일보", meta(("og:site_name", "바다일보"), key="property"), "등대지기, 거문도로 돌아오다", "바다일보", id="korean-crumbs"),
        pytest.param("x", "<h1>Sections</h1>" + H1 + meta(("og:title", "Keepers return to Geomun Island"), key="property"), TITLE, None, id="shortened-for-sharing"),
        pytest.param("x", f"<h1><span>Islands</span> {TITLE}</h1>" + meta(("og:title", TITLE), key="property"), TITLE, None, id="section-in-heading"),
        pytest.param("x", linked(article('"publisher": {"name": "Coast Tribune"}').replace(TITLE, f"{TITLE} - Coast Tribune")), TITLE, "Coast Tribune", id="name-of-the-publisher"),
        pytest.param(TITLE, "<h1>Islands</h1>", TITLE, None, id="heading-of-section"),
        pytest.param("x", meta(("og:title", f"{TITLE} | Coast Tribune"), ("og:site_name", "Coast Tribune"), key="property"), TITLE, "Coast Tribune", id="open-graph"),
        pytest.param("x", linked(article('"publisher": {"@id": "#paper"}'), PAPER), TITLE, "Coast Tribune", id="reference"),
        pytest.param("x", linked(article('"publisher": {"name": "Coast Tribune"}')) + meta(("og:site_name", "https://coast.example"), key="property"), TITLE, "Coast Tribune", id="linked"),
        pytest.param("x", linked(article('"x": 1')) + meta(("og:site_name", "https://coast.example"), key="property"), TITLE, None, id="address-is-no-name"),
        pytest.param("x", linked('{"@type": "NewsArticle", "headline": "Tide &amp; &lt;em&gt;time&lt;/em&gt;"}'), "Tide & time", None, id="markup"),
    ],
)  # fmt: skip
def test_title_and_publisher(page: str, inside: str, title: str, publisher: str | None) -> None:
    """The headline comes without the name of the site, which is the publisher's where nothing better is declared."""
    found = declared(inside, page)
    assert (found.title, found.publisher) == (title, publisher)


def test_broken_data_is_none() -> None:
    """A block that is no JSON leaves the next one to be read."""
    found = declared(linked("{not json", article('"datePublished": "2031-05-06"')))
    assert (found.title, found.published) == (TITLE, DAY)
