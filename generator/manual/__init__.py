"""The rules' manual in each language: in English it stands beside the code of each rule, in others in a file here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from generator.finding import Rule

_PARTS = ("Why", "Bad", "Good")


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule says of itself, in one language."""

    what: str
    """What is wrong, in one sentence without its full stop."""
    why: str
    bad: str
    good: str


def manual_of(rule: Rule, language: str) -> Manual:
    r"""Return the manual page of *rule* in *language*. Raises KeyError where that language has none.

    >>> from generator.finding import Severity
    >>> manual_of(Rule("B000", Severity.NOTE, "A thing.\n\nWhy: so\nit is.\nBad: x\nGood: y"), "en").why
    'so it is.'
    """
    if language != "en":
        return Manual(**_read_manual(language)[rule.code])
    parts = dict.fromkeys(_PARTS, "")
    current = ""
    for line in rule.manual.strip().splitlines()[1:]:
        name, colon, rest = line.partition(":")
        if colon and name in parts:
            current, line = name, rest
        if current:
            parts[current] = f"{parts[current]} {line.strip()}".strip()
    return Manual(rule.title, *(parts[name] for name in _PARTS))


def languages() -> tuple[str, ...]:
    """Return the languages that have a manual, English first."""
    return ("en", *sorted(path.stem for path in Path(__file__).parent.glob("*.yaml")))


@lru_cache(maxsize=4)  # a page asks for it once a rule
def _read_manual(language: str) -> Mapping[str, Mapping[str, str]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path = Path(__file__).with_name(f"{language}.yaml")
    table: Mapping[str, Mapping[str, str]] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return table
