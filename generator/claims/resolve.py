"""Library → Site: ids to things, citations to paragraphs, ``{references}`` to printed values.

What points at nothing is a finding at the pointer; everything else is resolved all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.claims.ledger import ORIGINS
from generator.claims.shapes import nearest
from generator.claims.values import is_same, read_value, value_text, working_text
from generator.finding import Finding, Rule, Severity
from generator.model import (
    Briefing,
    Citation,
    Claim,
    Fact,
    Library,
    Picture,
    PictureRow,
    Piece,
    Place,
    Plain,
    Reference,
    Said,
    Site,
    Statement,
    Support,
)
from generator.source import Span

UNKNOWN_ARTICLE = Rule(
    "B201",
    Severity.ERROR,
    """
A citation names an article that we do not have.

Why: a reader who follows it finds nothing.
Bad: [@ked-2024-10-11, ¶1]
Good: [@ked-2024-10-10, ¶1]
""",
)
UNKNOWN_PARAGRAPH = Rule(
    "B202",
    Severity.ERROR,
    """
A citation names a paragraph that its article does not have.

Why: a reader who follows it finds nothing.
Bad: [@ked-2024-10-10, ¶90]
Good: [@ked-2024-10-10, ¶9]
""",
)
UNKNOWN_ENTITY = Rule(
    "B203",
    Severity.ERROR,
    """
A record or a reference names an entity that we do not have.

Why: there is no name to print and no page to link.
Bad: {@ktt}
Good: {@kt}, with kt in seeds/entities/
""",
)
UNKNOWN_BRIEFING = Rule(
    "B204",
    Severity.ERROR,
    """
A record names a briefing that we do not have.

Why: what it says would be shown nowhere.
Bad: briefings: [partnerships]
Good: briefings: [partnership]
""",
)
UNKNOWN_FACT = Rule(
    "B205",
    Severity.ERROR,
    """
A reference or a record names a fact that is not in the ledger.

Why: there is no value to print.
Bad: {joint-investments}
Good: {joint-investment}
""",
)
OPEN_REFERENCE = Rule(
    "B206",
    Severity.ERROR,
    """
A reference names a fact whose sources differ, and the sentence does not say which of them it follows.

Why: the program never picks between sources.
Bad: The fund holds {fund-total}. (two sources, two sums, neither cited)
Good: The fund holds {fund-total}. [@kjd-2025-03-05, ¶5]
""",
)
NO_EVIDENCE = Rule(
    "B207",
    Severity.ERROR,
    """
A cited article has no evidence.

Why: nothing that rests on it can be checked.
Bad: seeds/articles/a.yaml without seeds/evidence/a.json
Good: briefing ingest a.txt, which writes the evidence
""",
)

UNKNOWN_IN_PICTURE = Rule(
    "B208",
    Severity.ERROR,
    """
A picture names an event that is not in the ledger, or a passage that its briefing's story does not have.

