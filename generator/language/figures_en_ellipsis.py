"""English numbers that go without their noun: "rose to 3.6 million", "230,000 have fled", "from five ships to 64"."""

from __future__ import annotations

import re

from generator.language import figures_en_nouns as nouns
from generator.language import figures_en_patterns as patterns
from generator.language.figures_en_numbers import Number
from generator.language.figures_pattern import Pattern
from generator.model import Figure, FigureKind

_SENTENCE_END = Pattern(r"[.!?](?=\s)")
_MORE = Pattern(
    r" (?:more\b(?! than)|others?\b|(?:short|shy) of\b"
    r"|(?:more|fewer) than (?:an?|in|the|last|before|its|any|planned|expected|had|it|they|at|on)\b)"
)
_COMPARED = Pattern(
    r"(?:(?:[^.!?;]{0,40}[ ,]+(?:up|down))? (?:from|versus|against)|[^.!?;]{0,40},? compared (?:with|to))"
    r"(?: (?:about|around|nearly|just))?\Z"
)
_HEDGES = frozenset(
    "about around nearly almost roughly some just only approximately an a at least than more fewer less over as many"
    " estimated close perhaps".split()
)
_TEAM_ENDS = frozenset(
    "of remaining other about around nearly than over roughly some least almost just only to estimated".split()
)
_HOW_MANY_ENDS = frozenset(
    "to at from by is was are were be of reached hit exceeded exceeds topped totaled totalled surpassed numbered about"
    " than nearly over around least most below above under some almost roughly just only employs employ employed"
    " employing".split()
)
_LEVEL_ENDS = frozenset("to from at of by".split())
_REACHES = frozenset(
    "reached reach reaches hit hits topped top tops surpassed surpass surpasses exceeded exceed exceeds totaled"
    " totalled numbered number passed crossed reaching hitting topping exceeding surpassing totaling totalling"
    " seats seat holds hold accommodates accommodate houses sleeps draws drew attracts attracted serves served hosted"
    " welcomed handled treated".split()
)
_BEFALLS = Pattern(
    r"(?:kill|injur|wound|arrest|rescu|detain|evacuat|infect|hospitali[sz]|displac|hir|recruit|forc|allow|enabl|urg|prompt|hurt)(?:s|es|ed|e|ing)?",
    re.IGNORECASE,
)
"""Verbs whose object is people, said or not: "kills 17"."""
_TAKES = frozenset(
    "won win wins lost lose loses sold sell sells carried carrying carries held holds drew scored saved has had have"
    " kept keeps found bought own owns hold built builds opened closed made took missed played needs needed got added"
    " adds hired of plan plans planned wants expects expected seeks targets lacks left produced shipped delivered"
    " ordered".split()
)
_STOPS = frozenset([".", ",", ";", ":", ")", "”", '"', ""])
PER_TIME = Pattern(r" (?:an?|per|each|every) (?:day|night|week|month|year|season)\b(?! (?:ago|earlier|before|later))")
"""After a bare number: how many there are in a time ("eight a month")."""
_AGED = frozenset("is are was were aged age be".split())
_AMONG = frozenset("including include includes included".split())
_FURTHER = frozenset(("another", "additional", "further"))
_LISTED = frozenset("and with including to from but while plus the another up".split())
_CLAUSE_STARTS = frozenset(
    "all and but while another that said which where as because though although only when so if more plus then".split()
)
_THEY = Pattern(
    r" (?:have|has|had|were|are|will|would|could|can|may|might|must|should|did|do|said|say|died|came|come|went|go"
    r"|left|remain|remained|took|take|voted|vote|attended|signed|applied|opted|chose|live|lived|work|worked|survived"
    r"|escaped|fled|stayed|returned|failed|passed|received|fell|got|made|joined|quit|opposed|supported|favored|favoured"
    r"|abstained|planned|plan|belong|belonged|serve|served|showed|reported|gave|won|lost|need|needed|used|wanted"
    r"|want|closed|opened|sank|crashed|finished|qualified|backed|agreed|refused|declined|also|already|still|never"
    r"|now|later|eventually)\b"
)
"""A plural verb right after a number: the number is the subject, and counts."""
_WORDS = Pattern(r"[a-z&]+")
_RATED = frozenset(nouns.PHYSICAL) - frozenset(
    "year years month months week weeks day days hour hours decade decades minute minutes second seconds min mins sec"
    " secs times percent percentage bar bit bits head stone cup cups century centuries degree degrees yard yards pounds"
    " pound foot feet".split()
) | frozenset(
    "kospi kosdaq nikkei dow nasdaq topix ftse dax sensex index indexes gauge benchmark composite s&p stoxx".split()
)
"""Words near a bare number that make it a level or an amount of something else than things."""


def elliptic_end(text: str, number: Number, last: Figure | None) -> int | None:
    """Return the end of a bare number whose noun stands before it or goes without saying, or None.

    *last* is the figure before it in the text, whose noun it may share.

    >>> from decimal import Decimal
    >>> text = "It grew from five aircraft to 64 in six years."
    >>> last = Figure("five aircraft", 13, FigureKind.COUNT, Decimal(5), Decimal(5), "count")
    >>> elliptic_end(text, Number(30, 32, Decimal(64), "64"), last)
    32
    """
    after = text[number.end : number.end + 1]
    if after.isalnum() or after in ("-", "–") or number.value != number.value.to_integral_value():
        return None
    words = text[max(0, number.start - 90) : number.start].split()
    is_counted = (
        _is_said_before(text, number, words, last)
        or _is_subject(text, number, words)
        or _is_like(text, number, words, last)
    )
    return number.end if is_counted else None


