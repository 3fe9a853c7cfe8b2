"""Strict YAML: nothing is guessed, nothing is lost, everything has a place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.claims.yaml import Entries, Items, Scalar, read_yaml
from generator.source import Source


def faults(text: str) -> list[str]:
    """Return the faults of *text* as "line:column code"."""
    _, findings = read_yaml(Source("a.yaml", text))
    return ["{}:{} {}".format(*finding.span.first, finding.rule.code) for finding in findings]


def test_scalars_stay_as_written() -> None:
    """YAML's own types never happen: no, 010 and 2024-10-10 are the texts that were written."""
    node, _ = read_yaml(Source("a.yaml", "a: no\nb: 010\nc: 2024-10-10\n"))
    assert isinstance(node, Entries)
    assert [child.text for child in node.nodes.values() if isinstance(child, Scalar)] == ["no", "010", "2024-10-10"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("a: 마이크로소프트\n", "마이크로소프트", id="plain"),
        pytest.param('a: "KT: 둘"\n', "KT: 둘", id="double-quoted"),
        pytest.param("a: 'it''s'\n", "it's", id="single-quoted"),
        pytest.param('a: "2.4\\u00a0조 \\"원\\""\n', '2.4\u00a0조 "원"', id="escaped"),
        pytest.param("a: >\n  two\n  ships\n\n  more\n", "two ships\nmore", id="folded"),
        pytest.param("a: |\n  두\n  척\n", "두\n척", id="literal"),
        pytest.param("a: two\n  ships\n", "two ships", id="plain-over-two-lines"),
    ],
)
def test_span_is_the_words(text: str, words: str) -> None:
    """The span of a scalar holds what it says: without quotation marks, unescaped and unfolded."""
    node, _ = read_yaml(Source("a.yaml", text))
    assert isinstance(node, Entries)
    assert node.nodes["a"].span.text == words


@given(
    st.text("ab조 \"'\\\n\t#:é\u00a0", min_size=1).filter(str.strip),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.integers(5, 30),
)
def test_words_keep_their_places(text: str, style: str | None, width: int) -> None:
    """However a text is folded and escaped, each letter of it is found where the file has it."""
    written = yaml.dump({"a": text}, default_style=style, width=width, allow_unicode=True)
    node, _ = read_yaml(Source("a.yaml", written))
    assert isinstance(node, Entries)
    words = next(iter(node.nodes.values())).span
    assert words.text == text.rstrip("\n") or words.text == text
    for offset, letter in enumerate(words.text):
        place = words.part(offset, offset + 1).in_file.text
        is_escape = place.startswith("\\") or place == "''"
        assert letter.isspace() or is_escape or place.rstrip("\\ \n") in (letter, "") or letter == "\\"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1\na: 2\n", ["2:1 B104"], id="duplicate-key"),
        pytest.param("a: &x 1\nb: *x\n", ["1:4 B105"], id="alias"),
        pytest.param("a: b: c\n", ["1:5 B103"], id="unquoted-colon"),
        pytest.param("a:\n\t- b\n", ["2:1 B103"], id="tab"),
        pytest.param("a: \x00\n", ["1:4 B103"], id="control-character"),
        pytest.param("", [], id="empty"),
    ],
)
def test_faults_have_places(text: str, expected: list[str]) -> None:
    """What is not strict YAML is reported where it stands."""
    assert faults(text) == expected


def test_deep_nesting_is_a_finding() -> None:
    """A bomb of brackets is a finding, not a crash."""
    assert [fault.split()[1] for fault in faults("[" * 50_000)] == ["B103"]


def test_a_list_of_records_keeps_every_place() -> None:
    """Each key of a nested record knows its line and column."""
    node, _ = read_yaml(Source("a.yaml", "- id: one\n  cite: x\n- id: two\n"))
    assert isinstance(node, Items)
    second = node.nodes[1]
    assert isinstance(second, Entries)
    assert second.nodes["id"].span.first == (3, 7)
