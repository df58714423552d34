"""A row of a read block to flags: what makes its reading less sure."""

from collections.abc import Iterator

from extract.read_block import ReadBlock
from extract.roles import Role
from extract.rows import LogicalRow
from extract.table import Origin

WEAK = 0.6
"""A column whose role scores less is doubtful."""

OVERHANG = 2.0
"""A word that reaches this far over its cell's side, in points, straddles a rule."""

ANSWERING = (Role.OWNER, Role.START, Role.DEADLINE)


def straddling_words(read: ReadBlock) -> frozenset[int]:
    """The identities of the words of a ruled block that reach over a side of their cell."""
    return frozenset(
        id(word)
        for part in read.block.parts
        if part.table.origin is Origin.RULED
        for cell in part.cells()
        for word in cell.words
        if word.box.x0 < cell.box.x0 - OVERHANG or word.box.x1 > cell.box.x1 + OVERHANG
    )


def doubts_about(row: LogicalRow, read: ReadBlock, straddling: frozenset[int]) -> Iterator[str]:
    """The flags of a row."""
    if len({p.page for column, pieces in row.pieces.items() if column not in read.governing for p in pieces}) > 1:
        yield "cut_row"
    if read.block.table.origin is Origin.UNRULED:
        yield "no_rulings"
    if any(id(word) in straddling for word in row.words()):
        yield "straddling_word"
    scores = [read.assigned.scores[read.purpose.main]]
    scores += [read.assigned.scores[c] for role in ANSWERING for c in read.assigned.all(role) if c in row.pieces]
    if min(scores) < WEAK:
        yield "weak_role"
