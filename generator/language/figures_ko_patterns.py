"""The regular expressions of the Korean reader of figures, and what its counters mean.

Every one is anchored at a number already found and looks a bounded way ahead, so the time to read a text is linear in its length.
"""

from __future__ import annotations

import re

from generator.language.figures_money import KOREAN_NAME
from generator.language.figures_pattern import HANGUL, Pattern
from generator.language.numerals import DIGITS, NATIVE

GAP = "[ \u00a0]"
"""A space; narrow ones are replaced before the text is read."""
_SECTION = rf"{DIGITS}(?:천(?:{DIGITS}(?:백(?:{DIGITS}십?)?)?)?|백(?:{DIGITS}십?)?|십)?여?"
_TAIL = (
    rf"(?:{_SECTION}(?![\d년월일%])|{GAP}(?:[0-9]{{3,4}}|[0-9],[0-9]{{3}}|[0-9]천(?:[0-9]백)?여?|[0-9]백여?)(?=여?{GAP}?(?:명|원|달러|개|대|건|가구|곳"
    rf"|톤|회|주(?!년)|유로|엔|위안|장|t)))"
)

DIGIT_NUMBER = Pattern(
    rf"""
    {_SECTION}
    (?:{GAP}?경(?=[\d {GAP[1:-1]}원])(?:{GAP}?{_SECTION}조)?
      |{GAP}?조(?:{GAP}?{_SECTION}억(?:{GAP}?{_SECTION}만(?:{_TAIL})?|{_TAIL})?|{GAP}?{_SECTION}만(?:{_TAIL})?|{_TAIL})?
      |{GAP}?억(?:{GAP}?{_SECTION}만(?:{_TAIL})?|{_TAIL})?
      |만(?:{_TAIL})?
      |{GAP}만(?={GAP}?(?:명|원|달러|개|대|건|가구|곳|회|주|유로|엔|위안|장))
    )?
    """,
    re.VERBOSE,
)
"""A number in digits with its Korean scales: 2조4000억, 2조 4,000억, 3천500억, 1만5000, 300여억."""

PAIRS = {
    "한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "서너": (3, 4), "너댓": (4, 5), "네댓": (4, 5), "네다섯": (4,
    5), "너덧": (4, 5),
    "대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8), "여덟아홉": (8, 9),
}  # fmt: skip
"""Native words that give two numbers at once."""

DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "보름": 15,
}  # fmt: skip
"""Native words for a number of days."""

_NATIVE_WORDS = "|".join(sorted([*NATIVE, *PAIRS], key=len, reverse=True))
_SINO = "[일이삼사오육칠팔구십백천만억조]{2,12}|[백천만](?=[ \u00a0][명곳개])|십(?=여)"
WORD_NUMBER = Pattern(
    rf"(?P<vague>(?:십?수|몇){GAP}?(?:십|백|천)*여?(?:만|억|조)?)|(?P<days>{'|'.join(DAYS)})|(?P<week>일주일)"
    rf"|(?P<half>반년)"
    rf"|(?P<twofold>갑절|곱절)|(?P<native>{_NATIVE_WORDS})|(?P<sino>{_SINO})"
)
"""A number in words at the start of a word."""

_FIRSTS = "".join(sorted({word[0] for word in [*NATIVE, *PAIRS, *DAYS]} | set("일이삼사오육칠팔구십백천만수몇반갑곱")))
FIND = Pattern(rf"(?P<chain>{DIGITS}(?:[-–~∼〜～][$€£¥₩]?{DIGITS}){{2,}}+)|{DIGITS}|[{_FIRSTS}](?<![^\W_a-zA-Z].)")
"""The start of anything that may be a figure: digits, or a numeral at the start of a word."""

_PARTICLE = "이가은는을를의에로으와과도만까부씩뿐보나였입밖마쯤정안남짜규수간라중내급모꼴다인임처서당째지며고"
_END = rf"(?:(?!{HANGUL})|(?=[{_PARTICLE}]))"

