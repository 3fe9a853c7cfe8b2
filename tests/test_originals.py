"""Any file a curator may hand in: read, or refused with a clear word."""

from __future__ import annotations

import contextlib
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.originals import LIMIT, OriginalError, read_capture
from tests.pdf_maker import make_pdf

TEXT = "가람조선이 새 도크를 짓는다.\nGaram will build a “dock”.\n"
PARAGRAPHS = (
    "Workers at the Norrland battery plant voted on Friday to accept a shorter week, ending a dispute that began in spring.",
    "The plant will run from Monday to Thursday, ten hours a day, for 1,400 people, the union said after the count.",
    "“We get our Fridays and they get their peace,” said shop steward Lina Berg, who led the talks for five months.",
    "Managers expect output to fall by two percent at first, and to recover when a second line starts late in 2031.",
)
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plant votes for short week | The Fjord Post</title>
<meta property="og:site_name" content="The Fjord Post"><meta property="og:title" content="Plant votes for short week">
<script type="application/ld+json">{{"@graph": [{{"@type": "WebPage"}}, {{"@type": "NewsArticle", "headline": "Plant votes for short week",
"datePublished": "2031-03-07T08:00:00Z", "author": [{{"name": "Ana Holm"}}, {{"name": "Per Dahl"}}]}}]}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/b">Business</a></li></ul></nav><article><h1>Plant votes for short week</h1>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><h2>Five months of talks</h2>
<figure><img src="x.jpg"><figcaption>Lina Berg after the count. Photo: Per Dahl</figcaption></figure>
<p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p></article><footer>© 2031 The Fjord Post</footer></body></html>"""
PDF_ROWS = [
    (22, 740, "Two villages share one bus"),
    (11, 700, "The villages of Upper and Lower Fenn have bought a bus together, for"),
    (11, 686, "62,000 pounds, after the county dropped its last line."),
    (11, 650, "두 마을은 버스를 함께 샀다고 10일 밝혔다."),
]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="utf-8-bom"),
        pytest.param(TEXT.encode("utf-16"), id="utf-16-bom"),
        pytest.param(TEXT.encode("utf-16-le"), id="utf-16-le"),
        pytest.param(TEXT.encode("utf-16-be"), id="utf-16-be"),
        pytest.param(TEXT.encode("cp949"), id="cp949"),
        pytest.param(unicodedata.normalize("NFD", TEXT).encode(), id="loose-jamo"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(TEXT.replace("\n", "\r").encode(), id="cr"),
        pytest.param(TEXT.replace(" ", "\xa0").encode(), id="no-break-spaces"),
        pytest.param(TEXT.replace("새", "\u200b새").encode(), id="zero-width"),
    ],
)
def test_encodings(raw: bytes) -> None:
    """One text in any encoding comes out as the same lines, in NFC."""
    assert read_capture("a.txt", raw).lines == ("가람조선이 새 도크를 짓는다.", "Garam will build a “dock”.", "")


def test_western() -> None:
    """Western quotation marks in the encoding of old Windows are read as such, not as Korean."""
    assert read_capture("a.txt", "“Prêt”, said Zoë’s café".encode("cp1252")).lines == ("“Prêt”, said Zoë’s café",)


def test_name() -> None:
    """A Korean file name in loose jamo comes out composed, and without its folder."""
    loose = unicodedata.normalize("NFD", "기사.txt")
    assert read_capture("/x/" + loose, b"text").original.name == "기사.txt"


def test_line_numbers() -> None:
    """Line n of the raw file is line n of the capture, blank lines included."""
    assert read_capture("a.txt", b"one\n\n \xc2\xa0\nfour").lines == ("one", "", "", "four")


BAD = [
    pytest.param("a.txt", b"", "empty", id="empty"),
    pytest.param("a.txt", b" \n\t\n", "empty", id="blanks"),
    pytest.param("a.txt", "\u200b\n\xa0".encode(), "only blanks", id="invisible"),
    pytest.param("a.txt", b"x" * (LIMIT + 1), "larger than 2 MB", id="large"),
    pytest.param("a.txt", bytes(range(256)) * 9, "binary", id="binary"),
    pytest.param("a.png", b"\x89PNG\r\n\x1a\n123", "PNG picture", id="picture"),
    pytest.param("a.docx", b"PK\x03\x04abc", "ZIP archive", id="word"),
    pytest.param("a.txt", TEXT.encode()[:2], "cut off", id="cut-in-a-letter"),
    pytest.param("a.txt", TEXT.encode("utf-16")[:-1], "cut off", id="cut-utf-16"),
    pytest.param("a.txt", b"one \xed\xa0\x80 two", "surrogate", id="surrogate-utf-8"),
    pytest.param("a.txt", "ab".encode("utf-16") + b"\x00\xd8a\x00", "surrogate", id="surrogate-utf-16"),
    pytest.param("a.txt", TEXT.encode() + b"\xff and more", "not UTF-8", id="one-bad-byte"),
    pytest.param("a.txt", b"a" * 30_000, "30,000 letters", id="one-long-line"),
    pytest.param("a.txt", b"a\n" * 10_000, "lines", id="many-lines"),
    pytest.param("a.html", b"<html><body>" + b"<div>" * 100_000 + b"x", "nested 100,000 deep", id="nested"),
    pytest.param("a.html", b"<html><body><p " + b"a " * 900_000 + b">x</p>", "900,000 attributes", id="attributes"),
    pytest.param("a.html", b"<html><body>" + b"<p>" * 300_000 + b"x", "tags", id="tags"),
    pytest.param("a.html", PAGE.encode()[:900], "cut off", id="cut-html"),
    pytest.param("a.html", b"<html><body></body></html>", "no text of an article", id="no-article"),
    pytest.param(
        "a.mhtml",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--",
        "no HTML page",
        id="archive",
    ),
    pytest.param("a.pdf", make_pdf(PDF_ROWS, is_encrypted=True), "encrypted", id="encrypted-pdf"),
    pytest.param("a.pdf", make_pdf(PDF_ROWS)[:700], "cut off", id="cut-pdf"),
    pytest.param("a.pdf", make_pdf([]), "no text layer", id="scanned-pdf"),
    pytest.param("a.pdf", b"%PDF-1.4\nnonsense\n%%EOF", "damaged", id="damaged-pdf"),
]


@pytest.mark.parametrize(("name", "raw", "message"), BAD)
def test_bad_files(name: str, raw: bytes, message: str) -> None:
    """What cannot be read is refused with what is the matter and what to do."""
    with pytest.raises(OriginalError) as caught:
        read_capture(name, raw)
    assert message in caught.value.message
    assert caught.value.help


def test_html() -> None:
    """HTML gives the article's blocks in order, with what the markup says of them, and the page's own metadata."""
    capture = read_capture("a.html", PAGE.encode())
    assert list(zip(capture.kinds or (), capture.lines, strict=True)) == [
        ("title", "Plant votes for short week"),
        ("body", PARAGRAPHS[0]),
        ("body", PARAGRAPHS[1]),
        ("heading", "Five months of talks"),
        ("caption", "Lina Berg after the count. Photo: Per Dahl"),
        ("body", PARAGRAPHS[2]),
        ("body", PARAGRAPHS[3]),
    ]
    assert (capture.declared.publisher, capture.declared.published) == ("The Fjord Post", date(2031, 3, 7))
    assert capture.declared.authors == ("Ana Holm", "Per Dahl")
    assert capture.original.media_type == "text/html"
    assert not capture.has_lines


def test_declared_charset() -> None:
    """HTML in an old Korean encoding is read by what it declares."""
    page = (
        PAGE.replace("utf-8", "euc-kr").replace("“", '"').replace("”", '"').replace("©", "").replace("Berg", "베르그")
    )
    assert any("베르그" in line for line in read_capture("a.htm", page.encode("cp949")).lines)


def test_archive() -> None:
    """A page that a browser saved in one file is read like HTML."""
    raw = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n\n"
    assert read_capture("a.mhtml", raw + PAGE.encode() + b"\n--x--\n").lines[0] == "Plant votes for short week"


def test_pdf() -> None:
    """A PDF's text layer gives its paragraphs, rows joined, and the largest line as the title."""
    capture = read_capture("a.pdf", make_pdf(PDF_ROWS))
    assert capture.lines == (
        "Two villages share one bus",
        "The villages of Upper and Lower Fenn have bought a bus together, for 62,000 pounds, after the county dropped its last line.",
        "두 마을은 버스를 함께 샀다고 10일 밝혔다.",
    )
    assert capture.kinds == ("title", None, None)


@given(st.binary(max_size=400))
def test_any_bytes(raw: bytes) -> None:
    """Any bytes are either read or refused; nothing else is raised, and no line break or surrogate is left."""
    try:
        capture = read_capture("a.txt", raw)
    except OriginalError:
        return
    for line in capture.lines:
        line.encode()
        assert line == unicodedata.normalize("NFC", line).strip()


@given(st.text(alphabet="<>/abp&;#x0d8 =\"'!-\n", max_size=300))
def test_any_markup(text: str) -> None:
    """Any markup is either read or refused."""
    with contextlib.suppress(OriginalError):
        assert read_capture("a.html", b"<html>" + text.encode()).lines
