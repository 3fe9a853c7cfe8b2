"""The audit: what a browser would find wrong with a page."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.site.audit import audit
from generator.site.browser import EXTENSIONS

GOOD = "# One { #top }\n\n[two](two.md#p1) [out](https://example.org/)\n"
TWO = "# Two\n\nWords.\n{ #p1 }\n"


def found(text: str) -> list[str]:
    """Return the codes and messages of the findings on *text*, which stands beside a good second page."""
    pages = {"en/one.md": text.encode(), "en/two.md": TWO.encode()}
    return [f"{finding.rule.code} {finding.message}" for finding in audit(pages)]


def test_a_good_page_passes() -> None:
    """One h1, links to pages, fragments and other sites, and code that shows markup."""
    assert found(GOOD + "\n`{fact}` `[@a, ¶1]` `**`\n") == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        pytest.param("No heading.", "B510 page has 0 first-level headings", id="no-h1"),
        pytest.param("# A\n\n# B\n", "B510 page has 2 first-level headings", id="two-h1"),
        pytest.param("# A\n\n[x](three.md)\n", 'B511 no page "en/three.md"', id="no-page"),
        pytest.param("# A\n\n[x](two.md#p9)\n", 'B511 "en/two.md" has no "p9"', id="no-fragment"),
        pytest.param("# A\n\n[x](#p9)\n", 'B511 "en/one.md" has no "p9"', id="no-fragment-here"),
        pytest.param(
            '# A\n\n<button popovertarget="n1">1</button>\n',
            'B511 a button opens "n1", which is not on the page',
            id="no-note",
        ),
        pytest.param("# A\n\nWorth {joint-sum}.\n", 'B512 "{joint-sum}" stands on the page as words', id="reference"),
        pytest.param("# A\n\nSo. [@a, ¶1]\n", 'B512 "[@a, ¶1]" stands on the page as words', id="citation"),
        pytest.param("# A\n\nWords { #p1 } more\n", 'B512 "{ #p1 }" stands on the page as words', id="attributes"),
        pytest.param("# A\n\n** bold**\n", 'B512 "**" stands on the page as words', id="emphasis"),
        pytest.param(
            "# A { #x }\n\nWords.\n{ #x }\n", 'B513 two things on the page are called "x"', id="repeated-address"
        ),
    ],
)
def test_each_fault_is_found(text: str, finding: str) -> None:
    """Each fault is reported with its own words."""
    assert finding in found(text)


def test_findings_name_their_place() -> None:
    """A finding points at the link in the page's source."""
    findings = audit({"en/one.md": b"# A\n\nSee [x](three.md).\n"})
    assert [(finding.span.path, finding.span.first, finding.span.text) for finding in findings] == [
        ("docs/en/one.md", (3, 9), "three.md")
    ]


def test_only_some_pages() -> None:
    """Pages that are not audited still are what links lead to."""
    pages = {"en/one.md": GOOD.encode(), "en/two.md": TWO.encode(), "en/bad.md": b"No heading."}
    assert audit(pages, {"en/one.md"}) == ()


def test_the_builder_reads_the_same_markdown() -> None:
    """The audit renders with the extensions that the builders' configuration turns on."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node))
    text = (Path(__file__).parents[1] / "mkdocs.base.yml").read_text(encoding="utf-8")
    listed = yaml.load(text, Loader=Loader)["markdown_extensions"]
    assert tuple(name if isinstance(name, str) else next(iter(name)) for name in listed) == EXTENSIONS
