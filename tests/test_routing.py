"""Paragraphs find their briefings by terms and names, in articles never seen before."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.claims.library import read_library
from generator.evidence.collect import build_tables, collect
from generator.evidence.routing import Passing, Route, route
from generator.model import Mention

ROUTES = (
    Route("ferry", frozenset({"haenam", "nordlys", "blue-hull"}), ("ferry order", "battery", "여객선", "전기 추진")),
    Route("yard", frozenset({"haenam", "nordlys"}), ("dockyard", "joint yard", "합작 조선소", "도크")),
    Route("sale", frozenset({"haenam", "stone-partners"}), ("headquarters", "real estate", "사옥 매각")),
)


def passing(text: str, *entities: str, kind: str = "body", via: str | None = None) -> Passing:
    """Return a paragraph that names *entities*."""
    return Passing(kind, text, tuple(Mention(entity, 0, entity, via) for entity in entities))


TITLE = passing("Haenam and Nordlys sign ferry order", "haenam", "nordlys", kind="title")


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            [TITLE, passing("They will build a joint yard.", "haenam", "nordlys")],
            [("ferry",), ("yard",)],
            id="terms-beat-shared-names",
        ),
        pytest.param(
            [TITLE, passing("Haenam and Nordlys signed in Oslo.", "haenam", "nordlys"), passing("“At last,” he said.")],
            [("ferry",)] * 3,
            id="no-cue-follows-the-paragraph-before",
        ),
        pytest.param(
            [TITLE, passing("Haenam hired Stone Partners.", "haenam", "stone-partners"), passing("The fee is secret.")],
            [("ferry",), ("ferry", "sale"), ("ferry", "sale")],
            id="own-name-beside-the-main-topic",
        ),
        pytest.param(
            [TITLE, passing("Separately from the dockyard, both will test a battery.", "haenam", "nordlys")],
            [("ferry",), ("ferry",)],
            id="set-apart",
        ),
        pytest.param(
            [
                passing("노르들뤼스, 해남과 여객선 계약", "haenam", "nordlys", kind="title"),
                passing("도크와는 별개로 전기추진 시험도 한다.", "haenam"),
            ],
            [("ferry",), ("ferry",)],
            id="set-apart-in-korean",
        ),
        pytest.param(
            [
                passing("Nordlys opens an office in Japan", "nordlys", kind="title"),
                passing("It makes battery packs.", "nordlys"),
            ],
            [(), ()],
            id="one-shared-name-does-not-open-a-briefing",
        ),
        pytest.param(
            [
                passing("Haenam to leave its headquarters", "haenam", kind="title"),
                passing("The tower is 20 years old."),
            ],
            [("sale",), ("sale",)],
            id="one-shared-name-and-the-headline-do",
        ),
        pytest.param(
            [passing("Rain expected", kind="title"), passing("A ferry order was delayed.")],
            [(), ()],
            id="terms-without-names",
        ),
        pytest.param(
            [TITLE, passing("The company sold its dockyard.", "nordlys", via="anaphora")],
            [("ferry",), ("yard",)],
            id="carried-over-names-are-no-cue",
        ),
        pytest.param(
            [TITLE, passing("(Graphics by Ann Lee)", "haenam", kind="caption")], [("ferry",), ()], id="credit-alone"
        ),
        pytest.param(
            [TITLE, passing("Weather delays crossings."), passing("Haenam shares rose.", "haenam")],
            [("ferry",)] * 3,
            id="main-topic-holds",
        ),
        pytest.param([], [], id="nothing"),
    ],
)
def test_route(paragraphs: list[Passing], expected: list[tuple[str, ...]]) -> None:
    """Terms say what, names say who, and what has neither follows."""
    assert list(route(paragraphs, ROUTES)) == expected


@pytest.mark.parametrize(
    ("text", "is_hit"),
    [
        pytest.param("two joint yards", True, id="plural"),
        pytest.param("a JOINT-YARD plan", True, id="case-and-hyphen"),
        pytest.param("the dockyarders met", False, id="inside-a-word"),
        pytest.param("합작조선소를", True, id="korean-spacing"),
        pytest.param("합작(JV) 조선소를", True, id="gloss-in-brackets"),
    ],
)
def test_terms(text: str, is_hit: bool) -> None:
    """English terms are whole words in any case; Korean terms are stems, blanks being free."""
    first, second = route([TITLE, passing(text, "haenam", "nordlys")], ROUTES)
    assert ("yard" in second) == is_hit
    assert first == ("ferry",)


def test_order_of_routes() -> None:
    """The order in which briefings are given does not matter."""
    paragraphs = [TITLE, passing("They will build a joint yard.", "haenam", "nordlys"), passing("So it goes.")]
    assert route(paragraphs, ROUTES) == route(paragraphs, ROUTES[::-1])


SIXTH = {
    "a hotel sold": (
        "KT sells its last hotel to a pension fund",
        "KT said on Monday it had sold the hotel for 90 billion won, closing the year's biggest property deal in Mapo.",
        "The buyer will keep the staff of 120. KT has owned the tower since it was a telephone exchange in the 1980s.",
        ["real-estate"],
    ),
    "another country": (
        "Microsoft to build data centers in Portugal",
        "Microsoft will spend 2 billion euros on cloud data centers in Sines, the company said on Monday in Lisbon.",
        "The first of them opens in three years. The Portuguese government welcomed the plan and promised power lines.",
        [],
    ),
    "a new member": (
        "Carrier from Chile joins Global Telco AI Alliance",
        "SK Telecom said the Global Telco AI Alliance had taken in its sixth member, a carrier from Chile, on Friday.",
        "The newcomer brings 12 million customers. It will help to train a Spanish model for customer service desks.",
        ["skt-alliances"],
    ),
    "a party": (
        "Rain spoils picnic of telephone museum",
        "Heavy rain on Sunday spoiled the yearly picnic of the telephone museum in Wonju, its director said on Monday.",
        "The sandwiches were given to the fire brigade. A new day will be set when the meadow has dried out again.",
        [],
    ),
}


@pytest.mark.parametrize("name", SIXTH)
def test_sixth_article(name: str) -> None:
    """A new article lands in the real briefing it is about, with all its paragraphs, or in none."""
    tables = build_tables(read_library(Path(__file__).parents[1] / "seeds")[0])
    title, first, second, slugs = SIXTH[name]
    evidence, _ = collect("a.txt", f"{title}\n{first}\n{second}\n".encode(), tables, "a", None)
    assert [list(paragraph.briefings) for paragraph in evidence.paragraphs if paragraph.kind == "body"] == [
        slugs,
        slugs,
    ]
