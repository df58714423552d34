"""Other programs read the dataset: same rows, same types, whether its tables lie in one file each or in many."""

import json
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frictionless import Package
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from models import PlanDocument
from models.arrow import arrow_schema
from models.tables import TABLES, CellType, Table
from planledger import layout
from planledger.cli import app
from planledger.publish import clear, prepare, publish, stage
from planledger.published import published
from tests.support.documents import SAMPLES, converted

EACH_TABLE = pytest.mark.parametrize("table", TABLES, ids=[table.name.value for table in TABLES])


def renamed(plan: PlanDocument, number: int) -> PlanDocument:
    """The plan as another document."""
    document_id = sha256(f"{plan.document.document_id}/{number}".encode()).hexdigest()
    return plan.model_copy(update={"document": plan.document.model_copy(update={"document_id": document_id})})


def write(root: Path, copies: int) -> Path:
    prepare(root)
    for path in SAMPLES:
        for number in range(copies):
            stage(root, renamed(converted(path), number))
    publish(root)
    clear(root)
    return root


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset whose tables lie in one file each."""
    return write(tmp_path_factory.mktemp("whole"), 1)


@pytest.fixture(scope="module")
def sharded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset whose tables lie in sixteen files each, some of them without rows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "LEAPS", ((2, 0), (1_000, 1)))
        return write(tmp_path_factory.mktemp("sharded"), 3)


@pytest.fixture(params=["whole", "sharded"])
def dataset(request: pytest.FixtureRequest) -> Path:
    root: Path = request.getfixturevalue(request.param)
    return root


def files(root: Path, table: Table) -> tuple[Path, ...]:
    return published(root).tables[table.name]


def pattern(root: Path, table: Table) -> str:
    """What docs/dataset.md says names a table's files at every size."""
    return f"{root}/parquet/{table.name.value}*.parquet"


def arrow(root: Path, table: Table) -> pa.Table:
    return pa.concat_tables(pq.read_table(path) for path in files(root, table))


def plain(cell: Any) -> Any:
    """A cell in Python's own types: what the programs give for lists and maps differs."""
    if isinstance(cell, dict):
        return sorted(cell.items())
    if isinstance(cell, list | tuple):
        items = [plain(item) for item in cell]
        pairs = [tuple(item.values()) if isinstance(item, dict) else item for item in cell]
        return sorted(pairs) if cell and isinstance(cell[0], dict | tuple) else items
    return cell


def assert_same_rows(found: list[dict[str, Any]], root: Path, table: Table) -> None:
    assert [list(map(plain, row.values())) for row in found] == [
        list(map(plain, row.values())) for row in arrow(root, table).to_pylist()
    ]


def test_the_sharded_dataset_is_sharded(sharded: Path, whole: Path) -> None:
    assert {len(paths) for paths in published(sharded).tables.values()} == {16}
    assert {len(paths) for paths in published(whole).tables.values()} == {1}
    assert 0 in {pq.read_metadata(path).num_rows for path in published(sharded).tables["records"]}


@EACH_TABLE
def test_pyarrow_reads_it_under_the_schema(dataset: Path, table: Table) -> None:
    assert arrow(dataset, table).schema.equals(arrow_schema(table), check_metadata=False)


@EACH_TABLE
def test_pandas_reads_it(dataset: Path, table: Table) -> None:
    frame = pd.concat([pd.read_parquet(path, dtype_backend="pyarrow") for path in files(dataset, table)])
    assert [dtype.pyarrow_dtype for dtype in frame.dtypes] == arrow_schema(table).types
    assert len(frame) == arrow(dataset, table).num_rows
    plainly = pd.read_parquet(files(dataset, table)[0])
    assert list(plainly.columns) == arrow_schema(table).names


POLARS = {
    CellType.TEXT: pl.String(),
    CellType.INTEGER: pl.Int32(),
    CellType.LONG: pl.Int64(),
    CellType.NUMBER: pl.Float64(),
    CellType.BOOLEAN: pl.Boolean(),
    CellType.DATE: pl.Date(),
    CellType.TEXTS: pl.List(pl.String()),
    CellType.INTEGERS: pl.List(pl.Int32()),
    CellType.TEXT_BY_NAME: pl.Map(pl.String(), pl.String()),
}


@EACH_TABLE
def test_polars_reads_it(dataset: Path, table: Table) -> None:
    frame = pl.scan_parquet(pattern(dataset, table)).collect()
    assert frame.schema == {column.name: POLARS[column.type] for column in table.columns}
    assert_same_rows(frame.to_dicts(), dataset, table)


DUCKDB = {
    CellType.TEXT: "VARCHAR",
    CellType.INTEGER: "INTEGER",
    CellType.LONG: "BIGINT",
    CellType.NUMBER: "DOUBLE",
    CellType.BOOLEAN: "BOOLEAN",
    CellType.DATE: "DATE",
    CellType.TEXTS: "VARCHAR[]",
    CellType.INTEGERS: "INTEGER[]",
    CellType.TEXT_BY_NAME: "MAP(VARCHAR, VARCHAR)",
}


