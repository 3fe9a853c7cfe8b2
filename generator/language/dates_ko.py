"""Korean calendar expressions: text -> terms."""

from __future__ import annotations

from generator.language.dates_forms import Grammar, read_forms
from generator.language.dates_ko_days import DAYS
from generator.language.dates_ko_periods import PERIODS
from generator.language.dates_terms import Expression

_STARTS = (
    *(f"{mark}(?=\\d)" for mark in "’'‘"),
    *(
        "올해",
        "올(?=[ \\d상하봄여가겨초말중연들한])",
        "금(?=[년월주일요])",
        "지난",
        "지지난",
        "작년",
        "재작년",
        "내(?=[년후달주일])",
        "명년",
    ),
    *(
        "이(?=[듬달번날튿])",
        "다음",
        "다다음",
        "다가오는",
        "돌아오는",
        "오는",
        "오늘",
        "간밤",
        "FY",
        "같은",
        "그(?=[해달제저다 ])",
        "동년",
        "저번",
        "차주",
    ),
    *(f"{weekday}요일" for weekday in "월화수목토일"),
    *("상반기", "하반기", "어(?=[제젯])", "모레", "글피", "전(?=[날일])", "연(?=[말내초])"),
)
_BEHIND_NUMERAL = r"(?=\d{0,3} ?[년월일분시회학사QH(,./·~\x96\x97-])"
_GRAMMAR = Grammar((*DAYS, *PERIODS), _STARTS, _BEHIND_NUMERAL)


def read_terms(text: str) -> list[Expression]:
    """Return the calendar expressions of a Korean *text*, in order.

    >>> [each.term.unit.value for each in read_terms("내년 1분기에 착공해 10월 3일 개통한다")]
    ['quarter', 'day']
    """
    return list(read_forms(text, _GRAMMAR))
