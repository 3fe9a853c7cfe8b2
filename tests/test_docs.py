"""The documents are true: every verb, target and package is in them, and what they show is run."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from itertools import islice
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import click
import pytest

from generator.cli import main
from generator.pipeline import RULES
from tests.conftest import BIN, ROOT

README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
VERBS = sorted(main.commands)
SHOWN_VERBS = re.findall(r"^\| `briefing ([a-z]+)", CONTRIBUTING, re.MULTILINE)
TARGETS = re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)


def run(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the program in *folder* and return what it did."""
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)


def test_every_verb_is_told_of() -> None:
    """CONTRIBUTING lists exactly the verbs that there are."""
    assert sorted(SHOWN_VERBS) == VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str) -> None:
    """--help says what a verb does, and what each of its options is for."""
    command = main.commands[verb]
    done = run(verb, "--help")
    assert done.returncode == 0
    assert len((command.help or "").split()) >= 5
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_options_shown_exist() -> None:
    """An option named in the documents is one that the program takes."""
    taken = {name for command in main.commands.values() for option in command.params for name in option.opts}
    shown = set(re.findall(r"`(?:briefing [^`]*)?(--[a-z]+)", CONTRIBUTING)) - {"--force-with-lease", "--update"}
    assert {"--seeds", "--docs", "--format", "--out", "--check"} <= shown
    assert shown - taken == set()


def test_every_rule_can_be_explained() -> None:
    """briefing explain prints the manual page of each rule, and the list without a code."""
    assert len(RULES) > 10
    listed = run("explain").stdout
    assert [rule.code for rule in RULES if rule.code not in listed] == []
    page = run("explain", RULES[0].code)
    assert page.returncode == 0
    assert RULES[0].title in page.stdout


def test_wrong_usage_is_told_apart() -> None:
    """Exit status 2 is wrong usage."""
    assert run("explain", "B999").returncode == 2
    assert run("nonsense").returncode == 2
    assert run("check", "--seeds", "nowhere").returncode == 2


def test_the_two_commands_stand_at_the_top() -> None:
    """README's first code block is the two commands, and both are targets."""
    block = re.search(r"```sh\n(.*?)```", README, re.DOTALL)
    assert block
    assert README[: block.start()].count("\n") < 5
    commands = re.findall(r"^make ([a-z]+)", block[1], re.MULTILINE)
    assert commands == ["site", "test"]
    assert set(commands) <= set(TARGETS)


def test_every_target_is_told_of() -> None:
    """CONTRIBUTING lists the targets that people use, and each of them exists."""
    shown = re.findall(r"^\| `make ([a-z]+)", CONTRIBUTING, re.MULTILINE)
    assert set(TARGETS) - set(shown) == {"clean"}
    assert set(shown) <= set(TARGETS)


@pytest.mark.parametrize("name", ["site", "test", "bench"])
def test_every_package_has_its_reason(name: str) -> None:
    """Each package asked for stands in CONTRIBUTING's table, and is locked by hash."""
    table = CONTRIBUTING.split("## Dependencies")[1].split("\n## ")[0]
    lines = (ROOT / "requirements" / f"{name}.in").read_text("utf-8").splitlines()
    packages = [re.split(r"[=< ]", line)[0] for line in lines if line and not line.startswith(("#", "-"))]
    assert packages
    assert [package for package in packages if not re.search(rf"[ ,|*]{re.escape(package)}[ ,|]", table)] == []
    lock = (ROOT / "requirements" / f"{name}.lock").read_text("utf-8")
    wanted = [package.lower().replace(".", "-") for package in packages]
    assert [package for package in wanted if not re.search(rf"^{package}==", lock, re.MULTILINE)] == []
    assert lock.count("==") >= len(packages)
    assert all("--hash=sha256:" in part for part in re.split(r"\n(?=\S)", lock.strip()))


def test_the_locks_agree() -> None:
    """A package that two sets hold has one version: the second set is installed on top of the first."""
    site = (ROOT / "requirements" / "site.lock").read_text("utf-8")
    test = (ROOT / "requirements" / "test.lock").read_text("utf-8")
    names = set(re.findall(r"^(\S+==\S+)", site, re.MULTILINE))
    assert names
    assert names <= set(re.findall(r"^(\S+==\S+)", test, re.MULTILINE))


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "seeds/README.md", ".github/SECURITY.md"]
)
def test_links_between_documents_resolve(name: str) -> None:
    """A relative link in a document points at something that is there."""
    page = ROOT / name
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
    named = re.findall(r"`((?:tests|seeds|generator|requirements|docs|\.github)/[\w./-]*\w)`", page.read_text("utf-8"))
    missing = [path for path in named if not (ROOT / path).exists() and path != "seeds/originals"]
    assert [path for path in missing if not path.startswith("seeds/originals/")] == []


def test_no_registry_is_named() -> None:
    """No committed file names the host of a package registry: where packages come from is the machine's business."""
    hosts = re.compile(
        "|".join(("py" + r"pi\.org", "python" + r"hosted\.org", r"registry\.npm" + "js", r"deb\.deb" + "ian"))
    )
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    if not tracked:
        pytest.skip("not a git checkout")
    paths = [ROOT / path for path in tracked.split("\0") if path]
    assert len(paths) > 100
    texts = ((path, path.read_bytes()) for path in paths if path.is_file())
    assert [str(path) for path, text in texts if hosts.search(text.decode("utf-8", errors="ignore"))] == []


