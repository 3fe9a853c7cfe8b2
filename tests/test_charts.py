"""Pictures: drawn from the ledgers alone, like beside like, the same bytes each time, right on every width."""

from __future__ import annotations

import itertools
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from generator.claims.library import read_library
from generator.pipeline import build, check
from generator.site.assets import make_assets, write_assets
from generator.site.charts_bars import Bar, draw_bars
from generator.site.charts_svg import NARROW, Drawing, text_width, wrapped
from generator.site.charts_timeline import Moment, Words, draw_timeline, read_scale
from tests.seeds_maker import make_seeds
from tests.site_maker import FILES, make_dossier, make_pages

SVG = "{http://www.w3.org/2000/svg}"
FACTS = """
- id: small-order
  what: {en: First part of the price, ko: 가격의 첫 부분}
  status: happened
  briefings: [ferry]
  said:
    - {value: 0.6 trillion won, origin: haenam, cite: "@times-2031-05-04, ¶1"}
- id: dollars
  what: {en: Price in dollars, ko: 달러 가격}
  status: planned
  briefings: [ferry]
  said:
    - {value: $1.8 billion, origin: reporter, cite: "@times-2031-05-04, ¶1"}
- id: five-years
  what: {en: Price over five years, ko: 5년 가격}
  period: 2031/2035
  status: planned
  briefings: [ferry]
  said:
    - {value: 2.4 trillion won, origin: haenam, cite: "@times-2031-05-04, ¶1"}
- id: split
  what: {en: A sum in dispute, ko: 엇갈리는 금액}
  briefings: [ferry]
  said:
    - {value: 1 trillion won, origin: haenam, cite: "@times-2031-05-04, ¶1"}
    - {value: 3 trillion won, origin: reporter, cite: "@ilbo-2031-05-05, ¶1"}
"""
EVENTS = """
- id: talks
  when: XXXX-XX-04
  what: {en: Talks begin., ko: 논의를 시작한다.}
  status: happened
  briefings: [ferry]
  cite: "@times-2031-05-04, ¶1"
- id: old-plan
  when: 2031-H2
  what: {en: The first ship was due earlier., ko: 첫 배는 더 일찍 올 예정이었다.}
  status: superseded
  briefings: [ferry]
  cite: "@times-2031-05-04, ¶2"
"""
PICTURES = """\
pictures:
  - id: prices
    kind: bars
    title: {en: The price & its part, ko: 가격과 그 부분}
    after: first-ship
    rows:
      - {id: price, label: {en: Whole, ko: 전체}}
      - {id: small-order, label: {en: First part, ko: 첫 부분}}
      - {id: dollars, label: {en: In dollars, ko: 달러}}
      - {id: five-years, label: {en: Five years, ko: 5년}}
      - {id: split}
      - {id: trifle}
  - id: steps
    kind: timeline
    title: {en: Steps, ko: 일정}
    rows:
      - {id: delivery, label: {en: First ship, ko: 첫 배}}
      - {id: ordered}
      - {id: old-plan, label: {en: Earlier plan, ko: 이전 계획}}
      - {id: talks}
"""


def files(pictures: str = PICTURES) -> dict[str, str | None]:
    """Return the invented dossier's files with *pictures* declared by its first briefing."""
    return {
        "ledger/facts.yaml": (FILES["ledger/facts.yaml"] or "") + FACTS,
        "ledger/events.yaml": (FILES["ledger/events.yaml"] or "") + EVENTS,
        "briefings/ferry/briefing.yaml": (FILES["briefings/ferry/briefing.yaml"] or "") + pictures,
    }


@pytest.fixture(scope="module")
def assets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of the invented dossier with two pictures."""
    return make_assets(make_dossier(tmp_path_factory.mktemp("pictures"), files()))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages of the invented dossier with two pictures."""
    return make_pages(tmp_path_factory.mktemp("pages"), files())


def texts(svg: bytes) -> list[str]:
    """Return the words in a picture, in order."""
    return [element.text for element in etree.fromstring(svg).iter(f"{SVG}text")]


def widths(svg: bytes, kind: str) -> list[Decimal]:
    """Return the widths of the bars of one status, in percent."""
    found = etree.fromstring(svg).iter(f"{SVG}rect")
    return [
        Decimal(bar.get("width").rstrip("%")) for bar in found if bar.get("class") == kind and "%" in bar.get("width")
    ]


# --------------------------------------------------------------------------------------------------------- the files


