"""Plans past due are told in one issue, and a closed dossier is silent."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from freshness import MARK, keep_issue, read_due
from host import Host

from tests.conftest import ROOT
from tests.host_double import HostDouble, make_remote, running
from tests.seeds_maker import SITE, make_site

EVENTS = """\
- id: first-ship
  when: 2032-Q2
  what: {en: The first ship is due in the second quarter of 2032., ko: 첫 배는 2032년 2분기에 나온다.}
  status: planned
  briefings: [ferry]
  cite: "@times-2031-05-04, ¶2"
- id: order
  when: 2031-05-04
  what: {en: Haenam Shipping ordered seven ferries., ko: 해남해운이 여객선 7척을 주문했다.}
  status: happened
  briefings: [ferry]
  cite: "@times-2031-05-04, ¶1"
"""


def due(folder: Path, state: str, today: date) -> list[str]:
    """Return what the invented dossier finds past due on *today*."""
    site = make_site(folder, {"site.yaml": f"{SITE}dossier: {state}\n", "ledger/events.yaml": EVENTS})
    return list(read_due(site, today))


@pytest.mark.parametrize(
    ("state", "today", "expected"),
    [
        pytest.param("open", date(2032, 7, 1), ["`first-ship`, due by 2032-06-30"], id="past"),
        pytest.param("open", date(2032, 6, 30), [], id="last-day"),
        pytest.param("closed", date(2040, 1, 1), [], id="closed"),
    ],
)
def test_due(tmp_path: Path, state: str, today: date, expected: list[str]) -> None:
    """A plan is past due on the day after its last day, and only in an open dossier."""
    found = due(tmp_path, state, today)
    assert [line[2:].split(":")[0] for line in found] == expected


@pytest.fixture
def double(tmp_path: Path) -> Iterator[HostDouble]:
    """Return a running stand-in of the host."""
    with running(HostDouble(make_remote(tmp_path / "remote.git"))) as running_double:
        yield running_double


def test_there_is_one_issue(double: HostDouble) -> None:
    """The issue is opened once, follows what is due, and is closed when nothing is; others' issues are left alone."""
    host = Host(double.address, "owner/repo", "token")
    double.issues = [{"number": 1, "state": "open", "user": {"login": "stranger"}, "body": "Plans past due"}]
    said = [keep_issue(host, due) for due in ("", "- a", "- a", "- a\n- b", "")]
    assert said == ["nothing due", "opened", "unchanged", "changed", "closed"]
    assert [issue["state"] for issue in double.issues] == ["open", "closed"]
    assert double.issues[1]["body"].startswith(MARK)


def test_the_shipped_dossier_is_read(tmp_path: Path) -> None:
    """The first step runs on the seeds of the repository and hands on its answer."""
    output = tmp_path / "output"
    command = [sys.executable, ".github/scripts/freshness.py", "read"]
    environment = {**os.environ, "GITHUB_OUTPUT": str(output)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert output.read_text().startswith("due<<")
