"""Numbers in digits and words."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.numerals import english_number, exact, korean_number, plain_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("2조4000억", "2400000000000", id="jo-and-eok"),
        pytest.param("2조 4,000억", "2400000000000", id="spaces-and-commas"),
        pytest.param("3천500억", "350000000000", id="cheon-in-digits"),
        pytest.param("7천500", "7500", id="cheon-and-hundreds"),
        pytest.param("1조2천5백억", "1250000000000", id="cheon-and-baek"),
        pytest.param("5백만", "5000000", id="baek-man"),
        pytest.param("3만2천", "32000", id="man-and-cheon"),
        pytest.param("10.5만", "105000", id="point-and-man"),
        pytest.param("이천오백만", "25000000", id="sino"),
        pytest.param("천만", "10000000", id="no-leading-one"),
        pytest.param("스물다섯", "25", id="native"),
        pytest.param("열두", "12", id="native-before-a-counter"),
        pytest.param("0", "0", id="zero"),
    ],
)
def test_korean_number(text: str, value: str) -> None:
    """A Korean number has its exact value."""
    assert korean_number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("1,530.5", "1530.5", id="digits"),
        pytest.param("26bn", "26000000000", id="scale-close"),
        pytest.param("2.4 trillion", "2400000000000", id="scale-apart"),
        pytest.param("2 trillion 400 billion", "2400000000000", id="two-scales"),
        pytest.param("one hundred and twenty-five", "125", id="words"),
        pytest.param("five hundred thousand", "500000", id="hundred-thousand"),
        pytest.param("half a billion", "500000000", id="half-a-billion"),
        pytest.param("two and a half", "2.5", id="and-a-half"),
        pytest.param("2½", "2.5", id="half-sign"),
        pytest.param("half a dozen", "6", id="half-a-dozen"),
        pytest.param("two dozen", "24", id="dozens"),
        pytest.param("500 crore", "5000000000", id="crore"),
    ],
)
def test_english_number(text: str, value: str) -> None:
    """An English number has its exact value."""
    assert english_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "원", "1.2.3", "1조조원", "두세", "five", "１조"])
def test_no_korean_number(text: str) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="not a number"):
        korean_number(text)


@pytest.mark.parametrize("text", ["", "won", "a year", "2024.10.10", "5G", "ten5"])
def test_no_english_number(text: str) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="not a number"):
        english_number(text)


@pytest.mark.parametrize("text", ["1,00", "1.2.3", "2024.10.10", "1,2", "9" * 19, "1" * 1000])
def test_no_plain_number(text: str) -> None:
    """Points and commas out of place, and more digits than a figure has, make no number."""
    assert plain_number(text) is None


@given(st.integers(0, 10**17))
def test_digits_with_commas(value: int) -> None:
    """Thousands are parted by commas."""
    assert plain_number(f"{value:,}") == value


@given(st.text(max_size=20), st.text(alphabet="0123456789.,일이십백천만억조 ", max_size=12))
def test_never_another_error(text: str, digits: str) -> None:
    """A text is a number or a ValueError."""
    for read in (english_number, korean_number):
        for written in (text, digits):
            with contextlib.suppress(ValueError):
                assert read(written) == exact(read(written))
