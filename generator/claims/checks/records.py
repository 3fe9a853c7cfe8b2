"""1xx: what our records say of articles and names, against what the evidence found."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from generator.claims.carriers import has_all_evidence
from generator.claims.comparison import is_same_date, show_date
from generator.finding import Finding, Rule, Severity
from generator.model import Article, DateSpan, Evidence, Found, Library, Precision, Site
from generator.source import Source

RECORD_DIFFERS = Rule(
    "B150",
    Severity.ERROR,
    """
A record says of an article what the article does not print, and gives no basis for it.

Why: title, day, publisher and authors are facts like any other. What a curator knows from elsewhere is welcome, marked
as such with its reason.
Bad: published: 2024-06-04, for an article that prints no date.
Good: published: 2024-06-04, with basis: {published: {kind: inferred, why: …}}.
""",
)
NAME_WITHOUT_BASIS = Rule(
    "B151",
    Severity.ERROR,
    """
An entity has a name that no article prints, and gives no basis for it.

Why: a name in the other script is a transcription that somebody made; readers must be able to tell it from what the
sources print.
Bad: names: {en: Jung Woo-jin, ko: 정우진}, where only 정우진 is printed.
Good: The same with basis: {en: {kind: transcription, why: …}}.
""",
)
RECORD_UNUSED = Rule(
    "B152",
    Severity.WARNING,
    """
A record is used by nothing.

Why: it is kept up for nobody, and hides the one that is meant.
Bad: A fact with no briefings:, which no sentence refers to.
Good: briefings: [partnership]
""",
)


EVIDENCE_ALONE = Rule(
    "B153",
    Severity.WARNING,
    """
An article has no evidence, or evidence has no article.

Why: the one is shown without anything that it says, the other is not shown at all.
Bad: seeds/evidence/times.json, and no seeds/articles/times.yaml.
Good: both, under one id.
""",
)


def find_lone_evidence(site: Site) -> Iterator[Finding]:
    """Yield a finding for each article without evidence and each piece of evidence without its article."""
    library = site.library
    cited = {citation.article for claim in site.claims for citation in claim.statement.citations}
    for article in library.articles.values():
        # Where it is cited, every citation says so already.
        if article.id not in library.evidence and article.id not in cited:
            help = "run briefing ingest with its original"
            yield Finding(EVIDENCE_ALONE, article.span, f'article "{article.id}" has no evidence', help=help)
    folder = library.settings.span.path.rpartition("/")[0]
    for name in library.evidence:
        if name not in library.articles:
            help = f"write articles/{name}.yaml, or remove the file"
            span = Source(f"{folder}/evidence/{name}.json", "").span()
            yield Finding(EVIDENCE_ALONE, span, f'evidence "{name}" has no article', help=help)


def find_differing_records(site: Site) -> Iterator[Finding]:
    """Yield a finding for each field of an article that its evidence does not bear out and no basis explains."""
    for article in site.library.articles.values():
        evidence = site.library.evidence.get(article.id)
        if evidence is not None:
            for field, message, found in _differing(article, evidence):
                if field not in article.basis:
                    span = article.span_of.get(field, article.span)
                    notes = (f"the evidence has {found}",)
                    help = f"correct it, or say under basis: {field}: how it is known"
                    yield Finding(RECORD_DIFFERS, span, message, notes=notes, help=help)


def _differing(article: Article, evidence: Evidence) -> Iterator[tuple[str, str, str]]:
    """Yield field, message and what the evidence has, for each field that differs."""
    found = evidence.found
    if article.language != evidence.language:
        yield "language", "language differs from the article's", evidence.language
    if article.original and article.original != evidence.original.name:
        yield "original", "original is not the one that the evidence was made from", evidence.original.name
    if article.title is not None and (found.title is None or _plain(article.title) != _plain(found.title)):
        yield "title", "title is not the one that the article prints", _shown(found.title)
    names = {_plain(name.text) for name in article.publisher.values()}
    if names and (found.publisher is None or _plain(found.publisher) not in names):
        yield "publisher", "publisher is not one that the article prints", _shown(found.publisher)
    if article.published and not _is_published(article.published, found):
        first = found.published.first.isoformat() if found.published else "no date"
        yield "published", f"{show_date(article.published)} is not the day that the article prints", first
    for field, ours, theirs in (
        ("authors", article.authors, found.authors),
        ("editors", article.editors, found.editors),
    ):
        known = {_plain(name) for name in theirs}
        if strange := [name for name in ours if _plain(name) not in known]:
            yield field, f'"{strange[0]}" is not among the {field} that the article prints', ", ".join(theirs) or "none"


def _is_published(stated: DateSpan, found: Found) -> bool:
    if found.published is None:
        return False
    first, last = found.published.first, found.published.last
    return is_same_date(stated, DateSpan("", 0, first, last, Precision.DAY, first.isoformat()))


def _plain(text: str) -> str:
    """Return *text* without what typography changes: marks, blanks and case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def _shown(text: str | None) -> str:
    return f'"{text}"' if text else "none"


