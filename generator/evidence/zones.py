"""Lines marked by what they say of themselves, the boxes they open, and where the article ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.evidence.appeals import is_strip
from generator.evidence.bylines import is_byline, is_page_meta, read_dateline
from generator.evidence.captions import is_alt_text, is_caption, is_credit, is_wire_caption
from generator.evidence.furniture import Zone, is_copyright, is_furniture, is_notice, zone_of
from generator.evidence.lines import Line

_SUMMARY_MOST = 6
"""Items of a machine's summary at most: they have three, seldom five."""
_LIST = 12
"""Lines of a list of stories in the middle of a text: what follows a longer one is another text."""
_END_SHARE = 55
"""Percent of a page's running text that must stand before a line for it to close the article: a byline may open one."""
_CONTACT = re.compile(
    r"@[\w-]+\.|edited this|reporting by|editing by|^write to|^\(?(?:end|끝)\)?$|^#\s?#\s?#$|contributed", re.I
)
# Who speaks, in the script of a broadcast.
_SPEAKER = re.compile(
    r"^[\[<〈【◀]\s?(?:앵커|기자|리포트|인터뷰|녹취|현장음|앵커\s?멘트|기자\s?멘트|질문|답변|해설|아나운서)\s?[\]>〉】▶]$"
)
_MORE = re.compile(r"READ MORE$|(?i:read (?:more|also|next))\s?:$")
"""What opens a list of other stories; below one of them, without a colon, it is a button."""
_NUMBERED = re.compile(r"^\d+ (?:of|/) \d+")
_DRESSED = re.compile(r"^(?:[◆◇■□①-⑳]|\d{1,2}[.)]?\s\D|[‘'“\"][^’'”\"]{3,50}[’'”\"]$|[^a-z가-힣]{8,}$)")
_DAY = re.compile(r"20\d\d[./-]\s?\d{1,2}[./-]\s?\d{1,2}\.?(?:\s\d{1,2}:\d\d)?")
_MENU_WORD = re.compile(r"^(?:overview|highlights|in brief|at a glance)$", re.I)
# "홍길동 기자 / 김철수 기자"
_REPORTERS = re.compile(r"^[가-힣]{2,4}\s?(?:기자|특파원)(?:\s?[/·,&|]\s?[가-힣]{2,4}\s?(?:기자|특파원)){1,4}$")
_SUMMARY_CLOSED = re.compile(r"^(?:닫기|접기|close|collapse|show (?:more|less))$", re.I)


@dataclass(frozen=True, slots=True)
class Mark:
    """What one line shows itself to be; *label* None leaves it open."""

    label: str | None = None
    opens: Zone | None = None
    ends: bool = False
    """Whether an article may end here."""

    @property
    def is_open(self) -> bool:
        """Whether neighbours decide."""
        return self.label is None


def mark_lines(lines: Sequence[Line], language: str) -> tuple[Mark, ...]:
    """Return a mark for each of *lines*, boxes included, up to the end of the article; what follows is "other"."""
    marks = [_mark(line, language) for line in lines]
    marks = _close_boxes(lines, marks)
    end = _article_end(lines, marks)
    return tuple(
        mark if index < end or mark.label == "meta" else replace(mark, label="other", ends=False)
        for index, mark in enumerate(marks)
    )


