"""Whole invented pages keep the labels and the metadata that a careful reader gave them; floors only rise."""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.evidence.lines import page_language, read_lines
from generator.evidence.metadata import read_metadata
from generator.evidence.originals import read_capture
from generator.evidence.page import label_page
from tests.evidence_page import COARSE

GOLD = Path(__file__).parent / "gold"
PAGES = [page for folder in ("layout", "open") for page in sorted((GOLD / folder).glob("*.txt"))]
FLOORS = {"layout": Decimal("0.99"), "open": Decimal("0.99")}
"""Share of lines with the very label of the reader."""
WRAPPED = Decimal("0.96")
"""Share of lines that are told to be content, caption or page when each page is broken into rows."""


def read_gold(page: Path) -> dict[str, Any]:
    """Return the labels beside *page*."""
    return json.loads(page.with_suffix(".gold.json").read_text(encoding="utf-8"))


def label(texts: list[str] | tuple[str, ...]) -> dict[int, str]:
    """Return the label of each line of *texts* by its number."""
    return dict(label_page(read_lines(texts, None), page_language(texts)))


@pytest.mark.parametrize("folder", FLOORS)
def test_lines(folder: str) -> None:
    """Lines get the labels that a reader gave them."""
    right = total = 0
    for page in PAGES:
        if page.parent.name == folder:
            found = label(read_capture("a.txt", page.read_bytes()).lines)
            wanted = read_gold(page)["lines"]
            right += sum(found[int(number)] == want for number, want in wanted.items())
            total += len(wanted)
    assert total > 600
    assert Decimal(right) / total >= FLOORS[folder]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_metadata(page: Path) -> None:
    """Title, publisher, day, authors and editors of each page are right."""
    capture = read_capture("a.txt", page.read_bytes())
    lines = read_lines(capture.lines, None)
    language = page_language(capture.lines)
    found = read_metadata(lines, label_page(lines, language), capture.declared, language)
    wanted = read_gold(page)["metadata"]
    published = found.published.first.isoformat() if found.published else None
    assert [language, found.title, found.publisher, published, list(found.authors), list(found.editors)] == [
        wanted[key] for key in ("language", "title", "publisher", "published", "authors", "editors")
    ]


@pytest.mark.parametrize("width", [72, 90])
def test_wrapped(width: int) -> None:
    """A page broken into rows of one width is read like the whole one."""
    right: Counter[bool] = Counter()
    for page in PAGES:
        rows: list[str] = []
        wanted: dict[int, str] = {}
        labels = read_gold(page)["lines"]
        for number, text in enumerate(read_capture("a.txt", page.read_bytes()).lines, 1):
            for row in _rows(text, width):
                rows.append(row)
                wanted[len(rows)] = labels[str(number)]
            rows.append("")
        found = label(rows)
        # A long headline goes on in a heading: a page has one title.
        right.update(COARSE[found[at]].replace("title", "content") == COARSE[want].replace("title", "content") for at, want in wanted.items())  # fmt: skip
    assert Decimal(right[True]) / right.total() >= WRAPPED


def _rows(text: str, width: int) -> list[str]:
    """Return *text* in rows of at most *width* cells, of which a syllable of Korean takes two."""
    doubled = re.sub("([가-힣])", "\\1\x00", text)
    rows = textwrap.wrap(doubled, width, break_long_words=False, break_on_hyphens=False)
    return [row.replace("\x00", "") for row in rows]


LISTS = {
    "en": ("Related stories", "Judge halts bridge toll after nine years", "Zoo’s oldest tortoise turns 140"),
    "ko": ("관련기사", "다리 통행료 9년 만에 폐지 수순", "동물원 최고령 거북 140번째 생일"),
}
KEPT = Decimal("0.97")
"""Share of paragraphs that stay when a list of other stories is set between them."""


@pytest.mark.parametrize("place", [0.1, 0.5, 0.9])
def test_list_in_the_middle(place: float) -> None:
    """What stands behind a list of other stories in the middle of a text still belongs to it."""
    kept: Counter[bool] = Counter()
    for page in PAGES:
        texts = list(read_capture("a.txt", page.read_bytes()).lines)
        content = [number for number, kind in sorted(label(texts).items()) if kind == "body"]
        at = content[int(len(content) * place)] - 1
        stories = LISTS[page.name[:2]]
        found = label([*texts[:at], *stories, *texts[at:]])
        kept.update(found[n if n <= at else n + len(stories)] == "body" for n in content)
    assert Decimal(kept[True]) / kept.total() >= KEPT
