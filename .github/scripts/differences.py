"""What a reader would find changed: the pages of a built site against those that are published."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

SHOWN_PAGES = 20
SHOWN_CLAIMS = 30
CLAIMS = "claims.txt"
"""Where a pull request's own run leaves what ``briefing changes`` says; it is shown, and not published."""


@dataclass(frozen=True)
class Report:
    """What a reader would find changed against the published site."""

    files: int
    pages: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def lines(self) -> list[str]:
        """Return the report in Markdown. Names are plain ASCII by now and stand in code spans."""
        if not (self.added or self.changed or self.removed):
            return [f"{self.pages} pages, none differs from the published site."]
        counts = f"{len(self.added)} new, {len(self.changed)} changed, {len(self.removed)} gone"
        rows = [f"- new: `{name}`" for name in self.added]
        rows += [f"- changed: `{name}`" for name in self.changed]
        rows += [f"- gone: `{name}`" for name in self.removed]
        more = [f"- and {len(rows) - SHOWN_PAGES} more"] if len(rows) > SHOWN_PAGES else []
        return [f"{self.pages} pages: {counts}.", "", *rows[:SHOWN_PAGES], *more]


def comparable(page: bytes) -> bytes:
    """Return *page* without what a preview's own address changes in it."""
    return re.sub(rb"/previews/pr-[0-9]+/", b"/", page)


def compare(site: Mapping[str, bytes], published: Mapping[str, bytes]) -> Report:
    """Return how the pages of *site* differ from those of *published*."""
    new = {name: comparable(page) for name, page in site.items() if name.endswith(".html")}
    old = {name: comparable(page) for name, page in published.items() if name.endswith(".html")}
    return Report(
        files=len(site),
        pages=len(new),
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(name for name in new.keys() & old.keys() if new[name] != old[name])),
        removed=tuple(sorted(old.keys() - new.keys())),
    )


def claims_told(text: bytes) -> list[str]:
    """Return what a pull request's run says of its claims, in Markdown in which none of it can act.

    The words are a stranger's: each line goes into one code span, short, without back-ticks and unseen characters.
    """
    told = [line[2:] for line in text.decode("utf-8", errors="replace").splitlines() if line.startswith("- ")]
    rows = []
    for line in told[:SHOWN_CLAIMS]:
        seen = "".join(" " if letter.isspace() else letter for letter in line if letter != "`")
        plain = "".join(letter for letter in seen if not unicodedata.category(letter).startswith("C"))
        rows.append(f"- `{plain[:240].strip() or '?'}`")
    more = [f"- and {len(told) - SHOWN_CLAIMS} more"] if len(told) > SHOWN_CLAIMS else []
    return ["", "Claims, as the run of the pull request tells them:", "", *rows, *more] if rows else []
