"""Text -> the words in it that look like a name and that no table of entities knows.

The same eye reads articles and our own statements: what it finds in an article is kept, a few words at a time, and what
it finds in a statement must be among it. Precision goes first: a word that may be a plain one is told as unsure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.language.known_names import find_known, is_known
from generator.language.names_people import LATIN_SURNAMES, ROMANISED, TITLE
from generator.language.names_table import AFTER_HANGUL, PARTICLE, is_shouted
from generator.language.strangers_words import (
    FIRM_HEADS,
    FIRM_KINDS,
    FIRM_STARTS,
    FIRM_TAILS,
    GENERIC,
    KNOWN_COMPOUNDS,
    MASS,
    PLAIN,
)

MOST_WORDS = 6
"""Words of the longest name kept: a longer run of capitals is a headline."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """Words that look like a name."""

    text: str
    start: int
    kind: str
    """"latin"; in Hangul "person", "surname", "firm" or "known" (a name of the list of well-known ones)."""
    is_sure: bool
    """False where the words may be plain ones."""
    opens: bool = False
    """Whether it is one word whose capital is that of its sentence, and which does nothing that only somebody can."""

    @property
    def end(self) -> int:
        """Offset of the first code point after the words."""
        return self.start + len(self.text)


Spans = Sequence[tuple[int, int]]


def read_strangers(text: str, taken: Spans, language: str) -> tuple[Stranger, ...]:
    """Return the words of *text* that look like names, outside the spans *taken* by names known already, in order.

    >>> [stranger.text for stranger in read_strangers("On Friday Samsung Electronics met Tim Cook.", (), "en")]
    ['Samsung Electronics', 'Tim Cook']
    """
    found: list[Stranger] = []
    for find in (_known, _latin, _people, _firms) if language == "ko" else (_known, _latin):
        free = [*taken, *((one.start, one.end) for one in found)]
        found += [one for one in find(text, free, language) if not _is_taken(one.start, one.end, free)]
    return tuple(sorted(found, key=lambda one: one.start))


def _is_taken(start: int, end: int, taken: Spans) -> bool:
    return any(first < end and start < last for first, last in taken)


# ---------------------------------------------------------------------------------------------------- capitals

_LETTER = "A-Za-z0-9À-ɏ"
_TOKEN = re.compile(rf"(?<![{_LETTER}’'&@/-])(?:[a-z]{{1,2}}(?=[A-Z])|(?=[A-ZÀ-Þ]))[{_LETTER}&’'.+-]+")
_POSSESSIVE = re.compile(r"(?:[’']s?|[.-]+)$")
_COMPOUND = re.compile(rf"-(?:{KNOWN_COMPOUNDS}|[a-z]{{4,}}(?:ed|ing))$")
_GIVEN = re.compile(r" [A-Z][a-z]+-[a-z]+")
_BETWEEN = re.compile(r" (?:(?:of|de|del|della|di|da|du|la|von|van|der|den|bin|al|&) )?")
_OPENS = re.compile(r"(?:^|[.!?…:;“”\"(\[—–•|]|\s-)[’'”\")]?\s*[*_“\"‘'(]*$")
_TITLE_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Gen|Sen|Gov|Lt|Rep|Capt|Sgt|Rev)\.\s$")
_PAST = (
    "said|bought|became|won|rose|fell|sold|lost|took|made|gave|paid|built|cut|set|put|led|ran|grew|began|came|went|met|spent"
    "|kept|left|held|[a-z]{3,}ed"
)
_POST = "chief|CEO|C[A-Z]O|president|chair\\w*|founder|director|minister|analyst"
_DOES = (
    "says|said|plans|planned|aims|aimed|expects|expected|hopes|hoped|wants|wanted|owns|owned|makes|made|sells|sold|buys|bought"
    "|builds|built|develops|developed|offers|offered|provides|provided|supplies|supplied|told|became|hires|hired|acquired"
    "|joins|joined|signs|signed|agreed|announced|launched|unveiled|declined|refused|denied|warns|warned|pledged|promised"
    "|invests|invested|orders|ordered|sued|argues|argued|runs|ran|leads|led|spends|spent|pays|paid|works|worked|met|won|holds|held"
)
_ACTS = re.compile(rf"(?:[’']s [a-z]| (?:{_DOES})\b|, (?:who|the|its|an?|[A-Z]))")
"""What follows somebody and no thing."""
_SUBJECT = re.compile(
    rf"(?:[’']s\b|(?: \d{{1,3}})? (?:is|was|has|will|{_DOES}|{_PAST}|and [A-Z]\w+)\b"
    r"| [a-z]{2,}s (?:an?|the|its|on|up|out|to|with)\b"
    rf"|, who |, [A-Z][\w’']*[’']s? (?:{_POST}|head)\b"
    rf"|, (?:the|its|an?) (?:[\w’'-]+ ){{0,3}}(?:{_POST})\b"
    r"|, an? (?:[\w’'-]+ ){0,3}(?:company|firm|maker|operator|carrier|bank|startup|unit|group)\b)"
)
"""What follows a name that opens a sentence."""
_PLURAL = re.compile(rf"[A-Za-z]+s (?:will|and|{_PAST})\b")
_OWNER = re.compile(r" [A-Z][a-z]")
_YEAR = re.compile(r"[ -](?:19|20)\d\d(?!\d|[년,])")
_MASS_ENDS = re.compile(
    r".*(?:tion|sion|ment|ness|ing|ity|ism|ance|ence|ship|age|ure|ery|ly|[aeiou][nt]?cy|wth|lth|hood|dom|ics|logy|graphy|metry|sis"
    r"|[a-z]{3}(?:out|over|put|down|fall|back|flow|load|time|work|ware|stock|count|force|width|line|cut|backs|logs?))$|.*[^a-z].*ed$"
)
_ADJECTIVE = re.compile(r".*(?:ed|ic|al|ive|ous|ful|less|ant|ent|ble|wide|s)")
_NAME_LIKE = re.compile(r"[a-z]{1,2}[A-Z][A-Za-z]+|[A-Za-zÀ-ɏ]*[A-ZÀ-Þ][A-Za-zÀ-ɏ’'-]*[a-zà-ɏ][A-Za-z0-9À-ɏ’'-]*")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    goes_on: bool
    """Whether a name may go on after it: no possessive, no compound."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _words(text: str, taken: Spans) -> Iterator[_Word]:
    for match in _TOKEN.finditer(text):
        whole = match[0]
        core = _COMPOUND.sub("", _POSSESSIVE.sub("", _POSSESSIVE.sub("", whole)))
        is_plain = core in PLAIN and not (core in LATIN_SURNAMES and _GIVEN.match(text, match.end()))
        if len(core) > 1 and not is_plain and not _is_taken(match.start(), match.start() + len(core), taken):
            yield _Word(core, match.start(), core == whole)


