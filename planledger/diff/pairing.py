"""Plans to which follows which: those of one organisation, of kindred titles, in consecutive periods.

A plan may follow another where
- both are of one organisation: the same organisation_code; where one has none, the same name;
- their titles (without a title, their file names) are akin: KINDRED of their words are shared, those of years, of the
  organisation's name and of NO_TITLE_WORDS aside;
- it begins after the other does, and at most GAP after the other ends. Where a period is unknown, the years in title or
  file name are taken for it; where there are none either, nothing is said against it.
A pair is taken where each is the other's only likeliest; what is left with several as likely is told as ambiguous.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath

from models import Document
from planledger.diff.likeness import words

KINDRED = 0.75
GAP = timedelta(days=183)
UNKNOWN = 1_000_000
"""Stands for the days between two beginnings of which one is not known."""
NAMED_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*[/_–—-]\s*((?:19|20)?\d\d))?(?!\d)")
NO_TITLE_WORDS = frozenset({"0000", "draft", "final", "version"})


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs of old and new plans, and groups of plans of which it cannot be told which follows which."""

    pairs: tuple[tuple[Document, Document], ...]
    ambiguous: tuple[tuple[tuple[Document, ...], tuple[Document, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    old: Document
    new: Document
    rank: tuple[float, int]
    """Smaller is likelier: titles less akin, beginnings further apart."""


def paired(old: Iterable[Document], new: Iterable[Document]) -> Pairing:
    """Which of the new plans follow which of the old ones; each stands in one pair at most."""
    left = list(_candidates(list(old), list(new)))
    pairs = []
    while sure := _only_best(left):
        pairs += sure
        done = {pair.old.document_id for pair in sure}, {pair.new.document_id for pair in sure}
        left = [p for p in left if p.old.document_id not in done[0] and p.new.document_id not in done[1]]
    pairs.sort(key=lambda pair: (pair.new.organisation or "", pair.new.source_name, pair.new.document_id))
    return Pairing(tuple((pair.old, pair.new) for pair in pairs), tuple(_groups(left)))


def _only_best(left: list[_Pair]) -> list[_Pair]:
    """The pairs that are likelier than every other pair with the same old or the same new plan."""
    of_old, of_new = defaultdict(list), defaultdict(list)
    for pair in left:
        of_old[pair.old.document_id].append(pair)
        of_new[pair.new.document_id].append(pair)

    def rivals(pair: _Pair) -> Iterator[_Pair]:
        return (p for p in (*of_old[pair.old.document_id], *of_new[pair.new.document_id]) if p is not pair)

    return [pair for pair in left if all(pair.rank < rival.rank for rival in rivals(pair))]


def _groups(left: list[_Pair]) -> Iterator[tuple[tuple[Document, ...], tuple[Document, ...]]]:
    """What is left, by the plans that hang together."""
    while left:
        group = [left[0]]
        while more := [p for p in left if p not in group and any(p.old is q.old or p.new is q.new for q in group)]:
            group += more
        left = [pair for pair in left if pair not in group]
        yield (
            tuple({p.old.document_id: p.old for p in group}.values()),
            tuple({p.new.document_id: p.new for p in group}.values()),
        )


def _candidates(old: list[Document], new: list[Document]) -> Iterator[_Pair]:
    by_code, by_name = defaultdict(list), defaultdict(list)
    for document in old:
        if document.organisation_code:
            by_code[document.organisation_code].append(document)
        if document.organisation:
            by_name[_name(document)].append(document)
    for document in new:
        same = by_code[document.organisation_code] if document.organisation_code else []
        named = by_name[_name(document)] if document.organisation else []
        for one in {found.document_id: found for found in (*same, *named)}.values():
            rank = _rank(one, document)
            if rank is not None:
                yield _Pair(one, document, rank)


def _name(document: Document) -> str:
    return " ".join(sorted(words(document.organisation or "")))


def _rank(old: Document, new: Document) -> tuple[float, int] | None:
    """How likely it is that `new` follows `old`; None where it does not."""
    codes = {old.organisation_code, new.organisation_code} - {None}
    kinship = _kinship(old, new)
    if old.document_id == new.document_id or len(codes) > 1 or kinship < KINDRED:
        return None
    before, after = _period(old), _period(new)
    if before is None or after is None:
        return 1 - round(kinship, 1), UNKNOWN
    if not before[0] < after[0] <= before[1] + GAP:
        return None
    return 1 - round(kinship, 1), (after[0] - before[0]).days


def _kinship(old: Document, new: Document) -> float:
    one, other = _title(old), _title(new)
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else float(one == other)


def _title(document: Document) -> frozenset[str]:
    text = document.title or PurePath(document.source_name).stem
    return frozenset(words(text).keys() - words(document.organisation or "").keys() - NO_TITLE_WORDS)


def _period(document: Document) -> tuple[date, date] | None:
    """First and last day of the plan's period, or of the financial years that its title or file name tells of."""
    if document.period_start and document.period_end:
        return document.period_start, document.period_end
    for text in (document.title or "", document.source_name):
        named = NAMED_YEARS.search(text)
        if named:
            first = int(named[1])
            last = int(named[2][-2:]) + first // 100 * 100 if named[2] else first + 1
            return date(first, 4, 1), date(max(last, first + 1), 3, 31)
    return None
