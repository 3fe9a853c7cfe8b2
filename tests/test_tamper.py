"""Tampered statements: every altered one is refused, and the true ones pass, in both languages and across them."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from generator.claims.library import read_library
from generator.claims.resolve import resolve
from generator.finding import Finding, Severity
from generator.pipeline import CHECKS
from tests.conftest import ROOT
from tests.dossier import read_articles, write_dossier
from tests.seeds_maker import BRIEFING

SETS = {path.name: path for path in sorted((Path(__file__).parent / "tamper").iterdir()) if path.is_dir()}
KOREAN = ("ilbo", "newsis", "joongang")
"""Beginnings of the ids of articles in Korean."""
TRUE_PASS_RATE = 99
"""Percent of the true statements of each set that must pass without a word, but for relative dates (B307)."""


@dataclass(frozen=True, slots=True)
class Tampered:
    """A statement, and what was done to it: "true", "beyond", or a kind of tampering."""

    text: str
    language: str
    cite: str
    kind: str

    @property
    def is_cross(self) -> bool:
        """Whether statement and source are in two languages."""
        return (self.language == "ko") != self.cite.startswith(KOREAN)

    @property
    def line(self) -> str:
        """The statement as a bullet of prose."""
        return f"- {self.text} [@{self.cite}]"


def read_statements(name: str) -> list[Tampered]:
    """Return all statements of a set, each base followed by what becomes of it."""
    found = []
    for base in yaml.safe_load((SETS[name] / "statements.yaml").read_text(encoding="utf-8")):
        text, cite = base["say"], base["cite"]
        language = "ko" if any("가" <= letter <= "힣" for letter in text) else "en"
        found.append(Tampered(text, language, cite, "true"))
        groups = {"true": base.get("right", []), "beyond": base.get("beyond", []), **base.get("wrong", {})}
        for kind, swaps in groups.items():
            for swap in swaps:
                old, new = swap.split(" => ")
                if kind == "paragraph":
                    found.append(Tampered(text, language, cite.replace(old, new), kind))
                    continue
                if old not in text:
                    old, new = old[0].lower() + old[1:], new[0].lower() + new[1:]
                assert old in text, f"{swap} in {text}"
                found.append(Tampered(text.replace(old, new, 1), language, cite, kind))
    return found


def read_answers(name: str) -> list[tuple[str, dict[str, str]]]:
    """Return the answers of the ledger, "true" as they are and "wrong fact" with the value of each other one."""
    path = SETS[name] / "facts.yaml"
    rows = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) if path.exists() else []
    wrong = [
        ("wrong fact", {**row, "value": other["value"]})
        for row in rows
        for other in rows
        if other is not row and other["cite"].split("¶")[1] != row["cite"].split("¶")[1]
    ]
    return [*(("true", row) for row in rows), *wrong]


def _dossier(given: Path, files: dict[str, str], folder: Path) -> Path:
    """Write seeds with *files* in place: over the invented articles *given*, or else over those that the seeds hold."""
    if (given / "articles.yaml").exists():
        names = {"entities/all.yaml": (given / "entities.yaml").read_text(encoding="utf-8")}
        articles = read_articles((given / "articles.yaml").read_text(encoding="utf-8"))
        return write_dossier(folder, {**files, **names}, articles)
    shutil.copytree(ROOT / "seeds", folder, ignore=shutil.ignore_patterns("originals"))
    trial = {"briefings/ferry/briefing.yaml": BRIEFING.replace("haenam", "kt"), **files}
    (folder / "briefings" / "ferry").mkdir()
    for path, text in trial.items():
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@lru_cache(maxsize=len(SETS))
def judged(name: str, folder: Path) -> list[tuple[Tampered, list[Finding]]]:
    """Return every statement with what is found in it; all stand in one briefing, a bullet each, or in the ledger."""
    statements = read_statements(name)
    files = {}
    for language, heading in (("en", "## The story"), ("ko", "## 내용")):
        lines = [one.line + f" {{#s{index}}}" for index, one in enumerate(statements) if one.language == language]
        files[f"briefings/ferry/{language}.md"] = heading + "\n\n" + "\n".join(lines) + "\n"
    answers = read_answers(name)
    if answers:
        files["ledger/facts.yaml"] = "".join(
            f"- {{id: f{index}, what: {row['what']}, briefings: [ferry], "
            f'said: [{{value: "{row["value"]}", origin: reporter, cite: "@{row["cite"]}"}}]}}\n'
            for index, (_, row) in enumerate(answers)
        )
    library, unread = read_library(_dossier(SETS[name], files, folder))
    site, unresolved = resolve(library)
    assert [one.message for one in (*unread, *unresolved) if one.rule.severity is Severity.ERROR] == []
    told: Told = {}
    for finding in (finding for check in CHECKS for finding in check(site)):
        if finding.rule.code.startswith("B3"):
            told.setdefault((finding.span.path, finding.span.first[0]), []).append(finding)
    return [*_statements_with(told, folder, statements), *_answers_with(told, folder, answers)]


def is_refused(findings: list[Finding]) -> bool:
    """Return whether an error is among *findings*."""
    return any(finding.rule.severity is Severity.ERROR for finding in findings)


Told = dict[tuple[str, int], list[Finding]]


def _statements_with(told: Told, folder: Path, statements: list[Tampered]) -> Iterator[tuple[Tampered, list[Finding]]]:
    lines = Counter({"en": 3, "ko": 3})
    for one in statements:
        yield one, told.get((f"{folder.as_posix()}/briefings/ferry/{one.language}.md", lines[one.language]), [])
        lines[one.language] += 1


def _answers_with(
    told: Told, folder: Path, answers: list[tuple[str, dict[str, str]]]
) -> Iterator[tuple[Tampered, list[Finding]]]:
    for index, (kind, row) in enumerate(answers):
        is_korean = any("가" <= letter <= "힣" for letter in row["value"])
        one = Tampered(row["value"], "ko" if is_korean else "en", row["cite"], kind)
        yield one, told.get((f"{folder.as_posix()}/ledger/facts.yaml", index + 1), [])


def table(rows: list[tuple[Tampered, list[Finding]]]) -> str:
    """Return how many statements of each kind were refused, within one language and across."""
    kinds = dict.fromkeys(one.kind for one, _ in rows)
    lines = [f"{'kind':<12}{'same language':>16}{'across':>12}"]
    for kind in kinds:
        cells = []
        for is_cross in (False, True):
            group = [is_refused(found) for one, found in rows if one.kind == kind and one.is_cross == is_cross]
            cells.append(f"{sum(group)}/{len(group)}")
        lines.append(f"{kind:<12}{cells[0]:>16}{cells[1]:>12}")
    return "\n".join(lines)


@pytest.fixture(params=SETS)
def rows(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Tampered, list[Finding]]]:
    """Return a set, judged."""
    return judged(request.param, tmp_path_factory.getbasetemp() / "tamper" / request.param)


def test_the_sets_are_large_and_half_across() -> None:
    """There are 300 statements and more, in both languages, half of them or more across; none stands twice in a set."""
    for name in SETS:
        statements = read_statements(name)
        assert len(set(statements)) == len(statements), name
        assert {one.language for one in statements} == {"en", "ko"}, name
    everything = [one for name in SETS for one in read_statements(name)]
    assert len(everything) >= 300
    assert 50 <= 100 * sum(one.is_cross for one in everything) // len(everything) <= 75


def test_every_altered_statement_is_refused(rows: list[tuple[Tampered, list[Finding]]]) -> None:
    """What says another thing than its source is an error, whatever was done to it."""
    altered = [(one, found) for one, found in rows if one.kind not in ("true", "beyond")]
    missed = [f"{one.kind}: {one.line}" for one, found in altered if not is_refused(found)]
    assert len(altered) > 200
    assert not missed, "\n".join(missed) + "\n" + table(rows)


def test_true_statements_pass(rows: list[tuple[Tampered, list[Finding]]]) -> None:
    """Of what its source carries nothing is said, however it is put."""
    true = [(one, [each for each in found if each.rule.code != "B307"]) for one, found in rows if one.kind == "true"]
    told = [f"{one.line}: {found[0].message} ({found[0].span.text})" for one, found in true if found]
    assert 100 * len(told) <= (100 - TRUE_PASS_RATE) * len(true), "\n".join(told)


def test_what_is_beyond_passes(rows: list[tuple[Tampered, list[Finding]]]) -> None:
    """Two values of one paragraph that change places are no error: the page on checks says so."""
    assert [one.line for one, found in rows if one.kind == "beyond" and is_refused(found)] == []
