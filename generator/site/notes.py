"""Sentences of ours with their source notes: what stands behind the small number after each of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.claims.values import is_same, read_value
from generator.model import Article, Citation, Claim, Figure, Piece, Place, Said
from generator.site import addresses
from generator.site.filters import markdown, prose, with_last_word
from generator.site.labels import Labels
from generator.site.sheets import Sheet

# Stand around a note's id until the page is whole and its notes can be numbered in the order of reading.
# Private-use letters: no seed may hold them (they have no meaning), so nothing else can look like one.
OPEN, CLOSE = "\ue000", "\ue001"
_NUMBER = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_LOOSE_STOP = re.compile(r"\s+(?=[.!?,;:…])")


@dataclass(frozen=True, slots=True)
class Note:
    """A source note."""

    id: str
    sources: tuple[str, ...]
    """Markdown, one an article."""
    says: tuple[str, ...]
    """Who says so, and which other articles carry the same."""

    @property
    def number(self) -> str:
        """A token that :func:`numbered` replaces with the note's number on its page."""
        return f"{OPEN}{self.id}{CLOSE}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of ours as Markdown, with the note they rest on."""

    text: str
    note: Note | None


def marked(labels: Labels, text: str, note: Note | None) -> str:
    """Return *text* with the small number behind it that opens its note; without a note, *text* alone."""
    if note is None:
        return text
    label = labels("note-mark", n=note.number)
    button = f'<button type="button" popovertarget="{note.id}" aria-label="{label}">{note.number}</button>'
    return with_last_word(text, f'<sup class="mark">{button}</sup>')


def numbered(page: str) -> str:
    """Return *page* with its notes numbered in the order in which their marks are read."""
    numbers: dict[str, int] = {}
    for match in _NUMBER.finditer(page):
        numbers.setdefault(match[1], len(numbers) + 1)
    return _NUMBER.sub(lambda match: str(numbers[match[1]]), page)


def read_sentence(sheet: Sheet, claim: Claim, id: str, named: frozenset[str] | None = None) -> Sentence:
    """Return *claim* as a sentence whose note is called *id*; *named* as for :func:`sentence_text`."""
    return Sentence(sentence_text(sheet, claim, named), claim_note(sheet, claim, id))


def sentence_text(sheet: Sheet, claim: Claim, named: frozenset[str] | None = None) -> str:
    """Return the words of *claim* as Markdown.

    Entities are linked, people with their name in the other script, but for those *named* before; None links nothing.
    """
    words = prose if claim.place.kind == "prose" else markdown
    seen = set(named) if named is not None else None
    parts = []
    for index, piece in enumerate(claim.pieces):
        if piece.entity and piece.entity not in (seen if seen is not None else {piece.entity}):
            after = claim.pieces[index + 1].text if index + 1 < len(claim.pieces) else ""
            parts.append(_first_mention(sheet, piece, after))
            seen = {*(seen or ()), piece.entity}
        elif piece.entity:
            parts.append(sheet.name(piece.entity))
        elif piece.fact:
            parts.append(markdown(piece.text))
        else:
            parts.append(_kept_blanks(words, piece.text))
    return _LOOSE_STOP.sub("", "".join(parts)).strip()


def read_sentences(sheet: Sheet, claims: Iterable[Claim], prefix: str = "n") -> tuple[Sentence, ...]:
    """Return *claims* as sentences; each entity is linked where it is first named."""
    named: set[str] = set()
    sentences = []
    for claim in claims:
        id = f"{prefix}-{claim.place.passage or claim.place.id}-{claim.place.index + 1}"
        sentences.append(read_sentence(sheet, claim, id, frozenset(named)))
        named |= {piece.entity for piece in claim.pieces if piece.entity}
    return tuple(sentences)


def claim_note(sheet: Sheet, claim: Claim, id: str) -> Note | None:
    """Return the note of *claim*: its paragraphs, who says so, and other articles that carry the same."""
    citations = [support.citation for support in claim.supports]
    if not citations:
        return None
    cited = {(citation.article, citation.locator) for citation in citations}
    facts = list(dict.fromkeys(piece.fact for piece in claim.pieces if piece.fact))
    answers = [one for fact in facts for one in _followed(sheet, fact, cited)]
    voices = list(answers)
    if claim.place.kind in ("prose", "summary", "event"):
        voices += sheet.atlas.voices.get((claim.place, claim.language), ())
    if claim.place.kind == "event":
        voices += sheet.atlas.voices.get((Place("when", claim.place.id), ""), ())
    own = list(dict.fromkeys(citation.article for citation in citations))
    also = [
        citation
        for fact in facts
        for answer in sheet.atlas.answers[fact]
        if any(said is one for said in answer.said for one in answers)
        for said in answer.said
        for citation in said.citations
        if citation.article not in own
    ]
    return Note(id, source_lines(sheet, citations, voices), _said_lines(sheet, voices, also, tuple(own)))


def answer_note(sheet: Sheet, said: Iterable[Said], id: str) -> Note | None:
    """Return the note of an answer in the ledger, with all the sources that give it."""
    answers = tuple(said)
    citations = [citation for one in answers for citation in one.citations]
    if not citations:
        return None
    return Note(id, source_lines(sheet, citations, answers), _said_lines(sheet, answers, (), ()))


