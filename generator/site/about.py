"""About the site: who answers for it, how it was made, and what its program checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.finding import Finding, Rule, Severity
from generator.manual import manual_of
from generator.model import DateSpan, Localized, Precision
from generator.site.filters import markdown, plain, sentence_case
from generator.site.sheets import Sheet


@dataclass(frozen=True, slots=True)
class AboutView:
    """What ``site.yaml`` says; "" where it says nothing."""

    responsible: str
    contact: str
    reviewed: str
    made: str
    licence: str
    ends: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """The manual page of one rule."""

    code: str
    severity: str
    title: str
    why: str
    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules of one subject."""

    title: str
    anchor: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class AllowView:
    """A finding that a curator lets stand, with the reason."""

    code: str
    why: str
    path: str


@dataclass(frozen=True, slots=True)
class ChecksView:
    """All rules, how the edition stands with them, and what was allowed by hand."""

    state: str
    groups: tuple[RuleGroup, ...]
    allows: tuple[AllowView, ...]


def read_about(sheet: Sheet) -> AboutView:
    """Return what the settings say about the site."""
    settings = sheet.atlas.site.library.settings
    reviewed = settings.reviewed
    return AboutView(
        _words(sheet, settings.responsible),
        contact_link(settings.contact),
        sheet.date(_day(reviewed)) if reviewed else "",
        _words(sheet, settings.made),
        _words(sheet, settings.licence),
        sheet.ends(),
    )


def _day(day: date) -> DateSpan:
    return DateSpan("", 0, day, day, Precision.DAY, day.isoformat())


def contact_link(contact: str | None) -> str:
    """Return *contact* as a Markdown link when it is a mail or web address, else as words; "" for none.

    >>> contact_link("desk@example.org")
    '[desk@example.org](mailto:desk@example.org)'
    """
    if not contact:
        return ""
    if contact.startswith(("https://", "http://")):
        return f"[{markdown(contact)}]({contact})"
    return f"[{markdown(contact)}](mailto:{contact})" if "@" in contact else markdown(contact)


def _words(sheet: Sheet, words: Localized) -> str:
    written = words.get(sheet.language)
    return markdown(written.text) if written else ""


def read_checks(sheet: Sheet, rules: Iterable[Rule], findings: Iterable[Finding]) -> ChecksView:
    """Return the manual of *rules* by subject, and how many of *findings* there are of each severity."""
    listed = sorted(rules, key=lambda rule: rule.code)
    groups = [
        RuleGroup(
            sheet.labels(f"subject-{subject}"),
            f"b{subject}",
            tuple(_rule(sheet, rule) for rule in listed if rule.code[1] == subject),
        )
        for subject in dict.fromkeys(rule.code[1] for rule in listed)
    ]
    counts = Counter(finding.rule.severity for finding in findings)
    state = sheet.labels(
        "checks-state",
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
    )
    allows = [AllowView(allow.code, markdown(allow.why), allow.span.path) for allow in sheet.atlas.site.library.allows]
    return ChecksView(state if counts else sheet.labels("checks-state-clean"), tuple(groups), tuple(allows))


def _rule(sheet: Sheet, rule: Rule) -> RuleView:
    manual = manual_of(rule, sheet.language)
    return RuleView(
        rule.code,
        sheet.labels(f"severity-{rule.severity}"),
        markdown(manual.what),
        sentence_case(markdown(manual.why)),
        plain(manual.bad),
        plain(manual.good),
    )
