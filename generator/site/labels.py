"""Every word of the interface, in each language, read from ``labels.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

LABELS_PATH = Path(__file__).with_name("labels.yaml")


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language."""

    language: str
    words: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the words under *key* with its values put in.

        Raises KeyError when the label, or a value it names, is missing: a slip of ours, never of a curator.

        >>> Labels("en", {"as-of": "as of {date}"})("as-of", date="2024")
        'as of 2024'
        """
        return self.words[key].format_map(values) if values else self.words[key]

    def count(self, key: str, number: int, **values: object) -> str:
        """Return the words under *key* in the number that fits *number*, which stands for ``{n}``."""
        return self(f"{key}.one" if number == 1 else f"{key}.other", n=number, **values)

    def has(self, key: str) -> bool:
        """Return whether there is a label under *key*."""
        return key in self.words


def read_labels(language: str) -> Labels:
    """Return the labels of *language*. Raises KeyError when one is missing in it."""
    return Labels(language, {str(key): str(words[language]) for key, words in _read_table().items()})


@lru_cache(maxsize=1)  # every language and every stage of a build asks for the same file
def _read_table() -> Mapping[str, Mapping[str, object]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: Mapping[str, Mapping[str, object]] = yaml.load(LABELS_PATH.read_text(encoding="utf-8"), Loader=loader)
    return table
