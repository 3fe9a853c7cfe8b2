"""The words around a figure that say in which way it is not exact: "about", "more than", 약, 이상.

Bounds and nearness make a figure approximate; forecasts (expected, 전망) and "up to" do not.
"""

from __future__ import annotations

import re

from generator.model import Bound

_ENGLISH_BEFORE = {
    Bound.ABOUT: (
        "about|around|approximately|approx|approx.|roughly|some|nearly|almost|virtually|practically|circa|c.|ca."
        "|estimated|an estimated|estimated at|close to|near|nearing|approaching|just under|just over|just about"
        "|just below|just above|somewhere around|in the region of|in the neighborhood of|in the neighbourhood of"
        "|on the order of|more or less|give or take|perhaps|maybe"
    ),
    Bound.OVER: (
        "more than|over|above|exceeding|exceeds|exceed|exceeded|in excess of|greater than|higher than|larger than"
        "|longer than|bigger than|upward of|upwards of|north of|beyond|well over|surpassing|topping|surpassed|surpasses"
        "|topped|tops|better than|well above|well beyond"
    ),
    Bound.MIN: (
        "at least|minimum|a minimum of|minimum of|no less than|no fewer than|not less than|not fewer than|no lower than"
    ),
    Bound.MAX: (
        "at most|maximum|a maximum of|maximum of|no more than|not more than|no greater than|no higher than|capped at"
    ),
    Bound.UNDER: (
        "less than|fewer than|lower than|smaller than|shorter than|under|below|well under|well below|short of|shy of"
        "|south of"
    ),
}
_KOREAN_AFTER = {
    Bound.MIN: "이상",
    Bound.MAX: "이하|이내",
    Bound.UNDER: "미만|(?:에 )?못 ?미[치친쳤]|(?:도|이|가)? ?채 (?:안|되지|못)|(?:이|가)? ?안 ?[되된돼]",
    Bound.OVER: "[을를이가]? ?(?:훌쩍 |크게 )?(?:넘|웃[도돌]|상회|초과|돌파|뛰어넘)",
    Bound.ABOUT: (
        "대(?![가-힣])|대[의에로를가는]|안팎|남짓|가량|쯤|정도|내외|전후|선(?![가-힣])|선[을에의이]|꼴|가까[이운]"
        "|[에의]? ?(?:육박|달할 것|가까|근접)|[으]?로 추[산정]|(?:규모)?(?:인|일)? ?것으로 추[산정]|[을를] ?추[산정]"
    ),
}
_KOREAN_BEFORE = {
    **dict.fromkeys("약 대략 어림잡아 거의 줄잡아 추산 추정 근 얼추 대충".split(), Bound.ABOUT),
    **dict.fromkeys("최소 최저 적어도 최소한 못해도".split(), Bound.MIN),
    **dict.fromkeys("최대 최고 최장 많아야 기껏해야".split(), Bound.MAX),
}
_DURING = frozenset({"over", "under", "beyond", "above", "near"})
"""Before a stretch of time these say when, not how long ("over five years")."""

_BEFORE = {phrase: bound for bound, phrases in _ENGLISH_BEFORE.items() for phrase in phrases.split("|")}
_AFTER_ENGLISH = re.compile(
    r"(?P<over>\+|-plus\b|[ \u00a0]plus\b(?! or)|[ \u00a0]?and (?:above|up|over)\b)"
    r"|[ \u00a0](?:(?P<min>or (?:more|higher|above|greater|over|longer)\b)"
    r"|(?P<max>or (?:less|fewer|lower|below|under)\b)|(?P<about>or (?:so|thereabouts)\b))"
)
_AFTER_KOREAN = re.compile(
    "[ \u00a0]?(?:" + "|".join(f"(?P<{bound.value}>{words})" for bound, words in _KOREAN_AFTER.items()) + ")"
)
_LAST_KOREAN = re.compile("[가-힣]+")
_WIDTH = 40


def english_before(text: str, start: int, *, is_time: bool = False) -> Bound | None:
    """Return the bound that the words before offset *start* set, or None; *is_time* for a stretch of time.

    >>> english_before("at least 300 people", 9), english_before("over five years", 5, is_time=True)
    (<Bound.MIN: 'min'>, None)
    """
    if start and text[start - 1] == "~":
        return Bound.ABOUT
    words = text[max(0, start - _WIDTH) : start].lower().split()
    if words and words[-1] in ("a", "an", "the") and len(words) > 1:
        words.pop()
    for count in (3, 2, 1):
        phrase = " ".join(words[-count:]).lstrip("(“\"'‘[")
        bound = _BEFORE.get(phrase)
        if bound and len(words) >= count:
            return None if is_time and phrase in _DURING and words[-2:-1] != ["for"] else bound
    return None


def english_after(text: str, end: int) -> Bound | None:
    """Return the bound that the words from offset *end* on set, or None ("or more", "+", "-plus")."""
    found = _AFTER_ENGLISH.match(text, end)
    return Bound(found.lastgroup) if found and found.lastgroup else None


def korean_before(text: str, start: int) -> Bound | None:
    """Return the bound that the word before offset *start* sets, or None (약, 최소, 최대).

    >>> korean_before("최소 300명", 3)
    <Bound.MIN: 'min'>
    """
    words = _LAST_KOREAN.findall(text[max(0, start - 12) : start])
    return _KOREAN_BEFORE.get(words[-1]) if words else None


def korean_after(text: str, end: int) -> Bound | None:
    """Return the bound that the words from offset *end* on set, or None (이상, 미만, 안팎, 넘는).

    >>> korean_after("300명이 넘는", 4)
    <Bound.OVER: 'over'>
    """
    found = _AFTER_KOREAN.match(text, end)
    return Bound(found.lastgroup) if found and found.lastgroup else None
