"""Copies are known again, facts are free, and the article does not come back."""

from __future__ import annotations

import itertools
import pydoc_data.topics
import re

import pytest

from generator.evidence.fingerprint import (
    Fingerprint,
    copied_from,
    copied_runs,
    fingerprint,
    hashes_text,
    near_copies,
    overlap,
    paragraph_digest,
    quotation_digest,
    read_hashes,
    run_hash,
)
from generator.model import DateSpan, Figure, FigureKind, Mention, Paragraph, Precision
from tests.evidence_page import PAGES, read_page


def paragraph(text: str, *names: str) -> tuple[str, Paragraph]:
    """Return *text* with a paragraph in which *names* are mentioned."""
    mentions = tuple(Mention(name, text.index(name), "someone") for name in names)
    return text, Paragraph("¶1", "body", 1, len(text.split()), (), (), (), mentions, "")


def bodies(language: str) -> dict[str, list[str]]:
    """Return the paragraphs of the invented pages in *language*, by page."""
    pages = [page for page in map(read_page, PAGES) if page.language == language]
    return {page.name: [page.lines[n - 1] for n, kind in page.labels.items() if kind == "body"] for page in pages}


ENGLISH = [text for texts in bodies("en").values() for text in texts]
KOREAN = [text for texts in bodies("ko").values() for text in texts]


def test_sampling() -> None:
    """About one run in four is kept, of Korean one in six, whatever the order of the paragraphs."""
    words = [max(0, len(re.findall("[A-Za-z0-9]+", text)) - 7) for text in ENGLISH]
    assert 0.2 < len(fingerprint([paragraph(text) for text in ENGLISH]).hashes) / sum(words) < 0.28
    letters = [max(0, len(re.findall("[A-Za-z0-9가-힣]", text)) - 19) for text in KOREAN]
    assert 0.13 < len(fingerprint([paragraph(text) for text in KOREAN]).hashes) / sum(letters) < 0.19
    assert fingerprint([paragraph(text) for text in ENGLISH]) == fingerprint(
        [paragraph(text) for text in reversed(ENGLISH)]
    )


@pytest.mark.parametrize(
    ("texts", "least"), [pytest.param(ENGLISH, 97, id="english"), pytest.param(KOREAN, 97, id="korean")]
)
def test_recall(texts: list[str], least: int) -> None:
    """Most copied sentences of fifteen words (or thirty syllables) are found from the fingerprint alone."""
    prints = {"a": fingerprint([paragraph(text) for text in texts])}
    long = [text for text in texts if len(text.split()) >= 15 or len(re.findall("[가-힣]", text)) >= 30]
    found = sum(bool(copied_runs(f"We say: {text}", prints)) for text in long)
    assert found * 100 >= least * len(long)


def test_place() -> None:
    """A copied stretch is reported at its place, as a whole."""
    text = ENGLISH[0]
    ours = f"Nothing to see. {text} The end."
    (run,) = copied_from(ours, "a", [paragraph(text)])
    assert ours[run.start : run.end] == text.rstrip(".")
    assert run.article == "a"


