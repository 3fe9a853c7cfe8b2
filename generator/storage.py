"""Bytes onto disk: whole or not at all, and only where they differ."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class NotAtHandError(LookupError):
    """Nothing is there under the name that was asked for. The message says what to do."""


def write_file(path: Path, content: bytes) -> bool:
    """Write *content* to *path* atomically, making its folder; return whether anything changed.

    A reader sees the old bytes or the new ones, never a part. A file whose bytes are right keeps its time of change.
    """
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        draft.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        draft.replace(path)
    except BaseException:
        draft.unlink()
        raise
    return True
