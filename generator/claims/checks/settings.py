"""1xx: what the site must say of itself, and does not say yet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Finding, Rule, Severity
from generator.model import Site

UNFILLED = Rule(
    "B125",
    Severity.NOTE,
    """
The settings do not say who is responsible, or how to reach them.

Why: a reader who finds a mistake, or is named and wishes to reply, must have somebody to write to. Until then the page
About says that nobody has been entered.
Bad: contact: null
Good: contact: desk@example.org
""",
)


def find_unfilled(site: Site) -> Iterator[Finding]:
    """Yield a note for each of *responsible* and *contact* that ``site.yaml`` leaves empty."""
    settings = site.library.settings
    for key, value in (("responsible", settings.responsible), ("contact", settings.contact)):
        if not value:
            message = f'"{key}" is not filled in'
            span = settings.span_of.get(key, settings.span)
            yield Finding(UNFILLED, span, message, help=f"write {key}: in seeds/site.yaml before publishing")
