"""The regular expressions of the English reader of figures.

Every one is anchored at a number already found and looks a bounded way ahead, so the time to read a text is linear in its length.
"""

from __future__ import annotations

import re

from generator.language.figures_money import CODES, ENGLISH_NAME, ENGLISH_NAMES
from generator.language.figures_pattern import Pattern
from generator.language.numerals import DIGITS

GAP = "[ \u00a0]"
"""A space; narrow ones are replaced before the text is read."""
SEP = "[- \u00a0]"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SIZES = "thousand|million|billion|trillion|quadrillion"
_SMALL = rf"(?:(?:{_TENS})(?:[-‐‑ ](?:{_ONES})\b)?|{_TEENS}|{_ONES}|zero)\b"
_HUNDREDS = rf"(?:{_SMALL}|an?)[- ]hundred\b(?:{SEP}(?:and{SEP})?{_SMALL})?"
_BELOW_THOUSAND = rf"(?:{_HUNDREDS}|{_SMALL})"
_HALF_MORE = r"[- ]and[- ]a[- ]half(?![a-z])"

NUMBER_WORDS = Pattern(
    rf"""
    (?:half|(?:an?|one){GAP}quarter{GAP}of|three[- ]quarters{GAP}of){GAP}an?(?={GAP}percent)
    |(?:half{GAP}(?:of{GAP})?an?{GAP}|an?{GAP}half[- ]|half-)(?:dozen|hundred|{_SIZES})\b
    |{_BELOW_THOUSAND}(?:{_HALF_MORE})?(?:[- ](?:dozen|{_SIZES})\b(?:{GAP}(?:and{GAP})?{_HUNDREDS})?)?
    |an?{GAP}(?:dozen|{_SIZES})\b
    |dozen\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A number in words, with its scale."""

DIGIT_NUMBER = Pattern(
    rf"""
    {DIGITS}
    (?P<half>[-{GAP[1:-1]}]?½|[-{GAP[1:-1]}]1/2(?!\d)|{_HALF_MORE}(?=[- ]))?
    (?P<scale>
      [-‐{GAP[1:-1]}]?(?:hundred|{_SIZES}|dozen|lakh|crore)(?![A-Za-z])
      (?:(?<=trillion){GAP}[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?{GAP}[bm]illion(?![A-Za-z])
        |(?<=billion){GAP}[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?{GAP}million(?![A-Za-z]))?
     |{GAP}?(?:bn|bln|tn|trn|tln|mn|mln|mil)(?![A-Za-z])
     |[mbtkMBTK](?![\w'’]|-\w*[A-Z0-9])
    )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A number in digits, with its scale."""


def _any_case(*words: str) -> str:
    """Return a pattern for the words in lower case, as a title or in capitals, its branches parted by their first letters.

    The first letters let the search skip a word of the text at once: much faster than ignoring case.
    """
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    return "|".join(
        f"[{letter}{letter.upper()}](?:{'|'.join(part for rest in rests for part in (rest, rest.upper()))})"
        for letter, rests in sorted(by_letter.items())
    )


_VAGUE = ("several", "dozens", "scores", "tens", "hundreds", "thousands", "millions", "billions", "trillions", "few")
_MULTIPLES = (
    "doubl(?:e|es|ed|ing)", "tripl(?:e|es|ed|ing)", "trebl(?:e|es|ed|ing)", "quadrupl(?:e|es|ed|ing)",
    "quintupl(?:e|es|ed|ing)",
    "sextupl(?:e|es|ed|ing)", "septupl(?:e|es|ed|ing)", "twice", "thrice", "twofold", "threefold", "fourfold",
    "fivefold", "sixfold",
    "sevenfold", "eightfold", "ninefold", "tenfold", "twentyfold", "hundredfold", "thousandfold",
)  # fmt: skip
_FOLLOW_A = (
    "half|quarter|dozen|hundred|thousand|million|billion|trillion|decade|year|month|week|day|hour|couple|few|HALF|DOZEN|MILLION"
    "|BILLION|TRILLION"
)

_CHAIN = rf"{DIGITS}(?:[-‐–−~][$€£¥₩]?{DIGITS}){{2,}}+"
"""Three and more numbers joined by dashes: a telephone number, a date, a code."""

FIND = Pattern(
    rf"(?P<chain>{_CHAIN})|{DIGITS}|\b(?:"
    + _any_case(*_VAGUE, *_MULTIPLES, *_ONES.split("|"), *_TEENS.split("|"), *_TENS.split("|"), "zero", "half", "dozen")
    + rf"|[Mm]ulti-?(?:thousand|million|billion|trillion)|[Aa]n?{GAP}(?:{_FOLLOW_A}))\b"
)
"""The start of anything that may be a figure."""

_LONG = (
    "more|full|whole|straight|consecutive|successive|additional|extra|business|working|trading|calendar|further|long"
    "|short|hard|good"
    "|solid|fiscal|financial|non-consecutive|school|solid|tough|crucial|turbulent|sitting|session|other"
)
UNIT = Pattern(
    rf"""
    (?P<percent>{GAP}?[%％](?:{SEP}points?(?![a-z])|pt?(?![a-z]))?|{SEP}percent(?:age)?[- ]points?(?![a-z])
      |{SEP}(?:percent|per{GAP}cent|pct)(?![a-z])(?:[- ]points?)?|{GAP}?ppts?(?![a-z])|{GAP}?pp(?![a-z]))
    |(?P<basis>{SEP}?(?:basis[- ]points?|bps?)(?![a-z]))
    |(?P<cents>{SEP}(?:(?:euro|U\.?S\.?|American)[- ])?cents?(?![a-z])|¢|{GAP}pence(?![a-z])|p(?![\w-]))
    |(?P<money>{SEP}{ENGLISH_NAME}(?![a-z]))
    |(?P<code>{GAP}?(?-i:{"|".join(sorted(CODES))})(?![A-Za-z]))
    |(?P<time>{SEP}(?:(?:{_LONG})[- ]){{0,2}}(?P<span>years?|yrs?|months?|weeks?|days?|hours?|hrs?|decades?)(?![a-z])
       (?P<old>[- ]olds?(?![a-z])|[- ]of[- ]age|['’]?[ -]old)?)
    |(?P<times>{SEP}?(?:times(?!{GAP}square)|fold)(?![a-z])|x(?!\w))
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What a number measures, unless it counts."""

SEPARATORS = frozenset("- \u00a0")
UNIT_SIGNS = frozenset("%％¢xp")
UNIT_BEGINS = frozenset(
    word[:2].lower()
    for word in (
        *"percent pct ppt basis bps cents euro us u.s. american pence years months weeks days hours hrs decades times fold".split(),
        *_LONG.split("|"),
        *CODES,
        *ENGLISH_NAMES,
    )
)
"""The first two letters of everything that ``UNIT`` knows."""

JOIN = Pattern(
    rf"(?P<dash>{GAP}?[-‐‑–—−~∼〜～]{GAP}?(?!{GAP}?(?:to|or|and)\b))|(?P<to>-?{GAP}to{GAP}|-to-)"
    rf"|(?P<and>-?{GAP}and{GAP})|(?P<or>-?{GAP}or{GAP}|-or-)"
)
"""What stands between the two ends of a range."""

VAGUE = Pattern(
    rf"""
    (?:(?:several|a{GAP}few|few|a{GAP}couple(?:{GAP}of)?){GAP}(?:hundred{GAP}|tens{GAP}of{GAP}
      |dozens?{GAP})?(?:(?:of{GAP})?(?:hundreds?|thousands?|millions?|billions?|trillions?)(?:{GAP}of)?{GAP})*
      |(?:dozens|scores|tens|hundreds|thousands|millions|billions|trillions)(?:{GAP}(?:if{GAP}not{GAP}(?:hundreds
        |thousands)|and{GAP}(?:dozens|hundreds|thousands)))?(?:{GAP}(?:of{GAP})?(?:thousands|millions|billions
        |trillions))*(?:{GAP}of)?(?:{GAP}|(?=[.,;!?)]|$))
      |multi-?(?:thousand|million|billion|trillion)[- ]?)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A quantity without a number, up to its noun."""

VAGUE_UNIT = Pattern(
    rf"(?P<money>{ENGLISH_NAME})(?![a-z])|(?:(?:{_LONG}){GAP})?(?P<span>years?|months?|weeks?|days?|hours?"
    rf"|decades?)(?![a-z])|(?P<percent>percent|per{GAP}cent|percentage)",
    re.IGNORECASE,
)

MULTIPLE_FOLLOWS = Pattern(
    rf"(?:{GAP}|-)(?:as|more|higher|larger|greater|bigger|faster|over|the|that|its|their|his|her|our|what|longer"
    rf"|better|cheaper|smaller|lower|less|stronger|wider|deeper|those|last|earnings|book|annual|revenue|sales"
    rf"|oversubscribed|leverage|leveraged|current|today['’]s|bigger|quicker|heavier|above|below)\b",
    re.IGNORECASE,
)
OFTEN_FOLLOWS = Pattern(
    rf"{GAP}(?:an?|per|in|since|this|during|between|on|at|before|after|each|every|daily|weekly|monthly|yearly"
    rf"|annually|when|for|and|while|already|champion|champions|winner|winners|now|when|so|with|against|within|until"
    rf"|previously)\b|[.,;:!?)\"”]",
    re.IGNORECASE,
)
GROWTH_BEFORE = Pattern(
    r"(?:rose|rise|risen|rising|grow|grew|grown|jump|surg|increas|expan|multipl|soar|swell|up|by|climb|boost|rais"
    r"|scal|widen|improv|trad\w+ at|valu\w+ at|magnif|outperform|leap|leapt)\w*(?: \w+){0,3} ?\Z",
    re.IGNORECASE,
)
RISES = Pattern(
    r"\b(?:rise|rose|risen|rising|increas|grow|grew|expand|jump|surg|climb|fell|fall|drop|declin|cut|reduc|lower|rais"
    r"|boost|up|down"
    r"|improv|widen|narrow|shrink|shrank|slid|slip|hik|went|go|gone|mov|chang|shift|advanc|soar|plung|tumbl|upgrad"
    r"|doubl|tripl|swell|sank|sink|sunk|slump|dwindl|rebound|recover|shot|bulg|balloon|contract|halv"
    r"|extend|shorten|gain|los[et]|ease|edg|inch|creep|crept|trim|slash|bring|brought|tak|took)",
    re.IGNORECASE,
)
"""Verbs that make "from A to B" a change."""

CHANGES = Pattern(
    r"by|up|down|another|additional|rise|rose|risen|increas(?:e|es|ed)|grew|grows?|grown|jump(?:s|ed)?|surg(?:e|es"
    r"|ed)|climb(?:s|ed)?"
    r"|fell|falls?|fallen|drop(?:s|ped)?|declin(?:e|es|ed)|cut|lower(?:s|ed)|weaken(?:s|ed)?|strengthen(?:s|ed)?"
    r"|gain(?:s|ed)?|los(?:e|es|t|ing)|add(?:s|ed|ing)?|shed|slump(?:s|ed)?|sank|sinks?|edg(?:e|es|ed)|slid|slides?"
    r"|slip(?:s|ped)?"
    r"|inch(?:es|ed)?|tick(?:s|ed)?|trim(?:s|med)?|expand(?:s|ed)?|dipp?(?:s|ed)?|crept|ease[sd]?|firm(?:s|ed)?"
    r"|soar(?:s|ed)?"
    r"|plung(?:e|es|ed)|tumbl(?:e|es|ed)|advanc(?:e|es|ed)|appreciated|depreciated|rebound(?:s|ed)?|retreat(?:s|ed)?"
    r"|widen(?:s|ed)?"
    r"|narrow(?:s|ed)?|shrank|shrinks?|swell(?:s|ed)?|shot|leapt|leap(?:s|ed)?|boost(?:s|ed)?|give|gave|gives|pay"
    r"|pays|paid|donat(?:e|es|ed)"
    r"|lend|lent|provid(?:e|es|ed)|transfer(?:s|red)?|sold|sell|send|sent|allocat(?:e|es|ed)|award(?:s|ed)?|hand(?:s"
    r"|ed)?|contribut(?:e|es|ed)",
    re.IGNORECASE,
)
"""Words right before "A to B" that make A an amount and B a new level or a receiver."""

HEDGES = frozenset(
    "about around nearly almost just some an a estimated roughly over only more than least at another".split()
)
RANGES = Pattern(
    r"\b(?:rang\w+|var\w+|anywhere|somewhere|between|span\w*|estimates?|costs?|priced|prices|sells?|charges?|fares?"
    r"|tickets|fees|cost) ?(?:anywhere |somewhere )?(?:from )?(?:about |around )?\Z",
    re.IGNORECASE,
)
_COLLECTIVE = (
    "fleet|workforce|staff|team|crew|population|headcount|payroll|membership|audience|crowd|base|network|toll"
    "|attendance|enrollment"
    "|enrolment|tally|total|force|board|panel|committee|squad|delegation|cabinet|jury|class|pool|roster|lineup"
    "|ensemble|bench|party"
    "|circulation|readership|viewership|turnout|births?|deaths?|cases|subscribers|users|members|employees|workers"
    "|customers|visitors"
    "|passengers|stores|branches|outlets|patients|students|shipments|deliveries|registrations|downloads|casualties"
    "|fatalities|majority|quorum|shortlist|group|convoy|flock|herd|bloc|survey|sample|poll|cohort"
)
HOW_MANY = Pattern(
    r"\bnumber of (?:[\w'’.-]+ ){1,9}?(?:to|at|from|by|is|was|are|were|reached|hit|exceeded|exceeds|topped|totaled"
    r"|totalled|surpassed|be"
    r"|about|than|nearly|over|around|least|most|below|above|some|almost|roughly|just|only)\Z"
    r"|\bemploy(?:s|ed|ing)(?: (?:about|around|some|nearly|over|more than|roughly|just|only|at least))?\Z"
    rf"|\b(?:{_COLLECTIVE})(?: (?:of|at|to|is|was|are|were|stands|stood|reached|rose|fell|grew|climbed|hit|by|totaled"
    rf"|totalled|will|has|have"
    r"|had|been|be|came|comes|dropped|increased|declined|expected|now|numbered|surpassed|topped|exceeded|\d[\d.,]*"
    r"|percent|from|also)){0,6}"
    r" (?:of|at|to|is|was|reached|hit|by|totaled|totalled|below|above|numbered|surpassed|topped|exceeded|about|around"
    r"|nearly|than|over"
    r"|roughly|some|least|almost|just|under)\Z",
    re.IGNORECASE,
)
"""A noun before a bare number that says what the number counts."""

TEAM_OF = Pattern(
    rf"\b(?:{_COLLECTIVE}) of(?: (?:about|around|nearly|more than|over|roughly|some|at least|almost|just|only|up to"
    rf"|fewer than|less than|an estimated))?\Z"
    r"|\b[Tt]he (?:remaining|other)\Z",
    re.IGNORECASE,
)
"""What makes a bare number a count whatever follows ("a staff of 120", "the remaining 70")."""

BARE_FOLLOWS = Pattern(
    r"$|[.,;:)!?”\"’\n–—]|[ \u00a0](?:[(–—]|(?:in|from|by|at|of|on|after|this|last|as|and|or|but|while|to|for|with"
    r"|over|since|compared|worldwide"
    r"|globally|nationwide|an?|when|so|today|yesterday|each|per|during|through|among|before|until|because|despite"
    r"|within|across|is|are|was"
    r"|were|will|who|which|that|the|up|down|versus|against|than|next|half|now|strong|due)\b)"
)
"""What may stand after a number that goes without its noun."""

ELLIPSIS = Pattern(
    rf"{GAP}(?:from{GAP}[A-Z]|in{GAP}(?:[A-Z]|the{GAP}[A-Z]|\d{{4}}\b)|at{GAP}[A-Z]|of{GAP}(?:them|whom|which)\b"
    rf"|others?\b|more\b(?!{GAP}than)|were\b|are\b|had\b|died\b|for{GAP}[A-Z]|a{GAP}year{GAP}earlier|last{GAP}year|(?:recorded|seen|forecast|expected|predicted|planned|projected|promised|estimated|needed|reported)\b|against(?=[.,;])|for(?=[.,;])|in{GAP}favou?r"
    rf"|of{GAP}(?:the|a|last){GAP}(?:same|previous|past|last|year|season|month|quarter|week|decade)\b)"
)
