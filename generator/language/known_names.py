"""Well-known names that each language's papers print in their own form: 아마존 is Amazon.

The names stand in ``known_names.txt``. They are no entities: they only say which two words are one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.language.names_table import may_end
from generator.language.strangers_words import PLAIN

_PART = re.compile("특별자치[도시]|특별시|광역시|국제공항|공항|시내|시민|본사|지사|공장|증시|[항역시점행구도주군현]")
"""What makes one word with a name and leaves it what it is."""
_START = re.compile(r"(?<![A-Za-z0-9가-힣])[A-Za-z가-힣]{2}")


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """Return all forms of a name by each of them without its blanks."""
    found: dict[str, tuple[str, ...]] = {}
    for row in Path(__file__).with_name("known_names.txt").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            forms = tuple(form.strip() for form in row.replace("|", ",").split(","))
            for form in forms:
                found.setdefault(form.replace(" ", ""), forms)
    return found


@cache
def _by_start() -> dict[str, tuple[str, ...]]:
    """Return the names that capitals do not tell, by two letters: in Hangul, or with a plain or small word."""
    found: dict[str, list[str]] = {}
    for form in sorted({form for forms in _forms().values() for form in forms}, key=lambda form: (-len(form), form)):
        if not form.isascii() or (" " in form and any(word in PLAIN or word[0].islower() for word in form.split())):
            found.setdefault(form[:2], []).append(form)
    return {start: tuple(forms) for start, forms in found.items()}


def forms_of(name: str) -> tuple[str, ...]:
    """Return every form of a well-known name, in both scripts, itself among them; nothing for another name.

    >>> forms_of("아마존")[0]
    'Amazon'
    """
    return _forms().get(name.replace(" ", ""), ())


def is_known(name: str) -> bool:
    """Return whether *name* is a form of a well-known name."""
    return bool(forms_of(name))


def find_known(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield each well-known name in Hangul, or with a plain word in it, its place, and whether it stands alone.

    >>> list(find_known("네이버는 인천공항에 왔다"))
    [('네이버', 0, True), ('인천', 5, False)]
    """
    names = _by_start()
    for match in _START.finditer(text):
        for name in names.get(match[0], ()):
            end = match.start() + len(name)
            if not text.startswith(name, match.start()):
                continue
            part = None if name.isascii() else _PART.match(text, end)
            if may_end(text, part.end() if part else end, "org"):
                yield name, match.start(), part is None
                break
