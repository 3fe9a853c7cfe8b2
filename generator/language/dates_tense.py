"""Which way the words around an expression look: back, ahead, or neither."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from operator import itemgetter

from generator.language.dates_terms import Tense

WINDOW = 120
"""Code points on either side within which a verb tells of an expression."""

_PAST_TO_EN = (
    r"(?:failed|began|started|used|managed|helped|forced|led|came|went|grew|rose|fell|dropped|climbed"
    r"|agreed|decided|rushed"
    r"|continued|had|surged|jumped|soared|sank|declined|widened|narrowed|increased|decreased|swelled|was"
    r"|were) to [a-z]{2,14}"
)
"""The infinitives that tell what happened ("rose to record highs", "began to sell")."""
_PLAN_EN = r"(?:was|were|been) (?:due|set|scheduled|slated|supposed|meant|planned)(?! to)"
"""What was planned: it may lie ahead or behind ("was due on Monday")."""
_VERB = (
    r"(?!end\b|early|mid\b|mid-|late\b|the\b|an?\b|its?\b|their|his\b|her\b|our\b|my\b|your|this|that\b|these|those"
    r"|all\b|some|any\b|each|every|both|more|most|less|least|about|around|nearly|almost|over\b|under\b|wh|them|him\b"
    r"|us\b|me\b|you\b|one\b|two\b|three|four|five|six|seven|eight|nine|ten\b|last|next|people|officials|sources|data"
    r"|figures|levels?\b|records?\b|foreign|local\b|domestic|customers|investors|consumers|reporters|shareholders"
    r"|workers|members|students|and\b|(?!(?:br|sw|r|s|cl|spr)ing)[a-z]{2,12}ing\b)(?:be |have )?[a-z]{2,14}"
)
"""An infinitive after "to", and no noun ("sold to the public", "told reporters")."""
_DUE = (
    r"due(?! to)|due(?= to (?:be|open|start|begin|end|expire|take|go|come|meet|report|release|return|visit|complete"
    r"|finish|launch|hold|vote|deliver|arrive|retire|leave|close|run|sign|decide|announce|publish|resume|speak|host"
    r"|ship|reach)\b)"
)
"""No "due to rain"."""
_FORECAST = r"(?:forecast|expected|projected|predicted|estimated|planned|anticipated|thought|feared)"
_HELD_EN = rf"than (?:[\w’']{{1,12}} ){{0,3}}?{_FORECAST}|forecast(?= (?:made |issued |given |published )?in\b)"
"""What was forecast before ("half a point less than it forecast in October")."""
_AHEAD_EN = (
    r"(?:should|may|might|could|can|must)(?! have)(?: (?:be|also|not|then|soon))?(?: [a-z]{2,14})?"
    r"|(?:will|won[’']t|shall|would|[A-Za-z]{1,9}[’']ll)(?: (?:be|stay|remain|also|not|then|soon))?(?: [a-z]{2,14})?"
    r"|(?:is|are) (?:\w{2,12}ly )?\w{2,14}ing|plans? (?:to|for)"
    r"|plans (?=an?\b|another|\d|two|three|four|five|six|seven|eight|nine|ten)"
    r"|planned|planning|aims? (?:to|for|at)"
    rf"|aiming|schedul\w{{1,4}}|expect(?:s|ed|ing)?|slated|{_DUE}|set (?:to|for)|until|till"
    r"|hopes? (?:to|for)|intends?|poised|(?:is|are) likely"
    r"|targets? (?:for|by|to|of)|targeted|targeting|forecasts? (?:to|for)"
    rf"|projected|tentatively|upcoming|deadline (?:of|for|is)|ahead of|as (?:early|soon|late) as"
    rf"|(?<!due )(?<!according )(?<!thanks )(?<!owing )(?<!compared )(?<!prior )to {_VERB}"
    r"|(?:postponed|delayed|deferred|extended|pushed back|moved) (?:to|until|till)"
)
_PRESENT_EN = (
    r"(?:re)?opens?|(?:re)?starts?|begins?|(?:re)?launches|kicks? off|takes? effect|ends|expires|closes|arrives|debuts"
    r"|runs|premieres|hosts?|holds|releases|unveils|takes? place|goes on (?:sale|show|air)|hits|returns?|resumes?"
    r"|votes|follows|plays?|faces?|lasts|remains|takes office|departs|sails|retires|steps (?:down|up|aside)|meets?"
    r"|(?:effective|starting|beginning|valid|open|next) (?:from|in|on)"
)
_PAST_EN = (
    r"(?:ran|lasted|stayed|remained|served|worked|continued|operated|lived) (?:\w{1,12} ){0,4}(?:until|through)"
    r"|was|were|had|has|have|did|said|told|came|went|took|made|held|won|lost|sold|bought|built|fell|rose"
    r"|grew|hit|saw|met|gave"
    r"|left|led|ran|spent|wrote|became|got|cut|chose|paid|sent|struck|broke|drew|kept|found|began|drove"
    r"|flew|sank|threw|beat|shrank|slid|sprang|swung|clung|rang|sang|drank|swam|froze|chose|stole|woke|tore|wore|bore"
    r"|swore|ate|forgot|forgave|hid|bit|dug|hung|stuck|stung|spun|shot|lit|fled|fed|bred|read|spread|bled|crept|slept"
    r"|swelled|leapt|meant|felt|dealt|knelt|bent|lent|burnt|learnt|laid|lay|paid|wound|ground|bound|underwent|undertook"
    r"|upheld|withheld|overcame|rebuilt|resold|outdid|blew|grew|threw|knew|drove|strove|rode|arose|awoke|oversaw"
    r"|thought|put|brought|caught|taught|stood|shut|spoke|knew|dealt|fought|sought|swept|overtook|withdrew|set"
    r"|so far|ago|[Ss]ince|[a-z]{2,14}ed"
)
_CUE_EN = (
    rf"\b(?:(?P<past_to>{_PAST_TO_EN}|{_HELD_EN})|(?P<plan>{_PLAN_EN})"
    rf"|(?P<ahead>{_AHEAD_EN})|(?P<present>{_PRESENT_EN})|(?P<past>{_PAST_EN}))\b"
)


def _tense_of(cue: re.Match[str]) -> Tense:
    if cue["plan"]:
        return Tense.OPEN
    if cue["ahead"]:
        return Tense.FUTURE
    return Tense.PRESENT if cue["present"] else Tense.PAST


def _with_final(*indexes: int) -> str:
    """Return all Hangul syllables whose final consonant has one of *indexes* (Unicode chapter 3.12: 28 a vowel)."""
    return "".join(chr(code) for code in range(0xAC00, 0xD7A4) if (code - 0xAC00) % 28 in indexes)


_PAST_SYLLABLE = "".join(sorted(set(_with_final(20)) - set("있겠")))
_N_FINAL, _L_FINAL, _B_FINAL = _with_final(4), _with_final(8), _with_final(17)
_CUE_KO = (
    r"(?P<past_to>(?:전망|예상|예측|추정|목표|계획)치?보다)|(?P<plan>로[ ]?(?:잡[혔힌혀]|정해[졌진]))"
    rf"|(?P<ahead>예정|계획|방침|전망|목표|앞두|앞둔|겠|기로[ ](?:했|합의|결정|한)|[{_L_FINAL}][ ](?:것|수"
    rf"|듯|전망|예정|계획|방침|때|경우)|(?:될|할|열릴|나설|시작할|들어갈|맞을)[ ]|유력"
    rf"|점쳐|관측|위해"
    rf"|[가-힣]려(?:다(?!보)|던|고[ ]|는[ ])|내다[봤보본봐]|점[친쳤]|가능성|확률|기대|예상|예고|마감|방문)"
    rf"|(?P<present>미뤄|미룬|미루|연기|늦춰|연장|[{_N_FINAL}]다(?=$|[^가-힣]|[고며는])|[{_B_FINAL}]니다"
    rf"|(?:열리|되|하|끝나|올리|펼쳐지"
    rf"|선보이|나서|들어가)는[ ]|(?:개막|개최|출시|시행|오픈|발매|개봉|공개|착공|개통|출범|상장"
    rf"|방한)(?=[ ]?(?:$|[…,·‘’“”\"])))"
    rf"|(?P<past>[{_PAST_SYLLABLE}]|(?:열린|발표한|밝힌|체결한|공개한|출시한|개최한|진행한|맺은|내놓은"
    rf"|선보인|마친|끝난|시작한|시작된|나온|발생한|기록한|설립한|설립된|출범한|인수한|착공한|준공한"
    rf"|개장한|단행한|결정한|합의한|취임한|상장한|연|있은|가진|만난|공시한|개최된|진행된|발표된|공개된"
    rf"|출시된|개봉한|치러진|이뤄진|벌어진|숨진|신청한|제출한|보도한|게시한|올린|세운|짠|잡은|제시한)[ ]|기준)"
)


_CUES = {"en": _CUE_EN, "ko": _CUE_KO}


@cache
def _cue(language: str) -> re.Pattern[str]:
    return re.compile(_CUES[language])


_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


class SentenceTense:
    """The verbs of one sentence, looked for once, when first asked for."""

    def __init__(self, text: str, sentence: tuple[int, int], language: str) -> None:
        """*sentence* is its start and end in *text*."""
        self._text, self._sentence, self._language = text, sentence, language
        self._cues: list[tuple[int, Tense]] | None = None

    def at(self, start: int, end: int) -> Tense:
        """Return which way the sentence looks at the expression *start* to *end*.

        In English the nearest verb before it decides ("will open on Monday"); where none stands before it, the first
        verb after it does ("On Monday, it opened"). Korean verbs stand after it.
        """
        if self._cues is None:
            self._cues = self._find()
        if self._language == "en":
            index = bisect_left(self._cues, start, key=itemgetter(0)) - 1
            clause = self._text.rfind("; ", max(self._sentence[0], start - WINDOW), start)
            if index >= 0 and self._cues[index][0] >= max(start - WINDOW, clause):
                return self._cues[index][1]
        index = bisect_left(self._cues, end, key=itemgetter(0))
        if index < len(self._cues) and self._cues[index][0] < end + WINDOW:
            return self._cues[index][1]
        return Tense.OPEN

    def _find(self) -> list[tuple[int, Tense]]:
        first, last = self._sentence
        words = self._text[first:last]
        if words.isupper():
            words = words.translate(_LOWER)
        return [(first + match.start(), _tense_of(match)) for match in _cue(self._language).finditer(words)]
