"""What the page itself says of its article: title, publisher, day, authors and editors; None where it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.evidence.bylines import (
    Credit,
    bare_names,
    is_page_meta,
    is_post,
    is_tags,
    read_credits,
    read_dateline,
)
from generator.evidence.decoding import Declared
from generator.evidence.furniture import Zone, is_copyright, is_furniture, is_notice, zone_of
from generator.evidence.lines import Line
from generator.evidence.publishers import find_publisher
from generator.evidence.rows import join_rows
from generator.evidence.stamps import find_stamps, is_update, read_stamp
from generator.evidence.surnames import has_family_name, is_korean_name, without_handle
from generator.model import Found, Published

_CONTENT = ("title", "heading", "body", "caption")
_PAPER = re.compile(
    r"\b(?:Courier|Ledger|Gazette|Herald|Times|Post|Tribune|Journal|News|Daily|Weekly|Chronicle|Observer|Register|Mail|Press|Review|Standard"
    r"|Globe|Sun|Star|Telegraph|Guardian|Dispatch|Sentinel|Monitor|Bulletin|Examiner|Record|Report|Magazine|Media|Inc|Corp|Ltd|Group|Team|Desk|Staff|Correspondent|Reporter|Agencies|Agency|Pictures|Images|Photos?|Photography)\b"
)
_SIGNED_OFF = re.compile(
    r"(?:(?:^|[.\"”]\s)(?:지금까지\s)?(?:[가-힣]{1,8}에서\s)?[가-힣A-Z]{2,10}\s?뉴스,?\s?|^)(?P<name>[가-힣]{2,4})입니다\.$"
)
"""How a reporter of a broadcaster ends: "바다뉴스 홍길동입니다.", or with the name alone."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OPENING = 12
"""Lines around the headline among which a bare date is the article's own, and not that of another story."""


def read_metadata(lines: Sequence[Line], labels: Mapping[int, str], declared: Declared, language: str) -> Found:
    """Return what the page with these *labels* says of its article.

    The text comes before what the format declares, except for the title of HTML, which *labels* already follow.
    """
    lines = join_rows(lines)
    title = next((line.text for line in lines if labels[line.number] == "title"), None)
    authors, editors = _people(lines, labels, declared)
    return Found(
        title=title,
        publisher=find_publisher(lines, labels, authors, declared.publisher),
        published=_published(lines, labels, declared, language),
        authors=authors or declared.authors,
        editors=editors,
    )


