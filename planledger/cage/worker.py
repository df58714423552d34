"""Jobs from a pipe to receipts: what a worker process does until it is told to stop."""

import gc
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from planledger.cage.system import alarm, confine
from planledger.limits import Limits


@dataclass(frozen=True, slots=True)
class Charge:
    """What a worker is told first: the work that it does, a function that can be imported, and its limits."""

    work: Callable[[Any], object]
    limits: Limits


@dataclass(frozen=True, slots=True)
class Exhausted:
    """A worker's last word: the memory that it may take was not enough."""


def serve(pipe: Connection) -> None:
    """Answers each job with what the work makes of it; returns when the other end is closed.

    An error of the work that is not about memory ends the process: the work is to foresee the others.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    charge: Charge = pipe.recv()
    gc.freeze()  # what was loaded before the first job is never rubbish
    confine(charge.limits)
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            return
        alarm(charge.limits.seconds)
        try:
            answer = charge.work(job)
        except MemoryError:
            answer = Exhausted()
        alarm(0)
        pipe.send(answer)
