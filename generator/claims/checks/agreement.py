"""4xx: sources that differ, and what the curator says about it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.claims.articles import first_prints
from generator.claims.differences import (
    FoundDifference,
    Pair,
    answers_of,
    can_be_later,
    differences,
    is_given,
    is_within_one,
)
from generator.claims.values import is_same
from generator.finding import Finding, Rule, Severity
from generator.model import Library, Site

SOURCES_DIFFER = Rule(
    "B401",
    Severity.ERROR,
    """
Sources differ about a fact, and the ledger does not say so.

Why: a page that prints one of two answers picks between sources without telling. Only like is compared with like: one
question, one unit; a more precise answer is no difference.
Bad: A fact with 26 billion won said by one article and 36 billion won by another, and no difference:.
Good: The same with difference: {kind: unresolved, show: page, note: …}.
""",
)
DIFFERENCE_UNFIT = Rule(
    "B402",
    Severity.WARNING,
    """
The word on a difference does not fit what the sources say.

Why: answers change; a note that still calls them opposed, or calls opposed ones alike, misleads more than none.
Bad: kind: unresolved, over two answers that are the same value by now.
Good: no difference:, or kind: more precise where one answer only says it more exactly.
""",
)
PART_ABOVE_WHOLE = Rule(
    "B403",
    Severity.ERROR,
    """
A part is larger than the whole it is part of, and the ledger does not say so.

Why: as printed both cannot be right, and a reader who meets one of the two figures alone is misled.
Bad: kt-share of 130 billion won, part_of: fund-total of 26 billion won.
Good: The same with difference: {kind: impossible within one source, show: page, note: …}.
""",
)

COPIES_APART = Rule(
    "B408",
    Severity.WARNING,
    """
Two prints of one text give one answer, and the ledger names another origin for each.

Why: a wire story in two outlets is said once; entered under two origins it would look confirmed. Prints of one text are
known by their fingerprints.
Bad: 14 ferries, origin: haenam in the first print, and origin: reporter in the second.
Good: the same origin for both.
""",
)

_GRAVE = frozenset({"later update", "unresolved", "impossible within one source"})
_LIGHT = frozenset({"same", "more precise"})


def find_unacknowledged(site: Site) -> Iterator[Finding]:
    """Yield a finding for each difference that the ledger passes over."""
    for found in differences(site):
        if found.is_acknowledged:
            continue
        fact = site.library.facts[found.fact]
        # Of an answer that its source does not give, that is the finding.
        grave = [
            pair
            for pair in found.pairs
            if pair.kind in _GRAVE and all(is_given(answer, site.library) for answer in (pair.one, pair.other))
        ]
        inside = [pair for pair in grave if pair.other.fact == fact.id]
        across = [pair for pair in grave if pair.other.fact != fact.id]
        if inside:
            gravest = next((pair for pair in inside if pair.kind == found.found), inside[0])
            help = f"correct one, or add difference: with its kind ({gravest.kind}, by what the sources show)"
            message = f'sources differ on "{fact.id}"'
            span = next(iter(gravest.other.said.value.values())).span
            yield Finding(SOURCES_DIFFER, span, message, "", _sides(gravest), help)
        elif across:  # One word on the difference settles both.
            span = fact.span_of.get("part_of", fact.span)
            help = f"correct one, or add difference: with its kind ({across[0].kind}, by what the sources show)"
            message = f'"{fact.id}" is above "{fact.part_of}", its whole'
            yield Finding(PART_ABOVE_WHOLE, span, message, "", _sides(across[0]), help)


def find_copies_apart(site: Site) -> Iterator[Finding]:
    """Yield a finding for each answer that has another origin in an earlier print of the same text."""
    texts = first_prints(site.library)
    for fact in site.library.facts.values() if texts else ():
        for one, other in combinations(answers_of(fact), 2):
            shared = {texts.get(id, id) for id in one.articles} & {texts.get(id, id) for id in other.articles}
            is_one = shared and not one.articles & other.articles and is_same(one.value, other.value)
            if is_one and set(one.said.origin) != set(other.said.origin):
                message = f"one text, two origins: {', '.join(one.said.origin)} and {', '.join(other.said.origin)}"
                note = f"{' and '.join(sorted(one.articles | other.articles))} print one text"
                help = "enter both under the origin that the text gives"
                yield Finding(COPIES_APART, other.said.span, message, "", (note,), help)


def _sides(pair: Pair) -> tuple[str, ...]:
    return tuple(
        f"{cited} says {next(iter(answer.said.value.values())).span.text}"
        for answer in (pair.one, pair.other)
        for cited in [
            "; ".join(f"{citation.article}, {citation.locator or 'whole'}" for citation in answer.said.citations)
        ]
    )


def find_unfit(site: Site) -> Iterator[Finding]:
    """Yield a finding for each acknowledged difference that the answers no longer bear out."""
    for found in differences(site):
        fact = site.library.facts[found.fact]
        if fact.difference is None or not set(fact.difference.others) <= site.library.facts.keys():
            continue  # A name that points at no fact has its own finding.
        why = _misfit(found, site.library)
        if why:
            help = "change its kind, or remove it"
            message = f'difference is called "{fact.difference.kind}", but {why}'
            sides = _sides(found.pairs[0]) if found.pairs else ()
            yield Finding(DIFFERENCE_UNFIT, fact.difference.span, message, "", sides, help)


def _misfit(found: FoundDifference, library: Library) -> str:
    """Return why the curator's kind cannot be, or "" where it can: what words mean is the curator's to say."""
    kinds = {pair.kind for pair in found.pairs}
    if found.kind == "same":
        return "" if kinds <= {"more precise", None} else "the answers do not agree"
    if not found.pairs:
        return "the answers agree" if len(found.answers) > 1 else "there is one answer only"
    if found.kind == "impossible within one source" and not any(is_within_one(pair) for pair in found.pairs):
        return "no source gives both answers"
    if found.kind == "later update" and not any(can_be_later(pair, library) for pair in found.pairs):
        return "no source is known to be later than another"
    if None in kinds:
        return ""
    if found.kind == "more precise":
        return "" if kinds <= {"more precise"} else "neither answer contains the other"
    is_light = kinds <= _LIGHT and found.kind != "different measure"
    return "one answer only says it more precisely" if is_light else ""
