"""Evidence that is old is told from evidence that is wrong."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator import pipeline
from generator.claims.library import read_library
from generator.evidence.collect import collect
from generator.evidence.proof import EVIDENCE_STALE, EVIDENCE_WRONG, find_stale, find_wrong, verify
from generator.evidence.tables import Tables, build_tables
from generator.model import Evidence, Library, Made
from generator.source import Source
from tests.dossier import Invented, write_dossier
from tests.seeds_maker import ARTICLES, ENTITIES, make_seeds
from tests.test_collect import PAGE

SPAN = Source("seeds/evidence/a.json", "{}").span(0, 1)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the small invented dossier."""
    return read_library(make_seeds(tmp_path_factory.mktemp("seeds"), {}))[0]


@pytest.fixture(scope="module")
def tables(library: Library) -> Tables:
    """Return the tables of the small invented dossier."""
    return build_tables(library)


@pytest.fixture(scope="module")
def fresh(tables: Tables) -> Evidence:
    """Return evidence made just now."""
    return collect("a.txt", PAGE.encode(), tables, "a", None)[0]


def changed(evidence: Evidence) -> Evidence:
    """Return *evidence* with one figure made larger."""
    first = evidence.paragraphs[1]
    figure = replace(first.figures[0], low=Decimal(9), high=Decimal(9))
    paragraph = replace(first, figures=(figure, *first.figures[1:]))
    return replace(evidence, paragraphs=(evidence.paragraphs[0], paragraph, *evidence.paragraphs[2:]))


def test_same(fresh: Evidence) -> None:
    """Evidence as it was made is the same, and no finding."""
    assert verify(fresh, fresh) == verify(fresh, replace(fresh))
    assert verify(fresh, fresh).state == "same"
    assert list(find_wrong(fresh, SPAN, fresh)) == []


def test_wrong(fresh: Evidence) -> None:
    """A changed figure is wrong, and both values are told."""
    proof = verify(changed(fresh), fresh)
    assert proof.state == "wrong"
    assert proof.differences == (
        "¶1: figure '2.4 trillion won' (9 KRW) is not in the original",
        "¶1: figure '2.4 trillion won' (2400000000000 KRW) of the original is missing",
    )
    (finding,) = find_wrong(changed(fresh), SPAN, fresh)
    assert (finding.rule, finding.notes) == (EVIDENCE_WRONG, proof.differences)


def test_stale(fresh: Evidence) -> None:
    """Evidence made by older rules is stale, whatever the new ones find besides."""
    old = replace(changed(fresh), made=Made("0", fresh.made.tables))
    proof = verify(old, fresh)
    assert proof.state == "stale"
    assert proof.differences[0].startswith("made by rules 0, now ")
    assert list(find_wrong(old, SPAN, fresh)) == []


def test_other_file(fresh: Evidence) -> None:
    """Evidence beside another original is wrong, even when it is old."""
    other = replace(fresh, original=replace(fresh.original, sha256="0" * 64), made=Made("0", ""))
    assert verify(other, fresh).state == "wrong"


def test_missing_paragraph(fresh: Evidence) -> None:
    """What was left out of the evidence is told by its place."""
    proof = verify(replace(fresh, paragraphs=fresh.paragraphs[:-1]), fresh)
    assert "¶3 of the original is missing" in proof.differences


def test_check_without_originals(fresh: Evidence, library: Library) -> None:
    """Where there is no original, evidence made with another table or older rules is a note at its place."""
    known = replace(library, evidence={"a": fresh})
    assert list(find_stale(known, "seeds")) == []
    old = replace(fresh, made=Made("0", "other"))
    (finding,) = find_stale(replace(known, evidence={"a": old}), "seeds")
    assert (finding.rule, finding.span.path, finding.span.start) == (EVIDENCE_STALE, "seeds/evidence/a.json", 0)
    assert finding.message == "evidence of a is stale: made with other rules and another table of names and routes"


def test_check_tells_stale_evidence(tmp_path: Path) -> None:
    """An alias added since the last ingest makes the evidence that stands on it stale, and is no error."""
    files = {"entities/more.yaml": "- id: tug\n  kind: org\n  names: {en: Tugboats, ko: 예인선}\n"}
    articles = tuple(Invented(id, *row) for id, row in ARTICLES.items())
    seeds = write_dossier(tmp_path / "seeds", {"entities/all.yaml": ENTITIES}, articles)
    assert not [one for one in pipeline.check(seeds).findings if one.rule is EVIDENCE_STALE]
    for path, text in files.items():
        (seeds / path).write_text(text, encoding="utf-8")
    notes = [one for one in pipeline.check(seeds).findings if one.rule is EVIDENCE_STALE]
    assert [one.message.split(": ")[1] for one in notes] == ["made with another table of names and routes"] * 2


def test_check_loads_no_reader_of_pages() -> None:
    """What a check loads of this room is small: neither the rules of pages nor the libraries of formats."""
    code = "import sys, generator.evidence.proof, generator.evidence.codec; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"page", "bylines", "furniture", "captions", "originals", "hypertext", "portable", "collect"}
    assert heavy & {name.removeprefix("generator.evidence.") for name in loaded} == set()
    assert {"trafilatura", "lxml", "pypdf"} & set(loaded) == set()
