"""The words around a figure that say in which way it is not exact: "about", "more than", 약, 이상.

Bounds and nearness make a figure approximate; forecasts (expected, 전망) do not. "Up to" sets a bound alone.
"""

from __future__ import annotations

from dataclasses import replace

from generator.language.figures_pattern import HANGUL, Pattern
from generator.model import Bound, Figure, FigureKind

_ENGLISH_BEFORE = {
    Bound.ABOUT: (
        "about|around|approximately|approx|approx.|roughly|some|nearly|almost|virtually|practically|circa|c.|ca."
        "|estimated|an estimated|estimated at|close to|near|nearing|approaching|just about"
        "|somewhere around|in the region of|in the neighborhood of|in the neighbourhood of"
        "|on the order of|more or less|give or take|perhaps|maybe"
    ),
    Bound.OVER: (
        "more than|over|above|exceeding|exceeds|exceed|exceeded|in excess of|greater than|higher than|larger than"
        "|longer than|bigger than|upward of|upwards of|north of|beyond|well over|surpassing|topping|surpassed|surpasses"
        "|surpass|topped|tops|to top|will top|would top|could top|may top"
        "|better than|well above|well beyond|just over|just above|past|well past"
        "|passed|passes|pass|passing|crossed|crosses|cross|crossing|breached|breaches|breach|breaching"
    ),
    Bound.MIN: (
        "at least|minimum|a minimum of|minimum of|no less than|no fewer than|not less than|not fewer than|no lower than"
    ),
    Bound.MAX: (
        "at most|no more than|not more than|no greater than|no higher than|capped at|not exceed|not exceeding"
        "|never exceed|not surpass|not top"
    ),
    Bound.UNDER: (
        "less than|fewer than|lower than|smaller than|shorter than|under|below|well under|well below|short of|shy of"
        "|south of|just under|just below"
    ),
}
_KOREAN_AFTER = {
    Bound.MIN: "이상",
    Bound.MAX: "이하|이내|[을를이가]? ?(?:넘기?|웃돌|초과하|상회하)지 ?(?:않|못|말|아니)",
    Bound.UNDER: (
        "미만|(?:에(?:도|는|조차)? ?)?(?:조금 |약간 |크게 |한참 |다소 )?못 ?미[치친쳤]"
        "|[을를의]?도? ?(?:밑[도돌돈]|아래로|밑으로)"
        "|(?:도|이|가)? ?채 (?:안|되지|못)|(?:이|가)? ?안 ?[되된돼]"
    ),
    Bound.OVER: (
        "[을를이가도]? ?(?:훌쩍 |크게 |조금 |살짝 |약간 |소폭 |이미 |벌써 )?"
        "(?:남짓|넘|웃[도돌돈]|상회|초과|돌파|뛰어넘)"
    ),
    Bound.ABOUT: (
        rf"(?<! )대(?!{HANGUL}| \d)|(?<! )대[의에로를가는]"
        rf"|안팎|가량|쯤|정도|내외|전후|선(?!{HANGUL})|선[을에의이]|가까[이운]|가깝"
        "|치?[에의]? ?(?:육박|달할 것|(?:이를|이르는|달하는|달한) 것으로 추[산정]|가까|가깝|근접)|[으]?로 추[산정]"
        "|(?:규모)?(?:인|일)? ?것으로 추[산정]|[을를] ?추[산정]"
        r"|[(（](?:추[정산]|잠정 추[정산])"
    ),
}
_KOREAN_BEFORE = {
    **dict.fromkeys("약 대략 어림잡아 거의 줄잡아 추산 추정 근 얼추 대충".split(), Bound.ABOUT),
    **dict.fromkeys("최소 최저 적어도 최소한 못해도 적게는 짧게는 낮게는 작게는".split(), Bound.MIN),
    **dict.fromkeys("최대 최고 최장 많아야 기껏해야 많게는 길게는 높게는 크게는".split(), Bound.MAX),
}
_AN_ESTIMATE = Pattern(
    r"\bestimated to (?:have )?(?:be(?:en)?(?: worth)?|total(?:l?ed)?|reach(?:ed)?|cost|number(?:ed)?) (?:an? )?\Z"
    r"|\b(?:[Ee]stimated|[Aa]pproximate) (?:[a-z][a-z-]{1,14} ){1,3}(?:of|is|was|at) (?:an? )?\Z"
    rf"|(?<!{HANGUL})추[정산](?:되는|된|한)? (?:총 ?)?{HANGUL}{{1,5}}(?: {HANGUL}{{2,3}})? \Z"
    rf"|(?<!{HANGUL})추[정산](?:액|가|가격|금액|비용|손실|피해|규모)액?[은는이가]? \Z"
)
"""What makes an estimate of the figure behind the name of what is estimated."""
_DURING = frozenset({"over", "under", "beyond", "above", "near", "past"})
"""Before a stretch of time these say when, not how long ("over five years")."""
_LASTING = frozenset(
    "for took take takes taking last lasts lasted lasting waited wait waits needs needed requires required aged".split()
)
"""Between these and a stretch of time "over" says how long after all ("took over six months")."""
_RELATION = frozenset({"over", "under", "beyond", "near", "past"})
"""Before "a" and digits these lead to a thing and set no bound ("under a $5 million deal", "over a 30% stake")."""
_REACHING = frozenset(
    "passed passes pass passing crossed crosses cross crossing breached breaches breach breaching".split()
)
"""Verbs that set a bound before a sum, a share or a large number: "passed 7 million" does, "passed two bills" not."""
_LARGE = 1000
_WITH_OVER = frozenset(
    f"{verb}{ending}"
    for verb in "hand turn roll argu fight clash feud quarrel wrangl mull look talk preside rul disput".split()
    for ending in ("", "e", "s", "es", "ed", "ing", "d")
) | frozenset(
    "sign signed signing signs fought sue sued suing negotiations dispute disputes row rows battle battles lawsuit"
    " lawsuits suit suits litigation jurisdiction control debate concern concerns worries fears anger"
    " lead advantage victory".split()
)
"""Words that take an object with "over": "hand over 30 percent", "a dispute over two islands"."""
_TAKE = frozenset("take takes took taken taking".split())
_THE_LAST = frozenset("the this these its their his her our my".split())
"""Before "past" these say that it means the last ("in the past 10 games")."""

