"""Pieces of printed text to evidence: for each place the field, the page, the box and the words."""

from collections.abc import Iterable, Sequence

from extract.geometry import union
from extract.lines import Line, lines_of
from extract.page import Word
from extract.rows import Piece
from extract.text import text_of
from extract.vocabulary import Lexicon
from models import Evidence


def evidence_of(field: str, pieces: Iterable[Piece], lexicon: Lexicon) -> tuple[Evidence, ...]:
    """One entry for each piece, its box around the words."""
    return tuple(_entry(field, p.page, p.words, lexicon) for p in pieces if p.words)


def evidence_of_rest(field: str, piece: Piece, cell: Piece, lexicon: Lexicon) -> tuple[Evidence, ...]:
    """Evidence for what is left of a cell's words once some are another field's."""
    return evidence_in_cell(field, piece.page, lines_of(piece.words), cell.words, lexicon)


def evidence_in_cell(
    field: str, page: int, lines: Sequence[Line], cell: Sequence[Word], lexicon: Lexicon
) -> tuple[Evidence, ...]:
    """Evidence for some lines of a cell: one box where it holds none of the cell's other words, else a box a line."""
    own = {id(w) for line in lines for w in line.words}
    box = union(line.box for line in lines)
    if any(id(w) not in own and box.holds(*w.box.centre) for w in cell):
        return tuple(_entry(field, page, line.words, lexicon) for line in lines)
    return (_entry(field, page, tuple(w for line in lines for w in line.words), lexicon),)


def _entry(field: str, page: int, words: tuple[Word, ...], lexicon: Lexicon) -> Evidence:
    box = union(w.box for w in words).rounded()
    return Evidence(field=field, page=page, bbox=tuple(box), text=text_of(words, lexicon))
