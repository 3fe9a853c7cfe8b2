"""Lines that speak to the reader or point elsewhere, told by their build and not by set phrases.

A report tells; the page around it asks: to join, to vote, to read on. It also sets bars of short entries side by side.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ASKS = re.compile(
    r"^(?:please |now |and |then |just )?(?:join|sign|subscribe|follow|get|download|register|create|send|tell|share|submit|try|start|support|donate|discover|explore|stay"
    r"|never miss|don[’']t miss|plug|fuel|unlock|upgrade|enter|choose|manage|check out|tap|click|scan|listen|watch|read|see|view|vote|take|log|receive|enjoy"
    r"|save|give|help|visit|find|keep up|catch up|add|like|become|thanks for|thank you for|want|need|got|have|do you|are you|what do you|add|ask|write|swipe|let us|tune|claim|activate|set up|buy|go|browse|search|sort|filter|rate|comment|post|learn|meet|reserve|apply|connect|make|email|did you know)\b",
    re.I,
)
_CHANNEL = re.compile(
    r"\b(?:newsletters?|inbox|apps?|channels?|accounts?|whats ?app|telegram|podcasts?|e-?mails?|alerts?|subscri\w+|members?(?:hip)?|terminal|"
    r"(?:full|this|whole) (?:article|story)|in full|for free|free (?:trial|access|newsletter)|sign(?:ing)? up|updates?|posts?|our (?:\w+ ){0,2}(?:stories|coverage|journalism|work|reporting|reporters|team|experts|site|website|page)|"
    r"comments?|social media|facebook|twitter|instagram|linkedin|you ?tube|tik ?tok|bluesky|threads|feed|settings|preferences|offer|community|professionals|us today|must-reads?)\b",
    re.I,
)
_READER = re.compile(r"\b(?:you|your|yours|us|our|we)\b", re.I)
_CALL = re.compile(r"(?:^|[.!?]\s)(?:call|phone|text)(?: us)?(?: on| at)?:? \+?\d[\d\s()-]{6,}", re.I)
_ASKS_KO = re.compile(
    r"(?:만나|확인해|구독해|참여해|들러|읽어|살펴|눌러|남겨|가입해|신청해|이용해|클릭해|방문해|시청해|알려|들어)\s?(?:보|주)?세요[.!]?$|[가-힣]드립니다[.!]?$"
    r"|(?:구독|신청|가입|후원|참여|다운로드|등록|예매|예약|설치|응원)\s?하기\s?[>→»]?$|(?:바로|보러)\s?가기\s?[>→»]?$"
)
_LIST_KO = re.compile(r"(?:뉴스|기사|소식|이슈|영상|콘텐츠)\s?(?:\d+\s?(?:선|가지|개)|모음|총정리)$")
_QUOTED = re.compile(r"[\"“”]|^['‘]|(?<=\s)['‘](?=\w)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LABELLED = re.compile(
    r"^(?:[A-Z][\w’']*\s?(?:[\w’']+\s?){0,3}):(?=[A-Z‘“\"'])"  # "More:Bakery closes": a link glued to its label
    r"|^(?:(?:read|watch|see|listen|more|related|have your say|quiz|poll|video|gallery|in pictures|explainer|opinion|comment|analysis|live|podcast|also|next|previous|in depth|"
    r"must read|exclusive|interactive|factbox|timeline|background|don[’']t miss|recommended|editorial|column|letters?|newsletter|webinar|on demand|sponsored|partner content|trending)"
    r"(?: (?:more|also|next|now|this|here|on|stor(?:y|ies)|news))?)\s?[:|»>→]\s?\S",
    re.I,
)
_TAGGED = re.compile(r"^[\[【<〈][^\]】>〉=]{1,10}[\]】>〉]\s*\S")
_PARTS = re.compile(r"\s+[|•·∙│ㅣ‧/›»>]\s+|\s*[|│ㅣ]\s*|\s*•\s*|\s{3,}|\t+")
_WEATHER = re.compile(r"-?\d+(?:\.\d+)?\s?(?:°|℃|℉|º)\s?[CF]?")
_BUTTON = re.compile(r"^(?:[A-Z][\w’'-]*)(?:\s[\w’'&-]+){0,3}(?:\s?[>→»]|(?<=[A-Z][A-Z])[.!])?$")


@lru_cache(2048)
def is_appeal(text: str) -> bool:
    """Return whether the line asks its reader to do something with the site, outside of any quotation.

    >>> is_appeal("Join our WhatsApp channel for the latest news."), is_appeal('"Get the app," she said.')
    (True, False)
    """
    if len(text) > 300 or _QUOTED.search(text):
        return False
    sentences = _SENTENCE.split(re.sub(r"^\([^()]*\)\s*", "", text))
    if _ASKS_KO.search(text) or _CALL.search(text) or (len(sentences) > 1 and is_button(sentences[-1])):
        return True
    is_question = len(sentences) > 1 and sentences[0].endswith("?") and bool(_ASKS.match(sentences[0]))
    if is_question and (_CHANNEL.search(text) or _READER.search(text)):
        return True
    return any(_ASKS.match(sentence) and _CHANNEL.search(sentence) for sentence in sentences) or (
        len(sentences) == 1
        and len(text.split()) <= 9
        and bool(_ASKS.match(sentences[0]))
        and bool(_READER.search(text) or text.endswith(("→", ">")))
    )


@lru_cache(2048)
def is_addressed(text: str) -> bool:
    """Return whether the line speaks of "you" and "us" outside of any quotation, and tells no figure."""
    if _QUOTED.search(text):
        return False
    return text.startswith("Your ") or (bool(_READER.search(text)) and not re.search(r"\d", text))


def is_plea(text: str) -> bool:
    """Return whether the line asks its reader for something in a whole sentence, and tells nothing besides.

    >>> is_plea("Choose The Fjord Post as your preferred source and never miss a story."), is_plea("Your train is late.")
    (True, False)
    """
    if is_appeal(text):
        return True
    sentences = _SENTENCE.split(text)
    return len(text) < 300 and is_addressed(text) and all(_ASKS.match(sentence) for sentence in sentences)


def is_order(text: str) -> bool:
    """Return whether the line is a headline that tells its reader to do something.

    >>> is_order("Join 10,000+ founders at the Fjord Summit"), is_order("“Join us,” she says")
    (True, False)
    """
    return len(text) < 120 and bool(_ASKS.match(text)) and not text.endswith(".") and not _QUOTED.search(text)


def is_button(text: str) -> bool:
    """Return whether the line can be the caption of a button: an order of four words at most.

    >>> is_button("Create Account"), is_button("Kim Young-shub")
    (True, False)
    """
    return bool(_BUTTON.match(text)) and bool(_ASKS.match(text))


def is_pointer(text: str) -> bool:
    """Return whether the line is the headline of something else behind a label: "Read: …", "[핫클릭] …".

    >>> is_pointer("More:Bakery closes after 61 years"), is_pointer("[핫클릭] 보조금 얼마?"), is_pointer("[AI 시대]")
    (True, True, False)
    """
    if _TAGGED.match(text):
        return not re.search(r"[다요]\.[\"”’]?$", text)
    if _LIST_KO.search(text):
        return True
    return bool(_LABELLED.match(text)) and not text.endswith(".") and len(text) < 160


def is_strip(text: str) -> bool:
    """Return whether the line is a bar of short entries side by side, or a weather box.

    >>> is_strip("HOTLINE 911  •  Peso 57.42 = $1  •  High tide 5:41 a.m."), is_strip("제보 | 검색 | 로그인")
    (True, True)
    """
    if len(_WEATHER.findall(text)) > 0 and len(text.split()) <= 9 and not re.search(r"[.!?][\"”’]?$", text):
        return True
    if len(text) > 200:
        return False
    parts = [part for part in _PARTS.split(text) if part.strip()]
    return len(parts) >= 3 and all(len(part.split()) <= 5 and len(part) <= 36 for part in parts)
