"""The words around a figure that say in which way it is not exact: "about", "more than", 약, 이상.

Bounds and nearness make a figure approximate; forecasts (expected, 전망) do not. "Up to" sets a bound alone.
"""

from __future__ import annotations

from dataclasses import replace

from generator.language.figures_pattern import HANGUL, Pattern
from generator.model import Bound, Figure, FigureKind

_ENGLISH_BEFORE = {
    Bound.ABOUT: (
        "about|around|approximately|approx|approx.|roughly|some|nearly|almost|virtually|practically|circa|c.|ca."
        "|estimated|an estimated|estimated at|close to|near|nearing|approaching|just about"
        "|somewhere around|in the region of|in the neighborhood of|in the neighbourhood of"
        "|on the order of|more or less|give or take|perhaps|maybe"
    ),
    Bound.OVER: (
        "more than|over|above|exceeding|exceeds|exceed|exceeded|in excess of|greater than|higher than|larger than"
        "|longer than|bigger than|upward of|upwards of|north of|beyond|well over|surpassing|topping|surpassed|surpasses"
        "|topped|tops|better than|well above|well beyond|just over|just above|past|well past"
    ),
    Bound.MIN: (
        "at least|minimum|a minimum of|minimum of|no less than|no fewer than|not less than|not fewer than|no lower than"
    ),
    Bound.MAX: (
        "at most|no more than|not more than|no greater than|no higher than|capped at|not exceed|not exceeding"
        "|never exceed|not surpass|not top"
    ),
    Bound.UNDER: (
        "less than|fewer than|lower than|smaller than|shorter than|under|below|well under|well below|short of|shy of"
        "|south of|just under|just below"
    ),
}
_KOREAN_AFTER = {
    Bound.MIN: "이상",
    Bound.MAX: "이하|이내|[을를이가]? ?(?:넘기?|웃돌|초과하|상회하)지 ?(?:않|못|말|아니)",
    Bound.UNDER: (
        "미만|(?:에 ?)?(?:조금 |약간 |크게 |한참 |다소 )?못 ?미[치친쳤]|[을를의]? ?(?:밑[도돌]|아래로|밑으로)"
        "|(?:도|이|가)? ?채 (?:안|되지|못)|(?:이|가)? ?안 ?[되된돼]"
    ),
    Bound.OVER: "[을를이가]? ?(?:훌쩍 |크게 |조금 |살짝 |약간 |소폭 )?(?:넘|웃[도돌]|상회|초과|돌파|뛰어넘)",
    Bound.ABOUT: (
        rf"대(?!{HANGUL})|대[의에로를가는]|안팎|남짓|가량|쯤|정도|내외|전후|선(?!{HANGUL})|선[을에의이]|꼴|가까[이운]"
        "|[에의]? ?(?:육박|달할 것|가까|근접)|[으]?로 추[산정]|(?:규모)?(?:인|일)? ?것으로 추[산정]|[을를] ?추[산정]"
        r"|[(（](?:추[정산]|잠정 추[정산])"
    ),
}
_KOREAN_BEFORE = {
    **dict.fromkeys("약 대략 어림잡아 거의 줄잡아 추산 추정 근 얼추 대충".split(), Bound.ABOUT),
    **dict.fromkeys("최소 최저 적어도 최소한 못해도".split(), Bound.MIN),
    **dict.fromkeys("최대 최고 최장 많아야 기껏해야".split(), Bound.MAX),
}
_DURING = frozenset({"over", "under", "beyond", "above", "near", "past"})
"""Before a stretch of time these say when, not how long ("over five years")."""
_THE_LAST = frozenset("the this these its their his her our my".split())
"""Before "past" these say that it means the last ("in the past 10 games")."""

