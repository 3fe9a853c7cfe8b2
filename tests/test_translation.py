"""Translation: what one language says of figures, dates and names, the other says too; what it leaves out may wait."""

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
    title: Haenam Shipping orders seven ferries
    ¶1: Haenam Shipping will pay 2.4 trillion won, or about $1.8 billion, for seven ferries, and 26 billion won for a quay in Mokpo.
    ¶2: The first is due in the second quarter of 2032, the last in 2036, said Park Sun-a and Erik Dahl.
""")
ENTITIES = """\
- {id: haenam, kind: org, names: {en: Haenam Shipping, ko: 해남해운}}
- {id: park, kind: person, names: {en: Park Sun-a, ko: 박선아}}
- {id: dahl, kind: person, names: {en: Erik Dahl, ko: 에리크 달}}
- {id: mokpo, kind: place, names: {en: Mokpo, ko: 목포}}
"""
CITE = "[@times-2031-05-04, ¶1; @times-2031-05-04, ¶2]"


def found(folder: Path, english: str | None, korean: str | None) -> list[str]:
    """Return path, code and words of the 5xx findings over one passage in two languages."""
    files = {"entities/all.yaml": ENTITIES}
    if english is not None:
        files["briefings/ferry/en.md"] = f"## The story\n{english}\n"
    if korean is not None:
        files["briefings/ferry/ko.md"] = f"## 내용\n{korean}\n"
    result = pipeline.check(write_dossier(folder / "seeds", files, ARTICLES))
    return [
        f"{finding.span.path.rsplit('/', 1)[1]} {finding.rule.code} {finding.span.text}"
        for finding in result.findings
        if finding.rule.code.startswith("B50")
    ]


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        pytest.param("It costs 2.4 trillion won.", "값은 2조4000억원이다.", id="equal-forms"),
        pytest.param("It costs about $1.8 billion.", "값은 약 18억 달러다.", id="hedge"),
        pytest.param("The first is due in the second quarter of 2032.", "첫 배는 2032년 2분기에 온다.", id="quarter"),
        pytest.param("Seven ferries cost 2.4 trillion won.", "값은 2조4000억원이다.", id="a-figure-left-out"),
        pytest.param("Haenam Shipping pays.", "값을 치른다.", id="a-name-left-out"),
        pytest.param("It pays in Mokpo.", "해남해운이 목포에서 낸다.", id="a-name-repeated"),
        pytest.param(
            "The first is due in the second quarter of 2032.", "첫 배는 2032년에 온다.", id="a-date-told-roughly"
        ),
    ],
)
def test_counterparts_may_say_less(tmp_path: Path, english: str, korean: str) -> None:
    """Equal values in other forms, and values that one language leaves out, are no difference."""
    assert found(tmp_path, f"{english} {CITE} {{#a}}", f"{korean} {CITE} {{#a}}") == []


@pytest.mark.parametrize(
    ("english", "korean", "findings"),
    [
        pytest.param("It costs 2.4 trillion won.", "값은 260억원이다.", ["ko.md B502 260억원"], id="sum"),
        pytest.param("The last is due in 2036.", "마지막 배는 2032년에 온다.", ["ko.md B502 2032년"], id="year"),
        pytest.param("Park Sun-a was there.", "에리크 달이 왔다.", ["ko.md B503 에리크 달"], id="person"),
    ],
)
def test_counterparts_do_not_say_otherwise(tmp_path: Path, english: str, korean: str, findings: list[str]) -> None:
    """Another value in the place of one is found in the translation."""
    assert found(tmp_path, f"{english} {CITE} {{#a}}", f"{korean} {CITE} {{#a}}") == findings


def test_a_passage_without_counterpart_is_pending(tmp_path: Path) -> None:
    """A passage that one language lacks is a note, at the passage, in either direction."""
    english = f"It pays. {CITE} {{#a}}\n\nIt waits. {CITE} {{#b}}"
    korean = f"값을 낸다. {CITE} {{#a}}\n\n배를 판다. {CITE} {{#c}}"
    assert found(tmp_path, english, korean) == [
        f"en.md B501 It waits. {CITE} {{#b}}",
        f"ko.md B501 배를 판다. {CITE} {{#c}}",
    ]


def test_a_language_without_prose_is_one_note(tmp_path: Path) -> None:
    """A briefing that is written in one language only has one note, not one a passage."""
    assert found(tmp_path, f"It pays. {CITE} {{#a}}\n\nIt waits. {CITE} {{#b}}", None) == [
        "briefing.yaml B501 order: 1"
    ]


def test_a_briefing_without_prose_has_nothing_pending(tmp_path: Path) -> None:
    """Where no language has prose, none is behind."""
    assert found(tmp_path, None, None) == []


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        pytest.param("It costs 2.4 trillion won.", "값은 2조5000억원이다.", id="figure"),
        pytest.param("It costs 2.5 trillion won.", "값은 2조4000억원이다.", id="figure-of-the-original"),
        pytest.param("The last is due in 2036.", "마지막 배는 2037년에 온다.", id="date"),
    ],
)
def test_what_no_citation_carries_is_not_compared(tmp_path: Path, english: str, korean: str) -> None:
    """A value that its source does not give has a finding of its own, and blames no counterpart."""
    assert found(tmp_path, f"{english} {CITE} {{#a}}", f"{korean} {CITE} {{#a}}") == []
