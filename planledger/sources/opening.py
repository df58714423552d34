"""The URI of a source, wherever it lies, to its bytes."""

from collections.abc import Iterator
from hashlib import sha256

from planledger.sources import archive, files, objects
from planledger.sources.source import CannotOpen
from planledger.sources.uris import member_of, scheme_of


def read_bytes(uri: str) -> bytes:
    """The bytes of the file, the object or the archive's member that a source's URI names. Raises CannotOpen."""
    return b"".join(chunks(uri))


def size_and_digest(uri: str) -> tuple[int, str]:
    """The size and the sha256 of what a source's URI names; only some of it is held at a time. Raises CannotOpen."""
    digest, size = sha256(), 0
    for data in chunks(uri):
        digest.update(data)
        size += len(data)
    return size, digest.hexdigest()


def chunks(uri: str) -> Iterator[bytes]:
    """The bytes, piece by piece. Raises CannotOpen."""
    member = member_of(uri)
    if member is not None:
        return archive.chunks(*member)
    scheme = scheme_of(uri)
    if scheme in objects.STORES:
        return objects.chunks(uri)
    if scheme == "file":
        return files.chunks(uri)
    raise CannotOpen(f"no URI of a kind that can be opened: {objects.KINDS}")
