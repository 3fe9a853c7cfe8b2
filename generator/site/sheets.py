"""A page being made: where it stands, in which language, and how it names and links things."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.claims.articles import newest
from generator.claims.values import value_text
from generator.language.forms import date_text
from generator.model import Article, DateSpan, Entity, Fact, Localized, Said
from generator.site import addresses
from generator.site.atlas import Atlas
from generator.site.filters import foreign, joined, markdown, sentence_case
from generator.site.labels import Labels


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of one language."""

    atlas: Atlas
    labels: Labels
    page: str
    """Its path below the language's folder."""

    @property
    def language(self) -> str:
        """The page's language."""
        return self.labels.language

    def link(self, target: str, anchor: str = "") -> str:
        """Return the address of *target* as written on this page."""
        return addresses.link(self.page, target, anchor)

    def to(self, words: str, target: str, anchor: str = "") -> str:
        """Return a Markdown link with *words*, which are Markdown already."""
        return f"[{words}]({self.link(target, anchor)})"

    def text(self, words: Localized) -> str:
        """Return *words* in the page's language, else in the one they have, as bare text; "" when there are none."""
        written = words.get(self.language) or next(iter(words.values()), None)
        return written.text if written else ""

    # ------------------------------------------------------------------------------------------------ names

    def name(self, entity: str) -> str:
        """Return the name of an entity as Markdown: in the page's language, else in the one it has."""
        record = self.atlas.site.library.entities.get(entity)
        return self.written_name(record) if record else markdown(entity)

    def written_name(self, entity: Entity) -> str:
        """Return the name of *entity* as Markdown, marked with its language where that is not the page's."""
        language = self.language if self.language in entity.names else next(iter(entity.names))
        return foreign(markdown(entity.names[language].text), language, self.language)

    def other_name(self, entity: Entity) -> str:
        """Return the name in the other script as Markdown; "" when there is none or it is the same."""
        own = entity.names.get(self.language)
        for language, written in entity.names.items():
            if language != self.language and own is not None and written.text != own.text:
                return foreign(markdown(written.text), language, self.language)
        return ""

    def linked_name(self, entity: str) -> str:
        """Return the name of an entity, linked to its page or its entry among who's who."""
        record = self.atlas.site.library.entities.get(entity)
        if record is None or record.hidden:
            return self.name(entity)
        target = addresses.entity_page(entity) if self.atlas.has_page(entity) else addresses.WHO
        if target == self.page:
            return self.name(entity)
        return self.to(self.name(entity), target, "" if self.atlas.has_page(entity) else entity)

    def enumerated(self, parts: Iterable[str]) -> str:
        """Return *parts* as an enumeration of the page's language."""
        return joined(list(parts), self.labels("comma"), self.labels("and"))

    # ---------------------------------------------------------------------------------- articles, dates, values

    def date(self, date: DateSpan) -> str:
        """Return *date* in words."""
        return markdown(date_text(date, self.language))

    def publisher(self, article: Article) -> str:
        """Return the name of the publisher, or the label of an article without one."""
        names = article.publisher or article.label
        language = self.language if self.language in names else next(iter(names), "")
        if not language:
            return markdown(article.title or article.id)
        return foreign(markdown(names[language].text), language, self.language)

    def headline(self, article: Article) -> str:
        """Return the headline as printed, or our label for an article without one."""
        if article.title is not None:
            return foreign(markdown(article.title), article.language, self.language)
        label = article.label.get(self.language)
        return markdown(label.text) if label else markdown(article.id)

    def dated(self, article: Article) -> str:
        """Return the day of publication, or how it stands with it."""
        if article.published is None:
            return self.labels("undated")
        day = self.date(article.published)
        return day if article.is_dated else f"{day} ({self.labels('inferred')})"

    def date_basis(self, article: Article) -> str:
        """Return why an undated article is dated as it is, or "" for one that prints its day."""
        basis = article.basis.get("published")
        if article.is_dated:
            return ""
        why = basis.why.get(self.language) if basis else None
        return markdown(why.text) if why else self.labels("no-date-printed")

    def ends(self) -> str:
        """Return the sentence that says where the dossier ends."""
        day = newest(self.atlas.site.library.articles.values())
        return self.labels("dossier-ends", date=self.date(day)) if day else self.labels("dossier-undated")

    def locator(self, locator: str) -> str:
        """Return a locator in words: "paragraph 5"."""
        return self.labels(f"locator-{addresses.kind_of(locator)}", n=_number(locator))

    def first_locator(self, locator: str) -> str:
        """Return the first of several locators of a kind: "paragraphs 5"."""
        return self.labels(f"locator-{addresses.kind_of(locator)}-several", n=_number(locator))

    def further_locator(self, locator: str) -> str:
        """Return a locator behind another of its kind: "7" after "paragraphs 5"."""
        return self.labels(f"locator-{addresses.kind_of(locator)}-more", n=_number(locator))

    def value(self, said: Said) -> str:
        """Return an answer as the page prints it."""
        return markdown(value_text(said, self.language))

    def question(self, fact: Fact) -> str:
        """Return what a fact asks, without its citations."""
        claim = self.atlas.claim("fact", fact.id, self.language)
        return markdown(claim.text) if claim else markdown(fact.id)

    # ------------------------------------------------------------------------------------------------ who says so

    def origin(self, said: Said) -> str:
        """Return who says so, in words."""
        return self._origin(said.origin, said.by)

    def origins(self, said: Iterable[Said]) -> str:
        """Return who gives an answer, each once: "KT says; the reporter’s account".

        A company is named with the person who speaks for it only when that person is the one voice among its answers.
        """
        voices: dict[tuple[str, ...], set[str | None]] = {}
        for one in said:
            voices.setdefault(tuple(sorted(one.origin)), set()).add(one.by)
        words = [self._origin(origin, *(by if len(by) == 1 else (None,))) for origin, by in voices.items()]
        return sentence_case("; ".join(dict.fromkeys(filter(None, words))))

    def _origin(self, origin: tuple[str, ...], by: str | None) -> str:
        known = [one for one in origin if self.is_entity(one)]
        if known and by is not None and by not in known:
            return self.labels("says-by", names=self.enumerated(map(self.name, known)), person=self.name(by))
        if known:
            return self.labels.count("says", len(known), names=self.enumerated(map(self.name, known)))
        if by is not None:
            return self.labels("says-person", person=self.name(by))
        return self.labels(f"says-{origin[0]}") if origin else ""

    def is_entity(self, origin: str) -> bool:
        """Return whether *origin* is somebody we know, not "reporter", "unnamed" or "official"."""
        return origin in self.atlas.site.library.entities


def _number(locator: str) -> str:
    """Return the number in *locator*, "" for the title.

    >>> [_number(locator) for locator in ("¶5", "heading 2", "title")]
    ['5', '2', '']
    """
    return locator[1:] if locator.startswith("¶") else locator.partition(" ")[2]
