"""A dataset in an object store: the same as one in a folder, and at every moment the old one or the new one."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import fsspec
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

from models import SCHEMA_VERSION
from planledger.bucket import Bucket
from planledger.cage.pool import End
from planledger.cli import app
from planledger.dataset import MANIFEST
from planledger.errors import Exit, UsageError
from planledger.limits import Limits
from planledger.mirror import folder_of, readable
from tests.support.documents import SAMPLES
from tests.support.stores import s3_server


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    with pytest.MonkeyPatch.context() as monkeypatch, s3_server(monkeypatch) as url:
        yield url


class Uncaged:
    """Does a run's work in this process: how documents are read is not what is tried here."""

    def __init__(self, limits: Limits, workers: int) -> None: ...

    def __enter__(self) -> "Uncaged":
        return self

    def __exit__(self, *_: object) -> None: ...

    def run(self, work: Callable[[Any], Any], jobs: Iterable[Any]) -> Iterator[End[Any, Any]]:
        for job in jobs:
            yield End(job, 0.0, work(job))


@pytest.fixture(autouse=True)
def _uncaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planledger.batch.Pool", Uncaged)


@pytest.fixture
def url(s3: str, tmp_path: Path) -> str:
    return f"{s3}/{tmp_path.name}/commitments"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for path in SAMPLES[:2]:
        shutil.copy(path, folder)
    return folder


def planledger(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def convert(plans: Path, out: object, work: Path, *more: str) -> Result:
    done = planledger("convert", plans, "--out", out, "--work", work, "--workers", 1, "--quiet", *more)
    assert done.exit_code == Exit.ALL_CONVERTED, done.output
    return done


def in_store(url: str) -> dict[str, bytes]:
    store, path = fsspec.core.url_to_fs(url, use_listings_cache=False)
    return {name[len(path) + 1 :]: store.cat_file(name) for name in store.find(path)} if store.exists(path) else {}


def in_folder(root: Path) -> dict[str, bytes]:
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith(".")}


def test_it_holds_what_a_folder_holds(url: str, plans: Path, tmp_path: Path) -> None:
    convert(plans, url, tmp_path / "work")
    convert(plans, tmp_path / "local", tmp_path / "work")
    assert in_store(url) == in_folder(tmp_path / "local")


