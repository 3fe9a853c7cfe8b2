"""What a record may hold, declared once: read strictly with every fault found, and told as JSON Schema.

A shape turns a YAML node into values that keep their place. It reports what does not fit and reads on; what cannot
be read comes back as None (or is left out of a list), never as a guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from generator.claims.yaml import Entries, Items, Node, Scalar
from generator.finding import Finding, Rule, Severity
from generator.model import DateSpan, Written
from generator.source import Span

UNKNOWN_KEY = Rule(
    "B106",
    Severity.ERROR,
    """
A record has a key that nothing reads.

Why: a misspelt key is a fact that silently goes missing.
Bad: pubished: 2024-10-10
Good: published: 2024-10-10
""",
)
MISSING_KEY = Rule(
    "B107",
    Severity.ERROR,
    """
A record lacks a key it must have.

Why: the page has nothing to print in its place.
Bad: a fact without "what".
Good: a fact with what: {en: Joint investment, ko: 공동 투자액}
""",
)
WRONG_TYPE = Rule(
    "B108",
    Severity.ERROR,
    """
A value is of another kind than its key takes.

Why: a list where one text belongs, or a text where {en, ko} belongs, cannot be printed.
Bad: title: Partnership
Good: title: {en: Partnership, ko: 파트너십}
""",
)
BAD_VALUE = Rule(
    "B109",
    Severity.ERROR,
    """
A value is not one of those its key takes.

Why: pages and checks know only the values listed.
Bad: status: maybe
Good: status: planned
""",
)
LANGUAGES = ("en", "ko")
"""Languages the generator reads and prints, by ISO 639-1 code."""

Report = Callable[[Finding], None]
_ANY_TEXT = {"type": ["string", "number"]}
ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"


class Shape:
    """A kind of value."""

    def read(self, node: Node, report: Report) -> Any:
        """Return the value of *node*, or None after reporting why there is none."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """Return the shape as JSON Schema (draft 2020-12)."""
        raise NotImplementedError


def _misfit(report: Report, span: Span, wanted: str, got: Node) -> None:
    kinds = {Scalar: "one value", Items: "a list", Entries: "a mapping"}
    report(Finding(WRONG_TYPE, span, f"{wanted} expected, {kinds[type(got)]} found"))


@dataclass(frozen=True, slots=True)
class Text(Shape):
    """One text: a :class:`Written` without a language."""

    pattern: str = ""
    hint: str = "a text"

    def read(self, node: Node, report: Report) -> Written | None:
        """Return a text with its place."""
        if not isinstance(node, Scalar) or node.is_null:
            _misfit(report, node.span, self.hint, node)
            return None
        if self.pattern and not re.fullmatch(self.pattern, node.text):
            report(Finding(BAD_VALUE, node.span, f'{self.hint} expected, "{node.text}" found'))
            return None
        return Written(node.text, node.span)

    def schema(self) -> dict[str, Any]:
        """Return a string, with its pattern."""
        # An editor takes a bare 300 for a number; here every value is the text that was written.
        return {"type": "string", "pattern": f"^{self.pattern}$"} if self.pattern else {**_ANY_TEXT, "minLength": 1}


ID = Text(ID_PATTERN, "an id of a–z, 0–9 and hyphens")


@dataclass(frozen=True, slots=True)
class Choice(Shape):
    """One of a few words."""

    options: tuple[str, ...]

    def read(self, node: Node, report: Report) -> str | None:
        """Return the word."""
        if isinstance(node, Scalar) and node.text in self.options:
            return node.text
        if not isinstance(node, Scalar):
            _misfit(report, node.span, "one word", node)
            return None
        help = "one of: " + ", ".join(self.options)
        report(Finding(BAD_VALUE, node.span, f'"{node.text}" is not known here', help=help))
        return None

    def schema(self) -> dict[str, Any]:
        """Return the words allowed."""
        return {"enum": list(self.options)}


@dataclass(frozen=True, slots=True)
class Whole(Shape):
    """A whole number from 0."""

    def read(self, node: Node, report: Report) -> int | None:
        """Return the number."""
        if isinstance(node, Scalar) and re.fullmatch(r"[0-9]{1,6}", node.text):
            return int(node.text)
        _misfit(report, node.span, "a whole number", node)
        return None

    def schema(self) -> dict[str, Any]:
        """Return a whole number."""
        return {"type": "integer", "minimum": 0}


@dataclass(frozen=True, slots=True)
class Flag(Shape):
    """true or false."""

    def read(self, node: Node, report: Report) -> bool | None:
        """Return the truth value."""
        if isinstance(node, Scalar) and node.text in ("true", "false"):
            return node.text == "true"
        _misfit(report, node.span, "true or false", node)
        return None

    def schema(self) -> dict[str, Any]:
        """Return a boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class When(Shape):
    """A stretch of the calendar, as EDTF or in words: read by the function given."""

    parse: Callable[[str], DateSpan | None]

    def read(self, node: Node, report: Report) -> DateSpan | None:
        """Return the date."""
        if not isinstance(node, Scalar):
            _misfit(report, node.span, "a date", node)
            return None
        date = self.parse(node.text)
        if date is None:
            help = (
                'write 2024-10-10, 2024-09, 2025-Q2, 2025-H1, 2024/2029; "XXXX-XX-04" for the 4th of an unnamed month'
            )
            report(Finding(BAD_VALUE, node.span, f'"{node.text}" is not a date', help=help))
        return date

    def schema(self) -> dict[str, Any]:
        """Return a text or a year."""
        return {"type": ["string", "integer"]}


