"""Pages: what stands on them, in both languages, with and without a curator's prose."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.claims.resolve import resolve
from generator.model import Fingerprint
from generator.pipeline import RULES
from generator.site.audit import audit
from generator.site.pages import render
from tests.site_maker import FILES, PROSE, make_dossier, make_pages

GOLDEN = Path(__file__).with_name("golden")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages of the invented dossier, with prose."""
    return make_pages(tmp_path_factory.mktemp("with"))


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages of the invented dossier with all prose deleted."""
    return make_pages(tmp_path_factory.mktemp("without"), dict.fromkeys(PROSE))


def test_every_kind_of_page_in_every_language(pages: dict[str, str]) -> None:
    """Each language has the same pages, and a navigation of its own."""
    english = {path.removeprefix("en/") for path in pages if path.startswith("en/")}
    korean = {path.removeprefix("ko/") for path in pages if path.startswith("ko/")}
    assert english == korean
    assert english >= {
        "index.md",
        "ferry.md",
        "crew.md",
        "timeline.md",
        "figures.md",
        "who/index.md",
        "who/haenam.md",
        "sources/index.md",
        "sources/times-2031-05-04.md",
        "about/index.md",
        "about/checks.md",
    }
    assert {"nav.en.yml", "nav.ko.yml"} <= set(pages)


def test_same_site_same_bytes(tmp_path: Path) -> None:
    """Rendering twice, and with the files read in another order, gives the same bytes."""
    first = make_pages(tmp_path / "one")
    second = make_pages(tmp_path / "two", dict(reversed(list(FILES.items()))))
    assert first == second


def test_blocks_in_order(pages: dict[str, str]) -> None:
    """A briefing has its blocks in the order of the design."""
    ids = re.findall(r"^## .*\{ #([a-z-]+)", pages["en/ferry.md"], re.MULTILINE)
    assert ids == ["bottom-line", "key-facts", "story", "timeline", "differences", "not-known", "sources"]


def test_values_in_each_languages_habit(pages: dict[str, str]) -> None:
    """A fact written once is printed as each language writes money and dates."""
    assert '<span class="value">2.4 trillion won</span>' in pages["en/ferry.md"]
    assert '<span class="value">2조4000억원</span>' in pages["ko/ferry.md"]
    assert "as of 5 May 2031" in pages["en/ferry.md"]
    assert "2031년 5월 5일 기준" in pages["ko/ferry.md"]


def test_a_statement_leads_to_its_source(pages: dict[str, str]) -> None:
    """A sentence is followed by a button that opens its note: outlet, date, paragraph, who says so, and who else."""
    page = pages["en/ferry.md"]
    assert re.search(
        r'seven <span class="end">ferries\.<sup class="mark"><button type="button" popovertarget="n-order-1"', page
    )
    note = re.search(r'<div class="note" id="n-order-1" popover="auto".*?</div>', page, re.DOTALL)
    assert note is not None
    assert "Harbour Times, 4 May 2031, [paragraph 1](sources/times-2031-05-04.md#p1)" in note[0]
    assert "Haenam Shipping says" in note[0]
    assert "Also in Hangman Ilbo, [paragraph 1](sources/ilbo-2031-05-05.md#p1)" in note[0]


def test_a_source_leads_back_to_every_statement(pages: dict[str, str]) -> None:
    """The page of a source lists, under each paragraph, the statements that rest on it, with links back."""
    page = pages["en/sources/times-2031-05-04.md"]
    paragraph = page.split("{ #p1 }")[1].split("###")[0]
    assert "(../ferry.md#order)" in paragraph
    assert "(../figures.md#price)" in paragraph
    assert "(../timeline.md#ordered)" in paragraph


def test_a_source_shows_facts_and_no_sentence(pages: dict[str, str]) -> None:
    """What a paragraph carries is printed as figures, dates and names, never as its words."""
    page = pages["ko/sources/times-2031-05-04.md"]
    assert "2조4000억원 · 18억 달러" in page
    assert "will pay" not in page
    assert "due in the second quarter" not in pages["en/sources/times-2031-05-04.md"].split("{ #p1 }")[1].split("- ")[0]


def test_notes_are_numbered_in_order_of_reading(pages: dict[str, str]) -> None:
    """The numbers of the marks on a page go up by one from 1, and each note carries its mark's number."""
    for path in ("en/ferry.md", "ko/timeline.md", "en/figures.md"):
        marks = re.findall(r'popovertarget="([^"]+)"[^>]*>(\d+)</button>', pages[path])
        assert [int(number) for _, number in marks] == list(range(1, len(marks) + 1)), path
        notes = dict(re.findall(r'id="([^"]+)" popover="auto".*?<b class="number">(\d+)</b>', pages[path], re.DOTALL))
        assert notes == dict(marks), path


