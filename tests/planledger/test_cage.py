"""Whatever a document does to the process that reads it costs that document only."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from models import Status
from planledger.cage import pool as pooling
from planledger.cage.nursery import Nursery
from planledger.cage.pool import End, NoWorkers, Pool
from planledger.limits import Limits
from tests.planledger.cage_work import do

SHORT = Limits(seconds=1, memory=256)


def ends(*jobs: str, workers: int = 2, limits: Limits = SHORT) -> dict[str, End[str, str]]:
    with Pool(limits, workers) as pool:
        return {end.job: end for end in pool.run(do, jobs)}


def descendants(process: int) -> set[int]:
    """The processes below one, from /proc."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, fields = stat.read_text().rsplit(")", 1)
        except OSError:
            continue
        if fields.split()[0] != "Z":
            parents[int(name.split()[0])] = int(fields.split()[1])
    found, before = {process}, 0
    while len(found) > before:
        before = len(found)
        found |= {child for child, parent in parents.items() if parent in found}
    return found - {process}


@pytest.mark.parametrize(
    ("job", "status", "said"),
    [
        ("hang", Status.TIMED_OUT, "within 1 seconds"),
        ("hang_in_c", Status.TIMED_OUT, "within 1 seconds"),
        ("hog", Status.OUT_OF_MEMORY, "256 MiB"),
        (f"signal {signal.SIGSEGV:d}", Status.CRASHED, "SIGSEGV"),
        ("complain", Status.CRASHED, "SIGABRT"),
        ("give_up", Status.OUT_OF_MEMORY, "256 MiB"),
        ("hog_in_c", Status.OUT_OF_MEMORY, "256 MiB"),
        (f"signal {signal.SIGKILL:d}", Status.CRASHED, "killed again and again"),
        ("exit 7", Status.CRASHED, "status 7"),
        ("exit 0", Status.CRASHED, "status 0"),
        ("recurse", Status.CRASHED, "status 1"),
    ],
)
@pytest.mark.parametrize("workers", [1, 2])
def test_it_costs_that_document_only(job: str, status: Status, said: str, workers: int) -> None:
    found = ends("a", job, "b", "c", workers=workers)
    assert set(found) == {"a", job, "b", "c"}
    assert (found[job].status, found[job].answer) == (status, None)
    assert said in (found[job].reason or "")
    for other in "abc":
        assert found[other].status is None
        assert (found[other].answer or "").startswith(f"{other} by ")
    assert descendants(os.getpid()) == set()


def test_workers_are_warm_and_make_room_for_fresh_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pooling, "RECYCLE", 4)
    found = ends(*(f"job{number}" for number in range(10)), workers=1)
    processes = [(end.answer or "").split()[-1] for end in found.values()]
    assert [processes.count(process) for process in dict.fromkeys(processes)] == [4, 4, 2]


def test_a_job_that_finds_its_worker_broken_is_tried_in_a_fresh_one(tmp_path: Path) -> None:
    job = f"fragile {tmp_path / 'broken'}"
    found = ends("a", job, workers=1)
    assert (found[job].answer or "").split()[0] == "fragile"
    assert (found[job].answer or "").split()[-1] != (found["a"].answer or "").split()[-1]


def test_a_worker_killed_by_somebody_is_replaced_and_its_document_read() -> None:
    pool = Pool(SHORT, 2)
    victims = []

    def kill_one() -> None:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and not victims:
            time.sleep(0.02)
            victims.extend(worker.process for worker in [*pool._busy.values(), *pool._idle][:1])
        os.kill(victims[0], signal.SIGKILL)

    killer = threading.Thread(target=kill_one)
    killer.start()
    with pool:
        found = list(pool.run(do, (f"job{number}" for number in range(3000))))
    killer.join()
    assert victims
    assert sorted(end.job for end in found) == sorted(f"job{number}" for number in range(3000))
    assert {end.status for end in found} == {None}


def test_the_process_that_starts_workers_can_be_killed_too() -> None:
    found = []
    with Pool(SHORT, 2) as pool:
        for end in pool.run(do, (f"job{number}" for number in range(200))):
            found.append(end)
            if len(found) == 50 and pool._nursery is not None:
                pool._nursery.process.kill()
    assert len({end.job for end in found if end.status is None}) == 200


@pytest.mark.parametrize("deaths", [1, pooling.STARTS - 1])
def test_a_nursery_killed_while_it_makes_a_worker_is_replaced(deaths: int, monkeypatch: pytest.MonkeyPatch) -> None:
    left = deaths
    fork = Nursery.fork

    def killed_first(nursery: Nursery) -> tuple[int, Connection]:
        nonlocal left
        if left:
            left -= 1
            nursery.process.kill()
        return fork(nursery)

    monkeypatch.setattr(Nursery, "fork", killed_first)
    found = ends("a", "b", "c")
    assert {job: end.status for job, end in found.items()} == {"a": None, "b": None, "c": None}


def test_a_nursery_that_always_ends_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planledger.cage.nursery.START", "raise SystemExit(1)")
    with pytest.raises(NoWorkers, match="no worker can be started"):
        ends("a")


def test_what_happens_to_the_nursery_is_not_laid_to_the_job(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    with Pool(SHORT, 1) as pool:
        kills = pooling.KILLS + 2
        give = Pool._give

        def given(self: Pool, trial: object) -> None:
            nonlocal kills
            give(self, trial)  # type: ignore[arg-type]
            if kills and self._nursery is not None:
                kills -= 1
                self._nursery.process.kill()

        monkeypatch.setattr(Pool, "_give", given)
        found = list(pool.run(do, ["a"]))
    assert [end.status for end in found] == [None]


def test_jobs_are_taken_as_workers_get_free() -> None:
    taken = []

    def jobs() -> Iterator[str]:
        for number in range(20):
            taken.append(number)
            yield f"job{number}"

    with closing(Pool(SHORT, 2).run(do, jobs())) as answers:
        next(answers)
        assert len(taken) <= 4
    assert descendants(os.getpid()) == set()


def test_what_a_document_prints_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    assert ends("print")["print"].status is None
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a worker's own alarm ends it, later")
def test_workers_end_with_a_killed_parent() -> None:
    program = (
        "from planledger.cage.pool import Pool\nfrom planledger.limits import Limits\n"
        "from tests.planledger.cage_work import do\n"
        "print('on', flush=True)\nlist(Pool(Limits(), 2).run(do, ['hang', 'hang_in_c']))"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    below: set[int] = set()
    deadline = time.monotonic() + 20
    while len(below) < 3 and time.monotonic() < deadline:
        time.sleep(0.1)
        below = descendants(parent.pid)
    assert len(below) == 3
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and any(_lives(process) for process in below):
        time.sleep(0.05)
    assert not any(_lives(process) for process in below)


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
