"""Limits that the operating system keeps for a process, and the process's end when its parent ends."""

import contextlib
import ctypes
import os
import resource
import signal
import sys
from pathlib import Path

from planledger.limits import MEBIBYTE, Limits

PR_SET_PDEATHSIG = 1
"""Linux's prctl: the signal that a process gets when its parent ends (linux/prctl.h)."""

GRACE = 10.0
"""Seconds past its limit after which a process ends itself: only ever needed where its parent is gone."""


def confine(limits: Limits) -> None:
    """Limits this process's address space and the files that it writes, silences it, and leaves no core dump."""
    _lower(resource.RLIMIT_AS, address_space() + limits.memory * MEBIBYTE)
    _lower(resource.RLIMIT_FSIZE, limits.output * MEBIBYTE)
    _lower(resource.RLIMIT_CORE, 0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    # What documents have libraries print is for nobody's terminal. What C code says at its end goes down a pipe.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.stderr = sys.stdout


def drained(pipe: int) -> bool:
    """Empties the end of a pipe that does not wait, and tells whether there was anything in it."""
    found = False
    with contextlib.suppress(BlockingIOError):
        while os.read(pipe, 1 << 16):
            found = True
    return found


def alarm(seconds: float) -> None:
    """Has the system kill this process, even in the middle of C code, some time after `seconds`; 0 calls it off."""
    signal.setitimer(signal.ITIMER_REAL, seconds + GRACE if seconds else 0)


def end_with_parent(parent: int) -> None:
    """Has Linux kill this process as soon as its parent, of which the process id is given, ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before that was said
        os._exit(1)


def address_space() -> int:
    """Bytes of address space that this process has now; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def _lower(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    with contextlib.suppress(ValueError, OSError):  # a system that does not know the limit does not keep it
        resource.setrlimit(kind, (value, value))
