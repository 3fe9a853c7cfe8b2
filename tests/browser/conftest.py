"""A real browser, and the built site served as the host serves it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.pages_server import PREVIEW, serving
from tests.conftest import ROOT


def chromium() -> str | None:
    """Return the path of the browser that `make test` found or installed."""
    noted = ROOT / ".venv" / "browser"
    wanted = os.environ.get("CHROMIUM") or (noted.read_text("utf-8") if noted.exists() else "") or "chromium"
    return shutil.which(wanted)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a browser. Without one the tests are skipped; in CI they fail instead."""
    path = chromium()
    if path is None:
        words = "no Chromium could be had; `make test` installs one where it can, $CHROMIUM names one"
        pytest.fail(words) if os.environ.get("CI") else pytest.skip(words)
    with sync_playwright() as playwright:
        # Tests may run as root, where Chromium has no sandbox; they open pages of ours only.
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def host(built: Path) -> Iterator[str]:
    """Return the address of a host that serves the built site at /repo/ and as a preview below it."""
    with serving(lambda: built) as address:
        yield address


@dataclass
class Visit:
    """A tab, and what went wrong in it."""

    page: Page
    base: str
    """Address of the site's root, with a closing slash."""
    faults: list[str] = field(default_factory=list)
    """Console errors, script errors, failed requests and requests to other hosts."""

    def note_failure(self, reason: str, url: str) -> None:
        """Remember a failed request, unless it was given up because the reader went on to the next page."""
        if "ERR_ABORTED" not in reason:
            self.faults.append(f"failed: {url}: {reason}")

    def go(self, path: str) -> Page:
        """Open *path* below the site's root."""
        self.page.goto(self.base + path, wait_until="load")
        return self.page


Opener = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, host: str) -> Iterator[Opener]:
    """Return a function that opens a tab; afterwards nothing may have gone wrong in any."""
    visits: list[Visit] = []
    contexts = []

    def open_tab(base: str = PREVIEW, **options: Any) -> Visit:
        context = browser.new_context(**{"locale": "en-GB", "reduced_motion": "reduce", **options})
        context.set_default_timeout(10_000)
        contexts.append(context)
        opened = Visit(context.new_page(), host + base)
        page = opened.page
        page.on(
            "console", lambda said: opened.faults.append(f"{page.url}: {said.text}") if said.type == "error" else None
        )
        page.on("pageerror", lambda error: opened.faults.append(f"{page.url}: {error}"))
        page.on("requestfailed", lambda request: opened.note_failure(str(request.failure), request.url))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((host + base, "data:", "blob:"))
                else opened.faults.append(f"outside: {request.url} from {page.url}")
            ),
        )
        visits.append(opened)
        return opened

    yield open_tab
    for context in contexts:
        context.close()
    assert [fault for opened in visits for fault in opened.faults] == []
