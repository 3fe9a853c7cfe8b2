"""Agreement: answers to one question compared like with like, parts with wholes, rates with rates, plans with the day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import pipeline
from generator.claims.differences import FoundDifference, differences
from generator.finding import Severity
from generator.language.dates import parse_when
from generator.language.forms import date_text
from tests.dossier import Invented, read_articles, write_dossier
from tests.ledger_maker import LedgerMaker, check_ledger, codes_of, noise_of
from tests.seeds_maker import SITE

ARTICLES = read_articles("""
times-2031-05-04:
  language: en
  published: 2031-05-04
  paragraphs:
    title: Haenam Shipping orders ferries
    ¶1: Haenam Shipping will pay 2.4 trillion won ($1.8 billion) for the ferries, or over 2 trillion won, by the first half of 2032.
    ¶2: The fund holds 26 billion won, and Haenam Shipping puts in 130 billion won, Mokpo 20 billion won.
    ¶3: The fund holds 36 billion won. Freight is to bring 1.4 trillion won in 2035 and 4.6 trillion won in all.
    ¶4: Of the 300 people, 200 people come from Haenam Shipping and 100 people from Mokpo, 60% and 50% of the two crews.
herald-2031-05-04:
  language: en
  published: 2031-05-04
  paragraphs:
    title: A price for the ferries
    ¶1: Haenam Shipping pays 2.6 trillion won for the ferries, due in the second quarter of 2032.
ilbo-2031-06-09:
  language: ko
  published: 2031-06-09
  paragraphs:
    title: 해남해운 여객선 값
    ¶1: 해남해운은 여객선에 2조9000억원을 낸다. 수조원이라는 말도 있었다.
undated-notes:
  language: en
  published: null
  paragraphs:
    title: Notes from the harbour
    ¶1: Haenam Shipping pays 3.1 trillion won for the ferries.
""")
ENTITIES = """\
- {id: haenam, kind: org, names: {en: Haenam Shipping, ko: 해남해운}}
- {id: mokpo, kind: place, names: {en: Mokpo, ko: 목포}, basis: {ko: {kind: transcription, why: {en: Common, ko: 통용}}}}
"""
TIMES, HERALD, ILBO, NOTES = "times-2031-05-04, ", "herald-2031-05-04, ", "ilbo-2031-06-09, ", "undated-notes, "


def fact(id: str, answers: dict[str, str], more: str = "") -> str:
    """Return a fact of the ledger with *answers* (value by citation)."""
    said = "".join(
        f'    - {{value: {value}, origin: haenam, cite: "@{cite.split("#")[0]}"}}\n' for cite, value in answers.items()
    )
    return f"- id: {id}\n  what: {{en: Question, ko: 물음}}\n  briefings: [ferry]\n{more}  said:\n{said}"


def difference(kind: str, others: str = "") -> str:
    """Return the curator's word on a difference."""
    note = "    note: {en: The articles differ., ko: 기사마다 다르다.}\n"
    return f"  difference:\n    kind: {kind}\n    show: click\n{note}" + (f"    with: [{others}]\n" if others else "")


def checked(folder: Path, facts: str, reviewed: str = "2031-06-10") -> tuple[list[str], tuple[FoundDifference, ...]]:
    """Return code and words of the 4xx findings over *facts*, and the differences for the pages."""
    files = {
        "site.yaml": SITE.replace("2031-06-01", reviewed),
        "entities/all.yaml": ENTITIES,
        "ledger/facts.yaml": facts,
    }
    result = pipeline.check(write_dossier(folder / "seeds", files, ARTICLES))
    errors = [one for one in result.findings if one.rule.code < "B400" and one.rule.code not in ("B152", "B311")]
    assert [f"{one.rule.code} {one.message}" for one in errors] == []
    return [
        f"{one.rule.code} {one.span.text}" for one in result.findings if "B400" < one.rule.code < "B500"
    ], differences(result.site)


