"""The lines of a page dump, and what can be seen of each without its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.evidence.wrapping import find_wrapped

_HANGUL = re.compile("[가-힣]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’.&\-]*|[가-힣]+")
_FINAL = re.compile(r"[.!?…][\"'”’“‘」』)\]]*(?:\s[—–]\s?[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,3}|\s?[■□◼▪●◆♦®])?$")
"""The end of a sentence, its author perhaps signed behind it, or the mark that ends an article."""
_KOREAN_FINAL = re.compile(r"(?:다|요|까|죠|음|함|됨|임)[.!?]?[\"'”’“‘」』)\]]*$")
_POLITE = re.compile(r"(?:([가-힣])니다|(?:세|해|어|아|에|예|네|가|데)요|까요|시죠)[.!?~]*$")
_KOREAN_QUOTES = re.compile('["“”「」『』]')
_TOLD = re.compile(r"\b(?:said|says|added|told)\b(?:[^.]|\.\d)*\.[”\"]?$|(?:말했다|밝혔다|했다|전했다)\.$")
_LEADING = re.compile(
    r"^(?:[•·∙‧◦|>*#\-–—ㆍ※→⇒━\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff\ufe0f]+\s*)+"
)
"""Marks of lists, arrows, geometric forms, dingbats and emoji."""
_TRAILING = re.compile(r"\s*[>»›▼▲+→|:：]+$")
_STOP = frozenset(
    "about after also been before being between both could does each from have into more most only other over "
    "said says same some such than that their them then there these they this those through under until very "
    "here were what when where which while will with would your news photo ".split()
)


@dataclass(frozen=True)
class Line:
    """A non-blank line and where it stands."""

    number: int
    """Line of the raw original, from 1."""
    text: str
    gap: bool
    """Whether a blank line stands before it."""
    declared: str | None = None
    """What the format says it is (HTML, PDF)."""
    is_row: bool = False
    """Whether it is one row of a paragraph that was broken into rows."""
    goes_on: bool = False
    """Whether it is a row, and not the first: the line before belongs to the same paragraph."""
    bare: str = field(init=False, compare=False)
    """The text without leading bullets and trailing arrows."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "bare", _TRAILING.sub("", _LEADING.sub("", self.text)).strip())

    @cached_property
    def hangul(self) -> int:
        """Syllables of Hangul."""
        return len(_HANGUL.findall(self.text))

    @cached_property
    def words(self) -> int:
        """Words, of letters, digits or Hangul."""
        return len(_WORD.findall(self.text))

    @cached_property
    def is_korean(self) -> bool:
        """Whether the line is mostly Korean."""
        return self.hangul * 2 >= len(_LATIN.findall(self.text)) and self.hangul > 0

    @cached_property
    def weight(self) -> int:
        """Amount of text, in letters of about equal content: a syllable of Hangul counts as two."""
        return len(self.text) + self.hangul

    @property
    def width(self) -> int:
        """Cells that the line takes on a screen: a syllable of Hangul takes two."""
        return self.weight

    @cached_property
    def is_final(self) -> bool:
        """Whether the line ends as a sentence does."""
        if self.is_korean:
            return bool(_FINAL.search(self.text)) or (self.hangul > 30 and bool(_KOREAN_FINAL.search(self.text)))
        return bool(_FINAL.search(self.text))

    @cached_property
    def is_polite(self) -> bool:
        """Whether the line speaks Korean politely, as to a reader, outside of any quotation."""
        if not self.is_korean or _KOREAN_QUOTES.search(self.text):
            return False
        ending = _POLITE.search(self.text)
        # The consonant below the syllable before 니다 tells 합니다 from 아니다.
        return ending is not None and (ending[1] is None or (ord(ending[1]) - 0xAC00) % 28 == 17)

    @cached_property
    def is_prose(self) -> bool:
        """Whether the line can only be running text: a sentence of some length."""
        if self.is_row:
            return True
        if self.is_korean:
            return (self.hangul >= 22 and self.is_final) or self.hangul >= 90
        return (self.words >= 9 and self.is_final) or self.words >= 32

    @cached_property
    def is_told(self) -> bool:
        """Whether the line is a report's own sentence, however short: headlines have no full stop."""
        return bool(_TOLD.search(self.text))

    @cached_property
    def is_sentence(self) -> bool:
        """Whether the line may be running text, if only short."""
        if self.is_korean:
            if re.fullmatch(r"[“\"'‘][^.!?“”\"]{3,40}[”\"'’]", self.text):
                return False  # a quotation that heads a part, without a full stop of its own
            return self.hangul >= 5 and bool(re.search(r"[가-힣)%][.!?…][\"'”’]*$|[가-힣][\"”]$", self.text))
        return self.words >= 3 and self.is_final

    @cached_property
    def is_bulleted(self) -> bool:
        """Whether the line starts with the mark of a list."""
        return bool(_LEADING.match(self.text))

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Content words, cut to their stems well enough to compare lines of one page."""
        return frozenset(stems(self.text))


def stems(text: str) -> list[str]:
    """Return the content words of *text*, cut short so that endings and particles do not matter.

    >>> stems("KT가 파트너십을 체결했다. The partners agreed")
    ['kt', '파트', '체결', 'partne', 'agreed']
    """
    found = []
    for word in _WORD.findall(text):
        low = word.lower().strip("'’.-")
        if _HANGUL.match(low):
            if len(low) > 1:
                found.append(low[:2])
        elif (
            (len(low := low[:-1] if low.endswith("s") and len(low) > 4 else low) > 3 and low not in _STOP)
            or (len(low) > 1 and word[:2].isupper())
            or word[:1].isdigit()
        ):
            found.append(low[:6])
    return found


def read_lines(texts: Sequence[str], kinds: Sequence[str | None] | None) -> tuple[Line, ...]:
    """Return the non-blank lines of *texts*, numbered from 1."""
    lines = []
    gap = True
    for index, text in enumerate(texts):
        if not text:
            gap = True
            continue
        lines.append(Line(index + 1, text, gap, kinds[index] if kinds else None))
        gap = False
    if kinds is None and (wrapped := find_wrapped([line.text for line in lines], [_starts(line) for line in lines])):
        below = (*wrapped[1:], False)
        return tuple(
            replace(line, is_row=own or other, goes_on=own)
            for line, own, other in zip(lines, wrapped, below, strict=True)
        )
    return _with_rows(lines)


def _starts(line: Line) -> bool:
    return line.gap or line.is_bulleted


def _with_rows(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return *lines* with the rows of broken paragraphs marked: about equally long, going on in mid-sentence."""
    marked = list(lines)
    for start, end in _paragraph_bounds(lines):
        rows = lines[start:end]
        if _is_broken(rows):
            marked[start:end] = [replace(row, is_row=True, goes_on=row is not rows[0]) for row in rows]
    return tuple(marked)


