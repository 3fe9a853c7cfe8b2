"""What the publisher decides, reports and says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from archive import write_archive
from differences import claims_told, compare
from host import Host, HostError
from plan import Plan, plan
from publish import closed_previews, comment_text, put_comment, served, store, wait_until_served, with_noindex

from tests.host_double import FORK, HOME, HostDouble, make_remote, pull_request, running, served_file, tree

SHA = "a" * 40
OTHER = "b" * 40


@pytest.fixture
def double(tmp_path: Path) -> Iterator[HostDouble]:
    """Return a running stand-in of the host with an empty repository."""
    with running(HostDouble(make_remote(tmp_path / "owner" / "repo"))) as running_double:
        yield running_double


@pytest.fixture
def host(double: HostDouble) -> Host:
    """Return the publisher's view of the stand-in."""
    return Host(double.address, "owner/repo", "token")


def finished(**other: Any) -> dict[str, Any]:
    """Return the event of a finished CI run of our own branch change-7, but for *other*."""
    run = {
        "id": 99,
        "path": ".github/workflows/ci.yml",
        "name": "CI",
        "event": "pull_request",
        "conclusion": "success",
        "head_sha": SHA,
        "head_branch": "change-7",
        "head_repository": HOME,
    }
    return {"repository": HOME, "workflow_run": {**run, **other}}


MAIN = {"event": "push", "head_branch": "main"}
FORKED = {"head_repository": FORK, "head_branch": "main"}
CASES = [
    pytest.param(finished(), Plan("preview", "", 7, SHA, 99), id="our-pull-request"),
    pytest.param(finished(**MAIN), Plan("main", "", 0, SHA, 99), id="main"),
    pytest.param(finished(path=".github/workflows/ci.yml@main"), Plan("preview", "", 7, SHA, 99), id="path-with-ref"),
    pytest.param(finished(**FORKED, head_sha=OTHER), Plan("fork", "", 8, OTHER, 99), id="fork"),
    pytest.param(finished(**MAIN, head_repository=FORK), Plan("none", ""), id="push-in-a-fork-to-its-main"),
    pytest.param(finished(event="push"), Plan("none", ""), id="push-to-another-branch"),
    pytest.param(finished(head_sha=OTHER), Plan("none", ""), id="commit-is-no-longer-the-head"),
    pytest.param(finished(head_branch="other"), Plan("none", ""), id="branch-without-a-pull-request"),
    pytest.param(finished(head_repository=FORK), Plan("none", ""), id="our-commit-claimed-by-a-fork"),
    pytest.param(finished(head_repository=None), Plan("none", ""), id="fork-deleted-meanwhile"),
    pytest.param(finished(head_sha="c" * 40, head_branch="change-9"), Plan("none", ""), id="onto-another-branch"),
    pytest.param(finished(head_sha="d" * 40, head_branch="change-10"), Plan("none", ""), id="closed-pull-request"),
    pytest.param(finished(conclusion="failure"), Plan("none", ""), id="failed"),
    pytest.param(finished(conclusion=None), Plan("none", ""), id="no-conclusion"),
    pytest.param(finished(**MAIN, conclusion="cancelled"), Plan("none", ""), id="main-cancelled"),
    pytest.param(finished(path=".github/workflows/evil.yml"), Plan("none", ""), id="another-workflow-named-CI"),
    pytest.param(finished(**MAIN, path="dynamic/ci.yml"), Plan("none", ""), id="another-path"),
    pytest.param(finished(event="pull_request_target"), Plan("none", ""), id="another-trigger"),
    pytest.param(finished(event="schedule", head_branch="main"), Plan("none", ""), id="ci-by-the-clock"),
    pytest.param(finished(path=".github/workflows/pr-closed.yml"), Plan("sweep", ""), id="closed"),
]


@pytest.mark.parametrize(("event", "expected"), CASES)
def test_plan(double: HostDouble, host: Host, event: dict[str, Any], expected: Plan) -> None:
    """Only main, and the head of an open pull request onto it, are published; a fork gets a report."""
    double.pulls = {
        7: pull_request(7, SHA),
        8: pull_request(8, OTHER, repo=FORK, ref="main"),
        9: pull_request(9, "c" * 40, base="old"),
        10: pull_request(10, "d" * 40, state="closed"),
        11: pull_request(11, SHA, repo=None),
    }
    made = plan("workflow_run", event, host)
    assert (made.action, made.number, made.sha, made.run) == (
        expected.action,
        expected.number,
        expected.sha,
        expected.run,
    )
    assert made.reason


