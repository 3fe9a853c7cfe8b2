"""Stand-ins for the host of the repository: its API, its pages, and the branch it serves."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

HOME = {"id": 1, "full_name": "owner/repo", "default_branch": "main", "name": "repo"}
FORK = {"id": 2, "full_name": "stranger/repo", "default_branch": "main", "name": "repo"}


def git(folder: Path, *arguments: str) -> str:
    """Run git in *folder* and return what it prints."""
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def make_remote(folder: Path) -> Path:
    """Return a new bare repository that, like the host's, lets clones leave out contents."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main")
    git(folder, "config", "uploadpack.allowFilter", "true")
    return folder


def tree(remote: Path) -> list[str]:
    """Return the paths on the published branch, sorted; empty when there is no branch."""
    listed = subprocess.run(
        ["git", "-C", str(remote), "ls-tree", "-r", "--name-only", "gh-pages"],
        capture_output=True,
        text=True,
        check=False,
    )
    return sorted(listed.stdout.split())


def served_file(remote: Path, path: str) -> bytes | None:
    """Return the file at *path* on the published branch, or None."""
    shown = subprocess.run(["git", "-C", str(remote), "show", f"gh-pages:{path}"], capture_output=True, check=False)
    return shown.stdout if shown.returncode == 0 else None


def pull_request(number: int, sha: str, **other: Any) -> dict[str, Any]:
    """Return an open pull request from our own branch ``change-N`` onto main, as the API tells of it."""
    head = {"sha": sha, "ref": other.pop("ref", f"change-{number}"), "repo": other.pop("repo", HOME)}
    base = {"ref": other.pop("base", "main"), "repo": HOME}
    return {"number": number, "state": other.pop("state", "open"), "head": head, "base": base}


@dataclass
class HostDouble:
    """What the stand-in knows, and what it was told."""

    remote: Path
    pulls: dict[int, dict[str, Any]] = field(default_factory=dict)
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    issues: list[dict[str, Any]] = field(default_factory=list)
    failing: set[str] = field(default_factory=set)
    """Paths below the repository that are answered with 500."""
    builds: int = 0
    is_serving: bool = True
    address: str = ""

    def answer(self, method: str, path: str, query: dict[str, list[str]], sent: Any) -> tuple[int, Any]:
        """Return status and JSON for a request of the API."""
        parts = path.split("/")
        if path in self.failing:
            return 500, {"message": "failing"}
        match method, parts:
            case "GET", ["pulls"]:
                found = [pull for pull in self.pulls.values() if pull["state"] == query["state"][0]]
                return 200, found if query["page"][0] == "1" else []
            case "GET", ["pulls", number]:
                pull = self.pulls.get(int(number))
                return (200, pull) if pull else (404, {})
            case "GET", ["issues", number, "comments"]:
                return 200, self.comments.get(int(number), [])
            case "POST", ["issues", number, "comments"]:
                everything = sum(len(found) for found in self.comments.values())
                comment = {"id": everything + 1, "user": {"login": "github-actions[bot]"}, "body": sent["body"]}
                self.comments.setdefault(int(number), []).append(comment)
                return 201, comment
            case "PATCH", ["issues", "comments", number]:
                for comment in (comment for found in self.comments.values() for comment in found):
                    if comment["id"] == int(number):
                        comment["body"] = sent["body"]
                return 200, {}
            case "GET", ["issues"]:
                return 200, [issue for issue in self.issues if issue["state"] == "open"] if query["page"][
                    0
                ] == "1" else []
            case "POST", ["issues"]:
                who = {"login": "github-actions[bot]"}
                self.issues.append({"number": len(self.issues) + 1, "state": "open", "user": who, **sent})
                return 201, {}
            case "PATCH", ["issues", number]:
                self.issues[int(number) - 1].update(sent)
                return 200, {}
            case "GET", ["pages"]:
                return 200, {"html_url": f"{self.address}/site/"}
            case "POST", ["pages", "builds"]:
                self.builds += 1
                self.is_serving = True
                return 201, {}
        return 404, {"message": f"{method} {path}"}


@contextmanager
def running(double: HostDouble) -> Iterator[HostDouble]:
    """Serve *double* on this machine: the API below /repos/owner/repo/, the published branch below /site/."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            if url.path.startswith("/site/"):
                found = served_file(double.remote, url.path.removeprefix("/site/")) if double.is_serving else None
                self.reply(404 if found is None else 200, found or b"")
                return
            self.api("GET")

        def do_POST(self) -> None:
            self.api("POST")

        def do_PATCH(self) -> None:
            self.api("PATCH")

        def api(self, method: str) -> None:
            url = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            sent = json.loads(self.rfile.read(length)) if length else None
            path = url.path.removeprefix("/repos/owner/repo/")
            status, answer = double.answer(method, path, parse_qs(url.query), sent)
            self.reply(status, json.dumps(answer).encode())

        def reply(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    double.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield double
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