# -------------------------------------------------------------------------------------------------------------- names


def find_names_without_basis(site: Site) -> Iterator[Finding]:
    """Yield a finding for each name of an entity that no article prints, unless a basis says where it comes from."""
    if not has_all_evidence(site.library):
        return
    printed = _printed(site.library.evidence.values())
    for entity in site.library.entities.values():
        forms = printed.get(entity.id)
        if forms is None or entity.hidden:
            continue
        for language, name in entity.names.items():
            # "Anthropic" is printed where "Anthropic PBC" is.
            is_printed = any(_plain(name.text) in form for form in forms)
            if language not in entity.basis and not is_printed:
                notes = (f"articles print {', '.join(sorted(forms.values())[:4])}",)
                help = f"say under basis: {language}: how the name is known, or use one that is printed"
                yield Finding(NAME_WITHOUT_BASIS, name.span, f'no article prints "{name.text}"', "", notes, help)


def _printed(evidence: Iterable[Evidence]) -> dict[str, dict[str, str]]:
    """Return the forms in which articles print each entity: as printed, by the form without typography."""
    found: dict[str, dict[str, str]] = {}
    for one in evidence:
        for paragraph in one.paragraphs:
            for mention in paragraph.mentions:
                if mention.via is None:
                    found.setdefault(mention.entity, {}).setdefault(_plain(mention.text), mention.text)
    return found


# ------------------------------------------------------------------------------------------------------------- unused


def find_unused(site: Site) -> Iterator[Finding]:
    """Yield a finding for each entity, fact and event that appears nowhere."""
    library = site.library
    referred = {piece.fact for claim in site.claims for piece in claim.pieces if piece.fact}
    terms = {term for fact in library.facts.values() for term in _terms(library, fact.id)}
    keys = {written.text for briefing in library.briefings.values() for written in briefing.key_facts}
    for fact in library.facts.values():
        if not fact.briefings and fact.id not in referred | terms | keys:
            help = "name under briefings: where it belongs, refer to it, or remove it"
            yield Finding(RECORD_UNUSED, fact.span, f'fact "{fact.id}" is shown nowhere', help=help)
    for event in library.events.values():
        if not event.briefings:
            help = "name under briefings: where it belongs, or remove it"
            yield Finding(RECORD_UNUSED, event.span, f'event "{event.id}" is shown nowhere', help=help)
    named = _used_entities(site)
    for entity in library.entities.values() if has_all_evidence(library) else ():
        if entity.id not in named:
            help = "remove it, or add the form that the articles print under aliases:"
            yield Finding(RECORD_UNUSED, entity.span, f'entity "{entity.id}" is named by no article', help=help)


def _terms(library: Library, id: str) -> Iterator[str]:
    """Yield the facts that a fact is made of, part of, or set beside."""
    fact = library.facts[id]
    yield from (fact.calc or "").split()[::2]
    if fact.part_of:
        yield fact.part_of
    if fact.difference:
        yield from fact.difference.others


def _used_entities(site: Site) -> set[str]:
    """Return the entities that an article or a record of ours names."""
    library = site.library
    used = {
        mention.entity
        for evidence in library.evidence.values()
        for paragraph in evidence.paragraphs
        for mention in paragraph.mentions
    }
    used.update(piece.entity for claim in site.claims for piece in claim.pieces if piece.entity)
    for fact in library.facts.values():
        used.update(fact.of)
        for said in fact.said:
            used.update((*said.origin, said.by or ""))
    for event in library.events.values():
        used.update(event.of)
    for briefing in library.briefings.values():
        used.update(briefing.routing.entities)
    return used
