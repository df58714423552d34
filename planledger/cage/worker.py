"""Jobs from a pipe to receipts: what a worker process does until it is told to stop."""

import gc
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection

from planledger.cage.system import alarm, confine, drained
from planledger.limits import Limits


@dataclass(frozen=True, slots=True)
class Exhausted:
    """A worker's last word: the memory that it may take was not enough."""


def serve(pipe: Connection, voice: int) -> None:
    """Answers each job with what its work makes of it; returns when the other end is closed.

    `voice` is where its standard error can be heard; what was said during earlier jobs is thrown away.

    An error of a work that is not about memory ends the process: the work is to foresee the others.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    limits: Limits = pipe.recv()
    gc.freeze()  # what was loaded before the first job is never rubbish
    confine(limits)
    while True:
        try:
            work, job = pipe.recv()
        except EOFError:
            return
        drained(voice)
        alarm(limits.seconds)
        try:
            answer = work(job)
        except MemoryError:
            answer = Exhausted()
        alarm(0)
        pipe.send(answer)
