"""The shapes of the seeds as JSON Schema, for editors that complete and check YAML while it is written."""

from __future__ import annotations

import json

from generator.claims.ledger import EVENTS, FACTS
from generator.claims.records import ARTICLE, BRIEFING, ENTITIES, SITE
from generator.claims.shapes import Shape

SHAPES: dict[str, tuple[Shape, str]] = {
    "article": (ARTICLE, "seeds/articles/*.yaml"),
    "briefing": (BRIEFING, "seeds/briefings/*/briefing.yaml"),
    "entities": (ENTITIES, "seeds/entities/*.yaml"),
    "events": (EVENTS, "seeds/ledger/events.yaml"),
    "facts": (FACTS, "seeds/ledger/facts.yaml"),
    "site": (SITE, "seeds/site.yaml"),
}
"""Kinds of YAML file: shape, and which files have it."""


def schema_text(kind: str) -> str:
    """Return the JSON Schema (draft 2020-12) of one kind of file. Raises KeyError for an unknown kind."""
    shape, files = SHAPES[kind]
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": files, **shape.schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