def _runs(text: str, taken: Spans) -> Iterator[list[_Word]]:
    run: list[_Word] = []
    for word in _words(text, taken):
        gap = text[run[-1].end : word.start] if run else ""
        if run and run[-1].goes_on and _BETWEEN.fullmatch(gap) and (gap != " of " or run[-1].text in GENERIC):
            run.append(word)
            continue
        if run:
            yield run
        run = [word]
    if run:
        yield run


def _latin(text: str, taken: Spans, language: str) -> Iterator[Stranger]:
    if is_shouted(text):
        return
    is_headline = _is_headline(text)
    for run in _runs(text, taken):
        pieces = [[word] for word in run] if is_headline or len(run) > MOST_WORDS else [run]
        for words in pieces:
            if all(word.text in GENERIC for word in words):
                continue
            end = words[-1].end
            year = _YEAR.match(text, end) if words[-1].goes_on else None
            end = year.end() if year else end
            name = text[words[0].start : end]
            if language == "ko" and (tail := _hangul_tail(text, end, words)) is not None:
                name += tail
            is_sure = len(pieces) == 1 and (bool(year) or is_known(name) or _is_sure(text, words, language))
            opens = len(words) == 1 and not year and not is_known(name) and _opens(text, words[0])
            yield Stranger(name, words[0].start, "latin", is_sure, opens and not _ACTS.match(text, end))


def _is_headline(text: str) -> bool:
    """Return whether most words of *text*, no sentence, begin with a capital, as in headlines of American papers."""
    if text.rstrip("”’\"') ")[-1:] in (".", "!", "?", "…"):
        return False
    words = [word for word in re.findall(r"[A-Za-z][\w’'-]*", text) if len(word) > 3]
    return len(words) > 4 and 10 * sum(word[0].isupper() for word in words) > 7 * len(words)


def _is_sure(text: str, words: Sequence[_Word], language: str) -> bool:
    first = words[0]
    if language == "ko":
        return any(_NAME_LIKE.fullmatch(word.text) for word in words)
    opens = _opens(text, first)
    own = [word for word in words if word.text not in GENERIC]
    if len(words) > 1:
        is_plain = first.text in MASS or _MASS_ENDS.fullmatch(first.text) or _ADJECTIVE.fullmatch(first.text)
        return not opens or own != [first] or not is_plain
    if first.text.isupper():
        return len(first.text) > 2 and bool(_OWNER.match(text, first.end))
    if not _NAME_LIKE.fullmatch(first.text):
        return False
    return not opens or (
        first.text not in MASS
        and not _PLURAL.match(text, first.start)
        and not _MASS_ENDS.fullmatch(first.text)
        and bool(_SUBJECT.match(text, first.end))
    )


