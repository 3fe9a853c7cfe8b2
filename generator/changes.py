"""Two sites → what changed between them, claim by claim: what a reviewer of seeds wants to know before the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.claims.comparison import show_date, show_figure
from generator.claims.readings import Reading, read_claims
from generator.model import Claim, Site

SIMILAR = 0.5
"""Share of words two sentences of one passage have in common, from which one counts as the other, altered."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that is new, gone, or says something else, or rests on something else."""

    kind: str
    """"added", "removed", "altered" or "cited anew"."""
    where: str
    """"partnership/en #payer", "fact joint-investment", "event mou"."""
    before: str
    after: str
    values: tuple[str, ...]
    """The figures, dates and names that differ: "− KRW 2,400,000,000,000", "+ 2024-10"."""


def find_changes(old: Site, new: Site) -> tuple[Change, ...]:
    """Return what changed from *old* to *new*, in the order of *new*, what is gone in its place of old.

    Sentences are compared passage by passage: one that only moved within its passage is no change.
    """
    before, after = _by_passage(old), _by_passage(new)
    changes: list[Change] = []
    for key in dict.fromkeys([*after, *before]):
        changes.extend(_passage_changes(key, before.get(key, ()), after.get(key, ())))
    return tuple(changes)


def _by_passage(site: Site) -> dict[Key, tuple[Reading, ...]]:
    groups: dict[Key, list[Reading]] = {}
    for reading in read_claims(site):
        place = reading.claim.place
        key = (place.kind, place.id, place.passage, reading.claim.language)
        groups.setdefault(key, []).append(reading)
    return {key: tuple(readings) for key, readings in groups.items()}


def _passage_changes(key: Key, old: Sequence[Reading], new: Sequence[Reading]) -> Iterator[Change]:
    where = _where(key)
    unchanged = Counter(map(_all, old)) & Counter(map(_all, new))
    gone, come = _without(old, unchanged), _without(new, unchanged)
    for reading in come:
        near = max(gone, key=lambda other: _likeness(other, reading), default=None)
        if near is None or _likeness(near, reading) < SIMILAR:
            yield Change("added", where, "", reading.claim.text, _value_changes(None, reading))
            continue
        gone.remove(near)
        if _said(near) == _said(reading):
            yield Change("cited anew", where, _cited(near.claim), _cited(reading.claim), ())
        else:
            yield Change("altered", where, near.claim.text, reading.claim.text, _value_changes(near, reading))
    for reading in gone:
        yield Change("removed", where, reading.claim.text, "", _value_changes(reading, None))


def _all(reading: Reading) -> tuple[str, str]:
    """Return what a claim says and what it rests on."""
    return _said(reading), _cited(reading.claim)


def _without(readings: Sequence[Reading], unchanged: Counter[tuple[str, str]]) -> list[Reading]:
    """Return *readings* less those counted in *unchanged*, in order."""
    left, rest = Counter(unchanged), []
    for reading in readings:
        if left[_all(reading)] > 0:
            left[_all(reading)] -= 1
        else:
            rest.append(reading)
    return rest


def _where(key: Key) -> str:
    kind, identifier, passage, language = key
    if kind in ("prose", "title", "summary"):
        return f"{identifier}/{language} " + (f"#{passage}" if passage else kind)
    return f"{kind} {identifier}" + (f" ({language})" if language else "")


def _said(reading: Reading) -> str:
    return " ".join(reading.claim.text.split())


def _cited(claim: Claim) -> str:
    return "; ".join(f"@{support.article.id}, {support.citation.locator or 'whole'}" for support in claim.supports)


def _likeness(one: Reading, other: Reading) -> float:
    return SequenceMatcher(None, _said(one).split(), _said(other).split(), autojunk=False).ratio()


def _value_changes(old: Reading | None, new: Reading | None) -> tuple[str, ...]:
    before, after = _values(old), _values(new)
    removed = [f"− {value}" for value in before if value not in after]
    return (*removed, *(f"+ {value}" for value in after if value not in before))


def _values(reading: Reading | None) -> list[str]:
    if reading is None:
        return []
    figures = [show_figure(figure) for figure in reading.figures]
    dates = [show_date(date) for date in reading.dates]
    return list(dict.fromkeys([*figures, *dates, *(mention.entity for mention in reading.mentions)]))


def render_changes(changes: Iterable[Change]) -> str:
    """Return *changes* as Markdown for a pull request: a line each, words in code spans, so that none of them acts."""
    lines = [_line(change) for change in changes]
    if not lines:
        return "No claim of the site changed.\n"
    return f"**{len(lines)} claim{'s' * (len(lines) > 1)} changed**\n\n" + "".join(f"- {line}\n" for line in lines)


def _line(change: Change) -> str:
    values = f" ({', '.join(_code(value) for value in change.values)})" if change.values else ""
    head = f"{change.kind}, {_code(change.where)}{values}"
    words = [_code(text) for text in (change.before, change.after) if text]
    return f"{head}: " + " → ".join(words)


def _code(text: str) -> str:
    """Return *text* as a Markdown code span: on one line, shortened, its back-ticks replaced."""
    flat = " ".join(text.replace("`", "'").split())
    return f"`{flat if len(flat) <= 200 else flat[:199] + '…'}`"
