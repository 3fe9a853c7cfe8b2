"""Strangers: names that no record knows, told by one eye in articles and in our statements, and held against each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import pipeline
from generator.evidence.strangers import find_strangers, strangers_in
from generator.language.known_names import find_known, forms_of
from generator.language.names_versions import versions_of
from generator.language.strangers import MOST_WORDS, read_strangers
from generator.language.strangers_printed import Judgement, printed
from tests.dossier import read_articles, write_dossier
from tests.seeds_maker import make_site


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("On Friday Gyeongnam Lines met Tom Hale in Bergen.", ["Gyeongnam Lines", "Tom Hale", "Bergen"]),
        ("Amazon is a partner, and so is LG Uplus's rival.", ["Amazon", "LG Uplus"]),
        ("Revenue is up. Cooperation is needed. Officials said so.", []),
        ("The Korean carrier’s Chief Executive Officer spoke of AI on Monday.", []),
        ("The Ministry of Health and the Supreme Court of Japan agreed.", []),
        ("It was shown at the SEA 2031 fair.", ["SEA 2031"]),
        ("The Nordlys-led group buys a Nordlys-made hull, Hale said.", ["Nordlys", "Nordlys", "Hale"]),
        ("Nordlys is so, and Hale’s ships sail. Ships said.", ["Nordlys", "Hale"]),
        ("China Mobile and Korean Air joined.", ["China Mobile", "Korean Air"]),
        ("KPMG Korea and the GPU maker joined.", ["KPMG"]),
    ],
)
def test_english_strangers(text: str, sure: list[str]) -> None:
    """Runs of capitals are names; countries, titles, days, institutions and words that open a sentence are not."""
    assert [one.text for one in read_strangers(text, (), "en") if one.is_sure] == sure


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("박정호 해남해운 대표는 아마존과 만났다.", ["박정호", "해남해운", "아마존"]),
        ("문하린 전 대표와 나동백 회장이 왔다.", ["문하린", "나동백"]),
        ("한국형 모델과 시장 진출, 이동통신 시장과 이번 대표 회의", []),
        ("시중은행과 석유화학, 국내 항공사와 인공지능 기업", []),
        ("동백전자가 LG유플러스에 판 Nordlys호", ["동백전자", "LG유플러스", "Nordlys"]),
        ("AI반도체와 GPU는 KT측이 쓴다.", []),
        ("유업체 대표와 새벽당 대표, 주민들 대표와 한결대 교수, 경기도 국장이 왔다.", []),
        ("정유진 신바다 회장과 관장 표은재가 왔다.", []),
    ],
)
def test_korean_strangers(text: str, sure: list[str]) -> None:
    """People stand before titles, companies have tails, and Latin words are names; kinds of companies are not."""
    assert [one.text for one in read_strangers(text, (), "ko") if one.is_sure] == sure


def test_taken_words_are_no_strangers() -> None:
    """What is read as an entity already is left out, and the words beside it are read for themselves."""
    text = "Nordlys Baltic Works"
    assert [one.text for one in read_strangers(text, [(0, 7)], "en")] == ["Works"]


def test_a_headline_gives_single_words() -> None:
    """A run of capitals longer than a name, or a line of them, never travels as it stands."""
    words = "Haenam Orders Seven Ferries From Gyeongnam Yards To Cross Quelle Straits"
    assert all(" " not in name for name in strangers_in(words, (), "en"))
    assert strangers_in(words.upper(), (), "en") == ()
    longest = "They met Ada Bo Cid Dee Eve Fay Gus yesterday."
    assert all(len(name.split()) <= MOST_WORDS for name in strangers_in(longest, (), "en"))


def test_names_told_to_the_curator() -> None:
    """Ingest tells the names that stand twice, the longer one for the words within it."""
    texts = ["Then Gyeongnam Lines met Hale.", "Later Gyeongnam Lines met Hale and Gyeongnam."]
    assert find_strangers(texts, [(), ()], "en") == (("Gyeongnam Lines", 2), ("Hale", 2))
    texts = ["Nordic Compute plans a hall.", "“We build,” said Mette Lund of Nordic Compute."]
    assert find_strangers(texts, [(), ()], "en") == (("Nordic Compute", 2),)
    texts = ["Tom Hale drew the hall.", "Later Hale left."]
    assert find_strangers(texts, [(), ()], "en") == (("Hale", 2),)


@pytest.mark.parametrize(
    ("name", "names", "languages", "judgement"),
    [
        ("Tom Hale", ["Tom Hale"], "en", Judgement.PRINTED),
        ("Hale", ["Tom Hale"], "en", Judgement.PRINTED),
        ("Tim Hale", ["Tom Hale"], "en", Judgement.ABSENT),
        ("Tom Reed", ["Tom Hale", "Ann Reed"], "en", Judgement.OPEN),
        ("Hale Securities", ["Hale Bank"], "en", Judgement.OPEN),
        ("Hale Bank", ["Hale"], "en", Judgement.PRINTED),
        ("Park Jung-ho", ["박정호"], "ko", Judgement.PRINTED),
        ("Jung-ho Park", ["박정호"], "ko", Judgement.PRINTED),
        ("Park Jung-ho", ["문하린"], "ko", Judgement.ABSENT),
        ("Elin Strand", ["문하린"], "ko", Judgement.OPEN),
        ("Amazon", ["아마존"], "ko", Judgement.PRINTED),
        ("Amazon", ["네이버"], "ko", Judgement.ABSENT),
        ("Hyundai Motor", ["현대"], "ko", Judgement.OPEN),
    ],
)
def test_judgements(name: str, names: list[str], languages: str, judgement: Judgement) -> None:
    """A name is printed, is not, or cannot be told."""
    stranger = read_strangers(f"Then {name} came.", (), "en")[-1]
    assert printed(names, [languages]).judge(stranger) is judgement


def test_korean_judgements() -> None:
    """Hangul is held against Latin by sound, and by the list of well-known names."""
    here = printed(["Tom Hale", "Park Jung-ho", "Colliers Korea", "Amazon Web Services"], ["en"])
    text = "박정호 대표와 문하린 대표, 아마존과 네이버, 콜리어스코리아와 동백조선해운"
    told = {one.text: str(here.judge(one)) for one in read_strangers(text, (), "ko")}
    assert told == {
        **{"박정호": "printed", "아마존": "printed", "콜리어스코리아": "printed"},
        **{"문하린": "absent", "네이버": "absent", "동백조선해운": "open"},
    }


def test_known_names() -> None:
    """A well-known name ends where its word does, and each form leads to the others."""
    assert list(find_known("애플은 애플리케이션을, 메타버스는 메타가")) == [("애플", 0, True), ("메타", 19, True)]
    assert "현대차" in forms_of("Hyundai Motor")
    assert forms_of("Nordlys") == ()


def test_versions(tmp_path: Path) -> None:
    """Another version, grade or year of a known name is told; a number behind a name of another is none."""
    entities = """
