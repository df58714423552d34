"""Jobs to their ends on a Dask cluster: what planledger.cage.pool does on one machine, on many.

References travel, not bytes: a job says where its document is read and where its result is left; what comes back is
the receipt. On each machine a job runs in a cage as it does here, so that a document can hurt neither its worker nor
Dask's.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, TypeVar
from uuid import uuid4

from distributed import Client, Future, KilledWorker, WorkerPlugin, as_completed, get_worker

from models import Status
from planledger.cage.pool import End, Pool
from planledger.errors import CommandError, UsageError
from planledger.limits import Limits
from planledger.version import PROGRAM_VERSION, READER_VERSION

VERSIONS = (PROGRAM_VERSION, READER_VERSION)
"""What every machine must have: what one reads must not depend on which it was."""

PATIENCE = 30.0
"""Seconds in which a scheduler has to answer, and a first worker to be there."""

IN_FLIGHT = 2
"""Jobs that each thread of the cluster has at a time: one that it does, one that waits for it."""

Job = TypeVar("Job")
Answer = TypeVar("Answer")


class ClusterError(CommandError):
    """The cluster cannot go on with the run; what was read is kept."""


class Unfit(Exception):
    """A worker has another version of Planledger."""


class Cages(WorkerPlugin):
    """The cages on one of the cluster's workers: a pool of one for each of its threads that has something to do."""

    def __init__(self, limits: Limits) -> None:
        self.name = f"planledger-{uuid4().hex}"
        self._limits = limits
        self._free: SimpleQueue[Pool] | None = None

    def setup(self, worker: object) -> None:  # noqa: ARG002
        """There are none yet."""
        self._free = SimpleQueue()

    def teardown(self, worker: object) -> None:  # noqa: ARG002
        """Ends those that are there."""
        assert self._free is not None
        with suppress(Empty):
            while True:
                self._free.get_nowait().close()

    def end_of(self, work: Callable[[Job], Answer], job: Job) -> End[Job, Answer]:
        """Does one job in a cage."""
        assert self._free is not None
        try:
            pool = self._free.get_nowait()
        except Empty:
            pool = Pool(self._limits, 1)
        try:
            (end,) = pool.run(work, [job])
        finally:
            self._free.put(pool)
        return end


def in_cage(cages: str, versions: tuple[str, str], work: Callable[[Job], Answer], job: Job) -> End[Job, Answer]:
    """What a worker of the cluster does with a job. Raises Unfit where it has another version than asked for."""
    if versions != VERSIONS:
        raise Unfit(f"has Planledger {' / '.join(VERSIONS)}, not {' / '.join(versions)}")
    plugin = get_worker().plugins[cages]
    assert isinstance(plugin, Cages)
    return plugin.end_of(work, job)


class Cluster:
    """The workers of a Dask cluster, for one run. Raises UsageError where there is no scheduler or no worker."""

    def __init__(self, scheduler: str, limits: Limits) -> None:
        self._scheduler = scheduler
        self._client: Any
        try:
            self._client = Client(scheduler, timeout=PATIENCE, set_as_default=False, name="planledger")
        except (OSError, ValueError, TypeError) as error:
            reason = f"{scheduler}: no Dask scheduler answers there; start one with: dask scheduler"
            raise UsageError(reason) from error
        self._cages = Cages(limits)
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
            self._client.register_plugin(self._cages)
        except Exception as error:
            self.close()
            if isinstance(error, TimeoutError):
                reason = f"{scheduler}: no worker has joined it; start some with: dask worker {scheduler}"
                raise UsageError(reason) from error
            raise

    def __enter__(self) -> "Cluster":
        """The cluster itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Lets go of it."""
        self.close()

    def run(self, work: Callable[[Job], Answer], jobs: Iterable[Job]) -> Generator[End[Job, Answer], None, None]:
        """The ends of the jobs, in the order in which they come. Jobs are taken from `jobs` as the cluster gets free.

        A worker that dies costs a second try of the jobs it had. Raises ClusterError where workers have another version
        of Planledger or none.
        """
        waiting = iter(jobs)
        given: dict[str, Job] = {}
        done: Any = as_completed(loop=self._client.loop)
        try:
            while True:
                self._fill(work, waiting, given, done)
                if not given:
                    return
                future = next(done)
                yield self._end(future, given.pop(future.key))
        except BaseException:  # what is under way now is of no use to anybody
            self._client.cancel([Future(key, client=self._client) for key in given], force=True)
            raise

    def _fill(
        self, work: Callable[[Job], Answer], waiting: Iterator[Job], given: dict[str, Job], done: as_completed
    ) -> None:
        room = max(1, sum(self._client.nthreads().values())) * IN_FLIGHT
        while len(given) < room:
            job = next(waiting, None)
            if job is None:
                return
            key = f"planledger-{uuid4().hex}"
            future = self._client.submit(in_cage, self._cages.name, VERSIONS, work, job, key=key, pure=False)
            given[key] = job
            done.add(future)

    def _end(self, future: Any, job: Job) -> End[Job, Any]:
        error = future.exception()
        if error is None:
            end: End[Job, Any] = future.result()
            return end
        if isinstance(error, KilledWorker):
            reason = f"each of {error.allowed_failures + 1} machines that tried it was lost meanwhile"
            return End(job, 0.0, None, Status.CRASHED, reason)
        where = f"{self._scheduler}: a worker"
        if isinstance(error, Unfit):
            raise ClusterError(f"{where} {error}; install the same everywhere")
        if isinstance(error, ImportError):
            raise ClusterError(f"{where} cannot load Planledger ({error}); install planledger[dask] there")
        raise ClusterError(f"{where} failed: {type(error).__name__}: {error}")

    def close(self) -> None:
        """Ends the cages, and lets go of the cluster."""
        with suppress(Exception):  # it may be gone
            self._client.unregister_worker_plugin(self._cages.name)
        with suppress(Exception):
            self._client.close(timeout=5)
