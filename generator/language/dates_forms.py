"""The frame both languages' readers share: forms of expressions, tried together at every place of a text.

A form is a pattern and the function that makes a term of its match. All forms of a language are joined in one alternation,
without groups, so that a text is scanned once; the form that fits then reads its own groups at that place. Every
repetition in a pattern is bounded, which keeps reading linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.language.dates_terms import Expression, Term


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a date."""

    name: str
    """A Python identifier, unique in its language."""
    pattern: str
    read: Callable[[re.Match[str]], Term | None]
    """Returns None when the words around the match make it something else."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The forms of a language, compiled."""

    scanner: re.Pattern[str]
    forms: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], Term | None]]]


def compile_forms(forms: Sequence[Form], before: str) -> Grammar:
    """Return *forms* as one grammar; earlier forms win at the same place. *before* is a look-behind for all."""
    bare = [re.sub(r"\(\?P<\w+>", "(?:", form.pattern) for form in forms]
    joined = "|".join(f"(?P<{form.name}>{pattern})" for form, pattern in zip(forms, bare, strict=True))
    return Grammar(
        re.compile(f"{before}(?:{joined})"), {form.name: (re.compile(form.pattern), form.read) for form in forms}
    )


def read_forms(text: str, grammar: Grammar) -> Iterator[Expression]:
    """Yield the expressions in *text*, in order; they do not overlap."""
    position = 0
    while match := grammar.scanner.search(text, position):
        assert match.lastgroup is not None
        pattern, read = grammar.forms[match.lastgroup]
        found = pattern.match(text, match.start())
        term = read(found) if found else None
        if found is None or term is None:
            position = match.start() + 1
            continue
        start, end = found.span("said") if "said" in pattern.groupindex else found.span()
        yield Expression(start, end, term)
        position = found.end()
