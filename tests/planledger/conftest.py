"""A stand-in for the conversion core, for tests of the program around it."""

from hashlib import sha256

import pytest

from models import Coverage, Document, Evidence, PlanDocument, Record
from planledger.version import READER_VERSION


def converted(
    data: bytes, source_name: str, source_uri: str, reader: str = "pdfium", prose: bool = False
) -> PlanDocument:
    """A document with one record for each line of the file. A file that holds "bomb" goes off."""
    text = data.decode("latin-1")
    if "bomb" in text:
        raise RecursionError("too deep\nby far")
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


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts `converted` in the place of convert_document."""
    monkeypatch.setattr("planledger.attempt.convert_document", converted)
