"""Which line of a page is the headline."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.evidence.appeals import is_appeal
from generator.evidence.lines import Line, likeness
from generator.evidence.zones import Mark

_LEAST = 3.0
"""Score from which a line is taken for the headline; without one that good the page has none."""
_SITE = re.compile(r"\s(?:[|｜:-]|–|—|::|<|«)\s?[^|]{2,30}$")
MASTHEAD = re.compile(
    r"(?:The\s)?(?:[A-Z][\w’'-]+\s){1,3}(?:[A-Z][a-z]+-)?(?:Courier|Ledger|Gazette|Herald|Times|Post|Tribune|Journal|Chronicle|Observer|Register"
    r"|Review|Standard|Telegraph|Inquirer|Express|Mirror|Echo|Argus|Mercury|Advertiser|Independent|Mail|Press|Guardian|Dispatch|Sentinel|Bulletin|Examiner|Wire|Daily|News)"
    r"|[가-힣A-Za-z]{1,6}(?:일보|신문|경제|타임스|방송|통신|투데이|데일리|저널|비즈|뉴스|TV)(?<!^경제)"
)
"""What is built like the name of a paper."""
_FAR = 24
"""Lines at most between a headline and the deck that stands below the buttons."""
_NEAR = 6
"""Lines below a headline within which its date or byline stands."""


def find_title(lines: Sequence[Line], marks: Sequence[Mark], start: int, tokens: frozenset[str]) -> int | None:
    """Return the index of the headline among the lines before *start*, the first paragraph; None when there is none.

    *tokens* are the content words of the running text: a headline speaks of what the text speaks of.
    """
    declared = next((index for index, line in enumerate(lines) if line.declared == "title"), None)
    if declared is not None:
        return declared
    keys = [re.sub(r"\W+", "", line.text.casefold()) for line in lines]
    scores = []
    for index in range(start):
        if marks[index].is_open and _length_score(lines[index]) > -1:
            score = _score(lines, marks, index, start, tokens)
            key = keys[index]
            if any(other.startswith(key) for at, other in enumerate(keys) if at != index):
                score += 0.7  # repeated by a bar that stays on screen, or in the page's own title
            if score >= _LEAST:
                scores.append((score, -index))
    if not scores:
        return None
    best = -max(scores)[1]
    good = {-index: score for score, index in scores}
    return _first_of_run(lines, marks, _above_date(lines, marks, best, good), tokens)


def _above_date(lines: Sequence[Line], marks: Sequence[Mark], best: int, good: Mapping[int, float]) -> int:
    """Return the candidate above a date or byline, when only furniture stands between that and *best*, a deck."""
    for index in sorted(good):
        if index >= best or best - index > _FAR:
            continue
        between = range(index + 1, best)
        is_dated = any(marks[at].label == "meta" for at in between)
        is_clear = not any(marks[at].is_open and _length_score(lines[at]) > 0 and at in good for at in between)
        if is_dated and is_clear and _length_score(lines[index]) > 0 and good[index] > good[best] - 1.0:
            return index
    return best


def _first_of_run(lines: Sequence[Line], marks: Sequence[Mark], best: int, tokens: frozenset[str]) -> int:
    """Return the first of two or three lines that could each be the headline: below it stand its decks.

    A longer run is a list of stories, of which the best is the article's own.
    """
    first = best
    while first > 0 and marks[first - 1].is_open and _length_score(lines[first - 1]) > 0:
        if re.search(r"\s[|>›»]\s", lines[first - 1].text):
            break  # the path to the article
        first -= 1
    # Where blank lines stand between all lines, they part nothing.
    is_spaced = sum(line.gap for line in lines) * 10 > 9 * len(lines)
    is_short = best - first in (1, 2) and (is_spaced or not lines[best].gap)
    is_own = all(likeness(line, tokens) > 0.2 and not line.is_prose for line in lines[first:best])
    return first if is_short and is_own else best


def _score(lines: Sequence[Line], marks: Sequence[Mark], index: int, start: int, tokens: frozenset[str]) -> float:
    line = lines[index]
    alike = likeness(line, tokens)
    # A headline need not repeat every word of the text, and a deck often repeats more of them.
    score = 3.5 * min(1.0, alike / 0.6)
    score += _length_score(line)
    if line.is_prose or (line.is_final and not re.search(r"[?!…\"'”’)\]]$", line.text)):
        score -= 2.0
    if line.is_bulleted:
        score -= 2.0
    if is_appeal(line.bare):
        score -= 3.0
    if _SITE.search(line.text) and index < start - 3:
        score -= 1.0
    if MASTHEAD.fullmatch(line.text):
        score -= 3.0
    elif index == 0:
        score += 1.0
    if index < 3 and index + 1 == start:
        # Right above the text on a page that has nothing else, but perhaps the paper's name.
        score += 3.0 if index == 1 and MASTHEAD.fullmatch(lines[0].text) else 1.5 if alike > 0 else 0.0
    score += _neighbour_score(lines, marks, index, start, tokens)
    return score


def _length_score(line: Line) -> float:
    size = line.hangul + (len(line.text) - line.hangul) / 2 if line.is_korean else line.words
    if line.is_korean:
        return 1.0 if 9 <= size <= 60 else -0.5 if 6 <= size < 9 else -4.0
    return 1.0 if 5 <= size <= 24 else -0.5 if 3 <= size < 5 or 24 < size <= 32 else -4.0


def _neighbour_score(
    lines: Sequence[Line], marks: Sequence[Mark], index: int, start: int, tokens: frozenset[str]
) -> float:
    """Return what the lines around say: a date or byline soon below, the text near, no other candidate right above."""
    score = 0.0
    for step, near in enumerate(range(index + 1, min(start, index + 1 + _NEAR))):
        if marks[near].label == "meta":
            score += 2.0 - 0.1 * step
            break
    score -= 0.04 * min(25, start - index)
    above = [
        near for near in (index - 1, index - 2) if near >= 0 and marks[near].is_open and _length_score(lines[near]) > 0
    ]
    # Right below a line that speaks of the same things stands a deck; among lines of other things, a list.
    score -= sum(1.3 if likeness(lines[near], tokens) >= 0.3 else 0.5 for near in above)
    return score