@EACH_TABLE
def test_duckdb_reads_it(dataset: Path, table: Table) -> None:
    with duckdb.connect() as connection:
        found = connection.sql(f"from '{pattern(dataset, table)}'")
        assert list(map(str, found.types)) == [DUCKDB[column.type] for column in table.columns]
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    assert_same_rows(rows, dataset, table)


SPARK = {
    CellType.TEXT: "string",
    CellType.INTEGER: "int",
    CellType.LONG: "bigint",
    CellType.NUMBER: "double",
    CellType.BOOLEAN: "boolean",
    CellType.DATE: "date",
    CellType.TEXTS: "array<string>",
    CellType.INTEGERS: "array<int>",
    CellType.TEXT_BY_NAME: "map<string,string>",
}


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A session of Spark in this process alone."""
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed: pip install 'planledger[spark]'")
    if shutil.which("java") is None:
        pytest.skip("Spark needs a JVM; there is no java")
    builder = sql.SparkSession.builder.master("local[1]").appName("planledger")
    told = {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("spark")),
        "spark.driver.memory": "1g",
        "spark.sql.shuffle.partitions": "1",
    }
    for name, value in told.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as error:
        pytest.skip(f"Spark does not start here: {error}")
    yield session
    session.stop()


@EACH_TABLE
def test_spark_reads_it(spark: Any, dataset: Path, table: Table) -> None:
    frame = spark.read.parquet(pattern(dataset, table))
    assert dict(frame.dtypes) == {column.name: SPARK[column.type] for column in table.columns}
    assert frame.count() == arrow(dataset, table).num_rows


def test_spark_reads_the_same_values(spark: Any, whole: Path) -> None:
    for table in TABLES[:4]:
        rows = [row.asDict() for row in spark.read.parquet(pattern(whole, table)).collect()]
        assert_same_rows(rows, whole, table)


def test_the_package_validates_with_frictionless(dataset: Path) -> None:
    """The description, and of the rows in the first file of each table: types, keys and references between tables."""
    report = frictionless.validate(str(dataset / "datapackage.json"))
    assert report.flatten(["name", "type", "note"]) == []
    assert (report.valid, report.errors) == (True, [])
    read = [pq.read_metadata(files(dataset, table)[0]).num_rows for table in TABLES]
    assert [task.stats.get("rows", 0) for task in report.tasks] == read


def test_the_package_names_every_file(dataset: Path) -> None:
    package = Package(str(dataset / "datapackage.json"))
    assert package.resource_names == [table.name.value for table in TABLES]
    described = (path for resource in package.resources for path in resource.paths)
    assert {(dataset / path).name for path in described} == {path.name for path in (dataset / "parquet").iterdir()}


def inline(root: Path) -> Package:
    """The package with its rows in the place of its files."""
    descriptor = json.loads((root / "datapackage.json").read_bytes())
    for resource, table in zip(descriptor["resources"], TABLES, strict=True):
        maps = {column.name for column in table.columns if column.type is CellType.TEXT_BY_NAME}
        rows = [
            [dict(cell) if name in maps else cell for name, cell in row.items()]
            for row in arrow(root, table).to_pylist()
        ]
        kept = {"name": resource["name"], "schema": resource["schema"]}
        resource.clear()
        resource.update(kept, data=[[column.name for column in table.columns], *rows])
    return Package.from_descriptor(descriptor)


def test_the_rows_of_all_files_are_as_the_package_says(dataset: Path) -> None:
    report = inline(dataset).validate()
    assert report.flatten(["name", "type", "note"]) == []
    assert [task.stats["rows"] for task in report.tasks] == [arrow(dataset, table).num_rows for table in TABLES]


def test_frictionless_would_see_rows_that_are_not(whole: Path) -> None:
    """The checks above can fail: on a wrong type, a missing value, a key that comes twice, and a lost parent."""
    package = inline(whole)
    owners = package.get_resource("owners").data
    name, part, record_id = (owners[0].index(column) for column in ("name", "part", "record_id"))
    owners[1][name] = 7
    owners[2][part] = None
    owners[3][record_id] = "lost"
    owners.append(owners[4])
    found = {kind for (kind,) in package.validate().flatten(["type"])}
    assert found == {"type-error", "constraint-error", "primary-key", "foreign-key"}


def test_frictionless_reads_lists_and_maps(whole: Path) -> None:
    rows = Package(str(whole / "datapackage.json")).get_resource("records").read_rows()
    wanted = arrow(whole, TABLES[1]).to_pylist()
    assert [list(row["context"]) for row in rows] == [row["context"] for row in wanted]
    assert [dict(row["other"]) for row in rows] == [dict(row["other"]) for row in wanted]


def test_every_json_file_is_as_the_published_schema_says(dataset: Path) -> None:
    schema = json.loads(CliRunner().invoke(app, ["schema"]).stdout)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    paths = list((dataset / "json").rglob("*.json"))
    assert len(paths) == arrow(dataset, TABLES[0]).num_rows
    for path in paths:
        assert list(validator.iter_errors(json.loads(path.read_bytes()))) == []
