"""Lists and maps as JSON: whatever they hold, a JSON reader gets it back."""

import json

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from models.arrow import arrow_schema
from models.tables import TABLES, CellType, Table, TableName
from planledger.warehouse.cells import portable
from planledger.warehouse.hashes import ContentHashes

DOCUMENTS, RECORDS = (next(t for t in TABLES if t.name is name) for name in (TableName.DOCUMENTS, TableName.RECORDS))
TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
SAMPLE = {CellType.INTEGER: 1, CellType.NUMBER: 0.5, CellType.BOOLEAN: True, CellType.LONG: 2}


def rows_of(table: Table, **cells: list[object]) -> pa.RecordBatch:
    """Rows with the cells given, and any in the other columns."""
    count = len(next(iter(cells.values())))
    empty: dict[CellType, object] = {
        CellType.TEXT: "x",
        CellType.TEXTS: [],
        CellType.INTEGERS: [],
        CellType.TEXT_BY_NAME: {},
    }
    filled = [
        {
            column.name: cells[column.name][number]
            if column.name in cells
            else None
            if column.nullable
            else (SAMPLE | empty)[column.type]
            for column in table.columns
        }
        for number in range(count)
    ]
    return pa.RecordBatch.from_pylist(filled, arrow_schema(table))


@given(
    st.lists(
        st.tuples(st.lists(TEXT, max_size=3), st.dictionaries(TEXT, TEXT, max_size=3), st.lists(st.integers(1, 99))),
        min_size=1,
    )
)
def test_json_says_what_the_cell_did(cells: list[tuple[list[str], dict[str, str], list[int]]]) -> None:
    texts, maps, numbers = ([*column] for column in zip(*cells, strict=True))
    table = portable(rows_of(RECORDS, context=texts, other=maps, pages=numbers), RECORDS.columns)
    assert [json.loads(cell) for cell in table["context"].to_pylist()] == texts
    assert [json.loads(cell) for cell in table["other"].to_pylist()] == maps
    assert [json.loads(cell) for cell in table["pages"].to_pylist()] == numbers


@given(st.lists(TEXT, min_size=1))
def test_texts_stay_and_empty_ones_that_may_be_null_are(texts: list[str]) -> None:
    table = portable(rows_of(RECORDS, action=texts, outcome=texts), RECORDS.columns)
    assert table["action"].to_pylist() == texts
    assert table["outcome"].to_pylist() == [text or None for text in texts]


def hashes(table: Table, *batches: pa.RecordBatch) -> dict[str, str]:
    taken = ContentHashes()
    for batch in batches:
        taken.add(table, portable(batch, table.columns))
    return taken.result()


@given(st.integers(0, 6), st.integers(0, 6))
def test_a_content_hash_does_not_depend_on_the_batches(first: int, second: int) -> None:
    whole = rows_of(RECORDS, document_id=["a", "a", "b", "c", "c", "c"], position=[0, 1, 0, 0, 1, 2])
    low, high = sorted((first, second))
    parts = (whole.slice(0, low), whole.slice(low, high - low), whole.slice(high))
    assert hashes(RECORDS, *(pa.RecordBatch.from_pylist(part.to_pylist(), part.schema) for part in parts)) == hashes(
        RECORDS, whole
    )


@given(st.dictionaries(st.sampled_from([column.name for column in RECORDS.columns][2:]), st.just(None), min_size=1))
def test_a_content_hash_changes_with_every_column(changed: dict[str, None]) -> None:
    other: dict[CellType, object] = {
        CellType.TEXT: "y",
        CellType.INTEGER: 3,
        CellType.NUMBER: 0.25,
        CellType.TEXTS: ["y"],
        CellType.INTEGERS: [3],
        CellType.TEXT_BY_NAME: {"y": "z"},
    }
    kinds = {column.name: column.type for column in RECORDS.columns}
    same = {"document_id": ["a", "b"]}
    cells = {name: [rows_of(RECORDS, **same).to_pylist()[0][name], other[kinds[name]]] for name in changed}
    before, after = hashes(RECORDS, rows_of(RECORDS, **same)), hashes(RECORDS, rows_of(RECORDS, **same, **cells))
    assert before["a"] == after["a"]
    assert before["b"] != after["b"]
