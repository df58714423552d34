"""Blocks and records to the ledger of words: each word of a plan table is claimed, a header's, or residue."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.blocks import Block
from extract.geometry import Box, union
from extract.page import Word
from extract.raw import RawRecord
from extract.table import Cell
from extract.text import text_of
from extract.vocabulary import Lexicon
from models import Coverage, Residue


def ledger(
    blocks: Sequence[Block], records: Sequence[RawRecord], furniture_words: int, lexicon: Lexicon
) -> tuple[tuple[Residue, ...], Coverage]:
    """The residue of the plan tables, and how many of their words are accounted for.

    `blocks` are all blocks of the tables that hold a plan, those of them without records included.
    """
    claims = _claims(records)
    residue: list[Residue] = []
    table_words = claimed_words = header_words = 0
    seen: set[int] = set()
    for block in blocks:
        header_words += sum(len(c.words) for c in block.header) + len(block.repeats)
        for place in _places(block):
            fresh = [w for w in place.words if id(w) not in seen]
            seen.update(id(w) for w in fresh)
            unclaimed = _unclaimed(fresh, claims.get(place.page, frozenset()))
            table_words += len(fresh)
            claimed_words += len(fresh) - len(unclaimed)
            if unclaimed:
                box = union(w.box for w in unclaimed).rounded()
                text = text_of(unclaimed, lexicon) or " ".join(w.text for w in unclaimed)
                residue.append(Residue(page=place.page, bbox=tuple(box), text=text, reason=place.reason))
    coverage = Coverage(
        table_words=table_words,
        claimed_words=claimed_words,
        header_words=header_words,
        furniture_words=furniture_words,
    )
    return tuple(residue), coverage


def _claims(records: Sequence[RawRecord]) -> dict[int, frozenset[Box]]:
    """The evidence boxes of each page."""
    claims: dict[int, set[Box]] = {}
    for record in records:
        for entry in record.evidence:
            claims.setdefault(entry.page, set()).add(Box(*entry.bbox))
    return {page: frozenset(boxes) for page, boxes in claims.items()}


def _unclaimed(words: Sequence[Word], claims: frozenset[Box]) -> list[Word]:
    """The words that no evidence box holds; a cell that is evidence as a whole is told at once."""
    if not words or union(w.box for w in words).rounded() in claims:
        return []
    return [w for w in words if not any(box.holds(*w.box.centre) for box in claims)]


@dataclass(frozen=True, slots=True)
class _Place:
    """Words printed together in a plan table, and why no record would claim them."""

    page: int
    words: tuple[Word, ...]
    reason: str


def _places(block: Block) -> Iterator[_Place]:
    for band in block.bands:
        yield _Place(band.page, band.words, "text across the columns that heads no row")
    for part in block.parts:
        for cell in part.cells():
            if cell.words:
                yield _Place(cell.page or part.table.page, cell.words, _reason(block, cell))


def _reason(block: Block, cell: Cell) -> str:
    if not block.header:
        return "rows without a header"
    if cell.column_end > cell.column:
        return "text across the columns that heads no row"
    return "row without an action"
