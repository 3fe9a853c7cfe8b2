"""Who wrote and edited an article, and when it appeared: the lines that say so, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.evidence.furniture import SECTION_WORDS
from generator.evidence.notes import NAME, NAMES, is_note
from generator.evidence.stamps import find_stamps
from generator.evidence.surnames import has_family_name, is_korean_name, is_signature

_KEPT = 2048  # lines of a page, each of which is asked about several times
_EMAIL = r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+"
_POST = r"(?:기자|특파원|에디터|논설위원|앵커|아나운서|리포터|객원\s?기자|인턴\s?기자|수습\s?기자|전문\s?기자|선임\s?기자|통신원|편집위원|칼럼니스트|PD|피디|팀장|부장|차장|(?:(?<=\s)|(?<=[가-힣]{3}))위원)"
_DESK = (
    r"(?:(?:[가-힣A-Za-z·\d]{1,6}(?:부|팀|국|전문|담당)|객원|인턴|수습|전문|선임|책임|영상|사진|대표|편집|디지털|뉴스"
    r"|정치|경제|사회|문화|국제|산업|과학|의학|증권|금융|유통|IT)\s?)?"
)
_KOREAN_NAME = r"[가-힣]{2,4}"
_KOREAN_NAMES = rf"{_KOREAN_NAME}(?:\s?[·,/ㆍ&]\s?{_KOREAN_NAME}){{0,4}}"
_PLACE = r"(?:[\[(【<]\s?(?P<place>[^\]\[)(】=>]{1,20}?)\s?=\s?(?P<agency>[^\]\[)(】=>]{2,14})\s?[\])】>])"

# "[서울=뉴시스]최은수 기자 = ", "(서울=연합뉴스) 홍길동 기자 = ", "[이데일리 홍길동 기자]", "[서울경제=홍길동 기자]"
KOREAN_DATELINE = re.compile(
    rf"^{_PLACE}\s*(?P<names>{_KOREAN_NAMES}(?:\s{_KOREAN_NAME}){{0,3}}?)\s?{_DESK}{_POST}(?:[,\s·]*{_KOREAN_NAME}\s?{_POST})*\s?=\s*"
)
_KOREAN_BRACKET = re.compile(
    rf"^[\[(【<]\s?(?P<agency>[가-힣A-Za-z0-9 .&]{{2,16}}?)(?:\s?[=|/]\s?|\s)(?:[가-힣]{{2,4}}\s?[=/]\s?)?(?P<names>{_KOREAN_NAMES})\s?{_DESK}{_POST}\s?[\])】>]"
)
_PLACE_ONLY = re.compile(rf"^{_PLACE}\s*")
# "SEOUL, Oct. 10 (Yonhap) -- ", "SEOUL, South Korea (AP) — ", "BARCELONA, March 5, 2025 /PRNewswire/ -- "
ENGLISH_DATELINE = re.compile(
    r"^[A-Z][A-Z.\-/ ]{2,}(?:,\s[A-Z][\w. ]{1,30})?(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s20\d\d)?)?\s*"
    r"[(/](?P<agency>[A-Z][\w .]{1,24})[)/]\s*[-–—]+\s*"
)

_BY = re.compile(
    rf"^(?:(?i:by|written by|reported by|story by|words by|text by)\s*:?\s+|(?i:reporter|author|writer|journalist)\s*:\s*"
    rf"|[-–—]\s*(?=[A-Z]))(?P<names>{NAMES})(?P<rest>.*)$"
)
_SIGN_OFF = re.compile(rf"^(?P<names>{NAME}),\s(?:reporting\sfrom\s[A-Z][\w .,-]+|(?:[A-Z]\w+\s){{1,2}}News)\.?$")
_AND = re.compile(rf"(?:and|&)\s(?P<names>{NAME})")
_BY_BODY = re.compile(
    r"^by\s(?:the\s)?(?:[\w&'’.-]+\s){0,4}(?:university|institute|ministry|department|college|agency|council|laboratory|society|staff|newsroom|editors?|team|desk)\b",
    re.I,
)
# "ByAnn LeeBusiness Reporter": what stood in boxes side by side
_GLUED = re.compile(
    r"^By(?P<names>[A-Z][\w’'-]*\s[A-Z][\w’'-]*?[a-z])(?=(?:[A-Z][a-z]+\s){0,3}(?:Reporter|Editor|Correspondent|Writer|Columnist|$))"
)
_STAMP_BY = re.compile(r"^.{6,40}?[\s,|·–-]+(?=by\s+[A-Z])", re.I)
_BY_WORD = re.compile(r"^(?:by|written by|story by)\b", re.I)
_KOREAN_BY = re.compile(
    rf"^(?:글|취재|기자명|기자|작성자|글쓴이)?\s?[=:]?\s?(?:[\[(【<]?\s?(?:[가-힣·]{{1,8}}\s?=\s?)?[가-힣A-Za-z0-9. ]{{2,16}}[\])】>=]\s?|[가-힣A-Za-z0-9]{{2,10}}\s(?=[가-힣]{{2,4}}\s?기자))?(?P<names>{_KOREAN_NAMES})\s?{_DESK}{_POST}(?P<rest>.*)$"
)
_KOREAN_ALONE = re.compile(
    r"^(?:글|취재|글[·/ㆍ,&]\s?사진|취재[·/ㆍ,&]\s?글|작성자|기자명|글쓴이|에디터|by)\s?[=:|ㅣ]?\s?(?P<name>[가-힣]{3,4})$",
    re.I,
)
_SIGNED_KO = re.compile(rf"(?P<stamp>.{{8,24}}\d)\s(?P<names>{_KOREAN_NAMES})\s?{_DESK}{_POST}")
_WRITE_TO = re.compile(
    rf"^(?i:write|contact|email|reach|follow)\s+(?i:to\s+|the\s+(?:author|reporter)s?\s*:?\s*)?(?P<names>{NAMES})?\s*(?:at|on|:)?\s*(?:{_EMAIL}|@\w+).*$"
)
_EDITED = re.compile(rf"^(?P<names>{NAMES})\s+(?i:edited|copy-?edited)\s+this\s+(?i:article|story|report|piece)")
_EDITED_BY = re.compile(rf"(?:^|[;,.(|]\s*)(?i:(?:copy\s?)?edit(?:ed|ing)\s+by|editors?\s?:)\s*(?P<names>{NAMES})")
_REPORTING = re.compile(
    rf"^\(?(?P<more>(?i:additional)\s+)?(?i:reporting|writing)\s+(?i:and\s+\w+\s+)?(?i:by)\s+(?P<names>{NAMES})"
)
_KOREAN_CREW = re.compile(
    r"^[\[(<]?(?:(?:촬영\s?(?:기자)?|영상\s?(?:편집|취재|기자)|그래픽|편집|취재|구성|작가|디자인|자막|연출|글|사진|자료\s?조사|리서처|CG|PD)(?:\s?[:=·]\s?[가-힣A-Za-z ·,]{2,24}|\s[가-힣]{2,4})[/,|\s]*){2,}[\])>]?$"
)
_KOREAN_EDITOR = re.compile(
    rf"^[\[(<]?\s?(?:편집자?|데스크)\s?[=:·ㅣ|]?\s?(?P<names>{_KOREAN_NAMES})(?:\s?(?:기자|에디터|데스크))?\s?[\])>]?$"
)
_KOREAN_EDITED = re.compile(rf"^(?:편집|데스크|영상편집|그래픽|디자인|교정)\s?[=:]\s?(?P<names>{_KOREAN_NAMES})")

_STAMPED = re.compile(
    r"^\W{0,3}(?:(?:first\s)?published|updated|posted|last\s(?:updated?|modified|edited)|modified|created|release[d]?|date|issued|input|registered|"
    r"기사\s?(?:입력|등록|승인|수정|작성)|최종\s?(?:입력|수정|편집|업데이트)|입력|등록|승인|수정|업데이트|송고(?:시간)?|게재|발행(?:일)?|작성(?:일)?|보도|갱신|날짜|지면)"
    r"(?:\s?일시?|\s?시간|\s?날짜)?(?:\b|(?=\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s?\d))",
    re.I,
)
_PARTIAL = re.compile(
    r"[|·]?\s*(?:last )?(?:updated|posted):?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{1,2}\b",
    re.I,
)  # a second day without its year
_STAMP_WORD = re.compile(
    r"^(?:published|updated|posted|last updated|first published|last update|입력|수정|등록|승인)\s?:?$", re.I
)
_CLOCK = re.compile(
    r"\d{1,2}\s?[:.시h]\s?\d{2}(?:\s?[:.분]\s?\d{2})?(?:\s?초|분)?|\b(?:\d{1,2}\s?[ap]\.?m\.?|[ap]\.?m\.?|eastern|pacific|kst|gmt|utc|est|edt|et|pt|pst|pdt|bst|cet|jst|sgt|hkt|ist)\b|오전|오후|"
    r"\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?\b|\([월화수목금토일]\)|[월화수목금토일]요일|[+-]\d{1,2}(?::?\d\d)?",
    re.I,
)
_SHORT_STAMP = re.compile(
    r"(?:\d{1,2}월\s?\d{1,2}일|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},?)\s(?:(?:오전|오후)\s)?\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?",
    re.I,
)
"""A day without its year, and the hour."""
_AGO = re.compile(
    r"\b(?:\d+|an?)\s?(?:second|minute|min|hour|hr|day|week|month|year)s?\s?ago\b|\b\d{1,2}\s?[hmd]\sago\b|\d+\s?(?:초|분|시간|일|주|개월|달|년)\s?전|^(?:yesterday|just now|어제|방금)$",
    re.I,
)
_READING = re.compile(
    r"^\W*(?:(?:est\.?|estimated)\s)?(?:reading\stime|read\stime|time\sto\sread|읽는\s?시간|읽기|소요\s?시간)?\W*\d+\s?[- ]?(?:min(?:ute)?s?|분)\W*(?:read(?:ing)?|listen|소요|읽기|분량)?(?:\stime)?\W*$",
    re.I,
)
_POSTED_NAME = re.compile(rf"^(?P<names>{NAMES})(?:\s*[,|·•/]\s*|\s[-–—]\s)(?P<post>[^.]{{3,60}})$")
_JOB = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|staff|contributors?|columnists?|journalists?|bureau|analysts?|producers?)\b",
    re.I,
)
_NAMED_POST = re.compile(
    r"^(?P<names>[A-Z][\w'’\-]+\s[A-Z][\w'’\-]+)\s(?:(?:[A-Z][\w&.]+|and|senior|chief|[a-z]+)\s){0,4}(?:correspondent|reporter|editor|columnist|writer)$"
)
_AGENCY_FOOT = re.compile(r"^[◎☞※▶]?\s?(?:공감언론\s?)?(?P<agency>[가-힣A-Za-z0-9]{2,12})\s+" + _EMAIL + r"$")
_CLOSING = re.compile(r"^(?:\(?(?:end|끝)\)?|#\s?#\s?#|-\s?30\s?-|-?\s?ends?\s?-?|<\s?끝\s?>|끝)$", re.I)
_TIP = re.compile(r"[▷▶►☎☞]\s?(?:전화|이메일|메일|카카오|제보|문자|유튜브|라인)")
_TAGS = re.compile(r"^(?:#\s?[\w가-힣·&]+[\s,]*)+$")
_CRUMBS = re.compile(r"^[\w가-힣 &·/,'-]{1,30}(?:\s?[>›»/]\s?[\w가-힣 &·/,'-]{1,40})+$")
_BIO = re.compile(
    rf"^(?=[^.]*\s(?:covers|writes about|reports on)\b.*(?:{_EMAIL}|\breach|\bfollow|\bbased in))[A-Z]"
    rf"|^{NAME}\s(?:covers|writes\sabout|reports\son)\b.{{3,90}}\bfor\s(?:[Tt]he\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,3}}\.$"
    r"|^Report(?:ing|ed)\sfrom\s[A-Z][^!?]{2,60}$"
    rf"|^{NAME}\s(?:(?:is|was|covers|writes|reports|has|joined)\b.{{0,160}}\b(?:reporters?|correspondents?|journalists?|columnists?|staff writer|bureau chief|covers|covering|coverage of|editor at|writes about|reports on)\b)"
)
_LIFE = re.compile(
    r"^(?:is|was|covers|writes|reports)\b(?=.*\b(?:reporter|correspondent|editor|writer|journalist|covers|covering|columnist)\b)"
)
"""What stands below a name on a line of its own: "is a senior reporter covering trade"."""
_ROLE = re.compile(
    r"^Heard on\s[A-Z]|^지면\s?(?:보기)?\s?[A-Z]?\d{1,2}면?$|^(?:웹 ?사이트|홈페이지|누리집|[Ww]ebsite)\s?[:：]\s?\S+$|^(?:언론 ?|보도자료 ?)?(?:연락처|문의처)$|^(?:From|Author|Source|Posted by|Published by|Location|Department|Office|Desk|Section|Filed under|Category|Issued by):\s\S"
    r"|^SOURCE\s[A-Z][^.!?]{2,80}$|^(?i:(?:news\s)?(?:provided|distributed|released|issued)\sby):?$"
)
_HANDLE = re.compile(r"^\W{0,2}@\w{2,30}$")


@dataclass(frozen=True, slots=True)
class Credit:
    """The people one line names."""

    role: str
    """"author" or "editor"."""
    names: tuple[str, ...]
    strength: int
    """3 for a line that says who wrote the article, 2 for an agency's opening or a contact line, 1 for a guess."""


