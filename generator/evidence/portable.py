"""PDF files with a text layer -> blocks of text, by pdfminer.six."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.evidence.decoding import Declared, OriginalError, normalise

if TYPE_CHECKING:
    from pdfminer.layout import LTPage, LTTextContainer

_PAGES = 60
"""Pages read at most: an article has a few."""


def read_pdf(raw: bytes) -> tuple[tuple[str, ...], tuple[str | None, ...], Declared]:
    """Return the blocks of a PDF's text layer in reading order, what their type size says they are, and its properties.

    Raises OriginalError when the file is cut off, encrypted, damaged, or has no text layer.
    """
    import logging

    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdftypes import PDFException
    from pdfminer.psexceptions import PSException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    if b"%%EOF" not in raw[-2048:]:
        raise OriginalError("the PDF is cut off: its end is missing")
    try:
        pages = list(extract_pages(BytesIO(raw), laparams=LAParams(boxes_flow=0.5), maxpages=_PAGES))
        declared = _declared(raw)
    except (PDFPasswordIncorrect, PDFEncryptionError) as fault:
        raise OriginalError("the PDF is encrypted", "save it again without a password") from fault
    except (
        PDFException,
        PSException,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        RecursionError,
        AttributeError,
    ) as fault:
        # pdfminer lets the errors of damaged files through as they come.
        raise OriginalError(f"the PDF is damaged: {type(fault).__name__}") from fault
    blocks = list(_blocks(pages))
    if not blocks:
        raise OriginalError(
            "the PDF has no text layer: its pages are pictures", "recognise its text first, or save the page as text"
        )
    lines, kinds = zip(*_kinds(blocks), strict=True)
    return lines, kinds, declared


def _blocks(pages: list[LTPage]) -> Iterator[tuple[str, float]]:
    """Yield each paragraph with its type size in points."""
    from pdfminer.layout import LTTextContainer

    for page in pages:
        for box in page:
            if isinstance(box, LTTextContainer):
                yield from _paragraphs(box)


def _paragraphs(box: LTTextContainer[Any]) -> Iterator[tuple[str, float]]:
    """Yield the paragraphs of one box: a short line that ends a sentence ends its paragraph."""
    from pdfminer.layout import LTTextLine

    rows = [line for line in box if isinstance(line, LTTextLine)]
    held: list[str] = []
    size = 0.0
    for row in rows:
        words = normalise(row.get_text().rstrip("\n"))
        if not words:
            continue
        held.append(words)
        size = max(size, round(row.height, 1))
        is_short = row.width < 0.8 * box.width
        if is_short and re.search(r"[.!?”\"’)]$", words):
            yield _joined(held), size
            held, size = [], 0.0
    if held:
        yield _joined(held), size


def _joined(rows: list[str]) -> str:
    text = rows[0]
    for row in rows[1:]:
        # A hyphen at a line's end before a small letter divides a word.
        if re.search(r"[a-z]-$", text) and re.match(r"[a-z]", row):
            text = text[:-1] + row
        else:
            text += " " + row
    return text


def _kinds(blocks: list[tuple[str, float]]) -> Iterator[tuple[str, str | None]]:
    sizes: Counter[float] = Counter()
    for words, size in blocks:
        sizes[size] += len(words)
    common = sizes.most_common(1)[0][0]
    largest = (
        max(size for words, size in blocks[:12] if len(words) > 5)
        if any(len(w) > 5 for w, _ in blocks[:12])
        else common
    )
    has_title = False
    for words, size in blocks:
        if not has_title and size == largest and size > 1.15 * common and len(words) > 5:
            has_title = True
            yield words, "title"
        elif size > 1.1 * common and len(words) < 200:
            yield words, "heading"
        else:
            yield words, None


def _declared(raw: bytes) -> Declared:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.utils import decode_text

    info = (PDFDocument(PDFParser(BytesIO(raw))).info or [{}])[0]
    title = info.get("Title")
    # The day a PDF was made is the day it was saved, not the day of publication: it is left alone.
    words = normalise(decode_text(title)) if isinstance(title, bytes) else ""
    return Declared(title=words or None)
