"""Turns one file's bytes into a plan document whatever goes wrong: a failure becomes its status and reason."""

from hashlib import sha256

from extract.errors import UnreadablePdf
from models import Document, PlanDocument, Status
from planledger.convert import convert_document
from planledger.cross_check import cross_checked
from planledger.options import Options
from planledger.sources.source import Source
from planledger.version import READER_VERSION

LONGEST_REASON = 300
"""Characters kept of an unforeseen error's message, which may quote the file at length."""


def attempt(data: bytes, source: Source, options: Options | None = None) -> PlanDocument:
    """What convert_document makes of the file, or an empty document that says why there is nothing in it."""
    try:
        options = options or Options()
        plan = convert_document(data, source.name, source.uri, options.reader, options.prose)
        return cross_checked(plan, data) if options.cross_check else plan
    except UnreadablePdf as error:
        return _unconverted(data, source, error.status, str(error), getattr(error, "page_count", 0))
    except MemoryError:  # whoever limits the memory knows what to make of it
        raise
    except Exception as error:  # one document's failure, whatever it is, must not end the others' conversion
        message = " ".join(str(error).split())
        return _unconverted(data, source, Status.UNREADABLE, f"{type(error).__name__}: {message}"[:LONGEST_REASON])


def _unconverted(data: bytes, source: Source, status: Status, reason: str, page_count: int = 0) -> PlanDocument:
    return unconverted(sha256(data).hexdigest(), len(data), source, status, reason, page_count)


def unconverted(
    document_id: str, size: int, source: Source, status: Status, reason: str, page_count: int = 0
) -> PlanDocument:
    """A document without records that says why it has none; `size` is that of its file in bytes."""
    return PlanDocument(
        document=Document(
            document_id=document_id,
            source_name=source.name,
            source_uri=source.uri,
            source_bytes=size,
            status=status,
            reason=reason,
            page_count=page_count,
            reader_version=READER_VERSION,
        )
    )
