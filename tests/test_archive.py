"""What the publisher refuses to open, and why."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import archive
import pytest
from archive import ArchiveError, read_archive, write_archive

PAGE = b"<html><head></head></html>"


def make_zip(path: Path, entries: list[tuple[str | zipfile.ZipInfo, bytes]]) -> Path:
    """Write a zip archive with an index page and *entries*, which may be as wicked as they like."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("index.html", PAGE)
        for name, contents in entries:
            file.writestr(name, contents)
    return path


def with_mode(name: str, mode: int) -> zipfile.ZipInfo:
    """Return an entry *name* with a Unix mode."""
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = mode << 16
    return entry


def packed(name: str, method: int) -> zipfile.ZipInfo:
    """Return an entry *name* compressed with *method*."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = method
    return entry


NAMES = [
    pytest.param("../escape.html", "not plain", id="parent-folder"),
    pytest.param("a/../../escape.html", "not plain", id="parent-folder-inside"),
    pytest.param("/etc/escape.html", "not plain", id="absolute"),
    pytest.param("C:/escape.html", "not plain", id="drive"),
    pytest.param("a\\..\\escape.html", "not plain", id="backslash"),
    pytest.param("a//b.html", "not plain", id="empty-part"),
    pytest.param("./a.html", "not plain", id="here"),
    pytest.param(".git/config.txt", "not plain", id="git-folder"),
    pytest.param(".github/workflows/ci.yml", "not plain", id="workflow"),
    pytest.param(".nojekyll", "not plain", id="leading-dot"),
    pytest.param("a\nb.html", "not plain", id="line-break"),
    pytest.param("a b.html", "not plain", id="blank"),
    pytest.param("-rf.html", "not plain", id="looks-like-an-option"),
    pytest.param("페이지.html", "not plain", id="not-ascii"),
    pytest.param("a\u202egnp.html", "not plain", id="direction-mark"),
    pytest.param("folder./a.html", "not plain", id="trailing-dot"),
    pytest.param("CNAME", "publisher's own", id="domain-takeover"),
    pytest.param("cname/a.html", "publisher's own", id="domain-takeover-lower-case"),
    pytest.param("previews/pr-1/index.html", "publisher's own", id="somebody-else's-preview"),
    pytest.param("Previews/pr-1/index.html", "publisher's own", id="preview-by-case"),
    pytest.param("build.txt", "publisher's own", id="forged-build"),
    pytest.param("program.exe", "kind of file", id="program"),
    pytest.param("script.php", "kind of file", id="server-script"),
    pytest.param("Makefile", "kind of file", id="no-ending"),
    pytest.param("a/" * 12 + "b.html", "too deep", id="too-deep"),
    pytest.param("a" * 240 + ".html", "too long", id="too-long"),
]


@pytest.mark.parametrize(("name", "reason"), NAMES)
def test_wicked_names_are_refused(tmp_path: Path, name: str, reason: str) -> None:
    """An archive with one name that no site of ours would hold is refused whole."""
    path = make_zip(tmp_path / "site.zip", [(name, PAGE)])
    with pytest.raises(ArchiveError, match=reason):
        read_archive(path)


ENTRIES = [
    pytest.param([(with_mode("a.html", stat.S_IFLNK | 0o777), b"/etc/passwd")], "not a plain file", id="symlink"),
    pytest.param([(with_mode("a.html", stat.S_IFCHR | 0o666), b"")], "not a plain file", id="device"),
    pytest.param([(with_mode("a.html", stat.S_IFIFO | 0o666), b"")], "not a plain file", id="pipe"),
    pytest.param([("A.html", PAGE), ("a.html", PAGE)], "stands twice", id="case-clash"),
    pytest.param([("INDEX.html", PAGE)], "stands twice", id="case-clash-with-the-index"),
    pytest.param([("a.html", PAGE), ("a.html/b.html", PAGE)], "file and a folder", id="file-and-folder"),
    pytest.param([(packed("a.html", zipfile.ZIP_BZIP2), b"0" * 99)], "unusual compression", id="bzip2"),
    pytest.param([(packed("a.html", zipfile.ZIP_LZMA), b"0" * 99)], "unusual compression", id="lzma"),
]


@pytest.mark.parametrize(("entries", "reason"), ENTRIES)
def test_wicked_entries_are_refused(
    tmp_path: Path, entries: list[tuple[str | zipfile.ZipInfo, bytes]], reason: str
) -> None:
    """Links, devices, clashing names and unusual compression are refused."""
    path = make_zip(tmp_path / "site.zip", entries)
    with pytest.raises(ArchiveError, match=reason):
        read_archive(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_given_twice_is_refused(tmp_path: Path) -> None:
    """The same name twice would let one reader see the first and another the second."""
    path = make_zip(tmp_path / "site.zip", [("a.html", PAGE), ("a.html", b"other")])
    with pytest.raises(ArchiveError, match="stands twice"):
        read_archive(path)


def test_a_name_cut_by_a_nul_is_refused(tmp_path: Path) -> None:
    """A name that ends for some readers at a NUL is refused, not shortened."""
    path = make_zip(tmp_path / "site.zip", [("aaaaXhtml.html", PAGE)])
    path.write_bytes(path.read_bytes().replace(b"aaaaXhtml.html", b"a.html\x00xl.html"))
    with pytest.raises(ArchiveError, match="not plain"):
        read_archive(path)


def test_two_names_for_one_entry_are_refused(tmp_path: Path) -> None:
    """An entry that is called one thing in the list and another at its place is refused."""
    path = make_zip(tmp_path / "site.zip", [("good.html", PAGE)])
    path.write_bytes(path.read_bytes().replace(b"good.html", b"evil.html", 1))
    with pytest.raises(ArchiveError, match="not a readable archive"):
        read_archive(path)


def changed_sizes(path: Path, declared: int) -> None:
    """Set the uncompressed size that the list of *path* declares for its last entry."""
    raw = bytearray(path.read_bytes())
    offset = raw.rindex(b"PK\x01\x02")
    struct.pack_into("<I", raw, offset + 24, declared)
    path.write_bytes(raw)


@pytest.mark.parametrize("declared", [pytest.param(10, id="less"), pytest.param(10_000_000, id="more")])
def test_a_lying_size_is_refused(tmp_path: Path, declared: int) -> None:
    """What is read must be exactly what was declared."""
    path = make_zip(tmp_path / "site.zip", [("a.html", b"0" * 100_000)])
    changed_sizes(path, declared)
    with pytest.raises(ArchiveError):
        read_archive(path)


def test_a_bomb_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small archive that declares too much is refused by what it declares."""
    monkeypatch.setattr(archive, "MAX_BYTES", 1_000_000)
    path = make_zip(tmp_path / "site.zip", [("a.html", bytes(2_000_000))])
    assert path.stat().st_size < 10_000
    with pytest.raises(ArchiveError, match="more than 1000000 bytes"):
        read_archive(path)


