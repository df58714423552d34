"""Object stores to sources: single objects, and all that lies below a prefix or matches a glob."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planledger.sources.archive import Archive
from planledger.sources.objects import list_folder, token_of
from planledger.sources.pattern import EVERYTHING, Pattern
from planledger.sources.source import PDF, ZIP, Found, Memory, Refused, Source, has_suffix


@dataclass(frozen=True, slots=True)
class StorePrefix:
    """A prefix with every *.pdf below it; with a pattern, only those *.pdf and *.zip that match it.

    `below` ends with a slash.
    """

    below: str
    wanted: Pattern | None = None

    @property
    def uri(self) -> str:
        """The prefix, with the pattern."""
        return f"{self.below}{self.wanted.text if self.wanted else ''}"

    def each(self) -> Iterator[Found]:
        """Its sources; what lies between two slashes of the keys is listed at a time."""
        wanted = self.wanted or EVERYTHING
        waiting = [(self.below.removesuffix("/"), wanted.start())]
        while waiting:
            folder, states = waiting.pop()
            folders = []
            for name, entry in list_folder(folder, missing_ok=self.wanted is not None):
                uri = f"{folder}/{name}"
                after = wanted.after(states, name)
                if not name or "/" in name:  # as with two slashes in a row: listing it would list the folder again
                    yield Refused(uri, uri, "below a folder without a name, which cannot be listed")
                elif entry["type"] == "directory":
                    folders += [(uri, after)] if after else []
                elif wanted.takes(after):
                    yield from self._object(uri, name, entry)
            waiting.extend(reversed(folders))

    def holds_any(self) -> bool:
        """Left to the run: to list a prefix may take long."""
        return True

    def forget_missing(self, memory: Memory) -> None:
        """Forgets objects that are gone, and members of archives that match the pattern."""
        memory.forget_missing(self.below, self._covers)

    def _covers(self, uri: str, archive: bool) -> bool:
        if self.wanted is None:
            return not archive
        return self.wanted.matches(uri.removeprefix(self.below))

    def _object(self, uri: str, name: str, entry: dict[str, Any]) -> Iterator[Found]:
        if has_suffix(name, PDF):
            yield Source(name, uri, token_of(entry))
        elif self.wanted is not None and has_suffix(name, ZIP):
            yield from Archive(uri, token_of(entry)).each()
