"""Jobs to their ends, each in a caged process: what the work answered, or why it could not."""

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from models import Status
from planledger.cage.nursery import Death, Nursery
from planledger.cage.worker import Charge, Exhausted
from planledger.limits import Limits

RECYCLE = 200
"""Documents after which a worker makes room for a fresh one: what leaks, leaks no further."""

KILLS = 3
"""So many times a job's worker is killed by somebody else before the job is given up."""

Job = TypeVar("Job")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class End(Generic[Job, Answer]):
    """The end of a job: its answer, or the status and the reason for which there is none."""

    job: Job
    seconds: float
    answer: Answer | None = None
    status: Status | None = None
    reason: str | None = None


@dataclass(slots=True)
class _Trial(Generic[Job]):
    """A job with what happened to it so far. `alone`: it gets a worker that has read nothing else."""

    job: Job
    alone: bool = False
    kills: int = 0


@dataclass(slots=True)
class _Worker(Generic[Job]):
    """A worker process. `given` counts its jobs; `started` is when the present one began."""

    nursery: Nursery
    process: int
    pipe: Connection
    given: int = 0
    trial: _Trial[Job] | None = None
    started: float = 0.0


@dataclass(slots=True)
class Pool(Generic[Job, Answer]):
    """Warm workers that do one job at a time each.

    `work` is a function that can be imported; it runs in the worker. Whatever a job does to its worker costs that job
    only: a worker that ends is replaced, and its job tried once more by a fresh worker, in case that an earlier job had
    left the worker broken. `peak` is the most memory, in bytes, that any worker is known to have taken.
    """

    work: Callable[[Job], Answer]
    limits: Limits
    workers: int
    peak: int = 0
    _nursery: Nursery | None = None
    _idle: list[_Worker[Job]] = field(default_factory=list)
    _busy: dict[Connection, _Worker[Job]] = field(default_factory=dict)
    _again: deque[_Trial[Job]] = field(default_factory=deque)

    def run(self, jobs: Iterable[Job]) -> Generator[End[Job, Answer], None, None]:
        """The ends of the jobs, in the order in which they come. Jobs are taken from `jobs` as workers get free.

        Where the caller stops asking, or an error or Ctrl-C comes, all workers are killed.
        """
        waiting = iter(jobs)
        try:
            while True:
                self._fill(waiting)
                if not self._busy:
                    return
                for worker in self._ready():
                    yield from self._collect(worker)
        finally:
            self._close()

    def _fill(self, waiting: Iterator[Job]) -> None:
        while len(self._busy) < self.workers:
            if self._again:
                trial = self._again.popleft()
            else:
                job = next(waiting, None)
                if job is None:
                    return
                trial = _Trial(job)
            self._give(trial)

    def _give(self, trial: _Trial[Job]) -> None:
        worker = self._idle.pop() if self._idle and not trial.alone else self._fork()
        worker.trial, worker.started = trial, time.monotonic()
        worker.given += 1
        with suppress(BrokenPipeError, ConnectionResetError):  # killed while idle: the pipe's end will tell
            worker.pipe.send(trial.job)
        self._busy[worker.pipe] = worker

    def _fork(self) -> _Worker[Job]:
        if self._nursery is None or not self._nursery.alive:
            self._nursery = Nursery()
        worker: _Worker[Job] = _Worker(self._nursery, *self._nursery.fork())
        with suppress(BrokenPipeError, ConnectionResetError):
            worker.pipe.send(Charge(self.work, self.limits))
        return worker

    def _ready(self) -> list[_Worker[Job]]:
        """The workers that have answered, ended or passed their time; waits for the first of them."""
        first = min(worker.started for worker in self._busy.values()) + self.limits.seconds
        answered = wait(list(self._busy), max(0.0, first - time.monotonic()))
        late = time.monotonic() - self.limits.seconds
        return [worker for pipe, worker in self._busy.items() if pipe in answered or worker.started <= late]

    def _collect(self, worker: _Worker[Job]) -> Iterator[End[Job, Answer]]:
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

    def _exhausted(self, worker: _Worker[Job], trial: _Trial[Job], seconds: float) -> Iterator[End[Job, Answer]]:
        if worker.given > 1:
            trial.alone = True
            self._again.append(trial)
            return
        reason = f"more than {self.limits.memory:,} MiB of memory needed"
        yield End(trial.job, seconds, None, Status.OUT_OF_MEMORY, reason)

    def _ended(self, worker: _Worker[Job], trial: _Trial[Job], seconds: float) -> Iterator[End[Job, Answer]]:
        death = self._kill(worker)
        if death.signal == signal.SIGKILL:
            trial.kills += 1
            if trial.kills < KILLS:
                self._again.append(trial)
                return
        elif worker.given > 1:
            trial.alone = True
            self._again.append(trial)
            return
        yield End(trial.job, seconds, None, Status.CRASHED, _reason(death))

    def _release(self, worker: _Worker[Job]) -> None:
        worker.trial = None
        if worker.given >= RECYCLE:
            self._kill(worker)
        else:
            self._idle.append(worker)

    def _kill(self, worker: _Worker[Job]) -> Death:
        worker.pipe.close()
        death = worker.nursery.kill(worker.process)
        self.peak = max(self.peak, death.peak)
        return death

    def _close(self) -> None:
        for worker in (*self._idle, *self._busy.values()):
            self._kill(worker)
        self._idle.clear()
        self._busy.clear()
        if self._nursery is not None:
            self._nursery.close()
            self._nursery = None


def _reason(death: Death) -> str:
    if death.signal == signal.SIGKILL:
        return f"its process was killed {KILLS} times, as the system does where memory runs out"
    if death.signal:
        return f"its process was ended by {signal.Signals(death.signal).name}"
    return f"its process ended with status {death.status}"


def cpu_count() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