@pytest.mark.parametrize(
    ("name", "action"),
    [
        pytest.param("schedule", "sweep", id="clock"),
        pytest.param("workflow_dispatch", "sweep", id="by-hand"),
        pytest.param("pull_request_target", "none", id="anything-else"),
    ],
)
def test_plan_without_a_run(host: Host, name: str, action: str) -> None:
    """The clock and a person tidy up; other events do nothing."""
    assert plan(name, {}, host).action == action


def test_no_answer_publishes_nothing(double: HostDouble, host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the list of open pull requests nothing is decided."""
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    double.failing = {"pulls"}
    with pytest.raises(HostError, match="500"):
        plan("workflow_run", finished(), host)


SITE = {"index.html": b"<!doctype html><html><head><title>x</title></head></html>", "en/a.css": b"a {}"}


def packed(folder: Path, site: dict[str, bytes]) -> Path:
    """Return an archive of *site*."""
    write_archive(folder / "checked.zip", site)
    return folder / "checked.zip"


def test_a_preview_says_what_it_is_and_is_not_to_be_found(double: HostDouble, host: Host, tmp_path: Path) -> None:
    """Pages of a preview carry noindex, main's do not; both name the commit they were built from."""
    double.pulls = {7: pull_request(7, SHA)}
    archive = packed(tmp_path, SITE)
    assert store(Plan("preview", "", 7, SHA), archive, host, double.remote.as_uri()) == (True, frozenset())
    assert store(Plan("main", "", 0, OTHER), archive, host, double.remote.as_uri()) == (True, frozenset())
    assert tree(double.remote) == [
        ".nojekyll",
        "build.txt",
        "en/a.css",
        "index.html",
        "previews/pr-7/build.txt",
        "previews/pr-7/en/a.css",
        "previews/pr-7/index.html",
    ]
    preview = served_file(double.remote, "previews/pr-7/index.html") or b""
    assert b'<head><meta name="robots" content="noindex, nofollow"><title>' in preview
    assert served_file(double.remote, "index.html") == SITE["index.html"]
    assert served_file(double.remote, "previews/pr-7/build.txt") == f"{SHA}\n".encode()
    assert served_file(double.remote, "build.txt") == f"{OTHER}\n".encode()


def test_noindex_stands_in_pages_without_a_head_too() -> None:
    """A page that hides its head from us is marked at its start; other files are left alone."""
    marked = with_noindex({"a.html": b"<p>x", "b.html": b'<HEAD lang="en">x', "c.txt": b"<head>"})
    assert marked["a.html"].startswith(b"<meta name=")
    assert marked["b.html"].startswith(b'<HEAD lang="en"><meta name=')
    assert marked["c.txt"] == b"<head>"


def test_the_commit_of_a_build_cannot_be_forged() -> None:
    """What the archive says of its own commit is overwritten."""
    assert served({"build.txt": b"forged"}, SHA)["build.txt"] == f"{SHA}\n".encode()


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(pull_request(7, OTHER), id="new-commit"),
        pytest.param(pull_request(7, SHA, state="closed"), id="closed"),
    ],
)
def test_a_pull_request_that_moved_on_is_not_stored(
    double: HostDouble, host: Host, tmp_path: Path, now: dict[str, Any]
) -> None:
    """Between the plan and the push the pull request is asked once more."""
    double.pulls = {7: now}
    stored, _ = store(Plan("preview", "", 7, SHA), packed(tmp_path, SITE), host, double.remote.as_uri())
    assert not stored
    assert tree(double.remote) == []


