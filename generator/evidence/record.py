"""A tree of JSON values -> evidence, every fault of it with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from generator.evidence.fingerprint import read_hashes
from generator.evidence.positions import Path
from generator.language.figures_loose import LOOSE_UNITS
from generator.language.strangers import MOST_WORDS
from generator.model import (
    Bound,
    DateSpan,
    Evidence,
    Figure,
    FigureKind,
    Fingerprint,
    Found,
    Made,
    Mention,
    Original,
    Paragraph,
    Precision,
    Published,
    Quotation,
)

_Value = TypeVar("_Value")
_LABELS = ("title", "heading", "body", "caption", "meta", "other")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_LOCATOR = re.compile(r"title|(?:heading|caption) [1-9]\d*|¶[1-9]\d*")
SOUGHT = ("strangers", "numbers")
"""Fields of a paragraph that older evidence has not; the field "sought" of newer says which stand for all of them."""
_UNITS = ("count", "%", "x", "year", "month", "week", "day", "hour")


class Faults:
    """The faults found so far in one tree. The only thing in the package that collects by being told."""

    def __init__(self) -> None:
        self.found: list[tuple[Path, str]] = []

    def add(self, path: Path, message: str) -> None:
        """Keep one fault of the value at *path*."""
        self.found.append((path, message))


class Reader:
    """One object of the tree: its fields are taken by name and type, and what is left over is a fault."""

    def __init__(self, value: object, path: Path, faults: Faults) -> None:
        self._path = path
        self._faults = faults
        if not isinstance(value, dict):
            faults.add(path, f"{_name(path)} is {_kind(value)}, not an object")
        self._fields: dict[str, Any] = dict(value) if isinstance(value, dict) else {}
        self._is_object = isinstance(value, dict)

    def take(self, key: str, types: type | tuple[type, ...], default: _Value) -> Any | _Value:
        """Return the field *key* if it is one of *types*; else note the fault and return *default*."""
        if key not in self._fields:
            if self._is_object:
                self._faults.add(self._path, f"{_name(self._path)} has no field {key!r}")
            return default
        value = self._fields.pop(key)
        allowed = types if isinstance(types, tuple) else (types,)
        if not isinstance(value, allowed) or (isinstance(value, bool) and bool not in allowed):
            words = f"{key} is {_kind(value)}, not {' or '.join(_TYPE_NAMES[each] for each in allowed)}"
            self._faults.add((*self._path, key), words)
            return default
        return value

    def may_take(self, key: str, types: type, default: _Value) -> Any | _Value:
        """Return the field *key* as ``take`` does, or *default* when there is none."""
        return self.take(key, types, default) if key in self._fields else default

    def parse(self, key: str, read: Callable[[str], _Value], default: _Value) -> _Value:
        """Return what *read* makes of the text field *key*; a ValueError of it is a fault."""
        text = self.take(key, str, None)
        if text is None:
            return default
        try:
            return read(text)
        except ValueError:
            self._faults.add((*self._path, key), f"{key} {text!r} is not as the format has it")
            return default

    def many(self, key: str, read: Callable[[Reader], _Value]) -> tuple[_Value, ...]:
        """Return what *read* makes of each object in the list field *key*."""
        rows: list[Any] = self.take(key, list, [])
        return tuple(read_object(row, (*self._path, key, index), self._faults, read) for index, row in enumerate(rows))

    def may_many(
        self, key: str, read: Callable[[Reader], _Value], default: tuple[_Value, ...] | None
    ) -> tuple[_Value, ...] | None:
        """Return what *read* makes of each object in the list field *key*, or *default* when there is none."""
        return self.many(key, read) if key in self._fields else default

    def one(self, key: str, read: Callable[[Reader], _Value]) -> _Value:
        """Return what *read* makes of the object field *key*."""
        return read_object(self.take(key, dict, {}), (*self._path, key), self._faults, read)

    def may_one(self, key: str, read: Callable[[Reader], _Value]) -> _Value | None:
        """Return what *read* makes of the object field *key*, or None where it is null."""
        value = self.take(key, (dict, type(None)), None)
        return None if value is None else read_object(value, (*self._path, key), self._faults, read)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts in the field *key*."""
        rows: list[Any] = self.take(key, list, [])
        for index, row in enumerate(rows):
            if not isinstance(row, str):
                self._faults.add((*self._path, key, index), f"an entry of {key} is {_kind(row)}, not a text")
        return tuple(row for row in rows if isinstance(row, str))

    def may_texts(self, key: str, default: tuple[str, ...] | None) -> tuple[str, ...] | None:
        """Return the list of texts in the field *key*, or *default* when there is none."""
        return self.texts(key) if key in self._fields else default

    def fault(self, key: str, message: str) -> None:
        """Note a fault of the field *key*."""
        self._faults.add((*self._path, key), message)

    def close(self) -> None:
        """Note what nobody took."""
        for key in self._fields:
            self._faults.add((*self._path, key), f"{_name(self._path)} has an unknown field {key!r}")


