"""What changed between two states of the seeds, claim by claim."""

from __future__ import annotations

from pathlib import Path

from generator.changes import Change, find_changes, render_changes
from tests.seeds_maker import make_site

STORY = "## The story\n\n{}\n"
FIRST = "Haenam Shipping pays 2.4 trillion won. [@times-2031-05-04, ¶1] It buys ships. [@times-2031-05-04, ¶1] {#deal}"


def changes(folder: Path, before: str, after: str) -> list[Change]:
    """Return what changes when the story goes from *before* to *after*."""
    old = make_site(folder / "old", {"briefings/ferry/en.md": STORY.format(before)})
    new = make_site(folder / "new", {"briefings/ferry/en.md": STORY.format(after)})
    return list(find_changes(old, new))


def test_an_altered_figure_is_told_by_value(tmp_path: Path) -> None:
    """The change names the value that went and the one that came."""
    found = changes(tmp_path, FIRST, FIRST.replace("2.4", "2.6"))
    assert [(change.kind, change.where) for change in found] == [("altered", "ferry/en #deal")]
    assert found[0].values == ("− KRW 2,400,000,000,000", "+ KRW 2,600,000,000,000")


def test_another_citation_is_a_change(tmp_path: Path) -> None:
    """The same words resting on another paragraph are told as cited anew."""
    found = changes(
        tmp_path,
        FIRST,
        FIRST.replace("It buys ships. [@times-2031-05-04, ¶1]", "It buys ships. [@ilbo-2031-05-05, ¶1]"),
    )
    assert [(change.kind, change.before, change.after) for change in found] == [
        ("cited anew", "@times-2031-05-04, ¶1", "@ilbo-2031-05-05, ¶1")
    ]


def test_sentences_come_and_go(tmp_path: Path) -> None:
    """A new sentence is added, a missing one removed, and order alone is no change."""
    one, two = "Ships are bought. [@times-2031-05-04, ¶1]", "Park Sun-a spoke. [@times-2031-05-04, ¶2]"
    assert changes(tmp_path / "a", f"{one} {two} {{#x}}", f"{two} {one} {{#x}}") == []
    found = changes(tmp_path / "b", f"{one} {{#x}}", f"{two} {{#x}}")
    assert [change.kind for change in found] == ["added", "removed"]


def test_the_report_cannot_be_made_to_act() -> None:
    """Words from the seeds stand in code spans, on one line, without back-ticks."""
    report = render_changes([Change("added", "x/en #y", "", "see `@team` <img>\n# big", ())])
    assert report == "**1 claim changed**\n\n- added, `x/en #y`: `see '@team' <img> # big`\n"
    assert render_changes([]) == "No claim of the site changed.\n"