def _opens(text: str, word: _Word) -> bool:
    """Return whether *word* opens a sentence, as a plain one with a capital does; other capitals in it are its own."""
    before = text[: word.start]
    return word.text[1:].islower() and bool(_OPENS.search(before)) and not _TITLE_BEFORE.search(before)


_PERSON_AFTER = re.compile(
    rf"(?:,? (?:also )?(?:says|said|told|added|warned|argued|explained)\b|, (?:\w[\w’']* ){{0,5}}(?:{_POST})\b|, who )"
)
_PERSON_BEFORE = re.compile(
    r"\b(?:said|says|told|added|according to|chief|CEO|president|director|minister|Mr\.|Ms\.|Dr\.) $"
)


def kind_of(text: str, stranger: Stranger) -> str | None:
    """Return "person" or "org" where a stranger in *text* is surely one, else None."""
    if stranger.kind in ("person", "surname", "firm"):
        return "org" if stranger.kind == "firm" else "person"
    last = stranger.text.split(" ")[-1]
    if " " in stranger.text and (last in FIRM_KINDS or last in _HOUSES):
        return "org"
    is_person = _PERSON_AFTER.match(text, stranger.end) or _PERSON_BEFORE.search(text, 0, stranger.start)
    return "person" if is_person and stranger.kind == "latin" else None


_HOUSES = frozenset(
    "Group Holdings Bank Company Corporation Securities Systems Freight Institute Research Foundation".split()
)


# ---------------------------------------------------------------------------------------------------- Hangul

_STEM = re.compile(rf"([가-힣]{{2,8}}?){PARTICLE}")
_NOUNS = re.compile(
    "기업|업체|기술|모델|서비스|시장|산업|회사|사업|센터|기반|용|급|형|계|간|별|내|외|대|사|전환|인프라|칩|본부|부문|팀"
)


def _hangul_tail(text: str, end: int, words: Sequence[_Word]) -> str | None:
    """Return the Hangul that goes on the Latin name ending at *end* as one word ("LG유플러스"), without particles."""
    match = _STEM.match(text, end) if len(words) == 1 and words[0].text.isupper() else None
    if match is None or AFTER_HANGUL.match(text, end) or _NOUNS.match(match[1]):
        return None
    return match[1]


def _known(text: str, _taken: Spans, _language: str) -> Iterator[Stranger]:
    for name, start, is_whole in find_known(text):
        yield Stranger(name, start, "latin" if name.isascii() else "known", is_whole)


_HOUSE = re.compile(r"(?: (?:전|현|당시|신임|차기|초대))?(?: (?P<house>[A-Za-z&]{2,}[가-힣]{0,8}|[가-힣]{3,12}) ?| )")
_NAME = re.compile(r"(?<![가-힣A-Za-z])[가-힣]{3}(?= )")
_NAME_BEFORE = re.compile(r"(?<![가-힣A-Za-z])[가-힣]{3} $")
_TITLE = re.compile(rf"{TITLE}(?![가-힣]{{3}})")
_NO_PERSON = re.compile(
    "이사회|인프라|반도체|한국형|유럽계|전문가|최고위|공동의|신임인|전임인|전직인|현직인|위원회|조사단|연구소|사업부|공동|신임|전임|현직|"
    "이전의|이번에|정부의|정보통|구체적|장기간|지역별|현지의|기존의|주요한|전국의|전체의|오늘의|최고의|최초의|전담할|조직의|조직장|"
    "현재의|당시의|여성의|남성의|고객사|협력사|제조사|개발사|운영사|자회사|모회사|주관사|투자사|방송사|신문사|통신사|항공사|은행의|"
    "전북도|전남도|경북도|경남도|충북도|충남도|강원도|경기도|제주도|노동자|소비자|투자자|이용자|기술자|관계자|경영자|창업자|설립자|조합원|"
    "임직원|연구진|경영진|지역민|원주민|구단주|하청업|고위직|신세계|하이브|오리온|오뚜기|"
    "국내의|국회의|시의회|도의회|구의회|연구원|전문직|공무원|지방의|중앙의|문화부|환경부|국방부|교육부|과기부|법무부|기재부"
)
_NO_LAST = "는가을를에의와과한된할며던게등및적체사업점단처품법부청당들위차"
_NO_LAST_APART = "은이로도서고"
"""Last letters that no name has, and those that are a particle more often than part of one when a house follows."""
_NO_TITLE = re.compile("(?:.*[시공현매입포확성주등저광농보가건도극]|)장|지사|기장|소장|후보")
"""What ends like a title and is a plain word more often: 시장 is a market."""


