"""The flat tables hold all that the JSON holds, typed as the models say."""

from collections import defaultdict
from collections.abc import Mapping

import pyarrow as pa
import pytest
from hypothesis import given

from models import SCHEMA_VERSION, Alternative, Deadline, Evidence, Owner, PlanDocument, Record, Residue
from models.arrow import arrow_schema
from models.rows import rows
from models.schema import json_schema
from models.tables import TABLES, CellType, Table, TableName
from tests.strategies import plans

EDGES = ("x0", "top", "x1", "bottom")
TABLE_MODELS = {
    TableName.RECORDS: "Record",
    TableName.OWNERS: "Owner",
    TableName.DEADLINES: "Deadline",
    TableName.ALTERNATIVES: "Alternative",
    TableName.EVIDENCE: "Evidence",
    TableName.RESIDUE: "Residue",
}


def through_arrow(plan: PlanDocument) -> dict[TableName, list[dict]]:
    """A document's rows as Arrow gives them back."""
    found = {}
    for table in TABLES:
        arrow = pa.Table.from_pylist(list(rows(plan, table.name)), arrow_schema(table))
        arrow.validate(full=True)
        found[table.name] = arrow.to_pylist()
    return found


def fields(row: Mapping, *keys: str) -> dict:
    kept = {name: cell for name, cell in row.items() if name not in (*keys, *EDGES)}
    if "x0" in row:
        kept["bbox"] = tuple(row[edge] for edge in EDGES)
    return kept | {name: dict(row[name]) for name in ("other", "metadata") if name in row}


def rebuilt(flat: dict[TableName, list[dict]]) -> PlanDocument:
    """The document that the flat rows describe."""
    others: dict[tuple[str, int], list] = defaultdict(list)
    for row in flat[TableName.ALTERNATIVES]:
        reading = Alternative(**fields(row, "document_id", "record_id", "deadline_position", "position"))
        others[row["record_id"], row["deadline_position"]].append(reading)
    for row in flat[TableName.DEADLINES]:
        row["alternatives"] = others[row["record_id"], row["position"]]
    parts: dict[tuple[TableName, str], list] = defaultdict(list)
    for name, model in ((TableName.OWNERS, Owner), (TableName.DEADLINES, Deadline), (TableName.EVIDENCE, Evidence)):
        for row in flat[name]:
            parts[name, row["record_id"]].append(model(**fields(row, "document_id", "record_id", "position")))
    records = [
        Record(
            **fields(row, "document_id", "position"),
            **{name.value: parts[name, row["record_id"]] for name in (TableName.OWNERS, TableName.DEADLINES)},
            evidence=parts[TableName.EVIDENCE, row["record_id"]],
        )
        for row in flat[TableName.RECORDS]
    ]
    (head,) = flat[TableName.DOCUMENTS]
    words = {name: cell for name, cell in head.items() if name.endswith("_words")}
    return PlanDocument(
        schema_version=head["schema_version"],
        document=fields(head, "schema_version", *words),
        records=records,
        residue=[Residue(**fields(row, "document_id", "position")) for row in flat[TableName.RESIDUE]],
        coverage=words,
    )


@given(plans())
def test_the_flat_rows_hold_the_whole_document(plan: PlanDocument) -> None:
    assert rebuilt(through_arrow(plan)) == plan


@given(plans())
def test_json_holds_the_whole_document(plan: PlanDocument) -> None:
    assert PlanDocument.model_validate_json(plan.model_dump_json(indent=1)) == plan


@given(plans())
def test_keys_tell_rows_apart_and_lead_to_their_parents(plan: PlanDocument) -> None:
    flat = through_arrow(plan)
    keys = {table.name: [tuple(row[name] for name in table.key) for row in flat[table.name]] for table in TABLES}
    for table in TABLES:
        assert len(set(keys[table.name])) == len(keys[table.name])
        if table.parent is not None:
            width = len(next(parent.key for parent in TABLES if parent.name is table.parent))
            assert {key[:width] for key in keys[table.name]} <= set(keys[table.parent])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name.value)
def test_a_column_is_nullable_exactly_where_the_schema_allows_null(table: Table) -> None:
    definitions = json_schema()["$defs"]
    models = [TABLE_MODELS[table.name]] if table.name in TABLE_MODELS else ["Document", "Coverage"]
    properties = {name: said for model in models for name, said in definitions[model]["properties"].items()}
    may_be_null = {name for name, said in properties.items() if {"type": "null"} in said.get("anyOf", [])}
    assert {field.name for field in arrow_schema(table) if field.nullable} == may_be_null


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name.value)
def test_every_field_of_the_model_has_its_column(table: Table) -> None:
    definitions = json_schema()["$defs"]
    models = [TABLE_MODELS[table.name]] if table.name in TABLE_MODELS else ["Document", "Coverage"]
    wanted = {name for model in models for name in definitions[model]["properties"]} - {
        "owners",
        "deadlines",
        "alternatives",
        "evidence",
    }
    columns = {column.name for column in table.columns}
    boxed = (wanted - {"bbox"}) | set(EDGES) if "bbox" in wanted else wanted
    places = {"document_id", "record_id", "deadline_position", "position", "schema_version"}
    assert columns - places == boxed - {"document_id", "record_id"}


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        (TableName.DOCUMENTS, "source_bytes", pa.int64()),
        (TableName.DOCUMENTS, "page_count", pa.int32()),
        (TableName.DOCUMENTS, "period_end", pa.date32()),
        (TableName.DOCUMENTS, "status", pa.string()),
        (TableName.DOCUMENTS, "table_words", pa.int32()),
        (TableName.RECORDS, "context", pa.list_(pa.field("element", pa.string(), nullable=False))),
        (TableName.RECORDS, "pages", pa.list_(pa.field("element", pa.int32(), nullable=False))),
        (TableName.RECORDS, "other", pa.map_(pa.string(), pa.field("value", pa.string(), nullable=False))),
        (TableName.RECORDS, "confidence", pa.float64()),
        (TableName.DEADLINES, "due_date", pa.date32()),
        (TableName.DEADLINES, "ongoing", pa.bool_()),
        (TableName.EVIDENCE, "bottom", pa.float64()),
        (TableName.RESIDUE, "position", pa.int32()),
    ],
)
def test_arrow_types(table: TableName, column: str, kind: pa.DataType) -> None:
    (found,) = (candidate for candidate in TABLES if candidate.name is table)
    assert arrow_schema(found).field(column).type == kind


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name.value)
def test_a_schema_carries_its_descriptions_and_its_version(table: Table) -> None:
    schema = arrow_schema(table)
    assert schema.metadata == {b"table": table.name.value.encode(), b"schema_version": SCHEMA_VERSION.encode()}
    assert all(field.metadata[b"description"] for field in schema)


def test_every_kind_of_cell_is_in_use() -> None:
    assert {column.type for table in TABLES for column in table.columns} == set(CellType)
