"""The lines of a page -> a label each: title, heading, body, caption, meta or other.

Rules of how pages are put together, for text dumps of any outlet. First each line is marked by what it says of itself
(``zones``); then the running text is found, the headline before it, and what stands between its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.bylines import bare_names, is_page_meta, is_post, read_dateline
from generator.evidence.captions import is_credit, is_picture_words, may_be_caption
from generator.evidence.headlines import find_title
from generator.evidence.lines import Line, likeness
from generator.evidence.zones import Mark, mark_lines

_RUN = 5
"""Short lines in a row that part one text from another: menus and lists of stories are longer, stanzas shorter."""
_QUOTED_WITHIN = 8
"""Paragraphs between a pull quote and the words it repeats, at most."""
_HEADING_MARK = re.compile(
    r"^(?:[◆◇■□●○▣◈▲△▶▷①-⑳❶-❿]|\d{1,2}[.)]\s|[IVX]{1,4}\.\s|[<〈《【\[■].{2,40}[>〉》】\]]$|[QA][.:]\s)"
)
_POINTER = re.compile(r"^(?:[▶▷►☞→➤>]|\[(?:관련|영상|포토|동영상|기획|연재))")
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
        labels = _settle_opening(lines, labels, title)
        labels = _settle_repeats(lines, labels, title)
        labels = _settle_runs(lines, labels, core)
    return {line.number: label for line, label in zip(lines, labels, strict=True)}


def find_core(lines: Sequence[Line], marks: Sequence[Mark]) -> Core | None:
    """Return the running text of the page: its largest block of prose, and the blocks that speak of the same things."""
    blocks: list[list[int]] = []
    short = 0
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if mark.is_open and (line.is_prose or line.declared == "body"):
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
    while at < len(lines) and marks[at].is_open and lines[at].is_sentence:
        at += 1
        closes = at == len(lines) or marks[at].ends or marks[at].label == "meta"
        # Headlines of other stories may end in a quotation or a question, hardly ever in a full stop.
        if closes or likeness(lines[at - 1], tokens) > 0 or re.search(r"\.[\"'”’]?$", lines[at - 1].text):
            end = at
    return Core(start, end, tokens)


def _belongs(lines: Sequence[Line], block: Sequence[int], main: Sequence[int], tokens: frozenset[str]) -> bool:
    words = frozenset().union(*(lines[index].tokens for index in block))
    shared = len(words & tokens)
    share = shared / max(1, len(words))
    if block[0] < main[0]:
        return share >= 0.35 or (shared > 2 and main[0] - block[-1] < 2 * _RUN)
    # An advertisement between paragraphs is short; what follows a whole list of stories is another text.
    # A single line is easily about something else that shares a word or two.
    least = 2 if len(block) > 1 else 4
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
        return "heading" if core.start - 2 <= index < core.end else "other"
    if mark.label is not None:
        return mark.label
    if index < core.start:
        return _opening_label(lines, marks, index, core, title)
    if index >= core.end:
        return line.declared or "other"
    if line.declared:
        return line.declared
    if line.weight < 300 and _is_beside_credit(lines, marks, index) and is_picture_words(line.text, _language(line)):
        return "caption"
    if line.is_prose:
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
        or may_be_caption(line.text, _language(line))
        and line.is_final
    ):
        return "caption"
    if bare_names(line.text) and not line.is_korean:
        return "meta"
    alike = likeness(line, core.tokens)
    is_signed = _is_signed_deck(marks, index, title)
    if not is_signed and line.is_sentence and _is_first_words(marks, index, core):
        return "body"
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
    alike = likeness(line, core.tokens)
    if _is_beside_credit(lines, marks, index) or _is_doubled(lines, index):
        return "caption"
    if _POINTER.match(line.text) and not line.is_sentence:
        # "▷안전은 어떻게 하나" heads a part; "▶ 다른 기사의 제목" points elsewhere, and is longer.
        is_short = len(line.bare) <= 16 and index + 1 < core.end and lines[index + 1].is_prose
        return "heading" if is_short else "other"
    if _is_card(lines, marks, index):
        return "other"
    if _is_signature(lines, index):
        return "meta"
    if line.is_sentence:
        return "body" if alike > 0 or line.words > 4 or line.text.endswith(".") else "heading"
    if line.is_bulleted and not _HEADING_MARK.match(line.text):
        return "body" if alike >= 0.2 or _has_sisters(lines, index) else "other"
    if _continues(lines, index):
        return "body"
    return "heading"


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


def _settle_opening(lines: Sequence[Line], labels: list[str], title: int | None) -> list[str]:
    """Return *labels* with the deck told from the first paragraph: what a date line or byline follows is the deck."""
    if title is None:
        return labels
    bodies = 0
    last = title
    for index in range(title + 1, len(lines)):
        bodies += labels[index] == "body"
        if bodies > 2:
            break
        if labels[index] == "meta":
            last = index
    if not any(label == "body" for label in labels[last + 1 :]):
        return labels
    return [
        "heading" if label == "body" and title < index < last and not read_dateline(lines[index].text)[2] else label
        for index, label in enumerate(labels)
    ]


def _settle_repeats(lines: Sequence[Line], labels: list[str], title: int | None) -> list[str]:
    """Return *labels* with repeated lines "other" and pull quotes "heading"."""
    told: dict[str, int] = {_key(lines[title].text): title} if title is not None else {}
    settled = list(labels)
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if label in ("meta", "other"):
            continue
        key = _key(line.text)
        if told.setdefault(key, index) != index:
            settled[index] = "other"
    bodies = [(index, _key(line.text)) for index, line in enumerate(lines) if settled[index] == "body"]
    for at, (index, key) in enumerate(bodies):
        near = bodies[max(0, at - _QUOTED_WITHIN) : at + _QUOTED_WITHIN + 1]
        if len(key) > 15 and any(key in other and len(other) > len(key) + 15 for _, other in near):
            settled[index] = "heading"
    return settled


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _settle_runs(lines: Sequence[Line], labels: list[str], core: Core) -> list[str]:
    """Return *labels* without headings that head nothing: a list of other stories, an advertisement."""
    settled = list(labels)
    index = core.start
    while index < len(labels):
        stop = index
        while stop < len(labels) and labels[stop] == "heading" and not lines[stop].declared:
            stop += 1
        run = range(index, stop)
        is_marked = any(_HEADING_MARK.match(lines[at].text) for at in run)
        words = sum(likeness(lines[at], core.tokens) for at in run) / max(1, len(run))
        heads_nothing = stop < len(labels) and labels[stop] in ("other", "meta") and words < 0.4
        if run and heads_nothing and not is_marked:
            for at in run:
                settled[at] = "other"
        elif len(run) >= 3 and not is_marked:
            for at in run:
                settled[at] = "body" if words >= 0.6 and all(lines[at].words < 8 for at in run) else "other"
        index = max(stop, index + 1)
    return settled
