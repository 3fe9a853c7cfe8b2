"""Names in English and Korean articles: what is one, whose it is, and what only looks like one.

A case gives paragraphs and, per paragraph, the mentions as "words = entity" (with "~" before what is carried over).
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.names import ambiguous_names, build_table, read_mentions
from generator.model import Entity, Written
from generator.source import Source


def written(text: str) -> Written:
    """Return *text* as written in a file of its own."""
    return Written(text, Source("entities.yaml", text).span())


def entity(id: str, kind: str, names: Sequence[str], unlike: Sequence[str] = ()) -> Entity:
    """Return an entity; the first name in each script is its name, the others are aliases."""
    english = next((name for name in names if not re.search("[가-힣]", name)), None)
    korean = next((name for name in names if re.search("[가-힣]", name)), None)
    localized = {language: written(name) for language, name in (("en", english), ("ko", korean)) if name}
    aliases = tuple(written(name) for name in names if name not in (english, korean))
    span = Source("entities.yaml", "").span()
    return Entity(id, span, kind, localized, aliases, tuple(map(written, unlike)), {}, (), {})


ENTITIES = [
    entity("kt", "org", ["KT", "KT Corp.", "케이티"], ["KT 위즈", "KT Wiz"]),
    entity("kt-cloud", "org", ["KT Cloud", "KT클라우드", "KT 클라우드"]),
    entity("skt", "org", ["SK Telecom", "SK Telecom Co.", "SK텔레콤", "SKT"]),
    entity("sk", "org", ["SK Group", "SK그룹", "SK"]),
    entity("microsoft", "org", ["Microsoft", "Microsoft Corp.", "마이크로소프트", "MS"]),
    entity("ms-korea", "org", ["Microsoft Korea", "한국마이크로소프트"]),
    entity("et", "org", ["e&"]),
    entity("hanbit", "org", ["Hanbit Shipbuilding", "한빛조선"]),
    entity("alliance", "org", ["Northern Grid Alliance", "북부전력연맹"]),
    entity("korea", "place", ["South Korea", "Korea", "한국"]),
    entity("seoul", "place", ["Seoul", "서울"]),
    entity("model", "product", ["GPT-4o", "GTP-4o"]),
    entity("fund", "org", ["AX Strategic Fund", "AX 전략 펀드"]),
    entity("midm", "product", ["Mi:dm", "믿음"]),
    entity("kim", "person", ["Kim Young-shub", "김영섭"]),
    entity("kim-reporter", "person", ["Kim Hye-jin", "김혜진"]),
    entity("oh", "person", ["Phil Oh", "오승택"]),
    entity("nadella", "person", ["Satya Nadella", "사티아 나델라"]),
    entity("park", "person", ["Park Min-ah", "박민아"]),
    entity("yun", "person", ["Dongbeom Yun"]),
]
TABLE = build_table(ENTITIES)

Case = tuple[list[str], list[list[str]]]
KO_NAMES: dict[str, Case] = {
    "particles": (["KT는 MS와, 케이티가 마이크로소프트에서"], [["KT = kt", "MS = microsoft", "케이티 = kt", "마이크로소프트 = microsoft"]]),
    "particles-stacked": (["KT에서는 KT까지도 KT로부터의 KT만의"], [["KT = kt"] * 4]),
    "particles-side": (["KT측은 KT 측과 KT라며 KT였다 KT뿐"], [["KT = kt"] * 5]),
    "particles-person": (["김영섭은 김영섭이 김영섭에게도"], [["김영섭 = kim"] * 3]),
    "title-attached": (["김영섭대표는 웃었다"], [["김영섭 = kim"]]),
    "other-company": (["SK하이닉스와 SK이노베이션, SK온"], [[]]),
    "own-company": (["SK텔레콤은 SK그룹과"], [["SK텔레콤 = skt", "SK그룹 = sk"]]),
    "endings": (["KT라면 KT인데 KT였던 KT입니다 KT그룹의 KT만큼은 한빛조선이어서"], [["KT = kt"] * 6 + ["한빛조선 = hanbit"]]),
    "place-tails": (["서울시에 서울특별시는 서울지역의, 한국인은"], [["서울 = seoul"] * 3]),
    "post-attached": (["김영섭변호사는, 김영섭국장이, 김영섭입니다"], [["김영섭 = kim"] * 3]),
    "short": (["SKT가 SK의"], [["SKT = skt", "SK = sk"]]),
    "cloud": (["KT클라우드는 KT 클라우드의"], [["KT클라우드 = kt-cloud", "KT 클라우드 = kt-cloud"]]),
    "near-misses": (["KT&G, KTX, KTH, KT-1, KTF, LKT, skt"], [[]]),
    "unlike": (["KT 위즈가 이겼다. KT위즈파크에서"], [[]]),
    "unlike-then-own": (["KT 위즈의 KT는"], [["KT = kt"]]),
    "subsidiary": (["한국마이크로소프트 대표"], [["한국마이크로소프트 = ms-korea"]]),
    "prefix-hangul": (["구글MS, 제2한빛조선소"], [[]]),
    "country-type": (["한국형 모델, 한국인, 한국어, 한국적, 한국산, 한국사, 한국경제"], [[]]),
    "country": (["한국은 한국의 한국·일본"], [["한국 = korea"] * 3]),
    "firm": (["MS사는 KT사와"], [["MS = microsoft", "KT = kt"]]),
    "seoul-station": (["서울역과 서울시청, 서울대"], [["서울 = seoul"] * 2]),
    "seoul": (["[서울=새벽] 서울 중구"], [["서울 = seoul"] * 2]),
    "quoted": (["‘믿음’을 “믿음”은 (믿음)"], [["믿음 = midm"] * 3]),
    "spacing": (["AX전략펀드와 AX 전략펀드"], [["AX전략펀드 = fund", "AX 전략펀드 = fund"]]),
    "bracketed": (["마이크로소프트(MS)와"], [["마이크로소프트 = microsoft", "MS = microsoft"]]),
    "bracketed-new": (
        ["북부전력연맹(NGA)은 밝혔다.", "NGA는 NGAX가 아니다."],
        [["북부전력연맹 = alliance", "NGA = alliance"], ["NGA = alliance"]],
    ),
    "bracketed-title": (["한빛조선(CEO 홍길동)과 한빛조선(AI)", "CEO와 AI"], [["한빛조선 = hanbit"] * 2, []]),
    "bracketed-hereafter": (["한빛조선(이하 한조)은 밝혔다.", "한조는 웃었다."], [["한빛조선 = hanbit", "한조 = hanbit"], ["한조 = hanbit"]]),
    "surname": (["김영섭 KT 대표는 말했다.", "김 대표는 웃었다."], [["김영섭 = kim", "KT = kt"], ["김 대표 = kim"]]),
    "surname-before": (["KT 김영섭 대표는", "김 대표는"], [["KT = kt", "김영섭 = kim"], ["김 대표 = kim"]]),
    "surname-title-longer": (["김영섭 KT 대표이사는", "김 대표가"], [["김영섭 = kim", "KT = kt"], ["김 대표 = kim"]]),
    "surname-not-yet": (["김 대표는 웃었다.", "김영섭 KT 대표는"], [[], ["김영섭 = kim", "KT = kt"]]),
    "surname-other-title": (["김영섭 KT 대표는", "김 장관은"], [["김영섭 = kim", "KT = kt"], []]),
    "surname-two": (
        ["김혜진 기자 = 김영섭 KT 대표가", "김 대표는", "김 기자는"],
        [["김혜진 = kim-reporter", "김영섭 = kim", "KT = kt"], ["김 대표 = kim"], ["김 기자 = kim-reporter"]],
    ),
    "surname-two-same-title": (
        ["김혜진 대표와 김영섭 대표가", "김 대표는"],
        [["김혜진 = kim-reporter", "김영섭 = kim"], []],
    ),
    "surname-western": (["사티아 나델라 MS 회장은", "나델라 회장은"], [["사티아 나델라 = nadella", "MS = microsoft"], ["나델라 회장 = nadella"]]),
    "product": (["GPT-4o는 GPT-4o-mini와"], [["GPT-4o = model", "GPT-4o = model"]]),
    "both": (["KT와 MS는 만났다.", "양사는 합의했다."], [["KT = kt", "MS = microsoft"], ["양사 = kt ~", "양사 = microsoft ~"]]),
    "both-spaced": (["KT·MS가 만났다.", "양 사는 두 회사의"], [["KT = kt", "MS = microsoft"], ["양 사 = kt ~", "양 사 = microsoft ~"]]),
    "both-named": (["KT와 MS는 만났다. 양사는 합의했다."], [["KT = kt", "MS = microsoft"]]),
    "both-one-named": (["KT와 MS는 만났다.", "양사는 KT 사옥에서"], [["KT = kt", "MS = microsoft"], ["양사 = microsoft ~", "KT = kt"]]),
    "both-three": (["KT, MS, SKT가 만났다.", "양사는"], [["KT = kt", "MS = microsoft", "SKT = skt"], []]),
    "both-nobody": (["양사는 합의했다."], [[]]),
    "both-word": (["KT와 MS가", "양사록과 두 회사원"], [["KT = kt", "MS = microsoft"], []]),
}  # fmt: skip
EN_NAMES: dict[str, Case] = {
    "plain": (["KT met Microsoft in Seoul."], [["KT = kt", "Microsoft = microsoft", "Seoul = seoul"]]),
    "longest": (["SK Telecom Co. and Microsoft Korea"], [["SK Telecom Co. = skt", "Microsoft Korea = ms-korea"]]),
    "full-stop": (["It was sold by KT Corp. KT paid."], [["KT Corp. = kt", "KT = kt"]]),
    "possessive": (["KT’s and Microsoft's"], [["KT = kt", "Microsoft = microsoft"]]),
    "compound": (["KT-led, Microsoft-backed, non-KT, KT/Microsoft"], [["KT = kt", "Microsoft = microsoft", "KT = kt", "KT = kt", "Microsoft = microsoft"]]),
    "near-misses": (["KT&G, KTX, KT-1, SKTelecom, Kt, kt, KTs, KT_x, KT.com"], [[]]),
    "unlike": (["The KT Wiz won."], [[]]),
    "case": (["seoul, MICROSOFT and microsoft"], [[]]),
    "capitals": (["MICROSOFT AND KT TO OPEN IN SEOUL"], [["MICROSOFT = microsoft", "KT = kt", "SEOUL = seoul"]]),
    "ampersand": (["e& and E&, the&"], [["e& = et"]]),
    "colon": (["Mi:dm’s"], [["Mi:dm = midm"]]),
    "hyphens": (["Kim Young‑shub and GPT–4o"], [["Kim Young‑shub = kim", "GPT–4o = model"]]),
    "line-break": (["South\nKorea and South Korea"], [["South\nKorea = korea", "South Korea = korea"]]),
    "in-word": (["Koreans, Seoulites, Microsofts"], [[]]),
    "korean-script": (["The name 한빛조선 stood there."], [["한빛조선 = hanbit"]]),
    "western-order": (["Min-ah Park, Minah Park and Park Min Ah", "Park Min-A"], [["Min-ah Park = park", "Minah Park = park", "Park Min Ah = park"], []]),
    "byline-in-capitals": (["By PARK MIN-AH in Seoul", "By KT AND MS"], [["PARK MIN-AH = park", "Seoul = seoul"], ["KT = kt", "MS = microsoft"]]),
    "byline-alone": (["PARK MIN-AH and Kt"], [["PARK MIN-AH = park"]]),
    "short-form": (
        ["The Northern Grid Alliance (NGA) met.", "The NGA’s head, NGAs"],
        [["Northern Grid Alliance = alliance", "NGA = alliance"], ["NGA = alliance"]],
    ),
    "short-form-not": (["Hanbit Shipbuilding (Reuters) and Microsoft (MSFT)", "Reuters and MSFT"], [["Hanbit Shipbuilding = hanbit", "Microsoft = microsoft", "MSFT = microsoft"], ["MSFT = microsoft"]]),
    "surname": (["Kim Young-shub spoke.", "Kim said so. “No,” said Kim."], [["Kim Young-shub = kim"], ["Kim = kim", "Kim = kim"]]),
    "surname-title": (["Kim Young-shub spoke.", "CEO Kim and Mr. Kim left."], [["Kim Young-shub = kim"], ["Kim = kim", "Kim = kim"]]),
    "surname-western": (["Phil Oh spoke.", "It was sold, Oh said."], [["Phil Oh = oh"], ["Oh = oh"]]),
    "surname-word": (["Phil Oh spoke.", "Oh, well. Oh no."], [["Phil Oh = oh"], []]),
    "surname-park": (["Park Min-ah spoke.", "Park said Olympic Park is near Park Avenue."], [["Park Min-ah = park"], ["Park = park"]]),
    "surname-not-yet": (["Kim said so.", "Kim Young-shub spoke."], [[], ["Kim Young-shub = kim"]]),
    "surname-others": (["Kim Young-shub met Kim Do-yun.", "Kim said so."], [["Kim Young-shub = kim"], []]),
    "surname-two": (["Kim Young-shub met Kim Hye-jin.", "Kim said so."], [["Kim Young-shub = kim", "Kim Hye-jin = kim-reporter"], []]),
    "surname-other-name": (["Kim Young-shub spoke.", "Andrew Kim and Kim Possible and Kim’s"], [["Kim Young-shub = kim"], ["Kim = kim"]]),
    "surname-no-korean": (["Dongbeom Yun drew it.", "Yun agreed."], [["Dongbeom Yun = yun"], ["Yun = yun"]]),
    "surname-nadella": (["Satya Nadella spoke.", "Nadella’s view"], [["Satya Nadella = nadella"], ["Nadella = nadella"]]),
    "both": (["KT and Microsoft met.", "The two companies agreed."], [["KT = kt", "Microsoft = microsoft"], ["The two companies = kt ~", "The two companies = microsoft ~"]]),
    "both-named": (["KT and Microsoft met.", "The two companies and KT"], [["KT = kt", "Microsoft = microsoft"], ["The two companies = microsoft ~", "KT = kt"]]),
    "company": (["KT opened a lab.", "The company said so."], [["KT = kt"], ["The company = kt ~"]]),
    "company-two": (["KT met SK Telecom.", "The company said so."], [["KT = kt", "SK Telecom = skt"], []]),
    "company-own": (["The company said KT is it."], [["KT = kt"]]),
    "carrier": (
        ["Wireless carrier KT met Microsoft in Seoul.", "The mobile carrier paid Microsoft."],
        [["KT = kt", "Microsoft = microsoft", "Seoul = seoul"], ["The mobile carrier = kt ~", "Microsoft = microsoft"]],
    ),
    "carrier-two": (["Carrier KT met carrier SK Telecom.", "The carrier paid."], [["KT = kt", "SK Telecom = skt"], []]),
}  # fmt: skip


def shown(paragraphs: list[str], language: str) -> list[list[str]]:
    """Return the mentions of each paragraph as the cases write them."""
    found = read_mentions(paragraphs, TABLE, language)
    for text, mentions in zip(paragraphs, found, strict=True):
        assert all(text[each.start : each.end] == each.text for each in mentions)
    return [
        [f"{each.text} = {each.entity}" + (" ~" if each.via == "anaphora" else "") for each in some] for some in found
    ]


@pytest.mark.parametrize(("paragraphs", "mentions"), [pytest.param(*case, id=id) for id, case in KO_NAMES.items()])
def test_korean_names(paragraphs: list[str], mentions: list[list[str]]) -> None:
    """Names stand before particles and nothing else; the longest wins; people go by surname once introduced."""
    assert shown(paragraphs, "ko") == mentions


@pytest.mark.parametrize(("paragraphs", "mentions"), [pytest.param(*case, id=id) for id, case in EN_NAMES.items()])
def test_english_names(paragraphs: list[str], mentions: list[list[str]]) -> None:
    """Names stand alone or in compounds; the longest wins; people go by surname once introduced."""
    assert shown(paragraphs, "en") == mentions


def test_ambiguous_names() -> None:
    """A name that two entities claim is reported with both, and names nobody."""
    twins = [entity("a", "org", ["Dawn Air", "DA"]), entity("b", "org", ["Dusk Air", "DA"])]
    assert [(each.text, ids) for each, ids in ambiguous_names(twins)] == [("DA", ("a", "b"))]
    assert [each.entity for each in read_mentions(["DA and Dawn Air"], build_table(twins), "en")[0]] == ["a"]


def test_no_entities() -> None:
    """Without names there are no mentions."""
    assert read_mentions(["KT and 양사"], build_table([]), "ko") == ((),)


@given(
    st.lists(st.text(st.sampled_from("KTSMX김영섭 대표는양사(&-.)e\n“‏😀"), max_size=60), max_size=4),
    st.sampled_from(["en", "ko"]),
)
def test_any_text(paragraphs: list[str], language: str) -> None:
    """Whatever the text, mentions are in order and stand where they say."""
    found = read_mentions(paragraphs, TABLE, language)
    assert len(found) == len(paragraphs)
    for text, mentions in zip(paragraphs, found, strict=True):
        assert [each.start for each in mentions] == sorted(each.start for each in mentions)
        assert all(text[each.start : each.end] == each.text for each in mentions)


def gold_table(labels: Sequence[dict[str, object]]) -> list[Entity]:
    """Return the entities that the labels name, with every form they print but bare surnames."""
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    kinds = {}
    for row in labels:
        name, text = str(row["name"]), str(row["text"])
        kinds[name] = str(row["type"])
        forms[name][name] = None
        is_surname = row["type"] == "person" and (re.fullmatch("[A-Z][a-z]+|[가-힣] [가-힣]+", text) is not None)
        if not is_surname:
            forms[name][text] = None
    return [entity(name, kinds[name], list(texts)) for name, texts in sorted(forms.items())]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_gold(language: str) -> None:
    """On the labelled articles, with the names they use known, F1 is at least 0.95 in each language."""
    shared = Path(__file__).parents[1].parent / "shared"
    if not (shared / "gold").is_dir():
        pytest.skip("the labelled articles are private and are not beside this checkout")
    golds = [(path, json.loads(path.read_text())) for path in sorted((shared / "gold").glob("*.gold.json"))]
    table = build_table(gold_table([row for _, gold in golds for row in gold["entities"]]))
    scores: Counter[str] = Counter()
    for path, gold in golds:
        if gold["metadata"]["language"] != language:
            continue
        lines = (shared / "originals" / path.name.replace(".gold.json", ".txt")).read_text().split("\n")
        numbers = [int(n) for n, kind in gold["lines"].items() if kind in ("title", "heading", "body", "caption")]
        found = read_mentions([lines[n - 1] for n in numbers], table, language)
        got = {(n, each.text, each.entity) for n, mentions in zip(numbers, found, strict=True) for each in mentions}
        want = {(row["line"], row["text"], row["name"]) for row in gold["entities"] if row["line"] in set(numbers)}
        scores.update(right=len(got & want), all=len(got) + len(want))
    assert 2 * scores["right"] / scores["all"] >= 0.95


def test_variants_give_way() -> None:
    """A state without 주, a province by its bare name; a turned name is no claim on somebody else's."""
    places = build_table(
        [entity("tx", "place", ["Texas", "텍사스주"]), entity("gg", "place", ["Gyeonggi Province", "경기도"])]
    )
    assert [one.entity for one in read_mentions(["텍사스에서"], places, "ko")[0]] == ["tx"]
    assert [one.entity for one in read_mentions(["in Gyeonggi"], places, "en")[0]] == ["gg"]
    people = build_table([entity("a", "person", ["Min Kim", "민김"]), entity("b", "person", ["Kim Min", "김민"])])
    assert [one.entity for one in read_mentions(["Min Kim met Kim Min."], people, "en")[0]] == ["a", "b"]
