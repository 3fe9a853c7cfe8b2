"""The frame both languages' readers share: forms of expressions, tried together at every place of a text.

A form is a pattern and the function that makes a term of its match. All forms of a language are joined in one
alternation, without groups, so that a text is scanned once; the form that fits then reads its own groups at that
place. Every repetition in a pattern is bounded, which keeps reading linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.language.dates_terms import Expression, Term
from generator.language.numerals import half_width

BLANK = " "
"""Any blank or line break in a plain text. Patterns name it hundreds of times: a set of letters compiles slower."""
DASH = r"[-~\x96\x97]"
"""A dash or swung dash in a plain text."""
_PLAIN = (
    *((mark, " ") for mark in "\u00a0\u3000\u202f"),
    *((mark, "~") for mark in "∼〜～"),
    *((mark, "·") for mark in "∙‧ㆍ・"),
    *((mark, "-") for mark in "\u2010\u2011\u2012"),
    *(("\u2013", "\x96"), ("\u2014", "\x97"), ("\u2015", "\x97")),
)


def plain(text: str) -> str:
    """Return *text* with one letter for each kind of blank, dash and dot, as patterns know them; offsets stay the same.

    All of them lie below U+0100 (long dashes where Windows-1252 has them): sets of such letters compile at once, those
    of letters far apart take a hundred times as long.
    """
    if not text.isascii():
        text = half_width(text)
        for mark, letter in _PLAIN:
            text = text.replace(mark, letter)
    return text.replace("\n", BLANK)


@dataclass(frozen=True)
class Form:
    """One way of writing a date."""

    name: str
    """A Python identifier, unique in its language."""
    pattern: str
    read: Callable[[re.Match[str]], Term | None]
    """Returns None when the words around the match make it something else."""
    is_guess: bool = False
    """Whether the forms after it are tried when it turns out to be something else."""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, with its groups."""
        return re.compile(self.pattern)


@dataclass(frozen=True)
class Grammar:
    """The forms of a language; earlier ones win at the same place. Patterns are compiled when first asked for."""

    forms: tuple[Form, ...]
    starts: tuple[str, ...]
    """All words, or beginnings of words, that a form may begin with, besides numerals; they spare trying every form at
    every letter."""
    behind_numeral: str = ""
    """What must follow the first digit of a form that begins with one: spares most amounts."""

    @cached_property
    def trigger(self) -> re.Pattern[str]:
        """Finds the places where a form may begin."""
        numerals = [rf"{digit}(?<!\d{digit}){self.behind_numeral}" for digit in "0123456789"]
        return re.compile("|".join([*numerals, *(_start(start) for start in self.starts)]))

    @cached_property
    def scanner(self) -> re.Pattern[str]:
        """Tells, by its last group, which form fits at a place."""
        bare = [re.sub(r"\(\?P<\w+>", "(?:", form.pattern) for form in self.forms]
        return re.compile(
            "|".join(f"(?P<{form.name}>{pattern})" for form, pattern in zip(self.forms, bare, strict=True))
        )

    @cached_property
    def by_name(self) -> Mapping[str, Form]:
        """The forms by their names."""
        return {form.name: form for form in self.forms}


def _start(start: str) -> str:
    """Return the pattern of a beginning. Its first letter comes first, so that the search can skip to it."""
    if start[0].isascii() and start[0].isalpha():
        return rf"{start[0]}(?<!\w{start[0]}){start[1:]}"
    return start


def read_forms(text: str, grammar: Grammar) -> Iterator[Expression]:
    """Yield the expressions in *text*, in order; they do not overlap."""
    text, position, scan = plain(text), 0, grammar.scanner.match
    for place in grammar.trigger.finditer(text):
        start = place.start()
        if start < position or not (match := scan(text, start)):
            continue
        assert match.lastgroup is not None
        form = grammar.by_name[match.lastgroup]
        found = form.compiled.match(text, start)
        term = form.read(found) if found else None
        if term is None and form.is_guess:
            form, found, term = _other(text, start, grammar, form)
        if found is None or term is None:
            continue
        yield Expression(*(found.span("said") if "said" in form.compiled.groupindex else found.span()), term)
        position = found.end()


def _other(text: str, start: int, grammar: Grammar, guess: Form) -> tuple[Form, re.Match[str] | None, Term | None]:
    """Return what the first form after *guess* reads there."""
    for form in grammar.forms[grammar.forms.index(guess) + 1 :]:
        if found := form.compiled.match(text, start):
            return form, found, form.read(found)
    return guess, None, None
