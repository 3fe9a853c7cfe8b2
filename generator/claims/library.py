"""``seeds/`` → :class:`Library`: every record, ledger, briefing and piece of evidence, and every fault of every file.

This is the only module that reads seeds. Files are read in sorted order, so that the order on disk changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from generator.claims.allowances import read_allowances
from generator.claims.files import read_source
from generator.claims.ledger import read_events, read_facts
from generator.claims.prose import read_prose
from generator.claims.records import (
    empty_settings,
    read_article,
    read_briefing,
    read_entities,
    read_settings,
)
from generator.claims.shapes import ID_PATTERN, LANGUAGES, Report
from generator.claims.yaml import Node, read_yaml
from generator.evidence.codec import read_evidence
from generator.finding import Finding, Rule, Severity
from generator.model import Allow, Article, Briefing, Entity, Event, Evidence, Fact, Library, Settings
from generator.source import Source

MISSING_FILE = Rule(
    "B119",
    Severity.ERROR,
    """
A file that the site cannot do without is missing.

Why: without settings there is no title and no language; without its record a briefing has no place.
Bad: a folder seeds/briefings/fund/ that holds en.md only.
Good: seeds/briefings/fund/briefing.yaml beside it.
""",
)
STRAY_FILE = Rule(
    "B120",
    Severity.WARNING,
    """
A file under seeds/ is read by nothing.

Why: what it says is missing from the site, and nobody notices.
Bad: seeds/articles/ked.yml
Good: seeds/articles/ked.yaml
""",
)
BAD_ID = Rule(
    "B121",
    Severity.ERROR,
    """
A file's name cannot serve as an id.

Why: ids become addresses on the site and names of files on every system; letters other than a–z, 0–9 and hyphens,
or two names that differ in case only, break one or the other.
Bad: seeds/articles/KED 2024.yaml
Good: seeds/articles/ked-2024-10-10.yaml
""",
)
REPEATED_ID = Rule(
    "B122",
    Severity.ERROR,
    """
Two records have one id.

