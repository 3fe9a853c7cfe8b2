"""The page around an article: the set phrases of menus, boxes, lists and notices, in English and Korean.

These are the words of the trade, gathered from how news sites label their parts; none is tied to one outlet's article.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Zone(StrEnum):
    """What a line opens: the lines after it belong to it until running text of the article goes on."""

    RELATED = "related"
    """A list of other stories."""
    SUMMARY = "summary"
    """A machine's summary of this one."""
    COMMENTS = "comments"
    GALLERY = "gallery"
    POINTS = "points"
    """The editors' own key points: they are part of the article."""


_COUNT = r"(?:\s*[(\[]?\s*[\d,.]+\s*(?:개|건|k)?\s*[)\]]?)?"

_RELATED_EN = r"""
(?:more|other|related|recommended|latest|top|trending|popular|breaking|featured|similar|recent|must[- ]reads?|hot)\s*
    (?:articles?|stor(?:y|ies)|news|headlines?|reads?|reading|content|posts?|coverage|videos?|topics|links?|now|today|on\s.{1,40})
|(?:you\s)?(?:may|might)\s(?:also\s)?(?:like|be\sinterested.*) | you\smay\salso\slike.*
|most\s(?:read|popular|viewed|liked|shared|commented|recent|watched)(?:\s.{1,30})?
|more\s(?:to\sread|stories|news|for\syou|like\sthis|coverage|(?:from|on|in|about)\s.{1,50})
|editor[’']?s?[’']?\s(?:picks?|choice) | don[’']t\smiss(?:\sthese.*)? | read\s(?:next|also|this\snext) | up\snext | what\sto\sread\snext
|watch\snow | now\splaying | video\s?[\d:]{4,} | trending | related | recommended(?:\sfor\syou)?(?:\sby.*)? | in\scase\syou\smissed\sit | elsewhere\son\s.* | also\son\s.* | around\sthe\sweb
|people\s(?:also|are)\sread(?:ing)? | others\sare\sreading | (?:from|more)\sour\spartners | paid\sposts? | partner\scontent | latest | headlines
|(?:just\sin|live\supdates|today[’']s\s.{2,25}|this\sweek[’']s\s.{2,25}|the\slatest)
"""
_RELATED_KO = r"""
(?:관련|연관|추천|인기|주요|최신|많이\s?본|실시간|핫|이\s?시각|오늘의|화제의|속보|베스트|함께\s?(?:본|읽은|볼\s?만한)|놓치면\s?안\s?되는|가장\s?많이\s?(?:본|읽은)|지금\s?뜨는|포토|카드|랭킹)
    \s?(?:주요\s?)?(?:기사|뉴스|콘텐츠|소식|이슈|글|영상|토픽|종목|헤드라인|BEST)?(?:\s?(?:더\s?보기|TOP\s?\d*|순위|바로가기|모음))?
|(?:[가-힣A-Za-z0-9 ]{1,14}\s)?(?:주요\s?뉴스|많이\s?본\s?(?:뉴스|기사)|인기\s?(?:뉴스|기사)|헤드라인(?:\s?뉴스)?|관련\s?기사|추천\s?(?:뉴스|기사)|랭킹\s?뉴스|핫\s?(?:뉴스|이슈|클릭))(?:\s?더\s?보기)?
|(?:이|해당)\s?(?:기사|뉴스)(?:와|를|을)\s?.{0,14}(?:기사|뉴스|콘텐츠) | .{1,16}(?:님|독자|분)(?:이|을|들이)\s?.{0,12}(?:기사|뉴스|콘텐츠)
|.{1,14}\s?기자의?\s?(?:다른|최신|주요)\s?(?:기사|뉴스).{0,8} | (?:같은|이)\s?(?:섹션|분야|카테고리|시리즈)(?:의|에서)?\s?.{0,12} | 당신이\s?.{2,16} | 이런\s?(?:기사|뉴스).{0,12}
|랭킹 | 핫이슈 | 이슈 | 관련\s?(?:키워드|태그|영상|사진)
"""
_SUMMARY = r"""
(?:ai|a\.i\.|machine|auto(?:matic)?|smart|quick|gpt|chatgpt|instant)[- ]?(?:generated|written|powered)?\s?(?:article\s)?(?:summary|summaries|takeaways?|brief(?:ing)?|digest|overview|recap|highlights)\b.{0,60}
|(?:summary|takeaways?|key\stakeaways?|highlights|overview)(?:\s(?:by|from|generated|powered|of\sthis\sarticle|written)\b.{0,40})? | tl;?dr | summarized?\sby\s.{2,40} | at\sa\sglance | in\sbrief
|(?:AI|인공지능|챗GPT|GPT|생성형\s?AI|클로바|뉴스|기사|본문|핵심|[가-힣A-Za-z]{1,8})?\s?(?:AI\s?)?(?:[3세삼]\s?줄|한\s?줄|[3세]\s?문장|자동|핵심|빠른|기사|본문|뉴스|스마트)?\s?(?:요약|간추림|요약봇|요약문|브리핑)(?:\s?(?:보기|봇|문|beta|베타|닫기|서비스|하기|AI))?
|(?:AI|인공지능)(?:가|로|이)\s?(?:요약|정리|뽑은|간추린|읽어).{0,24} | .{0,8}요약.{0,3} | 한\s?눈에\s?(?:보는|보기).{0,12} | AI\s?(?:브리핑|하이라이트|핵심\s?정리|리포트)
"""
_COMMENTS = rf"""
(?:view\s|read\s|show\s|see\s|all\s|latest\s|reader\s|join\sthe\s)?(?:comments?|conversation|discussion|responses|replies){_COUNT} | {_COUNT}\s*comments? | (?:leave|post|write|add)\sa?\s?(?:comment|reply)(?:\s.{{0,20}})?
|(?:전체\s?|베스트\s?|기사\s?|100자\s?)?(?:댓글|의견|한줄평|평|덧글)(?:\s?(?:쓰기|달기|보기|등록|남기기|전체보기|운영.{{0,10}}))?{_COUNT}(?:개|건)? | 첫\s?댓글.{{0,20}} | 댓글을\s.{{2,24}}
"""
_GALLERY = r"""
(?:photo|image|picture)s?\s?(?:gallery|galleries|slideshow) | gallery | slideshow | \d+\s(?:of|/)\s\d+\s?\|? | in\spictures | \d+\s(?:photos|images|pictures) | view\s(?:all\s)?(?:photos|gallery|\d+\simages)
|(?:포토|사진|화보|이미지)\s?(?:갤러리|뉴스|슬라이드|모아\s?보기|더\s?보기)? | 갤러리 | 화보
"""
_POINTS = r"key\s(?:points|facts|findings) | what\s(?:you\sneed\s)?to\sknow | why\sit\smatters | 핵심\s?포인트 | 주요\s?내용 | 기사\s?포인트"