def test_others_words() -> None:
    """Other texts about other things share nothing."""
    prints = {"a": fingerprint([paragraph(text) for text in ENGLISH[: len(ENGLISH) // 2]])}
    assert copied_runs("\n".join(ENGLISH[len(ENGLISH) // 2 :]), prints) == ()


def test_spacing_and_case() -> None:
    """Case, punctuation and Korean spacing do not hide a copy."""
    english, korean = ENGLISH[1], max(KOREAN, key=len)
    assert copied_from(english.upper().replace(",", " -"), "a", [paragraph(english)])
    assert copied_from(korean.replace(" ", ""), "a", [paragraph(korean)])


def test_facts_are_free() -> None:
    """A run made of figures, dates and names is nobody's, and breaks the runs around it."""
    text = "Ann Lee of Garam Shipbuilding Group said 2.4 trillion won on 10 October 2030 would do"
    facts = Paragraph(
        "¶1",
        "body",
        1,
        15,
        (),
        (Figure("2.4 trillion won", text.index("2.4"), FigureKind.MONEY, None, None, "KRW"),),
        (DateSpan("10 October 2030", text.index("10 Oct"), None, None, Precision.DAY, "2030-10-10"),),
        (Mention("Ann Lee", 0, "ann"), Mention("Garam Shipbuilding Group", 11, "garam")),
        "",
    )
    assert copied_from(text, "a", [(text, facts)]) == ()
    assert fingerprint([(text, facts)]).hashes == frozenset()


def test_every_place_of_a_name() -> None:
    """A name that stands twice is masked twice, though the evidence lists it once."""
    text = "the yard that Garam Shipbuilding built for the island Garam Shipbuilding bought from the county last"
    assert copied_from(text, "a", [paragraph(text, "Garam Shipbuilding")]) == ()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_near_copies(language: str) -> None:
    """Two prints of one report overlap by far; reports of different things do not."""
    pages = bodies(language)
    prints = {name: fingerprint([paragraph(text) for text in texts]) for name, texts in pages.items()}
    name, texts = max(pages.items(), key=lambda item: sum(map(len, item[1])))
    prints["reprint"] = fingerprint([paragraph(text) for text in texts[:-2]])
    assert near_copies(prints) == {"reprint": name}
    assert near_copies(dict(reversed(prints.items()))) == {name: "reprint"}
    assert overlap(prints[name], prints["reprint"]) > 0.9


def test_overlap_of_little() -> None:
    """Of a handful of hashes, or of two schemes, nothing is said."""
    assert overlap(Fingerprint("s", frozenset({4})), Fingerprint("s", frozenset({4}))) == 0
    many = frozenset(range(0, 400, 4))
    assert overlap(Fingerprint("s", many), Fingerprint("t", many)) == 0


def test_hashes() -> None:
    """Hashes are written in base64, four bytes each, and read back; anything else is refused."""
    hashes = frozenset({0, 4, 2**32 - 4})
    assert hashes_text(hashes) == "AAAAAAAAAAT////8"
    assert read_hashes("AAAAAAAAAAT////8") == hashes
    for text in ("AAAA", "not base64!"):
        with pytest.raises(ValueError):
            read_hashes(text)


def test_digests() -> None:
    """Quotation marks, case and blanks do not change a digest; words do. Two words prove nothing."""
    assert paragraph_digest("He  said “no”.") == paragraph_digest('he said "no".') != paragraph_digest("He said yes.")
    assert quotation_digest("We will not sell, ever!") == quotation_digest("we will not sell ever")
    assert quotation_digest("Not now") is None


def attack(texts: list[str], kept: frozenset[int], openings: list[str], *lists: list[str]) -> tuple[int, int]:
    """Return how many words of *texts* come back, and how many there are.

    Who attacks knows the first seven words of each paragraph, and tries after them each word of the first list, then each
    pair: every run whose hash was kept is a step. Longer lists are tried word by word.
    """
    told = sum(len(re.findall("[a-z0-9]+", text.lower())) for text in texts)
    back = 0
    for text, opening in zip(texts, openings, strict=True):
        words = re.findall("[a-z0-9]+", text.lower())
        known = opening.split()
        start = len(known)
        while start >= 7:
            tries = itertools.chain(
                ((word,) for each in lists for word in each), itertools.product(lists[0], repeat=2) if lists else ()
            )
            step = next((t for t in tries if run_hash(" ".join([*known, *t][-8:])) in kept), None)
            if step is None or [*known, *step] != words[: len(known) + len(step)]:
                break
            known += step
        back += len(known) - start
    return back, told


@pytest.mark.parametrize("name", ["wire-en", "paper-london-en", "asia-weekly-en"])
def test_attack(name: str) -> None:
    """Chaining hashes with the article's own words and a large word list gives back less than a tenth of it."""
    texts = bodies("en")[name]
    own = sorted({word for text in texts for word in re.findall("[a-z0-9]+", text.lower())})
    large = sorted({word for text in pydoc_data.topics.topics.values() for word in re.findall("[a-z]+", text.lower())})
    kept = fingerprint([paragraph(text) for text in texts]).hashes
    openings = [" ".join(re.findall("[a-z0-9]+", text.lower())[:7]) for text in texts]
    back, told = attack(texts, kept, openings, own, large)
    assert len(large) > 3000
    assert back * 10 < told


def test_attack_works() -> None:
    """The attack is a real one: with every run kept, as no fingerprint should, the article comes back."""
    texts = bodies("en")["wire-en"]
    own = sorted({word for text in texts for word in re.findall("[a-z0-9]+", text.lower())})
    runs = [re.findall("[a-z0-9]+", text.lower()) for text in texts]
    every = frozenset(run_hash(" ".join(words[at : at + 8])) for words in runs for at in range(len(words) - 7))
    back, told = attack(texts, every, [" ".join(words[:7]) for words in runs], own)
    assert back * 10 > told * 5