_BEFORE = {phrase: bound for bound, phrases in _ENGLISH_BEFORE.items() for phrase in phrases.split("|")}
_LIMITS = {
    **dict.fromkeys(
        "up to|as much as|as many as|as high as|as long as|maximum|a maximum of|maximum of".split("|"), Bound.MAX
    ),
    **dict.fromkeys("as little as|as few as|as low as".split("|"), Bound.MIN),
}
"""Limits that leave the figure itself exact."""
_LAST_WORDS = frozenset(phrase.rpartition(" ")[2] for phrase in (*_BEFORE, *_LIMITS))
_IS_LAST = r"(?=[,.;:)”\"\n]|\Z| [a-z]{2,4}\b)"
_AFTER_ENGLISH = Pattern(
    r"(?P<over>\+|-plus\b|[ \u00a0]plus\b(?! or)(?! (?:[$€£¥₩\d]|an? ))|[ \u00a0]?and (?:above|up|over|older)\b)"
    r"|[ \u00a0](?:(?P<min>or (?:more|higher|above|greater|over|longer|older)\b(?! than| an? | ?[$€£¥₩\d])"
    r"|at (?:the )?(?:very )?least" + _IS_LAST + ")"
    r"|(?P<max>(?:or|and) younger\b"
    r"|or (?:less|fewer|lower|below|under)\b(?! than| an? | ?[$€£¥₩\d])|at (?:the )?(?:very )?most" + _IS_LAST + ")"
    r"|(?P<about>or (?:so|thereabouts)\b|an estimate\b|\((?:est\.|estimated?\b)))|, an (?P<guess>estimate)\b"
)
_AFTER_KOREAN = Pattern(
    "[ \u00a0]?(?:" + "|".join(f"(?P<{bound.value}>{words})" for bound, words in _KOREAN_AFTER.items()) + ")"
)
_FIRM = frozenset({Bound.MIN, Bound.MAX, Bound.OVER, Bound.UNDER})
_PASSES = Pattern("넘|웃[도돌돈]|상회|초과|돌파|미[치친쳤]|밑|아래")
_BENCHMARK = Pattern(
    "(?:전망치?|예상치?|추정치|예측치|목표치?|목표액|컨센서스|기대치|손익분기점|기준[치선점]|한도|기록|최고치|최저치)"
    "(?: (?:평균|중간값))?(?:인|였던|이던|이었던)? ?(?:약 ?)?\\Z"
    "|(?:예상|전망|기대|추정|제시|목표|집계|예측)(?:했던|하던|한|된|됐던|해온) (?:약 ?)?\\Z"
    "|(?:내다본|내건|내놓은|잡은) (?:약 ?)?\\Z"
)
"""What makes a figure a mark that another one passes or misses."""
_UP_TO = Pattern(
    f"까지(?:는|만)? (?!(?:{HANGUL}+ )?(?:늘|올[라랐리렸]|오[르른를]|치솟|높|낮|떨어|줄|확대|상승|하락|끌|불[어렸]|커"
    "|키[우웠운]|증|내[려렸리]|밀|급|뛰|성장|회복|감소|솟|넓|도달|달[하했]|[갔왔]|육박|치[고달]|추락|개선|확장|채[우운울웠]|충전))"
)
"""How much one may get, pay or hold (25만원까지 준다), unlike a new level (50억원까지 늘린다)."""
_SHARES = Pattern("(?:지분|주식|보통주|경영권|소유권)(?!율)[^.,]{0,10}\\Z|(?:에게|한테) \\Z")
_AFTER_BOUNDS = {**{bound.value: bound for bound in Bound}, "guess": Bound.ABOUT}
_KOREAN_WORDS = Pattern(f"{HANGUL}+")
_PEOPLE = Pattern(r"(?:people|person\w*|workers|staff|employees|men|women|experts|engineers|hours|attempts|tries)\Z")
_AGO = Pattern(r"[ \u00a0](?:ago|earlier|before)\b")
_BARE_COMPARISONS = ("more than", "less than")
"""Before a time gone by these count its length ("more than ten years ago"); "higher than" compares with that time."""
_SO_MUCH = Pattern(
    r"(?:%|\d|\b(?:percent|cent|points?|times|half|thirds?|quarters?|fifths?|sixths?|tenths?|much|far|slightly|won|yen"
    r"|dollars|euros|[a-z]{3,}s)) (?:more|less) than(?: an?)? \Z"
)
"""How much more or less than at that time, where these stand before: "a fifth less than a decade ago"."""
_WIDTH = 40
_NEAR = 16
_OPENING = "(“\"'‘["
_ADDED = tuple(
    [verb]
    for verb in "add adds added adding go goes went gone going move moves moved moving come comes came get got".split()
)
"""Before "up to" these make a sum or a new level of it and no limit."""


