"""The root of the built site: a choice of language, and a page for lost addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.claims.library import read_library
from generator.model import Settings
from generator.site.root import assemble
from tests.seeds_maker import make_seeds
from tests.site_maker import FILES


def settings(folder: Path, languages: str = "[en, ko]") -> Settings:
    """Return the settings of the invented dossier in *languages*."""
    site = str(FILES["site.yaml"]).replace("[en, ko]", languages)
    return read_library(make_seeds(folder, {**FILES, "site.yaml": site}))[0].settings


def built(folder: Path, *languages: str) -> Path:
    """Return a folder with a home page for each of *languages*."""
    for language in languages:
        (folder / "site" / language / "assets").mkdir(parents=True)
        (folder / "site" / language / "index.html").write_text(language, encoding="utf-8")
    return folder / "site"


def test_the_chooser_needs_no_script(tmp_path: Path) -> None:
    """The root names the site in each language and links to both, without script or other files."""
    site = built(tmp_path, "en", "ko")
    assert assemble(site, settings(tmp_path)) == ("index.html", "404.html")
    text = (site / "index.html").read_text(encoding="utf-8")
    assert '<a href="en/" hreflang="en">English</a>' in text
    assert '<section lang="ko">' in text
    assert text.count("<h1>") == 1
    assert "<script" not in text
    assert "http" not in text


def test_lost_addresses_find_home(tmp_path: Path) -> None:
    """The page for lost addresses is served at any depth, so its links begin at the root of the site."""
    site = built(tmp_path, "en", "ko")
    assemble(site, settings(tmp_path), "https://example.org/repo/")
    text = (site / "404.html").read_text(encoding="utf-8")
    assert 'href="https://example.org/repo/ko/"' in text
    assert 'content="noindex"' in text


def test_one_language_makes_no_detour(tmp_path: Path) -> None:
    """A site in one language stands at the root itself, also when assembled again."""
    site = built(tmp_path, "en")
    (site / "assets").mkdir()
    assert assemble(site, settings(tmp_path, "[en]")) == ("assets", "index.html")
    assert (site / "index.html").read_text(encoding="utf-8") == "en"
    assert not (site / "en").exists()


def test_an_unbuilt_language_is_an_error(tmp_path: Path) -> None:
    """A language that has not been built is named, and nothing is written."""
    site = built(tmp_path, "en")
    with pytest.raises(FileNotFoundError, match="ko"):
        assemble(site, settings(tmp_path))
    assert not (site / "index.html").exists()


def test_hidden_toggles_are_valid_html(tmp_path: Path) -> None:
    """What the theme writes against the standard is taken out of the built pages, and nothing else."""
    site = built(tmp_path, "en", "ko")
    page = site / "en" / "index.html"
    toggle = '<input class="md-toggle" type="checkbox" id="__search"{}><input type="search" autocomplete="off">'
    page.write_text(toggle.format(' autocomplete="off"'), encoding="utf-8")
    assemble(site, settings(tmp_path))
    assert page.read_text(encoding="utf-8") == toggle.format("")
