"""Words of ours made safe to stand in Markdown, and the small pieces of markup that pages share."""

from __future__ import annotations

import html
import re
from functools import lru_cache

# What Python-Markdown takes a backslash before, and might otherwise read as markup, wherever it stands in a line.
_INLINE = re.compile(r"([\\`*_{}\[\]])")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
# Raw HTML in prose: a "<" that could open a tag, a comment or a declaration.
_TAG = re.compile(r"<(?=[A-Za-z/!?])")


@lru_cache(maxsize=4096)
def markdown(text: str) -> str:
    r"""Return *text*, which is data, so that Markdown prints exactly its words, on one line.

    >>> markdown("R&D *plans* <b> | a_b")
    'R&amp;D \\*plans\\* &lt;b&gt; &#124; a\\_b'
    """
    words = " ".join(text.split())
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    words = _INLINE.sub(r"\\\1", words).replace("|", "&#124;")
    words = _NUMBERED.sub(r"\1\\\2", words)
    return re.sub(r"^([#+:-])", r"\\\1", words)


def prose(text: str) -> str:
    """Return *text*, Markdown of the curator, with its emphasis and links but without HTML and attribute lists.

    >>> prose("a *clear* <script> {x}")
    'a *clear* &lt;script> &#123;x&#125;'
    """
    return _TAG.sub("&lt;", text).replace("{", "&#123;").replace("}", "&#125;").replace("\n", " ")


def plain(text: str) -> str:
    """Return *text* for an attribute: quotes, brackets and ampersands as entities, on one line."""
    return html.escape(" ".join(text.split()), quote=True)


def quoted(text: str) -> str:
    r"""Return *text* as a double-quoted YAML string.

    >>> quoted('A "title": one')
    '"A \\"title\\": one"'
    """
    words = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{words}"'


def foreign(markup: str, language: str, page: str) -> str:
    """Return *markup*, wrapped with its language when that is not the page's."""
    return markup if language == page or not language else f'<span lang="{language}">{markup}</span>'


def script_of(text: str) -> str:
    """Return the language whose letters *text* is written in: "ko" as soon as there is a Korean syllable, else "en"."""
    return "ko" if any("가" <= letter <= "힣" for letter in text) else "en"


# A last word that holds no markup can be kept on one line with what follows it.
_LAST_WORD = re.compile(r"[^\s<>()*_`\[\]]+\Z")


def with_last_word(text: str, markup: str) -> str:
    """Return *text* followed by *markup*, which never goes to a line of its own.

    >>> with_last_word("It is due.", "<sup>1</sup>")
    'It is <span class="end">due.<sup>1</sup></span>'
    """
    match = _LAST_WORD.search(text)
    if match is None:
        return f"{text}{markup}"
    return f'{text[: match.start()]}<span class="end">{match[0]}{markup}</span>'


def joined(parts: list[str], comma: str, last: str) -> str:
    """Return *parts* as an enumeration.

    >>> joined(["a", "b", "c"], ", ", " and ")
    'a, b and c'
    """
    return last.join([comma.join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def sentence_case(text: str) -> str:
    """Return *text* with its first letter raised; Korean is unchanged."""
    return text[:1].upper() + text[1:]
