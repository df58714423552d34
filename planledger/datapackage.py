"""Turns the flat tables and their files into datapackage.json, the dataset's Frictionless Data Package descriptor."""

import json
from dataclasses import dataclass

from models.document import SCHEMA_VERSION
from models.tables import TABLES, CellType, Column, Table, TableName

NAME = "planledger-dataset"
"""The descriptor's name: by it a folder is known as a dataset of ours."""

_TYPES = {
    CellType.TEXT: "string",
    CellType.INTEGER: "integer",
    CellType.LONG: "integer",
    CellType.NUMBER: "number",
    CellType.BOOLEAN: "boolean",
    CellType.DATE: "date",
    CellType.TEXTS: "array",
    CellType.INTEGERS: "array",
    CellType.TEXT_BY_NAME: "object",
}


@dataclass(frozen=True, slots=True)
class TableFile:
    """One table's Parquet file as it lies in the dataset."""

    path: str
    size: int
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class JsonFiles:
    """The json/ folder: how many files, and the sha256 over the lines `<sha256 of file>  <file name>` in name order."""

    count: int
    sha256: str


def descriptor(tables: dict[TableName, TableFile], json_files: JsonFiles) -> str:
    """The text of datapackage.json."""
    package = {
        "profile": "data-package",
        "name": NAME,
        "title": "Plan commitments",
        "description": "Who promised to do what by when, read from plan documents, with the place of every value.",
        "schema_version": SCHEMA_VERSION,
        "json": {"path": "json", "files": json_files.count, "hash": f"sha256:{json_files.sha256}"},
        "resources": [_resource(table, tables[table.name]) for table in TABLES],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table, file: TableFile) -> dict[str, object]:
    return {
        "profile": "data-resource",
        "name": table.name.value,
        "description": table.description,
        "path": file.path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "rows": file.rows,
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, object]:
    schema: dict[str, object] = {"fields": [_field(column) for column in table.columns], "primaryKey": list(table.key)}
    if table.parent is not None:
        key = list(next(other.key for other in TABLES if other.name is table.parent))
        own = list(table.key[: len(key)])
        schema["foreignKeys"] = [{"fields": own, "reference": {"resource": table.parent.value, "fields": key}}]
    return schema


def _field(column: Column) -> dict[str, object]:
    return {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.description,
        "constraints": {"required": not column.nullable},
    }
