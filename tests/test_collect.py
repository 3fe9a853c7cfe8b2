"""One original in, its evidence out."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.claims.library import read_library
from generator.evidence.codec import evidence_text, read_evidence
from generator.evidence.collect import EXTRACTOR, OriginalError, Tables, build_tables, collect
from generator.source import Source
from tests.evidence_page import PAGES, read_page
from tests.seeds_maker import make_seeds

PAGE = """Haenam Shipping orders ferries
Published: 04 May 2031, 09:10
- LEE BO-RA
Haenam Shipping said Sunday it will pay 2.4 trillion won ($1.8 billion) for seven ferries over five years.
“We will not wait for another winter,” chief executive Park Sun-a said at the quay in Mokpo on the day.
The company expects the first ferry in the second quarter of next year. Park named no bank.
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Return the tables of the small invented dossier."""
    return build_tables(read_library(make_seeds(tmp_path_factory.mktemp("seeds"), {}))[0])


def test_evidence(tables: Tables) -> None:
    """Evidence says what is in the original, where, and with what it was made."""
    evidence, reading = collect("a.txt", PAGE.encode(), tables, "times-2031-05-04", None)
    assert (evidence.article, evidence.language, evidence.found.title) == (
        "times-2031-05-04",
        "en",
        "Haenam Shipping orders ferries",
    )
    assert evidence.found.authors == ("LEE BO-RA",)
    assert [paragraph.locator for paragraph in evidence.paragraphs] == ["title", "¶1", "¶2", "¶3"]
    first = evidence.paragraph("¶1")
    assert first is not None
    assert (first.line, first.briefings) == (4, ("ferry",))
    assert [(figure.text, str(figure.low)) for figure in first.figures][:2] == [
        ("2.4 trillion won", "2400000000000"),
        ("$1.8 billion", "1800000000"),
    ]
    assert [day.edtf for day in first.dates] == ["2031-05-04"]
    assert [quotation.by for quotation in evidence.quotations] == ["park"]
    assert (evidence.made.extractor, evidence.made.tables) == (EXTRACTOR, tables.digest)
    assert evidence.lines == {1: "title", 2: "meta", 3: "meta", 4: "body", 5: "body", 6: "body"}
    assert len(reading.texts) == len(evidence.paragraphs)


def test_day_of_publication(tables: Tables) -> None:
    """A day that the curator gives comes before the one the page prints."""
    evidence, _ = collect("a.txt", PAGE.encode(), tables, "a", date(2032, 1, 1))
    third = evidence.paragraph("¶3")
    assert third is not None
    assert [(day.first, day.last) for day in third.dates] == [(date(2033, 4, 1), date(2033, 6, 30))]


def test_no_sentence(tables: Tables) -> None:
    """No text in the file is longer than the expression it stands for: eight words in a row never travel."""
    for path in PAGES:
        page = read_page(path)
        text = evidence_text(collect("a.txt", page.raw, tables, "a", None)[0])
        for number, kind in page.labels.items():
            words = page.lines[number - 1].split()
            if kind == "body":
                assert not any(" ".join(words[at : at + 8]) in text for at in range(len(words) - 7))


def test_same_bytes(tables: Tables) -> None:
    """The same original gives the same bytes, which are read back as the same evidence."""
    for path in PAGES:
        raw = read_page(path).raw
        evidence, _ = collect("a.txt", raw, tables, "a", None)
        text = evidence_text(evidence)
        assert evidence_text(collect("a.txt", raw, tables, "a", None)[0]) == text
        assert read_evidence(Source("e.json", text)) == (evidence, ())


def test_places(tables: Tables) -> None:
    """Every figure, date and name stands where the evidence says."""
    for path in PAGES:
        evidence, reading = collect("a.txt", read_page(path).raw, tables, "a", None)
        for index, paragraph in enumerate(evidence.paragraphs):
            text = " ".join(reading.texts[index : index + 2])  # over the break of a row, where there is one
            for fact in (*paragraph.figures, *paragraph.dates, *paragraph.mentions):
                assert text[fact.start : fact.end] == fact.text


def test_names_once(tables: Tables) -> None:
    """A name that stands twice in a paragraph is listed once."""
    raw = PAGE.replace("Park named no bank", "Haenam Shipping and Haenam Shipping only pay, said the company").encode()
    third = collect("a.txt", raw, tables, "a", None)[0].paragraph("¶3")
    assert third is not None
    assert [mention.text for mention in third.mentions if mention.via is None] == ["Haenam Shipping"]


def test_no_article(tables: Tables) -> None:
    """A page without running text is refused."""
    with pytest.raises(OriginalError) as caught:
        collect("a.txt", b"Home\nNews\nLog in\n", tables, "a", None)
    assert "no paragraph" in caught.value.message


def test_digest_of_tables(tmp_path: Path, tables: Tables) -> None:
    """Another alias or route gives another digest; the same seeds give the same."""
    same = build_tables(read_library(make_seeds(tmp_path / "one", {}))[0])
    assert same.digest == tables.digest
    text = "- {id: haenam, kind: org, names: {en: Haenam Shipping, ko: 해남해운}, aliases: [HSC]}\n"
    other = build_tables(read_library(make_seeds(tmp_path / "two", {"entities/all.yaml": text}))[0])
    assert other.digest != tables.digest


@settings(max_examples=30)
@given(st.lists(st.text(max_size=120), min_size=1, max_size=12))
def test_any_text(tables: Tables, lines: list[str]) -> None:
    """Any text is either evidence or refused, and nothing else happens."""
    try:
        evidence, _ = collect("a.txt", "\n".join(lines).encode("utf-8", "replace"), tables, "a", None)
    except OriginalError:
        return
    assert read_evidence(Source("e.json", evidence_text(evidence)))[0] == evidence


def test_speed(tables: Tables) -> None:
    """A page of 4 kB takes far less than the 60 milliseconds that a thousand in 30 seconds on two cores allow."""
    raw = [read_page(path).raw for path in PAGES]
    for each in raw[:3]:
        collect("a.txt", each, tables, "a", None)
    start = time.process_time()
    for each in raw:
        collect("a.txt", each, tables, "a", None)
    assert (time.process_time() - start) / sum(map(len, raw)) * 4096 < 0.06


WRAPPED = """\
Tongyeong yard takes orders for electric ferries

