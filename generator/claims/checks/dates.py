"""3xx: the dates of a statement against the dates of the paragraphs it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.claims.carriers import (
    Carrier,
    best_date_fit,
    carriers_of,
    cited_by_briefing,
    date_notes,
    date_part_fit,
    find_date_elsewhere,
    has_lost_citation,
)
from generator.claims.comparison import Fit, date_fit, show_date
from generator.claims.open_dates import is_relative
from generator.claims.readings import Reading, read_claims
from generator.finding import Finding, Rule, Severity
from generator.language.dates import read_dates
from generator.model import Claim, DateSpan, Library, Precision, Site

DATE_DIFFERS = Rule(
    "B304",
    Severity.ERROR,
    """
A date is not one that the cited paragraphs give.

Why: when a thing happened decides what came before what. Dates compare by the days they mean: a source's "last month"
carries our "September 2024" when the source's own date is known.
Bad: The two signed in August 2024. [@a, ¶9] (¶9 gives September 2024)
Good: The two signed in September 2024. [@a, ¶9]
""",
)
DATE_TOO_EXACT = Rule(
    "B305",
    Severity.ERROR,
    """
A date is more precise than the cited paragraphs give it.

Why: a source that names a half does not vouch for a quarter of it. A year for a month is fine, a month for a year is
not.
Bad: The model is due in the second quarter of 2025. [@a, ¶2] (¶2 gives the first half of 2025)
Good: The model is due in the first half of 2025. [@a, ¶2]
""",
)
DATE_UNCITED = Rule(
    "B306",
    Severity.ERROR,
    """
A date stands without a citation.

Why: nothing on the site may give a date that no reader can follow to its source. Among what is not known, and in
subheadings, it is enough that a paragraph cited elsewhere in the briefing gives it.
Bad: Nobody says what was signed in September 2024. (in a briefing that cites no paragraph with that month)
Good: Nobody says what was signed in September 2024. [@a, ¶9]
""",
)
DATE_RELATIVE = Rule(
    "B307",
    Severity.WARNING,
    """
A date counts from a day that the page does not have.

Why: the page is read on any day, so "last month" means another month to each reader. Counted from the day of the cited
article it is right; counted so and wrong, or from no day at all, it is an error (B304). Only where the article is
undated, and says no more itself, may ours say "the following year".
Bad: The two joined hands last month. [@a, ¶8]
Good: The two joined hands in September 2024. [@a, ¶8]
""",
)


def find_unsupported_dates(site: Site) -> Iterator[Finding]:
    """Yield a finding for each date that nothing the claim cites carries."""
    ours = _days_of_dossier(site.library)
    cited = cited_by_briefing(site)
    for reading in read_claims(site):
        claim = reading.claim
        if has_lost_citation(claim, site.library):
            continue
        carriers = carriers_of(claim)
        for date in reading.dates:
            span = claim.span(date.start, date.end)
            if _is_printed(claim, date):
                continue
            if is_relative(date) and _is_carried_from_its_day(site.library, reading, date, carriers):
                help = "write out the month and the year"
                yield Finding(DATE_RELATIVE, span, "date counts from a day that the page does not have", help=help)
            elif _is_of_an_article(claim, date, ours):
                continue
            elif carriers:
                yield from _judge(site.library, reading, date, carriers)
            elif not _is_of_dossier(claim, date, ours):
                around = cited.get(claim.place.id, ()) if claim.place.kind == "prose" else ()
                if best_date_fit(date, around) is not Fit.CARRIED:
                    help = "cite the paragraph that gives it"
                    yield Finding(DATE_UNCITED, span, "date has no citation", show_date(date), help=help)


def _is_carried_from_its_day(library: Library, reading: Reading, date: DateSpan, carriers: tuple[Carrier, ...]) -> bool:
    """Return whether "last year", which as it stands is no date, is carried when it counts from its article's day."""
    if best_date_fit(date, carriers) is Fit.CARRIED:
        return False
    for carrier in carriers:
        published = library.articles[carrier.article].published
        day = published.first if published and published.first == published.last else None
        read = read_dates([reading.claim.text], reading.claim.language, day)[0]
        if any(one.start == date.start and best_date_fit(one, (carrier,)) is Fit.CARRIED for one in read):
            return day is not None
    return False


def _judge(library: Library, reading: Reading, date: DateSpan, carriers: tuple[Carrier, ...]) -> Iterator[Finding]:
    claim = reading.claim
    fit = best_date_fit(date, carriers)
    if fit is Fit.CARRIED:
        fit = date_part_fit(claim.text, date, carriers)
    if fit is Fit.CARRIED or _is_end_of_span(reading, date, carriers) or _is_limit(claim.text, date, carriers):
        return
    if _is_start(claim.text, date, carriers):
        return
    rule, message, help = DATE_DIFFERS, "date differs from its evidence", "correct the date"
    if fit is Fit.FINER:
        rule, message, help = DATE_TOO_EXACT, "date is more precise than its evidence", "write it as the source does"
    place = find_date_elsewhere(date, claim, library)
    where = f"cite @{place.label}, which gives it" if place else "cite the paragraph that gives it"
    notes = date_notes(date, carriers)
    yield Finding(rule, claim.span(date.start, date.end), message, show_date(date), notes, f"{help}, or {where}")


