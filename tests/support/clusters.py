"""A real Dask scheduler and workers, processes of their own on this machine, for the time of a test."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from distributed import Client


@dataclass(frozen=True)
class Running:
    """A scheduler's address, and the processes of its workers."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def dask_cluster(folder: Path, workers: int) -> Iterator[Running]:
    """Starts them; ends what is left of them."""
    address = folder / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    common = ["--scheduler-file", str(address)]
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    started = [subprocess.Popen([*command, "--host", "127.0.0.1", "--port", "0", "--no-dashboard", *common], **quiet)]
    command = [sys.executable, "-m", "distributed.cli.dask_worker", "--no-nanny", "--nthreads", "1", "--no-dashboard"]
    more = ["--local-directory", str(folder)]
    started += [subprocess.Popen([*command, *common, *more], **quiet) for _ in range(workers)]
    try:
        yield Running(_address(address), started[1:])
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def _address(path: Path) -> str:
    deadline = time.monotonic() + 30
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    with Client(scheduler_file=str(path), timeout=30, set_as_default=False) as client:
        address: str = client.scheduler.address
    return address
