"""Evidence written and read: the same bytes, and every fault with its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.evidence.codec import FORMAT, decimal_text, evidence_text, read_evidence
from generator.model import (
    Bound,
    DateSpan,
    Evidence,
    Figure,
    FigureKind,
    Fingerprint,
    Found,
    Made,
    Mention,
    Original,
    Paragraph,
    Precision,
    Published,
    Quotation,
)
from generator.source import Source

EVIDENCE = Evidence(
    article="gana-2030-01-02",
    language="ko",
    original=Original("가나.txt", "0" * 64, "text/plain"),
    found=Found(
        "가나전자, 새 공장", "가나일보", Published(date(2030, 1, 2), date(2030, 1, 2), "text"), ("홍길동",), ()
    ),
    lines={1: "title", 3: "body"},
    paragraphs=(
        Paragraph("title", "title", 1, 3, (), (), (), (Mention("가나전자", 0, "gana"),), "aa"),
        Paragraph(
            "¶1",
            "body",
            3,
            9,
            ("factory",),
            (
                Figure(
                    "1.50조원",
                    4,
                    FigureKind.MONEY,
                    Decimal("1.5E+12"),
                    Decimal("1500000000000"),
                    "KRW",
                    True,
                    Bound.ABOUT,
                ),
                Figure("수만 명", 20, FigureKind.COUNT, None, None, "count"),
            ),
            (DateSpan("4일", 12, None, None, Precision.DAY, "XXXX-XX-04"),),
            (Mention("양사", 30, "gana", "anaphora"),),
            "bb",
        ),
    ),
    made=Made("1", "cc"),
    fingerprint=Fingerprint("s", frozenset({1, 2**32 - 1})),
    quotations=(Quotation("¶1", "dd", None),),
)


def read(text: str) -> list[str]:
    """Return the findings in *text* as "line:column code message"."""
    source = Source("e.json", text)
    return [
        "{}:{} {} {}".format(*found.span.first, found.rule.code, found.message) for found in read_evidence(source)[1]
    ]


def test_round_trip() -> None:
    """What is written is read back equal, and written again as the same bytes."""
    text = evidence_text(EVIDENCE)
    evidence, findings = read_evidence(Source("e.json", text))
    assert findings == ()
    assert evidence == EVIDENCE
    assert evidence_text(evidence) == text


def test_strangers() -> None:
    """Names of strangers are read back as they were, none at all is not none found, and no sentence passes for one."""
    assert '"strangers"' not in evidence_text(EVIDENCE)
    first, *rest = EVIDENCE.paragraphs
    for names in ((), ("Novotel", "Tom Hale")):
        kept = replace(EVIDENCE, paragraphs=(replace(first, strangers=names), *rest))
        assert read_evidence(Source("e.json", evidence_text(kept))) == (kept, ())
    paragraphs = (replace(first, strangers=()), replace(rest[0], strangers=("Novotel",)))
    text = evidence_text(replace(EVIDENCE, paragraphs=paragraphs))
    assert text.count('"strangers"') == 2, "once sought in all, left out of the paragraph that has none"
    assert read_evidence(Source("e.json", text)) == (replace(EVIDENCE, paragraphs=paragraphs), ())
    long = replace(first, strangers=("The ships that nobody had ordered sailed",))
    text = evidence_text(replace(EVIDENCE, paragraphs=(long, *rest)))
    assert [found.split(" ", 1)[1] for found in read(text)] == ["B142 a name has more than 6 words"]


def test_plain_form() -> None:
    """The file is indented by two blanks, keeps Korean as it is, gives numbers in digits and ends with one line feed."""
    text = evidence_text(EVIDENCE)
    assert text.startswith(f'{{\n  "format": "{FORMAT}",\n  "article"')
    assert '"low": "1500000000000"' in text
    assert "가나전자" in text
    assert '"vague": true' in text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("2.40E+12", "2400000000000", id="exponent"),
        pytest.param("17.90", "17.9", id="idle-zero"),
        pytest.param("100", "100", id="whole"),
        pytest.param("0.5", "0.5", id="fraction"),
    ],
)
def test_decimal_text(value: str, text: str) -> None:
    """A decimal is written in plain digits."""
    assert decimal_text(Decimal(value)) == text


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        pytest.param('"ko"', '"fr"', "4:15 B142 language is 'fr', not one of en, ko", id="language"),
        pytest.param(
            FORMAT,
            "briefing-evidence/9",
            "2:13 B141 format is 'briefing-evidence/9', not 'briefing-evidence/1'",
            id="format",
        ),
        pytest.param('"approx": true', '"approx": 1', "B142 approx is a whole number, not true or false", id="type"),
        pytest.param('"1500000000000"', '"1.5e12"', "B142 low '1.5e12' is not a decimal number", id="exponent"),
        pytest.param('"unit": "KRW"', '"unit": "won"', "B142 unit 'won' is none of the format's", id="unit"),
        pytest.param(
            '"locator": "title"',
            '"locator": "headline"',
            "B142 locator 'headline' is not as the format has it",
            id="locator",
        ),
        pytest.param(
            '"words": 3',
            '"words": 3, "mood": "good"',
            "B142 an entry of paragraphs has an unknown field 'mood'",
            id="unknown",
        ),
        pytest.param('"words": 3,', "", "B142 an entry of paragraphs has no field 'words'", id="missing"),
        pytest.param(
            '"via": "anaphora"', '"entity": "other"', "B142 field 'entity' stands twice in one object", id="twice"
        ),
        pytest.param(
            '"first": "2030-01-02"',
            '"first": "2030-13-02"',
            "B142 first '2030-13-02' is not as the format has it",
            id="day",
        ),
        pytest.param(
            '"sought": []',
            '"sought": ["moods"]',
            "B142 sought is 'moods', not one of strangers, numbers",
            id="sought",
        ),
        pytest.param('"3": "body"', '"3": "text"', "B142 line '3' is labelled 'text'", id="label"),
        pytest.param('"ko",', '"ko"', "5:3 B140 expecting ',' delimiter", id="syntax"),
    ],
)
def test_faults(old: str, new: str, finding: str) -> None:
    """Each fault of a field is found at its value."""
    text = evidence_text(EVIDENCE)
    assert old in text
    assert any(found.endswith(finding) for found in read(text.replace(old, new, 1)))


def test_every_fault() -> None:
    """Three mistakes give three findings."""
    text = (
        evidence_text(EVIDENCE)
        .replace('"ko"', '"fr"')
        .replace('"KRW"', '"won"')
        .replace('"body",\n      "line": 3', '"body",\n      "line": "3"')
    )
    assert [found.split()[1] for found in read(text)] == ["B142"] * 3


@pytest.mark.parametrize("text", ["", "[]", "3", '{"format": ["briefing-evidence/1"]}', "[" * 100_000, '"\ud7ff"'])
def test_other_files(text: str) -> None:
    """A file that is something else is one finding, whatever it holds."""
    assert len(read(text)) == 1
