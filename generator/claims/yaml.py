"""Strict YAML with positions.

libyaml composes the node tree; every scalar stays the text that was written, so YAML's own guesses (``no`` as false,
2024 as a number) never happen. Types are the business of ``shapes``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from generator.finding import Finding, Rule, Severity
from generator.source import Source, Span

try:
    _BASE: type = yaml.CSafeLoader
except AttributeError:  # PyYAML without libyaml: slower, the same tree
    _BASE = yaml.SafeLoader


class _Loader(_BASE):  # type: ignore[misc]
    """Composes nodes without guessing what type each is."""

    def resolve(self, _kind: type, _value: str | None, _implicit: object) -> str:
        """Return no tag: nothing looks at it."""
        return ""


NOT_YAML = Rule(
    "B103",
    Severity.ERROR,
    """
A file is not YAML.

Why: nothing in the file can be read, so everything it should hold is missing.
Bad: title: Microsoft: the plan
Good: title: "Microsoft: the plan"
""",
)
DUPLICATE_KEY = Rule(
    "B104",
    Severity.ERROR,
    """
A key stands twice in one record.

Why: most programs silently keep the last one, and the first is lost.
Bad: two lines "status:" in one fact.
Good: one line "status:".
""",
)
ALIASED = Rule(
    "B105",
    Severity.ERROR,
    """
A record uses a YAML anchor, alias or merge key.

Why: a value must stand where it is read, so that a finding can name its place.
Bad: cite: *same
Good: cite: "@ked-2024-10-10, ¶1"
""",
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as written. *span* is its words: without quotation marks, unescaped and unfolded."""

    text: str
    span: Span
    is_null: bool
    """Whether it is empty, ``null`` or ``~``, written without quotes."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of nodes."""

    nodes: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping of keys to nodes."""

    nodes: Mapping[str, Node]
    keys: Mapping[str, Span]
    span: Span


Node = Scalar | Items | Entries


DEPTH = 64
"""Deepest nesting read. Records need five levels; libyaml's composer overflows the stack at some ten thousand."""

_DEEP = re.compile(rf"^ {{{2 * DEPTH},}}\S|(?:[-?:] +){{{DEPTH},}}", re.MULTILINE)


def _depth_fault(source: Source) -> Finding | None:
    """Return a finding when brackets, dashes or indents of *source* nest deeper than DEPTH."""
    match = _DEEP.search(source.text)
    offset = match.start() if match else None
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", source.text):
        depth = max(depth + (1 if bracket[0] in "[{" else -1), 0)
        if depth > DEPTH:
            offset = bracket.start()
            break
    if offset is None:
        return None
    return Finding(NOT_YAML, source.span(offset, offset + 1), f"records nest deeper than {DEPTH} levels")


def read_yaml(source: Source) -> tuple[Node | None, tuple[Finding, ...]]:
    """Return the tree of *source* and its faults; None when there is none (without a fault when the file is empty)."""
    if deep := _depth_fault(source):
        return None, (deep,)
    try:
        root = yaml.compose(source.text, Loader=_Loader)
    except yaml.MarkedYAMLError as fault:
        return None, (_syntax_fault(source, fault),)
    except yaml.reader.ReaderError as fault:
        offset = min(fault.position, len(source.text))
        return None, (
            Finding(NOT_YAML, source.span(offset, offset), "file holds a character that YAML does not allow"),
        )
    if root is None:
        return None, ()
    walk = _Walk(source)
    return walk.node(root), tuple(walk.findings)


def _syntax_fault(source: Source, fault: yaml.MarkedYAMLError) -> Finding:
    mark = fault.problem_mark or fault.context_mark
    offset = min(mark.index, len(source.text)) if mark else 0
    problem = (fault.problem or "it cannot be read").replace("found character '\\t'", "found a tab")
    return Finding(
        NOT_YAML,
        source.span(offset, offset),
        f"file is not YAML: {problem}",
        help="quote texts that hold ': ' or begin with a special character; indent with blanks, never tabs",
    )


_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?\n")
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|[^\n])")
_CONTINUED = re.compile(r"(?:\\\n[ \t]*)+")
_BLANKS = re.compile(r"\s*")


def written_offsets(text: str, span: Span, style: str) -> tuple[int, ...]:
    """Return where each code point of *text*, and its end, stands in the file that writes it as *span* in *style*.

    Folding and escaping leave the letters in order: blanks shrink or grow, an escape stands for one letter.
    """
    written = span.text
    header = _HEADER.match(written) if style in ("|", ">") else None
    at = header.end() if header else 0
    offsets = []
    for letter in text:
        at, escape = _next(written, at, letter, style)
        offsets.append(span.start + at)
        if escape:
            at = escape.end()
        elif style == "'" and written.startswith("''", at):
            at += 2
        elif at < len(written) and (not letter.isspace() or written[at].isspace()):
            at += 1
    return (*offsets, span.start + at)


def _next(written: str, at: int, letter: str, style: str) -> tuple[int, re.Match[str] | None]:
    """Return where *letter* is written from *at* on, behind folded blanks, and the escape that stands for it."""
    if style == '"' and (broken := _CONTINUED.match(written, at)):
        at = broken.end()
    escape = _ESCAPE.match(written, at) if style == '"' else None
    if escape or letter.isspace():
        return at, escape
    blanks = _BLANKS.match(written, at)
    at = blanks.end() if blanks else at
    return at, _ESCAPE.match(written, at) if style == '"' else None


class _Walk:
    """Turns libyaml's nodes into ours, collecting faults."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self.seen: set[int] = set()

    def node(self, node: yaml.Node) -> Node:
        span = self.source.span(node.start_mark.index, node.end_mark.index)
        if id(node) in self.seen:
            self.findings.append(Finding(ALIASED, span, "value is an alias", help="write the value out"))
            return Scalar("", span, True)
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, span)
        # libyaml's collections end where the next token begins: leave the blank lines between them out.
        span = Span(self.source, span.start, span.start + len(span.text.rstrip()))
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(self.node(child) for child in node.value), span)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, span)
        raise TypeError(f"YAML has no other kind of node: {node!r}")

    def scalar(self, node: yaml.ScalarNode, span: Span) -> Scalar:
        is_null = not node.style and node.value in ("", "null", "~", "Null", "NULL")
        # The line break that ends a block is no part of what it says.
        text = node.value.rstrip("\n") if node.style in ("|", ">") else node.value
        if node.style in ("'", '"'):
            span = span.part(1, span.end - span.start - 1)
        if span.text != text:
            file, offsets = self.source, written_offsets(text, span, node.style or "")
            span = Source(file.path, text, file, offsets).span()
        return Scalar(text, span, is_null)

    def mapping(self, node: yaml.MappingNode, span: Span) -> Entries:
        nodes: dict[str, Node] = {}
        keys: dict[str, Span] = {}
        for key, value in node.value:
            place = self.source.span(key.start_mark.index, key.end_mark.index)
            name = key.value if isinstance(key, yaml.ScalarNode) else place.text
            if name == "<<" and isinstance(key, yaml.ScalarNode) and key.style is None:
                self.findings.append(Finding(ALIASED, place, "merge key", help="write the values out"))
                continue
            if name in nodes:
                line, _ = keys[name].first
                self.findings.append(
                    Finding(DUPLICATE_KEY, place, f'key "{name}" stands twice', notes=(f"first in line {line}",))
                )
                continue
            nodes[name], keys[name] = self.node(value), place
        return Entries(nodes, keys, span)
