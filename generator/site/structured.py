"""What search engines read of a page: schema.org as JSON-LD, with the day its sources end and what it rests on.

Only what the page itself says stands in it. The types and fields are those of https://schema.org/.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.claims.articles import newest
from generator.model import Article, DateSpan
from generator.site.sheets import Sheet

Row = dict[str, Any]


def structured(sheet: Sheet, kind: str, title: str, description: str, articles: Iterable[Article]) -> str:
    """Return the JSON-LD of a page of *kind* ("Article", "WebPage") that rests on *articles*, on one line.

    "<" is written as an escape, so that the text can stand in a script element.
    """
    used = tuple(articles)
    settings = sheet.atlas.site.library.settings
    site = settings.title.get(sheet.language)
    row: Row = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline" if kind == "Article" else "name": title,
        "description": description,
        "inLanguage": sheet.language,
        "dateModified": day_text(newest(used)),
        "isPartOf": {"@type": "WebSite", "name": site.text} if site else None,
        # Pages that go across briefings would repeat the whole list of sources.
        "citation": [article_data(sheet, one) for one in used] if kind == "Article" or len(used) == 1 else [],
    }
    return json.dumps(_filled(row), ensure_ascii=False).replace("<", "\\u003c")


def article_data(sheet: Sheet, article: Article) -> Row:
    """Return *article* as a schema.org NewsArticle; a date that no article prints is left out."""
    publisher = article.publisher.get(sheet.language) or next(iter(article.publisher.values()), None)
    return _filled(
        {
            "@type": "NewsArticle",
            "headline": article.title,
            "publisher": {"@type": "Organization", "name": publisher.text} if publisher else None,
            "datePublished": day_text(article.published) if article.is_dated else None,
            "inLanguage": article.language,
            "url": article.url,
        }
    )


def day_text(day: DateSpan | None) -> str | None:
    """Return *day* as schema.org writes dates ("2025-03-05", "2025-03"), or None where it is not known so far."""
    if day is None or day.first is None:
        return None
    return {"day": day.first.isoformat(), "month": f"{day.first:%Y-%m}"}.get(day.precision.value, f"{day.first:%Y}")


def _filled(row: Row) -> Row:
    return {key: value for key, value in row.items() if value}
