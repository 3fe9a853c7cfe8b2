"""What a page says of its article, and nothing that it does not say."""

from __future__ import annotations

from datetime import date

import pytest

from generator.evidence.decoding import Declared
from generator.evidence.lines import page_language, read_lines
from generator.evidence.metadata import read_metadata
from generator.evidence.originals import read_capture
from generator.evidence.page import label_page
from generator.evidence.publishers import rights_holder
from generator.model import Found
from tests.evidence_page import PAGES, read_page

BODY = (
    "Garam Shipbuilding said on Thursday it would open a yard for battery ferries in Tongyeong next spring.",
    "The yard will employ 450 people and build two ferries at a time, the company said.",
)
BODY_KO = (
    "가람조선이 통영에 새 도크를 짓는다고 10일 밝혔다. 공사는 내년 봄에 시작한다.",
    "회사는 도크 두 기를 세우고 사람 450명을 새로 뽑는다. 배는 모두 전기로 움직인다.",
)


def find(*lines: str) -> Found:
    """Return the metadata of a page with *lines*."""
    rows = read_lines(lines, None)
    language = page_language(lines)
    return read_metadata(rows, label_page(rows, language), Declared(), language)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path) -> None:
    """Title, publisher, day, authors and editors of each invented page are right, or null where it has none."""
    page = read_page(path)
    found = find(*read_capture("a.txt", page.raw).lines)
    published = found.published.first.isoformat() if found.published else None
    assert (found.title, found.publisher, published, found.authors, found.editors) == (
        page.title,
        page.publisher,
        page.published,
        page.authors,
        page.editors,
    )


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        pytest.param("By Ann Lee and Bo Kim", ("Ann Lee", "Bo Kim"), id="by-two"),
        pytest.param("BY KIM JU-YEON [ju@example.com]", ("KIM JU-YEON",), id="capitals-and-address"),
        pytest.param("- LEE BO-RA", ("LEE BO-RA",), id="dash"),
        pytest.param("Ann Lee, Staff Writer", ("Ann Lee",), id="post"),
        pytest.param("홍길동 기자 gil@example.kr", ("홍길동",), id="korean"),
        pytest.param("홍길동·김철수 기자", ("홍길동", "김철수"), id="korean-two"),
        pytest.param("홍길동 기자, 김철수 인턴기자", ("홍길동", "김철수"), id="korean-posts"),
        pytest.param("런던=홍길동 특파원", ("홍길동",), id="correspondent"),
        pytest.param("By 3 HOURS AGO", (), id="no-name"),
        pytest.param("글·사진 여진솔", ("여진솔",), id="korean-without-post"),
        pytest.param("여진솔 | 2031.03.10", ("여진솔",), id="korean-before-a-date"),
        pytest.param("2031.03.10 09:00 홍길동 기자", ("홍길동",), id="korean-behind-a-date"),
        pytest.param("A Correspondent", (), id="nobody"),
        pytest.param("Reporter : Im Bo-ra", ("Im Bo-ra",), id="label"),
        pytest.param("Im Bo-ra, reporting from Ulsan.", ("Im Bo-ra",), id="sign-off"),
        pytest.param("Ann Lee – Mar 5, 2031 4:02 PM", ("Ann Lee",), id="date-behind-a-dash"),
        pytest.param(
            "Vivian Kwok Lai-ming and Maria de la Cruz", ("Vivian Kwok Lai-ming", "Maria de la Cruz"), id="names-alone"
        ),
        pytest.param("By Ann Lee, Halden News Agency", ("Ann Lee",), id="agency-behind"),
        pytest.param("[오슬로=홍길동 특파원]", ("홍길동",), id="correspondent-in-brackets"),
        pytest.param("조선위원 6대1로 찬성", (), id="body-and-no-name"),
        pytest.param("홍길동 기자의 기사 모음", (), id="pointer"),
        pytest.param("[홍길동 기자 gil@example.kr]", ("홍길동",), id="brackets-around-an-address"),
        pytest.param("홍길동 gil@example.kr", ("홍길동",), id="name-and-address"),
        pytest.param("이메일 gil@example.kr", (), id="address-alone"),
        pytest.param("많은 기자", (), id="no-family-name"),
    ],
)
def test_authors(line: str, authors: tuple[str, ...]) -> None:
    """A byline gives its names and nothing else."""
    body = BODY_KO if any("가" <= letter <= "힣" for letter in line) else BODY
    title = "가람조선, 통영에 새 도크 짓는다" if body is BODY_KO else "Garam to open ferry yard in Tongyeong"
    assert find(title, line, *body).authors == authors


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        pytest.param(["Published: 05 Mar. 2031, 17:47"], "2031-03-05 text", id="day-first"),
        pytest.param(["기사등록 2031/03/05 14:06:18"], "2031-03-05 text", id="slashes"),
        pytest.param(
            ["입력 2031.03.05. 오후 2:06", "수정 2031.03.06. 오전 9:00"], "2031-03-05 text", id="input-before-change"
        ),
        pytest.param(["수정 2031-03-06 09:00", "등록 2031-03-05 14:06"], "2031-03-05 text", id="change-printed-first"),
        pytest.param(["Updated 4:12 PM EDT, May 9, 2031"], "2031-05-09 text", id="change-alone"),
        pytest.param(["05/06/2031"], "None", id="ambiguous-slashes"),
        pytest.param(
            ["The yard on Oct. 10, 2030 (Courtesy of Garam)"], "2030-10-10 caption", id="caption-on-the-weekday-told"
        ),
        pytest.param(["The yard on Oct. 9, 2030 (Courtesy of Garam)"], "None", id="caption-of-another-weekday"),
        pytest.param(["3 hours ago"], "None", id="only-ago"),
    ],
)
def test_published(lines: list[str], published: str) -> None:
    """The day is that of publication, from the date line, else from a caption that the text agrees with."""
    is_korean = any("가" <= line[0] <= "힣" for line in lines)
    title = "가람조선, 통영에 새 도크 짓는다" if is_korean else "Garam to open ferry yard in Tongyeong"
    found = find(title, *lines, *(BODY_KO if is_korean else BODY)).published
    assert (f"{found.first} {found.basis}" if found else "None") == published


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("Copyright © 가나일보. 무단전재 및 재배포 금지.", "가나일보", id="korean"),
        pytest.param("<저작권자(c) 다라뉴스, 무단 전재-재배포, AI 학습 및 활용 금지>", "다라뉴스", id="agency"),
        pytest.param("- Copyright ⓒ 마바비즈 & mabaskip.com -", "마바비즈", id="with-address"),
        pytest.param("[ⓒ 사아경제 & saa.co.kr, 무단 전재, 재배포 금지]", "사아경제", id="brackets"),
        pytest.param("<ⓒ세상을 넓게 보는 눈 자차경제, 무단전재 배포금지>", "자차경제", id="slogan"),
        pytest.param("저작권자 © 카타신문 무단전재 및 재배포 금지", "카타신문", id="no-stop"),
        pytest.param("© 2031 The Fjord Post. All rights reserved.", "The Fjord Post", id="english"),
        pytest.param("Copyright 2031 Fjord Media, Inc. All rights reserved.", "Fjord Media", id="legal-form"),
        pytest.param("All rights reserved.", None, id="nobody"),
    ],
)
def test_rights_holder(line: str, name: str | None) -> None:
    """The publisher is who reserves the rights, without slogans, addresses and legal forms."""
    assert rights_holder(line) == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        pytest.param(
            ["The Fjord Post", *BODY, "© 2031 Fjord Post Media LLC."], "The Fjord Post", id="paper-of-a-company"
        ),
        pytest.param([*BODY, "© 2031 Fjord Media LLC."], "Fjord Media", id="company-alone"),
        pytest.param(
            ["바다일보", *BODY_KO, "Copyright by Bada Ilbo Co. All Rights Reserved"], "바다일보", id="korean-masthead"
        ),
        pytest.param([*BODY_KO, "ⓒ 바다일보 & bada.example, 무단전재 금지"], "바다일보", id="any-domain"),
        pytest.param(
            ["Offshore homepage", "News", "Garam to open ferry yard", *BODY, "© 2031 Halden Media, LLC."],
            "Offshore",
            id="logo-of-a-company",
        ),
        pytest.param(
            ["Fjordbase", "Deals", "Garam to open ferry yard", *BODY, "About Fjordbase", "© 2031 Halden Digital Inc."],
            "Fjordbase",
            id="about",
        ),
        pytest.param(
            ["Halden News Agency", "Garam to open ferry yard", "TONGYEONG, March 5 (Halden) -- " + BODY[0], BODY[1]],
            "Halden News Agency",
            id="whole-name-of-the-agency",
        ),
        pytest.param(
            [
                "BADA",
                "바다비즈",
                "가람조선, 통영에 새 도크",
                "[바다비즈=홍길동 기자] " + BODY_KO[0],
                "Copyright ⓒ BADA.EXAMPLE",
            ],
            "바다비즈",
            id="no-domain-in-capitals",
        ),
        pytest.param(
            ["Halden Courant", "Garam to open", *BODY, "Rates are late by a day. © THE HALDEN COURANT LTD 2031."],
            "Halden Courant",
            id="rights-behind-a-sentence",
        ),
        pytest.param(["Batteries", "Garam to open ferry yard in Tongyeong", *BODY], None, id="section"),
    ],
)
def test_publisher(lines: list[str], name: str | None) -> None:
    """The publisher is the paper under the name that its readers know."""
    assert find(*lines).publisher == name


