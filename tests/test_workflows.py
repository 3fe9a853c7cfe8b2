"""The workflows: their shape is held, their linters are run, and their very shell is played with stand-ins."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from archive import write_archive

from tests.conftest import BIN
from tests.host_double import FORK, HOME, HostDouble, make_remote, pull_request, running, served_file, tree
from tests.test_publisher import finished
from tests.workflow_double import ROOT, WORKFLOWS, Runner, read_workflow

NAMES = sorted(path.name for path in WORKFLOWS.glob("*.yml"))
JOBS = [(name, job) for name in NAMES for job in read_workflow(name)["jobs"]]
STEPS = [(name, job, step) for name, job in JOBS for step in read_workflow(name)["jobs"][job]["steps"]]
RUNS = [(name, job, step["run"]) for name, job, step in STEPS if "run" in step]
USES = [(name, step) for name, _, step in STEPS if "uses" in step]

TRIGGERS = {
    "ci.yml": {"push", "pull_request"},
    "freshness.yml": {"schedule", "workflow_dispatch"},
    "pr-closed.yml": {"pull_request"},
    "publish.yml": {"workflow_run", "schedule", "workflow_dispatch"},
}
RIGHTS = {
    ("ci.yml", "test"): {"contents": "read"},
    ("ci.yml", "site"): {"contents": "read"},
    ("freshness.yml", "read"): {"contents": "read"},
    ("freshness.yml", "tell"): {"contents": "read", "issues": "write"},
    ("pr-closed.yml", "closed"): {},
    ("publish.yml", "plan"): {"contents": "read", "pull-requests": "read"},
    ("publish.yml", "check"): {"contents": "read", "actions": "read"},
    ("publish.yml", "store"): {"contents": "write", "pull-requests": "read"},
    ("publish.yml", "live"): {"contents": "read", "pages": "write"},
    ("publish.yml", "comment"): {"contents": "read", "pull-requests": "write"},
}
ACTIONS = {"actions/checkout", "actions/setup-python", "actions/upload-artifact", "actions/download-artifact"}


def test_the_triggers_are_these() -> None:
    """Nothing runs on pull_request_target; what has rights is woken by finished runs, the clock or a person."""
    assert {name: set(read_workflow(name)[True]) for name in NAMES} == TRIGGERS


def test_the_rights_are_these() -> None:
    """Each job has exactly the rights listed here, at most one of them to write."""
    found = {(name, job): read_workflow(name)["jobs"][job]["permissions"] for name, job in JOBS}
    assert found == RIGHTS
    assert all(list(rights.values()).count("write") <= 1 for rights in found.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_starts_without_rights(name: str) -> None:
    """No right is given to a whole workflow, every job ends in time, and nothing with rights is cancelled midway."""
    workflow = read_workflow(name)
    assert workflow["permissions"] == {}
    assert all(1 <= job["timeout-minutes"] <= 40 for job in workflow["jobs"].values())
    assert workflow["concurrency"]["cancel-in-progress"] in (False, "${{ github.event_name == 'pull_request' }}")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_secret_is_read(name: str) -> None:
    """No secret, no variable of the repository (empty for forks), no token but the run's own."""
    text = (WORKFLOWS / name).read_text(encoding="utf-8")
    assert not re.search(r"\b(secrets|vars)\.", text)
    assert "allow-unsafe" not in text


def test_actions_are_the_hosts_own_and_pinned() -> None:
    """Four actions, each at one commit, with the version in a comment."""
    pins: dict[str, set[str]] = {}
    for name in NAMES:
        for line in (WORKFLOWS / name).read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                found = re.search(r"uses: (actions/[a-z-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)$", line)
                assert found, line
                pins.setdefault(found[1], set()).add(found[2])
    assert set(pins) == ACTIONS
    assert all(len(versions) == 1 for versions in pins.values())