def _mark(line: Line, language: str) -> Mark:
    text = line.text
    if _REPORTERS.match(text) or _is_graphic_credit(text):
        return Mark("caption" if "@" in text else "meta")
    if is_copyright(text):
        return Mark("other", ends=True)
    zone = Zone.RELATED if _MORE.match(text) else zone_of(line.bare)
    if zone is not None:
        return Mark("heading" if zone is Zone.POINTS else "other", zone, ends=zone in (Zone.RELATED, Zone.COMMENTS))
    if is_page_meta(text):
        return Mark("meta", ends=bool(_CONTACT.search(text)))
    if _SPEAKER.match(text):
        return Mark("heading")
    has_dateline = read_dateline(text)[2] > 0 and line.weight > 60
    if is_strip(text) and not is_credit(text):
        return Mark("other")
    if line.declared == "caption" or is_caption(text, language) or is_credit(text) or is_alt_text(text):
        return Mark("caption")
    if not line.is_row and is_wire_caption(text, read_dateline(text)[2] or len(text)):
        return Mark("caption")
    if not has_dateline and is_byline(text):
        # Below the address for the press, a release goes on with who the company is.
        return Mark("meta", ends=bool(_CONTACT.search(text)) and text.count(",") < 2)
    if not has_dateline and is_notice(text):
        return Mark("other", ends=False)
    if is_furniture(line.bare):
        return Mark("other")
    return Mark()


def _is_graphic_credit(text: str) -> bool:
    """Return whether an agency's opening leads to nothing but an address: below a graphic, with whom it is from."""
    opening = read_dateline(text)[2] if "@" in text and len(text) < 100 else 0
    return opening > 0 and bool(re.fullmatch(r"\S+@\S+", text[opening:].strip()))


def _close_boxes(lines: Sequence[Line], marks: list[Mark]) -> list[Mark]:
    """Return *marks* with the lines inside each box marked "other"."""
    closed = list(marks)
    # Above the first paragraph the names of lists are entries of menus: there the headline is yet to come.
    prose = [at for at, line in enumerate(lines) if marks[at].is_open and line.is_prose]
    # One long line alone may be the menu's own words.
    opening = next((at for at, below in pairwise(prose) if below - at <= 4), prose[0] if prose else 0)
    index = 0
    while index < len(lines):
        zone = marks[index].opens
        index += 1
        if zone is Zone.POINTS:
            end = _points_end(lines, marks, index)
            for inside in range(index, end):
                # Long ones show themselves to be running text; short ones would pass for headings.
                if not lines[inside].is_prose and (lines[inside].words >= 4 or lines[inside].is_bulleted):
                    closed[inside] = Mark("body")
            index = end
            continue
        if zone is None or (zone in (Zone.RELATED, Zone.COMMENTS) and index <= opening):
            continue
        if zone is Zone.COMMENTS and index + 1 < len(lines) and lines[index].gap and lines[index + 1].is_prose:
            continue  # the button for comments in the middle of a text, before a heading
        end = {Zone.SUMMARY: _summary_end, Zone.GALLERY: _gallery_end}.get(zone, _list_end)(lines, marks, index)
        if _MENU_WORD.match(lines[index - 1].bare) and not any(_is_told(line) for line in lines[index : index + 2]):
            continue  # "Overview" among the entries of a menu
        for inside in range(index, end):
            # A bare day right below a story is the story's own.
            is_story_day = inside > index and not lines[inside].gap and _DAY.fullmatch(lines[inside].text)
            if closed[inside].label != "meta" or is_story_day:
                closed[inside] = replace(closed[inside], label="other")
        index = end
    return closed


def _is_told(line: Line) -> bool:
    return line.is_sentence or line.is_bulleted or bool(re.search(r"[다요음함됨]$", line.text))


def _points_end(lines: Sequence[Line], marks: Sequence[Mark], start: int) -> int:
    """Return the index after the editors' own key points, which are paragraphs of the article."""
    at = start
    while at < len(lines) and at - start < _SUMMARY_MOST and marks[at].is_open and (at == start or not lines[at].gap):
        if at > start and lines[start].is_bulleted != lines[at].is_bulleted:
            break
        if at + 1 < len(lines) and marks[at + 1].label == "caption" and is_credit(lines[at + 1].text):
            break
        at += 1
    return at


