"""What a run reads again and what it leaves, what it tells of sources, and what is kept when it is broken off."""

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from models import PlanDocument, Status
from planledger.batch import Batch, convert_sources, opened
from planledger.dataset import read_documents
from planledger.due import Wanted
from planledger.errors import UsageError
from planledger.layout import STATE
from planledger.limits import Limits
from planledger.lock import sole_writer
from planledger.options import Options
from planledger.outcome import Outcome
from planledger.publish import prepare
from planledger.summary import Summary, summary_of
from tests.planledger.stand_in import stand_in_job
from tests.planledger.test_determinism import files


class Notes:
    """Writes down what a run does; breaks it off after some documents if asked."""

    def __init__(self, stop_after: int = -1) -> None:
        self.read: list[str] = []
        self.expected = 0
        self._left = stop_after

    def found(self) -> None:
        pass

    def begins(self, documents: int) -> None:
        self.expected = documents

    def done(self, outcome: Outcome, seconds: float) -> None:  # noqa: ARG002
        self.read.append(outcome.name)
        self._left -= 1
        if self._left == 0:
            raise KeyboardInterrupt


class Archive:
    """A folder of files and the dataset made of it."""

    def __init__(self, folder: Path) -> None:
        self.plans, self.out = folder / "plans", folder / "out"
        self.plans.mkdir()
        self.summary: Summary | None = None

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            (self.plans / f"{name}.pdf").write_text(text)

    def run(self, wanted: Wanted | None = None, stop_after: int = -1, workers: int = 2) -> list[str]:
        """Converts the folder; returns the names of the documents that were read, sorted."""
        notes = Notes(stop_after)
        with opened(self.out) as index:
            convert_sources([self.plans], Batch(self.out, wanted or Wanted(), workers, stand_in_job), index, notes)
            self.summary = summary_of(index.outcomes(), index.slowest(3))
        assert len(notes.read) == notes.expected
        return sorted(notes.read)

    def broken_off(self, after: int) -> None:
        with pytest.raises(KeyboardInterrupt):
            self.run(stop_after=after)

    def bytes(self) -> dict[str, bytes]:
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in files(self.out)}

    def documents(self) -> dict[str, PlanDocument]:
        return {plan.document.source_name: plan for plan in read_documents(self.out)}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path)
    made.write(a="Plant trees", b="Mend roofs", c="Sweep streets", bad="bomb")
    return made


@pytest.fixture
def converted(archive: Archive) -> Archive:
    assert archive.run() == ["a.pdf", "b.pdf", "bad.pdf", "c.pdf"]
    return archive


def test_nothing_changed_nothing_is_read_or_touched(converted: Archive) -> None:
    before = {path: path.stat().st_mtime_ns for path in files(converted.out)}
    assert converted.run() == []
    assert {path: path.stat().st_mtime_ns for path in files(converted.out)} == before
    assert converted.summary is not None
    assert (converted.summary.sources, converted.summary.read) == (4, 3)


def test_bytes_that_changed_are_read(converted: Archive) -> None:
    converted.write(a="Plant hedges")
    assert converted.run() == ["a.pdf"]


def test_options_that_changed_have_all_read(converted: Archive) -> None:
    assert len(converted.run(Wanted(Options("pdfplumber")))) == 4
    assert converted.documents()["a.pdf"].document.warnings == ("read by pdfplumber",)


