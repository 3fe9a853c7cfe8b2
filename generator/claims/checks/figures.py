"""3xx: the figures of a statement against the figures of the paragraphs it cites."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from generator.claims.bare import bare_figures
from generator.claims.carriers import (
    Carrier,
    best_figure_fit,
    carriers_of,
    cited_by_briefing,
    figure_notes,
    find_figure_elsewhere,
    has_lost_citation,
    is_told_by_date,
)
from generator.claims.comparison import Fit, figure_fit, is_end, show_figure
from generator.claims.readings import Reading, read_claims
from generator.finding import Finding, Rule, Severity
from generator.language.figures import read_figures
from generator.language.figures_loose import FRACTION, ORDINAL, POINT, SCORE, read_loose
from generator.model import Bound, Figure, FigureKind, Library, Mention, Paragraph, Site

FIGURE_DIFFERS = Rule(
    "B301",
    Severity.ERROR,
    """
A figure is not one that the cited paragraphs give.

Why: readers follow the citation and must find the same number. Figures compare by value, whatever the language or the
way they are written: 2.4 trillion won is 2조4000억원.
Bad: The deal is worth 2.4 trillion won. [@a, ¶1] (¶1 gives 2조3000억원)
Good: The deal is worth 2.3 trillion won. [@a, ¶1]
""",
)
FIGURE_TOO_EXACT = Rule(
    "B302",
    Severity.ERROR,
    """
A figure says more than the cited paragraphs do.

Why: a rounded number, a bound or a range is what the source vouches for; a reader would take ours for more. A figure
may be less precise than its source, never more, and a rounded one says "about".
Bad: The fund holds 300 billion won. [@a, ¶1] (¶1 gives over 300 billion won)
Good: The fund holds more than 300 billion won. [@a, ¶1]
""",
)
FIGURE_UNCITED = Rule(
    "B303",
    Severity.ERROR,
    """
A figure stands without a citation.

