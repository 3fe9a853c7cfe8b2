"""The search in a real browser: what readers type, in both languages, and what it costs those who do not search."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 900}

# Query and a word that one of the first five places must hold; None: nothing is to be found.
KOREAN = (
    *(
        ("협력했다", "협력"),
        ("매각은", "부동산"),
        ("매각을", "부동산"),
        ("김영섭이", "김영섭"),
        ("김영섭 대표", "김영섭"),
    ),
    *(("파트너십", "파트너십"), ("전략적파트너십", "전략적"), ("텔레콤", "SK텔레콤"), ("SK텔레콤은", "SK텔레콤")),
    *(("SKT", "SK텔레콤"), ("AI모델", "AI 모델"), ("한국형모델", "한국형"), ("4.6조", "4조6000억원")),
    *(
        ("2조 4천억", "2조4000억원"),
        ("2조4000억원", "2조4000억원"),
        ("2.4 trillion", "2조4000억원"),
        ("1300억원", "1300억원"),
    ),
    *(("Mi:dm", "믿음"), ("MI:DEUM", "믿음"), ("믿음은", "믿음"), ("Young-shub", "김영섭"), ("Nadella", "나델라")),
    *(("MS가", "마이크로소프트"), ("microsoft", "마이크로소프트"), ("소프트", "마이크로소프트"), ("호텔매각", "호텔")),
    *(
        ("투자금액", "투자"),
        ("전문가들이", "전문가"),
        ("GPT4o", "GPT-4o"),
        ("10월 10일", "10월 10일"),
        ("없는말", None),
    ),
)
ENGLISH = (
    *(("hotel", "hotel"), ("hotels", "hotel"), ("2.4 trillion", "2.4 trillion won"), ("2조4000억", "2.4 trillion won")),
    *(("2.4 trillion won", "2.4 trillion won"), ("26bn", "26 billion won"), ("$17.9 million", "$17.9 million")),
    *(("Young-shub", "Kim Young-shub"), ("youngshub", "Kim Young-shub"), ("김영섭", "Kim Young-shub")),
    *(("Nadella", "Satya Nadella"), ("나델라", "Satya Nadella"), ("MS", "Microsoft"), ("마이크로소프트", "Microsoft")),
    *(("midm", "Mi:dm"), ("MI:DEUM", "Mi:dm"), ("믿음", "Mi:dm"), ("SKT", "SK Telecom"), ("텔레콤", "SK Telecom")),
    *(("investing", "invest"), ("partnerships", "Partnership"), ("divest", "divestment"), ("advisers", "adviser")),
    *(("300 people", "300 people"), ("task force", "task force"), ("xyzzy", None)),
)


def ask(page: Page, query: str) -> list[str]:
    """Return the text of the places found for *query*, the best first."""
    page.locator(".searchbox input").fill(query)
    page.wait_for_function(
        "query => document.querySelector('.searchbox').dataset.shown === query", arg=query, polling=20
    )
    return page.locator(".searchbox li").all_inner_texts()


@pytest.mark.parametrize(
    ("language", "queries"), [pytest.param("ko", KOREAN, id="ko"), pytest.param("en", ENGLISH, id="en")]
)
def test_what_readers_type_is_found(visit: Opener, language: str, queries: tuple[tuple[str, str | None], ...]) -> None:
    """Particles, compounds, other names and scripts, and sums of either language lead to the right places."""
    page = visit(viewport=WIDE).go(f"{language}/")
    page.locator("[data-search=open]").click()
    missed = {}
    for query, wanted in queries:
        found = ask(page, query)
        if (wanted is None and found) or (wanted is not None and not any(wanted in one for one in found[:5])):
            missed[query] = found[:5]
    assert missed == {}


@pytest.mark.parametrize(
    ("query", "page_found"),
    [
        pytest.param("파트너십", "partnership/", id="partnership"),
        pytest.param("전담조직", "task-force/", id="task-force"),
        pytest.param("부동산 매각", "real-estate/", id="real-estate"),
        pytest.param("SKT AI 동맹", "skt-alliances/", id="alliances"),
        pytest.param("케이티", "who/kt/", id="a-company"),
    ],
)
def test_a_page_named_so_comes_first(visit: Opener, query: str, page_found: str) -> None:
    """Who types the name of a page finds that page before those that mention it."""
    page = visit(viewport=WIDE).go("ko/")
    page.locator("[data-search=open]").click()
    ask(page, query)
    assert f"ko/{page_found}" in (page.locator(".searchbox li a").first.evaluate("link => link.href"))


def test_nothing_of_the_search_is_fetched_before_it_is_opened(visit: Opener) -> None:
    """A first view stays within ten requests; index, names and search script come with the first opening."""
    tab = visit(viewport={"width": 390, "height": 844})
    asked: list[str] = []
    tab.page.on("request", lambda request: asked.append(request.url))
    page = tab.go("ko/partnership/")
    page.wait_for_load_state("networkidle")
    assert len(asked) <= 10
    assert not [url for url in asked if "search" in url or "names.json" in url]
    page.locator("[data-search=open]").click()
    ask(page, "호텔")
    assert len([url for url in asked if "search" in url or "names.json" in url]) == 3


def test_the_search_closes_and_gives_the_keyboard_back(visit: Opener) -> None:
    """Escape and the close button close the panel, and the reader is where the reader was."""
    page = visit(viewport=WIDE).go("en/")
    opener = page.locator("[data-search=open]")
    for closing in ("Escape", "button"):
        opener.click()
        expect(page.locator(".searchbox")).to_be_visible()
        if closing == "Escape":
            page.keyboard.press("Escape")
        else:
            page.locator("[data-search=close]").click()
        expect(page.locator(".searchbox")).to_be_hidden()
        expect(opener).to_be_focused()


def test_a_search_that_cannot_be_loaded_says_so(visit: Opener) -> None:
    """Without its index the panel tells the reader, and tries again at the next letter."""
    tab = visit(viewport=WIDE)
    page = tab.go("en/")
    page.route("**/search/search_index.json", lambda route: route.fulfill(status=503))
    page.locator("[data-search=open]").click()
    page.locator(".searchbox input").fill("hotel")
    expect(page.locator(".searchbox [role=status]")).to_have_text("The search could not be loaded.")
    page.unroute("**/search/search_index.json")
    assert ask(page, "hotels")
    tab.faults.clear()  # the browser logs the 503 that we made
