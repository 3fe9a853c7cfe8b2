"""What an English number counts: the noun phrase after it, and the company in which a number counts nothing.

Any plural noun at the head of the phrase is counted ("five largest LLM companies"), unless it is a physical unit, a score, or
the number belongs to a name, a label, a year or a ratio.
"""

from __future__ import annotations

import re
from decimal import Decimal

from generator.language.figures_pattern import Pattern


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


IRREGULAR = _words(
    "people men women children staff personnel crew aircraft spacecraft police cattle sheep fish deer teeth mice"
    " geese media alumni"
    " criteria phenomena bacteria species series headquarters crossroads faculty offspring dead injured wounded"
    " missing killed hurt homeless stranded displaced jobless unemployed hospitalised hospitalized trapped unaccounted"
    " buses taxis skis menus gurus viruses campuses bonuses statuses gases lenses businessmen businesswomen lawmen"
    " salesmen"
    " servicemen policemen congressmen fishermen firemen wives lives knives leaves selves halves shelves thieves"
    " fellows kids folks"
    " cacti fungi nuclei stimuli indices matrices vertices appendices axes theses hypotheses crises analyses"
    " diagnoses bases"
    " oases parentheses biopharma head bitcoin craft shuttlecraft hovercraft watercraft warcraft livestock poultry"
)
"""Plurals without a plural ending, endings that look singular, and participles that count the people they befell."""

_NOT_PLURAL = _words(
    "this its his hers yours ours theirs was is has does as us yes thus plus minus less versus vs always perhaps"
    " sometimes besides"
    " afterwards towards nowadays overseas across unless whereas news gas bus lens paris texas kansas arkansas"
    " illinois james"
    " thomas charles jones williams los las laos athens brussels honduras cyprus basis analysis crisis status bonus"
    " virus campus"
    " physics economics politics mathematics mathmatics ethics athletics gymnastics logistics genetics robotics bias"
    " atlas canvas"
    " christmas alas pancreas chaos ethos cosmos kudos asbestos diabetes measles aids sos gps sms dos ios macos os"
    " tvs's"
    " says goes gets takes gives sees holds keeps means remains becomes begins includes involves requires allows"
    " follows comes"
    " makes sells aims seeks owns operates expects believes thinks knows brings sits lies"
    " belongs exists happens appears seems contains consists boasts faces"
    " prevents provides produces applies depends differs tends continues lets"
    " enables ensures employs exceeds equals indicates suggests reflects marks"
)
_VERBS_LATER = _words("needs wants helps adds lets")
"""Verbs, when a singular noun stands between the number and them ("the 405B model needs")."""

_STOP = _words(
    "two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion trillion"
    " "
    "a an the and or but nor if than then that which who whom whose when where while because although though since"
    " until till after"
    " before during per via of in on at by for from to into onto upon with without within about above below over"
    " under between among"
    " amid against through throughout toward around near off out up down it he she they we you i them him her their"
    " our your my this"
    " these those is are was were be been being am has have had having do does did will would shall should can could"
    " may might must"
    " not no so too also just said says told added noted reported announced according ago later earlier apiece each"
    " a.m. p.m. am pm"
    " noon today tomorrow yesterday respectively there here how why what whether as like unlike plus minus vs versus"
    " percent"
    " january february march april june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct"
    " nov dec monday tuesday wednesday thursday friday saturday sunday only even still already never ever again alone"
    " together"
    " rose fell grew dropped became came went took gave got made began led left won lost remain plan agreed died went"
)
PHYSICAL = _words(
    "km kms kilometer kilometers kilometre kilometres meter meters metre metres centimeter centimeters centimetre"
    " centimetres cm mm"
    " millimeter millimeters millimetre millimetres nanometer nanometers nanometre nanometres nm micron microns mile"
    " miles foot feet"
    " ft inch inches yard yards acre acres hectare hectares ha pyeong sqm sqft kg kgs kilo kilos kilogram kilograms"
    " kilogramme"
    " kilogrammes gram grams gramme grammes milligram milligrams mg microgram micrograms ton tons tonne tonnes lb lbs"
    " ounce ounces oz"
    " stone carat carats karat karats liter liters litre litres milliliter milliliters millilitre ml gallon gallons"
    " barrel barrels"
    " bbl bpd bushel bushels pint pints cup cups teaspoon teaspoons tablespoon tablespoons watt watts kilowatt"
    " kilowatts kw megawatt"
    " megawatts mw gigawatt gigawatts gw terawatt terawatts tw kwh mwh gwh twh kilowatt-hours megawatt-hours"
    " gigawatt-hours"
    " terawatt-hours watt-hours volt volts amp amps ampere amperes milliamp hertz hz khz mhz ghz kilohertz megahertz"
    " gigahertz"
    " bit bits byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte terabytes petabyte"
    " petabytes exabyte"
    " exabytes kb mb gb tb pb mbps gbps tbps gigabits gigabit megabits megabit terabits degree degrees celsius"
    " fahrenheit calorie"
    " calories kcal kilocalories joule joules btu btus horsepower hp bhp ps torque newton newtons knot knots nautical"
    " mph kph rpm"
    " decibel decibels db pixel pixels megapixel megapixels minute minutes min mins second seconds sec secs"
    " millisecond milliseconds"
    " point points pts teu teus dwt cgt pascals hectopascals bar psi lumens nits lux year years month months week"
    " weeks day days hour hours decade decades century centuries times percent percentage kelvin moles ppm therm"
    " therms dpi fps"
    " stars o'clock thirds quarters-inch fifths tenths halfs degrees-celsius cents light-years kelvins petaflops"
    " teraflops exaflops"
    " pound pounds gallons-per-minute square cubic metric flops tops carat-weight sieverts millisieverts becquerels"
    " rads yen yuan won"
)
"""Units of measure, of time below the hour, scores and ratings: none of them counts things."""

