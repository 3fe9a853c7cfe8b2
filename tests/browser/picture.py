"""Takes the picture that README shows: ``python -m tests.browser.picture`` after ``make site`` and ``make test``."""

from __future__ import annotations

import base64
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import chromium
from tests.browser.pages_server import MAIN, serving
from tests.conftest import ROOT

PICTURE = ROOT / ".github" / "site.png"
Colours = Literal["light", "dark"]
VIEWS: tuple[tuple[str, int, Colours], ...] = (("en/partnership/", 1280, "light"), ("ko/partnership/", 390, "dark"))
"""Page, width and colours: a desk by day and a telephone by night."""
HEIGHT = 860


def take(browser: Browser, address: str, width: int, colours: Colours) -> str:
    """Return a page as an image that stands in HTML."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=colours, reduced_motion="reduce")
    page.goto(address)
    shot = base64.b64encode(page.screenshot()).decode()
    return f'<img style="border:1px solid #ccc" src="data:image/png;base64,{shot}">'


def main() -> None:
    """Write the picture: the views side by side."""
    with serving(lambda: ROOT / "site") as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        images = "".join(take(browser, f"{host}{MAIN}{path}", width, colours) for path, width, colours in VIEWS)
        wide = sum(width for _, width, _ in VIEWS) + 64
        page = browser.new_page(viewport={"width": wide, "height": HEIGHT + 42})
        page.set_content(f'<body style="margin:0;padding:20px;display:flex;gap:20px;background:#fff">{images}</body>')
        page.screenshot(path=PICTURE)
        browser.close()
    print(PICTURE)


if __name__ == "__main__":
    main()
