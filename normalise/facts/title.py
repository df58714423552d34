"""Finds a plan's title: the largest lines of its first page that are not its organisation or its date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.facts.lists import word_list
from normalise.facts.model import CoverLine, Fact
from normalise.facts.organisation import names_in

_DATE_ONLY = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december|spring|summer|autumn|winter)?\s*,?\s*(?:19|20)\d\d|(?:version|draft|v)\s*[\d.]*",
    re.IGNORECASE,
)
_PERIOD_ONLY = re.compile(r"[\[(]?\s*(?:[a-z]+ )?(?:19|20)\d\d[\d\s/\-–—to]*(?:[a-z]+ \d{4})?\s*[\])]?", re.IGNORECASE)
_SENTENCE = re.compile(r".*[a-z]\.$|(?:\S+\s+){13,}\S+")
_LABEL = re.compile(r"[^:]{3,40}:\s*\S.*")
_APPENDIX = re.compile(r"(?:appendix|annex|agenda item|item|schedule|enclosure)\s*[\w.]{0,4}", re.IGNORECASE)
_MACHINE_TITLE = re.compile(
    r"(?:microsoft word|artboard|untitled|document\d*|scan)\b|\.\w{2,5}$|_\d+|^\S+$", re.IGNORECASE
)
_PLAN_WORD = re.compile(r"\b(?:plan|strategy|programme|report|register|tracker|framework)\b", re.IGNORECASE)
_LINES = 12
_NEAR, _SAME = 0.72, 0.85
"""How large, of the largest line, a line next to it, or anywhere near, must be to belong to the title."""


def read_title(cover: Sequence[CoverLine], metadata_title: str | None) -> Fact | None:
    """The title, in the spelling of the file's own metadata where that says the same."""
    lines = _title_lines(_opening(cover))
    stated = " ".join((metadata_title or "").split())
    stated = "" if _MACHINE_TITLE.search(stated) else stated
    printed = " ".join(line.text.strip() for line in lines).strip(" ,:;-–—")
    if stated and (not printed or _letters(stated) == _letters(printed)):
        return Fact(stated, "metadata_title")
    return Fact(printed, "largest_lines") if printed else None


def title_block(cover: Sequence[CoverLine]) -> list[CoverLine]:
    """The lines of the first page that can state the plan's period: large ones, years, those that name a plan."""
    opening = _opening(cover)
    largest = max((line.size for line in opening), default=0.0)
    return [line for line in opening if line.size >= _NEAR * largest or _states_plan(line.text)]


def _states_plan(text: str) -> bool:
    text = text.strip()
    return bool(_PERIOD_ONLY.fullmatch(text) or (_PLAN_WORD.search(text) and text[-1:] in "0123456789])"))


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _opening(cover: Sequence[CoverLine]) -> list[CoverLine]:
    """The lines before the first section heading."""
    opening: list[CoverLine] = []
    for line in cover[:_LINES]:
        text = line.text.strip().rstrip(":").lower()
        if text in word_list("section_headings") or re.match(r"\d+(?:\.\d+)*[.)]?\s+[a-z]", text):
            break
        opening.append(line)
    return opening


def _title_lines(lines: Sequence[CoverLine]) -> list[CoverLine]:
    top = max((line.size for line in lines), default=0.0)
    able = [_may_be_title(line.text, largest=line.size == top and top > lines[-1].size) for line in lines]
    worded = [ok and not _PERIOD_ONLY.fullmatch(line.text.strip()) for line, ok in zip(lines, able, strict=True)]
    sizes = [line.size for line, ok in zip(lines, worded, strict=True) if ok]
    if not sizes:
        return []
    largest = max(sizes)
    at = next(i for i, line in enumerate(lines) if worded[i] and line.size == largest)
    chosen = {i for i, line in enumerate(lines) if able[i] and line.size >= _SAME * largest and abs(i - at) < 6}
    for step in (1, -1):
        i = at + step
        while 0 <= i < len(lines) and able[i] and lines[i].size >= _NEAR * largest:
            chosen.add(i)
            i += step
    while chosen and _PERIOD_ONLY.fullmatch(lines[max(chosen)].text.strip()):
        chosen.discard(max(chosen))
    return [lines[i] for i in sorted(chosen)]


def _may_be_title(line: str, largest: bool) -> bool:
    """True for words that can be a title; a label with its value can where it is the `largest` line of the page."""
    text = " ".join(line.split())
    if not any(c.isalpha() for c in text):
        return bool(_PERIOD_ONLY.fullmatch(text)) and len(text) >= 4
    if _DATE_ONLY.fullmatch(text) or _SENTENCE.fullmatch(text) or _APPENDIX.fullmatch(text):
        return False
    if _LABEL.fullmatch(text) and not _APPENDIX.match(text) and not largest:
        return False
    return not any(len(name) >= len(text) - 4 for name in names_in(text))
