"""Dates across an article, dates of a ledger, and what no text may do to the reader."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.dates import parse_when, read_dates
from generator.model import Precision

ARTICLES = {
    "this-day-leads": ("ko", "2024-10-11", ["그는 9일 말했다.", "값이 올랐다.", "이날 주가도 올랐다."], [["2024-10-09"], [], ["2024-10-09"]]),
    "this-day-nearest": ("ko", "2024-10-11", ["그는 9일 말했다.", "지난 3일 공장이 멈췄다.", "이날 불이 났다."], [["2024-10-09"], ["2024-10-03"], ["2024-10-03"]]),
    "this-day-not-ahead": ("ko", "2024-10-11", ["10일 밝혔다. 청문회는 15일 연다. 이날 그는 사과했다."], [["2024-10-10", "2024-10-15", "2024-10-10"]]),
    "this-day-ahead": ("ko", "2024-10-11", ["10일 밝혔다. 개관식은 15일 연다. 이날 행사에는 시장이 참석할 예정이다."], [["2024-10-10", "2024-10-15", "2024-10-15"]]),
    "this-day-not-long-ago": ("ko", "2025-03-31", ["거래가 31일 재개됐다. 2023년 11월 6일 멈춘 지 1년여 만이다. 이날 주가는 내렸다."], [["2025-03-31", "2023-11-06", "2025-03-31"]]),
    "next-day-told": ("ko", "2024-12-04", ["3일 선포했다. 표결은 6∼7일이다. 이튿날인 4일 환율이 뛰었다."], [["2024-12-03", "2024-12-06/2024-12-07", "2024-12-04", "2024-12-04"]]),
    "photo-day-is-no-lead": ("ko", "2024-10-11", ["전경. 2023.05.03", "이날 행사가 열렸다."], [["2023-05-03"], ["2024-10-11"]]),
    "same-day-leads": ("en", "2025-03-05", ["It said so on Tuesday.", "Last year it grew.", "On the same day, a rival signed."], [["2025-03-04"], ["2024"], ["2025-03-04"]]),
    "open-day": ("ko", "", ["계약했다고 4일 밝혔다. 이날 본사에서 열렸다.", "그는 이날 웃었다."], [["XXXX-XX-04", "XXXX-XX-04"], ["XXXX-XX-04"]]),
    "year-in-force": ("ko", "2024-10-10", ["작년 4분기에 벌었다. 3분기에는 잃었다. 2분기도 나빴다."], [["2023-36", "2023-35", "2023-34"]]),
    "year-not-in-force-after-since": ("ko", "2025-05-14", ["2022년 하반기부터 수주한 배가 늘며 1분기 매출이 뛰었다."], [["2022-41", "2025-33"]]),
    "year-not-in-force-later": ("ko", "2025-07-03", ["지난해 10월 첫선을 보였다. 반응이 좋았다. 2분기 실적은 8월 7일 공개한다."], [["2024-10", "2025-34", "2025-08-07"]]),
    "year-not-in-force-ahead": ("ko", "2025-01-20", ["지난해 4분기 적자였다. 하반기부터 회복할 것으로 본다."], [["2024-36", "2025-41"]]),
    "year-not-in-force-paragraph": ("ko", "2024-10-10", ["작년 4분기에 벌었다.", "2분기에는 잃었다."], [["2023-36"], ["2024-34"]]),
    "reported-month": ("ko", "2025-01-06", ["10일에는 미국 12월 고용보고서가 나온다."], [["2025-01-10", "2024-12"]]),
    "reported-quarter": ("en", "2025-07-03", ["Second-quarter earnings are due Aug. 7."], [["2025-34", "2025-08-07"]]),
    "range-over-years": ("ko", "2025-02-11", ["10월 26일부터 내년 3월 28일까지 운항한다."], [["2025-10-26/2026-03-28"]]),
    "broadcast": ("ko", "2025-01-15", ["주말인 18일에는 눈이 내립니다. 다음 주 월요일인 20일부터 춥겠습니다."], [["2025-01-18", "2025-01-20", "2025-01-20"]]),
    "today-ahead": ("en", "2025-03-18", ["The chief will speak at the fair on Tuesday."], [["2025-03-18"]]),
    "until-ahead": ("en", "2024-12-30", ["Mourning was declared until Saturday."], [["2025-01-04"]]),
    "until-past": ("en", "2024-12-30", ["The show ran until March."], [["2024-03"]]),
    "season-years": ("en", "2024-07-01", ["Output will fall in 2024/25, down from 2023/24."], [["2024/2025", "2023/2024"]]),
    "pinned-by-fair": (
        "en",
        "",
        ["A crane on March 2, 2024", "Last week it held Docks 2024.", "At this year’s Docks fair, it grew this March."],
        [["2024-03-02"], [""], ["2024", "2024-03"]],
    ),
    "pinned-by-fair-ko": ("ko", "", ["올해 부두전 행사에서 발표했다.", "부두전 2024는 지난해 4월 열렸다."], [["2024"], ["2023-04"]]),
    "not-pinned": ("en", "", ["It opened on March 2, 2024.", "This year it grew. In May it fell."], [["2024-03-02"], ["", "XXXX-05"]]),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "published", "paragraphs", "dates"), [pytest.param(*rest, id=id) for id, rest in ARTICLES.items()]
)
def test_article(language: str, published: str, paragraphs: Sequence[str], dates: list[list[str]]) -> None:
    """What an article named before says which day, month or year a later word means."""
    found = read_dates(paragraphs, language, date.fromisoformat(published) if published else None)
    assert [[each.edtf for each in some] for some in found] == dates


VALUES = {
    "2024-10-10": ("2024-10-10", "2024-10-10", "2024-10-10", Precision.DAY),
    "2024-02": ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
    "2025-33": ("2025-33", "2025-01-01", "2025-03-31", Precision.QUARTER),
    "2025-Q2": ("2025-34", "2025-04-01", "2025-06-30", Precision.QUARTER),
    "2025-H1": ("2025-40", "2025-01-01", "2025-06-30", Precision.HALF),
    "2025-22": ("2025-22", "2025-06-01", "2025-08-31", Precision.SPAN),
    "2024": ("2024", "2024-01-01", "2024-12-31", Precision.YEAR),
    "202X": ("202X", "2020-01-01", "2029-12-31", Precision.SPAN),
    "2024/2029": ("2024/2029", "2024-01-01", "2029-12-31", Precision.SPAN),
    "2024-10/2025-03": ("2024-10/2025-03", "2024-10-01", "2025-03-31", Precision.SPAN),
    "XXXX-XX-04": ("XXXX-XX-04", None, None, Precision.DAY),
    "XXXX-09": ("XXXX-09", None, None, Precision.MONTH),
    "XXXX-02-29": ("XXXX-02-29", None, None, Precision.DAY),
    "XXXX-34": ("XXXX-34", None, None, Precision.QUARTER),
    "10 October 2024": ("2024-10-10", "2024-10-10", "2024-10-10", Precision.DAY),
    "October 10, 2024": ("2024-10-10", "2024-10-10", "2024-10-10", Precision.DAY),
    "2024년 10월 10일": ("2024-10-10", "2024-10-10", "2024-10-10", Precision.DAY),
    "September 2024": ("2024-09", "2024-09-01", "2024-09-30", Precision.MONTH),
    "2024년 9월": ("2024-09", "2024-09-01", "2024-09-30", Precision.MONTH),
    "the second quarter of 2025": ("2025-34", "2025-04-01", "2025-06-30", Precision.QUARTER),
    "2025년 2분기": ("2025-34", "2025-04-01", "2025-06-30", Precision.QUARTER),
    "the first half of 2025": ("2025-40", "2025-01-01", "2025-06-30", Precision.HALF),
    "2025년 상반기": ("2025-40", "2025-01-01", "2025-06-30", Precision.HALF),
    "2029년": ("2029", "2029-01-01", "2029-12-31", Precision.YEAR),
    "by 2029": ("2029", "2029-01-01", "2029-12-31", Precision.YEAR),
    "2029년까지": ("2029", "2029-01-01", "2029-12-31", Precision.YEAR),
    "2024–2029": ("2024/2029", "2024-01-01", "2029-12-31", Precision.SPAN),
    "2024~2029년": ("2024/2029", "2024-01-01", "2029-12-31", Precision.SPAN),
    "the 4th of a month not given": ("XXXX-XX-04", None, None, Precision.DAY),
    "4일(월 미상)": ("XXXX-XX-04", None, None, Precision.DAY),
    "July": ("XXXX-07", None, None, Precision.MONTH),
    " 2024-10-10 ": ("2024-10-10", "2024-10-10", "2024-10-10", Precision.DAY),
}


@pytest.mark.parametrize("text", VALUES)
def test_value(text: str) -> None:
    """A ledger's date is EDTF or words in either language."""
    edtf, first, last, precision = VALUES[text]
    found = parse_when(text)
    assert found is not None
    assert (found.text, found.start) == (text, 0)
    days = (found.first and found.first.isoformat(), found.last and found.last.isoformat())
    assert (found.edtf, *days, found.precision) == (edtf, first, last, precision)


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "last week", "올해", "2.4 trillion won", "2조4000억원", "300", "five years", "5년간", "50%"),
        *("2024-13", "2024-02-30", "XXXX-02-30", "XXXX", "XXXX-XX", "2025-Q5", "2029/2024", "2024-10-10-10", "2024/", "/2024"),
        *("between 2024-10 and later", "KT opened in September 2024", "2024년 9월에 열었다", "0000", "2024-00-00"),
    ],
)  # fmt: skip
def test_no_value(text: str) -> None:
    """What is no date, or needs a day of publication, is none."""
    assert parse_when(text) is None


