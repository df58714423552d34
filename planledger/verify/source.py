"""A document's source URI to the file's bytes, and to whether they are the bytes that the document was made from."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from models import Document
from planledger.verify.finding import Check, Finding


class SourceGone(Exception):
    """The source cannot be opened; `str()` says why."""


def reopen(uri: str) -> bytes:
    """The bytes of the file that a file: URI names. Raises SourceGone."""
    parts = urlsplit(uri)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        raise SourceGone("only files of this machine (file:///...) can be opened again")
    path = Path(os.fsdecode(unquote_to_bytes(parts.path)))
    try:
        if not path.is_file():
            raise SourceGone("not a file" if path.exists() else "no such file")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise SourceGone(f"cannot be opened: {getattr(error, 'strerror', None) or error}") from error


def source_findings(document: Document, data: bytes) -> Iterator[Finding]:
    """Whether the file has the size and the sha256 of the document."""
    if len(data) != document.source_bytes:
        yield Finding(Check.SOURCE, "source_bytes", str(document.source_bytes), str(len(data)))
    digest = sha256(data).hexdigest()
    if digest != document.document_id:
        yield Finding(Check.SOURCE, "document_id", document.document_id, f"the file's sha256 is {digest}")
