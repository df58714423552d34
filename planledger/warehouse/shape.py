"""Turns the dataset's tables into the warehouse's: the same columns, and on every row whose load and reading it is."""

from dataclasses import dataclass
from typing import Any

from models.tables import DOCUMENT_ID, TABLES, CellType, Column, TableName


@dataclass(frozen=True, slots=True)
class WarehouseTable:
    """A table in the warehouse. `key` names the columns that tell its rows apart."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]


RUN_ID = Column("run_id", CellType.TEXT, False, "The load that wrote the row: its beginning in UTC.")
CONTENT = Column("content_sha256", CellType.TEXT, False, "sha256 over all rows of the document: it changes with any.")

READER_VERSION = "reader_version"

_READER_VERSION = next(column for table in TABLES for column in table.columns if column.name == READER_VERSION)


def _of_dataset(name: TableName, columns: tuple[Column, ...], key: tuple[str, ...]) -> WarehouseTable:
    own = (CONTENT,) if name is TableName.DOCUMENTS else (_READER_VERSION,)
    return WarehouseTable(name.value, (*columns, *own, RUN_ID), key)


def _table(name: str, key: tuple[str, ...], *columns: tuple[str, CellType, str]) -> WarehouseTable:
    return WarehouseTable(name, tuple(Column(name, kind, False, about) for name, kind, about in columns), key)


DATASET = tuple(_of_dataset(table.name, table.columns, table.key) for table in TABLES)
"""The dataset's own tables, in the order of TABLES."""

RUNS = _table(
    "runs",
    ("run_id",),
    ("run_id", CellType.TEXT, RUN_ID.description),
    ("program_version", CellType.TEXT, "Version of Planledger that loaded."),
    ("schema_version", CellType.TEXT, "Version of the dataset's schema."),
    ("documents_sent", CellType.INTEGER, "Documents that were new or had changed."),
    ("documents_unchanged", CellType.INTEGER, "Documents that the warehouse had already."),
    ("documents_removed", CellType.INTEGER, "Documents that the dataset no longer holds."),
    ("rows_sent", CellType.LONG, "Rows of all tables that were sent."),
)
"""One row per load that changed something."""

PARTS = _table(
    "loaded_parts",
    ("part",),
    ("part", CellType.TEXT, "A part of the dataset, the calendar, or the views."),
    ("sha256", CellType.TEXT, "Of what it was when it was loaded."),
)
"""What the warehouse was last made from: a load passes over what has not changed since."""

CALENDAR = _table(
    "calendar",
    ("day",),
    ("day", CellType.DATE, "The day."),
    ("year", CellType.INTEGER, "Calendar year."),
    ("quarter", CellType.INTEGER, "Quarter of the calendar year, 1 to 4."),
    ("month", CellType.INTEGER, "Month, 1 to 12."),
    ("month_start", CellType.DATE, "First day of the month."),
    ("financial_year", CellType.TEXT, "UK financial year, 1 April to 31 March: 2009/10."),
    ("financial_year_start", CellType.DATE, "Its first day."),
    ("financial_quarter", CellType.INTEGER, "Quarter of the financial year, 1 (April to June) to 4."),
    ("iso_year", CellType.INTEGER, "Year of the ISO week."),
    ("iso_week", CellType.INTEGER, "ISO week, 1 to 53."),
    ("iso_weekday", CellType.INTEGER, "1 Monday to 7 Sunday."),
)

REPLACED = WarehouseTable("replaced", (DOCUMENT_ID,), ())
"""Only while a load lasts: the documents whose rows go, for newer ones or for good."""

LASTING = (*DATASET, RUNS, PARTS, CALENDAR)
"""Every table that stays in the warehouse."""

_HINTS: dict[CellType, dict[str, Any]] = {
    CellType.TEXT: {"data_type": "text"},
    CellType.INTEGER: {"data_type": "bigint", "precision": 32},
    CellType.LONG: {"data_type": "bigint"},
    CellType.NUMBER: {"data_type": "double"},
    CellType.BOOLEAN: {"data_type": "bool"},
    CellType.DATE: {"data_type": "date"},
    CellType.TEXTS: {"data_type": "json"},
    CellType.INTEGERS: {"data_type": "json"},
    CellType.TEXT_BY_NAME: {"data_type": "json"},
}


def hint(column: Column) -> dict[str, Any]:
    """What dlt is told of a column; lists and maps are JSON."""
    return {"name": column.name, "nullable": column.nullable, **_HINTS[column.type]}


def hints(table: WarehouseTable) -> dict[str, Any]:
    """What dlt is told of a table's columns, by their names."""
    return {column.name: hint(column) for column in table.columns}
