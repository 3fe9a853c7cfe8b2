"""Which ways of telling a date a paragraph carries, in its own language and in the other.

Each row of test_dates_carried.txt has the day of publication, the language of the paragraph, the paragraph, what may be
said over it, and what may not.
"""

from datetime import date
from pathlib import Path

import pytest

from generator.claims.carriers import Carrier, best_date_fit, best_figure_fit, date_part_fit, is_told_by_date
from generator.claims.comparison import Fit
from generator.language.dates import read_dates
from generator.language.figures import read_figures
from generator.model import Paragraph


def _cases() -> list[object]:
    """Return a case for each statement, called by its line and its words."""
    lines = (Path(__file__).parent / "test_dates_carried.txt").read_text(encoding="utf-8").splitlines()
    rows = [(str(number), *(part.strip() for part in line.split(" | "))) for number, line in enumerate(lines, 1)]
    return [
        pytest.param(published, language, text, stated, is_right, id=f"{number}-{stated}")
        for number, published, language, text, right, wrong in rows
        for words, is_right in ((right, True), (wrong, False))
        for stated in words.split("; ")
    ]


@pytest.mark.parametrize(("published", "language", "text", "stated", "is_right"), _cases())
def test_carried(published: str, language: str, text: str, stated: str, is_right: bool) -> None:
    """What says as much or less is carried; what says more, or something else, is not."""
    [dates] = read_dates([text], language, date.fromisoformat(published))
    paragraph = Paragraph("¶1", "body", 1, 9, (), read_figures(text, language), dates, (), "")
    carriers = (Carrier("times", paragraph),)
    own = "ko" if any("가" <= letter <= "힣" for letter in stated) else "en"
    ours = f"배를 {stated} 팔았다." if own == "ko" else f"It sold ships {stated}."
    [told] = read_dates([ours], own, None)
    assert told
    figures = [
        one
        for one in read_figures(ours, own)
        if best_figure_fit(one, carriers) is not Fit.CARRIED and not is_told_by_date(one, told, carriers)
    ]
    fits = {max(best_date_fit(one, carriers), date_part_fit(ours, one, carriers)) for one in told}
    is_carried = not figures and fits == {Fit.CARRIED}
    assert is_carried is is_right
