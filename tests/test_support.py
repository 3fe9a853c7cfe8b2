"""Support: what a statement says is held against the paragraphs it cites, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from tests.dossier import Invented, read_articles, write_dossier

ARTICLES = read_articles("""
times-2031-05-04:
  language: en
  published: 2031-05-04
  paragraphs:
    title: Haenam Shipping orders seven ferries
    ¶1: Haenam Shipping will pay 2.4 trillion won ($1.8 billion) for seven ferries over five years.
    ¶2: Three firms, Baltic Works, Hanbit Marine and Sejong Dock, share the work, said Park Sun-a.
    ¶3: Fares rise by 20 to 30 percent, from 2031 to 2036, and 48 percent of the seats are new.
    ¶4: “We are buying time as much as ships,” Park said.
    ¶5: The company hires several hundred people in Mokpo.
    ¶6: The crossing of 270 km takes 40 minutes by jet, and two thirds of it is open sea with just under 60 buoys.
harbour-notes:
  language: ko
  published: null
  paragraphs:
    title: 항만 소식
    ¶1: 해남해운은 4일 새 부두를 열었고 내년까지 300여 명을 뽑는다.
""")
ENTITIES = """\
- {id: haenam, kind: org, names: {en: Haenam Shipping, ko: 해남해운}}
- {id: baltic, kind: org, names: {en: Baltic Works, ko: 발틱웍스}}
- {id: hanbit, kind: org, names: {en: Hanbit Marine, ko: 한빛마린}}
- {id: sejong, kind: org, names: {en: Sejong Dock, ko: 세종독}}
- {id: park, kind: person, names: {en: Park Sun-a, ko: 박선아}}
- {id: dahl, kind: person, names: {en: Erik Dahl, ko: 에리크 달}}
- {id: mokpo, kind: place, names: {en: Mokpo, ko: 목포}}
- {id: times, kind: org, names: {en: The Harbour Times, ko: 하버타임스}}
"""
FACTS = """\
- id: price
  what: {en: Price, ko: 값}
  status: planned
  briefings: [ferry]
  said:
    - {value: 2.4 trillion won, origin: haenam, cite: "@times-2031-05-04, ¶1"}
- id: jobs
  what: {en: Jobs, ko: 일자리}
  briefings: [ferry]
  said:
    - {value: {en: several hundred people, ko: 수백 명}, origin: haenam, cite: "@times-2031-05-04, ¶5"}
