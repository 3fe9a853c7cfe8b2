"""What goes on until it is interrupted: MkDocs' own live servers over pages made again, and checks made again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator import pipeline
from generator.report import render_count, render_text

POLL = 0.5
"""Seconds between two looks at the seeds."""

CONFIGURATIONS = {"en": "mkdocs.yml", "ko": "mkdocs.ko.yml"}


def serve_site(seeds: Path, docs: Path, port: int, say: Callable[[str], None]) -> None:
    """Serve every language of the site until interrupted, telling *say* what happens.

    The pages are written into *docs*; the servers notice. Raises FileNotFoundError when there are no seeds.
    """
    languages = _generate(seeds, docs, say)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends the servers too, as Ctrl-C does
    servers = [_start(language, port + offset) for offset, language in enumerate(languages)]
    for offset, language in enumerate(languages):
        say(f"{language}: http://127.0.0.1:{port + offset}/{language}/")
    try:
        for _ in changes_of(seeds, lambda: all(server.poll() is None for server in servers)):
            _generate(seeds, docs, say)
    except KeyboardInterrupt:
        say("stopped")
    finally:
        for server in servers:
            server.terminate()
        for server in servers:
            server.wait()


def changes_of(seeds: Path, is_wanted: Callable[[], bool]) -> Iterator[None]:
    """Yield whenever a file under *seeds* has changed, as long as *is_wanted* says so.

    A folder that is away for a moment, as while git moves it, is waited for.
    """
    seen = _snapshot(seeds)
    while is_wanted():
        time.sleep(POLL)
        now = _snapshot(seeds)
        if now and now != seen:
            seen = now
            yield


def _generate(seeds: Path, docs: Path, say: Callable[[str], None]) -> tuple[str, ...]:
    """Write the pages and return the languages of the site."""
    built = pipeline.build(seeds)
    written = pipeline.write_pages(built, docs)
    words = render_text((*built.findings, *written.findings))
    say(f"{words}{len(written.changed)} pages changed; {render_count(built.findings)}")
    return built.site.library.settings.languages


def _start(language: str, port: int) -> subprocess.Popen[bytes]:
    host = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-f", CONFIGURATIONS[language], "-a", host]
    # MkDocs mounts its live site at the path of the site's address.
    return subprocess.Popen(command, env={**os.environ, "SITE_URL": f"http://{host}/{language}/"})


def _snapshot(seeds: Path) -> frozenset[tuple[str, int, int]]:
    """Return name, time of change and size of every file under *seeds*."""
    found = set()
    for path in seeds.rglob("*"):
        try:
            stat = path.stat()
        except FileNotFoundError:
            continue  # An editor puts a new file in the place of the old one.
        if path.is_file():
            found.add((path.as_posix(), stat.st_mtime_ns, stat.st_size))
    return frozenset(found)