def test_nothing_is_copied(shared: Path) -> None:
    """No run of words of an original stands in the repository."""
    command = [sys.executable, str(shared / "tools" / "copied.py"), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.stdout.strip() == ""


def test_settings_are_read() -> None:
    """pyproject.toml holds the settings of the tools, and the tests run under them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert settings["tool"]["pytest"]["strict"] is True
    assert settings["tool"]["pytest"]["empty_parameter_set_mark"] == "fail_at_collect"


# ---------------------------------------------------------------------------------------- what CONTRIBUTING shows, run


def test_the_shipped_dossier_is_clean() -> None:
    """briefing check finds no error in the repository as it stands."""
    checked = run("check")
    assert checked.returncode == 0, checked.stdout[:2000]


@pytest.mark.skipif(os.environ.get("GITHUB_EVENT_NAME") == "pull_request", reason="handed over as a patch instead")
def test_the_committed_pages_are_current() -> None:
    """docs/ is what the seeds give."""
    current = run("build", "--check")
    assert current.returncode == 0, current.stderr[:2000]


def test_adding_an_article_as_told(tmp_path: Path) -> None:
    """The steps of "Add an article": ingest gives evidence and a draft record, read shows citations, build a page."""
    seeds = tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds", seeds, ignore=shutil.ignore_patterns("originals"))
    (seeds / "originals").mkdir()
    original = seeds / "originals" / "harbour.txt"
    original.write_text(
        "KT opens a harbour office\n\nMay 4, 2025\n\n"
        "KT will put 2.4 trillion won into a harbour office with Microsoft over seven years, it said on Monday.\n\n"
        "The office is due to open in the second quarter of 2026 with about 300 people, according to the port.\n",
        encoding="utf-8",
    )
    done = run("ingest", "seeds/originals/harbour.txt", folder=tmp_path)
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
    evidence = [
        path for path in sorted((seeds / "evidence").glob("*.json")) if "harbour.txt" in path.read_text("utf-8")
    ]
    assert len(evidence) == 1
    article = evidence[0].stem
    assert (seeds / "articles" / f"{article}.yaml").exists()
    shown = run("read", article, folder=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert f"[@{article}, ¶1]" in shown.stdout
    assert "2.4 trillion won" in shown.stdout
    built = run("build", "--docs", "docs", folder=tmp_path)
    assert built.returncode == 0, (built.stdout + built.stderr)[-2000:]
    assert (tmp_path / "docs" / "en" / "sources" / f"{article}.md").exists()
    assert run("verify", folder=tmp_path).returncode in (0, 1)
    again = run("ingest", "seeds/originals/harbour.txt", folder=tmp_path)
    assert again.returncode == 0, again.stderr


def test_evidence_goes_where_it_is_told(tmp_path: Path) -> None:
    """briefing evidence writes DIR/<file stem>.json and touches no seeds."""
    (tmp_path / "page.txt").write_text(
        "A port grows\n\nJuly 2, 2025\n\nThe port spent $3 million on cranes in 2024, its owner said on Tuesday.\n",
        encoding="utf-8",
    )
    before = sorted((ROOT / "seeds").rglob("*"))
    done = run("evidence", str(tmp_path / "page.txt"), "--out", str(tmp_path / "out"), "--published", "2025-01-02")
    assert done.returncode == 0, done.stderr
    assert '"briefing-evidence/1"' in (tmp_path / "out" / "page.json").read_text("utf-8")
    assert sorted((ROOT / "seeds").rglob("*")) == before


def test_serve_shows_the_pages_where_it_says(checkout: Path) -> None:
    """Each address that briefing serve prints answers with that language's home page."""
    command = [sys.executable, "-m", "generator", "serve", "--port", "8137"]
    with subprocess.Popen(command, cwd=checkout, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr
            said = (re.match(r"(en|ko): (http\S+)", line) for line in server.stderr)
            addresses = dict(found.groups() for found in islice(filter(None, said), 2))
            for language, address in addresses.items():
                assert f'<html lang="{language}"' in wait_for(address)
        finally:
            server.send_signal(signal.SIGINT)
    assert sorted(addresses) == ["en", "ko"]


def wait_for(address: str) -> str:
    """Return the page at *address* once a server answers there, within a minute."""
    for _ in range(120):
        try:
            with urlopen(address, timeout=30) as answer:
                return str(answer.read().decode())
        except HTTPError as error:
            return f"{address}: {error}"
        except URLError:
            time.sleep(0.5)
    raise AssertionError(f"{address} did not answer")


def test_the_command_is_installed() -> None:
    """`briefing` in .venv/bin is the same as `python -m generator`, from any folder."""
    if not (BIN / "briefing").exists():
        pytest.skip("the tests run outside of .venv")
    done = subprocess.run([str(BIN / "briefing"), "--help"], cwd="/", capture_output=True, text=True, check=True)
    assert [verb for verb in VERBS if verb not in done.stdout] == []


def test_the_hook_stops_an_unsound_commit(tmp_path: Path) -> None:
    """With the hook on, a commit that breaks a record is stopped, and one that leaves the seeds alone is not checked."""

    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        who = [
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@example.org",
            "-c",
            f"core.hooksPath={ROOT / '.github' / 'hooks'}",
        ]
        return subprocess.run(["git", *who, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)

    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    command = tmp_path / ".venv" / "bin" / "briefing"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"\n')
    command.chmod(0o755)
    git("init", "--quiet")
    (tmp_path / "notes.txt").write_text("nothing to check")
    git("add", "notes.txt")
    assert git("commit", "--quiet", "-m", "notes").returncode == 0
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "site.yaml").write_text("title: none\n")
    git("add", "seeds")
    stopped = git("commit", "--quiet", "-m", "broken")
    assert stopped.returncode == 1
    assert "seeds/site.yaml:1:" in stopped.stdout + stopped.stderr
