"""Mutants of the shipped seeds: every figure, date and name of a briefing, changed, is found where it stands."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import pytest

from generator.claims.carriers import Carrier, best_date_fit, best_figure_fit, carriers_of, cited_by_briefing
from generator.claims.checks import dates, figures, names
from generator.claims.comparison import Fit
from generator.claims.library import read_library
from generator.claims.readings import Reading, read_claims
from generator.claims.resolve import resolve
from generator.finding import Severity
from generator.language.dates import parse_when, read_dates
from generator.language.figures import read_figures
from generator.model import DateSpan, Figure, Mention, Site
from tests.conftest import ROOT

SEEDS = ROOT / "seeds"
CHECKS = (figures.find_unsupported_figures, dates.find_unsupported_dates, names.find_unnamed)

SWAPS = (
    *((str(digit), str(digit % 9 + 1)) for digit in range(1, 10)),
    *(("one", "nine"), ("two", "six"), ("three", "eight"), ("four", "nine"), ("five", "nine"), ("six", "nine")),
    *(("seven", "eleven"), ("eight", "eleven"), ("nine", "eleven"), ("ten", "forty"), ("first", "third")),
    *(("second", "fourth"), ("third", "first"), ("fourth", "second"), ("trillion", "million"), ("billion", "million")),
    *(("한 ", "아홉 "), ("두 ", "여덟 "), ("세 ", "아홉 "), ("네 ", "아홉 "), ("다섯 ", "열한 "), ("일곱 ", "열한 ")),
    *(("수조", "수억"), ("수억", "수조"), ("상반기", "하반기"), ("하반기", "상반기"), ("3사", "8사")),
    *(("January", "May"), ("February", "May"), ("March", "May"), ("April", "May"), ("June", "May"), ("July", "May")),
    *(("August", "May"), ("September", "May"), ("October", "May"), ("November", "May"), ("December", "May")),
)
"""What a slip of the pen makes of a number or a month; the first that fits and changes the meaning is taken."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change to one file: at *start*, *old* becomes *new*, and the finding is expected at *start*."""

    path: str
    start: int
    old: str
    new: str
    what: str
    passage: tuple[str, ...]
    """Mutants of one passage are tried one after another, others at once."""


@lru_cache(maxsize=1)
def shipped() -> Site:
    """Return the site of the shipped seeds."""
    return resolve(read_library(SEEDS)[0])[0]


def mutants() -> Iterator[Mutant]:
    """Yield a mutant of each figure, date and name in the prose, the ledger, the timeline and who is who."""
    site = shipped()
    around = cited_by_briefing(site)
    for reading in read_claims(site):
        if reading.claim.supports or reading.claim.place.kind == "prose":
            yield from _mutants_of(site, reading, around)


def _mutants_of(site: Site, reading: Reading, around: Mapping[str, tuple[Carrier, ...]]) -> Iterator[Mutant]:
    carriers = carriers_of(reading.claim) or around.get(reading.claim.place.id, ())
    for figure in reading.figures:
        yield from _changed(reading, figure, partial(_is_figure_untrue, reading, carriers, figure), "figure")
    for date in reading.dates:
        yield from _changed(reading, date, partial(_is_date_untrue, reading, carriers, date), "date")
    for mention in reading.mentions if reading.claim.supports else ():
        yield from _renamed(site, reading, mention)


def _is_figure_untrue(reading: Reading, carriers: tuple[Carrier, ...], was: Figure, text: str) -> bool:
    fresh = [figure for figure in read_figures(text, reading.claim.language) if figure.start == was.start]
    return bool(fresh) and all(best_figure_fit(figure, carriers) is not Fit.CARRIED for figure in fresh)


def _is_date_untrue(reading: Reading, carriers: tuple[Carrier, ...], was: DateSpan, text: str) -> bool:
    language = reading.claim.language
    found = read_dates([text], language, None)[0] if language else tuple(filter(None, [parse_when(text)]))
    fresh = [date for date in found if date.start == was.start]
    return bool(fresh) and all(best_date_fit(date, carriers) is not Fit.CARRIED for date in fresh)


def _changed(
    reading: Reading, value: Figure | DateSpan, is_untrue: Callable[[str], bool], what: str
) -> Iterator[Mutant]:
    """Yield the first change of a value written by hand that makes it untrue."""
    claim = reading.claim
    if not claim.is_written(value.start, value.end):
        return
    span = claim.span(value.start, value.end)
    for old, new in SWAPS:
        # A word is swapped as a whole; figures and Korean are written without blanks.
        whole_word = rf"\b{old}\b" if old.isascii() and old.isalpha() else re.escape(old)
        changed = re.sub(whole_word, new, value.text, count=1, flags=re.IGNORECASE)
        whole = claim.text[: value.start] + changed + claim.text[value.end :]
        if changed != value.text and span.text == value.text and is_untrue(whole):
            yield Mutant(span.path, span.start, value.text, changed, what, _passage(reading))
            return


