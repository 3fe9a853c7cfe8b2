"""Well-known names that each language's papers print in their own form: 아마존 is Amazon.

The names stand in ``known_names.txt``. They are no entities: they only say which two words are one name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.language.names_table import Names, normal_form


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """Return all forms of a name by the normal form of each."""
    found: dict[str, tuple[str, ...]] = {}
    for row in Path(__file__).with_name("known_names.txt").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            forms = tuple(form.strip() for side in row.split("|") for form in side.split(","))
            for form in forms:
                found.setdefault(normal_form(form), tuple(dict.fromkeys(forms)))
    return found


@cache
def _names() -> Names:
    return Names({form: "org" for forms in _forms().values() for form in forms if not form.isascii()})


def forms_of(name: str) -> tuple[str, ...]:
    """Return every form of a well-known name, in both scripts, itself among them; nothing for another name.

    >>> forms_of("아마존")[0]
    'Amazon'
    """
    return _forms().get(normal_form(name), ())


def is_known(name: str) -> bool:
    """Return whether *name* is a form of a well-known name."""
    return bool(forms_of(name))


def find_known(text: str) -> Iterator[tuple[str, int]]:
    """Yield each well-known name in Hangul with its place in *text*."""
    for match in _names().find(text):
        yield match.group(), match.start()
