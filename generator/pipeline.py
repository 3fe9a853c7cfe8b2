"""The only place that knows every stage: originals → evidence, and seeds → pages.

``build`` is a function of ``seeds/``: same seeds, same bytes. Whether pages with errors are written is the
edge's choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import ModuleType

from generator.claims import files, inline, ledger, library, prose, records, resolve, shapes, yaml
from generator.claims.checks import (
    agreement,
    citations,
    copying,
    dates,
    derived,
    figures,
    links,
    names,
    quotations,
    sums,
    tense,
    translation,
)
from generator.claims.checks import records as record_checks
from generator.claims.draft import draft_article, draft_id
from generator.claims.library import read_library
from generator.evidence import codec
from generator.evidence.codec import evidence_text
from generator.evidence.collect import OriginalError, Tables, build_tables, collect
from generator.evidence.originals import normal_name
from generator.finding import Finding, Rule, Severity, in_order
from generator.model import Evidence, Library, Site
from generator.site import audit as audit_rules
from generator.site import root
from generator.site import write as write_rules
from generator.site.audit import audit
from generator.site.pages import render
from generator.site.write import Plan, plan, write
from generator.storage import write_file

UNUSED_ALLOWANCE = Rule(
    "B123",
    Severity.WARNING,
    """
A comment allows a finding that is not there.

Why: an exception that is no longer needed would hide the next fault.
Bad: <!-- allow B304: no article prints it --> beside a sentence that is cited
Good: the comment removed
""",
)

CHECKS: tuple[Callable[[Site], Iterator[Finding]], ...] = (
    record_checks.find_differing_records,
    record_checks.find_names_without_basis,
    record_checks.find_unused,
    links.find_ambiguous_names,
    links.find_repeated_aliases,
    citations.find_uncited,
    citations.find_idle,
    figures.find_unsupported_figures,
    dates.find_unsupported_dates,
    names.find_unnamed,
    quotations.find_unproven,
    derived.find_bad_calcs,
    tense.find_done_over_planned,
    agreement.find_unacknowledged,
    agreement.find_unfit,
    sums.find_wrong_sums,
    sums.find_odd_rates,
    sums.find_past_due,
    translation.find_pending,
    translation.find_differing,
    copying.find_copied,
)
"""Every check, each a function of the resolved site."""

_ROOMS: tuple[ModuleType, ...] = (
    *(files, yaml, shapes, inline, prose, records, ledger, library, resolve, codec),
    *(record_checks, links, citations, figures, dates, names, quotations, derived, tense),
    *(agreement, sums, translation, copying, audit_rules, write_rules),
)
"""Modules whose rules the manual lists."""


def _rules() -> tuple[Rule, ...]:
    found = {value for room in _ROOMS for value in vars(room).values() if isinstance(value, Rule)}
    return tuple(sorted({*found, UNUSED_ALLOWANCE}, key=lambda rule: rule.code))


RULES = _rules()
"""Every rule of the package, by code."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A dossier as read, resolved and checked."""

    site: Site
    findings: tuple[Finding, ...]
    """In order, without those that a curator allows."""


@dataclass(frozen=True, slots=True)
class Build:
    """A dossier and its pages."""

    site: Site
    findings: tuple[Finding, ...]
    pages: dict[str, bytes]
    """By path under the docs folder."""


def check(seeds: Path, tracked: tuple[str, ...] = ()) -> Checked:
    """Return what is wrong with *seeds*; *tracked* are the originals that git knows, which only the edge can ask.

    Raises FileNotFoundError when there is no such folder.
    """
    library, unread = read_library(seeds)
    site, unresolved = resolve.resolve(library)
    unsound = [finding for find in CHECKS for finding in find(site)]
    return Checked(site, in_order(_unallowed(library, [*unread, *unresolved, *unsound, *files.find_tracked(tracked)])))


