"""A Dask cluster does what the pool of one machine does; what dies there costs a second try of its jobs."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from models import Status
from planledger import cluster as clustering
from planledger.cage.pool import End
from planledger.cluster import Cluster, ClusterError
from planledger.errors import UsageError
from planledger.limits import Limits
from tests.planledger.cage_work import do
from tests.planledger.test_cage import descendants
from tests.support.clusters import Running, dask_cluster

SHORT = Limits(seconds=1, memory=256)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with dask_cluster(tmp_path, 2) as running:
        yield running


def ends(running: Running, *jobs: str) -> dict[str, End[str, str]]:
    with Cluster(running.address, SHORT) as cluster:
        return {end.job: end for end in cluster.run(do, jobs)}


def test_a_job_costs_itself_only_and_a_worker_that_dies_the_time_of_its_jobs(running: Running) -> None:
    found = {}
    jobs = ["hang", "hog", f"signal {signal.SIGSEGV:d}", *(f"job{number}" for number in range(100))]
    with Cluster(running.address, SHORT) as cluster:
        for end in cluster.run(do, jobs):
            found[end.job] = end
            if len(found) == 30:
                os.kill(running.workers[0].pid, signal.SIGKILL)
    assert found.keys() == set(jobs)
    assert {job: end.status for job, end in found.items() if end.status} == {
        "hang": Status.TIMED_OUT,
        "hog": Status.OUT_OF_MEMORY,
        f"signal {signal.SIGSEGV:d}": Status.CRASHED,
    }


def test_cages_end_with_the_run(running: Running) -> None:
    assert len(ends(running, "a", "b", "c")) == 3
    assert not any(descendants(worker.pid) for worker in running.workers)


def test_jobs_are_taken_as_the_cluster_gets_free(running: Running) -> None:
    taken = []

    def jobs() -> Iterator[str]:
        for number in range(50):
            taken.append(number)
            yield f"job{number}"

    with Cluster(running.address, SHORT) as cluster, closing(cluster.run(do, jobs())) as answers:
        next(answers)
        assert len(taken) <= 2 * clustering.IN_FLIGHT + 1


def test_workers_of_another_version_are_refused(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clustering, "VERSIONS", ("9.9", "9"))
    with pytest.raises(ClusterError, match=r"a worker has Planledger .*, not 9\.9 / 9; install the same everywhere"):
        ends(running, "a")


def test_no_scheduler_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clustering, "PATIENCE", 0.5)
    with pytest.raises(UsageError, match="no Dask scheduler answers there"):
        Cluster("tcp://127.0.0.1:9", SHORT)


def test_no_worker_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with dask_cluster(tmp_path, 0) as running:
        monkeypatch.setattr(clustering, "PATIENCE", 0.5)
        with pytest.raises(UsageError, match=f"no worker has joined it; .*dask worker {running.address}"):
            Cluster(running.address, SHORT)
