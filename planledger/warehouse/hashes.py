"""Turns the rows of documents into one hash for each document, which changes when any of its cells does.

Rows are hashed as their bytes stand beside one another in memory, without an object for each cell: texts joined to one
per row, and numbers as their 64 bits.
"""

from collections import defaultdict
from hashlib import sha256
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from models.tables import DOCUMENT_ID, CellType, Column, Table

_CELL, _NULL, _ROW = "\x1f", "\x00", "\x1e"
"""What stands between texts, for null, and after a row."""


class ContentHashes:
    """The hash over all rows of each document, taken in as the tables are read one after the other."""

    def __init__(self) -> None:
        self._texts: dict[str, Any] = defaultdict(sha256)
        self._numbers: dict[str, Any] = defaultdict(sha256)

    def add(self, table: Table, rows: pa.Table) -> None:
        """Takes in rows of a table; each document's rows stand together. Batches may begin and end anywhere."""
        if not rows.num_rows:
            return
        places, texts = _texts(table, rows)
        numbers = _numbers(table, rows)
        runs = pc.run_end_encode(rows[DOCUMENT_ID.name].combine_chunks())
        begin = 0
        for document_id, end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist(), strict=True):
            self._texts[document_id].update(texts[places[begin] : places[end]])
            self._numbers[document_id].update(numbers[begin:end])
            begin = end

    def result(self) -> dict[str, str]:
        """Each document's hash."""
        return {
            document_id: sha256(taken.digest() + self._numbers[document_id].digest()).hexdigest()
            for document_id, taken in self._texts.items()
        }


def _texts(table: Table, rows: pa.Table) -> tuple[memoryview, memoryview]:
    """All that is no number, row after row, and where each row begins."""
    cells = [pc.cast(rows[column.name], pa.string()) for column in table.columns if not _is_number(column)]
    lines = pc.binary_join_element_wise(
        table.name.value, *cells[1:], _ROW, _CELL, null_handling="replace", null_replacement=_NULL
    ).combine_chunks()
    _, offsets, texts = lines.buffers()
    return memoryview(offsets).cast("i"), memoryview(texts)


def _numbers(table: Table, rows: pa.Table) -> npt.NDArray[np.int64]:
    """The numbers of each row side by side, as 64 bits."""
    columns = [rows[column.name].to_numpy() for column in table.columns if _is_number(column)]
    bits = [cells.view(np.int64) if cells.dtype == np.float64 else cells.astype(np.int64) for cells in columns]
    return np.column_stack(bits)


def _is_number(column: Column) -> bool:
    return column.type in (CellType.INTEGER, CellType.LONG, CellType.NUMBER) and not column.nullable