@pytest.mark.parametrize(
    ("answers", "kind", "codes"),
    [
        pytest.param({TIMES + "¶1": "2.4 trillion won"}, None, [], id="one-answer"),
        pytest.param({TIMES + "¶1": "2.4 trillion won", TIMES + "¶1#": "2조4000억원"}, None, [], id="same"),
        pytest.param(
            {TIMES + "¶1": "2.4 trillion won", HERALD + "¶1": "2.6 trillion won"},
            "unresolved",
            ["B401 2.6 trillion won"],
            id="two-papers-of-one-day",
        ),
        pytest.param(
            {TIMES + "¶1": "2.4 trillion won", ILBO + "¶1": "2조9000억원"},
            "later update",
            ["B401 2조9000억원"],
            id="a-later-paper",
        ),
        pytest.param(
            {TIMES + "¶1": "2.4 trillion won", NOTES + "¶1": "3.1 trillion won"},
            "unresolved",
            ["B401 3.1 trillion won"],
            id="an-undated-paper",
        ),
        pytest.param(
            {TIMES + "¶2": "26 billion won", TIMES + "¶3": "36 billion won"},
            "impossible within one source",
            ["B401 36 billion won"],
            id="one-paper-against-itself",
        ),
        pytest.param(
            {TIMES + "¶1": "first half of 2032", HERALD + "¶1": "second quarter of 2032"},
            "more precise",
            [],
            id="a-quarter-of-the-half",
        ),
        pytest.param(
            {TIMES + "¶1": "over 2 trillion won", HERALD + "¶1": "2.6 trillion won"},
            "more precise",
            [],
            id="over-a-smaller-number",
        ),
        pytest.param(
            {TIMES + "¶1": "2.4 trillion won", ILBO + "¶1": "수조원"}, "more precise", [], id="a-vague-sum-of-the-size"
        ),
        pytest.param({TIMES + "¶1": "2.4 trillion won", TIMES + "¶1#": "$1.8 billion"}, None, [], id="two-currencies"),
        pytest.param(
            {TIMES + "¶1": "{en: the company, ko: 회사}", HERALD + "¶1": "{en: its owner, ko: 주주}"}, None, [], id="words"
        ),
    ],
)  # fmt: skip
def test_answers_are_compared_like_with_like(
    tmp_path: Path, answers: dict[str, str], kind: str | None, codes: list[str]
) -> None:
    """Two answers to one question are the same, more precise, or a difference of a kind that their sources show."""
    found, shown = checked(tmp_path, fact("price", answers))
    assert found == codes
    assert [one.kind for one in shown] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("kind", "answers", "codes"),
    [
        pytest.param("unresolved", {TIMES + "¶1": "2.4 trillion won", HERALD + "¶1": "2.6 trillion won"}, [], id="fits"),
        pytest.param(
            "later update", {TIMES + "¶2": "26 billion won", TIMES + "¶3": "36 billion won"}, [], id="meaning-is-the-curator's"
        ),
        pytest.param(
            "same", {TIMES + "¶1": "2.4 trillion won", HERALD + "¶1": "2.6 trillion won"}, ["B402 kind: same"], id="not-same"
        ),
        pytest.param(
            "unresolved", {TIMES + "¶1": "2.4 trillion won", TIMES + "¶1#": "2조4000억원"}, ["B402 kind: unresolved"], id="agree-now"
        ),
        pytest.param("unresolved", {TIMES + "¶1": "2.4 trillion won"}, ["B402 kind: unresolved"], id="one-answer-only"),
        pytest.param(
            "more precise",
            {TIMES + "¶1": "2.4 trillion won", HERALD + "¶1": "2.6 trillion won"},
            ["B402 kind: more precise"],
            id="neither-contains-the-other",
        ),
        pytest.param(
            "impossible within one source",
            {TIMES + "¶1": "2.4 trillion won", HERALD + "¶1": "2.6 trillion won"},
            ["B402 kind: impossible within one source"],
            id="two-sources",
        ),
        pytest.param(
            "unresolved",
            {TIMES + "¶1": "first half of 2032", HERALD + "¶1": "second quarter of 2032"},
            ["B402 kind: unresolved"],
            id="only-more-precise",
        ),
        pytest.param(
            "unresolved",
            {TIMES + "¶1": "{en: the company, ko: 회사}", HERALD + "¶1": "{en: its owner, ko: 주주}"},
            [],
            id="words-are-the-curator's",
        ),
    ],
)  # fmt: skip
def test_acknowledged_differences_must_fit(
    tmp_path: Path, kind: str, answers: dict[str, str], codes: list[str]
) -> None:
    """The curator's word on a difference stands as long as the answers bear it out."""
    found, shown = checked(tmp_path, fact("price", answers, difference(kind)))
    assert [code.split("\n")[0] for code in found] == codes
    assert [(one.kind, one.show, one.is_acknowledged) for one in shown] == [(kind, "click", True)]


