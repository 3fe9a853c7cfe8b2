"""Other tools that read figures and dates, each made to answer in the form of our evidence.

Each is given its own best: the language it knows, the day of publication, and only the lines that hold the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

Row = dict[str, Any]
Reader = Callable[[str, str, date | None], tuple[list[Row], list[Row]]]
"""Text, language and day of publication to figures and dates."""

UNKNOWN = date(2024, 1, 1)
"""Stands in for a day of publication that nobody knows."""

CURRENCIES = {
    "dollar": "USD",
    "united states dollar": "USD",
    "south korean won": "KRW",
    "won": "KRW",
    "$": "USD",
    "₩": "KRW",
}
UNITS = {
    "dimensionless": "count",
    "percentage": "%",
    "percent": "%",
    "year": "year",
    "month": "month",
    "week": "week",
    "day": "day",
}


def read_with_quantulum(text: str, language: str, published: date | None) -> tuple[list[Row], list[Row]]:
    """Return what quantulum3 finds: quantities, in English only."""
    from quantulum3 import parser

    if language != "en":
        return [], []
    figures = []
    for found in parser.parse(text):
        name = found.unit.name
        unit = CURRENCIES.get(name) or UNITS.get(name) or name
        low, high = (
            (found.value - found.uncertainty, found.value + found.uncertainty)
            if found.uncertainty
            else (found.value,) * 2
        )
        figures.append({"kind": kind_of(unit), "unit": unit, "low": low, "high": high})
    return figures, []


def kind_of(unit: str) -> str:
    """Return the kind of figure that a unit measures."""
    kinds = {"count": "count", "%": "percent", "x": "multiple"}
    return kinds.get(unit, "duration" if unit in ("year", "month", "week", "day", "hour") else "money")


class Duckling:
    """Duckling, compiled: knows both languages."""

    def __init__(self) -> None:
        import duckling

        self.it = duckling
        self.zones = duckling.load_time_zones("/usr/share/zoneinfo")
        self.wanted = duckling.parse_dimensions(["amount-of-money", "duration", "number", "time"])

    def __call__(self, text: str, language: str, published: date | None) -> tuple[list[Row], list[Row]]:
        """Return what Duckling finds."""
        it = self.it
        noon = datetime(*(published or UNKNOWN).timetuple()[:3], 3, tzinfo=UTC)
        reference = it.parse_ref_time(self.zones, "Asia/Seoul", int(noon.timestamp()))
        locale = it.parse_locale(language.upper(), it.default_locale_lang(it.parse_lang(language.upper())))
        found = it.parse(text, it.Context(reference, locale), self.wanted, False)
        times = [row["value"] for row in found if row["dim"] == "time"]
        amounts = [row["value"] for row in found if row["dim"] != "time"]
        return [row for value in amounts for row in duckling_figure(value)], [
            row for value in times for row in duckling_date(value)
        ]


def duckling_date(value: Row) -> Iterable[Row]:
    """Return Duckling's time as first and last day."""
    grain = value.get("grain")
    if grain in ("day", "week", "month", "quarter", "year"):
        first = date.fromisoformat(value["value"][:10])
        yield {"first": first.isoformat(), "last": last_day(first, grain).isoformat()}
    elif value.get("type") == "interval" and "from" in value and "to" in value:
        last = date.fromisoformat(value["to"]["value"][:10]) - timedelta(days=1)
        yield {"first": value["from"]["value"][:10], "last": last.isoformat()}


def duckling_figure(value: Row) -> Iterable[Row]:
    """Return Duckling's amount, duration or number as a figure."""
    ends = [value["value"]] * 2 if "value" in value else [value.get(end, {}).get("value") for end in ("from", "to")]
    known = [end for end in ends if end is not None]
    given = value.get("unit") or next((value[end].get("unit") for end in ("from", "to") if end in value), "count")
    unit = {"$": "USD"}.get(given, given)
    if known:
        yield {"kind": kind_of(unit), "unit": unit, "low": known[0], "high": known[-1]}


def last_day(first: date, grain: str) -> date:
    """Return the last day of the day, week, month, quarter or year that begins on *first*."""
    days = {"day": 1, "week": 7}
    if grain in days:
        return first + timedelta(days=days[grain] - 1)
    months = {"month": 1, "quarter": 3, "year": 12}[grain]
    month = first.month - 1 + months
    return date(first.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def read_with_dateparser(text: str, language: str, published: date | None) -> tuple[list[Row], list[Row]]:
    """Return what dateparser finds: days, in both languages."""
    from dateparser.search import search_dates

    base = datetime(*(published or UNKNOWN).timetuple()[:3])  # noqa: DTZ001  the tool wants it without a zone
    found = search_dates(text, languages=[language], settings={"RELATIVE_BASE": base}) or []
    days = [moment.date().isoformat() for _, moment in found]
    return [], [{"first": day, "last": day} for day in days]


def rivals() -> dict[str, Reader]:
    """Return the tools by name."""
    return {"quantulum3": read_with_quantulum, "Duckling": Duckling(), "dateparser": read_with_dateparser}
