"""JSON texts read with care: keys that stand twice, and, only for texts with a fault, where each value stands."""

from __future__ import annotations

import json
import re
from json import decoder

Path = tuple[str | int, ...]
"""Keys and indexes that lead from the top to a value."""

# The standard library's own scanner of quoted texts; its stubs leave it out.
_scan_text = decoder.scanstring  # type: ignore[attr-defined]
_BLANK = re.compile(r"[ \t\r\n]*")
_SCALAR = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity")


def find_positions(text: str) -> dict[Path, tuple[int, int]]:
    """Return start and end of each value of the JSON *text*, by its path.

    Raises ValueError when *text* is not JSON.

    >>> find_positions('{"a": [1, "b"]}')[("a", 1)]
    (10, 13)
    """
    json.loads(text)
    found: dict[Path, tuple[int, int]] = {}
    _scan(text, _skip(text, 0), (), found)
    return found


def read_json(text: str) -> tuple[object, list[str]]:
    """Return the tree of the JSON *text*, and the keys that stand twice in one object, in order.

    Raises ValueError when *text* is not JSON.

    >>> read_json('{"a": 1, "a": 2}')
    ({'a': 2}, ['a'])
    """
    twice: list[str] = []

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        fields = dict(items)
        if len(fields) < len(items):
            keys = [key for key, _ in items]
            twice.extend(key for key in fields if keys.count(key) > 1)
        return fields

    return json.loads(text, object_pairs_hook=pairs), twice


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _scan(text: str, at: int, path: Path, found: dict[Path, tuple[int, int]]) -> int:
    """Note the value at *at* and what is in it; return the offset after it."""
    if text[at] == '"':
        end: int = _scan_text(text, at + 1)[1]
    elif text[at] in "{[":
        end = _scan_inside(text, at, path, found)
    else:
        scalar = _SCALAR.match(text, at)
        end = scalar.end() if scalar else at + 1
    found[path] = (at, end)
    return end


def _scan_inside(text: str, at: int, path: Path, found: dict[Path, tuple[int, int]]) -> int:
    close = "}" if text[at] == "{" else "]"
    index = 0
    at = _skip(text, at + 1)
    while text[at] != close:
        key: str | int = index
        if close == "}":
            key, at = _scan_text(text, at + 1)
            at = _skip(text, _skip(text, at) + 1)
        at = _skip(text, _scan(text, at, (*path, key), found))
        if text[at] == ",":
            at = _skip(text, at + 1)
        index += 1
    return at + 1
