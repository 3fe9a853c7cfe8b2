"""Surnames: which word of a name is one, and which person a bare surname means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Entity

ROMANISED: Mapping[str, tuple[str, ...]] = {
    "김": ("Kim", "Gim"),
    "이": ("Lee", "Yi", "Rhee", "Yee", "Rhie"),
    "박": ("Park", "Pak", "Bak"),
    "최": ("Choi", "Choe", "Chey", "Chae"),
    "정": ("Jung", "Jeong", "Chung", "Joung", "Cheong"),
    "강": ("Kang", "Gang"),
    "조": ("Cho", "Jo"),
    "윤": ("Yoon", "Yun", "Youn"),
    "장": ("Jang", "Chang"),
    "임": ("Lim", "Im", "Yim", "Rim"),
    "한": ("Han", "Hahn"),
    "오": ("Oh", "O"),
    "서": ("Seo", "Suh", "So"),
    "신": ("Shin", "Sin"),
    "권": ("Kwon", "Gwon"),
    "황": ("Hwang",),
    "안": ("Ahn", "An"),
    "송": ("Song",),
    "류": ("Ryu", "Yoo", "Ryoo"),
    "유": ("Yoo", "Yu", "You", "Ryu"),
    "전": ("Jeon", "Jun", "Chun", "Cheon"),
    "홍": ("Hong",),
    "고": ("Ko", "Koh", "Go"),
    "문": ("Moon", "Mun"),
    "양": ("Yang",),
    "손": ("Son", "Sohn"),
    "배": ("Bae", "Pae"),
    "백": ("Baek", "Paik", "Baik"),
    "허": ("Huh", "Heo", "Hur"),
    "남": ("Nam",),
    "심": ("Shim", "Sim"),
    "노": ("Roh", "Noh", "No"),
    "하": ("Ha",),
    "곽": ("Kwak", "Gwak"),
    "성": ("Sung", "Seong"),
    "차": ("Cha",),
    "주": ("Joo", "Ju", "Chu"),
    "우": ("Woo", "Wu"),
    "구": ("Koo", "Gu", "Ku"),
    "민": ("Min",),
    "나": ("Na", "Ra"),
    "지": ("Ji", "Jee", "Chi"),
    "엄": ("Um", "Eom"),
    "채": ("Chae",),
    "원": ("Won",),
    "천": ("Cheon", "Chun"),
    "방": ("Bang",),
    "공": ("Kong", "Gong"),
    "현": ("Hyun", "Hyeon"),
    "함": ("Ham", "Hahm"),
    "변": ("Byun", "Byeon"),
    "염": ("Yeom", "Yum"),
    "여": ("Yeo", "Yuh"),
    "추": ("Choo", "Chu"),
    "도": ("Do", "Doh"),
    "소": ("So",),
    "석": ("Suk", "Seok"),
    "선": ("Sun", "Seon"),
    "설": ("Seol", "Sul"),
    "마": ("Ma",),
    "길": ("Gil", "Kil"),
    "연": ("Yeon",),
    "위": ("Wi", "Wee"),
    "표": ("Pyo",),
    "명": ("Myung", "Myeong"),
    "기": ("Ki",),
    "반": ("Ban",),
    "왕": ("Wang",),
    "금": ("Keum",),
    "옥": ("Ok",),
    "육": ("Yook",),
    "인": ("In",),
    "맹": ("Maeng",),
    "봉": ("Bong",),
    "범": ("Beom", "Bum"),
    "제": ("Je",),
    "모": ("Mo",),
    "탁": ("Tak",),
    "국": ("Kook",),
    "은": ("Eun",),
    "편": ("Pyun",),
    "용": ("Yong",),
    "남궁": ("Namgung",),
    "황보": ("Hwangbo",),
    "선우": ("Sunwoo",),
}
"""Korean surnames as newspapers romanise them (each person chooses, so several stand for one)."""
LATIN_SURNAMES = frozenset(form for forms in ROMANISED.values() for form in forms) | frozenset(
    "Xi Li Wang Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Ma Zhu Hu Guo He Lin Luo Lei Deng Wei"
    " Jiang Mao Abe Kishida".split()
)
_WORDS = frozenset(
    "Oh An Do No So Ha Ban Son Moon Sun Song Park Min Young Ma In Im Won Hong Chung Gang Go Koo Um Hur"
    " Sin Jun Ok Na You Yang Long".split()
)
"""Surnames that are words or parts of names too: they need a verb of speaking, a title or a possessive beside them."""


@dataclass(frozen=True, slots=True)
class Person:
    """What a person may be called once introduced."""

    id: str
    latin: str | None
    hangul: str | None
    names: frozenset[str]
    """Full names."""


def person_of(entity: Entity) -> Person:
    """Return the surnames of *entity*, a person."""
    names = [written.text for written in (*entity.names.values(), *entity.aliases)]
    korean = [name for name in names if re.fullmatch(r"[가-힣]{2,4}", name)]
    syllable = next((_syllable(name) for name in korean), None)
    latin = next(
        (
            _latin_surname(name.split(), syllable)
            for name in names
            if re.fullmatch(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)+", name)
        ),
        None,
    )
    transcribed = next(
        (name.split()[-1] for name in names if re.fullmatch(r"[가-힣]{1,6}(?:[ ·][가-힣]{1,6}){1,3}", name)), None
    )
    return Person(entity.id, latin, syllable or transcribed, frozenset(names))


def _syllable(name: str) -> str:
    return name[:2] if name[:2] in ROMANISED and len(name) > 2 else name[0]


def _latin_surname(words: Sequence[str], syllable: str | None) -> str:
    """Return the surname among *words*: Korean names are printed in either order."""
    first, last = words[0], words[-1]
    forms = ROMANISED.get(syllable or "", ())
    if first in forms or last in forms:
        return last if last in forms and first not in forms else first
    if "-" in first or "-" in last:
        return last if "-" in first else first
    return first if first in LATIN_SURNAMES and last not in LATIN_SURNAMES else last


_SAID = (
    "said|says|told|added|noted|explained|stressed|emphasi[sz]ed|announced|declined|pointed|wrote"
    "|argued|warned|called|described|continued|replied"
    "|asked|predicted|expects?|believes?|thinks?|hopes?|plans?|joined|served|was|is|has|had|who|took|made|also|will"
)
_BESIDE_AFTER = re.compile(rf"(?:[’']s\b| (?:{_SAID})\b)")
_BESIDE_BEFORE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof)\.?|\b(?:CEO|CTO|CFO|COO|[Cc]hairman|[Cc]hairwoman|[Cc]hair|[Pp]resident"
    r"|[Dd]irector|[Mm]inister|[Pp]rofessor|[Ss]ecretary|[Cc]oach|[Cc]hief|[Ee]xecutive|[Ss]enator"
    r"|[Gg]overnor|[Mm]ayor"
    r"|said|says|told|added|to|by|with|[Aa]nd)) $"
)
_NAME_AFTER = re.compile(r"[ \u00a0-][A-Z][a-z]|-[a-z]|[&\w]")
_CAPITAL_BEFORE = re.compile(r"(?:^|[^\w])([A-Z][\w’'-]*)[ \u00a0]$")
_TITLED = frozenset(
    "Mr Mrs Ms Dr Prof CEO CTO CFO COO Chairman Chairwoman Chair President Director Minister Professor"
    " Secretary Coach Chief Executive Officer Senator"
    " Governor Mayor Vice But And When While As If Yet However Although Then Still Today Yesterday"
    " Tomorrow For In On At By With From After Before Since Both Because Meanwhile Though"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday That Later Earlier Also So".split()
)


@dataclass(frozen=True, slots=True)
class Surname:
    """A bare surname in a text: a Latin one, or a Korean one with its title."""

    text: str
    """As printed, with the title."""
    name: str
    start: int
    title: str
    """Empty behind a Latin surname."""


def surname_pattern(people: Sequence[Person]) -> re.Pattern[str] | None:
    """Return a pattern for the surnames of *people*, for ``find_surnames``, or None without any."""
    latin = sorted({person.latin for person in people if person.latin})
    hangul = sorted({person.hangul for person in people if person.hangul}, key=lambda name: (-len(name), name))
    return _surnames(tuple(latin), tuple(hangul)) if latin or hangul else None


def find_surnames(text: str, pattern: re.Pattern[str]) -> Iterator[Surname]:
    """Yield the surnames in *text* that stand without the rest of the name, in order.

    >>> pattern = surname_pattern([Person("kim", "Kim", "김", frozenset())])
    >>> [one.text for one in find_surnames("Kim, 김 대표", pattern)] if pattern else []
    ['Kim', '김 대표']
    """
    position = 0
    for match in pattern.finditer(text):
        title = None if match.lastgroup == "latin" else _TITLE_BEHIND.match(text, match.end())
        if match.start() < position or (title is None and match.lastgroup != "latin"):
            continue
        position = title.end() if title else match.end()
        yield Surname(text[match.start() : position], match[0], match.start(), title[0].strip() if title else "")


@lru_cache(maxsize=16)
def _surnames(latin: tuple[str, ...], hangul: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds surnames. Without titles: in the pattern of each article they would cost more than they do."""
    parts = []
    if latin:
        parts.append(rf"(?<![\w-])(?P<latin>{'|'.join(map(re.escape, latin))})(?![\w-])")
    if hangul:
        parts.append(rf"(?<!\w)(?P<hangul>{'|'.join(hangul)})(?=[ \u00a0])")
    return re.compile("|".join(parts))


