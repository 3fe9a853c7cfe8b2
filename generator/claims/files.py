"""Files under ``seeds/``: strict UTF-8 in, a :class:`Source` out.

Nothing is normalised here, so that columns agree with the curator's editor; what would make them disagree is a finding.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.finding import Finding, Rule, Severity
from generator.source import Source

NOT_UTF8 = Rule(
    "B101",
    Severity.ERROR,
    """
A file of ours is not plain UTF-8 text.

Why: every place that a finding names is counted in code points of UTF-8 text; other encodings lose letters on the way.
Bad: en.md saved as CP949 by an old editor.
Good: en.md saved as UTF-8, without a byte-order mark.
""",
)
NOT_PLAIN_LINES = Rule(
    "B102",
    Severity.WARNING,
    """
A file of ours has a byte-order mark, Windows line ends, or letters that are not composed (NFC).

Why: two texts that look alike must be alike, or searches and comparisons miss.
Bad: a file that begins with a byte-order mark, or Hangul saved as separate jamo by a file manager.
Good: the same text as UTF-8 with LF line ends, composed.
""",
)
TRACKED_ORIGINAL = Rule(
    "B124",
    Severity.ERROR,
    """
An original is tracked by git.

Why: the articles belong to their publishers; only facts found in them may leave the curator's machine.
Bad: git add -f seeds/originals/ked.txt
Good: seeds/originals/ stays ignored; seeds/evidence/ is committed
""",
)


def find_tracked(tracked: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each path in *tracked*: files of the originals' folder that git knows."""
    for path in sorted(tracked):
        help = f"git rm --cached {path}"
        yield Finding(TRACKED_ORIGINAL, Source(path, "").span(), "an original is tracked by git", help=help)


def read_source(path: Path, shown: str) -> tuple[Source | None, tuple[Finding, ...]]:
    """Return the text of *path* under the name *shown*, and what is wrong with its encoding.

    The source is None when the file is not UTF-8. A byte-order mark and carriage returns are left out of the text.
    """
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8", errors="strict")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-8", errors="replace")
        place = Source(shown, before).span(len(before))
        return None, (Finding(NOT_UTF8, place, "file is not UTF-8", help="save it as UTF-8 and run again"),)
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    source = Source(shown, plain)
    return source, tuple(find_unplain(text, source))


def find_unplain(text: str, source: Source) -> Iterator[Finding]:
    """Yield a finding for each way in which *text* as saved differs from plain text."""
    if text.startswith("\ufeff"):
        yield Finding(
            NOT_PLAIN_LINES, source.span(0, 0), "file begins with a byte-order mark", help="save it without one"
        )
    if "\r\n" in text:
        yield Finding(
            NOT_PLAIN_LINES, source.span(0, 0), "file has Windows line ends", help="save it with LF line ends"
        )
    if not unicodedata.is_normalized("NFC", source.text):
        offset = 0
        for line in source.text.split("\n"):
            if not unicodedata.is_normalized("NFC", line):
                span = source.span(offset, offset + len(line))
                yield Finding(
                    NOT_PLAIN_LINES, span, "letters are not composed", help="save the line in composed form (NFC)"
                )
            offset += len(line) + 1
