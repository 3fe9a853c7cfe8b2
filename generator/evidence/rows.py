"""Paragraphs that a dump broke into rows, put together to be looked at as wholes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.evidence.lines import Line


def join_rows(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return *lines* with the rows of each paragraph put together, under the number of the first."""
    joined: list[Line] = []
    held: list[str] = []
    for line in lines:
        if line.goes_on and joined:
            held.append(line.text)
            continue
        if len(held) > 1:
            joined[-1] = _joined(joined[-1], held)
        joined.append(line)
        held = [line.text]
    if len(held) > 1:
        joined[-1] = _joined(joined[-1], held)
    return tuple(joined)


def labels_of_rows(lines: Sequence[Line], labels: Mapping[int, str]) -> dict[int, str]:
    """Return a label for each of *lines* from the *labels* of joined ones; the further rows of a title are headings."""
    told: dict[int, str] = {}
    current = "other"
    for line in lines:
        if line.number in labels:
            current = labels[line.number]
            told[line.number] = current
        else:
            told[line.number] = "heading" if current == "title" else current
    return told


def _joined(first: Line, texts: Sequence[str]) -> Line:
    return Line(first.number, " ".join(texts), first.gap, first.declared)
