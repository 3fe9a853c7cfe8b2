"""The root of the built site: a choice of language that needs no script, and a page for lost addresses.

With one language there is nothing to choose: its site moves up to the root, and no reader makes a detour.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.model import Settings
from generator.site.labels import Labels, read_labels

_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off">')
_STYLE = Path(__file__).with_name("templates") / "root.css"


def assemble(folder: Path, settings: Settings, base: str = "") -> tuple[str, ...]:
    """Complete the site built into *folder*, one sub-folder a language; return the paths written.

    *base* is the address of the root, for the page of lost addresses; without it the settings' own, or "/".
    Raises FileNotFoundError when a language has not been built.
    """
    missing = [language for language in settings.languages if not (folder / language / "index.html").is_file()]
    if missing:
        raise FileNotFoundError(f"{folder / missing[0]} has not been built")
    for language in settings.languages:
        _mend_toggles(folder / language)
    if len(settings.languages) == 1:
        return _move_up(folder, settings.languages[0])
    labels = {language: read_labels(language) for language in settings.languages}
    files = {"index.html": chooser(settings, labels), "404.html": lost(settings, labels, base)}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return tuple(files)


def _mend_toggles(folder: Path) -> None:
    """Take from the built pages what HTML does not allow on a check box.

    Material 9 writes ``autocomplete`` on its two hidden toggles outside every block that a theme may override.
    """
    for page in sorted(folder.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        if (mended := _TOGGLE.sub(r"\1>", text)) != text:
            page.write_text(mended, encoding="utf-8")


def chooser(settings: Settings, labels: Mapping[str, Labels]) -> str:
    """Return the page at the root: the title and a link in each language."""
    sections = [
        f'<section lang="{language}">\n<{_rank(index)}>{_text(settings.title[language].text)}</{_rank(index)}>\n'
        f"<p>{_text(settings.description[language].text)}</p>\n"
        f'<a href="{language}/" hreflang="{language}">{_text(words("language-name"))}</a>\n</section>'
        for index, (language, words) in enumerate(labels.items())
    ]
    links = "".join(f'<link rel="alternate" hreflang="{language}" href="{language}/">\n' for language in labels)
    first = settings.languages[0]
    head = f'<meta name="description" content="{_text(settings.description[first].text)}">\n{links}'
    return _page(first, settings.title[first].text, head, sections)


def lost(settings: Settings, labels: Mapping[str, Labels], base: str = "") -> str:
    """Return the page for addresses that lead nowhere. It is served at any depth, so its links start at the root."""
    base = (base or settings.url or "/").rstrip("/") + "/"
    sections = [
        f'<section lang="{language}">\n<{_rank(index)}>{_text(words("not-found"))}</{_rank(index)}>\n'
        f"<p>{_text(words('not-found-text'))}</p>\n"
        f'<a href="{_text(base)}{language}/" hreflang="{language}">{_text(words("to-home"))}</a>\n</section>'
        for index, (language, words) in enumerate(labels.items())
    ]
    first = settings.languages[0]
    return _page(first, labels[first]("not-found"), '<meta name="robots" content="noindex">\n', sections)


def _page(language: str, title: str, head: str, sections: list[str]) -> str:
    body = "\n".join(sections)
    style = _STYLE.read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{_text(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{head}'
        f'<link rel="icon" href="data:,">\n<style>\n{style}</style>\n</head>\n'
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _move_up(folder: Path, language: str) -> tuple[str, ...]:
    moved = []
    for entry in sorted((folder / language).iterdir()):
        target = folder / entry.name
        if target.is_dir():
            shutil.rmtree(target)
        shutil.move(entry, target)
        moved.append(entry.name)
    (folder / language).rmdir()
    return tuple(moved)


def _rank(index: int) -> str:
    return "h1" if index == 0 else "h2"


def _text(words: str) -> str:
    return html.escape(words, quote=True)