Garam Shipbuilding said on Tuesday that it had taken orders worth 2.4
trillion won for battery ferries, and that the first of them would
sail in the first half of 2032 from the port of Tongyeong. It will hire 450
people.
"We asked for a quay and were given a harbour," its chief executive told
reporters at the gate of the yard, which has stood empty since March 3,
2027 and was sold by the council of the island for $12.5
million.
"""


def test_broken_paragraph(tables: Tables) -> None:
    """Every row of a broken paragraph is body; a figure or date over the break is read whole, and stands where it begins."""
    evidence, _ = collect("a.txt", WRAPPED.encode(), tables, "a", date(2031, 5, 6))
    assert evidence.lines is not None
    assert [evidence.lines[number] for number in range(3, 11)] == ["body"] * 8
    rows = {row.line: row for row in evidence.paragraphs}
    assert [figure.text for figure in rows[3].figures] == ["2.4 trillion won"]
    assert [figure.text for figure in rows[5].figures] == ["450 people"]
    assert [(figure.text, figure.start) for figure in rows[9].figures] == [("$12.5 million", 51)]
    assert [day.text for day in rows[8].dates] == ["March 3, 2027"]
    assert all(row.start >= 0 for line in evidence.paragraphs for row in (*line.figures, *line.dates, *line.mentions))


KOREAN_WRAPPED = """\
가람조선, 통영에 전기 여객선 조선소 연다

가람조선은 6일 전기 여객선 일곱 척을 모두 2조
4000억원에 수주했으며 내년 상반기에 첫 배를 통
영항에서 띄우고 사람 450명을 새로 뽑는다고 밝혔
다. 배는 모두 전기로 움직이며 섬 열두 곳을 오가
게 된다.
"""


def test_broken_korean_paragraph(tables: Tables) -> None:
    """Rows of Korean are body too, and their figures are all there."""
    evidence, _ = collect("a.txt", KOREAN_WRAPPED.encode(), tables, "a", date(2031, 5, 6))
    assert evidence.lines is not None
    assert [evidence.lines[number] for number in range(3, 8)] == ["body"] * 5
    found = [figure.text for row in evidence.paragraphs for figure in row.figures]
    assert {"2조 4000억원", "450명"} <= set(found)
