"""The few questions that the publisher asks its host, and the few things it tells it."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any

TRIES = 3


class HostError(Exception):
    """The host did not answer, or answered with a refusal."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True)
class Host:
    """The host's API for one repository."""

    api: str
    """Address of the API, without a closing slash."""
    repository: str
    """"owner/name"."""
    token: str

    def ask(self, path: str, method: str = "GET", sent: object = None) -> Any:
        """Return the answer to a request below the repository, read from JSON; None when it is empty.

        Raises HostError with the status when the host refuses, and when it fails; a question is asked again first.
        """
        address = f"{self.api}/repos/{self.repository}{'/' if path else ''}{path}"
        body = None if sent is None else json.dumps(sent).encode()
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "X-GitHub-Api-Version": "2022-11-28",
            "User-Agent": "briefing-publisher",
        }
        request = urllib.request.Request(address, data=body, headers=headers, method=method)
        tries = TRIES if method == "GET" else 1
        for attempt in range(tries):
            try:
                with urllib.request.urlopen(request, timeout=30) as answer:
                    text = answer.read()
                    return json.loads(text) if text else None
            except urllib.error.HTTPError as error:
                if error.code < 500 or attempt == tries - 1:
                    raise HostError(f"{method} {path}: {error.code}", error.code) from error
            except (urllib.error.URLError, TimeoutError, ValueError) as error:
                if attempt == tries - 1:
                    raise HostError(f"{method} {path}: {error}") from error
            time.sleep(attempt + 1)
        raise AssertionError("the last try returns or raises")

    def list(self, path: str) -> list[Any]:
        """Return all pages of a list below the repository."""
        joint = "&" if "?" in path else "?"
        found: list[Any] = []
        for page in range(1, 101):
            part = self.ask(f"{path}{joint}per_page=100&page={page}")
            found += part
            if len(part) < 100:
                break
        return found

    def pull_request(self, number: int) -> Any:
        """Return pull request *number*."""
        return self.ask(f"pulls/{number}")


def fetch_text(address: str) -> str | None:
    """Return the text served at *address*, or None when none is (yet)."""
    request = urllib.request.Request(address, headers={"User-Agent": "briefing-publisher", "Cache-Control": "no-cache"})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            text: bytes = answer.read(200)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return None
    return text.decode("utf-8", errors="replace")