UNIT = Pattern(
    rf"""
    (?P<about>여)?{GAP}?(?:
     (?P<percent>(?:[%％]|퍼센트|(?<![ \u00a0])프로(?={GAP}|[를가의로이은는]|$))(?:{GAP}?포인트
       |[pP][tT]?(?![A-Za-z]))?(?P<range>대(?!{HANGUL}|[로의에를가는]{HANGUL})|대(?=[로의에를가는]))?)
    |(?P<basis>bps?(?![A-Za-z])|베이시스{GAP}?포인트)
    |(?P<cents>(?:(?:유로|미국|미){GAP}?)?센트(?!럴|리)|펜스(?!{HANGUL}{{2}}))
    |(?P<money>(?:{KOREAN_NAME}))(?P<class>대(?!비|한|상|표|출|금|학|회|통|기|략|체|형|규|신|리|변|응|책|중|부|외
      |구|전))?
    |(?P<multiple>배(?!럴|터|달|송|출|우|포|열|치|제|너|추|드|경|합|관|기|양|역|후|분|상|심|석|신|선|설|당|낭|트|팅|낚
      |꼽|려|아|반)|갑절|곱절)
    |(?P<time>개월|개년|년|달(?!러|성|라|력|인|걀|리|콤|빛)|주일|주|거래일|영업일|일|시간|분기(?={GAP}연속))
    |(?P<strong>명(?!대학|숙|령|절|예|칭|단|소|품|목|확)|곳|개|군데|가구|가지|차례|마리|그루|켤레|사람|병상|팀|층(?!위)|필지
      |계열사|회원사|협력사|자루|송이|포기|꾸러미
       |홈런|안타|타점|도움|득점|어시스트|리바운드|세이브|탈삼진|경기|게임|세트(?!장)|종목|품목|부문|과목|문항|항목
         |쪽(?={GAP}|[의을이에])|페이지|박스|상자|포대|봉지|캔|컵|그릇|접시|조각|도스|회분|인분
       |계좌|구좌|회선|좌석|객실|의석|차로|차선|정거장|바퀴|걸음|마디|단어|글자|문장|송이|다발|두름|모금
         |[량문갑알줄칸끼벌쌍닢필판통척채편권잔병건종장승패표골석실곡좌발]{_END}|샷|슛|무(?={GAP}?\d+패)
         |쿼터(?={GAP}연속)|개사)
    |(?P<noun>(?:통신|항공|제조|운용|증권|보험|카드|언론|방송|제약|건설|정유|조선|해운|여행|배급|제작|상장|협력|경쟁|파트너|자회|계열|게임|출판)사(?!업|이|회|장)|(?:회원|동맹|가맹|참가|당사|개최)국
      |(?:통신|항공|해운|사업)(?:업체|업자|사업자|자)(?!{HANGUL}{{3}})|기업|회사|업체|나라|국가|도시|지역|대학|학교|병원|은행|호텔|공장|매장|점포|지점|노선|기관|단체|부처|조합
      |지자체|구단|선수|직원|관객|관중|가입자
       |이용자|사용자|구독자|회원|고객|인구|주민|시민|국민|학생|환자|확진자|다운로드|파라미터|매개변수|토큰|조회|뷰
         |유튜버|근로자|노동자|당원|팬|독자|아이|자녀
       |형제|자매|남매|식구|가족|후보|정당|계정|블록|대원|병력|장병|군인|군사|개미|투자자|주주|소상공인|농가|세대주
         |인파|청중|성도|신도|교인|참가자|참석자|개{GAP}동)
    |(?P<weak>세대|대|회|번|인|사|국|기|호|부|점|면)
    )
    """,
    re.VERBOSE,
)
"""What a Korean number measures or counts."""

JOIN = Pattern(rf"{GAP}?[~∼〜～–—−-]{GAP}?|{GAP}내지{GAP}|(?P<from>에서){GAP}")
"""What stands between the two ends of a range."""

BETWEEN = Pattern(rf"{GAP}?(?:사이|수준|정도|범위|가량|안팎)")
AND_MONTHS = Pattern(
    rf"{GAP}?(\d{{1,2}}|한|두|석|세|넉|네|다섯|여섯|일곱|여덟|아홉|열|열한){GAP}?(?:개월|달)(?:간(?!{HANGUL}))?"
)
"""What follows years and makes one stretch of time of both: 1년 4개월."""
AND_JEON = Pattern(rf"{GAP}?(\d\d)전(?:(?!{HANGUL}{{2}})|(?=이었|이다|이며|에서|으로|까지))")
"""What follows won and makes one sum of both: 1380원 50전."""
PER_ONE = Pattern(
    rf"(?:에(?:는)?|[ \u00a0]평균|마다|당){GAP}(?:(?:약|평균|최대|최소|많게는|적어도|대략|무려|고작"
    rf"|(?!걸[쳐친]|비해|대[한해]|불과|그[치친쳤]|이르|달[하한했]|집행유예|벌금|자격정지){HANGUL}{{1,6}}){GAP})?"
    r"(?=[$€£¥₩]?\d|[두세네한]{GAP}|다섯|여섯|일곱|여덟|아홉|열)"
    r"|[ \u00a0](?:값|요금|비용|가격|사용료|이용료|구독료|이용자|매출|수입|생활비|급여|전기료)(?![가-힣]{2})".replace(
        "{GAP}", GAP
    )
)
"""What follows a day, a month or a year that something else is counted by: 한 달에 4일, 하루에 대나무 3톤."""
OF_WHAT = Pattern(
    rf"(?:[을를이가에]?{GAP}?(?:넘는|넘은|웃도는|육박하는|달하는|이르는|가까운|못{GAP}?미치는|이상의|이하의|미만의|안팎의))"
    rf"{GAP}"
)
"""What may stand between a bare number and the noun that it counts: 100만이 넘는 가구."""
PAIR_OF_DIGITS = Pattern(
    rf"([0-9]),{GAP}?([0-9])(?=여?{GAP}?(?:개월|개|년|명|곳|시간|주|달|배|차례|건|마리|%|가지|대(?!{GAP}?\d)))"
)
"""Two following digits with a comma between them: 2, 3년."""

