"""Figures in sentences of many subjects, in test_figures_en.txt and test_figures_ko.txt.

Each line of the tables is a sentence of ours and what is to be read in it: the unit with its value or its two ends, "?" for a
vague quantity, or "nothing".
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from generator.language.figures import read_figures

Row = tuple[str, Decimal | None, Decimal | None]


def _rows() -> list[object]:
    rows = []
    for language in ("en", "ko"):
        lines = (Path(__file__).parent / f"test_figures_{language}.txt").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            sentence, _, expected = line.partition(" => ")
            rows.append(pytest.param(language, sentence, expected, id=f"{language}-{number}-{expected}"))
    return rows


def _expected(text: str) -> Counter[Row]:
    rows: Counter[Row] = Counter()
    for part in text.split("; ") if text != "nothing" else ():
        unit, _, value = part.partition(" ")
        low, _, high = value.partition("..")
        rows[(unit, None, None) if value == "?" else (unit, Decimal(low), Decimal(high or low))] += 1
    return rows


@pytest.mark.parametrize(("language", "sentence", "expected"), _rows())
def test_sentences(language: str, sentence: str, expected: str) -> None:
    """What the sentence gives is read, with unit, low and high, and nothing else is."""
    figures = read_figures(sentence, language)
    assert Counter((figure.unit, figure.low, figure.high) for figure in figures) == _expected(expected)
    assert all(sentence[figure.start : figure.end] == figure.text for figure in figures)
