"""What a reader would find changed: the pages of a built site against those that are published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

SHOWN_PAGES = 20


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
