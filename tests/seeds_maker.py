"""Small invented dossiers for tests: seeds on disk, evidence made by the real readers, findings as short lines."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.claims.library import read_library
from generator.claims.resolve import resolve
from generator.evidence.codec import evidence_text
from generator.evidence.strangers import strangers_in
from generator.language.dates import read_dates
from generator.language.figures import read_figures
from generator.language.figures_loose import read_loose
from generator.language.names import NameTable, build_table, read_mentions
from generator.model import Evidence, Fingerprint, Found, Made, Original, Paragraph, Published, Site

SITE = """\
title: {en: Harbour dossier, ko: 항만 자료집}
description: {en: An invented dossier, ko: 지어낸 자료집}
languages: [en, ko]
url: null
repository: null
responsible: {en: Nobody, ko: 없음}
contact: desk@example.org
reviewed: 2031-06-01
made: {en: Invented for tests, ko: 시험용으로 지어냄}
licence: {en: CC0, ko: CC0}
"""
ENTITIES = """\
- id: haenam
  kind: org
  names: {en: Haenam Shipping, ko: 해남해운}
  aliases: [Haenam]
- id: orsted
  kind: org
  names: {en: Nordlys, ko: 노르들뤼스}
- id: park
  kind: person
  names: {en: Park Sun-a, ko: 박선아}
"""
BRIEFING = """\
order: 1
title: {en: The ferry, ko: 여객선}
summary: {en: A ferry is ordered., ko: 여객선을 주문했다.}
status: {en: Planned, ko: 계획}
routing: {entities: [haenam], terms: [ferry, 여객선]}
"""
ARTICLES = {
    "times-2031-05-04": (
        "en",
        date(2031, 5, 4),
        {
            "title": "Haenam Shipping orders ferries",
            "¶1": "Haenam Shipping will pay 2.4 trillion won ($1.8 billion) for seven ferries over five years.",
            "¶2": "The first ship is due in the second quarter of 2032, Park Sun-a said.",
        },
    ),
    "ilbo-2031-05-05": (
        "ko",
        date(2031, 5, 5),
        {
            "title": "해남해운, 여객선 주문",
            "¶1": "해남해운은 5년간 2조4000억원을 들여 여객선 7척을 산다.",
            "¶2": "박선아 해남해운 대표는 내년 2분기에 첫 배를 받는다고 말했다.",
        },
    ),
}
"""Two invented articles on one announcement: language, day of publication, paragraphs by locator."""


def invented_evidence(
    article: str, language: str, day: date | None, paragraphs: Mapping[str, str], names: NameTable
) -> Evidence:
    """Return evidence for invented *paragraphs*, read by the real readers."""
    texts = list(paragraphs.values())
    dates = read_dates(texts, language, day)
    mentions = read_mentions(texts, names, language)
    rows = []
    for index, (locator, text) in enumerate(paragraphs.items()):
        kind = "body" if locator.startswith("¶") else locator.split(" ")[0]
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        figures = read_figures(text, language)
        counted, named = len(text.split()), mentions[index]
        strangers = strangers_in(text, named, language)
        taken = [(one.start, one.end) for one in (*figures, *dates[index], *named)]
        more = (strangers, read_loose(text, language, taken))
        rows.append(Paragraph(locator, kind, index + 1, counted, (), figures, dates[index], named, digest, *more))
    published = Published(day, day, "text") if day else None
    original = Original(f"{article}.txt", hashlib.sha256("\n".join(texts).encode()).hexdigest(), "text/plain")
    found = Found(paragraphs.get("title"), None, published, (), ())
    lines = {row.line: row.kind for row in rows if row.line is not None}
    fingerprint = Fingerprint("test", frozenset())
    return Evidence(article, language, original, found, lines, tuple(rows), Made("test", "test"), fingerprint)


def bare_evidence(publisher: str | None = None, published: str | None = None) -> Evidence:
    """Return evidence of an article of which nothing but its imprint is known."""
    day = date.fromisoformat(published) if published else None
    found = Found(None, publisher, Published(day, day, "text") if day else None, (), ())
    original = Original("saved page.txt", "0" * 64, "text/plain")
    return Evidence("x", "en", original, found, {}, (), Made("test", "test"), Fingerprint("test", frozenset()))


def make_seeds(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the invented dossier under *folder*/seeds, with *files* (by path under seeds) in place of its own.

    None leaves a file out.
    """
    seeds = folder / "seeds"
    written: dict[str, str | bytes | None] = {
        "site.yaml": SITE,
        "entities/all.yaml": ENTITIES,
        "briefings/ferry/briefing.yaml": BRIEFING,
        **(files or {}),
    }
    for article, (language, day, _) in ARTICLES.items():
        title = ARTICLES[article][2]["title"]
        record = f'original: {article}.txt\ntitle: "{title}"\npublished: {day}\nlanguage: {language}\n'
        written.setdefault(f"articles/{article}.yaml", record)
    _write(seeds, written)
    library, _ = read_library(seeds)
    names = build_table(library.entities.values())
    for article, (language, day, paragraphs) in ARTICLES.items():
        evidence = invented_evidence(article, language, day, paragraphs, names)
        if f"evidence/{article}.json" not in written:
            _write(seeds, {f"evidence/{article}.json": evidence_text(evidence)})
    return seeds


def _write(seeds: Path, files: Mapping[str, str | bytes | None]) -> None:
    for name, content in files.items():
        if content is None:
            continue
        path = seeds / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def make_site(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Site:
    """Return the resolved site of the invented dossier with *files* in place."""
    library, _ = read_library(make_seeds(folder, files))
    return resolve(library)[0]


def diagnose(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> list[str]:
    """Return what reading, resolving and checking report: "briefings/ferry/en.md:3:5: B301", in order."""
    from generator.pipeline import check

    seeds = make_seeds(folder, files)
    findings = check(seeds).findings
    return [
        "{}:{}:{}: {}".format(
            finding.span.path.removeprefix(f"{seeds.as_posix()}/"), *finding.span.first, finding.rule.code
        )
        for finding in findings
    ]
