"""Dates in newspaper sentences of many subjects, against the day of publication.

The sentences stand in test_dates_en.txt and test_dates_ko.txt: the day, the sentence (// parts paragraphs) and its
dates as EDTF (quarters 33 to 36, halves 40 and 41).
"""

from datetime import date
from pathlib import Path

import pytest

from generator.language.dates import read_dates


def _cases() -> list[object]:
    """Return the rows of both tables, each called by its language and line."""
    rows: list[object] = []
    for language in ("en", "ko"):
        lines = (Path(__file__).parent / f"test_dates_{language}.txt").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            published, text, dates = (part.strip() for part in line.split("|"))
            rows.append(pytest.param(language, published, text, dates, id=f"{language}-{number}"))
    return rows


@pytest.mark.parametrize(("language", "published", "text", "dates"), _cases())
def test_sentences(language: str, published: str, text: str, dates: str) -> None:
    """Every date of the sentence is found, and nothing else, with the days it means."""
    found = read_dates(text.split(" // "), language, date.fromisoformat(published))
    assert ", ".join(each.edtf for several in found for each in several) == dates
