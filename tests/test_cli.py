"""The command line: words out, exit codes, and nothing lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.pipeline import RULES
from tests.seeds_maker import make_seeds

WRONG = "## The story\n\nHaenam Shipping pays 2.5 trillion won. [@times-2031-05-04, ¶1] {#deal}\n"
RIGHT = "## The story\n\nHaenam Shipping pays 2.4 trillion won. [@times-2031-05-04, ¶1] {#deal}\n"
ORIGINAL = """\
Haenam Shipping orders ferries

Published: 04 May 2031, 09:10

Haenam Shipping will pay 2.4 trillion won for seven ferries over five years, the firm said on Friday.

The first ship is due in the second quarter of 2032.
"""


def run(*arguments: str) -> Result:
    """Return what the command line says to *arguments*."""
    return CliRunner().invoke(main, list(arguments))


def test_an_error_found_is_status_1_and_a_row(tmp_path: Path) -> None:
    """JSON lists each finding with its code and both ends of its place."""
    seeds = make_seeds(tmp_path, {"briefings/ferry/en.md": WRONG})
    result = run("check", "--format", "json", "--seeds", str(seeds))
    rows = [row for row in json.loads(result.stdout) if row["severity"] == "error"]
    assert result.exit_code == 1
    assert [(row["code"], row["line"], row["column"], row["end_line"], row["end_column"]) for row in rows] == [
        ("B301", 3, 22, 3, 38)
    ]


def test_a_clean_dossier_is_status_0(tmp_path: Path) -> None:
    """Warnings and notes leave the status at 0."""
    seeds = make_seeds(tmp_path, {"briefings/ferry/en.md": RIGHT})
    assert run("check", "--seeds", str(seeds)).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("check", "--seeds", "nowhere"), id="no-seeds"),
        pytest.param(("build", "--seeds", "nowhere"), id="nothing-to-build"),
        pytest.param(("ingest", "nowhere.txt"), id="no-file"),
        pytest.param(("explain", "B999"), id="no-rule"),
        pytest.param(("frobnicate",), id="no-verb"),
    ],
)
def test_wrong_usage_is_status_2(arguments: tuple[str, ...]) -> None:
    """What cannot be meant is wrong usage, told in a sentence and without a traceback."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Error" in result.output
    assert "Traceback" not in result.output


def test_every_rule_explains_itself() -> None:
    """The manual page of each rule says why, and shows it bad and good."""
    assert RULES
    for rule in RULES:
        words = run("explain", rule.code).output
        assert all(part in words for part in ("Why:", "Bad:", "Good:")), rule.code
        assert rule.title in run("explain").output
        korean = run("explain", rule.code, "--language", "ko").output
        assert all(part in korean for part in ("까닭:", "걸리는 예:", "통과하는 예:")), rule.code


def test_evidence_touches_no_seeds(tmp_path: Path) -> None:
    """The evidence goes where it is asked for, under the name of the file."""
    seeds = make_seeds(tmp_path)
    before = {path: path.read_bytes() for path in seeds.rglob("*") if path.is_file()}
    original = tmp_path / "ferry page.txt"
    original.write_text(ORIGINAL, encoding="utf-8")
    result = run("evidence", str(original), "--out", str(tmp_path / "out"), "--seeds", str(seeds))
    evidence = json.loads((tmp_path / "out" / "ferry page.json").read_text(encoding="utf-8"))
    assert result.exit_code == 0, result.output
    assert evidence["format"] == "briefing-evidence/1"
    assert evidence["found"]["published"]["first"] == "2031-05-04"
    assert {path: path.read_bytes() for path in seeds.rglob("*") if path.is_file()} == before


def test_verify_tells_same_from_wrong(tmp_path: Path) -> None:
    """Evidence is the same as long as its original gives it, and wrong when somebody changed it by hand."""
    seeds = make_seeds(tmp_path)
    original = tmp_path / "originals" / "ferry.txt"
    original.parent.mkdir()
    original.write_text(ORIGINAL, encoding="utf-8")
    run("ingest", str(original), "--seeds", str(seeds))
    options = ("--originals", str(original.parent), "--seeds", str(seeds))
    assert "ferry: same" in run("verify", *options).output
    kept = seeds / "evidence" / "ferry.json"
    kept.write_text(kept.read_text(encoding="utf-8").replace('"2400000000000"', '"2500000000000"'), encoding="utf-8")
    result = run("verify", *options)
    assert result.exit_code == 1
    assert "ferry: wrong" in result.output


def test_read_shows_paragraphs_with_citations_to_paste(tmp_path: Path) -> None:
    """Each paragraph stands with its citation and the facts found in it."""
    seeds = make_seeds(tmp_path)
    original = tmp_path / "ferry.txt"
    original.write_text(ORIGINAL, encoding="utf-8")
    run("ingest", str(original), "--seeds", str(seeds))
    words = run("read", "ferry", "--originals", str(tmp_path), "--seeds", str(seeds)).output
    assert "[@ferry, ¶1]" in words
    assert "2.4 trillion won = 2,400,000,000,000 KRW" in words
    assert run("read", "nobody", "--seeds", str(seeds)).exit_code == 2


