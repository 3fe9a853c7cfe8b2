"""Originals → evidence on disk, and what a curator should know of each: the road's first half, at the edge.

Reading one original is a pure function; many are read on all cores. Writing happens here, one file after another.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from generator.claims.checks.copying import copied_in_full
from generator.claims.draft import draft_article, draft_id
from generator.claims.library import read_library
from generator.claims.resolve import resolve
from generator.evidence.codec import evidence_text
from generator.evidence.collect import OriginalError, Reading, collect
from generator.evidence.originals import normal_name
from generator.evidence.proof import EVIDENCE_STALE, find_wrong, head_of
from generator.evidence.proof import verify as prove
from generator.evidence.recapture import is_same_article
from generator.evidence.strangers import find_strangers
from generator.evidence.tables import EXTRACTOR, Tables, build_tables
from generator.model import Evidence, Library, Made, Site
from generator.reading import Outcome, render_ingested, render_reading
from generator.report import render_text
from generator.storage import NotAtHandError, write_file

MANY = 12
"""Files from which a second process is worth its start."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What reading originals needs to know of the seeds."""

    seeds: Path
    library: Library
    tables: Tables


@dataclass(frozen=True, slots=True)
class Task:
    """One original to read."""

    path: Path
    article: str | None
    """The article it is known to belong to; None for a new one."""
    day: date | None
    """Day of publication that the curator's record gives."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What one original gave, or why it gave nothing."""

    evidence: Evidence | None
    strangers: tuple[tuple[str, int], ...] = ()
    refusal: str = ""


def prepare(seeds: Path) -> Batch:
    """Return the seeds and their tables. Raises FileNotFoundError when there is no such folder."""
    known, _ = read_library(seeds)
    return Batch(seeds, known, build_tables(known))


def ingest(batch: Batch, paths: Iterable[Path], article: str | None = None) -> Iterator[Outcome]:
    """Write the evidence of each original, and a draft record for a new article; yield what became of it.

    *article* is the id of a known article that the originals capture again, whatever their names. A record that is
    there is never touched; an original read before by the same rules is not read again. A file that cannot be read is
    an outcome, not an exception.
    """
    tasks = [_task(batch, path, article) for path in paths]
    fresh = [task for task in tasks if not _is_current(batch, task)]
    extracts = iter(_extract_all(batch.tables, fresh))
    library = batch.library
    taken = {task.article for task in tasks}
    for task in tasks:
        if _is_current(batch, task):
            yield Outcome(f"{task.path.name} → {task.article}: unchanged")
            continue
        outcome, kept = _keep(batch.seeds, library, *_recognised(batch, taken, task, next(extracts)))
        yield outcome
        if kept is not None:
            taken.add(kept.article)
            library = replace(library, evidence={**library.evidence, kept.article: kept})


def extract(batch: Batch, paths: Iterable[Path], out: Path, day: date | None) -> Iterator[Outcome]:
    """Write the evidence of each original to *out*/<its stem>.json; *day* is that of publication, where known."""
    tasks = [_task(batch, path, None) for path in paths]
    tasks = [replace(task, day=day or task.day) for task in tasks]
    for task, result in zip(tasks, _extract_all(batch.tables, tasks), strict=True):
        if result.evidence is None:
            yield Outcome(result.refusal, is_failure=True)
            continue
        evidence = replace(result.evidence, article=task.article or task.path.stem)
        target = out / f"{task.path.stem}.json"
        write_file(target, evidence_text(evidence).encode())
        yield Outcome(f"{task.path.name} → {target}")


def read_article(seeds: Path, article: str, originals: Path) -> str:
    """Return the numbered paragraphs of an original beside their facts. Raises NotAtHandError."""
    batch = prepare(seeds)
    if article not in batch.library.articles:
        raise NotAtHandError(f'no article "{article}"; there are: {", ".join(batch.library.articles) or "none"}')
    path = original_of(batch.library, article, originals)
    if path is None:
        raise NotAtHandError(f"the original of {article} is not in {originals}; name its folder with --originals")
    try:
        evidence, reading = collect_file(batch, article, path)
    except OriginalError as fault:
        raise NotAtHandError(_refusal(path, fault)) from fault
    return render_reading(evidence, reading)


def collect_file(batch: Batch, article: str, path: Path) -> tuple[Evidence, Reading]:
    """Return what the original at *path* gives today for a known *article*. Raises OriginalError."""
    return collect(path.name, path.read_bytes(), batch.tables, article, day_of(batch.library, article))


def original_of(library: Library, article: str, originals: Path) -> Path | None:
    """Return where the original of *article* lies in the folder *originals*; None when it is not there."""
    evidence, record = library.evidence.get(article), library.articles.get(article)
    name = evidence.original.name if evidence else record.original if record else None
    files = originals.iterdir() if originals.is_dir() else ()
    return next((path for path in sorted(files) if normal_name(path.name) == name), None)


def day_of(library: Library, article: str | None) -> date | None:
    """Return the day of publication that the record gives, unless a curator inferred it."""
    record = library.articles.get(article or "")
    if record is None or not record.is_dated or record.published is None:
        return None
    return record.published.first if record.published.first == record.published.last else None


# ------------------------------------------------------------------------------------------------------- one original


def _task(batch: Batch, path: Path, article: str | None) -> Task:
    article = article or _article_of(batch.library, normal_name(path.name), path.read_bytes())
    return Task(path, article, day_of(batch.library, article))


