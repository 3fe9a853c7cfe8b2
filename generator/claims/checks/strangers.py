"""3xx: names that no record of ours knows, against the names that the cited articles print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.claims.carriers import has_lost_citation
from generator.claims.readings import Reading, read_claims
from generator.finding import Finding, Rule, Severity
from generator.language.names_versions import OtherVersion, versions_of
from generator.language.strangers import Stranger, kind_of, read_strangers
from generator.language.strangers_printed import Judgement, Printed, printed
from generator.model import Article, Claim, DateSpan, Figure, FigureKind, Library, Mention, Site

NAME_NOT_PRINTED = Rule(
    "B318",
    Severity.ERROR,
    """
A name that no record knows is printed in no article that the statement cites.

Why: a name without an entity is held against the words of the cited articles that look like names; one that none of
them prints has no source.
Bad: Gyeongnam Lines builds the seven ships. [@a, ¶1] (no article names Gyeongnam Lines)
Good: A yard in Geoje builds the seven ships. [@a, ¶1]
""",
)
NAME_UNKNOWN = Rule(
    "B323",
    Severity.WARNING,
    """
Words look like a name, and whether the source prints it is not known.

Why: a name that is not in seeds/entities cannot be told in the other script for sure, nor in evidence made before names
of strangers were kept. In the other script it is told where the cited paragraphs name others, and the statement none
of them.
Bad: Elin Strand advises the buyers. [@a, ¶9] (a Korean article that names Tom Hale there; no entity is Elin Strand)
Good: The same, with Elin Strand in seeds/entities/people.yaml.
""",
)


NAME_OF_ANOTHER_VERSION = Rule(
    "B322",
    Severity.ERROR,
    """
A name differs from a known one in its version, edition or year.

