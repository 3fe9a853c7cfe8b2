"""The only place that knows every stage: originals → evidence, and seeds → pages.

``build`` is a function of ``seeds/``: same seeds, same bytes. Whether pages with errors are written is the
edge's choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from generator.claims import allowances, files, inline, ledger, library, prose, records, resolve, shapes, yaml
from generator.claims.checks import (
    agreement,
    citations,
    copying,
    dates,
    derived,
    figures,
    links,
    names,
    numbers,
    quotations,
    settings,
    strangers,
    sums,
    tense,
    translation,
)
from generator.claims.checks import records as record_checks
from generator.claims.library import read_library
from generator.evidence import codec, proof
from generator.finding import Finding, Rule, Severity, in_order
from generator.model import Library, Site
from generator.site import audit as audit_rules
from generator.site import write as write_rules
from generator.site.write import Plan, plan, write
from generator.source import Span

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
    settings.find_unfilled,
    record_checks.find_differing_records,
    record_checks.find_names_without_basis,
    record_checks.find_unused,
    record_checks.find_lone_evidence,
    links.find_ambiguous_names,
    links.find_repeated_aliases,
    citations.find_uncited,
    citations.find_idle,
    citations.find_answers_elsewhere,
    figures.find_unsupported_figures,
    numbers.find_unread_numbers,
    dates.find_unsupported_dates,
    names.find_unnamed,
    strangers.find_strangers,
    quotations.find_unproven,
    derived.find_bad_calcs,
    tense.find_done_over_planned,
    tense.find_happened_later,
    agreement.find_unacknowledged,
    agreement.find_unfit,
    agreement.find_copies_apart,
    sums.find_wrong_sums,
    sums.find_odd_rates,
    sums.find_past_due,
    translation.find_pending,
    translation.find_differing,
    copying.find_copied,
)
"""Every check, each a function of the resolved site."""

_ROOMS: tuple[ModuleType, ...] = (
    *(files, yaml, shapes, inline, allowances, prose, records, ledger, library, resolve, codec, proof),
    *(settings, record_checks, links, citations, figures, numbers, dates, names, strangers, quotations, derived, tense),
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
    kept = [*proof.find_stale(library, seeds.as_posix()), *files.find_tracked(tracked)]
    found = _told_once(library, [*unread, *unresolved, *unsound, *kept])
    return Checked(site, in_order(_unallowed(library, found)))


def _told_once(library: Library, findings: list[Finding]) -> list[Finding]:
    """Return *findings* without those that go when another is put right.

    A reference to a fact whose answers differ because one of them is wrong has nothing wrong with it, nor has the
    status of an event whose day is wrong. A statement without a citation is one fault, however much it states.
    """
    errors = [finding.span for finding in findings if finding.rule.severity is Severity.ERROR]
    uncited = [finding.span for finding in findings if finding.rule is citations.STATEMENT_UNCITED]
    references = {
        f"{{{fact.id}}}"
        for fact in library.facts.values()
        if any(_covers(said.span, span) for said in fact.said for span in errors)
    }
    days = [event.span_of.get("status") for event in library.events.values() if event.when_span.in_file in errors]
    return [
        one
        for one in findings
        if not (one.rule is resolve.OPEN_REFERENCE and one.span.text in references)
        and not (
            one.rule in (figures.FIGURE_UNCITED, dates.DATE_UNCITED) and any(_covers(s, one.span) for s in uncited)
        )
        and not (one.rule in (tense.HAPPENED_LATER, sums.PLAN_PAST_DUE) and one.span in days)
    ]


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
            help = "remove the comment, or move it into the passage or record that it is meant for"
            yield Finding(UNUSED_ALLOWANCE, allow.span, message, help=help)


def _covers(scope: Span, span: Span) -> bool:
    return scope.path == span.path and scope.start <= span.start and span.end <= scope.end


# ---------------------------------------------------------------------------------------------------- seeds → pages


def build(seeds: Path) -> Build:
    """Return the pages of *seeds* and what is wrong with the seeds. Raises FileNotFoundError as ``check`` does."""
    from generator.site.pages import render  # the template engine, which a check never needs

    checked = check(seeds)
    return Build(checked.site, checked.findings, render(checked.site, checked.findings, RULES))


def stale_pages(built: Build, docs: Path) -> tuple[str, ...]:
    """Return the paths below *docs* that are not what the seeds give: missing, out of date, edited or left over."""
    planned = plan(built.pages, docs)
    blocked = (finding.span.path.removeprefix(f"{docs.as_posix()}/") for finding in planned.findings)
    return tuple(sorted({*planned.changed, *planned.removed, *blocked}))


def write_pages(built: Build, docs: Path) -> Plan:
    """Write the pages and what belongs to them below *docs*; return what changed, and what is wrong with those pages.

    Pages written or edited by hand stay as they are, and are findings.
    """
    from generator.site.assets import make_assets, write_assets  # draws, which a check never does

    done = write(built.pages, docs)
    write_assets(make_assets(built.site), docs)
    return replace(done, findings=in_order([*done.findings, *audit_rules.audit(built.pages, done.changed)]))


def assemble(seeds: Path, site: Path, base: str = "") -> tuple[str, ...]:
    """Finish the built *site*: the choice of language and the page for dead links; return the paths written.

    *base* is the address that the site will have, "" when it is not known.
    """
    from generator.site import root

    known, _ = read_library(seeds)
    return root.assemble(site, known.settings, base)
