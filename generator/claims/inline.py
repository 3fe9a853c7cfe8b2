"""Statements as they are written: words, ``{references}`` and ``[@citations]``, in prose and in the ledgers alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.finding import Finding, Rule, Severity
from generator.language.sentences import split_sentences
from generator.model import Citation, Plain, Reference, Statement
from generator.source import Span

BAD_CITATION = Rule(
    "B115",
    Severity.ERROR,
    """
A citation cannot be read.

Why: a reader must get from the sentence to the paragraph it rests on.
Bad: KT plans a subsidiary. [@ked-2024-10-10, p. 6]
Good: KT plans a subsidiary. [@ked-2024-10-10, ¶6]
""",
)
CITATION_INSIDE = Rule(
    "B116",
    Severity.ERROR,
    """
A citation stands in the middle of a sentence.

Why: it must be plain which words rest on which paragraph; the unit is the sentence.
Bad: KT [@a, ¶1] and Microsoft plan a fund.
Good: KT and Microsoft plan a fund. [@a, ¶1]
""",
)
RAW_HTML = Rule(
    "B112",
    Severity.ERROR,
    """
Prose holds an HTML tag.

Why: the repository host, the feeds and the site would each show it differently, and checks cannot read through it.
Bad: <b>2.4 trillion won</b>
Good: **2.4 trillion won**
""",
)
BAD_REFERENCE = Rule(
    "B117",
    Severity.ERROR,
    """
Something in curly brackets is neither a fact, an entity nor the id of the passage.

