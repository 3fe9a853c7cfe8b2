"""Invented dossiers for the tests of the checks: articles given as paragraphs, read by the real readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import yaml

from generator.claims.library import read_library
from generator.evidence.codec import evidence_text
from generator.evidence.fingerprint import fingerprint
from generator.evidence.quotations import find_quotations
from generator.evidence.tables import EXTRACTOR, Tables, build_tables
from generator.model import Evidence, Made
from tests.seeds_maker import BRIEFING, SITE, invented_evidence


@dataclass(frozen=True, slots=True)
class Invented:
    """An article of a test: language, day of publication, and paragraphs by locator."""

    id: str
    language: str
    published: date | None
    paragraphs: Mapping[str, str]


def read_articles(text: str) -> tuple[Invented, ...]:
    """Return the articles of a YAML mapping: language, published and paragraphs by id."""
    return tuple(
        Invented(id, row["language"], row["published"], row["paragraphs"]) for id, row in yaml.safe_load(text).items()
    )


def evidence_of(article: Invented, tables: Tables) -> Evidence:
    """Return the evidence of an invented article, with its fingerprint and the proofs of its quotations."""
    bare = invented_evidence(article.id, article.language, article.published, article.paragraphs, tables.names)
    texts = list(zip(article.paragraphs.values(), bare.paragraphs, strict=True))
    proofs = tuple(
        proof for text, row in texts for proof in find_quotations(row.locator, text, row.mentions, tables.people)
    )
    made = Made(EXTRACTOR, tables.digest)
    return replace(bare, fingerprint=fingerprint(texts), quotations=proofs, made=made)


def write_dossier(folder: Path, files: Mapping[str, str], articles: tuple[Invented, ...]) -> Path:
    """Write seeds of one briefing over *articles* into *folder*, with *files* (by path) in place; return the folder."""
    written = {"site.yaml": SITE, "briefings/ferry/briefing.yaml": BRIEFING}
    for article in articles:
        title = f'"{article.paragraphs["title"]}"' if "title" in article.paragraphs else "null"
        label = "" if "title" in article.paragraphs else f"label: {{en: {article.id}, ko: {article.id}}}\n"
        published = article.published.isoformat() if article.published else "null"
        written[f"articles/{article.id}.yaml"] = (
            f"original: {article.id}.txt\ntitle: {title}\n{label}published: {published}\nlanguage: {article.language}\n"
        )
    _write(folder, {**written, **files})
    tables = build_tables(read_library(folder)[0])
    for article in articles:
        path = f"evidence/{article.id}.json"
        if path not in files:
            _write(folder, {path: evidence_text(evidence_of(article, tables))})
    return folder


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
