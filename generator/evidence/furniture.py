"""The page around an article: the set phrases of menus, boxes, lists and notices, in English and Korean.

The phrases stand in ``furniture.txt``; here is what they mean.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path


class Zone(StrEnum):
    """What a line opens: the lines after it belong to it until running text of the article goes on."""

    RELATED = "related"
    """A list of other stories."""
    SUMMARY = "summary"
    """A machine's summary of this one."""
    COMMENTS = "comments"
    GALLERY = "gallery"
    POINTS = "points"
    """The editors' own key points: they are part of the article."""


_KEPT = 2048
"""Answers kept: every line of a page is asked about several times."""
_COUNT = r"(?: ?[(\[]? ?[\d,.]+ ?(?:개|건|k)? ?[)\]]?)?"
_ORDER = (Zone.POINTS, Zone.SUMMARY, Zone.RELATED, Zone.COMMENTS, Zone.GALLERY)
"""Which meaning a phrase has that stands in two sections."""
_COPYRIGHT = re.compile(
    r"all rights reserved|무단\s?(?:전재|복제|배포)|재배포\s?(?:및\s?)?.{0,10}금지"
    r"|^\W{0,3}copyright|저작권자|^\W{0,3}[ⓒ©]\s?(?=20\d\d)|^\W{0,3}[ⓒ©]\s?\D{2,60},?\s20\d\d\b|\S\s[ⓒ©]\s?20\d\d\W*$"
    r"|[.!]\s[ⓒ©]\s?\D{2,60}\s20\d\d\W*$",
    re.I,
)
_TICKER = re.compile(r"[-+▲▼△▽]\s?[\d,]+(?:\.\d+)?\s?%?|\d\s?%?\s?[▲▼△▽]")
_PRICE = re.compile(r"[^\d.!?]{2,20}\s\d[\d,]*\.\d+\s[\d,]*\.\d+(?:\s[\d,.]+%?)?")
"""A row of a market table whose signs are pictures: "코스피 3,501.22 8.12"."""
_MACHINE = re.compile(r"\b(?:ai|a\.i\.|gpt|machine|copilot|gemini)\b|AI|인공지능|챗봇", re.I)
_SUMMARY = re.compile(r"summar|takeaway|recap|digest|in short|key points|요약|간추|정리|핵심", re.I)
_COUNTER = re.compile(r"(?<=\w)\s*\(?\d+\s?/\s?\d+\)?[\s‹›<>«»]*$")
"""What stands behind the name of a gallery."""
_ACCOUNT = re.compile(
    r"(?:sign|log) ?(?:in|up|out)(?: ?/ ?(?:sign|log)? ?(?:in|up))?|register|subscribe(?: now)?|my (?:news|account)"
    r"|account|search|donate|submit|(?:\w+ ){0,2}menu|(?:.{1,20} )?navigation button|(?:skip )?advertisement"
    r"|로그인|회원 ?가입|가입|구독(?:하기|신청)?|(?:통합 ?)?검색|전체 ?메뉴|메뉴|제보(?:하기)?|PICK 안내|다시 ?보기|편성표|on ?air|live(?: tv)?|newsletters?|.{0,8}생방송.{0,8}",
    re.I,
)
SECTION_WORDS = frozenset(
    "news business tech technology world national politics opinion markets industry sports culture life money science health climate energy "
    "media finance economy companies startups city local video live real estate social affairs scroll enabled editorial standards share story international daily times herald post".split()
)
"""Words by which sections are called."""
_RULE = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+(?:\s+\d+/\d+)?")
_EDGES = "[](){}<>【】〈〉《》「」 "


@lru_cache(_KEPT)
def zone_of(bare: str) -> Zone | None:
    """Return what the line *bare* (without bullets and arrows) opens, or None.

    >>> zone_of("많이 본 뉴스"), zone_of("AI 요약"), zone_of("KT to sell hotels")
    (<Zone.RELATED: 'related'>, <Zone.SUMMARY: 'summary'>, None)
    """
    if len(bare) > 60:
        return None
    words = _words(bare)
    if _MACHINE.search(words) and _SUMMARY.search(words) and not re.search(r"[.?!]$|[다]\.?$", words):
        return Zone.SUMMARY
    return next((zone for zone in _ORDER if _phrases()[zone].fullmatch(words)), None)


@lru_cache(_KEPT)
def is_furniture(bare: str) -> bool:
    """Return whether the whole line is a set phrase of page furniture, a ticker, an address or a ruled line."""
    words = _words(bare)
    if not words or _RULE.fullmatch(words) or _ADDRESS.fullmatch(words):
        return True
    if len(words) <= 80 and _phrases()["plain"].fullmatch(words):
        return True
    return is_ticker(words)


def is_section(text: str) -> bool:
    """Return whether the line is made of the words by which sections are called.

    >>> is_section("Business"), is_section("World News"), is_section("The Fjord Post")
    (True, True, False)
    """
    words = re.findall(r"\w+", text.casefold())
    return bool(words) and all(word in SECTION_WORDS for word in words)


def is_account(bare: str) -> bool:
    """Return whether the line is a button for readers with an account, or for a search: with these menus end.

    >>> is_account("Sign in"), is_account("구독하기"), is_account("Business")
    (True, True, False)
    """
    return bool(_ACCOUNT.fullmatch(_words(bare)))


@lru_cache(_KEPT)
def is_notice(text: str) -> bool:
    """Return whether the line is the site speaking of itself: rights, newsletters, cookies, machine summaries, pointers."""
    if len(text) >= 500:
        return False
    words = " ".join(text.split())
    if len(words) < 160:
        return bool(_phrases()["notices"].search(words))
    # In a paragraph of several sentences, one that points elsewhere does not make the rest a notice.
    told = [part for part in re.split(r"(?<=[.!?])\s+", words) if _phrases()["notices"].search(part)]
    return sum(map(len, told)) * 5 >= 2 * len(words)


@lru_cache(_KEPT)
def is_copyright(text: str) -> bool:
    """Return whether the line reserves rights: it stands where an article ends.

    >>> is_copyright("Copyright © 가나일보. 무단전재 및 재배포 금지."), is_copyright("KT opens a copyright office")
    (True, False)
    """
    return len(text) < 400 and bool(_COPYRIGHT.search(text))


def is_ticker(words: str) -> bool:
    """Return whether the line is a row of a market table: a name, numbers, a change.

    >>> is_ticker("KOSPI 2,599.16 +4.80 +0.19%")
    True
    """
    if len(words) >= 60 or len(words.split()) < 3 or re.search(r"다\.", words):
        return False
    digits = sum(letter.isdigit() for letter in words)
    return bool(_PRICE.fullmatch(words)) or digits * 4 > len(words.replace(" ", "")) and bool(_TICKER.search(words))


def _words(bare: str) -> str:
    bare = _COUNTER.sub("", bare)
    return " ".join(bare.strip(_EDGES).split())


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    """Return one pattern a section of ``furniture.txt``."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for row in Path(__file__).with_name("furniture.txt").read_text(encoding="utf-8").splitlines():
        if header := re.fullmatch(r"\[([a-z]+)\]", row):
            current = sections.setdefault(header[1], [])
        elif row and not row.startswith("#"):
            current.append(row.replace("(COUNT)", _COUNT))
    return {name: re.compile("|".join(rows), re.I) for name, rows in sections.items()}