Why: it would stand on the page as it is written.
Bad: {Joint investment}
Good: {joint-investment}, {@kt}, and at the end of a passage {#plan}
""",
)

_TOKEN = re.compile(
    r"(?P<citation>\[@[^\]\n{]*\]?)|(?P<attribute>\{#[^{}\n]*\}?)|(?P<reference>\{[^{}\n]*\}?)"
    r"|(?P<comment><!--.*?(?:-->|\Z))|(?P<html></?[A-Za-z][^<>\n]*>?)",
    re.DOTALL,
)
_REFERENCE = re.compile(r"\{(@?)([a-z0-9]+(?:-[a-z0-9]+)*)\}")
_CITATION = re.compile(r"\s*@(?P<article>[^\s,;\]]+)\s*(?:,\s*(?P<locator>[^;\]]*?))?\s*")
_LOCATOR = re.compile(
    r"(?:¶|paras?\.)\s?(?P<paragraph>[1-9][0-9]*)|title|(?P<kind>heading|caption) (?P<number>[1-9][0-9]*)"
)
_STOPS = ".!?…。\"'”’」』)"


@dataclass(frozen=True, slots=True)
class Token:
    """A marked stretch of prose; *kind* is the name of its group in the grammar."""

    kind: str
    span: Span


def read_tokens(span: Span) -> tuple[Token, ...]:
    """Return the marked stretches of *span* in order."""
    return tuple(
        Token(match.lastgroup or "", span.part(match.start(), match.end())) for match in _TOKEN.finditer(span.text)
    )


def read_citations(span: Span) -> tuple[tuple[Citation, ...], tuple[Finding, ...]]:
    """Return the citations listed in *span*, with or without the brackets around them, and what cannot be read.

    ``para. 5`` is taken for ``¶5``.
    """
    inner = span
    if span.text.startswith("["):
        inner = span.part(1, len(span.text) - span.text.endswith("]"))
    citations, findings = [], []
    if span.text.startswith("[") and not span.text.endswith("]"):
        findings.append(Finding(BAD_CITATION, span, "citation has no closing bracket", help="end it with ]"))
    offset = 0
    for piece in inner.text.split(";"):
        place = inner.part(offset + len(piece) - len(piece.lstrip()), offset + len(piece.rstrip()))
        offset += len(piece) + 1
        match = _CITATION.fullmatch(piece)
        locator = _locator(match["locator"]) if match else None
        if match is None or (match["locator"] and locator is None):
            help = "write [@article-id, ¶5]; also title, heading 2, caption 1; several with a semicolon"
            findings.append(Finding(BAD_CITATION, place, f'"{place.text}" is not a citation', help=help))
        else:
            citations.append(Citation(place, match["article"], locator))
    return tuple(citations), tuple(findings)


def _locator(text: str | None) -> str | None:
    match = _LOCATOR.fullmatch(text.strip()) if text else None
    if match is None:
        return None
    if match["paragraph"]:
        return f"¶{match['paragraph']}"
    return f"{match['kind']} {match['number']}" if match["kind"] else "title"


def read_words(span: Span, language: str, citations: tuple[Citation, ...]) -> tuple[Statement, tuple[Finding, ...]]:
    """Return one statement holding all of *span*: a title, a ledger's entry, a note.

    Its citations are *citations* and those written in it.
    """
    own: list[Citation] = []
    findings: list[Finding] = []
    for token in read_tokens(span):
        if token.kind == "citation":
            found, faults = read_citations(token.span)
            own.extend(found)
            findings.extend(faults)
    parts, faults = _parts(span, read_tokens(span))
    return Statement(language, parts, (*own, *citations), span), (*findings, *faults)


def read_sentences(span: Span, language: str) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    """Return the sentences of a paragraph or bullet with their citations, and what is wrong with them.

    A citation belongs to the sentence that it ends, before or after the full stop; one at the end of the paragraph
    covers every sentence there that has none.
    """
    tokens = read_tokens(span)
    bounds = [span.part(start, end) for start, end in split_sentences(_masked(span, tokens), language)]
    cited: list[list[Citation]] = [[] for _ in bounds]
    findings: list[Finding] = []
    for token in (token for token in tokens if token.kind == "citation"):
        index = _ended(bounds, token.span)
        if index is None:
            help = "move it behind the full stop of the sentence it supports"
            findings.append(Finding(CITATION_INSIDE, token.span, "citation in the middle of a sentence", help=help))
            index = next((n for n, bound in enumerate(bounds) if bound.end > token.span.start), 0)
        found, faults = read_citations(token.span)
        findings.extend(faults)
        if bounds:
            cited[index].extend(found)
    statements = []
    for bound, own in zip(bounds, cited, strict=True):
        inside = [token for token in tokens if bound.start <= token.span.start < bound.end]
        parts, faults = _parts(bound, inside)
        findings.extend(faults)
        covering = tuple(own) or tuple(cited[-1])
        statements.append(Statement(language, parts, covering, bound, inherits=not own and bool(covering)))
    return tuple(statements), tuple(findings)


def _masked(span: Span, tokens: tuple[Token, ...]) -> str:
    """Return the words of *span* at their offsets, with marks turned into blanks or into letters of a word."""
    text = span.text
    for token in tokens:
        start, end = token.span.start - span.start, token.span.end - span.start
        before = text[:start].rstrip()
        is_word = token.kind == "reference" or (token.kind == "citation" and before and before[-1] not in _STOPS)
        # A capital, because a sentence may begin with the name that stands here.
        filler = "X" + "x" * (end - start - 1) if is_word else " " * (end - start)
        text = text[:start] + filler + text[end:]
    return text


def _ended(bounds: list[Span], citation: Span) -> int | None:
    """Return the index of the sentence that *citation* ends, or None when it stands inside one."""
    for index, bound in enumerate(bounds):
        if bound.start <= citation.start < bound.end:
            rest = Span(bound.source, citation.end, bound.end).text if citation.end < bound.end else ""
            return index if not re.sub(r"\[@[^\]\n]*\]?", "", rest).strip(_STOPS + " ") else None
    before = [index for index, bound in enumerate(bounds) if bound.end <= citation.start]
    return before[-1] if before else None


def _parts(span: Span, tokens: Sequence[Token]) -> tuple[tuple[Plain | Reference, ...], tuple[Finding, ...]]:
    """Return the words and references of *span* in order, without citations, ids and comments."""
    parts: list[Plain | Reference] = []
    findings: list[Finding] = []
    offset = span.start
    for token in tokens:
        words = Span(span.source, offset, token.span.start)
        offset = token.span.end
        if token.kind == "reference":
            parts.extend(_plain(words, lead=bool(parts), tail=True))
            match = _REFERENCE.fullmatch(token.span.text)
            if match:
                parts.append(Reference(match[2], bool(match[1]), token.span))
            else:
                findings.append(Finding(BAD_REFERENCE, token.span, f'"{token.span.text}" is not a reference'))
            continue
        parts.extend(_plain(words, lead=bool(parts), tail=False))
        if token.kind == "html":
            help = "use Markdown; write &lt; for the sign itself"
            findings.append(Finding(RAW_HTML, token.span, "prose holds an HTML tag", help=help))
    parts.extend(_plain(Span(span.source, offset, span.end), lead=bool(parts), tail=False))
    return tuple(parts), tuple(findings)


def _plain(span: Span, *, lead: bool, tail: bool) -> Iterator[Plain]:
    """Yield the words of *span*; blanks before them stay only with *lead*, blanks after them only with *tail*."""
    text = span.text
    begin = 0 if lead else len(text) - len(text.lstrip())
    end = len(text) if tail else len(text.rstrip())
    if begin < end:
        kept = span.part(begin, end)
        # A line break is a blank: "2.4 trillion" and "won" in the next line are one figure.
        yield Plain(kept.text.replace("\n", " "), kept)
