"""A small stand-in for the runner: plays a workflow's own run blocks, conditions and hand-overs on this machine."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = ROOT / ".github" / "workflows"
EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")
NAME = re.compile(r"\b(?:needs|steps|github|runner)(?:\.[A-Za-z_][\w-]*)+")


def read_workflow(name: str) -> dict[Any, Any]:
    """Return a workflow. YAML reads its key ``on`` as true."""
    workflow = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    assert isinstance(workflow, dict)
    return workflow


@dataclass
class Runner:
    """One run of a workflow."""

    folder: Path
    """Where the run keeps its files."""
    values: dict[str, str]
    """What expressions such as ``github.token`` stand for."""
    environment: Mapping[str, str]
    artifacts: dict[str, Path]
    """Artifacts by name: those of the run that woke us, then our own."""
    log: list[str] = field(default_factory=list)
    results: dict[str, str] = field(default_factory=dict)

    def value(self, expression: str) -> str:
        """Return what an expression stands for; a name that was never set is empty, as on the host."""
        known = self.values.get(expression)
        if known is None:
            assert expression.startswith(("needs.", "steps.")), f"unknown expression {expression}"
        return known or ""

    def filled(self, text: str) -> str:
        """Return *text* with its expressions replaced."""
        return EXPRESSION.sub(lambda found: self.value(found[1]), str(text))

    def holds(self, condition: str, needs: list[str]) -> bool:
        """Return whether a job's or step's condition holds."""
        if "cancelled()" not in condition and any(self.results[need] != "success" for need in needs):
            return False
        if not condition:
            return True
        python = condition.replace("!cancelled()", "True").replace("&&", " and ").replace("||", " or ")
        python = NAME.sub(lambda found: repr(self.value(found[0])), python)
        scope = {"contains": lambda folder, item: item in folder, "fromJSON": json.loads}
        return bool(eval(python, {"__builtins__": {}}, scope))  # our own workflow files, nobody else's

    def play(self, workflow: dict[Any, Any]) -> dict[str, str]:
        """Run all jobs in the order they are written and return the result of each."""
        for name, job in workflow["jobs"].items():
            needs = [job["needs"]] if isinstance(job.get("needs"), str) else list(job.get("needs", []))
            assert all(need in self.results for need in needs), f"{name} stands before what it needs"
            if not self.holds(str(job.get("if", "")), needs):
                self.results[name] = "skipped"
            else:
                self.results[name] = "success" if self.play_job(name, job) else "failure"
            self.values[f"needs.{name}.result"] = self.results[name]
        return self.results

    def play_job(self, name: str, job: dict[str, Any]) -> bool:
        """Run the steps of a job and return whether all went well."""
        temporary = self.folder / name
        temporary.mkdir(parents=True)
        self.values = {key: value for key, value in self.values.items() if not key.startswith("steps.")}
        self.values["runner.temp"] = str(temporary)
        went_well = all(
            self.play_step(step, temporary) for step in job["steps"] if self.holds(str(step.get("if", "")), [])
        )
        for output, expression in job.get("outputs", {}).items():
            self.values[f"needs.{name}.outputs.{output}"] = self.filled(expression)
        return went_well

    def play_step(self, step: dict[str, Any], temporary: Path) -> bool:
        """Run one step and return whether it went well."""
        given = {key: self.filled(value) for key, value in step.get("with", {}).items()}
        action = str(step.get("uses", "")).split("@")[0]
        if action == "actions/download-artifact":
            source = self.artifacts.get(given["name"])
            if source is None:
                return False
            Path(given["path"]).mkdir(parents=True)
            shutil.copy(source, given["path"])
        elif action == "actions/upload-artifact":
            self.artifacts[given["name"]] = Path(given["path"])
        elif action:
            assert action == "actions/checkout", action
        else:
            return self.play_shell(step, temporary)
        return True

    def play_shell(self, step: dict[str, Any], temporary: Path) -> bool:
        """Run a step's shell as the host does and read what it hands over."""
        output = temporary / f"output-{len(self.log)}"
        output.touch()
        environment = {**os.environ, **self.environment, "GITHUB_OUTPUT": str(output)}
        environment |= {"GITHUB_STEP_SUMMARY": str(self.folder / "summary.md")}
        environment |= {key: self.filled(value) for key, value in step.get("env", {}).items()}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        self.log.append(done.stdout + done.stderr)
        for found in re.finditer(r"^(\w+)<<(\w+)\n(.*?)\n\2$", output.read_text(), re.MULTILINE | re.DOTALL):
            self.values[f"steps.{step['id']}.outputs.{found[1]}"] = found[3]
        return done.returncode == 0
