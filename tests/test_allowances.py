"""Allowances: what a curator lets stand, in prose and in every kind of record, with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import check
from tests.seeds_maker import ENTITIES, diagnose, make_seeds

PROSE = "## The bottom line\nHaenam pays 2.5 trillion won. [@times-2031-05-04, ¶1]{} {{#bottom}}\n"
BULLET = "## The story\n{}- Haenam pays 2.5 trillion won. [@times-2031-05-04, ¶1] {{#bottom}}\n"
FACT = """\
- id: price
  what: {{en: Price of 2.5 trillion won, ko: 값}}{}
  briefings: [ferry]
  said:
    - {{value: 2.4 trillion won, origin: haenam, cite: "@times-2031-05-04, ¶1"}}
- id: ships
  what: {{en: Ships, ko: 배}}
  briefings: [ferry]
  said:
    - {{value: {{en: 7 ferries, ko: 7척}}, origin: haenam, cite: "@times-2031-05-04, ¶1"}}
"""
EVENT = """\
{}
- id: order
  when: null
  what: {{en: Haenam orders nine ferries., ko: 해남이 여객선을 주문한다.}}
  status: happened
  briefings: [ferry]
  cite: "@times-2031-05-04, ¶1"
"""
ARTICLE = """\
original: times-2031-05-04.txt
title: "Haenam Shipping orders boats"{}
published: 2031-05-04
language: en
"""


@pytest.mark.parametrize(
    ("path", "text", "code", "comment"),
    [
        pytest.param("briefings/ferry/en.md", PROSE, "B301", " <!-- allow B301: as the firm has it since -->", id="prose"),
        pytest.param("briefings/ferry/en.md", BULLET, "B301", "<!-- allow B301: as the firm has it -->\n", id="above-a-bullet"),
        pytest.param("briefings/ferry/en.md", BULLET, "B301", "<!-- allow B301: as it says -->\n\n", id="in-a-block-of-its-own"),
        pytest.param("ledger/facts.yaml", FACT, "B301", "  # allow B301: as the firm has it since", id="fact-behind"),
        pytest.param("ledger/facts.yaml", FACT, "B301", "\n  # allow B301: as the firm has it since", id="fact-inside"),
        pytest.param("ledger/events.yaml", EVENT, "B301", "# allow B301: two more were ordered by word", id="event-above"),
        pytest.param("articles/times-2031-05-04.yaml", ARTICLE, "B150", "  # allow B150: as printed", id="article"),
        pytest.param(
            "entities/all.yaml",
            ENTITIES.replace("{", "{{").replace("}", "}}") + "- {{id: dahl, kind: person, names: {{en: Dahl, ko: 달}}}}{}\n",
            "B152",
            "  # allow B152: soon",
            id="entity",
        ),
    ],
)  # fmt: skip
def test_a_reason_lets_a_finding_stand(tmp_path: Path, path: str, text: str, code: str, comment: str) -> None:
    """A finding stands without its comment, goes with it, and the reason is kept for the public page."""
    found = [line.split()[-1] for line in diagnose(tmp_path / "without", {path: text.format("")})]
    allowed = [line.split()[-1] for line in diagnose(tmp_path / "with", {path: text.format(comment)})]
    assert sorted([*allowed, code]) == sorted(found)
    (allow,) = check(make_seeds(tmp_path / "kept", {path: text.format(comment)})).site.library.allows
    assert (allow.code, allow.why in comment) == (code, True)


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        pytest.param("  # allow B302: another code", "B123", id="another-code"),
        pytest.param("  # allow B301", "B118", id="no-reason"),
        pytest.param("  # allowed: B301", "", id="another-comment"),
    ],
)
def test_what_allows_nothing_is_told(tmp_path: Path, comment: str, code: str) -> None:
    """A comment without a reason, or for a finding that is not there, is a finding itself."""
    found = diagnose(tmp_path, {"ledger/facts.yaml": FACT.format(comment)})
    assert "ledger/facts.yaml:2:23: B301" in found
    assert [line.split()[-1] for line in found if ":2:49:" in line] == ([code] if code else [])


def test_a_record_is_allowed_nothing_by_its_neighbour(tmp_path: Path) -> None:
    """A comment speaks of the record it stands in, and a sign within a text is no comment."""
    facts = FACT.format("").replace("7 ferries", "'8 ferries # allow B301: no'") + "# allow B301: behind the last\n"
    found = [line.split()[-1] for line in diagnose(tmp_path, {"ledger/facts.yaml": facts})]
    assert found.count("B301") == 1
