"""The generated part of the builder's configuration: names, navigation and the languages' links to one another."""

from __future__ import annotations

from collections.abc import Mapping

from generator.site import addresses
from generator.site.filters import quoted
from generator.site.labels import Labels
from generator.site.sheets import Sheet


def read_navigation(sheet: Sheet, others: Mapping[str, Labels]) -> str:
    """Return ``nav.<language>.yml``: it inherits the base configuration and is inherited by the language's own.

    *others* are the labels of all languages, the page's own among them, in the order of the settings. No value here is
    given elsewhere too: one builder joins lists that stand on both sides, where the others replace them.
    """
    settings = sheet.atlas.site.library.settings
    labels = sheet.labels
    lines = [
        "INHERIT: ../mkdocs.base.yml",
        f"site_name: {quoted(sheet.text(settings.title) or labels('home'))}",
        f"site_description: {quoted(sheet.text(settings.description))}",
        "extra:",
        "  words:",
        *(f"    {key.replace('-', '_')}: {quoted(labels(key))}" for key in _THEME_WORDS),
        f"  ends: {quoted(sheet.ends())}",
    ]
    if len(others) > 1:
        lines.append("  alternate:")
        for language, words in others.items():
            name = quoted(words("language-name"))
            lines += [f"    - name: {name}", f"      link: ../{language}/", f"      lang: {language}"]
    lines += ["nav:", *_entries(sheet)]
    return "\n".join(lines) + "\n"


_THEME_WORDS = (
    "skip",
    "menu",
    "search",
    "search-hint",
    "search-found",
    "search-none",
    "search-failed",
    "close",
    "language",
    "main-navigation",
    "theme",
    "theme-light",
    "theme-dark",
    "theme-system",
    "independent",
    "about",
    "home",
    "not-found",
    "not-found-text",
    "to-home",
)
"""Labels that the theme prints around every page."""


def _entries(sheet: Sheet) -> list[str]:
    """Return the entries of the navigation: a handful, not one a page, or large dossiers would build in square time."""
    labels = sheet.labels
    entries = [_entry(labels("home"), addresses.HOME)]
    for briefing in sheet.atlas.briefings():
        claim = sheet.atlas.claim("title", briefing.id, sheet.language)
        entries.append(_entry(claim.text if claim else briefing.id, addresses.briefing_page(briefing.id)))
    entries += [
        _entry(labels("timeline"), addresses.TIMELINE),
        _entry(labels("figures-short"), addresses.FIGURES),
        _entry(labels("who"), addresses.WHO),
        _entry(labels("sources"), addresses.SOURCES),
        _entry(labels("about"), addresses.ABOUT),
    ]
    return entries


def _entry(title: str, page: str) -> str:
    return f"  - {quoted(title)}: {page}"
