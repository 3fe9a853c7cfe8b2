"""The branch that is served, written by one or by many at once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import branch
import pytest
from branch import (
    BranchError,
    contents_of,
    fetch_tip,
    files_at,
    open_repository,
    previews_in,
    publish,
    store_blobs,
    with_main,
    with_preview,
    without_previews,
)

from tests.host_double import git, make_remote, served_file, tree

SITE = {"index.html": b"<head></head>home", "en/index.html": b"<head></head>en"}


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """Return an empty remote."""
    return make_remote(tmp_path / "remote.git")


def put(remote: Path, folder: Path, contents: dict[str, bytes], number: int = 0) -> bool:
    """Publish *contents* as main's site, or as the preview of *number*, the way the publisher does."""
    folder.mkdir()
    repository = open_repository(folder, remote.as_uri())
    blobs = store_blobs(repository, contents)
    if number:
        return publish(repository, lambda files: with_preview(files, blobs, number), f"preview {number}")
    return publish(repository, lambda files: with_main(files, blobs), "main")


def test_main_replaces_its_old_pages_and_keeps_previews(remote: Path, tmp_path: Path) -> None:
    """A page that main no longer has goes; previews and the custom domain stay."""
    assert put(remote, tmp_path / "1", {**SITE, "old.html": b"old", "CNAME": b"example.org"})
    assert put(remote, tmp_path / "2", SITE, number=7)
    assert put(remote, tmp_path / "3", {**SITE, "new.html": b"new"})
    assert tree(remote) == [
        "CNAME",
        "en/index.html",
        "index.html",
        "new.html",
        "previews/pr-7/en/index.html",
        "previews/pr-7/index.html",
    ]
    assert git(remote, "rev-list", "--count", "gh-pages") == "3"


def test_the_same_site_again_makes_no_commit(remote: Path, tmp_path: Path) -> None:
    """Publishing what is there already changes nothing."""
    assert put(remote, tmp_path / "1", SITE, number=7)
    before = git(remote, "rev-parse", "gh-pages")
    assert not put(remote, tmp_path / "2", SITE, number=7)
    assert git(remote, "rev-parse", "gh-pages") == before


def test_a_preview_is_replaced_whole(remote: Path, tmp_path: Path) -> None:
    """A page that the newer commit no longer has is gone from the preview; others' previews are untouched."""
    put(remote, tmp_path / "1", {**SITE, "old.html": b"old"}, number=7)
    put(remote, tmp_path / "2", SITE, number=70)
    put(remote, tmp_path / "3", {"index.html": b"newer"}, number=7)
    assert tree(remote) == ["previews/pr-7/index.html", "previews/pr-70/en/index.html", "previews/pr-70/index.html"]
    assert served_file(remote, "previews/pr-7/index.html") == b"newer"


def test_dropping_one_preview_leaves_its_namesake() -> None:
    """Preview 7 goes without 70, and dropping none changes nothing."""
    files = {"previews/pr-7/a.html": "1", "previews/pr-70/a.html": "2", "index.html": "3", "previews/readme.txt": "4"}
    assert previews_in(files) == {7, 70}
    assert sorted(without_previews(files, frozenset({7}))) == [
        "index.html",
        "previews/pr-70/a.html",
        "previews/readme.txt",
    ]
    assert without_previews(files, frozenset()) == files


def test_every_file_is_a_plain_blob(remote: Path, tmp_path: Path) -> None:
    """Whatever stood on the branch, the next commit holds plain files only."""
    work = tmp_path / "work"
    git(tmp_path, "init", "--quiet", "--initial-branch=gh-pages", "work")
    (work / "tool.html").write_text("x")
    (work / "tool.html").chmod(0o755)
    (work / "previews" / "pr-7").mkdir(parents=True)
    (work / "previews" / "pr-7" / "link.html").symlink_to("../../../../etc/passwd")
    git(work, "add", ".")
    git(work, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "by hand")
    git(work, "push", "--quiet", remote.as_uri(), "gh-pages")
    put(remote, tmp_path / "1", SITE)
    modes = {row.split()[0] for row in git(remote, "ls-tree", "-r", "gh-pages").splitlines()}
    assert modes == {"100644"}


def test_attributes_on_the_branch_change_nothing(remote: Path, tmp_path: Path) -> None:
    """Line ends and filters that a committed attributes file asks for are not applied."""
    put(
        remote,
        tmp_path / "1",
        {".gitattributes": b"* text eol=crlf filter=evil\n", "index.html": b"a\r\nb\n"},
        number=7,
    )
    assert served_file(remote, "previews/pr-7/index.html") == b"a\r\nb\n"


def test_contents_are_read_back(remote: Path, tmp_path: Path) -> None:
    """What stands on the branch is read back byte for byte, empty files and line breaks included."""
    contents = {"index.html": b"one\n\ntwo", "empty.txt": b"", "zero.png": b"\0\n\0"}
    put(remote, tmp_path / "1", contents)
    (tmp_path / "2").mkdir()
    repository = open_repository(tmp_path / "2", remote.as_uri())
    files = files_at(repository, fetch_tip(repository))
    assert dict(zip(files, contents_of(repository, list(files.values())), strict=True)) == contents


