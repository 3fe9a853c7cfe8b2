"""Words with a capital that name nobody, and the tails and heads of Korean names: what strangers are told by."""

from __future__ import annotations

PLACES = frozenset(
    """
    Korea Koreas Japan China Taiwan Mongolia Vietnam Thailand Laos Cambodia Myanmar Indonesia Malaysia Singapore Philippines India Pakistan Bangladesh Nepal
    Australia Canada Mexico Brazil Argentina Chile Peru Colombia Venezuela Cuba Britain England Scotland Wales Ireland France Germany Spain
    Portugal Italy Switzerland Austria Belgium Netherlands Luxembourg Denmark Sweden Norway Finland Iceland Estonia Latvia Lithuania Poland
    Hungary Czechia Slovakia Slovenia Croatia Serbia Romania Bulgaria Greece Turkey Türkiye Cyprus Malta Ukraine Russia Belarus Georgia Kazakhstan
    Israel Egypt Iran Iraq Jordan Syria Lebanon Yemen Oman Qatar Bahrain Kuwait Morocco Algeria Tunisia Libya Nigeria Ghana Kenya Ethiopia
    Europe Asia Africa America Americas Oceania Eurozone Pacific Atlantic Arctic Antarctica Gulf
    United States Kingdom Republic Union Emirates Nations Saudi Arabia Zealand
    US USA U.S U.S.A UK U.K EU E.U UAE U.A.E UN U.N ROK PRC DPRK ASEAN
    Korean Koreans Japanese Chinese Taiwanese Vietnamese Thai Indonesian Malaysian Singaporean Filipino Indian Indians Pakistani Australian
    Australians Canadian Canadians Mexican Brazilian Argentine Chilean British Briton Britons English Scottish Welsh Irish French German
    Germans Spanish Portuguese Italian Italians Swiss Austrian Belgian Dutch Danish Swedish Norwegian Finnish Estonian Polish Hungarian
    Czech Greek Greeks Turkish Ukrainian Ukrainians Russian Russians Israeli Israelis Egyptian Iranian Iraqi Saudis Emirati European Europeans
    Asian Asians African American Americans Arab Arabs Arabic Latin Hispanic Jewish Muslim Muslims Christian Catholic Buddhist Hangul Nordic
    Baltic Scandinavian Western Victorian Roman Anglo Sino
    """.split()
)
"""Countries, parts of the world, and what is of them: they begin a name, or stand beside one."""

