"""Where an article ends at its head and foot: dates and bylines of other stories, tags, the name of the section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.evidence.appeals import is_appeal, is_strip
from generator.evidence.bylines import is_stamp_line, is_tags, read_credits
from generator.evidence.furniture import is_account, is_copyright, is_furniture, is_notice, is_section, zone_of
from generator.evidence.headlines import MASTHEAD
from generator.evidence.lines import Line
from generator.evidence.stamps import read_stamp

_HEAD = 4
"""Lines above the headline among which a date, byline or path is the article's own."""
_ENTRY = 4
"""Words of a menu's entry at most."""
_SECTIONS = 3
"""Names of sections above a headline at most."""
_FOOT = 16
"""Lines below the text among which one is."""
_SIGNED = re.compile(
    r"@|\b(?:edit(?:ed|ing)|report(?:ed|ing)|writ(?:e|ten) (?:to|by)|contribut\w+"
    r"|last (?:updated|modified))\b|편집|데스크|최종\s?수정",
    re.I,
)
"""What only the people of an article say of themselves: such a line may stand anywhere below it."""
_PARTED = re.compile(r"\s?[|/>〉›»·∙ㅣ]\s?|\s*,\s")
_BUTTON_KO = re.compile(r"(?:기사|보기|쓰기|하기|안내|뉴스홈)$")
_KIND = re.compile(
    r"(?:press|news) release|news story|analysis|exclusive|features?|interview|explainer|(?:great|long|big) read"
    r"|comment|editorial|단독|기획|인터뷰|르포|해설|분석|칼럼|사설|기고|보도자료",
    re.I,
)
"""What kind of article it is."""
_CONTENT = ("title", "heading", "body", "caption")


def settle_edges(lines: Sequence[Line], labels: Sequence[str], head: int) -> list[str]:
    """Return *labels* with what belongs to other stories "other", and the section above the headline "meta".

    *head* is the index of the headline, or of the text where there is none.
    """
    settled = list(labels)
    for index, line in enumerate(lines):
        is_twice = index > 0 and lines[index - 1].text == line.text and settled[index - 1] == "meta"
        if settled[index] == "meta" and (is_twice or is_tags(line.text)):
            settled[index] = "other"
    for index in range(max(0, head - _HEAD)):
        if settled[index] == "meta":
            settled[index] = "other"
    for index in range(max(0, head - _HEAD), head):
        # A bare day with more of the page between it and the headline is the one on which the page was looked at.
        if (
            settled[index] == "meta"
            and is_stamp_line(lines[index].text)
            and read_stamp(lines[index].text)
            and "other" in settled[index + 1 : head]
        ):
            settled[index] = "other"
    # Pictures may stand between the section and the headline.
    top = next((at for at in range(head, 0, -1) if settled[at - 1] != "caption"), 0)
    if top > 0 and settled[top - 1] == "other" and _is_section(lines, top - 1):
        settled[top - 1] = "meta"
    for at in _section_run(lines, settled, top):
        settled[at] = "meta"
    last = max((at for at, label in enumerate(settled) if label in _CONTENT), default=len(lines))
    told = {name for at, line in enumerate(lines[: last + 1]) if settled[at] == "meta" for name in _names(line)}
    is_closed = is_reserved = False
    for index in range(last + 1, len(lines)):
        line = lines[index]
        is_closed |= index - last > _FOOT or (settled[index] == "other" and _parts(line))
        is_again = is_reserved and bool(_names(line)) and _names(line) <= told and "@" not in line.text
        if settled[index] == "meta" and (is_again or (is_closed and not _SIGNED.search(line.text))):
            settled[index] = "other"
        is_reserved |= is_copyright(line.text)
        told |= _names(line) if settled[index] == "meta" else set()
    return settled


def _names(line: Line) -> set[str]:
    return {name for credit in read_credits(line.text) for name in credit.names}


def _parts(line: Line) -> bool:
    """Return whether a line below the text opens a list, or is the headline of another story."""
    if zone_of(line.bare) is not None:
        return True
    is_long = line.hangul >= 9 if line.is_korean else line.words >= 4
    is_own = is_copyright(line.text) or is_notice(line.text) or is_furniture(line.bare) or is_appeal(line.bare)
    return is_long and not is_own and not is_tags(line.text)


def _section_run(lines: Sequence[Line], labels: Sequence[str], head: int) -> range:
    """Return the one to three names of sections right above the headline that a button or ticker parts from the menu.

    The last of them may also close the menu, when the page names it once more below.
    """
    start = head
    while start > 0 and labels[start - 1] in ("other", "meta") and _may_be_section(lines[start - 1]):
        start -= 1
    above = lines[start - 1] if start else None
    is_apart = above is not None and (
        is_account(above.bare) or above.words > _ENTRY or not re.search(r"[^\W\d_]{2}", above.text)
    )
    if 0 < head - start <= _SECTIONS and is_apart:
        return range(start, head)
    if head - start > _SECTIONS and any(line.text == lines[head - 2].text for line in lines[start : head - 3]):
        return range(head - 2, head)  # a section of the menu, and its part
    is_twice = start < head and head > 1 and lines[head - 1].text == lines[head - 2].text
    if is_twice or (start < head and _KIND.fullmatch(lines[head - 1].text)):
        return range(head - 1, head)
    if start < head and any(line.text == lines[head - 1].text for line in lines[head + 1 :]):
        return range(head - 1, head)
    return range(0)


def _may_be_section(line: Line) -> bool:
    is_short = line.words <= 4 and len(line.text) <= 28
    is_paper = MASTHEAD.fullmatch(line.text) and not is_section(line.text)
    is_button = is_furniture(line.bare) and not (line.is_korean or is_section(line.text))
    is_other = bool(is_paper or is_button or _BUTTON_KO.search(line.text) or is_account(line.bare))
    is_other = bool(is_other or is_appeal(line.bare) or zone_of(line.bare))
    return is_short and not (is_other or line.is_final or line.is_bulleted or re.search(r"\d(?!뉴스)|[|]", line.text))


def _is_section(lines: Sequence[Line], index: int) -> bool:
    """Return whether the line right above a headline names its section, and is no entry of a menu."""
    line = lines[index]
    parts = [part for part in _PARTED.split(line.text) if part]
    if line.is_final or line.is_bulleted or len(parts) > 3 or is_appeal(line.bare) or re.search(r"\d", line.text):
        return False
    if not all(len(part.split()) <= 3 and len(part) <= 24 for part in parts) or zone_of(line.bare):
        return False
    words = line.text.split()
    if MASTHEAD.fullmatch(line.text) or (is_furniture(line.bare) and not (line.is_korean or is_section(line.text))):
        return False
    earlier = [other.text for other in lines[:index]]
    if line.text in earlier[:-1]:
        return True  # once as an entry of the menu, once more above the headline
    above = lines[index - 1] if index else None
    if len(parts) > 1 and above and above.words <= 3 and len(_PARTED.split(above.text)) > 1 and ">" not in line.text:
        return False
    if len(parts) > 1 or (line.is_korean and len(words) == 2 and any(is_furniture(part) for part in words)):
        return True
    if above is None:
        return True
    is_entry = above.words <= 2 and not re.search(r"\d", above.text) and not is_strip(above.text)
    return not is_entry and above.text != line.text and line.words <= 3
