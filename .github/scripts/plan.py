"""What is to be done after a run. The only place where it is decided whom to trust."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from host import Host

CI = ".github/workflows/ci.yml"
CLOSED = ".github/workflows/pr-closed.yml"


@dataclass(frozen=True)
class Plan:
    """What is to be done after a run, and why."""

    action: str
    """"main", "preview", "fork" (a report, no address), "sweep" (tidy up only) or "none"."""
    reason: str
    number: int = 0
    """The pull request, for "preview" and "fork"."""
    sha: str = ""
    run: int = 0


# -------------------------------------------------------------------------------------------------------------- plan


def plan(event_name: str, event: Mapping[str, Any], host: Host) -> Plan:
    """Return what to do about *event*, as the host delivered it.

    The name of a workflow, the name of a branch and everything in an artifact can be chosen by a stranger. What counts
    is the workflow's path, the repository the commit is in, and that it is the head of an open pull request.
    """
    if event_name in ("schedule", "workflow_dispatch"):
        return Plan("sweep", "asked by the clock or by hand")
    if event_name != "workflow_run":
        return Plan("none", f"nothing to do on {event_name}")
    run = event["workflow_run"]
    path = str(run["path"]).split("@", 1)[0]
    if path == CLOSED:
        return Plan("sweep", "a pull request was closed")
    if path != CI:
        return Plan("none", f"not our workflow: {ascii(path)[:80]}")
    if run["conclusion"] != "success":
        return Plan("none", f"the run ended as {ascii(run['conclusion'])[:20]}")
    home = event["repository"]
    is_ours = bool(run["head_repository"]) and run["head_repository"]["id"] == home["id"]
    if run["event"] == "push":
        if is_ours and run["head_branch"] == home["default_branch"]:
            return Plan("main", "main was built", sha=run["head_sha"], run=run["id"])
        return Plan("none", "a push elsewhere than to main")
    if run["event"] != "pull_request":
        return Plan("none", f"a run on {ascii(run['event'])[:20]}")
    return plan_preview(run, home, host)


def plan_preview(run: Mapping[str, Any], home: Mapping[str, Any], host: Host) -> Plan:
    """Return what to do about the finished run of a pull request."""
    for request in host.list("pulls?state=open"):
        head, base = request["head"], request["base"]
        if not head["repo"] or not run["head_repository"] or head["repo"]["id"] != run["head_repository"]["id"]:
            continue
        if head["sha"] != run["head_sha"] or head["ref"] != run["head_branch"]:
            continue
        if base["repo"]["id"] != home["id"] or base["ref"] != home["default_branch"]:
            continue
        action = "preview" if head["repo"]["id"] == home["id"] else "fork"
        return Plan(action, "a pull request was built", int(request["number"]), run["head_sha"], run["id"])
    return Plan("none", "no open pull request onto main has this commit as its head")
