"""Which day, month or year an expression means that leaves part of it out: verbs, nearness and what was told before.

Each case gives the day of publication, the paragraphs and their dates as EDTF (quarters 33 to 36, halves 40 and 41).
"""

from datetime import date

import pytest

from generator.language.dates import read_dates

Case = tuple[str, str, tuple[str, ...], list[str]]


def case(id: str, published: str, text: str | tuple[str, ...], *dates: str) -> Case:
    """Return a case: *dates* in EDTF, in order."""
    return id, published, (text,) if isinstance(text, str) else text, list(dates)


AHEAD_EN = [
    case("should", "2025-02-06", "Orders should double in the second half.", "2025-41"),
    case("could", "2025-09-17", "The bridge could reopen in March.", "2026-03"),
    case("may-be", "2025-09-17", "The tax may be cut in January.", "2026-01"),
    case("might-as-early-as", "2025-09-17", "A vote might come as early as Friday.", "2025-09-19"),
    case("must-by", "2025-09-17", "Owners must register by Oct. 31.", "2025-10-31"),
    case("should-have", "2025-09-17", "The lift should have opened in May.", "2025-05"),
    case("passive-infinitive", "2025-09-17", "The ferry is to be handed over in March.", "2026-03"),
    case("expected-to-be", "2025-09-17", "Work is expected to be finished in April.", "2026-04"),
    case("due-noun", "2025-09-17", "Flights were halted due to fog on Monday.", "2025-09-15"),
    case("due-verb", "2025-09-17", "The dam is due to open on Monday.", "2025-09-22"),
    case("due-day", "2025-09-17", "Payment is due Friday.", "2025-09-19"),
    case("to-noun", "2025-09-17", "It sold the ward to the city on Monday.", "2025-09-15"),
    case("to-ing", "2025-09-17", "The group objected to moving it on Tuesday.", "2025-09-16"),
    case("to-people", "2025-09-17", "He spoke to reporters on Thursday.", "2025-09-11"),
    case("plan-noun", "2025-09-17", "The council backed the plan on Thursday.", "2025-09-11"),
    case("forecast-noun", "2025-09-17", "The brewer cut its forecast on Thursday.", "2025-09-11"),
    case("target-noun", "2025-09-17", "The ministry missed its target in November.", "2024-11"),
    case("plans-to", "2025-09-17", "The brewer plans to list in November.", "2025-11"),
    case("set-past", "2025-09-17", "She set a record on Friday.", "2025-09-12"),
    case("set-to", "2025-09-17", "The court is set to rule on Friday.", "2025-09-19"),
    case("no-verb-month", "2025-09-17", "A new timetable from November", "2025-11"),
]
PAST_EN = [
    case("irregular-shrank", "2025-05-29", "Lending shrank in April. It slowed last month.", "2025-04", "2025-04"),
    case("irregular-slid", "2025-09-17", "Prices slid in November.", "2024-11"),
    case("in-quotation", "2025-05-29", "“Loans fell in April. We could not wait,” he said.", "2025-04"),
    case("was-due", "2025-10-22", "A ruling was due on October 10.", "2025-10-10"),
    case("was-due-weekday", "2025-09-17", "A ruling was due on Monday.", "2025-09-15"),
    case("was-scheduled", "2025-09-17", "The vote was scheduled for Tuesday.", "2025-09-16"),
    case("near-day-ahead", "2025-07-28", "Unions have called a meeting for 4 August.", "2025-08-04"),
    case("far-day-behind", "2025-01-10", "The pier burned down on Dec. 20.", "2024-12-20"),
    case("near-day-behind-will", "2025-09-17", "It will refund tickets of Sept. 2.", "2025-09-02"),
    case("year-told", "2025-09-17", "In 2019 it sold a mill; in May it bought a quarry.", "2019", "2019-05"),
    case("year-told-present", "2025-09-17", "Signed in 2021, it ends in December.", "2021", "2025-12"),
]
DAY_NUMBERS_EN = [
    case("open", "2025-09-17", "They signed on the 4th of a month not given.", "XXXX-XX-04"),
    case("by-the", "2025-09-17", "It must pay by the 30th.", "2025-09-30"),
    case("from-to", "2025-09-17", "The fair runs from the 22nd to the 26th.", "2025-09-22/2025-09-26"),
    case("last-month", "2025-09-17", "It opened on the 24th of last month.", "2025-08-24"),
    case("floor", "2025-09-17", "The fire broke out on the 4th floor, on the 9th hole."),
    case("year-end", "2025-09-17", "It wants 40 shops by year-end 2026.", "2026"),
    case("code-in-capitals", "2025-09-17", "PROFIT DOUBLES IN 1H25", "2025-40"),
]
CARRIED_KO = [
    case("eve-far", "2026-01-20", ("지난달 28일 공시한 일감이다.", "대표는 전날 기자들과 만났다."), "2025-12-28", "2026-01-19"),
    case("eve-near", "2025-09-17", "코스피는 12일 올랐다. 전날에는 내렸다.", "2025-09-12", "2025-09-11"),
    case("eve-lead", "2025-09-23", ("22일 만났다.", "값이 뛰었다.", "주가는 전날 올랐다."), "2025-09-22", "2025-09-22"),
    case("eve-quoted", "2024-12-03", "“지난 25일 처음 봤다”고 했다. 상대는 전날 물러났다.", "2024-11-25", "2024-12-02"),
    case("same-day-latest", "2024-12-03", ("2일 서명했다.", "3일 발표했다.", "값은 올랐다.", "이날 문을 닫았다."),
         "2024-12-02", "2024-12-03", "2024-12-03"),
    case("same-day-next-paragraph", "2024-10-10", ("지난 3월 2일 공장이 탔다.", "이날 불은 두 시간 만에 꺼졌다."),
         "2024-03-02", "2024-03-02"),
    case("same-year-next-paragraph", "2026-03-10", ("2024년 3월 14일 협약을 맺었다.", "같은 해 11월 고쳤다."),
         "2024-03-14", "2024-11"),
    case("that-year-spaced", "2026-03-10", "2019년 문을 열었다. 그 해 5월 불이 났다.", "2019", "2019-05"),
    case("year-after-that", "2026-03-10", "2019년 문을 열었다. 그다음 해 5월 닫았다.", "2019", "2020-05"),
    case("from-month-to-eve", "2026-08-12", "5월부터 전날까지 300명이 다쳤다.", "2026-05", "2026-08-11"),
    case("compared", "2025-09-17", "1년 전 같은 달보다 3% 늘었다."),
]  # fmt: skip
AHEAD_KO = [
    case("foresees", "2026-08-12", "9월 중순까지 더위가 있다고 내다봤다.", "2026-09"),
    case("probability", "2026-08-12", "10월에는 비가 많을 확률이 50퍼센트다.", "2026-10"),
    case("chance", "2026-08-12", "11월 다시 열릴 가능성이 크다.", "2026-11"),
    case("about-to", "2025-09-17", "노조는 20일 파업하려다 15일 접었다.", "2025-09-20", "2025-09-15"),
    case(
        "year-told-present", "2025-09-17", "2019년 1월 1일 시행된 규정은 12월 31일 끝난다.", "2019-01-01", "2025-12-31"
    ),
    case("year-told-plan", "2025-09-17", "2024년 1월 착공해 11월 준공할 예정이다.", "2024-01", "2025-11"),
    case("heading", "2025-09-17", "새 시간표 11월부터", "2025-11"),
    case("passed-heading", "2025-01-17", "12월 수출 10% 증가", "2024-12"),
]
DAYS_KO = [
    case("local-time-first", "2025-09-17", "현지시간 16일 열린 회의다.", "2025-09-16"),
    case("by-local-time", "2025-09-17", "한국시간으로 17일 새벽 떠났다.", "2025-09-17"),
    case("open", "2025-09-17", "두 회사는 4일(월 미상) 서명했다.", "XXXX-XX-04"),
    case("last-night", "2025-09-17", "간밤 큰비가 왔다. 지난밤 길이 끊겼다.", "2025-09-16", "2025-09-16"),
    case("lasting", "2026-08-12", "열대야 23일 이어져"),
    case("left", "2026-08-12", "개막이 20일 남았다."),
    case("taking", "2026-08-12", "배로 15일 걸린다."),
    case("season", "2025-09-17", "2025시즌과 2023~24시즌", "2025", "2023/2024"),
    case("school-year", "2025-09-17", "2026학년도 신입생, 2024 회계연도 결산", "2026", "2024"),
    case("settling", "2025-09-17", "12월 결산법인과 3월생, 80년대생"),
    case("uprising", "2025-09-17", "6월 항쟁을 기린다."),
]
LISTED = [
    case("between", "2025-09-17", "Open between 3 and 7 March.", "2025-03-03/2025-03-07"),
    case("between-month-first", "2025-09-17", "It rained between March 3 and 7.", "2025-03-03/2025-03-07"),
    case("two", "2025-09-17", "They met on March 3 and 7.", "2025-03-03", "2025-03-07"),
    case("three", "2025-09-17", "They met on March 3, 5 and 7.", "2025-03-03", "2025-03-05", "2025-03-07"),
    case("a-day-and-a-count", "2025-09-17", "On March 3 and 12 people came.", "2025-03-03"),
    case("ko-dot", "2025-09-17", "9월 20·27일 연다.", "2025-09-20", "2025-09-27"),
    case("ko-comma", "2025-09-17", "9월 20일, 27일 연다.", "2025-09-20", "2025-09-27"),
    case("ko-next-to-each-other", "2025-09-17", "9월 20·21일 연다.", "2025-09-20/2025-09-21"),
]
WEEKDAYS = [
    case(
        "following", "2025-09-17", "It sank on Aug. 1. The following Monday it was found.", "2025-08-01", "2025-08-04"
    ),
    case("previous", "2025-09-17", "He left on Sept. 3, and the previous Friday too.", "2025-09-03", "2025-08-29"),
    case("bracketed", "2025-09-17", "The fair opened on Sept. 16 (Tuesday).", "2025-09-16"),
    case("told-by-its-day", "2025-09-17", "It closed on Wednesday (Sept. 10).", "2025-09-10", "2025-09-10"),
    case("after-tomorrow", "2025-09-17", "It opens the day after tomorrow.", "2025-09-19"),
    case("ko-behind", "2025-09-17", "17일 수요일 밤이다. 18일(목요일)에 뜬다.", "2025-09-17", "2025-09-18"),
    case("ko-told-by-its-day", "2025-09-17", "토요일인 오는 20일 연다.", "2025-09-20", "2025-09-20"),
]
ARRANGED = [
    case("present", "2025-09-17", "The library reopens on Saturday.", "2025-09-20"),
    case("present-next-year", "2025-09-17", "The ban takes effect Jan. 1.", "2026-01-01"),
    case("past-this-year", "2025-09-17", "The ban took effect Jan. 1.", "2025-01-01"),
    case("same-day-of-year", "2025-09-17", "It sold 30 on the same day in 2023.", "2023"),
    case("ko-present-next-year", "2025-09-17", "1월 1일부터 금지된다.", "2026-01-01"),
    case("ko-past-this-year", "2025-09-17", "1월 1일부터 금지됐다.", "2025-01-01"),
    case("ko-same-day-of-year", "2025-09-17", "지난해 같은 날 30대를 팔았다.", "2024"),
    case("ko-next-weekday", "2025-09-17", "다음 월요일 만난다.", "2025-09-22"),
]
PERIODS = [
    case("named-quarter", "2025-09-17", "Sales rose in the December quarter of 2024.", "2024-36"),
    case("to-quarter", "2025-09-17", "In the April to June quarter, sales rose.", "2025-04/2025-06"),
    case("half-code", "2025-09-17", "H1 profit rose.", "2025-40"),
    case("recurring", "2025-09-17", "It floods each June, annually in May."),
    case("ko-codes", "2025-09-17", "3Q 매출과 2024년 1Q, 4Q24, FY25 이익", "2025-35", "2024-33", "2024-36", "2025"),
    case("ko-counted", "2025-09-17", "2분기 연속 줄었고 3분기 만에 늘었다. 16일 만이다."),
]
TABLES = {
    "listed": LISTED, "weekday": WEEKDAYS, "period": PERIODS,
    "arranged": ARRANGED,
    "ahead": AHEAD_EN, "past": PAST_EN, "number": DAY_NUMBERS_EN,
    "carried-ko": CARRIED_KO, "ahead-ko": AHEAD_KO, "days-ko": DAYS_KO,
}  # fmt: skip


@pytest.mark.parametrize(
    ("published", "paragraphs", "dates"),
    [pytest.param(*rest, id=f"{table}-{id}") for table, cases in TABLES.items() for id, *rest in cases],
)
def test_what_is_left_out(published: str, paragraphs: tuple[str, ...], dates: list[str]) -> None:
    """What an expression leaves out is found in the words around it, and near the day of publication."""
    language = "ko" if any("가" <= letter <= "힣" for letter in "".join(paragraphs)) else "en"
    found = read_dates(paragraphs, language, date.fromisoformat(published))
    assert [each.edtf for several in found for each in several] == dates