def test_six_publishers_at_once_all_arrive(remote: Path, tmp_path: Path) -> None:
    """Six previews published at the same moment are all there afterwards, on one straight line of commits."""
    put(remote, tmp_path / "main", SITE)
    script = (
        "import sys; from pathlib import Path; from tests.test_branch import SITE, put\n"
        "put(Path(sys.argv[1]), Path(sys.argv[2]), {**SITE, 'n.txt': sys.argv[3].encode()}, number=int(sys.argv[3]))"
    )
    root = Path(__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": f"{root}:{root / '.github/scripts'}"}
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(remote), str(tmp_path / f"p{number}"), str(number)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for number in range(1, 7)
    ]
    said = [run.communicate(timeout=60)[0] for run in runs]
    assert [run.returncode for run in runs] == [0] * 6, said
    assert [served_file(remote, f"previews/pr-{number}/n.txt") for number in range(1, 7)] == [
        b"1",
        b"2",
        b"3",
        b"4",
        b"5",
        b"6",
    ]
    assert git(remote, "rev-list", "--count", "gh-pages") == "7"
    assert not git(remote, "rev-list", "--merges", "gh-pages")
    assert any("somebody else was faster" in words for words in said)


def test_a_lost_race_is_run_again_from_the_new_tip(
    remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who comes second rebuilds on what the first one pushed: nothing of either is lost."""
    put(remote, tmp_path / "main", SITE)
    plain = branch.push
    rivals = iter([8])

    def push_late(repository: branch.Repository, new: str) -> bool:
        for rival in rivals:  # once: a rival arrives between our fetch and our push
            thread = threading.Thread(target=put, args=(remote, tmp_path / "rival", SITE, rival))
            monkeypatch.setattr(branch, "push", plain)
            thread.start()
            thread.join()
        return plain(repository, new)

    monkeypatch.setattr(branch, "push", push_late)
    monkeypatch.setattr(branch, "PAUSE", 0)
    assert put(remote, tmp_path / "ours", SITE, number=9)
    assert "somebody else was faster (try 1 of 8)" in capsys.readouterr().out
    assert previews_in(dict.fromkeys(tree(remote), "")) == {8, 9}


def test_the_first_commit_of_the_branch_can_lose_too(
    remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two publishers that both found no branch yet end with both previews on it."""
    plain = branch.push

    def push_late(repository: branch.Repository, new: str) -> bool:
        monkeypatch.setattr(branch, "push", plain)
        put(remote, tmp_path / "rival", SITE, 8)
        return plain(repository, new)

    monkeypatch.setattr(branch, "push", push_late)
    monkeypatch.setattr(branch, "PAUSE", 0)
    assert put(remote, tmp_path / "ours", SITE, number=9)
    assert previews_in(dict.fromkeys(tree(remote), "")) == {8, 9}


def test_a_refused_push_is_an_error_at_once(
    remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A rule of the host that forbids the push is reported, not fought."""
    hook = remote / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'protected branch' >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(BranchError, match="push refused"):
        put(remote, tmp_path / "1", SITE)
    assert "again" not in capsys.readouterr().out
    assert tree(remote) == []


def test_a_race_lost_for_ever_ends(remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the last try the publisher gives up with an error."""
    monkeypatch.setattr(branch, "push", lambda repository, new: False)
    monkeypatch.setattr(branch, "PAUSE", 0)
    with pytest.raises(BranchError, match="lost the race 8 times"):
        put(remote, tmp_path / "1", SITE)


def test_a_remote_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A wrong address is an error with git's words, and is not retried."""
    with pytest.raises(BranchError, match="ls-remote"):
        put(tmp_path / "nowhere.git", tmp_path / "1", SITE)


def test_nobodys_configuration_is_used(remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of the account that runs the publisher, such as hooks, do not reach its git."""
    (tmp_path / "hooks").mkdir()
    evil = tmp_path / "hooks" / "pre-push"
    evil.write_text("#!/bin/sh\nexit 1\n")
    evil.chmod(0o755)
    (tmp_path / ".gitconfig").write_text(f"[core]\n\thooksPath = {tmp_path / 'hooks'}\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert put(remote, tmp_path / "1", SITE)


def test_the_token_stays_off_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other programs on the machine can read command lines; the token is handed over in the environment."""
    seen = {}

    def spy(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        seen.update(command=command, **options)
        return subprocess.CompletedProcess(command, 0, b"", b"")

    monkeypatch.setattr(subprocess, "run", spy)
    branch.Repository(tmp_path, "https://example.org/a/b", "secret").git("push")
    assert "secret" not in " ".join(seen["command"])
    assert seen["env"]["GIT_CONFIG_VALUE_0"].startswith("Authorization: basic ")