Why: there is nothing to draw, or no place to show it.
Bad: kind: timeline, rows: [{id: press-conferences}]
Good: kind: timeline, rows: [{id: press-conference}]
""",
)


def resolve(library: Library) -> tuple[Site, tuple[Finding, ...]]:
    """Return the site that *library* describes, and a finding for each pointer at nothing."""
    resolver = _Resolver(library)
    claims = tuple(resolver.claims())
    findings = (*resolver.findings, *find_unknown_ids(library))
    return Site(library, claims), findings


class _Resolver:
    """Resolves statements, collecting faults."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.findings: list[Finding] = []
        self.supports: dict[Citation, Support | None] = {}

    def claims(self) -> Iterator[Claim]:
        library = self.library
        for briefing in sorted(library.briefings.values(), key=lambda briefing: (briefing.order, briefing.id)):
            prose = tuple(self.prose(briefing.id))
            yield from self.headline(briefing.id, prose)
            yield from prose
            yield from self.pictures(briefing)
        for fact in library.facts.values():
            yield from self.fact(fact)
        for event in library.events.values():
            when = event.when_span
            words = Plain(when.text, when)
            if event.when is not None:
                yield self.claim(Statement("", (words,), event.citations, when), Place("when", event.id))
            for statement in event.what.values():
                yield self.claim(statement, Place("event", event.id))
        for entity in library.entities.values():
            for language, written in entity.what.items():
                statement = Statement(language, (Plain(written.text, written.span),), entity.citations, written.span)
                yield self.claim(statement, Place("entity", entity.id))

    def prose(self, briefing: str) -> Iterator[Claim]:
        """Yield the claims of a briefing's passages, languages in the order of the settings."""
        prose = self.library.briefings[briefing].prose
        for language in self.library.settings.languages:
            for passage in prose.get(language, ()):
                needs_support = passage.section != "not-known" and passage.kind != "heading"
                for index, statement in enumerate(passage.statements):
                    place = Place("prose", briefing, passage.id, passage.section, index)
                    yield self.claim(statement, place, needs_support=needs_support)

    def headline(self, briefing: str, prose: Iterable[Claim]) -> Iterator[Claim]:
        """Yield title and summary; they rest on what the bottom line rests on, or on the key facts if there is none."""
        record = self.library.briefings[briefing]
        bottom = [claim for claim in prose if claim.place.section == "bottom-line"]
        for language in self.library.settings.languages:
            own = [claim for claim in bottom if claim.language == language] or bottom
            citations = [support.citation for claim in own for support in claim.supports]
            for fact in () if own else record.key_facts:
                known = self.library.facts.get(fact.text)
                citations += [citation for said in known.said for citation in said.citations] if known else []
            for kind, words in (("title", record.title), ("summary", record.summary)):
                if language in words:
                    bare = words[language]
                    cited = (*bare.citations, *dict.fromkeys(citations))
                    statement = Statement(language, bare.parts, cited, bare.span, inherits=True)
                    yield self.claim(statement, Place(kind, briefing), needs_support=False)

    def pictures(self, briefing: Briefing) -> Iterator[Claim]:
        """Yield what pictures say in words: each label rests on its fact or event, a title on all of them."""
        index = 0
        for picture in briefing.pictures:
            cited = [self.picture_citations(picture, row) for row in picture.rows]
            all_cited = tuple(dict.fromkeys(citation for citations in cited for citation in citations))
            texts = [(picture.title, all_cited), *zip((row.label for row in picture.rows), cited, strict=True)]
            for words, citations in texts:
                for language, bare in words.items():
                    statement = Statement(language, bare.parts, citations, bare.span, inherits=True)
                    place = Place("picture", briefing.id, picture.id, index=index)
                    yield self.claim(statement, place, needs_support=False)
                index += 1

    def picture_citations(self, picture: Picture, row: PictureRow) -> tuple[Citation, ...]:
        event, fact = self.library.events.get(row.id.text), self.library.facts.get(row.id.text)
        if picture.kind == "timeline":
            return event.citations if event else ()
        return tuple(citation for said in fact.said for citation in said.citations) if fact else ()

    def fact(self, fact: Fact) -> Iterator[Claim]:
        for statement in fact.what.values():
            yield self.claim(statement, Place("fact", fact.id), needs_support=False)
        for index, said in enumerate(fact.said):
            for statement in said.value.values():
                yield self.claim(statement, Place("value", fact.id, index=index))
        for statement in fact.difference.note.values() if fact.difference else ():
            yield self.claim(statement, Place("difference", fact.id))

    # ------------------------------------------------------------------------------------------------ one statement

    def claim(self, statement: Statement, place: Place, *, needs_support: bool = True) -> Claim:
        supports = [self.support(citation) for citation in statement.citations]
        pieces: list[Piece] = []
        start = 0
        for part in statement.parts:
            piece, brought = self.piece(part, statement, start)
            pieces.append(piece)
            start = piece.end
            supports += [self.support(citation) for citation in brought]
        found = tuple(support for support in supports if support is not None)
        return Claim(statement, place, tuple(pieces), _once(found), needs_support)

    def piece(self, part: Plain | Reference, statement: Statement, start: int) -> tuple[Piece, tuple[Citation, ...]]:
        """Return the printed run for *part*, and the citations that it brings with it."""
        if isinstance(part, Plain):
            return Piece(part.text, part.span, start), ()
        if part.is_entity:
            return self.entity_piece(part, statement, start), ()
        fact = self.library.facts.get(part.id)
        if fact is None:
            known = (*self.library.facts, *(f"@{entity}" for entity in self.library.entities))
            self.unknown(UNKNOWN_FACT, part.span, "fact", part.id, known)
            return Piece(part.span.text, part.span, start), ()
        if fact.calc:
            working = working_text(fact, self.library.facts, statement.language)
            return Piece(working or part.span.text, part.span, start, fact=fact.id), self.calc_citations(fact)
        said = self.answer(fact, statement, part.span)
        if said is None:
            return Piece(part.span.text, part.span, start, fact=fact.id), ()
        text = value_text(said, statement.language)
        is_cited = {(c.article, c.locator) for c in said.citations} & {
            (c.article, c.locator) for c in statement.citations
        }
        return Piece(text, part.span, start, fact=fact.id), () if is_cited else said.citations

    def entity_piece(self, part: Reference, statement: Statement, start: int) -> Piece:
        entity = self.library.entities.get(part.id)
        if entity is None:
            self.unknown(UNKNOWN_ENTITY, part.span, "entity", part.id, self.library.entities)
            return Piece(part.span.text, part.span, start)
        names = entity.names
        name = names.get(statement.language) or next(iter(names.values()))
        return Piece(name.text, part.span, start, entity=entity.id)

    def answer(self, fact: Fact, statement: Statement, span: Span) -> Said | None:
        """Return the answer that a reference prints: the only one, or the one that the sentence's citation carries."""
        cited = {(citation.article, citation.locator) for citation in statement.citations}
        own = [said for said in fact.said if {(c.article, c.locator) for c in said.citations} & cited]
        for answers in (own, fact.said):
            if answers and all(is_same(read_value(answers[0]), read_value(other)) for other in answers[1:]):
                return answers[0]
        if fact.said:
            values = "; ".join(dict.fromkeys(value_text(said, statement.language or "en") for said in fact.said))
            help = "cite the paragraph of the answer that is meant, or write the value out"
            self.findings.append(
                Finding(OPEN_REFERENCE, span, f'sources differ on "{fact.id}"', notes=(values,), help=help)
            )
        return None

    def calc_citations(self, fact: Fact) -> tuple[Citation, ...]:
        terms = [self.library.facts.get(name) for name in (fact.calc or "").split()[::2]]
        return tuple(citation for term in terms if term for said in term.said[:1] for citation in said.citations)

    # ------------------------------------------------------------------------------------------------ one citation

    def support(self, citation: Citation) -> Support | None:
        if citation not in self.supports:
            self.supports[citation] = self.find_support(citation)
        return self.supports[citation]

    def find_support(self, citation: Citation) -> Support | None:
        article = self.library.articles.get(citation.article)
        evidence = self.library.evidence.get(citation.article)
        if article is None:
            self.unknown(UNKNOWN_ARTICLE, citation.span, "article", citation.article, self.library.articles)
            return None
        if evidence is None:
            help = "run briefing ingest with its original"
            message = f'article "{article.id}" has no evidence'
            self.findings.append(Finding(NO_EVIDENCE, citation.span, message, help=help))
            return None
        if citation.locator is None:
            return Support(citation, article, evidence.paragraphs)
        paragraph = evidence.paragraph(citation.locator)
        if paragraph is None:
            body = sum(one.kind == "body" for one in evidence.paragraphs)
            others = [one.locator for one in evidence.paragraphs if one.kind != "body"]
            has = ", ".join([f"¶1–¶{body}", *others]) if body else ", ".join(others)
            message = f"{article.id} has no {citation.locator}"
            help = f"cite the one that is meant; briefing read {article.id} lists them"
            self.findings.append(Finding(UNKNOWN_PARAGRAPH, citation.span, message, "", (f"it has {has}",), help))
            return None
        return Support(citation, article, (paragraph,))

    def unknown(self, rule: Rule, span: Span, what: str, identifier: str, known: Iterable[str]) -> None:
        self.findings.append(unknown_id(rule, span, what, identifier, known))


