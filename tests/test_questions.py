"""Forty questions that readers bring: each is answered on its page, with its qualifier, by the paragraph it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown import Markdown

from generator.language.dates import read_dates
from generator.language.figures import read_figures
from generator.model import DateSpan, Figure, Paragraph, Site
from generator.pipeline import Build, build
from generator.site.browser import EXTENSIONS

ROOT = Path(__file__).resolve().parents[1]
QUESTIONS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("questions.yaml").read_text("utf-8"))
EACH = [pytest.param(question, id=question["id"]) for question in QUESTIONS]


class Words(HTMLParser):
    """Collects what a reader reads on a page: all words but the numbers of notes and the notes themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.hidden = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("img", "br", "hr"):  # never closed
            return
        self.open.append(tag)
        classes = (dict(attrs).get("class") or "").split()
        if self.hidden or tag == "sup" or "notes" in classes:
            self.hidden += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass by what has no words."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.hidden -= bool(self.hidden)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def page_text(page: str) -> str:
    """Return what a reader reads on *page*, generated Markdown, with single blanks."""
    body = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL)
    words = Words()
    words.feed(Markdown(extensions=list(EXTENSIONS)).convert(body))
    return " ".join("".join(words.words).split())


@dataclass(frozen=True)
class Dossier:
    """The shipped microsite, and the words of its briefings."""

    built: Build
    texts: dict[str, str]

    @property
    def site(self) -> Site:
        """Return the resolved site."""
        return self.built.site


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Return the shipped microsite, built once."""
    built = build(ROOT / "seeds")
    pages = sorted({f"{question['language']}/{question['briefing']}.md" for question in QUESTIONS})
    return Dossier(built, {page: page_text(built.pages[page].decode()) for page in pages})


def cited(dossier: Dossier, question: dict[str, Any]) -> Paragraph:
    """Return the paragraph that a question's answer rests on."""
    article, _, locator = question["cite"].removeprefix("@").partition(", ")
    paragraph = dossier.site.library.evidence[article].paragraph(locator)
    assert paragraph is not None, f"{article} has no {locator}"
    return paragraph


def test_there_are_ten_a_briefing_half_of_them_korean(dossier: Dossier) -> None:
    """Every briefing of the microsite is asked ten questions, five in each language, under ids of their own."""
    asked = [(question["briefing"], question["language"]) for question in QUESTIONS]
    assert {pair: asked.count(pair) for pair in asked} == {
        (briefing, language): 5 for briefing in dossier.site.library.briefings for language in ("en", "ko")
    }
    assert len({question["id"] for question in QUESTIONS}) == 40


@pytest.mark.parametrize("question", EACH)
def test_the_answer_and_its_qualifier_stand_on_the_page(dossier: Dossier, question: dict[str, Any]) -> None:
    """A reader finds each part of the answer, and how sure it is, in the words of the page of that topic."""
    text = dossier.texts[f"{question['language']}/{question['briefing']}.md"]
    missing = [words for words in (*question["answer"], *question["qualifier"]) if words not in text]
    assert missing == []


@pytest.mark.parametrize("question", EACH)
def test_the_page_leads_to_the_paragraph(dossier: Dossier, question: dict[str, Any]) -> None:
    """The paragraph exists, and the page links to it."""
    paragraph = cited(dossier, question)
    article = question["cite"].removeprefix("@").partition(",")[0]
    anchor = f"p{paragraph.locator[1:]}" if paragraph.kind == "body" else paragraph.kind[0]
    page = dossier.built.pages[f"{question['language']}/{question['briefing']}.md"].decode()
    assert f"(sources/{article}.md#{anchor})" in page


Value = Figure | DateSpan


def values(text: str, language: str) -> list[Value]:
    """Return the figures and dates in an answer; a date of which nothing is known is none."""
    (dates,) = read_dates([text], language, None)
    return [*read_figures(text, language), *(one for one in dates if one.first or one.edtf)]


def is_carried(value: Value, paragraph: Paragraph) -> bool:
    """Return whether a paragraph gives *value*, or a date within it: "2024" is carried by September 2024."""
    if isinstance(value, Figure):
        return any((value.low, value.high, value.unit) == (one.low, one.high, one.unit) for one in paragraph.figures)
    if value.first is None or value.last is None:
        return any(value.edtf == one.edtf for one in paragraph.dates)
    return any(
        one.first and one.last and value.first <= one.first and one.last <= value.last for one in paragraph.dates
    )


def behind(dossier: Dossier, question: dict[str, Any], answer: str) -> Iterator[Paragraph]:
    """Yield the paragraphs under the statements of the page that give *answer*."""
    library = dossier.site.library
    for claim in dossier.site.claims:
        place = claim.place
        records = {"value": library.facts, "event": library.events}.get(place.kind, {})
        here = place.id == question["briefing"] if place.kind == "prose" else place.id in records
        if here and claim.language in (question["language"], "") and answer in claim.text:
            for support in claim.supports:
                yield from support.paragraphs


WITH_VALUES = [
    param for param, question in zip(EACH, QUESTIONS, strict=True)
    if any(values(answer, question["language"]) for answer in question["answer"])
]  # fmt: skip


@pytest.mark.parametrize("question", WITH_VALUES)
def test_the_paragraph_carries_the_figures_and_dates(dossier: Dossier, question: dict[str, Any]) -> None:
    """The evidence of the cited paragraph gives the answer's figures and dates.

    Where an answer has several parts, those of other articles are given by the paragraphs that the page cites for them.
    """
    paragraph = cited(dossier, question)
    asked = [(answer, value) for answer in question["answer"] for value in values(answer, question["language"])]
    elsewhere = [(answer, value) for answer, value in asked if not is_carried(value, paragraph)]
    has_words = any(not values(answer, question["language"]) for answer in question["answer"])
    assert len(elsewhere) < len(asked) or has_words  # then the paragraph is that of the words
    unfounded = [
        (answer, value)
        for answer, value in elsewhere
        if not any(is_carried(value, other) for other in behind(dossier, question, answer))
    ]
    assert unfounded == []


def test_most_answers_are_figures_or_dates() -> None:
    """The mechanical part of the questions does not run empty."""
    assert len(WITH_VALUES) >= 18
