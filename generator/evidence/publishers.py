"""Under which name a page was published: every clue that names its paper, and the name that most of them agree on.

A page says who published it in many places, and in none of them surely: the line of rights may name the company that
owns the paper, the top of the page a section or an advertisement. So each clue gives its name some weight; what else
the page says of that name ("About …", the reporters' addresses, credits) adds to it; and the heaviest name wins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.appeals import is_addressed, is_appeal, is_strip
from generator.evidence.bylines import read_dateline
from generator.evidence.furniture import is_copyright, is_furniture, is_notice, is_section, zone_of
from generator.evidence.headlines import MASTHEAD
from generator.evidence.lines import Line

_SURE, _LIKELY = 3, 2
"""Weight of a clue that is enough alone, and of one that another must bear out."""
_ENOUGH = 4
"""Weight from which a name is taken that no sure clue gives."""
_TOP = 30
"""Lines from the start of a page among which its masthead stands, when they come before the headline."""
_AGENCIES = frozenset("PRNewswire Newswire GLOBE PR BUSINESS".split())
_FOOT = re.compile(r"^[◎☞※▶]\s?(?:공감언론\s?)?(?P<name>[가-힣A-Za-z0-9]{2,12})\s+[\w.+-]+@")
_REGISTERED = re.compile(r"제호\s?[:：]\s?(?P<name>[가-힣A-Za-z0-9 ]{2,16}?)(?:\s*[|,/ㅣ(]|$)")
_AFTER_MARK = re.compile(
    r"(?:(?:[©ⓒ]\s*)?copyrights?(?:\s*\(c\)|\s*[©ⓒ])?|저작권자\s?(?:\(c\)|[©ⓒ:|ㅣ])?|[©ⓒ]|\(c\))\s*(?:by\s+)?"
    r"(?:(?:19|20)\d\d(?:\s?[-–]\s?20\d\d)?)?[\s,.]*(?:by\s+)?(?P<name>.+)",
    re.I,
)
_RIGHTS = re.compile(
    r"[\s,.·\-–—|ㅣ:]*(?:\ball rights|무단|\(?https?:|www\.|재배포|기사의|\bmay not\b|\bno part\b|\breproduction"
    r"|\bunauthori|\bthis (?:article|material)|,?\s?20\d\d\b|rights reserved|\b(?:or|and) its\b"
    r"|\ba (?:division|unit|subsidiary)\b"
    r"|\bpermission|AI\s?학습|\bcontact\b|저작권|\bregistered\b|,\s?\d+[A-Z]?\s[A-Z]|\buse of\b).*$",
    re.I,
)
_BRAND_TAIL = re.compile(
    r"\s*(?:&|＆)\s*\S+\.[a-z]{2,}\b.*$|\s*\(\S+\.[a-z]{2,}\S*\).*$|\s+\S+\.(?:com|co\.kr|kr|net|org|io|tv)\b.*$",
    re.I,
)
# "<ⓒ세상을 보는 눈, 가나경제>": before the name stands what the paper says of itself.
_SLOGAN = re.compile(
    r"^.*(?:,|'|’|”|\"|을|를|는|한|인|의)\s+(?=[가-힣A-Za-z0-9]{2,12}$)"
    r"|^\S+\s\S+.*\s(?=[가-힣A-Za-z0-9]{0,8}(?:일보|신문|뉴스|경제|타임스|방송|통신|투데이|데일리|비즈|저널|미디어|닷컴|TV)$)"
)
_FIRM = re.compile(r"\b(?:LLC|L\.?P|Inc|Ltd|Limited|Co|Pte|GmbH|plc|Company|Corp|Pvt)\b|\(주\)|주식회사", re.I)
_LEGAL = re.compile(r",?\s(?:LLC|L\.?P|Inc|Ltd|Limited|Co|Pte|Pvt|GmbH|plc)\.?(?:,?\sLtd\.?)?$", re.I)
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.I)
_SUFFIX = re.compile(r"\s[|｜]\s(?P<name>[^|｜]{2,24})$|\s[-–—]\s(?P<dash>[가-힣A-Z][\w가-힣 .&]{1,24})$")
_COMPANY = frozenset(
    "Media Group Holdings International Network Networks Publishing Publications Company Corporation Communications "
    "Association Newspapers Interactive Europe Americas UK USA".split()
)
"""What a firm's name has and the name of its paper has not."""
_OWN = (
    "newsletter",
    "newsletters",
    "app",
    "apps",
    "podcasts",
    "shop",
    "premium",
    "plus",
    "live",
    "events",
    "뉴스레터",
    "앱",
)
"""What a paper sells under its name."""
_PARTS = (("news",), ("sport",), ("sports",), ("business",))
_JOINED = frozenset("News & and".split())
_LOGO = re.compile(
    r"(?:\s(?:desktop|mobile))?\s(?:logo|home ?page|home)$|\s?[-–—|,]\s(?:back to )?home(?: ?page)?$"
    r"|\s?(?:로고|홈페이지)$",
    re.I,
)
"""What is read aloud for the name that stands as a picture at the top of a page."""
_TITLED = r"(?:[Tt]he\s)?[A-Z0-9][\w&'’.-]*(?:\s(?:&|of|and|the|[A-Z0-9][\w&'’.-]*)){0,4}"
_NAMED = re.compile(rf"(?<![.?!] )(?<!^)\b{_TITLED}")
_SITE = re.compile(
    r"\b(?i:about|contact|subscribe to|more (?:from|in)|follow|choose|prefer|support|trending in"
    r"|access to|thanks for reading|welcome to|advertise (?:with|in)"
    rf"|joined|told|written for|for|download|get|our standards:)\s(?P<name>{_TITLED})"
)
"""The site speaking of itself by its name, and its reporters by that of their paper."""
_MAIL = re.compile(r"@\s?(?:[\w-]+\.)*?(?P<name>[\w-]{3,})\.(?:com?|net|org|co\.\w\w|[a-z]{2,})\b", re.I)


