"""3xx: words in quotation marks against the proofs that reading the original left in the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.claims.carriers import has_lost_citation
from generator.claims.readings import Reading, find_quoted, read_claims
from generator.evidence.fingerprint import quotation_digest
from generator.finding import Finding, Rule, Severity
from generator.model import Library, Quotation, Site

QUOTATION_UNPROVEN = Rule(
    "B312",
    Severity.ERROR,
    """
Words stand in quotation marks that no cited paragraph quotes.

Why: quotation marks promise the very words. A quotation, or one whole sentence of it, stands with only its typography
changed; what we put in our own words, or leave half of away, or translate, wears no marks. Names and headlines may.
Bad: Kim said “the key is to be quick”. [@a, ¶4] (what he said is longer)
Good: Kim said that speed decides. [@a, ¶4]
""",
)
QUOTATION_OF_ANOTHER = Rule(
    "B313",
    Severity.ERROR,
    """
A quotation is given to someone who did not say it.

Why: who speaks is half of what a quotation says.
Bad: Willy Cho: “We are not just relying on one company.” [@a, ¶20] (Kim Young-shub says it)
Good: Kim Young-shub: “We are not just relying on one company.” [@a, ¶20]
""",
)


def find_unproven(site: Site) -> Iterator[Finding]:
    """Yield a finding for each quotation that is not proven, or proven of another speaker."""
    titles = {article.title.casefold() for article in site.library.articles.values() if article.title}
    for reading in read_claims(site):
        claim = reading.claim
        if has_lost_citation(claim, site.library):
            continue
        for start, end in find_quoted(claim.text):
            words = claim.text[start:end]
            if _is_name(reading, start, words) or words.strip().casefold() in titles:
                continue
            span = claim.span(start - 1, end + 1)
            proof = _proof(site.library, reading, words)
            if proof is None:
                help = "take the marks away and say it in our own words, or quote it whole where it stands"
                message = "words in quotation marks are not quoted where they are cited"
                yield Finding(QUOTATION_UNPROVEN, span, message, notes=_notes(site.library, reading, words), help=help)
            elif not _may_be_speaker(site.library, reading, proof):
                by = site.library.entities[proof.by or ""].names
                notes = (f"in {proof.locator} {next(iter(by.values())).text} says it",)
                help = "name the one who says it"
                yield Finding(QUOTATION_OF_ANOTHER, span, "the quotation is someone else's", notes=notes, help=help)


def _is_name(reading: Reading, start: int, words: str) -> bool:
    """Return whether what stands in the marks is a name and nothing else."""
    end = start + len(words)
    return any(
        start <= mention.start and mention.end <= end and len(words.strip(" .,·")) == len(mention.text)
        for mention in reading.mentions
    )


def _proof(library: Library, reading: Reading, words: str) -> Quotation | None:
    digest = quotation_digest(words)
    for support in reading.claim.supports if digest else ():
        locators = {paragraph.locator for paragraph in support.paragraphs}
        for quotation in library.evidence[support.article.id].quotations:
            if quotation.digest == digest and quotation.locator in locators:
                return quotation
    return None


def _notes(library: Library, reading: Reading, words: str) -> tuple[str, ...]:
    """Return where else the very words are quoted, or that the cited paragraphs quote others or nobody."""
    digest = quotation_digest(words)
    for article, evidence in library.evidence.items() if digest else ():
        for quotation in evidence.quotations:
            if quotation.digest == digest:
                return (f"{article}, {quotation.locator} quotes them",)
    counts = [
        f"{support.article.id}, {paragraph.locator} quotes {'other words' if is_quoting else 'nothing'}"
        for support in reading.claim.supports
        if support.citation.locator is not None
        for paragraph in support.paragraphs
        for is_quoting in [_is_quoting(library, support.article.id, paragraph.locator)]
    ]
    return tuple(counts[:3])


def _is_quoting(library: Library, article: str, locator: str) -> bool:
    return any(quotation.locator == locator for quotation in library.evidence[article].quotations)


def _may_be_speaker(library: Library, reading: Reading, proof: Quotation) -> bool:
    """Return whether a claim names the one who said the words, or nobody."""
    entities = library.entities
    people = {
        one.entity for one in reading.mentions if one.entity in entities and entities[one.entity].kind == "person"
    }
    return proof.by is None or proof.by not in entities or not people or proof.by in people