def test_checkouts_leave_no_credentials_and_take_no_strangers_code() -> None:
    """A checkout keeps no token, and never names another commit than the one the host chose."""
    checkouts = [step for _, step in USES if step["uses"].startswith("actions/checkout@")]
    assert checkouts
    for step in checkouts:
        assert step["with"]["persist-credentials"] is False
        assert set(step["with"]) <= {"persist-credentials", "sparse-checkout", "fetch-depth"}


def test_no_expression_stands_in_shell() -> None:
    """What a stranger can write reaches the shell through the environment only."""
    assert RUNS
    assert [run for _, _, run in RUNS if "${{" in run] == []


def test_ci_runs_what_a_person_runs() -> None:
    """CI calls the commands of the Makefile, and nothing else builds or tests."""
    commands = {run.strip().splitlines()[-1].strip() for name, _, run in RUNS if name == "ci.yml"}
    changes = '.venv/bin/briefing changes --since HEAD^1 | tee site/claims.txt >> "$GITHUB_STEP_SUMMARY"'
    assert commands == {"make test", "make check", "make patch", 'make site SITE_URL="$address"', changes}


def test_who_may_write_installs_nothing() -> None:
    """A job with a right to write runs one script of ours, which needs the standard library only."""
    writers = {key for key, rights in RIGHTS.items() if "write" in rights.values()}
    for name, job, run in RUNS:
        if (name, job) in writers:
            assert re.fullmatch(r"python3 \.github/scripts/(publish|freshness)\.py [a-z]+", run.strip())
    script = (
        "import sys; sys.path.insert(0, '.github/scripts'); import publish, archive, branch, host, plan, differences"
    )
    subprocess.run([str(BIN / "python"), "-I", "-S", "-c", script], cwd=ROOT, check=True)


def test_publish_listens_to_the_workflows_that_exist() -> None:
    """The names that wake the publisher are those of the two workflows, and their files are those it believes."""
    woken = read_workflow("publish.yml")[True]["workflow_run"]["workflows"]
    assert woken == [read_workflow("ci.yml")["name"], read_workflow("pr-closed.yml")["name"]]


def test_shell_is_well_formed() -> None:
    """Every run block is a shell script that parses."""
    for _, _, run in RUNS:
        subprocess.run(["bash", "-n"], input=run, text=True, check=True)


# ---------------------------------------------------------------------------------------------------------- linters


def test_zizmor_finds_nothing() -> None:
    """The security linter is silent at its strictest, but for the one finding that is answered in place."""
    command = [str(BIN / "zizmor"), "--offline", "--strict-collection", "--persona=auditor", "--no-progress", ".github"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout
    ignored = [
        line for name in NAMES for line in (WORKFLOWS / name).read_text().splitlines() if "zizmor: ignore" in line
    ]
    assert len(ignored) == 1


SCHEMAS = [
    pytest.param("vendor.github-workflows", [f".github/workflows/{name}" for name in NAMES], id="workflows"),
    pytest.param("vendor.dependabot", [".github/dependabot.yml"], id="dependabot"),
    pytest.param("vendor.github-issue-forms", [".github/ISSUE_TEMPLATE/error.yml"], id="issue-form"),
    pytest.param("vendor.github-issue-config", [".github/ISSUE_TEMPLATE/config.yml"], id="issue-config"),
]


@pytest.mark.parametrize(("schema", "paths"), SCHEMAS)
def test_schema(schema: str, paths: list[str]) -> None:
    """The host's files have the form that the host publishes for them."""
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", schema, *paths]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_error_form_takes_what_a_page_fills_in() -> None:
    """The link "report an error" on a page fills in fields that the form has."""
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "error.yml").read_text("utf-8"))
    fields = {part["id"] for part in form["body"] if "id" in part}
    assert fields == {"page", "passage", "wrong", "source"}
    code = "".join(path.read_text("utf-8") for path in sorted((ROOT / "generator" / "site").glob("*.py")))
    filled = {
        name for link in re.findall(r"template=error\.yml([^\"]*)", code) for name in re.findall(r"&(\w+)=", link)
    }
    assert filled
    assert filled <= fields | {"title"}


