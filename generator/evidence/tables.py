"""What the seeds add to the rules of the languages when evidence is made, and the version of those rules.

``check`` asks here whether evidence is of today, without loading what reads pages.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.language.names import NameTable, build_table
from generator.model import Library, Made

if TYPE_CHECKING:
    from generator.evidence.routing import Route

EXTRACTOR = "7"
"""Version of the rules by which evidence is made. Raised whenever the same original may give other evidence."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Names, and what routes where."""

    names: NameTable
    routes: tuple[Route, ...]
    people: frozenset[str]
    """Entities that can speak."""
    digest: str
    """Changes whenever the names or the routing do."""


def build_tables(library: Library) -> Tables:
    """Return the tables that the entities and briefings of *library* make."""
    from generator.evidence.routing import Route  # a check only needs the digest of the tables

    entities = sorted(library.entities.values(), key=lambda entity: entity.id)
    routes = tuple(
        Route(slug, frozenset(briefing.routing.entities), tuple(term.text for term in briefing.routing.terms))
        for slug, briefing in sorted(library.briefings.items())
    )
    people = frozenset(entity.id for entity in entities if entity.kind == "person")
    return Tables(build_table(entities), routes, people, tables_digest(library))


def tables_digest(library: Library) -> str:
    """Return the digest of the tables that *library* makes, in hexadecimal, without making them."""
    told = {
        "entities": [
            [
                entity.id,
                entity.kind,
                sorted((language, name.text) for language, name in entity.names.items()),
                sorted(alias.text for alias in entity.aliases),
                sorted(name.text for name in entity.unlike),
            ]
            for _, entity in sorted(library.entities.items())
        ],
        "routes": [
            [slug, sorted(briefing.routing.entities), sorted(term.text for term in briefing.routing.terms)]
            for slug, briefing in sorted(library.briefings.items())
        ],
    }
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:16]


def made_today(library: Library) -> Made:
    """Return with what evidence for *library* is made today."""
    return Made(EXTRACTOR, tables_digest(library))