def test_a_year_and_a_total_are_no_contradiction(tmp_path: Path) -> None:
    """Facts of different periods that the curator sets side by side are different measures."""
    year = fact(
        "year", {TIMES + "¶3": "1.4 trillion won"}, "  period: 2035\n" + difference("different measure", "total")
    )
    total = fact("total", {TIMES + "¶3": "4.6 trillion won"}, "  period: 2031/2035\n")
    found, shown = checked(tmp_path, year + total)
    assert found == []
    assert [(one.found, one.facts) for one in shown] == [("different measure", ("year", "total"))]


FUND = fact("fund", {TIMES + "¶2": "26 billion won"})


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        pytest.param(FUND + fact("part", {TIMES + "¶2": "20 billion won"}, "  part_of: fund\n"), [], id="smaller"),
        pytest.param(FUND + fact("part", {TIMES + "¶2": "130 billion won"}, "  part_of: fund\n"), ["B403 fund"], id="larger"),
        pytest.param(
            FUND
            + fact("part", {TIMES + "¶2": "130 billion won"}, "  part_of: fund\n")
            + fact("rest", {TIMES + "¶2": "20 billion won"}, "  part_of: fund\n"),
            ["B403 fund"],
            id="one-larger-and-another",
        ),
        pytest.param(
            FUND
            + fact("part", {TIMES + "¶2": "130 billion won"}, "  part_of: fund\n" + difference("impossible within one source")),
            [],
            id="larger-and-acknowledged",
        ),
        pytest.param(
            fact("people", {TIMES + "¶4": "{en: 300 people, ko: 300명}"})
            + fact("ours", {TIMES + "¶4": "{en: 200 people, ko: 200명}"}, "  part_of: people\n")
            + fact("theirs", {TIMES + "¶4": "{en: 100 people, ko: 100명}"}, "  part_of: people\n"),
            [],
            id="parts-that-sum",
        ),
        pytest.param(
            fact("people", {TIMES + "¶4": "{en: 300 people, ko: 300명}"})
            + fact("ours", {TIMES + "¶4": "60%"}, "  part_of: people\n")
            + fact("theirs", {TIMES + "¶4": "50%"}, "  part_of: people\n"),
            ["B404 people"],
            id="shares-above-a-hundred",
        ),
        pytest.param(
            fact("people", {TIMES + "¶4": "{en: 300 people, ko: 300명}"})
            + fact("ours", {TIMES + "¶4": "{en: 100 people, ko: 100명}"}, "  part_of: people\n")
            + fact("theirs", {TIMES + "¶4": "{en: 100 people, ko: 100명}"}, "  part_of: people\n"),
            ["B405 people"],
            id="parts-that-fall-short",
        ),
    ],
)  # fmt: skip
def test_parts_and_wholes(tmp_path: Path, facts: str, codes: list[str]) -> None:
    """A part is not above its whole, nor are all parts together."""
    assert checked(tmp_path, facts)[0] == codes


@pytest.mark.parametrize(
    ("reviewed", "codes"),
    [
        pytest.param("2032-06-30", [], id="last-day"),
        pytest.param("2032-07-01", ["B407 planned"], id="day-after"),
    ],
)
def test_plans_fall_due(tmp_path: Path, reviewed: str, codes: list[str]) -> None:
    """A plan is past due on the day after its last, by the day of the review."""
    assert checked(tmp_path, fact("due", {HERALD + "¶1": "2032-Q2"}, "  status: planned\n"), reviewed)[0] == codes


def test_an_answer_that_is_not_there_is_no_difference(tmp_path: Path) -> None:
    """Two answers are set against each other when their sources give them; else the slip alone is found."""
    facts = fact("price", {f"{TIMES}¶1": "2.4 trillion won", f"{HERALD}¶1": "2.7 trillion won"})
    files = {"entities/all.yaml": ENTITIES, "ledger/facts.yaml": facts}
    result = pipeline.check(write_dossier(tmp_path / "seeds", files, ARTICLES))
    found = [f"{one.rule.code} {one.span.text}" for one in result.findings if one.rule.severity is Severity.ERROR]
    assert found == ["B301 2.7 trillion won"]


