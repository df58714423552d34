"""A converted document to its ledger of words, counted anew from its pages, its evidence and its residue."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.geometry import Box
from extract.grid import ruled_tables
from extract.page import Page, Word
from extract.table import Table
from models import Coverage, Evidence, PlanDocument, Residue


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the words of the plan tables."""

    claimed: int
    left_over: int
    rest: int
    """Words that neither evidence nor residue holds: those of header rows, if nothing is lost."""


def assert_accounted(document: PlanDocument, pages: Sequence[Page]) -> None:
    """Every word of a plan table is claimed, left over with a reason, or a header's; and the sums say so.

    Where tables are drawn by rulings their words are counted anew; where by the setting of the text alone, only
    those left over are.
    """
    assert all(left.reason and left.text for left in document.residue)
    evidence = [entry for record in document.records for entry in record.evidence]
    stated = stated_account(document.coverage)
    if all(_is_ruled(page, evidence) for page in pages):
        counted = account_of(evidence, document.residue, pages)
        assert counted == stated, f"counted {counted}, but the document says {stated}"
    else:
        left_over = _left_over(evidence, document.residue, pages)
        assert left_over == stated.left_over, f"{left_over} words left over, but the document says {stated}"


def stated_account(coverage: Coverage) -> Account:
    """What the sums say became of the words."""
    left_over = coverage.table_words - coverage.claimed_words
    return Account(coverage.claimed_words, left_over, coverage.header_words)


def account_of(evidence: Sequence[Evidence], residue: Sequence[Residue], pages: Sequence[Page]) -> Account:
    """Count the words of the ruled tables in which evidence of a row, or residue, stands."""
    claimed = rest = 0
    for page in pages:
        claims = _boxes(evidence, page)
        left = _boxes(residue, page)
        for word in _words_of_plan_tables(page, left | _boxes(_of_rows(evidence), page)):
            if _held(word, claims):
                claimed += 1
            elif not _held(word, left):
                rest += 1
    return Account(claimed, _left_over(evidence, residue, pages), rest)


def _left_over(evidence: Sequence[Evidence], residue: Sequence[Residue], pages: Sequence[Page]) -> int:
    """Words in boxes of residue that no evidence holds."""
    return sum(
        _held(word, _boxes(residue, page)) and not _held(word, _boxes(evidence, page))
        for page in pages
        if any(r.page == page.number for r in residue)
        for word in page.words
    )


def _of_rows(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Evidence that stands in tables: headings may stand outside."""
    return [e for e in evidence if not e.field.startswith("context/")]


def _is_ruled(page: Page, evidence: Iterable[Evidence]) -> bool:
    """True where rulings draw all tables of the page in which evidence of rows stands."""
    tables = ruled_tables(page)
    return all(any(_stands_in(box, t) for t in tables) for box in _boxes(_of_rows(evidence), page))


def _words_of_plan_tables(page: Page, inside: Iterable[Box]) -> Iterator[Word]:
    boxes = list(inside)
    for table in ruled_tables(page):
        if any(_stands_in(box, table) for box in boxes):
            yield from (word for cell in table.cells for word in cell.words)


def _stands_in(box: Box, table: Table) -> bool:
    return table.box.holds(*box.centre)


def _boxes(entries: Iterable[Evidence | Residue], page: Page) -> set[Box]:
    return {Box(*e.bbox) for e in entries if e.page == page.number}


def _held(word: Word, boxes: Iterable[Box]) -> bool:
    return any(box.holds(*word.box.centre) for box in boxes)