_PLAIN_EN = r"""
skip\sto\s.* | (?:main\s|site\s|open\s|close\s|toggle\s|show\s|hide\s)?(?:menu|navigation|search|sidebar)(?:\s(?:bar|button|box))? | home(?:page)? | (?:log|sign)\s?(?:in|out|up)(?:\s.{1,30})? | log\sin\s/\s.* | my\s(?:account|page|news)
|register(?:\snow)? | subscribe(?:\s.{0,40})? | (?:e-?paper|newsletters?|podcasts?|apps?|rss|sitemap|archives?|events?|shop|store|jobs|careers|faq|help|about(?:\sus)?|contact(?:\sus)?|advertis(?:e|ing)(?:\swith\sus)?|donate|support\sus)
|share(?:\s.{0,40})? | (?:facebook|twitter|x|linkedin|whats\s?app|telegram|reddit|instagram|you\s?tube|kakao(?:\s?talk)?|line|threads|bluesky|flipboard|pinterest|e-?mail|messenger|naver|wechat|pocket|tumblr|google\snews|sns)(?:\s(?:share|icon|logo))?
|(?:copy|copied|link|url)\s?(?:link|url|copied|to\sclipboard)?!? | link\scopied.* | print(?:er[- ]friendly)?(?:\s.{0,20})? | save(?:\s.{0,20})? | bookmark(?:\s.{0,20})? | gift(?:\sthis.{0,15})? | listen(?:\s.{0,40})? | play(?:\saudio)? | pause | mute
|(?:text|font)\s?size.{0,20} | (?:small|medium|large|bigger|smaller)\stext | a\s?[-+]?(?:\sa\s?[-+]?)+ | a[-+] | zoom(?:\sin|\sout)? | dark\smode | translate(?:\s.{0,20})? | language | english | korean | 한국어 | 日本語 | 中文
|(?:-+\s?)?(?:advertisement|ads?|sponsored(?:\s.{0,20})?|promoted|article\scontinues?\s.{0,30}|stor(?:y|ies)\scontinues?\s.{0,30}|scroll\sto\scontinue.{0,30})(?:\s?[-·].{0,30})? | advertisement.{0,30}
|read\smore\s.{1,40} | (?:read|see|view|show|load|learn|find\sout|watch|discover)\s(?:more|all|less|full\sarticle|now|live|market\ssnapshot|comments?|on\s.{1,20})(?:\s?(?:stories|articles|>|→))? | expand(?:\s.{0,20})? | collapse | close(?:\s.{0,12})? | next(?:\s.{0,12})? | prev(?:ious)?(?:\s.{0,12})? | back(?:\sto.{0,20})? | (?:go\s)?(?:to\s)?top | scroll.{0,12} | enlarge.{0,20} | full\s?screen
|(?:terms|conditions)(?:\s(?:of|and|&)\s.{2,24})? | privacy(?:\s.{2,24})? | cookies?(?:\s.{2,24})? | accessibility(?:\s.{2,20})? | do\snot\s(?:sell|share).{2,40} | report\s(?:a\s|an\s)?(?:typo|error|abuse|this.*|problem) | corrections? | send\s(?:us\s)?feedback | was\sthis\s.{2,30}\?? | (?:yes|no|ok|done|cancel|submit|send|accept(?:\sall)?|reject(?:\sall)?)
|follow(?:ing)?(?:\s.{1,50})? | get\sthe\sapp | download\s.{1,30} | live(?:\stv)? | videos? | photos? | opinions? | weather | markets? | view\s.{1,24} | tags?:?(?:\s.{1,80})? | topics?(?:\s.{1,80})? | (?:suggested|related)\stopics:? | in\sthis\s(?:article|story|video) | quote | watch\slive | now\splaying
|\d[\d,.]*\s?(?:k|m)?\s?(?:shares?|likes?|views?|reactions?|followers?) | \d+\s?/\s?\d+ | (?:like|dislike|reply|report|recommend)(?:\s?\d+)? | loading.{0,12} | sort\sby.{0,20} | newest | oldest | best | comments?\s\d+ | video\s?[\d:]+ | [\d:]+\s?/\s?[\d:]+ | [\d:]{4,8}
"""
_PLAIN_KO = r"""
(?:본문|메뉴|콘텐츠|주메뉴|기사|하단|상단)(?:으로)?\s?(?:바로\s?가기|건너\s?뛰기|내용).{0,6} | (?:전체\s?)?메뉴(?:\s?(?:열기|닫기|보기))? | (?:통합\s?)?검색(?:창|어|하기)?(?:\s?.{1,12})? | 로그인(?:\s?.{1,12})? | 로그아웃 | 회원\s?가입 | 마이\s?(?:페이지|뉴스) | 홈(?:으로)? | 언론사\s?.{0,16}
|(?:무료\s?|정기\s?|지면\s?|신문\s?|네이버\s?|기사\s?|기자\s?|언론사\s?|채널\s?|유튜브\s?)?구독(?:하기|중|신청|취소|\s?해지|\s?안내|\s?설정)?{COUNT} | 구독.{0,30}(?:되었습니다|해보세요|하세요)[.!]? | (?:기사\s?|SNS\s?)?공유(?:하기|\s?닫기)?{COUNT} | (?:SNS|이메일|문자|카카오톡|라인)(?:로|으로)?\s?(?:보내기|공유.{0,4}|전송) | 스크랩(?:하기)? | (?:기사\s?)?(?:인쇄|프린트)(?:하기)? | 저장(?:하기)?
|(?:글자|글씨|폰트|텍스트)\s?(?:크기|사이즈|확대|축소|크게|작게)?.{0,16} | 가\s?[-+]?(?:\s?가\s?[-+]?)* | [가-힣]{0,2}\s?\d단계.{0,6} | 크게 | 작게 | 보통(?:\s.{1,6})? | (?:좋아요|싫어요|화나요|슬퍼요|훈훈해요|응원해요|후속\s?(?:기사|강추|보도).{0,6}|추천(?:해요)?|공감(?:백배)?|쏠쏠정보|흥미진진|분석탁월|기대돼요|놀랐어요|응원수?|반응){COUNT}
|북마크 | 기사\s?(?:듣기|원문|제보|추천|저장|보내기|목록|스크랩|공유|읽어\s?주기).{0,8} | (?:본문|음성|뉴스|오디오)\s?(?:듣기|읽기|재생).{0,10} | 텍스트\s?음성\s?변환.{0,16} | 듣기(?:\s?.{1,6})? | 번역(?:\s?.{1,20})? | (?:다크|라이트)\s?모드.{0,6} | (?:URL|링크|주소)\s?복사.{0,12} | (?:카카오\s?(?:톡|스토리)|페이스북|트위터|엑스|밴드|네이버(?:\s?(?:블로그|카페|밴드))?|블로그|라인|이메일|텔레그램|인스타그램|유튜브|다음|메일|핀터레스트|카톡)(?:\s?.{0,6})?
|목록(?:으로|보기)? | (?:이전|다음)\s?(?:기사|글|뉴스|페이지|슬라이드)?.{0,4} | (?:AD|광고|스폰서|협찬|파워링크|애드)(?:\s?.{0,10})? | 맨\s?위로.{0,6} | 위로(?:\s?가기)? | 닫기 | 더\s?보기 | 전체\s?보기 | 펼치기 | 접기 | 계속\s?읽기 | (?:사진|이미지|원본|그림)?\s?(?:확대|크게|원본)\s?(?:보기|이미지|사진)?(?:\s?.{0,6})? | 이미지\s?크게\s?보기 | 새\s?창.{0,10}
|(?:기자|작성자|글쓴이)\s?(?:페이지|프로필|홈|정보|구독|응원.{0,4})?.{0,8} | .{0,8}기자의?\s?(?:다른|더\s?많은)\s?.{0,16} | (?:이용\s?약관|개인정보.{0,10}|청소년\s?보호.{0,12}|고충\s?처리.{0,8}|회사\s?(?:소개|안내)|제휴.{0,10}|광고\s?(?:문의|안내|상품).{0,6}|기사\s?제보|저작권\s?(?:규약|안내|정책|보호)|이메일\s?(?:주소\s?)?무단.{0,10}|사이트\s?맵|찾아오시는\s?길|고객\s?센터|윤리\s?강령|독자\s?.{0,10}|편집\s?규약|불편\s?신고|RSS|알림.{0,8})
|(?:정치|경제|사회|국제|세계|문화|연예|스포츠|오피니언|IT|과학|산업|금융|증권|부동산|라이프|생활|전국|지역|건강|여행|북한|사설|칼럼|인물|날씨|포토|영상|TV|뉴스|프리미엄|엔터|속보|전체|기업|정책|글로벌|테크|바이오|모바일|통신|반도체|자동차|유통|머니|마켓|피플|이슈|기획|연재|스페셜|뉴스레터|랭킹|신문보기|팩트체크|IT[/·]과학|생활[/·]문화|금융[/·]증권|경제[/·]금융)
|QR\s?코드.{0,30} | 기사\s?(?:섹션|분류).{0,14} | 성별 | 남성 | 여성 | 말하기\s?속도 | (?:느림|빠름)(?:\s.{1,8})? | 등록 | 취소 | 확인 | 신고 | 삭제 | 답글.{0,6} | (?:최신|공감|추천|과거|인기|등록)순 | 동영상\s?.{0,12} | 재생.{0,8} | 현재\s?.{0,16} | 구글.{0,20} | 무단\s?전재.{0,60} | 키워드.{0,4}
""".replace("{COUNT}", _COUNT)