def is_stamp_line(text: str) -> bool:
    """Return whether the line tells when the article appeared, and nothing else.

    >>> is_stamp_line("기사등록 2024/10/10 14:06:18"), is_stamp_line("KT signed on Oct. 10, 2024")
    (True, False)
    """
    if len(text) > 120:
        return False
    rest = text
    spans = list(find_stamps(text))
    for start, end, _ in reversed(spans):
        rest = rest[:start] + " " + rest[end:]
    if _SHORT_STAMP.fullmatch(text):
        return True
    timed = bool(spans) or bool(_AGO.search(rest)) or (bool(_CLOCK.search(rest)) and bool(_STAMPED.match(rest)))
    rest = _AGO.sub(" ", _CLOCK.sub(" ", re.sub(r"\b\d+\s?min(?:ute)?s?\sread\b|\d+분\s?소요", " ", rest)))
    rest = _PARTIAL.sub(" ", rest) if spans else rest
    for _ in range(3):
        rest = _STAMPED.sub("", rest.strip(" .,:;|·/()[]-–—ㅣ\t")).strip(" .,:;|·/()[]-–—ㅣ\t")
    rest = re.sub(r"(?:입력|수정|등록|승인|업데이트|송고|최종|기사)\s?(?:일시?|시간)?|지면\s?[A-Z]?\d*면?", " ", rest)
    rest = re.sub(
        r"\b(?:at|on|in|local time|seoul|all news|by|hours?|korea time|published|updated|modified|지면|면|[A-Z]?\d+면?)\b|송고|\b\d{1,2}\b|[A-Z]\d+면",
        " ",
        rest,
        flags=re.I,
    )
    return timed and len(rest.strip(" .,:;|·/()[]-–—ㅣ@")) <= 3


