"""Facts, differences and events as rows of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.claims.articles import newest
from generator.claims.values import calculate, working_text
from generator.model import Claim, DateSpan, Event, Fact, Precision, Said
from generator.site import addresses
from generator.site.atlas import Answer
from generator.site.filters import foreign, markdown, sentence_case
from generator.site.notes import Note, Sentence, answer_note, paragraph_links, read_sentence
from generator.site.sheets import Sheet

_SIDE_BY_SIDE = 2
"""How many answers fit on one line; more are counted there, and stand in full where the sources differ."""
# Kinds of difference in which no answer may stand for the others.
_OPEN = {"unresolved", "impossible within one source"}


@dataclass(frozen=True, slots=True)
class Label:
    """A word by exception: "Planned", "Sources differ"."""

    text: str
    kind: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact on one line: its value, what it measures, who says so."""

    id: str
    value: str
    what: str
    who: str
    labels: tuple[Label, ...]
    note: Note | None
    is_worded: bool
    """Whether the value is words, which are set smaller than a figure."""


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """One answer, as it stands beside the others."""

    value: str
    what: str
    """What it measures, where several questions stand side by side; else ""."""
    who: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DifferenceBlock:
    """Answers side by side."""

    id: str
    question: str
    kind: str
    """The kind in words; "" when the curator has not named it."""
    is_open: bool
    answers: tuple[AnswerColumn, ...]
    note: Sentence | None


@dataclass(frozen=True, slots=True)
class Moment:
    """An event on the timeline."""

    id: str
    when: str
    iso: str
    """The date as HTML's ``time`` takes it; "" where it has no form for it."""
    status: str
    sentence: Sentence
    labels: tuple[Label, ...]


# ------------------------------------------------------------------------------------------------------------- facts


def read_fact_row(sheet: Sheet, fact: Fact, prefix: str = "k") -> FactRow:
    """Return *fact* as one row. Where its answers exclude one another, all of them stand there, none is picked."""
    answers = sheet.atlas.answers[fact.id]
    shown = answers if is_open(sheet, fact) else answers[:1]
    said = [one for answer in shown for one in answer.said]
    value, what = " / ".join(answer_text(sheet, answer) for answer in shown), described(sheet, fact)
    if not value and not fact.calc:
        value = sheet.labels("not-reported")
    if len(shown) > _SIDE_BY_SIDE:
        value = sheet.labels("answers", n=len(shown))
    if fact.calc:
        value, working = _worked(sheet, fact)
        what = f"{what} {working}".rstrip()
        worked = calculate(fact, sheet.atlas.site.library.facts)
        said = list(worked[1]) if worked else []
    articles = list(dict.fromkeys(citation.article for one in said for citation in one.citations))
    who = sheet.labels("derived") if fact.calc else sheet.origins(said)
    texts = sheet.atlas.texts(articles)
    counted = sheet.labels.count("articles", len(articles)) if len(texts) > 1 else ""
    if counted and len(texts) < len(articles):
        counted = sheet.labels("texts-of", articles=counted, n=len(texts))
    return FactRow(
        fact.id,
        value,
        what,
        " · ".join(filter(None, (who, counted))),
        (*status_labels(sheet, fact.status), *_fact_labels(sheet, fact, articles)),
        answer_note(sheet, said, f"{prefix}-{fact.id}"),
        any(isinstance(answer.value, Mapping) for answer in shown),
    )


def _worked(sheet: Sheet, fact: Fact) -> tuple[str, str]:
    """Return what a calc comes to, and its working in brackets; both empty when it cannot be worked out."""
    text = working_text(fact, sheet.atlas.site.library.facts, sheet.language)
    value, bracket, working = text.partition(" (")
    return sentence_case(markdown(value)), markdown(f"({working}") if bracket else ""


def answer_text(sheet: Sheet, answer: Answer) -> str:
    """Return an answer as the page prints it; words that exist in the other language only are marked so."""
    for said in answer.said:
        text = sheet.value(said)
        if text:
            return sentence_case(text)
    said = answer.said[0]
    language, statement = next(iter(said.value.items()))
    return foreign(markdown(statement.span.text), language, sheet.language)


def described(sheet: Sheet, fact: Fact) -> str:
    """Return what a fact measures, with the whole it is part of."""
    whole = sheet.atlas.site.library.facts.get(fact.part_of or "")
    question = sheet.question(fact)
    return f"{question} ({sheet.labels('part-of', what=sheet.question(whole))})" if whole else question


def is_open(sheet: Sheet, fact: Fact) -> bool:
    """Return whether the answers of *fact* exclude one another, as far as anybody has said."""
    if len(sheet.atlas.answers[fact.id]) < 2:
        return False
    return fact.difference is None or fact.difference.kind in _OPEN


def status_labels(sheet: Sheet, status: str | None) -> tuple[Label, ...]:
    """Return the label of a status; what happened needs none."""
    return (Label(sheet.labels(status), status),) if status in ("planned", "superseded") else ()


def _fact_labels(sheet: Sheet, fact: Fact, articles: list[str]) -> tuple[Label, ...]:
    labels = []
    if fact.difference and fact.difference.show != "curator" and fact.difference.kind in _OPEN:
        anchor = f"d-{fact.id}" if sheet.page != addresses.FIGURES else fact.id
        at_home = sheet.page in map(addresses.briefing_page, fact.briefings) or sheet.page == addresses.FIGURES
        href = f"#{anchor}" if at_home else sheet.link(addresses.FIGURES, fact.id)
        labels.append(Label(sheet.labels("sources-differ"), "differ", href))
    if len(sheet.atlas.texts(articles)) == 1:
        alone = sheet.labels("one-article") if len(articles) == 1 else sheet.labels("one-text", n=len(articles))
        labels.append(Label(alone, "single"))
    return tuple(labels)


