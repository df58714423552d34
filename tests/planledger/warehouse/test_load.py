"""A load makes the warehouse what the dataset is: all of it, only what changed, or nothing at all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from models import PlanDocument
from planledger.commands import load as command
from planledger.dataset import read_documents
from planledger.errors import DatasetError, Exit, UsageError, WarehouseError
from planledger.warehouse import changes, parts
from planledger.warehouse import load as loading
from planledger.warehouse.destination import warehouse
from planledger.warehouse.store import Store
from tests.support.warehouses import ask, do, held, load, republish, tables_of, told

VIEWS = {"actions_due", "owner_workload", "deadlines_by_financial_year", "plan_coverage", "plans_over_time"}
TABLES = {"documents", "records", "owners", "deadlines", "alternatives", "evidence", "residue", "runs", "calendar"}
RUN = "select documents_sent, documents_unchanged, documents_removed, rows_sent from planledger.runs order by run_id"

ODD = (
    "",
    " ",
    "NULL",
    "\\N",
    "\\.",
    'say "no"',
    "a, b; c",
    "two\nlines\r\nand\ttabs",
    'back\\slash \\" {\'x\': "y"}',
    "Größe – £5 ½ 東京 😀",
    "bell \x07 and unit \x1f, row \x1e",
    "'; drop table records; --",
)
"""What texts of plans may be, and what formats on the way may stumble over. (PostgreSQL has no text with \\x00.)"""


def plan_with_words(dataset: Path) -> PlanDocument:
    return max(read_documents(dataset), key=lambda plan: len(plan.residue) * 1000 + len(plan.records))


def shortened(plan: PlanDocument) -> PlanDocument:
    """The same document, read again with fewer rows of every kind."""
    return plan.model_copy(update={"records": plan.records[:3], "residue": ()})


def test_every_table_is_what_the_dataset_says(samples: Path, to: str) -> None:
    assert load(samples, to) == Exit.ALL_LOADED
    assert held(to) == told(samples)
    assert tables_of(to) == TABLES | VIEWS | {"loaded_parts"}
    assert not tables_of(to, "planledger_incoming")


def test_every_row_tells_its_load_and_its_reading(samples: Path, to: str) -> None:
    load(samples, to)
    ((run_id,),) = ask(to, "select run_id from planledger.runs")
    ((version,),) = ask(to, "select distinct reader_version from planledger.documents")
    for table in TABLES - {"runs", "calendar"}:
        assert ask(to, f"select distinct run_id, reader_version from planledger.{table}") == [(run_id, version)], table


def test_loading_twice_changes_nothing(samples: Path, to: str) -> None:
    load(samples, to)
    before = [ask(to, f"select * from planledger.{table} order by 1, 2") for table in sorted(TABLES)]
    load(samples, to)
    assert [ask(to, f"select * from planledger.{table} order by 1, 2") for table in sorted(TABLES)] == before


def test_a_document_read_again_with_fewer_rows_leaves_none_behind(dataset: Path, to: str) -> None:
    load(dataset, to)
    plan = plan_with_words(dataset)
    republish(dataset, [shortened(plan)])
    load(dataset, to)
    assert held(to) == told(dataset)
    assert ask(to, RUN)[1][:3] == (1, 6, 0)
    others = (
        f"select count(distinct run_id) from planledger.evidence where document_id != '{plan.document.document_id}'"
    )
    assert ask(to, others) == [(1,)]


def test_a_document_that_left_the_dataset_leaves_the_warehouse(dataset: Path, to: str) -> None:
    load(dataset, to)
    plan = plan_with_words(dataset)
    republish(dataset, [], drop=[plan.document.document_id])
    load(dataset, to)
    assert held(to) == told(dataset)
    assert ask(to, RUN)[1] == (0, 6, 1, 0)


def test_a_document_that_comes_is_sent_alone(dataset: Path, samples: Path, to: str) -> None:
    plan = plan_with_words(dataset)
    republish(dataset, [], drop=[plan.document.document_id])
    load(dataset, to)
    load(samples, to)
    assert held(to) == told(samples)
    assert ask(to, RUN)[1][:3] == (1, 6, 0)


def test_files_that_say_the_same_in_other_bytes_send_nothing(dataset: Path, to: str) -> None:
    load(dataset, to)
    path = dataset / "parquet" / "records.parquet"
    pq.write_table(pq.read_table(path), path, compression="none")
    manifest = dataset / "datapackage.json"
    manifest.write_text(manifest.read_text().replace('"hash": "sha256:', '"hash": "sha256:0'))
    load(dataset, to)
    assert held(to) == told(dataset)
    assert ask(to, RUN)[1] == (0, 7, 0, 0)


def test_odd_texts_arrive_as_they_are(dataset: Path, to: str) -> None:
    plan = plan_with_words(dataset)
    record = plan.records[0]
    odd = [
        record.model_copy(
            update={
                "record_id": f"odd{number}",
                "action": text,
                "outcome": text or None,
                "context": (text, text),
                "other": {text: text, "b": text},
                "flags": (),
            }
        )
        for number, text in enumerate(ODD)
    ]
    republish(dataset, [plan.model_copy(update={"records": (*plan.records, *odd)})])
    load(dataset, to)
    assert held(to) == told(dataset)


def test_other_schemas_hold_other_datasets(samples: Path, dataset: Path, to: str) -> None:
    republish(dataset, [shortened(plan_with_words(dataset))])
    load(samples, to, "first")
    load(dataset, to, "second")
    assert held(to, "first") == told(samples)
    assert held(to, "second") == told(dataset)
    assert ask(to, "select count(*) from second.actions_due") != ask(to, "select count(*) from first.actions_due")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("alter table planledger.owners add column telephone varchar", "table owners .* differs in telephone"),
        ("alter table planledger.owners drop column person", "table owners .* differs in person"),
        ("alter table planledger.records alter column page type double precision", "table records .* differs in page"),
        ("drop table planledger.alternatives cascade", "table alternatives"),
    ],
)
def test_a_table_of_another_shape_ends_the_load(dataset: Path, to: str, change: str, named: str) -> None:
    load(dataset, to)
    views = ("plans_over_time", "plan_coverage", "deadlines_by_financial_year", "owner_workload", "actions_due")
    do(to, *(f"drop view planledger.{view}" for view in views))
    do(to, change)
    before = held(to) if "page" not in named and "person" not in named else None
    republish(dataset, [shortened(plan_with_words(dataset))])
    with pytest.raises(WarehouseError, match=named) as raised:
        load(dataset, to)
    assert "\n" not in str(raised.value)
    assert before is None or held(to) == before
    assert len(ask(to, RUN)) == 1


@pytest.mark.parametrize("column", ["new", "position"])
def test_a_file_of_another_shape_ends_the_load(dataset: Path, to: str, column: str) -> None:
    path = dataset / "parquet" / "owners.parquet"
    table = pq.read_table(path)
    cells = pa.array(["x"] * len(table), pa.string())
    changed = (
        table.append_column(column, cells)
        if column not in table.column_names
        else table.set_column(table.column_names.index(column), column, cells)
    )
    pq.write_table(changed, path)
    with pytest.raises(DatasetError, match=r"owners\.parquet: its columns are not those"):
        load(dataset, to)
    assert not tables_of(to)


def test_a_dataset_of_another_schema_version_ends_the_load(dataset: Path, to: str) -> None:
    load(dataset, to)
    manifest = dataset / "datapackage.json"
    manifest.write_text(manifest.read_text().replace('"schema_version": "1', '"schema_version": "99'))
    before = held(to)
    with pytest.raises(UsageError, match="is of schema 99"):
        load(dataset, to)
    assert held(to) == before


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_a_dataset_of_an_older_schema_version_is_loaded_as_one_of_this(version: str, to: str) -> None:
    root = Path(__file__).parent.parent / "older" / version
    load(root, to)
    assert held(to) == told(root)
    load(root, to)
    assert len(ask(to, RUN)) == 1


def test_a_dataset_that_changes_meanwhile_ends_the_load(
    dataset: Path, to: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = changes.lacking

    def slow(*arguments: Any) -> Iterator[Any]:
        yield from lacking(*arguments)
        republish(dataset, [shortened(plan_with_words(dataset))])

    monkeypatch.setattr(loading, "lacking", slow)
    with pytest.raises(DatasetError, match="changed while it was read"):
        load(dataset, to)
    monkeypatch.undo()
    assert not tables_of(to)
    load(dataset, to)
    assert held(to) == told(dataset)


def test_rows_that_go_missing_on_the_way_end_the_load(dataset: Path, to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    take_in = Store.take_in

    def robbed(self: Store, *arguments: Any) -> None:
        self._run('delete from planledger_incoming.owners where "position" = 0')
        take_in(self, *arguments)

    monkeypatch.setattr(Store, "take_in", robbed)
    with pytest.raises(WarehouseError, match="rows of owners went missing"):
        load(dataset, to)
    assert not tables_of(to)


def test_views_are_made_anew_when_they_change(samples: Path, to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr(loading, "views_sha256", lambda: "older")
        older.setattr(
            Store, "make_views", lambda self: self._run("create view planledger.plan_coverage as select 1 as x")
        )
        load(samples, to)
    assert ask(to, "select * from planledger.plan_coverage") == [(1,)]
    load(samples, to)
    assert len(ask(to, "select * from planledger.plan_coverage")) == 7
    assert [run[:3] for run in ask(to, RUN)] == [(7, 0, 0), (0, 7, 0)]


def test_of_a_large_dataset_only_shards_that_changed_are_opened(
    dataset: Path, to: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planledger.layout.LEAPS", ((2, 0), (32_000, 1)))
    republish(dataset, [shortened(plan_with_words(dataset))])
    load(dataset, to)
    assert held(to) == told(dataset)
    plan = next(plan for plan in read_documents(dataset) if len(plan.records) > 3)
    republish(dataset, [shortened(plan)])
    opened: list[str] = []
    batches = parts.batches
    monkeypatch.setattr(changes, "batches", lambda part, table: (opened.append(part.prefix), batches(part, table))[1])
    load(dataset, to)
    assert set(opened) == {plan.document.document_id[0]}
    assert held(to) == told(dataset)


def test_a_dataset_that_grows_into_shards_sends_only_what_is_new(
    dataset: Path, to: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(dataset, to)
    monkeypatch.setattr("planledger.layout.LEAPS", ((2, 0), (32_000, 1)))
    plan = plan_with_words(dataset)
    republish(dataset, [shortened(plan)], drop=[])
    load(dataset, to)
    assert held(to) == told(dataset)
    assert ask(to, RUN)[1][:3] == (1, 6, 0)


def test_the_way_of_other_warehouses(dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row after row, tables and views before the transaction: tried where it can be seen what arrives."""
    to = str(tmp_path / "plans.duckdb")
    other = replace(warehouse(to, "planledger"), known=False)
    monkeypatch.setattr("planledger.warehouse.destination.warehouse", lambda *_: other)
    load(dataset, to)
    assert held(to) == told(dataset)
    republish(dataset, [shortened(plan_with_words(dataset))])
    load(dataset, to)
    assert held(to) == told(dataset)
    assert ask(to, RUN)[1][:3] == (1, 6, 0)
    assert tables_of(to) == TABLES | VIEWS | {"loaded_parts"}


def test_without_dlt_it_says_what_to_install(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"pip install 'planledger\[warehouse\]'"):
        load(samples, "plans.duckdb")