def is_same_money(text: str, number: Number, last: Figure | None) -> bool:
    """Return whether a bare sum has the currency of the figure *last*: "lost 780 million euros, owes 34 billion".

    >>> from decimal import Decimal
    >>> last = Figure("$2 million", 5, FigureKind.MONEY, Decimal(2000000), Decimal(2000000), "USD")
    >>> is_same_money("from $2 million to 3 million.", Number(19, 28, Decimal(3000000), "3 million", "", True), last)
    True
    """
    if last is None or last.kind is not FigureKind.MONEY or not number.is_scaled or "thousand" in number.text:
        return False
    if not 0 < number.start - last.end < 80 or not (
        patterns.BARE_FOLLOWS.match(text, number.end) or _MORE.match(text, number.end)
    ):
        return False
    return not _SENTENCE_END.search(text, last.end, number.start) and not nouns.is_measure(text, number.end)


def _is_said_before(text: str, number: Number, words: list[str], last: Figure | None) -> bool:
    """Return whether *words* before the number say what it counts: "the number of shops to 18", "kills 17"."""
    word = words[-1].lower() if words else ""
    before = " ".join(words)
    if PER_TIME.match(text, number.end):
        return word not in ("$", "€", "£", "at")
    if word in _TEAM_ENDS and patterns.TEAM_OF.search(before):
        return not nouns.is_measure(text, number.end)
    if not patterns.BARE_FOLLOWS.match(text, number.end):
        return False
    if word in _HOW_MANY_ENDS and patterns.HOW_MANY.search(before):
        return True
    left = _without_hedges(words)
    if left and _BEFALLS.fullmatch(left[-1]) or left[-2:-1] == ["there"] and left[-1] in ("are", "were"):
        return True
    if left[-1:] and left[-1].lower() in _FURTHER and (last or "," in number.text or number.is_scaled):
        return last is None or last.kind is FigureKind.COUNT
    return _is_level(text, number, left, last)


def _without_hedges(words: list[str]) -> list[str]:
    """Return *words* up to the last one that is no hedge ("about", "more than")."""
    end = len(words)
    while end and words[end - 1].lower() in _HEDGES:
        end -= 1
    return words[:end]


def _is_like(text: str, number: Number, words: list[str], last: Figure | None) -> bool:
    """Return whether the number counts the same as the count *last* before it: ", 12 from Busan", "and 50 more"."""
    left = _without_hedges(words)
    goes_on = _is_listed(left) and patterns.ELLIPSIS.match(text, number.end) is not None
    if "," in number.text and goes_on:
        return True
    if last is None or last.kind is not FigureKind.COUNT or not 0 < number.start - last.end < 80:
        return False
    if _is_compared(text, number, last) or _is_taken(text, number, left, last):
        return True
    if _SENTENCE_END.search(text, last.end, number.start):
        return False
    word = left[-1].lower() if left else ""
    is_part = word in _AMONG or len(left) < len(words) and word not in _AGED
    if is_part and patterns.BARE_FOLLOWS.match(text, number.end):
        return True
    return goes_on or _MORE.match(text, number.end) is not None


def _is_taken(text: str, number: Number, words: list[str], last: Figure) -> bool:
    """Return whether a verb takes the number as its object and the clause ends: "14 nominations and won five."."""
    if not words or words[-1].lower() not in _TAKES or text[number.end : number.end + 1] not in _STOPS:
        return False
    return not _SENTENCE_END.search(text, last.end, number.start)


def _is_listed(words: list[str]) -> bool:
    """Return whether *words* before a number lead on from another one (", 12 from Busan", "and 12 from Busan")."""
    return bool(words) and (words[-1].lower() in _LISTED or words[-1][-1] in ",;" or words[-1].endswith("("))


def _is_subject(text: str, number: Number, words: list[str]) -> bool:
    """Return whether the number opens a clause and a verb follows: "nearly 230,000 have fled"."""
    if not _THEY.match(text, number.end):
        return False
    left = _without_hedges(words)
    return not left or left[-1].lower() in _CLAUSE_STARTS or left[-1][-1] in '.,;:!?—–”"'


def _is_level(text: str, number: Number, words: list[str], last: Figure | None) -> bool:
    """Return whether something countable rises or falls to the number: "rose to 3.6 million", "sixfold to 1,200"."""
    if not number.is_scaled and "," not in number.text or nouns.is_measure(text, number.end):
        return False
    end = words[-1].lower() if words else ""
    if end not in _REACHES and (end not in _LEVEL_ENDS or not patterns.RISES.search(" ".join(words))):
        return False
    if last and last.kind is FigureKind.MONEY and not _SENTENCE_END.search(text, last.end, number.start):
        return False
    around = text[max(0, number.start - 160) : number.end + 40]
    return not _RATED.intersection(_WORDS.findall(around.lower()))


def _is_compared(text: str, number: Number, last: Figure) -> bool:
    """Return whether a bare number counts what *last* does: "to 12 from 10", "from 9 ships to 12", "9 votes to 12"."""
    gap = text[last.end : number.start].rstrip()
    if not patterns.BARE_FOLLOWS.match(text, number.end):
        return False
    if _COMPARED.fullmatch(gap):
        return True
    if _SENTENCE_END.search(gap) or not gap.endswith(" to"):
        return False
    before = _without_hedges(text[max(0, last.start - 30) : last.start].split())
    return before[-1:] == ["from"] or gap == " to" and last.text.endswith(("votes", "seats"))
