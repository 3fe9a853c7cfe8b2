"""Currencies as English and Korean newspapers write them, and their ISO 4217 codes.

A name that several currencies share stands for the one that newspapers mean by it alone: "dollar" is the American one,
"pound" the British, "krona" the Swedish, "krone" the Norwegian, "peso" the Mexican, "dinar" the Kuwaiti; an adjective
before it decides otherwise.
"""

from __future__ import annotations

import re

from generator.language.figures_pattern import Pattern

SYMBOLS = {
    "$": "USD", "US$": "USD", "U.S.$": "USD", "U.S. $": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
    "CAD$": "CAD",
    "HK$": "HKD", "NT$": "TWD", "NZ$": "NZD", "S$": "SGD", "SG$": "SGD", "R$": "BRL", "MX$": "MXN", "Mex$": "MXN",
    "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "JP¥": "JPY", "CN¥": "CNY", "₩": "KRW", "￦": "KRW", "＄": "USD",
    "₹": "INR",
    "₽": "RUB", "₺": "TRY", "₫": "VND", "฿": "THB", "₱": "PHP", "₪": "ILS", "₴": "UAH", "₦": "NGN", "₸": "KZT",
    "Rs": "INR", "Rs.": "INR", "Rp": "IDR", "Rp.": "IDR", "RM": "MYR", "Tk": "BDT", "Won": "KRW", "won": "KRW",
    "W": "KRW", "₤": "GBP",
    "Rmb": "CNY", "RMB": "CNY", "SFr": "CHF", "Fr": "CHF", "SKr": "SEK", "NKr": "NOK", "DKr": "DKK", "Kr": "SEK",
    "R": "ZAR",
    "P": "PHP", "Bt": "THB", "Dh": "AED", "Ksh": "KES", "euro": "EUR", "NIS": "ILS", "ECU": "XEU",
}  # fmt: skip
"""What stands before the number."""

CODES = frozenset(
    "KRW USD EUR JPY GBP CNY CNH HKD TWD SGD AUD NZD CAD CHF SEK NOK DKK ISK INR IDR MYR THB VND PHP RUB UAH TRY BRL"
    " MXN ARS CLP"
    " COP PEN ZAR NGN EGP KES GHS AED SAR QAR KWD BHD OMR ILS JOD IQD IRR PLN CZK HUF RON BGN KZT UZS MNT PKR BDT LKR"
    " NPR MMK KHR"
    " LAK MOP BND".split()
)
"""ISO codes that newspapers write out, before the number or after it."""

_NEEDS_SIZE = frozenset({"W", "R", "P", "Fr", "won"})
"""Prefixes that are ordinary letters too: they count only before a number with a scale or a comma (W26bn, not W3C)."""

_BARE = {
    "won": "KRW", "dollar": "USD", "buck": "USD", "greenback": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY",
    "pound": "GBP", "quid": "GBP", "franc": "CHF", "krona": "SEK", "kronor": "SEK", "kroner": "NOK", "krone": "NOK",
    "rupee": "INR",
    "rupiah": "IDR", "ringgit": "MYR", "baht": "THB", "dong": "VND", "peso": "MXN", "rouble": "RUB", "ruble": "RUB",
    "hryvnia": "UAH",
    "lira": "TRY", "reais": "BRL", "rand": "ZAR", "naira": "NGN", "dirham": "AED", "riyal": "SAR", "rial": "IRR",
    "dinar": "KWD", "shekel": "ILS", "zloty": "PLN", "zlotys": "PLN", "koruna": "CZK", "forint": "HUF",
    "tenge": "KZT", "taka": "BDT",
    "tugrik": "MNT",
}  # fmt: skip