def source_lines(sheet: Sheet, citations: Iterable[Citation], answers: Iterable[Said] = ()) -> tuple[str, ...]:
    """Return one line an article: outlet, date (undated: how we dated it), and its paragraphs, each linked.

    Where the article's address is known, the line ends with a link to it, if possible to the very figure of *answers*.
    """
    locators: dict[str, list[str | None]] = defaultdict(list)
    for citation in citations:
        if citation.article in sheet.atlas.site.library.articles and citation.locator not in locators[citation.article]:
            locators[citation.article].append(citation.locator)
    figures = [value for value in map(read_value, answers) if isinstance(value, Figure)]
    return tuple(
        _source_line(sheet, article, found, figures) + _repeats(sheet, article, locators)
        for article, found in locators.items()
        if found
    )


def paragraph_links(sheet: Sheet, article: str, locators: Iterable[str | None]) -> str:
    """Return links to paragraphs on their article's page, in its order: "paragraphs 5, 7, caption 1"."""
    page = addresses.article_page(article)
    links, before = [], ""
    locators = list(locators)
    kinds = Counter(addresses.kind_of(locator) for locator in locators if locator is not None)
    for locator in sorted(locators, key=addresses.locator_order):
        if locator is None:
            links.append(sheet.to(sheet.labels("whole-article"), page))
            continue
        kind = addresses.kind_of(locator)
        words = sheet.locator if kinds[kind] == 1 else sheet.further_locator if kind == before else sheet.first_locator
        links.append(sheet.to(words(locator), page, addresses.anchor_of(locator)))
        before = kind
    return ", ".join(links)


def _repeats(sheet: Sheet, article: str, listed: Iterable[str]) -> str:
    """Return words for *article* where one of those *listed* before it prints the same text, else ""."""
    before = list(takewhile(lambda one: one != article, listed))
    (text,) = sheet.atlas.texts([article])
    return f" ({sheet.labels('same-text').lower()})" if text in sheet.atlas.texts(before) else ""


def _source_line(sheet: Sheet, id: str, locators: list[str | None], figures: list[Figure]) -> str:
    article = sheet.atlas.site.library.articles[id]
    dated = sheet.dated(article)
    if not article.is_dated:
        # How we dated it is told where there is room for it: on the article's own page.
        dated = sheet.to(dated, addresses.article_page(id), "record")
    line = f"{sheet.publisher(article)}, {dated}, {paragraph_links(sheet, id, locators)}"
    if article.url is None:
        return line
    return f"{line}, [{sheet.labels('open-original')}]({_outward(sheet, article, locators, figures)})"


def _outward(sheet: Sheet, article: Article, locators: list[str | None], figures: list[Figure]) -> str:
    """Return the address of *article*, at the words of one of *figures* where a cited paragraph has it."""
    evidence = sheet.atlas.site.library.evidence.get(article.id)
    for paragraph in evidence.paragraphs if evidence else ():
        for figure in paragraph.figures if paragraph.locator in locators else ():
            if any(is_same(figure, one) for one in figures):
                return addresses.text_fragment(article.url or "", figure)
    return article.url or ""


def _said_lines(sheet: Sheet, answers: Iterable[Said], also: Iterable[Citation], own: Sequence[str]) -> tuple[str, ...]:
    """Return who says so, and which articles beside the note's *own* carry the same."""
    lines = [sheet.origins(answers)]
    others: dict[str, list[str | None]] = defaultdict(list)
    for citation in also:
        if citation.locator not in others[citation.article]:
            others[citation.article].append(citation.locator)
    articles = sheet.atlas.site.library.articles
    named = [
        f"{sheet.publisher(articles[id])}, {paragraph_links(sheet, id, found)}{_repeats(sheet, id, [*own, *others])}"
        for id, found in others.items()
        if id in articles
    ]
    if named:
        lines.append(sheet.labels("note-also", others="; ".join(named)))
    return tuple(line for line in lines if line)


def _followed(sheet: Sheet, fact: str, cited: set[tuple[str, str | None]]) -> list[Said]:
    """Return the answers of *fact* that a sentence with the citations *cited* follows."""
    said = sheet.atlas.site.library.facts[fact].said
    return [one for one in said if {(citation.article, citation.locator) for citation in one.citations} & cited]


def _first_mention(sheet: Sheet, piece: Piece, after: str) -> str:
    """Return a linked name; a person's with the name in the other script where a reader needs it.

    On English pages that is the Korean name of a Korean. On Korean ones it is the Latin name of a foreigner, whose
    Korean name is written with a space between its parts; Korean full names have none. A name that no article prints
    is not put into a sentence, nor one that the curator gives there: *after* is the text that follows.
    """
    entity = sheet.atlas.site.library.entities[piece.entity or ""]
    linked = sheet.linked_name(entity.id)
    korean = entity.names.get("ko")
    other = sheet.other_name(entity)
    if entity.kind != "person" or not other or korean is None or after.lstrip().startswith("("):
        return linked
    is_foreigner = " " in korean.text
    if is_foreigner != (sheet.language == "ko") or set(entity.basis) - {sheet.language}:
        return linked
    return f"{linked}({other})" if sheet.language == "ko" else f"{linked} ({other})"


def _kept_blanks(words: Callable[[str], str], text: str) -> str:
    """Return *text* made safe with the blanks at its ends kept: its neighbours are runs of the same sentence."""
    inner = words(text.strip())
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{inner}{after}" if text.strip() else " "
