"""Paths and members of archives to the URIs that a dataset names them by, and back.

- a file: `file:///archive/a%20plan.pdf` (RFC 8089);
- an object: `s3://bucket/key`, with the key as it is, as the stores' own tools write it;
- a member of a zip archive: `zip://folder/plan.pdf::file:///archive/plans.zip`, fsspec's chain of URLs, with what is
  neither letter, digit nor one of `_.-~/` in the member's name percent-encoded.
"""

import os
import re
from pathlib import Path
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://")
_MEMBER, _OF = "zip://", "::"


def scheme_of(text: str) -> str | None:
    """`s3` of `s3://bucket/key`; None for what is no URL."""
    found = _SCHEME.match(text)
    return found[1] if found else None


def path_of(uri: str) -> Path:
    """The path of a file: URI. Raises ValueError where it names a file of another machine."""
    parts = urlsplit(uri)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        raise ValueError("only files of this machine (file:///...) can be opened")
    return Path(os.fsdecode(unquote_to_bytes(parts.path)))


def member_uri(member: str, archive: str) -> str:
    """The URI of a member of the archive that has the URI `archive`."""
    return f"{_MEMBER}{quote(member, safe='/')}{_OF}{archive}"


def member_of(uri: str) -> tuple[str, str] | None:
    """The archive's URI and the member's name that a zip: URI names; None for every other."""
    member, of, archive = uri.partition(_OF)
    return (archive, unquote(member.removeprefix(_MEMBER))) if of and member.startswith(_MEMBER) else None


def shown(name: str) -> str:
    """A file's name as text: bytes in it that are no UTF-8 are shown escaped; a URI keeps them, percent-encoded."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def last_part(path: str) -> str:
    """What follows the last slash."""
    return path.rpartition("/")[2]
