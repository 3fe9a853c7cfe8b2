"""What the labels of a page, taken together, correct: decks, repeats, pull quotes, appeals, headings of nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.evidence.appeals import is_addressed, is_appeal, is_button, is_order
from generator.evidence.bylines import bare_names, is_post, read_credits, read_dateline
from generator.evidence.furniture import Zone, is_ticker, zone_of
from generator.evidence.lines import Line, likeness

HEADING_MARK = re.compile(
    r"^(?:[◆◇■□●○▣◈▲△▶▷①-⑳❶-❿]|\d{1,2}[.)]\s|[IVX]{1,4}\.\s|[<〈《【\[■].{2,40}[>〉》】\]]$|[QA][.:]\s)"
)
"""What heads a part: a number, a letter, a geometric form, a bracket around the whole line."""
_PROMO = 6
"""Lines from an advertisement's order to its button, at most."""
_CARD = 2
"""Lines over the source of a chart, or over the address of a card, at most."""
_PICTURES = re.compile(
    r"\d+개 ?(?:이미지|사진)|(?:이미지|사진) ?\d+개|(?:view )?(?:all )?\d+ (?:photos|images|pictures)\b", re.I
)
_SOURCE = re.compile(r"(?:Sources?|출처|자료)\s?[:：=]\s?\S")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_STOP = re.compile(r"[.:][\"”’]?$")
_ASKED = re.compile(r"[^\"“”.!?]{12,90}\?")
_SHORT_ASKED = re.compile(r"[A-Z][^\"“”.!?]{4,40}\?")
_WHOLE_QUOTE = re.compile(r"[‘'“\"][^“”\"]+[’'”\"]")
_QUOTED_WITHIN = 8
"""Paragraphs between a pull quote and the words it repeats, at most."""


def settle(lines: Sequence[Line], labels: Sequence[str], core: range, title: int | None) -> list[str]:
    """Return *labels*, one a line, corrected by their neighbours; *core* is the running text, *title* the headline."""
    settled = _settle_opening(lines, list(labels), title)
    settled = _settle_repeats(lines, settled, title)
    settled = _settle_appeals(lines, settled, core)
    settled = _settle_promos(lines, settled, core)
    settled = _settle_cards(lines, settled, core)
    settled = _settle_authors(lines, settled)
    settled = _settle_manners(lines, settled)
    return _settle_runs(lines, settled, core, title)


def _settle_opening(lines: Sequence[Line], labels: list[str], title: int | None) -> list[str]:
    """Return *labels* with the deck told from the first paragraph: what a date line or byline follows is the deck."""
    if title is None:
        return labels
    bodies = 0
    last = title
    for index in range(title + 1, len(lines)):
        bodies += labels[index] == "body"
        if bodies > 2:
            break
        if labels[index] == "meta":
            last = index
    labels = _with_pictures(lines, _with_split_dateline(lines, labels, title), title)
    if not any(label == "body" for label in labels[last + 1 :]):
        return labels
    return [
        "heading" if label == "body" and title < index < last and not read_dateline(lines[index].text)[2] else label
        for index, label in enumerate(labels)
    ]


def _with_pictures(lines: Sequence[Line], labels: list[str], title: int) -> list[str]:
    """Return *labels* with what stands over the count of pictures "caption", and who issued a release "meta"."""
    settled = list(labels)
    text = next((at for at in range(title, len(lines)) if labels[at] == "body"), title)
    for index in range(title + 2, text):
        if (
            settled[index] == "caption"
            and settled[index - 1] == "meta"
            and re.match(r"출처\s?[:：]", lines[index].text)
        ):
            settled[index] = "meta"
        start = index
        while _PICTURES.match(lines[index].bare) and settled[start - 1] == "heading" and start - 1 > title + 1:
            start -= 1
        settled[start:index] = ["caption"] * (index - start)
    return settled


def _with_split_dateline(lines: Sequence[Line], labels: list[str], title: int) -> list[str]:
    """Return *labels* with a dateline over several lines ("Mobile, Alabama", "AP", "—") marked "meta"."""
    dash = next((at for at in range(title + 1, len(lines) - 1) if re.fullmatch(r"[-–—]+", lines[at].text)), None)
    if dash is None or labels[dash + 1] != "body" or "body" in labels[title : dash - 2]:
        return labels
    short = [at for at in (dash - 2, dash - 1) if at > title and lines[at].words <= 4 and labels[at] != "caption"]
    return ["meta" if at in short else label for at, label in enumerate(labels)]


