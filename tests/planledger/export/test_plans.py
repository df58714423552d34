"""The tables of a dataset give the same rows as its plan documents, however many files they lie in."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import Kind, PlanDocument
from planledger import layout
from planledger.dataset import read_documents
from planledger.errors import DatasetError, UsageError
from planledger.export import plans as reading
from planledger.export.calendar import entries
from planledger.export.plans import count_of, plans_of
from planledger.export.rows import ActionRow, Wanted, action_rows
from planledger.publish import clear, prepare, publish, stage
from tests.planledger.stand_in import converted
from tests.strategies import plans

ALL = Wanted(frozenset(Kind))


def write(root: Path, *documents: PlanDocument) -> None:
    prepare(root)
    for plan in documents:
        stage(root, plan)
    publish(root)
    clear(root)


def rows_of(*documents: PlanDocument) -> list[ActionRow]:
    return [row for plan in documents for row in action_rows(plan, ALL)]


@settings(max_examples=25)
@given(st.lists(plans(), max_size=4, unique_by=lambda plan: plan.document.document_id))
def test_tables_say_of_a_plan_what_its_document_says(documents: list[PlanDocument]) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("planledger.publish._sync_all", lambda: None)
        patch.setattr(reading, "BATCH", 2)
        write(Path(folder), *documents)
        ordered = sorted(documents, key=lambda plan: plan.document.document_id)
        read = list(plans_of(Path(folder)))
        assert count_of(Path(folder)) == len(documents)
        assert rows_of(*read) == rows_of(*ordered)
        assert [list(entries(plan, ALL)) for plan in read] == [list(entries(plan, ALL)) for plan in ordered]


def many(count: int) -> list[PlanDocument]:
    return [converted(b"Plant trees\nMend roof %d" % number, "p.pdf", "file:///p.pdf") for number in range(count)]


@pytest.mark.parametrize("leaps", [((2, 0), (100, 1)), ((2, 0), (4, 1))])
def test_shards_are_read_in_the_order_of_the_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leaps: tuple[tuple[int, int], ...]
) -> None:
    monkeypatch.setattr(layout, "LEAPS", leaps)
    write(tmp_path, *many(40))
    assert len(list((tmp_path / "parquet").glob("records-*.parquet"))) in (16, 256)
    assert rows_of(*plans_of(tmp_path)) == rows_of(*read_documents(tmp_path))


def test_what_is_no_dataset_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a dataset"):
        count_of(tmp_path)


def test_a_damaged_table_is_said(tmp_path: Path) -> None:
    write(tmp_path, *many(3))
    (tmp_path / "parquet/records.parquet").write_bytes(b"rubbish")
    with pytest.raises(DatasetError, match="cannot be read"):
        list(plans_of(tmp_path))


def test_a_table_of_another_dataset_is_said(tmp_path: Path) -> None:
    write(tmp_path / "one", *many(3))
    write(tmp_path / "other", *many(4))
    (tmp_path / "one/parquet/records.parquet").write_bytes((tmp_path / "other/parquet/records.parquet").read_bytes())
    with pytest.raises(DatasetError, match="do not belong together"):
        list(plans_of(tmp_path / "one"))


def test_a_dataset_that_changes_meanwhile_is_said(tmp_path: Path) -> None:
    write(tmp_path, *many(3))
    found = plans_of(tmp_path)
    next(found)
    write(tmp_path, *many(5))
    with pytest.raises(DatasetError, match="written anew"):
        list(found)