- {id: helm, kind: product, names: {en: Helm-3.5, ko: 헬름-3.5}, aliases: [Helm 3.5]}
- {id: fair, kind: event, names: {en: Sea Fair 2031, ko: 바다박람회 2031}}
- {id: works, kind: org, names: {en: Baltic, ko: 발틱}}
- {id: suite, kind: product, names: {en: Baltic 365, ko: 발틱 365}}
"""
    versions = versions_of(make_site(tmp_path, {"entities/more.yaml": entities}).library.entities.values())
    text = "Helm-3.5, Helm 4, Helm-3.5 Turbo, Sea Fair 2032, 헬름-4다, Baltic 300 people, Helm-3.5 turbos, Helm"
    assert [one.text for one in versions.find(text)] == ["Helm 4", "Helm-3.5 Turbo", "Sea Fair 2032", "헬름-4"]


ARTICLES = read_articles("""
times-2031-05-04:
  language: en
  published: 2031-05-04
  paragraphs:
    title: Haenam Shipping orders seven ferries
    ¶1: Haenam Shipping buys ferries from Gyeongnam Lines, Tom Hale and Novotel in Bergen.
    ¶2: “We are buying time as much as ships. The sea waits for nobody here,” said Park Sun-a.
    ¶3: Erik Dahl came to the yard of QX-70 hulls, and Dahl left.
ilbo-2031-05-05:
  language: ko
  published: 2031-05-05
  paragraphs:
    title: 여객선
    ¶1: 문하린 남해전자 대표는 네이버와 배를 산다고 말했다.
    ¶2: 에리크 달 해남해운 대표는 배를 판다고 말했다.
    ¶3: 강도윤(41)은 문하린 대표를 만났다.
