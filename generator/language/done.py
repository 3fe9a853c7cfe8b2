"""Whether the verb that governs a value tells of something that came about, or of a plan, or only what is said of it.

In English that verb stands before the value ("invested 2.4 trillion won"), or right behind it when it is passive. In
Korean it is the first finite one behind it. A plan that is announced, agreed or estimated remains a plan.
"""

from __future__ import annotations

import re
from functools import cache

from generator.language.sentences import split_sentences

_MODIFIES = 12
"""Within how many letters before a Korean value a verb modifies it (앞으로 쓸 2조원)."""

# -------------------------------------------------------------------------------------------------------------- English

_PLAN_EN = (
    r"(?:will|would|may|might|could|should) (?:\w+ )?have (?:been )?\w+|"
    r"(?-i:will|may)|would|shall|might|could|can|plan\w*|aim\w*|intend\w*|intention\w*|expect\w*"
    r"|target\w*|due|slated|schedul\w+"
    r"|forecast\w*|project(?:s|ed|ion|ions)|hop(?:e|es|ed|ing)|propos\w+|consider\w*|goal\w*|ambition\w*"
    r"|promis\w+|budget\w*"
    r"|pledg\w+|commit(?:s|ted|ment|ments)?|seek\w*|sought|want\w*|decid\w+|agree\w*|upcoming|future"
    r"|to be|set to|ready to|until"
    r"|prepar\w+|(?:is|are|was|were) to|if|earmark\w*|estimat\w+"
    r"|(?-i:to (?!an?\b|the|its?\b|their|about|over|more|less|almost|nearly|around|roughly|as\b|at\b|each"
    r"|all\b|both|some"
    r"|every|this|that|his\b|her\b|date\b|[a-z]{2,}(?:ors|ers|ies|ants)\b|[a-z]{2,}ing\b)[a-z]{3,})"
)
_BONDS = (
    r"partnerships?|alliances?|agreements?|accords?|deals?|contracts?|pacts?|tie-ups?|talks|negotiations|discussions"
    r"|consensus|collaborations?|cooperation|consorti(?:um|a)|terms|memorand\w+"
)
"""What firms enter, and not what comes of it."""
_TALKS = (
    r"(?:an? |the |their |its |this )?(?:(?!(?:in|under|from|with|through|at|on|by|as|after) )\S+ ){0,7}?"
    rf"(?:{_BONDS})"
)
_SAY_EN = (
    rf"(?:reached|form(?:ed)?|founded|launched|established|created|began|started|closed|completed|released"
    rf"|built|made|won|opened|ended|resumed|put together|set up|introduced) {_TALKS}"
    r"|put (?:\S+ ){1,8}?(?:at|forward)|(?:was|were|is|are|been) (?:put|set|priced|valued) at|set (?:\S+ ){1,6}?at"
    r"|delivered (?:an? |the |his |her )?(?:speech|lecture|talk|address|keynote|message|statement)"
    r"|(?:has|have|had) been (?:announced|said|told|agreed|signed|named|called|put|set|valued|known"
    r"|reported|disclosed|made public)"
)
_NEUTRAL_EN = (
    r"(?:was|were|is|are|am|has|have|had|be|been|being|says?|said|told|spoke|wrote|gave|gives?|signs?"
    r"|names?|struck|met|saw|sees"
    r"|chose|took|makes?|starts?|opens?|begins?|launches|takes|comes|goes|runs|costs?|stands?|stood|held|came|went)"
    r"|[a-z]{2,}ed"
)
_STATIVE = r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bbeing )(?<!\ba )(?<!\ban )(?<!\bnewly )(?<!\bjointly )"
_VERBS = (
    r"launched|opened|sold|bought|purchased|invested|completed|established|built|set up|began|begun"
    r"|started|hired|recruited|spent|paid"
    r"|raised|released|introduced|rolled out|created|delivered|finished|reached|doubled|tripled"
    r"|quadrupled|quintupled|acquired"
    r"|took over|expanded|received|contributed|founded|formed|poured|injected|merged|closed|deployed"
    r"|installed|trained|moved"
    r"|transferred|shipped|erected|constructed|donated|lent|borrowed|repaid|cut|laid off|dismissed|halved"
    r"|lifted|boosted"
    r"|increased|grew|rose|climbed|jumped|exceeded|surpassed|achieved|attained|secured|obtained|collected"
    r"|debuted|resumed"
    r"|brought in|earned|appeared|shut|ended|divested|offloaded|disposed|handed over|put|made|carried out"
    r"|ran|came out"
)
_WENT = (
    r"(?:went|came|gone) (?:on sale|live|into (?:service|operation|force|effect)|up for sale|online)"
    r"|took (?:effect|place|off)"
)
_DONE_EN = rf"{_STATIVE}(?:{_VERBS})|{_WENT}|(?:was|were|(?:has|have|had) been) (?:\w+ly )?(?:{_VERBS})"
_PASSIVE_EN = re.compile(
    rf"(?:[ ,]+(?!which\b|who\b|that\b|and\b|but\b)[^\s,;]+){{0,4}}?[ ]"
    rf"(?P<done>(?:was|were|has been|have been) (?:\w+ly )?(?:{_VERBS}))\b(?! (?:at|forward)\b)",
    re.IGNORECASE,
)

_BARE = re.compile(r"(?:put|set up|cut|shut|come out|run)", re.IGNORECASE)
"""Verbs whose infinitive looks like their past ("will build and put up")."""

# --------------------------------------------------------------------------------------------------------------- Korean


def _with_foot(number: int) -> str:
    """Return all syllables whose final consonant is that *number* of 28."""
    return "".join(map(chr, range(0xAC00 + number, 0xD7A4, 28)))


