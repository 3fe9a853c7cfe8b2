"""The lines of a page -> a label each: title, heading, body, caption, meta or other.

Rules of how pages are put together, for text dumps of any outlet. First each line is marked by what it says of itself
(``zones``); then the running text is found, the headline before it, and what stands between its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.appeals import is_addressed, is_pointer
from generator.evidence.bylines import bare_names, is_page_meta, is_post
from generator.evidence.captions import is_credit, is_picture_words, may_be_caption
from generator.evidence.headlines import find_title
from generator.evidence.lines import Line, likeness
from generator.evidence.settling import HEADING_MARK, settle
from generator.evidence.zones import Mark, mark_lines

_RUN = 5
"""Short lines in a row that part one text from another: menus and lists of stories are longer, stanzas shorter."""
_POINTER = re.compile(r"^(?:[▶▷►☞→➤>]|\[(?:관련|영상|포토|동영상|기획|연재))")
_SCENE = re.compile(
    r"(?:An?|The|Two|Three|Four|Five|Some|People|Workers|Visitors|Residents|Passengers|Shoppers|Customers|Soldiers|Police"
    r"|Volunteers|Engineers|Employees|Children|Students|Protesters|Fans|Tourists|Commuters)\s(?:[\w’'-]+\s){1,4}?"
    r"(?!was\b|has\b|is\b)(?:\w+[^s\W]s|\w+ing|wait|walk|stand|sit|look|wade|queue|hold)\s"
)
_SAYS = re.compile(
    r"\b(?:said|says|added|told \w+|wrote|asked|stated|replied|explained|commented):$"
    r"|(?:말했다|밝혔다|전했다|설명했다|덧붙였다)\s?:$"
)
_RATE = re.compile(r"\([^()]*\d[^()]*=[^()]*\)|\([^()]*=[^()]*\d[^()]*\)")  # "($1 = 0.86 euros)"
_QUOTED = re.compile(r"[\"“”‘’]")
_AGO = re.compile(r"\bago$|\d+\s?(?:분|시간|일)\s?전$|^\d+\s?min(?:ute)?s?\s?read$", re.I)


@dataclass(frozen=True, slots=True)
class Core:
    """The running text of an article."""

    start: int
    """Index of its first line."""
    end: int
    """Index after its last line."""
    tokens: frozenset[str]
    """Its content words: what the rest of the page is compared with."""


def label_page(lines: Sequence[Line], language: str) -> Mapping[int, str]:
    """Return the label of each line by its number.

    *language* is that of the article, "en" or "ko". Every line gets a label; a page without running text has
    neither body nor title.
    """
    marks = mark_lines(lines, language)
    core = find_core(lines, marks)
    if core is None:
        labels = [_bare_label(line, mark) for line, mark in zip(lines, marks, strict=True)]
    else:
        title = find_title(lines, marks, core.start, core.tokens)
        labels = [_label(lines, marks, index, core, title) for index in range(len(lines))]
        labels = settle(lines, labels, range(core.start, core.end), title)
    return {line.number: label for line, label in zip(lines, labels, strict=True)}


def find_core(lines: Sequence[Line], marks: Sequence[Mark]) -> Core | None:
    """Return the running text of the page: its largest block of prose, and the blocks that speak of the same things."""
    blocks: list[list[int]] = []
    short = 0
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if mark.is_open and (line.is_prose or line.is_told or line.declared == "body"):
            if not blocks or short >= _RUN:
                blocks.append([])
            blocks[-1].append(index)
            short = 0
        elif mark.label != "caption":
            short += 1
    if not blocks:
        return None
    main = max(blocks, key=lambda block: sum(lines[index].weight for index in block))
    tokens = frozenset().union(*(lines[index].tokens for index in main))
    kept = [block for block in blocks if block is main or _belongs(lines, block, main, tokens)]
    tokens = frozenset().union(*(lines[index].tokens for block in kept for index in block))
    start, end = kept[0][0], kept[-1][-1] + 1
    # Short closing sentences ("It did not say when.") still belong.
    at = end
    while at < len(lines) and marks[at].is_open and (lines[at].is_sentence or _RATE.fullmatch(lines[at].text)):
        if is_addressed(lines[at].text) and likeness(lines[at], tokens) < 0.3:
            break
        at += 1
        closes = at == len(lines) or marks[at].ends or marks[at].label == "meta"
        # Headlines of other stories may end in a quotation or a question, hardly ever in a full stop.
        if (
            closes
            or _RATE.fullmatch(lines[at - 1].text)
            or likeness(lines[at - 1], tokens) > 0
            or re.search(r"\.[\"'”’]?$", lines[at - 1].text)
        ):
            end = at
    # Nor need the first sentences be long, least of all where they are to be spoken.
    while start > 0 and (marks[start - 1].opens is None and _leads(lines[start - 1], marks[start - 1])):
        start -= 1
    return Core(start, end, tokens)


def _leads(line: Line, mark: Mark) -> bool:
    if mark.label == "heading":
        return True
    if not mark.is_open or is_addressed(line.text) or line.is_bulleted or _QUOTED.search(line.text):
        return False
    end = r"[다요]\.$" if line.is_korean else r"[a-z]\.$"
    return line.is_sentence and line.words >= 3 and bool(re.search(end, line.text))


def _belongs(lines: Sequence[Line], block: Sequence[int], main: Sequence[int], tokens: frozenset[str]) -> bool:
    words = frozenset().union(*(lines[index].tokens for index in block))
    shared = len(words & tokens)
    share = shared / max(1, len(words))
    if block[0] < main[0]:
        if len(block) > 1 and block[1] == block[0] + 1 and main[0] - block[-1] < 2 * _RUN and shared:
            return True
        return share >= 0.35 or (shared > 2 and main[0] - block[-1] < 2 * _RUN)
    if share < 0.3 and any(is_addressed(lines[index].text) for index in block):
        return False  # what the site promises its readers
    # An advertisement between paragraphs is short; what follows a whole list of stories is another text.
    # A single line is easily about something else that shares a word or two.
    least = 2 if len(block) > 1 else 4
    if len(block) > 1 and block[1] == block[0] + 1 and _is_near(block, main):
        return True  # other stories come as headlines, each perhaps with one sentence below
    return share >= 0.25 or (shared >= least and _is_near(block, main))


def _is_near(block: Sequence[int], main: Sequence[int]) -> bool:
    return block[0] - max(index for index in main if index < block[0]) < 2 * _RUN


def _bare_label(line: Line, mark: Mark) -> str:
    return mark.label or line.declared or "other"


def _label(lines: Sequence[Line], marks: Sequence[Mark], index: int, core: Core, title: int | None) -> str:
    line, mark = lines[index], marks[index]
    if index == title:
        return "title"
    if mark.label == "caption":
        return "caption" if _is_placed(index, core, title) else "other"
    if mark.label == "body" and title is not None and title < index:
        return "body"
    if mark.label == "heading":
        first = core.start - 2 if title is None or not mark.opens else title
        return "heading" if first <= index < core.end else "other"
    if mark.label is not None:
        return mark.label
    if index < core.start:
        return _opening_label(lines, marks, index, core, title)
    if index >= core.end:
        return line.declared or "other"
    if line.declared:
        return line.declared
    if line.weight < 300 and _is_beside_credit(lines, marks, index):
        is_first = not any(lines[at].is_prose and marks[at].is_open for at in range(core.start, index))
        if is_picture_words(line.text, _language(line)) or (is_first and title is not None and line.words <= 30):
            return "caption"
    if line.is_prose and not is_pointer(line.bare):
        return "body"
    return _inner_label(lines, marks, index, core)


def _is_placed(index: int, core: Core, title: int | None) -> bool:
    """Return whether a caption stands in the article: from just above its headline to just below its text."""
    first = min(core.start, title if title is not None else core.start)
    return first - 4 <= index <= core.end + 3


def _opening_label(lines: Sequence[Line], marks: Sequence[Mark], index: int, core: Core, title: int | None) -> str:
    """Return the label of an open line above the first paragraph; above the headline all is "other"."""
    line = lines[index]
    if title is None or index < title:
        return "other"
    if _is_signature(lines, index):
        return "meta"
    if (
        _is_beside_credit(lines, marks, index)
        or _is_doubled(lines, index)
        or _is_scene(lines, marks, index, title)
        or may_be_caption(line.text, _language(line))
        and line.is_final
    ):
        return "caption"
    if bare_names(line.text) and not line.is_korean:
        return "meta"
    if not line.is_korean and re.match(r"[*•-]\s", line.text) and _has_sisters(lines, index):
        return "body"
    alike = likeness(line, core.tokens)
    is_signed = _is_signed_deck(marks, index, title)
    if not is_signed and line.is_sentence and _is_first_words(marks, index, core):
        return "body"
    if line.text.endswith(":") and line.words <= 4 and index + 1 < len(lines) and lines[index + 1].is_bulleted:
        return "heading"
    if line.is_prose:
        return "heading" if alike >= 0.3 or is_signed else "other"
    if line.is_korean:
        is_long = line.hangul >= 6 and line.words >= 2
    else:
        is_long = line.words >= 5
    if is_long and not _is_card(lines, marks, index) and (alike >= 0.34 or is_signed):
        return "heading"
    return "other"


def _is_first_words(marks: Sequence[Mark], index: int, core: Core) -> bool:
    """Return whether only open lines part the line from the text, and a byline or picture stands above it."""
    follows = all(mark.is_open for mark in marks[index + 1 : core.start])
    return follows and index > 0 and core.start - index <= 2 and marks[index - 1].label in ("meta", "caption")


def _is_signed_deck(marks: Sequence[Mark], index: int, title: int) -> bool:
    """Return whether only open lines stand between the headline and this one, and a byline or date soon after."""
    if index == title + 1:
        return any(mark.label == "meta" for mark in marks[index + 1 : index + 7])
    is_next = all(marks[between].is_open for between in range(title + 1, index))
    return is_next and index - title <= 3 and any(mark.label == "meta" for mark in marks[index + 1 : index + 3])


def _inner_label(lines: Sequence[Line], marks: Sequence[Mark], index: int, core: Core) -> str:
    """Return the label of an open line, not clearly prose, between the first and the last paragraph."""
    line = lines[index]
    if _is_inner_caption(lines, marks, index, core):
        return "caption"
    if is_pointer(line.bare):
        return "other"
    if _is_inner_body(lines, index, core):
        return "body"
    if bare_names(line.text) and "meta" in (mark.label for mark in marks[max(0, index - 1) : index + 2]):
        return "meta"
    if _is_bare_question(lines, index):
        return "heading"
    if _POINTER.match(line.text) and not line.is_sentence:
        # "▷안전은 어떻게 하나" heads a part; "▶ 다른 기사의 제목" points elsewhere, and is longer.
        is_short = len(line.bare) <= 16 and index + 1 < core.end and lines[index + 1].is_prose
        return "heading" if is_short else "other"
    if _is_card(lines, marks, index):
        return "other"
    if _is_signature(lines, index):
        return "meta"
    return _row_label(lines, index, likeness(line, core.tokens))


def _row_label(lines: Sequence[Line], index: int, alike: float) -> str:
    """Return whether a line inside the text is a short sentence, an item of a list, a row or a heading."""
    line = lines[index]
    if line.is_sentence:
        return "body" if alike > 0 or line.words > 4 or re.search(r"\.[\"”’]?$", line.text) else "heading"
    if line.is_bulleted and not HEADING_MARK.match(line.text):
        return "body" if alike >= 0.2 or _has_sisters(lines, index) else "other"
    return "body" if _continues(lines, index) else "heading"


def _is_inner_caption(lines: Sequence[Line], marks: Sequence[Mark], index: int, core: Core) -> bool:
    if _is_beside_credit(lines, marks, index) or _is_doubled(lines, index):
        return True
    is_early = sum(lines[at].is_prose for at in range(core.start, index)) < 2
    return is_early and marks[index - 1].label == "meta" and _is_scene(lines, marks, index, 0)


def _is_inner_body(lines: Sequence[Line], index: int, core: Core) -> bool:
    """Return whether the line is a rate of exchange, or says who speaks, or what is listed, below."""
    text = lines[index].text
    if _RATE.fullmatch(text):
        return True
    return text.endswith(":") and (bool(_SAYS.search(text)) or lines[min(index + 1, core.end - 1)].is_bulleted)


def _language(line: Line) -> str:
    return "ko" if line.is_korean else "en"


def _is_beside_credit(lines: Sequence[Line], marks: Sequence[Mark], index: int) -> bool:
    """Return whether the line is a picture's caption whose credit stands in the next line or the one before."""
    line = lines[index]
    if len(line.text) > 260 or index + 1 >= len(lines) or marks[index + 1].label != "caption":
        return False
    below = lines[index + 1]
    if not is_credit(below.text) or (below.gap and not line.gap):
        return False
    is_first = not any(lines[at].is_prose and marks[at].is_open for at in range(index))
    return is_first or not line.is_final or is_picture_words(line.text, _language(line))


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


