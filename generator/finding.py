"""What a check reports: a rule, a place, and words for a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.source import Span


class Severity(StrEnum):
    """How much a finding weighs. Only errors make the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """A constant beside the code that finds it, carrying its own manual page.

    *manual* is one sentence saying what is wrong, then paragraphs that start with ``Why:``, ``Bad:`` and ``Good:``.
    A code is ``B`` and three digits, by subject (1 files, 2 links, 3 support, 4 agreement, 5 publishing), never reused.
    """

    code: str
    severity: Severity
    manual: str

    @property
    def title(self) -> str:
        """The first sentence of the manual page, without its full stop."""
        return self.manual.strip().split("\n", 1)[0].rstrip(".")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place. How it is printed is the business of ``report`` alone."""

    rule: Rule
    span: Span
    message: str
    """The fact, in lower case, without a full stop, values as written."""
    label: str = ""
    """A few words printed behind the caret: usually the value as it was read."""
    notes: tuple[str, ...] = ()
    """What the other side says: evidence, or the place of a second record."""
    help: str = ""
    """What to do about it."""

    def __post_init__(self) -> None:
        # A place is one in a file: there it is printed, sorted and allowed.
        object.__setattr__(self, "span", self.span.in_file)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* once each, sorted by path, place, code and message."""
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda finding: (
                finding.span.path,
                finding.span.start,
                finding.span.end,
                finding.rule.code,
                finding.message,
            ),
        )
    )
