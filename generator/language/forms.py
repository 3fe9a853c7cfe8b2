"""Figures and dates as each language writes them: the way back from ``figures`` and ``dates``. Nothing is rounded."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from generator.language.numerals import exact
from generator.model import DateSpan, Figure, FigureKind, Precision

_ENGLISH_SYMBOLS = {
    "USD": "$", "EUR": "€", "GBP": "£", "HKD": "HK$", "TWD": "NT$", "SGD": "S$", "AUD": "A$", "CAD": "C$",
    "NZD": "NZ$", "BRL": "R$",
}  # fmt: skip
_ENGLISH_NAMES = {
    "KRW": "won", "JPY": "yen", "CNY": "yuan", "SEK": "kronor", "NOK": "Norwegian kroner", "DKK": "Danish kroner",
    "CHF": "Swiss francs",
    "INR": "rupees", "IDR": "rupiah", "MYR": "ringgit", "THB": "baht", "VND": "dong", "RUB": "rubles", "TRY": "lira",
    "ZAR": "rand",
    "PLN": "zlotys", "ILS": "shekels", "AED": "dirhams", "MXN": "pesos", "PHP": "Philippine pesos", "UAH": "hryvnias",
}  # fmt: skip
_KOREAN_NAMES = {
    "USD": "달러", "EUR": "유로", "GBP": "파운드", "JPY": "엔", "CNY": "위안", "SEK": "크로나",
    "NOK": "노르웨이 크로네", "DKK": "덴마크 크로네",
    "CHF": "스위스프랑", "INR": "루피", "IDR": "루피아", "MYR": "링깃", "THB": "바트", "VND": "동", "RUB": "루블",
    "TRY": "리라", "ZAR": "랜드",
    "PLN": "즈워티", "ILS": "셰켈", "AED": "디르함", "MXN": "페소", "PHP": "필리핀 페소", "UAH": "흐리우냐",
    "HKD": "홍콩 달러", "TWD": "대만 달러",
    "SGD": "싱가포르 달러", "AUD": "호주 달러", "CAD": "캐나다 달러", "NZD": "뉴질랜드 달러", "BRL": "헤알",
}  # fmt: skip
_ENGLISH_SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
_KOREAN_SCALES = (("경", 16), ("조", 12), ("억", 8), ("만", 4))
_SPANS = {"year": "년", "month": "개월", "week": "주간", "day": "일간", "hour": "시간"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_QUARTERS = ("first", "second", "third", "fourth")
_MAX_DECIMALS = 3


def figure_text(figure: Figure, language: str) -> str:
    """Return *figure* as *language* ("en" or "ko") writes it, exact and without qualifiers; a vague one stays as it is.

    A count comes back as the bare number, for its noun is the sentence's.

    >>> million = Figure("$1.53bn", 0, FigureKind.MONEY, Decimal(1530000000), Decimal(1530000000), "USD")
    >>> figure_text(million, "en"), figure_text(million, "ko")
    ('$1.53 billion', '15억3000만 달러')
    """
    if figure.low is None or figure.high is None:
        return figure.text
    ends = (figure.low,) if figure.low == figure.high else (figure.low, figure.high)
    if language == "ko":
        return _korean_figure(figure, ends)
    return _english_figure(figure, ends)


def english_digits(value: Decimal) -> str:
    """Return *value* in English digits and scale, exact: "1.53 billion", "1,530.5 million", "269,001".

    The scale is the largest that leaves three decimals or fewer.
    """
    for name, power in _ENGLISH_SCALES:
        scaled = exact(value.scaleb(-power))
        if abs(scaled) >= 1 and _decimals(scaled) <= _MAX_DECIMALS:
            return f"{scaled:,f} {name}"
    return f"{exact(value):,f}"


def korean_digits(value: Decimal) -> str:
    """Return *value* in Korean digits and scales, exact: 2조4000억, 3만5000, 1380.5."""
    rest = abs(value)
    written = "-" if value < 0 else ""
    for name, power in _KOREAN_SCALES:
        whole = int(rest.scaleb(-power))
        if whole:
            written += f"{whole}{name}"
            rest -= Decimal(whole).scaleb(power)
    return written + f"{exact(rest):f}" if rest or written in ("", "-") else written


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _english_range(ends: tuple[Decimal, ...]) -> str:
    """Return one number, or two with a dash; a scale that both have stands once ("10–12 billion").

    A first number that would be read with the scale of the second ("1–2 million") has both written out.
    """
    written = [english_digits(end) for end in ends]
    scale = dict(_ENGLISH_SCALES).get(written[-1].partition(" ")[2])
    if len(written) == 2 and scale and " " not in written[0] and ends[0].scaleb(scale) <= ends[1]:
        return "–".join(f"{exact(end):,f}" for end in ends)
    scales = {part.partition(" ")[2] for part in written}
    if len(written) == 2 and len(scales) == 1:
        written[0] = written[0].partition(" ")[0]
    return "–".join(written)


def _english_figure(figure: Figure, ends: tuple[Decimal, ...]) -> str:
    number = _english_range(ends)
    if figure.kind is FigureKind.MONEY:
        return _english_money(figure.unit, ends)
    if figure.kind is FigureKind.PERCENT:
        return "–".join(f"{exact(end):,f}" for end in ends) + "%"
    if figure.kind is FigureKind.MULTIPLE:
        return f"{number} times"
    if figure.kind is FigureKind.DURATION:
        return f"{number} {figure.unit}{'' if ends == (Decimal(1),) else 's'}"
    return number


def _english_money(code: str, ends: tuple[Decimal, ...]) -> str:
    if code in _ENGLISH_NAMES:
        return f"{_english_range(ends)} {_ENGLISH_NAMES[code]}"
    symbol = _ENGLISH_SYMBOLS.get(code, f"{code} ")
    number = _english_range(ends)
    if len(ends) == 1 and _decimals(exact(ends[0])) == 1 and " " not in number:
        number += "0"  # $1.50
    first, dash, second = number.partition("–")
    is_split = dash and " " in first  # the ends have scales of their own: $500 million–$1 billion
    sign = "-" if first.startswith("-") else ""
    return f"{sign}{symbol}{first.removeprefix('-')}{dash}{symbol if is_split else ''}{second}"


def _korean_figure(figure: Figure, ends: tuple[Decimal, ...]) -> str:
    number = "~".join(korean_digits(end) for end in ends)
    if figure.kind is FigureKind.MONEY:
        if figure.unit == "KRW":
            return "~".join(f"{korean_digits(end)}원" for end in ends) if _would_borrow(ends) else f"{number}원"
        name = _KOREAN_NAMES.get(figure.unit)
        if name and _would_borrow(ends):
            return "~".join(f"{korean_digits(end)} {name}" for end in ends)
        if name is None and _would_borrow(ends):
            number = "~".join(f"{exact(end):f}" for end in ends)
        return f"{number} {name}" if name else f"{figure.unit} {number}"
    if figure.kind is FigureKind.PERCENT:
        return "~".join(f"{exact(end):f}" for end in ends) + "%"
    if figure.kind is FigureKind.MULTIPLE:
        return f"{number}배"
    if figure.kind is FigureKind.DURATION:
        return "반년" if figure.unit == "year" and ends == (Decimal("0.5"),) else f"{number}{_SPANS[figure.unit]}"
    return number


def _would_borrow(ends: tuple[Decimal, ...]) -> bool:
    """Return whether the first end of a range would borrow the scale of the second: 1~2만원 is 1만~2만원."""
    return len(ends) == 2 and ends[0] < 10000 <= ends[1] and not korean_digits(ends[1])[-1].isdigit()


# ------------------------------------------------------------------------------------------------------------- dates


def date_text(span: DateSpan, language: str) -> str:
    """Return the date as *language* ("en" or "ko") writes it, with its own precision; what is open is said to be so.

    >>> date_text(DateSpan("Oct. 10", 0, date(2024, 10, 10), date(2024, 10, 10), Precision.DAY, "2024-10-10"), "en")
    '10 October 2024'
    >>> date_text(DateSpan("4일", 0, None, None, Precision.DAY, "XXXX-XX-04"), "ko")
    '4일(월 미상)'
    """
    if span.first is None or span.last is None:
        return _open_date(span, language)
    whole = {
        Precision.DAY: (f"{{day}} {{month}} {span.first.year}", "{year}년 {number}월 {day}일"),
        Precision.MONTH: (f"{{month}} {span.first.year}", "{year}년 {number}월"),
        Precision.QUARTER: ("the {quarter} quarter of {year}", "{year}년 {ordinal}분기"),
        Precision.HALF: ("the {half} half of {year}", "{year}년 {halved}반기"),
        Precision.YEAR: ("{year}", "{year}년"),
    }.get(span.precision)
    if whole is None:
        return _stretch(span.first, span.last, language)
    first = span.first
    return whole[language == "ko"].format(
        day=first.day,
        month=_MONTHS[first.month - 1],
        number=first.month,
        year=first.year,
        quarter=_QUARTERS[(first.month - 1) // 3],
        ordinal=(first.month - 1) // 3 + 1,
        half=_QUARTERS[(first.month - 1) // 6],
        halved="상" if first.month <= 6 else "하",
    )


def _open_date(span: DateSpan, language: str) -> str:
    """Return what is known of a date that is not pinned down, from its EDTF ("XXXX-XX-04", "XXXX-10")."""
    month, day = [*span.edtf.split("-"), "XX", "XX"][1:3]
    is_korean = language == "ko"
    named = int(month) if month.isdigit() and 1 <= int(month) <= 12 else None
    numbered = int(day) if day.isdigit() else None
    if numbered and named:
        return (
            f"{named}월 {numbered}일(연도 미상)"
            if is_korean
            else f"{numbered} {_MONTHS[named - 1]} of a year not given"
        )
    if numbered:
        return f"{numbered}일(월 미상)" if is_korean else f"the {_ordinal(numbered)} of a month not given"
    if named:
        return f"{named}월(연도 미상)" if is_korean else f"{_MONTHS[named - 1]} of a year not given"
    return _open_part(month, language) or span.text


def _open_part(season: str, language: str) -> str:
    """Return a quarter (33 to 36) or a half (40, 41) of a year that is not known, "" for anything else."""
    is_korean = language == "ko"
    if season in ("33", "34", "35", "36"):
        index = int(season) - 33
        return f"{index + 1}분기(연도 미상)" if is_korean else f"the {_QUARTERS[index]} quarter of a year not given"
    if season in ("40", "41"):
        index = int(season) - 40
        return f"{'상하'[index]}반기(연도 미상)" if is_korean else f"the {_QUARTERS[index]} half of a year not given"
    return ""


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _stretch(first: date, last: date, language: str) -> str:
    """Return a span of days, in whole years or months where it has them."""
    following = last + timedelta(days=1) if last < date.max else last
    is_months = first.day == 1 and following.day == 1
    if is_months and first.month == 1 and following.month == 1:
        return f"{first.year}~{last.year}년" if language == "ko" else f"{first.year}–{last.year}"
    if language == "ko":
        return _korean_months(first, last) if is_months else _korean_days(first, last)
    tail = (
        f"{_MONTHS[last.month - 1]} {last.year}" if is_months else f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    )
    head = [] if is_months else [str(first.day)]
    if is_months or (first.year, first.month) != (last.year, last.month):
        head.append(_MONTHS[first.month - 1])
    if first.year != last.year:
        head.append(str(first.year))
    return f"{' '.join(head)}–{tail}"


def _korean_months(first: date, last: date) -> str:
    ending = f"{last.month}월" if first.year == last.year else f"{last.year}년 {last.month}월"
    return f"{first.year}년 {first.month}{'' if first.year == last.year else '월'}~{ending}"


def _korean_days(first: date, last: date) -> str:
    start = f"{first.year}년 {first.month}월 {first.day}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{start}~{last.day}일"
    ending = f"{last.month}월 {last.day}일"
    return f"{start}일~{ending}" if first.year == last.year else f"{start}일~{last.year}년 {ending}"
