"""Findings → text, JSON or annotations: one function a form, each from the same values."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from generator.finding import Finding, Severity
from generator.source import Span, display_width

Paint = Callable[[str, str], str]
"""Takes a text and its part ("error", "warning", "note", "quiet") and returns it as the terminal shall show it."""

WIDTH = 100
"""Terminal cells of a line that an excerpt may take."""


def plain(text: str, part: str) -> str:  # noqa: ARG001 - the form of a Paint
    """Return *text* unpainted."""
    return text


def render_text(findings: Iterable[Finding], paint: Paint = plain) -> str:
    """Return *findings* as a compiler prints them: place, fact, excerpt with a caret, notes, help; then a count."""
    blocks = [_frame(finding, paint) for finding in findings]
    return "".join(block + "\n\n" for block in blocks)


def _frame(finding: Finding, paint: Paint) -> str:
    span, rule = finding.span, finding.rule
    line, column = span.first
    head = (
        f"{span.path}:{line}:{column}: "
        + paint(f"{rule.severity}[{rule.code}]", rule.severity)
        + f": {finding.message}"
    )
    lines = [head]
    if span.source.text:
        lines += _excerpt(finding, paint)
    lines += [f"   = {note}" for note in finding.notes]
    lines += [f"   = help: {finding.help}"] if finding.help else []
    return "\n".join(lines)


def _excerpt(finding: Finding, paint: Paint) -> list[str]:
    """Return the line of the finding, cut to the terminal, and the caret line under it."""
    span = finding.span
    line, column = span.first
    text = span.source.line(line).replace("\t", " ")
    end = span.last[1] if span.last[0] == line else len(text) + 1
    text, begin, end = _window(text, column - 1, max(end - 1, column - 1))
    margin = " " * display_width(text[:begin])
    carets = "^" * max(1, display_width(text[begin:end]))
    number = str(line)
    gutter = " " * max(5, len(number))
    mark = paint(carets, finding.rule.severity) + (f" {finding.label}" if finding.label else "")
    return [f"{number:>{len(gutter)}} | {text}", f"{gutter} | {margin}{mark}"]


def _window(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the part of *text* around *start* to *end* that fits the terminal, and the two offsets in it."""
    if display_width(text) <= WIDTH:
        return text, start, end
    while display_width(text[start:end]) > WIDTH:
        end -= 1
    left = start
    while left > 0 and display_width(text[left - 1 : end]) < WIDTH * 2 // 3:
        left -= 1
    right = min(max(end, start + 1), len(text))
    while right < len(text) and display_width(text[left : right + 1]) < WIDTH:
        right += 1
    lead = "…" if left > 0 else ""
    shift = len(lead) - left
    return lead + text[left:right] + ("…" if right < len(text) else ""), start + shift, end + shift


def render_count(findings: Sequence[Finding]) -> str:
    """Return one line that counts *findings*: "2 errors, 1 note", or "no findings"."""
    counts = Counter(finding.rule.severity for finding in findings)
    words = [
        f"{counts[severity]} {severity}{'s' * (counts[severity] > 1)}" for severity in Severity if counts[severity]
    ]
    return ", ".join(words) or "no findings"


def render_json(findings: Iterable[Finding]) -> str:
    """Return *findings* as a JSON list of objects with code, severity, path, the place, message, notes and help."""
    rows = [
        {
            "code": finding.rule.code,
            "severity": str(finding.rule.severity),
            "path": finding.span.path,
            "line": finding.span.first[0],
            "column": finding.span.first[1],
            "end_line": finding.span.last[0],
            "end_column": finding.span.last[1],
            "message": finding.message,
            "label": finding.label,
            "notes": list(finding.notes),
            "help": finding.help,
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(findings: Iterable[Finding]) -> str:
    """Return *findings* as workflow commands, which the repository host shows as annotations beside the lines."""
    return "".join(_annotation(finding) + "\n" for finding in findings)


def _annotation(finding: Finding) -> str:
    span: Span = finding.span
    (line, column), (end_line, end_column) = span.first, span.last
    place = f"file={_escaped(span.path, ',:')},line={line},endLine={end_line}"
    if line == end_line:
        place += f",col={column},endColumn={end_column}"
    words = "\n".join([finding.message, *finding.notes, *([f"help: {finding.help}"] if finding.help else [])])
    title = _escaped(finding.rule.code, ",:")
    return f"::{_COMMANDS[finding.rule.severity]} {place},title={title}::{_escaped(words, '')}"


def _escaped(text: str, also: str) -> str:
    for letter in "%\r\n" + also:
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text