@dataclass(frozen=True, slots=True)
class Localised(Shape):
    """The same words in one or more languages; with *or_plain* also one text for all of them, under ""."""

    or_plain: bool = False

    def read(self, node: Node, report: Report) -> Mapping[str, Written] | None:
        """Return the words by language."""
        if isinstance(node, Scalar) and self.or_plain and not node.is_null:
            return {"": Written(node.text, node.span)}
        if not isinstance(node, Entries):
            _misfit(report, node.span, "{en: …, ko: …}", node)
            return None
        words = {}
        for key, child in node.nodes.items():
            if key not in LANGUAGES:
                report(Finding(UNKNOWN_KEY, node.keys[key], f'"{key}" is not a language of the site', help="en or ko"))
            elif (text := Text().read(child, report)) is not None:
                words[key] = text
        return words

    def schema(self) -> dict[str, Any]:
        """Return an object with languages as keys."""
        words = {
            "type": "object",
            "properties": {language: dict(_ANY_TEXT) for language in LANGUAGES},
            "additionalProperties": False,
            "minProperties": 1,
        }
        return {"anyOf": [words, dict(_ANY_TEXT)]} if self.or_plain else words


@dataclass(frozen=True, slots=True)
class ListOf(Shape):
    """A list of one shape; with *or_one* also a single value without brackets."""

    shape: Shape
    or_one: bool = False

    def read(self, node: Node, report: Report) -> tuple[Any, ...]:
        """Return the values that could be read, in order."""
        if self.or_one and isinstance(node, Scalar) and not node.is_null:
            node = Items((node,), node.span)
        if not isinstance(node, Items):
            _misfit(report, node.span, "a list", node)
            return ()
        values = (self.shape.read(child, report) for child in node.nodes)
        return tuple(value for value in values if value is not None)

    def schema(self) -> dict[str, Any]:
        """Return an array."""
        items = {"type": "array", "items": self.shape.schema()}
        return {"anyOf": [self.shape.schema(), items]} if self.or_one else items


@dataclass(frozen=True, slots=True)
class MapOf(Shape):
    """A mapping with the given keys, each of one shape."""

    shape: Shape
    keys: tuple[str, ...]

    def read(self, node: Node, report: Report) -> Mapping[str, Any]:
        """Return the values that could be read, by key."""
        fields = {key: Field(self.shape) for key in self.keys}
        record = RecordOf(fields).read(node, report)
        return {key: value for key, value in record.values.items() if value is not None} if record else {}

    def schema(self) -> dict[str, Any]:
        """Return an object."""
        return RecordOf({key: Field(self.shape) for key in self.keys}).schema()


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record."""

    shape: Shape
    is_required: bool = False
    is_nullable: bool = False
    help: str = ""
    """One line for editors."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record as read: its values by key, None where there is none, and where each stands."""

    values: Mapping[str, Any]
    spans: Mapping[str, Span]
    span: Span

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


@dataclass(frozen=True, slots=True)
class RecordOf(Shape):
    """A mapping with known keys."""

    fields: Mapping[str, Field] = field(default_factory=dict)

    def read(self, node: Node, report: Report) -> Record | None:
        """Return the record with every known key."""
        if not isinstance(node, Entries):
            _misfit(report, node.span, "a mapping with keys", node)
            return None
        for key in node.nodes:
            if key not in self.fields:
                report(Finding(UNKNOWN_KEY, node.keys[key], f'unknown key "{key}"', help=self._nearest(key)))
        values: dict[str, Any] = {}
        for key, wanted in self.fields.items():
            values[key] = self._value(node, key, wanted, report)
        spans = {key: child.span for key, child in node.nodes.items()}
        return Record(values, spans, node.span)

    def _value(self, node: Entries, key: str, wanted: Field, report: Report) -> Any:
        child = node.nodes.get(key)
        if child is None:
            if wanted.is_required:
                first_line = node.span.text.split("\n", 1)[0]
                report(
                    Finding(
                        MISSING_KEY, node.span.part(0, len(first_line)), f'key "{key}" is missing', help=wanted.help
                    )
                )
            return None
        if isinstance(child, Scalar) and child.is_null and wanted.is_nullable:
            return None
        return wanted.shape.read(child, report)

    def _nearest(self, key: str) -> str:
        near = nearest(key, tuple(self.fields))
        return f'did you mean "{near}"?' if near else "known keys: " + ", ".join(self.fields)

    def schema(self) -> dict[str, Any]:
        """Return an object with its keys."""
        return {
            "type": "object",
            "properties": {key: _field_schema(wanted) for key, wanted in self.fields.items()},
            "required": [key for key, wanted in self.fields.items() if wanted.is_required],
            "additionalProperties": False,
        }


@lru_cache(maxsize=1024)
def nearest(word: str, known: tuple[str, ...]) -> str:
    """Return which of *known* is most like *word*, "" when none is: a slow search, and one slip is often repeated."""
    from difflib import get_close_matches  # only on the way to an error

    return next(iter(get_close_matches(word, known, 1)), "")


def _field_schema(wanted: Field) -> dict[str, Any]:
    schema = wanted.shape.schema()
    if wanted.is_nullable:
        schema = {"anyOf": [schema, {"type": "null"}]}
    return {"description": wanted.help, **schema} if wanted.help else schema