def test_differences_stand_where_the_curator_puts_them(pages: dict[str, str]) -> None:
    """A difference for the page is on it, one to click is folded away, and one for the curator is nowhere."""
    page = pages["en/ferry.md"]
    before, _, folded = page.partition('<details class="smaller" markdown>')
    assert "{ #d-payer }" in before
    assert "{ #d-berths }" in folded
    everything = "".join(text for path, text in pages.items() if path != "en/about/checks.md")
    assert "A trifle for the curator" not in everything


def test_no_difference_is_one_sentence(pages: dict[str, str]) -> None:
    """A briefing whose sources do not differ says so."""
    block = pages["en/crew.md"].split("{ #differences }")[1].split("##")[0]
    assert block.strip() == "The sources of this briefing do not differ."


def test_names_in_the_other_script(pages: dict[str, str]) -> None:
    """A person is first named with the Korean name, marked as Korean; the Korean page needs no Latin one there."""
    assert '[Park Sun-a](who/index.md#park) (<span lang="ko">박선아</span>)' in pages["en/ferry.md"]
    assert "Park Sun-a" not in pages["ko/ferry.md"]


def test_undated_articles_say_so(pages: dict[str, str]) -> None:
    """An article without a printed day is undated, or dated by inference with its reason."""
    page = pages["en/sources/gazette-undated.md"]
    assert "2031 (inferred)" in page
    assert "It looks back on the spring of that year." in page
    assert "This dossier ends on 5 May 2031." in pages["en/index.md"]


def test_without_prose_a_briefing_still_comes_out(bare: dict[str, str]) -> None:
    """With all prose deleted there are a lead, key facts, a timeline and what each source carries, unfolded."""
    page = bare["en/ferry.md"]
    assert "## In short { #bottom-line" in page
    assert "{ #key-facts }" in page
    assert "{ #timeline }" in page
    assert '<details class="carried" open markdown>' in page
    assert (
        "[Paragraph 1](sources/times-2031-05-04.md#p1)" in page
        or "[paragraph 1](sources/times-2031-05-04.md#p1)" in page
    )
    assert audit({path: text.encode() for path, text in bare.items()}) == ()


def test_a_missing_translation_is_said(tmp_path: Path) -> None:
    """A briefing written in one language says so on the page of the other, whose facts are complete."""
    pages = make_pages(tmp_path, {"briefings/ferry/ko.md": None})
    assert "이 브리핑의 글은 아직 영어로만 있다" in pages["ko/ferry.md"]
    assert "2조4000억원" in pages["ko/ferry.md"]


def test_a_sentence_written_out_tells_who_says_so(tmp_path: Path) -> None:
    """A figure written by hand has the origin of the ledger's answer on the same paragraph."""
    prose = str(FILES["briefings/ferry/en.md"]).replace("{price}", "2.4 trillion won")
    page = make_pages(tmp_path, {"briefings/ferry/en.md": prose})["en/ferry.md"]
    note = page.split('id="n-order-1"')[1].split("</div>")[0]
    assert '<span class="who">Haenam Shipping says</span>' in note