Why: another version of a model, or another year of a fair, is another thing.
Bad: The model is built on GPT-5. [@a, ¶3] (seeds/entities has GPT-4o, and @a prints no GPT-5)
Good: The model is built on GPT-4o. [@a, ¶3]
""",
)


def find_strangers(site: Site) -> Iterator[Finding]:
    """Yield a finding for each name in our prose that no record has, and that is not printed where it is cited."""
    known: dict[tuple[str, ...], Printed | None] = {}
    versions = versions_of(site.library.entities.values())
    for reading in read_claims(site):
        claim = reading.claim
        if not _is_prose(claim):
            continue
        others = [one for one in versions.find(claim.text) if _is_free(reading, one.start, one.end)]
        # A fair without its year is less than is known of it, not another one.
        strangers = [one for one in _strangers_of(reading, others) if one.text not in versions.names]
        articles = tuple(sorted({support.article.id for support in claim.supports}))
        if (strangers or others) and articles not in known:
            known[articles] = _printed_in(site.library, articles)
        for other in others if articles and not has_lost_citation(claim, site.library) else ():
            names = known[articles]
            if names is None or not names.has(other.text):
                yield _another_version(claim, other)
        for stranger in strangers:
            if not _is_judged(site.library, reading, stranger, known[articles]):
                continue
            judgement = _judge(known[articles], stranger)
            if stranger.opens and (judgement is Judgement.OPEN or not _has_rival(reading)):
                continue  # Its capital is the sentence's: any word may stand there.
            if judgement is Judgement.ABSENT and not has_lost_citation(claim, site.library):
                yield _finding(NAME_NOT_PRINTED, claim, stranger)
            elif judgement is Judgement.OPEN and _is_told(site.library, reading, stranger, known[articles]):
                yield _finding(NAME_UNKNOWN, claim, stranger)


def _another_version(claim: Claim, other: OtherVersion) -> Finding:
    message = f'"{other.text}" is not "{other.known[0]}", and no article cited here prints it'
    help = "correct the name, or add it to seeds/entities, so that it can be held against the articles"
    return Finding(NAME_OF_ANOTHER_VERSION, claim.span(other.start, other.end), message, help=help)


def _finding(rule: Rule, claim: Claim, stranger: Stranger) -> Finding:
    span = claim.span(stranger.start, stranger.end)
    if rule is NAME_NOT_PRINTED:
        message = f'"{stranger.text}" is printed in no article cited here'
        return Finding(rule, span, message, help="correct the name, or cite an article that prints it")
    message = f'"{stranger.text}" looks like a name, and no record has it'
    return Finding(rule, span, message, help="add it to seeds/entities, so that it can be held against the articles")


def _is_prose(claim: Claim) -> bool:
    """Return whether a claim is written in sentences: subheadings and titles may use capitals as they like."""
    place = claim.place
    is_open = place.section == "not-known"
    return (
        place.kind in ("summary", "event", "difference")
        or (place.kind in ("value", "entity") and bool(claim.supports))
        or (place.kind == "prose" and (claim.needs_support or is_open))
    )


def _is_free(reading: Reading, start: int, end: int) -> bool:
    """Return whether a stretch was written by hand, names none of our entities, and is no figure that goes on."""
    return (
        reading.claim.is_written(start, end)
        and not any(one.start < end <= one.end for one in reading.mentions)
        and not any(start <= one.start < end < one.end for one in reading.figures)
    )


def _strangers_of(reading: Reading, others: Sequence[OtherVersion]) -> Iterator[Stranger]:
    """Yield what looks like a name in a claim, and was written by hand and not read as anything else."""
    claim = reading.claim
    references = ((piece.start, piece.end) for piece in claim.pieces if piece.fact or piece.entity)
    known: tuple[Mention | OtherVersion, ...] = (*reading.mentions, *others)
    taken = [*((one.start, one.end) for one in known), *references]
    # "180 Tapir howitzers" counts something that has a name; what stands in a sum of money is its currency.
    figures = (one for one in reading.figures if one.kind is not FigureKind.COUNT)
    values: tuple[Figure | DateSpan, ...] = (*reading.dates, *figures)
    for stranger in read_strangers(claim.text, taken, claim.language):
        if not any(one.start <= stranger.start < one.end for one in values):
            yield stranger


def _has_rival(reading: Reading) -> bool:
    """Return whether a cited paragraph prints a name that the claim does not, in whose place another may stand."""
    own = {one.entity for one in reading.mentions}
    paragraphs = [paragraph for support in reading.claim.supports for paragraph in support.paragraphs]
    return any(one.entity not in own for paragraph in paragraphs for one in paragraph.mentions) or any(
        name not in reading.claim.text for paragraph in paragraphs for name in paragraph.strangers or ()
    )


def _named(library: Library, reading: Reading) -> dict[str, str]:
    """Return the people and firms that the cited paragraphs name outright, with their kinds."""
    kinds = {id: entity.kind for id, entity in library.entities.items() if not entity.hidden}
    return {
        one.entity: kinds[one.entity]
        for support in reading.claim.supports
        for paragraph in support.paragraphs
        for one in paragraph.mentions
        if one.via is None and kinds.get(one.entity) in ("person", "org")
    }


def _left_out(library: Library, reading: Reading) -> set[str]:
    """Return the kinds of those whom the cited paragraphs name and the claim does not."""
    own = {one.entity for one in reading.mentions}
    return {kind for id, kind in _named(library, reading).items() if id not in own}


def _is_judged(library: Library, reading: Reading, stranger: Stranger, names: Printed | None) -> bool:
    """Return whether a stranger is surely a name, or a code, or may stand for a firm that the claim leaves out."""
    if stranger.is_sure or names is None:
        return stranger.is_sure
    is_firm = stranger.kind == "firm" and reading.claim.language in names.languages
    return names.has_other_version(stranger.text) or (is_firm and "org" in _left_out(library, reading))


def _is_told(library: Library, reading: Reading, stranger: Stranger, names: Printed | None) -> bool:
    """Return whether it is worth a word that a name may not be printed in the cited articles, whose names are *names*.

    Across scripts only where it looks like somebody, and the cited paragraphs name others: either the claim names none
    of them, or one of the very kind is left out.
    """
    if _is_publisher(library, stranger):
        return False
    if names is None or reading.claim.language in names.languages:
        return True
    named = _named(library, reading)
    is_somebody = stranger.kind != "latin" or " " in stranger.text
    is_alone = bool(named) and not any(one.entity in named for one in reading.mentions)
    return (is_somebody and is_alone) or kind_of(reading.claim.text, stranger) in _left_out(library, reading)


def _judge(names: Printed | None, stranger: Stranger) -> Judgement:
    return Judgement.OPEN if names is None else names.judge(stranger)


def _printed_in(library: Library, articles: tuple[str, ...]) -> Printed | None:
    """Return the names that *articles* print, or None where they were not all looked for."""
    names: list[str] = []
    for id in articles:
        evidence = library.evidence.get(id)
        if evidence is None:
            return None
        names += [*evidence.found.authors, *evidence.found.editors, *_names_of(library.articles[id])]
        for paragraph in evidence.paragraphs:
            if paragraph.strangers is None:
                return None
            names += [*paragraph.strangers, *(mention.text for mention in paragraph.mentions)]
    languages = [library.evidence[id].language for id in articles]
    return printed(names, languages) if articles else None


def _names_of(article: Article) -> Iterator[str]:
    yield from (name.text for name in article.publisher.values())
    yield from article.authors
    if article.title:
        yield article.title


def _is_publisher(library: Library, stranger: Stranger) -> bool:
    """Return whether words are of the name of a publisher of our articles: "the Times reports" rests on its article."""
    names = (name.text for article in library.articles.values() for name in article.publisher.values())
    return any(stranger.text in name for name in names)