def test_only_a_clear_answer_drops_a_preview(double: HostDouble, host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed pull request loses its preview; one that is open, unknown or not answered for keeps it."""
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    double.pulls = {7: pull_request(7, SHA, state="closed"), 8: pull_request(8, SHA), 10: pull_request(10, SHA)}
    double.failing = {"pulls/10"}
    assert closed_previews(frozenset({7, 8, 9, 10}), host) == {7}


def test_pages_are_compared_as_readers_see_them() -> None:
    """A preview's own address is no difference; stylesheets are no pages."""
    old = {"a.html": b'<a href="https://x.org/r/b.html">', "gone.html": b"", "same.html": b"same"}
    new = {
        "a.html": b'<a href="https://x.org/r/previews/pr-7/b.html">',
        "new.html": b"",
        "same.html": b"other",
        "a.css": b"",
    }
    report = compare(new, old)
    assert (report.added, report.changed, report.removed) == (("new.html",), ("same.html",), ("gone.html",))
    assert report.lines()[0] == "3 pages: 1 new, 1 changed, 1 gone."
    assert compare(old, old).lines() == ["3 pages, none differs from the published site."]


def test_a_long_report_is_cut() -> None:
    """At most twenty pages are listed."""
    lines = compare({f"{number}.html": b"" for number in range(30)}, {}).lines()
    assert lines[-1] == "- and 10 more"
    assert len(lines) == 23


def test_claims_are_told_without_acting() -> None:
    """What a run says of its claims stands in code spans, whatever it holds: no link, mention, picture or markup."""
    wicked = [
        "- `x` @everyone [a](https://evil.example) ![b](c)",
        "- ```\t<img src=x>",
        "- \u202egnp\x1b[31m",
        "not a line of ours",
        "- ",
    ]
    assert claims_told("\n".join(wicked).encode()) == [
        "",
        "Claims, as the run of the pull request tells them:",
        "",
        "- `x @everyone [a](https://evil.example) ![b](c)`",
        "- `<img src=x>`",
        "- `gnp[31m`",
        "- `?`",
    ]
    assert claims_told(b"No claim of the site changed.\n") == []
    assert claims_told(b"- a\n" * 50)[-1] == "- and 20 more"
    assert max(map(len, claims_told(b"- " + b"x" * 9999))) < 300


DONE = {"check": "success", "store": "success", "live": "success"}
ADDRESS = "https://owner.example/repo/previews/pr-7/"


@pytest.mark.parametrize(
    ("action", "results", "words"),
    [
        pytest.param("preview", {}, f"**Preview** of `aaaaaaaaaa`: {ADDRESS}", id="served"),
        pytest.param("preview", {"live": "failure"}, "**not served yet**", id="not-served"),
        pytest.param("preview", {"store": "failure", "live": "skipped"}, "No preview of", id="not-stored"),
        pytest.param("preview", {"check": "failure", "store": "skipped"}, "**refused**", id="refused"),
        pytest.param("fork", {"store": "skipped", "live": "skipped"}, "from forks get no address", id="fork"),
        pytest.param("fork", {"check": "failure"}, "**refused**", id="fork-refused"),
    ],
)
def test_comment(action: str, results: dict[str, str], words: str) -> None:
    """The comment says what happened, and links a preview only where there is one."""
    text = comment_text(Plan(action, "", 7, SHA), {**DONE, **results}, ADDRESS, "3 pages")
    assert words in text
    assert (ADDRESS in text) == ("check" not in results and "store" not in results)


def test_there_is_one_comment(double: HostDouble, host: Host) -> None:
    """A second word replaces the first; another person's comment with our mark is left alone."""
    mark = "<!-- briefing-preview -->"
    double.comments = {7: [{"id": 1, "user": {"login": "stranger"}, "body": f"{mark} mine"}]}
    put_comment(host, 7, f"{mark}\none\n")
    put_comment(host, 7, f"{mark}\ntwo\n")
    assert [comment["body"] for comment in double.comments[7]] == [f"{mark} mine", f"{mark}\ntwo\n"]
    put_comment(host, 8, f"{mark}\nremoved\n", only_update=True)
    assert 8 not in double.comments


def test_waiting_asks_once_for_a_build(double: HostDouble, host: Host, tmp_path: Path) -> None:
    """When the host does not serve the new commit by itself, a build is asked for once, and then it is there."""
    store(Plan("main", "", 0, SHA), packed(tmp_path, SITE), host, double.remote.as_uri())
    double.is_serving = False
    assert wait_until_served(f"{double.address}/site/", SHA, host, 0)
    assert double.builds == 1


def test_waiting_for_another_commit_ends(double: HostDouble, host: Host, tmp_path: Path) -> None:
    """An older commit being served is not taken for the new one."""
    store(Plan("main", "", 0, OTHER), packed(tmp_path, SITE), host, double.remote.as_uri())
    assert not wait_until_served(f"{double.address}/site/", SHA, host, 0)
