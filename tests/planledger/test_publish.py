"""A dataset is the old one or the new one, at whatever instant a run is killed."""

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from models import SCHEMA_VERSION, PlanDocument
from models.arrow import arrow_schema
from models.tables import TABLES
from planledger import publish as publishing
from planledger.cage.pool import Pool
from planledger.dataset import MANIFEST, STAGING, decided, read_documents, to_json
from planledger.errors import DatasetError, UsageError
from planledger.layout import json_file
from planledger.limits import Limits
from planledger.publish import clear, prepare, publish, stage
from tests.planledger.conftest import converted

OLD = tuple(converted(text, "plan.pdf", "file:///plan.pdf") for text in (b"Plant trees", b"Mend roofs\nSweep streets"))
AGAIN = converted(b"Plant trees", "renamed.pdf", "file:///renamed.pdf")
NEW = (AGAIN, converted(b"Paint doors", "third.pdf", "file:///third.pdf"))


class Killed(BaseException):
    """Stands for the end of the process."""


def write(root: Path, plans: tuple[PlanDocument, ...]) -> None:
    prepare(root)
    for plan in plans:
        stage(root, plan)
    publish(root)
    clear(root)


def snapshot(root: Path) -> dict[str, bytes]:
    """Every file of the dataset, staging left out."""
    files = (path for path in root.rglob("*") if path.is_file())
    names = {path.relative_to(root).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in sorted(names.items()) if not name.startswith(STAGING)}


def by_id(*plans: PlanDocument) -> list[PlanDocument]:
    return sorted(plans, key=lambda plan: plan.document.document_id)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "old", OLD)
    return tmp_path / "old"


