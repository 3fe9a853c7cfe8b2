"""Files that are made when the site is built and never committed: pictures, data, the guide for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.model import Site
from generator.site import search
from generator.site.addresses import DATA, PICTURES
from generator.site.atlas import read_atlas
from generator.site.charts import draw_pictures
from generator.site.downloads import offer_downloads
from generator.site.labels import read_labels
from generator.storage import write_file

# What these folders may lose when no seed asks for it any more; a reader's photograph beside it is not ours to remove.
_OURS = {PICTURES: (".svg",), DATA: (".json", ".csv")}


def make_assets(site: Site) -> dict[str, bytes]:
    """Return every such file by its path below ``docs/``."""
    atlas = read_atlas(site)
    files: dict[str, bytes] = {}
    for language in site.library.settings.languages:
        labels = read_labels(language)
        files |= draw_pictures(atlas, labels)
        files |= offer_downloads(atlas, labels)
        files[f"{language}/{DATA}/{search.FILE}"] = search.names_file(site.library.entities.values())
    return dict(sorted(files.items()))


def write_assets(assets: Mapping[str, bytes], docs: Path) -> tuple[str, ...]:
    """Write *assets* below *docs* where they differ from what is there, remove those left over; return what changed."""
    changed = []
    for path, raw in assets.items():
        if write_file(docs / path, raw):
            changed.append(path)
    for path in _left_over(assets, docs):
        (docs / path).unlink()
        changed.append(path)
    return tuple(changed)


def _left_over(assets: Mapping[str, bytes], docs: Path) -> Iterator[str]:
    for folder, endings in _OURS.items():
        for file in sorted(docs.glob(f"*/{folder}/*")):
            path = file.relative_to(docs).as_posix()
            if file.suffix in endings and path not in assets:
                yield path