def test_links_into_the_article(tmp_path: Path) -> None:
    """Where an article's address is known, its note leads to the words of the figure, and to nothing of its sentence."""
    record = f"{FILES['articles/times-2031-05-04.yaml']}url: https://times.example/ferries\n"
    pages = make_pages(tmp_path, {"articles/times-2031-05-04.yaml": record})
    address = "https://times.example/ferries#:~:text=2.4%20trillion%20won"
    assert f"[open in the article]({address})" in pages["en/ferry.md"].split('id="n-order-1"')[1].split("</div>")[0]
    assert f"[2.4 trillion won]({address})" in pages["en/sources/times-2031-05-04.md"]


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        pytest.param("contact: desk@example.org", "mailto:desk@example.org?subject=en/ferry/", id="by-mail"),
        pytest.param(
            "contact: null\nrepository: https://host.example/us/ours",
            "https://host.example/us/ours/issues/new?template=error.yml&page=en%2Fferry%2F",
            id="by-form",
        ),
        pytest.param("contact: null", "", id="not-yet"),
    ],
)
def test_reporting_an_error(tmp_path: Path, settings: str, address: str) -> None:
    """A briefing says where to report an error once there is somebody to report it to."""
    site = re.sub(r"^(contact|repository): .*\n", "", str(FILES["site.yaml"]), flags=re.MULTILINE) + settings + "\n"
    page = make_pages(tmp_path, {"site.yaml": site})["en/ferry.md"]
    assert (f"[Report an error on this page]({address})" in page) is bool(address)


FACTS = str(FILES["ledger/facts.yaml"])
EVENTS = str(FILES["ledger/events.yaml"])
BARE: dict[str, str | None] = {**dict.fromkeys(PROSE), "ledger/facts.yaml": None, "ledger/events.yaml": None}
HALF_DONE: dict[str, dict[str, str | None]] = {
    "no-ledger": BARE,
    "no-entities": {**BARE, "entities/all.yaml": None},
    "no-briefings": {**BARE, "briefings/ferry/briefing.yaml": None, "briefings/crew/briefing.yaml": None},
    "korean-first": {"site.yaml": str(FILES["site.yaml"]).replace("[en, ko]", "[ko, en]")},
    "unreadable-settings": {"site.yaml": "title: [\n"},
    "an-answer-in-one-language": {
        "ledger/facts.yaml": f"""{FACTS}
- id: lone
  what: {{en: Lone}}
  briefings: [ferry]
  said: [{{value: {{en: only English}}, origin: reporter, cite: "@times-2031-05-04, ¶1"}}]
"""
    },
    "a-question-without-answers": {
        "ledger/facts.yaml": f"{FACTS}\n- {{id: open, what: {{en: Open, ko: 열림}}, briefings: [ferry], said: []}}\n"
    },
    "pointers-at-nothing": {
        "ledger/facts.yaml": f"""{FACTS}
- id: lone
  what: {{en: Lone, ko: 홀로}}
  of: [nobody]
  briefings: [nowhere]
  said: [{{value: 5 years, origin: nobody, by: noone, cite: "@nothing, ¶1"}}]
"""
    },
    "events-without-date-or-words": {
        "ledger/events.yaml": f"""{EVENTS}
- {{id: a, when: null, what: {{en: Odd.}}, status: superseded, briefings: [ferry], cite: "@times-2031-05-04, ¶1"}}
- {{id: b, when: XXXX-XX-04, what: {{ko: 홀수.}}, status: planned, briefings: [ferry], cite: "@times-2031-05-04"}}
"""
    },
}


@pytest.mark.parametrize("files", [pytest.param(files, id=name) for name, files in HALF_DONE.items()])
def test_half_done_seeds_come_out(tmp_path: Path, files: dict[str, str | None]) -> None:
    """Whatever is missing or wrong in the seeds, every page is made and its links hold."""
    pages = make_pages(tmp_path, files)
    assert {"en/index.md", "en/timeline.md", "en/who/index.md"} <= set(pages)
    assert audit({path: text.encode() for path, text in pages.items()}) == ()


def test_hostile_data_stays_data(tmp_path: Path) -> None:
    """Markup in a record's words is printed as words."""
    title = 'title: {en: "Ferries | <script>alert(1)</script> *now* [a](b) {x}", ko: "여객선"}'
    briefing = FILES["briefings/ferry/briefing.yaml"]
    assert isinstance(briefing, str)
    pages = make_pages(tmp_path, {"briefings/ferry/briefing.yaml": re.sub(r"^title: .*$", title, briefing, flags=re.M)})
    assert "<script>" not in pages["en/ferry.md"]
    found = audit({path: text.encode() for path, text in pages.items()})
    assert {finding.rule.code for finding in found} == {"B512"}  # words that look like markup are worth a look


