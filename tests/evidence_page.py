"""Invented page dumps: every line with the label it should get."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PAGES = tuple(sorted((Path(__file__).parent / "evidence_pages").glob("*.page")))
COARSE = {
    "body": "content",
    "heading": "content",
    "caption": "caption",
    "title": "title",
    "meta": "page",
    "other": "page",
}
"""What the labels come down to when they are scored: whether a line is the article's, and as what."""


@dataclass(frozen=True)
class Page:
    """A page dump and what is to be found in it."""

    name: str
    language: str
    title: str | None
    publisher: str | None
    published: str | None
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    lines: tuple[str, ...]
    labels: dict[int, str]

    @property
    def raw(self) -> bytes:
        """The dump as a curator would save it."""
        return "\n".join(self.lines).encode()


def read_page(path: Path) -> Page:
    """Return the page in *path*: "key: value" lines, a rule, then "label|line" rows."""
    head, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
    fields = {key: value.strip() for key, value in (row.split(":", 1) for row in head.split("\n"))}
    rows = body.rstrip("\n").split("\n")

    def known(key: str) -> str | None:
        return None if fields[key] in ("", "null") else fields[key]

    def names(key: str) -> tuple[str, ...]:
        return tuple(name.strip() for name in fields[key].split(",") if name.strip())

    return Page(
        name=path.stem,
        language=fields["language"],
        title=known("title"),
        publisher=known("publisher"),
        published=known("published"),
        authors=names("authors"),
        editors=names("editors"),
        lines=tuple(row.partition("|")[2] for row in rows),
        labels={number: row.partition("|")[0] for number, row in enumerate(rows, 1) if row},
    )