LABELS = _words(
    "no nos number numbers # page pages pp p chapter section sections article articles clause paragraph verse volume"
    " vol part act"
    " scene phase stage level grade class type category tier tiers group team room suite floor gate terminal platform"
    " line lines"
    " route highway interstate road exit runway track lane seat row unit reactor block building tower apartment"
    " district ward zone"
    " precinct region version gen generation model series season episode round game match set week day year quarter"
    " item option"
    " question exhibit figure table fig appendix annex form bill resolution proposition prop title rule order"
    " directive law case"
    " docket flight train bus ship size channel studio code area zip extension ext box lot pier dock hall court field"
    " hole par"
    " error bug issue ticket step formula agent iphone galaxy windows android ios airbus boeing playstation xbox ipad"
    " pixel"
    " note watch fold flip buds pro max ultra mini plus lap mission apollo artemis falcon soyuz ariane storm"
    " hurricane covid euro"
    " unite mwc ces ifa copa fortune forbes nikkei s&p csi ftse dax cac kospi kosdaq stoxx russell nasdaq topix hang"
    " dow agenda"
    " vision project plan operation catch-22 under-20 u"
)
"""Words after which digits name one thing of a kind."""

_VERB_LABELS = _words(
    "ship order issue field project note watch fold flip plan hang train set match stage rule question exhibit form box"
    " court unite group team act part level class case level row seat floor gate land dock step price"
)
"""Labels that in lower case may be verbs."""
_VERB_LEADS = _words("to will would can could may might must should they we and who that not")

