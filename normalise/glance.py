"""Text of a cell to a yes or no at a glance: whether it reads as a deadline. Decides what a column holds."""

import re
from functools import lru_cache

LONGEST = 18
"""Cells of more words than this are no deadlines."""

LEAST = 0.4
"""At least this share of a deadline's words has to do with time."""

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
TIME = re.compile(
    rf"^\W*(?:{MONTH}\W*(?:\d\d(?:\d\d)?)?|(?:fy\s*)?(?:19|20)\d\d\W*|\d{{1,2}}(?:st|nd|rd|th)?\W*"
    r"|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\W*|(?:19|20)\d\d\s*[-–/]\s*\d{2,4}\W*|\d\d\s*[/–-]\s*\d\d\W*"
    r"|q(?:tr)?\s*[1-4](?:\W.*)?|[1-4](?:st|nd|rd|th)|quarters?|qtr|h[12]"
    r"|on-?going|continu(?:ing|ous|ously|al)|thereafter|onwards?|throughout|immediate(?:ly)?|various|tbc|tba|asap"
    r"|daily|weekly|fortnightly|monthly|quarterly|termly|half-?yearly|yearly|annual(?:ly)?|biannual(?:ly)?"
    r"|spring|summer|autumn|winter|term|easter|christmas|end|early|mid|late|year|years|months?|weeks?|days?"
    r"|by|from|to|until|till|up|before|after|within|of|and|in|into|then|each|every|-|–|&|start|commenced?|completed?"
    r"|complete|done|achieved|agreed|confirmed|be)\W*$",
    re.IGNORECASE,
)
CORE = re.compile(
    rf"\d|\b{MONTH}\b|going|continu|thereafter|onward|throughout|immediate|tb[ca]|asap|annual|"
    r"^to be (?:agreed|confirmed|decided|determined)|"
    r"ly\b|quarter|term|year|spring|summer|autumn|winter|easter|complete|achieved|various",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def looks_like_deadline(text: str) -> bool:
    """True for a cell of some words most of which name a time; a mere number is none."""
    words = text.split()
    if not words or len(words) > LONGEST or not CORE.search(text) or re.fullmatch(r"[\d.,%£()k ]{1,4}", text):
        return False
    return sum(bool(TIME.match(w)) for w in words) >= LEAST * len(words)