@dataclass(frozen=True, slots=True)
class _Clue:
    """A name, as one place of the page gives it."""

    name: str
    weight: int
    kind: str
    """"rights" (of a name) or "firm" (of a company), "opening", "suffix", "top", "built", "menu" or "declared"."""

    @property
    def key(self) -> tuple[str, ...]:
        return _key(self.name)


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page is read for: its furniture, its text, and what the furniture calls its site."""

    frame: Sequence[str]
    told: frozenset[tuple[str, ...]]
    credits: str
    sites: Sequence[tuple[str, ...]]
    mails: frozenset[str]
    printed: Mapping[tuple[str, ...], int]


def find_publisher(
    lines: Sequence[Line], labels: Mapping[int, str], authors: Sequence[str], declared: str | None
) -> str | None:
    """Return the publisher's name as the page prints it, or None when nothing tells; never one of the *authors*."""
    clues = [clue for clue in _clues(lines, labels) if clue.name not in authors and clue.key]
    rights = next((clue.key for clue in clues if clue.kind in ("rights", "firm")), ())
    # "TVE News" at the top of a page of TVE is its section.
    clues = [clue for clue in clues if not (_is_prefix(rights, clue.key) and clue.key[len(rights) :] in _PARTS)]
    if declared:
        clues.append(_Clue(declared, _SURE, "declared"))
    if not clues:
        return None
    page = _page(lines, labels)
    # What stands among the entries of the menu is the paper when the site calls itself so again and again.
    called = Counter(site[:length] for site in page.sites for length in range(1, len(site) + 1))
    clues = [clue for clue in clues if clue.kind != "menu" or called[clue.key] > 1]
    if not clues:
        return None
    scores = {clue.key: _score(clue.key, clues, page, rights) for clue in clues}
    sure = {clue.key for clue in clues if clue.weight >= _SURE}
    firms = {clue.key for clue in clues if clue.kind == "firm"}
    enough = _SURE if firms else _ENOUGH
    names = [key for key, score in scores.items() if score >= (_SURE if key in sure else enough)]
    if sum(line.is_korean for line in lines) * 2 > len(lines):
        # A paper's own language comes before the Latin letters of its logo and its company.
        least = _SURE if rights and not re.search("[가-힣]", rights[0]) else _ENOUGH
        korean = [key for key, score in scores.items() if re.search("[가-힣]", key[0])]
        names = [key for key in korean if key in names or scores[key] >= least] or names
    if not names:
        return None
    best = max(names, key=lambda key: (scores[key], key not in firms, key == rights, len(key)))
    return _form([clue for clue in clues if clue.key == best])


def _score(key: tuple[str, ...], clues: Sequence[_Clue], page: _Page, rights: tuple[str, ...]) -> int:
    """Return the weight of all that speaks for the name *key*, and for the short form of it that the page uses."""
    own = {clue.kind: clue.weight for clue in clues if clue.key == key}
    score = sum(own.values()) + _support(key, page)
    is_tied = rights and key != rights and _is_prefix(key, rights) | _is_prefix(rights, key)
    is_opened = "top" in own and any(clue.kind == "opening" and _is_prefix(clue.key, key) for clue in clues)
    is_logo = own.get("top", 0) >= _SURE
    if not (key == rights or is_logo or "built" in own or page.printed[key] > 1 or is_opened):
        return score + bool(is_tied)
    # The page may call its paper by the first word of the name; but a company's name is not the whole of its paper's.
    shorter = {clue.key for clue in clues if _is_prefix(clue.key, key)}
    if "rights" not in own:
        shorter -= {clue.key for clue in clues if clue.kind in ("top", "built")}
    return score + bool(is_tied) + max((_score(short, clues, page, ()) for short in shorter), default=0)


