"""The lines of a page -> a label each: title, heading, body, caption, meta or other.

Rules of how pages are put together, for text dumps of any outlet. First each line is marked by what it says of itself
(``zones``); then the running text is found, the headline before it, and what stands between its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.evidence.appeals import is_addressed, is_order, is_pointer
from generator.evidence.bylines import bare_names, is_byline, is_page_meta, is_post, is_stamp_line
from generator.evidence.cores import RATE, Core, find_core
from generator.evidence.edges import settle_edges
from generator.evidence.furniture import is_furniture
from generator.evidence.headlines import find_title
from generator.evidence.lines import Line, likeness
from generator.evidence.pictures import is_inner_caption, is_opening_caption, is_prose_caption
from generator.evidence.rows import join_rows, labels_of_rows
from generator.evidence.settling import HEADING_MARK, settle
from generator.evidence.surnames import is_korean_name, without_handle
from generator.evidence.zones import Mark, mark_lines

_FOLLOWS = re.compile(
    r"\b(?:includ(?:e|es|ing)|follow(?:s|ing)|below|are)\W*$|(?:다음|아래)(?:과|와)? ?같(?:다|습니다)\W*$"
)
_ITEMS = 9
"""Items of a list inside a text at most."""
_DECKS = 3
"""Lines of a deck at most."""
_SLIDE = re.compile(r"^\d+\s?/\s?\d+\s")
"""A picture's number in a gallery, before its words."""
_POINTER = re.compile(r"^(?:[▶▷►☞→➤>]|\[(?:관련|영상|포토|동영상|기획|연재))")
_SAYS = re.compile(
    r"\b(?:said|says|added|told \w+|wrote|asked|stated|replied|explained|commented):$"
    r"|(?:말했다|밝혔다|전했다|설명했다|덧붙였다)\s?:$"
)
_LENGTH = re.compile(r"\d{1,2}:\d\d")
"""How long a film runs, above its title."""
_AGO = re.compile(r"\bago$|\d+\s?(?:분|시간|일)\s?전$|^\d+\s?min(?:ute)?s?\s?read$", re.I)


def label_page(lines: Sequence[Line], language: str) -> Mapping[int, str]:
    """Return the label of each line by its number.

    *language* is that of the article, "en" or "ko". Every line gets a label; a page without running text has
    neither body nor title.
    """
    rows, lines = lines, join_rows(lines)
    marks = mark_lines(lines, language)
    core = find_core(lines, marks)
    if core is None:
        labels = [_bare_label(line, mark) for line, mark in zip(lines, marks, strict=True)]
    else:
        title = find_title(lines, marks, core.start, core.tokens)
        labels = [_label(lines, marks, index, core, title) for index in range(len(lines))]
        labels = settle(lines, labels, range(core.start, core.end), title)
        labels = settle_edges(lines, labels, core.start if title is None else title)
    return labels_of_rows(rows, {line.number: label for line, label in zip(lines, labels, strict=True)})


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
    if is_prose_caption(lines, marks, index, core.start):
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
    if is_opening_caption(lines, marks, index, title):
        return "caption"
    if _is_below_byline(lines, index):
        return "meta"
    if (bare_names(line.text) and not line.is_korean) or _is_signing(lines, index):
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
        return "heading" if alike >= 0.3 or is_signed or _is_upon_text(lines, marks, index, core) else "other"
    if line.is_korean:
        is_long = line.hangul >= 6 and line.words >= 2
    else:
        is_long = line.words >= 5
    if index > title + 1 and is_order(line.text):
        return "other"
    is_deck = alike >= 0.34 or is_signed or _is_upon_text(lines, marks, index, core)
    return "heading" if is_long and is_deck and not _is_card(lines, marks, index) else "other"


def _is_upon_text(lines: Sequence[Line], marks: Sequence[Mark], index: int, core: Core) -> bool:
    """Return whether the line is one of at most three between the page's buttons and the text: a deck set there.

    Captions, dates and bylines may stand between.
    """
    run = [at for at in range(index, core.start) if marks[at].label not in ("meta", "caption")]
    while run and run[0] > 0 and marks[run[0] - 1].is_open and len(run) < _DECKS + 1:
        run.insert(0, run[0] - 1)
    if len(run) > _DECKS or not all(_may_be_deck(lines[at], marks[at]) for at in run):
        return False
    is_other = is_pointer(lines[index].bare) or bool(_SLIDE.match(lines[index].text))
    return any(likeness(lines[at], core.tokens) >= 0.2 for at in run) and not is_other


def _may_be_deck(line: Line, mark: Mark) -> bool:
    return mark.is_open and not is_addressed(line.text) and not is_order(line.text)


def _is_first_words(marks: Sequence[Mark], index: int, core: Core) -> bool:
    """Return whether only open lines part the line from the text, and a byline or picture stands above it."""
    follows = all(mark.is_open for mark in marks[index + 1 : core.start])
    return follows and index > 0 and core.start - index <= 2 and marks[index - 1].label in ("meta", "caption")