@pytest.fixture
def kill_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Ends the run just before, or in the middle of, its nth step on the disk."""
    steps = {"left": -1}

    def step() -> bool:
        steps["left"] -= 1
        return steps["left"] == 0

    def guarded(original: Callable) -> Callable:
        def run(*args: object, **options: object) -> object:
            if step():
                raise Killed
            return original(*args, **options)

        return run

    def torn_write(path: Path, data: bytes) -> None:
        if step():
            path.write_bytes(data[: len(data) // 2])
            raise Killed
        write_whole(path, data)

    write_whole = publishing._write
    monkeypatch.setattr(publishing, "_write", torn_write)
    for name in ("_sync", "_sync_all"):
        monkeypatch.setattr(publishing, name, guarded(getattr(publishing, name)))
    for name in ("replace", "unlink", "mkdir"):
        monkeypatch.setattr(Path, name, guarded(getattr(Path, name)))
    monkeypatch.setattr(publishing.shutil, "rmtree", guarded(publishing.shutil.rmtree))
    yield lambda number: steps.update(left=number)
    monkeypatch.undo()


def test_killed_at_any_step_it_is_the_old_dataset_or_the_new(tmp_path: Path, kill_at: Callable[[int], None]) -> None:
    write(tmp_path / "whole", OLD)
    before = snapshot(tmp_path / "whole")
    write(tmp_path / "whole", NEW)
    after = snapshot(tmp_path / "whole")
    assert before != after
    seen = set()
    for number in count(1):
        root = tmp_path / f"killed{number}"
        write(root, OLD)
        kill_at(number)
        try:
            write(root, NEW)
        except Killed:
            pass
        else:
            break
        finally:
            kill_at(-1)
        is_new = decided(root) or snapshot(root) == after
        seen.add((is_new, decided(root)))
        assert list(read_documents(root)) == (by_id(*NEW, OLD[1]) if is_new else by_id(*OLD))
        if not decided(root):
            assert snapshot(root) == (after if is_new else before)
        prepare(root)
        assert snapshot(root) == (after if is_new else before)
        write(root, NEW)
        assert snapshot(root) == after
    assert seen == {(False, False), (True, True), (True, False)}


def test_json_is_canonical_and_complete(root: Path) -> None:
    for plan in OLD:
        data = (root / "json" / json_file(plan.document.document_id)).read_bytes()
        assert data == to_json(plan)
        assert PlanDocument.model_validate_json(data) == plan
        assert data.endswith(b"}\n")
        assert list(json.loads(data)) == list(PlanDocument.model_fields)


def test_text_is_written_as_it_is_and_not_escaped(tmp_path: Path) -> None:
    plan = converted("Café – £5".encode("latin-1", "replace"), "é.pdf", "file:///%C3%A9.pdf")
    write(tmp_path, (plan,))
    (path,) = (tmp_path / "json").rglob("*.json")
    assert "Café" in path.read_text(encoding="utf-8")


def test_parquet_holds_all_documents_in_order_under_the_schemas(root: Path) -> None:
    write(root, NEW)
    ids = [plan.document.document_id for plan in by_id(*NEW, OLD[1])]
    tables = {table.name.value: pq.read_table(root / "parquet" / f"{table.name.value}.parquet") for table in TABLES}
    assert tables["documents"]["document_id"].to_pylist() == ids
    keys = list(
        zip(tables["records"]["document_id"].to_pylist(), tables["records"]["position"].to_pylist(), strict=True)
    )
    assert keys == sorted(keys)
    assert len(keys) == 4
    for table in TABLES:
        assert tables[table.name.value].schema.equals(arrow_schema(table), check_metadata=False)
        assert (
            pq.read_schema(root / "parquet" / f"{table.name.value}.parquet").metadata[b"schema_version"]
            == SCHEMA_VERSION.encode()
        )


def test_row_groups_are_bounded_and_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planledger.parquet.ROW_GROUP", 3)
    plans = tuple(converted(b"\n".join(b"Act %d" % n for n in range(size)), "p", "u") for size in range(1, 6))
    write(tmp_path, plans)
    file = pq.ParquetFile(tmp_path / "parquet/records.parquet")
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [3, 3, 3, 3, 3]
    wanted = [record.action for plan in by_id(*plans) for record in plan.records]
    assert file.read()["action"].to_pylist() == wanted


def test_the_manifest_describes_the_files(root: Path) -> None:
    package = json.loads((root / MANIFEST).read_text())
    assert [resource["name"] for resource in package["resources"]] == [table.name.value for table in TABLES]
    for resource, table in zip(package["resources"], TABLES, strict=True):
        data = (root / resource["path"]).read_bytes()
        rows = pq.read_metadata(root / resource["path"]).num_rows
        said = {"path": resource["path"], "bytes": len(data), "hash": resource["hash"], "rows": rows}
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"
        assert resource["files"] == [said]
        assert [field["name"] for field in resource["schema"]["fields"]] == arrow_schema(table).names
    lines = (
        f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted((root / "json").rglob("*.json"))
    )
    assert package["json"] == {
        "path": "json",
        "files": 2,
        "hash": f"sha256:{sha256(''.join(lines).encode()).hexdigest()}",
    }


def test_writing_the_same_again_touches_nothing(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    write(root, OLD)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()} == before


def test_only_what_changed_is_touched(root: Path) -> None:
    untouched = root / "json" / json_file(OLD[1].document.document_id)
    inode = untouched.stat().st_ino
    residue = (root / "parquet/residue.parquet").stat().st_ino
    write(root, NEW)
    assert untouched.stat().st_ino == inode
    assert (root / "parquet/residue.parquet").stat().st_ino == residue


def test_adding_changing_and_removing_come_to_the_bytes_of_a_fresh_dataset(root: Path, tmp_path: Path) -> None:
    (tmp_path / "fresh").mkdir()
    write(tmp_path / "fresh", (*NEW, OLD[1]))
    write(root, NEW)
    assert snapshot(root) == snapshot(tmp_path / "fresh")
    prepare(root)
    publish(root, drop=[NEW[1].document.document_id, OLD[1].document.document_id])
    write(tmp_path / "one", NEW[:1])
    assert snapshot(root) == snapshot(tmp_path / "one")


@pytest.mark.parametrize("documents", [1, 2])
def test_rows_made_by_workers_are_the_rows_made_here(
    documents: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planledger.pieces.DOCUMENTS", documents)
    plans = tuple(converted(b"\n".join(b"Act %d" % n for n in range(size)), "p", "u") for size in range(1, 6))
    write(tmp_path / "here", plans)
    prepare(tmp_path / "there")
    for plan in plans:
        stage(tmp_path / "there", plan)
    with Pool(Limits(), 2) as pool:
        publish(tmp_path / "there", pool=pool)
    clear(tmp_path / "there")
    assert snapshot(tmp_path / "there") == snapshot(tmp_path / "here")


def test_rows_that_a_worker_cannot_make_are_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planledger.pieces.DOCUMENTS", 1)
    write(tmp_path / "here", OLD)
    prepare(tmp_path / "there")
    for plan in OLD:
        stage(tmp_path / "there", plan)
    with Pool(Limits(seconds=0.001), 2) as pool:
        publish(tmp_path / "there", pool=pool)
    clear(tmp_path / "there")
    assert snapshot(tmp_path / "there") == snapshot(tmp_path / "here")


def test_the_order_of_the_documents_does_not_matter(tmp_path: Path, root: Path) -> None:
    write(tmp_path / "other", OLD[::-1])
    assert snapshot(tmp_path / "other") == snapshot(root)


def test_a_damaged_table_is_made_again(root: Path) -> None:
    whole = snapshot(root)
    (root / "parquet/records.parquet").write_bytes(b"rubbish")
    write(root, ())
    assert snapshot(root) == whole


def test_an_empty_dataset_is_a_dataset(tmp_path: Path) -> None:
    write(tmp_path, ())
    assert list(read_documents(tmp_path)) == []
    assert pq.read_table(tmp_path / "parquet/owners.parquet").num_rows == 0


def test_a_folder_with_another_package_is_refused(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"name": "rainfall"}')
    with pytest.raises(UsageError, match="not a Planledger dataset"):
        prepare(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [MANIFEST]


@pytest.mark.parametrize("text", ["not json", "[]", "{}"])
def test_a_package_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(UsageError, match="not a Planledger dataset"):
        prepare(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [("{", "JSON"), ('{"schema_version": "9.0"}', r"schema 9\.0"), ("{}", "document")],
)
def test_a_stranger_in_json_is_named_and_the_dataset_stays(root: Path, text: str, said: str) -> None:
    whole = snapshot(root)
    (root / "parquet/records.parquet").unlink()  # so that the tables have to be made again from all files
    (root / "json/st").mkdir()
    (root / "json/st/stranger.json").write_text(text)
    with pytest.raises(DatasetError, match=said) as caught:
        write(root, NEW)
    assert "stranger.json" in str(caught.value)
    assert "\n" not in str(caught.value)
    (root / "json/st/stranger.json").unlink()
    del whole["parquet/records.parquet"]
    assert snapshot(root) == whole


def test_a_full_disk_is_said_and_the_dataset_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = snapshot(root)

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing, "_write", full)
    with pytest.raises(DatasetError, match="No space left on device"):
        write(root, NEW)
    assert snapshot(root) == whole