PLAIN = PLACES | frozenset(
    """
    The A An It Its He She They We You I His Her Their Our My Your Who What Which Where When Why How That This These Those There Here
    In On At By For From And But Or Nor So Yet As If While After Before Since Until Under Over With Without Within Into Through Of To
    Not No Nobody None Nothing One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Half Both Each Every Either Neither Some
    Many Most Much More Few All Any Another Other Such Several Only Even Also Too Again Then Now Still Instead However Meanwhile
    Moreover Thus Hence Rather Whether Although Though Because Despite During Among Amid Between About Above Across Against Along
    Around According Apart Like Unlike Including Beyond Besides Once Later Earlier Last Next First Second Third Today Yesterday Tomorrow
    Former Ex Rival Rivals Fellow Local Domestic Major Leading Top Analysts Analyst Officials Shares Investors Researchers Scientists Telecom Carrier
    Carriers Tech Chipmaker Carmaker Operator Operators Owner Owners Partner Partners Startup Startups Developer Maker Makers Regulator
    Regulators Lender Lenders Firm Firms Giant Giants Critics Workers Residents Protesters Lawyers Doctors Engineers Members Users Customers
    Only Just Courtesy Photo Photos Graphics Source AIs Subsidiary Subsidiaries Affiliate Affiliates Parent Buyer Buyers Seller Sellers
    Good Bad Yes Separately Together Overall Currently Recently Initially Finally Eventually Previously Originally Altogether
    Is Are Was Were Be Has Have Had Do Does Did Will Would Can Could May Might Must Shall Should
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov
    Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun Christmas Easter Lunar Chuseok Thanksgiving
    Spring Summer Autumn Winter Year Q1 Q2 Q3 Q4 H1 H2 AD BC AM PM
    Mr Mrs Ms Mx Dr Prof Sir Dame Lord Lady Rep Sen Gov Gen Col Lt Capt Sgt Rev Hon Chief Executive Officer Officers Chair Chairs Chairman
    Chairwoman Chairperson President Vice Deputy Director Directors Manager Managing Minister Ministers Premier Chancellor Professor
    Secretary Governor Mayor Judge Justice Justices Ambassador Commissioner King Queen Prince Princess Pope Captain Coach Editor Founder
    Co-founder Co-chief Head Senior Junior Lead Doctor Senator Congressman Congresswoman Representative Spokesman Spokeswoman Attorney Solicitor
    MP MPs GWh MWh kWh TWh GW MW kW
    CEO CTO CFO COO CIO CMO CSO CPO CHRO EVP SVP VP MD
    Internet Web Net Earth North South East West Northern Southern Eastern Western Central Middle Far Big God
    AI IT ICT IoT TV PC CPU GPU NPU TPU LLM LLMs SLM SLMs API APIs ESG IPO IPOs GDP CPI VAT FX R&D M&A B2B B2C B2G MOU NDA SME SMEs PR HR IR QA ID
    USD KRW EUR GBP JPY CNY DC AC EV EVs SUV SUVs LED OLED LCD DRAM NAND HBM SSD USB VR AR XR AX DX CX UX UI SaaS IaaS PaaS IDC CDN VPN SQL
    5G 6G 4G 3G LTE Wi-Fi WiFi Bluetooth OTT CEOs PhD MBA BA FAQ GPUs CPUs NPUs KPI KPIs ROI CAPEX OPEX Capex ABS ETF ETFs REIT REITs DNA RNA Covid
    Covid-19 COVID COVID-19 HIV MRI CT Inc Ltd Co Corp PLC Plc LLC AG SA NV GmbH No Nos Vol
    """.split()
)
"""Words, abbreviations and countries that end a run of capitals and are held against nothing."""

GENERIC = frozenset(
    """
    Court Courts Appeal Appeals Supreme High District Crown Constitutional Ministry Department Agency Authority Administration Bureau Office
    Commission Committee Council Board Parliament Assembly Senate Congress Cabinet Government State Federal National International Global
    Bank Central Reserve Fund Pension Trust Foundation Institute Center Centre University College School Hospital Clinic Museum Library Theatre Theater
    Group Holdings Company Corporation Consortium Alliance Partnership Association Federation Society League Club Party Team Unit Division
    Industry Trade Commerce Finance Financial Economy Economic Science Technology Technologies Information Communication Communications Health Education
    Environment Energy Transport Transportation Labor Labour Welfare Culture Tourism Defence Defense Foreign Affairs Interior Home Public
    Street Road Avenue Bridge Airport Station Port Harbour Harbor Bay River Lake Sea Ocean Mountain Mount Island Islands Square Tower Building
    Hotel Hotels City County Province Region Town Village Valley Coast Cape Strait Canal
    Act Law Bill Treaty Agreement Accord Convention Constitution Article Section Chapter Series Phase Round Class Type Level Stage Model Version
    Conference Forum Summit Expo Fair Festival Award Awards Prize Cup Championship Games Olympic Olympics Typhoon Hurricane Cyclone Storm Project Program Programme Plan Strategy
    Stock Exchange Market Markets Securities Statistics Survey Report Index Research Data Development New Old Great Grand Royal General Special Joint
    Technology Operating Marketing Product Strategic Digital Business Legal Regional Principal Chemical Research Investment Investments
    Fair Weather Meteorological Oceans Fisheries Maritime Land Audit Medicines Drug Drugs Safety Customs Tax Taxes Treasury Patent Human
    Rights Intelligence Nuclear Space Planning Budget Personnel Veterans Gender Equality Family Unification Food Consumer Consumers Election
    Elections Broadcasting Media Small Medium Enterprises Chamber Union Unions Forest Water Resources Arts Sports Agriculture Rural Urban
    Infrastructure Ocean Disaster Disease Control Prevention Competition Insurance Deposit Pensions Workers
    Service Services System Systems Police Fire Army Navy Air Force Coastguard Guard Press News Daily Times
    """.split()
)
"""Words of institutions and places: part of a name, but too general to be held against a source by themselves."""