def test_a_second_run_reads_and_sends_nothing(
    url: str, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    convert(plans, url, tmp_path / "work")
    monkeypatch.setattr(Bucket, "upload", lambda *_: pytest.fail("something was sent"))
    said = planledger("convert", plans, "--out", url, "--work", tmp_path / "work", "--log-json")
    assert '"event": "converting", "documents": 0' in said.output


def test_only_what_changed_is_sent(url: str, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    convert(plans, url, tmp_path / "work")
    sent: list[str] = []
    upload = Bucket.upload

    def noted(bucket: Bucket, root: Path, names: Iterator[str], removed: Iterator[str]) -> None:
        sent.extend(names)
        upload(bucket, root, sent, removed)

    monkeypatch.setattr(Bucket, "upload", noted)
    shutil.copy(SAMPLES[2], plans)
    convert(plans, url, tmp_path / "work")
    assert len([name for name in sent if name.startswith("json/")]) == 1
    assert len([name for name in in_store(url) if name.startswith("json/")]) == 3


def test_what_is_pruned_leaves_the_store(url: str, plans: Path, tmp_path: Path) -> None:
    convert(plans, url, tmp_path / "work")
    (plans / SAMPLES[0].name).unlink()
    convert(plans, url, tmp_path / "work", "--prune")
    convert(plans, tmp_path / "local", tmp_path / "work")
    assert in_store(url) == in_folder(tmp_path / "local")


@pytest.mark.parametrize("lost", ["everything", "the index"])
def test_another_machine_goes_on_from_what_the_store_holds(lost: str, url: str, plans: Path, tmp_path: Path) -> None:
    convert(plans, url, tmp_path / "work")
    shutil.rmtree(tmp_path / "work" if lost == "everything" else folder_of(url, tmp_path / "work") / ".state")
    (plans / SAMPLES[0].name).unlink()
    shutil.copy(SAMPLES[2], plans)
    convert(plans, url, tmp_path / "work", "--prune")
    convert(plans, tmp_path / "local", tmp_path / "work")
    assert in_store(url) == in_folder(tmp_path / "local")


def test_what_another_machine_has_changed_meanwhile_is_taken_up(url: str, plans: Path, tmp_path: Path) -> None:
    convert(plans, url, tmp_path / "mine")
    shutil.copy(SAMPLES[2], plans)
    convert(plans, url, tmp_path / "theirs")
    shutil.copy(SAMPLES[3], plans)
    convert(plans, url, tmp_path / "mine")
    convert(plans, tmp_path / "local", tmp_path / "work")
    assert in_store(url) == in_folder(tmp_path / "local")


def test_killed_at_any_step_it_is_the_old_dataset_or_the_new(
    url: str, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    convert(plans, url, tmp_path / "work")
    before = in_store(url)
    shutil.copy(SAMPLES[2], plans)
    (plans / SAMPLES[0].name).unlink()
    convert(plans, f"{url}-after", tmp_path / "after")
    after = in_store(f"{url}-after")
    assert before != after
    seen = set()
    for number in count(1):
        place = f"{url}-{number}"
        for name, data in before.items():
            fsspec.filesystem("s3").pipe_file(f"{place}/{name}", data)
        with killed_at(number, monkeypatch) as over:
            planledger("convert", plans, "--out", place, "--work", tmp_path / "work", "--prune", "--quiet")
        seen_by_reader = in_folder(readable(place, tmp_path / f"reader{number}"))
        assert seen_by_reader in (before, after)
        seen.add(seen_by_reader == after)
        convert(plans, place, tmp_path / "work", "--prune")
        assert in_store(place) == after
        if over():
            break
    assert seen == {False, True}


class Killing:
    """Ends the process just before its nth change of the store; a store's methods are made for each object anew."""

    CHANGES = ("put", "put_file", "pipe_file", "copy", "rm_file", "rm")

    def __init__(self, store: Any, number: int) -> None:
        self._store = store
        self.left = number

    def __getattr__(self, name: str) -> Any:
        if name in self.CHANGES:
            self.left -= 1
            if self.left == 0:
                raise Killed
        return getattr(self._store, name)


@contextmanager
def killed_at(number: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], bool]]:
    """Yields what says whether there were fewer changes than that."""
    killing = Killing(None, number)

    def opened(url: str, **options: Any) -> tuple[Killing, str]:
        killing._store, path = fsspec.core.url_to_fs(url, **options)
        return killing, path

    with monkeypatch.context() as patch, suppress(Killed):
        patch.setattr("planledger.bucket.url_to_fs", opened)
        yield lambda: killing.left > 0


def test_readers_take_its_url(url: str, plans: Path, tmp_path: Path) -> None:
    convert(plans, url, tmp_path / "work")
    said = planledger("status", url, "--work", tmp_path / "reader")
    assert said.exit_code == 0
    assert "converted" in said.output
    said = planledger("verify", url, "--work", tmp_path / "reader")
    assert said.exit_code == Exit.ALL_HELD, said.output
    manifest = in_store(url)[MANIFEST]
    store, path = fsspec.core.url_to_fs(url)
    with store.open(f"{path}/parquet/documents.parquet") as file:
        assert pq.read_table(file).num_rows == 2
    assert b"planledger-dataset" in manifest


def test_what_is_there_already_is_not_overwritten(url: str, plans: Path, tmp_path: Path) -> None:
    fsspec.filesystem("s3").pipe_file(f"{url}/{MANIFEST}", b'{"name": "rainfall"}')
    said = planledger("convert", plans, "--out", url, "--work", tmp_path)
    assert (said.exit_code, said.output) == (
        Exit.USAGE,
        f"planledger: {url}/{MANIFEST}: not a Planledger dataset; choose another --out\n",
    )


@pytest.mark.parametrize("place", ["s3://no-such-bucket/x", "nonsense://x/y", "gs://bucket/x"])
def test_a_place_that_cannot_be_used_is_told_in_one_line(place: str, plans: Path, tmp_path: Path, s3: str) -> None:
    said = planledger("convert", plans, "--out", place, "--work", tmp_path)
    assert said.exit_code in (Exit.USAGE, Exit.SOME_NOT_CONVERTED)
    assert len(said.output.splitlines()) == 1
    assert place in said.output


def test_a_dataset_of_a_newer_minor_version_is_read_again_and_again(url: str, plans: Path, tmp_path: Path) -> None:
    convert(plans, url, tmp_path / "work")
    store = fsspec.filesystem("s3")
    major, minor = SCHEMA_VERSION.split(".")
    newer = f'"schema_version": "{major}.{int(minor) + 1}"'
    manifest = in_store(url)[MANIFEST].decode().replace(f'"schema_version": "{SCHEMA_VERSION}"', newer)
    store.pipe_file(f"{url}/{MANIFEST}", manifest.encode())
    for _ in range(2):
        said = planledger("status", url, "--work", tmp_path / "reader")
        assert said.exit_code == 0, said.output
    said = planledger("convert", plans, "--out", url, "--work", tmp_path / "work")
    assert said.exit_code == Exit.USAGE
    assert "upgrade Planledger" in said.output


def test_a_place_without_a_dataset_is_told(url: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a dataset"):
        readable(url, tmp_path)
