"""What search engines read of the pages, and the names that the site's own search knows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.claims.library import read_library
from generator.language.dates import parse_when
from generator.site.search import names_file, names_of
from generator.site.structured import day_text
from tests.seeds_maker import make_seeds
from tests.site_maker import make_pages

PERSON = """\
- id: lee-ha
  kind: person
  names: {en: Lee Ha-neul, ko: 이하늘}
  aliases: [Haneul Lee]
  what: {en: Captain, ko: 선장}
- id: alone
  kind: product
  names: {en: Wave, ko: Wave}
  what: {en: Ferry, ko: 여객선}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages of the invented dossier."""
    return make_pages(tmp_path_factory.mktemp("structured"))


def head(page: str) -> dict[str, Any]:
    """Return the front matter of a page."""
    read: dict[str, Any] = yaml.safe_load(page.split("\n---\n")[0].removeprefix("---\n"))
    return read


def test_every_page_tells_its_title_language_and_day(pages: dict[str, str]) -> None:
    """The JSON-LD of each page parses, repeats title and description, and holds nothing that could end its element."""
    seen = 0
    for path, page in pages.items():
        if path.endswith(".md"):
            top = head(page)
            data = json.loads(top["data"])
            assert data.get("headline", data.get("name")) == top["title"]
            assert data["inLanguage"] == path[:2]
            assert "<" not in top["data"]
            seen += 1
    assert seen > 20


@pytest.mark.parametrize("language", [pytest.param("en", id="en"), pytest.param("ko", id="ko")])
def test_a_briefing_is_an_article_that_cites(pages: dict[str, str], language: str) -> None:
    """A briefing is dated by its newest source and cites its sources, each with its day only where it prints one."""
    data = json.loads(head(pages[f"{language}/ferry.md"])["data"])
    assert data["@type"] == "Article"
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", data["dateModified"])
    assert max(one.get("datePublished", "") for one in data["citation"]) == data["dateModified"]
    assert {one["@type"] for one in data["citation"]} == {"NewsArticle"}


@pytest.mark.parametrize(
    ("when", "written"),
    [
        pytest.param("2031-05-04", "2031-05-04", id="day"),
        pytest.param("2031-05", "2031-05", id="month"),
        pytest.param("2031-Q2", "2031", id="a-quarter-has-no-form"),
        pytest.param("2031", "2031", id="year"),
        pytest.param("XXXX-XX-04", None, id="not-known"),
    ],
)
def test_days_are_written_as_far_as_they_are_known(when: str, written: str | None) -> None:
    """No day or month is made up."""
    assert day_text(parse_when(when)) == written


def test_names_for_the_search(tmp_path: Path) -> None:
    """A person is found by each word of the name; what goes by one name alone needs no line."""
    library, _ = read_library(make_seeds(tmp_path, {"entities/people.yaml": PERSON}))
    forms = names_of(library.entities["lee-ha"])
    assert forms == ["Lee Ha-neul", "이하늘", "Haneul Lee", "Lee", "Ha-neul", "Haneul"]
    chosen = [library.entities[id] for id in ("alone", "lee-ha")]
    assert json.loads(names_file(chosen)) == [forms]