WORDS = [
    *("10일 ", "지난 ", "오는 ", "내년 ", "1분기 ", "3월", "까지", "부터 ", "~", "2024년 ", "이날 ", "월요일 ", "이달 말 ", "상반기 ", "’24년", "했다. "),
    *("Oct. ", "10", "31", "2024", ", ", "last ", "next ", "this ", "Friday ", "May ", "first ", "half ", "quarter ", "of ", "the year ", "by ", "-"),
    *("Q3", "H1", " to ", "from ", "“", "”", "\n", "\u200f", "😀", "\x00", "٣", "²", "０", "ı", "İ", "\ud7a3", "(", ")", "/", "年", "FY"),
]  # fmt: skip
DAYS = st.none() | st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29)])


@given(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map("".join), max_size=4),
    st.sampled_from(["en", "ko"]),
    DAYS,
)
def test_any_words(paragraphs: list[str], language: str, published: date | None) -> None:
    """Whatever stands in an article, dates come in order, stand where they say and do not run backwards."""
    found = read_dates(paragraphs, language, published)
    assert len(found) == len(paragraphs)
    for text, dates in zip(paragraphs, found, strict=True):
        end = 0
        for each in dates:
            assert each.start >= end
            assert text[each.start : each.end] == each.text != ""
            assert (each.first is None) == (each.last is None)
            assert each.first is None or each.last is None or each.first <= each.last
            assert each.first is None or each.edtf
            end = each.end


