"""Numbers that are no figure: measures, fractions and bare ones, in both languages."""

from __future__ import annotations

import time

import pytest

from generator.language.dates import read_dates
from generator.language.figures import read_figures
from generator.language.figures_loose import FRACTION, is_certain, read_loose


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        pytest.param("The 270-km road takes about 40 minutes.", "en", ["270 km", "about 40 minute"], id="measures"),
        pytest.param("270㎞ 길을 약 40분에 간다.", "ko", ["270 km", "about 40 minute"], id="measures-in-korean"),
        pytest.param("It takes fifteen minutes.", "en", ["15 minute"], id="words"),
        pytest.param("Two thirds of it, or more than half.", "en", ["66.67 fraction", "over 50 fraction"], id="fractions"),
        pytest.param("3분의 2, 절반 이상", "ko", ["66.67 fraction", "min 50 fraction"], id="fractions-in-korean"),
        pytest.param("They split it 60:40.", "en", ["60 fraction", "40 fraction"], id="ratio"),
        pytest.param("이익은 6 대 4로 나눈다.", "ko", ["60 fraction", "40 fraction"], id="ratio-in-korean"),
        pytest.param("One in five drowned.", "en", ["20 fraction"], id="one-in-five"),
        pytest.param("It wants to have a dozen, and six fewer.", "en", ["12 ", "6 "], id="fewer"),
        pytest.param("The index closed at 2,601.35.", "en", ["2601.35 "], id="bare"),
        pytest.param("Model GPT-4 of 2031 has 12 ferries on 6G.", "en", ["6 "], id="codes-dates-and-figures-are-none"),
        pytest.param("매출 270만t", "ko", ["2700000 tonne"], id="scaled"),
        pytest.param("이를 1만점 넘게 늘린다.", "ko", ["over 10000 "], id="counter-under-a-bound"),
        pytest.param("이를 1만 점 넘게 늘린다.", "ko", ["over 10000 "], id="counter-apart"),
        pytest.param("서식은 300쪼 이상 남았다.", "ko", ["min 300 "], id="counter-that-is-not-known"),
        pytest.param("서버는 2035년까지 3위 이상을 노린다.", "ko", ["3 ordinal"], id="no-counter"),
    ],
)  # fmt: skip
def test_numbers(text: str, language: str, numbers: list[str]) -> None:
    """What is neither figure nor date is read with its measure and its bound."""
    read = (*read_figures(text, language), *read_dates([text], language, None)[0])
    found = read_loose(text, language, [(one.start, one.end) for one in read])
    assert [f"{one.bound.value + ' ' if one.bound else ''}{one.low:f} {one.unit}" for one in found] == numbers
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        pytest.param("a third of the seats", True, id="of"),
        pytest.param("a third company", False, id="ordinal"),
        pytest.param("half of them", True, id="half-of"),
        pytest.param("the second half of the match", False, id="second-half"),
        pytest.param("two thirds agreed", True, id="two-thirds"),
        pytest.param("a quarter of 2031", False, id="part-of-a-year"),
    ],
)
def test_words_that_may_be_fractions(text: str, is_one: bool) -> None:
    """A word is held against the evidence only where it is a fraction for certain."""
    assert [is_certain(text, one) for one in read_loose(text, "en", ()) if one.unit == FRACTION] == [is_one]


@pytest.mark.parametrize("piece", ["1 ", "one ", "1/", "a half ", "1:", "3 3/", "1만2천"])
def test_time_grows_with_length(piece: str) -> None:
    """A text of numbers alone is read in no more than some seconds."""
    start = time.process_time()
    read_loose(piece * 10_000, "en", ())
    read_loose(piece * 10_000, "ko", ())
    assert time.process_time() - start < 5