_BEFORE = {phrase: bound for bound, phrases in _ENGLISH_BEFORE.items() for phrase in phrases.split("|")}
_LIMITS = {
    **dict.fromkeys(
        "up to|as much as|as many as|as high as|as long as|maximum|a maximum of|maximum of".split("|"), Bound.MAX
    ),
    **dict.fromkeys("as little as|as few as|as low as".split("|"), Bound.MIN),
}
"""Limits that leave the figure itself exact."""
_LAST_WORDS = frozenset(phrase.rpartition(" ")[2] for phrase in (*_BEFORE, *_LIMITS))
_AFTER_ENGLISH = Pattern(
    r"(?P<over>\+|-plus\b|[ \u00a0]plus\b(?! or)|[ \u00a0]?and (?:above|up|over)\b)"
    r"|[ \u00a0](?:(?P<min>or (?:more|higher|above|greater|over|longer)\b)"
    r"|(?P<max>or (?:less|fewer|lower|below|under)\b)|(?P<about>or (?:so|thereabouts)\b|\((?:est\.|estimated?\b)))"
)
_AFTER_KOREAN = Pattern(
    "[ \u00a0]?(?:" + "|".join(f"(?P<{bound.value}>{words})" for bound, words in _KOREAN_AFTER.items()) + ")"
)
_KOREAN_WORDS = Pattern(f"{HANGUL}+")
_AGO = Pattern(r"[ \u00a0](?:ago|earlier|before)\b")
_BARE_COMPARISONS = ("more than", "less than")
"""Before a time gone by these count its length ("more than ten years ago"); "higher than" compares with that time."""
_WIDTH = 40
_OPENING = "(“\"'‘["
_ADDED = (["add"], ["adds"], ["added"], ["adding"])
"""Before "up to" these make a sum of it and no limit."""


def bound_english(text: str, figure: Figure) -> Figure:
    """Return *figure* with the bound that the words around it in *text* set ("at least", "up to", "or more").

    It becomes approximate, but "up to" and its like leave it exact.

    >>> from decimal import Decimal
    >>> figure = Figure("300 people", 9, FigureKind.COUNT, Decimal(300), Decimal(300), "count")
    >>> bound_english("at least 300 people", figure).bound
    <Bound.MIN: 'min'>
    """
    words = text[max(0, figure.start - _WIDTH) : figure.start].lower().rsplit(None, 5)
    if figure.start and text[figure.start - 1] == "~":
        return replace(figure, approx=True, bound=Bound.ABOUT)
    if words and words[-1] in ("a", "an") and len(words) > 1:
        words.pop()
    if words and words[-1].lstrip(_OPENING) in _LAST_WORDS:
        for count in (3, 2, 1):
            phrase = " ".join(words[-count:]).lstrip(_OPENING)
            if (phrase in _LIMITS or phrase in _BEFORE) and _is_comparison(text, figure, phrase):
                return figure
            if count <= len(words) and phrase in _LIMITS and words[-count - 1 : -count] not in _ADDED:
                return replace(figure, bound=_LIMITS[phrase])
            if count <= len(words) and phrase in _BEFORE:
                is_when = phrase in _DURING and _says_when(figure, words)
                return figure if is_when else replace(figure, approx=True, bound=_BEFORE[phrase])
    found = _AFTER_ENGLISH.match(text, figure.end)
    return replace(figure, approx=True, bound=Bound(found.lastgroup)) if found and found.lastgroup else figure


def _is_comparison(text: str, figure: Figure, phrase: str) -> bool:
    """Return whether *phrase* compares with a time gone by: "higher than two years ago", "as much as a year ago"."""
    if figure.kind is not FigureKind.DURATION or phrase in _BARE_COMPARISONS:
        return False
    return phrase.endswith((" than", " as")) and bool(_AGO.match(text, figure.end))


def _says_when(figure: Figure, words: list[str]) -> bool:
    """Return whether the last of *words* before *figure* ("over", "past") says when and sets no bound."""
    if words[-1] == "past" and words[-2:-1] and words[-2] in _THE_LAST:
        return True
    return figure.kind is FigureKind.DURATION and words[-2:-1] != ["for"]


def bound_korean(text: str, figure: Figure) -> Figure:
    """Return *figure* with the bound that the words around it in *text* set (약, 최대, 이상, 안팎, 넘는, "(추정)").

    >>> from decimal import Decimal
    >>> figure = Figure("300명", 0, FigureKind.COUNT, Decimal(300), Decimal(300), "count")
    >>> bound_korean("300명이 넘는", figure).bound
    <Bound.OVER: 'over'>
    """
    bound = figure.bound
    if bound is None:
        words = _KOREAN_WORDS.findall(text, max(0, figure.start - 12), figure.start)
        bound = _KOREAN_BEFORE.get(words[-1]) if words else None
    if bound is None:
        found = _AFTER_KOREAN.match(text, figure.end)
        bound = Bound(found.lastgroup) if found and found.lastgroup else None
    return replace(figure, approx=True, bound=bound) if bound else figure