def _paragraph_bounds(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each stretch of lines that may be one paragraph: to a blank line or a short last row."""
    start = 0
    for end in range(1, len(lines) + 1):
        last = lines[end - 1]
        full = max(row.width for row in lines[start:end])
        is_closed = end - start > 1 and last.is_final and last.width < 0.85 * full
        if end == len(lines) or lines[end].gap or is_closed:
            yield start, end
            start = end


def _is_broken(rows: Sequence[Line]) -> bool:
    if len(rows) < 2 or not rows[-1].is_final:
        return False
    sizes = [row.width for row in rows[:-1]]
    if rows[0].is_korean:
        # Nothing but their length tells rows of Korean from a list of headlines.
        broken = sum(not re.search(r"[다요까][.?!]", row.text[-4:]) for row in rows[:-1])
        is_even = min(sizes) >= 40 and max(sizes) <= min(130, 1.2 * min(sizes)) and rows[-1].width <= 1.2 * max(sizes)
        is_even &= bool(re.search(r"[다요까][.?!][\"”’]?$", rows[-1].text))
        return len(rows) > 2 and is_even and broken * 2 >= len(rows) - 1
    running = sum(bool(re.match(r"[a-z\d]", row.text)) for row in rows[1:])
    return min(sizes) >= 45 and max(sizes) <= min(120, 1.35 * min(sizes)) and running * 2 >= len(rows) - 1


def page_language(texts: Sequence[str]) -> str:
    """Return "ko" or "en": what most of the page's running text is written in.

    >>> page_language(["Menu", "KT는 10일 새 조직을 만든다고 밝혔다."])
    'ko'
    """
    hangul = latin = 0
    for text in texts:
        weight = 3 if len(text) > 60 else 1
        hangul += weight * len(_HANGUL.findall(text))
        latin += weight * len(_LATIN.findall(text))
    # A syllable carries about as much as three letters, and Korean business pages are full of Latin names.
    return "ko" if hangul * 3 >= latin else "en"


def likeness(line: Line, tokens: frozenset[str]) -> float:
    """Return which share of a line's content words is among *tokens*, from 0 to 1."""
    return len(line.tokens & tokens) / len(line.tokens) if line.tokens else 0.0
