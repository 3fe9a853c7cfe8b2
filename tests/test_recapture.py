"""The same article captured again keeps what stayed and tells what did not."""

from __future__ import annotations

from dataclasses import replace

from generator.evidence.fingerprint import paragraph_digest
from generator.evidence.recapture import compare_captures, is_same_article
from generator.model import Evidence, Fingerprint, Found, Made, Original, Paragraph


def capture(*texts: str) -> Evidence:
    """Return evidence of a title and body paragraphs; a text that starts with # is a heading."""
    rows, counts = [], {"title": 0, "heading": 0, "body": 0}
    for index, text in enumerate(texts):
        kind = "title" if index == 0 else "heading" if text.startswith("#") else "body"
        counts[kind] += 1
        locator = {"title": "title", "heading": f"heading {counts[kind]}", "body": f"¶{counts[kind]}"}[kind]
        rows.append(Paragraph(locator, kind, index + 1, 3, (), (), (), (), paragraph_digest(text)))
    found = Found(None, None, None, (), ())
    return Evidence(
        "a",
        "en",
        Original("a.txt", repr(texts), "text/plain"),
        found,
        None,
        tuple(rows),
        Made("1", ""),
        Fingerprint("", frozenset()),
    )


def printed(evidence: Evidence, publisher: str, title: str) -> Evidence:
    """Return *evidence* of a page that prints its publisher and headline."""
    return replace(evidence, found=Found(title, publisher, None, (), ()))


OLD = capture("Title", "one", "#head", "two", "three", "four")


def moves(*texts: str) -> list[str]:
    """Return what became of the paragraphs of OLD in a capture of *texts*, in words, where anything did."""
    return [move.words for move in compare_captures(OLD, capture(*texts)) if move.kind != "same"]


def test_unchanged() -> None:
    """Nothing is reported of a capture that only looks different."""
    assert moves("Title", "one", "#head", "two", "three", "four") == []
    assert moves("TITLE", "one", "#head", " two ", "three", "four") == []


def test_inserted() -> None:
    """A paragraph put in moves those after it."""
    assert moves("Title", "zero", "one", "#head", "two", "three", "four") == [
        "¶1 is now ¶2",
        "¶2 is now ¶3",
        "¶3 is now ¶4",
        "¶4 is now ¶5",
        "¶1 is new",
    ]


def test_rewritten() -> None:
    """A paragraph with other words between two that stayed is that paragraph, changed."""
    assert moves("Title", "one", "#head", "two and a half", "three", "four") == ["¶2 is changed"]


def test_removed() -> None:
    """A paragraph that is gone is said to be, and its number passes to the next."""
    assert moves("Title", "one", "#head", "three", "four") == ["¶2 is gone", "¶3 is now ¶2", "¶4 is now ¶3"]


def test_carried_elsewhere() -> None:
    """A paragraph that stands elsewhere keeps its identity."""
    assert moves("Title", "four", "one", "#head", "two", "three") == [
        "¶1 is now ¶2",
        "¶2 is now ¶3",
        "¶3 is now ¶4",
        "¶4 is now ¶1",
    ]


def test_kinds() -> None:
    """A paragraph is never taken for a heading rewritten."""
    assert moves("Title", "one", "#other", "two", "three", "four") == ["heading 1 is changed"]


def test_same_article() -> None:
    """A capture of one publisher, headline and a third of the paragraphs is of the same article, or the same file."""
    old = printed(OLD, "Harbour Times", "Title")
    again = capture("Title", "one", "two", "x", "y")
    assert is_same_article(old, printed(again, "Harbour Times", "Title"))
    assert not is_same_article(old, printed(capture("Title", "x", "y", "z"), "Harbour Times", "Title"))
    assert not is_same_article(old, printed(again, "Quay Gazette", "Title"))
    assert not is_same_article(old, printed(again, "Harbour Times", "Another"))
    assert not is_same_article(OLD, again)
    assert is_same_article(OLD, replace(capture("T", "x"), original=OLD.original))
