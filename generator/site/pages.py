"""Site → the pages of every language, as the bytes of ``docs/``. A function of its arguments: same site, same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.finding import Finding, Rule
from generator.model import Article, Site
from generator.site import addresses
from generator.site.about import read_about, read_checks
from generator.site.atlas import Atlas, read_atlas
from generator.site.briefings import briefing_articles, read_briefing
from generator.site.entities import read_entity, read_groups
from generator.site.filters import quoted
from generator.site.home import read_figures_page, read_home, read_timeline
from generator.site.labels import Labels, read_labels
from generator.site.marks import signed
from generator.site.navigation import read_navigation
from generator.site.notes import marked, numbered
from generator.site.sheets import Sheet
from generator.site.sources import read_article, read_index
from generator.site.structured import structured

TEMPLATES = Path(__file__).with_name("templates")

_BLANK_LINES = re.compile(r"\n{3,}")
# A line may end between "%" and a Korean particle, which belongs to the figure: a word joiner holds them together.
_PERCENT = re.compile(r"%(?=[가-힣])")
# Curators type the straight apostrophe; the labels have the printed one.
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])'(?=[a-z])|(?<=[a-z]s)'(?= [a-z])")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


_FIRST = "boost: 3"
"""A reader who searches wants the briefing before the source it rests on."""
_LAST = "boost: 0.5"
_REPEATS = "exclude: true"
"""The home page says what other pages say, and the rules' examples are not about the dossier."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before its template has been filled in."""

    page: str
    template: str
    title: str
    description: str
    view: object
    search: str = ""
    """What the builders' search is to do with the page: "boost: 2", "exclude: true"; "" for nothing special."""
    kind: str = "WebPage"
    """Its type at schema.org."""
    articles: tuple[Article, ...] = ()
    """What it rests on."""


def render(site: Site, findings: Iterable[Finding] = (), rules: Iterable[Rule] = ()) -> dict[str, bytes]:
    """Return every generated file below ``docs/`` by its path there, each signed with the generator's mark.

    *rules* are all rules there are and *findings* what they found: the page on checks lists and counts them.
    """
    atlas = read_atlas(site)
    environment = make_environment()
    labels = {language: read_labels(language) for language in site.library.settings.languages}
    checked = (tuple(rules), tuple(findings))
    pages: dict[str, bytes] = {}
    for language, words in labels.items():
        for draft in _drafts(atlas, words, checked):
            data = structured(
                Sheet(atlas, words, draft.page), draft.kind, draft.title, draft.description, draft.articles
            )
            pages[f"{language}/{draft.page}"] = signed(_filled(environment, draft, words, data))
        pages[f"nav.{language}.yml"] = signed(read_navigation(Sheet(atlas, words, addresses.HOME), labels))
    return dict(sorted(pages.items()))


def make_environment() -> Environment:
    """Return the Jinja environment: unknown names are errors, and nothing is escaped behind the views' back."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=False,  # the output is Markdown; the views escape every value (filters.markdown)
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _filled(environment: Environment, draft: Draft, labels: Labels, data: str) -> str:
    body = environment.get_template(draft.template).render(
        view=draft.view, labels=labels, marked=partial(marked, labels)
    )
    body = _BLANK_LINES.sub("\n\n", _TRAILING.sub("", numbered(body))).strip()
    body = _APOSTROPHE.sub("’", _PERCENT.sub("%&#8288;", body))
    head = [f"title: {quoted(draft.title)}"]
    if draft.description:
        head.append(f"description: {quoted(draft.description)}")
    if draft.search:
        head += ["search:", f"  {draft.search}"]
    head.append(f"data: {quoted(data)}")
    return "\n".join(["---", *head, "---", "", body, ""])


def _drafts(atlas: Atlas, labels: Labels, checked: tuple[tuple[Rule, ...], tuple[Finding, ...]]) -> Iterator[Draft]:
    """Yield all pages of one language."""
    library = atlas.site.library
    language = labels.language

    def sheet(page: str) -> Sheet:
        return Sheet(atlas, labels, page)

    home = read_home(sheet(addresses.HOME))
    yield Draft(addresses.HOME, "home.md.j2", home.title, home.description, home, _REPEATS, articles=atlas.articles())
    for briefing in atlas.briefings():
        page = addresses.briefing_page(briefing.id)
        claim = atlas.claim("title", briefing.id, language)
        view = read_briefing(sheet(page), briefing)
        title, rests_on = claim.text if claim else briefing.id, briefing_articles(sheet(page), briefing)
        yield Draft(page, "briefing.md.j2", title, view.description, view, _FIRST, "Article", rests_on)
    yield from _ledger_drafts(atlas, labels)
    for article in library.articles.values():
        page = addresses.article_page(article.id)
        source = read_article(sheet(page), article)
        about_it = labels("about-source", title=source.title)
        yield Draft(page, "article.md.j2", source.title, about_it, source, _LAST, articles=(article,))
    about = read_about(sheet(addresses.ABOUT))
    yield Draft(addresses.ABOUT, "about.md.j2", labels("about"), labels("about-independence-text"), about)
    checks = read_checks(sheet(addresses.CHECKS), *checked)
    yield Draft(addresses.CHECKS, "checks.md.j2", labels("checks"), labels("checks-intro"), checks, _REPEATS)


def _ledger_drafts(atlas: Atlas, labels: Labels) -> Iterator[Draft]:
    """Yield the pages that go across briefings."""

    def sheet(page: str) -> Sheet:
        return Sheet(atlas, labels, page)

    articles = atlas.articles()
    timeline = read_timeline(sheet(addresses.TIMELINE))
    yield Draft(
        addresses.TIMELINE, "timeline.md.j2", labels("timeline"), labels("timeline-intro"), timeline, articles=articles
    )
    figures = read_figures_page(sheet(addresses.FIGURES))
    yield Draft(
        addresses.FIGURES, "figures.md.j2", labels("figures"), labels("figures-intro"), figures, articles=articles
    )
    groups = read_groups(sheet(addresses.WHO))
    yield Draft(addresses.WHO, "who.md.j2", labels("who"), labels("who-intro"), groups, articles=articles)
    for entity in atlas.site.library.entities.values():
        if atlas.has_page(entity.id):
            page = addresses.entity_page(entity.id)
            view = read_entity(sheet(page), entity)
            names = entity.names.get(labels.language) or next(iter(entity.names.values()))
            yield Draft(
                page, "entity.md.j2", names.text, labels("about-entity", name=names.text), view, articles=articles
            )
    entries = read_index(sheet(addresses.SOURCES))
    yield Draft(
        addresses.SOURCES, "sources.md.j2", labels("sources"), labels("sources-intro"), entries, articles=articles
    )
