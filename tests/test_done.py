"""The verb that governs a value, and whether it tells of something that came about.

Each row of test_done.txt has a sentence with the value in brackets, and the words that tell it as done, or a dash.
"""

from pathlib import Path

import pytest

from generator.language.done import find_done

ROWS = (Path(__file__).parent / "test_done.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("row", ROWS)
def test_done(row: str) -> None:
    """Only what came about counts: not what is planned, announced, agreed or estimated."""
    marked, _, words = row.rpartition(" | ")
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = find_done(text, start, end, "ko" if any("가" <= letter <= "힣" for letter in text) else "en")
    assert (text[slice(*found)] if found else "-") == words
