"""Lines of page dumps get the labels that a person would give them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.lines import page_language, read_lines
from generator.evidence.originals import read_capture
from generator.evidence.page import label_page
from tests.evidence_page import COARSE, PAGES, Page, read_page

KOREAN = (
    "가람조선이 통영에 새 도크를 짓는다고 18일 밝혔다. 공사는 내년 봄에 시작한다.",
    "회사는 도크 두 기를 세우고 사람 450명을 새로 뽑는다. 배는 모두 전기로 움직인다.",
    "대표는 섬마다 충전소를 놓겠다고 말했다. 통영시는 길을 넓히기로 했다.",
)
ENGLISH = (
    "Garam Shipbuilding said it would open a yard for battery ferries in Tongyeong next spring.",
    "The yard will employ 450 people and build two ferries at a time, the company said.",
    "Its chief executive promised a charging station on every island along the coast.",
)


def label(*lines: str) -> list[str]:
    """Return the labels of *lines*; blank lines get none."""
    texts = [line.strip() for line in lines]
    labels = label_page(read_lines(texts, None), page_language(texts))
    return [labels[number] for number, text in enumerate(texts, 1) if text]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path) -> None:
    """Each line of an invented page is told to be title, content, caption or page."""
    page = read_page(path)
    lines = read_lines(read_capture("a.txt", page.raw).lines, None)
    labels = label_page(lines, page.language)
    wrong = [
        f"{number}: {want} labelled {labels[number]}: {page.lines[number - 1]}"
        for number, want in page.labels.items()
        if COARSE[want] != COARSE[labels[number]]
    ]
    assert wrong == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_paragraph_numbers(path) -> None:
    """Paragraphs are told from headings, so that ¶ numbers are those a reader counts."""
    page = read_page(path)
    labels = label_page(read_lines(read_capture("a.txt", page.raw).lines, None), page.language)
    assert [n for n, kind in sorted(labels.items()) if kind == "body"] == [
        n for n, kind in page.labels.items() if kind == "body"
    ]


def test_languages() -> None:
    """There are at least six invented pages of each language, and each is recognised as such."""
    pages = [read_page(path) for path in PAGES]
    assert all(page_language(page.lines) == page.language for page in pages)
    assert min(sum(page.language == language for page in pages) for language in ("en", "ko")) >= 6


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        pytest.param(
            [
                "가람조선, 통영에 새 도크 짓는다",
                *KOREAN,
                "관련기사",
                "섬 주민 뱃삯 지원 조례 통과",
                "남해 양식장 피해 신고 잇따라",
            ],
            ["title", "body", "body", "body", "other", "other", "other"],
            id="related-list-at-the-end",
        ),
        pytest.param(
            [
                *KOREAN[:2],
                "관련기사",
                "섬 주민 뱃삯 지원 조례 통과",
                "남해 양식장 피해 신고",
                KOREAN[2],
                "▶ 다른 배 이야기를 더 보려면 여기로",
            ],
            ["body", "body", "other", "other", "other", "body", "other"],
            id="related-list-in-the-middle",
        ),
        pytest.param(
            [
                "Garam to open ferry yard in Tongyeong",
                "AI Summary",
                "• A yard for ferries will open.",
                "• It will employ 450.",
                *ENGLISH,
            ],
            ["title", "other", "other", "other", "body", "body", "body"],
            id="machine-summary",
        ),
        pytest.param(
            [
                "Garam to open ferry yard in Tongyeong",
                "Key Points",
                "The yard opens next spring with 450 people.",
                *ENGLISH,
            ],
            ["title", "heading", "body", "body", "body", "body"],
            id="key-points",
        ),
        pytest.param(
            ["Garam to open ferry yard", "The yard in Tongyeong (Garam)", "The yard in Tongyeong (Garam)", *ENGLISH],
            ["title", "caption", "other", "body", "body", "body"],
            id="repeated-caption",
        ),
        pytest.param(
            [*ENGLISH, "a charging station on every island along the coast"],
            ["body", "body", "body", "other"],
            id="no-title",
        ),
        pytest.param(
            [
                "Home",
                "News",
                "Sport",
                "Garam to open ferry yard in Tongyeong",
                "By Ann Lee",
                *ENGLISH,
                "Comments 12",
                "Nice ferries!",
            ],
            ["other", "other", "other", "title", "meta", "body", "body", "body", "other", "other"],
            id="menu-and-comments",
        ),
        pytest.param(
            [
                "Garam to open ferry yard in Tongyeong",
                *ENGLISH,
                "© 2030 The Fjord Post. All rights reserved.",
                ENGLISH[0] + " Really.",
            ],
            ["title", "body", "body", "body", "other", "other"],
            id="nothing-after-the-rights",
        ),
        pytest.param(["Home", "News", "Log in"], ["other", "other", "other"], id="no-article"),
        pytest.param(
            ["The Fjord Post", "Keepers fear for the old light", "", *ENGLISH],
            ["other", "title", "body", "body", "body"],
            id="paper-and-headline-alone",
        ),
        pytest.param(
            [
                "홈 > 산업 > 조선",
                "가람조선, 통영에 새 도크 짓는다",
                "등록 2031.03.05 14:06",
                "이메일(으)로 기사보내기",
                "가람조선, 배 모두 전기로 움직이게 450명 더 뽑아",
                *KOREAN,
            ],
            ["meta", "title", "meta", "other", "heading", "body", "body", "body"],
            id="deck-below-the-buttons",
        ),
        pytest.param(
            [
                "Save up to $90 on your pass for the Fjord Summit. Offer ends May 2. BOOK NOW.",
                "Garam to open ferry yard in Tongyeong",
                "Ann Lee",
                "March 5, 2031",
                *ENGLISH,
            ],
            ["other", "title", "meta", "meta", "body", "body", "body"],
            id="banner-above-the-headline",
        ),
        pytest.param(
            [
                *ENGLISH,
                "Live updates: Storm warnings for the whole coast this weekend",
                "How ferries learned to run on batteries",
                "Who pays for the piers of the islands?",
                "Rail to the yard",
                "A railway from the main line will carry steel to the yard from 2033, the ministry said.",
                "Batteries will come by the same road, and the old siding will be torn up.",
            ],
            ["body"] * 3 + ["other"] * 3 + ["heading", "body", "body"],
            id="text-behind-links-and-a-heading",
        ),
        pytest.param(
            [
                *KOREAN,
                "많이 본 뉴스",
                "골목 빵집 살아남은 비결은 새벽 반죽",
                "골목 빵집 열 곳 중 네 곳이 1년 안에 문을 닫는다. 남은 곳에는 비결이 있었다.",
                "버스 첫차 앞당긴 작은 도시 이야기",
                "새벽 4시 버스가 청소 노동자를 일터로 데려간다. 시민이 낸 의견이었다.",
            ],
            ["body"] * 3 + ["other"] * 5,
            id="stories-with-a-sentence-each",
        ),
        pytest.param(
            [
                *KOREAN[:2],
                "[관련기사]",
                "섬 주민 뱃삯 지원 조례 통과",
                "남해 양식장 피해 신고 잇따라",
                "주민은 반긴다.",
                KOREAN[2],
            ],
            ["body", "body", "other", "other", "other", "body", "body"],
            id="short-sentence-behind-a-list",
        ),
        pytest.param(
            [*KOREAN, "바다일보는 시민의 목소리에 귀를 기울입니다.", "홍길동 기자 gil@example.kr"],
            ["body", "body", "body", "other", "meta"],
            id="polite-line-in-a-plain-text",
        ),
        pytest.param(
            [
                ENGLISH[0],
                "The yard gave these figures for its first five years:",
                "Ferries built: 40",
                "Jobs: 450",
                *ENGLISH[1:],
            ],
            ["body"] * 6,
            id="list-behind-a-colon",
        ),
        pytest.param(
            [
                ENGLISH[0],
                "Tom Askew/Fjord Post A ferry with green stripes lies in a dry dock among cranes",
                "The first ferry should leave the dock in May",
                *ENGLISH[1:],
            ],
            ["body", "caption", "caption", "body", "body"],
            id="picture-described-behind-its-credit",
        ),
        pytest.param(
            [
                "가람조선, 통영에 새 도크 짓는다",
                "(통영=가나통신) 홍길동 기자 = " + KOREAN[0],
                KOREAN[1],
                "[그래픽] 가람조선 도크 현황",
                "(통영=가나통신) 김철수 기자 = 가람조선 도크 현황.",
                '◇ 주민 "길부터 넓혀야"',
                KOREAN[2],
            ],
            ["title", "body", "body", "caption", "caption", "heading", "body"],
            id="agency-graphic-and-quoted-heading",
        ),
        pytest.param(
            [
                *ENGLISH,
                "#ferries #Tongyeong",
                "Related topics",
                "Storm closes nine harbours",
                "2 days ago",
            ],
            ["body"] * 3 + ["other"] * 4,
            id="tags-and-dates-of-other-stories",
        ),
        pytest.param(
            ["Culture", "Sign in", "Business", "Shipping", "Garam to open ferry yard in Tongyeong", "", *ENGLISH],
            ["other", "other", "meta", "meta", "title", *["body"] * 3],
            id="sections-behind-the-buttons",
        ),
        pytest.param(
            [
                *ENGLISH[:2],
                "",
                "Battery Ferries Overtake Diesel",
                "Orders in thousands of tonnes",
                "Source: Fjord data",
                "",
                ENGLISH[2],
            ],
            ["body"] * 2 + ["caption"] * 3 + ["body"],
            id="chart-over-its-source",
        ),
        pytest.param(
            [ENGLISH[0], "", "“The sea does not wait”", "— Ann Lee, harbour master", "", *ENGLISH[1:]],
            ["body", "heading", "heading", "body", "body"],
            id="quotation-with-whom-it-is-from",
        ),
        pytest.param(
            [
                *("Garam to open ferry yard", ENGLISH[0], "2 hours ago"),
                *(
                    "Strikes close three ports",
                    "Dockworkers walked out again after talks broke down at night.",
                    "3 hours ago",
                ),
                *(
                    "Bakery beats the chains",
                    "A family firm sells more loaves than two supermarkets put together.",
                    "1 day ago",
                ),
            ],
            ["other", "other", "meta"] * 3,
            id="list-of-stories-is-no-article",
        ),
    ],
)
def test_rules(lines: list[str], labels: list[str]) -> None:
    """What a box, list or notice holds is furniture; what the article says is not."""
    assert label(*lines) == labels


def test_wrapped() -> None:
    """The rows of a page wrapped at one width get the label of their paragraph, and a headline goes on in a heading."""
    texts = [
        "Garam Shipbuilding is to open a yard for battery ferries in Tongyeong on the southern coast next spring",
        *(f"{ENGLISH[at % 3]} {ENGLISH[(at + 1) % 3]} That was the {at}th time." for at in range(4, 9)),
    ]
    rows = [textwrap.wrap(text, 64) for text in texts]
    wanted = ["title", "heading", *("body" for part in rows[1:] for _ in part)]
    assert label(*(row for part in rows for row in ("", *part))) == wanted


@given(st.lists(st.text(max_size=80).map(lambda text: " ".join(text.split())), max_size=30))
def test_any_lines(texts: list[str]) -> None:
    """Any lines at all get one label each, and at most one is the title."""
    lines = read_lines(texts, None)
    labels = label_page(lines, page_language(texts))
    assert sorted(labels) == [line.number for line in lines]
    assert set(labels.values()) <= {"title", "heading", "body", "caption", "meta", "other"}
    assert list(labels.values()).count("title") <= 1


def test_page_type() -> None:
    """The invented pages have what the tests ask of them."""
    assert all(isinstance(read_page(path), Page) and len(read_page(path).labels) > 8 for path in PAGES)
