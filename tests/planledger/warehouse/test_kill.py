"""A load that is killed leaves the old state or the new, whole; the next one comes to the new."""

import multiprocessing
import random
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from planledger.dataset import read_documents
from planledger.errors import InterruptedRunError
from planledger.warehouse.folder import folder_of_a_load
from planledger.warehouse.store import Store
from tests.support.warehouses import DEATHS, State, held, load, load_and_die, republish, tables_of, told

KILLS = 20
PRELOADED = [
    "tests.support.warehouses",
    "planledger.warehouse.load",
    "planledger.warehouse.failure",
    "dlt.destinations",
]


@pytest.fixture(scope="module")
def warm() -> ForkServerContext:
    """Starts processes that need not import dlt first."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


@pytest.fixture(scope="module")
def states(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, State]]:
    """Two states of a dataset: in the second some documents are shorter, one is gone, and one has come."""
    first, second = (tmp_path_factory.mktemp("states") / name for name in ("first", "second"))
    plans = list(read_documents(samples))
    for root in (first, second):
        shutil.copytree(samples, root)
    republish(first, [], drop=[plans[0].document.document_id])
    shorter = [plan.model_copy(update={"records": plan.records[:5]}) for plan in plans[1:4]]
    republish(second, shorter, drop=[plans[-1].document.document_id])
    return [(root, told(root)) for root in (first, second)]


@contextmanager
def started(process: BaseProcess) -> Iterator[BaseProcess]:
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()


def seconds_of_a_load(warm: ForkServerContext, root: Path, to: str) -> float:
    begin = time.monotonic()
    with started(warm.Process(target=load, args=(root, to))) as process:
        process.join()
    assert process.exitcode == 0
    return time.monotonic() - begin


def test_killed_at_random_moments(states: list[tuple[Path, State]], to: str, warm: ForkServerContext) -> None:
    chance = random.Random(6)
    for number in (0, 1):  # the first of all processes takes longer
        seconds_of_a_load(warm, states[number][0], to)
    lasting = min(seconds_of_a_load(warm, states[number][0], to) for number in (0, 1, 0))
    killed = 0
    for kill in range(KILLS):
        (_, old), (root, new) = states if kill % 2 == 0 else states[::-1]
        with started(warm.Process(target=load, args=(root, to))) as process:
            # A kill in each twentieth of the time that a load takes, at a random moment of it.
            process.join(lasting * (kill + chance.random()) / KILLS)
            process.kill()
            process.join()
            killed += process.exitcode != 0
        found = held(to)
        assert found in (old, new), f"a mixture after kill {kill}"
        load(root, to)
        assert held(to) == new
        assert not tables_of(to, "planledger_incoming")
    assert killed >= KILLS / 4


@pytest.mark.parametrize("death", DEATHS)
def test_killed_at_the_worst_moments(
    states: list[tuple[Path, State]], to: str, warm: ForkServerContext, death: str
) -> None:
    (first, old), (second, new) = states
    for root, before, after in ((first, {table: [] for table in old}, old), (second, old, new)):
        with started(warm.Process(target=load_and_die, args=(root, to, death))) as process:
            process.join()
        assert process.exitcode == -9
        assert held(to) == (after if "committed, what" in death else before)
        load(root, to)
        assert held(to) == after
        assert not tables_of(to, "planledger_incoming")


def test_what_a_killed_load_left_among_temporary_files_goes_with_the_next(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    to, context = str(tmp_path / "plans.duckdb"), multiprocessing.get_context("fork")
    with started(context.Process(target=load_and_die, args=(samples, to, next(iter(DEATHS))))) as process:
        process.join()
    assert len([*tmp_path.glob("planledger-load-*")]) == 1
    with folder_of_a_load() as mine:
        assert [*tmp_path.glob("planledger-load-*")] == [mine]
        load(samples, to)
        assert [*tmp_path.glob("planledger-load-*")] == [mine]
    assert [path.name for path in tmp_path.iterdir()] == ["plans.duckdb"]


@pytest.mark.parametrize("where", ["the rows", "the transaction"])
def test_an_interruption_is_told_as_one(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    name = "documents" if where == "the rows" else "take_in"
    monkeypatch.setattr(Store, name, stopped)
    with pytest.raises(InterruptedRunError, match=r"interrupted; .* is as it was before"):
        load(samples, str(tmp_path / "plans.duckdb"))
    assert not tables_of(str(tmp_path / "plans.duckdb"))
