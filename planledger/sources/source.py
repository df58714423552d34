"""What every kind of place yields: sources, and what looks like one and cannot be opened."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

PDF = ".pdf"
ZIP = ".zip"
CSV = ".csv"


class CannotOpen(Exception):
    """A place or a source cannot be opened or read; `str()` says why, without its name."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The list that names a source, the line of it from 1, and what else that says of the source."""

    by: str
    line: int
    metadata: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """One file to convert: the name and the URI that its document carries, and by which it can be opened.

    `token` is the same as before only where the bytes are; None where nothing but the bytes can tell.
    """

    name: str
    uri: str
    token: str | None = None
    listed: Listed | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """What a place holds in the way of a source that cannot be one, and why."""

    name: str
    uri: str
    reason: str


Found = Source | Refused


class Memory(Protocol):
    """Who remembers the sources of earlier runs, and forgets those that the present one has not found again."""

    def forget_missing(self, below: str, covers: Callable[[str, bool], bool]) -> None:
        """Forgets the sources whose URI, or whose archive's, begins with `below` and is covered.

        `covers` is given that URI, and whether it is an archive's.
        """

    def forget_members(self, archive: str) -> None:
        """Forgets the members of an archive."""

    def forget_unlisted(self, listing: str) -> None:
        """Forgets the sources that only that list named."""


class Place(Protocol):
    """Where sources lie. `uri` tells it apart from other places."""

    @property
    def uri(self) -> str:
        """The place itself."""

    def each(self) -> Iterator[Found]:
        """All that it holds, in one order. Raises CannotOpen where it cannot be listed."""

    def holds_any(self) -> bool:
        """Whether anything is in it, as far as a quick look tells. Raises CannotOpen."""

    def forget_missing(self, memory: Memory) -> None:
        """Has sources forgotten that lay in it and do no longer."""


@dataclass(frozen=True, slots=True)
class Single:
    """A place that is one source, whatever its suffix."""

    source: Source

    @property
    def uri(self) -> str:
        """The source's URI."""
        return self.source.uri

    def each(self) -> Iterator[Found]:
        """The source."""
        yield self.source

    def holds_any(self) -> bool:
        """Always: it was there when it was named, or its opening tells."""
        return True

    def forget_missing(self, memory: Memory) -> None:
        """Nothing else lies in it."""


def has_suffix(name: str, *suffixes: str) -> bool:
    """Whether a name ends in one of the suffixes, in any case, and has something before it."""
    return any(name.lower().endswith(suffix) and len(name) > len(suffix) for suffix in suffixes)