# ------------------------------------------------------------------------------------------------ the shell, played

ADDRESSES = [
    pytest.param("Owner", "Repo", "", "https://owner.github.io/Repo/", id="main"),
    pytest.param("Owner", "Repo", "7", "https://owner.github.io/Repo/previews/pr-7/", id="preview"),
    pytest.param("Owner", "owner.github.io", "", "https://owner.github.io/", id="own-page"),
    pytest.param("Owner", "owner.github.io", "7", "https://owner.github.io/previews/pr-7/", id="own-page-preview"),
]


@pytest.mark.parametrize(("owner", "repository", "number", "address"), ADDRESSES)
def test_ci_builds_for_the_right_address(
    tmp_path: Path, owner: str, repository: str, number: str, address: str
) -> None:
    """The site knows where it will stand: canonical addresses, the page for missing pages and the sitemap need it."""
    stand_in = tmp_path / "make"
    stand_in.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    stand_in.chmod(0o755)
    run = next(run for name, job, run in RUNS if (name, job) == ("ci.yml", "site"))
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    environment |= {"OWNER": owner, "REPOSITORY": repository, "NUMBER": number}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", run], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["site", f"SITE_URL={address}"]


@pytest.fixture
def double(tmp_path: Path) -> Iterator[HostDouble]:
    """Return a running stand-in of the host with an empty repository."""
    with running(HostDouble(make_remote(tmp_path / "server" / "owner" / "repo"))) as running_double:
        yield running_double


class Life:
    """Plays events one after the other against the same stand-in."""

    def __init__(self, double: HostDouble, folder: Path) -> None:
        self.double, self.folder, self.turn = double, folder, 0

    def play(self, name: str, event: dict[str, Any], site: dict[str, bytes] | Path | None = None) -> dict[str, str]:
        """Run publish.yml for *event* and return the result of each job; *site* is what CI built."""
        self.turn += 1
        folder = self.folder / f"turn-{self.turn}"
        folder.mkdir()
        (folder / "event.json").write_text(json.dumps(event))
        archive = folder / "site.zip"
        if isinstance(site, Path):
            archive = site
        elif site is not None:
            write_archive(archive, site)
        environment = {
            "GITHUB_API_URL": self.double.address,
            "GITHUB_SERVER_URL": (self.folder / "server").as_uri(),
            "GITHUB_REPOSITORY": "owner/repo",
            "GITHUB_EVENT_NAME": name,
            "GITHUB_EVENT_PATH": str(folder / "event.json"),
            "PAUSE": "0",
        }
        artifacts = {"site": archive} if site is not None else {}
        self.runner = Runner(folder, {"github.token": ""}, environment, artifacts)
        return self.runner.play(read_workflow("publish.yml"))

    def ci(self, number: int, sha: str, site: dict[str, bytes] | Path, **other: Any) -> dict[str, str]:
        """Play the end of a CI run for pull request *number*."""
        event = finished(**{"head_sha": sha, "head_branch": f"change-{number}", **other})
        return self.play("workflow_run", event, site)

    def comments(self, number: int) -> list[str]:
        """Return the comments on a pull request."""
        return [comment["body"] for comment in self.double.comments.get(number, [])]


def site_of(words: str) -> dict[str, bytes]:
    """Return a tiny site that says *words*."""
    page = f"<html><head><title>x</title></head>{words}</html>".encode()
    return {"index.html": b"<html><head></head>home</html>", "en/index.html": page, "404.html": b"<head></head>"}


WENT = {"plan": "success", "check": "success", "store": "success", "live": "success", "comment": "success"}


