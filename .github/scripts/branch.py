"""The branch that is served: main's site at its root, previews in ``previews/pr-N/``. Written with git plumbing only.

There is no work tree, so no attribute, filter, link or mode of anybody's can matter: every file is a plain blob with
mode 100644. The branch is never forced. Whoever is late starts again from the new tip.
"""

from __future__ import annotations

import base64
import os
import random
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

BRANCH = "refs/heads/gh-pages"
TRIES = 8
PAUSE = 0.4
"""Longest pause before the second try, in seconds; it doubles with each further one."""

LOST_RACE = re.compile(
    r"fetch first|non-fast-forward|cannot lock ref|failed to update ref|reference already exists|incorrect old value"
)
"""What git says when somebody else was faster. Anything else is a refusal, and final."""

PREVIEW = re.compile(r"previews/pr-([1-9][0-9]{0,9})/")

Files = Mapping[str, str]
"""Path on the branch to the name of its blob."""


class BranchError(Exception):
    """The branch could not be read or written."""


@dataclass(frozen=True)
class Repository:
    """An empty bare repository of ours, next to the remote whose branch we read and write."""

    folder: Path
    remote: str
    token: str

    def git(self, *arguments: str, stdin: bytes = b"", index: Path | None = None) -> subprocess.CompletedProcess[bytes]:
        """Run git here, whatever it returns, with nobody's configuration and the token outside of the command line."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        name = "github-actions[bot]"
        mail = "41898282+github-actions[bot]@users.noreply.github.com"
        environment |= {
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_AUTHOR_NAME": name,
            "GIT_AUTHOR_EMAIL": mail,
            "GIT_COMMITTER_NAME": name,
            "GIT_COMMITTER_EMAIL": mail,
            "LC_ALL": "C",
        }
        if self.token:
            login = base64.b64encode(f"x-access-token:{self.token}".encode()).decode()
            environment |= {
                "GIT_CONFIG_COUNT": "1",
                "GIT_CONFIG_KEY_0": "http.extraHeader",
                "GIT_CONFIG_VALUE_0": f"Authorization: basic {login}",
            }
        if index:
            environment["GIT_INDEX_FILE"] = str(index)
        command = ["git", "-C", str(self.folder), *arguments]
        return subprocess.run(command, input=stdin, env=environment, capture_output=True, check=False)

    def run(self, *arguments: str, stdin: bytes = b"", index: Path | None = None) -> bytes:
        """Run git here and return what it prints. Raises BranchError when it fails."""
        done = self.git(*arguments, stdin=stdin, index=index)
        if done.returncode:
            raise BranchError(f"git {arguments[0]}: {done.stderr.decode(errors='replace').strip()[-500:]}")
        return done.stdout

    def text(self, *arguments: str, stdin: bytes = b"", index: Path | None = None) -> str:
        """Run git here and return what it prints, as text without its line break."""
        return self.run(*arguments, stdin=stdin, index=index).decode("utf-8").strip("\n")


def open_repository(folder: Path, remote: str, token: str = "") -> Repository:
    """Return an empty repository in *folder* that knows *remote*."""
    repository = Repository(folder, remote, token)
    repository.run("init", "--quiet", "--bare", ".")
    repository.run("remote", "add", "origin", remote)
    return repository


def fetch_tip(repository: Repository, *options: str) -> str | None:
    """Return the commit that the branch stands on now, fetched; None when there is no branch yet.

    *options* of ``git fetch`` say what to fetch of it: the publisher takes names without contents.
    """
    listed = repository.text("ls-remote", "origin", BRANCH)
    if not listed:
        return None
    repository.run(
        "fetch", "--quiet", "--no-tags", "--depth=1", *options, "origin", f"+{BRANCH}:refs/remotes/origin/tip"
    )
    return repository.text("rev-parse", "refs/remotes/origin/tip")


def files_at(repository: Repository, tip: str | None) -> dict[str, str]:
    """Return all files of the commit *tip*; none when there is none."""
    if tip is None:
        return {}
    listing = repository.run("ls-tree", "-r", "-z", "--full-tree", tip).decode("utf-8", errors="surrogateescape")
    rows = (row.split("\t", 1) for row in listing.split("\0") if row)
    return {path: meta.split()[2] for meta, path in rows if meta.split()[1] == "blob"}


def contents_of(repository: Repository, blobs: list[str]) -> list[bytes]:
    """Return the contents of *blobs*, in their order."""
    printed = repository.run("cat-file", "--batch", stdin="".join(f"{blob}\n" for blob in blobs).encode())
    contents = []
    offset = 0
    for _ in blobs:
        end = printed.index(b"\n", offset)
        size = int(printed[offset:end].split()[2])
        contents.append(printed[end + 1 : end + 1 + size])
        offset = end + 1 + size + 1
    return contents


def store_blobs(repository: Repository, contents: Mapping[str, bytes]) -> dict[str, str]:
    """Put *contents* into the repository and return the blob of each path."""
    names = sorted(contents)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, str(number)) for number in range(len(names))]  # no name of theirs touches the disk
        for path, name in zip(paths, names, strict=True):
            path.write_bytes(contents[name])
        listing = "".join(f"{path}\n" for path in paths).encode()
        blobs = repository.text("hash-object", "-w", "--no-filters", "--stdin-paths", stdin=listing).split()
    return dict(zip(names, blobs, strict=True))


def commit(repository: Repository, files: Files, tip: str | None, message: str) -> str:
    """Return a new commit on *tip* that holds exactly *files*."""
    listing = "".join(f"100644 {blob} 0\t{path}\0" for path, blob in sorted(files.items()))
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder, "index")
        entries = listing.encode("utf-8", errors="surrogateescape")
        repository.run("update-index", "-z", "--index-info", stdin=entries, index=index)
        tree = repository.text("write-tree", "--missing-ok", index=index)
    parents = ["-p", tip] if tip else []
    return repository.text("commit-tree", tree, *parents, stdin=message.encode())


def push(repository: Repository, new: str) -> bool:
    """Push *new* onto the branch, unforced. Return whether it arrived; False when somebody else was faster.

    Raises BranchError when the push was refused for any other reason.
    """
    done = repository.git("push", "--porcelain", "origin", f"{new}:{BRANCH}")
    if done.returncode == 0:
        return True
    said = (done.stdout + done.stderr).decode("utf-8", errors="replace")
    if LOST_RACE.search(said):
        return False
    raise BranchError(f"push refused: {said.strip()[-500:]}")


def publish(repository: Repository, change: Callable[[dict[str, str]], Files], message: str) -> bool:
    """Change the files of the branch and push; after a lost race again. Return whether a commit was made.

    *change* is given the files of the tip and returns those of the next commit; the same files make no commit.
    """
    for attempt in range(TRIES):
        tip = fetch_tip(repository, "--filter=blob:none")
        old = files_at(repository, tip)
        new = change(dict(old))
        if new == old:
            return False
        if push(repository, commit(repository, new, tip, message)):
            return True
        print(f"somebody else was faster (try {attempt + 1} of {TRIES}); again from the new tip", flush=True)
        time.sleep(random.uniform(0.0, PAUSE * 2**attempt))
    raise BranchError(f"lost the race {TRIES} times")


def with_main(files: Files, site: Files) -> dict[str, str]:
    """Return *files* with *site* at the root; previews and the custom domain stay, all other old files go."""
    kept = {path: blob for path, blob in files.items() if path.startswith("previews/") or path == "CNAME"}
    return {**site, **kept}


def with_preview(files: Files, site: Files, number: int) -> dict[str, str]:
    """Return *files* with *site* as the preview of pull request *number*, in place of an older one."""
    folder = f"previews/pr-{number}/"
    others = {path: blob for path, blob in files.items() if not path.startswith(folder)}
    return {**others, **{folder + path: blob for path, blob in site.items()}}


def without_previews(files: Files, numbers: frozenset[int]) -> dict[str, str]:
    """Return *files* without the previews of the pull requests *numbers*."""
    gone = tuple(f"previews/pr-{number}/" for number in sorted(numbers))
    return {path: blob for path, blob in files.items() if not (gone and path.startswith(gone))}


def previews_in(files: Files) -> frozenset[int]:
    """Return the numbers of the pull requests that have a preview in *files*."""
    return frozenset(int(found[1]) for path in files if (found := PREVIEW.match(path)))
