"""Captions and credits of pictures: how they are told from paragraphs."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.evidence.bylines import bare_names
from generator.evidence.stamps import find_stamps

_AGENCY = (
    r"(?:yonhap(?:\snews)?|reuters|ap|ap\sphoto|afp|epa(?:-efe)?|newsis|news1|bloomberg|getty(?:\simages)?|xinhua|kyodo|upi|tass|jiji|ansa|dpa|shutterstock|istock|alamy|unsplash|"
    r"gettyimages\w*|afp[-/ ]yonhap|ap[-/ ]yonhap|reuters[-/ ]yonhap|epa[-/ ]yonhap|the\skorea\s(?:times|herald)|joongang\silbo|screen\s?(?:shot|capture|grab)|file|file\sphoto|captured|handout|staff(?:\sphoto(?:grapher)?)?|contributed|contributed\sphoto|pool(?:\sphoto)?|alamy|afp/getty.*|for\sthe\s.{3,30}|special\sto\s.{3,40})"
)
_WIRE_KO = r"(?:뉴스1|뉴시스|연합뉴스|연합|로이터|게티\s?이미지\S*|AP|AFP|EPA|블룸버그|신화|타스|교도|셔터스톡|픽사베이|언스플래시)"
_AGENCY_KO = rf"(?:{_WIRE_KO}|[가-힣]{{2,4}}\s?(?:인턴|객원|선임)?\s?기자|[가-힣A-Za-z0-9·&]{{1,14}}\s?(?:제공|캡처|갈무리|자료|홈페이지|공식\s?\S{{1,6}}))"
_SAID = re.compile(r"\b(?:said|says|told|added|announced|according to|will|plans? to|would|expects?)\b")

# Any one of these makes a line a caption or a credit.
_SURE_EN = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\bcredits?(?:\.\.\.|…|:)\s?[a-z]",
        r"[(\[]\s*(?:courtesy\s(?:of|by)|photos?\s?(?:by|courtesy|provided|:|=)|images?\s?(?:by|courtesy|:|credit)|graphics?\s?(?:by|:)|source\s?:|screen\s?(?:shot|capture|grab)s?|captured\s(?:from|by)|provided\sby|illustration|video\sby|reproduced\sfrom|rendering|file\sphoto|credit)[^()\[\]]{0,80}[)\]]\.?$",
        rf"[(\[]\s*{_AGENCY}(?:[^()\[\]]{{0,40}})?[)\]]\.?$",
        rf"[(\[][^()\[\]]{{1,50}}(?:[/,]|\svia\s|\s-\s)\s?{_AGENCY}\s*[)\]]\.?$",
        r"^\W{0,2}(?:image\s(?:source|caption|credits?)|photo(?:s|graph|grapher|\scredit)?|images?|credits?|pictures?|graphics?(?:\sby)?|illustration(?:\sby)?|infographics?|file\sphoto|caption|video\sby|courtesy\sof|chart|source|photo\sby|screenshot(?:\sof)?|this\s(?:undated\s)?(?:photo|image|picture|file|rendering|combination)\b.{0,40}\b(?:shows|taken|provided|released|captured)|an?\s(?:undated\s)?(?:photo|image|rendering|illustration)\s(?:shows|of|provided))\s?(?:[:,=|–—-]|by\b|\b(?<=shows)|(?<=taken)|(?<=provided)|(?<=released)|(?<=of)|(?<=caption)|(?<=source)|(?<=captured))",
        r"[.”\"]\s(?:photos?|photographs?|pictures?|images?|illustrations?|graphics?|charts?|maps?|video|source|credit)\s?(?:by\b|:|courtesy\b|credit\b).{2,60}$",
        r"(?-i:[.)”\"]\s[A-Z][\w &.'’-]{1,24}/[A-Z][\w.'’-]+(?:\s[\w.'’-]+){0,3}$)",  # "… November 27. Agency/Ann Lee"
        r"(?-i:[.”\"]\s[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,2}(?:,\s|\s?/\s?|\s?\|\s?)[A-Z][\w&'’-]*(?:\s[A-Z][\w&'’-]+){0,3}$)",  # "… on Thursday. Ann Lee, Coast Tribune"
        r"(?-i:^(?:\S+\s){5,40}\S*[a-z][.”\"]\s[A-Z][a-z’'-]+\s(?:[A-Z]\.\s)?[A-Z][A-Za-z’'-]+$)",  # "… in the Azores. Ann Lee"
        r"(?-i:[a-z][.”\"]\s?[—–-]+\s?[A-Z]{2,}(?:[ /][A-Z]{2,}){0,3}$)",  # "… after the storm. —ANN LEE"
        r"(?-i:[a-z][.”\"]\s[A-Z]{3,}(?:[/ -][A-Z]{2,}){0,3}$)",  # "… on Thursday. COAST TRIBUNE"
        r"(?-i:^(?:\S+\s){5,30}\S*[\w.”\"]\s©\s?[A-Z][\w’'-]+(?:[ /][A-Z][\w’'-]+){0,3}$)",  # "… a year © Fjord/Dreampost"
        r"^\W{0,2}(?:photo|logo|image|video|infographic|picture)s?\s?\d{0,2}\s?[-–—:]\s?https?://\S+$",
        r"(?-i:\([A-Z][\w.'’-]+\s[A-Z][\w.'’-]+\s?[/|]\s?[A-Z][\w .&'’-]{1,30}\)\.?$)",
        r"(?-i:\([A-Z][\w .&/-]{1,30}:\s[A-Z][\w .'’-]{2,40}\)$)",
        r"\breuters/|\bvia\s(?:getty|ap|reuters|afp|bloomberg|shutterstock)\b|getty\simages(?:bank)?\W{0,2}$|gettyimages(?:bank|korea)|\bap\sphoto\b|/(?:bloomberg|afp|reuters|getty\simages|file\sphoto|handout|yonhap|ap|epa|newsis)\W{0,2}$|photographer\s?:|photograph\s?:|photo\s?:\s?\S|image\s?:\s?\S|file\sphoto\W{0,2}$|handout\svia|©\s?(?:getty|afp|reuters|ap|epa|kyodo|xinhua|yonhap)",
        r"\bpos(?:e|es|ing)\sfor\s(?:a\s)?(?:\w+\s)?(?:photo|picture)|\((?:\w+\s)?(?:from|at|on|in)?\s?(?:the\s)?(?:left|right|center|centre|second|third|fourth|fifth|front|back)[^()]{0,40}\)|\bfrom\sleft\b|\bleft\sto\sright\b|(?-i:[A-Z][\w.'’-]+|\)),\s(?:left|right|center|centre|second\sfrom\sleft),\s",
    )
)
_ALT = re.compile(
    r"^(?:(?:Getty Images|Reuters|AFP|AP|EPA|PA|PA Media|PA Wire|Shutterstock|Alamy|Bloomberg|Xinhua|Supplied|Handout)"
    r"(?:/[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2})?"
    r"|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}\s?/\s?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2})\s"
    r"(?:An?|The|Two|Three|Four|Five|Six|Several|Many|Some|Aerial|People|Workers|Police|[A-Z][\w’'-]+(?=\s(?:[a-z]+ing|[a-z]+s|in|at|on|of|with)\b))\s(?:[\w’',-]+\s){3}"
)
_SQUARE_EN = re.compile(r"\[\s*[A-Z][A-Z0-9 .&'’/,\-]{1,50}\s*\]\.?$")
_ROUND_EN = re.compile(r"[.\"”]?\s\([A-Z][\w.&'’\- ]{0,40}\)$")
_PRESENT_EN = re.compile(
    r"\b(?:speaks?|poses?|attends?|shakes?\shands?|(?:is|are)\s(?:seen|pictured|shown|displayed|on\sdisplay)|walks?|gestures?|delivers?|introduces?|presents?|holds?|stands?|looks?\s(?:on|at)|(?<!of\s)(?<!in\s)(?<!the\s)(?<!after\s)(?<!for\s)talks?|listens?|"
    r"greets?|smiles?|waves?|demonstrates?|signs?|visits?|answers?|unveils?|explains?|shows?|tours?|arrives?|celebrates?|participates?|takes?\spart)\b"
)
_TOLD = re.compile(r"\b(?:fell|rose|dropped|jumped|sank|climbed|lost|hit|had|did)\b|[$€£¥₩]\d|\d%")
_SURE_KO = tuple(
    re.compile(pattern)
    for pattern in (
        r"[.다]?\s[ⓒ©]\s?[가-힣A-Za-z0-9]{2,10}(?:\s[가-힣]{2,4})?(?:\s?(?:제공|기자))?$",
        r"[\[(<【〈/]\s?(?:사진|자료|이미지|그래픽|출처|일러스트|영상|캡처|표)\s?(?:제공|출처|캡처|=|ㅣ|:|/|\|)?\s?[=:/|ㅣ]?\s?[^\[\](){}<>]{0,50}[\])>】〉]?\.?$",
        r"^\W{0,3}(?:사진|자료|이미지|그래픽|인포그래픽|출처|일러스트|영상|캡처|표|그림)(?:\s?(?:제공|출처|설명|캡션))?\s?\d{0,2}\s?[=:ㅣ|/©ⓒ.]\s?\S.*",
        r"(?:사진|자료|이미지|그래픽|영상)\s?(?:제공|출처|캡처)?\s?[=:ㅣ]\s?[^.。]{1,40}$",
        r"[\[(<【〈/]\s?[가-힣A-Za-z0-9·&, .]{1,24}?\s?(?:제공|캡처|갈무리|촬영|자료\s?사진|자료사진)(?:[.,·]?\s?(?:재판매\s?및\s?DB\s?금지|연합뉴스|DB\s?금지|뉴스1))?\s?[\])>】〉]?\.?$",
        rf"(?:[/ⓒ©=]|\s-\s|[\[(<【〈])\s?{_AGENCY_KO}(?:\s?(?:DB|제공|자료사진|특약))?\s?[\])>】〉]?\.?$",
        r"\d{4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2}\.?\s?(?:[/ⓒ©]?\s?(?:뉴스1|뉴시스|연합뉴스)?\s?(?:[ⓒ©]\s?(?:뉴스1|News1|뉴시스))?\s?[가-힣 ]{0,8}(?:기자)?)?\s?(?:[\w.+-]+@[\w.-]+)?\s?(?:\*?\s?재판매\s?및\s?DB\s?금지)?$",
        r"(?:있다|모습|전경|장면|사진)\.?\s[가-힣]{2,4}\s?(?:인턴|객원|선임|수습)?\s?(?:기자|특파원)\.?(?:\s\S+@\S+)?$",
        r"[.다]\s[가-힣A-Za-z0-9·&]{1,14}\s?제공\.?$|다\.\s(?:[가-힣A-Za-z0-9·&]{1,10}\s){1,3}제공$",
        r"^(?!.*다\.).{6,110}[가-힣)\]\d]\.\s[가-힣]{2,4}\s?(?:인턴|객원|선임|수습|사진)?\s?(?:기자|작가)\.?$",
        r"다\.\s?/\s?[가-힣A-Za-z0-9·]{2,14}\s?(?:DB|제공|기자|자료\s?사진)?$|/\s?[가-힣A-Za-z0-9]{2,10}\s?DB$",
        r"20\d\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2}\.?\s?[/ⓒ©|]\s?[가-힣A-Za-z0-9]{2,12}(?:\s[가-힣]{2,4}\s?기자)?$",
        r"^[▲△]\s?.*(?:있다|모습|전경|사진|장면)\.?(?:\s?[\[(/<].{1,40})?$",
        r"[\[(<【〈]\s?(?:제공|출처|사진|자료|캡처|촬영|그래픽)\s?[=:ㅣ|]\s?[^\[\](){}<>]{1,30}[\])>】〉]$",
        r"[.다]\s(?:글·)?(?:사진|촬영|그림)\s[가-힣]{2,4}(?:\s?(?:기자|작가))?$",
        r"재판매\s?및\s?DB\s?금지|자료\s?사진\s?[\])>】〉.]?$|^\W{0,2}사진은\s|기사\s?(?:내용)?과?\s?(?:직접\s?)?(?:관련|무관)(?:이|은)?\s?(?:없음|없습니다)",
        r"(?:왼쪽|오른쪽|가운데|앞줄|뒷줄|앞열|맨\s?왼쪽)(?:부터|에서|\s?(?:두|세|네|다섯)\s?번째|\)).{0,200}(?:있다|모습|찍고|하고|했다|[가-힣]{2,5}(?:장|표|원|관|사|수|감|자))[.)]?\s?(?:[/\[(].{0,30})?$|^\W{0,3}(?:왼쪽|오른쪽|앞줄|뒷줄|맨\s?왼쪽)(?:부터|에서)",
        r"(?:모습|전경|조감도|투시도|장면|로고|CI|포스터|이미지|내부|외관|사옥|캡처|갈무리|사진|현황|추이|주요\s?사양|제원|개념도|구성도|구조도|계통도|위치도|노선도|배치도|평면도)\.?(?:\s?[\[(/<].{1,40}[\])>]?)$",
    )
)
_SCENE_KO = re.compile(
    r"(?:이|가|들이|등이|에서|들과|과|와)\s.*(?:인사말을?|발표를?|설명을?|연설을?|기조연설을?|답변을?|질의응답을?|기념\s?(?:사진|촬영)을?|포즈를?|악수를?|서명을?|협약을?|시연을?|축사를?|환담을?|대화를?|박수를?|체험을?|회의를?|발언을?|소개를?|말을?)\s?"
    r"(?:하고|취하고|나누고|찍고|듣고|하는|치고|진행하고|발표하고|답하고)\s?(?:있다|모습(?:이다)?)\.?$"
    r"|(?:악수|기념촬영|발표|설명|발언|연설|시연|체험|서명|포즈를 취|인사)하고\s있다\.?$|(?:살펴보고|둘러보고|지켜보고|바라보고|들고|선보이고|손을\s?흔들고|소개하고)\s있다\.?$"
)
_NOUN_KO = re.compile(
    r"(?:모습|전경|조감도|투시도|장면|로고|포스터|사옥|본사|외관|내부|대표|회장|사장|부회장|의장|총괄|행장|장관|위원장)\.?$"
)
_POST = r"(?i:report|correspond|edit|writ|staff|column|journal|analys|contribut|producer|news|post|times|daily)"
"""What stands behind a name that is no photographer's, or behind the name of a section."""
_LICENCE = re.compile(r"\s(?:Purchase\s)?Licensing Rights\b.{0,40}$")
"""The button at the end of an agency's caption."""
_CREDIT_EN = re.compile(
    rf"^[(\[]?\s*(?:(?:photo|image|picture|graphic|illustration|credit)s?\s?(?:by|:|courtesy|credits?\b|source|from|provided|©|/|\|).{{0,60}}|(?:source|courtesy)\b.{{1,60}}|{_AGENCY}"
    rf"|[\w .&'’-]{{2,40}}\s?[/|]\s?{_AGENCY}|[\w .&'’|/-]{{2,60}}[/|]\s?{_AGENCY}|.{{2,40}}\svia\s{_AGENCY}|©\s?.{{2,40}}"
    rf"|(?-i:(?!In\s|Our\s|The\s|Latest\s|News\s|More\s|Top\s)[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s(?:Images|Pictures|Photos|Photography)))\s*[)\]]?$",
    re.I,
)
_SIGNED = re.compile(
    r"^[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,2}(?:/|\sfor\s(?:[Tt]he\s)?)[A-Z][\w.&’' -]{1,30}$"
)  # "Ann Lee/Coast Tribune"
_CREDIT_KO = re.compile(
    rf"^(?:[\[(<【〈]?\s?{_WIRE_KO}|[가-힣]{{3}}\s디자(?:이너|인\s?기자)|[\[(<【/ⓒ©]\s?{_AGENCY_KO}|[\[(<【〈]?\s?(?:사진|자료|그래픽|이미지|출처|일러스트)\s?(?:(?:제공|출처|캡처)\s?[=:ㅣ|/]?|[=:ㅣ|/])\s?\S.{{0,40}}|[\[(<【〈][^\])>】]{{1,30}}(?:제공|캡처|갈무리|자료\s?사진)(?:\.\s?.{{0,20}})?)\s?[\])>】〉]?\.?$"
)


