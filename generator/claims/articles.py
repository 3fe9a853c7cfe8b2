"""Articles in order of time, and which of them print one text."""

from __future__ import annotations

from collections.abc import Iterable

from generator.evidence.fingerprint import near_copies
from generator.model import Article, DateSpan, Library


def in_time(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return *articles* with those of a printed date first, oldest first, then the others by id."""
    return tuple(sorted(articles, key=lambda article: (not article.is_dated, day_key(article.published), article.id)))


def newest(articles: Iterable[Article]) -> DateSpan | None:
    """Return the day of the newest article that prints its day; None when none does."""
    days = [
        article.published for article in articles if article.is_dated and article.published and article.published.last
    ]
    return max(days, key=lambda day: day_key(day)[::-1], default=None)


def day_key(date: DateSpan | None) -> tuple[str, str]:
    """Return a key that sorts by first day, then by last; unknown days come first."""
    if date is None or date.first is None or date.last is None:
        return "", date.edtf if date else ""
    return date.first.isoformat(), date.last.isoformat()


def first_prints(library: Library) -> dict[str, str]:
    """Return for each near copy the article that printed the same text first: by day, then by id.

    Together they are one origin: that both carry a figure says no more than that one does.
    """
    evidence = library.evidence
    order = [article.id for article in in_time(library.articles.values()) if article.id in evidence]
    return near_copies({id: evidence[id].fingerprint for id in order})
