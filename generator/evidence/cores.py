"""The running text of a page: its largest block of prose, and the blocks that speak of the same things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.evidence.appeals import is_addressed, is_appeal, is_plea
from generator.evidence.furniture import Zone
from generator.evidence.lines import Line, likeness
from generator.evidence.zones import Mark

_RUN = 5
"""Short lines in a row that part one text from another: menus and lists of stories are longer, stanzas shorter."""
_SHARED = 5
"""Content words, at least, that the halves of one text have in common."""
_TEASERS = 3
"""Stories with a sentence each, at least, that make a page a list of stories."""
_QUOTED = re.compile(r"[\"“”‘’]")
RATE = re.compile(r"\([^()]*\d[^()]*=[^()]*\)|\([^()]*=[^()]*\d[^()]*\)")
"""A rate of exchange in a line of its own: "($1 = 0.86 euros)"."""


@dataclass(frozen=True, slots=True)
class Core:
    """The running text of an article."""

    start: int
    """Index of its first line."""
    end: int
    """Index after its last line."""
    tokens: frozenset[str]
    """Its content words: what the rest of the page is compared with."""


def find_core(lines: Sequence[Line], marks: Sequence[Mark]) -> Core | None:
    """Return the running text of the page: its largest block of prose, and the blocks that speak of the same things."""
    blocks = _blocks(lines, marks)
    if not blocks:
        return None
    blocks = _with_halves(lines, marks, blocks)
    main = max(blocks, key=lambda block: sum(lines[index].weight for index in block))
    tokens = frozenset().union(*(lines[index].tokens for index in main))
    kept = [block for block in blocks if block is main or _belongs(lines, marks, block, Text(main, tokens))]
    if _are_teasers(lines, marks, [index for block in kept for index in block]):
        return None
    kept[0] = _from_headline(lines, marks, kept[0], tokens)
    tokens = frozenset().union(*(lines[index].tokens for block in kept for index in block))
    start, end = kept[0][0], _closing(lines, marks, kept[-1][-1] + 1, tokens)
    # Nor need the first sentences be long, least of all where they are to be spoken.
    while start > 0 and (marks[start - 1].opens is None and _leads(lines[start - 1], marks[start - 1])):
        start -= 1
    return Core(start, end, tokens)


def _blocks(lines: Sequence[Line], marks: Sequence[Mark]) -> list[list[int]]:
    """Return the indexes of the lines of prose, in blocks parted by runs of short lines, menus and lists of stories."""
    blocks: list[list[int]] = []
    short = 0
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        is_text = line.declared == "body" or ((line.is_prose or line.is_told) and not is_appeal(line.bare))
        if mark.opens is Zone.RELATED:
            short = max(short, _RUN)
        if mark.is_open and (is_text or (blocks and _is_brief(lines, marks, index))):
            if not blocks or short >= _RUN:
                blocks.append([])
            blocks[-1].append(index)
            short = 0
        elif mark.label != "caption" and not (mark.is_open and _leads(line, mark)):
            short += 1
    return [kept for block in blocks if (kept := _without_pleas(lines, block))]


def _with_halves(lines: Sequence[Line], marks: Sequence[Mark], blocks: Sequence[list[int]]) -> list[list[int]]:
    """Return *blocks* with the halves of a text put together that a long list in its middle parted.

    Both are paragraphs one below the other, speak of the same things, and no end of an article stands between.
    """
    joined: list[list[int]] = []
    for block in blocks:
        last = joined[-1] if joined else []
        ends = any(mark.ends and mark.opens is None for mark in marks[last[-1] : block[0]]) if last else True
        if not ends and _is_solid(last) and _is_solid(block):
            first, second = (frozenset().union(*(lines[at].tokens for at in half)) for half in (last, block))
            shared = len(first & second)
            if shared >= _SHARED and shared * 12 >= min(len(first), len(second)):
                joined[-1] = [*last, *block]
                continue
        joined.append(block)
    return joined


def _is_solid(block: Sequence[int]) -> bool:
    """Return whether two lines of *block* stand one below the other: other stories have headlines between."""
    return any(below == index + 1 for index, below in pairwise(block))


def _is_brief(lines: Sequence[Line], marks: Sequence[Mark], index: int) -> bool:
    """Return whether the line is a short sentence behind a list of stories, that closes the text."""
    line = lines[index]
    if index == 0 or index + 1 == len(lines) or marks[index - 1].label != "other" or not _leads(line, marks[index]):
        return False
    return (marks[index + 1].ends or marks[index + 1].label == "meta") and not line.is_polite


def _are_stories(lines: Sequence[Line], marks: Sequence[Mark], block: Sequence[int]) -> bool:
    """Return whether each line of a *block* below the name of a list is the sentence below another story's headline."""
    above = block[0] - 1
    while above > 0 and marks[above].opens is not Zone.RELATED:
        if block[0] - above > 2 * _RUN:
            return False
        above -= 1
    for start, end in pairwise((above, *block)):
        between = [at for at in range(start + 1, end) if lines[at].weight > 3 and marks[at].label != "meta"]
        names = [at for at in between if marks[at].opens is None]
        if len(names) != 1 or marks[names[0]].label == "caption" or lines[names[0]].is_prose:
            return False
    return marks[above].opens is Zone.RELATED


def _are_teasers(lines: Sequence[Line], marks: Sequence[Mark], prose: Sequence[int]) -> bool:
    """Return whether each line of *prose* is one story's on a page that lists many: a date and a headline part them."""
    for above, below in pairwise(prose):
        between = range(above + 1, below)
        is_dated = any(marks[at].label == "meta" for at in between)
        if not is_dated or not any(marks[at].is_open and lines[at].words >= 3 for at in between):
            return False
    return len(prose) >= _TEASERS