def _people(text: str, taken: Spans, _language: str) -> Iterator[Stranger]:
    for match in _NAME.finditer(text):
        name = match[0]
        if (name[0] not in ROMANISED and name[:2] not in ROMANISED) or name[-1] in _NO_LAST:
            continue
        is_sure = _has_title(text, match, taken)
        if is_sure and (before := _NAME_BEFORE.search(text, max(0, match.start() - 5), match.start())):
            # 정용진 신세계 회장: the second may be the house of the first.
            is_sure = before[0][0] not in ROMANISED or before[0][2] in _NO_LAST or _is_taken(*before.span(), taken)
        if is_sure is not None:
            yield Stranger(name, match.start(), "person", is_sure and not _NO_PERSON.fullmatch(name))
    for match in _AGED.finditer(text):
        yield Stranger(match["name"], match.start(), "person", is_sure=False)
    for match in _SURNAME.finditer(text):
        title = _TITLE.match(text, match.end())
        if title and not _NO_TITLE.fullmatch(title[0]):
            yield Stranger(match["name"], match.start(), "surname", is_sure=True)
    for match in _AFTER_POST.finditer(text):
        for group in ("name", "second"):
            if match[group] and match[group][-1] not in _NO_LAST and not _NO_PERSON.fullmatch(match[group]):
                yield Stranger(match[group], match.start(group), "person", is_sure=False)


_SURNAME = re.compile("(?<![가-힣A-Za-z])(?P<name>[김박최정강조윤장임오서권황안송류유홍문손배백허심곽민진엄채]) ")
"""A surname before a title; surnames that are words too (이 "this", 전 "former", 한 "one") are left out."""


def _has_title(text: str, name: re.Match[str], taken: Spans) -> bool | None:
    """Return whether a title surely follows the three letters *name*, or a house and its title; None where none does.

    "박정호 KT 대표" is sure; 모델과 글로벌 시장 has a market for a mayor. A name that is *taken* is a house.
    """
    found = None
    for house in (_HOUSE.match(text, name.end()), _ALONE.match(text, name.end())):
        title = _TITLE.match(text, house.end()) if house else None
        if house is None or title is None:
            continue
        words = house.groupdict().get("house")
        if title[0] in ("교수", "총장") and name[0][-1] == "대":
            continue  # of a university
        is_house = not words or (name[0][-1] not in _NO_LAST_APART and _is_house(words)) or house.span("house") in taken
        found = found or (is_house and not _NO_TITLE.fullmatch(title[0]))
    return found


def _is_house(words: str) -> bool:
    return words[0].isascii() or words.endswith(_TAILS)


_LETTERS = f"[{''.join(sorted(one for one in ROMANISED if len(one) == 1))}][가-힣]{{2}}"
_AFTER_POST = re.compile(
    r"(?:배우|가수|감독|선수|작가|기자|교수|의원|후보|대표|회장|사장|장관|총리|변호사|코치|앵커|셰프|관장|원장|총장|이사장|위원장|조합장"
    r"|행장|본부장|부문장|팀장|센터장|실장|소장|단장|국장|대변인|부사장|전무|상무|박사|연구원)(?:[·인] ?| )"
    rf"(?P<name>{_LETTERS})(?:[과와·,] ?(?P<second>{_LETTERS}))?{PARTICLE}"
)
"""One or two people after their post: kept of articles, but never sure."""
_AGED = re.compile(rf"(?<![가-힣A-Za-z])(?P<name>{_LETTERS})(?= ?\(\d\d?[),·세])")
"""A person with the age behind: kept of articles, but never sure."""
_ALONE = re.compile(r" (?:(?:전|현|당시|신임|차기|초대) )?")
_HANGUL = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{3,16}")
_TAILS = tuple(sorted(FIRM_TAILS.split("|"), key=lambda tail: (-len(tail), tail)))
_STARTS = {start: tuple(one for one in _TAILS if one[:2] == start) for start in {tail[:2] for tail in _TAILS}}


def _firms(text: str, _taken: Spans, _language: str) -> Iterator[Stranger]:
    for match in _HANGUL.finditer(text):
        word = match[0]
        for at in range(1, len(word) - 1):
            tail = next((tail for tail in _STARTS.get(word[at : at + 2], ()) if word.startswith(tail, at)), "")
            if tail and AFTER_HANGUL.fullmatch(word, at + len(tail)):
                if not _kinds().fullmatch(word[:at]):
                    yield Stranger(word[: at + len(tail)], match.start(), "firm", at > 1 and tail not in _PLAIN_TAILS)
                break


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(f"(?:{FIRM_STARTS})?(?:{FIRM_HEADS})*")


_PLAIN_TAILS = frozenset(
    "조선 식품 제과 스튜디오 클라우드 페이 뱅크 호텔 통신 그룹 카드"
    " 보험 운용 방송 반도체 소프트 생명 화재 테크 병원 건설 화학 신문".split()
)
"""Ends that plain words have too."""