def _people(
    lines: Sequence[Line], labels: Mapping[int, str], declared: Declared
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return authors and editors: bylines first, else the reporters of the opening paragraph, else contact lines.

    What the format declares comes before a mere guess at a name that stands alone.
    """
    found: list[Credit] = list(_signatures(lines, labels))
    for line in _article_lines(lines, labels):
        label = labels[line.number]
        if label == "meta":
            found += read_credits(line.text)
        elif label == "body":
            _, reporters, _ = read_dateline(line.text)
            if (closing := _SIGNED_OFF.search(line.text)) and has_family_name(closing["name"]):
                reporters = (closing["name"],)
            if reporters:
                found.append(Credit("author", reporters, 2))
    editors = _unique(name for credit in found if credit.role == "editor" for name in credit.names)
    written = [credit for credit in found if credit.role == "author"]
    best = max((credit.strength for credit in written), default=0)
    authors = _unique(name for credit in written if credit.strength == best for name in credit.names)
    return authors if best > 1 or not declared.authors else declared.authors, editors


def _signatures(lines: Sequence[Line], labels: Mapping[int, str]) -> Iterable[Credit]:
    """Yield the names that stand alone below the headline: beside a date, a post or a handle, or only alone."""
    start = next((at for at, line in enumerate(lines) if labels[line.number] == "title"), len(lines))
    end = next((at for at, line in enumerate(lines) if at > start and labels[line.number] == "body"), start)
    after, told = -1, False
    for at in range(start + 1, end):
        is_plain = not re.match(r"(?:by|from)\s", lines[at].text, re.I)
        names = bare_names(lines[at].text) if is_plain and labels[lines[at].number] in ("meta", "other") else ()
        names = names or _korean_signature(lines, at)
        if at + 2 < end and lines[at + 1].text.casefold() in ("and", "&", ","):
            names += bare_names(lines[at + 2].text)
        # A company's name above its own announcement is in the headline too; below a reporter stands the paper.
        names = tuple(name for name in names if name not in lines[start].text and not _is_paper(name))
        if not names or at == after:
            continue
        after = at + 1
        beside = [lines[near].text for near in (at - 1, at + 1, at + 2, at + 2 * len(names) - 1) if start < near < end]
        if any(is_post(text) for text in beside[:2]):
            yield Credit("author", names, 3)
        elif told:
            continue  # without a post only the first is surely a name
        elif any(is_page_meta(text) for text in beside):
            yield Credit("author", names, 2)
        elif labels[lines[at].number] == "meta":
            yield Credit("author", names, 1)
        told = True


def _korean_signature(lines: Sequence[Line], at: int) -> tuple[str, ...]:
    """Return the Korean name that stands alone in a line beside a date, or before one in the same line."""
    name, *rest = re.split(r"\s*[|ㅣ·/]\s*|\s{2,}", lines[at].text, maxsplit=1)
    name = without_handle(name)
    if not is_korean_name(name) or is_furniture(name):
        return ()
    beside = rest or [lines[near].text for near in (at - 1, at + 1) if 0 <= near < len(lines)]
    return (name,) if any(is_page_meta(text) for text in beside) else ()


def _is_paper(name: str) -> bool:
    return bool(_PAPER.search(name))


def _article_lines(lines: Sequence[Line], labels: Mapping[int, str]) -> list[Line]:
    """Return the lines from a little above the headline to a little below the last paragraph."""
    content = [index for index, line in enumerate(lines) if labels[line.number] in _CONTENT]
    if not content:
        return list(lines)
    end = content[-1] + 1
    while end < min(len(lines), content[-1] + _OPENING) and not _is_story(lines[end], labels):
        end += 1
    return list(lines[max(0, content[0] - 5) : end])


def _is_story(line: Line, labels: Mapping[int, str]) -> bool:
    """Return whether a line below the text is the headline of another story, with a date and people of its own."""
    if zone_of(line.bare) is Zone.RELATED:
        return True
    is_long = line.hangul >= 8 if line.is_korean else line.words >= 4
    return (
        labels[line.number] == "other"
        and is_long
        and not (is_copyright(line.text) or is_notice(line.text) or is_tags(line.text))
    )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    """Return *names* once each: "LEE JAE-LIM" and "Lee Jae-lim" are one, the first wins."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(re.sub(r"\W", "", name.casefold()), name)
    return tuple(first.values())


def _published(lines: Sequence[Line], labels: Mapping[int, str], declared: Declared, language: str) -> Published | None:
    near = [line for line in _article_lines(lines, labels) if labels[line.number] in ("meta", "other")]
    stamps = [line for line in near if read_stamp(line.text) and (is_page_meta(line.text) or read_credits(line.text))]
    stamps.sort(key=lambda line: labels[line.number] == "other")
    for line in [*(line for line in stamps if not is_update(line.text)), *stamps]:
        day = _first_day(line.text)
        if day:
            return Published(day, day, "text")
    if declared.published:
        return Published(declared.published, declared.published, "metadata")
    day = _dateline_day(lines, labels)
    if day:
        return Published(day, day, "text")
    day = _caption_day(lines, labels, language)
    return Published(day, day, "caption") if day else None


def _first_day(text: str) -> date | None:
    """Return the day a date line gives, that of publication before that of a change."""
    changed = re.search(r"수정|업데이트|updated|modified", text, re.I)
    days = list(find_stamps(text))
    if not days:
        return None
    if changed and len(days) > 1:
        own = [day for start, _, day in days if start < changed.start() or start > days[0][1]]
        return own[0] if changed.start() > days[0][0] else own[-1] if own else days[0][2]
    return days[0][2]


def _dateline_day(lines: Sequence[Line], labels: Mapping[int, str]) -> date | None:
    """Return the whole date in the opening of the first paragraph ("BUSAN, March 5, 2025 /PRNewswire/ --")."""
    first = next((line for line in lines if labels[line.number] == "body"), None)
    if first is None:
        return None
    _, _, length = read_dateline(first.text)
    return read_stamp(first.text[:length])


def _caption_day(lines: Sequence[Line], labels: Mapping[int, str], language: str) -> date | None:
    """Return the day in the captions, if they agree and the text itself speaks from that day.

    A photograph may be older than its article. So the text must name the day as reports of the same day do: by its weekday
    ("said on Thursday") or, in Korean, by its number (10일).
    """
    days = {day for line in lines if labels[line.number] == "caption" for *_, day in find_stamps(line.text)}
    if len(days) != 1:
        return None
    day = days.pop()
    text = "\n".join(line.text for line in lines if labels[line.number] == "body")
    if language == "ko":
        named = rf"(?<![\d월.])(?<!월 ){day.day}일(?!\s?(?:간|까지|부터|동안|째|만에|이상))"
    else:
        named = rf"(?<!last )(?<!next ){_WEEKDAYS[day.weekday()]}\b(?!,? [A-Z][a-z]+\.? \d)"
    return day if re.search(named, text) else None