@lru_cache(_KEPT)
def is_byline(text: str) -> bool:
    """Return whether the line names those who made the article, or how to reach them, and nothing else."""
    words = text.split()
    if len(words) > 40 or len(text) > 400 or not words or _TIP.match(text):
        return False
    if any(form.match(text) for form in (_EDITED, _REPORTING, _WRITE_TO, _KOREAN_EDITED)) or is_note(text):
        return True
    if re.fullmatch(rf"\W*(?:{_EMAIL}\W*)+", text) or _AGENCY_FOOT.match(text) or _BIO.match(text) or _LIFE.match(text):
        return True
    return (
        len(words) <= 16
        and bool(re.search(_EMAIL, text) and not text.endswith("."))
        or len(words) <= 16
        and bool(read_credits(text) or _BY_BODY.match(text) and not text.endswith("."))
        or bool(_BY_WORD.match(text) and len(words) <= 8 and _AGO.search(text))
    )


@lru_cache(_KEPT)
def is_page_meta(text: str) -> bool:
    """Return whether the line is a date, reading time, breadcrumb, tag list or closing mark."""
    if len(text) > 160:
        return False
    return (
        is_stamp_line(text)
        or bool(_STAMP_WORD.match(text))
        or bool(_ROLE.match(text) and not text.endswith("."))
        or _is_signed_stamp(text)
        or _is_sectioned_stamp(text)
        or bool(_READING.match(text))
        or bool(_CLOSING.match(text))
        or bool(_TAGS.match(text))
        or bool(_HANDLE.match(text))
        or bool(_KOREAN_CREW.match(text))
        or (len(text) < 100 and bool(_CRUMBS.match(text)) and text.count(">") + text.count("›") + text.count("»") > 0)
    )