def _support(key: tuple[str, ...], page: _Page) -> int:
    """Return how much the page bears out that its paper has the name *key*."""
    name = " ".join(key)
    longer = {text for text in page.frame if text.startswith(name) and len(text) > len(name)}
    score = min(2, len(longer)) + min(2, sum(site[: len(key)] == key for site in page.sites))
    score += page.printed[key] > 1 or any(text[len(name) :].strip() in _OWN for text in longer)
    score += f" {key[0]} staff " in page.credits
    score += 2 * (len(key) > 1 and key in page.told)
    score += f" {name} " in page.credits
    letters = re.sub(r"\W", "", name)
    score += 2 * any(mail == letters or (len(mail) > 5 and letters.startswith(mail)) for mail in page.mails)
    return score


def _page(lines: Sequence[Line], labels: Mapping[int, str]) -> _Page:
    frame = [line.text for line in lines if labels[line.number] in ("other", "meta")]
    told = [line.text for line in lines if labels[line.number] == "body"]
    credits = [line.text for line in lines if labels[line.number] in ("caption", "meta")]
    cued = [text for text in (*frame, *told) if not is_copyright(text)]
    keys = [_key(_LOGO.sub("", text)) for text in frame if len(text) < 60]
    return _Page(
        tuple(" ".join(_key(text)) for text in frame if len(text) < 240),
        frozenset(_key(name) for text in told for name in _NAMED.findall(text)),
        f" {' '.join(_key(' '.join(credits)))} ",
        [_key(found["name"]) for text in dict.fromkeys(cued) if (found := _SITE.search(text))],
        frozenset(found["name"].casefold() for text in (*frame, *credits) for found in _MAIL.finditer(text)),
        Counter(keys),
    )


def _key(name: str) -> tuple[str, ...]:
    """Return the words of *name* by which two of its forms are compared."""
    return tuple(word for word in re.findall(r"[^\W_]+", re.sub(r"[’']s?\b", "", name.casefold())) if word != "the")


