"""Objects of S3, Google Cloud Storage and Azure, through fsspec: what the store says of them, and their bytes.

Credentials, endpoints and regions come from the environment, each library's usual way.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, BinaryIO, cast

from planledger.limits import MEBIBYTE
from planledger.sources.source import CannotOpen
from planledger.sources.uris import scheme_of

STORES = {"s3": "S3", "gs": "Google Cloud Storage", "az": "Azure Blob Storage"}
"""Each store by the scheme of its URLs, which is the name of the extra that installs its library too."""

KINDS = ", ".join(f"{scheme}:" for scheme in ("file", "zip", *STORES))
"""The URIs that can be opened."""

BLOCK = 8 * MEBIBYTE
"""Bytes fetched at a time: most plans in one piece."""

NO_CREDENTIALS = frozenset(
    {"NoCredentialsError", "PartialCredentialsError", "DefaultCredentialsError", "CredentialUnavailableError"}
)
UNREACHABLE = frozenset(
    {
        "ClientConnectionError",
        "ConnectTimeoutError",
        "ConnectionError",
        "EndpointConnectionError",
        "ReadTimeoutError",
        "ServiceRequestError",
        "TimeoutError",
        "gaierror",
    }
)
"""What the libraries call these failures; none of them need be installed."""


def look_up(uri: str) -> dict[str, Any]:
    """What a store says of an object or a prefix. Raises CannotOpen."""
    with _told():
        return cast(dict[str, Any], _file_system(uri).info(uri))


def exists(uri: str) -> bool:
    """Whether there is an object of just that name. Raises CannotOpen where the store does not tell."""
    with _told():
        try:
            return not is_prefix(_file_system(uri).info(uri))
        except FileNotFoundError:
            return False


def is_prefix(said: dict[str, Any]) -> bool:
    """Whether what `look_up` found is no object, but the beginning of some objects' keys."""
    return bool(said["type"] == "directory")


def token_of(said: dict[str, Any]) -> str | None:
    """What a store says of an object's bytes: its tag or version, its size, and when it was written."""
    tag = said.get("ETag") or said.get("etag") or said.get("generation")
    written = said.get("LastModified") or said.get("last_modified") or said.get("updated") or said.get("mtime")
    if not tag and not written:
        return None
    # A listing may tell fractions of a second where an object's own header does not.
    if isinstance(written, datetime):
        written = written.replace(microsecond=0).isoformat()
    moment = str(written or "").partition(".")[0]
    return json.dumps([str(tag or "").strip('"'), said.get("size"), moment])


def open_object(uri: str) -> BinaryIO:
    """An object as a stream that can be read anywhere. Raises CannotOpen."""
    with _told():
        return cast(BinaryIO, _file_system(uri).open(uri, "rb", block_size=BLOCK))


def chunks(uri: str) -> Iterator[bytes]:
    """The bytes of an object. Raises CannotOpen."""
    with _told(), open_object(uri) as stream:
        while data := stream.read(BLOCK):
            yield data


def list_folder(folder: str, *, missing_ok: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """What lies directly below, by the last part of its name, in the order of the names."""
    files = _file_system(folder)
    with _told():
        try:
            entries = files.ls(folder, detail=True)
        except FileNotFoundError:
            if missing_ok:
                return
            raise
    start = len(files._strip_protocol(folder)) + 1
    for entry in sorted(entries, key=lambda entry: str(entry["name"])):
        name = str(entry["name"])[start:]
        # An object may have the very name of the folder: some tools write one to stand for it.
        if name or entry["type"] == "directory":
            yield name, entry


def _file_system(uri: str) -> Any:
    import fsspec  # noqa: PLC0415 - only here, where it is used: it takes a while

    scheme = scheme_of(uri) or ""
    try:
        # Not to remember listings: an archive's would never be asked for again.
        return fsspec.filesystem(scheme, use_listings_cache=False)
    except ImportError as error:
        raise CannotOpen(
            f"for {STORES[scheme]} a package is missing; install it with: pip install 'planledger[{scheme}]'"
        ) from error


@contextmanager
def _told() -> Iterator[None]:
    """Whatever a store's library raises becomes one line."""
    try:
        yield
    except (CannotOpen, MemoryError):
        raise
    except Exception as error:  # each library has errors of its own, and they need not be installed
        raise CannotOpen(_reason(error)) from error


def _reason(error: BaseException) -> str:
    kinds = {kind.__name__ for each in _chain(error) for kind in type(each).__mro__}
    message = " ".join(str(error).split())[:200]
    if kinds & NO_CREDENTIALS:
        return "no credentials for this store in the environment; set them as its own tools take them"
    if isinstance(error, FileNotFoundError):
        return "no such bucket, prefix or object"
    if isinstance(error, PermissionError):
        return f"the store denies access: {message}"
    if kinds & UNREACHABLE:
        return f"the store cannot be reached: {message}"
    return f"the store fails: {type(error).__name__}: {message}"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
