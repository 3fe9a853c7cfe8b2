"""4xx: parts and wholes, implied exchange rates, and plans whose day has passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.claims.comparison import bounds_of, is_alike, is_same_date, show_date, show_figure, step
from generator.claims.differences import answers_of, is_given
from generator.claims.limits import limits_of
from generator.claims.readings import Reading, read_claims
from generator.claims.values import read_value
from generator.finding import Finding, Rule, Severity
from generator.model import Article, Bound, DateSpan, Fact, Figure, FigureKind, Library, Paragraph, Site
from generator.source import Span

PARTS_EXCEED = Rule(
    "B404",
    Severity.ERROR,
    """
Parts of one whole come to more than it.

Why: as printed they cannot all be right.
Bad: 200 people and 150 people, both part_of: a task force of 300.
Good: 200 people and 100 people; or a difference: with the whole, when the source adds up wrong.
""",
)
PARTS_FALL_SHORT = Rule(
    "B405",
    Severity.NOTE,
    """
Parts of one whole come to less than it.

Why: nothing need be wrong, as a part may be missing; but a reader who adds up will ask for the rest.
Bad: 200 people and 50 people, both part_of: a task force of 300.
Good: 200 people and 100 people.
""",
)
RATE_OUT_OF_LINE = Rule(
    "B406",
    Severity.WARNING,
    """
An article converts a sum at a rate unlike the others of the same page or month.

Why: either the sum or its conversion is a slip, and one of the two stands in our figures.
Bad: 2.4 trillion won ($1.8 billion) and 26 billion won ($179 million) in one article.
Good: 2.4 trillion won ($1.8 billion) and 26 billion won ($19 million).
""",
)
PLAN_PAST_DUE = Rule(
    "B407",
    Severity.WARNING,
    """
Something is planned for a day that lies before the last review.

