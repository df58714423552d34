"""Turns the flat tables and their files into datapackage.json, the dataset's Frictionless Data Package descriptor."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

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
    # In Parquet, lists and maps are types of their own. frictionless, which reads Parquet by way of pandas, takes what
    # it gets for no array and no object, and would find a fault in every row.
    CellType.TEXTS: "any",
    CellType.INTEGERS: "any",
    CellType.TEXT_BY_NAME: "any",
}
_HELD = {CellType.TEXTS: "list of string", CellType.INTEGERS: "list of integer", CellType.TEXT_BY_NAME: "map of string"}
"""What a column of any type holds."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """A Parquet file as it lies in the dataset: a table, or a shard of one."""

    path: str
    size: int
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class JsonFiles:
    """The json/ folder: how many files, and the sha256 over the lines `<sha256 of file>  <file name>` in name order."""

    count: int
    sha256: str


def descriptor(tables: Mapping[TableName, Sequence[TableFile]], json_files: JsonFiles) -> str:
    """The text of datapackage.json. Each table lies in one file or in several shards, given in their order."""
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


def version_of(manifest: bytes) -> str | None:
    """The schema version that a datapackage.json names; None where it is not one of ours."""
    try:
        package = json.loads(manifest)
        return str(package["schema_version"]) if package["name"] == NAME else None
    except (ValueError, LookupError, TypeError):  # no JSON, or other JSON than a package's
        return None


def table_files(manifest: bytes) -> dict[TableName, tuple[TableFile, ...]]:
    """The files of the tables that a datapackage.json describes, less those unknown to this version."""
    described = {resource["name"]: resource for resource in json.loads(manifest)["resources"]}
    return {table.name: tuple(_files(described[table.name])) for table in TABLES if table.name in described}


def _files(resource: dict[str, Any]) -> Iterator[TableFile]:
    # Before schema 1.2, a table in one file had its size and rows among its own properties.
    for file in resource.get("files", [resource]):
        yield TableFile(file["path"], file["bytes"], file["hash"].removeprefix("sha256:"), file["rows"])


def _resource(table: Table, files: Sequence[TableFile]) -> dict[str, object]:
    return {
        "profile": "data-resource",
        "name": table.name.value,
        "description": table.description,
        "path": files[0].path if len(files) == 1 else [file.path for file in files],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        **sums(files),
        "schema": _schema(table),
    }


def sums(files: Sequence[TableFile]) -> dict[str, object]:
    """The hash of a table's one file, or the hash over those of several; and size, hash and rows of each file.

    Sizes and rows are not said of the table: frictionless would look for them in the first file alone, or not at all.
    """
    lines = "".join(f"{file.sha256}  {file.path}\n" for file in files)
    whole = files[0].sha256 if len(files) == 1 else sha256(lines.encode()).hexdigest()
    each = [
        {"path": file.path, "bytes": file.size, "hash": f"sha256:{file.sha256}", "rows": file.rows} for file in files
    ]
    return {"hash": f"sha256:{whole}", "files": each}


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
        **({"holds": _HELD[column.type]} if column.type in _HELD else {}),
        "description": column.description,
        "constraints": {"required": not column.nullable},
    }
