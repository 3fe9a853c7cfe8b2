"""5xx: one language against the other, passage by passage and record by record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from generator.claims.carriers import best_date_fit, best_figure_fit, carriers_of
from generator.claims.comparison import Fit, base_unit, is_same_date, is_same_figure, show_date, show_figure
from generator.claims.differences import compare
from generator.claims.readings import Reading, read_claims
from generator.finding import Finding, Rule, Severity
from generator.model import Briefing, Claim, DateSpan, Figure, Mention, Passage, Site
from generator.source import Span

TRANSLATION_PENDING = Rule(
    "B501",
    Severity.NOTE,
    """
A text has no counterpart in another language of the site yet.

Why: readers of that language miss it; nothing is wrong in the meantime, and the site is built all the same.
Bad: A passage {#payer} in en.md, and none in ko.md.
Good: {#payer} in both.
""",
)
TRANSLATION_DIFFERS = Rule(
    "B502",
    Severity.ERROR,
    """
A text gives another figure or date than its counterpart in the other language.

Why: both stand for the same facts, so one of them is wrong or out of date.
Bad: 2.4 trillion won in en.md, and 2조3000억원 under the same id in ko.md.
Good: 2.4 trillion won and 2조4000억원; or {joint-investment} in both, which cannot differ.
""",
)
TRANSLATION_NAMES_ANOTHER = Rule(
    "B503",
    Severity.WARNING,
    """
A text names someone else than its counterpart in the other language does.

Why: one of them gives the matter to the wrong one. A language that leaves a name out, or repeats it, is no difference.
Bad: Kim Young-shub in en.md, and 조원우 under the same id in ko.md.
Good: {@kim-young-shub} in both.
""",
)

Value = TypeVar("Value", Figure, DateSpan, Mention)


def find_pending(site: Site) -> Iterator[Finding]:
    """Yield a note for each passage, and each file of prose, that another language of the site does not have."""
    languages = site.library.settings.languages
    for briefing in site.library.briefings.values():
        written = [language for language in languages if language in briefing.prose]
        for language in languages if written else ():
            if language not in briefing.prose:
                message = f'prose has no counterpart in "{language}"'
                yield Finding(TRANSLATION_PENDING, briefing.span, message, help=f"write {language}.md beside it")
        for language in written:
            for other in written:
                if other != language:
                    yield from _missing(briefing, language, other)


def _missing(briefing: Briefing, language: str, other: str) -> Iterator[Finding]:
    """Yield a note for each named passage in *language* that *other* lacks."""
    known = {passage.id for passage in briefing.prose[other]}
    for passage in briefing.prose[language]:
        if passage.is_named and passage.id not in known:
            help = f"write {{#{passage.id}}} in {other}.md"
            message = f'passage "{passage.id}" has no counterpart in "{other}"'
            yield Finding(TRANSLATION_PENDING, _head(passage), message, help=help)


def _head(passage: Passage) -> Span:
    """Return the first line of a passage."""
    return passage.span.part(0, len(passage.span.text.split("\n", 1)[0]))


def find_differing(site: Site) -> Iterator[Finding]:
    """Yield a finding for each value of a text whose counterpart gives another in its stead.

    A value that one of the two leaves out is no difference.
    """
    groups: dict[tuple[str, ...], dict[str, list[Reading]]] = {}
    for reading in read_claims(site):
        if reading.claim.language:
            groups.setdefault(_key(reading.claim), {}).setdefault(reading.claim.language, []).append(reading)
    for texts in groups.values():
        original, *translations = texts.values()
        for translation in translations:
            yield from _compare_figures(original, translation)
            yield from _compare_dates(original, translation)
            yield from _compare_names(site, original, translation)


def _key(claim: Claim) -> tuple[str, ...]:
    """Return what a text has in common with its counterpart."""
    place = claim.place
    if place.kind == "prose":
        return (place.kind, place.id, place.section, place.passage)
    return (place.kind, place.id, str(place.index))


def _carried_figures(readings: list[Reading]) -> list[tuple[Reading, Figure]]:
    """Return the figures of a text without those that its citations do not carry: each of these has its own finding."""
    found = ((reading, carriers_of(reading.claim), figure) for reading in readings for figure in reading.figures)
    return [
        (reading, figure)
        for reading, carriers, figure in found
        if not carriers or best_figure_fit(figure, carriers) is Fit.CARRIED
    ]


def _carried_dates(readings: list[Reading]) -> list[tuple[Reading, DateSpan]]:
    """Return the dates of a text, likewise."""
    found = ((reading, carriers_of(reading.claim), date) for reading in readings for date in reading.dates)
    return [
        (reading, date)
        for reading, carriers, date in found
        if not carriers or best_date_fit(date, carriers) is Fit.CARRIED
    ]


def _compare_figures(original: list[Reading], translation: list[Reading]) -> Iterator[Finding]:
    ours = _carried_figures(translation)
    theirs = _carried_figures(original)
    for reading, figure in _unmatched(ours, theirs, is_same_figure):
        rivals = [other for _, other in _unmatched(theirs, ours, is_same_figure) if _unit(other) == _unit(figure)]
        if rivals and not _is_told_roughly(figure, rivals):
            span = reading.claim.span(figure.start, figure.end)
            shown = "; ".join(dict.fromkeys(rival.text for rival in rivals))
            yield _differs(span, "figure", show_figure(figure), shown)


def _compare_dates(original: list[Reading], translation: list[Reading]) -> Iterator[Finding]:
    ours = _carried_dates(translation)
    theirs = _carried_dates(original)
    for reading, date in _unmatched(ours, theirs, is_same_date):
        rivals = [other for _, other in _unmatched(theirs, ours, is_same_date)]
        if rivals and not _is_told_roughly(date, rivals):
            span = reading.claim.span(date.start, date.end)
            shown = "; ".join(dict.fromkeys(rival.text for rival in rivals))
            yield _differs(span, "date", show_date(date), shown)


def _is_told_roughly(value: Figure | DateSpan, rivals: Sequence[Figure | DateSpan]) -> bool:
    """Return whether the counterpart gives the same more or less precisely: 2033 for September 2033."""
    return any(compare(value, rival) == "more precise" for rival in rivals)


def _differs(span: Span, what: str, label: str, shown: str) -> Finding:
    notes = (f"the other language gives {shown}",)
    help = "correct one of the two, or refer to the fact in both"
    return Finding(TRANSLATION_DIFFERS, span, f"{what} differs from its counterpart", label, notes, help)


def _compare_names(site: Site, original: list[Reading], translation: list[Reading]) -> Iterator[Finding]:
    ours = [(reading, mention) for reading in translation for mention in reading.mentions]
    theirs = [(reading, mention) for reading in original for mention in reading.mentions]
    entities = site.library.entities
    left = _unmatched(theirs, ours, _is_same_name)
    for reading, mention in _unmatched(ours, theirs, _is_same_name):
        rivals = {
            other.text
            for _, other in left
            if mention.entity in entities
            and other.entity in entities
            and entities[other.entity].kind == entities[mention.entity].kind
        }
        if rivals:
            span = reading.claim.span(mention.start, mention.end)
            notes = (f"the other language names {', '.join(sorted(rivals))}",)
            message = f'"{mention.text}" is not named by its counterpart'
            help = "name the same in both, by reference"
            yield Finding(TRANSLATION_NAMES_ANOTHER, span, message, mention.entity, notes, help)


def _unit(figure: Figure) -> tuple[str, str]:
    return figure.kind, base_unit(figure)[0]


def _is_same_name(one: Mention, other: Mention) -> bool:
    return one.entity == other.entity


def _unmatched(
    values: Sequence[tuple[Reading, Value]],
    others: Sequence[tuple[Reading, Value]],
    is_same: Callable[[Value, Value], bool],
) -> list[tuple[Reading, Value]]:
    """Return those of *values* that none of *others* equals."""
    return [(reading, value) for reading, value in values if not any(is_same(value, other) for _, other in others)]
