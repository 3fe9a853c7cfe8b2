"""Figures and dates as each language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.figures import read_figures
from generator.language.forms import date_text, english_digits, figure_text, korean_digits
from generator.language.numerals import exact, korean_number
from generator.model import DateSpan, Figure, FigureKind, Precision


def _figure(kind: str, unit: str, low: str | None, high: str | None = None, text: str = "x") -> Figure:
    first = None if low is None else Decimal(low)
    return Figure(text, 0, FigureKind(kind), first, first if high is None else Decimal(high), unit)


@pytest.mark.parametrize(
    ("figure", "english", "korean"),
    [
        pytest.param(_figure("money", "KRW", "2400000000000"), "2.4 trillion won", "2조4000억원", id="won"),
        pytest.param(_figure("money", "KRW", "269000000000"), "269 billion won", "2690억원", id="billions-of-won"),
        pytest.param(_figure("money", "KRW", "35000"), "35,000 won", "3만5000원", id="small-won"),
        pytest.param(_figure("money", "KRW", "1380.5"), "1,380.5 won", "1380.5원", id="rate"),
        pytest.param(_figure("money", "USD", "1530000000"), "$1.53 billion", "15억3000만 달러", id="dollars"),
        pytest.param(_figure("money", "USD", "17900000"), "$17.9 million", "1790만 달러", id="millions"),
        pytest.param(_figure("money", "USD", "1530500000"), "$1,530.5 million", "15억3050만 달러", id="never-rounded"),
        pytest.param(_figure("money", "USD", "0.23"), "$0.23", "0.23 달러", id="cents"),
        pytest.param(_figure("money", "USD", "1.5"), "$1.50", "1.5 달러", id="a-dollar-fifty"),
        pytest.param(
            _figure("money", "USD", "10000000000", "12000000000"), "$10–12 billion", "100억~120억 달러", id="range"
        ),
        pytest.param(
            _figure("money", "USD", "500000000", "1000000000"),
            "$500 million–$1 billion",
            "5억~10억 달러",
            id="two-scales",
        ),
        pytest.param(_figure("money", "SEK", "33700000000"), "33.7 billion kronor", "337억 크로나", id="kronor"),
        pytest.param(_figure("money", "SGD", "5000000"), "S$5 million", "500만 싱가포르 달러", id="singapore"),
        pytest.param(_figure("money", "KWD", "5000000"), "KWD 5 million", "KWD 500만", id="code-only"),
        pytest.param(_figure("percent", "%", "50"), "50%", "50%", id="percent"),
        pytest.param(_figure("percent", "%", "20", "30"), "20–30%", "20~30%", id="percent-range"),
        pytest.param(_figure("percent", "%", "-0.2"), "-0.2%", "-0.2%", id="negative"),
        pytest.param(_figure("multiple", "x", "5"), "5 times", "5배", id="times"),
        pytest.param(_figure("duration", "year", "5"), "5 years", "5년", id="years"),
        pytest.param(_figure("duration", "year", "1"), "1 year", "1년", id="one-year"),
        pytest.param(_figure("duration", "year", "0.5"), "0.5 years", "반년", id="half-a-year"),
        pytest.param(_figure("duration", "day", "3"), "3 days", "3일간", id="days"),
        pytest.param(_figure("count", "count", "1000"), "1,000", "1000", id="count"),
        pytest.param(_figure("count", "count", "1300000000"), "1.3 billion", "13억", id="large-count"),
        pytest.param(_figure("money", "KRW", None, text="수조원"), "수조원", "수조원", id="vague"),
    ],
)
def test_figure_text(figure: Figure, english: str, korean: str) -> None:
    """A figure is written exactly, in each language's habit."""
    assert (figure_text(figure, "en"), figure_text(figure, "ko")) == (english, korean)


_VALUES = st.one_of(
    st.integers(1, 10**15).map(Decimal),
    st.integers(1, 9_999).flatmap(lambda n: st.sampled_from([3, 6, 8, 9, 12]).map(lambda p: Decimal(n).scaleb(p))),
    st.integers(1, 10**6).map(lambda n: exact(Decimal(n).scaleb(-2))),
)
_UNITS = st.one_of(
    st.sampled_from("KRW USD EUR GBP JPY CNY SEK NOK DKK CHF INR HKD TWD SGD AUD CAD AED KWD CZK PHP".split()).map(
        lambda code: ("money", code)
    ),
    st.just(("percent", "%")),
)