def _is_sectioned_stamp(text: str) -> bool:
    """Return whether the line is a date line behind the name of a section: "디지털경제 입력 2030/06/02 10:00"."""
    words = text.split() if len(text) <= 100 and any(True for _ in find_stamps(text)) else []
    return any(_STAMPED.match(" ".join(words[cut:])) and is_stamp_line(" ".join(words[cut:])) for cut in (1, 2))


def is_tags(text: str) -> bool:
    """Return whether the line is a list of tags: "#로봇 #치킨"."""
    return bool(_TAGS.match(text)) and "#" in text


def _is_signed_stamp(text: str) -> bool:
    """Return whether the line is a byline and a date line in one: "(부산=가나통신) 홍길동 기자 | 2030.07.11 오전 11:20"."""
    if korean := _SIGNED_KO.fullmatch(text):
        return is_stamp_line(korean["stamp"])
    if len(text) > 120 or not re.search(r"[|ㅣ·/]|\s{2}|\s[–—]\s", text) or not any(True for _ in find_stamps(text)):
        return False
    parts = [part.strip() for part in re.split(r"\s*[|ㅣ·]\s*|\s[/–—]\s|\s{2,}", text) if part.strip()]
    return len(parts) > 1 and all(
        is_stamp_line(part) or bool(read_credits(part) or _ROLE.match(part)) or len(part.split()) <= 2 for part in parts
    )


