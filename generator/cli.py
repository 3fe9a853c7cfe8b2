"""The edge: arguments in, words and exit codes out. Nothing else prints, asks git, or looks at the clock.

Exit status: 0 clean, 1 errors found, 2 wrong usage.
"""

from __future__ import annotations

import gc
import io
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import pipeline, report
from generator.finding import Finding, Severity
from generator.manual import languages, manual_of
from generator.storage import NotAtHandError, write_file

if TYPE_CHECKING:
    from generator.reading import Outcome

FOLDER = click.Path(file_okay=False, path_type=Path)
SEEDS = click.option(
    "--seeds",
    type=FOLDER,
    default=Path("seeds"),
    show_default=True,
    help="Folder with articles, evidence, entities, ledger and briefings.",
)
DOCS = click.option(
    "--docs",
    type=FOLDER,
    default=Path("docs"),
    show_default=True,
    help="Folder of the generated pages.",
)
SAME_SEEDS = click.option("--seeds", type=FOLDER, expose_value=False, help="Taken as by every verb; not needed here.")
SAME_DOCS = click.option("--docs", type=FOLDER, expose_value=False, help="Taken as by every verb; not needed here.")
"""Every verb takes both folders, so that one alias or script can name them once for all."""
ORIGINALS = click.option(
    "--originals",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="Folder with the private originals (default: originals/ in the seeds folder).",
)
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are printed: for people, for programs, or as annotations in a pull request.",
)
FILES = click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))

