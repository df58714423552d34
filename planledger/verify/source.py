"""A document's source URI to the file's bytes, and to whether they are the bytes that the document was made from."""

from collections.abc import Iterator
from hashlib import sha256

from models import Document
from planledger.sources.opening import read_bytes
from planledger.sources.source import CannotOpen
from planledger.verify.finding import Check, Finding


class SourceGone(Exception):
    """The source cannot be opened; `str()` says why."""


def reopen(uri: str) -> bytes:
    """The bytes that a document's source_uri names: a file, an object, an archive's member. Raises SourceGone."""
    try:
        return read_bytes(uri)
    except CannotOpen as error:
        raise SourceGone(str(error)) from error


def source_findings(document: Document, data: bytes) -> Iterator[Finding]:
    """Whether the file has the size and the sha256 of the document."""
    if len(data) != document.source_bytes:
        yield Finding(Check.SOURCE, "source_bytes", str(document.source_bytes), str(len(data)))
    digest = sha256(data).hexdigest()
    if digest != document.document_id:
        yield Finding(Check.SOURCE, "document_id", document.document_id, f"the file's sha256 is {digest}")
