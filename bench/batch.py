"""Turns copies of the samples into documents per second: without a cage, caged, and by several workers.

    python -m bench.batch [--documents N] [--rounds N] [--synthetic N]

The copies differ in bytes after the PDF's end, so each is a document of its own. First the reading alone of some is
timed, in this process and in one caged worker, in turns, and of several rounds the best counts: the difference is what
the cage costs. Then whole runs over all are timed, from files to dataset, by one worker and by two; then a second run,
in which nothing has changed. With --synthetic the same run is made over so many files of a few bytes, by a stand-in
that reads nothing, to show that the memory of the process that converts does not grow with the number of documents.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from models import Document, PlanDocument, Status
from planledger.batch import Batch, convert_sources, opened
from planledger.cage.pool import Pool
from planledger.due import Wanted
from planledger.limits import MEBIBYTE, Limits
from planledger.options import Options
from planledger.outcome import Outcome
from planledger.sources.inputs import find_sources
from planledger.sources.opening import read_bytes
from planledger.unit import Job, NotOpened, Receipt, read_job, write

SAMPLES = Path(__file__).parent.parent / "samples"
READ = 210
"""Documents of which the reading alone is timed."""

SIDES = 1000
"""Files in one folder of the synthetic archive."""


class Silent:
    """A watch that lets a run get on."""

    def found(self) -> None:
        """Nothing."""

    def begins(self, documents: int) -> None:
        """Nothing."""

    def done(self, outcome: Outcome, seconds: float) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a whole run took: seconds, and the peak memory of the process that converts and of a worker, in MiB."""

    seconds: float
    peak: float
    worker: float


def tiny(job: Job) -> Receipt | NotOpened:
    """A document without records, whatever the file holds."""
    document = Document(
        document_id=job.document_id,
        source_name=job.source.name,
        source_uri=job.source.uri,
        source_bytes=job.size,
        status=Status.NO_PLAN_TABLE,
        page_count=1,
        reader_version="synthetic",
    )
    return write(job, PlanDocument(document=document))


def copies(folder: Path, count: int) -> None:
    """Fills a folder with copies of the samples, no two with the same bytes."""
    samples = [path.read_bytes() for path in sorted(SAMPLES.glob("*.pdf"))]
    for number in range(count):
        (folder / f"{number:06d}.pdf").write_bytes(samples[number % len(samples)] + b"\n%% %d\n" % number)


def synthetic(folder: Path, count: int) -> None:
    """Fills folders with files of a few bytes."""
    for number in range(count):
        place = folder / f"{number // SIDES:04d}"
        place.mkdir(exist_ok=True)
        (place / f"{number:07d}.pdf").write_bytes(b"%d" % number)


def reading(folder: Path, rounds: int) -> tuple[float, float]:
    """Seconds for reading all files in this process and in one caged worker: the best of some rounds each."""
    bare, caged = [], []
    with tempfile.TemporaryDirectory() as out:
        jobs = list(_jobs(folder, Path(out)))[:READ]
        for job in jobs[: len(list(SAMPLES.glob("*.pdf")))]:
            read_job(job)
        for _ in range(rounds):
            started = time.perf_counter()
            for job in jobs:
                read_job(job)
            bare.append(time.perf_counter() - started)
            with Pool(Limits(), 1) as pool:
                ends = pool.run(read_job, jobs)
                next(ends)  # the start of the worker is paid once a run, not once a document
                started = time.perf_counter()
                for _ in ends:
                    pass
            caged.append((time.perf_counter() - started) * len(jobs) / (len(jobs) - 1))
    return min(bare), min(caged)


def _jobs(folder: Path, out: Path) -> Iterator[Job]:
    for source in find_sources([folder]):
        data = read_bytes(source.uri)
        digest = sha256(data).hexdigest()
        yield Job(digest, len(data), source.uri, source, (), Options(), Limits(), str(out / f"{digest}.json"))


def whole_run(folder: Path, out: Path, workers: int, *, stand_in: bool = False) -> Run:
    """A run in a process of its own, so that its memory is its own."""
    arguments = [str(folder), str(out), str(workers), *(["--stand-in"] if stand_in else [])]
    command = [sys.executable, "-c", "from bench.batch import run_alone; run_alone()", *arguments]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Run(**json.loads(printed))


def run_alone() -> None:
    """What `whole_run` starts: one run, by the command line's arguments, printed as JSON."""
    folder, out, workers, *rest = sys.argv[1:]
    batch = Batch(Path(out), Wanted(), int(workers), tiny if rest else read_job)
    started = time.perf_counter()
    with opened(batch.root) as index:
        convert_sources([Path(folder)], batch, index, Silent())
    seconds = time.perf_counter() - started
    # Workers are children's children: they count once their parent has waited for them, as it has at the end of a run.
    peaks = (resource.getrusage(whose).ru_maxrss for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    parent, worker = (peak * (1 if sys.platform == "darwin" else 1024) / MEBIBYTE for peak in peaks)
    print(json.dumps({"seconds": seconds, "peak": parent, "worker": worker}))


def measure(documents: int, rounds: int) -> None:
    """Prints the rates of reading and of whole runs over so many copies of the samples."""
    with tempfile.TemporaryDirectory() as place:
        plans = Path(place, "plans")
        plans.mkdir()
        copies(plans, documents)
        bare, caged = reading(plans, rounds)
        read = min(documents, READ)
        print(f"reading in this process      {read / bare:8.1f} documents/s")
        print(f"reading in a caged worker    {read / caged:8.1f} documents/s  ({caged / bare - 1:+.1%} of time)")
        runs = {workers: whole_run(plans, Path(place, f"out{workers}"), workers) for workers in (1, 2)}
        again = whole_run(plans, Path(place, "out2"), 2)
        for workers, run in runs.items():
            times = runs[1].seconds / run.seconds
            rate = f"{documents / run.seconds:8.1f} documents/s"
            peaks = f"peaks: parent {run.peak:.0f} MiB, worker {run.worker:.0f} MiB"
            print(f"whole run, {workers} worker(s)       {rate}  ({times:.2f} x; {peaks})")
        share = again.seconds / runs[2].seconds
        print(f"second run, nothing changed  {again.seconds:8.2f} s  ({share:.1%} of the first)")


def measure_synthetic(documents: int) -> None:
    """Prints time and memory of runs over synthetic archives of a hundredth, a tenth and all of so many documents."""
    for count in (documents // 100, documents // 10, documents):
        with tempfile.TemporaryDirectory() as place:
            plans = Path(place, "plans")
            plans.mkdir()
            synthetic(plans, count)
            first = whole_run(plans, Path(place, "out"), 2, stand_in=True)
            again = whole_run(plans, Path(place, "out"), 2, stand_in=True)
            print(
                f"{count:8,} synthetic documents: {first.seconds:6.1f} s, parent's peak {first.peak:4.0f} MiB; "
                f"second run {again.seconds:5.1f} s, {again.peak:4.0f} MiB"
            )


def main(arguments: Sequence[str]) -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.batch", description="Time runs over many documents.")
    parser.add_argument("--documents", type=int, default=2000, metavar="N", help="default: %(default)s")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="default: %(default)s")
    parser.add_argument("--synthetic", type=int, metavar="N", help="instead: memory over up to N synthetic documents")
    given = parser.parse_args(arguments)
    if given.synthetic:
        measure_synthetic(given.synthetic)
    else:
        measure(given.documents, given.rounds)


if __name__ == "__main__":
    main(sys.argv[1:])
