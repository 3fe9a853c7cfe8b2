"""3xx: what we call done over what is only planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.claims.carriers import Carrier, carriers_of
from generator.claims.comparison import is_same_date, is_same_figure
from generator.claims.readings import Reading, read_claims
from generator.finding import Finding, Rule, Severity
from generator.language.done import find_done
from generator.model import Site

DONE_OVER_PLANNED = Rule(
    "B314",
    Severity.WARNING,
    """
A sentence tells as done what the ledger has as planned.

Why: a plan is news of its own; told as done it is wrong until the day comes, and maybe after.
Bad: KT invested {joint-investment} in AI. [@a, ¶1] (joint-investment has status: planned)
Good: KT plans to invest {joint-investment} in AI. [@a, ¶1]
""",
)

HAPPENED_LATER = Rule(
    "B319",
    Severity.WARNING,
    """
An event has happened on a day that none of its articles had seen yet.

Why: an article of May cannot tell that something came about in June; it told of a plan.
Bad: status: happened, when: 2031-06, with an article of 4 May 2031.
Good: status: planned; or the article that tells of it.
""",
)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A planned fact or event: its id and what its record states."""

    id: str
    reading: Reading


def find_done_over_planned(site: Site) -> Iterator[Finding]:
    """Yield a finding for each sentence that speaks of a planned fact or event as if it had come about.

    A sentence speaks of one that it refers to, and of one whose value it gives while citing the same paragraph. What
    counts is the verb that governs the value: a plan that is announced, signed or estimated remains one.
    """
    planned = {fact.id for fact in site.library.facts.values() if fact.status == "planned"}
    plans = _plans(site)
    for reading in read_claims(site):
        claim = reading.claim
        if claim.place.kind not in ("prose", "title", "summary") or claim.place.section == "not-known":
            continue
        referred = [(piece.fact, piece.start, piece.end) for piece in claim.pieces if piece.fact in planned]
        for told, start, end in dict.fromkeys((*referred, *_told(reading, plans))):
            if done := find_done(claim.text, start, end, claim.language):
                notes = (f'"{told}" has status: planned',)
                help = "say that it is planned, or give the record the status that its sources give"
                message = "told as done, planned in the ledger"
                yield Finding(DONE_OVER_PLANNED, claim.span(*done), message, notes=notes, help=help)
                break


def find_happened_later(site: Site) -> Iterator[Finding]:
    """Yield a finding for each event that happened only after every article it cites was printed."""
    library = site.library
    for event in library.events.values():
        cited = [library.articles[one.article] for one in event.citations if one.article in library.articles]
        lasts = [one.published.last for one in cited if one.published and one.is_dated and one.published.last]
        is_known = bool(cited) and len(lasts) == len(cited)
        if (
            event.status == "happened"
            and event.when
            and event.when.first
            and is_known
            and max(lasts) < event.when.first
        ):
            notes = (f"its newest article is of {max(lasts).isoformat()}",)
            help = "call it planned, or cite the article that tells of it"
            span = event.span_of.get("status", event.when_span)
            message = f'"{event.id}" has happened on a day that none of its articles had seen'
            yield Finding(HAPPENED_LATER, span, message, notes=notes, help=help)


def _plans(site: Site) -> dict[tuple[str, str], list[_Plan]]:
    """Return the planned facts and events by the paragraphs that they rest on, as article and locator."""
    found: dict[tuple[str, str], list[_Plan]] = {}
    facts, events = site.library.facts, site.library.events
    for reading in read_claims(site):
        place = reading.claim.place
        is_planned = (place.kind == "value" and facts[place.id].status == "planned") or (
            place.kind == "when" and events[place.id].status == "planned"
        )
        for carrier in carriers_of(reading.claim) if is_planned else ():
            found.setdefault(_key(carrier), []).append(_Plan(place.id, reading))
    return found


def _told(reading: Reading, plans: dict[tuple[str, str], list[_Plan]]) -> Iterator[tuple[str, int, int]]:
    """Yield the plans whose value a sentence gives, and where it gives it."""
    for carrier in carriers_of(reading.claim):
        for plan in plans.get(_key(carrier), ()):
            for figure in reading.figures:
                if any(is_same_figure(figure, one) for one in plan.reading.figures):
                    yield plan.id, figure.start, figure.end
            for date in reading.dates:
                if any(is_same_date(date, one) for one in plan.reading.dates):
                    yield plan.id, date.start, date.end


def _key(carrier: Carrier) -> tuple[str, str]:
    return carrier.article, carrier.paragraph.locator