@lru_cache(_KEPT)
def read_credits(text: str) -> tuple[Credit, ...]:
    """Return who the line *text* says wrote or edited the article; empty when it is no such line.

    >>> read_credits("Write to Ann Lee at ann@example.com")[0].names
    ('Ann Lee',)
    >>> [credit.names for credit in read_credits("홍길동·김철수 기자 gildong@example.com")]
    [('홍길동', '김철수')]
    """
    if _KOREAN_CREW.match(text):
        return ()
    if signed := _SIGNED_KO.fullmatch(text):
        text = text[len(signed["stamp"]) :].strip() if is_stamp_line(signed["stamp"]) else text
    if whole := re.fullmatch(
        r"[\[(【<](?!사진|그래픽|자료|영상|촬영)([^\[\](){}<>【】]{4,30}(?:기자|특파원)(?:\s[\w.+-]+@[\w.-]+)?)[\])】>]",
        text,
    ):
        text = whole[1]
    found: list[Credit] = []
    if edited := _EDITED.match(text) or _EDITED_BY.search(text) or _KOREAN_EDITOR.match(text):
        found.append(Credit("editor", split_names(edited["names"]), 3))
    if written := _REPORTING.match(re.sub(r"\sin\s[A-Z][\w-]+(?:\s[A-Z]\w+)?", "", text)):
        if not written["more"]:
            found.append(Credit("author", split_names(written["names"]), 2))
        return tuple(found)
    if edited and edited.start() > 3:
        found += _written_by(text[: edited.start()].strip(" ;,.(|"))
    if found:
        return tuple(found)
    text = _STAMP_BY.sub("", text) if any(start == 0 for start, *_ in find_stamps(text)) else text
    if _BY_BODY.match(text):
        return ()
    return _written_by(_GLUED.sub(r"By \g<names>, ", text))