def bound_english(text: str, figure: Figure) -> Figure:
    """Return *figure* with the bound that the words around it in *text* set ("at least", "up to", "or more").

    It becomes approximate, but "up to" and its like leave it exact.

    >>> from decimal import Decimal
    >>> figure = Figure("300 people", 9, FigureKind.COUNT, Decimal(300), Decimal(300), "count")
    >>> bound_english("at least 300 people", figure).bound
    <Bound.MIN: 'min'>
    """
    if figure.start and text[figure.start - 1] == "~":
        return replace(figure, approx=True, bound=Bound.ABOUT)
    phrase = _phrase_before(text, figure)
    if phrase in _LIMITS:
        return replace(figure, bound=_LIMITS[phrase])
    bound = _BEFORE.get(phrase)
    if bound is None and not phrase and _is_estimate(text, figure):
        bound = Bound.ABOUT
    if bound is None or bound is Bound.ABOUT:
        found = _AFTER_ENGLISH.match(text, figure.end)
        bound = _AFTER_BOUNDS[found.lastgroup] if found and found.lastgroup else bound
    if bound is None and ("+" in figure.text or "-plus" in figure.text):
        bound = Bound.OVER
    return replace(figure, approx=True, bound=bound) if bound else figure


def _phrase_before(text: str, figure: Figure) -> str:
    """Return the words before *figure* that set a bound ("no more than"), "" when none do."""
    words = text[max(0, figure.start - _WIDTH) : figure.start].lower().rsplit(None, 5)
    has_article = words[-1:] in (["a"], ["an"]) and len(words) > 1
    if has_article:
        words.pop()
    if not words or words[-1].lstrip(_OPENING) not in _LAST_WORDS:
        return ""
    for count in (3, 2, 1):
        phrase = " ".join(words[-count:]).lstrip(_OPENING)
        if phrase not in _LIMITS and phrase not in _BEFORE or count > len(words):
            continue
        if _is_comparison(text, figure, phrase) or phrase == "up to" and words[-count - 1 : -count] in _ADDED:
            return ""
        is_no_bound = (
            phrase in _REACHING
            and (has_article or not _is_large(figure))
            or has_article
            and phrase in _RELATION
            or phrase == "over"
            and _is_object(figure, words)
            or phrase in _DURING
            and _says_when(figure, words)
        )
        return "" if is_no_bound else phrase
    return ""


