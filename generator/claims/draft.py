"""The first record of a new article, for its curator to complete."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Container

from generator.model import Evidence

_PUBLISHED_HELP = "no date line found: relative dates stay unresolved until a curator enters one"


def draft_id(evidence: Evidence, taken: Container[str]) -> str:
    """Return an id for a new article: publisher and day where the text prints them, else the name of its file.

    >>> from tests.seeds_maker import bare_evidence
    >>> draft_id(bare_evidence(publisher="Harbour Times", published="2031-05-04"), ())
    'harbour-times-2031-05-04'
    """
    found = evidence.found
    stem = evidence.original.name.rsplit(".", 1)[0]
    name = _slug(found.publisher or "") or _slug(stem) or "article"
    if found.published and found.published.first == found.published.last and _slug(found.publisher or ""):
        name = f"{name}-{found.published.first.isoformat()}"
    if name not in taken:
        return name
    return next(f"{name}-{number}" for number in range(2, 10_000) if f"{name}-{number}" not in taken)


def _slug(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")


def draft_article(evidence: Evidence) -> str:
    """Return the YAML of a new article's record: what the text prints, and null where it prints nothing."""
    found = evidence.found
    lines = [f"original: {_quoted(evidence.original.name)}", f"title: {_quoted(found.title)}"]
    if found.title is None:
        words = f"{{en: {_quoted('Article without a headline')}, ko: {_quoted('제목 없는 기사')}}}"
        lines.append(f"label: {words}  # how the site names it")
    publisher = f"{{{evidence.language}: {_quoted(found.publisher)}}}" if found.publisher else "null"
    lines.append(f"publisher: {publisher}")
    published = found.published
    day = f"{published.first.isoformat()}" if published and published.first == published.last else None
    lines.append(f"published: {day}" if day else f"published: null  # {_PUBLISHED_HELP}")
    lines += [f"authors: {_list(found.authors)}", f"editors: {_list(found.editors)}", f"language: {evidence.language}"]
    return "\n".join([*lines, "url: null", ""])


def _quoted(text: str | None) -> str:
    return "null" if text is None else json.dumps(text, ensure_ascii=False)


def _list(names: tuple[str, ...]) -> str:
    return "[" + ", ".join(_quoted(name) for name in names) + "]"
