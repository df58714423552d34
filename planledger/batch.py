"""Turns sources into a published dataset: what has not changed stays, the rest is read, each in its cage."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from planledger.bucket import Bucket
from planledger.cage.pool import End, Pool, cpu_count
from planledger.dataset import Stored, to_json
from planledger.due import Due, Wanted, due, reading_key
from planledger.errors import DatasetError
from planledger.handover import ByStore, Handover, SameFolder
from planledger.index import Index
from planledger.known import Reading, Standing
from planledger.layout import JSON, MANIFEST, STAGING, json_file
from planledger.lock import sole_writer
from planledger.mirror import pulled
from planledger.older.check import check_writable
from planledger.older.documents import bring_up
from planledger.outcome import Outcome
from planledger.publish import as_dataset_errors, clear, prepare, publish, stage, staging_file
from planledger.recovery import recover
from planledger.scan import scan
from planledger.sources.inputs import Given, find_places
from planledger.sources.source import Source
from planledger.unit import Answer, Job, NotOpened, Receipt, read_job, write_failure

Work = Callable[[Job], Answer]


class Watch(Protocol):
    """Whoever wants to know how a run gets on."""

    def found(self) -> None:
        """A source was found."""

    def begins(self, documents: int) -> None:
        """So many documents are to be read."""

    def done(self, outcome: Outcome, seconds: float) -> None:
        """One was read, or could not be."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A run: where it writes, what is wanted, and by how many workers. `work` is what each of them does.

    With a `bucket`, the dataset is the one there, and `root` its copy. With a `scheduler`, a Dask cluster reads.
    """

    root: Path
    wanted: Wanted = field(default_factory=Wanted)
    workers: int = field(default_factory=cpu_count)
    work: Work = field(default_factory=lambda: read_job)
    bucket: Bucket | None = None
    scheduler: str | None = None

    @property
    def handover(self) -> Handover:
        """How documents come from the workers into staging."""
        by_store = self.scheduler is not None and self.bucket is not None
        return ByStore(self.root, self.bucket) if by_store and self.bucket else SameFolder(self.root)


@contextmanager
def opened(root: Path, bucket: Bucket | None = None) -> Iterator[Index]:
    """The index of a dataset that is ready to be written, for one run alone.

    With a `bucket`, the dataset is the one there, and `root` its copy.
    """
    prepare(root)
    with sole_writer(root), closing(Index(root)) as index:
        with as_dataset_errors(root), pulled(bucket, root, index) if bucket else nullcontext():
            recover(root, index)
        if bucket is not None and (root / MANIFEST).exists():
            check_writable(root / MANIFEST)
        bring_up(root, index)
        yield index


def convert_sources(inputs: Iterable[Given], batch: Batch, index: Index, watch: Watch) -> None:
    """Brings the dataset up to date with the inputs, and publishes it.

    What is finished when it is killed or interrupted is kept for the next run. Raises UsageError where an input does
    not exist, DatasetError where the dataset cannot be read or written.
    """
    places = find_places(inputs)
    with Pool(batch.wanted.limits, batch.workers) as pool:
        scan(places, index, pool, watch.found)
        dropped, reads = _settle(batch, index)
        watch.begins(reads)
        if reads:
            with as_dataset_errors(batch.root), _ends(batch, index, pool) as ends:
                for end in ends:
                    watch.done(_finish(end, batch, index), end.seconds)
        publish(batch.root, dropped, lambda: ((r.document_id, r.sha256) for r in index.coming(dropped)), pool)
    index.settle(dropped)
    clear(batch.root)


@contextmanager
def _ends(batch: Batch, index: Index, pool: Pool) -> Iterator[Iterator[End[Job, Answer]]]:
    """The ends of all that is to be read, here or on the cluster."""
    if batch.scheduler is None:
        with closing(pool.run(batch.work, _jobs(batch, index))) as ends:
            yield ends
        return
    from planledger.cluster import Cluster  # noqa: PLC0415 - an extra, and slow to load

    with (
        Cluster(batch.scheduler, batch.wanted.limits) as cluster,
        closing(cluster.run(batch.work, _jobs(batch, index))) as ends,
    ):
        yield ends


def _settle(batch: Batch, index: Index) -> tuple[frozenset[str], int]:
    """Tells sources anew where only they changed. Returns what is to be dropped, and how many documents to read."""
    dropped, reads = set(), 0
    for standing in index.standings():
        what = _due(standing, batch)
        if what is Due.READ:
            reads += 1
        elif what is Due.DROP:
            dropped.add(standing.document_id)
        elif what is Due.RESTATE:
            _restate(standing, batch, index)
    return frozenset(dropped), reads


def _due(standing: Standing, batch: Batch) -> Due:
    """What is due, where the file that the index knows is there; else the document has to be read, or is no more."""
    reading = standing.reading
    if reading is None or any(_has_size(path, reading.size) for path in _places(standing, batch)):
        return due(standing, batch.wanted)
    return Due.READ if standing.here else Due.DROP


def _places(standing: Standing, batch: Batch) -> tuple[Path, Path]:
    place = json_file(standing.document_id)
    return batch.root / STAGING / JSON / place, batch.root / JSON / place


def _has_size(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def _restate(standing: Standing, batch: Batch, index: Index) -> None:
    reading = standing.reading
    assert reading is not None
    path = next(path for path in _places(standing, batch) if path.exists())
    plan = Stored(path, path.read_bytes()).plan()
    uris = standing.uris or (reading.uri, *reading.also_at)
    metadata = dict(standing.metadata)
    told = {"source_uri": uris[0], "also_at": uris[1:], "source_gone": not standing.uris, "metadata": metadata}
    plan = plan.model_copy(update={"document": plan.document.model_copy(update=told)})
    data = to_json(plan)
    known = replace(
        reading,
        sha256=sha256(data).hexdigest(),
        size=len(data),
        uri=uris[0],
        also_at=uris[1:],
        gone=not standing.uris,
        metadata=metadata,
    )
    _keep(known, index, staged=stage(batch.root, plan))


def _keep(reading: Reading, index: Index, *, staged: bool) -> None:
    if not staged:
        index.drop(reading.document_id, staged_only=True)
    index.keep(reading, staged=staged)


def _jobs(batch: Batch, index: Index) -> Iterator[Job]:
    """The documents to read, by their first source."""
    handover = batch.handover
    for standing in index.standings():
        if standing.here and _due(standing, batch) is Due.READ:
            yield Job(
                standing.document_id,
                standing.size,
                standing.here,
                Source(standing.name, standing.uris[0]),
                standing.uris[1:],
                batch.wanted.options,
                batch.wanted.limits,
                handover.target(standing.document_id),
                standing.metadata,
            )


def _finish(end: End[Job, Answer], batch: Batch, index: Index) -> Outcome:
    """Keeps what a job has come to: staged, or nothing where the dataset has the same bytes already."""
    job, receipt = end.job, end.answer
    if isinstance(receipt, NotOpened):
        index.unopened(job.uri, receipt.reason)
        return Outcome(job.source.name, None, receipt.reason)
    staged = staging_file(batch.root, job.document_id)
    if end.status is not None:
        receipt = write_failure(replace(job, target=str(staged)), end.status, end.reason or "")
    elif isinstance(receipt, Receipt):
        batch.handover.take(job.document_id, receipt.size)
    if not isinstance(receipt, Receipt):
        reason = receipt.reason if receipt else "nothing was left there"
        raise DatasetError(f"{job.target}: cannot be written: {reason}; the dataset is as it was before")
    key = reading_key(job.source.name, receipt.outcome.status, batch.wanted)
    reading = Reading(
        job.document_id,
        receipt.sha256,
        receipt.size,
        key,
        job.source.uri,
        job.also_at,
        False,
        round(end.seconds, 3),
        receipt.outcome,
        job.metadata,
    )
    held = index.published(job.document_id)
    same = held is not None and held.sha256 == receipt.sha256
    same = same and _has_size(batch.root / JSON / json_file(job.document_id), receipt.size)
    if same:
        staged.unlink()
    _keep(reading, index, staged=not same)
    return receipt.outcome
