"""Regular expressions that are compiled when they are first used, so that importing a reader costs nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub")
HANGUL = r"[^\W\d_a-zA-Z]"
"""A syllable: letters that are not Latin. Unlike the set of all syllables, it compiles in no time."""


class Pattern:
    """A regular expression whose methods are those of the compiled one, made on the first call.

    A list of several hundred words takes milliseconds to compile: a run that reads one language need not pay for both.

    >>> bool(Pattern("[0-9]+").match("12 hotels"))
    True
    """

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile when a method is asked for that is not there yet; raises AttributeError for anything else."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
