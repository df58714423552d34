"""Decides what a plan's years and quarters reckon from: April, as UK councils do, or January."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.facts.lists import word_list
from normalise.facts.model import Fact
from normalise.facts.years import states_january

_FINANCIAL_YEAR = re.compile(r"\b20\d\d/\d\d\b")
_WORD = re.compile(r"[£€$]|[A-Za-z]+")


def read_calendar(organisation: Fact | None, front: Sequence[str], body: Sequence[str]) -> Fact:
    """Return "uk_financial" or "calendar" with the rule that decided.

    `front` holds the cover's lines, the running lines and the title.
    """
    if any(states_january(line) for line in front):
        return Fact("calendar", "period_from_january")
    uk, other = _marks(body, "uk_marks"), _marks(body, "calendar_marks")
    uk += sum(len(_FINANCIAL_YEAR.findall(line)) for line in body)
    name = (organisation.value if organisation else "").lower()
    if any(word in name for word in ("ministry", "republic", "government", "kingdom", "state of")):
        return Fact("calendar", "national_plan")
    if "council" in name or "nhs" in name or "borough" in name:
        return Fact("calendar", "council_abroad") if other > 3 * uk else Fact("uk_financial", "uk_body")
    if other > uk:
        return Fact("calendar", "words_of_other_countries")
    return Fact("uk_financial", "uk_words" if uk else "default")


def _marks(lines: Sequence[str], name: str) -> int:
    marks = word_list(name)
    return sum(word.lower() in marks for line in lines for word in _WORD.findall(line))