def _once(supports: tuple[Support, ...]) -> tuple[Support, ...]:
    """Return *supports* with each paragraph once, the first citation of it staying."""
    seen: dict[tuple[str, str | None], Support] = {}
    for support in supports:
        seen.setdefault((support.article.id, support.citation.locator), support)
    return tuple(seen.values())


def unknown_id(rule: Rule, span: Span, what: str, identifier: str, known: Iterable[str]) -> Finding:
    """Return the finding for an id that names nothing, with the nearest one that does."""
    near = nearest(identifier, tuple(known))
    return Finding(rule, span, f'no {what} "{identifier}"', help=f'did you mean "{near}"?' if near else "")


# ------------------------------------------------------------------------------------------------- ids in the records


def find_unknown_ids(library: Library) -> Iterator[Finding]:
    """Yield a finding for each id in a record that names nothing."""
    for rule, what, span, identifier, known in _pointers(library):
        if identifier not in known:
            yield unknown_id(rule, _within(span, identifier), what, identifier, known)


Pointer = tuple[Rule, str, Span, str, Iterable[str]]


def _pointers(library: Library) -> Iterator[Pointer]:
    for fact in library.facts.values():
        yield from _fact_pointers(fact, library)
    for event in library.events.values():
        for identifier in event.of:
            yield UNKNOWN_ENTITY, "entity", event.span_of["of"], identifier, library.entities
        for identifier in event.briefings:
            yield UNKNOWN_BRIEFING, "briefing", event.span_of["briefings"], identifier, library.briefings
    for briefing in library.briefings.values():
        for identifier in briefing.routing.entities:
            yield UNKNOWN_ENTITY, "entity", briefing.span_of["routing"], identifier, library.entities
        for written in briefing.related:
            yield UNKNOWN_BRIEFING, "briefing", written.span, written.text, library.briefings
        for written in briefing.key_facts:
            yield UNKNOWN_FACT, "fact", written.span, written.text, library.facts
        yield from _picture_pointers(briefing, library)