def _renamed(site: Site, reading: Reading, mention: Mention) -> Iterator[Mutant]:
    """Yield the name of another entity of the same kind, which no cited article names."""
    claim, entities = reading.claim, site.library.entities
    named = {
        one.entity
        for support in claim.supports
        for row in site.library.evidence[support.article.id].paragraphs
        for one in row.mentions
    }
    kind = entities[mention.entity].kind
    others = [
        one for one in entities.values() if one.kind == kind and one.id not in named and claim.language in one.names
    ]
    if not others:
        return
    span = claim.span(mention.start, mention.end)
    other = others[0]
    if span.text.startswith("{@"):
        yield Mutant(span.path, span.start, span.text, f"{{@{other.id}}}", "linked name", _passage(reading))
    elif span.text == mention.text == entities[mention.entity].names[claim.language].text:
        yield Mutant(span.path, span.start, span.text, other.names[claim.language].text, "name", _passage(reading))


def _passage(reading: Reading) -> tuple[str, ...]:
    place = reading.claim.place
    return (place.kind, place.id, place.section, place.passage, str(place.index) if place.kind == "value" else "")


@lru_cache(maxsize=1)
def outcomes() -> tuple[tuple[Mutant, bool], ...]:
    """Return each mutant and whether an error stands at its very line and column.

    Mutants of different passages are tried together, since no finding reaches beyond its passage.
    """
    rounds: list[list[Mutant]] = []
    counts: Counter[tuple[str, ...]] = Counter()
    for mutant in dict.fromkeys(mutants()):
        turn = counts[mutant.passage]
        counts[mutant.passage] += 1
        rounds += [[]] * 0 if turn < len(rounds) else [[]]
        rounds[turn].append(mutant)
    return tuple(outcome for group in rounds for outcome in _try(group))


def _try(group: list[Mutant]) -> Iterator[tuple[Mutant, bool]]:
    texts = {mutant.path: Path(mutant.path).read_text(encoding="utf-8") for mutant in group}
    places: dict[Mutant, tuple[str, int]] = {}
    for path, text in texts.items():
        shift, pieces, at = 0, [], 0
        for mutant in sorted((one for one in group if one.path == path), key=lambda one: one.start):
            assert text[mutant.start :].startswith(mutant.old)
            places[mutant] = (path, mutant.start + shift)
            pieces += [text[at : mutant.start], mutant.new]
            at = mutant.start + len(mutant.old)
            shift += len(mutant.new) - len(mutant.old)
        texts[path] = "".join([*pieces, text[at:]])
    found = _errors(texts)
    for mutant in group:
        yield mutant, places[mutant] in found


def _errors(texts: dict[str, str]) -> set[tuple[str, int]]:
    """Return path and offset of each error that the checks find with *texts* in place of the shipped files."""
    folder = _COPY[0]
    shutil.copytree(SEEDS, folder, dirs_exist_ok=True)
    for path, text in texts.items():
        (folder / Path(path).relative_to(SEEDS)).write_text(text, encoding="utf-8")
    site, _ = resolve(read_library(folder)[0])
    return {
        (str(SEEDS / Path(finding.span.path).relative_to(folder)), finding.span.start)
        for check in CHECKS
        for finding in check(site)
        if finding.rule.severity is Severity.ERROR
    }


_COPY: list[Path] = []


@pytest.fixture(scope="module", autouse=True)
def copy(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give the mutants a copy of the seeds to live in."""
    _COPY[:] = [tmp_path_factory.mktemp("mutants") / "seeds"]


def test_there_are_mutants_of_every_kind_in_every_briefing() -> None:
    """Figures, dates and names of all briefings, in both languages, are changed in turn."""
    tried = [mutant for mutant, _ in outcomes()]
    for briefing in shipped().library.briefings:
        for language in ("en", "ko"):
            own = {mutant.what for mutant in tried if mutant.path.endswith(f"briefings/{briefing}/{language}.md")}
            assert {"linked name"} <= own, (briefing, language)
    assert {"figure", "date", "linked name", "name"} <= {mutant.what for mutant in tried}
    assert len(tried) >= 400


def test_every_mutant_is_found_where_it_stands() -> None:
    """A changed figure, date or name is an error at its line and column."""
    missed = [
        f"{Path(one.path).name}: {one.what} {one.old} → {one.new}" for one, is_found in outcomes() if not is_found
    ]
    assert not missed, "\n".join(missed)


def test_unchanged_seeds_are_clean() -> None:
    """Without a change nothing is found."""
    assert [finding for check in CHECKS for finding in check(shipped())] == []


def table() -> str:
    """Return how many mutants of each kind were found, for the record."""
    kinds = Counter(mutant.what for mutant, _ in outcomes())
    found = Counter(mutant.what for mutant, is_found in outcomes() if is_found)
    return "\n".join(f"{kind:<14}{found[kind]:>4} of {kinds[kind]}" for kind in kinds)