""")
ENTITIES = """\
- {id: haenam, kind: org, names: {en: Haenam Shipping, ko: 해남해운}}
- {id: park, kind: person, names: {en: Park Sun-a, ko: 박선아}}
- {id: dahl, kind: person, names: {en: Erik Dahl, ko: 에리크 달}}
"""


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("Gyeongnam Lines and Hale build them in Bergen. [@times-2031-05-04, ¶1]", []),
        ("Ulsan Works and Tom Reed build them in Oslo. [@times-2031-05-04, ¶1]",
         ["B318 Ulsan Works", "B318 Tom Reed", "B318 Oslo"]),
        ("Naver and Moon Ha-rin buy them. [@ilbo-2031-05-05, ¶1]", []),
        ("Kakao and Kim Bo-ra buy them. [@ilbo-2031-05-05, ¶1]", ["B318 Kakao", "B318 Kim Bo-ra"]),
        ("Elin Strand buys them in Okinawa. [@ilbo-2031-05-05, ¶1]", []),
        ("Elin Strand sells them in Okinawa. [@ilbo-2031-05-05, ¶2]", ["B323 Elin Strand"]),
        ("Elin Strand and Erik Dahl sell them. [@ilbo-2031-05-05, ¶2]", []),
        ("Vacancy fell. Kimchi rose. Check-in is slow. [@ilbo-2031-05-05, ¶1]", []),
        ("The Gyeongnam Lines of Tom Hale build them. [@times-2031-05-04, ¶1]", []),
        ("It counts 70 Zephyr hulls. Sandvik opens a yard. [@times-2031-05-04, ¶3]", ["B318 Zephyr", "B318 Sandvik"]),
        ("한보검 해남해운 대표는 배를 산다. [@ilbo-2031-05-05, ¶1]", ["B318 한보검"]),
        ("한터그룹은 배를 판다. [@ilbo-2031-05-05, ¶2]", ["B318 한터그룹"]),
        ("해남해운은 소비자그룹에 배를 판다. [@ilbo-2031-05-05, ¶2]", []),
        ("Kang Do-yun (41) met Moon Ha-rin. [@ilbo-2031-05-05, ¶3]", []),
        ("Sandvik left the yard. [@times-2031-05-04, ¶3]", ["B318 Sandvik"]),
        ("Freight has grown since Erik Dahl came. Occupancy fell. [@times-2031-05-04, ¶3]", []),
        ("They are built like QX-9 ferries. [@times-2031-05-04, ¶3]", ["B318 QX-9"]),
        ("They are built like QX-70 ferries. [@times-2031-05-04, ¶3]", []),
        ("문하린 대표는 네이버와 산다. [@ilbo-2031-05-05, ¶1]", []),
        ("김보라 대표는 카카오와 산다. [@ilbo-2031-05-05, ¶1]", ["B318 김보라", "B318 카카오"]),
        ("문 대표가 산다. [@ilbo-2031-05-05, ¶1]", []),
        ("박 대표가 산다. [@ilbo-2031-05-05, ¶1]", ["B318 박"]),
        ("박 대표가 시간을 산다. [@times-2031-05-04, ¶2]", []),
        ("이 대표 회의에서 한 의원이 산다. [@ilbo-2031-05-05, ¶1]", []),
        ("노보텔에서 산다. [@times-2031-05-04, ¶1]", []),
        ("힐튼에서 산다. [@times-2031-05-04, ¶1]", ["B318 힐튼"]),
        ("Dahl left the yard. [@times-2031-05-04, ¶3]", []),
        ("The yard was left, Dahl said. [@times-2031-05-04, ¶1]", ["B309 Dahl"]),
        ("“The sea waits for nobody here,” said Park Sun-a. [@times-2031-05-04, ¶2]", []),
        ("“We are buying time,” said Park Sun-a. [@times-2031-05-04, ¶2]", ["B312 “We are buying time,”"]),
        ("“The sea waits for nobody here,” said Erik Dahl. [@times-2031-05-04, ¶2; @times-2031-05-04, ¶3]",
         ["B313 “The sea waits for nobody here,”"]),
    ],
)  # fmt: skip
def test_strangers_of_statements(tmp_path: Path, text: str, findings: list[str]) -> None:
    """A name that the cited articles print passes, one that they do not print is an error at its words."""
    language, heading = ("ko", "## 내용") if any("가" <= letter <= "힣" for letter in text) else ("en", "## The story")
    files = {"entities/all.yaml": ENTITIES, f"briefings/ferry/{language}.md": f"{heading}\n- {text}\n"}
    found = pipeline.check(write_dossier(tmp_path / "seeds", files, ARTICLES)).findings
    names = [f"{one.rule.code} {one.span.text}" for one in found if one.rule.code in ("B318", "B322", "B323")]
    support = [f"{one.rule.code} {one.span.text}" for one in found if one.rule.code in ("B308", "B309", "B312", "B313")]
    assert [*names, *support] == findings


def test_older_evidence_only_warns(tmp_path: Path) -> None:
    """Evidence made before strangers were kept proves nothing of them."""
    files = {
        "entities/all.yaml": ENTITIES,
        "briefings/ferry/en.md": "## The story\n- Ulsan Works sells. [@times-2031-05-04, ¶1]\n",
    }
    seeds = write_dossier(tmp_path / "seeds", files, ARTICLES)
    path = seeds / "evidence/times-2031-05-04.json"
    tree = json.loads(path.read_text(encoding="utf-8"))
    del tree["sought"]
    for paragraph in tree["paragraphs"]:
        paragraph.pop("strangers", None)
    path.write_text(json.dumps(tree), encoding="utf-8")
    codes = {one.rule.code for one in pipeline.check(seeds).findings if one.span.path.endswith("en.md")}
    assert "B323" in codes
    assert "B318" not in codes
