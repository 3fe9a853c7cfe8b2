"""Invented ledgers for tests of agreement: facts written as "source value", their articles made to carry them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.finding import Finding
from generator.pipeline import Checked
from tests.dossier import Invented, write_dossier
from tests.seeds_maker import SITE

ENTITIES = "- {id: haenam, kind: org, names: {en: Haenam Shipping, ko: 해남해운}}\n"
SOURCES = {
    "times": ("en", date(2031, 5, 4)),
    "herald": ("en", date(2031, 5, 4)),
    "ilbo": ("ko", date(2031, 5, 4)),
    "later": ("en", date(2031, 6, 9)),
    "notes": ("en", None),
}
"""Language and day of publication of the articles that answers name."""
NOTE = "note: {en: The articles differ., ko: 기사마다 다르다.}"


@dataclass
class LedgerMaker:
    """Writes facts, and collects the paragraphs that carry their answers."""

    paragraphs: dict[str, list[str]] = field(default_factory=dict)

    def cite(self, source: str, english: str, korean: str) -> str:
        """Return the citation of a new paragraph of *source* that gives an answer."""
        rows = self.paragraphs.setdefault(source, [])
        is_english = SOURCES[source][0] == "en"
        rows.append(
            f"The answer of Haenam Shipping is {english}."
            if is_english
            else f"해남해운의 답은 {korean or english}이다."
        )
        return f"@{source}, ¶{len(rows)}"

    def fact(self, id: str, row: Mapping[str, Any]) -> str:
        """Return a fact of the ledger in YAML; ``said`` lists "source value" or "source English | Korean"."""
        lines = [f"- id: {id}", f"  what: {{en: Question {id}, ko: 물음 {id}}}", "  briefings: [ferry]"]
        lines += [f"  {key}: {row[key]}" for key in ("part_of", "calc", "period", "status") if key in row]
        if "word" in row:
            others = f", with: [{', '.join(row['with'])}]" if "with" in row else ""
            lines.append(f"  difference: {{kind: {row['word']}, show: click{others}, {NOTE}}}")
        lines += ["  said:"] if "said" in row else []
        for index, text in enumerate(row.get("said", ())):
            source, _, value = text.partition(" ")
            english, _, korean = value.partition(" | ")
            written = f'"{row.get("value", {}).get(index, english)}"'
            if korean:
                written = f'{{en: "{english}", ko: "{korean}"}}'
            cite = self.cite(source, english, korean)
            lines.append(f'    - {{value: {written}, origin: haenam, cite: "{cite}"}}')
        return "\n".join(lines) + "\n"

    def articles(self) -> tuple[Invented, ...]:
        """Return the articles that carry what was cited."""
        return tuple(
            Invented(source, *SOURCES[source], {"title": source} | {f"¶{i}": row for i, row in enumerate(rows, 1)})
            for source, rows in self.paragraphs.items()
        )


def check_ledger(folder: Path, articles: tuple[Invented, ...], files: Mapping[str, str]) -> Checked:
    """Return what the whole pipeline finds over invented *articles* and the ledgers in *files*."""
    site = {"site.yaml": SITE.replace("2031-06-01", "2031-06-10"), "entities/all.yaml": ENTITIES}
    return pipeline.check(write_dossier(folder / "seeds", {**site, **files}, articles))


def codes_of(result: Checked, *codes: str) -> list[str]:
    """Return the findings on agreement, and those of *codes*, as "B403 share": the code and the record it stands in."""
    return [
        f"{one.rule.code} {_record(one)}"
        for one in result.findings
        if "B400" < one.rule.code < "B500" or one.rule.code in codes
    ]


def _record(finding: Finding) -> str:
    _, mark, rest = finding.span.source.text[: finding.span.start].rpartition("- id: ")
    return rest.split()[0] if mark else finding.span.path


def noise_of(result: Checked) -> list[str]:
    """Return what was found about files and support, which a test of agreement does not mean to raise."""
    quiet = ("B151", "B152", "B311", "B315", "B316")
    return [one.message for one in result.findings if one.rule.code < "B400" and one.rule.code not in quiet]
