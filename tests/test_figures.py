"""What both languages' readers of figures have in common: bounds, bare values, robustness and speed."""

from __future__ import annotations

import json
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.figures import read_figures

SHARED = Path(__file__).parents[1].parent / "shared"


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        pytest.param("about 300 people came", "en", "about", id="about"),
        pytest.param("an estimated 269 billion won", "en", "about", id="estimated"),
        pytest.param("nearly a dozen banks", "en", "about", id="nearly-a"),
        pytest.param("more than five times the level", "en", "over", id="more-than"),
        pytest.param("sales more than doubled", "en", "over", id="more-than-doubled"),
        pytest.param("at least 12 hotels", "en", "min", id="at-least"),
        pytest.param("no more than 12 hotels", "en", "max", id="no-more-than"),
        pytest.param("fewer than 12 hotels", "en", "under", id="fewer-than"),
        pytest.param("30-plus hotels", "en", None, id="plus-within"),
        pytest.param("5 years or more", "en", "min", id="or-more"),
        pytest.param("up to $5 million", "en", None, id="up-to-is-exact"),
        pytest.param("over five years", "en", None, id="over-a-time-is-when"),
        pytest.param("for over five years", "en", "over", id="for-over"),
        pytest.param("expected 5 percent", "en", None, id="forecasts-are-exact"),
        pytest.param("약 300명이 왔다", "ko", "about", id="약"),
        pytest.param("337억 크로나(약 4조원)", "ko", None, id="only-the-next"),
        pytest.param("2조원대 투자", "ko", "about", id="대"),
        pytest.param("직원 300여명", "ko", "about", id="여"),
        pytest.param("300여억원", "ko", "about", id="여-within"),
        pytest.param("최소 300명", "ko", "min", id="최소"),
        pytest.param("최대 50%", "ko", "max", id="최대"),
        pytest.param("300명 이상", "ko", "min", id="이상"),
        pytest.param("300명 이하", "ko", "max", id="이하"),
        pytest.param("300명 미만", "ko", "under", id="미만"),
        pytest.param("300명이 넘는", "ko", "over", id="넘는"),
        pytest.param("2조원을 웃도는", "ko", "over", id="웃도는"),
        pytest.param("300명 안팎", "ko", "about", id="안팎"),
        pytest.param("300명이 참석할 전망", "ko", None, id="전망"),
    ],
)
def test_bounds(text: str, language: str, bound: str | None) -> None:
    """Bounds and nearness make a figure approximate, and stand outside its text."""
    figure = read_figures(text, language)[0]
    assert (figure.bound, figure.approx) == (bound, bound is not None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("2.4 trillion won", ("KRW", Decimal(2400000000000)), id="english-money"),
        pytest.param("2조4000억원", ("KRW", Decimal(2400000000000)), id="korean-money"),
        pytest.param("50%", ("%", Decimal(50)), id="percent"),
        pytest.param("300", ("count", Decimal(300)), id="a-number-alone"),
        pytest.param("1.3 billion", ("count", Decimal(1300000000)), id="a-scaled-number-alone"),
        pytest.param("300명", ("count", Decimal(300)), id="korean-count"),
        pytest.param("5 times", ("x", Decimal(5)), id="multiple"),
        pytest.param("2029", None, id="a-year-is-none"),
        pytest.param("KT and Microsoft together", None, id="words"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_bare_values(text: str, value: tuple[str, Decimal] | None) -> None:
    """A value without a language is read in either."""
    figures = read_figures(text, "")
    assert [(figure.unit, figure.low) for figure in figures] == ([value] if value else [])


_PIECES = st.sampled_from(
    [
        *"1|2|3,|1,000|2.5|20|2024|½|만|억|조|천|백|십|원|달러|$|€|₩|US$|KRW|W|%|%p|bp|~|–|-|∼|to|and|between|from|or".split(
            "|"
        ),
        *"about|약|이상|개|명|대|회|배|년|일|주|간|전|수|몇|두|세|한|제|million|billion|bn|won|dollars|dozen|hundred|half".split(
            "|"
        ),
        *"a|an|year|people|times|double|twice|two|three|five-year|.|(|)|[|여|에서|사이|마이너스|+|제3조|GPT-4o|5G".split(
            "|"
        ),
        *["\n", "\t", "\x00", "\u200f", "\u202e", "\ud800", "😀", "١", "２", "²", "Ⅳ", "㎡", "\u00a0", "\u3000"],
    ]
) | st.text(max_size=4)


@settings(max_examples=300)
@given(
    pieces=st.lists(st.tuples(_PIECES, st.sampled_from(["", " "])), max_size=14),
    language=st.sampled_from(["en", "ko", ""]),
)
def test_nothing_crashes(pieces: list[tuple[str, str]], language: str) -> None:
    """Any text is read: figures lie in it, in order, apart, with sound bounds."""
    text = "".join(piece + gap for piece, gap in pieces)
    end = 0
    for figure in read_figures(text, language):
        assert figure.text
        assert text[figure.start : figure.end] == figure.text
        assert figure.start >= end
        end = figure.end
        assert figure.is_vague == (figure.high is None)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.approx == (figure.bound is not None)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(unit, id=unit.strip()[:12] or "blank")
        for unit in (
            "1",
            "1,",
            "1-",
            "(1)",
            "[[",
            "$1-",
            "1~",
            "9" * 30,
            "1조",
            "1억 ",
            "1만2",
            "수",
            "한",
            "two ",
            "a ",
            "1 to ",
        )
    ],
)
def test_time_is_linear(unit: str, language: str) -> None:
    """Eight times the text takes no more than about eight times as long, on one adversarial line."""
    spent = []
    for size in (4_000, 32_000):
        text = (unit * (size // len(unit) + 1))[:size]
        started = time.perf_counter()
        read_figures(text, language)
        spent.append(time.perf_counter() - started)
    assert spent[1] < 8 * 4 * max(spent[0], 0.01)


@pytest.mark.skipif(not SHARED.exists(), reason="the labelled originals are private and not here")
@pytest.mark.parametrize("language", ["en", "ko"])
def test_labelled_articles(language: str) -> None:
    """On the labelled articles, F1 is at least 0.97."""
    hits = extra = missed = 0
    for labels in sorted((SHARED / "gold").glob("*.gold.json")):
        gold = json.loads(labels.read_text())
        if gold["metadata"]["language"] != language:
            continue
        lines = (SHARED / "originals" / labels.name.replace(".gold.json", ".txt")).read_text().split("\n")
        for number, kind in gold["lines"].items():
            if kind not in ("title", "heading", "body", "caption"):
                continue
            rows = [row for row in gold["figures"] if row["line"] == int(number) and row["low"] is not None]
            want = Counter((row["unit"], Decimal(str(row["low"])), Decimal(str(row["high"]))) for row in rows)
            figures = read_figures(lines[int(number) - 1], language)
            got = Counter((figure.unit, figure.low, figure.high) for figure in figures if not figure.is_vague)
            hits += (want & got).total()
            extra += (got - want).total()
            missed += (want - got).total()
    assert 2 * hits / (2 * hits + extra + missed) >= 0.97
