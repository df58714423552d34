"""A plan's own facts from its first page, its running lines and its text: title, organisation, period, calendar."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import cast

from normalise.councils import council_named, in_full
from normalise.facts.model import CoverLine, DocumentFacts, Metadata, PeriodFact
from normalise.facts.organisation import read_organisation
from normalise.facts.reckoning import read_calendar
from normalise.facts.title import read_title, title_block
from normalise.facts.years import Span, date_as_at, spans_in, year_around
from normalise.period import Calendar

__all__ = ["CoverLine", "DocumentFacts", "read_facts"]

_PLAN_PERIOD = re.compile(
    r"\b(?:plan|strategy|programme|report)\b.{0,60}\b(?:covers|from|period|for|runs)\b", re.IGNORECASE
)
_ENOUGH = 2


def read_facts(
    cover: Sequence[CoverLine],
    running: Sequence[str],
    body: Sequence[str],
    source_name: str,
    metadata_title: str | None,
    metadata_author: str | None = None,
) -> DocumentFacts:
    """The facts of a document, each with the rule that read it; None where the document does not say for certain.

    `cover` is the first page's lines in reading order with their sizes, `running` the repeated header and footer
    lines, `body` every line of the document, `source_name` the file's name. Never raises on any text.
    """
    metadata = Metadata(metadata_title or "", metadata_author or "")
    organisation = read_organisation(cover, running, body, source_name, metadata)
    title = read_title(cover, metadata_title)
    front = [*(line.text for line in cover), *running, metadata_title or ""]
    reckoning = read_calendar(organisation, front, body)
    calendar = cast("Calendar", reckoning.value)
    period = _read_period(cover, running, body, source_name, metadata_title, calendar)
    name = in_full(organisation.value) if organisation and calendar == "uk_financial" else None
    council = council_named(name) if name else None
    return DocumentFacts(
        title=title.value if title else None,
        title_rule=title.rule if title else "",
        organisation=name or (organisation.value if organisation else None),
        organisation_code=(council.code or None) if council else None,
        organisation_rule=organisation.rule if organisation else "",
        period_start=period.period[0] if period else None,
        period_end=period.period[1] if period else None,
        period_rule=period.rule if period else "",
        calendar=calendar,
        calendar_rule=reckoning.rule,
    )


def _read_period(
    cover: Sequence[CoverLine],
    running: Sequence[str],
    body: Sequence[str],
    source_name: str,
    metadata_title: str | None,
    calendar: Calendar,
) -> PeriodFact | None:
    """The period from the cover, then from the other places, then by frequency; misprinted years last of all."""
    places: tuple[tuple[str, Sequence[str]], ...] = (
        ("cover", [line.text for line in title_block(cover)]),
        ("metadata", [metadata_title or ""]),
        ("running", running),
        ("statement", [line for line in body if _PLAN_PERIOD.search(line)]),
        ("file_name", [source_name.replace("_", " ")]),
    )
    misprinted: PeriodFact | None = None
    for place, lines in places:
        for span in (span for line in lines for span in spans_in(line, calendar)):
            fact = PeriodFact(span.period, f"{place}_{span.rule}")
            if span.rule != "misprinted_year":
                return fact
            misprinted = misprinted or fact
    return misprinted or _frequent_year(body, calendar) or _year_of_report(body, calendar)


def _frequent_year(body: Sequence[str], calendar: Calendar) -> PeriodFact | None:
    """The financial year that the body speaks of most, where it is clearly one."""
    spans: Counter[Span] = Counter(s for line in body for s in spans_in(line, calendar) if s.rule == "financial_year")
    top = spans.most_common(2)
    if not top or top[0][1] < _ENOUGH or (len(top) > 1 and top[1][1] * 2 > top[0][1]):
        return None
    return PeriodFact(top[0][0].period, "body_frequency")


def _year_of_report(body: Sequence[str], calendar: Calendar) -> PeriodFact | None:
    """The year in which a report says that its figures stand ("As at 28 November 2003")."""
    for line in body:
        if day := date_as_at(line):
            return PeriodFact(year_around(day, calendar), "report_date")
    return None
