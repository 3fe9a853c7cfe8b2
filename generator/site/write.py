"""{path: bytes} → ``docs/``: only what changed, each file in one step, and never a file that somebody wrote by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.finding import Finding, Rule, Severity
from generator.site.marks import Hand, hand_of
from generator.source import Source

EDITED_PAGE = Rule(
    "B160",
    Severity.ERROR,
    """
A generated page was edited by hand.

Why: the next build would undo the edit, and the page would say what no seed says; so it is left as it is, and reported.
Bad: a sentence corrected in docs/en/partnership.md
Good: the sentence corrected in seeds/briefings/partnership/en.md, the page put back as it was, and the site built again
""",
)
FOREIGN_PAGE = Rule(
    "B161",
    Severity.ERROR,
    """
A file written by hand stands where a page is to be generated.

Why: the program never overwrites what it did not write.
Bad: docs/en/timeline.md, written by hand
Good: docs/en/our-method.md, a name that no page needs
""",
)
CLASHING_PAGES = Rule(
    "B162",
    Severity.ERROR,
    """
Two pages have names that differ in capitals alone.

Why: on many machines they are one file, and one page would replace the other.
Bad: the entities KT and kt
Good: kt and kt-cloud
""",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What writing would do."""

    changed: tuple[str, ...]
    """Paths of the pages whose bytes differ from those on disk, or that are missing there."""
    removed: tuple[str, ...]
    """Paths of the generated files that no page needs any more."""
    findings: tuple[Finding, ...]
    """Files in the way, which stay as they are."""


def plan(pages: Mapping[str, bytes], folder: Path) -> Plan:
    """Return what writing *pages* below *folder* would do, and do nothing.

    Raises ValueError for a path that would leave the folder: ids are checked long before, so that is a slip of ours.
    """
    findings = [*_find_clashes(pages, folder)]
    changed, removed = [], []
    for path, raw in sorted(pages.items()):
        target = _inside(folder, path)
        present = target.read_bytes() if target.is_file() else None
        if present is not None and present.replace(b"\r\n", b"\n") == raw:
            continue
        hand = Hand.GENERATED if present is None else hand_of(present)
        if hand is Hand.GENERATED:
            changed.append(path)
        else:
            findings.append(_in_the_way(path, folder, hand))
    for path, hand in _marked(folder):
        if path in pages:
            continue
        if hand is Hand.GENERATED:
            removed.append(path)
        else:
            findings.append(_in_the_way(path, folder, hand))
    return Plan(tuple(changed), tuple(removed), tuple(findings))


def write(pages: Mapping[str, bytes], folder: Path) -> Plan:
    """Write *pages* below *folder* and remove the generated files that are stale; return what was done.

    Files are untouched when their bytes are right, when they do not carry the mark, or when they were edited by hand.
    Each file is written beside its place and moved there, so that a reader never sees half of it.
    """
    done = plan(pages, folder)
    for path in done.changed:
        target = _inside(folder, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.part")
        part.write_bytes(pages[path])
        part.replace(target)
    for path in done.removed:
        target = _inside(folder, path)
        target.unlink()
        _remove_empty(target.parent, folder)
    return done


def _inside(folder: Path, path: str) -> Path:
    parts = PurePosixPath(path).parts
    if not parts or PurePosixPath(path).is_absolute() or ".." in parts or "\\" in path:
        raise ValueError(f"{path!r} would leave the folder")
    return folder.joinpath(*parts)


def _marked(folder: Path) -> Iterator[tuple[str, Hand]]:
    """Yield the files below *folder* that carry the mark, edited since or not."""
    for pattern in ("**/*.md", "nav.*.yml"):
        for file in sorted(folder.glob(pattern)):
            hand = hand_of(file.read_bytes()) if file.is_file() else Hand.WRITTEN
            if hand is not Hand.WRITTEN:
                yield file.relative_to(folder).as_posix(), hand


def _find_clashes(pages: Mapping[str, bytes], folder: Path) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for path in sorted(pages):
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            span = Source(f"{folder.name}/{path}", "").span()
            yield Finding(
                CLASHING_PAGES, span, f'"{path}" and "{other}" differ in capitals alone', help="rename one id"
            )


def _in_the_way(path: str, folder: Path, hand: Hand) -> Finding:
    span = Source(f"{folder.name}/{path}", "").span()
    if hand is Hand.EDITED:
        help = "make the change in seeds/, then delete this file and build again"
        return Finding(EDITED_PAGE, span, "this generated page was edited by hand", help=help)
    help = "give the file another name, or delete it"
    return Finding(FOREIGN_PAGE, span, "a file written by hand stands where a page is generated", help=help)


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
