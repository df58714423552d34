"""Finds spans of time in a line ("2008/09 - 2010/11", "April 2011 to March 2014") and dates them."""

from __future__ import annotations

import calendar as months_of
import re
from dataclasses import dataclass
from datetime import date

from normalise.period import Calendar, Period

_MONTHS = {name.lower(): i for i, name in enumerate(months_of.month_name) if name}
_MONTHS |= {name.lower(): i for i, name in enumerate(months_of.month_abbr) if name}
_MONTH = r"(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_TO = r"\s*(?:-|–|—|\bto\b|\buntil\b|\bthrough\b)\s*(?:the\s+)?"
_YEAR = r"(?<![\d/.])(?:19|20)\d\d"
_END = r"(?![\d])"
_DAY = r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
_DATES = re.compile(rf"{_DAY}({_MONTH})\s+({_YEAR})?{_TO}{_DAY}({_MONTH})\s+({_YEAR}){_END}", re.IGNORECASE)
_YEAR_PART = rf"({_YEAR})\s?[/\-–]\s?((?:20)?\d\d){_END}"
_FINANCIAL_SPAN = re.compile(rf"{_YEAR_PART}{_TO}{_YEAR_PART}")
_SHORT = re.compile(rf"({_YEAR})\s?[/\-–—]\s?(\d\d){_END}(?![/.-]\d)")
_SPAN = re.compile(rf"({_YEAR}){_TO}({_YEAR}){_END}")
_SLASHED = re.compile(rf"({_YEAR})\s?/\s?({_YEAR}){_END}")
_SINGLE = re.compile(rf"\b(?:financial year|year|plan|report|register|programme)\s+({_YEAR})$", re.IGNORECASE)
_MISPRINT = re.compile(r"\b(20)0(\d\d)(?=/\d\d\b)")
_AS_AT = re.compile(rf"\bas at (?:the )?(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTH}) ({_YEAR})", re.IGNORECASE)
_LONGEST = 30
"""Spans of more years than this are no plan's period."""
_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class Span:
    """A span of time as dated by one rule."""

    first: date
    last: date
    rule: str

    @property
    def period(self) -> Period:
        """The span's first and last day."""
        return self.first, self.last


def spans_in(text: str, calendar: Calendar) -> list[Span]:
    """The spans of time in a line, the most exact wording first. Misprinted years are tried last."""
    text = text[:_LONGEST_LINE]
    found = [*_date_spans(text), *_year_spans(text, calendar)]
    mended = _MISPRINT.sub(r"\1\2", text)
    if not found and mended != text:
        found = [Span(s.first, s.last, "misprinted_year") for s in _year_spans(mended, calendar)]
    return [span for span in found if span.first <= span.last and span.last.year - span.first.year <= _LONGEST]


def states_january(text: str) -> bool:
    """True where a span of dates in the line begins in January."""
    return any(span.first.month == 1 for span in _date_spans(text[:_LONGEST_LINE]))


def date_as_at(text: str) -> date | None:
    """The day of "as at 28 November 2003" in a line."""
    match = _AS_AT.search(text)
    return _day(int(match[3]), match[2], match[1], last=True) if match else None


def year_around(day: date, calendar: Calendar) -> Period:
    """The year that holds a day: from April, or from January."""
    first = day.year - (calendar == "uk_financial" and day.month < 4)
    return _years(first, first + (calendar == "uk_financial"), "", calendar).period


def _date_spans(text: str) -> list[Span]:
    spans = []
    for day, month, year, last_day, last_month, last_year in _DATES.findall(text):
        first = _day(int(year or last_year), month, day, last=False)
        last = _day(int(last_year), last_month, last_day, last=True)
        if first and last:
            spans.append(Span(first, last, "stated_dates" if day else "stated_months"))
    return spans


def _day(year: int, month: str, day: str, *, last: bool) -> date | None:
    number = _MONTHS[month.lower().rstrip(".")]
    length = months_of.monthrange(year, number)[1]
    chosen = int(day) if day else (length if last else 1)
    return date(year, number, chosen) if 1 <= chosen <= length else None


def _year_spans(text: str, calendar: Calendar) -> list[Span]:
    for first, _, last, short in _FINANCIAL_SPAN.findall(text):
        return [_years(int(first), _second(last, short), "financial_years", calendar)]
    for first, short in _SHORT.findall(text):
        end = _second(first, short)
        if end > int(first):
            return [_years(int(first), end, "financial_year" if end == int(first) + 1 else "span_of_years", calendar)]
    for pattern in (_SLASHED, _SPAN):
        for first, last in pattern.findall(text):
            if int(last) > int(first):
                return [_years(int(first), int(last), "span_of_years", calendar)]
    match = _SINGLE.search(text.strip())
    if match and calendar == "calendar":
        return [_years(int(match[1]), int(match[1]), "single_year", calendar)]
    return []


def _second(first: str, short: str) -> int:
    return int(short) if len(short) == 4 else int(first[:2] + short)


def _years(first: int, last: int, rule: str, calendar: Calendar) -> Span:
    """From the first day of the first year to the last of the last: April to March, or January to December."""
    if calendar == "calendar":
        return Span(date(first, 1, 1), date(last, 12, 31), rule)
    return Span(date(first, 4, 1), date(last, 3, 31), rule)
