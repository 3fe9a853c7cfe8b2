"""Where sentences end, in English and Korean."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.sentences import split_sentences

ENGLISH = {
    "two": ["The yard closed.", "It opened again."],
    "titles": ["Mr. Oh met Dr. Han and Gov. Lee.", "They talked."],
    "companies-within": ["Hanbit Corp. and Borim Co. Ltd. signed.", "Both fell."],
    "company-at-end": ["It was bought by Hanbit Inc.", "The buyer paid cash."],
    "company-then-title": ["Hanbit Co. Chairman Lee spoke.", "He left."],
    "country": ["U.S. sales rose.", "It did well in the U.S.", "The firm grew."],
    "month": ["It opened on Oct. 10 in Ulsan.", "Crowds came."],
    "month-at-end": ["It opened in Dec.", "The crowd came."],
    "number": ["No. 3 plant burned.", "It cost $3.5 bn.", "Nobody died."],
    "decimal": ["It rose to 3.5.", "It fell 2.25 percent."],
    "initials": ["J. K. Oh and George W. Han met.", "They left."],
    "clock": ["It began at 5 p.m.", "He left at 7 a.m. on Monday."],
    "quotation-whole": ["“I am here. You are not,” said Kim.", "He left."],
    "quotation-ends": ["“We will go.", "We will not.”", "He left."],
    "quotation-straight": ['Oh said "it is late. It is over" and left.', "Nobody spoke."],
    "quotation-after-colon": ["He said: “Go.”", "She went."],
    "quotation-open": ["“It goes on.", "It has no end."],
    "quotation-nested": ["“He said ‘no. Never’ to us,” Oh recalled.", "We laughed."],
    "marks": ["Really?!", "Yes!", "Why not?", "Well."],
    "ellipsis-goes-on": ["He waited… and waited.", "It came."],
    "ellipsis-ends": ["He waited...", "It came."],
    "bracketed": ["It fell.", "(See below.)", "It rose."],
    "lower-case": ["It named approx. twenty firms, e.g. Hanbit.", "It was wrong."],
    "year-at-end": ["It opened in 2024.", "The crowd came."],
}
KOREAN = {
    "two": ["조선소가 문을 닫았다.", "다시 열었다."],
    "quotation-goes-on": ["“다시 연다. 곧 연다”고 말했다.", "끝이다."],
    "quotation-goes-on-after-stop": ["그는 “다시 연다. 곧 연다.”라고 말했다.", "끝이다."],
    "quotation-goes-on-after-blank": ["그는 “다시 연다. 곧 연다.” 라고 말했다.", "끝이다."],
    "quotation-ends": ["“다시 연다.", "곧 연다.”", "그는 이렇게 말했다."],
    "quotation-blank": ["곧 연다. ”", "그는 웃었다."],
    "quotation-reversed": ["”다시 연다. 곧 연다“라며 웃었다.", "끝이다."],
    "written-date": ["2024. 10. 10.", "서울에서 찍었다."],
    "ellipsis-in-heading": ["매출 3.5조… 흑자 전환"],
    "ellipsis-after-verb": ["그는 떠났다…", "그리고 돌아왔다."],
    "latin": ["한빛 Corp. 대표가 왔다.", "No. 1 제품이다."],
    "question": ["정말인가?", "그렇다!"],
}


@pytest.mark.parametrize("sentences", [pytest.param(case, id=id) for id, case in ENGLISH.items()])
def test_english(sentences: list[str]) -> None:
    """English falls into its sentences; abbreviations and quotations that go on do not end one."""
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text, "en")] == sentences


@pytest.mark.parametrize("sentences", [pytest.param(case, id=id) for id, case in KOREAN.items()])
def test_korean(sentences: list[str]) -> None:
    """Korean falls into its sentences; a quotation followed by 고 or 라며 does not end one."""
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text, "ko")] == sentences


@pytest.mark.parametrize("text", ["", "   \n", "\n\n\n"], ids=["empty", "blank", "breaks"])
def test_nothing(text: str) -> None:
    """Blanks hold no sentence."""
    assert split_sentences(text, "en") == ()


def test_blank_lines() -> None:
    """A blank line ends a sentence that no full stop ends; the blanks are left out."""
    assert split_sentences("  A heading \n \n It fell. ", "en") == ((2, 11), (16, 24))


@given(st.text(st.sampled_from("A다. \n“”\"…!?'Mr1a)"), max_size=80), st.sampled_from(["en", "ko"]))
def test_whole_text(text: str, language: str) -> None:
    """Sentences follow each other, hold no blank at their ends, and leave out nothing but blanks."""
    spans = split_sentences(text, language)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
