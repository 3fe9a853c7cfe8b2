"""SVG as pictures share it: one drawing that is right on a phone, on a wide screen, in light, in dark and on paper.

A drawing has no view box. Places along a line are percentages and all else is in pixels, so that it takes any width
and its text keeps its size. One file serves light and dark: opened as ``picture.svg#only-dark``, the fragment makes the
root its own target and the dark colours hold (the fragments are those by which the theme shows one image or the other).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal

from lxml import etree

NAMESPACE = "http://www.w3.org/2000/svg"
NARROW = Decimal(280)
"""Width in pixels, on the narrowest phone (320), for which texts are measured."""
DARK = "only-dark"

_COLOURS = {
    "light": "--ink:#1b1d21;--second:#555b66;--line:#dedbd3;--mark:#0b4a6f;--tint:#d9e5ec;--paper:#fbfaf7;"
    "--ground:none",
    "dark": "--ink:#e8e6e1;--second:#a7adb8;--line:#2d3238;--mark:#7cc4ee;--tint:#1d3442;--paper:#14171a;"
    "--ground:var(--paper)",
}
_FONTS = {
    "en": 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans","Helvetica Neue",Arial,sans-serif',
    "ko": '"Pretendard","Apple SD Gothic Neo","Noto Sans KR","Noto Sans CJK KR","Malgun Gothic",system-ui,sans-serif',
}
_RULES = (
    "text{fill:var(--ink);font-size:14px;font-variant-numeric:tabular-nums lining-nums}"
    ".ground{fill:var(--ground)}.second{fill:var(--second)}.strong{font-weight:700}.small{font-size:12px}.tiny{font-size:11px}"
    ".halo{stroke:var(--paper);stroke-width:4px;stroke-linejoin:round;paint-order:stroke}"
    ".line{stroke:var(--line);stroke-width:1}.firm{stroke:var(--second)}"
    ".end{stroke:var(--mark);stroke-width:1.5;stroke-dasharray:2 3}.ending{fill:var(--mark)}"
    # Status, never by colour alone: filled, outlined, struck through.
    ".happened{fill:var(--mark);stroke:var(--mark);stroke-width:1.5}"
    ".planned{fill:var(--tint);stroke:var(--mark);stroke-width:1.5}"
    ".superseded{fill:var(--paper);stroke:var(--second);stroke-width:1.5}"
    ".struck{fill:var(--second);text-decoration:line-through}"
)
# Widths in ems, a little more than the usual system fonts have, so that texts never meet.
_NARROW_LETTERS = frozenset("iljtfrI.,:;'’()[]|·- ")
_WIDE_LETTERS = frozenset("mwMW%@—")

Attributes = Mapping[str, object]


class Drawing:
    """A picture being drawn from top to bottom."""

    def __init__(self, language: str, title: str, description: str) -> None:
        self.language = language
        self.root = etree.Element("svg", nsmap={None: NAMESPACE})
        self.height = Decimal(0)
        """How far down the drawing reaches, in pixels."""
        self.root.set("id", DARK)
        self.root.set("role", "img")
        self.root.set("lang", language)
        self.root.set("aria-labelledby", "title desc")
        self.add("title", {"id": "title"}, title)
        self.add("desc", {"id": "desc"}, description)
        style = (
            f":root{{{_COLOURS['light']}}}:root:target{{{_COLOURS['dark']}}}"
            f"text{{font-family:{_FONTS.get(language, _FONTS['en'])}}}{_RULES}"
        )
        self.add("style", {}, style)
        self.add("rect", {"class": "ground", "width": "100%", "height": "100%"})

    def add(self, tag: str, attributes: Attributes, text: str = "") -> None:
        """Add an element below what has been drawn before. Numbers are pixels; percentages come as texts."""
        element = etree.SubElement(self.root, tag)
        for name, value in attributes.items():
            element.set(name, number(value) if isinstance(value, Decimal) else str(value))
        element.text = text or None

    def text(self, words: str, x: object, y: object, **attributes: object) -> None:
        """Add one line of text; *kind* is its class, *anchor* which end of it stands at *x*, *dx* a step in pixels."""
        names = {"kind": "class", "anchor": "text-anchor"}
        given = {names.get(name, name): value for name, value in attributes.items() if value}
        self.add("text", {"x": x, "y": y, **given}, words)

    def svg(self) -> bytes:
        """Return the drawing as a file: the same bytes whenever it is drawn from the same facts."""
        self.root.set("width", "100%")
        self.root.set("height", number(self.height))
        return bytes(etree.tostring(self.root, encoding="utf-8", xml_declaration=False)) + b"\n"


def number(value: Decimal) -> str:
    """Return *value* with two decimals at most.

    >>> number(Decimal("12.500")), number(Decimal(40))
    ('12.5', '40')
    """
    rounded = value.quantize(Decimal("0.01")).normalize()
    return f"{rounded:f}"


def percent(value: Decimal) -> str:
    """Return a share of the whole as a percentage.

    >>> percent(Decimal(1) / 3)
    '33.33%'
    """
    return f"{number(value * 100)}%"


def text_width(text: str, size: int) -> Decimal:
    """Return about how wide *text* is set at *size* pixels, rather too much than too little.

    >>> text_width("일본", 10), text_width("il", 10)
    (Decimal('19.60'), Decimal('7.20'))
    """
    return sum((_ems(letter) for letter in text), Decimal(0)) * size


def _ems(letter: str) -> Decimal:
    if unicodedata.east_asian_width(letter) in "WF":
        return Decimal("0.98")
    if letter in _NARROW_LETTERS:
        return Decimal("0.36")
    if letter in _WIDE_LETTERS:
        return Decimal("0.92")
    return Decimal("0.66") if letter.isupper() or letter in "&$" else Decimal("0.58")


def wrapped(text: str, room: Decimal, size: int) -> tuple[str, ...]:
    """Return *text* in lines that fit into *room* pixels, broken at blanks only.

    >>> wrapped("one two three", Decimal(60), 10)
    ('one two', 'three')
    """
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines)


def draw_legend(drawing: Drawing, entries: Iterable[tuple[str, str]], y: Decimal, radius: int = 5) -> Decimal:
    """Draw what each mark means, as (status, word), from *y* on; return where the legend ends.

    Marks have rounded corners of *radius* pixels: they look like those of the picture.
    """
    x = Decimal(1)
    for status, word in entries:
        width = text_width(word, 12) + 20
        if x > 1 and x + width > NARROW:
            x, y = Decimal(1), y + 18
        draw_mark(drawing, status, (x, y), radius)
        drawing.text(word, x + 17, y + 10, kind="small second")
        x += width + 16
    return y + 16


def draw_mark(drawing: Drawing, status: str, corner: tuple[Decimal, Decimal], radius: int) -> None:
    """Draw the small mark of a status with its left upper *corner* there."""
    x, y = corner
    drawing.add("rect", {"class": status, "x": x + 1, "y": y + 1, "width": 10, "height": 10, "rx": radius})
    if status == "superseded":
        drawing.add("line", {"class": "line firm", "x1": x - 1, "x2": x + 13, "y1": y + 6, "y2": y + 6})