_PRONOUN_HEADS = _words(
    "companies firms sides countries nations parties leaders governments groups partners businesses carriers telcos"
    " operators"
    " automakers carmakers chipmakers banks airlines rivals teams organizations organisations institutions agencies"
    " ministries"
    " presidents ministers koreas men women officials executives ceos chairmen allies neighbors neighbours states"
    " cities sisters"
    " brothers siblings people candidates entities corporations affiliates giants tech heavyweights conglomerates"
    " economies"
    " players ministers superpowers powers powerhouses shipbuilders yards unions camps factions houses chambers"
    " former latter"
)
_SINGULAR_HEADS = _words(
    "member person man woman people nation country state seat lane room story storey floor unit company firm employee"
    " worker store hotel"
    " team match game page vessel ship plane player judge party strong step item part bed passenger student school"
    " city house"
    " family star-hotel building tower block song track album episode volume book chapter question goal match run set"
    " hole acre-lot"
    " country bank airline factory plant line car truck bus vehicle coach carriage door window-seat screen lens"
    " camera core chip"
    " processor gpu server node satellite missile warhead shot round bullet gun ship carrier aircraft jet strong crew"
    " staff head"
    " panel product brand model user subscriber customer client agency organization organisation union signatory"
    " article clause"
    " vote delegate lawmaker senator justice juror layer stack cylinder course dish piece volume language channel"
    " station stop"
    " branch outlet location site project job role speaker expert scientist engineer nurse doctor patient victim trial"
)
_LABEL_LIST = Pattern(
    r"\b(?:[Ss]ections?|[Aa]rticles?|[Rr]outes?|[Ll]ines?|[Pp]hases?|[Gg]rades?|[Ll]evels?|[Uu]nits|[Rr]eactors"
    r"|[Nn]os\.?|[Pp]ages) \d+(?:,| and| or|–|-) ?\Z"
)
_NAMED_WITH_DIGITS = Pattern(r"[A-Z][\w.&’'-]*\Z")
_SENTENCE_WORDS = _words(
    "about some the in with over at around nearly almost more than of for from all its their another and but to by on"
    " up least only"
    " just total first last next past top approximately roughly an a between including under below above fewer less"
    " these those"
    " our his her my your that as when while if after before since also both each every other additional exactly says"
    " said has have"
    " had is are was were will would hire hires adds add cuts cut buys buy sells sell opens open closes close builds"
    " build launches"
    " launch unveils unveil plans plan lays lay invests invest names name kills kill leaves leave injures injure"
    " because not or so"
    " then now here there out into through during within among across against per nor yet still even almost up-to"
    " upto largest"
    " biggest leading major new remaining final initial combined world's world’s nation's nation’s country's country’s"
)
_METRIC = Pattern(
    r"(?:kilo|mega|giga|tera|peta|exa|centi|milli|micro|nano|hecto|deci|deca|square|cubic)-?"
    r"(?:lit(?:er|re)|met(?:er|re)|gram|gramme|watt|volt|hertz|byte|bit|ton|tonne|joule|amp|ampere|pascal|second|mole"
    r"|sievert|calorie|flop)s?"
    r"(?:[-/].*)?"
)
_PHRASE = Pattern(r"[ \u00a0\u202f\n]([^ \u00a0\u202f\n]{1,40})")
_PLACES_BEFORE = Pattern(r"\b(?:at|its|their|across|all|of) (?:two|three|four|five|six|seven|eight|nine|ten)\Z")
"""Before "yards": where ships are built, and no measure."""
_ACRONYMS = Pattern(r"[A-Z]{2,}s|[A-Z]+[0-9]+s")
_WORD_EDGE = Pattern(r"[.,;:!?)\]}”\"…]+$|[’']$")
_MAX_WORDS = 6


def is_plural(word: str) -> bool:
    """Return whether *word* is a plural noun by its form.

    >>> [is_plural(word) for word in ("companies", "GPUs", "people", "business", "says", "virus")]
    [True, True, True, False, False, False]
    """
    if _ACRONYMS.fullmatch(word):
        return True
    first, _, word = word.lower().rpartition("-")
    if word in IRREGULAR:
        return True
    if len(first + word) < 4 or not word.endswith("s") or word in _NOT_PLURAL:
        return False
    return not word.endswith(("ss", "us", "is", "'s", "’s"))


def is_stop(word: str) -> bool:
    """Return whether *word*, in lower case, ends a noun phrase and belongs to none."""
    return word in _STOP


def phrase_end(text: str, end: int) -> int | None:
    """Return the offset after the counted noun of the phrase that begins at *end*, or None when nothing is counted.

    >>> "five largest LLM companies in Asia"[4:phrase_end("five largest LLM companies in Asia", 4)]
    ' largest LLM companies'
    >>> phrase_end("200 metric tons", 3) is None
    True
    """
    window = text[end : end + 120]
    is_named = False
    previous = 0
    for index, found in enumerate(_PHRASE.finditer(window)):
        if index == _MAX_WORDS or found.start() != previous:
            return None
        previous = found.end()
        raw = found.group(1)
        word = _WORD_EDGE.sub("", raw).lstrip("(“\"'‘[")
        lower = word.lower()
        if lower == "yards" and index == 0 and _PLACES_BEFORE.search(text, max(0, end - 24), end):
            return end + found.start(1) + len(word)
        if (
            (lower in _STOP and word not in ("US", "IT", "AM", "PM", "May", "Am"))
            or lower in PHYSICAL
            or _METRIC.fullmatch(lower)
            or not word
        ):
            return None
        if not word[0].isalpha() and not (is_named and word[0].isdigit()):  # but "20 Boeing 787-10 jets"
            return None
        if index and lower in _VERBS_LATER:
            return None
        is_named = word[0].isupper()
        if is_plural(word):
            return end + found.start(1) + raw.index(word) + len(word)
        if len(word) != len(raw) and not raw.endswith((",", "’", "'")) or raw[0] in "(“‘[":
            return None
        if raw.endswith(",") and not _is_adjective_list(window, found.end()):
            return None
    return None