TITLE_WORDS = (
    r"(?:대표이사|대표|부회장|회장|부사장|사장|전무|상무|이사장|이사|의장|총리|대통령"
    r"|장관|차관|의원|위원장|위원|감독|코치|선수|교수|박사|기자|원장|본부장|그룹장|부문장|부장|팀장"
    r"|센터장|실장"
    r"|총장|청장|국장|과장|단장|지사|시장|변호사|연구원|애널리스트|최고경영자|최고[가-힣]{2,4}책임자|C[A-Z]O|씨|후보|총재|행장"
    r"|부행장|소장|장|관장|판사|검사|작가|배우|셰프|기장|선장)"
)
TITLE = rf"(?:[가-힣A-Z]{{0,8}}?{TITLE_WORDS})"
_TITLE_BEHIND = re.compile(rf"[ \u00a0]{TITLE}(?=[^가-힣]|$|[은는이가를을과와의에도로만측께라나])")
_TITLES_NEAR = re.compile(rf"(?:[^.\n,“”\"]{{0,20}}?[ \u00a0(])??(?P<title>{TITLE})(?![가-힣]{{2}})")


def title_after(text: str, end: int) -> str | None:
    """Return the title that stands with the Korean full name ending at *end* ("김영섭 KT 대표"), if one does."""
    match = _TITLES_NEAR.match(text, end)
    return match["title"] if match else None


def is_bare(text: str, start: int, end: int) -> bool:
    """Return whether the Latin surname stands alone: no part of another name, and no plain word."""
    if _NAME_AFTER.match(text, end):
        return False
    before = text[max(0, start - 24) : start]
    capital = _CAPITAL_BEFORE.search(before)
    if capital and capital[1].rstrip(".") not in _TITLED:
        return False
    if text[start:end] in _WORDS:
        return bool(_BESIDE_AFTER.match(text, end) or _BESIDE_BEFORE.search(before))
    return True
