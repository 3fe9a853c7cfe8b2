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


WIDER = """\
KT and Microsoft widen their AI plan

By Dana Brook
Published: June 9, 2025 08:40

KT and Microsoft are to spend 2.4 trillion won over five years on AI and the cloud, the two said on Monday.

KT will put 150 billion won into a fund with Microsoft for small firms, and 70 trillion won into power lines.

Their task force counts 320 people by now, KT said.

The two firms announced their partnership in September 2024.
"""


def test_ingest_tells_what_a_new_article_does_to_the_ledger(seeds: Path, tmp_path: Path) -> None:
    """The closing words tell what the article may confirm, differ from or add, each with the line to paste."""
    original = tmp_path / "wider.txt"
    original.write_text(WIDER, encoding="utf-8")
    words = run("ingest", str(original), "--seeds", str(seeds)).output
    assert "for partnership, task-force" in words
    assert "may confirm joint-investment: 2.4 trillion won, ¶1" in words
    assert '- {value: "2.4 trillion won", origin: reporter, cite: "@wider, ¶1"}' in words
    assert "may differ from kt-share: 150 billion won, ¶2" in words
    assert "may differ from task-force-size: 320 people, ¶3" in words
    assert 'may confirm five-year-deal: September 2024, ¶4\n    cite: "…; @wider, ¶4"' in words
    assert "figures that the ledger does not have: 70 trillion won (¶2)" in words


def test_ingest_takes_a_copy_for_no_confirmation(seeds: Path, tmp_path: Path) -> None:
    """A figure that the ledger has from another print of the same text is repeated, not confirmed."""
    crews = (
        "The crews wait on the quay and the yard waits for steel, while nobody in town can say which comes first. Some "
        "have gone home to the hills and some to the bars behind the station, where the talk is of little else. What "
        "would help, the older ones say, is a single ship of any size with its papers in order and a captain aboard."
    )
    for name, opening in (("first", "It is as it was. "), ("second", "So it goes. ")):
        text = WIDER.replace("KT will put", f"{crews}\n\nKT will put").replace(
            "KT and Microsoft are", f"{opening}They are"
        )
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    run("ingest", str(tmp_path / "first.txt"), "--seeds", str(seeds))
    facts = seeds / "ledger" / "facts.yaml"
    fact = """- id: lines
  what: {en: Power lines, ko: 송전선}
  of: [kt, microsoft]
  briefings: [partnership]
  said:
    - {value: 70 trillion won, origin: kt, cite: "@first, ¶3"}
"""
    facts.write_text(facts.read_text(encoding="utf-8") + fact, encoding="utf-8")
    words = run("ingest", str(tmp_path / "second.txt"), "--seeds", str(seeds)).output
    assert "repeats, in the same text, lines: 70 trillion won, ¶3" in words, words


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
