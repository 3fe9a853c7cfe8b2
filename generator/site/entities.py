"""Who's who: one entry an entity, and a page for each that two briefings or more name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Claim, Entity
from generator.site import addresses
from generator.site.filters import foreign, markdown, script_of, sentence_case
from generator.site.home import briefing_labels
from generator.site.ledgers import FactRow, Label, Moment, read_fact_row, read_moments
from generator.site.notes import Sentence, read_sentence, sentence_text
from generator.site.sheets import Sheet

_COMMON = 3
"""From how many entities on a reason is named in two words and not told in full."""

KINDS = ("person", "org", "product", "place", "event")
"""Kinds of entities, in the order of the page."""


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity on one line."""

    id: str
    name: str
    other: str
    """Its name in the other script; "" when it has none or the same."""
    basis: str
    """How we know a name that no article prints."""
    what: Sentence | None
    briefings: tuple[Label, ...]
    href: str
    """Its own page, or ""."""


@dataclass(frozen=True, slots=True)
class EntityGroup:
    """The entities of one kind."""

    kind: str
    title: str
    rows: tuple[EntityRow, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence of ours with the way back to where it stands."""

    text: str
    href: str
    where: str


@dataclass(frozen=True, slots=True)
class EntityView:
    """The page of an entity."""

    row: EntityRow
    title: str
    aliases: str
    sayings: tuple[Saying, ...]
    facts: tuple[FactRow, ...]
    moments: tuple[Moment, ...]
    mentions: tuple[tuple[str, str, tuple[Label, ...]], ...]
    """By article: its name, its date, and the paragraphs that name the entity."""


def read_groups(sheet: Sheet) -> tuple[EntityGroup, ...]:
    """Return the entities that are shown, by kind, in order of name."""
    shown = [entity for entity in sheet.atlas.site.library.entities.values() if not entity.hidden]
    groups = []
    for kind in KINDS:
        rows = sorted(
            (read_row(sheet, entity) for entity in shown if entity.kind == kind),
            key=lambda row: (not row.href, row.name.casefold(), row.id),
        )
        if rows:
            groups.append(EntityGroup(kind, sheet.labels(f"kind-{kind}"), tuple(rows)))
    return tuple(groups)


def read_row(sheet: Sheet, entity: Entity) -> EntityRow:
    """Return *entity* as one line."""
    claim = sheet.atlas.claim("entity", entity.id, sheet.language)
    own_page = addresses.entity_page(entity.id)
    return EntityRow(
        entity.id,
        sheet.written_name(entity),
        sheet.other_name(entity),
        _basis(sheet, entity),
        read_sentence(sheet, claim, f"n-{entity.id}") if claim else None,
        briefing_labels(sheet, sheet.atlas.named.get(entity.id, ())),
        sheet.link(own_page) if sheet.atlas.has_page(entity.id) and sheet.page != own_page else "",
    )


def _basis(sheet: Sheet, entity: Entity) -> str:
    """Return how we know a name that no article prints: the kind of reason, or the reason itself where it is rare."""
    entities = sheet.atlas.site.library.entities.values()
    words = []
    for language, basis in entity.basis.items():
        why = basis.why.get(sheet.language)
        alike = sum(why is not None and _has_reason(other, why.text) for other in entities)
        is_rare = why is not None and alike < _COMMON
        kind = sheet.labels(f"basis-{basis.kind}", language=sheet.labels(f"lang-{language}"))
        words.append(markdown(why.text) if why is not None and is_rare else f"({kind})")
    return " ".join(dict.fromkeys(words))


def _has_reason(entity: Entity, why: str) -> bool:
    return any(written.text == why for basis in entity.basis.values() for written in basis.why.values())


def read_entity(sheet: Sheet, entity: Entity) -> EntityView:
    """Return the page of *entity*."""
    atlas = sheet.atlas
    facts = [fact for fact in atlas.facts() if entity.id in fact.of]
    events = [event for event in atlas.events() if entity.id in event.of]
    claims = [
        claim
        for (kind, _), found in atlas.claims.items()
        if kind == "prose"
        for claim in found
        if claim.language == sheet.language and any(piece.entity == entity.id for piece in claim.pieces)
    ]
    forms = [foreign(markdown(form), script_of(form), sheet.language) for form in _other_forms(entity)]
    return EntityView(
        read_row(sheet, entity),
        sheet.written_name(entity),
        sheet.labels("also-written", forms=", ".join(forms)) if forms else "",
        read_sayings(sheet, claims),
        tuple(read_fact_row(sheet, fact) for fact in facts),
        read_moments(sheet, events),
        tuple(_mentions(sheet, entity)),
    )


def _other_forms(entity: Entity) -> list[str]:
    """Return the aliases of *entity*, without one that another only closes with a full stop ("Corp", "Corp.")."""
    texts = [alias.text for alias in entity.aliases]
    return [text for text in texts if f"{text}." not in texts]


def _mentions(sheet: Sheet, entity: Entity) -> Iterable[tuple[str, str, tuple[Label, ...]]]:
    for article in sheet.atlas.articles():
        evidence = sheet.atlas.site.library.evidence.get(article.id)
        locators = [
            paragraph.locator
            for paragraph in (evidence.paragraphs if evidence else ())
            if any(mention.entity == entity.id for mention in paragraph.mentions)
        ]
        if locators:
            page = addresses.article_page(article.id)
            links = [
                Label(sheet.locator(one), "paragraph", sheet.link(page, addresses.anchor_of(one))) for one in locators
            ]
            yield sheet.publisher(article), sheet.dated(article), tuple(links)


def read_sayings(sheet: Sheet, claims: Iterable[Claim]) -> tuple[Saying, ...]:
    """Return *claims* as sentences that lead back to where they stand, each sentence once."""
    found: dict[tuple[str, str], Saying] = {}
    for claim in claims:
        page, anchor = addresses.place_of(claim)
        text = saying_text(sheet, claim)
        if text:
            saying = Saying(text, sheet.link(page, anchor), _where(sheet, claim, page))
            found.setdefault((text, saying.href), saying)
    return tuple(found.values())


def saying_text(sheet: Sheet, claim: Claim) -> str:
    """Return what *claim* says as Markdown without links: a value with its question, all else as it is written."""
    if claim.place.kind == "value":
        fact = sheet.atlas.site.library.facts[claim.place.id]
        return f"{sheet.question(fact)}: {sheet.value(fact.said[claim.place.index])}"
    if claim.place.kind == "entity":
        return f"{sheet.name(claim.place.id)}: {markdown(claim.text)}"
    if claim.place.kind == "when":
        return ""
    return sentence_text(sheet, claim)


def _where(sheet: Sheet, claim: Claim, page: str) -> str:
    briefings = sheet.atlas.site.library.briefings
    if claim.place.kind in ("prose", "title", "summary", "picture") and claim.place.id in briefings:
        title = sheet.atlas.claim("title", claim.place.id, sheet.language)
        return markdown(title.text) if title else markdown(claim.place.id)
    keys = {addresses.FIGURES: "figures-short", addresses.TIMELINE: "timeline", addresses.WHO: "who"}
    return sentence_case(sheet.labels(keys[page]))
