"""Raw bytes of an original -> decoded, normalised lines.

Text keeps the line numbers of the raw file (split on line feeds, counted from 1). HTML and PDF have no lines of
their own: there a line is a block of text, and the format says of some what they are.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from generator.evidence.decoding import Declared, OriginalError, decode, normal_name, normalise
from generator.model import Original

__all__ = ["Capture", "Declared", "OriginalError", "normal_name", "read_capture"]

LIMIT = 2 * 1024 * 1024
"""Largest original taken, in bytes. A news page is a few thousand; what is larger is some other file."""

_LINE_LIMIT = 20_000
"""Longest line taken, in letters: whole articles pasted without line breaks stay below, files of other kinds do not."""
_LINES_LIMIT = 8_000
_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture or a sound"),
    (b"PK\x03\x04", "a ZIP archive (as Word and HWPX documents are)"),
    (b"\xd0\xcf\x11\xe0", "an old Office or HWP document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"bplist", "a Safari web archive"),
    (b"\x7fELF", "a program"),
)


@dataclass(frozen=True, slots=True)
class Capture:
    """A decoded original. Private: it holds the publisher's sentences and is never written."""

    original: Original
    lines: tuple[str, ...]
    """Line *n* of the original is ``lines[n - 1]``, in NFC, without blanks at its ends."""
    kinds: tuple[str | None, ...] | None = None
    """What the format says each line is ("title", "heading", "body", "caption"); None for plain text."""
    declared: Declared = field(default_factory=Declared)

    @property
    def has_lines(self) -> bool:
        """Whether lines are lines of the raw file."""
        return self.kinds is None


def read_capture(name: str, raw: bytes) -> Capture:
    """Return the original called *name* with the bytes *raw*, decoded and normalised.

    Raises OriginalError when it is empty, too large, binary, cut off, encrypted or malformed beyond reading.

    >>> read_capture("a.txt", "제목\\r\\n본문".encode("cp949")).lines
    ('제목', '본문')
    """
    if not raw.strip():
        raise OriginalError("the file is empty")
    if len(raw) > LIMIT:
        raise OriginalError(
            f"the file is larger than 2 MB ({len(raw):,} bytes)", "save the article alone, without pictures"
        )
    file_name = normal_name(name)
    digest = hashlib.sha256(raw).hexdigest()
    if b"%PDF-" in raw[:1024]:
        from generator.evidence.portable import read_pdf

        lines, kinds, declared = read_pdf(raw)
        return Capture(Original(file_name, digest, "application/pdf"), lines, kinds, declared)
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise OriginalError(f"the file is {what}, not a page of text")
    if is_archive(raw, file_name):
        from generator.evidence.hypertext import read_archive

        lines, kinds, declared = read_archive(raw)
        return Capture(Original(file_name, digest, "multipart/related"), lines, kinds, declared)
    if is_hypertext(raw, file_name):
        from generator.evidence.hypertext import read_html

        lines, kinds, declared = read_html(decode(raw, declared_charset(raw)))
        return Capture(Original(file_name, digest, "text/html"), lines, kinds, declared)
    return Capture(Original(file_name, digest, "text/plain"), _split(decode(raw)))


def is_hypertext(raw: bytes, name: str) -> bool:
    """Return whether the bytes are HTML, by their first words or the file's name."""
    head = raw[:2048].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head")) or (
        name.lower().endswith((".html", ".htm", ".xhtml")) or (head.startswith(b"<?xml") and b"<html" in head)
    )


def is_archive(raw: bytes, name: str) -> bool:
    """Return whether the bytes are a page saved by a browser in one file (MHTML, RFC 2557)."""
    head = raw[:4096].lower()
    return b"mime-version:" in head and b"multipart/related" in head or name.lower().endswith((".mht", ".mhtml"))


def declared_charset(raw: bytes) -> str | None:
    """Return the character set that an HTML page declares for itself, or None.

    >>> declared_charset(b'<meta charset="euc-kr">')
    'euc-kr'
    """
    found = re.search(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", raw[:4096], re.I)
    return found.group(1).decode("ascii", "replace").lower() if found else None


def _split(text: str) -> tuple[str, ...]:
    if "\n" not in text:
        text = text.replace("\r", "\n")  # line ends of old Macs
    lines = tuple(normalise(line) for line in text.split("\n"))
    if len(lines) > _LINES_LIMIT:
        raise OriginalError(f"the file has {len(lines):,} lines", "save the article alone")
    for number, line in enumerate(lines, 1):
        if len(line) > _LINE_LIMIT:
            raise OriginalError(f"line {number:,} has {len(line):,} letters", "save the page with its line breaks")
    if not any(lines):
        raise OriginalError("the file holds no text, only blanks")
    return lines
