"""An invented dossier with everything a page can show: two briefings, differences of each kind, an undated article."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.model import Site
from generator.pipeline import check
from generator.site.pages import render
from tests.seeds_maker import SITE, make_seeds

PROSE = {
    "briefings/ferry/en.md": """\
## The bottom line
{@haenam} will pay {price} for seven ferries. [@times-2031-05-04, ¶1] {#order}

## The story
### The first ship
{@park} expects it in the second quarter of 2032. [@times-2031-05-04, ¶2] {#first-ship}

## Not known, and next
- Which yard builds them. {#yard}
""",
    "briefings/ferry/ko.md": """\
## 핵심
{@haenam}이 {price}을 들여 여객선 7척을 산다. [@ilbo-2031-05-05, ¶1] {#order}

## 내용
### 첫 배
{@park} 대표는 2032년 2분기에 첫 배를 받는다고 밝혔다. [@ilbo-2031-05-05, ¶2] {#first-ship}

## 아직 알려지지 않은 것
- 어느 조선소가 짓는지. {#yard}
""",
}
FILES: Mapping[str, str | None] = {
    "site.yaml": SITE,
    "articles/times-2031-05-04.yaml": """\
original: times-2031-05-04.txt
title: "Haenam Shipping orders ferries"
publisher: {en: Harbour Times, ko: 하버 타임스}
published: 2031-05-04
authors: [An Example]
language: en
""",
    "articles/ilbo-2031-05-05.yaml": """\
original: ilbo-2031-05-05.txt
title: "해남해운, 여객선 주문"
publisher: {en: Hangman Ilbo, ko: 항만일보}
published: 2031-05-05
language: ko
""",
    "articles/gazette-undated.yaml": """\
original: gazette.txt
title: null
label: {en: An article on crews, ko: 선원 관련 기사}
publisher: {en: Quay Gazette, ko: 부두신문}
published: 2031
language: en
basis:
  published: {kind: inferred, why: {en: It looks back on the spring of that year., ko: 그해 봄을 돌아본다.}}
""",
    "entities/all.yaml": """\
- id: haenam
  kind: org
  names: {en: Haenam Shipping, ko: 해남해운}
  aliases: [Haenam]
- id: park
  kind: person
  names: {en: Park Sun-a, ko: 박선아}
  what: {en: Speaks for the buyer of the ferries, ko: 해남해운 대표}
  cite: "@ilbo-2031-05-05, ¶2"
""",
    "ledger/facts.yaml": """\
- id: price
  what: {en: Price of the ferries, ko: 여객선 가격}
  of: [haenam]
  status: planned
  briefings: [ferry]
  said:
    - {value: 2.4 trillion won, origin: haenam, cite: "@times-2031-05-04, ¶1"}
    - {value: 2조4000억원, origin: haenam, cite: "@ilbo-2031-05-05, ¶1"}
- id: payer
  what: {en: Who pays, ko: 누가 내나}
  briefings: [ferry]
  difference:
    kind: unresolved
    show: page
    note:
      en: No article settles it. [@times-2031-05-04, ¶1]
      ko: 어느 기사도 밝히지 않는다. [@ilbo-2031-05-05, ¶1]
  said:
    - {value: {en: Haenam Shipping, ko: 해남해운}, origin: reporter, cite: "@times-2031-05-04, ¶1"}
    - {value: {en: Not said, ko: 밝히지 않음}, origin: reporter, cite: "@ilbo-2031-05-05, ¶2"}
- id: berths
  what: {en: Ships, ko: 척수}
  briefings: [ferry]
  difference: {kind: same, show: click}
  said:
    - {value: {en: seven, ko: 일곱}, origin: reporter, cite: "@times-2031-05-04, ¶1"}
    - {value: {en: 7 ferries, ko: 7척}, origin: reporter, cite: "@ilbo-2031-05-05, ¶1"}
- id: trifle
  what: {en: A trifle, ko: 사소한 것}
  briefings: [ferry]
  difference:
    kind: unresolved
    show: curator
    note: {en: "A trifle for the curator. [@times-2031-05-04, ¶1]", ko: "편집자용. [@ilbo-2031-05-05, ¶1]"}
  said:
    - {value: {en: one way, ko: 이렇게}, origin: reporter, cite: "@times-2031-05-04, ¶1"}
    - {value: {en: another way, ko: 저렇게}, origin: reporter, cite: "@ilbo-2031-05-05, ¶1"}
""",
    "ledger/events.yaml": """\
- id: ordered
  when: 2031-05-04
  what: {en: Haenam Shipping orders seven ferries., ko: 해남해운이 여객선 7척을 주문한다.}
  status: happened
  of: [haenam]
  briefings: [ferry]
  cite: "@times-2031-05-04, ¶1"
- id: delivery
  when: 2032-Q2
  what: {en: The first ship is due., ko: 첫 배가 들어올 예정이다.}
  status: planned
  of: [haenam]
  briefings: [ferry, crew]
  cite: "@times-2031-05-04, ¶2; @ilbo-2031-05-05, ¶2"
""",
    "briefings/ferry/briefing.yaml": """\
order: 1
title: {en: The ferries, ko: 여객선}
summary: {en: Seven ferries are on order., ko: 여객선 7척을 주문했다.}
status: {en: Ordered, ko: 주문}
routing: {entities: [haenam], terms: [ferries, 여객선]}
related: [crew]
key_facts: [price, payer]
""",
    "briefings/crew/briefing.yaml": """\
order: 2
title: {en: The crews, ko: 선원}
summary: {en: Crews are wanted., ko: 선원을 찾는다.}
status: {en: Open, ko: 모집}
routing: {entities: [park], terms: [crew, 선원]}
""",
    **PROSE,
}


def make_dossier(folder: Path, files: Mapping[str, str | None] | None = None) -> Site:
    """Return the resolved site of the invented dossier, with *files* in place of its own."""
    return check(make_seeds(folder, {**FILES, **(files or {})})).site


def make_pages(folder: Path, files: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """Return the pages of the invented dossier as text by path, with *files* in place of its own."""
    return {path: raw.decode() for path, raw in render(make_dossier(folder, files)).items()}
