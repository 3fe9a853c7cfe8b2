"""Resolving: what points at nothing is found at the pointer, and references print checked values."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.claims.library import read_library
from generator.claims.resolve import resolve
from generator.model import Claim
from tests.seeds_maker import make_seeds

FACTS = """\
- id: sum
  what: {en: Price, ko: 가격}
  briefings: [ferry]
  said:
    - {value: 2.4 trillion won, origin: haenam, cite: "@times-2031-05-04, ¶1"}
    - {value: 2조4000억원, origin: haenam, cite: "@ilbo-2031-05-05, ¶1"}
- id: who
  what: {en: Who pays, ko: 부담 주체}
  briefings: [ferry]
  said:
    - {value: {en: Haenam, ko: 해남해운}, origin: haenam, cite: "@times-2031-05-04, ¶1"}
    - {value: {en: Nordlys, ko: 노르들뤼스}, origin: reporter, cite: "@ilbo-2031-05-05, ¶1"}
- id: ships
  what: {en: Ships, ko: 선박 수}
  said:
    - {value: {en: seven ferries, ko: 7척}, origin: haenam, cite: "@times-2031-05-04, ¶1"}
- id: each
  what: {en: Price of one, ko: 한 척 가격}
  calc: sum / ships
"""


def resolved(folder: Path, text: str, language: str = "en") -> tuple[list[Claim], list[str]]:
    """Return the claims of a story holding *text*, and the findings as "line:column code"."""
    heading = {"en": "## The story\n\n", "ko": "## 내용\n\n"}[language]
    files = {"ledger/facts.yaml": FACTS, f"briefings/ferry/{language}.md": heading + text + "\n"}
    library, _ = read_library(make_seeds(folder, files))
    site, findings = resolve(library)
    claims = [claim for claim in site.claims if claim.place.kind == "prose"]
    return claims, ["{}:{} {}".format(*finding.span.first, finding.rule.code) for finding in findings]


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        pytest.param("en", "{@haenam} pays {sum}. {#x}", "Haenam Shipping pays 2.4 trillion won.", id="english"),
        pytest.param("ko", "{@haenam}은 {sum}을 낸다. {#x}", "해남해운은 2조4000억원을 낸다.", id="korean"),
        pytest.param("en", "It buys {ships}. {#x}", "It buys seven ferries.", id="as-written"),
        pytest.param("ko", "배 {ships}을 산다. {#x}", "배 7척을 산다.", id="as-written-in-korean"),
        pytest.param("en", "The payer is {who}. [@times-2031-05-04, ¶1] {#x}", "The payer is Haenam.", id="as-cited"),
    ],
)
def test_references_print_in_the_language_of_the_page(tmp_path: Path, language: str, text: str, printed: str) -> None:
    """A reference prints the fact's value, or the entity's name, as the language writes it."""
    claims, findings = resolved(tmp_path, text, language)
    assert (claims[0].text, findings) == (printed, [])


def test_a_reference_brings_its_citation(tmp_path: Path) -> None:
    """A sentence without a citation of its own rests on the paragraph of the answer it prints."""
    claims, _ = resolved(tmp_path, "They pay {sum}. {#x}")
    assert [(support.article.id, support.paragraphs[0].locator) for support in claims[0].supports] == [
        ("times-2031-05-04", "¶1")
    ]


def test_a_derived_value_prints_its_working(tmp_path: Path) -> None:
    """A calc is never printed without the terms it comes from."""
    claims, _ = resolved(tmp_path, "One ship costs {each}. {#x}")
    assert claims[0].text == "One ship costs about 342,857,142,857.1 won (2.4 trillion won ÷ seven ferries)."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One. [@tims-2031-05-04, ¶1] {#x}", ["3:7 B201"], id="article"),
        pytest.param("One. [@times-2031-05-04, ¶9] {#x}", ["3:7 B202"], id="paragraph"),
        pytest.param("{@haenan} pays. [@times-2031-05-04, ¶1] {#x}", ["3:1 B203"], id="entity"),
        pytest.param("It is {summ}. [@times-2031-05-04, ¶1] {#x}", ["3:7 B205"], id="fact"),
        pytest.param("The payer is {who}. {#x}", ["3:14 B206"], id="sources-differ"),
    ],
)
def test_pointers_at_nothing_are_found(tmp_path: Path, text: str, expected: list[str]) -> None:
    """An id that names nothing is an error at the id."""
    assert resolved(tmp_path, text)[1] == expected


def test_the_place_of_a_printed_reference_is_the_reference(tmp_path: Path) -> None:
    """What a reference prints was written at the reference; words around it keep their own columns."""
    claim = resolved(tmp_path, "They pay {sum} now. {#x}")[0][0]
    start = claim.text.index("2.4")
    assert claim.span(start, start + 16).text == "{sum}"
    assert claim.span(claim.text.index("now"), claim.text.index("now") + 3).text == "now"
    assert not claim.is_written(start, start + 3)
