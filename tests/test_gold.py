"""Scores on the hand-labelled articles only rise.

The labels and the originals are private and stand beside the checkout; without them these tests are skipped. `floors.json` pins the
scores, with a digest of the labelled files. `pytest --update` raises floors, and sets the digest when labels have changed; a floor is
lowered by hand only, with a line in the changelog that says why.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from generator.claims.library import read_library
from generator.evidence.codec import evidence_text
from generator.evidence.collect import build_tables, collect

ROOT = Path(__file__).resolve().parents[1]
FLOORS = Path(__file__).parent / "gold" / "floors.json"
GOALS = {"figures": "0.85", "dates": "0.80", "lines": "0.97", "routing": "0.90", "meta:title": "1", "meta:publisher": "1",
         "meta:published": "1", "meta:authors": "1", "meta:language": "1"}  # fmt: skip
"""What the project set out to reach, over both languages."""


def labels_digest(shared: Path) -> str:
    """Return the digest of all labelled files: scores on other labels are not comparable."""
    digest = hashlib.sha256()
    for path in sorted((shared / "gold").glob("*.gold.json")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@pytest.fixture(scope="module")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Decimal]:
    """Return F1 by "what language", as the scorer beside the labels gives it for evidence made now with the real seeds."""
    folder = tmp_path_factory.mktemp("evidence")
    tables = build_tables(read_library(ROOT / "seeds")[0])
    for path in sorted((shared / "originals").glob("*.txt")):
        evidence, _ = collect(path.name, path.read_bytes(), tables, path.stem, None)
        (folder / f"{path.stem}.json").write_text(evidence_text(evidence), encoding="utf-8")
    command = [sys.executable, str(shared / "gold" / "score.py"), str(shared / "gold"), str(folder)]
    table = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    rows = [line.split() for line in table.splitlines()[1:]]
    return {f"{what} {language}": Decimal(f1) for what, language, _, _, f1, _ in rows}


def test_floors(scores: dict[str, Decimal], shared: Path, update: bool) -> None:
    """No score is under its floor, and the floors are those of these labels."""
    kept = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"labels": "", "floors": {}}
    if update:
        raised = {what: str(max(score, Decimal(kept["floors"].get(what, 0)))) for what, score in sorted(scores.items())}
        FLOORS.write_text(
            json.dumps({"labels": labels_digest(shared), "floors": raised}, indent=2) + "\n", encoding="utf-8"
        )
        return
    assert kept["labels"] == labels_digest(shared), (
        "the labels have changed: review the scores, then run pytest --update"
    )
    fallen = {
        what: f"{scores.get(what)} < {floor}"
        for what, floor in kept["floors"].items()
        if scores.get(what, 0) < Decimal(floor)
    }
    assert fallen == {}


@pytest.mark.parametrize(("what", "goal"), GOALS.items())
def test_goals(scores: dict[str, Decimal], what: str, goal: str) -> None:
    """Each score is at least what the project set out to reach."""
    assert scores[f"{what} all"] >= Decimal(goal)


def test_editors(shared: Path) -> None:
    """The editors are right too, which the scorer does not look at, and so is the basis of each day."""
    tables = build_tables(read_library(ROOT / "seeds")[0])
    for path in sorted((shared / "gold").glob("*.gold.json")):
        wanted = json.loads(path.read_text(encoding="utf-8"))["metadata"]
        original = shared / "originals" / path.name.replace(".gold.json", ".txt")
        found = collect(original.name, original.read_bytes(), tables, "a", None)[0].found
        assert list(found.editors) == wanted["editors"]
        if found.published:
            assert found.published.basis == wanted.get("published_basis", "text")