def test_a_bomb_that_lies_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bomb that declares little yields no more than it declares, and is refused."""
    monkeypatch.setattr(archive, "MAX_BYTES", 1_000_000)
    path = make_zip(tmp_path / "site.zip", [("a.html", bytes(50_000_000))])
    changed_sizes(path, 100)
    with pytest.raises(ArchiveError):
        read_archive(path)


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of files is limited."""
    monkeypatch.setattr(archive, "MAX_FILES", 3)
    path = make_zip(tmp_path / "site.zip", [(f"{number}.html", PAGE) for number in range(3)])
    with pytest.raises(ArchiveError, match="more than 3 files"):
        read_archive(path)


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    """A file that needs a password is refused."""
    path = make_zip(tmp_path / "site.zip", [("a.html", PAGE)])
    raw = bytearray(path.read_bytes())
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    with pytest.raises(ArchiveError, match="encrypted"):
        read_archive(path)


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    """Contents that do not match their checksum are refused."""
    path = make_zip(tmp_path / "site.zip", [(packed("a.html", zipfile.ZIP_STORED), b"right right right")])
    path.write_bytes(path.read_bytes().replace(b"right right right", b"wrong wrong wrong"))
    with pytest.raises(ArchiveError, match="not a readable archive"):
        read_archive(path)


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x1f\x8b no zip", id="gzip"),
        pytest.param(b"PK\x05\x06", id="torn"),
    ],
)
def test_what_is_no_zip_is_refused(tmp_path: Path, contents: bytes) -> None:
    """A file that is no zip archive is refused."""
    path = tmp_path / "site.zip"
    path.write_bytes(contents)
    with pytest.raises(ArchiveError, match="not a readable archive"):
        read_archive(path)


def test_an_archive_that_is_a_link_is_refused(tmp_path: Path) -> None:
    """The archive itself must be a plain file."""
    make_zip(tmp_path / "real.zip", [])
    (tmp_path / "site.zip").symlink_to(tmp_path / "real.zip")
    with pytest.raises(ArchiveError, match="no archive"):
        read_archive(tmp_path / "site.zip")


def test_a_site_without_a_front_page_is_refused(tmp_path: Path) -> None:
    """Publishing an archive without an index page would leave visitors with nothing."""
    path = tmp_path / "site.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("en/index.html", PAGE)
    with pytest.raises(ArchiveError, match=r"no index\.html"):
        read_archive(path)


def test_the_words_of_a_refusal_are_harmless(tmp_path: Path) -> None:
    """A name in a message is quoted, ASCII and short, whatever it holds."""
    path = make_zip(tmp_path / "site.zip", [("::error::한" + "x" * 200 + "\n.html", PAGE)])
    with pytest.raises(ArchiveError) as refusal:
        read_archive(path)
    assert str(refusal.value).isascii()
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 120


def test_a_good_site_passes_and_survives_being_packed_again(tmp_path: Path) -> None:
    """What we pack of it is read back the same, and packing it twice gives the same bytes."""
    entries = [("en/", b""), ("en/index.html", PAGE), ("assets/javascripts/lunr/min/lunr.ko.min.js", b"1")]
    site = read_archive(make_zip(tmp_path / "site.zip", [*entries, ("sitemap.xml.gz", b"\x1f\x8b"), ("a.tar.gz", b"")]))
    assert sorted(site) == [
        "a.tar.gz",
        "assets/javascripts/lunr/min/lunr.ko.min.js",
        "en/index.html",
        "index.html",
        "sitemap.xml.gz",
    ]
    write_archive(tmp_path / "one.zip", site)
    write_archive(tmp_path / "two.zip", dict(reversed(site.items())))
    assert read_archive(tmp_path / "one.zip") == site
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert zipfile.is_zipfile(io.BytesIO((tmp_path / "one.zip").read_bytes()))


def test_the_site_as_built_is_accepted(built: Path, tmp_path: Path) -> None:
    """Everything that `make site` makes is something that the publisher publishes."""
    files = {path.relative_to(built).as_posix(): path for path in sorted(built.rglob("*")) if path.is_file()}
    with zipfile.ZipFile(tmp_path / "site.zip", "w", zipfile.ZIP_DEFLATED) as file:
        for name, path in files.items():
            file.write(path, name)
    assert sorted(read_archive(tmp_path / "site.zip")) == sorted(files)
    assert len(files) > 50
