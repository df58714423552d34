"""The unit of work of a batch: one source to one staged JSON file, with a receipt that says what is in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from models import PlanDocument, Status
from planledger.attempt import attempt, unconverted
from planledger.dataset import to_json
from planledger.handover import Undelivered, deliver
from planledger.limits import MEBIBYTE, Limits
from planledger.options import Options
from planledger.outcome import Outcome, outcome_of
from planledger.sources.opening import read_bytes
from planledger.sources.source import CannotOpen, Source


@dataclass(frozen=True, slots=True)
class Job:
    """One document to read. `source` says where it comes from, `uri` which of its sources is opened.

    `target` is the path or the URL at which the result is left; a path's folder exists. `metadata` goes with the
    document.
    """

    document_id: str
    size: int
    uri: str
    source: Source
    also_at: tuple[str, ...]
    options: Options
    limits: Limits
    target: str
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a job has written: the sha256 and the size of the JSON file, and its figures."""

    sha256: str
    size: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class NotOpened:
    """A source that was there when the run began and cannot be opened, or holds other bytes, now."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotLeft:
    """The document cannot be left where it is wanted: there is no sense in going on."""

    reason: str


Answer = Receipt | NotOpened | NotLeft
"""What comes of a job."""


def read_job(job: Job) -> Answer:
    """Fetches and reads the job's source, writes its document and returns the receipt.

    Raises MemoryError where the memory allowed does not do; every other failure of reading is a document that tells it.
    """
    try:
        return _read(job)
    except Undelivered as error:
        return NotLeft(str(error))


def _read(job: Job) -> Receipt | NotOpened:
    try:
        data = read_bytes(job.uri)
    except CannotOpen as error:
        return NotOpened(str(error))
    if sha256(data).hexdigest() != job.document_id:
        return NotOpened("its bytes changed during the run; run again")
    pages = _page_count(data)
    if pages > job.limits.pages:
        return write(
            job, _failed(job, Status.TOO_MANY_PAGES, f"{pages:,} pages, more than {job.limits.pages:,}", pages)
        )
    return write(job, attempt(data, job.source, job.options))


def write(job: Job, plan: PlanDocument) -> Receipt:
    """Leaves a job's document where it is wanted, whole or not at all, and returns the receipt. Raises Undelivered."""
    plan = _sourced(plan, job)
    data = to_json(plan)
    if len(data) > job.limits.output * MEBIBYTE:
        reason = f"more than {job.limits.output:,} MiB of output"
        plan = _sourced(_failed(job, Status.TOO_MUCH_OUTPUT, reason, plan.document.page_count), job)
        data = to_json(plan)
    deliver(job.target, data)
    return Receipt(sha256(data).hexdigest(), len(data), outcome_of(job.source.name, plan))


def write_failure(job: Job, status: Status, reason: str) -> Receipt:
    """Writes the document of a job whose process could not."""
    return write(job, _failed(job, status, reason))


def _failed(job: Job, status: Status, reason: str, pages: int = 0) -> PlanDocument:
    return unconverted(job.document_id, job.size, job.source, status, reason, pages)


def _sourced(plan: PlanDocument, job: Job) -> PlanDocument:
    if not job.also_at and not job.metadata:
        return plan
    document = plan.document.model_copy(update={"also_at": job.also_at, "metadata": dict(job.metadata)})
    return plan.model_copy(update={"document": document})


def _page_count(data: bytes) -> int:
    """How many pages a PDF says it has; 0 where it cannot be opened, which its reading will tell better."""
    import pypdfium2  # noqa: PLC0415 - only here, where a PDF is opened

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return 0
    try:
        return len(pdf)
    finally:
        pdf.close()