FOLDER = Path(__file__).parent / "agreement"
QUIET = (None, "same", "more precise")


def rows(name: str) -> list[Any]:
    """Return the expectations of one file under tests/agreement, each with its id."""
    cases = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["id"].replace(" ", "-")) for case in cases]


@pytest.mark.parametrize("case", rows("values"))
def test_values(tmp_path: Path, case: dict[str, Any]) -> None:
    """Answers to one question differ in the kind that an examiner reads in them, and each difference is told once."""
    maker = LedgerMaker()
    facts = maker.fact("asked", case)
    result = check_ledger(tmp_path, maker.articles(), {"ledger/facts.yaml": facts})
    found = next((one.found for one in differences(result.site)), None)
    kinds = {"quiet": QUIET, None: (None, "same")}
    wanted = case.get("kind", found)
    assert found in (wanted if isinstance(wanted, list) else kinds.get(wanted, (wanted,)))
    assert [code.split()[0] for code in codes_of(result)] == case.get("codes", [])
    assert noise_of(result) == []


@pytest.mark.parametrize("case", rows("ledgers"))
def test_ledgers(tmp_path: Path, case: dict[str, Any]) -> None:
    """Facts beside facts are parts of wholes, measures of their own, or terms of a sum."""
    maker = LedgerMaker()
    facts = "".join(maker.fact(id, row) for id, row in case["facts"].items())
    result = check_ledger(tmp_path, maker.articles(), {"ledger/facts.yaml": facts})
    assert codes_of(result, "B315", "B316") == case.get("codes", [])
    if "any" not in case:
        assert {one.fact: one.kind for one in differences(result.site)} == case.get("differs", {})
    assert noise_of(result) == []


@pytest.mark.parametrize("case", rows("rates"))
def test_rates(tmp_path: Path, case: dict[str, Any]) -> None:
    """A conversion out of line with its page or its month is told once; sums that are none are left alone."""
    articles = tuple(
        Invented(f"paper-{index}", case.get("language", "en"), day, {f"¶{i}": row for i, row in enumerate(texts, 1)})
        for index, (day, texts) in enumerate(case["pages"].items())
    )
    assert [code.split()[0] for code in codes_of(check_ledger(tmp_path, articles, {}))] == ["B406"] * case["odd"]


@pytest.mark.parametrize("case", rows("plans"))
def test_plans(tmp_path: Path, case: dict[str, Any]) -> None:
    """A plan is past due once its last day lies before the review, and nobody tells what came of it."""
    maker = LedgerMaker()
    status = case.get("status", "planned")
    if "said" in case:
        files = {"ledger/facts.yaml": maker.fact("asked", {**case, "status": status})}
    else:
        day = parse_when(str(case["when"])) if case["when"] else None
        cite = maker.cite("times", date_text(day, "en") if day else "a pier", "")
        what = "{en: Haenam Shipping opens a pier., ko: 해남해운이 부두를 연다.}"
        when = case["when"] or "null"
        event = f'- {{id: asked, when: {when}, what: {what}, status: {status}, briefings: [ferry], cite: "{cite}"}}\n'
        files = {"ledger/events.yaml": event}
    dossier = f"dossier: {case['dossier']}\n" if "dossier" in case else ""
    files["site.yaml"] = SITE.replace("2031-06-01", str(case["reviewed"])) + dossier
    codes = [code.split()[0] for code in codes_of(check_ledger(tmp_path, maker.articles(), files))]
    assert [code for code in codes if code != "B401"] == ["B407"] * case["due"]


def test_a_wrong_answer_is_told_where_it_stands_alone(tmp_path: Path) -> None:
    """References to a fact whose answers differ by a slip in the ledger are not told of: there is nothing to mend."""
    facts = fact("price", {f"{TIMES}¶1": "2.4 trillion won", f"{HERALD}¶1": "2.7 trillion won"})
    prose = {"briefings/ferry/en.md": "## The bottom line\nThe price is {price}. {#bottom}\n"}
    files = {"entities/all.yaml": ENTITIES, "ledger/facts.yaml": facts, **prose}
    result = pipeline.check(write_dossier(tmp_path / "seeds", files, ARTICLES))
    found = [f"{one.rule.code} {one.span.text}" for one in result.findings if one.rule.severity is Severity.ERROR]
    assert found == ["B301 2.7 trillion won"]
