"""The same article captured again: which paragraphs stayed, moved, changed, went or came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.model import Evidence, Paragraph


@dataclass(frozen=True, slots=True)
class Move:
    """What became of one paragraph."""

    kind: str
    """"same", "moved", "changed", "gone" or "new"."""
    old: str | None
    """Locator in the old capture; None for a new paragraph."""
    new: str | None
    """Locator in the new capture; None for one that is gone."""

    @property
    def words(self) -> str:
        """The move in words, for the curator.

        >>> Move("moved", "¶5", "¶6").words
        '¶5 is now ¶6'
        """
        return {
            "same": f"{self.old} is unchanged",
            "moved": f"{self.old} is now {self.new}",
            "changed": f"{self.old} is changed" + ("" if self.old == self.new else f" and now {self.new}"),
            "gone": f"{self.old} is gone",
            "new": f"{self.new} is new",
        }[self.kind]


def compare_captures(old: Evidence, new: Evidence) -> tuple[Move, ...]:
    """Return what became of each paragraph of *old* in *new*, and what is new, in reading order.

    Paragraphs with equal digests are the same wherever they stand. Between two that stayed, what is left on both
    sides is a paragraph rewritten, one by one and kind by kind.
    """
    matched = _same_words(old.paragraphs, new.paragraphs)
    matched |= dict(_rewritten(old.paragraphs, new.paragraphs, matched))
    moves = []
    for index, paragraph in enumerate(old.paragraphs):
        partner = new.paragraphs[matched[index]] if index in matched else None
        if partner is None:
            moves.append(Move("gone", paragraph.locator, None))
        elif partner.digest != paragraph.digest:
            moves.append(Move("changed", paragraph.locator, partner.locator))
        else:
            kind = "same" if partner.locator == paragraph.locator else "moved"
            moves.append(Move(kind, paragraph.locator, partner.locator))
    known = set(matched.values())
    moves += [
        Move("new", None, paragraph.locator) for index, paragraph in enumerate(new.paragraphs) if index not in known
    ]
    return tuple(moves)


def is_same_article(old: Evidence, new: Evidence) -> bool:
    """Return whether *new* surely captures the article of *old* again.

    It is the same file; or it prints the same publisher and headline, and at least a third of the body paragraphs. A
    text that names no publisher may as well be another outlet's print.
    """
    if old.original.sha256 == new.original.sha256:
        return True
    imprint = (new.found.publisher, new.found.title)
    if None in imprint or imprint != (old.found.publisher, old.found.title):
        return False
    digests = {paragraph.digest for paragraph in old.paragraphs if paragraph.kind == "body"}
    again = {paragraph.digest for paragraph in new.paragraphs if paragraph.kind == "body"}
    return bool(digests) and len(digests & again) * 3 >= min(len(digests), len(again))


def _same_words(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> dict[int, int]:
    """Return the indexes of paragraphs with equal digests: first those in order, then what was carried elsewhere."""
    left, right = [each.digest for each in old], [each.digest for each in new]
    matched: dict[int, int] = {}
    for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        matched |= {block.a + step: block.b + step for step in range(block.size)}
    free = [index for index in range(len(new)) if index not in set(matched.values())]
    for index, digest in enumerate(left):
        if index not in matched and (found := next((each for each in free if right[each] == digest), None)) is not None:
            matched[index] = found
            free.remove(found)
    return matched


def _rewritten(
    old: Sequence[Paragraph], new: Sequence[Paragraph], matched: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield the indexes of paragraphs that stand at one place of both captures with other words."""
    taken = set(matched.values())
    after = -1
    for index, paragraph in enumerate(old):
        if index in matched:
            after = matched[index]
            continue
        following = min(
            (matched[later] for later in range(index + 1, len(old)) if matched.get(later, -1) > after), default=len(new)
        )
        for candidate in range(after + 1, following):
            if candidate not in taken and new[candidate].kind == paragraph.kind:
                taken.add(candidate)
                after = candidate
                yield index, candidate
                break