def test_one_language_has_no_switch(tmp_path: Path) -> None:
    """A dossier in one language has one set of pages and no links to another."""
    pages = make_pages(tmp_path, {"site.yaml": str(FILES["site.yaml"]).replace("[en, ko]", "[en]")})
    assert not any(path.startswith("ko/") for path in pages)
    assert "alternate" not in pages["nav.en.yml"]


def test_nobody_responsible_is_said_plainly(tmp_path: Path) -> None:
    """While nobody answers for the site, the page about it says so in each language."""
    site = re.sub(r"^(responsible|contact): .*$", r"\1: null", str(FILES["site.yaml"]), flags=re.MULTILINE)
    pages = make_pages(tmp_path, {"site.yaml": site})
    assert "Nobody has yet been entered as responsible" in pages["en/about/index.md"]
    assert "책임자가 등록되지 않았다" in pages["ko/about/index.md"]
    assert "No address has been entered yet" in pages["en/about/index.md"]


def test_the_rules_are_the_page_on_checks(tmp_path: Path) -> None:
    """The page on checks is made from the rules' own manual."""
    (rule,) = (rule for rule in RULES if rule.code == "B112")
    pages = render(make_dossier(tmp_path), (), [rule])
    text = pages["en/about/checks.md"].decode()
    assert f"### <code>B112</code> {rule.title} {{ #b112 }}" in text
    assert "The repository host, the feeds and the site" in text
    assert "<code>&lt;b&gt;2.4 trillion won&lt;/b&gt;</code>" in text
    assert "found nothing to report" in text
    text = pages["ko/about/checks.md"].decode()
    assert "### <code>B112</code> 본문에 HTML 태그가 있다 { #b112 }" in text
    assert "- 걸리는 예: <code>&lt;b&gt;2조4000억원&lt;/b&gt;</code>" in text


def test_golden_pages(pages: dict[str, str], update: bool) -> None:
    """Five whole pages of the invented dossier, byte for byte."""
    for path in ("en/index.md", "en/ferry.md", "ko/ferry.md", "en/sources/times-2031-05-04.md", "nav.ko.yml"):
        kept = GOLDEN / path.replace("/", "-")
        if update:
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(pages[path], encoding="utf-8")
        assert kept.read_text(encoding="utf-8") == pages[path], f"{kept.name}: pytest --update, then read"


def test_pages_pass_their_audit(pages: dict[str, str]) -> None:
    """Every page of the dossier has one h1, and links, fragments and notes that lead somewhere."""
    assert audit({path: text.encode() for path, text in pages.items()}) == ()


def test_two_prints_of_one_text_count_once(tmp_path: Path) -> None:
    """Near copies are shown as such with their facts and on their pages, and two of them are no second witness."""
    site = make_dossier(tmp_path)
    prints = Fingerprint("test", frozenset(range(20)))
    copied = {
        id: replace(one, fingerprint=prints) if id != "gazette-undated" else one
        for id, one in site.library.evidence.items()
    }
    site, _ = resolve(replace(site.library, evidence=copied))
    pages = {path: raw.decode() for path, raw in render(site).items()}
    facts = pages["en/ferry.md"].split("{ #key-facts }")[1].split("## ")[0]
    assert "One text, 2 articles" in facts
    assert "Also in Hangman Ilbo, [paragraph 1](sources/ilbo-2031-05-05.md#p1) (same text)" in pages["en/ferry.md"]
    assert "Same text: [Hangman Ilbo, 5 May 2031](ilbo-2031-05-05.md)" in pages["en/sources/index.md"]
    assert "같은 글을 실은 기사들은 출처 하나로 센다." in pages["ko/sources/ilbo-2031-05-05.md"]
    assert "Same text" not in pages["en/sources/gazette-undated.md"]