def is_caption(text: str, language: str) -> bool:
    """Return whether the line says of itself that it is a caption or a credit.

    >>> is_caption("Visitors at the fair in Busan (Yonhap)", "en"), is_caption("신사옥 전경. [사진=가나전자]", "ko")
    (True, True)
    """
    text = _LICENCE.sub("", text)
    if len(text) > 420:
        return False
    if language == "ko" and re.search("[가-힣]", text):
        return any(form.search(text) for form in _SURE_KO)
    if any(form.search(text) for form in _SURE_EN) or _SQUARE_EN.search(text):
        return not (len(text) > 300 and _SAID.search(text))
    return _is_scene(text)


@lru_cache(2048)
def is_alt_text(text: str) -> bool:
    """Return whether the line is a picture's description behind its credit, as read aloud to those who cannot see it.

    >>> is_alt_text("Tom Askew/Fjord Post A man in waders pushes a dinghy past a bakery")
    True
    """
    return len(text) < 400 and bool(_ALT.match(text)) and not re.search(r"[.!?][\"”’]?$", text)


def is_wire_caption(text: str, opening: int) -> bool:
    """Return whether what an agency's *opening* of that length leads ends like a caption: a noun, or what is seen.

    >>> is_wire_caption("(서울=가나통신) 홍길동 기자 = 기준금리 추이.", len("(서울=가나통신) 홍길동 기자 = "))
    True
    """
    rest = text[opening:].strip()
    return 4 <= len(rest) < 160 and bool(re.search(r"[가-힣)](?<![다요])\.(?:\s.{0,40})?$", rest)) and "다." not in rest