def _is_bare_question(lines: Sequence[Line], index: int) -> bool:
    """Return whether the line is a short question between paragraphs, in nobody's mouth."""
    line = lines[index]
    if line.is_korean:
        if line.hangul > 20 or not re.fullmatch(r"[^\"“”‘’'.!?]+\?", line.text):
            return False
    elif line.words > 7 or not re.fullmatch(r"[A-Z][^\"“”.!?]+\?", line.text):
        return False
    return all(0 <= near < len(lines) and lines[near].is_final for near in (index - 1, index + 1))


def _is_doubled(lines: Sequence[Line], index: int) -> bool:
    """Return whether the next line says the same: a picture's caption, printed once more for its enlargement."""
    return index + 1 < len(lines) and lines[index + 1].text == lines[index].text and lines[index].words > 3


def _is_card(lines: Sequence[Line], marks: Sequence[Mark], index: int) -> bool:
    """Return whether the line is another story's headline: one with a time of its own right below."""
    if index + 1 >= len(lines):
        return False
    below = lines[index + 1]
    return (
        marks[index + 1].label == "meta"
        and not below.gap
        and bool(_AGO.search(below.text))
        and is_page_meta(below.text)
    )


def _is_signature(lines: Sequence[Line], index: int) -> bool:
    """Return whether the line is a reporter's name over a post, or the post under a name."""
    if bare_names(lines[index].text):
        return index + 1 < len(lines) and is_post(lines[index + 1].text)
    return index > 0 and is_post(lines[index].text) and bool(bare_names(lines[index - 1].text))


def _has_sisters(lines: Sequence[Line], index: int) -> bool:
    """Return whether a neighbour starts with the same bullet."""
    mark = lines[index].text[0]
    return any(0 <= near < len(lines) and lines[near].text[0] == mark for near in (index - 1, index + 1))


def _continues(lines: Sequence[Line], index: int) -> bool:
    """Return whether the line is one row of a paragraph that was broken into rows."""
    line = lines[index]
    if (
        index + 1 < len(lines)
        and not lines[index + 1].gap
        and re.match(r"[a-z]", lines[index + 1].text)
        and line.words >= 5
    ):
        return True
    return index > 0 and not line.gap and bool(re.match(r"[a-z]", line.text)) and not lines[index - 1].is_final