"""
HEADINGS = {
    "en": {"story": "## The story", "open": "## Not known, and next"},
    "ko": {"story": "## 내용", "open": "## 아직 알려지지 않은 것"},
}
T = "times-2031-05-04"


def found(folder: Path, text: str, section: str = "story", articles: tuple[Invented, ...] = ARTICLES) -> list[str]:
    """Return code and words of each finding of a briefing that holds *text* alone."""
    language = "ko" if any("가" <= letter <= "힣" for letter in text) else "en"
    files = {
        "entities/all.yaml": ENTITIES,
        "ledger/facts.yaml": FACTS,
        f"briefings/ferry/{language}.md": f"{HEADINGS[language][section]}\n- {text}\n",
    }
    seeds = write_dossier(folder / "seeds", files, articles)
    return [
        f"{finding.rule.code} {finding.span.text}"
        for finding in pipeline.check(seeds).findings
        if finding.span.path.endswith(f"{language}.md") and finding.rule.code not in ("B113", "B501")
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"The price is {{price}}. [@{T}, ¶1]", id="reference"),
        pytest.param(f"The price is about {{price}}. [@{T}, ¶1]", id="hedge-before-a-reference"),
        pytest.param(f"값은 {{price}}이다. [@{T}, ¶1]", id="reference-in-korean"),
        pytest.param(f"Seven ferries cost $1.8 billion. [@{T}, ¶1]", id="equal-forms"),
        pytest.param(f"Three firms share the work. [@{T}, ¶2]", id="count"),
        pytest.param(f"Fares rise between 2031 and 2036 by 20–30%. [@{T}, ¶3]", id="both-ends"),
        pytest.param(f"About half of the seats are new. [@{T}, ¶3]", id="fraction-beside-a-percentage-near-it"),
        pytest.param(f"Some 270 km take 40 minutes, or 40분. [@{T}, ¶6]", id="length-and-minutes"),
        pytest.param(f"뱃길 270㎞의 3분의 2가 난바다이고 40분이 걸린다. [@{T}, ¶6]", id="length-and-fraction-across"),
        pytest.param(f"The crossing is about 168 miles long. [@{T}, ¶6]", id="length-converted"),
        pytest.param(f"About two thirds of it is open sea. [@{T}, ¶6]", id="fraction-in-words"),
        pytest.param(f"부표는 60개에 가깝다. [@{T}, ¶6]", id="nearly-for-just-under"),
        pytest.param(
            f"Two firms, Baltic Works and Hanbit Marine, share it with Sejong Dock. [@{T}, ¶2]",
            id="count-of-part-of-the-names",
        ),
        pytest.param(
            f"Three firms, Baltic Works and Hanbit Marine among them, share the work. [@{T}, ¶2]", id="part-of-a-list"
        ),
        pytest.param(f"세 회사(발틱웍스와 한빛마린 등)가 일을 나눈다. [@{T}, ¶2]", id="part-of-a-list-in-korean"),
        pytest.param(f"발틱웍스, 한빛마린, 세종독 등 세 조선사가 일을 나눈다. [@{T}, ¶2]", id="noun-without-a-counter"),
        pytest.param(f"It hires hundreds. [@{T}, ¶5] It works in Mokpo. [@{T}, ¶5]", id="vague"),
        pytest.param("새 부두를 4일 열었다. [@harbour-notes, ¶1]", id="day-of-no-month"),
        pytest.param("내년까지 사람을 뽑는다. [@harbour-notes, ¶1]", id="relative-where-the-article-is-undated"),
        pytest.param("It opened a quay on the 4th. [@harbour-notes, ¶1]", id="day-of-no-month-across"),
        pytest.param("It hires some 300 people. [@harbour-notes, ¶1]", id="some-for-yeo"),
        pytest.param(f"“We are buying time as much as ships,” said Park Sun-a. [@{T}, ¶4]", id="quotation"),
        pytest.param(f"“Baltic Works” has a share. [@{T}, ¶2]", id="name-in-marks"),
        pytest.param(f"The headline was “Haenam Shipping orders seven ferries”. [@{T}]", id="headline-in-marks"),
        pytest.param(
            f"값은 18억 달러라고 해남해운이 박선아 대표가 온 자리에서 말했다. [@{T}, ¶1; @{T}, ¶2]",
            id="speaker-is-the-last",
        ),
        pytest.param(f"Park Sun-a came to Mokpo. [@{T}, ¶5]", id="a-person-who-does-not-speak"),
        pytest.param(f"A phase 2 study in Korea and Switzerland costs {{price}}. [@{T}, ¶1]", id="phase-and-countries"),
        pytest.param(f"The price is *{{price}}*, or **$1.8** billion. [@{T}, ¶1]", id="emphasis"),
        pytest.param(f"The article of 4 May 2031 gives the price. [@{T}, ¶1]", id="day-of-the-article"),
    ],
)
def test_true_statements_pass(tmp_path: Path, text: str) -> None:
    """What the paragraph carries gives no finding."""
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        pytest.param(f"It pays over {{price}}. [@{T}, ¶1]", ["B302 {price}"], id="bound-before-a-reference"),
        pytest.param(f"Four firms share the work. [@{T}, ¶2]", ["B301 Four firms"], id="count"),
        pytest.param(
            f"Fares rise between 2031 and 2035. [@{T}, ¶3]", ["B305 2031 and 2035"], id="another-end"
        ),
        pytest.param(f"Fares rise by 30 percent. [@{T}, ¶3]", ["B302 30 percent"], id="end-of-a-range-alone"),
        pytest.param(f"It hires 300 people. [@{T}, ¶5]", ["B302 300 people"], id="number-for-vague"),
        pytest.param(f"It hires thousands of people. [@{T}, ¶5]", ["B301 thousands of people"], id="vague-of-another-size"),
        pytest.param("It hires exactly 300 people. [@harbour-notes, ¶1]", ["B302 300 people"], id="exact-for-yeo"),
        pytest.param("새 부두를 5일 열었다. [@harbour-notes, ¶1]", ["B304 5일"], id="another-day-of-no-month"),
        pytest.param("새 부두를 3월 4일 열었다. [@harbour-notes, ¶1]", ["B305 3월 4일"], id="a-month-given-to-it"),
        pytest.param(f"Fares rise from last year. [@{T}, ¶3]", ["B304 last year"], id="relative"),
        pytest.param("지난 4월 부두를 열었다. [@harbour-notes, ¶1]", ["B304 지난 4월"], id="relative-with-a-month"),
        pytest.param("지난해까지 사람을 뽑았다. [@harbour-notes, ¶1]", ["B304 지난해"], id="relative-the-other-way"),
        pytest.param(f"The order is of 4 May 2031. [@{T}, ¶1]", ["B304 4 May 2031"], id="day-of-the-article-for-another"),
        pytest.param(f"“We are buying ships as much as time,” said Park Sun-a. [@{T}, ¶4]",
                     ["B312 “We are buying ships as much as time,”"], id="quotation-altered"),
        pytest.param(f"“We are buying time as much as ships.” [@{T}, ¶5]",
                     ["B312 “We are buying time as much as ships.”"], id="quotation-of-another-paragraph"),
        pytest.param(f"Erik Dahl pays $1.8 billion. [@{T}, ¶1]", ["B308 Erik Dahl"], id="name"),
        pytest.param(f"에리크 달이 18억 달러를 낸다. [@{T}, ¶1]", ["B308 에리크 달"], id="name-across"),
        pytest.param(f"Park Sun-a said the price is {{price}}. [@{T}, ¶1]", ["B309 Park Sun-a"], id="speaker"),
        pytest.param(f"박선아 대표는 값이 {{price}}이라고 말했다. [@{T}, ¶1]", ["B309 박선아"], id="speaker-in-korean"),
        pytest.param(f"According to Park Sun-a it costs {{price}}. [@{T}, ¶1]", ["B309 Park Sun-a"], id="according-to"),
        pytest.param(f"Park Sun-a: the price is {{price}}. [@{T}, ¶1]", ["B309 Park Sun-a"], id="colon"),
        pytest.param("Ferries are wanted.", ["B310 Ferries are wanted."], id="uncited"),
        pytest.param(f"It paid {{price}}. [@{T}, ¶1]", ["B314 paid"], id="done-over-planned"),
        pytest.param(f"배에 {{price}}을 썼고 모두 샀다. [@{T}, ¶1]", ["B314 썼고"], id="done-over-planned-in-korean"),
        pytest.param(f"A third of the seven ferries are old. [@{T}, ¶1]", ["B301 A third"], id="fraction"),
        pytest.param(f"It pays $1.8 billion by 5031. [@{T}, ¶1]", ["B321 5031"], id="year-of-no-calendar"),
        pytest.param("새 부두를 15월에 열었다. [@harbour-notes, ¶1]", ["B321 15"], id="month-of-no-calendar"),
        pytest.param("새 부두를 5분기에 열었다. [@harbour-notes, ¶1]", ["B321 5"], id="quarter-of-no-calendar"),
        pytest.param(f"Seven ferries are 90 km away. [@{T}, ¶1]", ["B301 90"], id="length"),
        pytest.param(f"The crossing takes 14 minutes. [@{T}, ¶6]", ["B301 14"], id="minutes"),
        pytest.param(f"The crossing takes fifty minutes. [@{T}, ¶6]", ["B301 fifty"], id="minutes-in-words"),
        pytest.param(f"뱃길은 14분 걸린다. [@{T}, ¶6]", ["B301 14"], id="minutes-across"),
        pytest.param(f"The crossing is 27 km. [@{T}, ¶6]", ["B301 27"], id="another-length"),
        pytest.param(f"The crossing is over 270 km. [@{T}, ¶6]", ["B302 270"], id="bound-of-a-length"),
        pytest.param(f"The crossing is 170 tonnes. [@{T}, ¶6]", ["B301 170"], id="another-measure"),
        pytest.param(f"Three quarters of it is open sea. [@{T}, ¶6]", ["B301 Three quarters"], id="another-fraction"),
        pytest.param(f"뱃길의 4분의 3은 난바다다. [@{T}, ¶6]", ["B301 4분의 3"], id="another-fraction-across"),
        pytest.param(f"More than two thirds of it is open sea. [@{T}, ¶6]", ["B302 two thirds"], id="bound-of-a-fraction"),
        pytest.param(f"Less than half of the seats are old, split 60:40. [@{T}, ¶3]",
                     ["B301 60", "B301 40"], id="split"),
        pytest.param(f"Four firms, Baltic Works, Hanbit Marine and Sejong Dock, share it. [@{T}, ¶2]",
                     ["B301 Four firms"], id="count-beside-its-names"),
        pytest.param(f"Two firms, including Baltic Works and Hanbit Marine, share it. [@{T}, ¶2]",
                     ["B301 Two firms"], id="part-of-a-list-as-all-of-it"),
        pytest.param(f"Four firms, Baltic Works and Hanbit Marine among them, share it. [@{T}, ¶2]",
                     ["B301 Four firms"], id="another-count-before-a-part"),
        pytest.param(f"여덟 조선사가 일을 나눈다. [@{T}, ¶2]", ["B301 여덟 조선사"], id="another-count-of-a-noun"),
        pytest.param(f"Two places, Mokpo and Haenam, are named. [@{T}, ¶5]", ["B301 Two places"], id="no-such-places"),
        pytest.param(f"Nearly half of the seats and nearly seven ferries are new. [@{T}, ¶1; @{T}, ¶3]",
                     ["B302 seven ferries"], id="nearly-what-is-reached"),
        pytest.param(f"Seven ferries come from Ulsan Works. [@{T}, ¶1]", ["B318 Ulsan Works"], id="unknown-name"),
    ],
)  # fmt: skip
def test_what_the_source_does_not_carry_is_found(tmp_path: Path, text: str, findings: list[str]) -> None:
    """What the paragraph does not carry is found at its words."""
    assert [one for one in found(tmp_path, text) if not one.startswith("B311")] == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        pytest.param("Who pays; none of our two articles says so.", [], id="number-of-our-articles"),
        pytest.param("What comes after 4 May 2031.", [], id="day-of-our-newest-article"),
        pytest.param("What comes after 5 June 2031.", ["B306 5 June 2031"], id="another-day"),
        pytest.param("Who pays the 2.4 trillion won.", ["B303 2.4 trillion won"], id="cited-nowhere"),
        pytest.param("Who pays the {price}.", [], id="by-reference"),
    ],
)
def test_what_is_not_known_needs_no_citation(tmp_path: Path, text: str, findings: list[str]) -> None:
    """Open questions need no citation, but their figures and dates must come from somewhere."""
    assert found(tmp_path, text, "open") == findings


def test_open_questions_rest_on_what_the_briefing_cites(tmp_path: Path) -> None:
    """A figure that the story cites may stand uncited among what is not known."""
    text = f"It pays 2.4 trillion won. [@{T}, ¶1]\n\n## Not known, and next\n- Who lends the 2.4 trillion won, or $9 million."
    assert found(tmp_path, text) == ["B303 $9 million"]


def test_help_names_the_paragraph_that_carries(tmp_path: Path) -> None:
    """A figure of another paragraph is refused with the place where it stands."""
    files = {"briefings/ferry/en.md": f"## The story\nFares rise by 48 percent. [@{T}, ¶1] {{#x}}\n"}
    seeds = write_dossier(tmp_path / "seeds", {"entities/all.yaml": ENTITIES, **files}, ARTICLES)
    helps = [finding.help for finding in pipeline.check(seeds).findings if finding.rule.code == "B301"]
    assert helps == [f"correct the figure, or cite @{T}, ¶3, which gives it"]


def test_publisher_is_carried_by_its_article(tmp_path: Path) -> None:
    """A sentence may say which paper reports: its article is of that paper."""
    text = f"The Harbour Times puts the price at $1.8 billion. [@{T}, ¶1]"
    assert found(tmp_path, text) == ["B308 The Harbour Times"]
    record = (tmp_path / f"seeds/articles/{T}.yaml").read_text(encoding="utf-8")
    basis = "basis: {publisher: {kind: inferred, why: {en: By its look, ko: 모양으로}}}\n"
    files = {
        f"articles/{T}.yaml": f"{record}publisher: {{en: The Harbour Times, ko: 하버타임스}}\n{basis}",
        "entities/all.yaml": ENTITIES,
        "briefings/ferry/en.md": f"## The story\n{text} {{#x}}\n",
    }
    seeds = write_dossier(tmp_path / "again", files, ARTICLES)
    assert not [one for one in pipeline.check(seeds).findings if one.rule.code in ("B308", "B318")]


def test_names_under_an_id_that_is_gone(tmp_path: Path) -> None:
    """A name that the evidence gives to an entity of an older id is named there: that the evidence is stale is told."""
    text = f"Hanbit Marine and 발틱웍스 share the work with Erik Dahl. [@{T}, ¶2]"
    files = {"entities/all.yaml": ENTITIES, "briefings/ferry/en.md": f"{HEADINGS['en']['story']}\n- {text}\n"}
    seeds = write_dossier(tmp_path / "seeds", files, ARTICLES)
    records = seeds / "entities/all.yaml"
    renamed = records.read_text(encoding="utf-8").replace("id: hanbit", "id: hanbit-marine")
    records.write_text(renamed.replace("id: baltic", "id: baltic-works"), encoding="utf-8")
    told = [one.span.text for one in pipeline.check(seeds).findings if one.rule.code == "B308"]
    assert told == ["Erik Dahl"]
