"""Text -> sentences, in English and Korean.

A quotation stays whole when its sentence goes on after it (“…. …,” she said; “…다. …다”고 말했다); it is split like
other text when it ends its sentence itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_TITLES = frozenset(
    "Mr Mrs Ms Mx Dr Prof Rep Reps Sen Sens Gov Gen Col Lt Maj Sgt Capt Cmdr Adm Rev Hon Pres Supt"
    " Messrs St Mt Ft vs cf e.g i.e".split()
)
"""Never end a sentence."""
_NUMBERED = frozenset(
    "No Nos no nos Art Sec Fig Figs Vol pp p approx est Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
)
"""Do not end one before a numeral."""
_DOTTED = frozenset("Co Corp Inc Ltd Cos Bros Jr Sr etc al Plc plc Pte Bhd Dept Univ Ave Blvd Rd".split())
_LETTERS = re.compile(r"(?:[A-Za-z]\.){1,5}[A-Za-z]$|(?:^|[^\w])[A-Z]$")
_STARTERS = frozenset(
    "The A An It Its He She They We I You In On At By For From But And Or So Yet As If When While After"
    " Before Since This That"
    " These Those There Here His Her Their Our Under With Without Through However Meanwhile Also Both"
    " Some Many Most All Each"
    " Last Next Earlier Later Now Then Still Despite During To Among About According Because Although"
    " Another Such Analysts"
    " Shares Officials Critics".split()
)
"""A word that shows, after an abbreviation, that a new sentence begins."""
_CLOSING = "\"'”’“)]»」』】〉》"
_END = re.compile(
    r"(?:[.!?。！？]{1,6}|…)[" + re.escape(_CLOSING) + r"]{0,4}(?=\s|$)(?:[ \u00a0]”(?=\s|$))?|\n[ \t\u00a0\r]{0,20}\n"
)
_QUOTE = re.compile('["“”]')
_WORD = re.compile(r"[\w.&’'-]{1,24}$")
_NEXT = re.compile(r"\s{1,40}[\"“‘'(\[「『]{0,3}([A-Za-z]{1,20})?")
_GOES_ON = re.compile(r"\S|[ \u00a0](?:이?라고|이?라며|이?라는|이?라면서|고[ \u00a0]|며[ \u00a0]|면서|하고[ \u00a0])")
_SPACE = re.compile(r"\s*")


def split_sentences(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each sentence of *text*, in order.

    Final punctuation and closing quotes are included; the blanks between sentences are left out. Offsets count code
    points.

    >>> split_sentences("Sales rose 3.5 percent. “Not bad. Not good,” said Mr. Oh.", "en")
    ((0, 23), (24, 57))
    """
    quotes = _quotations(text)
    starts = [start for start, _ in quotes]
    sentences, start = [], _skip(text, 0)
    for match in _END.finditer(text):
        if match.end() <= start:
            continue
        within = bisect_right(starts, match.start()) - 1
        if within >= 0 and match.start() <= quotes[within][1]:
            continue
        if match.group()[0] != "\n" and not _is_end(text, match, language):
            continue
        end = match.end() if match.group()[0] != "\n" else start + len(text[start : match.start()].rstrip())
        if end > start:
            sentences.append((start, end))
        start = _skip(text, match.end())
    end = len(text.rstrip())
    if start < end:
        sentences.append((start, end))
    return tuple(sentences)


def _skip(text: str, start: int) -> int:
    match = _SPACE.match(text, start)
    return match.end() if match else start


def _quotations(text: str) -> list[tuple[int, int]]:
    """Return the quotations whose sentence goes on after them.

    Marks are paired as they come: Korean agencies also print them the wrong way round (”…“).
    """
    marks = [match.start() for match in _QUOTE.finditer(text)]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return [(start, end) for start, end in pairs if not _closes(text, end)]


def _closes(text: str, end: int) -> bool:
    """Return whether the quotation that ends at *end* ends its sentence itself."""
    return text[end - 1 : end] in (".", "!", "?", "…", " ") and not _GOES_ON.match(text, end + 1)


def _is_end(text: str, match: re.Match[str], language: str) -> bool:
    following = _NEXT.match(text, match.end())
    if following is None:
        return True
    after = text[following.end() - len(following[1] or "") : following.end() + 1]
    if language != "ko" and after[:1].islower():
        return False
    mark = match.group()
    if mark[0] == "…" or mark.startswith(".."):
        return language != "ko" or text[match.start() - 1 : match.start()] in "다요죠까네"
    if mark[0] != "." or len(mark) > 1:
        return True
    word = _WORD.search(text, max(0, match.start() - 24), match.start())
    return word is None or not _goes_on(word.group(), after, following[1] or "")


def _goes_on(word: str, after: str, next_word: str) -> bool:
    """Return whether the full stop after *word* belongs to an abbreviation or a numeral within a sentence."""
    if word in _TITLES:
        return True
    if word in _NUMBERED:
        return after[:1].isdigit() or next_word not in _STARTERS
    if word.isdigit() and len(word) <= 4:
        return after[:1].isdigit()
    if word in _DOTTED or _LETTERS.search(word):
        return next_word not in _STARTERS
    return False
