"""A curator's word that a finding may stand, with its reason: a comment in prose or in a record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.claims.yaml import Items, Node, Scalar
from generator.finding import Finding, Rule, Severity
from generator.model import Allow
from generator.source import Source, Span

BAD_ALLOWANCE = Rule(
    "B118",
    Severity.ERROR,
    """
A comment that should allow a finding gives no code or no reason.

Why: an exception without a reason cannot be reviewed, and the public page on checks lists them all.
Bad: <!-- allow B304 -->
Good: <!-- allow B304: common knowledge, no article prints it -->, and in a record # allow B304: …
""",
)

_WORDS = re.compile(r"allow\s+(?P<code>B[0-9]{3})\s*:\s*(?P<why>\S.*)", re.DOTALL)
_MARKS = re.compile(r"<!--\s*(?P<prose>.*?)\s*(?:-->|\Z)|#\s*(?P<yaml>.*)", re.DOTALL)
_YAML = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*allow\b[^\n]*", re.MULTILINE)


def read_allowance(comment: Span, scope: Span) -> Allow | Finding | None:
    """Return what a comment that stands in *scope* allows, or its fault; None when it is about something else.

    >>> text = Source("en.md", "<!-- allow B304: common knowledge -->").span()
    >>> read_allowance(text, text).why
    'common knowledge'
    """
    marked = _MARKS.fullmatch(comment.text)
    words = (marked["prose"] or marked["yaml"] or "").strip() if marked else ""
    if not re.match(r"allow\b", words):
        return None
    match = _WORDS.fullmatch(words)
    if match:
        return Allow(match["code"], match["why"], comment, scope)
    is_prose = comment.text.startswith("<")
    help = f"write {'<!-- allow B304: the reason -->' if is_prose else '# allow B304: the reason'}"
    return Finding(BAD_ALLOWANCE, comment, "allowance gives no code or no reason", help=help)


def read_allowances(source: Source, root: Node) -> Iterator[Allow | Finding]:
    """Yield what the comments of a YAML file allow: in a list, within the record they stand in; else in the whole file.

    A comment that begins its line stands above the record that it speaks of.
    """
    if "allow" not in source.text:
        return
    written = [node.span.in_file for node in _scalars(root)]
    for match in _YAML.finditer(source.text):
        if any(span.start <= match.start() < span.end for span in written):
            continue  # A sign within a text is no comment.
        comment = source.span(match.start(), match.start() + len(match[0].rstrip()))
        allowance = read_allowance(comment, _record(source, root, comment))
        if allowance is not None:
            yield allowance


def _record(source: Source, root: Node, comment: Span) -> Span:
    if not isinstance(root, Items) or not root.nodes:
        return source.span()
    starts = [node.span.start for node in root.nodes]
    is_above = comment.first[1] == 1
    before = [number for number, start in enumerate(starts) if start < comment.start]
    number = min(len(before), len(starts) - 1) if is_above else max(len(before) - 1, 0)
    return root.nodes[number].span


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    for child in node.nodes if isinstance(node, Items) else node.nodes.values():
        yield from _scalars(child)