def _is_adjective_list(window: str, end: int) -> bool:
    """Return whether a comma at *end* parts two adjectives and not two clauses: the next word is a plain one."""
    found = _PHRASE.match(window, end)
    return found is not None and found.group(1).islower() and found.group(1) not in _STOP


def is_measure(text: str, end: int) -> bool:
    """Return whether the word at *end* is a unit of measure."""
    found = _PHRASE.match(text, end)
    word = _WORD_EDGE.sub("", found.group(1)).lower() if found else ""
    return word in PHYSICAL or _METRIC.fullmatch(word) is not None


def head_of(text: str, start: int, end: int) -> str:
    """Return the last word of the stretch, in lower case."""
    return text[start:end].lower().rsplit(None, 1)[-1]


def hyphenated_end(text: str, end: int) -> int | None:
    """Return the offset after a singular noun tied to the number by a hyphen ("300-member"), or None."""
    found = Pattern(r"[-‐‑][ ]?([A-Za-z]+)(?![\w-]*[A-Z])").match(text, end)
    return found.end() if found and found.group(1).lower() in _SINGULAR_HEADS else None


def is_pronoun_like(previous: str, value: Decimal, noun: str) -> bool:
    """Return whether "the two companies" only refers back: a definite two with a noun for parties."""
    return value == 2 and previous in ("the", "these", "those", "both") and noun in _PRONOUN_HEADS


def names_something(text: str, start: int, digits: str) -> bool:
    """Return whether the digits at *start* belong to a name or a label before them (iPhone 15, Section 301, No. 2)."""
    before = text[max(0, start - 24) : start]
    word = before.rstrip(" \u00a0-").rpartition(" ")[2].rpartition("\u00a0")[2].lstrip("(“\"'‘[")
    if not word or before == before.rstrip(" \u00a0-"):
        return before.endswith("#")
    lower = word.lower().rstrip(".")
    if "," in digits or len(digits) > 5:
        return False
    if lower in LABELS and not _is_verb(word, before, digits) or _LABEL_LIST.search(before):
        return True
    if lower in _SENTENCE_WORDS or not _NAMED_WITH_DIGITS.match(word):
        return False
    return not _is_title_case(text, start)


def _is_verb(word: str, before: str, digits: str) -> bool:
    """Return whether the label *word* is the verb it also may be: "will hang 85 paintings", "to issue 300 permits"."""
    if word not in _VERB_LABELS:
        return False
    led = before.split()[-2:-1]
    return digits.isdigit() and int(digits) >= 20 or bool(led) and led[0] in _VERB_LEADS


def _is_title_case(text: str, start: int) -> bool:
    """Return whether the words around *start* are mostly capitalised, as in a headline: then a capital names nothing."""
    words = re.findall(r"[A-Za-z]{4,}", text[max(0, start - 60) : start + 60])
    return len(words) >= 3 and sum(word[0].isupper() for word in words) * 3 >= len(words) * 2


def is_named_word(text: str, start: int, end: int) -> bool:
    """Return whether a capitalised number word is part of a name (Big Four, Seven Eleven, Group of Seven)."""
    before = text[max(0, start - 16) : start].split()
    if before and before[-1] in (
        "Big",
        "Magnificent",
        "Chapter",
        "Phase",
        "Act",
        "Part",
        "Level",
        "Day",
        "Week",
        "Year",
        "Formula",
        "Channel",
        "Number",
    ):
        return True
    word = text[start:end]
    if not word[0].isupper() or word.isupper():
        return False
    return before[-2:] == ["Group", "of"] or (
        bool(before) and before[-1][-1] not in '.:“"!?”’' and not _is_title_case(text, start)
    )
