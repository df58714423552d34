"""A list of documents in CSV to sources, each with what its row says of it.

The column `path` names a document: relative to the list's own folder, absolute, or by URL. The other columns are
metadata; cells without text are left out.
"""

import csv
import io
import posixpath
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from planledger.sources.files import open_file, source_at
from planledger.sources.objects import KINDS, STORES, is_prefix, look_up, open_object, token_of
from planledger.sources.source import CannotOpen, Found, Listed, Memory, Refused, Source
from planledger.sources.uris import last_part, member_of, path_of, scheme_of, shown

PATH = "path"
TOGETHER = 64
"""Rows looked up at a time: an object store answers many questions as soon as one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: the path that it gives, and what it says of it."""

    path: str
    listed: Listed
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of documents, by its own URI: a file or an object."""

    uri: str

    def each(self) -> Iterator[Found]:
        """Its rows' documents, in their order. Raises CannotOpen where it cannot be read as a list."""
        rows = self._rows()
        with ThreadPoolExecutor(TOGETHER // 4) as together:
            while some := list(islice(rows, TOGETHER)):
                yield from together.map(self._found, some)

    def holds_any(self) -> bool:
        """Whether it has a row."""
        return next(self._rows(), None) is not None

    def forget_missing(self, memory: Memory) -> None:
        """Forgets what only this list named, and names no more."""
        memory.forget_unlisted(self.uri)

    def _rows(self) -> Iterator[Row]:
        stream = open_file(path_of(self.uri)) if scheme_of(self.uri) == "file" else open_object(self.uri)
        with io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as text:
            lines = csv.reader(text, strict=True)
            try:
                columns = _columns(next(lines, []))
                line = lines.line_num
                for cells in lines:
                    if any(map(str.strip, cells)):
                        yield self._row(columns, cells, line + 1)
                    line = lines.line_num
            except csv.Error as error:
                raise CannotOpen(f"not CSV at line {lines.line_num}: {error}") from error
            except UnicodeDecodeError as error:
                raise CannotOpen(f"not UTF-8 after line {lines.line_num}; save it as CSV in UTF-8") from error

    def _row(self, columns: Sequence[str], cells: Sequence[str], line: int) -> Row:
        said = {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if name and cell.strip()}
        path = said.pop(PATH, "")
        more = any(map(str.strip, cells[len(columns) :]))
        problem = "the row has more cells than the list has columns" if more else None if path else "no path"
        return Row(path, Listed(self.uri, line, said), problem)

    def _found(self, row: Row) -> Found:
        """The document that a row names, or why it is none: a row costs only itself."""
        place = f"{self.uri}#line={row.listed.line}"
        if row.problem is not None:
            return Refused(row.path or self._name(), place, self._at(row, row.problem))
        try:
            return replace(self._source(row.path), listed=row.listed)
        except CannotOpen as error:
            return Refused(row.path, self._uri_of(row.path) or place, self._at(row, str(error)))
        except ValueError as error:
            return Refused(row.path, place, self._at(row, str(error)))

    def _source(self, path: str) -> Source:
        uri = self._uri_of(path)
        scheme = scheme_of(uri or "")
        if uri is None or scheme is None:
            raise CannotOpen(f"no place of a kind that can be opened: {KINDS}")
        if scheme == "file":
            found = path_of(uri)
            if not found.is_file():
                raise CannotOpen("not a file" if found.exists() else "no such file")
            return source_at(found)
        if scheme in STORES:
            said = look_up(uri)
            if is_prefix(said):
                raise CannotOpen("not an object")
            return Source(last_part(uri), uri, token_of(said))
        member = member_of(uri)
        assert member is not None
        return Source(shown(last_part(member[1])), uri)

    def _uri_of(self, path: str) -> str | None:
        """The URI of what a row names, links followed: a row names a single file, as the command line may."""
        scheme = scheme_of(path)
        if scheme == "file":
            return path_of(path).resolve().as_uri()
        if scheme is not None:
            return path if scheme in STORES or member_of(path) is not None else None
        if scheme_of(self.uri) == "file":
            return Path(path_of(self.uri).parent, path).resolve().as_uri()
        if path.startswith("/"):
            return Path(path).resolve().as_uri()
        store, _, folder = self.uri.rpartition("/")[0].partition("://")
        return f"{store}://{posixpath.normpath(posixpath.join(folder, path))}"

    def _at(self, row: Row, reason: str) -> str:
        return said_at(reason, row.listed)

    def _name(self) -> str:
        return name_of(self.uri)


def said_at(reason: str, listed: Listed) -> str:
    """A reason with the row that it is about."""
    return f"{reason} ({name_of(listed.by)}, line {listed.line})"


def name_of(uri: str) -> str:
    """A list's file name."""
    return shown(path_of(uri).name) if scheme_of(uri) == "file" else last_part(uri)


def _columns(header: Iterable[str]) -> list[str]:
    columns = [name.strip() for name in header]
    columns = [PATH if name.lower() == PATH else name for name in columns]
    for name in columns:
        if name and columns.count(name) > 1:
            raise CannotOpen(f"two columns are called {name}")
    if PATH not in columns:
        raise CannotOpen(f"no column is called {PATH}; it takes the documents' places, in CSV with commas")
    return columns