def _picture_pointers(briefing: Briefing, library: Library) -> Iterator[Pointer]:
    passages = {passage.id for prose in briefing.prose.values() for passage in prose if passage.section == "story"}
    for picture in briefing.pictures:
        for row in picture.rows:
            if picture.kind == "timeline":
                yield UNKNOWN_IN_PICTURE, "event", row.id.span, row.id.text, library.events
            else:
                yield UNKNOWN_FACT, "fact", row.id.span, row.id.text, library.facts
        if picture.after is not None and passages:  # without any prose the picture stands at the end of the story
            yield UNKNOWN_IN_PICTURE, "passage", picture.after.span, picture.after.text, passages


def _fact_pointers(fact: Fact, library: Library) -> Iterator[Pointer]:
    for identifier in fact.of:
        yield UNKNOWN_ENTITY, "entity", fact.span_of["of"], identifier, library.entities
    for identifier in fact.briefings:
        yield UNKNOWN_BRIEFING, "briefing", fact.span_of["briefings"], identifier, library.briefings
    pointed: dict[str, Sequence[str]] = {
        "part_of": (fact.part_of,) if fact.part_of else (),
        "calc": (fact.calc or "").split()[::2],
        "difference": fact.difference.others if fact.difference else (),
    }
    for key, identifiers in pointed.items():
        for identifier in identifiers:
            yield UNKNOWN_FACT, "fact", fact.span_of[key], identifier, library.facts
    for said in fact.said:
        for identifier in said.origin:
            yield UNKNOWN_ENTITY, "origin", said.span, identifier, [*ORIGINS, *library.entities]
        if said.by:
            yield UNKNOWN_ENTITY, "person", said.span, said.by, library.entities


def _within(span: Span, identifier: str) -> Span:
    """Return where *identifier* stands in the value at *span*."""
    start = span.text.find(identifier)
    return span.part(start, start + len(identifier)) if start >= 0 else span
