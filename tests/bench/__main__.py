"""Prints quality and speed of the extraction beside other tools, and what the commands cost."""

from __future__ import annotations

import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.bench.rivals import Reader, rivals

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SCORED = ("figures", "figures:money", "dates", "lines", "routing", "names")
COMPARED = ("figures", "figures:money", "dates")
ARTICLE_LINES = ("title", "heading", "body", "caption")


@dataclass(frozen=True)
class Pages:
    """Articles with labels made by hand."""

    name: str
    labels: Path
    """Folder of NAME.gold.json."""
    texts: Path
    """Folder of NAME.txt."""
    known: tuple[str, ...]
    """What can be scored on them: names and routing only where the seeds know the story."""

    def originals(self) -> list[str]:
        """Return the paths of the articles."""
        return [str(self.texts / f"{path.name.removesuffix('.gold.json')}.txt") for path in self.gold()]

    def gold(self) -> list[Path]:
        """Return the paths of the labels."""
        return sorted(self.labels.glob("*.gold.json"))


def score(pages: Pages, evidence: Path) -> dict[str, float]:
    """Return the F1 of the evidence in a folder over both languages, by what is scored."""
    command = [sys.executable, str(SHARED / "gold" / "score.py"), str(pages.labels), str(evidence)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in printed.splitlines()[1:])
    return {row[0]: float(row[4]) for row in rows if row[1] == "all" and row[0] in pages.known}


def write_rival(reader: Reader, pages: Pages, out: Path) -> float:
    """Write what a tool finds in the articles to *out* and return how many characters it reads a second.

    The clock runs while a tool reads everything for the second time, so that none is timed while it loads.
    """
    paragraphs = []
    for labels_path in pages.gold():
        labels: dict[str, Any] = json.loads(labels_path.read_text("utf-8"))
        name = labels_path.name.removesuffix(".gold.json")
        lines = (pages.texts / f"{name}.txt").read_text("utf-8").split("\n")
        language, day = labels["metadata"]["language"], labels["metadata"]["published"]
        published = date.fromisoformat(day) if day else None
        rows = []
        for number in (int(number) for number, kind in labels["lines"].items() if kind in ARTICLE_LINES):
            figures, dates = reader(lines[number - 1], language, published)
            paragraphs.append((lines[number - 1], language, published))
            rows.append({"line": number, "figures": figures, "dates": dates})
        found = {"paragraphs": rows, "found": {}, "language": language, "lines": {"0": "other"}}
        (out / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
    begin = time.perf_counter()
    for text, language, published in paragraphs:
        reader(text, language, published)
    return sum(len(text) for text, _, _ in paragraphs) / (time.perf_counter() - begin)


def read_with_ours(text: str, language: str, published: date | None) -> tuple[list[Any], list[Any]]:
    """Return what our readers of figures and dates find, for the clock."""
    from generator.language.dates import read_dates
    from generator.language.figures import read_figures

    return [*read_figures(text, language)][:0], [*read_dates([text], language, published)][:0]


def row(name: str, scores: dict[str, float], speed: float) -> str:
    """Return a line of the table."""
    cells = "".join(f"{scores[what]:>15.3f}" if what in scores else f"{'–':>15}" for what in SCORED)
    return f"{name:<12}{cells}{speed / 1000:>12.0f}"


def compare(pages: Pages) -> None:
    """Print F1 and thousand characters a second: ours, then the others."""
    print(f"\n{pages.name}: {len(pages.gold())} articles")
    print(f"{'F1':<12}" + "".join(f"{what:>15}" for what in SCORED) + f"{'kchar/s':>12}")
    with tempfile.TemporaryDirectory() as name:
        ours, clock = Path(name, "ours"), Path(name, "clock")
        clock.mkdir()
        command = [sys.executable, "-m", "generator", "evidence", *pages.originals(), "--out", str(ours)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        print(row("briefing", score(pages, ours), write_rival(read_with_ours, pages, clock)))
        for rival, reader in rivals().items():
            out = Path(name, rival)
            out.mkdir()
            speed = write_rival(reader, pages, out)
            scores = {what: found for what, found in score(pages, out).items() if what in COMPARED and found}
            print(row(rival, scores, speed))


def seconds_of(run: Callable[[], object], times: int = 5) -> float:
    """Return the median of how long *run* takes."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        run()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def time_commands() -> None:
    """Print what the commands cost on the dossier that ships here, each in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "seeds", folder / "seeds", ignore=shutil.ignore_patterns("originals"))
        for arguments in (["--help"], ["check"], ["build"], ["build", "--check"]):
            command = [sys.executable, "-m", "generator", *arguments]
            environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}

            def run(command: list[str] = command, environment: dict[str, str] = environment) -> None:
                subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)

            print(f"briefing {' '.join(arguments):<16}{seconds_of(run) * 1000:>8.0f} ms")


def main() -> None:
    """Print everything."""
    if SHARED.is_dir():
        compare(Pages("The private originals", SHARED / "gold", SHARED / "originals", SCORED))
        invented = ROOT / "tests" / "gold" / "open"
        compare(Pages("Invented pages", invented, invented, SCORED[:4]))
        print()
    else:
        print("Labels and scorer are not beside this checkout: nothing to compare with.", file=sys.stderr)
    time_commands()
    modules = sorted((ROOT / "generator").rglob("*.py"))
    lines = sum(len(re.findall("\n", path.read_text("utf-8"))) for path in modules)
    print(f"\n{len(modules)} modules, {lines} lines")


if __name__ == "__main__":
    main()