MASS = frozenset(
    """
    Revenue Profit Income Output Demand Supply Growth Inflation Unemployment Employment Debt Money Cash Capital Credit Interest Trade Business
    Work Labour Labor Traffic Traffic Tourism Electricity Power Energy Gas Oil Coal Steel Copper Gold Silver Water Food Fruit Rice Wheat Fish Meat Milk
    Coffee Tea Sugar Salt Wine Beer Bread Land Housing Rent Freight Cargo Shipping Software Hardware Equipment Infrastructure Research
    Progress Support Training Talent Staff Advice Aid Help Evidence Proof Data Information News Advertising Marketing Spending Lending Borrowing
    Speed Strength Size Security Privacy Safety Health Care Medicine Treatment Surgery Education Knowledge Science Technology Law Order Justice
    People Men Women Children Crew Police Media Cattle Youth Volume Footfall Yield Lithium Nickel Zinc Tin Aluminium Aluminum Cobalt Uranium Corn
    Soy Rubber Timber Cement Iron Ore Petrol Diesel Fuel Hydrogen Ammonia Sentiment Confidence Weight Value Pay Pricing
    Rain Snow Wind Weather Heat Fire Damage Pollution Waste Paper Wood Glass Plastic Cotton Wool Cloth Clothing Furniture Luggage Rubbish
    Art Music Film Sport Football Baseball Time Space Room Ground Attendance Turnout Membership Ownership Leadership Management Everything
    Everyone Everybody Someone Somebody Something Anyone Anything Construction Production Inspection Cooperation Competition
    Salmon Tuna Shrimp Squid Seaweed Seafood Pork Beef Chicken Poultry Butter Cheese Garlic Onion Cabbage Barley Soybean Palm Cocoa Tobacco Flour
    Ethanol Methanol Kerosene Naphtha Crude Bitumen Graphite Silicon Lead Platinum Palladium Scrap Slag Sludge Sewage Manure Helium Oxygen Carbon
    Methane Insulin Influenza Measles Malaria Cholera Cancer Diabetes Asthma Flu Bitcoin Broadband Wireless Fibre Fiber Voice Video Text Email
    Spam Malware Ransomware Leave Childcare Faculty Wildlife Debris Churn Premium Margin Rental Entry Access Admission Nuclear Solar Wind Hydro
    Offshore Onshore Peak Total Net Gross Annual Monthly Weekly Daily Average Median Operating Consolidated Combined Foreign Overseas Domestic
    Passenger Subscriber Consumer Passengers Visitors Guests Crews Neighbours Villagers Fishermen Firefighters Rescuers Nurses Teachers Students Parents
    Farmers Drivers Tenants Landlords Shareholders Bondholders Creditors Lenders Depositors Savers Voters Lawmakers Prosecutors Police Rebels
    Troops Soldiers Migrants Refugees Tourists Patients Prisoners Fans Players Actors Viewers Readers Listeners Callers Riders Commuters
    Vacancies Fares Ferries Tariffs Wages Rents Deliveries Exports Imports Sales Tickets Prices Costs Losses Profits Earnings Orders Bookings
    Households Families Couples Girls Boys Babies Adults Pensioners Retirees Employees Staffing Crime Murder Theft Fraud Corruption Violence
    Hunger Poverty Drought Flood Floods Frost Fog Smog Lava Ash Mud Sand Dust Ice Rainwater Groundwater Tap Sunshine Daylight Darkness Noise
    Silence Trust Faith Hope Fear Anger Grief Doubt Luck Fate Love Peace War Victory Defeat Danger Risk Caution Help Relief Reform Change
    """.split()
)
"""Nouns that open a sentence without an article and are no names."""

KNOWN_COMPOUNDS = (
    "based|backed|led|owned|made|built|run|born|style|type|like|wide|level|sized?|only|plus|speaking|free|era|class|grade|ready|"
    "native|friendly|compatible|language|specific|related|focused|member|bound|side|scale|developed|customi[sz]ed|operated|funded|"
    "listed|linked|controlled|dominated|designed|powered|driven|enabled|affiliated|cent(?:er|re)d|trained|branded|wide|area|first"
)
"""What follows a name and a hyphen and is no part of it."""

