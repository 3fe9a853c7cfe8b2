"""Lines that are captions by where they stand: beside a credit, below a picture's description, above the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.evidence.bylines import read_dateline
from generator.evidence.captions import is_alt_text, is_credit, is_picture_words, may_be_caption
from generator.evidence.lines import Line
from generator.evidence.zones import Mark

_SCENE = re.compile(
    r"(?:An?|The|Two|Three|Four|Five|Some|People|Workers|Visitors|Residents|Passengers|Shoppers|Customers|Soldiers|Police"
    r"|Volunteers|Engineers|Employees|Children|Students|Protesters|Fans|Tourists|Commuters)\s(?:[\w’'-]+\s){1,4}?"
    r"(?!was\b|has\b|is\b)(?:\w+[^s\W]s|\w+ing|wait|walk|stand|sit|look|wade|queue|hold)\s"
)
_DOING_KO = re.compile(
    r"[^.\"“\d]*에서\s[^.\"“\d]*[이가]\s[^.\"“\d]*[을를]\s"
    r"(?!추진|검토|준비|진행|늘리|줄이|요구|모색|강화|확대|벌이)\S+고 있다\."
)
_TAGGED = re.compile(
    r"^[\[<【(](?:그래픽|인포그래픽|사진|표|도표|그림|지도|일러스트|CG|graphic|photo|chart|map|infographic)[\]>】)]",
    re.I,
)
"""What an agency puts before the words of a picture."""


def is_opening_caption(lines: Sequence[Line], marks: Sequence[Mark], index: int, title: int) -> bool:
    """Return whether an open line between the headline at *title* and the text is a caption."""
    line = lines[index]
    if _is_beside_credit(lines, marks, index) or _is_doubled(lines, index) or _is_picture_title(lines, marks, index):
        return True
    if _is_capital_credit(lines, index):
        return True
    return _is_scene(lines, marks, index, title) or (may_be_caption(line.text, _language(line)) and line.is_final)


def is_inner_caption(lines: Sequence[Line], marks: Sequence[Mark], index: int, start: int) -> bool:
    """Return whether an open line, not clearly prose, in a text that begins at *start* is a caption."""
    if _is_beside_credit(lines, marks, index) or _is_doubled(lines, index) or _is_picture_title(lines, marks, index):
        return True
    if _is_pointed(lines, index) or _is_capital_credit(lines, index):
        return True
    is_early = sum(lines[at].is_prose for at in range(start, index)) < 2
    return is_early and marks[index - 1].label == "meta" and _is_scene(lines, marks, index, 0)


def is_prose_caption(lines: Sequence[Line], marks: Sequence[Mark], index: int, start: int) -> bool:
    """Return whether an open line that could be a paragraph is a caption: tagged as one, or with its credit below."""
    line = lines[index]
    if _TAGGED.match(line.text) and not line.is_final:
        return True
    if index == start and _is_korean_scene(lines, index):
        return True
    if line.weight >= 300 or not _is_beside_credit(lines, marks, index):
        return False
    is_first = _is_first(lines, marks, start, index)
    return is_picture_words(line.text, _language(line)) or (is_first and line.words <= 30)


def _language(line: Line) -> str:
    return "ko" if line.is_korean else "en"


def _is_beside_credit(lines: Sequence[Line], marks: Sequence[Mark], index: int) -> bool:
    """Return whether the line is a picture's caption whose credit stands in the next line or the one before."""
    line = lines[index]
    if len(line.text) > 260 or index + 1 >= len(lines):
        return False
    below = lines[index + 1]
    if line.is_korean and not line.gap and re.search(r"[\"”’'…?]$", line.text):
        return False  # a deck over a picture without words
    is_signed = marks[index + 1].label == "caption" and is_credit(below.text)
    if not (is_signed or _is_capital_credit(lines, index + 1)) or (below.gap and not line.gap):
        return False
    is_first = _is_first(lines, marks, 0, index)
    return is_first or not line.is_final or is_picture_words(line.text, _language(line))


def _is_first(lines: Sequence[Line], marks: Sequence[Mark], start: int, index: int) -> bool:
    """Return whether no paragraph stands between *start*, or the byline above, and the line at *index*."""
    signed = max((at + 1 for at in range(start, index) if marks[at].label == "meta"), default=start)
    return not any(lines[at].is_prose and marks[at].is_open for at in range(signed, index))


def _is_capital_credit(lines: Sequence[Line], index: int) -> bool:
    """Return whether the line is a name in capitals close below a line of words, and set apart from what follows."""
    line, above = lines[index], lines[index - 1]
    if line.gap or index == 0 or not above.gap or above.words < 6 or len(lines) - index < 2 or not lines[index + 1].gap:
        return False
    return bool(re.fullmatch(r"[A-Z][A-Z.'’&-]+(?:[ /][A-Z][A-Z.'’&-]*){1,4}", line.text))


def _is_korean_scene(lines: Sequence[Line], index: int) -> bool:
    """Return whether a first, short sentence only shows who does what where: a picture above the text."""
    line = lines[index]
    is_short = line.hangul <= 40 and index + 1 < len(lines) and lines[index + 1].hangul > 1.5 * line.hangul
    return is_short and bool(_DOING_KO.fullmatch(line.text))


def _is_pointed(lines: Sequence[Line], index: int) -> bool:
    """Return whether a triangle points from Korean words without a verb to the picture above them."""
    text = lines[index].text
    if (
        not re.match(r"▲\s?[^\[\s]", text)
        or lines[index].hangul < 8
        or not re.search(r"[가-힣](?<![다요까죠음함])$", text)
    ):
        return False
    return not any(0 <= at < len(lines) and lines[at].text.startswith("▲") for at in (index - 1, index + 1))


def _is_picture_title(lines: Sequence[Line], marks: Sequence[Mark], index: int) -> bool:
    """Return whether the line stands below a picture's description, or over the caption that an agency opens."""
    line = lines[index]
    if line.is_final or not 0 < index < len(lines) - 1:
        return False
    if is_alt_text(lines[index - 1].text):
        return line.words >= 4
    # Agencies that open in square brackets give their pictures no titles; what has dots is a deck.
    is_opened = lines[index + 1].text.startswith("(") and read_dateline(lines[index + 1].text)[2] > 0
    is_over = is_opened and marks[index + 1].label == "caption" and "…" not in line.text
    is_alone = not marks[index - 1].is_open or lines[index - 1].is_prose
    return is_over and is_alone and line.hangul <= 40 and line.words <= 14


def _is_scene(lines: Sequence[Line], marks: Sequence[Mark], index: int, title: int) -> bool:
    """Return whether the line, set apart from the headline, tells what a picture shows: no end, or below a caption."""
    line = lines[index]
    if line.is_final or line.words < 5 or index - 1 <= title:
        return False
    if marks[index - 1].label == "caption":
        return True
    is_view = bool(_SCENE.match(line.text)) or bool(
        re.match(r"(?!.*\b(?:will|would|could|says?|said|after)\b)(?:An?|The)\s", line.text)
    )
    return not marks[index - 1].is_open and is_view and line.words <= 30


def _is_doubled(lines: Sequence[Line], index: int) -> bool:
    """Return whether the next line says the same: a picture's caption, printed once more for its enlargement."""
    return index + 1 < len(lines) and lines[index + 1].text == lines[index].text and lines[index].words > 3
