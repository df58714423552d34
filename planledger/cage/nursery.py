"""Requests on a socket to warm worker processes: loads everything once, then forks a worker for each request.

A worker made here costs some milliseconds, where one that imports and loads for itself costs a second or two. The
process that converts never forks itself, so it may have threads.
"""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from planledger.cage.system import drained, end_with_parent
from planledger.cage.worker import serve

FORK, BURY = b"f", b"b"
START = "import sys, json; sys.path[:] = json.loads(sys.argv[2]); from planledger.cage.nursery import run; run()"


@dataclass(frozen=True, slots=True)
class Death:
    """How a worker ended: by the signal numbered so, or with that exit status; and its peak of memory in bytes.

    `spoke`: C code wrote something to its standard error, during the last job. `with_nursery`: it ended because the
    nursery did.
    """

    signal: int
    status: int
    peak: int
    spoke: bool = False
    with_nursery: bool = False

    @property
    def gave_up(self) -> bool:
        """Whether C code gave up for want of memory.

        PDFium then calls abort() without a word (FX_OutOfMemoryTerminate in core/fxcrt/fx_memory.cpp). Whatever else
        aborts says why: the C library of a heap destroyed, an assertion, the interpreter.
        """
        return self.signal == signal.SIGABRT and not self.spoke


class Nursery:
    """The nursery as its parent sees it."""

    def __init__(self) -> None:
        self.alive = True
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        command = [sys.executable, "-c", START, str(theirs.fileno()), json.dumps(sys.path)]
        # A session of its own: Ctrl-C reaches the parent alone, which then decides.
        self.process = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], start_new_session=True, stdin=subprocess.DEVNULL
        )
        theirs.close()

    def fork(self) -> tuple[int, Connection]:
        """A new worker: its process id, and the pipe to it. Raises ChildProcessError where the nursery has ended."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            socket.send_fds(self._socket, [FORK], [theirs.fileno()])
            return int(self._answer()[0]), Connection(ours.detach())
        except OSError as error:
            self.alive = False
            raise ChildProcessError("the process that starts the workers has ended") from error
        finally:
            ours.close()
            theirs.close()

    def kill(self, worker: int) -> Death:
        """Kills a worker, unless it has ended already, and tells how it ended."""
        try:
            if self.alive:
                # Until it is buried its process id cannot be another's.
                with suppress(ProcessLookupError):
                    os.kill(worker, signal.SIGKILL)
                self._socket.sendall(BURY + b"%d\n" % worker)
                ended_by, status, peak, spoke = map(int, self._answer())
                return Death(ended_by, status, peak, bool(spoke))
        except OSError:
            self.alive = False
        return Death(signal.SIGKILL, -signal.SIGKILL, 0, with_nursery=True)

    def close(self) -> None:
        """Ends the nursery, and with it every worker that is still there."""
        self._socket.close()
        self.process.wait()

    def _answer(self) -> Sequence[bytes]:
        line = bytearray()
        while not line.endswith(b"\n"):
            data = self._socket.recv(1)
            if not data:
                raise ConnectionResetError
            line += data
        return bytes(line).split()


def run() -> None:
    """The nursery's own life: from its start to the closing of the socket by its parent."""
    end_with_parent(os.getppid())
    _warm_up()
    requests = socket.socket(fileno=int(sys.argv[1]))
    voices: dict[int, int] = {}
    while True:
        request, fds, _, _ = socket.recv_fds(requests, 1, 1)
        if not request:
            os._exit(0)  # Linux then kills the workers; elsewhere their pipes end
        requests.sendall(_fork(requests, fds[0], voices) if request == FORK else _bury(requests, voices))


def _warm_up() -> None:
    """Loads what the first document would otherwise pay for: the readers, the language rules, the word lists."""
    import planledger.unit  # noqa: F401, PLC0415
    from normalise import looks_like_deadline, looks_like_owner, read_deadlines, read_owners  # noqa: PLC0415

    for cell in ("31 March 2009", "Head of Finance / HR Team"):
        looks_like_deadline(cell)
        looks_like_owner(cell)
        read_deadlines(cell)
        read_owners(cell)


def _fork(requests: socket.socket, pipe: int, voices: dict[int, int]) -> bytes:
    """Forks a worker; `voices` get the end of a pipe that holds what it says on its standard error."""
    nursery = os.getpid()
    listening, speaking = os.pipe()
    for end in (listening, speaking):
        os.set_blocking(end, False)  # nobody listens while it speaks: when the pipe is full, the rest is lost
    worker = os.fork()
    if worker:
        os.close(pipe)
        os.close(speaking)
        voices[worker] = listening
        return b"%d\n" % worker
    failed = 1
    try:
        requests.close()
        end_with_parent(nursery)
        os.dup2(speaking, 2)
        serve(Connection(pipe), listening)
        failed = 0
    finally:
        os._exit(failed)


def _bury(requests: socket.socket, voices: dict[int, int]) -> bytes:
    number = bytearray()
    while not number.endswith(b"\n"):
        number += requests.recv(1)
    _, status, usage = os.wait4(int(number), 0)
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    ended_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    listening = voices.pop(int(number))
    spoke = drained(listening)
    os.close(listening)
    return b"%d %d %d %d\n" % (ended_by, os.waitstatus_to_exitcode(status), peak, spoke)
