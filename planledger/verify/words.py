"""A document and its boxes, re-read, to where the ledger of words does not add up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extract.geometry import Box
from extract.page import Page, Word
from models import Kind, PlanDocument
from planledger.verify.boxes import RESIDUE, Reread
from planledger.verify.finding import Check, Finding


def word_findings(
    plan: PlanDocument, pages: Sequence[Page], rereads: Sequence[Reread], areas: Mapping[int, Sequence[Box]]
) -> Iterator[Finding]:
    """Sums that the re-read boxes do not bear out; `areas` are the boxes of each page's tables.

    The words of the tables are those that records claim and those left over. As many as are left over must stand in
    the boxes of residue, and no more may be claimed than stand in the boxes of evidence (of headings only those inside
    tables, of promises in prose none). Where the second reader sees a gap between two words otherwise than the first,
    its count may be off by as much.
    """
    claims = [item for item in rereads if item.what != RESIDUE]
    left = [item for item in rereads if item.what == RESIDUE]
    stated = plan.coverage.table_words - plan.coverage.claimed_words
    free = sum(_held_by_first_only(page, left, claims) for page in pages)
    if abs(stated - free) > _slack(left):
        recorded = f"{stated} (table_words less claimed_words)"
        yield Finding(Check.LEDGER, "words left over", recorded, f"{free} in the boxes of residue")
    prose = frozenset(record.record_id for record in plan.records if record.kind is Kind.COMMITMENT)
    rows = [item for item in claims if not item.what.startswith("context/") and item.record_id not in prose]
    claimed = sum(_claimed(page, rows, claims, areas[page.number]) for page in pages)
    if plan.coverage.claimed_words > claimed + _slack(claims):
        recorded = f"{plan.coverage.claimed_words} (claimed_words)"
        yield Finding(Check.LEDGER, "words claimed", recorded, f"{claimed} in the boxes of evidence")
    for entry in plan.residue:
        if not entry.reason.strip():
            yield Finding(Check.LEDGER, RESIDUE, entry.text, "no reason", entry.page)


def _held_by_first_only(page: Page, first: Sequence[Reread], second: Sequence[Reread]) -> int:
    """The words of a page that stand in a box of the first and in none of the second."""
    inside, outside = _boxes(page, first), _boxes(page, second)
    return sum(_holds(inside, word) and not _holds(outside, word) for word in page.words)


def _claimed(page: Page, rows: Sequence[Reread], claims: Sequence[Reread], area: Sequence[Box]) -> int:
    """The words of a page in the boxes of rows, and those in any boxes of evidence that stand in its tables."""
    of_rows, of_all = _boxes(page, rows), _boxes(page, claims)
    return sum(_holds(of_rows, word) or (_holds(of_all, word) and _holds(area, word)) for word in page.words)


def _boxes(page: Page, rereads: Iterable[Reread]) -> list[Box]:
    return [item.box for item in rereads if item.page == page.number]


def _holds(boxes: Iterable[Box], word: Word) -> bool:
    return any(box.holds(*word.box.centre) for box in boxes)


def _slack(rereads: Iterable[Reread]) -> int:
    """By how many words the readers differ in boxes that they read alike."""
    return sum(abs(len(r.recorded.split()) - len((r.found or "").split())) for r in rereads if r.held)