def _is_prefix(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return 0 < len(short) < len(long) and long[: len(short)] == short


def _form(clues: Sequence[_Clue]) -> str:
    """Return the name as its masthead prints it, but not in capitals when it is printed otherwise elsewhere."""
    order = ("top", "built", "menu", "rights", "firm", "opening", "suffix", "declared")
    names = [clue.name for clue in sorted(clues, key=lambda clue: order.index(clue.kind))]
    names = [name.upper() if name.islower() and len(name) < 5 else name for name in names]
    mixed = [name for name in names if " " not in name or not name.isupper()]
    return mixed[0] if mixed else names[0].title()


def _clues(lines: Sequence[Line], labels: Mapping[int, str]) -> Iterator[_Clue]:
    page = [line for line in lines if labels[line.number] in ("other", "meta")]
    yield from _rights(lines, labels, page)
    for line in page:
        if foot := _FOOT.match(line.text):
            yield _Clue(foot["name"], _SURE, "opening")
        elif registered := _REGISTERED.search(line.text):
            yield _Clue(registered["name"].strip(), _LIKELY, "suffix")
    for line in lines:
        if labels[line.number] == "body":
            agency = read_dateline(line.text)[0]
            if agency and agency.split()[0] not in _AGENCIES:
                yield _Clue(agency, _SURE, "opening")
                break
    title = next((line.text for line in lines if labels[line.number] == "title"), None)
    if suffix := _suffix_name(page, title):
        yield _Clue(suffix, _SURE, "suffix")
    yield from _mastheads(lines, labels)


def _rights(lines: Sequence[Line], labels: Mapping[int, str], page: Sequence[Line]) -> Iterator[_Clue]:
    """Yield who reserves the rights first."""
    last = max((line.number for line in lines if labels[line.number] == "body"), default=0)
    marked = [line for line in page if is_copyright(line.text)]
    marked += [line for line in page if line.number > last and re.fullmatch(r"[ⓒ©]\s?\D{2,30}", line.text)]
    names = [name for line in marked if (name := rights_holder(line.text))]
    if names:
        kind = "firm" if _FIRM.search(next(line.text for line in marked if rights_holder(line.text))) else "rights"
        yield _Clue(_as_headed(page, names[0]), _SURE, kind)


def _mastheads(lines: Sequence[Line], labels: Mapping[int, str]) -> Iterator[_Clue]:
    """Yield the names above the headline or right below it that are the paper's own by their place or their build."""
    title = next((at for at, line in enumerate(lines) if labels[line.number] in ("title", "body")), 0)
    is_first = True
    for at in (*range(min(title, _TOP)), *range(title + 1, min(title + 4, len(lines)))):
        line = lines[at]
        if labels[line.number] not in ("other", "meta")[: 1 + (at > title or at == 0)] or _is_passed(line):
            continue  # what stands above the headline and is no furniture is its section
        name = re.split(r"\s[/|·]\s", _LOGO.sub("", line.text))[0]
        if len(name) > 36 or line.words > 6:
            continue
        is_logo = name != line.text and bool(_LOGO.search(line.text))
        is_built = bool(MASTHEAD.fullmatch(name.title() if " " in name and name.isupper() else name))
        if is_logo or (is_first and at < title):
            yield _Clue(name, _SURE if is_logo else _LIKELY, "top")
        if is_built:
            yield _Clue(name, _LIKELY, "built")
        elif not is_first and at < title:
            yield _Clue(name, 1, "menu")
        is_first = False


def _is_passed(line: Line) -> bool:
    """Return whether a line above the headline names no paper: a button, a section, a bar, what the site asks."""
    text = line.text
    if sum(letter.isdigit() for letter in text) >= 4:
        return True  # a ticker, a day
    if is_furniture(line.bare) or is_section(text) or zone_of(line.bare) or is_strip(text) or is_notice(text):
        return not _LOGO.search(text) or is_furniture(_LOGO.sub("", text))
    return is_appeal(text) or is_addressed(text) or line.is_final or not re.search(r"[^\W\d_]{2}", text)


def _as_headed(page: Sequence[Line], holder: str) -> str:
    """Return the name under which the company *holder* publishes: "Fjord" for "Fjord Media", where the page says so."""
    words = holder.split()
    for cut in range(len(words) - 1, 0, -1):
        if words[-1] not in _COMPANY or not all(word in _COMPANY or word in _JOINED for word in words[cut:]):
            break
        name = " ".join(words[:cut])
        if words[cut:] == ["Company"] and MASTHEAD.fullmatch(name):
            return name
        whole = next(
            (line.text for line in page if line.text.casefold() in (name.casefold(), f"the {name.casefold()}")), None
        )
        if whole:
            return name if len(whole) == len(name) else f"The {name}"
        alone = rf"{re.escape(name)}\b(?!\s{re.escape(words[cut])}\b)"
        named = sum(bool(re.search(rf"(?:^|[^\w\s]\s?|[a-z]\s){alone}", line.text)) for line in page)
        if named > 1 and any(re.match(rf"{alone}\s[A-Z]", line.text) for line in page):
            return name
    return holder


def rights_holder(text: str) -> str | None:
    """Return who reserves the rights in a copyright line, or None.

    >>> rights_holder("Copyright © 가나일보. 무단전재 및 재배포 금지.")
    '가나일보'
    """
    found = re.match(r"(?P<name>[^©ⓒ]{2,40})\s[©ⓒ]\s?20\d\d\W*$", text) or _AFTER_MARK.search(text)
    if not found:
        return None
    name = _BRAND_TAIL.sub("", _RIGHTS.sub("", found["name"]))
    name = re.sub(r"(?<=\w{2})\s?\([^()]*\)?$", "", name)
    name = re.sub(r"^\W+|[\s<>\[\](){}|ㅣ,;:·\-–—]+$", "", name).rstrip()
    name = _LEGAL.sub("", re.sub(r"(?<=\w{2})\.(?:\s.*)?$", "", name))
    if re.search("[가-힣]", name):
        name = _SLOGAN.sub("", name)
    # An address is where the publisher is, not what it is called.
    is_address = _DOMAIN.fullmatch(name) or re.match(r"[ⓒ©\d]", name)
    is_name = 1 < len(name) <= 40 and any(letter.isalpha() for letter in name)
    return name if is_name and not is_address else None


def _suffix_name(page: Sequence[Line], title: str | None) -> str | None:
    """Return the name behind the page's own title ("headline | name"), or behind a whole list of headlines."""
    counts: dict[str, int] = {}
    for line in page:
        found = _SUFFIX.search(line.text)
        if not found:
            continue
        name = (found["name"] or found["dash"]).strip()
        if title and line.text.startswith(title[:20]):
            return name
        if found["name"]:
            counts[name] = counts.get(name, 0) + 1
    best = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return best[0] if best[1] >= 3 else None
