"""A stand-in for the conversion core, which worker processes can import too."""

import os
import signal
import time
from hashlib import sha256
from unittest.mock import patch

from models import Coverage, Document, Evidence, PlanDocument, Record
from planledger.unit import Job, NotOpened, Receipt, read_job
from planledger.version import READER_VERSION


def converted(
    data: bytes, source_name: str, source_uri: str, reader: str = "pdfium", prose: bool = False
) -> PlanDocument:
    """A document with one record for each line of the file.

    A file that holds "bomb" goes off; one that holds "hang", "hog", "segfault" or "exit" does so.
    """
    text = data.decode("latin-1")
    if "bomb" in text:
        raise RecursionError("too deep\nby far")
    if "hang" in text:
        time.sleep(3600)
    if "hog" in text:
        bytearray(1 << 40)
    if "segfault" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "exit" in text:
        os._exit(7)
    return PlanDocument(
        document=Document(
            document_id=sha256(data).hexdigest(),
            source_name=source_name,
            source_uri=source_uri,
            source_bytes=len(data),
            status="converted",
            page_count=1,
            reader_version=READER_VERSION,
            warnings=(f"read by {reader}",) if reader != "pdfium" else (),
        ),
        records=tuple(_record(number, line) for number, line in enumerate(text.splitlines())),
        coverage=Coverage(table_words=4, claimed_words=3),
    )


def _record(number: int, line: str) -> Record:
    evidence = Evidence(field="action", page=1, bbox=(10, 20, 30, 40), text=line)
    return Record(
        record_id=f"r{number}", kind="action", action=line, page=1, pages=(1,), confidence=1, evidence=(evidence,)
    )


def stand_in_job(job: Job) -> Receipt | NotOpened:
    """The unit of work with the stand-in in the place of the core."""
    with patch("planledger.attempt.convert_document", converted):
        return read_job(job)
