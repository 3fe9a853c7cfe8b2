"""What both languages' readers of figures have in common: bounds, bare values, robustness and speed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.figures import read_figures
from generator.model import Bound

SHARED = Path(__file__).parents[1].parent / "shared"


_EXACT = ("up to", "as much as", "as many as", "a maximum of", "as few as")
"""Limits that leave the figure exact."""


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
        pytest.param("30-plus hotels", "en", "over", id="plus-within"),
        pytest.param("300-plus-strong unit", "en", "over", id="plus-strong"),
        pytest.param("hand over a 22.5 per cent stake", "en", None, id="hand-over"),
        pytest.param("a row over a $5 million deal", "en", None, id="a-row-over"),
        pytest.param("take over 30 percent", "en", None, id="take-over"),
        pytest.param("took over six months", "en", "over", id="took-over-a-time"),
        pytest.param("to run over five years", "en", None, id="run-over-a-time"),
        pytest.param("under a $5 million deal", "en", None, id="under-a-deal"),
        pytest.param("over a million people", "en", "over", id="over-a-million"),
        pytest.param("passed 7 million admissions", "en", "over", id="passed"),
        pytest.param("passed 12 bills", "en", None, id="passed-bills"),
        pytest.param("passed a $5 billion budget", "en", None, id="passed-a-budget"),
        pytest.param("267 won, or more than a third", "en", None, id="or-more-than"),
        pytest.param("goes up to 380,000 won", "en", None, id="goes-up-to"),
        pytest.param("65 billion won at least.", "en", "min", id="at-least-behind"),
        pytest.param("2 percent at most in 2030", "en", "max", id="at-most-behind"),
        pytest.param("30 percent at least 3 times", "en", None, id="at-least-of-the-next"),
        pytest.param("about 300 people or more", "en", "min", id="or-more-wins"),
        pytest.param("$5 million plus $2 million", "en", None, id="plus-a-sum"),
        pytest.param("269 billion won, an estimate", "en", "about", id="an-estimate-behind"),
        pytest.param("5 years or more", "en", "min", id="or-more"),
        pytest.param("up to $5 million", "en", "max", id="up-to"),
        pytest.param("as much as $5 million", "en", "max", id="as-much-as"),
        pytest.param("as many as 40 people", "en", "max", id="as-many-as"),
        pytest.param("a maximum of 40 people", "en", "max", id="a-maximum-of"),
        pytest.param("as few as 40 people", "en", "min", id="as-few-as"),
        pytest.param("it adds up to $5 million", "en", None, id="adds-up-to"),
        pytest.param("just over 40 people", "en", "over", id="just-over"),
        pytest.param("just above 4 percent", "en", "over", id="just-above"),
        pytest.param("just under 40 people", "en", "under", id="just-under"),
        pytest.param("just below 4 percent", "en", "under", id="just-below"),
        pytest.param("past $100 million", "en", "over", id="past"),
        pytest.param("in the past 10 games", "en", None, id="the-past"),
        pytest.param("above the $8.3 billion expected", "en", None, id="above-the"),
        pytest.param("$5 million (estimated)", "en", "about", id="estimated-behind"),
        pytest.param("an estimated loss of 13 billion won", "en", "about", id="estimated-loss-of"),
        pytest.param("the estimated repair bill was $2 million", "en", "about", id="estimated-bill-was"),
        pytest.param("an estimated cost of more than $2 million", "en", "over", id="estimated-cost-of-more"),
        pytest.param("damage is estimated to be 3 million won", "en", "about", id="estimated-to-be"),
        pytest.param("an approximate cost of $2 billion", "en", "about", id="approximate-cost"),
        pytest.param("피해가 130억원에 이를 것으로 추정된다", "ko", "about", id="이를-것으로-추정"),
        pytest.param("매출이 130억원에 이를 것으로 예상된다", "ko", None, id="이를-것으로-예상"),
        pytest.param("추정 손실은 130억원이다", "ko", "about", id="추정-손실"),
        pytest.param("손실 추정액은 130억원이다", "ko", "about", id="추정액"),
        pytest.param("시장 추정치 130억원을 넘었다", "ko", None, id="추정치-넘었다"),
        pytest.param("2690억원(추정)", "ko", "about", id="추정-behind"),
        pytest.param("does not exceed 400 million euros", "en", "max", id="not-exceed"),
        pytest.param("4억유로를 넘지 않는다", "ko", "max", id="넘지-않는"),
        pytest.param("1조원에 조금 못 미치는", "ko", "under", id="못-미치는"),
        pytest.param("130% 아래로 유지", "ko", "under", id="아래로"),
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
        pytest.param("약 300억원이 넘는 돈", "ko", "over", id="넘는-wins"),
        pytest.param("약 300명 이상", "ko", "min", id="이상-wins"),
        pytest.param("관객 380만명을 이미 넘겼다", "ko", "over", id="넘겼다"),
        pytest.param("지분 22%를 넘겨야 한다", "ko", None, id="hand-over-넘기다"),
        pytest.param("지분율 22%를 넘겼다", "ko", "over", id="지분율을-넘겼다"),
        pytest.param("시장 전망치 99억 달러에 못 미쳤다", "ko", None, id="forecast-missed"),
        pytest.param("목표인 3만명을 넘었다", "ko", None, id="goal-passed"),
        pytest.param("손익분기점의 세 배를 넘었다", "ko", "over", id="times-a-mark"),
        pytest.param("1조2000억원에도 못 미친다", "ko", "under", id="에도-못-미친다"),
        pytest.param("한 해 20조원을 웃돈다", "ko", "over", id="웃돈다"),
        pytest.param("17조원 남짓", "ko", "over", id="남짓"),
        pytest.param("300명이 참석할 전망", "ko", None, id="전망"),
    ],
)
def test_bounds(text: str, language: str, bound: str | None) -> None:
    """Bounds and nearness make a figure approximate, and stand outside its text."""
    figure = read_figures(text, language)[0]
    is_exact = bound is None or text.startswith(_EXACT)
    assert (figure.bound, figure.approx) == (bound, not is_exact)


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
        pytest.param("Manila: 12 billion pesos", ("PHP", Decimal(12000000000)), id="pesos-at-home"),
        pytest.param("필리핀 120억 페소", ("PHP", Decimal(12000000000)), id="페소-at-home"),
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
        assert not figure.approx or figure.bound is not None


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
            "two and ",
            "200,000 were",
            "1회 ",
            "제1",
            "1 peso ",
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


def test_a_narrow_space_is_kept() -> None:
    """A figure's text is what stands in the source, narrow spaces and all."""
    (figure,) = read_figures("It cost 3\u202fmillion\u202feuros.", "en")
    assert (figure.text, figure.unit, figure.low) == ("3\u202fmillion\u202feuros", "EUR", Decimal(3000000))


