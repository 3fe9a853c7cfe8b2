"""Numbers that no reader reads for want of a noun, and that are figures beside what their source gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.claims.carriers import carriers_of
from generator.claims.readings import Reading, read_plain
from generator.language.figures import read_figures
from generator.model import DateSpan, Figure, FigureKind, Mention

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_BARE = re.compile(rf"(?<![\w.,:/$€£-]){_NUMBER}(?![\w%]|[.,]\d|[-/:]\d| ?(?:per ?cent|%))")
_POINTS = re.compile(rf"\b(?:{_NUMBER}|{_WORD})(?: points?\b)(?! (?:of|in the|lead|guard))", re.IGNORECASE)


def bare_figures(reading: Reading) -> tuple[Figure, ...]:
    """Return the numbers of an English claim that its paragraphs make figures: "more than 100", "up five points".

    A bare number is a count when a cited paragraph gives that very count; points are percent points when a cited
    paragraph gives some. The bound is read from the words around, so that "more than 100" is not "fewer than 100".
    """
    if reading.claim.language != "en" or not reading.claim.supports:
        return ()
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Figure]:
    given = [figure for carrier in carriers_of(reading.claim) for figure in carrier.paragraph.figures]
    plain = read_plain(reading.claim.text)
    has_points = any(re.search("point|포인트", figure.text) for figure in given)
    ways = (
        (_BARE, " people", {one.low for one in given if one.kind is FigureKind.COUNT}),
        (_POINTS, "", None),
    )
    for pattern, noun, values in ways:
        for match in pattern.finditer(plain.text) if noun or has_points else ():
            head = re.sub(r" points?$", "", plain.text[: match.end()])
            for one in read_figures(head + (noun or " percentage points") + plain.text[match.end() :], "en"):
                figure = plain.at_home((replace(one, text=match[0], start=match.start()),))[0]
                is_here = one.start <= match.start() < one.end
                if is_here and (values is None or one.low in values) and not _is_read(reading, figure):
                    yield figure


def _is_read(reading: Reading, figure: Figure) -> bool:
    values: tuple[Figure | DateSpan | Mention, ...] = (*reading.figures, *reading.dates, *reading.mentions)
    return any(value.start < figure.end and figure.start < value.end for value in values)