# Whole sentences that no article of its own says; looked for anywhere in a line.
_NOTICE_EN = r"""
all\srights\sreserved | (?:unauthori[sz]ed|without)\s.{0,30}(?:reproduction|redistribution|permission)|(?:may|can)\snot\sbe\s(?:published|reproduced|redistributed|copied) | reproduction\s.{0,40}(?:prohibited|forbidden) | ^copyright\b|^\(?c\)?\s?20\d\d\b|^©
|sign\sup\s(?:for|to|here|now|today)\b.{0,80}(?:newsletter|alert|briefing|email|inbox|free|digest|weekly|daily|updates?|account) | ^(?:please\s)?(?:sign\sup|subscribe|log\sin|register|sign\sin)\b.{0,60}(?:here|now|continue|to\s(?:read|leave|post|comment|our|the)|for) | (?:delivered|sent|straight|directly)\s.{0,20}to\syour\s(?:inbox|email) | (?:our|the|this|free|weekly|daily)\s(?:\w+\s){0,3}newsletter
|by\s(?:signing\sup|subscribing|clicking|continuing|submitting|registering).{0,40}(?:you\s)?(?:agree|acknowledge|accept|consent) | (?:we|this\s(?:web)?site|our\spartners)\suses?\s.{0,20}cookies | already\s(?:a|an)\s(?:subscriber|member) | to\s(?:continue|keep)\sreading | audio\splayer | your\sbrowser\s.{0,24}(?:support|javascript) | (?:enable|requires?)\sjavascript | unlock\s.{0,30}(?:article|digest|for\sfree)
|(?:summary|summari[sz]ed|takeaways|text|audio|translat(?:ed|ion)|article)\s.{0,40}(?:generated|created|produced|written|translated|made|provided)\s.{0,16}(?:by|with|using)\s.{0,24}(?:\bai\b|artificial\sintelligence|machine|automat|model|bot) | (?:ai|machine|auto)[- ]generated\s(?:summary|audio|text|content|and) | may\s(?:contain|include)\s(?:errors|mistakes|inaccuracies) | not\sresponsible\sfor\sthe\scontent | thomson\sreuters\strust | licensing\srights | skip\spast | after\snewsletter
|^privacy\snotice|newsletters\smay\scontain|^follow\s(?:topics|authors|this|these)\b | ^(?:read\smore|related|see\salso|also\sread|read\salso|more|more\sfrom\s\w+|watch|must\sread|listen|recommended|don[’']t\smiss|further\sreading|>>)\s?:|^read\s(?:more|also|next)\b.{0,6}[:>»→] | have\sa\s(?:confidential\s|news\s)?tip | (?:follow|find|join)\s(?:us|me|him|her|\w+\s\w+)\son\s(?:twitter|x|facebook|linkedin|instagram|telegram|threads|whatsapp) | (?:download|get)\s(?:the|our)\s.{0,24}\bapp\b | (?:quotes?|data|prices)\s.{0,20}delayed | market\sdata\s.{0,20}(?:by|delayed)
|privacy\s(?:policy|notice).{0,30}(?:terms|cookie)|terms\s(?:of|and)\s.{0,30}privacy | (?:views|opinions)\sexpressed\s.{0,60}(?:author|not\s) | (?:we|i)\swant\sto\shear\sfrom\syou | tell\sus\swhat\syou\sthink | (?:comments?|discussion)\s(?:are|is|will\sbe|that)\s.{0,30}(?:closed|moderated|removed|deleted) | (?:click|tap)\s(?:here|the|on)\b.{0,60} | (?:scan|use)\sthe\sqr | this\s(?:article|story|content)\s.{0,30}(?:subscribers?\s?only|exclusive\sto\s.{0,12}subscribers|paywall) | gift\s.{0,12}articles?\s.{0,40}(?:subscri|month)
|for\smore\s(?:news|stories|information|on\sthis|details)\b.{0,40}(?:visit|click|follow|subscribe|go\sto|see\sour) | (?:support|fund)\s(?:our|independent)\sjournalism | (?:become|be)\sa\s(?:member|subscriber|supporter) | report\san?\s(?:issue|error)\s
"""
_NOTICE_KO = r"""
무단\s?(?:전재|복제|배포|사용|이용)|재배포\s?(?:및|를)?\s?.{0,10}금지|전재\s?및\s?재배포|저작권자\s?[(ⓒ©ㅣ|:]|저작권은\s.{0,30}있|(?:AI|인공지능)\s?학습\s?.{0,8}(?:금지|이용)|all\srights|^\W{0,2}copyright|^[<\[(]?\s?[ⓒ©](?!\s?(?:뉴스1|뉴시스|연합|AP|AFP|로이터|게티))
|구독(?:을|과|하고|하시|하면|해\s?주|해\s?보|자가|하세요).{0,40}(?:세요|니다|까요|받|만나)|(?:알림|채널|친구)\s?(?:을|를)?\s?(?:설정|추가|구독|맺).{0,30} | (?:뉴스레터|구독)\s?(?:신청|무료|를\s받).{0,20} | (?:앱|어플)(?:을|에서|으로)?\s.{0,20}(?:다운|설치|확인|보기|만나) | 카카오톡?\s?.{0,16}(?:제보|okjebo|친구|검색|채널) | 제보(?:는|를|하기|\s?:|해).{0,40} | (?:유튜브|네이버|다음|카카오)(?:에서|로|와)?\s.{0,30}(?:만나|구독|시청|보세요|보기)
|이\s?기사는\s.{0,60}(?:분류|표출|번역|게재|작성되|송고|생성|출고|유료|제공|요약) | 언론사(?:는|가|의)\s.{0,40}(?:분류|선정|편집) | 추천을\s?많이\s?받은 | 자동\s?(?:으로\s)?(?:요약|생성|번역|작성) | (?:AI|인공지능|챗GPT|생성형|클로바|기계).{0,16}(?:요약|생성|작성|번역|정리)(?:한|된|했|됐|하|입)|요약\s?(?:내용|결과|문|정보)?(?:은|이|으로|입니다|한).{0,40}(?:다를|다르|부정확|참고|확인|권장|AI|자동|정확)|음성(?:을|으로)\s?(?:재생|들|서비스|제공) | 전체\s?(?:맥락|내용)을?\s.{0,16}(?:이해|확인|보려|보기) | 데이터\s?(?:통화료|요금)
|(?:로그인|회원)\s?.{0,12}(?:후|하시|해야|하면|만|전용).{0,24}(?:세요|니다|있|가능|서비스) | 댓글(?:을|은|이|에|\s).{0,30}(?:삭제|작성|운영|정책|제한|남겨|달|입력|숨|등록|금지) | (?:클릭|터치|스캔|촬영)(?:하|해|시).{0,24}(?:이동|연결|볼\s?수|보세요|확인|세요|됩니다) | 브라우저.{0,24}지원 | 쿠키(?:를|가|\s정책) | (?:버튼|아이콘)(?:을|를)\s.{0,12}(?:눌러|클릭|누르) | 기사\s?추천은\s | (?:서비스|기능)(?:을|를)?\s?(?:이용|제공).{0,16}(?:세요|수\s있습니다|않습니다)
|^[\[<(]?\s?(?:관련\s?(?:기사|뉴스|글)|더\s?(?:보기|읽기|알아보기)|추천\s?기사|바로\s?가기|함께\s?(?:보면|읽기|보기|읽으면).{0,8}|이\s?기사도|참고\s?기사|연관\s?기사|▶?\s?(?:영상|동영상)\s?보기|기사\s?더\s?보기)\s?[\]>)]?\s?[:：▶>\-\]]?\s*(?=\S).{4,} | (?:발행|편집)인\s?[:·,ㅣ|] | (?:등록|사업자|인터넷신문|통신판매)\s?(?:등록)?\s?번호 | 대표\s?전화 | 청소년\s?보호\s?책임자 | 고충\s?처리인 | 우\s?\)?\s?\d{5}
"""


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.strip(), re.I | re.X)


