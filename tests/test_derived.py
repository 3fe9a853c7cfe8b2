"""Derived values: a working that a reader can redo, over facts on which the sources agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from tests.dossier import read_articles, write_dossier

ARTICLES = read_articles("""
times-2031-05-04:
  language: en
  published: 2031-05-04
  paragraphs:
    title: A fleet and a quay
    ¶1: The fleet costs 2.4 trillion won for seven ferries, the quay 26 billion won; 40 percent of it is lent, and $1.8 billion.
    ¶2: The quay costs 36 billion won, it was said later, or several billion won.
""")
FACTS = """\
- {id: fleet, what: {en: Fleet, ko: 선단}, briefings: [ferry], said: [{value: 2.4 trillion won, origin: reporter, cite: "@times-2031-05-04, ¶1"}]}
- {id: quay, what: {en: Quay, ko: 부두}, briefings: [ferry], said: [{value: 26 billion won, origin: reporter, cite: "@times-2031-05-04, ¶1"}]}
- {id: ferries, what: {en: Ferries, ko: 배}, briefings: [ferry], said: [{value: {en: seven ferries, ko: 7척}, origin: reporter, cite: "@times-2031-05-04, ¶1"}]}
- {id: lent, what: {en: Lent, ko: 대출}, briefings: [ferry], said: [{value: 40%, origin: reporter, cite: "@times-2031-05-04, ¶1"}]}
- {id: dollars, what: {en: In dollars, ko: 달러}, briefings: [ferry], said: [{value: $1.8 billion, origin: reporter, cite: "@times-2031-05-04, ¶1"}]}
- {id: vague, what: {en: Vague, ko: 대략}, briefings: [ferry], said: [{value: several billion won, origin: reporter, cite: "@times-2031-05-04, ¶2"}]}
- id: open
  what: {en: Open, ko: 미정}
  briefings: [ferry]
  difference: {kind: impossible within one source, show: page}
  said:
    - {value: 26 billion won, origin: reporter, cite: "@times-2031-05-04, ¶1"}
    - {value: 36 billion won, origin: reporter, cite: "@times-2031-05-04, ¶2"}
"""


@pytest.mark.parametrize(
    ("calc", "codes"),
    [
        pytest.param("fleet + quay", [], id="sum"),
        pytest.param("fleet / quay", [], id="multiple"),
        pytest.param("fleet / ferries", [], id="each"),
        pytest.param("quay * ferries", [], id="product"),
        pytest.param("fleet + dollars", ["B315"], id="two-currencies"),
        pytest.param("fleet + ferries", ["B315"], id="won-and-ships"),
        pytest.param("fleet * quay", ["B315"], id="won-times-won"),
        pytest.param("fleet * lent", ["B315"], id="a-percentage-as-a-factor"),
        pytest.param("fleet + quay * ferries", ["B315"], id="plus-and-times"),
        pytest.param("fleet + vague", ["B315"], id="vague"),
        pytest.param("fleet + open", ["B316"], id="sources-differ"),
    ],
)
def test_calc(tmp_path: Path, calc: str, codes: list[str]) -> None:
    """A calc is worked out, or refused at its place."""
    derived = f"- {{id: derived, what: {{en: Derived, ko: 계산}}, briefings: [ferry], calc: {calc}}}\n"
    files = {"entities/all.yaml": "[]\n", "ledger/facts.yaml": FACTS + derived}
    findings = pipeline.check(write_dossier(tmp_path / "seeds", files, ARTICLES)).findings
    found = [finding for finding in findings if finding.rule.code in ("B315", "B316")]
    assert [finding.rule.code for finding in found] == codes
    assert {finding.span.text for finding in found} <= {calc}