FIRM_KINDS = frozenset(
    """
    Electronics Electric Motor Motors Chemical Chemicals Construction Semiconductor Semiconductors Pictures Entertainment Insurance Heavy
    Industries Life Card Telecom Airlines Airways Pharma Pharmaceutical Shipping Shipbuilding Steel Foods Tech Labs Partners Studios
    """.split()
)
"""What such ends are called in English, besides the general words."""

FIRM_TAILS = (
    "전자|통신|텔레콤|은행|증권|건설|화학|자동차|생명|화재|제약|중공업|항공|해운|물산|제철|대학교|병원|그룹|엔터테인먼트|"
    "홀딩스|캐피탈|캐피털|에너지솔루션|이노베이션|하이닉스|디스플레이|바이오로직스|브로드밴드|코퍼레이션|인터내셔널|모빌리티|"
    "회계법인|조선|오션|제강|식품|제과|픽처스|스튜디오|네트웍스|금융지주|랩스|테크놀로지스|코리아|벤처스|게임즈|웍스|호텔|클라우드|페이|뱅크|"
    "테크놀로지|테크|파트너스|리서치|쉬핑|로보틱스|시큐리티|소프트|반도체|카드|보험|운용|신문|일보|방송"
)
"""Ends of the names of companies and houses."""

FIRM_HEADS = (
    "이동|무선|유선|정보|위성|양자|시중|투자|중앙|지방|저축|상업|국책|종합|대학|동물|요양|석유|정밀|전기|수소|자율|친환경|토목|"
    "주택|대형|소형|중형|중소|국내|국외|해외|글로벌|외국계|외국|인터넷|모바일|데이터|차세대|국가|국립|국영|국제|시립|도립|사립|"
    "공립|민간|공공|대기업|중견|계열|소비|생활|재난|방송|해저|근거리|음성|문자|휴대|가전|산업|의료|저가|대한민국|한국형|한국|"
    "일본|중국|미국|유럽|영국|독일|프랑스|아시아|북미|대만|인도|사업|실무|컨설팅|전문|연구|작업|워킹|포커스|기업|금융|재계|대주단|"
    "주거래|거래|인수|협력|자매|주요|여러|모든|다른|우량|대표|상장|비상장|신생|경쟁|선도|관련|해당|같은|인공지능|클라우드|시스템|"
    "메모리|비메모리|차량용|전력|파운드리|반도체|신용|체크|교통|선불|법인|건강|생명|손해|고용|실업|사회|연금|국민|의무|자산|부동산|"
    "통합|공영|민영|지상파|유료|종편|케이블|온라인|경제|지역|주간|일간|전국|디지털|바이오|핀테크|에듀|푸드|프롭|어그|하이|로우|"
    "벤처|급성|응급|특급|고급|비즈니스|부티크|관광|도심|시내|유명|인근|현지|체인|럭셔리|소유|보유|핵심|알짜|매각|퍼블릭|프라이빗|"
    "하이브리드|멀티|소버린|시큐어|간편|메이드인|지정|상급|전담|어린이|여성|정신|한방|치과|예금|수신|여신|수출입|결제|환전|외환|"
    "유전자|단백질|고분자|무기|유기|정유|친환경차|전기차|승용|중고|완성|수입|국산|상용|필수|운행|무인|플라잉|저비용|민항|국적|"
    "정기|원양|연근해|컨테이너|벌크|집단|동일|실험|비교|대조|통제|환자|위험|연령|소득|고객|동료|그들|당사자|전략|기술|개발|운영|"
    "기획|지원|마케팅|영업"
)
"""What makes of such an end a kind of company and no name."""

FIRM_STARTS = (
    "광|군|모|자|본|타|각|주|양|두|세|네|새|신|구|전|현|이|그|저|한|첫|제|재|생|빅|딥|원|팀|만|억|조|천|백|개|곳|"
    "명|달|년|월|일|경|소|대|동"
)
"""Single letters that may begin such a kind of company."""
