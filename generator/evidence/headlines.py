"""Which line of a page is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.evidence.lines import Line, likeness
from generator.evidence.zones import Mark

_LEAST = 3.0
"""Score from which a line is taken for the headline; without one that good the page has none."""
_SITE = re.compile(r"\s(?:[|｜:-]|–|—|::|<|«)\s?[^|]{2,30}$")
_NEAR = 6
"""Lines below a headline within which its date or byline stands."""


def find_title(lines: Sequence[Line], marks: Sequence[Mark], start: int, tokens: frozenset[str]) -> int | None:
    """Return the index of the headline among the lines before *start*, the first paragraph; None when there is none.

    *tokens* are the content words of the running text: a headline speaks of what the text speaks of.
    """
    declared = next((index for index, line in enumerate(lines) if line.declared == "title"), None)
    if declared is not None:
        return declared
    scores = [
        (score, -index)
        for index in range(start)
        if marks[index].is_open and (score := _score(lines, marks, index, start, tokens)) >= _LEAST
    ]
    return -max(scores)[1] if scores else None


def _score(lines: Sequence[Line], marks: Sequence[Mark], index: int, start: int, tokens: frozenset[str]) -> float:
    line = lines[index]
    alike = likeness(line, tokens)
    score = 4.0 * alike
    score += _length_score(line)
    if line.is_prose or (line.is_final and not re.search(r"[?!…\"'”’)\]]$", line.text)):
        score -= 2.0
    if line.is_bulleted:
        score -= 2.0
    if _SITE.search(line.text) and index < start - 3:
        score -= 1.0
    if index == 0:
        score += 1.0
    score += _neighbour_score(lines, marks, index, start)
    if _is_repeated(lines, index):
        score += 0.7
    return score


def _length_score(line: Line) -> float:
    size = line.hangul + (len(line.text) - line.hangul) / 2 if line.is_korean else line.words
    if line.is_korean:
        return 1.0 if 9 <= size <= 60 else -0.5 if 6 <= size < 9 else -4.0
    return 1.0 if 5 <= size <= 24 else -0.5 if 3 <= size < 5 or 24 < size <= 32 else -4.0


def _neighbour_score(lines: Sequence[Line], marks: Sequence[Mark], index: int, start: int) -> float:
    """Return what the lines around say: a date or byline soon below, the text near, no list of equals about."""
    score = 0.0
    below = range(index + 1, min(start, index + 1 + _NEAR))
    for step, near in enumerate(below):
        if marks[near].label == "meta":
            score += 2.0 - 0.25 * step
            break
    score -= 0.04 * min(25, start - index)
    # Open lines of the same kind directly above and below are a list.
    sisters = sum(
        0 <= near < start and marks[near].is_open and not lines[near].is_prose and lines[near].words >= 4
        for near in (index - 2, index - 1)
    )
    return score - 0.6 * sisters


def _is_repeated(lines: Sequence[Line], index: int) -> bool:
    text = re.sub(r"\W+", "", lines[index].text.casefold())
    return any(
        other.number != lines[index].number and re.sub(r"\W+", "", other.text.casefold()).startswith(text) for other in lines
    )
