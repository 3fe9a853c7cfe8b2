"""The schemas that editors use are those of the reader, and the seeds fit them."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.claims.schemas import SHAPES, schema_text

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "generator" / "claims" / "schema"


@pytest.mark.parametrize("kind", SHAPES)
def test_the_kept_schema_is_current(kind: str, update: bool) -> None:
    """The schema on disk is what the shapes give."""
    path = KEPT / f"{kind}.json"
    if update:
        path.write_text(schema_text(kind), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == schema_text(kind)


@pytest.mark.parametrize("kind", SHAPES)
def test_the_seeds_fit_the_schema(kind: str) -> None:
    """Every file of ours is valid by the schema that editors check it with."""
    import json

    paths = sorted(ROOT.glob(SHAPES[kind][1]))
    assert paths
    for path in paths:
        values = yaml.load(path.read_text(encoding="utf-8"), Loader=_Plain)
        jsonschema.Draft202012Validator(json.loads(schema_text(kind))).validate(values)


class _Plain(yaml.SafeLoader):
    """YAML as editors read it, with dates left as text."""


_Plain.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for letter, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_a_misspelt_key_does_not_fit() -> None:
    """The schema refuses what the reader refuses."""
    import json

    schema = json.loads(schema_text("article"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate({"language": "en", "title": "A", "pubished": "2031"})


def test_a_bare_number_is_a_text() -> None:
    """What an editor takes for a number, the reader takes for the text that was written."""
    import json

    fact = {"id": "a", "what": {"en": 2029, "ko": 2029}, "briefings": ["b"], "said": []}
    answer = {"value": {"en": 300, "ko": "300명"}, "origin": "kt", "cite": "@a, ¶1"}
    jsonschema.Draft202012Validator(json.loads(schema_text("facts"))).validate([{**fact, "said": [answer]}])
