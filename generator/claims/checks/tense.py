"""3xx: what we call done over what is only planned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.claims.carriers import Carrier, carriers_of
from generator.claims.comparison import is_same_date, is_same_figure
from generator.claims.readings import Reading, read_claims
from generator.finding import Finding, Rule, Severity
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

_PLANNED_EN = re.compile(
    r"\b(?:will|would|shall|may|might|could|plan\w*|aim\w*|intend\w*|intention|expect\w*|target\w*|due|slated|schedul\w+|"
    r"forecast\w*|project(?:s|ed|ion|ions)|hop(?:e|es|ed|ing)|propos\w+|consider\w*|goal\w*|ambition\w*|promis\w+|"
    r"pledg\w+|commit\w*|seek\w*|sought|want\w*|decid\w+|agree\w*|upcoming|future|next|yet|to be|set to|ready to|"
    r"prepar\w+|(?:is|are|was|were) to|if|estimat\w+|earmark\w*|budget\w*)\b",
    re.IGNORECASE,
)
_DONE_EN = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bbeing )"
    r"\b(?:launched|opened|sold|bought|invested|completed|established|built|set up|began|started|hired|spent|paid|"
    r"raised|released|introduced|rolled out|created|delivered|finished|reached|doubled|tripled|quintupled|acquired|"
    r"took over|expanded|received|contributed|founded|formed|put|poured|injected|merged|closed|went on sale|went live|"
    r"appeared|earned|brought in|has been|have been)\b",
    re.IGNORECASE,
)
_PLANNED_KO = re.compile(
    r"계획|예정|목표|방침|전망|예상|예측|기대|추진|검토|기로|려고|려는|려던|겠다|구상|포부|약속|앞으로|향후|준비|합의|"
    r"추산|추정|잠정|가능성|[할될낼설울칠들올릴]\s"
)
# The past of a Korean verb ends in a syllable with ㅆ at its foot, the 21st of 28; 있 and 겠 are other matters.
_PAST = "".join(letter for letter in map(chr, range(0xAC00 + 20, 0xD7A4, 28)) if letter not in "있겠")
_DONE_KO = re.compile(rf"[가-힣]*[{_PAST}]다[.!”’\"']*\s*$")
_TELLING_KO = re.compile(
    r"(?:밝혔|말했|발표했|설명했|전했|공개했|알렸|내다봤|강조했|덧붙였|예고했|보도했|제시했|환산했|썼|적었|봤|보았|"
    r"꼽았|소개했|추정했|집계했|불렀|맺었|체결했|서명했|계약했|합의했|약속했|결정했|확정했|손잡았|잡았|있었|없었|같았|달랐|(?<![보줄늘높붙쌓모들])였|이었)다[.!”’\"']*\s*$"
)
"""Ends of sentences that tell what someone says or agrees, or how a thing is, and not what came about."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A planned fact or event: its id and what its record states."""

    id: str
    reading: Reading


def find_done_over_planned(site: Site) -> Iterator[Finding]:
    """Yield a finding for each sentence that speaks of a planned fact or event as if it had come about.

    A sentence speaks of one that it refers to, and of one whose value it gives while citing the same paragraph.
    """
    planned = {fact.id for fact in site.library.facts.values() if fact.status == "planned"}
    plans = _plans(site)
    for reading in read_claims(site):
        claim = reading.claim
        if claim.place.kind not in ("prose", "title", "summary") or claim.place.section == "not-known":
            continue
        match = _done(claim.text, claim.language)
        if match is None:
            continue
        referred = [piece.fact for piece in claim.pieces if piece.fact in planned]
        told = referred[0] if referred else next(_told(reading, plans), None)
        if told:
            span = claim.span(match.start(), match.end())
            notes = (f'"{told}" has status: planned',)
            help = "say that it is planned, or give the record the status that its sources give"
            yield Finding(DONE_OVER_PLANNED, span, "told as done, planned in the ledger", notes=notes, help=help)


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


def _done(text: str, language: str) -> re.Match[str] | None:
    """Return the words that tell of something done, in a sentence that has no word for a plan."""
    if language == "ko":
        is_told = _PLANNED_KO.search(text) or _TELLING_KO.search(text)
        return None if is_told else _DONE_KO.search(text)
    return None if _PLANNED_EN.search(text) else _DONE_EN.search(text)


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


def _told(reading: Reading, plans: dict[tuple[str, str], list[_Plan]]) -> Iterator[str]:
    """Yield the plans whose value a sentence gives."""
    for carrier in carriers_of(reading.claim):
        for plan in plans.get(_key(carrier), ()):
            has_figure = any(is_same_figure(one, two) for one in reading.figures for two in plan.reading.figures)
            has_date = any(is_same_date(one, two) for one in reading.dates for two in plan.reading.dates)
            if has_figure or has_date:
                yield plan.id


def _key(carrier: Carrier) -> tuple[str, str]:
    return carrier.article, carrier.paragraph.locator