def _article_of(library: Library, name: str, raw: bytes) -> str | None:
    """Return the id of the article that an original belongs to: by its digest, else by its file name."""
    digest = sha256(raw).hexdigest()
    for article, evidence in library.evidence.items():
        if evidence.original.sha256 == digest:
            return article
    named = [article for article, record in library.articles.items() if record.original == name]
    named += [article for article, evidence in library.evidence.items() if evidence.original.name == name]
    return named[0] if named else None


def _is_current(batch: Batch, task: Task) -> bool:
    """Return whether the evidence kept is what reading the same bytes by the same rules would give again."""
    kept = batch.library.evidence.get(task.article or "")
    if kept is None or kept.made != Made(EXTRACTOR, batch.tables.digest) or task.article not in batch.library.articles:
        return False
    published = kept.found.published
    is_same_day = task.day is None or (published is not None and published.first == published.last == task.day)
    return is_same_day and sha256(task.path.read_bytes()).hexdigest() == kept.original.sha256


def _extract_all(tables: Tables, tasks: Sequence[Task]) -> Iterator[Extract]:
    """Yield what each task gives, in order, on all cores when there are many."""
    if len(tasks) < MANY:
        yield from (_extract(tables, task) for task in tasks)
        return
    with ProcessPoolExecutor(os.cpu_count(), initializer=_share, initargs=(tables,)) as pool:
        yield from pool.map(_extract_shared, tasks, chunksize=8)


_shared: list[Tables] = []
"""The tables of a worker process: sent once, not with every task."""


def _share(tables: Tables) -> None:
    _shared[:] = [tables]


def _extract_shared(task: Task) -> Extract:
    return _extract(_shared[0], task)


def _extract(tables: Tables, task: Task) -> Extract:
    try:
        evidence, reading = collect(task.path.name, task.path.read_bytes(), tables, task.article or "new", task.day)
    except OriginalError as fault:
        return Extract(None, refusal=_refusal(task.path, fault))
    mentions = [paragraph.mentions for paragraph in evidence.paragraphs]
    return Extract(evidence, find_strangers(reading.texts, mentions, evidence.language))


def _recognised(batch: Batch, taken: Container[str | None], task: Task, result: Extract) -> tuple[Task, Extract]:
    """Return a new file that captures a known article again as that article's, read with the day of its record.

    An article *taken* by another file of the batch stays with that one.
    """
    if task.article is not None or result.evidence is None:
        return task, result
    known = [id for id, evidence in batch.library.evidence.items() if is_same_article(evidence, result.evidence)]
    if len(known) != 1 or known[0] in taken:
        return task, result
    again = replace(task, article=known[0], day=day_of(batch.library, known[0]))
    return again, _extract(batch.tables, again) if again.day else result


def _keep(seeds: Path, library: Library, task: Task, result: Extract) -> tuple[Outcome, Evidence | None]:
    """Write what one original gave; return what to say of it, and the evidence kept."""
    evidence = result.evidence
    if evidence is None:
        return Outcome(result.refusal, is_failure=True), None
    folder = seeds / "articles"
    article = task.article
    if article is None:
        article = draft_id(
            evidence, {*library.articles, *library.evidence, *(one.stem for one in folder.glob("*.yaml"))}
        )
    evidence = replace(evidence, article=article)
    before = library.evidence.get(article)
    if not (folder / f"{article}.yaml").exists():
        write_file(folder / f"{article}.yaml", draft_article(evidence).encode())
    write_file(seeds / "evidence" / f"{article}.json", evidence_text(evidence).encode())
    words = render_ingested(evidence, before, library, result.strangers)
    record = library.articles.get(article)
    if record is not None and record.original != evidence.original.name:
        words += f"\n  another file: write original: {evidence.original.name} in {folder}/{article}.yaml"
    return Outcome(f"{task.path.name} → {words}"), evidence


def _refusal(path: Path, fault: OriginalError) -> str:
    return f"{path}: {fault.message}" + (f"\n  help: {fault.help}" if fault.help else "")


# ------------------------------------------------------------------------------------------------------------- proving


def verify(seeds: Path, originals: Path) -> tuple[Outcome, ...]:
    """Return for each piece of evidence whether its original in *originals* still gives it: same, stale or wrong.

    With the original at hand, our words are compared with all of its own: a copied run is a failure as well. What is
    not there cannot be proved, and is no failure: only who holds the originals can.
    """
    batch = prepare(seeds)
    site, _ = resolve(batch.library)
    return tuple(_verdict(batch, site, article, originals) for article in batch.library.evidence)


def _verdict(batch: Batch, site: Site, article: str, originals: Path) -> Outcome:
    kept = batch.library.evidence[article]
    path = original_of(batch.library, article, originals)
    if path is None:
        return Outcome(f"{article}: not proved, {kept.original.name} is not in {originals}")
    try:
        fresh, reading = collect_file(batch, article, path)
    except OriginalError as fault:
        return Outcome(_refusal(path, fault), is_failure=True)
    copied = tuple(copied_in_full(site, article, zip(reading.texts, fresh.paragraphs, strict=True)))
    verdict = prove(kept, fresh)
    wrong = tuple(find_wrong(kept, head_of(batch.seeds.as_posix(), article), fresh))
    ages = "".join(f"\n  {line}" for line in verdict.differences) if verdict.state == "stale" else ""
    rule = f" [{EVIDENCE_STALE.code}]" if ages else ""
    told = "\n" + render_text((*wrong, *copied)).rstrip() if wrong or copied else ""
    return Outcome(f"{article}: {verdict.state}{rule}{ages}{told}", bool(wrong or copied))