@given(st.text(max_size=40))
def test_any_value(text: str) -> None:
    """Whatever a ledger holds, its value is a date or none; the EDTF of a date means the same date."""
    found = parse_when(text)
    if found is not None:
        again = parse_when(found.edtf)
        assert again is not None
        assert (again.first, again.last, again.edtf) == (found.first, found.last, found.edtf)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    "unit",
    ["1234567890", ",", "()", " ", "2024 ", "2024-", "10일 ", "3월", "Oct. 10 ", "지난 ", "the year ", "“a. ", "A. ", "was to ", "3일~"],
)  # fmt: skip
def test_growth(language: str, unit: str) -> None:
    """Reading time grows with the length, also for one long line of nothing but marks and numerals."""

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        read_dates([text], language, date(2024, 10, 10))
        return time.process_time() - start

    seconds(1_000)
    assert seconds(40_000) < 0.1 + 14 * seconds(8_000)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_gold(language: str) -> None:
    """On the labelled articles, F1 by line, first and last day is at least 0.95 in each language."""
    shared = Path(__file__).parents[1].parent / "shared"
    if not (shared / "gold").is_dir():
        pytest.skip("the labelled articles are private and are not beside this checkout")
    scores: Counter[str] = Counter()
    for path in sorted((shared / "gold").glob("*.gold.json")):
        gold = json.loads(path.read_text())
        if gold["metadata"]["language"] != language:
            continue
        lines = (shared / "originals" / path.name.replace(".gold.json", ".txt")).read_text().split("\n")
        numbers = [int(n) for n, kind in gold["lines"].items() if kind in ("title", "heading", "body", "caption")]
        day = gold["metadata"]["published"]
        found = read_dates([lines[n - 1] for n in numbers], language, date.fromisoformat(day) if day else None)
        got = Counter(
            (n, str(each.first), str(each.last))
            for n, some in zip(numbers, found, strict=True)
            for each in some
            if each.first
        )
        want = Counter(
            (row["line"], row["start"], row["end"]) for row in gold["dates"] if row["start"] and row["line"] in numbers
        )
        scores.update(right=(got & want).total(), all=got.total() + want.total())
    assert 2 * scores["right"] / scores["all"] >= 0.95