_FROM = re.compile(
    r"\b(?:from|since|(?:open|beg[iau]n|start|launch|kick)\w*(?: (?:on|off|in|from|[a-z]+ on))*)(?: the)? $",
    re.IGNORECASE,
)
_FROM_KO = re.compile("(?:에|부터)? ?(?:[가-힣 ]{0,12}(?:개막|시작|문을 연|문을 열|열린|열려|연다|여는|부터))")


def _is_start(text: str, date: DateSpan, carriers: tuple[Carrier, ...]) -> bool:
    """Return whether a date of ours is the first day of a span that a paragraph gives, and said to be its beginning."""
    if not (_FROM.search(text[: date.start]) or _FROM_KO.match(text, date.end)):
        return False
    given = (one for carrier in carriers for one in carrier.paragraph.dates if "/" in one.edtf)
    return any(one.edtf.split("/")[0] == date.edtf for one in given)


_BY = re.compile(r"\b(?:by|until|before)(?: the)? $", re.IGNORECASE)


def _is_limit(text: str, date: DateSpan, carriers: tuple[Carrier, ...]) -> bool:
    """Return whether a date of ours only limits the period that a paragraph gives: by the end of June, 상반기 중."""
    is_end = _BY.search(text[: date.start]) or date.text.startswith("by ") or text.startswith("까지", date.end)
    if not is_end or date.precision in (Precision.DAY, Precision.SPAN) or date.last is None:
        return False
    dates = (one for carrier in carriers for one in carrier.paragraph.dates)
    return any(one.last == date.last for one in dates if one.precision is not Precision.SPAN)


def _is_end_of_span(reading: Reading, date: DateSpan, carriers: tuple[Carrier, ...]) -> bool:
    """Return whether a date is one end of a span that a paragraph gives, and the statement names another date with it.

    When that is not the other end, the fault is there and reported there.
    """
    for carrier in carriers:
        for given in carrier.paragraph.dates:
            ends = given.edtf.split("/")
            if len(ends) == 2 and date.edtf in ends:
                others = [one for one in reading.dates if one is not date and one.precision is date.precision]
                if any(one.edtf in ends or best_date_fit(one, carriers) is not Fit.CARRIED for one in others):
                    return True
    return False


def _is_printed(claim: Claim, date: DateSpan) -> bool:
    """Return whether a date was printed by a reference to a fact, whose own answer is checked in the ledger."""
    return any(piece.fact and piece.start <= date.start and date.end <= piece.end for piece in claim.pieces)


def _days_of_dossier(library: Library) -> tuple[DateSpan, ...]:
    """Return the dates of our articles and of the last review: what "our articles end here" may name."""
    days = [article.published for article in library.articles.values() if article.published and article.is_dated]
    reviewed = library.settings.reviewed
    if reviewed:
        days.append(DateSpan("", 0, reviewed, reviewed, Precision.DAY, reviewed.isoformat()))
    return tuple(days)


_ARTICLE_BEFORE = re.compile(
    r"\b(?:articles?|reports?|story|stories|piece|those|that|one|newest|latest|last|oldest|reviewed)"
    r"(?: \w+){0,2} (?:of|from|dated|on)(?: early| late)?\s*$|\bas of\s*$|\bends? on\s*$",
    re.IGNORECASE,
)
_ARTICLE_AFTER = re.compile(
    r"\s*(?:자|치)?\s*(?:의\s*)?(?:기사|보도|신문)|\s*(?:자|현재|기준)(?![가-힣])|\s*(?:현재|기준)|\s+(?:articles?|reports?|story)\b"
)


def _is_of_an_article(claim: Claim, date: DateSpan, ours: tuple[DateSpan, ...]) -> bool:
    """Return whether a date is said to be that of an article of ours, and is one ("the article of March 2025")."""
    before, after = claim.text[: date.start], claim.text[date.end :]
    if date.first is None or not (_ARTICLE_BEFORE.search(before) or _ARTICLE_AFTER.match(after)):
        return False
    if claim.place.kind == "prose" and claim.supports:
        ours = tuple(one.article.published for one in claim.supports if one.article.published and one.article.is_dated)
    return any(date_fit(date, day) is Fit.CARRIED for day in ours)


def _is_of_dossier(claim: Claim, date: DateSpan, ours: tuple[DateSpan, ...]) -> bool:
    """Return whether a date tells, among what is not known, how far our articles reach."""
    is_open = claim.place.section == "not-known" and date.first is not None
    return is_open and any(date_fit(date, day) is Fit.CARRIED for day in ours)
