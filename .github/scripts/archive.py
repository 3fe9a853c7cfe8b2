"""Open the archive of a built site that a stranger may have made. Nothing in it is believed.

An archive is taken whole or refused: every name is judged before a byte is read, and the contents go to memory, never
to a path that the archive names. What is refused, and why, is listed in tests/test_archive.py.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

MAX_FILES = 5000
MAX_BYTES = 100 * 1024 * 1024
MAX_DEPTH = 12
MAX_NAME = 240

SUFFIXES = frozenset(
    {"html", "css", "js", "map", "json", "jsonl", "jsonld", "xml", "rss", "atom", "txt", "md", "csv", "yml", "yaml"}
    | {"svg", "png", "jpg", "jpeg", "webp", "gif", "ico", "avif", "woff", "woff2"}
    | {"gz", "pdf", "webmanifest", "ics", "bib", "ris"}
)
"""What a static site of ours holds. Anything else would be somebody else's idea."""

RESERVED = frozenset({"previews", "cname", "build.txt"})
"""Top-level names that belong to the publisher."""

COMPONENT = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._~@+-]*\Z")
"""A file or folder name: ASCII, no leading dot (``.git``, ``..``), no separator, blank, colon or control character."""


class ArchiveError(Exception):
    """The archive is refused; the message says why and never holds more of it than a shortened name."""


def shown(name: str) -> str:
    """Return *name* fit for a log: ASCII, quoted, shortened."""
    quoted = ascii(name)
    return quoted if len(quoted) <= 80 else quoted[:76] + "...'"


def check_name(name: str) -> None:
    """Raise ArchiveError unless *name* is a path that a site of ours could hold."""
    parts = name.split("/")
    if len(name) > MAX_NAME or len(parts) > MAX_DEPTH:
        raise ArchiveError(f"name is too long or too deep: {shown(name)}")
    if not all(COMPONENT.match(part) for part in parts) or any(part.endswith(".") for part in parts):
        raise ArchiveError(f"name is not plain: {shown(name)}")
    if parts[0].lower() in RESERVED:
        raise ArchiveError(f"name is the publisher's own: {shown(name)}")


def check_suffix(name: str) -> None:
    """Raise ArchiveError unless the ending of *name* is one of SUFFIXES."""
    if Path(name).suffix.lower().lstrip(".") not in SUFFIXES:
        raise ArchiveError(f"kind of file is not published: {shown(name)}")


def check_clashes(names: Iterable[str]) -> None:
    """Raise ArchiveError when two names are one on some disk, or a file stands where a folder must."""
    files: set[str] = set()
    folders: set[str] = set()
    for name in names:
        key = name.lower()
        if key in files:
            raise ArchiveError(f"name stands twice: {shown(name)}")
        files.add(key)
        parts = key.split("/")
        folders.update("/".join(parts[:depth]) for depth in range(1, len(parts)))
    for name in sorted(files & folders):
        raise ArchiveError(f"name is a file and a folder: {shown(name)}")


def check_entry(entry: zipfile.ZipInfo) -> None:
    """Raise ArchiveError unless *entry* is a plain, readable file or folder under a plain name."""
    # zipfile cuts a name at its first NUL and turns some separators; what the archive really says is orig_filename.
    if entry.filename != entry.orig_filename:
        raise ArchiveError(f"name is not plain: {shown(entry.orig_filename)}")
    check_name(entry.filename.removesuffix("/") if entry.is_dir() else entry.filename)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if entry.is_dir() else stat.S_IFREG):
        raise ArchiveError(f"not a plain file: {shown(entry.filename)}")
    if entry.flag_bits & 0x1:
        raise ArchiveError(f"encrypted: {shown(entry.filename)}")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ArchiveError(f"unusual compression: {shown(entry.filename)}")
    if entry.is_dir():
        if entry.file_size:
            raise ArchiveError(f"folder with contents: {shown(entry.filename)}")
    else:
        check_suffix(entry.filename)


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowed: int) -> bytes:
    """Return the contents of *entry*, at most *allowed* bytes and exactly as many as the archive says."""
    with archive.open(entry) as stream:
        contents = stream.read(allowed + 1)
    if len(contents) > allowed:
        raise ArchiveError(f"more than {MAX_BYTES} bytes in all")
    if len(contents) != entry.file_size:
        raise ArchiveError(f"size is not as declared: {shown(entry.filename)}")
    return contents


def read_archive(path: Path) -> dict[str, bytes]:
    """Return the files of the zip archive at *path*: names with forward slashes, and contents.

    Raises ArchiveError when anything in it is not what a built site of ours would hold.
    """
    if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_BYTES:
        raise ArchiveError("no archive, or a file over the limit")
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_FILES:
                raise ArchiveError(f"more than {MAX_FILES} files")
            for entry in entries:
                check_entry(entry)
            files = [entry for entry in entries if not entry.is_dir()]
            check_clashes(entry.filename for entry in files)
            if sum(entry.file_size for entry in files) > MAX_BYTES:
                raise ArchiveError(f"more than {MAX_BYTES} bytes in all")
            contents: dict[str, bytes] = {}
            left = MAX_BYTES
            for entry in files:
                contents[entry.filename] = read_entry(archive, entry, left)
                left -= len(contents[entry.filename])
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise ArchiveError(f"not a readable archive: {shown(str(error))}") from error
    if "index.html" not in contents:
        raise ArchiveError("no index.html at the top")
    return contents


def write_archive(path: Path, contents: Mapping[str, bytes]) -> None:
    """Write *contents* to a zip archive at *path*: what the next job opens is made by us, byte for byte."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, contents[name])
