"""Strict YAML: nothing is guessed, nothing is lost, everything has a place."""

from __future__ import annotations

import pytest

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
        pytest.param("a: 'it''s'\n", "'it''s'", id="escaped-keeps-the-whole-node"),
    ],
)
def test_span_is_the_words(text: str, words: str) -> None:
    """The span of a scalar holds its words without quotation marks, where that is possible."""
    node, _ = read_yaml(Source("a.yaml", text))
    assert isinstance(node, Entries)
    assert node.nodes["a"].span.text == words


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