def _is_signing(lines: Sequence[Line], index: int) -> bool:
    """Return whether the line is a Korean name over or under a date, a post below a byline, or "and" over a name."""
    text = lines[index].text
    if re.fullmatch(r"by|and|&|,", text, re.I):
        return bool(bare_names(lines[index + 1].text))
    if is_korean_name(without_handle(text)) and not is_furniture(text):
        return any(is_page_meta(lines[at].text) for at in (index - 1, index + 1) if at < len(lines))
    return is_post(text) and any(is_byline(lines[at].text) for at in range(max(0, index - 2), index))


def _is_below_byline(lines: Sequence[Line], index: int) -> bool:
    """Return whether the line says who provided the text, or from where the reporter named above writes."""
    line, above = lines[index], lines[index - 1].text
    if re.search(r"\bby:?$", above, re.I):
        return line.words <= 8
    return bool(bare_names(above)) and bool(re.fullmatch(r"[A-Z][\w’'. -]{1,30},(?:\s[A-Z][\w’'.-]+){1,3}", line.text))


def _is_signed_deck(marks: Sequence[Mark], index: int, title: int) -> bool:
    """Return whether only open lines stand between the headline and this one, and a byline or date soon after."""
    if index == title + 1:
        return any(mark.label == "meta" for mark in marks[index + 1 : index + 7])
    is_next = all(marks[between].is_open for between in range(title + 1, index))
    return is_next and index - title <= 3 and any(mark.label == "meta" for mark in marks[index + 1 : index + 3])


def _inner_label(lines: Sequence[Line], marks: Sequence[Mark], index: int, core: Core) -> str:
    """Return the label of an open line, not clearly prose, between the first and the last paragraph."""
    line = lines[index]
    if is_inner_caption(lines, marks, index, core.start):
        return "caption"
    if is_pointer(line.bare) or (_LENGTH.fullmatch(lines[index - 1].text) and not (line.gap or line.is_final)):
        return "other"
    if _is_inner_body(lines, index, core) or _is_listed(lines, marks, index):
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
    if _is_marked_heading(line.text) and not (line.text[0] > "\U0001f000" and _has_sisters(lines, index)):
        return "heading"
    if line.is_sentence:
        return "body" if alike > 0 or line.words > 4 or re.search(r"\.[\"”’]?$", line.text) else "heading"
    if line.is_bulleted and not HEADING_MARK.match(line.text):
        return "body" if alike >= 0.2 or _has_sisters(lines, index) else "other"
    return "body" if _continues(lines, index) else "heading"


def _is_marked_heading(text: str) -> bool:
    """Return whether the line has the mark of a heading and no full stop of its own, whatever it quotes."""
    return bool(re.match("[◆◇■□●○▣◈▲△\U0001f300-\U0001faff]", text)) and not re.search(r"[.!?…]$|[다요]\.[\"”’]$", text)


def _is_inner_body(lines: Sequence[Line], index: int, core: Core) -> bool:
    """Return whether the line is a rate of exchange, or says who speaks, or what is listed, below."""
    text = lines[index].text
    if RATE.fullmatch(text):
        return True
    if text.startswith("-") and index + 1 < core.end and text.endswith((".", "?")):
        return lines[index + 1].text.startswith(('"', "“"))  # a question to whom the paragraph below quotes
    if not text.endswith(":"):
        return False
    return _is_announcement(lines[index]) or bool(_SAYS.search(text)) or lines[min(index + 1, core.end - 1)].is_bulleted


def _is_announcement(line: Line) -> bool:
    """Return whether the line is a sentence that a list follows: long, and with a colon at its end."""
    if not line.text.endswith((":", "：")):
        return False
    return bool(_FOLLOWS.search(line.text)) or (line.hangul >= 20 if line.is_korean else line.words >= 9)


def _is_listed(lines: Sequence[Line], marks: Sequence[Mark], index: int) -> bool:
    """Return whether the line is an item of a list that a sentence above announces, and not a heading below it."""
    at = index - 1
    while at > 0 and index - at < _ITEMS and marks[at].is_open and not lines[at].is_prose:
        if _is_announcement(lines[at]):
            break
        at -= 1
    if not (marks[at].is_open and _is_announcement(lines[at])):
        return False
    items = lines[at + 1 : index]
    is_figured = bool(items) and all(re.search(r"[\d:]", item.text) for item in items)
    is_last = index + 1 < len(lines) and lines[index + 1].is_prose
    return not (is_last and is_figured and not re.search(r"[\d:]", lines[index].text))


def _is_bare_question(lines: Sequence[Line], index: int) -> bool:
    """Return whether the line is a short question between paragraphs, in nobody's mouth."""
    line = lines[index]
    if line.is_korean:
        if line.hangul > 20 or not re.fullmatch(r"[^\"“”‘’'.!?]+\?", line.text):
            return False
    elif line.words > 7 or not re.fullmatch(r"[A-Z][^\"“”.!?]+\?", line.text):
        return False
    return all(0 <= near < len(lines) and lines[near].is_final for near in (index - 1, index + 1))


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
    """Return whether the line is a reporter's name over a post or a date line, or the post under a name."""
    if bare_names(lines[index].text):
        return index + 1 < len(lines) and (is_post(lines[index + 1].text) or is_stamp_line(lines[index + 1].text))
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