Why: a reference could mean either.
Bad: two facts with id: joint-investment.
Good: joint-investment and joint-investment-infrastructure.
""",
)

Identified = TypeVar("Identified", Entity, Fact, Event)


class _Reader:
    """Reads one seeds folder, collecting faults."""

    def __init__(self, seeds: Path) -> None:
        self.seeds = seeds
        self.findings: list[Finding] = []
        self.read_files: set[Path] = set()
        self.allows: list[Allow] = []

    def report(self, finding: Finding) -> None:
        self.findings.append(finding)

    def shown(self, path: Path) -> str:
        return path.as_posix()

    def source(self, path: Path) -> Source | None:
        self.read_files.add(path)
        source, faults = read_source(path, self.shown(path))
        self.findings.extend(faults)
        return source

    def at(self, path: Path) -> Source:
        """Return a source without text, to report a file as a whole."""
        return Source(self.shown(path), "")

    def yaml(self, path: Path) -> Node | None:
        source = self.source(path)
        if source is None:
            return None
        node, faults = read_yaml(source)
        self.findings.extend(faults)
        for allowance in read_allowances(source, node) if node is not None else ():
            if isinstance(allowance, Allow):
                self.allows.append(allowance)
            else:
                self.findings.append(allowance)
        return node

    def identifier(self, path: Path) -> str | None:
        """Return the id that *path* is named after, or None after reporting why it cannot serve."""
        name = path.stem if path.suffix else path.name
        if not re.fullmatch(ID_PATTERN, name):
            help = "name it with a–z, 0–9 and hyphens"
            self.report(Finding(BAD_ID, self.at(path).span(), f'"{name}" cannot be an id', help=help))
            return None
        return name

    def folder(self, name: str, pattern: str) -> list[Path]:
        return sorted((self.seeds / name).glob(pattern))

    # ------------------------------------------------------------------------------------------- the kinds of file

    def settings(self) -> Settings:
        path = self.seeds / "site.yaml"
        if not path.is_file():
            help = "copy the one shown in CONTRIBUTING.md"
            self.report(Finding(MISSING_FILE, self.at(path).span(), "settings are missing", help=help))
            return empty_settings(self.at(path))
        node = self.yaml(path)
        settings = read_settings(node, self.report) if node is not None else None
        return settings or empty_settings(self.at(path))

    def articles(self) -> dict[str, Article]:
        found: dict[str, Article] = {}
        for path in self.folder("articles", "*.yaml"):
            identifier = self.identifier(path)
            node = self.yaml(path)
            if identifier and node is not None and (article := read_article(identifier, node, self.report)):
                found[identifier] = article
        return found

    def evidence(self) -> dict[str, Evidence]:
        found: dict[str, Evidence] = {}
        for path in self.folder("evidence", "*.json"):
            identifier = self.identifier(path)
            source = self.source(path)
            if source is None or identifier is None:
                continue
            evidence, faults = read_evidence(source)
            self.findings.extend(faults)
            if evidence is not None:
                found[identifier] = evidence
        return found

    def records(
        self, paths: Iterable[Path], read: Callable[[Node, Report], tuple[Identified, ...]]
    ) -> dict[str, Identified]:
        """Return the records of *paths* by id; the first of two with one id stays."""
        found: dict[str, Identified] = {}
        for path in paths:
            node = self.yaml(path)
            for record in read(node, self.report) if node is not None else ():
                if record.id in found:
                    other = found[record.id].span
                    notes = (f"first at {other.path}:{other.first[0]}",)
                    self.report(Finding(REPEATED_ID, record.span, f'id "{record.id}" stands twice', notes=notes))
                else:
                    found[record.id] = record
        return found

    def briefings(self) -> dict[str, Briefing]:
        found: dict[str, Briefing] = {}
        folders = [path for path in self.folder("briefings", "*") if path.is_dir()]
        for folder in folders:
            identifier = self.identifier(folder)
            path = folder / "briefing.yaml"
            if not path.is_file():
                self.report(Finding(MISSING_FILE, self.at(path).span(), "briefing has no record"))
                continue
            node = self.yaml(path)
            briefing = read_briefing(identifier, node, self.report) if identifier and node is not None else None
            if briefing is None:
                continue
            prose = {}
            for language in LANGUAGES:
                text = folder / f"{language}.md"
                source = self.source(text) if text.is_file() else None
                if source is not None:
                    read = read_prose(source, language)
                    prose[language] = read.passages
                    self.allows.extend(read.allows)
                    self.findings.extend(read.findings)
            found[briefing.id] = replace(briefing, prose=prose)
        return found

    def find_strays(self) -> None:
        """Report files that nothing has read; originals and the changes of the site are read elsewhere."""
        for path in sorted(self.seeds.rglob("*")):
            parts = path.relative_to(self.seeds).parts
            is_elsewhere = parts[0] in ("originals", "changes") or parts[-1].startswith(".") or parts == ("README.md",)
            if path.is_file() and path not in self.read_files and not is_elsewhere:
                self.report(Finding(STRAY_FILE, self.at(path).span(), "file is read by nothing", help=_advice(parts)))


def _advice(parts: tuple[str, ...]) -> str:
    known = {
        "articles": "<id>.yaml",
        "evidence": "<id>.json",
        "entities": "<kind>.yaml",
        "ledger": "facts.yaml or events.yaml",
    }
    if len(parts) > 1 and parts[0] == "briefings":
        return "a briefing's folder holds briefing.yaml, en.md and ko.md"
    if len(parts) == 2 and parts[0] in known:
        return f"files here are named {known[parts[0]]}"
    return "remove it, or put it where CONTRIBUTING.md says"


def read_library(seeds: Path) -> tuple[Library, tuple[Finding, ...]]:
    """Return all of *seeds* as far as it can be read, and the faults of all files.

    Paths in findings are those under which *seeds* was given. Raises FileNotFoundError when there is no such folder.
    """
    if not seeds.is_dir():
        raise FileNotFoundError(f"no folder {seeds}")
    reader = _Reader(seeds)
    settings = reader.settings()
    articles = reader.articles()
    evidence = reader.evidence()
    entities = reader.records(reader.folder("entities", "*.yaml"), read_entities)
    facts = reader.records(reader.folder("ledger", "facts.yaml"), read_facts)
    events = reader.records(reader.folder("ledger", "events.yaml"), read_events)
    briefings = reader.briefings()
    reader.find_strays()
    library = Library(settings, articles, evidence, entities, facts, events, briefings, tuple(reader.allows))
    return library, tuple(reader.findings)
