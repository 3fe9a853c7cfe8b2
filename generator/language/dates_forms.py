"""The frame both languages' readers share: forms of expressions, tried together at every place of a text.

A form is a pattern and the function that makes a term of its match. All forms of a language are joined in one
alternation, without groups, so that a text is scanned once; the form that fits then reads its own groups at that
place. Every repetition in a pattern is bounded, which keeps reading linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
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

    trigger: re.Pattern[str]
    """Finds the places where a form may begin."""
    scanner: re.Pattern[str]
    forms: Mapping[str, tuple[re.Pattern[str], Callable[[re.Match[str]], Term | None]]]


def compile_forms(forms: Sequence[Form], starts: Sequence[str]) -> Grammar:
    """Return *forms* as one grammar; earlier forms win at the same place.

    *starts* are all words, or beginnings of words, that a form may begin with, besides numerals; they spare trying
    every form at every letter.
    """
    bare = [re.sub(r"\(\?P<\w+>", "(?:", form.pattern) for form in forms]
    joined = "|".join(f"(?P<{form.name}>{pattern})" for form, pattern in zip(forms, bare, strict=True))
    numerals = [rf"{digit}(?<!\d{digit})" for digit in "0123456789"]
    return Grammar(
        re.compile("|".join([*numerals, *(_start(start) for start in starts)])),
        re.compile(joined),
        {form.name: (re.compile(form.pattern), form.read) for form in forms},
    )


def _start(start: str) -> str:
    """Return the pattern of a beginning. Its first letter comes first, so that the search can skip to it."""
    if start[0].isascii() and start[0].isalpha():
        return rf"{start[0]}(?<!\w{start[0]}){start[1:]}"
    return start


def read_forms(text: str, grammar: Grammar) -> Iterator[Expression]:
    """Yield the expressions in *text*, in order; they do not overlap."""
    position = 0
    for place in grammar.trigger.finditer(text):
        start = place.start()
        if start < position or not (match := grammar.scanner.match(text, start)):
            continue
        assert match.lastgroup is not None
        pattern, read = grammar.forms[match.lastgroup]
        found = pattern.match(text, start)
        term = read(found) if found else None
        if found is None or term is None:
            continue
        yield Expression(*(found.span("said") if "said" in pattern.groupindex else found.span()), term)
        position = found.end()