_NATIONAL = {
    "dollar": {
        "us": "USD", "u.s.": "USD", "american": "USD", "hong kong": "HKD", "taiwan": "TWD", "new taiwan": "TWD",
        "taiwanese": "TWD",
        "singapore": "SGD", "singaporean": "SGD", "australian": "AUD", "new zealand": "NZD", "canadian": "CAD",
    },
    "won": {"korean": "KRW", "south korean": "KRW", "north korean": "KPW"},
    "pound": {"british": "GBP", "sterling": "GBP", "egyptian": "EGP", "lebanese": "LBP"},
    "yen": {"japanese": "JPY"},
    "yuan": {"chinese": "CNY", "offshore": "CNY"},
    "renminbi": {"chinese": "CNY"},
    "franc": {"swiss": "CHF", "french": "FRF", "cfa": "XOF"},
    "krona": {"swedish": "SEK", "icelandic": "ISK"},
    "kronor": {"swedish": "SEK"},
    "kroner": {"norwegian": "NOK", "danish": "DKK", "swedish": "SEK"},
    "krone": {"norwegian": "NOK", "danish": "DKK"},
    "crown": {"swedish": "SEK", "norwegian": "NOK", "danish": "DKK", "czech": "CZK", "icelandic": "ISK"},
    "rupee": {"indian": "INR", "pakistani": "PKR", "sri lankan": "LKR", "nepalese": "NPR"},
    "peso": {"mexican": "MXN", "philippine": "PHP", "argentine": "ARS", "chilean": "CLP", "colombian": "COP"},
    "riyal": {"saudi": "SAR", "qatari": "QAR", "saudi arabian": "SAR"},
    "dinar": {"kuwaiti": "KWD", "jordanian": "JOD", "iraqi": "IQD", "bahraini": "BHD"},
    "dirham": {"uae": "AED", "emirati": "AED", "moroccan": "MAD"},
    "lira": {"turkish": "TRY", "italian": "ITL"},
    "rand": {"south african": "ZAR"},
    "shekel": {"israeli": "ILS"},
    "rouble": {"russian": "RUB"},
    "ruble": {"russian": "RUB"},
    "rupiah": {"indonesian": "IDR"},
    "ringgit": {"malaysian": "MYR"},
    "baht": {"thai": "THB"},
    "dong": {"vietnamese": "VND"},
    "zloty": {"polish": "PLN"},
    "real": {"brazilian": "BRL"},
    "reais": {"brazilian": "BRL"},
    "koruna": {"czech": "CZK"},
    "forint": {"hungarian": "HUF"},
    "hryvnia": {"ukrainian": "UAH"},
}  # fmt: skip

ENGLISH_NAMES = {
    **_BARE,
    **{f"{nation} {name}": code for name, nations in _NATIONAL.items() for nation, code in nations.items()},
}
"""English names in the singular, in lower case, with and without the country's adjective."""

SUBUNITS = {"cent": "USD", "pence": "GBP"}
"""Hundredths of a currency."""
EUROS = Pattern(r"€|\b[Ee]uros?\b|유로(?!존|파|화|폴)")
DOLLARS = Pattern(r"\$|\b[Dd]ollars?\b|달러")

_KOREAN_BARE = {
    "원": "KRW", "달러": "USD", "불": "USD", "弗": "USD", "유로": "EUR", "엔": "JPY", "위안": "CNY", "파운드": "GBP",
    "프랑": "CHF",
    "크로나": "SEK", "크로네": "NOK", "루피": "INR", "루피아": "IDR", "링깃": "MYR", "바트": "THB", "밧": "THB",
    "동": "VND", "페소": "MXN",
    "루블": "RUB", "흐리우냐": "UAH", "리라": "TRY", "헤알": "BRL", "랜드": "ZAR", "디르함": "AED", "리얄": "SAR",
    "디나르": "KWD",
    "셰켈": "ILS", "즈워티": "PLN", "즐로티": "PLN", "코루나": "CZK", "포린트": "HUF", "텡게": "KZT", "투그릭": "MNT",
    "元": "CNY",
    "円": "JPY", "나이라": "NGN",
}  # fmt: skip
_KOREAN_NATIONAL = {
    "달러": {
        "미": "USD", "미국": "USD", "홍콩": "HKD", "대만": "TWD", "싱가포르": "SGD", "싱": "SGD", "호주": "AUD",
        "뉴질랜드": "NZD",
        "캐나다": "CAD",
    },
    "프랑": {"스위스": "CHF"},
    "크로나": {"스웨덴": "SEK", "아이슬란드": "ISK"},
    "크로네": {"노르웨이": "NOK", "덴마크": "DKK"},
    "페소": {"멕시코": "MXN", "필리핀": "PHP", "아르헨티나": "ARS", "칠레": "CLP", "콜롬비아": "COP"},
    "루피": {"인도": "INR", "파키스탄": "PKR", "스리랑카": "LKR"},
    "파운드": {"영국": "GBP", "이집트": "EGP"},
    "리얄": {"사우디": "SAR", "카타르": "QAR", "이란": "IRR"},
    "코루나": {"체코": "CZK"},
    "위안": {"중국": "CNY"},
    "엔": {"일본": "JPY"},
    "동": {"베트남": "VND"},
    "바트": {"태국": "THB"},
}  # fmt: skip

KOREAN_NAMES = {
    **_KOREAN_BARE,
    **{nation + name: code for name, nations in _KOREAN_NATIONAL.items() for nation, code in nations.items()},
}
"""Korean names, with and without the country before them, without spaces."""

_PREFIXES = sorted([*SYMBOLS, *CODES], key=len, reverse=True)
_PREFIX_BEFORE = Pattern(rf"(?:(?<=[^A-Za-z0-9$])|^)({'|'.join(map(re.escape, _PREFIXES))})[ \u00a0]?\Z")

_LAST = frozenset("".join(prefix[-1] for prefix in SYMBOLS))
_PREFIX_WIDTH = 7


