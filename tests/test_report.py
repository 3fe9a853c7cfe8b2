"""Findings as they are printed."""

from __future__ import annotations

import json

from generator.finding import Finding, Rule, Severity
from generator.report import WIDTH, render_count, render_github, render_json, render_text
from generator.source import Source, display_width

RULE = Rule("B301", Severity.ERROR, "\nA figure differs.\n\nWhy: x\nBad: x\nGood: x\n")
KOREAN = Source("seeds/ko.md", "케이티는 2조4000억원을 쓴다.\n")


def test_the_caret_stands_under_korean_text() -> None:
    """Carets count terminal cells, so that they sit under full-width letters."""
    finding = Finding(
        RULE, KOREAN.span(5, 13), "figure differs", "KRW 2,400,000,000,000", ("¶1 gives 2조3000억원",), "correct it"
    )
    assert render_text([finding]) == (
        "seeds/ko.md:1:6: error[B301]: figure differs\n"
        "    1 | 케이티는 2조4000억원을 쓴다.\n"
        "      |          ^^^^^^^^^^^ KRW 2,400,000,000,000\n"
        "   = ¶1 gives 2조3000억원\n"
        "   = help: correct it\n\n"
    )


def test_a_long_line_is_cut_around_the_caret() -> None:
    """A paragraph on one line is cut to the terminal, with the place in sight."""
    source = Source("a.md", "word " * 100 + "2.4 trillion won" + " word" * 100)
    lines = render_text([Finding(RULE, source.span(500, 516), "figure differs")]).split("\n")
    assert display_width(lines[1]) <= WIDTH + 10
    begin = lines[2].index("^")
    assert lines[1][begin : begin + 16] == "2.4 trillion won"


def test_json_rows_carry_the_place() -> None:
    """The JSON form lists code, severity, path and both ends of the place."""
    row = json.loads(render_json([Finding(RULE, KOREAN.span(5, 13), "figure differs")]))[0]
    place = [row[key] for key in ("code", "severity", "path", "line", "column", "end_line", "end_column")]
    assert place == ["B301", "error", "seeds/ko.md", 1, 6, 1, 14]


def test_annotations_escape_what_would_end_them() -> None:
    """A message cannot break out of the annotation it stands in."""
    finding = Finding(RULE, KOREAN.span(5, 13), "100%\n::error::x")
    line = render_github([finding])
    assert line == "::error file=seeds/ko.md,line=1,endLine=1,col=6,endColumn=14,title=B301::100%25%0A::error::x\n"


def test_the_count_names_each_severity() -> None:
    """The closing line counts what was found."""
    assert render_count([Finding(RULE, KOREAN.span(0, 1), "x")] * 2) == "2 errors"
    assert render_count([]) == "no findings"
