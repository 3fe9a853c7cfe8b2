"""Labels: every word of the interface in every language, and used."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from generator.site.labels import LABELS_PATH, Labels, read_labels

SITE = Path(__file__).parents[1] / "generator" / "site"
TABLE = yaml.safe_load(LABELS_PATH.read_text(encoding="utf-8"))


def test_every_label_in_both_languages() -> None:
    """Each label has an English and a Korean text that name the same values."""
    for key, words in TABLE.items():
        assert set(words) == {"en", "ko"}, key
        values = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in words.values()]
        assert values[0] == values[1] or key.endswith((".one", ".other")), key


def test_korean_labels_are_korean() -> None:
    """A Korean label has Korean letters, but for what is punctuation or a name of the language itself."""
    for key, words in TABLE.items():
        text = re.sub(r"\{\w+\}", "", words["ko"])
        assert not re.search(r"[A-Za-z]", text) or re.search(r"[가-힣]", text), key


def test_a_missing_value_is_our_mistake() -> None:
    """A label asked for without a value that it names, or that is not there, raises."""
    labels = Labels("en", {"as-of": "as of {date}"})
    with pytest.raises(KeyError):
        labels("as-of", day="x")
    with pytest.raises(KeyError):
        labels("nowhere")


def test_numbers() -> None:
    """English tells one from many, Korean does not."""
    assert [read_labels("en").count("articles", n) for n in (1, 2)] == ["1 article", "2 articles"]
    assert [read_labels("ko").count("articles", n) for n in (1, 2)] == ["기사 1건", "기사 2건"]


def test_every_label_is_used() -> None:
    """No label stands unused: each key is written out somewhere, or made from a prefix that is."""
    places = [*SITE.glob("*.py"), *SITE.glob("templates/*.j2"), SITE.parent / "cli.py"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in places)
    prefixes = tuple(set(re.findall(r"""f["']([a-z]+-)\{""", code)))
    written = set(re.findall(r"""["']([a-z-]+[0-9]?)["']""", code))
    keys = {key.removesuffix(".one").removesuffix(".other") for key in TABLE}
    unused = sorted(key for key in keys - written if not key.startswith(prefixes))
    assert unused == []
