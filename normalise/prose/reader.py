"""A text's sentences to promises: words that bind, dates that lie ahead, and neither a denial nor a report."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from models import Deadline, Precision
from normalise.deadlines.reader import read_cell
from normalise.owners.lexicon import word_list
from normalise.period import Calendar, Period
from normalise.prose.model import Promise, ProseLine
from normalise.prose.patterns import Found, Sort, found, words_of

LONGEST = 1000
"""Characters; more are no sentence."""

LOOSE_YEARS = (Precision.YEAR, Precision.FINANCIAL_YEAR)
PREPOSITIONS = frozenset({"in", "by", "during", "from", "to", "until", "before", "throughout", "over", "end"})
SET_FOR = frozenset({"planned", "scheduled", "due", "set", "timetabled", "programmed", "earmarked", "intended"})
"""Words after which "for 2009/10" says when; the budget for 2009/10 is a thing."""

CLAUSE = re.compile(r"[;:]|,?\s(?:and|but|while|whilst|although|though|which|whereas)\s")
GO_ON = frozenset(
    {"and", "or", "to", "but", "with", "as", "when", "which", "so", "for", "in", "on", "at", "by", "then"}
)
"""Words that may follow a year; before others it says which thing is meant ("the 2009/10 budget")."""


def read(lines: Sequence[ProseLine], period: Period | None, calendar: Calendar) -> list[Promise | None]:
    """For each sentence the promise in it, or None."""
    promises: list[Promise | None] = []
    before: tuple[Deadline, ...] = ()
    for line in lines:
        dates = tuple(_dates(line.text, period, calendar)) if len(line.text) <= LONGEST else ()
        promises.append(_promise(line, dates, before) if len(line.text) <= LONGEST else None)
        before = dates
    return promises


def _promise(line: ProseLine, dates: tuple[Deadline, ...], before: tuple[Deadline, ...]) -> Promise | None:
    doc = words_of(line.text)
    denied = found(Sort.DENIAL, doc)
    firm = _standing(found(Sort.FIRM, doc), denied)
    bound = [*firm, *_standing(found(Sort.INTENT, doc), denied), *_imperative(line, doc)]
    if not bound:
        return None
    dates = tuple(d for d in dates if not _is_reported(doc, d, bound))
    dates = dates or tuple(_carried(doc, before))
    if dates:
        return Promise(dates, bound[0].rule)
    later = found(Sort.LATER, doc) if firm else []
    return Promise((), f"{firm[0].rule}+{later[0].rule}") if later else None


def _carried(doc: Doc, before: tuple[Deadline, ...]) -> Iterator[Deadline]:
    """The last date of the sentence before, where this one points back to it ("By then ...")."""
    for pointer in found(Sort.ANAPHORA, doc)[:1]:
        words = doc[pointer.start : pointer.end].text
        for deadline in before[-1:]:
            if deadline.due_date:
                rule = f"{deadline.rule}+{pointer.rule}"
                yield Deadline(
                    text=words,
                    edtf=deadline.edtf,
                    due_date=deadline.due_date,
                    rule=rule,
                    precision=deadline.precision,
                    provisional=deadline.provisional,
                )


def _standing(binding: Sequence[Found], denied: Sequence[Found]) -> list[Found]:
    """The words that bind and are no part of a denial."""
    return [b for b in binding if not any(d.start < b.end and b.start < d.end for d in denied)]


def _imperative(line: ProseLine, doc: Doc) -> Iterator[Found]:
    """The verb that begins an item of a list: "Carry out the survey in May"."""
    if line.listed and len(doc) and doc[0].lower_ in word_list("action_verbs") and doc[0].text[:1].isupper():
        yield Found("listed_action", 0, 1)


def _is_reported(doc: Doc, deadline: Deadline, bound: Sequence[Found]) -> bool:
    """True for a date in a clause that binds nobody and tells what has been ("moved in November, and will ...")."""
    at = doc.text.find(deadline.text)
    start = max((m.end() for m in CLAUSE.finditer(doc.text, 0, at + 1) if m.end() <= at), default=0)
    after = CLAUSE.search(doc.text, at + len(deadline.text))
    clause = doc.char_span(start, after.start() if after else len(doc.text), alignment_mode="expand")
    if at < 0 or clause is None or any(b.start < clause.end and clause.start < b.end for b in bound):
        return False
    told = any(r.start < clause.end and clause.start < r.end for r in found(Sort.REPORT, doc))
    return told or any(token.lower_.endswith("ed") for token in clause)


def _dates(text: str, period: Period | None, calendar: Calendar) -> Iterator[Deadline]:
    """The dates of a sentence that may be promised: ahead, and no part of a thing's name."""
    for deadline in read_cell(text, period, calendar):
        last = deadline.due_date or deadline.start_date
        if last is None and deadline.recurrence is None:
            continue  # ongoing, or to be agreed, without a date
        if deadline.text.lower() == "annual":
            continue  # "the annual report will say" names the report
        if last and period and last < period[0]:
            continue  # tells of the time before the plan
        if "duration" in deadline.rule.split("+") or _names_thing(text, deadline):
            continue
        yield deadline


def _names_thing(text: str, deadline: Deadline) -> bool:
    """True for a bare year that says which thing is meant: "the 2009/10 budget", not "in 2009/10 the council"."""
    if deadline.precision not in LOOSE_YEARS or deadline.text.split()[0].lower() in PREPOSITIONS:
        return False
    before, _, behind = text.partition(deadline.text)
    words = before.split()
    if words and words[-1].lower() in PREPOSITIONS:
        return False
    if words and words[-1].lower() == "for":
        return not SET_FOR.intersection(word.lower() for word in words[-3:-1])
    if len(words) > 1 and words[-1][:1].isupper():
        return True  # "the Corporate Plan 2008-2011"
    following = behind.split()[0] if behind[:1].isspace() and behind.split() else ""
    return following.isalpha() and following.lower() not in GO_ON