def test_agency() -> None:
    """An agency names itself in the opening of its paragraph, together with its reporter."""
    found = find("가람조선, 통영에 새 도크", "[통영=가나통신]홍길동 기자 = " + BODY_KO[0], BODY_KO[1])
    assert (found.publisher, found.authors) == ("가나통신", ("홍길동",))


def test_reporters_parted_by_blanks() -> None:
    """An agency may part its reporters by blanks; who edited is no author."""
    found = find(
        "가람조선, 통영에 새 도크", "[통영=가나통신]홍길동 김철수 기자 = " + BODY_KO[0], BODY_KO[1], "편집=박영희"
    )
    assert (found.authors, found.editors) == (("홍길동", "김철수"), ("박영희",))


def test_names_in_lines_of_their_own() -> None:
    """A byline may be spread over lines; the day of a look at the page is not that of the article."""
    byline = ("By", "Ann Lee", "and", "Bo Kim", "March 5, 2031")
    found = find("The Fjord Post", "March 9, 2031", "Business", "Garam to open ferry yard", *byline, *BODY)
    assert found.authors == ("Ann Lee", "Bo Kim")
    assert found.published is not None
    assert found.published.first == date(2031, 3, 5)


def test_no_ticker_and_no_picture_agency() -> None:
    """A row of a market table is no headline, and who owns a picture no author."""
    lines = ("코스피 3,501.22 8.12", "코스닥 950.30 1.19", "가람조선, 통영에 새 도크 짓는다", "홍길동 기자", *BODY_KO)
    assert find(*lines).title == "가람조선, 통영에 새 도크 짓는다"
    lines = (
        "Garam to open ferry yard in Tongyeong",
        "5 March 2031",
        "Ann Lee",
        "Energy reporter",
        "Fjordwell Pictures",
    )
    assert find(*lines, "The new dock will be the largest of its kind", *BODY).authors == ("Ann Lee",)


def test_nothing_is_made_up() -> None:
    """A page that prints no title, publisher, day or names gives none; a mail address is no publisher."""
    found = find(*BODY, "lee@fjordpost.example")
    assert found == Found(None, None, None, (), ())


def test_declared() -> None:
    """What the format declares fills what the text leaves open, with its own basis."""
    rows = read_lines(BODY, None)
    declared = Declared(None, "The Fjord Post", date(2031, 3, 7), ("Ann Lee",))
    found = read_metadata(rows, label_page(rows, "en"), declared, "en")
    assert found.published is not None
    assert (found.publisher, found.published.basis, found.authors) == ("The Fjord Post", "metadata", ("Ann Lee",))
