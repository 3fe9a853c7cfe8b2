"""What an answer in the ledger says: a figure, a date or words; and what a ``calc`` comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from generator.language.dates import parse_when
from generator.language.figures import read_figures
from generator.language.forms import date_text, figure_text
from generator.model import Bound, DateSpan, Fact, Figure, FigureKind, Plain, Said, Statement

Value = Figure | DateSpan | Mapping[str, str]
"""A figure, a date, or words per language."""


def written_text(statement: Statement) -> str:
    """Return the words of *statement* as written, with references left out."""
    return "".join(part.text for part in statement.parts if isinstance(part, Plain))


def read_value(said: Said) -> Value:
    """Return what one source says. Words that are one figure or one date from end to end are that figure or date."""
    words = {language: written_text(statement) for language, statement in said.value.items()}
    for language, text in words.items():
        value = _quantity(text, language)
        if value is not None:
            return value
    return words


@lru_cache(maxsize=4096)
def _quantity(text: str, language: str) -> Figure | DateSpan | None:
    """Return what *text* is from end to end; kept, because pages and checks ask for the same answers often."""
    return parse_when(text) or _figure(text, language)  # a bare "2024" is a year, not an amount


def _figure(text: str, language: str) -> Figure | None:
    figures = read_figures(text, language)
    if len(figures) != 1:
        return None
    figure = figures[0]
    # What stands outside the figure's own words may only be its qualifier ("about", 약, 이상).
    rest = text[: figure.start] + text[figure.end :]
    return figure if not rest.strip() or ((figure.approx or figure.bound) and len(rest.split()) <= 3) else None


def is_same(one: Value, other: Value) -> bool:
    """Return whether two values are equal, whatever the words and the language; "about" makes no other value."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        firm = [figure.bound if figure.bound is not Bound.ABOUT else None for figure in (one, other)]
        return (one.low, one.high, one.unit, firm[0]) == (other.low, other.high, other.unit, firm[1])
    if isinstance(one, DateSpan) and isinstance(other, DateSpan):
        return (one.first, one.last, one.edtf) == (other.first, other.last, other.edtf)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        shared = one.keys() & other.keys()
        return bool(shared) and all(one[language] == other[language] for language in shared)
    return False


def value_text(said: Said, language: str) -> str:
    """Return the answer as *language* prints it: as written there, else its figure or date in that habit.

    Empty when the answer is words that exist in another language only.
    """
    if language in said.value:
        return written_text(said.value[language])
    value = read_value(said)
    if isinstance(value, Figure):
        text = figure_text(value, language)
        return _qualified(text, value, language)
    if isinstance(value, DateSpan):
        return date_text(value, language)
    return value.get("", "")


_QUALIFIED = {
    "about": {"en": "about {}", "ko": "약 {}"},
    "min": {"en": "at least {}", "ko": "{} 이상"},
    "max": {"en": "at most {}", "ko": "{} 이하"},
    "over": {"en": "more than {}", "ko": "{} 초과"},
    "under": {"en": "less than {}", "ko": "{} 미만"},
}


def _qualified(text: str, figure: Figure, language: str) -> str:
    return _QUALIFIED[figure.bound][language].format(text) if figure.bound else text


_OPERATIONS: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}
_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}


def calculate(fact: Fact, facts: Mapping[str, Fact]) -> tuple[Figure, tuple[Said, ...]] | None:
    """Return what the ``calc`` of *fact* comes to, and the answers it uses; None when it cannot be worked out.

    Terms are taken from left to right. Each term must be a fact with one exact figure; sums need one unit; a quotient
    of one unit is a multiple ("x"). The result is exact, or rounded to one decimal and then
    approximate; so it is when a term is.
    """
    tokens = (fact.calc or "").split()
    terms = [_term(facts.get(name)) for name in tokens[::2]]
    if not terms or any(term is None for term in terms):
        return None
    figures, answers = zip(*(term for term in terms if term is not None), strict=True)
    units = {figure.unit for figure in figures}
    if set(tokens[1::2]) & {"+", "-"} and len(units) > 1:
        return None
    total = Fraction(figures[0].low or 0)
    try:
        for sign, figure in zip(tokens[1::2], figures[1:], strict=True):
            total = _OPERATIONS[sign](total, Fraction(figure.low or 0))
    except ZeroDivisionError:
        return None
    unit = "x" if "/" in tokens[1::2] and len(units) == 1 else figures[0].unit
    result = _result(total, unit, figures[0].kind if unit != "x" else FigureKind.MULTIPLE)
    if any(figure.approx for figure in figures):
        result = replace(result, approx=True, bound=Bound.ABOUT)
    return result, answers


def _term(fact: Fact | None) -> tuple[Figure, Said] | None:
    for said in fact.said if fact else ():
        value = read_value(said)
        if isinstance(value, Figure) and value.low is not None and value.low == value.high:
            return value, said
    return None


def _result(total: Fraction, unit: str, kind: FigureKind) -> Figure:
    exact = Decimal(total.numerator) / Decimal(total.denominator)
    is_exact = Fraction(exact) == total and -exact.as_tuple().exponent <= 2  # type: ignore[operator]
    amount = exact if is_exact else round(exact, 1)
    return Figure("", 0, kind, amount, amount, unit, not is_exact, None if is_exact else Bound.ABOUT)


def working_text(fact: Fact, facts: Mapping[str, Fact], language: str) -> str:
    """Return a calc with its working: "5 times (130 billion won ÷ 26 billion won)"; empty when there is none."""
    result = calculate(fact, facts)
    if result is None:
        return ""
    figure, answers = result
    tokens = (fact.calc or "").split()
    steps = [value_text(answers[0], language)]
    for sign, said in zip(tokens[1::2], answers[1:], strict=True):
        steps += [_SIGNS[sign], value_text(said, language)]
    return f"{_qualified(figure_text(figure, language), figure, language)} ({' '.join(steps)})"