def test_a_picture_a_language(assets: dict[str, bytes]) -> None:
    """Each language has its pictures, with the words of that language as real text."""
    assert [path for path in assets if path.endswith(".svg")] == [
        f"{language}/pictures/ferry-{name}.svg" for language in ("en", "ko") for name in ("prices", "steps")
    ]
    assert texts(assets["en/pictures/ferry-prices.svg"]) == [
        *("Whole", "2.4 trillion won", "First part", "600 billion won", "Happened", "Planned")
    ]
    assert texts(assets["ko/pictures/ferry-prices.svg"]) == [
        *("전체", "2조4000억원", "첫 부분", "6000억원", "완료", "계획")
    ]


def test_the_same_bytes_each_time(tmp_path: Path, assets: dict[str, bytes]) -> None:
    """The same seeds give the same files, whatever the day."""
    assert make_assets(make_dossier(tmp_path, files())) == assets


@pytest.mark.parametrize("name", ["prices", "steps"])
def test_a_picture_speaks(assets: dict[str, bytes], name: str) -> None:
    """It is an image with a title, and a description that tells all that is drawn."""
    root = etree.fromstring(assets[f"en/pictures/ferry-{name}.svg"])
    assert root.get("role") == "img"
    assert root.get("lang") == "en"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("aria-labelledby").split() == [title.get("id"), description.get("id")]
    labels = ("Whole: 2.4 trillion won (planned)", "First part: 600 billion won (happened)")
    steps = ("Haenam Shipping orders seven ferries.: 4 May 2031 (happened)", "First ship: the second quarter of 2032")
    assert [one for one in (labels if name == "prices" else steps) if one not in description.text] == []


@pytest.mark.parametrize("name", ["prices", "steps"])
def test_a_picture_fetches_nothing(assets: dict[str, bytes], name: str) -> None:
    """No script, no font, no address but that of SVG itself."""
    svg = assets[f"ko/pictures/ferry-{name}.svg"].decode()
    assert "<script" not in svg
    assert "@import" not in svg
    assert set(re.findall(r"https?://[^\"' )]+", svg)) == {"http://www.w3.org/2000/svg"}


def test_one_file_for_light_and_dark(assets: dict[str, bytes]) -> None:
    """The fragment that the page gives to the dark image is the root's own id, and turns the colours."""
    svg = assets["en/pictures/ferry-prices.svg"].decode()
    assert etree.fromstring(svg.encode()).get("id") == "only-dark"
    assert ":root:target{" in svg


def test_no_view_box(assets: dict[str, bytes]) -> None:
    """The picture takes any width, with its text at its own size."""
    root = etree.fromstring(assets["en/pictures/ferry-steps.svg"])
    assert root.get("viewBox") is None
    assert root.get("width") == "100%"
    assert int(root.get("height")) > 100


# --------------------------------------------------------------------------------------------------------- the bars


def test_bars_are_to_scale(assets: dict[str, bytes]) -> None:
    """A quarter of the sum is a quarter of the length, and planned is not drawn as happened."""
    svg = assets["en/pictures/ferry-prices.svg"]
    (whole,), (part,) = widths(svg, "planned"), widths(svg, "happened")
    assert abs(whole - 4 * part) < Decimal("0.05")


def test_only_like_is_drawn_beside_like(pages: dict[str, str]) -> None:
    """Another currency, another stretch of time and a sum in dispute stand in the table alone, with the reason."""
    page = pages["en/ferry.md"]
    assert "In the table only, in another currency or unit: In dollars." in page
    assert "In the table only, since it is another measure: Five years." in page
    assert "In the table only, since no one figure stands for it: A sum in dispute." in page
    table = page[page.index('id="picture-prices"') : page.index("</figure>")]
    assert "$1.8 <span" in table
    assert "1 trillion won / 3 trillion <span" in table


def test_what_is_for_the_curator_alone_is_not_shown(pages: dict[str, str]) -> None:
    """A fact whose difference only the curator sees is neither drawn nor in the table."""
    assert "A trifle" not in pages["en/ferry.md"]


