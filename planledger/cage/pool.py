"""Jobs to their ends, each in a caged process: what the work answered, or why it could not."""

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from models import Status
from planledger.cage.nursery import Death, Nursery
from planledger.cage.worker import Exhausted
from planledger.errors import CommandError, Exit
from planledger.limits import Limits

RECYCLE = 200
"""Documents after which a worker makes room for a fresh one: what leaks, leaks no further."""

KILLS = 5
"""So many times a job's worker is killed by somebody else before the job is given up."""

LOSSES = 20
"""So many times it ends with the nursery, which no job can reach, before the job is given up all the same."""

STARTS = 5
"""So many times in a row a nursery is started that ends at once, before the pool gives up."""

Job = TypeVar("Job")
Answer = TypeVar("Answer")


class NoWorkers(CommandError):
    """No process can be started that does the work."""

    exit_code = Exit.SOME_NOT_CONVERTED


@dataclass(frozen=True, slots=True)
class End(Generic[Job, Answer]):
    """The end of a job: its answer, or the status and the reason for which there is none."""

    job: Job
    seconds: float
    answer: Answer | None = None
    status: Status | None = None
    reason: str | None = None


@dataclass(slots=True)
class _Trial:
    """A job with what is to be made of it, and what happened to it so far.

    `alone`: it gets a worker that has done nothing else.
    """

    work: Callable[[Any], object]
    job: Any
    alone: bool = False
    kills: int = 0
    losses: int = 0


@dataclass(slots=True)
class _Worker:
    """A worker process. `given` counts its jobs; `started` is when the present one began."""

    nursery: Nursery
    process: int
    pipe: Connection
    given: int = 0
    trial: _Trial | None = None
    started: float = 0.0