_ZONES = tuple(
    (zone, _compile(pattern))
    for zone, pattern in (
        (Zone.POINTS, _POINTS),
        (Zone.SUMMARY, _SUMMARY),
        (Zone.RELATED, f"{_RELATED_EN}|{_RELATED_KO}"),
        (Zone.COMMENTS, _COMMENTS),
        (Zone.GALLERY, _GALLERY),
    )
)
_PLAIN = _compile(f"{_PLAIN_EN}|{_PLAIN_KO}")
_NOTICE = _compile(f"{_NOTICE_EN}|{_NOTICE_KO}")
_COPYRIGHT = re.compile(
    r"all rights reserved|무단\s?(?:전재|복제|배포)|재배포\s?(?:및\s?)?.{0,10}금지|^\W{0,3}copyright|저작권자|^\W{0,3}[ⓒ©]\s?(?=20\d\d)", re.I
)
_TICKER = re.compile(r"[-+▲▼△▽]\s?[\d,]+(?:\.\d+)?\s?%?")
_RULE = re.compile(r"^[\W_]+$")
_EDGES = "[](){}<>【】〈〉《》「」"


def zone_of(bare: str) -> Zone | None:
    """Return what the line *bare* (without bullets and arrows) opens, or None.

    >>> zone_of("많이 본 뉴스"), zone_of("AI 요약"), zone_of("KT to sell hotels")
    (<Zone.RELATED: 'related'>, <Zone.SUMMARY: 'summary'>, None)
    """
    if len(bare) > 60:
        return None
    words = bare.strip(_EDGES + " ")
    return next((zone for zone, pattern in _ZONES if pattern.fullmatch(words)), None)