_RENDERERS = {"json": report.render_json, "github": report.render_github}
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Turn a few news articles into a small website of cross-linked briefings.

    No figure, date, name or quotation stands on it that its cited source does not carry.
    """
    # The default of 700 objects makes the collector walk a growing library hundreds of times: a tenth of a build.
    gc.set_threshold(200_000, 20, 100)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@main.command()
@FILES
@SEEDS
@SAME_DOCS
@click.option("--as", "article", default=None, help="Id of the known article that the one FILE captures again.")
def ingest(files: tuple[Path, ...], seeds: Path, article: str | None) -> None:
    """Read originals: write their evidence, and for a new article a draft record.

    FILES are pages as saved (.txt, .html, .pdf). What a curator wrote is never overwritten. A file that cannot be
    read is reported and the rest go on. A page saved again keeps its article's citations: what moved or changed is
    told. It is known by its file name, or by its publisher, headline and paragraphs; else --as names the article.
    """
    from generator.ingest import ingest as ingest_files
    from generator.ingest import prepare

    with _Opened(seeds):
        batch = prepare(seeds)
    if article is not None and article not in batch.library.articles:
        known = ", ".join(batch.library.articles) or "none"
        raise click.BadParameter(f'no article "{article}"; there are: {known}', param_hint="--as")
    if article is not None and len(files) > 1:
        raise click.BadParameter("one article has one original; name one file", param_hint="--as")
    paths = sorted(files)
    sys.exit(_tell(ingest_files(batch, paths, article), len(paths)))


@main.command()
@FILES
@SEEDS
@SAME_DOCS
@click.option("--out", type=FOLDER, required=True, help="Folder to write into.")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help="Day of publication, where the originals do not print one.",
)
def evidence(files: tuple[Path, ...], seeds: Path, out: Path, published: datetime | None) -> None:
    """Write the evidence of originals to a folder of your own, leaving the seeds alone.

    Each file gets OUT/<name>.json in the format briefing-evidence/1.
    """
    from generator.ingest import extract, prepare

    with _Opened(seeds):
        batch = prepare(seeds)
    paths = sorted(files)
    sys.exit(_tell(extract(batch, paths, out, published.date() if published else None), len(paths)))


@main.command()
@click.argument("article")
@SEEDS
@SAME_DOCS
@ORIGINALS
def read(article: str, seeds: Path, originals: Path | None) -> None:
    """Show an article's numbered paragraphs beside the facts found in each, with citations ready to paste.

    ARTICLE is its id. The text stays on this machine: it comes from the originals.
    """
    from generator.ingest import read_article

    with _Opened(seeds):
        click.echo(read_article(seeds, article, originals or seeds / "originals"))


@main.command()
@SEEDS
@SAME_DOCS
@FORMAT
@click.option("--watch", "mode", flag_value="watch", help="Go on: check again whenever the seeds change.")
def check(seeds: Path, form: str, mode: str | None) -> None:
    """Check every statement against its evidence, and every record, link and translation."""
    with _Opened(seeds):
        status = _check_once(seeds, form)
    if mode == "watch":
        _watch(seeds, form)
    sys.exit(status)


@main.command()
@SEEDS
@DOCS
@click.option(
    "--check", "mode", flag_value="check", help="Write nothing; fail when the pages are not those of the seeds."
)
def build(seeds: Path, docs: Path, mode: str | None) -> None:
    """Write the pages of the site from the seeds.

    Only changed files are touched; pages written by hand stay.
    """
    with _Opened(seeds):
        built = pipeline.build(seeds)
    if mode == "check":
        stale = pipeline.stale_pages(built, docs)
        for path in stale:
            click.echo(f"{docs.as_posix()}/{path}: not what the seeds give; run: briefing build", err=True)
        sys.exit(1 if stale else 0)
    written = pipeline.write_pages(built, docs)
    _print(written.findings, "text")
    click.echo(f"{len(built.pages)} pages, {len(written.changed)} changed", err=True)
    sys.exit(_status(written.findings))


@main.command()
@SEEDS
@SAME_DOCS
@ORIGINALS
def verify(seeds: Path, originals: Path | None) -> None:
    """Prove the evidence again from the originals: same, stale (older rules or names) or wrong.

    Our own words are compared with theirs in full: a copied run of words is an error.
    """
    from generator.ingest import verify as verify_all

    with _Opened(seeds):
        verdicts = verify_all(seeds, originals or seeds / "originals")
    for verdict in verdicts:
        click.echo(verdict.words)
    sys.exit(1 if any(verdict.is_failure for verdict in verdicts) else 0)


@main.command()
@click.argument("code", required=False)
@click.option(
    "--language", type=click.Choice(languages()), default="en", show_default=True, help="Language of the manual."
)
@SAME_SEEDS
@SAME_DOCS
def explain(code: str | None, language: str) -> None:
    """Print the manual page of a rule, such as B301; without a code, the list of all rules."""
    from generator.reading import wrapped
    from generator.site.labels import read_labels

    rules = {rule.code: rule for rule in pipeline.RULES}
    if code is None:
        for rule in pipeline.RULES:
            click.echo(f"{rule.code}  {rule.severity:<8} {manual_of(rule, language).what}")
        return
    if code.upper() not in rules:
        raise click.UsageError(f"no rule {code}; briefing explain lists them all")
    rule = rules[code.upper()]
    page, labels = manual_of(rule, language), read_labels(language)
    parts = {"why": page.why, "bad": page.bad, "good": page.good}
    told = (line for name, words in parts.items() for line in wrapped(f"{labels(name)}: {words}"))
    click.echo(f"{rule.code} ({labels(f'severity-{rule.severity}')})\n\n{page.what}.\n\n" + "\n".join(told))


@main.command()
@SEEDS
@SAME_DOCS
@click.option("--since", "revision", default="HEAD", show_default=True, help="The git revision to compare with.")
def changes(seeds: Path, revision: str) -> None:
    """Tell which claims differ from an earlier revision: what is said, and what it rests on.

    The answer is Markdown, ready for a pull request.
    """
    import tempfile

    from generator.changes import find_changes, render_changes

    with tempfile.TemporaryDirectory() as folder, _Opened(seeds):
        before = pipeline.check(_seeds_at(revision, seeds, Path(folder))).site
        click.echo(render_changes(find_changes(before, pipeline.check(seeds).site)), nl=False)


@main.command()
@SEEDS
@DOCS
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port of the first language."
)
def serve(seeds: Path, docs: Path, port: int) -> None:
    """Show the site live: pages are made again whenever the seeds change.

    Each language is served at a port of its own, counting up from PORT; the switch between them needs the built site.
    """
    from generator.serving import serve_site

    with _Opened(seeds):
        serve_site(seeds, docs, port, lambda words: click.echo(words, err=True))


@main.command()
@SEEDS
@SAME_DOCS
@click.option(
    "--site",
    type=FOLDER,
    default=Path("site"),
    show_default=True,
    help="Folder that the builders wrote the languages into.",
)
@click.option("--base", default="", envvar="SITE_URL", help="Address that the site will have, with its closing slash.")
def assemble(seeds: Path, site: Path, base: str) -> None:
    """Finish the built site: the choice of language and the page for dead links, at the root."""
    with _Opened(seeds):
        for path in pipeline.assemble(seeds, site, base):
            click.echo(f"wrote {path}", err=True)


# --------------------------------------------------------------------------------------------------------- helpers


class _Opened:
    """Turns a missing folder or file into a usage error."""

    def __init__(self, seeds: Path) -> None:
        self.seeds = seeds

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: object) -> None:
        if isinstance(fault, FileNotFoundError | NotAtHandError):
            raise click.UsageError(str(fault)) from fault


def _tell(outcomes: Iterator[Outcome], count: int) -> int:
    """Print what became of each of *count* files, behind a progress bar; return the exit status."""
    with click.progressbar(outcomes, length=count, label="Reading", file=sys.stderr) as bar:
        results = list(bar)
    for result in results:
        click.echo(result.words, err=result.is_failure)
    failed = sum(result.is_failure for result in results)
    if failed:
        click.echo(f"{failed} of {count} files could not be read", err=True)
    return 1 if failed else 0


def _paint(text: str, part: str) -> str:
    return click.style(text, fg=_COLOURS.get(part), bold=part == "error")


def _print(findings: Sequence[Finding], form: str) -> None:
    """Print *findings*; colour only where a person looks."""
    if form != "text":
        click.echo(_RENDERERS[form](findings), nl=False)
        return
    click.echo(report.render_text(findings, _paint), nl=False)
    click.echo(report.render_count(findings), err=True)


def _check_once(seeds: Path, form: str) -> int:
    """Print what is wrong with *seeds* and return the exit status."""
    checked = pipeline.check(seeds, _tracked_originals(seeds))
    _print(checked.findings, form)
    return _status(checked.findings)


def _watch(seeds: Path, form: str) -> None:
    """Check again at every change until interrupted."""
    from generator.serving import changes_of

    click.echo(f"watching {seeds.as_posix()}; stop with Ctrl-C", err=True)
    try:
        for _ in changes_of(seeds, lambda: True):
            click.clear()
            try:
                _check_once(seeds, form)
            except FileNotFoundError:
                continue  # A file was moved while it was read: the next look sees where it went.
    except KeyboardInterrupt:
        click.echo("stopped", err=True)


def _status(findings: Sequence[Finding]) -> int:
    return 1 if any(finding.rule.severity is Severity.ERROR for finding in findings) else 0


def _seeds_at(revision: str, seeds: Path, folder: Path) -> Path:
    """Return a copy, below *folder*, of the seeds as they stood at *revision*."""
    import tarfile

    command = ["git", "archive", "--format=tar", revision, "--", "."]
    done = subprocess.run(command, cwd=seeds, capture_output=True, check=False)
    if done.returncode:
        raise NotAtHandError(f"no seeds at {revision}: {done.stderr.decode('utf-8', 'replace').strip()}")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None and ".." not in Path(member.name).parts:
                write_file(folder / member.name, file.read())
    return folder


def _tracked_originals(seeds: Path) -> tuple[str, ...]:
    """Return the originals that git tracks; none where there is no git or no repository."""
    folder = seeds / "originals"
    try:
        done = subprocess.run(
            ["git", "ls-files", "-z", "--", folder.name],
            cwd=seeds,
            capture_output=True,
            check=False,
        )
    except OSError:
        return ()
    names = done.stdout.decode("utf-8", "replace").split("\0") if done.returncode == 0 else []
    return tuple(f"{seeds.as_posix()}/{name}" for name in names if name)
