"""The whole road on the real dossier: what a curator does, and what comes out."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.pipeline import build, check

ROOT = Path(__file__).resolve().parents[1]
BRIEFINGS = ("partnership", "task-force", "real-estate", "skt-alliances")
SIXTH = """\
KT names buyer for Yeoksam hotel

Published: 02 Jun. 2025, 09:10

By HAN JI-WON

KT agreed to hand the Shilla Stay Yeoksam hotel to Harbour Asset Management for 312 billion won, the firms said on Monday.

Colliers Korea ran the auction, which drew nine bidders.

The handover is set for the third quarter of this year.
"""
"""An invented article, for no purpose but this test."""


def run(*arguments: str) -> Result:
    """Return what the command line says to *arguments*."""
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Return a copy of the real seeds."""
    return Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds", ignore=shutil.ignore_patterns("originals")))


def test_briefings_come_out_without_a_curator(seeds: Path) -> None:
    """With every prose file deleted, the four pages still hold key facts, a timeline, differences and sources, linked."""
    for path in seeds.glob("briefings/*/*.md"):
        path.unlink()
    pages = build(seeds).pages
    for slug in BRIEFINGS:
        page = pages[f"en/{slug}.md"].decode()
        assert "## Key facts" in page
        assert "## Timeline" in page
        assert "## Sources" in page
        assert re.search(r"\]\(sources/[a-z0-9-]+\.md#p\d+\)", page) or re.search(r"sources/[a-z0-9-]+\.md#p\d+", page)
    assert [finding for finding in check(seeds).findings if finding.rule.severity == "error"] == []


def test_a_sixth_article_appears_where_it_belongs(seeds: Path, tmp_path: Path) -> None:
    """An ingested article gets evidence and a draft record, and its facts stand, cited, on the right page and no other."""
    original = tmp_path / "sixth.txt"
    original.write_text(SIXTH, encoding="utf-8")
    result = run("ingest", str(original), "--seeds", str(seeds))
    assert result.exit_code == 0, result.output
    evidence = json.loads((seeds / "evidence" / "sixth.json").read_text(encoding="utf-8"))
    assert evidence["found"]["published"]["first"] == "2025-06-02"
    assert (seeds / "articles" / "sixth.yaml").is_file()
    pages = build(seeds).pages
    assert "312 billion won" in pages["en/real-estate.md"].decode()
    assert "sources/sixth.md" in pages["en/real-estate.md"].decode()
    assert "312 billion won" not in pages["en/skt-alliances.md"].decode()
    assert "en/sources/sixth.md" in pages


def test_ingest_never_overwrites_what_a_curator_wrote(seeds: Path, tmp_path: Path) -> None:
    """A second run leaves the record alone; a broken file is reported and the rest go on."""
    original, broken = tmp_path / "sixth.txt", tmp_path / "broken.txt"
    original.write_text(SIXTH, encoding="utf-8")
    broken.write_bytes(b"")
    run("ingest", str(original), "--seeds", str(seeds))
    record = seeds / "articles" / "sixth.yaml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("url: null", 'url: "https://example.org/6"'), encoding="utf-8"
    )
    before = record.read_bytes()
    result = run("ingest", str(broken), str(original), "--seeds", str(seeds))
    assert result.exit_code == 1
    assert "broken.txt" in result.output
    assert "sixth.txt → sixth: unchanged" in result.output
    assert record.read_bytes() == before


def test_same_seeds_same_bytes(seeds: Path) -> None:
    """Two builds of one dossier, at two places, give the same pages."""
    assert build(seeds).pages == build(ROOT / "seeds").pages