# ------------------------------------------------------------------------------------------------------- differences


def read_differences(sheet: Sheet, facts: Iterable[Fact], show: str) -> tuple[DifferenceBlock, ...]:
    """Return the differences among *facts* that are shown *show*: "page" or "click".

    Answers that differ without a curator's word are one click away until there is one.
    """
    return tuple(_difference(sheet, fact) for fact in facts if shown(sheet, fact) == show)


def shown(sheet: Sheet, fact: Fact) -> str:
    """Return where the difference about *fact* stands: "page", "click", "curator", or "" when there is none."""
    if fact.difference is not None:
        return fact.difference.show
    return "click" if len(sheet.atlas.answers[fact.id]) > 1 else ""


def _difference(sheet: Sheet, fact: Fact) -> DifferenceBlock:
    facts = sheet.atlas.site.library.facts
    others = [facts[id] for id in _others(fact) if id in facts]
    several = bool(others)
    columns = [
        _column(sheet, one, answer, several) for one in (fact, *others) for answer in sheet.atlas.answers[one.id]
    ]
    note = sheet.atlas.claim("difference", fact.id, sheet.language)
    kind = fact.difference.kind if fact.difference else ""
    return DifferenceBlock(
        fact.id,
        sheet.question(fact),
        sheet.labels(f"kind-{kind.replace(' ', '-')}") if kind else "",
        not kind or kind in _OPEN,
        tuple(columns),
        read_sentence(sheet, note, f"d-{fact.id}-note") if note else None,
    )


def _others(fact: Fact) -> tuple[str, ...]:
    """Return the facts that stand beside *fact*: those that the curator names, and the whole that a part exceeds."""
    if fact.difference is None:
        return ()
    is_too_large = fact.difference.kind == "impossible within one source" and fact.part_of is not None
    return tuple(dict.fromkeys((*fact.difference.others, *((fact.part_of,) if is_too_large and fact.part_of else ()))))


def _column(sheet: Sheet, fact: Fact, answer: Answer, several: bool) -> AnswerColumn:  # noqa: FBT001 - what to print
    return AnswerColumn(
        answer_text(sheet, answer),
        sheet.question(fact) if several else "",
        sheet.origins(answer.said),
        answer_sources(sheet, answer.said),
    )


def answer_sources(sheet: Sheet, said: Iterable[Said]) -> tuple[str, ...]:
    """Return one line an article: "KED Global, 10 October 2024, paragraph 5", the paragraphs linked."""
    locators: dict[str, list[str | None]] = {}
    for one in said:
        for citation in one.citations:
            if citation.locator not in locators.setdefault(citation.article, []):
                locators[citation.article].append(citation.locator)
    articles = sheet.atlas.site.library.articles
    return tuple(
        f"{sheet.publisher(articles[id])}, {sheet.dated(articles[id])}, {paragraph_links(sheet, id, found)}"
        for id, found in locators.items()
        if id in articles
    )


# ---------------------------------------------------------------------------------------------------------- timeline


def read_moments(sheet: Sheet, events: Iterable[Event]) -> tuple[Moment, ...]:
    """Return *events* as they stand on a timeline."""
    return tuple(_moment(sheet, event, "t", status_labels(sheet, event.status)) for event in events)


def read_due(sheet: Sheet, events: Iterable[Event]) -> tuple[Moment, ...]:
    """Return those of *events* that are due, as they stand on a list that says so at its head."""
    return tuple(_moment(sheet, event, "u", ()) for event in due_events(sheet, events))


def due_events(sheet: Sheet, events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the planned events that end after the newest article; all planned ones when no article is dated."""
    end = newest(sheet.atlas.site.library.articles.values())
    last = end.last if end else None
    return tuple(
        event
        for event in events
        if event.status == "planned" and (last is None or (event.when and event.when.last and event.when.last > last))
    )


def _moment(sheet: Sheet, event: Event, prefix: str, labels: tuple[Label, ...]) -> Moment:
    id = f"{prefix}-{event.id}"
    return Moment(
        event.id,
        sentence_case(sheet.date(event.when)) if event.when else sentence_case(sheet.labels("date-not-given")),
        html_date(event.when),
        event.status,
        event_sentence(sheet, event, id),
        labels,
    )


def event_sentence(sheet: Sheet, event: Event, id: str) -> Sentence:
    """Return what happened, in the page's language or else in the one it has."""
    claim = sheet.atlas.claim("event", event.id, sheet.language)
    if claim is not None:
        return read_sentence(sheet, claim, id)
    other: Claim | None = next(iter(sheet.atlas.claims.get(("event", event.id), ())), None)
    if other is None:
        return Sentence(markdown(event.id), None)
    sentence = read_sentence(sheet, other, id)
    return Sentence(foreign(sentence.text, other.language, sheet.language), sentence.note)


def html_date(date: DateSpan | None) -> str:
    """Return *date* as the ``datetime`` of a ``time`` element, or "" (https://html.spec.whatwg.org/#the-time-element)."""
    if date is None or date.first is None:
        return ""
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}.get(date.precision, 0)
    return date.first.isoformat()[:length]