YEAR_IS_DATE = Pattern(
    rf"년(?:도(?!움|입|약|전)|생|산(?!업)|식|대(?!비|한|상|출|표)|차|{GAP}차|월|{GAP}?\d{{1,2}}월"
    rf"|{GAP}?[1-4](?:/4)?분기|{GAP}?[상하]반기|{GAP}?(?:말|초|봄|여름|가을|겨울)(?!{HANGUL}))"
)
MEASURES_YEARS = Pattern(
    rf"년(?:간|여|째|치|짜리|이나|씩|가량|남짓|{GAP}?(?:동안|만에|만의|연속|넘|이상|이내|안에|이하|미만|뒤|후|전|가까"
    rf"|남짓|가량|정도|내내|새))"
)
YEAR_AGO = Pattern(rf"년{GAP}?전(?:보다|과|의|\(|에{GAP}?비|{GAP}?(?:같은|동기|대비|동월|\d))")
MEASURES_DAYS = Pattern(
    rf"일(?:간|여|째|치|짜리|{GAP}(?:간(?!{HANGUL})|동안|연속|만에|만의|이내|이상|안에|정도|가량|뒤(?!{HANGUL})"
    rf"|후(?!{HANGUL})|내내|내로|내에|넘게|넘는|걸|이어[져졌지]|계속[돼됐되]|지속[돼됐되])|{GAP}?(?:동안|연속|만[에의인이]|이내|안에)|{GAP}밤(?:{GAP}?동안|에{GAP}걸)|전(?:에|까지|보다)"
    rf"|{GAP}전(?:에|까지|부터|보다|$|[.,]))"
)
MEASURES_WEEKS = Pattern(
    rf"주(?:일|간|째|여|짜리|{GAP}?(?:동안|연속|만에|만의|뒤|후|전|이내|이상|안에|내내|정도|가량|넘|가까|연달)"
    rf"|{GAP}간(?!{HANGUL}))"
)
NO_WEEKS = Pattern(r"주(?:년|차|당|택|식|요|주|도|말|민|장|자|관|력|제|최|목|재|기|방|행|유|인|연|점|의(?! ))")
HALF_YEAR = Pattern(rf"{GAP}?반(?!{HANGUL})|{GAP}?반(?=[이가을를의만간에 ]|동안|만에)")
SHARES_BEFORE = Pattern(r"(?:주식|보통주|우선주|자사주|신주|지분|주당|공모|발행|구주|의결권|스톡옵션)[^.]{0,20}\Z")
AGED = Pattern(
    rf"대(?:{GAP}?(?:남|여|초반|중반|후반|청년|젊은|직장인|소비자|주부|부부|회사원|환자|유권자|노인|아들|딸|부모|이하"
    rf"|이상|층|미만|사이|중년|고객|가장|배우|가수|운전자|근로자|노동자|취업|고용|인구|실업)|들|의(?!{GAP}?(?:차|버스"
    rf"|로봇))|[·,~∼/]|와|에서|에게)"
)
GROUPS = Pattern(
    rf"대{GAP}?(?:그룹|기업|재벌|대기업|은행|금융|건설|로펌|증권|수출|품목|과제|핵심|주요|뉴스|프로젝트|상장|제약"
    rf"|교역|강국|산업|기획사|통신|메이저|도시|명문|전략|성장|미래|국정|신산업|기술|백화점|편의점|정유|조선|철강|항공"
    rf"|회계|병원|종단|리그|투어|연금|보험|암|지수|시장|사업|분야|업체|브랜드|완성차|자동차|배터리|빅테크|플랫폼|게임"
    rf"|가전|방송|일간지|언론|신문|노총|정당|원칙|목표|개혁|의혹|쟁점|영화제|음악|시상식|권역|광역시|거점|부문)"
)
ORDINAL_TERM = Pattern(
    rf"대{GAP}?(?:국회|총선|대선|대통령|회장|사장|대표|총리|의장|원장|총장|왕|교황|임금|위원장|은행장|이사장|행장"
    rf"|장관|청장|시장(?=으로|에|이|직)|도지사|지사|감독|협회장|주주|{GAP}?\d|째|에{GAP}걸)"
)
HANDLED = Pattern(
    rf"대(?:를|을|가|의|분)?{GAP}?(?:더 |추가로 |먼저 |새로 )?(?:구매|구입|생산|판매|공급|도입|인도|수주|수출|보급"
    rf"|투입|배치|제작|주문|발주|운영|운행|보유|추가|설치|구축|출고|양산|동원|압수|파손|추돌|리콜|팔|샀|사들|만들"
    rf"|들여|한정|규모)"
)
MACHINES_BEFORE = Pattern(
    r"(?:차|버스|트럭|로봇|드론|기|장비|카메라|PC|컴퓨터|노트북|서버|단말|폰|전화|냉장고|에어컨|TV|택시|오토바이"
    r"|자전거|크레인|탱크|포|키오스크|대수|총|누적|판매|생산|출고|등록|열차|카트|휠체어|선박|제품|모델|모빌리티"
    rf"|스쿠터|렉서스|테슬라|[A-Z]{{2,}}|[A-Z]+-?[0-9]{{2,}}[A-Z]*){HANGUL}{{0,2}}[은는이가도를을만]?(?: (?:약|총|각각|매년"
    r"|연간|모두|최대|하루|월|연))? ?\Z"
)
CRAFT_BEFORE = Pattern(
    r"(?:위성|원전|발전소|원자로|발전기|풍력|터빈|미사일|로켓|엘리베이터|승강기|리프트|곤돌라|케이블카|충전기|항공기|전투기|여객기|헬기|크레인|고로"
    r"|용광로|무덤|고분|묘|기뢰|어뢰|레이더|타워|탑|변압기|충전소|급속|완속|보일러|SMR|[A-Z]{3,}|플랜트|설비|드론"
    r"|포대)[^.,]{0,12}\Z"
)
LAW_AFTER = Pattern(
    rf"조(?:의\d|{GAP}?\d+항|{GAP}?제|에{GAP}?(?:따|의|근|규|명|해)|{GAP}?위반|{GAP}(?:규정|조항)|{GAP}?\d(?:교대|위"
    rf"|경기)|각|합|직|건|항|사|선|정|기|금|치|율|명|성|류|별|화|끼|장)"
)
LAW_BEFORE = Pattern(r"(?:법|법률|조례|시행령|규칙|협약|헌장|조약|정관|약관|협정|[A-H])[」』]? ?\Z")
COUNTED_BEFORE = Pattern(
    r"(?:조회수|구독자|가입자|이용자|사용자|회원|관객|누적관객|판매량|인구|다운로드|방문객|관람객|시청자|팔로워|재생"
    r"|스트리밍|유권자|동시접속자|조회)(?: ?수)?(?:[가이는은도를을만] ?)?(?: (?:약|누적|총|무려|월))? ?\Z"
)
INNINGS = Pattern("이닝|타자(?!기)|투수|안타|마운드|타석|구원 ?(?:투수|승|등판)|만루|끝내기|회말|회초")
_PIECES = (
    "작품|그림|유물|회화|조각|사진|도자기|의류|문화재|전시품|미술품|소장품|유품|물품|제품|자료|판화|서예|유산|국보|보물|백자|청자|공예품"
    "|화폐|가구|토기|기와|불상|장신구|악기|무기|총기|흉기|증거물|시계|가방|모조품|위조품|벽화|의상|소품|상품|출품작"
)
"""What 점 counts."""
PIECES_BEFORE = Pattern(rf"(?:{_PIECES}){HANGUL}{{0,2}}(?: (?:약|총|모두|등|각각|대표작))? ?\Z")
PIECES_TOLD = Pattern(rf"(?:{_PIECES})[은는이가을를도][^.!?]*\Z")
PIECES_AFTER = Pattern(rf"점의 (?:{HANGUL}{{2,6}} )?(?:{_PIECES})")
ORDINAL_TIMES = Pattern(
    rf"회(?:초|말|째|차|{GAP}?(?:대회|총회|세미나|포럼|컨퍼런스|행사|공판|변론|기일|국무|임시회|정기|연례|를{GAP}맞"
    rf"|졸업|동창|정상회))"
)
END = Pattern(_END)