@dataclass(slots=True)
class Pool:
    """Warm workers that do one job at a time each; they start when there is one.

    Whatever a job does to its worker costs that job only: a worker that ends is replaced, and its job tried once more
    by a fresh worker, in case that an earlier job had left the worker broken. In a `with` they all end with it. `peak`
    is the most memory, in bytes, that any worker is known to have taken.
    """

    limits: Limits
    workers: int
    peak: int = 0
    _nursery: Nursery | None = None
    _idle: list[_Worker] = field(default_factory=list)
    _busy: dict[Connection, _Worker] = field(default_factory=dict)
    _again: deque[_Trial] = field(default_factory=deque)

    def __enter__(self) -> "Pool":
        """The pool itself; it starts nothing yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Ends all workers."""
        self.close()

    def run(self, work: Callable[[Job], Answer], jobs: Iterable[Job]) -> Generator[End[Job, Answer], None, None]:
        """The ends of the jobs, in the order in which they come. Jobs are taken from `jobs` as workers get free.

        `work` runs in the workers; like the jobs it has to be one that pickle can name or carry.

        Where the caller stops asking, or an error or Ctrl-C comes, all workers are killed. Those that have nothing to
        do any more wait for the next run, until the pool is closed.
        """
        waiting = (_Trial(work, job) for job in jobs)
        try:
            while True:
                self._fill(waiting)
                if not self._busy:
                    return
                for worker in self._ready():
                    yield from self._collect(worker)
        except BaseException:  # what is under way now is of no use to anybody
            self.close()
            raise

    def _fill(self, waiting: Iterator[_Trial]) -> None:
        while len(self._busy) < self.workers:
            trial = self._again.popleft() if self._again else next(waiting, None)
            if trial is None:
                return
            self._give(trial)

    def _give(self, trial: _Trial) -> None:
        worker = self._idle.pop() if self._idle and not trial.alone else self._fork()
        worker.trial, worker.started = trial, time.monotonic()
        worker.given += 1
        with suppress(BrokenPipeError, ConnectionResetError):  # killed while idle: the pipe's end will tell
            worker.pipe.send((trial.work, trial.job))
        self._busy[worker.pipe] = worker

    def _fork(self) -> _Worker:
        """A new worker. Raises NoWorkers where none can be started."""
        for _ in range(STARTS):
            if self._nursery is not None and not self._nursery.alive:
                self._nursery.close()
                self._nursery = None
            self._nursery = self._nursery or Nursery()
            with suppress(ChildProcessError):  # somebody has killed the nursery: there will be another
                worker = _Worker(self._nursery, *self._nursery.fork())
                with suppress(BrokenPipeError, ConnectionResetError):
                    worker.pipe.send(self.limits)
                return worker
        raise NoWorkers(
            f"no worker can be started: the process that starts them ended {STARTS} times; is memory short?"
        )

    def _ready(self) -> list[_Worker]:
        """The workers that have answered, ended or passed their time; waits for the first of them."""
        first = min(worker.started for worker in self._busy.values()) + self.limits.seconds
        answered = wait(list(self._busy), max(0.0, first - time.monotonic()))
        late = time.monotonic() - self.limits.seconds
        return [worker for pipe, worker in self._busy.items() if pipe in answered or worker.started <= late]

    def _collect(self, worker: _Worker) -> Iterator[End[Any, Any]]:
        """The end of a worker's job, unless it is tried again."""
        trial = worker.trial
        assert trial is not None
        del self._busy[worker.pipe]
        seconds = time.monotonic() - worker.started
        try:
            answer = worker.pipe.recv() if worker.pipe.poll() else None
        except (EOFError, ConnectionResetError):
            yield from self._ended(worker, trial, seconds)
            return
        if answer is None:
            self._kill(worker)
            yield End(trial.job, seconds, None, Status.TIMED_OUT, f"not read within {self.limits.seconds:g} seconds")
        elif isinstance(answer, Exhausted):
            self._kill(worker)
            yield from self._exhausted(worker, trial, seconds)
        else:
            self._release(worker)
            yield End(trial.job, seconds, answer)

    def _exhausted(self, worker: _Worker, trial: _Trial, seconds: float) -> Iterator[End[Any, Any]]:
        if worker.given > 1:
            trial.alone = True
            self._again.append(trial)
            return
        reason = f"more than {self.limits.memory:,} MiB of memory needed"
        yield End(trial.job, seconds, None, Status.OUT_OF_MEMORY, reason)

    def _ended(self, worker: _Worker, trial: _Trial, seconds: float) -> Iterator[End[Any, Any]]:
        death = self._kill(worker)
        if death.gave_up:
            yield from self._exhausted(worker, trial, seconds)
            return
        if death.signal == signal.SIGKILL:
            trial.kills += not death.with_nursery
            trial.losses += death.with_nursery
            if trial.kills < KILLS and trial.losses < LOSSES:
                self._again.append(trial)
                return
        elif worker.given > 1:
            trial.alone = True
            self._again.append(trial)
            return
        yield End(trial.job, seconds, None, Status.CRASHED, _reason(death))

    def _release(self, worker: _Worker) -> None:
        worker.trial = None
        if worker.given >= RECYCLE:
            self._kill(worker)
        else:
            self._idle.append(worker)

    def _kill(self, worker: _Worker) -> Death:
        worker.pipe.close()
        death = worker.nursery.kill(worker.process)
        self.peak = max(self.peak, death.peak)
        return death

    def close(self) -> None:
        """Ends all workers."""
        for worker in (*self._idle, *self._busy.values()):
            self._kill(worker)
        self._idle.clear()
        self._busy.clear()
        if self._nursery is not None:
            self._nursery.close()
            self._nursery = None


def _reason(death: Death) -> str:
    if death.signal == signal.SIGKILL:
        return "its process was killed again and again, as the system does where memory runs out"
    if death.signal:
        return f"its process was ended by {signal.Signals(death.signal).name}"
    return f"its process ended with status {death.status}"


def cpu_count() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
