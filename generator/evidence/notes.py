"""What the desk notes below or above an article: who helped, what was added, what was corrected."""

from __future__ import annotations

import re

NAME = r"[A-Z][\w'’.\-]*(?:\s(?:(?:de|van|von|der|den|bin|al|la|di|da|del|dos|du|le)\s){0,2}[A-Z][\w'’.\-]*){0,4}"
NAMES = rf"{NAME}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s*,\s*and\s+){NAME}){{0,5}}"
_NOTE = re.compile(
    r"^(?i:information|material|files?)\sfrom\s.{3,60}\s(?:was|were)\sused"
    r"|^(?:[-–—]+\s*)?(?i:with\s+(?:assistance|reporting|contributions?|files|help|reports?)\s+(?:from|by)\b)"
    rf"|^{NAMES}\s+(?:also\s+)?contributed\s+(?:to\s+)?(?:this|the|\w+ing|research|\w+\.$)"
    r"|^(?:[-–—]+\s*)?[A-Z][^.!?\"“”]{2,120}\s(?:also\s)?contributed\s(?:to\sthis|reporting)\b"
    r"|^[A-Z][\w’'.-]+(?:\s[\w’'.-]+)*\sreported\sfrom\s[^\"“”]*"
    r"(?:contributed(?:\sto\s.*)?\.$|(?<=from\s)[A-Z][\w .]+\.$)"
    r"|^\(?(?:ATTN\s?:\s?)?(?i:updates|adds|recasts|corrects|refiles)"
    r"\s(?i:with|to\s(?:add|include|show)|throughout|details?|quotes?|headline)\b[^\"“”]{0,120}\)?$"
    r"|^(?i:update[ds]?)"
    r"(?:,?\s(?:on\s)?[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,\s20\d\d)?(?:,?\s[\d:.]+\s?[ap]\.?m\.?)?)?"
    r"\s?:\s(?i:added|this (?:article|story|post|piece)|the (?:article|story|headline)|adds|clarif|correct)"
    r"|^(?i:corrections?|clarification)\s?:\s\S|^정정\s?[:：]\s\S"
)
_AMENDED = re.compile(
    r"^\W{0,3}This (?:article|story|report|post|piece) (?:was|has been) (?:amended|corrected|updated|edited)\b"
)


def is_note(text: str) -> bool:
    """Return whether the line tells of the making of the article, and nothing of what it reports.

    >>> is_note("This story has been corrected to show that it rained."), is_note("The mill was corrected.")
    (True, False)
    """
    return bool(_NOTE.match(text) or _AMENDED.match(text))