def _name_pattern() -> str:
    nations: dict[str, set[str]] = {}
    for name, table in _NATIONAL.items():
        for nation in table:
            nations.setdefault(nation, set()).add(name)
    adjectives = sorted(nations, key=len, reverse=True)
    names = sorted({*_BARE, *_NATIONAL}, key=len, reverse=True)
    return rf"(?:(?:{'|'.join(map(re.escape, adjectives))})[ \u00a0])?(?:{'|'.join(names)})s?(?:[ \u00a0]sterling)?"


ENGLISH_NAME = _name_pattern()
"""Regular expression (to be used ignoring case) for an English currency name."""

_KOREAN_NATIONS = sorted({nation for table in _KOREAN_NATIONAL.values() for nation in table}, key=len, reverse=True)
KOREAN_NAME = (
    rf"(?:(?:{'|'.join(_KOREAN_NATIONS)})"
    rf"[ \u00a0]?)?(?:{'|'.join(sorted(_KOREAN_BARE, key=len, reverse=True))})"
)
"""Regular expression for a Korean currency name."""


def currency_before(text: str, start: int, *, is_sized: bool) -> tuple[str, int]:
    """Return the code of the currency written before the number at *start* ("" when none), and where it begins.

    *is_sized* says whether the number has a scale or a comma: without, a letter such as W names no currency.

    >>> currency_before("for US$3 million", 7, is_sized=True)
    ('USD', 4)
    """
    before = text[start - 1 : start] if start else ""
    if (
        not before
        or before.isspace()
        and not (text[start - 2 : start - 1].isupper() or text[start - 2 : start - 1] in _LAST)
    ):
        return "", start
    found = _PREFIX_BEFORE.search(text, max(0, start - _PREFIX_WIDTH), start)
    if not found or (found.group(1) in _NEEDS_SIZE and (not is_sized or before.isspace())):
        return "", start
    prefix = found.group(1)
    return (prefix if prefix in CODES else SYMBOLS[prefix]), found.start(1)


def english_code(name: str) -> str | None:
    """Return the code of an English currency name in any number and case, or None.

    >>> english_code("Hong Kong dollars"), english_code("kronor"), english_code("crowns")
    ('HKD', 'SEK', None)
    """
    name = " ".join(name.lower().split()).removesuffix(" sterling")
    return ENGLISH_NAMES.get(name) or ENGLISH_NAMES.get(name.removesuffix("s"))


def korean_code(name: str) -> str | None:
    """Return the code of a Korean currency name, or None.

    >>> korean_code("홍콩 달러"), korean_code("弗")
    ('HKD', 'USD')
    """
    return KOREAN_NAMES.get("".join(name.split()))


_HOMES = {
    "MXN": ("peso|페소", "Mexic|멕시코", {
        "PHP": "Philippine|Filipin|Manila|필리핀|마닐라", "ARS": "Argentin|Buenos Aires|아르헨티나",
        "CLP": "Chile|칠레", "COP": "Colombia|Bogot|콜롬비아",
    }),
    "INR": ("rupee|루피", "India(?!n Ocean)|Delhi|Mumbai|인도(?!네시아)", {
        "PKR": "Pakistan|Karachi|Islamabad|파키스탄", "LKR": "Sri Lanka|스리랑카", "NPR": "Nepal|네팔",
    }),
    "SAR": ("riyal|리얄", "Saudi|Riyadh|사우디", {"QAR": "Qatar|Doha|카타르"}),
    "NOK": ("kroner?|크로네", "Norw|Oslo|노르웨이", {"DKK": "Denmark|Danish|Copenhagen|덴마크"}),
    "SEK": ("kronor|krona|크로나", "Swed|Stockholm|스웨덴", {"ISK": "Iceland|Reykjav|아이슬란드"}),
    "GBP": ("pound|파운드", r"Brit|London|U\.?K\b|영국|런던", {
        "EGP": "Egypt|Cairo|이집트", "LBP": "Leban|Beirut|레바논",
    }),
    "KWD": ("dinar|디나르", "Kuwait|쿠웨이트", {
        "JOD": "Jordan|Amman|요르단", "IQD": "Iraq|Baghdad|이라크", "BHD": "Bahrain|바레인",
    }),
}  # fmt: skip
"""For a code whose name others share: the name, its own country, and the words that give the name to another."""

SHARED_NAMES = frozenset(_HOMES)
"""Codes whose name is also that of other currencies."""


def is_bare_name(written: str, code: str) -> bool:
    """Return whether the sum *written* has the currency's name, and no sign or code."""
    return re.search(_HOMES[code][0], written, re.IGNORECASE) is not None


def home_currency(text: str, code: str) -> str:
    """Return the currency that the name of *code* stands for in *text*: Philippine pesos where Manila alone is named.

    >>> home_currency("Manila set aside 12 billion pesos.", "MXN")
    'PHP'
    """
    _, own, others = _HOMES[code]
    if re.search(own, text):
        return code
    named = [other for other, words in others.items() if re.search(words, text)]
    return named[0] if len(named) == 1 else code
