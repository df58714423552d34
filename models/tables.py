"""Turns the models into the dataset's flat tables: their columns, keys and descriptions."""

import types
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from models.base import Contract
from models.deadline import Alternative, Deadline
from models.document import PlanDocument, Residue
from models.owner import Owner
from models.record import Bbox, Evidence, Record


class CellType(StrEnum):
    """What a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    LONG = "long"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    TEXTS = "texts"
    INTEGERS = "integers"
    TEXT_BY_NAME = "text_by_name"


class TableName(StrEnum):
    """The flat tables of a dataset."""

    DOCUMENTS = "documents"
    RECORDS = "records"
    OWNERS = "owners"
    DEADLINES = "deadlines"
    ALTERNATIVES = "alternatives"
    EVIDENCE = "evidence"
    RESIDUE = "residue"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a flat table. `nullable` is true exactly where the model allows None."""

    name: str
    type: CellType
    nullable: bool
    description: str


@dataclass(frozen=True, slots=True)
class Table:
    """One flat table. `key` names the columns that tell its rows apart, `parent` the table that its rows belong to."""

    name: TableName
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    parent: TableName | None
    model: type[Contract]
    """Whose values are its rows."""


class Shape(StrEnum):
    """How a field of a model becomes columns."""

    VALUE = "value"
    BOX = "box"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class FlatField:
    """A field of a model with its columns: one for a value, four for a box, its own columns for a single model."""

    name: str
    shape: Shape
    columns: tuple[Column, ...]


DOCUMENT_ID = Column("document_id", CellType.TEXT, False, "sha256 of the file's bytes, hexadecimal.")
RECORD_ID = Column("record_id", CellType.TEXT, False, "Stable id of the record.")
DEADLINE = Column("deadline_position", CellType.INTEGER, False, "Position of the deadline in its record.")
POSITION = Column("position", CellType.INTEGER, False, "Place in reading order, counted from 0.")

_TYPES: dict[Any, CellType] = {
    str: CellType.TEXT,
    int: CellType.INTEGER,
    float: CellType.NUMBER,
    bool: CellType.BOOLEAN,
    date: CellType.DATE,
    tuple[str, ...]: CellType.TEXTS,
    tuple[int, ...]: CellType.INTEGERS,
    dict[str, str]: CellType.TEXT_BY_NAME,
}
_WIDE = frozenset({"source_bytes"})
"""Counts that may pass 2,147,483,647."""

_BOX = tuple(
    Column(edge, CellType.NUMBER, False, f"{text} of the page as displayed.")
    for edge, text in (
        ("x0", "Left edge of the box, in points from the left"),
        ("top", "Upper edge of the box, in points from the top"),
        ("x1", "Right edge of the box, in points from the left"),
        ("bottom", "Lower edge of the box, in points from the top"),
    )
)


def _without_none(annotation: Any) -> tuple[Any, bool]:
    """The annotation less None, and whether None was allowed."""
    if get_origin(annotation) not in (Union, types.UnionType):
        return annotation, False
    kept = [part for part in get_args(annotation) if part is not types.NoneType]
    if len(kept) != 1:
        raise TypeError(f"no column type for {annotation}")
    return kept[0], len(kept) < len(get_args(annotation))


def _cell_type(name: str, annotation: Any) -> CellType:
    if get_origin(annotation) is Literal or (isinstance(annotation, type) and issubclass(annotation, StrEnum)):
        return CellType.TEXT
    found = _TYPES.get(annotation)
    if found is None:
        raise TypeError(f"no column type for {name}: {annotation}")
    return CellType.LONG if name in _WIDE else found


def _is_contract(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Contract)


def _is_rows(annotation: Any) -> bool:
    """True for a tuple of models: the rows of a table of their own."""
    parts = get_args(annotation)
    return get_origin(annotation) is tuple and len(parts) == 2 and parts[1] is ... and _is_contract(parts[0])


@lru_cache(maxsize=32)
def flat_fields(model: type[Contract]) -> tuple[FlatField, ...]:
    """A model's fields as columns. Tuples of models are left out: they are the rows of tables of their own."""
    return tuple(
        _flat_field(name, field) for name, field in model.model_fields.items() if not _is_rows(field.annotation)
    )


def _flat_field(name: str, field: FieldInfo) -> FlatField:
    annotation, nullable = _without_none(field.annotation)
    if _is_contract(annotation):
        return FlatField(name, Shape.MODEL, model_columns(annotation))
    if annotation == Bbox:
        return FlatField(name, Shape.BOX, _BOX)
    column = Column(name, _cell_type(name, annotation), nullable, field.description or "")
    return FlatField(name, Shape.VALUE, (column,))


def model_columns(model: type[Contract]) -> tuple[Column, ...]:
    """All columns of a model, in the order of its fields."""
    return tuple(column for field in flat_fields(model) for column in field.columns)


def _table(name: TableName, model: type[Contract], first: tuple[Column, ...], about: str, parent: TableName) -> Table:
    """A table whose `first` columns place each row; what tells rows apart is among them."""
    names = tuple(column.name for column in first)
    columns = first + tuple(column for column in model_columns(model) if column.name not in names)
    # A record's id tells it apart; its position is there to sort by.
    key = names[:2] if name is TableName.RECORDS else names
    return Table(name, about, key, columns, None if parent is name else parent, model)


_OF_RECORD = (DOCUMENT_ID, RECORD_ID, POSITION)

TABLES: tuple[Table, ...] = (
    _table(TableName.DOCUMENTS, PlanDocument, (DOCUMENT_ID,), "One row per source file.", TableName.DOCUMENTS),
    _table(TableName.RECORDS, Record, _OF_RECORD, "Who promised to do what by when.", TableName.DOCUMENTS),
    _table(TableName.OWNERS, Owner, _OF_RECORD, "Who answers for a record.", TableName.RECORDS),
    _table(TableName.DEADLINES, Deadline, _OF_RECORD, "A record's deadlines as dates.", TableName.RECORDS),
    _table(
        TableName.ALTERNATIVES,
        Alternative,
        (DOCUMENT_ID, RECORD_ID, DEADLINE, POSITION),
        "Other readings of a deadline's words.",
        TableName.DEADLINES,
    ),
    _table(TableName.EVIDENCE, Evidence, _OF_RECORD, "Where a record's texts are printed.", TableName.RECORDS),
    _table(TableName.RESIDUE, Residue, (DOCUMENT_ID, POSITION), "Words no record claims.", TableName.DOCUMENTS),
)
"""All flat tables, each after the one that it refers to."""