def _written_by(text: str) -> tuple[Credit, ...]:
    """Return the authors that a byline, a contact line or a name with a post gives."""
    if (by := _BY.match(text)) and _is_people(by["names"], text) and _is_tail(by["rest"]):
        return (Credit("author", _without_paper(split_names(by["names"])), 3),)
    if (more := _AND.fullmatch(text)) and len(more["names"].split()) in (2, 3):
        return (Credit("author", (more["names"],), 3),)
    if (to := _WRITE_TO.match(text)) and to["names"]:
        return (Credit("author", split_names(to["names"]), 2),)
    if (off := _SIGN_OFF.match(text)) and len(off["names"].split()) in (2, 3):
        return (Credit("author", (off["names"],), 2),)
    if (alone := _KOREAN_ALONE.match(text)) and is_korean_name(alone["name"]):
        return (Credit("author", (alone["name"],), 3),)
    if (korean := _KOREAN_BY.match(text)) and _is_tail(korean["rest"]) and (names := _korean_names(text)):
        return (Credit("author", names, 3),)
    named = re.match(rf"^(?P<names>{NAMES})\s*[\[(<|]?\s*{_EMAIL}\W*$", text)
    if named and len(named["names"].split()) <= 8:
        return (Credit("author", split_names(named["names"]), 3),)
    if (mail := re.match(rf"(?P<name>[가-힣]{{3,4}})\s*[(<|]?\s*{_EMAIL}\W*$", text)) and is_signature(mail["name"]):
        return (Credit("author", (mail["name"],), 2),)
    posted = _POSTED_NAME.match(text)
    if job := _NAMED_POST.match(text):
        return (Credit("author", (job["names"],), 3),)
    if posted and len(posted["names"].split()) in range(2, 9) and _is_behind_name(posted["names"], posted["post"]):
        return (Credit("author", split_names(posted["names"]), 3),)
    return ()


def _is_behind_name(names: str, rest: str) -> bool:
    """Return whether a post, a paper or a date stands behind *names*."""
    if _JOB.search(rest) or re.fullmatch(r"[A-Z]{2,5}(?:\sNews)?", rest):
        return True
    return is_stamp_line(rest) and not _STAMPED.match(names) and bool(bare_names(names))


def is_post(text: str) -> bool:
    """Return whether the line is a reporter's post or handle, as printed below a name.

    >>> is_post("Business reporter, North Wales"), is_post("@annlee"), is_post("The reporter asked why it took so long.")
    (True, True, False)
    """
    return bool(_HANDLE.match(text) or _LIFE.match(text)) or (
        len(text.split()) <= 8 and not text.endswith(".") and bool(_JOB.search(text))
    )