def test_ingest_tells_what_a_new_article_brings(tmp_path: Path) -> None:
    """The closing words name figures and names the ledger does not have, with YAML to paste."""
    seeds = make_seeds(tmp_path)
    original = tmp_path / "ferry.txt"
    text = ORIGINAL + "\nHaenam hired Brandt Marine. Analysts praised Brandt Marine.\n"
    original.write_text(text, encoding="utf-8")
    words = run("ingest", str(original), "--seeds", str(seeds)).output
    assert "figures that the ledger does not have: 2.4 trillion won (¶1), seven ferries (¶1)" in words
    assert 'names: {en: "Brandt Marine"}' in words
    assert run("ingest", str(original), "--seeds", str(seeds)).output.strip().endswith("ferry: unchanged")


SAVED = """\
Harbour Times
Haenam Shipping orders ferries
By Ann Lee
Published: May 4, 2031

Haenam Shipping will pay 2.4 trillion won for seven ferries, and the first of them is to sail before the summer ends.
Its rivals wait in the harbour for cheaper steel, although none of them has said so in public or told its own crews.
{new}The yard on the island takes on welders again, after years in which nothing but trawlers came in for a coat of paint.
Passengers on the northern line have asked for larger decks since the winter in which the old boats stayed tied up.

© 2031 Harbour Times
"""


def test_page_saved_again_keeps_its_article(tmp_path: Path) -> None:
    """A page saved under another name is known by publisher, headline and paragraphs; what moved is told."""
    seeds = make_seeds(tmp_path)
    (tmp_path / "one.txt").write_text(SAVED.format(new=""), encoding="utf-8")
    (tmp_path / "two.txt").write_text(SAVED.format(new="A new line of thought.\n"), encoding="utf-8")
    run("ingest", str(tmp_path / "one.txt"), "--seeds", str(seeds))
    before = sorted(path.name for path in (seeds / "articles").iterdir())
    words = run("ingest", str(tmp_path / "two.txt"), "--seeds", str(seeds)).output
    assert "¶3 is now ¶4; move its citations" in words, words
    assert "another file: write original: two.txt" in words
    assert sorted(path.name for path in (seeds / "articles").iterdir()) == before


def test_files_of_one_batch_are_articles_each(tmp_path: Path) -> None:
    """Two files read at once never take each other's place, however alike: the second is told of as a copy."""
    seeds = make_seeds(tmp_path)
    (tmp_path / "one.txt").write_text(SAVED.format(new=""), encoding="utf-8")
    (tmp_path / "two.txt").write_text(SAVED.format(new="A new line of thought.\n"), encoding="utf-8")
    words = run("ingest", str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), "--seeds", str(seeds)).output
    assert "of its sampled words with harbour-times-2031-05-04: one origin, not two" in words, words
    assert (seeds / "evidence" / "harbour-times-2031-05-04-2.json").exists()


def test_text_in_another_outlet_is_a_near_copy(tmp_path: Path) -> None:
    """A text without imprint that overlaps becomes an article, and the words say so; --as makes it a capture."""
    seeds = make_seeds(tmp_path)
    page = SAVED.format(new="").replace("Harbour Times\n", "", 1).replace("© 2031 Harbour Times\n", "")
    (tmp_path / "one.txt").write_text(SAVED.format(new=""), encoding="utf-8")
    (tmp_path / "wire.txt").write_text(page.replace("welders", "smiths"), encoding="utf-8")
    run("ingest", str(tmp_path / "one.txt"), "--seeds", str(seeds))
    words = run("ingest", str(tmp_path / "wire.txt"), "--seeds", str(seeds)).output
    assert "of its sampled words with harbour-times-2031-05-04: one origin, not two" in words, words
    assert "briefing ingest wire.txt --as harbour-times-2031-05-04" in words
    assert (seeds / "articles" / "wire.yaml").exists()
    words = run("ingest", str(tmp_path / "wire.txt"), "--as", "harbour-times-2031-05-04", "--seeds", str(seeds)).output
    assert "¶3 is changed; look at its citations" in words, words
    assert run("ingest", str(tmp_path / "wire.txt"), "--as", "nobody", "--seeds", str(seeds)).exit_code == 2


def test_verify_compares_our_words_with_the_whole_original(tmp_path: Path) -> None:
    """A sentence copied from an original at hand is an error at its place, and our own words are none."""
    seeds = make_seeds(tmp_path)
    original = tmp_path / "originals" / "ferry.txt"
    original.parent.mkdir()
    copied = "the crew waited on the quay for hours while the wind tore at every rope and sail"
    original.write_text(f"{ORIGINAL}\nOn Sunday {copied}.\n", encoding="utf-8")
    run("ingest", str(original), "--seeds", str(seeds))
    options = ("--originals", str(original.parent), "--seeds", str(seeds))
    assert run("verify", *options).exit_code == 0
    text = f"## The story\n\nAs told, {copied}. [@ferry, ¶3] {{#wind}}\n"
    (seeds / "briefings" / "ferry" / "en.md").write_text(text, encoding="utf-8")
    result = run("verify", *options)
    assert result.exit_code == 1
    assert "en.md:3:" in result.output
    assert "[B504]" in result.output
