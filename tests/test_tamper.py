"""Tampered statements: every altered one is refused, and the true ones pass, in both languages and across them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from generator.claims.checks import citations, dates, figures, names, quotations
from generator.claims.library import read_library
from generator.claims.resolve import resolve
from generator.finding import Finding, Severity
from tests.dossier import read_articles, write_dossier

FOLDER = Path(__file__).parent / "tamper"
CHECKS = (
    figures.find_unsupported_figures,
    dates.find_unsupported_dates,
    names.find_unnamed,
    citations.find_uncited,
    quotations.find_unproven,
)
TRUE_PASS_RATE = 99
"""Percent of the true statements that must pass."""


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
        return (self.language == "ko") != self.cite.startswith("ilbo")

    @property
    def line(self) -> str:
        """The statement as a bullet of prose."""
        return f"- {self.text} [@{self.cite}]"


def read_statements() -> list[Tampered]:
    """Return all statements of the set, each base followed by what becomes of it."""
    found = []
    for base in yaml.safe_load((FOLDER / "statements.yaml").read_text(encoding="utf-8")):
        text, cite = base["say"], base["cite"]
        language = "ko" if any("가" <= letter <= "힣" for letter in text) else "en"
        found.append(Tampered(text, language, cite, "true"))
        groups = {"true": base.get("right", []), "beyond": base.get("beyond", []), **base.get("wrong", {})}
        for kind, swaps in groups.items():
            for swap in swaps:
                old, new = swap.split(" => ")
                if old.startswith("¶"):
                    found.append(Tampered(text, language, cite.replace(old, new), kind))
                    continue
                if old not in text:
                    old, new = old[0].lower() + old[1:], new[0].lower() + new[1:]
                assert old in text, f"{swap} in {text}"
                found.append(Tampered(text.replace(old, new, 1), language, cite, kind))
    return found


def read_answers() -> list[tuple[str, dict[str, str]]]:
    """Return the answers of the ledger, "true" as they are and "wrong fact" with the value of each other one."""
    rows = yaml.load((FOLDER / "facts.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    wrong = [
        ("wrong fact", {**row, "value": other["value"]})
        for row in rows
        for other in rows
        if other is not row and other["cite"].split("¶")[1] != row["cite"].split("¶")[1]
    ]
    return [*(("true", row) for row in rows), *wrong]


@lru_cache(maxsize=1)
def judged(folder: Path) -> list[tuple[Tampered, list[Finding]]]:
    """Return every statement with the errors found in it; all stand in one briefing, a bullet each, or in the ledger."""
    statements = read_statements()
    files = {"entities/all.yaml": (FOLDER / "entities.yaml").read_text(encoding="utf-8")}
    for language, heading in (("en", "## The story"), ("ko", "## 내용")):
        lines = [one.line + f" {{#s{index}}}" for index, one in enumerate(statements) if one.language == language]
        files[f"briefings/ferry/{language}.md"] = heading + "\n\n" + "\n".join(lines) + "\n"
    answers = read_answers()
    files["ledger/facts.yaml"] = "".join(
        f"- {{id: f{index}, what: {row['what']}, briefings: [ferry], "
        f'said: [{{value: {row["value"]}, origin: reporter, cite: "@{row["cite"]}"}}]}}\n'
        for index, (_, row) in enumerate(answers)
    )
    articles = read_articles((FOLDER / "articles.yaml").read_text(encoding="utf-8"))
    library, unread = read_library(write_dossier(folder, files, articles))
    site, unresolved = resolve(library)
    assert [one.message for one in (*unread, *unresolved) if one.rule.severity is Severity.ERROR] == []
    errors: dict[tuple[str, int], list[Finding]] = {}
    for finding in (finding for check in CHECKS for finding in check(site)):
        if finding.rule.severity is Severity.ERROR:
            errors.setdefault((finding.span.path, finding.span.first[0]), []).append(finding)
    return [*_statements_with(errors, folder, statements), *_answers_with(errors, folder, answers)]


Errors = dict[tuple[str, int], list[Finding]]


def _statements_with(
    errors: Errors, folder: Path, statements: list[Tampered]
) -> Iterator[tuple[Tampered, list[Finding]]]:
    lines = Counter({"en": 3, "ko": 3})
    for one in statements:
        yield one, errors.get((f"{folder.as_posix()}/briefings/ferry/{one.language}.md", lines[one.language]), [])
        lines[one.language] += 1


def _answers_with(
    errors: Errors, folder: Path, answers: list[tuple[str, dict[str, str]]]
) -> Iterator[tuple[Tampered, list[Finding]]]:
    for index, (kind, row) in enumerate(answers):
        is_korean = any("가" <= letter <= "힣" for letter in row["value"])
        one = Tampered(row["value"], "ko" if is_korean else "en", row["cite"], kind)
        yield one, errors.get((f"{folder.as_posix()}/ledger/facts.yaml", index + 1), [])


def table(rows: list[tuple[Tampered, list[Finding]]]) -> str:
    """Return how many statements of each kind were refused, within one language and across."""
    kinds = dict.fromkeys(one.kind for one, _ in rows)
    lines = [f"{'kind':<12}{'same language':>16}{'across':>12}"]
    for kind in kinds:
        cells = []
        for is_cross in (False, True):
            group = [bool(errors) for one, errors in rows if one.kind == kind and one.is_cross == is_cross]
            cells.append(f"{sum(group)}/{len(group)}")
        lines.append(f"{kind:<12}{cells[0]:>16}{cells[1]:>12}")
    return "\n".join(lines)


def test_set_is_large_and_half_across(tmp_path_factory) -> None:
    """The set has 300 statements or more, in both languages, about half of them across."""
    statements = read_statements()
    assert len(statements) >= 300
    assert len(set(statements)) == len(statements)
    cross = sum(one.is_cross for one in statements)
    assert 45 <= 100 * cross // len(statements) <= 60
    assert {one.language for one in statements} == {"en", "ko"}


def test_every_altered_statement_is_refused(tmp_path_factory) -> None:
    """What says another thing than its source is an error, whatever was done to it."""
    rows = judged(tmp_path_factory.getbasetemp() / "tamper")
    missed = [f"{one.kind}: {one.line}" for one, errors in rows if one.kind not in ("true", "beyond") and not errors]
    assert not missed, "\n".join(missed) + "\n" + table(rows)


def test_true_statements_pass(tmp_path_factory) -> None:
    """What its source carries is no error, however it is put."""
    rows = judged(tmp_path_factory.getbasetemp() / "tamper")
    true = [(one, errors) for one, errors in rows if one.kind == "true"]
    refused = [f"{one.line}: {errors[0].message} ({errors[0].span.text})" for one, errors in true if errors]
    assert 100 * len(refused) <= (100 - TRUE_PASS_RATE) * len(true), "\n".join(refused)


def test_swaps_within_a_paragraph_are_beyond(tmp_path_factory) -> None:
    """Two values of one paragraph that change places pass: the method page says so."""
    rows = judged(tmp_path_factory.getbasetemp() / "tamper")
    assert [errors for one, errors in rows if one.kind == "beyond"] == [[]] * 3