_TYPE_NAMES = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


def read_object(value: object, path: Path, faults: Faults, read: Callable[[Reader], _Value]) -> _Value:
    """Return what *read* makes of the object *value*, unknown fields being noted as faults."""
    reader = Reader(value, path, faults)
    result = read(reader)
    reader.close()
    return result


def read_tree(reader: Reader) -> Evidence:
    """Return the evidence in the top object. It is of use only when no fault was noted."""
    reader.take("format", str, "")
    sought = _sought(reader)
    return Evidence(
        article=reader.take("article", str, ""),
        language=_choice(reader, "language", ("en", "ko")),
        original=reader.one("original", _original),
        found=reader.one("found", _found),
        lines=_lines(reader),
        paragraphs=_unique_locators(reader, reader.many("paragraphs", partial(_paragraph, sought=sought))),
        made=reader.one("made", lambda each: Made(each.take("extractor", str, ""), each.take("tables", str, ""))),
        fingerprint=reader.one(
            "fingerprint",
            lambda each: Fingerprint(each.take("scheme", str, ""), each.parse("hashes", read_hashes, frozenset())),
        ),
        quotations=reader.many("quotations", _quotation),
    )


def _original(reader: Reader) -> Original:
    return Original(reader.take("name", str, ""), reader.take("sha256", str, ""), reader.take("media_type", str, ""))


def _found(reader: Reader) -> Found:
    return Found(
        title=reader.take("title", (str, type(None)), None),
        publisher=reader.take("publisher", (str, type(None)), None),
        published=reader.may_one("published", _published),
        authors=reader.texts("authors"),
        editors=reader.texts("editors"),
    )


def _published(reader: Reader) -> Published:
    first = reader.parse("first", date.fromisoformat, date.min)
    last = reader.parse("last", date.fromisoformat, date.max)
    if first > last:
        reader.fault("last", f"the last day {last} is before the first, {first}")
    return Published(first, last, _choice(reader, "basis", ("text", "caption", "metadata")))


def _lines(reader: Reader) -> dict[int, str] | None:
    rows = reader.take("lines", (dict, type(None)), None)
    if rows is None:
        return None
    for number, label in rows.items():
        if not number.isdigit() or label not in _LABELS:
            reader.fault("lines", f"line {number!r} is labelled {label!r}")
            return {}
    return {int(number): label for number, label in rows.items()}


def _sought(reader: Reader) -> tuple[str, ...]:
    keys = reader.may_texts("sought", ()) or ()
    for key in keys:
        if key not in SOUGHT:
            reader.fault("sought", f"sought is {key!r}, not one of {', '.join(SOUGHT)}")
    return keys


def _paragraph(reader: Reader, sought: Collection[str]) -> Paragraph:
    """Return a paragraph. Where a field was *sought* in all of them, one without it holds none."""
    line = reader.take("line", (int, type(None)), None)
    strangers = reader.may_texts("strangers", () if "strangers" in sought else None)
    if any(len(name.split()) > MOST_WORDS for name in strangers or ()):
        reader.fault("strangers", f"a name has more than {MOST_WORDS} words")
    return Paragraph(
        locator=reader.parse("locator", _locator, ""),
        kind=_choice(reader, "kind", _LABELS[:4]),
        line=line,
        words=reader.take("words", int, 0),
        briefings=reader.texts("briefings"),
        figures=reader.many("figures", _figure),
        dates=reader.many("dates", _date),
        mentions=reader.many("mentions", _mention),
        digest=reader.take("digest", str, ""),
        strangers=strangers,
        numbers=reader.may_many("numbers", _number, () if "numbers" in sought else None),
    )