Why: who reads it asks whether it came about; "planned" alone is no longer news.
Bad: status: planned, when: 2025-Q1, in a dossier with reviewed: 2025-05-01.
Good: status: happened, with the source that tells of it; or superseded; or a line under "Not known" that refers to it.
""",
)

PAGE_TOLERANCE = Decimal("0.03")
"""How far apart, as a share, rates of one article may be beyond what rounding explains."""
MONTH_TOLERANCE = Decimal("0.06")
"""The same for the articles of one month: won and dollar seldom move more in a month."""
FURTHEST_SUM = Decimal("0.05")
"""Share of a whole beyond which no rounding explains what its parts come to."""
_COUNTED_ROUGHLY = Decimal(1000)
"""Place from which a count is a rounded one."""
_NEAR = 2
"""Letters between a sum and its conversion in brackets."""
_NEAR_HEDGED = 18
"""The same where the conversion has a hedge before it: "(approximately "."""
_NEAR_LISTED = 5
"""Letters that may be ", or " before a conversion, or " and " before another sum: a slip is told by its size."""
_SLIPS = (Decimal("0.01"), Decimal("0.1"), Decimal(1), Decimal(10), Decimal(100))
"""What a wrong conversion is off by: a rate of another year, or a unit or two."""
_SLIP_RANGE = Decimal("1.5")


def find_wrong_sums(site: Site) -> Iterator[Finding]:
    """Yield a finding for each whole whose parts come to more, or to less, than it."""
    facts = site.library.facts
    parts: dict[str, list[Fact]] = {}
    for fact in facts.values():
        if fact.part_of in facts:
            parts.setdefault(fact.part_of or "", []).append(fact)
    for name, group in parts.items():
        whole = facts[name]
        facts_told = (whole, *group)
        is_given_all = all(is_given(answer, site.library) for fact in facts_told for answer in answers_of(fact))
        if len(group) > 1 and is_given_all and not any(fact.difference for fact in facts_told):
            yield from _compare_sum(whole, group)


def _compare_sum(whole: Fact, parts: list[Fact]) -> Iterator[Finding]:
    figures = [_only_figure(part) for part in parts]
    total = _only_figure(whole)
    known = [figure for figure in figures if figure is not None]
    if not known or len(known) < len(figures) or not all(is_alike(known[0], figure) for figure in known):
        return
    if total is not None and is_alike(known[0], total):
        first, last = limits_of(total)
    elif known[0].kind is FigureKind.PERCENT:
        first = last = Decimal(100)
    else:
        return
    limits = [limits_of(figure) for figure in known]
    if any(low > last for low, _ in limits):
        return  # One part alone is above the whole: that has its own finding.
    low, high = (sum((ends[side] for ends in limits), Decimal(0)) for side in (0, 1))
    slack = _rounding([*known, total] if total else known, first)
    span = parts[-1].span_of.get("part_of", parts[-1].span)
    notes = (_addition(known),)
    if low - slack > last:
        help = f"correct a part, or give {whole.id} a difference:"
        yield Finding(PARTS_EXCEED, span, f'parts of "{whole.id}" come to more than it', "", notes, help)
    elif high + slack < first and not any(figure.approx for figure in known):
        help = "add the part that is missing, where a source gives it"
        yield Finding(PARTS_FALL_SHORT, span, f'parts of "{whole.id}" come to less than it', "", notes, help)


def _addition(figures: list[Figure]) -> str:
    """Return the sum written out, by the numbers as printed."""
    ends = [bounds_of(figure) for figure in figures]
    low, high = sum(low for low, _ in ends), sum(high for _, high in ends)
    terms = " + ".join(show_figure(figure) for figure in figures)
    return f"{terms} = {low:,f}" + ("" if low == high else f" to {high:,f}")


def _rounding(figures: list[Figure], whole: Decimal) -> Decimal:
    """Return how far a sum may be off by rounding: half of the last digit printed for each number, within bounds.

    The finest number shows how finely all are told. People and ships counted to less than thousands are exact.
    """
    places = [step(bounds_of(figure)[0]) for figure in figures]
    finest = min(places)
    if figures[0].kind is FigureKind.PERCENT:
        finest = min(finest, Decimal(1))
    elif figures[0].kind is not FigureKind.MONEY and finest < _COUNTED_ROUGHLY:
        return Decimal(0)
    return min(finest / 2 * len(figures), FURTHEST_SUM * whole)


def _only_figure(fact: Fact) -> Figure | None:
    """Return the first figure that sources give; None where it is vague or there is none."""
    for said in fact.said:
        value = read_value(said)
        if isinstance(value, Figure) and not value.is_vague:
            return value
    return None


# -------------------------------------------------------------------------------------------------------------- rates


@dataclass(frozen=True, slots=True)
class _Rate:
    """A sum and its conversion standing side by side."""

    article: Article
    locator: str
    one: Figure
    other: Figure
    low: Decimal
    """Least rate that rounding of both sums allows: units of *one* for a unit of *other*."""
    high: Decimal
    is_listed: bool
    """Whether the second sum may be one of its own and no conversion."""

    @property
    def shown(self) -> str:
        rate = bounds_of(self.one)[0] / bounds_of(self.other)[0]
        place = f"{self.article.id}, {self.locator}"
        return f"{place}: {self.one.text} for {self.other.text}, {rate:,.4g} {self.one.unit} a {self.other.unit}"


def find_odd_rates(site: Site) -> Iterator[Finding]:
    """Yield a finding for each conversion out of line with the others of its article, then of its month."""
    by_page: dict[tuple[str, ...], list[_Rate]] = {}
    by_month: dict[tuple[str, ...], list[_Rate]] = {}
    for rate in _rates(site.library):
        units = (rate.one.unit, rate.other.unit)
        by_page.setdefault((rate.article.id, *units), []).append(rate)
        published = rate.article.published
        if rate.article.is_dated and published and published.first:
            by_month.setdefault((published.first.isoformat()[:7], *units), []).append(rate)
    seen: set[tuple[str, str, int]] = set()
    for groups, tolerance in ((by_page, PAGE_TOLERANCE), (by_month, MONTH_TOLERANCE)):
        for rates in groups.values():
            for odd, usual in _out_of_line(rates, tolerance):
                key = (odd.article.id, odd.locator, odd.one.start)
                if key not in seen:
                    seen.add(key)
                    help = "see which figure is the slip, and give the fact that uses it a difference:"
                    message = f"{odd.locator} converts at a rate unlike the others"
                    yield Finding(RATE_OUT_OF_LINE, odd.article.span, message, "", (odd.shown, usual.shown), help)


def _rates(library: Library) -> Iterator[_Rate]:
    for article in library.articles.values():
        evidence = library.evidence.get(article.id)
        for paragraph in evidence.paragraphs if evidence else ():
            yield from _rates_of(article, paragraph)


def _rates_of(article: Article, paragraph: Paragraph) -> Iterator[_Rate]:
    for first, second in pairwise(paragraph.figures):
        is_money = first.kind is second.kind is FigureKind.MONEY and first.unit != second.unit
        gap = second.start - first.end
        near = _NEAR_HEDGED if second.approx else _NEAR_LISTED
        if not is_money or not 0 < gap <= near or not (_is_point(first) and _is_point(second)):
            continue
        one, other = sorted((first, second), key=lambda figure: figure.unit)
        if one.low and other.low:
            low = (one.low - step(one.low) / 2) / (other.low + step(other.low) / 2)
            high = (one.low + step(one.low) / 2) / (other.low - step(other.low) / 2)
            is_listed = not second.approx and gap > _NEAR
            yield _Rate(article, paragraph.locator, one, other, low, high, is_listed)


def _is_point(figure: Figure) -> bool:
    """Return whether a sum is one number, about or exactly: no rate follows from a range or from "more than"."""
    return figure.low is not None and figure.low == figure.high and figure.bound in (None, Bound.ABOUT)


def _out_of_line(rates: list[_Rate], tolerance: Decimal) -> Iterator[tuple[_Rate, _Rate]]:
    """Yield each rate that rounding cannot bring near the middle one, with the middle one."""
    sure = [rate for rate in rates if not rate.is_listed] or rates
    ordered = sorted(sure, key=lambda rate: (rate.low + rate.high, rate.article.id, rate.locator))
    usual = ordered[(len(ordered) - 1) // 2]
    for rate in rates:
        is_off = rate.low > usual.high * (1 + tolerance) or rate.high < usual.low * (1 - tolerance)
        if is_off and (not rate.is_listed or _is_slip(rate, usual)):
            yield rate, usual


def _is_slip(rate: _Rate, usual: _Rate) -> bool:
    times = (rate.low + rate.high) / (usual.low + usual.high)
    return any(slip / _SLIP_RANGE < times < slip * _SLIP_RANGE for slip in _SLIPS)


# -------------------------------------------------------------------------------------------------------------- plans


def find_past_due(site: Site) -> Iterator[Finding]:
    """Yield a finding for each plan whose last possible day lies before the last review."""
    reviewed = site.library.settings.reviewed
    if reviewed is None:
        return
    asked = _asked(site)
    for event in site.library.events.values():
        when = event.when
        if event.status != "planned" or when is None or when.last is None or when.last >= reviewed:
            continue
        if not any(is_same_date(when, date) for reading in asked for date in reading.dates):
            yield _past(when, event.span_of.get("status", event.when_span), event.id, reviewed.isoformat())
    facts_asked = {piece.fact for reading in asked for piece in reading.claim.pieces}
    due = _due_dates(read_claims(site))
    for fact in site.library.facts.values():
        dates = due.get(fact.id) or ([fact.period] if fact.period else [])
        lasts = [date.last for date in dates if date.last]
        is_past = bool(lasts) and len(lasts) == len(dates) and max(lasts) < reviewed
        if fact.status == "planned" and is_past and fact.id not in facts_asked:
            yield _past(dates[0], fact.span_of.get("status", fact.span), fact.id, reviewed.isoformat())


def _asked(site: Site) -> list[Reading]:
    """Return the statements under "Not known": what they speak of is known to be open."""
    return [reading for reading in read_claims(site) if reading.claim.place.section == "not-known"]


def _due_dates(readings: tuple[Reading, ...]) -> dict[str, list[DateSpan]]:
    """Return the dates that are answers, by fact."""
    found: dict[str, list[DateSpan]] = {}
    for reading in readings:
        if reading.claim.place.kind == "value":
            found.setdefault(reading.claim.place.id, []).extend(reading.dates)
    return found


def _past(date: DateSpan, span: Span, id: str, reviewed: str) -> Finding:
    notes = (f"it is planned for {show_date(date)}; the dossier was reviewed on {reviewed}",)
    help = 'change the status where a source tells what came of it, or say under "Not known" that none does'
    return Finding(PLAN_PAST_DUE, span, f'"{id}" is planned for a day that has passed', "", notes, help)