Why: nothing on the site may give a number that no reader can follow to its source. Among what is not known, and in
subheadings, it is enough that a paragraph cited elsewhere in the briefing gives it.
Bad: Nobody says who pays the 2.4 trillion won. (in a briefing that cites no paragraph with that sum)
Good: Nobody says who pays the 2.4 trillion won. [@a, ¶1]
""",
)

NAMED_AT_MOST = 12
"""Up to which count a list of names may stand for its number."""
CLAUSE = 16
"""Within how many letters of "for one" stands what one has."""
LIST_GAP = len(").), and ")
"""How many letters may stand between two names of one list, where the words between are not known."""
_JOINT = re.compile(
    r"(?:,? (?:Inc|Corp|Ltd|Co|LLC|PBC|AG|SE|plc)\b)?[\s,;·&/()“”‘’\"'–—.]*"
    r"(?:(?:and|or|as well as|plus|및|와|과|이?랑|하고|그리고|또는)[\s,]*)?(?:the )?[“‘\"']?"
)
"""What may stand between two names of one list in words of ours."""
_BESIDE = re.compile(r"[\s,:;–—()-]*(?:(?:as|are|were|all|the|these|those|its|their|namely|이상|까지|의)[\s,:]*)*[“‘]?")
"""What may stand between a count and the list of all that it counts."""

_PART_AFTER = re.compile(
    r"[\s,)—–-]*(?:(?:among|amongst) (?:them|those|these|others)\b|included\b|and others\b|등[이을의에과]?(?=[)）,.]|$)"
    r"|(?:[을를]|도) (?:포함|비롯))"
)
_PART_BEFORE = re.compile(
    r"(?:\b(?:including|such as|like|for example|for instance|e\.g\.|notably|among them|among which)|예컨대|가령"
    r"|예를 들어)[\s,:]*(?:the )?[“‘\"']?$"
)
"""Around a list that gives only a part of what is counted: "five languages, Arabic and German among them"."""

FIT_WORDS = {
    Fit.BOUND: "figure has another bound than its evidence",
    Fit.ROUNDED: "figure is rounded and does not say so",
    Fit.FINER: "figure is more precise than its evidence",
}
_HELP = {
    Fit.BOUND: "give it the bound that the source gives",
    Fit.ROUNDED: 'write "about" before it, or the figure in full',
    Fit.FINER: "write it as the source does",
}


def find_unsupported_figures(site: Site) -> Iterator[Finding]:
    """Yield a finding for each figure that nothing the claim cites carries."""
    articles = len(site.library.articles)
    cited = cited_by_briefing(site)
    for reading in read_claims(site):
        claim = reading.claim
        if has_lost_citation(claim, site.library):
            continue
        for figure in (*reading.figures, *bare_figures(reading)):
            if _is_printed(reading, figure) or _is_each(reading, figure):
                continue
            carriers = carriers_of(claim)
            if carriers:
                yield from _judge(site.library, reading, figure, carriers)
            elif not _is_of_dossier(reading, figure, articles):
                around = cited.get(claim.place.id, ()) if claim.place.kind == "prose" else ()
                if best_figure_fit(figure, around) is not Fit.CARRIED:
                    span = claim.span(figure.start, figure.end)
                    help = "cite the paragraph that gives it"
                    yield Finding(FIGURE_UNCITED, span, "figure has no citation", show_figure(figure), help=help)


def _judge(library: Library, reading: Reading, figure: Figure, carriers: tuple[Carrier, ...]) -> Iterator[Finding]:
    nearly = _nearly_fit(reading, figure, carriers)
    ways = _ways_to_say(reading.claim.text, figure)
    fit = min(best_figure_fit(one, carriers) for one in ways) if nearly is None else nearly
    if fit is Fit.CARRIED or _is_carried_otherwise(library, reading, figure, carriers):
        return
    if is_told_by_date(figure, reading.dates, carriers):
        return
    claim = reading.claim
    notes = figure_notes(figure, carriers)
    rule, message = (
        (FIGURE_TOO_EXACT, FIT_WORDS[fit]) if fit in FIT_WORDS else (FIGURE_DIFFERS, "figure differs from its evidence")
    )
    place = find_figure_elsewhere(figure, claim, library)
    help = _HELP.get(fit) or "correct the figure, or cite the paragraph that gives it"
    if place is not None:
        help = f"{help.split(', or')[0]}, or cite @{place.label}, which gives it"
    yield Finding(rule, claim.span(figure.start, figure.end), message, show_figure(figure), notes, help)


_NEARLY_BEFORE = re.compile(
    r"\b(?:nearly|almost|close to|near|nearing|approaching)(?: an?)? $|거의 $|just (?:shy|short) of $", re.IGNORECASE
)
_NEARLY_AFTER = re.compile(r"치?[에의이가을를]? ?(?:가까[이운우워]|가깝|육박|근접)")


def _nearly_fit(reading: Reading, figure: Figure, carriers: tuple[Carrier, ...]) -> Fit | None:
    """Return the fit of a figure of ours that says "nearly" (가까이): somewhat less; None for any other.

    "Nearly 400" is carried by "just under 400", and not by 400 or 403.
    """
    text = reading.claim.text
    is_nearly = figure.bound is Bound.ABOUT and not figure.is_vague
    if not is_nearly or not (_NEARLY_BEFORE.search(text[: figure.start]) or _NEARLY_AFTER.match(text, figure.end)):
        return None
    given = [one for carrier in carriers for one in carrier.paragraph.figures]
    under = replace(figure, bound=Bound.UNDER)
    if any(one.bound is Bound.UNDER and one.low and figure_fit(under, one) is Fit.CARRIED for one in given):
        return Fit.CARRIED
    fits = [one for one in given if figure_fit(figure, one) is Fit.CARRIED]
    is_reached = all(one.bound is None and one.low is not None and one.low >= (figure.high or 0) for one in fits)
    return Fit.BOUND if fits and is_reached else None


_WITHIN_BEFORE = re.compile(
    r"\b(?:within|inside)(?: the| just)?(?: next| coming| following)?(?: an?)? $", re.IGNORECASE
)
_REACHES = re.compile("까지")
_RISES_TO = re.compile(r"\bup to $")
"""After "rise", "up to" and 까지 tell a level or a limit of it."""
_EDGE = re.compile(r"(?:(?P<low>최저|\bstart(?:s|ed|ing)? (?:at|from))|최고) $")
_OR_LESS = re.compile(" or (?:less|sooner)")
_WITHIN_AFTER = re.compile(" ?(?:이내|안[에의으]|내(?:에|로|의|[ ,.]))")


def _ways_to_say(text: str, figure: Figure) -> tuple[Figure, ...]:
    """Return what a figure of ours may mean: "within six months" limits a stretch of time, or merely says it.

    It is carried by 6개월 이내 as well as by 6개월 만에.
    """
    if _REACHES.match(text, figure.end) or _RISES_TO.search(text[: figure.start]):
        return (figure,) if figure.bound else (figure, replace(figure, bound=Bound.MAX))
    if edge := _EDGE.search(text[: figure.start]):
        return figure, replace(figure, bound=None), replace(figure, bound=Bound.MIN if edge["low"] else Bound.MAX)
    is_open = figure.kind is FigureKind.DURATION and figure.bound in (None, Bound.MAX)
    before = text[: figure.start]
    is_within = _WITHIN_BEFORE.search(before) or before.endswith(" in ") and _OR_LESS.match(text, figure.end)
    if not is_open or not (is_within or _WITHIN_AFTER.match(text, figure.end)):
        return (figure,)
    return replace(figure, bound=None), replace(figure, bound=Bound.MAX)


def _is_carried_otherwise(library: Library, reading: Reading, figure: Figure, carriers: tuple[Carrier, ...]) -> bool:
    """Return whether a figure is one end of a range stated in two figures, a count of what is named, or an article."""
    if _is_article(figure, carriers) or _is_told_loosely(reading, figure, carriers):
        return True
    for carrier in carriers:
        for given in carrier.paragraph.figures:
            if is_end(figure, given) and _states_other_end(reading, figure, given):
                return True
        if _is_count_of_names(library, reading, figure, carrier.paragraph):
            return True
    return False


_SCORED = ("승", "패", "표", "골", "점", "wins", "losses", "votes", "goals")
_POINTS = re.compile("point|포인트|%p")
_SHARED = 1
"""Percentage points that a percentage may be off the fraction that it stands for: 33 percent for a third."""


def _is_told_loosely(reading: Reading, figure: Figure, carriers: tuple[Carrier, ...]) -> bool:
    """Return whether a number that is no figure in the source tells a figure of ours.

    So do a fraction a percentage, the eighth straight month 8개월째, and a bare 1,378.5 a rate in won.
    """
    numbers = [one for carrier in carriers for one in carrier.paragraph.numbers or ()]
    if figure.low is None or figure.low != figure.high or not (numbers or figure.unit == "hour"):
        return False
    given = [one for one in numbers if one.low is not None and one.low == one.high]
    if figure.kind is FigureKind.PERCENT:
        if _POINTS.search(figure.text) and any(not one.unit and one.low == figure.low for one in given):
            return True
        alike = [one for one in given if one.unit == POINT and one.low == figure.low]
        shares = [one for one in given if one.unit == FRACTION and abs((one.low or 0) - figure.low) <= _SHARED]
        return any(one.bound == figure.bound or figure.bound is Bound.ABOUT for one in (*alike, *shares))
    if figure.unit == "hour" and _is_in_minutes(reading, figure, carriers):
        return True
    same = [one for one in given if one.low == figure.low and (one.bound == figure.bound or one.unit == ORDINAL)]
    if figure.kind is FigureKind.MONEY:
        return any(not one.unit for one in same)
    if figure.unit == "year" and any(one.text.lower() == "a decade" for one in same):
        return True
    if figure.kind is FigureKind.COUNT and any(one.unit == FRACTION for one in given):
        ratios = read_loose(reading.claim.text, reading.claim.language, ())
        around = [one for one in ratios if one.unit == FRACTION and one.start <= figure.start < one.end]
        return any(one.low == other.low for one in around for other in given if other.unit == FRACTION)
    sides = (one for one in numbers if one.unit == SCORE)
    if figure.text.endswith(_SCORED) and any(figure.low in (one.low, one.high) for one in sides):
        return True
    return any(one.unit == ORDINAL for one in same) and _is_in_row(reading.claim.text, figure)


_MINUTES = re.compile(r",? ?(?:and )?(\d{1,2}) ?(?:minutes?|분)")


def _is_in_minutes(reading: Reading, figure: Figure, carriers: tuple[Carrier, ...]) -> bool:
    """Return whether hours of ours, with the minutes behind them, are given as hours: 1시간 30분 and 1.5."""
    found = _MINUTES.match(reading.claim.text, figure.end)
    ours = (figure.low or 0) * 60 + (int(found[1]) if found else 0)
    for carrier in carriers:
        paragraph = carrier.paragraph
        hours = [one.low for one in paragraph.figures if one.unit == "hour" and one.low is not None]
        minutes = [one.low for one in paragraph.numbers or () if one.unit == "minute" and one.low is not None]
        if ours in {hour * 60 + minute for hour in (Decimal(0), *hours) for minute in (Decimal(0), *minutes)}:
            return True
    return False


_IN_ROW = re.compile(r" ?(?:연속|째|내리)| (?:in a row|running|straight)\b")


def _is_in_row(text: str, figure: Figure) -> bool:
    """Return whether a figure of ours tells how often or how long on end, which an ordinal tells as well."""
    is_often = figure.kind is FigureKind.COUNT and figure.text.endswith(("번", "차례", "회", "times"))
    return is_often or _IN_ROW.match(text, figure.end) is not None


def _states_other_end(reading: Reading, figure: Figure, given: Figure) -> bool:
    return any(other is not figure and other.low != figure.low and is_end(other, given) for other in reading.figures)


def _is_count_of_names(library: Library, reading: Reading, figure: Figure, paragraph: Paragraph) -> bool:
    """Return whether a small count is the length of a list of names that the paragraph, or the claim with it, gives.

    Where the claim lists names right beside its count, that list must have this length.
    """
    is_small = figure.kind is FigureKind.COUNT and figure.low == figure.high and figure.bound is None
    if not is_small or figure.low is None or not 2 <= figure.low <= NAMED_AT_MOST:
        return False
    named = {mention.entity for mention in paragraph.mentions}
    text = reading.claim.text
    runs = _runs_of_names(library, reading.mentions, lambda start, end: _JOINT.fullmatch(text, start, end) is not None)
    runs = [run for run in runs if not _is_part(text, run)]
    beside = [
        names for run in runs if _is_beside(text, figure, run) for names in _by_kind(library, run) if len(names) > 1
    ]
    if beside:
        return any(len(names) == figure.low and names <= named for names in beside)
    given = _runs_of_names(library, paragraph.mentions, lambda start, end: end - start <= LIST_GAP)
    counted = {mention.entity for run in given if _is_counted(paragraph, run) for mention in run}
    ours = (names for run in runs for names in _by_kind(library, run) if names <= named and not names <= counted)
    theirs = (names for run in given for names in _by_kind(library, run) if not names <= counted)
    return any(len(names) == figure.low for names in (*theirs, *ours))


def _is_counted(paragraph: Paragraph, run: list[Mention]) -> bool:
    """Return whether the paragraph itself counts what a list names, right before or right after it."""
    counts = (one for one in paragraph.figures if one.kind is FigureKind.COUNT and one.low and one.low <= NAMED_AT_MOST)
    return any(0 <= run[0].start - one.end <= LIST_GAP or 0 <= one.start - run[-1].end <= LIST_GAP for one in counts)


def _is_part(text: str, run: list[Mention]) -> bool:
    """Return whether a list of names is introduced as a part of more."""
    return bool(_PART_AFTER.match(text, run[-1].end) or _PART_BEFORE.search(text[: run[0].start]))


def _is_beside(text: str, figure: Figure, run: list[Mention]) -> bool:
    """Return whether a list of names stands right before or right after *figure*."""
    return any(
        start <= end and _BESIDE.fullmatch(text, start, end)
        for start, end in ((figure.end, run[0].start), (run[-1].end, figure.start))
    )


def _runs_of_names(
    library: Library, mentions: tuple[Mention, ...], is_joint: Callable[[int, int], bool]
) -> list[list[Mention]]:
    """Return the names in runs: what stands between two of one run, from offset to offset, *is_joint*."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if mention.via is None and mention.entity in library.entities:
            if not runs or not is_joint(runs[-1][-1].end, mention.start):
                runs.append([])
            runs[-1].append(mention)
    return runs