def is_furniture(bare: str) -> bool:
    """Return whether the whole line is a set phrase of page furniture, a ticker or a ruled line."""
    words = bare.strip(_EDGES + " ")
    if not words or _RULE.match(words):
        return True
    if len(words) <= 80 and _PLAIN.fullmatch(words):
        return True
    return is_ticker(words)


def is_notice(text: str) -> bool:
    """Return whether the line is the site speaking of itself: rights, newsletters, cookies, machine summaries, pointers."""
    return len(text) < 500 and bool(_NOTICE.search(text))


def is_copyright(text: str) -> bool:
    """Return whether the line reserves rights: it stands where an article ends.

    >>> is_copyright("Copyright © 가나일보. 무단전재 및 재배포 금지."), is_copyright("KT opens a copyright office")
    (True, False)
    """
    return len(text) < 400 and bool(_COPYRIGHT.search(text))


def is_ticker(words: str) -> bool:
    """Return whether the line is a row of a market table: a name, numbers, a change.

    >>> is_ticker("KOSPI 2,599.16 +4.80 +0.19%")
    True
    """
    digits = sum(letter.isdigit() for letter in words)
    return len(words) < 60 and digits * 4 > len(words.replace(" ", "")) and bool(_TICKER.search(words)) and len(words.split()) > 2