def _unallowed(library: Library, findings: list[Finding]) -> Iterator[Finding]:
    """Yield what no comment allows, and a finding for each comment that allows nothing."""
    used = set()
    for finding in findings:
        allowed = [
            allow for allow in library.allows if allow.code == finding.rule.code and _covers(allow.scope, finding.span)
        ]
        used.update(allowed)
        if not allowed:
            yield finding
    for allow in library.allows:
        if allow not in used:
            message = f"{allow.code} is allowed here but not found"
            yield Finding(UNUSED_ALLOWANCE, allow.span, message, help="remove the comment")


def _covers(scope: object, span: object) -> bool:
    return scope.path == span.path and scope.start <= span.start and span.end <= scope.end  # type: ignore[attr-defined]


# ---------------------------------------------------------------------------------------------------- seeds → pages


def build(seeds: Path) -> Build:
    """Return the pages of *seeds* and everything that is wrong with the seeds or with the pages themselves."""
    checked = check(seeds)
    pages = render(checked.site, checked.findings, RULES)
    return Build(checked.site, in_order([*checked.findings, *audit(pages)]), pages)


def stale_pages(built: Build, docs: Path) -> tuple[str, ...]:
    """Return the paths below *docs* that are not what the seeds give: missing, out of date, edited or left over."""
    planned = plan(built.pages, docs)
    blocked = (finding.span.path.removeprefix(f"{docs.as_posix()}/") for finding in planned.findings)
    return tuple(sorted({*planned.changed, *planned.removed, *blocked}))


def write_pages(built: Build, docs: Path) -> Plan:
    """Write the pages below *docs* and return what changed; pages written or edited by hand stay, and are findings."""
    return write(built.pages, docs)


def assemble(seeds: Path, site: Path, base: str = "") -> tuple[str, ...]:
    """Finish the built *site*: the choice of language and the page for dead links; return the paths written.

    *base* is the address that the site will have, "" when it is not known.
    """
    known, _ = read_library(seeds)
    return root.assemble(site, known.settings, base)


# ------------------------------------------------------------------------------------------------ originals → evidence