def test_nothing_to_compare_is_no_picture(tmp_path: Path) -> None:
    """One bar, or none, is left out; the page stands without it."""
    declared = PICTURES.replace("- {id: small-order, label: {en: First part, ko: 첫 부분}}", "- {id: payer}")
    site = make_dossier(tmp_path, files(declared))
    assert not [path for path in make_assets(site) if path.endswith("prices.svg")]


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        pytest.param("$2.9 billion", Decimal("2.9"), id="short"),
        pytest.param("at least 12,345,678,900,000 won", Decimal(5), id="long"),
        pytest.param("약 123조4567억8900만원", Decimal(1), id="korean"),
    ],
)
def test_figures_have_room_on_a_phone(value: str, amount: Decimal) -> None:
    """Behind every bar its figure fits within the narrowest width."""
    drawing = Drawing("en", "t", "d")
    draw_bars(drawing, [Bar("a", value, amount, "planned"), Bar("b", "1", amount / 3, "planned")], [])
    longest = max(widths(drawing.svg(), "planned")) / 100 * NARROW
    assert longest + text_width(value, 15) <= NARROW or longest <= NARROW / 4


# ------------------------------------------------------------------------------------------------------ the timeline

WORDS = Words(("Q1", "Q2", "Q3", "Q4"), "{year}", "Newest", (("happened", "Happened"),))


def test_marks_stand_where_their_days_are(assets: dict[str, bytes]) -> None:
    """A quarter is a bar from its first day to its last, a day is a dot."""
    root = etree.fromstring(assets["en/pictures/ferry-steps.svg"])
    scale = read_scale([Moment("", date(2031, 5, 4), date(2032, 6, 30), "planned")], None)
    (bar,) = [one for one in root.iter(f"{SVG}rect") if one.get("class") == "planned" and "%" in one.get("width")]
    start, end = scale.at(date(2032, 4, 1)) * 100, scale.at(date(2032, 7, 1)) * 100
    assert abs(Decimal(bar.get("x").rstrip("%")) - start) < Decimal("0.01")
    assert abs(Decimal(bar.get("width").rstrip("%")) - (end - start)) < Decimal("0.02")
    assert len([one for one in root.iter(f"{SVG}circle") if one.get("class") == "happened"]) == 1


def test_status_is_said_in_words(assets: dict[str, bytes]) -> None:
    """Happened, planned and superseded stand in the legend, and what is superseded is struck through."""
    svg = assets["en/pictures/ferry-steps.svg"]
    assert texts(svg)[-3:] == ["Happened", "Planned", "Superseded"]
    (struck,) = [one for one in etree.fromstring(svg).iter(f"{SVG}text") if "struck" in (one.get("class") or "")]
    assert struck.text == "Earlier plan"


def test_the_end_of_the_sources_is_marked(assets: dict[str, bytes]) -> None:
    """A line says where the dossier ends: what stands behind it no source could report."""
    assert "Newest article: 5 May 2031" in texts(assets["en/pictures/ferry-steps.svg"])


def test_an_open_date_is_told_not_drawn(pages: dict[str, str], assets: dict[str, bytes]) -> None:
    """An event of a 4th whose month no article gives stands in the table, and a sentence says why."""
    assert "Talks begin." not in texts(assets["en/pictures/ferry-steps.svg"])
    assert "In the table only, since no article says which month it was: Talks begin." in pages["en/ferry.md"]
    assert "| The 4th of a month not given | Talks <span" in pages["en/ferry.md"]


def test_what_happened_stands_above_what_is_due(assets: dict[str, bytes]) -> None:
    """Events come in the order of their last days, however they are declared."""
    words = texts(assets["en/pictures/ferry-steps.svg"])
    assert words.index("Earlier plan") < words.index("First ship")


def test_long_labels_break_at_blanks() -> None:
    """A label that fits on neither side of its mark goes on in the next line, never past the edge."""
    label = "A very long name of an event that nobody has shortened for the picture"
    drawing = Drawing("en", "t", "d")
    moments = [
        Moment(label, date(2031, 7, 1), date(2031, 9, 30), "planned"),
        Moment("b", date(2031, 1, 1), date(2031, 12, 31), "happened"),
    ]
    draw_timeline(drawing, moments, date(2031, 3, 1), WORDS)
    lines = [text for text in texts(drawing.svg()) if text and text in label and len(text) > 2]
    assert " ".join(lines) == label
    assert len(lines) > 1