@settings(max_examples=400, deadline=None)
@given(kind_unit=_UNITS, low=_VALUES, high=st.none() | _VALUES, language=st.sampled_from(["en", "ko"]))
def test_figures_come_back(kind_unit: tuple[str, str], low: Decimal, high: Decimal | None, language: str) -> None:
    """What is written is read as the same value and unit, alone and in a sentence."""
    kind, unit = kind_unit
    if kind == "percent":
        low, high = low % 1000, None if high is None else high % 1000
    low, high = (low, low) if high is None else (min(low, high), max(low, high))
    written = figure_text(Figure("x", 0, FigureKind(kind), low, high, unit), language)
    for text, read_as in ((written, language), (written, ""), (f"({written})", language)):
        found = [(f.kind.value, f.unit, f.low, f.high) for f in read_figures(text, read_as)]
        assert found == [(kind, unit, low, high)], written


@settings(max_examples=200, deadline=None)
@given(
    unit=st.sampled_from(["year", "month", "week", "day", "hour", "x"]),
    low=st.integers(1, 60),
    more=st.integers(0, 10),
    language=st.sampled_from(["en", "ko"]),
)
def test_spans_and_multiples_come_back(unit: str, low: int, more: int, language: str) -> None:
    """Durations and multiples are read as they were written."""
    kind = FigureKind.MULTIPLE if unit == "x" else FigureKind.DURATION
    figure = Figure("x", 0, kind, Decimal(low), Decimal(low + more), unit)
    found = [(f.kind, f.unit, f.low, f.high) for f in read_figures(figure_text(figure, language), language)]
    assert found == [(kind, unit, low, low + more)], figure_text(figure, language)


@settings(max_examples=200, deadline=None)
@given(value=_VALUES)
def test_digits_are_exact(value: Decimal) -> None:
    """Korean digits give back the value, English ones lose nothing."""
    assert korean_number(korean_digits(value)) == value
    assert (
        read_figures(f"{english_digits(value)} people", "en")[0].low == value
        if value > 2 and not 1900 <= value < 2100
        else True
    )


def _span(first: date | None, last: date | None, precision: Precision, edtf: str = "") -> DateSpan:
    return DateSpan("when", 0, first, last, precision, edtf)


@pytest.mark.parametrize(
    ("span", "english", "korean"),
    [
        pytest.param(
            _span(date(2024, 10, 10), date(2024, 10, 10), Precision.DAY),
            "10 October 2024",
            "2024년 10월 10일",
            id="day",
        ),
        pytest.param(
            _span(date(2024, 9, 1), date(2024, 9, 30), Precision.MONTH), "September 2024", "2024년 9월", id="month"
        ),
        pytest.param(
            _span(date(2025, 4, 1), date(2025, 6, 30), Precision.QUARTER),
            "the second quarter of 2025",
            "2025년 2분기",
            id="quarter",
        ),
        pytest.param(
            _span(date(2025, 7, 1), date(2025, 12, 31), Precision.HALF),
            "the second half of 2025",
            "2025년 하반기",
            id="half",
        ),
        pytest.param(_span(date(2029, 1, 1), date(2029, 12, 31), Precision.YEAR), "2029", "2029년", id="year"),
        pytest.param(
            _span(date(2024, 1, 1), date(2029, 12, 31), Precision.SPAN), "2024–2029", "2024~2029년", id="years"
        ),
        pytest.param(
            _span(date(2024, 7, 1), date(2025, 3, 31), Precision.SPAN),
            "July 2024–March 2025",
            "2024년 7월~2025년 3월",
            id="months",
        ),
        pytest.param(
            _span(date(2024, 10, 7), date(2024, 10, 13), Precision.WEEK),
            "7–13 October 2024",
            "2024년 10월 7~13일",
            id="week",
        ),
        pytest.param(
            _span(date(2024, 9, 28), date(2024, 10, 3), Precision.SPAN),
            "28 September–3 October 2024",
            "2024년 9월 28일~10월 3일",
            id="days",
        ),
        pytest.param(
            _span(None, None, Precision.DAY, "XXXX-XX-04"),
            "the 4th of a month not given",
            "4일(월 미상)",
            id="open-day",
        ),
        pytest.param(
            _span(None, None, Precision.DAY, "XXXX-10-04"),
            "4 October of a year not given",
            "10월 4일(연도 미상)",
            id="no-year",
        ),
        pytest.param(
            _span(None, None, Precision.MONTH, "XXXX-10"),
            "October of a year not given",
            "10월(연도 미상)",
            id="open-month",
        ),
        pytest.param(
            _span(None, None, Precision.QUARTER, "XXXX-34"),
            "the second quarter of a year not given",
            "2분기(연도 미상)",
            id="open-quarter",
        ),
        pytest.param(_span(None, None, Precision.DAY), "when", "when", id="nothing-known"),
    ],
)
def test_date_text(span: DateSpan, english: str, korean: str) -> None:
    """A date is written with its own precision, and what is open is said to be open."""
    assert (date_text(span, "en"), date_text(span, "ko")) == (english, korean)
