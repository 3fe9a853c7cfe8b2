"""Words made safe for Markdown: whatever stands in a record is printed as it stands there."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.site.browser import EXTENSIONS
from generator.site.filters import foreign, joined, markdown, plain, prose, quoted, script_of, sentence_case


class Words(HTMLParser):
    """Collects the words and the tags of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(text: str) -> tuple[str, list[str]]:
    """Return the words and tags that a browser finds in *text*, rendered as Markdown."""
    words = Words()
    words.feed(Markdown(extensions=list(EXTENSIONS)).convert(text))
    words.close()
    return " ".join(words.text.split()), words.tags


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("a *b* _c_ `d` **e**", id="emphasis"),
        pytest.param("[a](b) ![c](d) [@x, ¶1]", id="links"),
        pytest.param("<b>bold</b> & e& &amp; &lt;", id="html"),
        pytest.param("# not a heading", id="heading"),
        pytest.param("- not a bullet", id="bullet"),
        pytest.param("1. not a list", id="number"),
        pytest.param("2.4 trillion won", id="decimal"),
        pytest.param("> not a quotation", id="quotation"),
        pytest.param("{ #id .class } {fact}", id="attributes"),
        pytest.param("a | b | c", id="table"),
        pytest.param("back\\slash \\* ", id="backslash"),
        pytest.param("약 2조4000억원(20~30%)", id="korean"),
    ],
)
def test_data_is_printed_as_it_stands(words: str) -> None:
    """Markup characters in data come out as characters, in a paragraph of its own."""
    assert read(markdown(words)) == (" ".join(words.split()), ["p"])


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=60))
def test_no_data_makes_markup(words: str) -> None:
    """No text whatever brings a tag onto a page beyond the paragraph it stands in."""
    _, tags = read(f"A. {markdown(words)}")
    assert tags == ["p"]


def test_prose_keeps_emphasis_and_loses_tags() -> None:
    """A curator's emphasis and links work; HTML and attribute lists are words."""
    words, tags = read(prose("A *clear* [link](b.md) <img src=x> {.big}"))
    assert words == "A clear link <img src=x> {.big}"
    assert tags == ["p", "em", "a"]


def test_attributes_and_yaml() -> None:
    """Quotes cannot end an attribute or a YAML string."""
    assert plain('a "b" <c>') == "a &quot;b&quot; &lt;c&gt;"
    assert quoted('a: "b" \\') == '"a: \\"b\\" \\\\"'


def test_languages_are_marked_only_where_they_differ() -> None:
    """A name in the page's own language carries no mark."""
    assert foreign("김영섭", "ko", "en") == '<span lang="ko">김영섭</span>'
    assert foreign("김영섭", "ko", "ko") == "김영섭"
    assert (script_of("SK텔레콤"), script_of("GPT-4o")) == ("ko", "en")


def test_enumerations_and_capitals() -> None:
    """One part stands alone, two are joined by the last glue, and only the first letter is raised."""
    assert [joined(parts, ", ", " and ") for parts in (["a"], ["a", "b"])] == ["a", "a and b"]
    assert sentence_case("the fourth of May") == "The fourth of May"
