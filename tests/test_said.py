"""True and altered statements over one paragraph each, mostly across the languages: figures, numbers and dates.

A block of test_said.txt begins with "@", the day of publication and the paragraph; "+" stands before what may be said
of it without a word from the checks, "-" before what is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.claims.checks import dates, figures, numbers
from generator.claims.library import read_library
from generator.claims.resolve import resolve
from generator.finding import Severity
from tests.dossier import Invented, write_dossier

CHECKS = (figures.find_unsupported_figures, dates.find_unsupported_dates, numbers.find_unread_numbers)
HEADS = {"en": "## The story", "ko": "## 내용"}


def _language(text: str) -> str:
    return "ko" if any("가" <= letter <= "힣" for letter in text) else "en"


def read_said() -> Iterator[tuple[str, str, str, str]]:
    """Yield mark, statement, day and paragraph of every row."""
    day = paragraph = ""
    for line in (Path(__file__).parent / "test_said.txt").read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "@":
            day, _, paragraph = text.partition(" ")
        elif mark in ("+", "-"):
            yield mark, text, day, paragraph


ROWS = tuple(read_said())
SOURCES = tuple(dict.fromkeys((day, paragraph) for _, _, day, paragraph in ROWS))


def _article(day: str, paragraph: str) -> str:
    return f"n{SOURCES.index((day, paragraph))}-{day}"


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[Severity]]:
    """Return how severe the findings of each row are; all rows stand in one briefing, a bullet each."""
    articles = tuple(
        Invented(_article(*one), _language(one[1]), date.fromisoformat(one[0]), {"title": "Story", "¶1": one[1]})
        for one in SOURCES
    )
    files, rows = {}, {}
    for language, head in HEADS.items():
        own = [index for index, row in enumerate(ROWS) if _language(row[1]) == language]
        said = [f"- {ROWS[index][1]} [@{_article(*ROWS[index][2:])}, ¶1] {{#s{index}}}" for index in own]
        files[f"briefings/ferry/{language}.md"] = head + "\n\n" + "\n".join(said) + "\n"
        rows.update({(language, number): index for number, index in enumerate(own, 3)})
    site, _ = resolve(read_library(write_dossier(tmp_path_factory.mktemp("said"), files, articles))[0])
    found: dict[int, list[Severity]] = {}
    for finding in (one for check in CHECKS for one in check(site)):
        place = (Path(finding.span.path).stem, finding.span.first[0])
        if place in rows:
            found.setdefault(rows[place], []).append(finding.rule.severity)
    return found


@pytest.mark.parametrize("index", range(len(ROWS)))
def test_said(index: int, judged: dict[int, list[Severity]]) -> None:
    """What is true passes in silence, what is altered is refused."""
    found = judged.get(index, [])
    mark, text, _, paragraph = ROWS[index]
    assert (not found) if mark == "+" else (Severity.ERROR in found), f"{text} | {paragraph}"
