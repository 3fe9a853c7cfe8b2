"""Records: every fault of a record in one pass, each with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.claims.library import read_library
from tests.seeds_maker import make_seeds


def faults(folder: Path, files: dict[str, str | bytes | None]) -> list[str]:
    """Return what reading seeds with *files* reports, as "file:line:column code"."""
    seeds = make_seeds(folder, files)
    _, findings = read_library(seeds)
    return [
        "{}:{}:{} {}".format(
            finding.span.path.removeprefix(f"{seeds.as_posix()}/"), *finding.span.first, finding.rule.code
        )
        for finding in findings
    ]


def test_the_invented_dossier_is_clean(tmp_path: Path) -> None:
    """The dossier that tests start from has no fault."""
    assert faults(tmp_path, {}) == []


def test_all_faults_of_a_record_are_found_in_one_run(tmp_path: Path) -> None:
    """A misspelt key, a bad date and a missing language are reported together, and nothing hides another."""
    record = "title: A\npubished: 2031-05-04\npublished: soon\nauthors: Kim\n"
    assert faults(tmp_path, {"articles/a.yaml": record}) == [
        "articles/a.yaml:2:1 B106",
        "articles/a.yaml:3:12 B109",
        "articles/a.yaml:4:10 B108",
        "articles/a.yaml:1:1 B107",
    ]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param(
            "articles/KED 2024.yaml", "title: A\nlanguage: en\n", ["articles/KED 2024.yaml:1:1 B121"], id="bad-id"
        ),
        pytest.param("articles/a.yml", "title: A\n", ["articles/a.yml:1:1 B120"], id="stray"),
        pytest.param("articles/a.yaml", b"title: \xb0\xa1\n", ["articles/a.yaml:1:8 B101"], id="cp949"),
        pytest.param(
            "articles/a.yaml", "\ufefftitle: A\nlanguage: en\n", ["articles/a.yaml:1:1 B102"], id="byte-order-mark"
        ),
        pytest.param("articles/a.yaml", "title: A\r\nlanguage: en\r\n", ["articles/a.yaml:1:1 B102"], id="windows"),
        pytest.param("articles/a.yaml", "title: \u1112\u1161\nlanguage: ko\n", ["articles/a.yaml:1:1 B102"], id="nfd"),
        pytest.param("articles/a.yaml", "language: en\n", ["articles/a.yaml:1:1 B109"], id="no-title-no-label"),
        pytest.param("site.yaml", None, ["site.yaml:1:1 B119"], id="no-settings"),
        pytest.param(
            "briefings/fund/en.md", "## The story\n", ["briefings/fund/briefing.yaml:1:1 B119"], id="no-record"
        ),
        pytest.param(
            "entities/more.yaml",
            "- id: haenam\n  kind: org\n  names: {en: Other}\n",
            ["entities/more.yaml:1:7 B122"],
            id="id-twice",
        ),
        pytest.param(
            "ledger/facts.yaml",
            "- id: sum\n  what: {en: Sum}\n",
            ["ledger/facts.yaml:1:7 B107"],
            id="neither-said-nor-calc",
        ),
    ],
)
def test_bad_files_are_reported(tmp_path: Path, name: str, content: str | bytes | None, expected: list[str]) -> None:
    """Whatever is wrong with a file is a finding at its place, and the rest of the dossier is read."""
    found = faults(tmp_path, {name: content})
    assert [one for one in found if one not in (f"{name}:1:1 B120",)] == expected or found == expected


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    """Seeds that do not exist are wrong usage, not an empty site."""
    with pytest.raises(FileNotFoundError):
        read_library(tmp_path / "nowhere")