def _summary_end(lines: Sequence[Line], marks: Sequence[Mark], start: int) -> int:
    """Return the index after a machine's summary that begins at *start*.

    It ends where the lines stop sharing its form: a gap where there were none, no bullet where there were some, a
    line much longer than its items, or anything that belongs to an article's opening.
    """
    at = start
    if sum(_is_furniture(lines[at], marks[at]) for at in range(start, min(start + 3, len(lines)))) > 1:
        return start  # a button among buttons
    while at < len(lines) and at - start < _SUMMARY_MOST:
        line, mark = lines[at], marks[at]
        if mark.opens or mark.label in ("meta", "caption") or read_dateline(line.text)[2]:
            break
        if _SUMMARY_CLOSED.match(line.bare) or (mark.label == "other" and is_notice(line.text)):
            if any(marks[item].is_open for item in range(start, at)):
                return at + 1
            at = start = at + 1  # what the box says of itself, before its items
            continue
        if at > start:
            first, before = lines[start], lines[at - 1]
            if line.gap and (not before.gap or at - start > 1) and not (at - start > 1 and before.gap):
                break
            if first.is_bulleted and not line.is_bulleted:
                break
            if not first.is_bulleted and line.weight > 1.8 * max(60, *(item.weight for item in lines[start:at])):
                break
            if at - start >= 3 and not line.is_bulleted and line.is_prose:
                break
        at += 1
    return at


def _is_furniture(line: Line, mark: Mark) -> bool:
    return mark.label == "other" and mark.opens is None and not is_notice(line.text)


def _list_end(lines: Sequence[Line], marks: Sequence[Mark], start: int) -> int:
    """Return the index after a list of other stories or comments: where running text goes on."""
    at = start
    while at < len(lines) and not marks[at].opens:
        line, mark = lines[at], marks[at]
        if mark.ends or (mark.label == "caption" and line.gap) or (mark.is_open and (line.is_prose or line.is_told)):
            break
        at += 1
    at = _before_sentences(lines, marks, start, at)
    # The line right before the text, set off by a gap or dressed as one, is a heading of the article and no story.
    if at < len(lines) and at - 1 > start and marks[at - 1].is_open:
        last, before = lines[at - 1], lines[at - 2]
        if (last.gap and not before.gap) or (_DRESSED.match(last.text) and not _DRESSED.match(before.text)):
            return _before_sentences(lines, marks, start, at - 1)
    return at


def _before_sentences(lines: Sequence[Line], marks: Sequence[Mark], start: int, at: int) -> int:
    """Return the index of the first of the short sentences right before *at*: headlines have no full stop."""
    while at - 1 > start and marks[at - 1].is_open and re.search(r"[가-힣]다\.$|[a-z]\.$", lines[at - 1].text):
        if not lines[at - 1].is_sentence or re.search(r"[\"“”]", lines[at - 1].text):
            break
        at -= 1
    return at


def _gallery_end(lines: Sequence[Line], marks: Sequence[Mark], start: int) -> int:
    """Return the index after a gallery: its captions, or the one that a number ("1 of 3") announces."""
    at = start
    if _NUMBERED.match(lines[start - 1].bare):
        return start + 1 if start < len(lines) and marks[start].label == "caption" else start
    while at < len(lines) and not marks[at].opens:
        if (marks[at].is_open and lines[at].is_prose) or marks[at].label == "meta":
            break
        at += 1
    return at if any(marks[inside].label == "caption" for inside in range(start, at)) else start


def _article_end(lines: Sequence[Line], marks: Sequence[Mark]) -> int:
    """Return the index of the line that closes the article, or the number of lines."""
    masses = [line.weight if mark.is_open and line.is_prose else 0 for line, mark in zip(lines, marks, strict=True)]
    total, before = sum(masses), 0
    for index, mark in enumerate(marks):
        # A list of stories or a comment box may stand in the middle: it closes the article only when little follows.
        share = 88 if mark.opens else _END_SHARE
        goes_on = mark.opens is Zone.RELATED and any(masses[index : index + _LIST])
        if mark.ends and before * 100 >= total * share and before > 0 and not goes_on:
            return index
        before += masses[index]
    return len(lines)
