"""The names that the site's search treats as one: every form of an entity's name, in every language."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.model import Entity

FILE = "names.json"
"""Its name in a language's data folder; the search script reads it when a reader opens the search."""


def names_file(entities: Iterable[Entity]) -> bytes:
    """Return as JSON a list of lists: the names and aliases of each entity that goes by more than one."""
    lists = (names_of(entity) for entity in entities)
    return (json.dumps([names for names in lists if len(names) > 1], ensure_ascii=False) + "\n").encode()


def names_of(entity: Entity) -> list[str]:
    """Return every form in which readers may look for *entity*, each once, in the order of its record.

    A person written in Latin letters also goes by each word of the name ("Young-shub", "Nadella").
    """
    forms = [*(name.text for name in entity.names.values()), *(alias.text for alias in entity.aliases)]
    if entity.kind == "person":
        forms += [word for form in forms if form.isascii() for word in form.split() if len(word) > 2]
    return list(dict.fromkeys(forms))
