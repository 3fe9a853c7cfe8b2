"""Publish main's site and the previews of pull requests. Standard library only; runs from the default branch only.

Steps, one job each, so that every right stands alone: plan, check, store, live, comment. What a run built is data here:
it is never executed, imported or checked out, and who it belongs to is asked of the host, never read from it.
CONTRIBUTING.md ("How publishing works") tells the whole way.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import time
import uuid
from collections.abc import Mapping
from pathlib import Path

from archive import ArchiveError, read_archive, write_archive
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
from differences import CLAIMS, claims_told, compare
from host import Host, HostError, fetch_text
from plan import Plan, plan

MARK = "<!-- briefing-preview -->"
NOINDEX = b'<meta name="robots" content="noindex, nofollow">'
HEAD = re.compile(rb"<head\b[^>]*>", re.IGNORECASE)


# ------------------------------------------------------------------------------------------------------------- check


def published_pages(remote: str, token: str) -> dict[str, bytes]:
    """Return main's pages as they are served now; none before the first publication."""
    with tempfile.TemporaryDirectory() as folder:
        repository = open_repository(Path(folder), remote, token)
        files = files_at(repository, fetch_tip(repository))
        pages = {
            path: blob for path, blob in files.items() if path.endswith(".html") and not path.startswith("previews/")
        }
        return dict(zip(pages, contents_of(repository, list(pages.values())), strict=True))


def only_file(folder: Path) -> Path:
    """Return the one file that the download left in *folder*; the host, not we, chooses its name."""
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    if len(found) != 1:
        raise ArchiveError(f"expected one archive, found {len(found)}")
    return found[0]


# ----------------------------------------------------------------------------------------------------- store and live