@lru_cache(2048)
def is_credit(text: str) -> bool:
    """Return whether the line is a credit alone, without a caption.

    >>> is_credit("(Graphics by Ann Lee)"), is_credit("사진=가나전자"), is_credit("Getty Images")
    (True, True, True)
    """
    if re.match(r"for the\s", text, re.I):
        return False
    name, bar, agency = text.partition(" | ")
    if bar and re.fullmatch(r"[A-Z]\w+(?:\s[A-Z]\w+)?", agency) and not re.search(_POST, agency):
        return len(bare_names(name)) == 1
    return len(text) < 80 and bool(_SIGNED.match(text) or _CREDIT_EN.match(text) or _CREDIT_KO.match(text))


def is_picture_words(text: str, language: str) -> bool:
    """Return whether the line can stand over a credit: one short sentence that tells nothing past.

    >>> is_picture_words("Workers lay tiles on a roof in Tempe.", "en"), is_picture_words("He laughed and left.", "en")
    (True, False)
    """
    if may_be_caption(text, language):
        return True
    if language == "ko":
        return len(text) < 90 and not re.search(r"[다요]\.", text)
    return (
        len(text.split()) <= 26
        and not _SAID.search(text)
        and not re.search(r"\b(?:\w+ed|was|were|had|did|won|sold|made)\b|[.!?]\s", text)
    )


def may_be_caption(text: str, language: str) -> bool:
    """Return whether the line could be a caption, if its place agrees (beside a credit, before the first paragraph)."""
    if len(text) > 300:
        return False
    if language == "ko" and re.search("[가-힣]", text):
        return len(text) < 160 and bool(_SCENE_KO.search(text) or _NOUN_KO.search(text))
    if _SAID.search(text) or len(text.split()) < 4:
        return False
    return bool(_PRESENT_EN.search(text)) or bool(_ROUND_EN.search(text)) or any(True for _ in find_stamps(text))


def _is_scene(text: str) -> bool:
    """Return whether an English line tells what is seen on a given day, in the present and without an end."""
    words = text.split()
    if len(words) < 7 or len(words) > 60 or _SAID.search(text) or _TOLD.search(text):
        return False
    bracket = _ROUND_EN.search(text)
    dated = any(True for _ in find_stamps(text)) or bool(
        re.search(r"\bon\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", text)
    )
    present = bool(_PRESENT_EN.search(text))
    return present and (bool(bracket) or (dated and not re.search(r"[.!?]\s+[A-Z]", text)))
