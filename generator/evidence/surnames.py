"""Korean names, in lines of their own or before a post, told by the family name."""

from __future__ import annotations

import re

_SINGLE = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구라진민나지엄채원천방공현함변염여추도소석선"
    "설마길연위표명기반왕옥육인맹제모탁국어은편용예봉가복태피두좌팽승갈목빈"
)
_DOUBLE = "남궁|제갈|황보|선우|독고|사공|서문|동방"
_RARE = "금봉범사삼상시아야음호부경단"
"""Family names that seldom are one: too many common words begin like them."""
_ANY_NAME = re.compile(f"[{_SINGLE}{_RARE}][가-힣]{{1,2}}|(?:{_DOUBLE})[가-힣]{{1,2}}")
_COMMON = frozenset(
    "현장 우리 주재 전담 신입 고참 여성 남성 모든 전직 현직 사건 사회 정치 경제 문화 국제 산업 지역 전국 방송".split()
)
"""Words before a post that say which, and not who."""
_FULL_NAME = re.compile(f"[{_SINGLE}][가-힣]{{2}}|(?:{_DOUBLE})[가-힣]{{1,2}}")


def is_korean_name(text: str) -> bool:
    """Return whether the line can be a Korean's name: a family name in use and two syllables more.

    >>> is_korean_name("여진솔"), is_korean_name("제갈민"), is_korean_name("메뉴"), is_korean_name("뉴스룸")
    (True, True, False, False)
    """
    return bool(_FULL_NAME.fullmatch(text))


def is_signature(text: str) -> bool:
    """Return whether *text*, printed before an address, is a Korean's name, and no desk's or word for the address.

    >>> is_signature("여진솔"), is_signature("편집국"), is_signature("이메일")
    (True, False, False)
    """
    return is_korean_name(text) and not re.search("(?:국|부|팀|실|처|과|메일|제보|센터)$", text)


def has_family_name(text: str) -> bool:
    """Return whether *text*, printed before a post, can be a Korean's name.

    >>> has_family_name("금보람"), has_family_name("많은"), has_family_name("금융통화")
    (True, False, False)
    """
    return bool(_ANY_NAME.fullmatch(text)) and text not in _COMMON


def without_handle(text: str) -> str:
    """Return *text* without the handle in brackets behind a name.

    >>> without_handle("여진솔(jinsol)")
    '여진솔'
    """
    return re.sub(r"\s?\([\w.@-]{2,20}\)$", "", text, flags=re.A)
