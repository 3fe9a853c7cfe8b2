"""Pictures where looking beats reading: declared by a briefing, drawn from the ledgers, with the table behind each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.claims.articles import newest
from generator.claims.values import value_text
from generator.language.forms import date_text
from generator.model import Briefing, Claim, DateSpan, Event, Fact, Figure, Picture, PictureRow, Said, Statement
from generator.site import addresses
from generator.site.atlas import Atlas, is_private
from generator.site.charts_bars import Bar, draw_bars
from generator.site.charts_svg import Drawing, number
from generator.site.charts_timeline import Moment, Words, draw_timeline
from generator.site.filters import markdown, sentence_case
from generator.site.labels import Labels
from generator.site.ledgers import answer_text, described, event_sentence
from generator.site.notes import Note, Sentence, answer_note, read_sentence
from generator.site.sheets import Sheet

_NOT_DRAWN = {
    "unit": "not-drawn-unit",
    "measure": "not-drawn-measure",
    "open": "not-drawn-open",
    "date": "not-drawn-date",
}
"""What is said of the rows that are in the table alone, by the reason."""
_LEGEND = ("happened", "planned", "superseded")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of the table behind a picture, in three columns; the second bears the mark of its note."""

    first: str
    second: str
    third: str
    note: Note | None


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture on a page."""

    id: str
    place: str
    """The passage that it follows, or "story" or "timeline"."""
    title: Sentence
    description: str
    """All that it shows, in words."""
    src: str
    height: str
    """In pixels."""
    remarks: tuple[str, ...]
    """What is not drawn, and why."""
    heads: tuple[str, ...]
    """Of the three columns of the table."""
    rows: tuple[TableRow, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes under the picture, in the order of their marks."""
        return tuple(note for note in (self.title.note, *(row.note for row in self.rows)) if note)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a picture with what the ledgers hold for it."""

    label: str
    record: Fact | Event
    said: tuple[Said, ...]
    """Every answer of a fact."""
    figure: Figure | None
    """The one figure that all answers give; None when they differ, or give something else."""

    @property
    def status(self) -> str:
        """Whether it happened, is planned or superseded; a figure that nobody plans is given."""
        return self.record.status or "happened"


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A picture as drawn."""

    svg: bytes
    height: Decimal
    description: str
    remarks: tuple[str, ...]


def read_pictures(sheet: Sheet, briefing: Briefing) -> tuple[PictureView, ...]:
    """Return the pictures of *briefing* as its page shows them; what has nothing to draw is left out."""
    story = {passage.id for passage in briefing.prose.get(sheet.language, ()) if passage.section == "story"}
    views = []
    for picture in briefing.pictures:
        lines = tuple(_lines(sheet, briefing, picture))
        drawn = _draw(sheet, briefing, picture, lines)
        if drawn is None:
            continue
        place = picture.after.text if picture.after and picture.after.text in story else ""
        default = "timeline" if picture.kind == "timeline" else "story"
        views.append(_view(sheet, briefing, (picture, place or default), (lines, drawn)))
    return tuple(views)


def draw_pictures(atlas: Atlas, labels: Labels) -> dict[str, bytes]:
    """Return the pictures of one language as files, by path below ``docs/``."""
    files = {}
    for briefing in atlas.briefings():
        sheet = Sheet(atlas, labels, addresses.briefing_page(briefing.id))
        for picture in briefing.pictures:
            drawn = _draw(sheet, briefing, picture, tuple(_lines(sheet, briefing, picture)))
            if drawn is not None:
                files[f"{labels.language}/{addresses.picture_file(briefing.id, picture.id)}"] = drawn.svg
    return files


def _view(
    sheet: Sheet, briefing: Briefing, placed: tuple[Picture, str], shown: tuple[tuple[_Line, ...], _Drawn]
) -> PictureView:
    (picture, place), (lines, drawn) = placed, shown
    claim = _claim(sheet, briefing, picture.title)
    heads = ("when", "what", "status") if picture.kind == "timeline" else ("what", "value", "says")
    return PictureView(
        picture.id,
        place,
        read_sentence(sheet, claim, f"p-{picture.id}") if claim else Sentence(markdown(picture.id), None),
        markdown(drawn.description),
        sheet.link(addresses.picture_file(briefing.id, picture.id)),
        number(drawn.height),
        drawn.remarks,
        tuple(sheet.labels(f"picture-{head}") for head in heads),
        tuple(_table_row(sheet, picture, line) for line in lines),
    )


def _table_row(sheet: Sheet, picture: Picture, line: _Line) -> TableRow:
    id, record = f"p-{picture.id}-{line.record.id}", line.record
    if isinstance(record, Event):
        sentence = event_sentence(sheet, record, id)
        when = sheet.date(record.when) if record.when else sheet.labels("date-not-given")
        return TableRow(sentence_case(when), sentence.text, sheet.labels(record.status), sentence.note)
    values = " / ".join(answer_text(sheet, answer) for answer in sheet.atlas.answers[record.id])
    status = [sheet.labels(record.status)] if record.status in ("planned", "superseded") else []
    who = " · ".join([sheet.origins(line.said), *status])
    return TableRow(described(sheet, record), values, who, answer_note(sheet, line.said, id))


# --------------------------------------------------------------------------------------------- what there is to draw


