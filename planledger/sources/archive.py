"""A zip archive to the sources in it, and a member of it to its bytes, which are inflated in memory alone.

Archives may be hostile. What a member inflates to is limited, and so is the list of members, which is held whole; an
archive whose members share their bytes, as in a bomb, is refused. Names are names only: nothing is written anywhere.
"""

import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from lzma import LZMAError
from typing import IO, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from planledger.limits import MEBIBYTE
from planledger.sources.files import open_file
from planledger.sources.objects import STORES, open_object
from planledger.sources.source import PDF, CannotOpen, Found, Memory, Refused, Source, has_suffix
from planledger.sources.uris import last_part, member_uri, path_of, scheme_of, shown

LARGEST_MEMBER = 512 * MEBIBYTE
"""Bytes that a member may inflate to."""

LONGEST_LIST = 64 * MEBIBYTE
"""Bytes of an archive's own list of members: some 700,000 of them."""

MAC = "__MACOSX/"
"""Where the Mac's archiver puts files' attributes, under the files' names; they are no documents."""

ENCRYPTED = 1
"""The bit of a member's flags that says so (APPNOTE.TXT, 4.4.4)."""

BROKEN = (BadZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What zipfile raises over archives that are damaged, or made in ways that it does not know."""


class _Sparing:
    """An archive's stream that refuses to be read in one piece that is too long: only its list of members is."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.seek, self.tell, self.seekable, self.close = stream.seek, stream.tell, stream.seekable, stream.close

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes."""
        if size > LONGEST_LIST:
            raise BadZipFile("its list of members is too long")
        return self._stream.read(size)


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip archive, by its URI: a file or an object. `token`: what an object store says of it."""

    uri: str
    token: str | None = None

    def each(self) -> Iterator[Found]:
        """Every *.pdf in it, or the archive itself where it cannot be read."""
        try:
            with _stream(self.uri) as stream, ZipFile(cast(IO[bytes], _Sparing(stream))) as archive:
                size = stream.seek(0, os.SEEK_END)
                if sum(info.compress_size for info in archive.infolist()) > size:
                    raise BadZipFile("its members share their bytes, as in a bomb")
                token = self.token or _digest(stream)
                yield from _members(archive, self.uri, token)
        except CannotOpen as error:
            yield Refused(_name(self.uri), self.uri, str(error))
        except BROKEN as error:
            yield Refused(_name(self.uri), self.uri, f"not a zip archive, or damaged: {_message(error)}")

    def holds_any(self) -> bool:
        """Left to the run, which tells what is wrong with an archive and goes on."""
        return True

    def forget_missing(self, memory: Memory) -> None:
        """Forgets its members that are gone."""
        memory.forget_members(self.uri)


def chunks(archive: str, member: str) -> Iterator[bytes]:
    """The bytes of a member; of several of one name, the last. Raises CannotOpen."""
    try:
        opened = _opened(archive, _state(archive))
        info = opened.getinfo(member)
        reason = _closed(info)
        if reason is not None:
            raise CannotOpen(reason)
        # Of the other methods zipfile inflates all that it has read at once: some 20,000 times as much, at worst.
        step = MEBIBYTE // 16 if info.compress_type in (ZIP_STORED, ZIP_DEFLATED) else MEBIBYTE // 256
        with opened.open(info) as stream:
            while data := stream.read(step):
                yield data
    except KeyError as error:
        raise CannotOpen("no such file in the archive") from error
    except BROKEN as error:
        raise CannotOpen(f"cannot be taken out of its archive: {_message(error)}") from error


def _members(archive: ZipFile, uri: str, token: str) -> Iterator[Found]:
    """The *.pdf among the members. `zip:` URIs name the last of one name; the ones before are told."""
    for number, info in enumerate(archive.infolist()):
        name = info.filename
        if not has_suffix(name, PDF) or name.startswith(MAC):
            continue
        place = member_uri(name, uri)
        if archive.getinfo(name) is not info:
            yield Refused(name, f"{place}#{number}", "another member of the archive has its name; the last one counts")
        elif (reason := _closed(info)) is not None:
            yield Refused(name, place, reason)
        else:
            yield Source(shown(last_part(name.replace("\\", "/"))), place, token)


def _closed(info: ZipInfo) -> str | None:
    """Why a member is not to be opened. zipfile takes no more out of it than the list says that there is."""
    if info.flag_bits & ENCRYPTED:
        return "encrypted in its archive; take it out with the archive's password"
    if info.file_size > LARGEST_MEMBER:
        return f"inflates to more than {LARGEST_MEMBER // MEBIBYTE:,} MiB"
    return None


@contextmanager
def _stream(uri: str) -> Iterator[BinaryIO]:
    """The archive's own bytes, wherever it lies."""
    stream = _seekable(uri)
    try:
        yield stream
    finally:
        stream.close()


def _seekable(uri: str) -> BinaryIO:
    scheme = scheme_of(uri)
    if scheme == "file":
        return open_file(path_of(uri))
    if scheme in STORES:
        return open_object(uri)
    raise CannotOpen("only archives in files and object stores can be opened")


@lru_cache(maxsize=1)
def _opened(uri: str, state: object) -> ZipFile:  # noqa: ARG001 - another state is another archive
    """The archive, open: a process that takes many members out of one reads its list once."""
    return ZipFile(cast(IO[bytes], _Sparing(_seekable(uri))))


def _state(uri: str) -> object:
    """What tells an archive from another that took its place."""
    if scheme_of(uri) != "file":
        return None
    try:
        found = path_of(uri).stat()
    except OSError as error:
        raise CannotOpen(f"its archive cannot be opened: {error.strerror}") from error
    return found.st_mtime_ns, found.st_size, found.st_ino


def _digest(stream: BinaryIO) -> str:
    """The sha256 of an archive: while it is the same, so are its members."""
    digest = sha256()
    stream.seek(0)
    while data := stream.read(MEBIBYTE):
        digest.update(data)
    return digest.hexdigest()


def _name(uri: str) -> str:
    return shown(path_of(uri).name) if scheme_of(uri) == "file" else last_part(uri)


def _message(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
