"""Lets one thread make the next items while another is busy with those before."""

from collections.abc import Iterable, Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import TypeVar

Item = TypeVar("Item")

DEPTH = 4
"""Items that may wait."""
PATIENCE = 0.2
"""Seconds after which a thread that waits looks whether it is still wanted."""


def ahead(items: Iterable[Item]) -> Iterator[Item]:
    """The same items, made in a thread of their own; what they raise is raised here."""
    waiting: Queue[tuple[Item] | BaseException | None] = Queue(DEPTH)
    stopped = Event()

    def put(entry: tuple[Item] | BaseException | None) -> None:
        while not stopped.is_set():
            try:
                waiting.put(entry, timeout=PATIENCE)
                return
            except Full:
                continue

    def make() -> None:
        try:
            for item in items:
                put((item,))
                if stopped.is_set():
                    return
            put(None)
        except BaseException as error:
            put(error)

    thread = Thread(target=make, name="ahead", daemon=True)
    thread.start()
    try:
        while (entry := _taken(waiting)) is not None:
            if isinstance(entry, BaseException):
                raise entry
            yield entry[0]
    finally:
        stopped.set()
        thread.join()


def _taken(waiting: "Queue[tuple[Item] | BaseException | None]") -> tuple[Item] | BaseException | None:
    """The next entry. It waits in short spells, in which the program can be interrupted."""
    while True:
        try:
            return waiting.get(timeout=PATIENCE)
        except Empty:
            continue