def _lines(sheet: Sheet, briefing: Briefing, picture: Picture) -> Iterator[_Line]:
    """Yield the rows of *picture* whose records exist and are for readers, events in order of time."""
    library, answers = sheet.atlas.site.library, sheet.atlas.answers
    if picture.kind == "timeline":
        rows = {row.id.text: row for row in picture.rows}
        # By their last days: what has happened stands above what is still due.
        events = sorted((event for event in sheet.atlas.events() if event.id in rows), key=_ends)
        for event in events:
            yield _Line(_label(sheet, briefing, rows[event.id], "event"), event, (), None)
        return
    for row in picture.rows:
        fact = library.facts.get(row.id.text)
        if fact is None or is_private(fact) or not fact.said:
            continue
        values = [answer.value for answer in answers[fact.id]]
        value = values[0] if len(values) == 1 else None
        figure = value if isinstance(value, Figure) and value.low and value.low == value.high else None
        yield _Line(_label(sheet, briefing, row, "fact"), fact, fact.said, figure)


def _ends(event: Event) -> str:
    return event.when.last.isoformat() if event.when and event.when.last else ""


def _label(sheet: Sheet, briefing: Briefing, row: PictureRow, kind: str) -> str:
    claim = _claim(sheet, briefing, row.label) or sheet.atlas.claim(kind, row.id.text, sheet.language)
    return claim.text if claim else row.id.text


def _claim(sheet: Sheet, briefing: Briefing, words: Mapping[str, Statement]) -> Claim | None:
    """Return the claim that *words* are in the page's language, else in the one they have."""
    statement = words.get(sheet.language) or next(iter(words.values()), None)
    claims = sheet.atlas.claims.get(("picture", briefing.id), ())
    return next((claim for claim in claims if statement and claim.statement.span == statement.span), None)


def _draw(sheet: Sheet, briefing: Briefing, picture: Picture, lines: tuple[_Line, ...]) -> _Drawn | None:
    """Return *picture* as drawn from *lines*; None when too little of them can be drawn to compare anything."""
    claim = _claim(sheet, briefing, picture.title)
    title = claim.text if claim else picture.id
    if picture.kind == "timeline":
        return _drawn_timeline(sheet, title, lines)
    return _drawn_bars(sheet, title, lines)


# -------------------------------------------------------------------------------------------------------------- bars


def _drawn_bars(sheet: Sheet, title: str, lines: tuple[_Line, ...]) -> _Drawn | None:
    reasons = {line.record.id: _misfit(line, lines) for line in lines}
    shown = [line for line in lines if not reasons[line.record.id]]
    if len(shown) < 2:
        return None
    bars = [
        Bar(line.label, value_text(line.said[0], sheet.language), line.figure.low, line.status)
        for line in shown
        if line.figure is not None and line.figure.low is not None
    ]
    parts = [f"{bar.label}: {bar.value} ({sheet.labels(bar.status).lower()})" for bar in bars]
    drawing = Drawing(sheet.language, title, _told(sheet, title, parts))
    draw_bars(drawing, bars, _legend(sheet, shown))
    return _Drawn(drawing.svg(), drawing.height, _told(sheet, title, parts), _remarks(sheet, lines, reasons))


def _misfit(line: _Line, lines: tuple[_Line, ...]) -> str:
    """Return why *line* has no bar beside the others, or "" when it has one.

    Only like stands beside like: one unit, and stretches of time of one length. The first row with a figure sets both.
    """
    pattern = next((other for other in lines if other.figure is not None), None)
    if line.figure is None or pattern is None or pattern.figure is None or line.status == "superseded":
        return "open"
    if (line.figure.kind, line.figure.unit) != (pattern.figure.kind, pattern.figure.unit):
        return "unit"
    return "" if _length(line) == _length(pattern) else "measure"


def _length(line: _Line) -> int | str:
    """Return for how long a time a figure stands, in months, or the precision of an open period."""
    period: DateSpan | None = line.record.period if isinstance(line.record, Fact) else None
    if period is None or period.first is None or period.last is None:
        return period.precision if period else 0
    return (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1


# ---------------------------------------------------------------------------------------------------------- timeline


def _drawn_timeline(sheet: Sheet, title: str, lines: tuple[_Line, ...]) -> _Drawn | None:
    moments, parts, reasons = [], [], {}
    for line in lines:
        when = line.record.when if isinstance(line.record, Event) else None
        reasons[line.record.id] = "" if when and when.first and when.last else "date"
        if when and when.first and when.last:
            moments.append(Moment(line.label, when.first, when.last, line.status))
            parts.append(f"{line.label}: {date_text(when, sheet.language)} ({sheet.labels(line.status).lower()})")
    if len(moments) < 2:
        return None
    labels = sheet.labels
    day = newest(sheet.atlas.site.library.articles.values())
    shown = [line for line in lines if not reasons[line.record.id]]
    words = Words(
        (labels("quarter-1"), labels("quarter-2"), labels("quarter-3"), labels("quarter-4")),
        labels("scale-year"),
        labels("newest-article", date=date_text(day, sheet.language)) if day else "",
        _legend(sheet, shown),
    )
    drawing = Drawing(sheet.language, title, _told(sheet, title, parts))
    draw_timeline(drawing, moments, day.last if day else None, words)
    return _Drawn(drawing.svg(), drawing.height, _told(sheet, title, parts), _remarks(sheet, lines, reasons))


# ------------------------------------------------------------------------------------------------------------- words


def _told(sheet: Sheet, title: str, parts: list[str]) -> str:
    return sheet.labels("picture-told", title=title, parts="; ".join(parts))


def _legend(sheet: Sheet, lines: list[_Line]) -> tuple[tuple[str, str], ...]:
    found = {line.status for line in lines}
    return tuple((status, sheet.labels(status)) for status in _LEGEND if status in found)


def _remarks(sheet: Sheet, lines: tuple[_Line, ...], reasons: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each reason why something stands in the table alone."""
    found: dict[str, list[str]] = {}
    for line in lines:
        if reasons[line.record.id]:
            found.setdefault(reasons[line.record.id], []).append(markdown(line.label))
    return tuple(sheet.labels(_NOT_DRAWN[why], names=sheet.enumerated(names)) for why, names in found.items())