class UnknownArticleError(Exception):
    """No article has the id asked for, or its original is not at hand. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What reading originals needs to know of the seeds."""

    seeds: Path
    library: Library
    tables: Tables


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, in words."""

    words: str
    is_failure: bool = False


def prepare_ingest(seeds: Path) -> Batch:
    """Return the seeds and their tables. Raises FileNotFoundError when there is no such folder."""
    known, _ = read_library(seeds)
    return Batch(seeds, known, build_tables(known))


def ingest_file(batch: Batch, path: Path) -> Outcome:
    """Write the evidence of the original at *path*, and a draft record when the article is new.

    A record that is there is never touched. A file that cannot be read is an outcome, not an exception.
    """
    raw = path.read_bytes()
    name = normal_name(path.name)
    article = _article_of(batch.library, name, raw)
    try:
        evidence, _ = collect(path.name, raw, batch.tables, article or "new", _day_of(batch.library, article))
    except OriginalError as fault:
        return Outcome(_refusal(path, fault), is_failure=True)
    folder = batch.seeds / "articles"
    if article is None:
        taken = {*batch.library.articles, *(one.stem for one in folder.glob("*.yaml"))}
        article = draft_id(evidence, taken)
        evidence = replace(evidence, article=article)
        write_file(folder / f"{article}.yaml", draft_article(evidence).encode())
    changed = write_file(batch.seeds / "evidence" / f"{article}.json", evidence_text(evidence).encode())
    return Outcome(f"{path.name} → {article}: {_contents(evidence)}" + ("" if changed else " (unchanged)"))


def extract_file(batch: Batch, path: Path, out: Path, day: date | None) -> Outcome:
    """Write the evidence of the original at *path* to *out*/<its stem>.json; *day* is that of publication, if known."""
    raw = path.read_bytes()
    article = _article_of(batch.library, normal_name(path.name), raw)
    try:
        evidence, _ = collect(
            path.name, raw, batch.tables, article or path.stem, day or _day_of(batch.library, article)
        )
    except OriginalError as fault:
        return Outcome(_refusal(path, fault), is_failure=True)
    target = out / f"{path.stem}.json"
    write_file(target, evidence_text(evidence).encode())
    return Outcome(f"{path.name} → {target}: {_contents(evidence)}")


def read_article(seeds: Path, article: str, originals: Path) -> str:
    """Return the numbered paragraphs of an original beside their facts. Raises UnknownArticleError."""
    batch = prepare_ingest(seeds)
    if article not in batch.library.articles:
        raise UnknownArticleError(f'no article "{article}"; there are: {", ".join(batch.library.articles) or "none"}')
    path = _original_of(batch.library, article, originals)
    if path is None:
        raise UnknownArticleError(f"the original of {article} is not in {originals}")
    evidence, reading = collect(path.name, path.read_bytes(), batch.tables, article, _day_of(batch.library, article))
    return render_reading(evidence, reading)


def verify(seeds: Path, originals: Path) -> tuple[Outcome, ...]:
    """Return for each piece of evidence whether its original still gives it: same, stale or wrong."""
    batch = prepare_ingest(seeds)
    return tuple(_verdict(batch, article, originals) for article in batch.library.evidence)


def _verdict(batch: Batch, article: str, originals: Path) -> Outcome:
    kept = batch.library.evidence[article]
    path = _original_of(batch.library, article, originals)
    if path is None:
        return Outcome(f"{article}: not proved, its original is not in {originals}")
    raw = path.read_bytes()
    if sha256(raw).hexdigest() != kept.original.sha256:
        return Outcome(f"{article}: wrong, {path.name} is not the original that it was made from", is_failure=True)
    try:
        fresh, _ = collect(path.name, raw, batch.tables, article, _day_of(batch.library, article))
    except OriginalError as fault:
        return Outcome(_refusal(path, fault), is_failure=True)
    verdict = compare(kept, fresh)
    words = "".join(f"\n  {line}" for line in verdict.differences)
    return Outcome(f"{article}: {verdict.state}{words}", is_failure=verdict.state == "wrong")


def _article_of(library: Library, name: str, raw: bytes) -> str | None:
    """Return the id of the article that an original belongs to: by its digest, else by its file name."""
    digest = sha256(raw).hexdigest()
    for article, evidence in library.evidence.items():
        if evidence.original.sha256 == digest:
            return article
    named = [article for article, record in library.articles.items() if record.original == name]
    named += [article for article, evidence in library.evidence.items() if evidence.original.name == name]
    return named[0] if named else None


def _original_of(library: Library, article: str, originals: Path) -> Path | None:
    evidence = library.evidence.get(article)
    name = evidence.original.name if evidence else library.articles[article].original
    files = originals.iterdir() if originals.is_dir() else ()
    return next((path for path in sorted(files) if normal_name(path.name) == name), None)


def _day_of(library: Library, article: str | None) -> date | None:
    """Return the day of publication that the record gives, unless a curator inferred it."""
    record = library.articles.get(article or "")
    if record is None or not record.is_dated or record.published is None:
        return None
    return record.published.first if record.published.first == record.published.last else None


def _contents(evidence: Evidence) -> str:
    paragraphs = evidence.paragraphs
    counts = {
        "paragraphs": len(paragraphs),
        "figures": sum(len(one.figures) for one in paragraphs),
        "dates": sum(len(one.dates) for one in paragraphs),
        "names": sum(len(one.mentions) for one in paragraphs),
    }
    slugs = sorted({slug for one in paragraphs for slug in one.briefings})
    words = ", ".join(f"{number} {what}" for what, number in counts.items())
    return f"{words}; for {', '.join(slugs) or 'no briefing yet'}"


def _refusal(path: Path, fault: OriginalError) -> str:
    return f"{path}: {fault.message}" + (f"\n  help: {fault.help}" if fault.help else "")
