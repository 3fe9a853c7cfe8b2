"""Tell the curators when plans are past due by today's date. A dossier that is closed stays silent.

Two steps, so that the one with the right to open issues installs nothing: ``read`` needs the generator and prints what
is due; ``tell`` is standard library only and keeps one issue in step with it.
"""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from host import Host, HostError

if TYPE_CHECKING:
    from generator.model import Site

MARK = "<!-- briefing-freshness -->"
TITLE = "Plans past due"


def read_due(site: Site, today: date) -> Iterator[str]:
    """Yield a line of Markdown for each event that the ledger calls planned and that is past on *today*, oldest first.

    A dossier that is not marked open has none: it ends where it ends.
    """
    settings = site.library.settings
    if settings.dossier != "open":
        return
    language = settings.languages[0]
    late = [
        (event.when.last, event.id)
        for event in site.library.events.values()
        if event.status == "planned" and event.when and event.when.last and event.when.last < today
    ]
    for last, event in sorted(late):
        told = (claim for claim in site.claims if (claim.place.kind, claim.place.id) == ("event", event))
        words = " ".join(claim.text for claim in told if claim.language == language)
        yield f"- `{event}`, due by {last.isoformat()}: {words}"


def issue_text(due: str) -> str:
    """Return the text of the issue."""
    return (
        f"{MARK}\nBy today's date these plans are past due. Did they happen? Please add an article that says so, mark "
        "the event as happened or superseded in `seeds/ledger/events.yaml`, or close the dossier in `seeds/site.yaml`."
        f"\n\n{due}\n"
    )


def keep_issue(host: Host, due: str) -> str:
    """Open, change or close the one issue, and return which."""
    ours = [
        issue
        for issue in host.list("issues?state=open&creator=github-actions%5Bbot%5D")
        if str(issue.get("body") or "").startswith(MARK)
    ]
    if not due:
        for issue in ours:
            host.ask(f"issues/{issue['number']}", "PATCH", {"state": "closed"})
        return "closed" if ours else "nothing due"
    text = issue_text(due)
    if not ours:
        host.ask("issues", "POST", {"title": TITLE, "body": text})
        return "opened"
    if ours[0]["body"].strip() == text.strip():
        return "unchanged"
    host.ask(f"issues/{ours[0]['number']}", "PATCH", {"body": text})
    return "changed"


def step_read() -> None:
    """Hand on what is due today."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from generator.claims.library import read_library
    from generator.claims.resolve import resolve

    library, _ = read_library(Path("seeds"))
    site, _ = resolve(library)
    due = "\n".join(read_due(site, datetime.now(UTC).date()))
    print(due or "nothing is past due, or the dossier is closed")
    end = uuid.uuid4().hex  # a line that no value can hold
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as stream:
        stream.write(f"due<<{end}\n{due}\n{end}\n")


def step_tell() -> None:
    """Keep the issue in step with what is due."""
    host = Host(os.environ["GITHUB_API_URL"], os.environ["GITHUB_REPOSITORY"], os.environ["GITHUB_TOKEN"])
    print(keep_issue(host, os.environ["DUE"].strip()))


STEPS = {"read": step_read, "tell": step_tell}


def main(arguments: list[str]) -> None:
    """Run the step named on the command line."""
    if len(arguments) != 1 or arguments[0] not in STEPS:
        sys.exit("usage: freshness.py " + "|".join(STEPS))
    try:
        STEPS[arguments[0]]()
    except HostError as error:
        sys.exit(f"HostError: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