def with_noindex(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return *site* with a word to search engines in each page: a preview is not to be found."""

    def marked(page: bytes) -> bytes:
        head = HEAD.search(page)
        return page[: head.end()] + NOINDEX + page[head.end() :] if head else NOINDEX + page

    return {name: marked(page) if name.endswith((".html", ".htm")) else page for name, page in site.items()}


def served(site: Mapping[str, bytes], sha: str) -> dict[str, bytes]:
    """Return *site* with the commit it was built from, which tells when it is being served."""
    return {**site, "build.txt": f"{sha}\n".encode()}


def closed_previews(numbers: frozenset[int], host: Host) -> frozenset[int]:
    """Return those of *numbers* whose pull request is closed. No answer, or any other, drops nothing."""
    gone = set()
    for number in sorted(numbers):
        try:
            if host.pull_request(number)["state"] == "closed":
                gone.add(number)
        except HostError as error:
            print(f"preview {number} stays: {error}")
    return frozenset(gone)


def is_still_wanted(number: int, sha: str, host: Host) -> bool:
    """Return whether pull request *number* is still open and *sha* still its head."""
    request = host.pull_request(number)
    return request["state"] == "open" and request["head"]["sha"] == sha


def store(todo: Plan, archive: Path | None, host: Host, remote: str) -> tuple[bool, frozenset[int]]:
    """Write what *todo* asks for to the branch, and drop the previews of closed pull requests.

    Return whether the branch now holds the site of *todo*, and the pull requests whose preview went.
    """
    wanted = todo.action == "main" or (todo.action == "preview" and is_still_wanted(todo.number, todo.sha, host))
    site = served(read_archive(archive), todo.sha) if wanted and archive else {}
    if todo.action == "preview":
        site = with_noindex(site)
    with tempfile.TemporaryDirectory() as folder:
        repository = open_repository(Path(folder), remote, host.token)
        blobs = store_blobs(repository, site)
        nothing = store_blobs(repository, {".nojekyll": b""})
        gone: frozenset[int] = frozenset()

        def change(files: dict[str, str]) -> dict[str, str]:
            nonlocal gone
            gone = closed_previews(previews_in(files), host)
            files = without_previews(files, gone)
            if site and todo.action == "main":
                files = with_main(files, blobs)
            elif site:
                files = with_preview(files, blobs, todo.number)
            return {**files, **nothing} if files else files

        message = {
            "main": f"Publish main at {todo.sha}",
            "preview": f"Preview pull request {todo.number} at {todo.sha}",
        }.get(todo.action, "Drop the previews of closed pull requests")
        made = publish(repository, change, message)
    print("the branch has a new commit" if made else "the branch holds all of it already")
    return bool(site), gone


def wait_until_served(address: str, sha: str, host: Host, pause: float) -> bool:
    """Return whether *address* came to serve *sha* within 60 pauses; after 24 the host is asked once to build."""
    for attempt in range(60):
        if (fetch_text(f"{address}build.txt?try={attempt}") or "").strip() == sha:
            return True
        if attempt == 24:
            try:
                host.ask("pages/builds", "POST", {})
            except HostError as error:
                print(f"asked for a build in vain: {error}")
        time.sleep(pause)
    return False


# ----------------------------------------------------------------------------------------------------------- comment


def comment_text(todo: Plan, results: Mapping[str, str], address: str, report: str) -> str:
    """Return the comment for a pull request: our own words, and names of theirs in code spans only."""
    commit = f"`{todo.sha[:10]}`"
    artifact = "The built site is an artifact of the run: download `site`, unpack it and open `index.html`."
    if results["check"] != "success":
        lines = [
            f"The site built from {commit} was **refused**: its archive holds something that no site of ours does."
        ]
    elif todo.action == "fork":
        lines = [f"Built from {commit}. Pull requests from forks get no address. {artifact}", "", report]
    elif results["store"] != "success" or not address:
        lines = [f"No preview of {commit} was stored; the run's log says why. {artifact}"]
    elif results["live"] != "success":
        lines = [f"The preview of {commit} is stored but **not served yet**: {address}", "", report]
    else:
        lines = [f"**Preview** of {commit}: {address}", "", report]
    return "\n".join([MARK, *lines]).strip() + "\n"


def put_comment(host: Host, number: int, text: str, *, only_update: bool = False) -> None:
    """Leave *text* as our one comment on *number*: the old one changed, or a new one unless *only_update*."""
    for comment in host.list(f"issues/{number}/comments"):
        if comment["user"]["login"] == "github-actions[bot]" and str(comment["body"]).startswith(MARK):
            if str(comment["body"]).strip() != text.strip():
                host.ask(f"issues/comments/{comment['id']}", "PATCH", {"body": text})
            return
    if not only_update:
        host.ask(f"issues/{number}/comments", "POST", {"body": text})


# ------------------------------------------------------------------------------------------------------- the five steps


def tell(environment: Mapping[str, str], **outputs: object) -> None:
    """Hand *outputs* to the next jobs."""
    with Path(environment["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as stream:
        for name, value in outputs.items():
            end = uuid.uuid4().hex  # a line that no value can hold
            stream.write(f"{name}<<{end}\n{value}\n{end}\n")


def host_of(environment: Mapping[str, str]) -> Host:
    """Return the host that *environment* names."""
    return Host(environment["GITHUB_API_URL"], environment["GITHUB_REPOSITORY"], environment["GITHUB_TOKEN"])


def remote_of(environment: Mapping[str, str]) -> str:
    """Return the address of the repository."""
    return f"{environment['GITHUB_SERVER_URL']}/{environment['GITHUB_REPOSITORY']}"


def plan_of(environment: Mapping[str, str]) -> Plan:
    """Return the plan that an earlier job handed on."""
    return Plan(environment["ACTION"], "", int(environment.get("NUMBER") or 0), environment.get("SHA", ""), 0)


def step_plan(environment: Mapping[str, str]) -> None:
    """Decide, from the event alone and what the host answers."""
    event = json.loads(Path(environment["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    todo = plan(environment["GITHUB_EVENT_NAME"], event, host_of(environment))
    print(f"{todo.action}: {todo.reason}")
    folder = f"previews/pr-{todo.number}/" if todo.action == "preview" else ""
    tell(environment, action=todo.action, number=todo.number, sha=todo.sha, run=todo.run, folder=folder)


def step_check(environment: Mapping[str, str]) -> None:
    """Open the archive where nothing can be written, and pass on one of our own making."""
    site = read_archive(only_file(Path(environment["DOWNLOAD"])))
    claims = site.pop(CLAIMS, b"")
    write_archive(Path(environment["CHECKED"]), site)
    lines = compare(site, published_pages(remote_of(environment), environment["GITHUB_TOKEN"])).lines()
    lines += claims_told(claims)
    with Path(environment["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as stream:
        stream.write("\n".join(["### What readers would see", "", *lines, ""]))
    tell(environment, report="\n".join(lines))


def step_store(environment: Mapping[str, str]) -> None:
    """Write to the branch."""
    folder = Path(environment["DOWNLOAD"])
    todo = plan_of(environment)
    archive = None if todo.action == "sweep" else only_file(folder)
    stored, gone = store(todo, archive, host_of(environment), remote_of(environment))
    tell(environment, stored="yes" if stored else "no", gone=" ".join(str(number) for number in sorted(gone)))


def step_live(environment: Mapping[str, str]) -> None:
    """Wait until the host serves what was stored. Fails when it does not."""
    host = host_of(environment)
    address = host.ask("pages")["html_url"].rstrip("/") + "/" + environment["FOLDER"]
    tell(environment, address=address)
    if not wait_until_served(address, environment["SHA"], host, float(environment.get("PAUSE") or 10)):
        sys.exit(f"not served yet: {address}")
    print(f"served: {address}")


def step_comment(environment: Mapping[str, str]) -> None:
    """Say so on the pull request, and on those whose preview went."""
    host = host_of(environment)
    todo = plan_of(environment)
    for number in (environment.get("GONE") or "").split():
        put_comment(host, int(number), f"{MARK}\nThe preview was removed.\n", only_update=True)
    if todo.action in ("preview", "fork"):
        if environment.get("STORED") == "no":
            return  # the pull request moved on meanwhile; its next run will speak
        results = {name: environment.get(name.upper(), "") for name in ("check", "store", "live")}
        text = comment_text(todo, results, environment.get("ADDRESS", ""), environment.get("REPORT", ""))
        put_comment(host, todo.number, text)


STEPS = {"plan": step_plan, "check": step_check, "store": step_store, "live": step_live, "comment": step_comment}


def main(arguments: list[str]) -> None:
    """Run the step named on the command line."""
    if len(arguments) != 1 or arguments[0] not in STEPS:
        sys.exit("usage: publish.py " + "|".join(STEPS))
    try:
        STEPS[arguments[0]](os.environ)
    except (ArchiveError, BranchError, HostError) as error:
        sys.exit(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
