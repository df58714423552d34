"""Works for the pool's tests, each of which does to its process what a hostile document may do."""

import ctypes
import os
import signal
import time
from pathlib import Path

import pypdfium2

from tests.support.written import bomb


def _hang(_: str) -> None:
    time.sleep(3600)


def _hang_in_c(_: str) -> None:
    ctypes.PyDLL(None).sleep(3600)  # holds the interpreter's lock


def _hog(_: str) -> None:
    hoard = [bytes(1 << 20)]
    while True:
        hoard.append(bytes(1 << 20))


def _recurse(rest: str) -> None:
    _recurse(rest)


def _signal(number: str) -> None:
    os.kill(os.getpid(), int(number))


def _give_up(_: str) -> None:
    os.abort()


def _complain(_: str) -> None:
    os.write(2, b"free(): invalid pointer")
    os.abort()


def _hog_in_c(_: str) -> None:
    pypdfium2.PdfDocument(bomb(1000))[0].get_textpage()


def _exit(status: str) -> None:
    os._exit(int(status))


def _print(_: str) -> None:
    os.write(1, b"noise")
    os.write(2, b"noise")


def _fragile(path: str) -> None:
    """Ends its process the first time."""
    if not Path(path).exists():
        Path(path).touch()
        os.kill(os.getpid(), signal.SIGSEGV)


HARMS = {
    "hang": _hang,
    "hang_in_c": _hang_in_c,
    "hog": _hog,
    "recurse": _recurse,
    "hog_in_c": _hog_in_c,
    "give_up": _give_up,
    "complain": _complain,
    "signal": _signal,
    "exit": _exit,
    "print": _print,
    "fragile": _fragile,
}


def do(job: str) -> str:
    """Does what the first word of the job says, if anything; the rest is what it needs for that."""
    word, _, rest = job.partition(" ")
    if word in HARMS:
        HARMS[word](rest)
    return f"{word} by {os.getpid()}"