def test_a_new_reading_version_has_all_read(converted: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planledger.due.READER_VERSION", "next")
    assert len(converted.run()) == 4


def test_a_document_that_failed_is_read_again_only_on_demand(converted: Archive) -> None:
    assert converted.run(Wanted(retry=frozenset({Status.DAMAGED}))) == []
    assert converted.run(Wanted(retry=frozenset({Status.UNREADABLE}))) == ["bad.pdf"]


def test_a_limit_that_changed_is_tried_on_those_that_hit_it(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.write(a="Plant trees", slow="hang", big="hog", dead="segfault", out="exit")
    short = Wanted(limits=Limits(seconds=1, memory=256))
    assert len(archive.run(short)) == 5
    statuses = {name: plan.document.status for name, plan in archive.documents().items()}
    assert statuses == {
        "a.pdf": "converted",
        "slow.pdf": "timed_out",
        "big.pdf": "out_of_memory",
        "dead.pdf": "crashed",
        "out.pdf": "crashed",
    }
    assert archive.run(short) == []
    assert archive.run(Wanted(limits=Limits(seconds=1.5, memory=256))) == ["slow.pdf"]
    assert archive.run(Wanted(limits=Limits(seconds=1.5, memory=300))) == ["big.pdf"]


def test_two_files_with_the_same_bytes_are_one_document_with_two_sources(converted: Archive) -> None:
    (converted.plans / "deep").mkdir()
    (converted.plans / "deep/a.pdf").write_text("Plant trees")
    assert converted.run() == []
    (document,) = (p.document for p in read_documents(converted.out) if p.document.source_name == "a.pdf")
    assert document.source_uri == (converted.plans / "a.pdf").as_uri()
    assert document.also_at == ((converted.plans / "deep/a.pdf").as_uri(),)
    assert pq.read_table(converted.out / "parquet/documents.parquet")["also_at"].to_pylist().count([]) == 3
    assert converted.summary is not None
    assert converted.summary.statuses["duplicate"] == 1
    (converted.plans / "deep/a.pdf").unlink()
    assert converted.run() == []
    assert converted.documents()["a.pdf"].document.also_at == ()


def test_two_files_with_the_same_name_are_two_documents(converted: Archive) -> None:
    (converted.plans / "deep").mkdir()
    (converted.plans / "deep/a.pdf").write_text("Plant hedges")
    assert converted.run() == ["a.pdf"]
    assert [p.document.source_name for p in read_documents(converted.out)].count("a.pdf") == 2


def test_a_document_whose_source_has_gone_is_kept_and_marked(converted: Archive) -> None:
    whole = converted.bytes()
    (converted.plans / "a.pdf").rename(converted.plans.parent / "a.pdf")
    assert converted.run() == []
    plans = converted.documents()
    assert {name for name, plan in plans.items() if plan.document.source_gone} == {"a.pdf"}
    assert plans["a.pdf"].records
    (converted.plans.parent / "a.pdf").rename(converted.plans / "a.pdf")
    assert converted.run() == []
    assert converted.bytes() == whole


def test_prune_drops_what_has_gone(converted: Archive) -> None:
    (converted.plans / "a.pdf").unlink()
    assert converted.run(Wanted(prune=True)) == []
    assert set(converted.documents()) == {"b.pdf", "c.pdf", "bad.pdf"}
    assert pq.read_table(converted.out / "parquet/documents.parquet").num_rows == 3
    assert len(list((converted.out / "json").rglob("*.json"))) == 3


def test_a_run_speaks_only_of_the_folders_that_it_was_given(converted: Archive, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "d.pdf").write_text("Paint doors")
    (converted.plans / "a.pdf").unlink()
    converted.plans = other
    assert converted.run(Wanted(prune=True)) == ["d.pdf"]
    assert set(converted.documents()) == {"a.pdf", "b.pdf", "c.pdf", "bad.pdf", "d.pdf"}
    assert not any(plan.document.source_gone for plan in converted.documents().values())


@pytest.mark.parametrize("after", [1, 2, 4])
def test_what_a_run_that_was_broken_off_has_read_is_kept(archive: Archive, tmp_path: Path, after: int) -> None:
    archive.broken_off(after)
    assert not (archive.out / "datapackage.json").exists()
    assert len(archive.run()) <= 4 - after
    straight = tmp_path / "straight"
    straight.mkdir()
    undisturbed = Archive(straight)
    undisturbed.plans, undisturbed.out = archive.plans, straight / "out"
    undisturbed.run(workers=1)
    assert archive.bytes() == undisturbed.bytes()


def test_a_broken_off_run_leaves_the_dataset_as_it_was(converted: Archive) -> None:
    whole = converted.bytes()
    converted.write(a="Plant hedges", d="Paint doors")
    converted.broken_off(1)
    assert {name: data for name, data in converted.bytes().items() if not name.startswith(".")} == whole
    assert len(converted.documents()) == 4


@pytest.mark.parametrize("loss", ["index.sqlite", ""])
def test_without_its_memory_a_dataset_comes_out_the_same(converted: Archive, loss: str) -> None:
    whole = converted.bytes()
    (converted.plans / "c.pdf").unlink()
    for path in sorted((converted.out / STATE).iterdir()):
        if path.name.startswith(loss):
            path.unlink()
    assert len(converted.run(Wanted(prune=True))) == 3
    assert set(converted.documents()) == {"a.pdf", "b.pdf", "bad.pdf"}
    converted.write(c="Sweep streets")
    converted.run()
    assert converted.bytes() == whole


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_file_that_was_harmed_is_made_again(converted: Archive, harm: Callable[[Path], object]) -> None:
    whole = converted.bytes()
    (path,) = (p for p in (converted.out / "json").rglob("*.json") if "Plant trees" in p.read_text())
    harm(path)
    assert converted.run() == ["a.pdf"]
    assert converted.bytes() == whole


def test_one_run_at_a_time(converted: Archive) -> None:
    with sole_writer(converted.out), pytest.raises(UsageError, match="another run"):
        converted.run()
    assert converted.run() == []


def test_neither_order_nor_workers_change_a_byte(tmp_path: Path) -> None:
    made = []
    for number, workers in enumerate((1, 3)):
        folder = tmp_path / str(number)
        folder.mkdir()
        archive = Archive(folder)
        archive.plans = tmp_path / "shared"
        archive.plans.mkdir(exist_ok=True)
        archive.write(**{f"p{n}": f"Act {n}\nAnd {n % 7}" for n in range(60)})
        archive.run(workers=workers)
        made.append(archive.bytes())
    assert made[0] == made[1]


def test_a_large_dataset_is_split_and_only_touched_shards_are_written(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planledger.layout.LEAPS", ((10, 0), (100, 1)))
    archive.run()
    assert (archive.out / "parquet/records.parquet").exists()
    archive.write(**{f"p{n}": f"Act {n}" for n in range(60)})
    archive.run()
    names = sorted(path.name for path in (archive.out / "parquet").glob("records*"))
    assert names == [f"records-{digit:x}.parquet" for digit in range(16)]
    rows = [row for name in names for row in pq.read_table(archive.out / "parquet" / name).to_pylist()]
    wanted = [record.action for plan in read_documents(archive.out) for record in plan.records]
    assert [row["action"] for row in rows] == wanted
    package = json.loads((archive.out / "datapackage.json").read_text())
    (records,) = (resource for resource in package["resources"] if resource["name"] == "records")
    assert [f"parquet/{name}" for name in names] == records["path"] == [file["path"] for file in records["files"]]
    assert len(rows) == sum(file["rows"] for file in records["files"])
    inodes = {name: (archive.out / "parquet" / name).stat().st_ino for name in names}
    before = set(archive.out.glob("json/*/*"))
    archive.write(one_more="Paint doors")
    archive.run()
    (new,) = {path.stem for path in set(archive.out.glob("json/*/*")) - before}
    touched = {name for name in names if (archive.out / "parquet" / name).stat().st_ino != inodes[name]}
    assert touched == {f"records-{new[0]}.parquet"}


def test_a_killed_run_that_had_decided_is_finished_by_the_next(
    converted: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    converted.write(d="Paint doors")
    (converted.plans / "a.pdf").unlink()

    def killed(root: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as during:
        during.setattr("planledger.publish._move_staged", killed)
        with pytest.raises(KeyboardInterrupt):
            converted.run(Wanted(prune=True))
    assert set(converted.documents()) == {"b.pdf", "c.pdf", "bad.pdf", "d.pdf"}
    prepare(converted.out)
    assert set(converted.documents()) == {"b.pdf", "c.pdf", "bad.pdf", "d.pdf"}
    assert converted.run(Wanted(prune=True)) == []
