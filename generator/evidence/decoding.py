"""Bytes in any of the encodings that news pages come in -> normalised text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

_AGAIN = "save the page again as text, HTML or PDF"
# Letters that show nothing: marks of byte order, joiners of zero width, soft hyphens, and controls other than the tab.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff\xad\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BLANKS = re.compile("[\t\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_HANGUL = re.compile("[가-힣]")


class OriginalError(Exception):
    """An original that cannot be read: *message* states the fact, *help* says what to do."""

    def __init__(self, message: str, help: str = _AGAIN) -> None:
        super().__init__(message)
        self.message = message
        self.help = help


@dataclass(frozen=True, slots=True)
class Declared:
    """What a format says about its article outside the text (JSON-LD, OpenGraph, document properties)."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    authors: tuple[str, ...] = ()


def normal_name(name: str) -> str:
    """Return the file name of *name* in NFC (a Mac hands out Korean names as loose jamo)."""
    return unicodedata.normalize("NFC", PurePath(name).name)


def decode(raw: bytes, charset: str | None = None) -> str:
    """Return the text of *raw*: by its byte-order mark, as UTF-8, by *charset*, as UTF-16, CP949 or Windows-1252.

    Raises OriginalError when it is binary, cut off in the middle of a character, or in no encoding known here.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _checked(_utf16(raw, "utf-16"))
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
    if b"\0" in raw:
        return _checked(_utf16(raw, _byte_order(raw)))
    try:
        return _checked(raw.decode("utf-8"))
    except UnicodeDecodeError as fault:
        # A fault in the last bytes of an otherwise sound text is a file cut off, not another encoding.
        if fault.reason == "unexpected end of data" and _is_mostly_utf8(raw[: fault.start]):
            raise OriginalError(
                f"the file is cut off: it ends in the middle of a character (byte {fault.start + 1:,})"
            ) from fault
        if _is_surrogate(raw, fault.start):
            raise OriginalError(
                f"half of a surrogate pair stands alone at byte {fault.start + 1:,}: the file is not sound UTF-8"
            ) from fault
        if _is_mostly_utf8(raw):
            raise OriginalError(f"byte {fault.start + 1:,} is not UTF-8, although the rest is") from fault
    return _checked(_decode_old(raw, charset))


def normalise(line: str) -> str:
    """Return *line* in NFC, with plain blanks, without invisible letters and without blanks at its ends.

    >>> normalise(" KT\\u200b\\xa0 Corp.\\r")
    'KT  Corp.'
    """
    if line.isascii() and line.isprintable():
        return line.strip()
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _BLANKS.sub(" ", line))).strip()


def _utf16(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as fault:
        if "truncated" in fault.reason or "unexpected end" in fault.reason:
            raise OriginalError("the file is cut off: it ends in the middle of a character") from fault
        raise OriginalError(
            f"half of a surrogate pair stands alone at byte {fault.start + 1:,}: the file is not sound UTF-16"
        ) from fault


def _byte_order(raw: bytes) -> str:
    # Letters of line breaks, blanks and digits have a zero byte in UTF-16: on which side tells the order.
    even, odd = raw[0::2].count(0), raw[1::2].count(0)
    if max(even, odd) < len(raw) // 200 or min(even, odd) * 10 > max(even, odd):
        raise OriginalError("the file is binary: it holds zero bytes")
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_mostly_utf8(raw: bytes) -> bool:
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return broken * 10 < sum(not letter.isascii() for letter in text) - broken or not broken


def _is_surrogate(raw: bytes, start: int) -> bool:
    return raw[start] == 0xED and 0xA0 <= (raw[start + 1 : start + 2] or b"\0")[0] <= 0xBF


def _decode_old(raw: bytes, charset: str | None) -> str:
    if charset and charset not in ("utf-8", "utf8"):
        try:
            return raw.decode({"euc-kr": "cp949", "ks_c_5601-1987": "cp949"}.get(charset, charset))
        except (LookupError, UnicodeDecodeError):
            pass  # pages declare what they are not; the bytes decide
    try:
        text = raw.decode("cp949")
    except UnicodeDecodeError:
        text = ""
    strange = [letter for letter in text if not letter.isascii()]
    # Western bytes read as CP949 give rare syllables and Hanja; real Korean is nearly all Hangul.
    if strange and len(_HANGUL.findall(text)) >= 0.6 * len(strange) and len(strange) >= 0.2 * len(text.split()):
        return text
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError as fault:
        raise OriginalError(
            "the file is in no encoding known here (UTF-8, UTF-16, CP949, Windows-1252)", "save it again as UTF-8"
        ) from fault


def _checked(text: str) -> str:
    controls = sum(text.count(chr(code)) for code in (*range(9), *range(14, 32)))
    if controls > 4 and controls * 100 > len(text):
        raise OriginalError("the file is binary: it holds control characters")
    return text