@pytest.mark.parametrize("years", [1, 2, 3, 12, 80])
def test_any_stretch_of_time_has_a_scale(years: int) -> None:
    """From a quarter to decades, the names on the scale never meet on the narrowest phone."""
    moments = [
        Moment("a", date(2001, 2, 3), date(2001, 2, 3), "happened"),
        Moment("b", date(2001 + years, 1, 1), date(2001 + years, 12, 31), "planned"),
    ]
    drawing = Drawing("en", "t", "d")
    draw_timeline(drawing, moments, None, WORDS)
    places = [
        (Decimal(one.get("x").rstrip("%")) / 100 * NARROW, text_width(one.text, 12))
        for one in etree.fromstring(drawing.svg()).iter(f"{SVG}text")
        if re.fullmatch(r"\d{4}", one.text or "")
    ]
    assert all(x + width <= following for (x, width), (following, _) in itertools.pairwise(places))


def test_wrapping_keeps_every_word() -> None:
    """A word longer than the room has a line of its own."""
    assert wrapped("경제자유구역청 a", Decimal(20), 14) == ("경제자유구역청", "a")


# --------------------------------------------------------------------------------------------------------- the page


def test_the_picture_follows_its_passage(pages: dict[str, str]) -> None:
    """Where a passage is named and the page has it, the picture stands behind it; a timeline stands with the list."""
    page = pages["en/ferry.md"]
    assert page.index("{ #first-ship }") < page.index('id="picture-prices"') < page.index("{ #timeline }")
    assert page.index("{ #timeline }") < page.index('id="picture-steps"') < page.index("{ #differences }")


def test_without_prose_the_pictures_stay(tmp_path: Path) -> None:
    """With all prose deleted the pictures stand where the story would."""
    without = {"briefings/ferry/en.md": None, "briefings/ferry/ko.md": None}
    page = make_pages(tmp_path, {**files(), **without})["ko/ferry.md"]
    assert 'id="picture-prices"' in page
    assert 'id="picture-steps"' in page


def test_the_table_behind_is_cited(pages: dict[str, str]) -> None:
    """Every row of the closed table opens a note, and every such note is on the page."""
    page = pages["ko/ferry.md"]
    figure = page[page.index('id="picture-steps"') :].partition("</figure>")[0]
    rows = [line for line in figure.splitlines() if line.startswith("| ") and "---" not in line][1:]
    assert len(rows) == 4
    assert '<details class="behind" markdown>' in figure
    for row in rows:
        (target,) = re.findall(r'popovertarget="([^"]+)"', row)
        assert f'id="{target}" popover' in figure


def test_labels_are_checked_like_every_text(tmp_path: Path) -> None:
    """A figure in a label that the fact's paragraphs do not carry is an error at the label."""
    declared = PICTURES.replace("en: First part,", "en: 9.9 trillion won,")
    found = check(make_seeds(tmp_path, {**FILES, **files(declared)})).findings
    own = [finding for finding in found if finding.span.path.endswith("ferry/briefing.yaml")]
    assert [(finding.rule.code, finding.span.text) for finding in own] == [("B301", "9.9 trillion won")]


def test_a_picture_is_read_from_its_record(tmp_path: Path) -> None:
    """Titles, rows and the passage come with their places in the file."""
    library, findings = read_library(make_seeds(tmp_path, {**FILES, **files()}))
    assert [finding.rule.code for finding in findings] == []
    first, second = library.briefings["ferry"].pictures
    assert (first.id, first.kind, first.after and first.after.text) == ("prices", "bars", "first-ship")
    assert [row.id.text for row in second.rows] == ["delivery", "ordered", "old-plan", "talks"]
    assert first.rows[0].id.span.text == "price"


# ------------------------------------------------------------------------------------------------------------ writing


def test_assets_are_written_once_and_cleared(tmp_path: Path, assets: dict[str, bytes]) -> None:
    """Nothing is written twice; what no seed asks for any more goes, and what others put there stays."""
    assert write_assets(assets, tmp_path) == tuple(assets)
    assert write_assets(assets, tmp_path) == ()
    photograph = tmp_path / "en" / "pictures" / "harbour.jpg"
    photograph.write_bytes(b"x")
    gone = {path: raw for path, raw in assets.items() if "prices" not in path}
    assert write_assets(gone, tmp_path) == ("en/pictures/ferry-prices.svg", "ko/pictures/ferry-prices.svg")
    assert photograph.exists()


def test_the_shipped_pictures_never_stand_beside_the_sum_of_another_country() -> None:
    """The sum for Korea is in none of the pictures, nor is the total over five years beside single years."""
    site = build(Path(__file__).resolve().parents[1] / "seeds").site
    shown = {row.id.text for one in site.library.briefings.values() for picture in one.pictures for row in picture.rows}
    assert shown
    assert shown & {"joint-investment", "joint-investment-dollars", "ax-revenue-total"} == set()
