"""Turns a plan document into rows of the flat tables, in reading order."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from models.base import Contract
from models.document import PlanDocument
from models.tables import Shape, TableName, flat_fields

Cell = str | int | float | bool | date | list[str] | list[int] | Mapping[str, str] | None
Row = dict[str, Cell]
"""Column name to cell: what Arrow and warehouse loaders take."""


def rows(document: PlanDocument, table: TableName) -> Iterator[Row]:
    """The rows that one document adds to a flat table."""
    document_id = document.document.document_id
    if table is TableName.DOCUMENTS:
        yield _cells(document)
    elif table is TableName.RECORDS:
        yield from _numbered(document.records, document_id=document_id)
    elif table is TableName.RESIDUE:
        yield from _numbered(document.residue, document_id=document_id)
    elif table is TableName.ALTERNATIVES:
        for record in document.records:
            for place, deadline in enumerate(record.deadlines):
                key = {"document_id": document_id, "record_id": record.record_id}
                yield from _numbered(deadline.alternatives, **key, deadline_position=place)
    else:
        for record in document.records:
            yield from _numbered(getattr(record, table.value), document_id=document_id, record_id=record.record_id)


def _numbered(values: tuple[Contract, ...], **key: str | int) -> Iterator[Row]:
    for position, value in enumerate(values):
        yield {**_cells(value), **key, "position": position}


def _cells(value: Contract) -> Row:
    """The cells of one value, by the columns of its model."""
    row: Row = {}
    for field in flat_fields(type(value)):
        cell = getattr(value, field.name)
        if field.shape is Shape.MODEL:
            row |= _cells(cell)
        elif field.shape is Shape.BOX:
            row |= zip((column.name for column in field.columns), cell, strict=True)
        elif isinstance(cell, tuple):
            row[field.name] = list(cell)
        else:
            row[field.name] = cell.value if isinstance(cell, StrEnum) else cell
    return row