def _without_pleas(lines: Sequence[Line], block: list[int]) -> list[int]:
    """Return *block* without the lines at its end that ask the reader for something."""
    end = len(block)
    while end and is_plea(lines[block[end - 1]].text) and not lines[block[end - 1]].declared:
        end -= 1
    return block[:end]


def _from_headline(lines: Sequence[Line], marks: Sequence[Mark], block: list[int], tokens: frozenset[str]) -> list[int]:
    """Return *block* without a banner at its start: below that stand the headline, and a byline or date.

    Where a headline stands above the first line, that is its deck or the text itself.
    """
    for at, (index, following) in enumerate(pairwise(block[:3]), 1):
        above = range(max(0, index - 2 * _RUN), index)
        heads = [near for near in range(index + 1, following) if _may_head(lines[near], marks[near], tokens)]
        is_signed = any(marks[near].label == "meta" for near in range(heads[0], following)) if heads else False
        if is_signed and not any(_may_head(lines[near], marks[near], tokens) for near in above):
            return block[at:]
    return block


def _may_head(line: Line, mark: Mark, tokens: frozenset[str]) -> bool:
    is_long = line.hangul >= 9 if line.is_korean else line.words >= 5
    return mark.is_open and is_long and not line.is_prose and likeness(line, tokens) >= 0.34


def _closing(lines: Sequence[Line], marks: Sequence[Mark], end: int, tokens: frozenset[str]) -> int:
    """Return the index after the short sentences that close the text, which ends before *end* without them."""
    # Short closing sentences ("It did not say when.") still belong.
    at = end
    while at < len(lines) and marks[at].is_open and (lines[at].is_sentence or RATE.fullmatch(lines[at].text)):
        if is_addressed(lines[at].text) and likeness(lines[at], tokens) < 0.3:
            break
        at += 1
        closes = at == len(lines) or marks[at].ends or marks[at].label == "meta"
        # Headlines of other stories may end in a quotation or a question, hardly ever in a full stop.
        if (
            closes
            or RATE.fullmatch(lines[at - 1].text)
            or likeness(lines[at - 1], tokens) > 0
            or re.search(r"\.[\"'”’]?$", lines[at - 1].text)
        ):
            end = at
    return end


def _leads(line: Line, mark: Mark) -> bool:
    if mark.label == "heading":
        return True
    if not mark.is_open or is_addressed(line.text) or line.is_bulleted or _QUOTED.search(line.text):
        return False
    end = r"[다요]\.$" if line.is_korean else r"[a-z]\.$"
    return line.is_sentence and line.words >= (2 if line.is_korean else 3) and bool(re.search(end, line.text))


@dataclass(frozen=True, slots=True)
class Text:
    """The largest block of a page: the indexes of its lines, and its content words."""

    lines: Sequence[int]
    tokens: frozenset[str]


def _belongs(lines: Sequence[Line], marks: Sequence[Mark], block: Sequence[int], text: Text) -> bool:
    main, tokens = text.lines, text.tokens
    words = frozenset().union(*(lines[index].tokens for index in block))
    shared = len(words & tokens)
    share = shared / max(1, len(words))
    is_close_set = len(block) > 1 and block[1] == block[0] + 1
    if block[0] < main[0]:
        is_near = main[0] - block[-1] < 2 * _RUN
        if shared and is_close_set and (is_near or _is_below_byline(marks, block, main)):
            return True
        is_first = main[0] - block[-1] <= _RUN or (shared > 0 and _is_below_byline(marks, block, main))
        return share >= 0.35 or (shared > 2 and is_near) or is_first
    if _are_stories(lines, marks, block):
        return False
    distance = block[0] - max(index for index in main if index < block[0])
    is_near = distance < 2 * _RUN
    if distance <= _RUN and not _is_brief(lines, marks, block[0]):
        return True
    if share < 0.3 and sum(is_addressed(lines[index].text) for index in block) * 2 >= len(block):
        return False  # what the site promises its readers
    if is_near and any(lines[index].is_told for index in block):
        return True  # a report that goes on
    # Above the reporter's address or the rights the article is not over, however long the list in its middle.
    is_inside = any(mark.ends and mark.opens is None for mark in marks[block[-1] : block[-1] + 2 * _RUN])
    is_inside |= len(lines) - block[-1] <= 2 * _RUN
    if is_close_set and (is_near or is_inside):
        return True  # other stories come as headlines, each perhaps with one sentence below
    # An advertisement between paragraphs is short; what follows a whole list of stories is another text.
    # A single line is easily about something else that shares a word or two.
    least = 2 if len(block) > 1 or is_inside else 4
    if is_near and shared and any(re.search(r"\d|[\"“”]", lines[at].text) and lines[at].weight > 100 for at in block):
        return True  # a fact or a quotation at length: of two faults the lesser is to keep a line too much
    is_of_it = len(block) > 1 and shared >= _SHARED - 1 and distance < 4 * _RUN
    return is_of_it or share >= (0.12 if is_inside else 0.25) or (shared >= least and is_near)


def _is_below_byline(marks: Sequence[Mark], block: Sequence[int], main: Sequence[int]) -> bool:
    """Return whether a byline or date stands soon above the *block*, and none between it and the main text."""
    above = marks[max(0, block[0] - 2 * _RUN) : block[0]]
    between = marks[block[-1] : main[0]]
    # The stories of a list in the middle have dates of their own.
    opened = next((at for at, mark in enumerate(between) if mark.opens is Zone.RELATED), len(between))
    return any(mark.label == "meta" for mark in above) and all(mark.label != "meta" for mark in between[:opened])
