"""Prose: passages, sentences and what each rests on."""

from __future__ import annotations

import pytest

from generator.claims.prose import Prose, read_prose
from generator.model import Plain, Reference
from generator.source import Source


def prose(text: str, language: str = "en") -> Prose:
    """Return *text* read as the story of a briefing."""
    heading = {"en": "## The story\n\n", "ko": "## 내용\n\n"}[language]
    return read_prose(Source("p.md", heading + text), language)


def cited(text: str, language: str = "en") -> list[tuple[str, list[str]]]:
    """Return each sentence of *text* with the locators it cites."""
    return [
        (
            "".join(part.text if isinstance(part, Plain) else part.span.text for part in statement.parts),
            [f"{citation.article} {citation.locator}" for citation in statement.citations],
        )
        for passage in prose(text, language).passages
        for statement in passage.statements
    ]


def codes(text: str) -> list[str]:
    """Return the faults of *text* as "line:column code"."""
    return ["{}:{} {}".format(*finding.span.first, finding.rule.code) for finding in prose(text).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One. [@a, ¶1] Two. [@b, ¶2] {#x}", [("One.", ["a ¶1"]), ("Two.", ["b ¶2"])], id="after-the-stop"),
        pytest.param(
            "One [@a, ¶1]. Two [@b, para. 2]. {#x}", [("One.", ["a ¶1"]), ("Two.", ["b ¶2"])], id="before-the-stop"
        ),
        pytest.param("One. Two. [@a, ¶1] {#x}", [("One.", ["a ¶1"]), ("Two.", ["a ¶1"])], id="end-covers-the-uncited"),
        pytest.param(
            "One. [@a, title] Two. Three. [@b, heading 2; @c, caption 1] {#x}",
            [
                ("One.", ["a title"]),
                ("Two.", ["b heading 2", "c caption 1"]),
                ("Three.", ["b heading 2", "c caption 1"]),
            ],
            id="end-leaves-the-cited",
        ),
        pytest.param("One. [@a, ¶1] Two. {#x}", [("One.", ["a ¶1"]), ("Two.", [])], id="the-last-uncited-stays-so"),
        pytest.param("One. [@a] {#x}", [("One.", ["a None"])], id="whole-article"),
    ],
)
def test_a_citation_covers_its_sentence(text: str, expected: list[tuple[str, list[str]]]) -> None:
    """A citation belongs to the sentence it ends; at the end of a paragraph it covers every uncited one."""
    assert cited(text) == expected


def test_korean_sentences_are_cited_one_by_one() -> None:
    """The full stop of a Korean sentence ends it too."""
    text = "해운사는 배를 산다. [@a, ¶1] 첫 배는 내년에 온다. [@b, ¶2] {#x}"
    assert cited(text, "ko") == [("해운사는 배를 산다.", ["a ¶1"]), ("첫 배는 내년에 온다.", ["b ¶2"])]


def test_references_are_parts_of_the_sentence() -> None:
    """{fact} and {@entity} stay apart from the words around them, each with its place."""
    passage = prose("{@kt} puts in {joint-sum}. [@a, ¶1] {#x}").passages[0]
    parts = passage.statements[0].parts
    assert [(part.id, part.is_entity) for part in parts if isinstance(part, Reference)] == [
        ("kt", True),
        ("joint-sum", False),
    ]
    assert [part.span.text for part in parts] == ["{@kt}", " puts in ", "{joint-sum}", "."]


def test_passages_have_kind_and_id() -> None:
    """Paragraphs, bullets and subheadings are passages; a written id is theirs."""
    passages = prose("### Money\nOne. [@a, ¶1] {#one}\n\n- Two. [@a, ¶1] {#two}\n- Three. [@a, ¶1] {#three}\n").passages
    assert [(passage.kind, passage.id) for passage in passages] == [
        ("heading", "story-1"),
        ("paragraph", "one"),
        ("bullet", "two"),
        ("bullet", "three"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One [@a, ¶1] and two. {#x}", ["3:5 B116"], id="citation-inside"),
        pytest.param("One. [@a, p. 6] {#x}", ["3:7 B115"], id="unknown-locator"),
        pytest.param("One. [@a, ¶1 {#x}", ["3:6 B115"], id="open-citation"),
        pytest.param("One <b>two</b>. [@a, ¶1] {#x}", ["3:5 B112", "3:11 B112"], id="html"),
        pytest.param("One {Two}. [@a, ¶1] {#x}", ["3:5 B117"], id="bad-reference"),
        pytest.param("One. [@a, ¶1]", ["3:14 B113"], id="no-id"),
        pytest.param("One. [@a, ¶1] {#x}\n\nTwo. [@a, ¶1] {#x}", ["5:1 B114"], id="id-twice"),
        pytest.param("One. [@a, ¶1] {#X y}", ["3:15 B117", "3:21 B113"], id="bad-id"),
        pytest.param("One. [@a, ¶1] {#x} <!-- allow B304 -->", ["3:20 B118"], id="no-reason"),
    ],
)
def test_faults_have_places(text: str, expected: list[str]) -> None:
    """What cannot be read is reported where it stands, and the rest is read."""
    assert codes(text) == expected


def test_an_allowance_covers_its_passage() -> None:
    """A comment with a code and a reason is kept with the passage it stands in."""
    read = prose("One. {#x} <!-- allow B304: nobody prints it -->")
    assert [(allow.code, allow.why, allow.scope.text[:4]) for allow in read.allows] == [
        ("B304", "nobody prints it", "One.")
    ]
    assert read.passages[0].id == "x"


def test_text_under_no_heading_is_reported() -> None:
    """Words before the first heading, and unknown headings, are findings that name the known ones."""
    read = read_prose(Source("p.md", "Lost.\n\n## Background\n\nLost too.\n"), "en")
    assert [(finding.rule.code, finding.span.first) for finding in read.findings] == [
        ("B110", (1, 1)),
        ("B110", (3, 1)),
    ]
