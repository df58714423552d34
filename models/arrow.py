"""Turns the flat tables' columns into Arrow schemas, which Parquet files carry as they are."""

import pyarrow as pa

from models.document import SCHEMA_VERSION
from models.tables import CellType, Column, Table


def _items(kind: pa.DataType) -> pa.DataType:
    return pa.list_(pa.field("element", kind, nullable=False))


_TYPES: dict[CellType, pa.DataType] = {
    CellType.TEXT: pa.string(),
    CellType.INTEGER: pa.int32(),
    CellType.LONG: pa.int64(),
    CellType.NUMBER: pa.float64(),
    CellType.BOOLEAN: pa.bool_(),
    CellType.DATE: pa.date32(),
    CellType.TEXTS: _items(pa.string()),
    CellType.INTEGERS: _items(pa.int32()),
    CellType.TEXT_BY_NAME: pa.map_(pa.string(), pa.field("value", pa.string(), nullable=False)),
}


def _field(column: Column) -> pa.Field:
    return pa.field(column.name, _TYPES[column.type], column.nullable, metadata={"description": column.description})


def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow schema of a flat table, with each field's description and the schema version as metadata."""
    metadata = {"table": table.name.value, "schema_version": SCHEMA_VERSION}
    return pa.schema([_field(column) for column in table.columns], metadata=metadata)
