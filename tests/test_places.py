"""Where findings point: the very words under the caret, however a file of the seeds writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import check
from generator.report import WIDTH, render_text
from generator.source import display_width
from tests.seeds_maker import ENTITIES, make_seeds

TIMES, ILBO = "[@times-2031-05-04, ¶1]", "[@ilbo-2031-05-05, ¶1]"
LONG = "배가 언제 오는지는 아무도 말하지 않았고 누가 그 값을 치르는지도 분명하지 않은데 " * 2


def prose(language: str, text: str) -> dict[str, str]:
    """Return the file of prose that has *text* as its bottom line."""
    head = {"en": "The bottom line", "ko": "핵심"}[language]
    return {f"briefings/ferry/{language}.md": f"## {head}\n{text} {{#bottom}}\n"}


def entity(what: str) -> dict[str, str]:
    """Return entities, the last of which says *what*, a key and its value as a file would write them."""
    return {"entities/all.yaml": f"{ENTITIES}  what:\n{what}  cite: '@times-2031-05-04, ¶1'\n"}


def fact(said: str, note: str = "") -> dict[str, str]:
    """Return a ledger of one fact."""
    return {
        "ledger/facts.yaml": f"- id: price\n  what: {{en: Price, ko: 값}}\n  briefings: [ferry]\n{note}  said:\n{said}"
    }


def pointed(folder: Path, files: dict[str, str], code: str) -> list[tuple[int, int, str]]:
    """Return line, column and the words that stand over the carets of each printed finding of *code*."""
    found = []
    for finding in check(make_seeds(folder, files)).findings:
        if finding.rule.code == code:
            place, excerpt, carets = render_text([finding]).split("\n")[:3]
            assert display_width(excerpt) <= WIDTH + 10
            begin, end = carets.index("^"), carets.rindex("^") + 1
            line, column = place.removeprefix(finding.span.path).split(":")[1:3]
            cells = [letter * (index == 0) for letter in excerpt for index in range(display_width(letter))]
            found.append((int(line), int(column), "".join(cells[begin:end])))
    return found


@pytest.mark.parametrize(
    ("files", "code", "words"),
    [
        pytest.param(prose("en", f"Haenam pays 2.5 trillion won. {TIMES}"), "B301", "2.5 trillion won", id="plain"),
        pytest.param(prose("ko", f"해남해운은 2조5000억원을 낸다. {ILBO}"), "B301", "2조5000억원", id="Korean"),
        pytest.param(
            prose("ko", f"해남해운（Ｈａｅｎａｍ）은 2조5000억원을 낸다. {ILBO}"), "B301", "2조5000억원", id="full-width"
        ),
        pytest.param(prose("en", f"It pays **2.5 trillion won** now. {TIMES}"), "B301", "2.5 trillion won", id="bold"),
        pytest.param(
            prose("ko", f"**해남해운**은 [배](https://example.org/배)에 *2조5000억원*을 낸다. {ILBO}"),
            "B301",
            "2조5000억원",
            id="behind-a-link",
        ),
        pytest.param(
            prose("en", f"{{@haenam}} pays 2.5 trillion won to {{@nobody}}. {TIMES}"), "B203", "{@nobody}", id="reference"
        ),
        pytest.param(
            prose("en", f"{{@haenam}} pays 2.5 trillion won. {TIMES}"), "B301", "2.5 trillion won", id="behind-a-reference"
        ),
        pytest.param(prose("ko", f"{LONG}2조5000억원을 {LONG}낸다. {ILBO}"), "B301", "2조5000억원", id="long-line"),
        pytest.param(prose("en", f"It pays\n  2.5 trillion won. {TIMES}"), "B301", "2.5 trillion won", id="second-line"),
        pytest.param(
            entity("    en: >\n      Of a firm that pays\n      2.5 trillion won\n      for it.\n"),
            "B301",
            "2.5 trillion won",
            id="folded",
        ),
        pytest.param(
            entity("    ko: |-\n      해남해운이\n      배에 2조5000억원을 낸다\n"), "B301", "2조5000억원", id="literal"
        ),
        pytest.param(
            entity('    en: "Of the \\u00abfirm\\u00bb for\\u00a02.5 trillion won"\n'), "B301", "2.5 trillion won", id="escaped"
        ),
        pytest.param(entity("    ko: '그''의 2조5000억원'\n"), "B301", "2조5000억원", id="single-quoted"),
        pytest.param(entity("    en: Of the firm\n      and its 2.5 trillion won\n"), "B301", "2.5 trillion won", id="plain-over-two-lines"),
        pytest.param(
            fact('    - {value: 2조5000억원, origin: haenam, cite: "@ilbo-2031-05-05, ¶1"}\n'), "B301", "2조5000억원", id="in-a-flow"
        ),
        pytest.param(
            fact('    - {value: "2.4\\u00a0trillion won", origin: haenam, cite: "@ilbo-2031-05-05,\\u0020¶9"}\n'),
            "B202",
            "@ilbo-2031-05-05,\\u0020¶9",
            id="escaped-citation",
        ),
    ],
)  # fmt: skip
def test_the_caret_stands_under_the_words(tmp_path: Path, files: dict[str, str], code: str, words: str) -> None:
    """A finding names the line and column of its words, and its caret stands under them and nothing else."""
    before, _, _ = next(iter(files.values())).partition(words)
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert pointed(tmp_path, files, code) == [(*place, words)]


def test_what_a_file_folds_reaches_the_page_unfolded(tmp_path: Path) -> None:
    """A text in a block or with escapes is what it says, not how it is written."""
    written = entity('    en: >\n      A firm\n      of ships.\n    ko: "배\\u00a0회사."\n')
    site = check(make_seeds(tmp_path, written)).site
    texts = [claim.text for claim in site.claims if claim.place.kind == "entity" and claim.place.id == "park"]
    assert texts == ["A firm of ships.", "배\u00a0회사."]


def test_a_long_statement_is_cut_where_the_terminal_ends(tmp_path: Path) -> None:
    """A statement without a citation is pointed at from its beginning, as far as a line goes."""
    ((_, column, words),) = pointed(tmp_path, prose("ko", f"{LONG * 2}낸다."), "B310")
    assert column == 1
    assert LONG.startswith(words[:40])


def test_a_line_break_within_a_figure_is_a_blank(tmp_path: Path) -> None:
    """Prose may be wrapped anywhere: what stands on two lines is read as one, and pointed at where it begins."""
    true = prose("ko", f"해남해운은 2조\n4000억원을 낸다. {ILBO}")
    assert pointed(tmp_path / "true", true, "B301") == []
    false = prose("en", f"Haenam pays 2.5 trillion\nwon. {TIMES}")
    assert pointed(tmp_path / "false", false, "B301") == [(2, 13, "2.5 trillion")]


def test_a_statement_without_a_citation_is_one_fault(tmp_path: Path) -> None:
    """Its figures and dates are not told of one by one: a citation is what they all lack."""
    files = prose("en", "Haenam pays 2.4 trillion won for seven ferries by 2036.")
    findings = check(make_seeds(tmp_path, files)).findings
    assert [one.rule.code for one in findings if one.span.path.endswith("en.md")] == ["B310"]


def test_a_slip_is_told_where_it_stands_and_nowhere_else(tmp_path: Path) -> None:
    """A part that no source gives is not above its whole too, nor is a plan past due by a day that is wrong."""
    facts = fact('    - {value: 2.4 trillion won, origin: haenam, cite: "@times-2031-05-04, ¶1"}\n')[
        "ledger/facts.yaml"
    ]
    part = facts.replace("2.4", "3.4").replace("id: price", "id: part\n  part_of: price")
    event = "- {id: order, when: 2031-05-09, status: planned, briefings: [ferry], cite: '@times-2031-05-04, ¶2',\n"
    event += "   what: {en: A ship is due., ko: 배가 온다.}}\n"
    files = {"ledger/facts.yaml": facts + part, "ledger/events.yaml": event}
    findings = check(make_seeds(tmp_path, files)).findings
    found = [(one.rule.code, one.span.text) for one in findings if "/ledger/" in one.span.path]
    assert found == [("B304", "2031-05-09"), ("B301", "3.4 trillion won")]
