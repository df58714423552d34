"""Turns Arrow rows of the dataset into rows that every warehouse takes: lists and maps become JSON texts.

Whole columns are turned at once, without an object for each cell.
"""

import json

import pyarrow as pa
import pyarrow.compute as pc

from models.tables import CellType, Column

_ESCAPES = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"))
_CONTROL = r"[\x00-\x1f]"
_SPECIAL = r'[\x00-\x1f"\\]'


def portable(batch: pa.RecordBatch, columns: tuple[Column, ...]) -> pa.Table:
    """The batch with lists and maps as JSON, and null for an empty text where null is allowed, as CSV has it."""
    cells = [_cells(batch.column(number), column) for number, column in enumerate(columns)]
    return pa.table(cells, names=[column.name for column in columns])


def _cells(cells: pa.Array, column: Column) -> pa.Array:
    if column.type is CellType.TEXTS:
        return _enclosed("[", _joined(cells.offsets, _quoted(cells.values)), "]")
    if column.type is CellType.INTEGERS:
        return _enclosed("[", _joined(cells.offsets, cells.values.cast(pa.string())), "]")
    if column.type is CellType.TEXT_BY_NAME:
        pairs = pc.binary_join_element_wise(_quoted(cells.keys), _quoted(cells.items), ": ")
        return _enclosed("{", _joined(cells.offsets, pairs), "}")
    if column.type is CellType.TEXT and column.nullable:
        return pc.if_else(pc.equal(cells, ""), None, cells)
    return cells


def _joined(offsets: pa.Array, texts: pa.Array) -> pa.Array:
    return pc.binary_join(pa.ListArray.from_arrays(offsets, texts), ", ")


def _enclosed(opening: str, texts: pa.Array, closing: str) -> pa.Array:
    return pc.binary_join_element_wise(opening, texts, closing, "")


def _quoted(texts: pa.Array) -> pa.Array:
    """Each text as a JSON string."""
    if not pc.any(pc.match_substring_regex(texts, _SPECIAL)).as_py():
        return _enclosed('"', texts, '"')
    escaped = texts
    for char, escape in _ESCAPES:
        escaped = pc.replace_substring(escaped, char, escape)
    if pc.any(pc.match_substring_regex(escaped, _CONTROL)).as_py():
        return pa.array([json.dumps(text, ensure_ascii=False) for text in texts.to_pylist()], pa.string())
    return _enclosed('"', escaped, '"')