def bare_names(text: str) -> tuple[str, ...]:
    """Return the names in a line that holds nothing else, but perhaps where each reports from; else nothing.

    >>> bare_names("Ann Lee in Lima and Bo Kim in London"), bare_names("Climate News")
    (('Ann Lee', 'Bo Kim'), ())
    """
    names = split_names(re.sub(r"\sin\s[A-Z]\w+(?:\s[A-Z]\w+)?", "", text))
    if not names or not all(
        re.fullmatch(NAME, name) and len(re.findall(r"(?<!\S)[A-Z]", name)) in (2, 3) for name in names
    ):
        return ()
    return () if any(word.lower() in SECTION_WORDS for name in names for word in name.split()) else names


def read_dateline(text: str) -> tuple[str | None, tuple[str, ...], int]:
    """Return the agency, the reporters and the length of the opening of an agency's or paper's paragraph.

    >>> read_dateline("[서울=가나통신]홍길동 기자 = 본문")
    ('가나통신', ('홍길동',), 18)
    """
    if found := KOREAN_DATELINE.match(text):
        names = tuple(name for part in split_names(found["names"]) for name in part.split())
        return found["agency"].strip(), tuple(dict.fromkeys(names + _korean_names(found.group()))), found.end()
    if (found := _KOREAN_BRACKET.match(text)) and not re.search(r"사진|제공|자료", found.group()):
        return found["agency"].strip(), split_names(found["names"]), found.end()
    if found := ENGLISH_DATELINE.match(text):
        return found["agency"].strip(), (), found.end()
    if found := _PLACE_ONLY.match(text):
        return found["agency"].strip(), (), found.end()
    return None, (), 0


def split_names(text: str) -> tuple[str, ...]:
    """Return the single names in a list of them.

    >>> split_names("Ann Lee, Bo Kim and Cy Park")
    ('Ann Lee', 'Bo Kim', 'Cy Park')
    """
    parts = re.split(r"\s*[,;·/ㆍ&]\s*(?:and\s+)?|\s+and\s+", text.strip())
    return tuple(part.strip(" .") for part in parts if part.strip(" ."))


def _without_paper(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return *names* without the abbreviation of the paper behind them ("By Ann Lee, AP")."""
    people = tuple(
        name
        for name in names
        if not _JOB.search(name.lower())
        and not re.fullmatch(
            r"[A-Z]{2,6}|[A-Z]\w+ (?:News|Times|Post|Herald|Daily)|.* (?:Agency|Pictures|Images)", name
        )
    )
    return people or names


def _korean_names(text: str) -> tuple[str, ...]:
    """Return the names before each post in *text*: 홍길동 기자, 김철수 특파원."""
    names: list[str] = []
    text = re.sub(rf"^{_PLACE}|^기자명\s", "", text)
    for group in re.finditer(rf"(?<![가-힣])(?P<names>{_KOREAN_NAMES})\s?{_DESK}{_POST}", text):
        names += [name for name in split_names(group["names"]) if has_family_name(name)]
    return tuple(dict.fromkeys(names))


def _is_people(names: str, text: str) -> bool:
    parts = split_names(names)
    # "- KT to sell hotels" is a bullet: people have two words or more, and a dash leads capitals only.
    if text[:1] in "-–—":
        return len(parts[0].split()) in (2, 3) and names == names.upper() and not re.search(r"\d", names)
    return all(len(part.split()) <= 5 for part in parts)


def _is_tail(rest: str) -> bool:
    """Return whether what follows the names is no sentence: an address, an agency, a date, a post."""
    rest = re.sub(_EMAIL, " ", rest)
    return len(rest.split()) <= 9 and not re.search(
        r"^(?:의|가|는|와|도|에게|들[은이의])(?:\s|$)|[가-힣]{2,}(?:다|요)\.|\b(?:said|says|will|has|have|is|are|was)\b",
        rest,
    )
