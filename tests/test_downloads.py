"""What readers take along: facts, events and answers as data, and how to cite; no sentence among it."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.model import Site
from generator.pipeline import build
from generator.site.assets import make_assets
from generator.site.pages import render
from tests.site_maker import FILES, make_dossier

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the invented dossier."""
    return make_dossier(tmp_path_factory.mktemp("downloads"))


@pytest.fixture(scope="module")
def assets(site: Site) -> dict[str, bytes]:
    """Return its files."""
    return make_assets(site)


def data(assets: dict[str, bytes], language: str) -> dict[str, Any]:
    """Return the data of the first briefing."""
    read: dict[str, Any] = json.loads(assets[f"{language}/data/ferry.json"])
    return read


def table(raw: bytes) -> list[dict[str, str]]:
    """Return a CSV file as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_every_briefing_has_its_files(assets: dict[str, bytes]) -> None:
    """Three files a briefing, the names for the search and a guide, in each language."""
    names = [f"data/{slug}.{ending}" for slug in ("crew", "ferry") for ending in ("csl.json", "csv", "json")]
    wanted = sorted(
        f"{language}/{name}" for language in ("en", "ko") for name in (*names, "data/names.json", "llms.txt")
    )
    assert sorted(path for path in assets if "/pictures/" not in path) == wanted


def test_facts_come_with_value_source_and_voice(assets: dict[str, bytes]) -> None:
    """An answer has its words, its exact figure, who makes it and which paragraphs carry it."""
    english, korean = data(assets, "en"), data(assets, "ko")
    assert english["format"] == "briefing-data/1"
    assert english["as_of"] == "2031-05-05"
    price = english["facts"][0]
    assert (price["id"], price["what"], price["status"]) == ("price", "Price of the ferries", "planned")
    assert price["answers"][0] == {
        "value": "2.4 trillion won",
        "kind": "money",
        "low": "2400000000000",
        "high": "2400000000000",
        "unit": "KRW",
        "approximate": False,
        "origin": ["Haenam Shipping"],
        "by": None,
        "sources": [{"article": "times-2031-05-04", "paragraph": "¶1"}],
    }
    assert korean["facts"][0]["answers"][0]["value"] == "2조4000억원"
    assert [event["when"]["first"] for event in english["events"]] == ["2031-05-04", "2032-04-01"]


def test_what_is_for_the_curator_alone_stays_at_home(assets: dict[str, bytes]) -> None:
    """A difference that only the curator sees is in none of the files."""
    assert not [path for path, raw in assets.items() if b"trifle" in raw]


def test_the_table_has_a_line_for_each_paragraph(assets: dict[str, bytes]) -> None:
    """Answers and events are one table; the file opens in a spreadsheet with its Korean whole."""
    raw = assets["ko/data/ferry.csv"]
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = table(raw)
    assert [row["paragraph"] for row in rows if row["id"] == "delivery"] == ["¶2", "¶2"]
    first = rows[0]
    assert (first["record"], first["value"], first["unit"], first["publisher"]) == (
        *("answer", "2조4000억원", "KRW", "하버 타임스"),
    )
    sources = sum(len(one["sources"]) for fact in data(assets, "ko")["facts"] for one in fact["answers"])
    assert len(rows) == sources + sum(len(event["sources"]) for event in data(assets, "ko")["events"])


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """A text that a spreadsheet would run is made a text."""
    facts = (FILES["ledger/facts.yaml"] or "").replace("en: Price of the ferries", 'en: "=HYPERLINK(1)"')
    raw = make_assets(make_dossier(tmp_path, {"ledger/facts.yaml": facts}))["en/data/ferry.csv"]
    cells = [cell for row in table(raw) for cell in row.values()]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_sources_as_reference_managers_read_them(assets: dict[str, bytes]) -> None:
    """CSL-JSON says what is known of each article, and leaves out a date that no article prints."""
    items = {item["id"]: item for item in json.loads(assets["en/data/ferry.csl.json"])}
    assert items["times-2031-05-04"] == {
        "id": "times-2031-05-04",
        "type": "article-newspaper",
        "title": "Haenam Shipping orders ferries",
        "container-title": "Harbour Times",
        "author": [{"literal": "An Example"}],
        "issued": {"date-parts": [[2031, 5, 4]]},
        "language": "en",
    }


def test_an_inferred_date_is_not_given_out_as_printed() -> None:
    """The two undated articles of the shipped microsite have no date of issue, and the data say so."""
    assets = make_assets(build(ROOT / "seeds").site)
    items = {item["id"]: item for item in json.loads(assets["en/data/partnership.csl.json"])}
    assert "issued" not in items["joongang-kt-ms"]
    articles = {one["id"]: one for one in json.loads(assets["en/data/partnership.json"])["articles"]}
    assert articles["joongang-kt-ms"]["date_is_printed"] is False


def test_the_page_offers_them(site: Site, assets: dict[str, bytes]) -> None:
    """The sources of a briefing end with how to cite it and links to files that there are."""
    for language in ("en", "ko"):
        page = render(site)[f"{language}/ferry.md"].decode()
        links = re.findall(r"\]\((data/[^)]+)\)", page)
        assert len(links) == 3
        assert [link for link in links if f"{language}/{link}" not in assets] == []
    english = render(site)["en/ferry.md"].decode()
    assert "To cite this page: “The ferries”, Harbour dossier, as of 5 May 2031" in english


def test_the_address_is_cited_where_it_is_known(tmp_path: Path) -> None:
    """A site with an address is cited with it."""
    settings = (FILES["site.yaml"] or "").replace("url: null", "url: https://example.org/")
    page = render(make_dossier(tmp_path, {"site.yaml": settings}))["ko/ferry.md"].decode()
    assert "https://example.org/ko/ferry/" in page


def test_the_guide_for_programs(assets: dict[str, bytes]) -> None:
    """llms.txt names the site and leads to every briefing and its data."""
    guide = assets["en/llms.txt"].decode()
    assert guide.startswith("# Harbour dossier\n\n> An invented dossier\n")
    assert "- [The ferries](ferry/): [facts and events (JSON)](data/ferry.json)" in guide


def test_no_prose_is_among_the_data() -> None:
    """No sentence of a briefing's prose stands in the data: facts travel, sentences stay."""
    built = build(ROOT / "seeds")
    assets = make_assets(built.site)
    sentences = {
        (claim.place.id, claim.language, claim.text.strip())
        for claim in built.site.claims
        if claim.place.kind == "prose" and claim.place.section == "story" and len(claim.text) > 40
    }
    assert len(sentences) > 40
    assert not [text for slug, language, text in sentences if text in assets[f"{language}/data/{slug}.json"].decode()]
