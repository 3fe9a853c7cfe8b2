"""The built site in a real browser, served below a path as the host serves it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.pages_server import MAIN, PREVIEW

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
NARROWEST = {"width": 320, "height": 640}
LANGUAGES = [pytest.param("en", id="en"), pytest.param("ko", id="ko")]
BASES = [pytest.param(MAIN, id="main"), pytest.param(PREVIEW, id="preview")]


def addresses(built: Path) -> list[str]:
    """Return the address of every page below the root, folders by their name."""
    found = sorted(path.relative_to(built).as_posix() for path in built.rglob("*.html"))
    return [re.sub(r"(^|/)index\.html$", r"\1", path) for path in found if not path.endswith("404.html")]


def one_of_each(built: Path, language: str) -> dict[str, str]:
    """Return the address of one page for each template."""
    pages = addresses(built)
    found = {
        "home": f"{language}/",
        "briefing": f"{language}/partnership/",
        **{name: f"{language}/{name}/" for name in ("timeline", "figures", "who", "sources", "about")},
        "checks": f"{language}/about/checks/",
        "entity": next(page for page in pages if re.match(rf"{language}/who/[\w-]+/$", page)),
        "source": next(page for page in pages if re.match(rf"{language}/sources/[\w-]+/$", page)),
    }
    assert [page for page in found.values() if page not in pages] == []
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("base", BASES)
def test_the_road_from_a_claim_to_its_source_and_back(visit: Opener, base: str, language: str) -> None:
    """Home, a briefing, the mark behind a sentence, the paragraph it rests on, and from there back to the sentence."""
    page = visit(base, viewport=PHONE).go(f"{language}/")
    page.locator("main a[href*='partnership']").first.click()
    page.wait_for_url("**/partnership/**")
    mark = page.locator("main sup.mark button").first
    note = page.locator(f"[id='{mark.get_attribute('popovertarget')}']")
    expect(note).to_be_hidden()
    mark.click()
    expect(note).to_be_visible()
    link = note.locator("a[href*='sources/']").first
    anchor = (link.get_attribute("href") or "").partition("#")[2]
    assert anchor
    link.click()
    page.wait_for_url(f"**/sources/**#{anchor}")
    place = page.locator(f"[id='{anchor}']")
    expect(place).to_be_in_viewport()
    back = place.locator("xpath=following::a[contains(@href, 'partnership/')][1]")
    target = (back.get_attribute("href") or "").partition("#")[2]
    back.click()
    page.wait_for_url("**/partnership/**")
    if target:
        expect(page.locator(f"[id='{target}']")).to_be_in_viewport()


def test_every_page_is_sound_on_the_narrowest_screen(visit: Opener, built: Path) -> None:
    """No page has a fault in the console, more or fewer than one main heading, or a line that scrolls sideways."""
    tab = visit(viewport=NARROWEST)
    pages = addresses(built)
    assert len(pages) > 20
    wrong = []
    for address in pages:
        page = tab.go(address)
        headings = page.locator("h1").count()
        width = page.evaluate("document.documentElement.scrollWidth")
        if headings != 1 or width > NARROWEST["width"]:
            wrong.append(f"{address}: {headings} main headings, {width} px wide")
        assert page.evaluate("document.documentElement.lang")
    assert wrong == []


def findings(page: Page) -> list[str]:
    """Return what the accessibility rules find on a page: rule, element and its first words."""
    results: dict[str, Any] = Axe().run(page, options={"resultTypes": ["violations"]}).response
    return [
        f"{violation['id']}: {node['target']} {node['html'][:80]}"
        for violation in results["violations"]
        for node in violation["nodes"][:3]
    ]


LOOKS = [
    pytest.param({"viewport": WIDE, "color_scheme": "light"}, id="wide-light"),
    pytest.param({"viewport": PHONE, "color_scheme": "dark"}, id="phone-dark"),
]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_is_accessible(visit: Opener, built: Path, language: str, look: dict[str, Any]) -> None:
    """axe finds nothing on one page of each template, the chooser of languages and the page for lost addresses."""
    tab = visit(**look)
    found = {}
    for name, address in {**one_of_each(built, language), "chooser": "", "lost": "404.html"}.items():
        found[name] = findings(tab.go(address))
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "look",
    [
        pytest.param({"viewport": WIDE, "color_scheme": "dark"}, id="wide-dark"),
        pytest.param({"viewport": PHONE, "color_scheme": "light"}, id="phone-light"),
    ],
)
def test_a_briefing_is_accessible_with_everything_open(visit: Opener, look: dict[str, Any]) -> None:
    """axe finds nothing on a briefing with its note, its details or the search open."""
    page = visit(**look).go("en/partnership/")
    assert findings(page) == []
    for details in page.locator("main details").all():
        details.evaluate("node => node.open = true")
    page.locator("main sup.mark button").first.click()
    assert findings(page) == []
    page.keyboard.press("Escape")
    page.locator("[data-search=open]").click()
    page.locator(".searchbox input").press_sequentially("Microsoft", delay=20)
    expect(page.locator(".searchbox li").first).to_be_visible()
    assert findings(page) == []


@pytest.mark.parametrize(
    ("language", "query"),
    [
        pytest.param("en", "hotel", id="en"),
        pytest.param("ko", "호텔", id="ko"),
        pytest.param("ko", "Microsoft", id="latin-in-korean"),
    ],
)
def test_search_by_keyboard(visit: Opener, language: str, query: str) -> None:
    """The search opens, finds, and its first result is followed without a mouse, inside the preview."""
    tab = visit(viewport=WIDE)
    page = tab.go(f"{language}/")
    opener = page.locator("[data-search=open]")
    opener.focus()
    page.keyboard.press("Enter")
    field = page.locator(".searchbox input")
    expect(field).to_be_focused()
    field.press_sequentially(query, delay=20)
    result = page.locator(".searchbox li a").first
    expect(result).to_be_visible()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.searchbox li a')"):
            break
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_function("before => location.href !== before", arg=before)
    assert page.url.startswith(f"{tab.base}{language}/")
    expect(page.locator("main")).to_contain_text(query)


def test_the_language_switch_stays_on_the_page(visit: Opener) -> None:
    """From a page to its counterpart and back, inside the preview."""
    tab = visit()
    page = tab.go("en/partnership/")
    page.locator("header a[hreflang=ko]").click()
    page.wait_for_url(f"{tab.base}ko/partnership/")
    assert page.evaluate("document.documentElement.lang") == "ko"
    page.locator("header a[hreflang=en]").click()
    page.wait_for_url(f"{tab.base}en/partnership/")


def test_the_root_lets_readers_choose(visit: Opener) -> None:
    """The page at the root leads to both languages, without script."""
    tab = visit(java_script_enabled=False)
    page = tab.go("")
    page.locator("a[href='ko/']").click()
    page.wait_for_url(f"{tab.base}ko/")


def test_a_chosen_shade_is_kept(visit: Opener) -> None:
    """A reader who chooses a shade finds it again on the next page."""
    page = visit(color_scheme="light").go("en/")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    toggles = page.locator(
        "label[for^=__palette]:visible, button[data-shade]:visible, [data-md-component=palette] label:visible"
    )
    for _ in range(3):
        toggles.first.click()
        if page.evaluate(paper) != light:
            break
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(page.url + "timeline/")
    assert page.evaluate(paper) == dark


def test_the_first_stop_leads_past_the_navigation(visit: Opener) -> None:
    """The first press of Tab offers to skip to the content, and does."""
    page = visit(viewport=WIDE).go("en/partnership/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href') || ''").startswith("#")
    page.keyboard.press("Enter")
    target = page.url.partition("#")[2]
    assert page.locator(f"[id='{target}']").count() == 1


def test_every_stop_of_the_keyboard_is_seen(visit: Opener) -> None:
    """On a phone no press of Tab lands on something that is not on the screen."""
    page = visit(viewport=PHONE).go("en/partnership/")
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "(() => { const box = document.activeElement.getBoundingClientRect();"
            "return [box.width, box.height, box.left, box.right, document.activeElement.outerHTML.slice(0, 80)] })()"
        )
        if box[0] * box[1] == 0 or box[3] <= 0 or box[2] >= PHONE["width"]:
            unseen.append(box[4])
    assert unseen == []


@pytest.mark.parametrize("base", BASES)
def test_a_lost_address_is_answered_in_sentences(visit: Opener, base: str, host: str) -> None:
    """At any depth a lost address gets a page with a heading and a way home that works."""
    tab = visit(base)
    page = tab.page
    reply = page.goto(f"{tab.base}en/no/such/place/")
    assert reply is not None
    assert reply.status == 404
    tab.faults.clear()  # the browser logs the 404 that we asked for
    expect(page.locator("h1")).to_be_visible()
    home = page.locator("main a").first
    assert home.evaluate("link => new URL(link.href).pathname").startswith(MAIN)


def test_readable_without_script(visit: Opener) -> None:
    """Without script the text, the notes behind the marks, the menu and the details all work."""
    page = visit(java_script_enabled=False, viewport=PHONE).go("en/partnership/")
    expect(page.locator("main h1")).to_be_visible()
    mark = page.locator("main sup.mark button").first
    mark.click()
    expect(page.locator(f"[id='{mark.get_attribute('popovertarget')}']")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("main details summary").last.click()
    assert page.locator("main details").last.get_attribute("open") is not None


def test_printing_keeps_the_sources(visit: Opener) -> None:
    """On paper the notes are printed, and the tools of the screen are not."""
    page = visit(viewport=WIDE).go("en/partnership/")
    page.emulate_media(media="print")
    expect(page.locator("main .note").first).to_be_visible()
    expect(page.locator("[data-search=open]")).to_be_hidden()


def test_addresses_on_the_pages_are_relative(built: Path) -> None:
    """No page leads to the host's root or to another copy of the site: the same files serve main and previews."""
    pages = [path for path in built.rglob("*.html") if path.name != "404.html"]
    assert len(pages) > 20
    wrong = [
        f"{path.relative_to(built)}: {found}"
        for path in pages
        for found in re.findall(r'(?:href|src)="(/[^"]*)"', path.read_text("utf-8"))
    ]
    assert wrong == []
