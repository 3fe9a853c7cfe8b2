"""Any builder: the same folder gives the same site with MkDocs, with ProperDocs and with Zensical."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.pipeline import assemble
from tests.conftest import BIN

ADDRESS = "https://owner.example/repo/"
NOTICES = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "1735689600"}


class Article(HTMLParser):
    """Collects the words inside <main>, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.depth = 0
        self.words: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter <main>, or note a link in it."""
        self.depth += tag == "main"
        given = dict(attrs)
        if self.depth and tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))

    def handle_endtag(self, tag: str) -> None:
        """Leave <main>."""
        self.depth -= tag == "main"

    def handle_data(self, data: str) -> None:
        """Note words in <main>."""
        if self.depth:
            self.words += data.split()


def build_with(command: list[str], source: Path, folder: Path) -> Path:
    """Return the English and the Korean site that *command* builds from the folder *source*."""
    unwanted = shutil.ignore_patterns(".cache", "seeds", "tests", ".ci", ".github")
    shutil.copytree(source, folder, ignore=unwanted)
    shutil.rmtree(folder / "site", ignore_errors=True)
    for configuration, language in (("mkdocs.yml", "en"), ("mkdocs.ko.yml", "ko")):
        environment = {**os.environ, **NOTICES, "SITE_URL": f"{ADDRESS}{language}/"}
        whole = [*command, "-f", configuration]
        done = subprocess.run(whole, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
        assert "warning" not in (done.stdout + done.stderr).lower()
    return folder / "site"


def pages(site: Path) -> dict[str, str]:
    """Return the pages of both languages by their path."""
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for language in ("en", "ko")
        for path in sorted((site / language).rglob("*.html"))
    }


def test_properdocs_builds_the_same_pages(checkout: Path, tmp_path: Path) -> None:
    """MkDocs' successor gives the same bytes, but for the line that names the builder."""
    site = build_with([str(BIN / "properdocs"), "build", "--strict", "--quiet"], checkout, tmp_path / "copy")
    assemble(checkout / "seeds", site, ADDRESS)
    generator = re.compile(r'<meta name="generator" content="[^"]*">')
    ours = {path: generator.sub("", page) for path, page in pages(checkout / "site").items()}
    theirs = {path: generator.sub("", page) for path, page in pages(site).items()}
    assert len(ours) > 20
    assert sorted(theirs) == sorted(ours)
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_zensical_builds_the_same_articles(checkout: Path, tmp_path: Path) -> None:
    """Material's successor gives the same pages with the same words and links in the article."""
    site = build_with([str(BIN / "zensical"), "build", "--strict"], checkout, tmp_path / "copy")
    ours = {path: Article(page) for path, page in pages(checkout / "site").items()}
    theirs = {path: Article(page) for path, page in pages(site).items()}
    assert len(ours) > 20
    assert sorted(theirs) == sorted(ours)
    assert [path for path in ours if ours[path].words != theirs[path].words] == []
    lost = [path for path in ours if len(ours[path].links) != len(theirs[path].links)]
    assert lost == []


@pytest.mark.parametrize("language", [pytest.param("en", id="en"), pytest.param("ko", id="ko")])
def test_the_theme_asks_nothing_of_another_host(built: Path, language: str) -> None:
    """No page loads a script, a style, a font or a picture from elsewhere."""
    loading = re.compile(
        r'<(?:script|img|iframe|link rel="(?:stylesheet|preload|preconnect)")[^>]*(?:src|href)="(https?:)?//', re.I
    )
    found = [path.as_posix() for path in (built / language).rglob("*.html") if loading.search(path.read_text("utf-8"))]
    assert list((built / language).rglob("*.html"))
    assert found == []


def test_gh_deploy_works_for_a_simple_fork(checkout: Path, tmp_path: Path) -> None:
    """A fork of one language without previews may publish with MkDocs' own command."""
    unwanted = shutil.ignore_patterns(".cache", "seeds", "tests", "site", ".venv", ".ci", ".github")
    shutil.copytree(checkout, tmp_path / "fork", ignore=unwanted)
    shutil.copytree(checkout / "generator" / "site", tmp_path / "fork" / "generator" / "site", dirs_exist_ok=True)

    def git(*arguments: str, folder: Path = tmp_path / "fork") -> str:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout

    git("init", "--quiet", "--bare", "remote.git", folder=tmp_path)
    git("init", "--quiet")
    git("remote", "add", "origin", str(tmp_path / "remote.git"))
    who = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **NOTICES, **who, "SITE_URL": f"{ADDRESS}en/"}
    command = [str(BIN / "mkdocs"), "gh-deploy", "--quiet", "-f", "mkdocs.yml"]
    done = subprocess.run(command, cwd=tmp_path / "fork", env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    published = git("ls-tree", "--name-only", "gh-pages", folder=tmp_path / "remote.git").split()
    assert {"index.html", "partnership", "404.html", ".nojekyll"} <= set(published)
