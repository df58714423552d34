"""What a run that was killed left behind to an index that is true again."""

from hashlib import sha256
from pathlib import Path

from planledger.dataset import stored
from planledger.index import REMEMBERED, Index
from planledger.known import Reading, Seen
from planledger.layout import JSON, STAGING, json_file
from planledger.outcome import outcome_of


def recover(root: Path, index: Index) -> None:
    """Keeps the staged readings whose files are whole, settles those published already, and drops the others.

    A staged file without a reading goes; where the index has been lost, it is made again from the dataset.
    """
    with index.batch():
        for reading in index.staged():
            if not _holds(root / STAGING / JSON / json_file(reading.document_id), reading):
                index.drop(reading.document_id, staged_only=True)
                if _holds(root / JSON / json_file(reading.document_id), reading):
                    index.keep(reading, staged=False)
        kept = index.staged_ids()
        for path in (root / STAGING / JSON).rglob("*.*"):
            if path.suffix != ".json" or path.stem not in kept:
                path.unlink()
        if next(index.readings(staged=True), None) is None:
            _remember(root, index)


def _holds(path: Path, reading: Reading) -> bool:
    return path.exists() and sha256(path.read_bytes()).hexdigest() == reading.sha256


def _remember(root: Path, index: Index) -> None:
    """Takes sources and readings from the dataset's files. With what options they were read is not known any more."""
    for held in stored(root, staged=False):
        plan = held.plan()
        document = plan.document
        uris = (document.source_uri, *document.also_at)
        if not document.source_gone:
            for uri in uris:
                index.see(Seen(uri, document.source_name, document.source_bytes, document.document_id), earlier=True)
            if document.metadata:
                index.is_listed(uris[0], REMEMBERED, document.metadata, earlier=True)
        digest = sha256(held.data).hexdigest()
        outcome = outcome_of(document.source_name, plan)
        reading = Reading(
            document.document_id,
            digest,
            len(held.data),
            "",
            uris[0],
            uris[1:],
            document.source_gone,
            0.0,
            outcome,
            document.metadata,
        )
        index.keep(reading, staged=False)