def _settle_repeats(lines: Sequence[Line], labels: list[str], title: int | None) -> list[str]:
    """Return *labels* with repeated lines "other" and pull quotes "heading"."""
    told: dict[str, int] = {_key(lines[title].text): title} if title is not None else {}
    settled = list(labels)
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if label in ("meta", "other"):
            continue
        key = _key(line.text)
        is_credit = label == "caption" and labels[index - 1] == "caption" and _key(lines[index - 1].text) != key
        if told.setdefault(key, index) != index and not is_credit:
            settled[index] = "other"
    bodies = [(index, _key(line.text)) for index, line in enumerate(lines) if settled[index] == "body"]
    for at, (index, key) in enumerate(bodies):
        near = bodies[max(0, at - _QUOTED_WITHIN) : at + _QUOTED_WITHIN + 1]
        if len(key) > 15 and any(key in other and len(other) > len(key) + 15 for _, other in near):
            settled[index] = "heading"
    return _with_attributions(lines, settled)


def _with_attributions(lines: Sequence[Line], labels: list[str]) -> list[str]:
    """Return *labels* with whom a pull quote is from "heading", and the quote above such a line too."""
    settled = list(labels)
    for index in range(1, len(lines)):
        line, above = lines[index], lines[index - 1]
        is_from = bool(re.match(r"[-–—]\s?[A-Z][\w’'-]+\s", line.text))
        may_be = ("body", "heading", "other") if is_from else ("body", "heading")
        if line.gap or line.is_final or settled[index] not in may_be or line.words > 16:
            continue
        is_quote = bool(_WHOLE_QUOTE.fullmatch(above.text)) and settled[index - 1] in ("body", "heading")
        if is_from and settled[index - 1] == "heading":
            settled[index] = "heading"
        elif is_quote and above.gap and above.words <= 40 and (is_from or settled[index] == "heading"):
            settled[index - 1 : index + 1] = ["heading", "heading"]
    return settled


def _settle_appeals(lines: Sequence[Line], labels: list[str], core: range) -> list[str]:
    """Return *labels* with what asks the reader to join, vote or read on "other", and what leads up to it."""
    settled = list(labels)
    body = [line.tokens if label == "body" else frozenset() for line, label in zip(lines, labels, strict=True)]
    for index in range(core.stop):
        line = lines[index]
        if settled[index] not in ("body", "heading") or line.declared:
            continue
        near = settled[max(0, index - 1)], settled[min(len(settled) - 1, index + 1)]
        asks = (
            is_appeal(line.bare)
            or is_appeal(line.text)
            or (is_button(line.bare) and line.words > 1 and "other" in near)
        )
        if asks and (not line.is_prose or _share_elsewhere(lines, body, index) < 0.34):
            settled[index] = "other"
    asked = -9
    for index in range(core.start, core.stop):
        if settled[index] == "other" and is_appeal(lines[index].bare):
            asked = index
        elif index - asked <= 2 and is_addressed(lines[index].text) and _share_elsewhere(lines, body, index) < 0.6:
            settled[asked : index + 1] = ["other"] * (index + 1 - asked)
            asked = index
    for index in range(core.stop - 1, core.start, -1):
        line, below = lines[index - 1], lines[index]
        asks = is_button(below.bare) or is_appeal(below.bare) or is_addressed(below.text)
        leads = settled[index] == "other" and asks
        if leads and settled[index - 1] in ("body", "heading") and not line.declared:
            is_strange = line.text.endswith("?") or _share_elsewhere(lines, body, index - 1) < 0.6
            if is_addressed(line.text) and is_strange:
                settled[index - 1] = "other"
    return settled


def _settle_promos(lines: Sequence[Line], labels: Sequence[str], core: range) -> list[str]:
    """Return *labels* with advertisements inside the text "other": an order to the reader, down to its button."""
    settled = list(labels)
    body = [line.tokens if label == "body" else frozenset() for line, label in zip(lines, labels, strict=True)]
    for index in range(core.start, core.stop):
        if settled[index] != "heading" or not is_order(lines[index].text):
            continue
        below = range(index + 1, min(core.stop, index + 1 + _PROMO))
        button = next((at for at in below if is_button(lines[at].bare) and settled[at] == "other"), None)
        inside = range(index, button or index)
        if button is None or any(_share_elsewhere(lines, body, at) >= 0.5 for at in inside if settled[at] == "body"):
            continue
        start = index
        if start > core.start and settled[start - 1] == "heading" and lines[start - 1].words <= 5:
            start -= 1  # the name of the box
        settled[start:button] = ["other"] * (button - start)
    return settled


def _settle_cards(lines: Sequence[Line], labels: Sequence[str], core: range) -> list[str]:
    """Return *labels* with charts "caption", by the source below them, and what stands over a bare address "other"."""
    settled = list(labels)
    for index in range(core.start + 1, core.stop):
        is_chart = bool(_SOURCE.match(lines[index].text)) and not lines[index].is_prose and "body" in settled[index:]
        is_card = bool(_ADDRESS.fullmatch(lines[index].text)) and settled[index] == "other"
        if not (is_chart or is_card) or "body" not in settled[core.start : index]:
            continue
        start = index
        while index - start < _CARD and not lines[start].gap and _may_be_card(lines[start - 1], settled[start - 1]):
            start -= 1
        settled[start:index] = ["caption" if is_chart else "other"] * (index - start)
        settled[index] = "caption" if is_chart else "other"
    return settled