_PAST_KO = "".join(letter for letter in _with_foot(20) if letter not in "있겠")
_PLAN_KO = (
    r"계획|예정|목표|방침|전망|예상|예측|기대|추진|검토|기로|려고|려는|려던|겠|구상|포부|약속|준비|추산|추정|잠정|가능성"
    rf"|[{_with_foot(8)}] (?=것|수 |듯|때|경우|생각)|[할될쓸낼릴] (?=\d|약 |총 )"
)
_DID = r"(?:했|됐|되었|하였|받았|됐었)"
_SAID = (
    rf"(?:공동|공식|정식|최종)?(?:발표|설명|공개|강조|예고|보도|제시|환산|소개|추정|추산|집계|체결|서명|계약|합의|약속|결정|확정|책정|산정|평가|계산|분석"
    rf"|예측|전망|기대|예상|판단|확인|인용|언급|거론|논의|협의|승인|의결|선정|지정|임명|선임|내정|위촉|요구|요청|제안|주장|지적"
    rf"|선언|선포|공언|다짐|장담|시사|암시|명시|공시|고시|공고|통보|전달|답|조인|협약|제휴|동의|설정|계획|구상|검토|추진|말|전|적시"
    rf"|기재|기록돼 있|표기|표시|호칭|통칭|지칭|명명|조율|구성|포함|해당|차지|의미){_DID}"
    r"|밝혔|밝혀졌|전해졌|알렸|알려졌|내다봤|덧붙였|적었|적혔|봤|보았|꼽았|꼽혔|불렀|불렸|맺었|맺어졌|정했|정해졌|잡았|잡혔"
    r"|매겨졌|나타났|드러났|내걸었|내세웠|있었|없었|같았|달랐|(?<=고 )썼|(?<![보줄늘높붙쌓모들])였|이었"
    r"|만났|나눴"
    r"|모였|참석했|얘기했|이야기했|귀띔했|내비쳤|그렸|가리켰|뜻했|담겼|담았|실렸|실었|(?<=고 )했"
    r"|(?:발표|보도|전망|말|얘기|답|결정|기사|합의|계약|체결|협약|서명|논의|협의)[이가]? (?:나왔|이뤄졌|있었)"
)
_STATE_KO = (
    r"[가-힣]*(?:이었|아니었|(?<![보줄늘높붙쌓모들이])였|있었|없었|같았|않았|못했|달랐|가까웠|컸|많았|높았|낮았|뿐이었)"
)
_END_KO = r"(?=다(?![가-힣])|습니다|다[.!”’\"')]|다고|다며|다면서|다는|고(?![가-힣])|으며|지만|는데|으나|으니)"
_NOW_KO = rf"(?:[{_with_foot(4)}]|이|있|없|같|[크많적높낮])다(?:고|며|는)?(?![가-힣])|[{_with_foot(17)}]니다"


@cache
def _cues(language: str) -> re.Pattern[str]:
    if language == "ko":
        return re.compile(
            rf"(?P<plan>{_PLAN_KO})|(?P<say>(?:{_SAID}|{_STATE_KO}){_END_KO})"
            rf"|(?P<done>[가-힣]*[{_PAST_KO}]{_END_KO}(?:다|습니다|고|으며|지만|는데|으나|으니))|(?P<now>{_NOW_KO})"
        )
    return re.compile(
        rf"\b(?:(?P<plan>{_PLAN_EN})|(?P<say>{_SAY_EN})|(?P<done>{_DONE_EN})|(?P<now>{_NEUTRAL_EN}))\b", re.IGNORECASE
    )


_SUBJECTS = {
    "en": re.compile(rf"\b(?:{_BONDS})\b"),
    "ko": re.compile("(?:파트너십|제휴|동맹|계약|협약|협상|논의|협의|합의|약정)[이가은는을를도] "),
}
"""What begins or ends without its value coming about: "the 2.4 trillion won partnership began"."""


def find_done(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """Return where the words stand that tell the value at *start* to *end* as come about, or None when none do.

    >>> text = "It sold 12 docks and plans to hire 300 people."
    >>> find_done(text, 8, 16, "en"), find_done(text, 35, 45, "en")
    ((3, 7), None)
    """
    sentences = [one for one in split_sentences(text, language) if one[0] <= start < one[1]]
    first, last = sentences[0] if sentences else (0, len(text))
    cues = list(_cues(language).finditer(text, first, last))
    before = [cue for cue in cues if cue.start() < start]
    after = [cue for cue in cues if cue.start() >= end]
    cue = _verb_ko(start, before, after) if language == "ko" else _verb_en(text, (start, end), before, after)
    if cue is None or not cue["done"]:
        return None
    is_bond = cue.start() >= end and _SUBJECTS[language].search(text, end, cue.start("done"))
    return None if is_bond else cue.span("done")


def _verb_ko(start: int, before: list[re.Match[str]], after: list[re.Match[str]]) -> re.Match[str] | None:
    modifier = before[-1] if before else None
    if modifier and modifier["plan"] and start - modifier.end() <= _MODIFIES:
        return None
    return after[0] if after else None


def _verb_en(
    text: str, value: tuple[int, int], before: list[re.Match[str]], after: list[re.Match[str]]
) -> re.Match[str] | None:
    start, end = value
    passive = _PASSIVE_EN.match(text, end)
    if not before:
        return passive or (after[0] if after else None)
    nearest = before[-1]
    if _BARE.fullmatch(nearest[0]) and any(cue["plan"] for cue in before[-2:-1]):
        nearest = before[-2]
    is_parted = ", " in text[nearest.end() : start]
    if is_parted and after and "," not in text[end : after[0].start()]:
        return after[0]
    return nearest if nearest["plan"] or nearest["done"] else passive
