"""Every rule: one manual page, one place in RULES, and a case that shows it firing end to end."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

import generator
from generator import pipeline
from generator.claims.library import read_library
from generator.evidence.codec import evidence_text, read_evidence
from generator.evidence.collect import collect
from generator.evidence.proof import find_stale, find_wrong
from generator.evidence.tables import build_tables
from generator.finding import Finding, Rule, in_order
from generator.manual import languages, manual_of
from generator.report import render_text
from generator.site.audit import audit
from generator.site.write import plan
from generator.source import Source
from tests.dossier import read_articles, write_dossier

ROOT = Path(__file__).resolve().parents[1]
CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir() and path != BASE)


def files_below(folder: Path) -> dict[str, str]:
    """Return the texts of a folder by path below it."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def seeds_of(case: Path, options: Mapping[str, Any], folder: Path) -> Path:
    """Write the base dossier into *folder* with the files of *case* in place, and return its seeds."""
    articles = case / "articles.yaml" if (case / "articles.yaml").exists() else BASE / "articles.yaml"
    own = files_below(case / "seeds")
    files = {**files_below(BASE / "seeds"), **own}
    prose = [path for path in own if path.endswith(".md")]
    if prose and not any(path.endswith("ko.md") for path in prose) and "languages" not in options:
        # What is shown in one language needs no translation.
        files["site.yaml"] = files["site.yaml"].replace("languages: [en, ko]", "languages: [en]")
    seeds = write_dossier(folder / "seeds", files, read_articles(articles.read_text(encoding="utf-8")))
    for path, text in options.get("bytes", {}).items():
        (seeds / path).write_bytes(text.encode("latin-1"))
    for path, (old, new) in options.get("swap", {}).items():
        (seeds / path).write_text((seeds / path).read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    for path in options.get("absent", []):
        (seeds / path).unlink()
    return seeds


def findings_of(case: Path, folder: Path) -> tuple[Finding, ...]:
    """Return what the program finds in a case, through the same functions that the commands call."""
    options = yaml.safe_load((case / "case.yaml").read_text(encoding="utf-8")) if (case / "case.yaml").exists() else {}
    if "pages" in options:
        pages = {path: text.encode() for path, text in options["pages"].items()}
        return (*audit(pages), *plan(pages, folder / "docs").findings)
    seeds = seeds_of(case, options, folder)
    checked = pipeline.check(seeds, tuple(options.get("tracked", [])))
    if "original" in options:
        return proofs_of(case, options, seeds)
    if "edited" not in options and "foreign" not in options:
        return checked.findings
    built, docs = pipeline.build(seeds), folder / "docs"
    pipeline.write_pages(built, docs)
    for path in options.get("edited", []):
        (docs / path).write_bytes((docs / path).read_bytes() + b"One more line.\n")
    for path in options.get("foreign", []):
        (docs / path).write_text("# By hand\n", encoding="utf-8")
    return (*checked.findings, *pipeline.write_pages(built, docs).findings)


def proofs_of(case: Path, options: Mapping[str, Any], seeds: Path) -> tuple[Finding, ...]:
    """Return what proving the evidence of the case's original again finds, after the change that the case makes to it."""
    library, _ = read_library(seeds)
    tables = build_tables(library)
    fresh, _ = collect("original.txt", options["original"].encode(), tables, "bulletin", None)
    old, new = options["change"]
    source = Source("seeds/evidence/bulletin.json", evidence_text(fresh).replace(old, new, 1))
    kept, faults = read_evidence(source)
    assert kept is not None
    assert not faults
    stale = find_stale(replace(library, evidence={"bulletin": kept}), seeds.as_posix())
    return (*stale, *find_wrong(kept, source.span(0, 1), fresh))


def report_of(case: Path, folder: Path) -> str:
    """Return the findings of a case as printed, with paths below the seeds."""
    return render_text(in_order(findings_of(case, folder))).replace(f"{folder.as_posix()}/", "")


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, tmp_path: Path, update: bool) -> None:
    """A case prints what was kept for it, its own rule among it."""
    kept = CASES / name / "expected.txt"
    report = report_of(CASES / name, tmp_path)
    if update:
        kept.write_text(report, encoding="utf-8")
    assert f"[{name[:4]}]" in report, report
    assert report == kept.read_text(encoding="utf-8")


def test_base_is_clean(tmp_path: Path) -> None:
    """What the cases stand on has no finding of its own."""
    assert report_of(BASE, tmp_path) == ""


def rules_made() -> dict[str, list[Rule]]:
    """Return every rule that a module of the package holds, by the module that makes it."""
    found: dict[str, list[Rule]] = {}
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if module.name.endswith("__main__"):
            continue
        text = Path(importlib.import_module(module.name).__file__ or "").read_text(encoding="utf-8")
        values = vars(importlib.import_module(module.name)).items()
        found[module.name] = [
            value for name, value in values if isinstance(value, Rule) and re.search(rf"^{name} = Rule\(", text, re.M)
        ]
    return found


def test_every_rule_is_listed_once() -> None:
    """RULES holds each rule of the package, and no code belongs to two."""
    made = [rule for rules in rules_made().values() for rule in rules]
    assert sorted(made, key=lambda rule: rule.code) == list(pipeline.RULES)
    assert len({rule.code for rule in made}) == len(made)


@pytest.mark.parametrize("rule", pipeline.RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_manual_page(rule: Rule) -> None:
    """A manual page says in one sentence what is wrong, then why, and shows a bad and a good example."""
    first, rest = rule.manual.strip().split("\n", 1)
    assert first.endswith(".")
    assert not rule.title.endswith(".")
    assert [line.split(":")[0] for line in rest.splitlines() if re.match(r"(Why|Bad|Good): \S", line)] == [
        "Why",
        "Bad",
        "Good",
    ]


@pytest.mark.parametrize("language", languages())
def test_the_manual_is_whole_in_every_language(language: str) -> None:
    """Each language's manual has every rule, all four parts of it, and no rule that is gone."""
    for rule in pipeline.RULES:
        page = manual_of(rule, language)
        assert all((page.what, page.why, page.bad, page.good)), rule.code
        assert not page.what.endswith("."), rule.code
        assert page.bad != page.good, rule.code
    if language != "en":
        kept = yaml.safe_load((ROOT / "generator" / "manual" / f"{language}.yaml").read_text(encoding="utf-8"))
        assert list(kept) == [rule.code for rule in pipeline.RULES]


@pytest.mark.parametrize("rule", pipeline.RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_case(rule: Rule) -> None:
    """Each rule has a folder under tests/cases that begins with its code."""
    assert [name for name in NAMES if name.startswith(f"{rule.code}-")]
