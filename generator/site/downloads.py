"""What a reader can take along: the facts, events and answers of a briefing as data, and how to cite it.

Facts only: values, who gives them and where they stand. No sentence of the briefing or of an article is among them.
The format ``briefing-data/1`` is read by other programs: names of fields stay, new ones may come.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.claims.articles import in_time, newest
from generator.claims.values import calculate, read_value, value_text
from generator.model import Article, Briefing, Citation, DateSpan, Event, Fact, Figure, Said
from generator.site import addresses
from generator.site.atlas import Atlas
from generator.site.filters import markdown
from generator.site.labels import Labels
from generator.site.ledgers import Label
from generator.site.sheets import Sheet

FORMAT = "briefing-data/1"
_COLUMNS = (
    *("record", "id", "what", "period", "status", "value", "kind", "low", "high", "unit", "approximate"),
    *("first", "last", "origin", "by", "article", "publisher", "published", "paragraph"),
)
# A spreadsheet would run a cell that begins so as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Offers:
    """What a briefing offers below its sources."""

    citation: str
    """How to cite it, as Markdown."""
    links: tuple[Label, ...]


def read_offers(sheet: Sheet, briefing: Briefing, articles: Iterable[Article]) -> Offers:
    """Return how to cite *briefing*, which rests on *articles*, and links to its data."""
    links = tuple(
        Label(sheet.labels(f"data-{name}"), "data", sheet.link(addresses.data_file(briefing.id, ending)))
        for name, ending in (("json", "json"), ("csv", "csv"), ("csl", "csl.json"))
    )
    return Offers(markdown(citation_text(sheet, briefing, newest(articles))), links)


def citation_text(sheet: Sheet, briefing: Briefing, day: DateSpan | None) -> str:
    """Return the words that cite *briefing*, whose newest article is of *day*, with its address where that is known."""
    settings, language = sheet.atlas.site.library.settings, sheet.language
    site = settings.title.get(language) or next(iter(settings.title.values()))
    as_of = sheet.labels("as-of", date=sheet.date(day)) if day else sheet.labels("as-of-undated")
    words = sheet.labels("citation", title=_title(sheet, briefing), site=site.text, as_of=as_of)
    return f"{words}, {settings.url}{language}/{briefing.id}/" if settings.url else words


def offer_downloads(atlas: Atlas, labels: Labels) -> dict[str, bytes]:
    """Return the data of all briefings in one language as files, by path below ``docs/``."""
    language, files = labels.language, {}
    for briefing in atlas.briefings():
        sheet = Sheet(atlas, labels, addresses.briefing_page(briefing.id))
        data = briefing_data(sheet, briefing)
        files[addresses.data_file(briefing.id, "json")] = _json(data)
        files[addresses.data_file(briefing.id, "csv")] = csv_text(data).encode("utf-8-sig")  # for spreadsheets
        csl = [csl_item(sheet, article) for article in _articles(atlas, briefing)]
        files[addresses.data_file(briefing.id, "csl.json")] = _json(csl)
    files["llms.txt"] = guide_text(Sheet(atlas, labels, addresses.HOME)).encode()
    return {f"{language}/{path}": raw for path, raw in files.items()}


# -------------------------------------------------------------------------------------------------------------- JSON


def briefing_data(sheet: Sheet, briefing: Briefing) -> Row:
    """Return all facts and events of *briefing* for readers, in the order of the page, with the articles cited."""
    atlas = sheet.atlas
    articles = _articles(atlas, briefing)
    day = newest(articles)
    settings = atlas.site.library.settings
    licence = settings.licence.get(sheet.language)
    return {
        "format": FORMAT,
        "briefing": briefing.id,
        "title": _title(sheet, briefing),
        "language": sheet.language,
        "as_of": day.last.isoformat() if day and day.last else None,
        "licence": licence.text if licence else None,
        "facts": [_fact_row(sheet, fact) for fact in atlas.facts(briefing.id)],
        "events": [_event_row(sheet, event) for event in atlas.events(briefing.id)],
        "articles": [_article_row(sheet, article) for article in articles],
    }


def _fact_row(sheet: Sheet, fact: Fact) -> Row:
    claim = sheet.atlas.claim("fact", fact.id, sheet.language)
    row: Row = {
        "id": fact.id,
        "what": claim.text if claim else None,
        "of": [_name(sheet, one) for one in fact.of],
        "period": fact.period.edtf if fact.period else None,
        "status": fact.status,
        "part_of": fact.part_of,
        "difference": fact.difference.kind if fact.difference else None,
        "answers": [_answer_row(sheet, said) for said in fact.said],
    }
    worked = calculate(fact, sheet.atlas.site.library.facts) if fact.calc else None
    if worked is not None:
        row["derived"] = {"calc": fact.calc, **_value_row(worked[0])}
    return row


def _answer_row(sheet: Sheet, said: Said) -> Row:
    text = value_text(said, sheet.language) or next(iter(said.value.values())).span.text
    value = read_value(said)
    return {
        "value": text,
        **(_value_row(value) if isinstance(value, Figure | DateSpan) else {"kind": "words"}),
        "origin": [_name(sheet, one) for one in said.origin],
        "by": _name(sheet, said.by) if said.by else None,
        "sources": _sources(said.citations),
    }


def _value_row(value: Figure | DateSpan) -> Row:
    if isinstance(value, DateSpan):
        return {"kind": "date", **_days(value)}
    return {
        "kind": value.kind.value,
        "low": None if value.low is None else f"{value.low:f}",
        "high": None if value.high is None else f"{value.high:f}",
        "unit": value.unit,
        "approximate": value.bound.value if value.bound else value.approx,
    }


def _event_row(sheet: Sheet, event: Event) -> Row:
    claim = sheet.atlas.claim("event", event.id, sheet.language)
    return {
        "id": event.id,
        "what": claim.text if claim else None,
        "of": [_name(sheet, one) for one in event.of],
        "when": _days(event.when) if event.when else None,
        "status": event.status,
        "sources": _sources(event.citations),
    }


def _article_row(sheet: Sheet, article: Article) -> Row:
    return {
        "id": article.id,
        "publisher": _publisher(sheet, article),
        "title": article.title,
        "language": article.language,
        "published": article.published.edtf if article.published else None,
        "date_is_printed": article.is_dated,
        "url": article.url,
    }


def _days(span: DateSpan) -> Row:
    first, last = (day.isoformat() if day else None for day in (span.first, span.last))
    return {"edtf": span.edtf, "first": first, "last": last}


def _sources(citations: Iterable[Citation]) -> list[Row]:
    return [{"article": one.article, "paragraph": one.locator} for one in citations]


def json_text(value: Row | list[Row]) -> str:
    """Return *value* as JSON with a line for each record: people can read it too, and changes show by the line.

    >>> print(json_text({"format": "x", "facts": [{"id": "a"}, {"id": "b"}]}))
    {"format": "x",
    "facts": [
    {"id": "a"},
    {"id": "b"}]}
    """
    if isinstance(value, dict):
        parts = (f"{_dumped(key)}: {json_text(one) if _is_table(one) else _dumped(one)}" for key, one in value.items())
        return "{" + ",\n".join(parts) + "}"
    return "[\n" + ",\n".join(map(_dumped, value)) + "]"


def _is_table(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _json(value: Row | list[Row]) -> bytes:
    return f"{json_text(value)}\n".encode()


# --------------------------------------------------------------------------------------------------------------- CSV


def csv_text(data: Row) -> str:
    r"""Return *data* of a briefing as a table, one line for each answer or event and each paragraph that carries it.

    >>> csv_text({"facts": [], "events": [], "articles": []}).startswith("record,id,what,period")
    True
    """
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, _COLUMNS, restval="")  # lines end with CR LF, as RFC 4180 has it
    table.writeheader()
    articles = {article["id"]: article for article in data["articles"]}
    for row in _csv_rows(data):
        for source in row.pop("sources"):
            article = articles.get(source["article"], {})
            place = {"article": source["article"], "paragraph": source["paragraph"]}
            imprint = {"publisher": article.get("publisher"), "published": article.get("published")}
            table.writerow({key: _cell(value) for key, value in {**row, **place, **imprint}.items()})
    return out.getvalue()


def _csv_rows(data: Row) -> Iterator[Row]:
    for fact in data["facts"]:
        shared = {key: fact[key] for key in ("id", "what", "period", "status")}
        for answer in fact["answers"]:
            kept = {key: value for key, value in answer.items() if key != "edtf"}
            yield {"record": "answer", **shared, **kept, "origin": "; ".join(answer["origin"])}
    for event in data["events"]:
        shared = {key: event[key] for key in ("id", "what", "status", "sources")}
        when = event["when"] or {"edtf": None, "first": None, "last": None}
        days = {"value": when["edtf"], "kind": "date", "first": when["first"], "last": when["last"]}
        yield {"record": "event", **shared, **days}


def _cell(value: object) -> str:
    """Return *value* as the text of a cell.

    >>> _cell(None), _cell(False), _cell("=1+1")
    ('', '', "'=1+1")
    """
    text = "" if value is None or value is False else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


# --------------------------------------------------------------------------------------------------------- citations


def csl_item(sheet: Sheet, article: Article) -> Row:
    """Return *article* as CSL-JSON, which reference managers read; only what is known stands in it.

    A date that no article prints is left out, since the format has no way to say that it is inferred.
    """
    item: Row = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title,
        "container-title": _publisher(sheet, article) if article.publisher else None,
        "author": [{"literal": name} for name in article.authors],
        "issued": _issued(article.published) if article.is_dated and article.published else None,
        "language": article.language,
        "URL": article.url,
    }
    return {key: value for key, value in item.items() if value}


def _issued(published: DateSpan) -> Row | None:
    day: date | None = published.first
    if day is None:
        return None
    parts = {"day": [day.year, day.month, day.day], "month": [day.year, day.month]}
    return {"date-parts": [parts.get(published.precision.value, [day.year])]}


def guide_text(sheet: Sheet) -> str:
    """Return the guide for programs that read (https://llmstxt.org): what there is, and where; titles only."""
    library, labels = sheet.atlas.site.library, sheet.labels
    words = [library.settings.title, library.settings.description]
    title, about = ((one.get(sheet.language) or next(iter(one.values()))).text if one else "" for one in words)
    lines = [f"# {title}", "", f"> {about}", "", labels("independent"), sheet.ends(), ""]
    lines += [f"## {labels('briefings')}", ""]
    for briefing in sheet.atlas.briefings():
        data = addresses.data_file(briefing.id, "json")
        lines.append(f"- [{_title(sheet, briefing)}]({briefing.id}/): [{labels('data-json')}]({data})")
    pages = (("timeline", "timeline/"), ("figures", "figures/"), ("who", "who/"), ("sources", "sources/"))
    lines += ["", f"## {labels('main-navigation')}", ""]
    lines += [f"- [{labels(key)}]({path})" for key, path in (*pages, ("about", "about/"), ("checks", "about/checks/"))]
    return "\n".join([*lines, ""])


# ------------------------------------------------------------------------------------------------------------- names


def _articles(atlas: Atlas, briefing: Briefing) -> tuple[Article, ...]:
    """Return the articles that the facts and events of *briefing* rest on."""
    cited = [citation for fact in atlas.facts(briefing.id) for said in fact.said for citation in said.citations]
    cited += [citation for event in atlas.events(briefing.id) for citation in event.citations]
    known = atlas.site.library.articles
    return in_time(known[id] for id in sorted({citation.article for citation in cited}) if id in known)


def _title(sheet: Sheet, briefing: Briefing) -> str:
    claim = sheet.atlas.claim("title", briefing.id, sheet.language)
    return claim.text if claim else briefing.id


def _name(sheet: Sheet, id: str) -> str:
    """Return the name of an entity, or the word for somebody without one ("reporter") as it is."""
    entity = sheet.atlas.site.library.entities.get(id)
    if entity is None:
        return id
    return (entity.names.get(sheet.language) or next(iter(entity.names.values()))).text


def _publisher(sheet: Sheet, article: Article) -> str | None:
    names = article.publisher or article.label
    written = names.get(sheet.language) or next(iter(names.values()), None)
    return written.text if written else None
