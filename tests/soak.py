"""An archive with nasty files in it, converted again and again while its processes are killed, and undisturbed.

    python -m tests.soak [--documents N] [--worker-kills N] [--parent-kills N]

Of the documents, copies of the samples, five in a hundred are nasty. The run that is killed is started again each time;
at the end its dataset has to be, byte for byte, that of the run that nobody disturbed. A short form is among the tests.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bench.batch import copies
from planledger.dataset import read_documents
from planledger.errors import Exit
from tests.hostile.nasty import GREEDY, NASTY, mutants
from tests.planledger.test_cage import descendants
from tests.planledger.test_determinism import files

EVERY = 20
"""Each of so many documents is nasty."""


@dataclass(frozen=True, slots=True)
class Kills:
    """How often processes are to be killed: the one that converts, and its workers and their nursery."""

    parent: int
    workers: int


def archive(folder: Path, documents: int) -> None:
    """Fills a folder with so many documents.

    Nasty ones that take seconds stay out: where workers are killed several times in a second, they never come to an
    end, and are given up as they are to be.
    """
    copies(folder, documents)
    ending = (data for name, data in NASTY.items() if name not in GREEDY)
    nasty = [*ending, *islice(mutants(documents), documents // EVERY)]
    for number in range(documents // EVERY):
        (folder / f"{number * EVERY:06d}.pdf").write_bytes(nasty[number])


def command(plans: Path, out: Path) -> list[str]:
    """What converts the archive."""
    arguments = [str(plans), "--out", str(out), "--workers", "2", "--timeout", "60", "--quiet"]
    return [sys.executable, "-m", "planledger", "convert", *arguments]


def bytes_of(out: Path) -> dict[str, bytes]:
    """Every file of a dataset."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files(out)}


def differences(one: Path, other: Path) -> list[str]:
    """The files that are not the same in two datasets, each with the status of its document if it is one."""
    ours, theirs = bytes_of(one), bytes_of(other)
    found = []
    for name in sorted(ours.keys() | theirs.keys()):
        if ours.get(name) != theirs.get(name):
            found.append(f"{name} ({_status(ours, name)} / {_status(theirs, name)})")
    return found


def _status(dataset: dict[str, bytes], name: str) -> str:
    if name not in dataset or not name.startswith("json/"):
        return "there" if name in dataset else "not there"
    return str(json.loads(dataset[name])["document"]["status"])


def undisturbed(plans: Path, out: Path) -> float:
    """Converts the archive; returns the seconds it took."""
    started = time.monotonic()
    done = subprocess.run(command(plans, out), check=False, capture_output=True, text=True)
    assert done.returncode == Exit.SOME_NOT_CONVERTED, done.stderr
    assert "Traceback" not in done.stderr
    return time.monotonic() - started


def disturbed(plans: Path, out: Path, kills: Kills, seconds: float, seed: int = 20091) -> Kills:
    """Converts the archive while processes are killed at random, all that is asked for within some `seconds` of work.

    Returns how many were killed. What can be read between two runs is a whole dataset, or none yet.
    """
    chance = random.Random(seed)
    parents = workers = 0
    log = out.with_suffix(".log")
    while True:
        with log.open("w") as said:
            run = subprocess.Popen(command(plans, out), stdout=subprocess.DEVNULL, stderr=said)
        ends = time.monotonic() + chance.uniform(0.5, 1.5) * seconds / (kills.parent + 1)
        while run.poll() is None and (parents == kills.parent or time.monotonic() < ends):
            time.sleep(chance.uniform(0.2, 1.0) * seconds / (kills.workers + 1))
            below = sorted(descendants(run.pid))
            if workers < kills.workers and len(below) > 1:
                with suppress(ProcessLookupError):
                    os.kill(chance.choice(below), signal.SIGKILL)
                    workers += 1
        if run.poll() is not None:
            assert run.returncode == Exit.SOME_NOT_CONVERTED
            assert "the dataset is as it was before" not in log.read_text()
            return Kills(parents, workers)
        run.kill()
        run.wait()
        parents += 1
        assert (out / "datapackage.json").exists() or not list(read_documents(out))


def main(arguments: Sequence[str]) -> None:
    """Converts twice, once undisturbed, and compares; then once more, when nothing is left to do."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description="Kill runs over many documents.")
    parser.add_argument("--documents", type=int, default=2000, metavar="N", help="default: %(default)s")
    parser.add_argument("--worker-kills", type=int, default=200, metavar="N", help="default: %(default)s")
    parser.add_argument("--parent-kills", type=int, default=20, metavar="N", help="default: %(default)s")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        plans, calm, rough = Path(place, "plans"), Path(place, "calm"), Path(place, "rough")
        plans.mkdir()
        archive(plans, given.documents)
        seconds = undisturbed(plans, calm)
        print(f"undisturbed: {given.documents:,} documents in {seconds:.0f} s")
        killed = disturbed(plans, rough, Kills(given.parent_kills, given.worker_kills), seconds)
        differing = differences(calm, rough)
        again = undisturbed(plans, rough)
        differing = differing or differences(calm, rough)
        print(f"killed: {killed.workers} workers, {killed.parent} parents; a last run in {again:.1f} s")
        print("the datasets are identical" if not differing else "NOT identical: " + ", ".join(differing))
    if differing:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