def _is_estimate(text: str, figure: Figure) -> bool:
    """Return whether *figure* is what something is estimated to be: "an estimated loss of", 추정 손실은."""
    return _AN_ESTIMATE.search(text, max(0, figure.start - _WIDTH - _NEAR), figure.start) is not None


def _is_large(figure: Figure) -> bool:
    """Return whether *figure* is a sum, a share or a number of a thousand and more."""
    if figure.kind is FigureKind.COUNT:
        return figure.low is not None and figure.low >= _LARGE
    return figure.kind is not FigureKind.DURATION


def _is_object(figure: Figure, words: list[str]) -> bool:
    """Return whether "over", the last of *words*, belongs to the verb or noun before it ("hand over 30 percent")."""
    before = words[-2] if len(words) > 1 else ""
    if before in _TAKE:
        return figure.kind is not FigureKind.DURATION and not _PEOPLE.search(figure.text)
    return before in _WITH_OVER


def _is_comparison(text: str, figure: Figure, phrase: str) -> bool:
    """Return whether *phrase* compares with a time gone by: "higher than two years ago", "as much as a year ago"."""
    if figure.kind is not FigureKind.DURATION:
        return False
    if phrase in _BARE_COMPARISONS and not _SO_MUCH.search(text, max(0, figure.start - _WIDTH), figure.start):
        return False
    return phrase.endswith((" than", " as")) and bool(_AGO.match(text, figure.end))


def _says_when(figure: Figure, words: list[str]) -> bool:
    """Return whether the last of *words* before *figure* ("over", "past") says when and sets no bound."""
    if words[-1] == "past" and words[-2:-1] and words[-2] in _THE_LAST:
        return True
    return figure.kind is FigureKind.DURATION and not _LASTING.intersection(words[-2:-1])


def bound_korean(text: str, figure: Figure) -> Figure:
    """Return *figure* with the bound that the words around it in *text* set (약, 최대, 이상, 안팎, 넘는, "(추정)").

    >>> from decimal import Decimal
    >>> figure = Figure("300명", 0, FigureKind.COUNT, Decimal(300), Decimal(300), "count")
    >>> bound_korean("300명이 넘는", figure).bound
    <Bound.OVER: 'over'>
    """
    bound = figure.bound
    if bound is None:
        before = _KOREAN_WORDS.findall(text, max(0, figure.start - 12), figure.start)
        bound = _KOREAN_BEFORE.get(before[-1]) if before else None
        if bound is None and _is_estimate(text, figure):
            bound = Bound.ABOUT
    if bound is None or bound is Bound.ABOUT:
        found = _AFTER_KOREAN.match(text, figure.end)
        after = Bound(found.lastgroup) if found and found.lastgroup else None
        words = found.group() if found else ""
        if after in _FIRM and (_is_benchmark(text, figure, words) or _is_handed(text, figure, words)):
            after = None
        bound = after if bound is None or after in _FIRM else bound
    if bound is None and text.startswith("까지", figure.end) and _says_limit(text, figure):
        return replace(figure, bound=Bound.MAX)
    return replace(figure, approx=True, bound=bound) if bound else figure


def _says_limit(text: str, figure: Figure) -> bool:
    is_end = "부터 " in text[max(0, figure.start - _NEAR) : figure.start]  # 4만5000원부터 18만원까지
    return figure.kind is not FigureKind.DURATION and not is_end and _UP_TO.match(text, figure.end) is not None


def _is_benchmark(text: str, figure: Figure, words: str) -> bool:
    """Return whether *figure* is a forecast or a goal that something else passes or misses: it is exact."""
    if figure.kind is FigureKind.MULTIPLE:
        return False
    return _PASSES.search(words) is not None and bool(_BENCHMARK.search(text, max(0, figure.start - 16), figure.start))


def _is_handed(text: str, figure: Figure, words: str) -> bool:
    """Return whether 넘기다 is to hand over a share (지분 22%를 넘겨야) and not to exceed it."""
    if not text.startswith(("기", "겨", "긴", "길", "겼", "깁"), figure.end + len(words)) or not words.endswith("넘"):
        return False
    return bool(_SHARES.search(text, max(0, figure.start - 16), figure.start))
