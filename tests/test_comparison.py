"""Comparing what we state with what a source gives: by value, never more than the source says."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.claims.comparison import (
    Fit,
    date_fit,
    figure_fit,
    is_rounding,
    is_same_date,
    is_same_figure,
    show_date,
    show_figure,
)
from generator.language.dates import parse_when
from generator.model import Bound, DateSpan, Figure, FigureKind

KRW = (FigureKind.MONEY, "KRW")
PERCENT = (FigureKind.PERCENT, "%")
COUNT = (FigureKind.COUNT, "count")


def figure(value: str, bound: Bound | None = None, measure: tuple[FigureKind, str] = COUNT, text: str = "") -> Figure:
    """Return a figure of *value* ("300", "20-30", "" for a vague one)."""
    low, _, high = value.partition("-")
    numbers = (Decimal(low), Decimal(high or low)) if value else (None, None)
    return Figure(text or value, 0, measure[0], *numbers, measure[1], bound is not None, bound)


def when(text: str) -> DateSpan:
    """Return the date that *text* names."""
    date = parse_when(text)
    assert date is not None, text
    return date


@pytest.mark.parametrize(
    ("stated", "given", "fit"),
    [
        pytest.param(figure("2400"), figure("2400"), Fit.CARRIED, id="equal"),
        pytest.param(figure("2400", measure=KRW), figure("2400"), Fit.UNLIKE, id="money-and-count"),
        pytest.param(figure("5", measure=PERCENT), figure("5"), Fit.UNLIKE, id="percent-and-count"),
        pytest.param(
            figure("18", measure=(FigureKind.MONEY, "USD")),
            figure("18", measure=KRW),
            Fit.UNLIKE,
            id="another-currency",
        ),
        pytest.param(figure("2300"), figure("2400"), Fit.OTHER, id="another-number"),
        pytest.param(figure("2400", Bound.ABOUT), figure("2400"), Fit.CARRIED, id="hedge-added"),
        pytest.param(figure("2400"), figure("2400", Bound.ABOUT), Fit.BOUND, id="hedge-dropped"),
        pytest.param(figure("2400", Bound.OVER), figure("2400"), Fit.BOUND, id="over-added"),
        pytest.param(figure("2400", Bound.MIN), figure("2400"), Fit.BOUND, id="at-least-added"),
        pytest.param(figure("2400", Bound.OVER), figure("2400", Bound.ABOUT), Fit.BOUND, id="over-is-not-about"),
        pytest.param(figure("2400", Bound.ABOUT), figure("2400", Bound.OVER), Fit.BOUND, id="about-is-not-over"),
        pytest.param(figure("2400", Bound.MIN), figure("2400", Bound.OVER), Fit.CARRIED, id="at-least-for-more-than"),
        pytest.param(figure("2400", Bound.OVER), figure("2400", Bound.MIN), Fit.BOUND, id="more-than-for-at-least"),
        pytest.param(
            figure("2400", Bound.OVER), figure("2400", Bound.MIN, text="2400명"), Fit.CARRIED, id="more-than-for-isang"
        ),
        pytest.param(
            figure("5", text="5 times"),
            figure("5", measure=(FigureKind.MULTIPLE, "x")),
            Fit.CARRIED,
            id="times-for-multiple",
        ),
        pytest.param(figure("2400", Bound.UNDER), figure("2400", Bound.OVER), Fit.BOUND, id="under-for-over"),
        pytest.param(
            figure("300", Bound.ABOUT), figure("300", Bound.OVER, text="300여 명"), Fit.CARRIED, id="some-for-yeo"
        ),
        pytest.param(figure("270", Bound.ABOUT), figure("269"), Fit.CARRIED, id="rounded-with-hedge"),
        pytest.param(figure("270"), figure("269"), Fit.ROUNDED, id="rounded-without-hedge"),
        pytest.param(figure("260", Bound.ABOUT), figure("269"), Fit.OTHER, id="rounded-wrong"),
        pytest.param(figure("1", Bound.ABOUT), figure("1.4"), Fit.OTHER, id="rounded-beyond-recognition"),
        pytest.param(figure("17.9"), figure("18"), Fit.FINER, id="more-digits"),
        pytest.param(figure("17.9", Bound.ABOUT), figure("18"), Fit.OTHER, id="more-digits-with-hedge"),
        pytest.param(figure("2000", Bound.OVER), figure("2400"), Fit.CARRIED, id="over-the-round-number-below"),
        pytest.param(figure("1000", Bound.OVER), figure("2400"), Fit.OTHER, id="over-far-below"),
        pytest.param(figure("1000", Bound.OVER), figure("1400"), Fit.CARRIED, id="over-one-digit"),
        pytest.param(figure("1000", Bound.OVER), figure("1900"), Fit.OTHER, id="over-one-digit-too-far"),
        pytest.param(figure("1350", Bound.OVER), figure("1400"), Fit.OTHER, id="over-no-rounding"),
        pytest.param(figure("100", Bound.UNDER), figure("96"), Fit.CARRIED, id="under-a-power-of-ten"),
        pytest.param(figure("100", Bound.UNDER), figure("79"), Fit.OTHER, id="under-a-power-of-ten-too-far"),
        pytest.param(figure("20", Bound.ABOUT, PERCENT), figure("22.5", None, PERCENT), Fit.CARRIED, id="tens"),
        pytest.param(figure("10", Bound.ABOUT, PERCENT), figure("12", None, PERCENT), Fit.OTHER, id="tens-too-rough"),
        pytest.param(figure("2500", Bound.OVER), figure("2400"), Fit.OTHER, id="over-above"),
        pytest.param(figure("270", Bound.UNDER), figure("269"), Fit.CARRIED, id="under-the-round-number-above"),
        pytest.param(figure("260", Bound.UNDER), figure("269"), Fit.OTHER, id="under-below"),
        pytest.param(figure("2000", Bound.ABOUT, text="2000명대"), figure("2400"), Fit.CARRIED, id="class-of-size"),
        pytest.param(
            figure("3000", Bound.UNDER),
            figure("2000", Bound.ABOUT, text="2000명대"),
            Fit.CARRIED,
            id="below-for-a-class",
        ),
        pytest.param(
            figure("3000", Bound.ABOUT, text="3000명대"), figure("2400"), Fit.OTHER, id="another-class-of-size"
        ),
        pytest.param(
            figure("2000", Bound.ABOUT, text="2000명대"), figure("2900"), Fit.CARRIED, id="top-of-a-class-of-size"
        ),
        pytest.param(
            figure("2000", Bound.OVER),
            figure("2000", Bound.ABOUT, text="2000명대"),
            Fit.CARRIED,
            id="more-than-for-a-class",
        ),
        pytest.param(figure("20-30"), figure("20-30"), Fit.CARRIED, id="range"),
        pytest.param(figure("20-40"), figure("20-30"), Fit.OTHER, id="range-with-another-end"),
        pytest.param(figure("20-30"), figure("25"), Fit.OTHER, id="range-around-a-number"),
        pytest.param(figure("25"), figure("20-30"), Fit.FINER, id="number-within-a-range"),
        pytest.param(figure("30"), figure("20-30"), Fit.FINER, id="end-of-a-range-as-number"),
        pytest.param(figure("30", Bound.MAX), figure("20-30"), Fit.CARRIED, id="upper-end-as-bound"),
        pytest.param(figure("20", Bound.MIN), figure("20-30"), Fit.CARRIED, id="lower-end-as-bound"),
        pytest.param(figure("20", Bound.MAX), figure("20-30"), Fit.FINER, id="lower-end-as-upper-bound"),
        pytest.param(figure("", text="several trillion won"), figure("", text="수조원"), Fit.CARRIED, id="vague"),
        pytest.param(
            figure("", text="several billion won"), figure("", text="수조원"), Fit.OTHER, id="vague-of-other-size"
        ),
        pytest.param(figure("", text="수조원"), figure("2400000000000"), Fit.CARRIED, id="vague-for-a-number"),
        pytest.param(figure("2400000000000"), figure("", text="수조원"), Fit.FINER, id="number-for-vague"),
        pytest.param(figure("", text="수백억원"), figure("2400000000000"), Fit.OTHER, id="vague-and-too-small"),
        pytest.param(
            figure("12", measure=(FigureKind.DURATION, "month")),
            figure("1", measure=(FigureKind.DURATION, "year")),
            Fit.CARRIED,
            id="twelve-months-a-year",
        ),
        pytest.param(
            figure("30", measure=(FigureKind.DURATION, "day")),
            figure("1", measure=(FigureKind.DURATION, "month")),
            Fit.UNLIKE,
            id="a-month-is-no-number-of-days",
        ),
    ],
)
def test_figures(stated: Figure, given: Figure, fit: Fit) -> None:
    """A figure of ours is carried by an equal one, or by one that says more."""
    assert figure_fit(stated, given) is fit


@pytest.mark.parametrize(
    ("stated", "given", "fit"),
    [
        pytest.param("2024-09-05", "2024-09-05", Fit.CARRIED, id="day"),
        pytest.param("2024-09-06", "2024-09-05", Fit.OTHER, id="another-day"),
        pytest.param("2024-09", "2024-09-05", Fit.CARRIED, id="month-for-day"),
        pytest.param("2024", "2024-09", Fit.CARRIED, id="year-for-month"),
        pytest.param("2025-Q2", "2025-05", Fit.CARRIED, id="quarter-for-month"),
        pytest.param("2025-H1", "2025-Q2", Fit.CARRIED, id="half-for-quarter"),
        pytest.param("2025-Q2", "2025-H1", Fit.FINER, id="quarter-for-half"),
        pytest.param("2024-09", "2024", Fit.FINER, id="month-for-year"),
        pytest.param("2025-Q1", "2025-Q2", Fit.OTHER, id="another-quarter"),
        pytest.param("2025", "2024-09", Fit.OTHER, id="another-year"),
        pytest.param("2024/2029", "2024/2029", Fit.CARRIED, id="span"),
        pytest.param("2024/2029", "2025", Fit.OTHER, id="span-around-a-year"),
        pytest.param("2024/2028", "2024/2029", Fit.FINER, id="span-inside"),
        pytest.param("XXXX-XX-04", "XXXX-XX-04", Fit.CARRIED, id="day-of-no-month"),
        pytest.param("XXXX-XX-05", "XXXX-XX-04", Fit.OTHER, id="another-day-of-no-month"),
        pytest.param("2024-06-04", "XXXX-XX-04", Fit.FINER, id="month-given-to-a-day-of-none"),
        pytest.param("XXXX-XX-04", "2024-06-04", Fit.CARRIED, id="month-left-out"),
        pytest.param("XXXX-06", "2024-06-04", Fit.CARRIED, id="year-left-out"),
        pytest.param("XXXX-07", "2024-06-04", Fit.OTHER, id="another-month-without-year"),
    ],
)
def test_dates(stated: str, given: str, fit: Fit) -> None:
    """A date of ours is carried by the same days, or by fewer of them."""
    assert date_fit(when(stated), when(given)) is fit


@given(st.decimals("0.1", "9999999", places=2), st.integers(1, 4))
def test_right_roundings_are_carried_with_a_hedge(value: Decimal, digits: int) -> None:
    """A number rounded to a few digits is carried with "about", and refused without unless it is exact."""
    rounded = Decimal(f"%.{digits - 1}e" % value)
    stated, given = figure(f"{value:f}"), figure(f"{rounded:f}")
    if is_rounding(given.low or Decimal(0), stated.low or Decimal(0)) and stated.low != given.low:
        assert figure_fit(figure(f"{rounded:f}", Bound.ABOUT), stated) is Fit.CARRIED
        assert figure_fit(given, stated) is Fit.ROUNDED
        assert figure_fit(stated, given) is not Fit.CARRIED


@given(st.integers(1, 10**13), st.integers(1, 10**13), st.sampled_from([None, *Bound]), st.sampled_from([None, *Bound]))
def test_no_unhedged_number_is_carried_by_another(
    one: int, other: int, ours: Bound | None, theirs: Bound | None
) -> None:
    """Without a bound of its own a number is carried by its equal alone."""
    fit = figure_fit(figure(str(one), ours), figure(str(other), theirs))
    assert (fit is Fit.CARRIED) <= (ours is not None or (one == other and theirs is None))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(figure("24"), figure("24", Bound.ABOUT), True, id="a-hedge-is-no-difference"),
        pytest.param(figure("24"), figure("24", Bound.OVER), False, id="a-bound-is"),
        pytest.param(figure("24"), figure("25"), False, id="numbers"),
        pytest.param(figure("", text="수조원"), figure("", text="several trillion won"), True, id="vague"),
        pytest.param(figure("", text="수조원"), figure("2400000000000"), False, id="vague-and-number"),
    ],
)
def test_same_figures(one: Figure, other: Figure, same: bool) -> None:
    """Two answers are one when neither says more than the other, a hedge apart."""
    assert (is_same_figure(one, other), is_same_figure(other, one)) == (same, same)


def test_same_dates() -> None:
    """A quarter is the same as its three months and not as one of them."""
    assert is_same_date(when("2025-Q1"), when("2025-Q1"))
    assert not is_same_date(when("2025-Q1"), when("2025-01"))


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        pytest.param(show_figure(figure("20-30", Bound.ABOUT, PERCENT)), "about 20–30%", id="range"),
        pytest.param(show_figure(figure("17.90", Bound.OVER, (FigureKind.MONEY, "USD"))), "over USD 17.9", id="money"),
        pytest.param(show_figure(figure("", text="수조원")), "no number", id="vague"),
        pytest.param(show_figure(figure("1", measure=(FigureKind.DURATION, "year"))), "1 year", id="duration"),
        pytest.param(show_date(when("2025-Q2")), "2025-Q2", id="quarter"),
        pytest.param(show_date(when("2025-H1")), "2025-H1", id="half"),
    ],
)
def test_messages_show_values_in_one_form(shown: str, text: str) -> None:
    """A value is shown in one form, whatever the language it was written in."""
    assert shown == text