def _by_kind(library: Library, run: list[Mention]) -> Iterator[frozenset[str]]:
    """Yield the entities of each kind in a run of names."""
    kinds: dict[str, set[str]] = {}
    for mention in run:
        kinds.setdefault(library.entities[mention.entity].kind, set()).add(mention.entity)
    yield from map(frozenset, kinds.values())


def _is_of_dossier(reading: Reading, figure: Figure, articles: int) -> bool:
    """Return whether a figure tells, among what is not known, how many articles we have."""
    return (
        reading.claim.place.section == "not-known"
        and figure.kind is FigureKind.COUNT
        and figure.low == figure.high == articles
    )


def _is_article(figure: Figure, carriers: tuple[Carrier, ...]) -> bool:
    """Return whether "one" merely stands for "a" (한 명, 한 주 동안): nothing given could have become it."""
    if not figure.low == figure.high == 1 or figure.bound is not None:
        return False
    given = [one for carrier in carriers for one in carrier.paragraph.figures]
    if figure.kind is FigureKind.DURATION:
        return figure.unit != "hour" and not any(one.kind is FigureKind.DURATION for one in given)
    return figure.kind is FigureKind.COUNT and not any(
        one.kind is FigureKind.COUNT and one.low and one.low <= NAMED_AT_MOST for one in given
    )


_EACH = re.compile(r" ?(?:당|마다)(?![가-힣])|에 (?=\S)")


def _is_each(reading: Reading, figure: Figure) -> bool:
    """Return whether a count of one only says of what another figure is told: 한 척에 1만6000개, 1인당 5만원."""
    if figure.kind is not FigureKind.COUNT or not figure.low == figure.high == 1 or reading.claim.language != "ko":
        return False
    goes_on = any(0 < other.start - figure.end < CLAUSE for other in reading.figures)
    return goes_on and _EACH.match(reading.claim.text, figure.end) is not None


def _is_printed(reading: Reading, figure: Figure) -> bool:
    """Return whether a figure was printed whole by a reference to a fact, whose own answer is checked in the ledger.

    ``over {joint-investment}`` is not: the bound is ours.
    """
    for piece in reading.claim.pieces:
        if piece.fact and piece.start <= figure.start and figure.end <= piece.end:
            alone = _read_piece(piece.text, reading.claim.language)
            return any((one.low, one.high, one.bound) == (figure.low, figure.high, figure.bound) for one in alone)
    return False


@lru_cache(maxsize=4096)
def _read_piece(text: str, language: str) -> tuple[Figure, ...]:
    # The same fact is printed on many pages.
    return read_figures(text, language)
