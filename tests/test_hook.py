"""The hook for commits: what is staged is checked, whatever lies in the folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.seeds_maker import make_seeds

ROOT = Path(__file__).parents[1]
EVENTS = """\
- id: order
  when: null
  what: {en: Haenam orders seven ferries., ko: 해남이 여객선 7척을 주문한다.}
  status: happened
  briefings: [ferry]
  cite: "@times-2031-05-04, ¶1; @ilbo-2031-05-05, ¶1"
"""
UNSOUND = EVENTS.replace("seven", "nine")


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git in *folder* with the hook on."""
    settings = ["user.name=a", "user.email=a@example.org", f"core.hooksPath={ROOT / '.github' / 'hooks'}"]
    words = [word for setting in settings for word in ("-c", setting)]
    return subprocess.run(["git", *words, *arguments], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Return a repository with sound seeds, the command, and nothing committed."""
    command = tmp_path / ".venv" / "bin" / "briefing"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"\n')
    command.chmod(0o755)
    make_seeds(tmp_path, {"ledger/events.yaml": EVENTS})
    git(tmp_path, "init", "--quiet")
    return tmp_path


@pytest.mark.parametrize(
    ("staged", "in_folder", "stops"),
    [
        pytest.param(EVENTS, EVENTS, False, id="sound"),
        pytest.param(UNSOUND, EVENTS, True, id="unsound-and-mended-in-the-folder-only"),
        pytest.param(EVENTS, UNSOUND, False, id="sound-and-broken-in-the-folder-only"),
    ],
)
def test_what_is_staged_is_checked(work: Path, staged: str, in_folder: str, stops: bool) -> None:
    """A commit is stopped by what it would commit, with the place as the writer knows it."""
    events = work / "seeds" / "ledger" / "events.yaml"
    events.write_text(staged)
    git(work, "add", "seeds")
    events.write_text(in_folder)
    done = git(work, "commit", "--quiet", "-m", "events")
    assert (done.returncode == 1) == stops, done.stdout + done.stderr
    assert ("seeds/ledger/events.yaml:3:28: error[B301]" in done.stdout + done.stderr) == stops


def test_a_staged_original_stops_a_commit(work: Path) -> None:
    """An original that would become public is told, wherever the folder of the check lies."""
    (work / "seeds" / "originals").mkdir()
    (work / "seeds" / "originals" / "page.txt").write_text("private")
    git(work, "add", "--force", "seeds")
    done = git(work, "commit", "--quiet", "-m", "original")
    assert done.returncode == 1
    assert "seeds/originals/page.txt" in done.stdout + done.stderr
    assert "[B124]" in done.stdout + done.stderr
