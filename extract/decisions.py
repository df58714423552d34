"""Read blocks to what was decided about each table, and on what grounds."""

from extract.read_block import ReadBlock, SetAside
from models import ColumnReading, TableReading


def decision(read: ReadBlock | SetAside, records: int) -> TableReading:
    """What was made of a block that yields so many records."""
    block = read.block
    roles, scores = read.assigned.roles, read.assigned.scores
    columns = tuple(
        ColumnReading(header=column.header, role=str(role), score=round(score, 2))
        for column, role, score in zip(read.columns.items, roles, scores, strict=False)
    )
    return TableReading(
        page=block.page,
        pages=tuple(sorted({table.page for table in block.tables})),
        told_by=str(block.table.origin),
        kind=read.purpose.kind if isinstance(read, ReadBlock) else None,
        columns=columns,
        records=records,
        grounds=_grounds(read),
    )


def is_tabular(read: ReadBlock | SetAside) -> bool:
    """True for a block with a header, or with text in two rows and two columns: not a frame, not a chart's boxes."""
    filled = [c for part in read.block.parts for c in part.cells() if c.words]
    return bool(read.block.header) or (len({c.row for c in filled}) > 1 and len({c.column for c in filled}) > 1)


def _grounds(read: ReadBlock | SetAside) -> str:
    if isinstance(read, ReadBlock):
        main = read.columns.items[read.purpose.main]
        return f"the column {main.header!r} says what is promised" if main.header else "its cells read as promises"
    if not read.block.header:
        return "no header row"
    return "no column says what is promised"
