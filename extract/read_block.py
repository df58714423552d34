"""A block to a read block: roles for its columns, whole rows and what governs them; or set aside."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.activities import activities_apart
from extract.assignment import Assigned, CellTests, assign_roles
from extract.blocks import Block
from extract.columns import Columns, columns_of, name_blank_headers
from extract.cuts import join_cut_rows
from extract.governing import NEVER, carry_over, governing_columns
from extract.headless import headless
from extract.purpose import Purpose, purpose_of
from extract.roles import Role
from extract.rows import LogicalRow, RowPlan, rows_of
from extract.text import text_of
from extract.vocabulary import Lexicon

SAMPLE = 12
"""So many cells of a column, spread over its length, show what it holds."""


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A block of a plan: columns with roles, whole rows, and the columns that govern rows (`governing`)."""

    block: Block
    columns: Columns
    assigned: Assigned
    purpose: Purpose
    governing: tuple[int, ...]
    rows: tuple[LogicalRow, ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """A block that promises nothing, with the roles that its columns were given; none where it has no header."""

    block: Block
    columns: Columns
    assigned: Assigned


def read_block(block: Block, earlier: Sequence[Columns], lexicon: Lexicon, tests: CellTests) -> ReadBlock | SetAside:
    """Give a block's columns their roles, and cut it into rows where it is a plan.

    `earlier` are the columns of the plan blocks before it: a header left blank is read as it is printed there, and so
    is a block without one whose columns stand where theirs do.
    """
    columns = name_blank_headers(columns_of(block, lexicon), earlier)
    samples = _samples(block, columns, lexicon)
    if block.header:
        assigned = assign_roles(columns.items, samples, tests)
    else:
        columns, assigned = headless(columns, samples, earlier, tests)
    purpose = purpose_of(assigned)
    if purpose is None or not columns.items:
        return SetAside(block, columns, assigned)
    governing, rows = _rows(block, columns, assigned, purpose, lexicon, tests)
    return ReadBlock(block, columns, assigned, purpose, governing, rows)


def _rows(
    block: Block, columns: Columns, assigned: Assigned, purpose: Purpose, lexicon: Lexicon, tests: CellTests
) -> tuple[tuple[int, ...], tuple[LogicalRow, ...]]:
    """The columns that govern rows, and the whole rows."""
    main = purpose.main
    governing = governing_columns(block, columns, assigned, main)
    splitters = frozenset(c for role in (Role.OWNER, Role.DEADLINE, Role.START) for c in assigned.all(role))
    carried = carry_over(block, columns, governing, lexicon)
    cut = rows_of(block, columns, RowPlan(main, assigned.column(Role.DEADLINE), splitters, carried))
    tested = {c: tests.is_owner if assigned.roles[c] is Role.OWNER else tests.is_deadline for c in splitters}
    apart = activities_apart(cut, main, tested)
    shared = {c for c in apart.shared if c < main and assigned.roles[c] not in NEVER}
    return tuple(sorted({*governing, *shared})), tuple(join_cut_rows(apart.rows, main, assigned, lexicon))


def _samples(block: Block, columns: Columns, lexicon: Lexicon) -> list[list[str]]:
    """For each column the texts of some of its cells, bands apart."""
    cells: list[list[str]] = [[] for _ in columns.items]
    for part in block.parts:
        for cell in part.cells():
            span = columns.span(cell, part.table)
            if cell.words and len(span) == 1:
                cells[span[0]].append(text_of(cell.words, lexicon))
    return [of_column[:: max(1, len(of_column) // SAMPLE)] for of_column in cells]