def test_the_life_of_three_previews(double: HostDouble, tmp_path: Path) -> None:
    """Main and three previews are published, one is updated, one refused, a fork reported, and the closed ones go."""
    life = Life(double, tmp_path)
    one, two, three, four = ("1" * 40, "2" * 40, "3" * 40, "4" * 40)
    assert (
        life.play("workflow_run", finished(event="push", head_branch="main", head_sha="0" * 40), site_of("main"))
        == WENT
    )

    double.pulls = {number: pull_request(number, sha) for number, sha in ((7, one), (8, two), (9, three))}
    double.pulls[10] = pull_request(10, four, repo=FORK, ref="main")
    assert life.ci(7, one, site_of("seven")) == WENT
    assert life.ci(8, two, site_of("main")) == WENT
    claims = b"**1 claim changed**\n\n- altered, `a/en #b`: `one` -> `@two`\n"
    assert life.ci(9, three, {**site_of("nine"), "en/new.html": b"new", "claims.txt": claims}) == WENT
    assert f"{double.address}/site/previews/pr-7/" in life.comments(7)[0]
    assert "3 pages: 0 new, 1 changed, 0 gone." in life.comments(7)[0]
    assert "none differs" in life.comments(8)[0]
    assert "- new: `en/new.html`" in life.comments(9)[0]
    assert "- `altered, a/en #b: one -> @two`" in life.comments(9)[0]

    double.pulls[8] = pull_request(8, "5" * 40)
    assert life.ci(8, two, site_of("late"))["store"] == "skipped", "an older run is not published"
    assert life.ci(8, "5" * 40, site_of("eight again")) == WENT
    assert len(life.comments(8)) == 1
    assert b"eight again" in (served_file(double.remote, "previews/pr-8/en/index.html") or b"")

    before = tree(double.remote)
    wicked = tmp_path / "wicked.zip"
    with zipfile.ZipFile(wicked, "w") as file:
        file.writestr("index.html", "x")
        link = zipfile.ZipInfo("en/index.html")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
    double.pulls[9] = pull_request(9, "6" * 40)
    refused = life.ci(9, "6" * 40, wicked)
    assert refused == {
        "plan": "success",
        "check": "failure",
        "store": "skipped",
        "live": "skipped",
        "comment": "success",
    }
    assert "**refused**" in life.comments(9)[0]
    forked = life.ci(10, four, site_of("fork"), head_repository=FORK, head_branch="main")
    assert (forked["check"], forked["store"], forked["live"]) == ("success", "skipped", "skipped")
    assert "from forks get no address" in life.comments(10)[0]
    assert "previews/" not in life.comments(10)[0]
    assert tree(double.remote) == before

    double.pulls[7]["state"] = "closed"
    closed = finished(path=".github/workflows/pr-closed.yml", head_branch="change-7")
    assert life.play("workflow_run", closed)["store"] == "success"
    assert "removed" in life.comments(7)[0]
    double.pulls[8]["state"] = "closed"
    assert life.play("schedule", {})["store"] == "success"
    assert tree(double.remote) == [
        ".nojekyll",
        "404.html",
        "build.txt",
        "en/index.html",
        "index.html",
        "previews/pr-9/404.html",
        "previews/pr-9/build.txt",
        "previews/pr-9/en/index.html",
        "previews/pr-9/en/new.html",
        "previews/pr-9/index.html",
    ]


def test_a_failed_run_wakes_nothing(double: HostDouble, tmp_path: Path) -> None:
    """After a failed CI run no job but the plan runs."""
    life = Life(double, tmp_path)
    double.pulls = {7: pull_request(7, "1" * 40)}
    results = life.ci(7, "1" * 40, site_of("x"), conclusion="failure")
    assert results == {
        "plan": "success",
        "check": "skipped",
        "store": "skipped",
        "live": "skipped",
        "comment": "skipped",
    }


def test_a_silent_host_publishes_nothing(double: HostDouble, tmp_path: Path) -> None:
    """When the host does not say whose commit it is, the plan fails and nothing else runs."""
    life = Life(double, tmp_path)
    results = life.play("workflow_run", finished(path=".github/workflows/ci.yml", head_repository=HOME), site_of("x"))
    assert results["plan"] == "success"
    double.failing = {"pulls"}
    results = life.play("workflow_run", finished(), site_of("x"))
    assert (results["plan"], results["store"]) == ("failure", "skipped")
    assert tree(double.remote) == []
