"""3xx: derived values, whose working must come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.claims.values import calculate, is_same, read_value, value_text
from generator.finding import Finding, Rule, Severity
from generator.model import Fact, Figure, Site

CALC_FAILS = Rule(
    "B315",
    Severity.ERROR,
    """
A derived value cannot be worked out from its terms.

Why: a number of our own making is only printed with a working that the reader can redo. Each term needs one figure with
one value; sums need one unit; a product has one sum of money and plain numbers; plus and times do not mix.
Bad: calc: kt-share + launch-date
Good: calc: kt-share / fund-total
""",
)
CALC_OPEN = Rule(
    "B316",
    Severity.ERROR,
    """
A derived value rests on a fact whose sources differ.

Why: the result would silently follow one of them.
Bad: calc: kt-share / fund-total, where fund-total is 26 billion won in one source and 260 billion won in another
Good: no calc, until the sources agree
""",
)


def find_bad_calcs(site: Site) -> Iterator[Finding]:
    """Yield a finding for each ``calc`` that does not come out, or that would pick between sources."""
    facts = site.library.facts
    for fact in facts.values():
        terms = (fact.calc or "").split()[::2]
        if not terms or any(term not in facts for term in terms):
            continue
        span = fact.span_of.get("calc", fact.span)
        notes = tuple(_note(facts[term]) for term in terms)
        if calculate(fact, facts) is None or not _is_sound(fact, terms, facts):
            help = "join facts that have one exact figure each: one unit for sums, one sum of money in a product"
            yield Finding(CALC_FAILS, span, "derived value cannot be worked out", notes=notes, help=help)
        elif open_term := _open_term(terms, facts):
            help = "name a fact on which the sources agree"
            message = f'derived value rests on "{open_term}", on which sources differ'
            yield Finding(CALC_OPEN, span, message, notes=notes, help=help)


_PLAIN = frozenset({"count", "x"})
"""Units by which a sum may be multiplied."""
_DIVIDING = _PLAIN | {"year", "month", "week", "day", "hour"}
"""Units that divide another: won a head, won a year. Won for a dollar would be a conversion of our own."""


def _is_sound(fact: Fact, terms: list[str], facts: Mapping[str, Fact]) -> bool:
    """Return whether the working means something: no won times won, no percentage as a factor, one kind of sign."""
    signs = (fact.calc or "").split()[1::2]
    units = [_unit(facts[term]) for term in terms]
    divisors = {unit for sign, unit in zip(signs, units[1:], strict=False) if sign == "/"}
    return divisors <= {units[0], *_DIVIDING} and _are_joined(set(signs), units)


def _are_joined(signs: set[str], units: list[str]) -> bool:
    if signs & {"+", "-"} and signs & {"*", "/"}:
        return False
    if "*" in signs and sum(unit not in _PLAIN for unit in units) > 1:
        return False
    return not (signs & {"*", "/"} and "%" in units and set(units) != {"%"})


def _unit(fact: Fact) -> str:
    values = [value for said in fact.said if isinstance(value := read_value(said), Figure)]
    return values[0].unit if values else ""


def _open_term(terms: list[str], facts: Mapping[str, Fact]) -> str | None:
    for term in terms:
        values = [value for said in facts[term].said if isinstance(value := read_value(said), Figure)]
        if any(not is_same(values[0], other) for other in values[1:]):
            return term
    return None


def _note(fact: Fact) -> str:
    values = dict.fromkeys(value_text(said, "en") for said in fact.said)
    return f"{fact.id}: {'; '.join(values) or 'no answer of a source'}"
