"""Turns the files and folders named on the command line into an ordered list of source files."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from urllib.parse import unquote_to_bytes, urlsplit

from planledger.errors import UsageError

SUFFIX = ".pdf"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to convert: where it is, and the name and URI that its document carries."""

    path: Path
    name: str
    uri: str


def find_sources(inputs: Iterable[Path]) -> tuple[Source, ...]:
    """Every file named, and every *.pdf (in any case) in every folder named and below, each once, sorted by URI.

    Raises UsageError where an input does not exist or cannot be listed, and where there is no PDF in all of them.
    """
    given = tuple(inputs)
    paths = {path.resolve() for entry in given for path in _files(entry)}
    if not paths:
        raise _no_pdf(given)
    return tuple(sorted(map(_source, paths), key=lambda source: source.uri))


def check_inputs(inputs: Iterable[Path]) -> None:
    """Raises UsageError as find_sources does, without looking further than to the first PDF of each folder."""
    given = tuple(inputs)
    found = [next(_files(entry), None) for entry in given]
    if not any(found):
        raise _no_pdf(given)


def each_source(entry: Path) -> Iterator[Source]:
    """Every source in a file or folder, in one order; only one folder's names are held at a time."""
    for path in _files(entry):
        yield _source(path.resolve())


def path_of(uri: str) -> Path:
    """The path of a source's URI."""
    return Path(os.fsdecode(unquote_to_bytes(urlsplit(uri).path)))


def _no_pdf(given: Iterable[Path]) -> UsageError:
    return UsageError(f"no {SUFFIX} file in {', '.join(map(str, given))}; name the folder that holds the PDFs")


def _files(entry: Path) -> Iterator[Path]:
    try:
        if entry.is_dir():
            yield from _pdfs_below(entry)
        elif entry.is_file():
            yield entry
        else:
            kind = "not a file or folder" if entry.exists() else "no such file or folder"
            raise UsageError(f"{entry}: {kind}; check the path")
    except OSError as error:
        raise UsageError(f"{error.filename or entry}: cannot be listed: {error.strerror}") from error


def _pdfs_below(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> NoReturn:
        raise error

    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders.sort()
        for name in sorted(names):
            path = Path(parent, name)
            if path.suffix.lower() == SUFFIX and path.is_file():
                yield path


def _source(path: Path) -> Source:
    # A file name may hold bytes that are no UTF-8; they are shown escaped. The URI keeps them, percent-encoded.
    name = os.fsencode(path.name).decode("utf-8", "backslashreplace")
    return Source(path, name, path.as_uri())