def test_nothing_is_compiled_on_import() -> None:
    """Patterns are compiled when they are first used, not when the readers are imported."""
    script = """if True:
        import generator.language.figures
        from generator.language import figures_en_patterns, figures_ko_patterns
        from generator.language.figures_pattern import Pattern
        for module in (figures_en_patterns, figures_ko_patterns):
            print([name for name, value in vars(module).items() if isinstance(value, Pattern) and "search" in vars(value)])
    """
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n[]\n"


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        pytest.param(
            "Exports rose since 2022 to 5.6 billion euros.",
            "en",
            [("5600000000", "EUR", None)],
            id="no-year-in-a-range",
        ),
        pytest.param("Rents are higher than two years ago.", "en", [("2", "year", None)], id="compared-with-a-time"),
        pytest.param("It opened more than ten years ago.", "en", [("10", "year", Bound.OVER)], id="longer-than-a-time"),
        pytest.param("수출이 120억달러를 조금 넘는다.", "ko", [("12000000000", "USD", Bound.OVER)], id="a-little-over"),
    ],
)
def test_what_stands_around_a_figure(text: str, language: str, read: list[tuple[str, str, Bound | None]]) -> None:
    """A year is no end of a sum, and a comparison with a time gone by sets no bound."""
    assert [(str(figure.low), figure.unit, figure.bound) for figure in read_figures(text, language)] == read
