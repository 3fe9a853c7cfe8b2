"""``briefings/<slug>/<language>.md``: prose under a fixed set of headings, as passages of cited statements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.claims.allowances import read_allowance
from generator.claims.inline import BAD_REFERENCE, read_sentences, read_tokens, read_words
from generator.claims.shapes import ID_PATTERN
from generator.finding import Finding, Rule, Severity
from generator.model import Allow, Passage, Statement
from generator.source import Source, Span

UNKNOWN_HEADING = Rule(
    "B110",
    Severity.ERROR,
    """
A part of a briefing stands under a heading that the page does not have, or under none.

Why: the page prints its parts in a fixed order, and what has no place is left out.
Bad: ## Background
Good: ## The story, and under it ### Background
""",
)
UNNAMED_PASSAGE = Rule(
    "B113",
    Severity.WARNING,
    """
A passage has no id of its own.

Why: the id is its address on the site, its counterpart in the other language and its name when something changes.
Bad: The fund starts in the second quarter. [@a, ¶5]
Good: The fund starts in the second quarter. [@a, ¶5] {#fund-start}
""",
)
REPEATED_PASSAGE = Rule(
    "B114",
    Severity.ERROR,
    """
Two passages of a briefing have one id.

Why: a link would lead to the wrong one.
Bad: {#fund} behind two paragraphs.
Good: {#fund} and {#fund-start}.
""",
)
HEADINGS = {
    "bottom-line": {"en": "The bottom line", "ko": "핵심"},
    "story": {"en": "The story", "ko": "내용"},
    "not-known": {"en": "Not known, and next", "ko": "아직 알려지지 않은 것"},
}
"""The parts of a briefing that are prose, by section, in order."""

_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_BULLET = re.compile(r"^[-*+] +", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Prose:
    """One file of prose as read."""

    passages: tuple[Passage, ...]
    allows: tuple[Allow, ...]
    findings: tuple[Finding, ...]


def read_prose(source: Source, language: str) -> Prose:
    """Return the passages of *source* in order, the findings it allows, and its faults."""
    reader = _Reader(language)
    for block in _blocks(source):
        reader.read(block)
    reader.allow(source.span(len(source.text)))
    reader.find_repeated()
    return Prose(tuple(reader.passages), tuple(reader.allows), tuple(reader.findings))


def _blocks(source: Source) -> Iterator[Span]:
    """Yield headings, paragraphs and bullets, each without its line break."""
    for match in _BLOCK.finditer(source.text):
        start = match.start()
        cuts = [start]
        offset = start
        for line in match[0].split("\n"):
            if offset != start and (line.startswith("#") or _BULLET.match(line) or _is_heading(source, offset - 1)):
                cuts.append(offset)
            offset += len(line) + 1
        for begin, end in zip(cuts, [*cuts[1:], match.end()], strict=True):
            text = source.text[begin:end]
            if text.strip():
                yield source.span(begin, begin + len(text.rstrip()))


def _is_heading(source: Source, offset: int) -> bool:
    """Return whether the line that ends at *offset* is a heading, so that a new block begins after it."""
    return source.text.rfind("\n", 0, offset) + 1 < offset and source.text[
        source.text.rfind("\n", 0, offset) + 1 : offset
    ].startswith("#")


class _Reader:
    """Takes the blocks of one file in turn."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.section: str | None = None
        self.is_lost = False
        self.passages: list[Passage] = []
        self.above: tuple[Span, ...] = ()
        self.allows: list[Allow] = []
        self.findings: list[Finding] = []

    def read(self, block: Span) -> None:
        text = block.text
        self.read_allowances(block)
        if text.startswith("##") and not text.startswith("###"):
            self.read_section(block)
        elif not _without_comments(text):
            return
        elif self.section is None:
            if not self.is_lost:
                help = "put it under " + ", ".join(f'"## {words[self.language]}"' for words in HEADINGS.values())
                self.findings.append(
                    Finding(UNKNOWN_HEADING, block, "text stands under no heading of the page", help=help)
                )
        elif text.startswith("#"):
            self.read_heading(block)
        elif bullet := _BULLET.match(text):
            self.read_passage(block.part(bullet.end(), len(text)), "bullet")
        else:
            self.read_passage(block, "paragraph")

    def read_section(self, block: Span) -> None:
        title = block.text.lstrip("#").strip()
        names = {words[self.language]: section for section, words in HEADINGS.items()}
        self.section = names.get(title)
        self.is_lost = self.section is None
        if self.is_lost:
            help = "known headings: " + ", ".join(f'"## {name}"' for name in names)
            self.findings.append(
                Finding(UNKNOWN_HEADING, block, f'heading "{title}" is not one of the page', help=help)
            )

    def read_heading(self, block: Span) -> None:
        words = block.part(len(block.text) - len(block.text.lstrip("# ")), len(block.text))
        statement, faults = read_words(words, self.language, ())
        self.findings.extend(faults)
        self.add(words, "heading", (statement,))

    def read_passage(self, span: Span, kind: str) -> None:
        statements, faults = read_sentences(span, self.language)
        self.findings.extend(faults)
        if statements:
            self.add(span, kind, statements)

    def add(self, span: Span, kind: str, statements: tuple[Statement, ...]) -> None:
        written = self.read_id(span)
        number = sum(passage.section == self.section for passage in self.passages) + 1
        identifier = written or f"{self.section}-{number}"
        if written is None and kind != "heading":
            end = span.part(len(span.text), len(span.text))
            help = "end it with an id such as {#who-pays}"
            self.findings.append(Finding(UNNAMED_PASSAGE, end, "passage has no id", help=help))
        passage = Passage(identifier, span, self.section or "", kind, statements, written is not None)
        self.passages.append(passage)

    def read_id(self, span: Span) -> str | None:
        attributes = [token.span for token in read_tokens(span) if token.kind == "attribute"]
        for attribute in attributes:
            is_last = not _without_comments(Span(span.source, attribute.end, span.end).text)
            if re.fullmatch(r"\{#" + ID_PATTERN + r"\}", attribute.text) and is_last:
                return attribute.text[2:-1]
            help = "an id of a–z, 0–9 and hyphens stands last: {#who-pays}"
            self.findings.append(Finding(BAD_REFERENCE, attribute, f'"{attribute.text}" is not an id here', help=help))
        return None

    def read_allowances(self, block: Span) -> None:
        """Keep what the comments of a block allow; those that stand alone speak of the block below them."""
        self.above += tuple(token.span for token in read_tokens(block) if token.kind == "comment")
        if _without_comments(block.text):
            self.allow(block)

    def allow(self, scope: Span) -> None:
        """Keep what the comments read so far allow in *scope*."""
        for comment in self.above:
            allowance = read_allowance(comment, scope)
            if isinstance(allowance, Finding):
                self.findings.append(allowance)
            elif allowance is not None:
                self.allows.append(allowance)
        self.above = ()

    def find_repeated(self) -> None:
        counts = Counter(passage.id for passage in self.passages)
        for passage in self.passages:
            first = next(other for other in self.passages if other.id == passage.id)
            if counts[passage.id] > 1 and passage is not first:
                notes = (f"first in line {first.span.first[0]}",)
                self.findings.append(
                    Finding(REPEATED_PASSAGE, passage.span, f'id "{passage.id}" stands twice', notes=notes)
                )


def _without_comments(text: str) -> str:
    return re.sub(r"<!--.*?(?:-->|\Z)", "", text, flags=re.DOTALL).strip()