def _settle_authors(lines: Sequence[Line], labels: Sequence[str]) -> list[str]:
    """Return *labels* with the box about an author whom the byline has named already "other"."""
    settled = list(labels)
    named: set[str] = set()
    for index, line in enumerate(lines):
        names = bare_names(line.text)
        if len(names) == 1 and names[0] in named and settled[index] != "caption":
            surname, at = names[0].split()[-1], index + 1
            while at < min(len(lines), index + 4) and _is_about(lines[at], surname):
                settled[index] = settled[at] = "other"
                at += 1
        if settled[index] == "meta":
            named |= {name for credit in read_credits(line.text) for name in credit.names} | set(names)
    return settled


def _is_about(line: Line, surname: str) -> bool:
    """Return whether the line tells of a person: what posts she holds, or what she writes about."""
    verb = r"(?:is|was|covers|writes|reports|joined)\b"
    by_name = rf"(?:[\w’'-]+\s){{0,2}}{re.escape(surname)}\s{verb}"
    return bool(re.match(rf"{verb}|{by_name}", line.text)) or is_post(line.text)


def _may_be_card(line: Line, label: str) -> bool:
    return label in ("body", "heading") and not line.declared and line.weight <= 100 and not _STOP.search(line.text)


def _settle_manners(lines: Sequence[Line], labels: Sequence[str]) -> list[str]:
    """Return *labels* with the polite lines of a plain text "other": Korean papers report plainly, and ask politely."""
    bodies = [at for at, label in enumerate(labels) if label == "body" and lines[at].is_korean]
    polite = [at for at, label in enumerate(labels) if label in ("body", "heading") and lines[at].is_polite]
    plain = sum(lines[at].is_prose and not lines[at].is_polite for at in bodies)
    if plain < 3 or plain < 3 * len(polite):
        return list(labels)
    return ["other" if at in polite and not lines[at].declared else label for at, label in enumerate(labels)]


def _share_elsewhere(lines: Sequence[Line], body: Sequence[frozenset[str]], index: int) -> float:
    """Return which share of the content words of a line the other paragraphs have."""
    return likeness(lines[index], frozenset().union(*body[:index], *body[index + 1 :]))


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _settle_runs(lines: Sequence[Line], labels: list[str], core: range, title: int | None) -> list[str]:
    """Return *labels* without headings that head nothing: a list of other stories, an advertisement."""
    settled = list(labels)
    told = frozenset().union(*(line.tokens for line, label in zip(lines, labels, strict=True) if label == "body"))
    index = core.start
    while index < len(labels):
        stop = index
        while stop < len(labels) and _may_be_story(lines[stop], labels[stop]):
            stop += 1
        run = range(index, stop)
        words = sum(likeness(lines[at], told) for at in run) / max(1, len(run))
        is_tiny = all(lines[at].words <= 3 for at in run)
        after = ("other", "meta", "caption") if is_tiny else ("other", "meta")
        # A list of stories that says so is set between a heading and its text.
        is_parted = len(run) == 1 and stop < core.stop and zone_of(lines[stop].bare) is Zone.RELATED
        heads_nothing = stop < len(labels) and labels[stop] in after and words < 0.4 and not is_parted
        heads_nothing |= bool(run) and stop < len(labels) and labels[stop] == "other" and is_ticker(lines[stop].text)
        is_deck = title is not None and index == title + 1 and len(run) < 3
        if run and heads_nothing and not is_deck:
            for at in run:
                settled[at] = "other"
        elif len(run) >= 3 or (len(run) == 2 and words < 0.5 and labels[index - 1] == "other" and not lines[index].gap):
            for at in run:
                is_stanza = words >= 0.6 and all(lines[at].words < 8 for at in run)
                settled[at] = "body" if is_stanza else "heading" if _heads_text(lines, labels, run, at) else "other"
        index = max(stop, index + 1)
    return settled


def _may_be_story(line: Line, label: str) -> bool:
    """Return whether the line can be the headline of another story: a heading, or a question as long as one."""
    if line.declared or HEADING_MARK.match(line.text):
        return False
    is_short = not line.is_prose or (line.words <= 12 and not line.is_korean)
    return label == "heading" or (label == "body" and is_short and bool(_ASKED.fullmatch(line.text)))


def _heads_text(lines: Sequence[Line], labels: Sequence[str], run: range, at: int) -> bool:
    """Return whether the line is the last of the *run* and heads the text below: a question, or short."""
    if at != run[-1] or at + 1 >= len(labels) or labels[at + 1] != "body":
        return False
    others = min(lines[near].weight for near in run[:-1])
    return bool(_SHORT_ASKED.fullmatch(lines[at].text)) or lines[at].weight <= 0.75 * others