def _number(reader: Reader) -> Figure:
    """Return a number that is no figure; its unit is a measure."""
    return _quantity(reader, lambda unit: unit in LOOSE_UNITS)


def _figure(reader: Reader) -> Figure:
    return _quantity(reader, lambda unit: unit in _UNITS or re.fullmatch("[A-Z]{3}", unit) is not None)


def _quantity(reader: Reader, is_unit: Callable[[str], bool]) -> Figure:
    low, high = _bound_value(reader, "low"), _bound_value(reader, "high")
    bound = reader.may_take("bound", str, None)
    if bound is not None and bound not in tuple(Bound):
        reader.fault("bound", f"bound is {bound!r}, not one of {', '.join(Bound)}")
        bound = None
    is_vague = reader.may_take("vague", bool, default=False)
    if (
        is_vague != (low is None)
        or (low is None) != (high is None)
        or (low is not None and high is not None and low > high)
    ):
        reader.fault("low", "low and high are not the bounds of a figure")
    unit = reader.take("unit", str, "")
    if not is_unit(unit):
        reader.fault("unit", f"unit {unit!r} is none of the format's")
    return Figure(
        text=reader.take("text", str, ""),
        start=reader.take("start", int, 0),
        kind=FigureKind(_choice(reader, "kind", tuple(FigureKind))),
        low=low,
        high=high,
        unit=unit,
        approx=reader.take("approx", bool, default=False),
        bound=Bound(bound) if bound else None,
    )


def _bound_value(reader: Reader, key: str) -> Decimal | None:
    text = reader.take(key, (str, type(None)), None)
    if text is None or _NUMBER.fullmatch(text):
        return None if text is None else Decimal(text)
    reader.fault(key, f"{key} {text!r} is not a decimal number")
    return None


def _date(reader: Reader) -> DateSpan:
    days = {key: reader.take(key, (str, type(None)), None) for key in ("first", "last")}
    spans: dict[str, date | None] = {}
    for key, text in days.items():
        try:
            spans[key] = date.fromisoformat(text) if text else None
        except ValueError:
            reader.fault(key, f"{key} {text!r} is not a day")
            spans[key] = None
    first, last = spans["first"], spans["last"]
    if (first is None) != (last is None) or (first and last and first > last):
        reader.fault("last", "first and last are not the days of a span")
    return DateSpan(
        text=reader.take("text", str, ""),
        start=reader.take("start", int, 0),
        first=first,
        last=last,
        precision=Precision(_choice(reader, "precision", tuple(Precision))),
        edtf=reader.take("edtf", str, ""),
    )


def _mention(reader: Reader) -> Mention:
    return Mention(
        reader.take("text", str, ""),
        reader.take("start", int, 0),
        reader.take("entity", str, ""),
        reader.may_take("via", str, None),
    )


def _quotation(reader: Reader) -> Quotation:
    return Quotation(
        reader.parse("locator", _locator, ""),
        reader.take("digest", str, ""),
        reader.take("by", (str, type(None)), None),
    )


def _choice(reader: Reader, key: str, allowed: Iterable[str]) -> str:
    values = tuple(str(each) for each in allowed)
    text = reader.take(key, str, values[0])
    if text in values:
        return str(text)
    reader.fault(key, f"{key} is {text!r}, not one of {', '.join(values)}")
    return values[0]


def _locator(text: str) -> str:
    if not _LOCATOR.fullmatch(text):
        raise ValueError(text)
    return text


def _unique_locators(reader: Reader, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    seen: set[str] = set()
    for paragraph in paragraphs:
        if paragraph.locator in seen:
            reader.fault("paragraphs", f"two paragraphs are at {paragraph.locator!r}")
        seen.add(paragraph.locator)
    return paragraphs


def _kind(value: object) -> str:
    return _TYPE_NAMES.get(type(value), "a number")


def _name(path: Path) -> str:
    named = [str(step) for step in path if isinstance(step, str)]
    return f"an entry of {named[-1]}" if path and isinstance(path[-1], int) else named[-1] if named else "the file"
