"""2xx: names that could mean two entities."""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Finding, Rule, Severity
from generator.language.names import ambiguous_names
from generator.model import Entity, Site, Written

NAME_AMBIGUOUS = Rule(
    "B220",
    Severity.ERROR,
    """
Two entities claim one name.

Why: wherever an article prints it, the program would have to guess whom it means, and whom a sentence of ours may name.
Bad: aliases: [Mi:dm] under both midm and midm-small.
Good: The name under one of them; the other with a name of its own.
""",
)
ALIAS_REPEATED = Rule(
    "B221",
    Severity.WARNING,
    """
An entity lists one name twice.

Why: it says nothing, and the second place is missed when the first is corrected.
Bad: names: {en: KT}, aliases: [KT]
Good: names: {en: KT}, aliases: [KT Corp.]
""",
)


def find_ambiguous_names(site: Site) -> Iterator[Finding]:
    """Yield a finding for each name that two entities claim, at the second of them."""
    entities = site.library.entities
    for written, claimants in ambiguous_names(entities.values()):
        others = [entities[name] for name in claimants if name in entities]
        notes = tuple(
            f'"{entity.id}" at {entity.span.path}:{entity.span.first[0]}'
            for entity in others
            if not _holds(entity, written)
        )
        help = "keep it with one of them"
        message = f'"{written.text}" is claimed by {" and ".join(sorted(claimants))}'
        yield Finding(NAME_AMBIGUOUS, written.span, message, "", notes, help)


def _holds(entity: Entity, written: Written) -> bool:
    return any(one is written for one in (*entity.names.values(), *entity.aliases))


def find_repeated_aliases(site: Site) -> Iterator[Finding]:
    """Yield a finding for each alias that its own entity has already."""
    for entity in site.library.entities.values():
        seen = {name.text for name in entity.names.values()}
        for alias in entity.aliases:
            if alias.text in seen:
                help = "remove it"
                yield Finding(ALIAS_REPEATED, alias.span, f'"{alias.text}" is listed already', help=help)
            seen.add(alias.text)
