"""Files and folders of this machine to sources.

Below a folder links are not followed out of it: a file or folder that they lead to is told, not opened. A link that is
named itself is followed.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from planledger.sources.archive import Archive
from planledger.sources.files import source_at
from planledger.sources.pattern import EVERYTHING, Pattern
from planledger.sources.source import PDF, ZIP, CannotOpen, Found, Memory, Refused, has_suffix
from planledger.sources.uris import shown


@dataclass(frozen=True, slots=True)
class LocalFolder:
    """A folder with every *.pdf in it, at all levels; with a pattern, only those *.pdf and *.zip that match it."""

    path: Path
    wanted: Pattern | None = None

    @property
    def uri(self) -> str:
        """The folder's URI, with the pattern."""
        return f"{self._below()}{self.wanted.text if self.wanted else ''}"

    def each(self) -> Iterator[Found]:
        """Its sources, folder by folder; only one folder's names are held at a time."""
        try:
            yield from self._each()
        except OSError as error:
            raise CannotOpen(f"{error.filename or 'it'} cannot be listed: {error.strerror}") from error

    def holds_any(self) -> bool:
        """Whether there is one."""
        return next(self.each(), None) is not None

    def forget_missing(self, memory: Memory) -> None:
        """Forgets files that are gone, and members of archives that match the pattern."""
        memory.forget_missing(self._below(), self._covers)

    def _below(self) -> str:
        return self.path.as_uri().removesuffix("/") + "/"

    def _covers(self, uri: str, archive: bool) -> bool:
        if self.wanted is None:
            return not archive
        return self.wanted.matches(os.fsdecode(unquote_to_bytes(uri.removeprefix(self._below()))))

    def _each(self) -> Iterator[Found]:
        wanted = self.wanted or EVERYTHING
        waiting = [(self.path, wanted.start())] if self.wanted is None or self.path.is_dir() else []
        while waiting:
            folder, states = waiting.pop()
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
            folders = []
            for entry in entries:
                after = wanted.after(states, entry.name)
                if not after:
                    continue
                if entry.is_symlink():
                    yield from self._linked(entry, wanted.takes(after))
                elif entry.is_dir():
                    folders.append((Path(entry.path), after))
                elif entry.is_file() and wanted.takes(after):
                    yield from self._file(Path(entry.path), entry.name)
            waiting.extend(reversed(folders))

    def _file(self, path: Path, name: str) -> Iterator[Found]:
        """What a file is, going by the name it has in the folder."""
        if has_suffix(name, PDF):
            yield source_at(path)
        elif self.wanted is not None and has_suffix(name, ZIP):
            yield from Archive(path.as_uri()).each()

    def _linked(self, entry: os.DirEntry[str], taken: bool) -> Iterator[Found]:
        """What a link in the folder comes to. One to another folder inside is left: what it leads to is met there."""
        target = Path(os.path.realpath(entry.path))
        inside = target.is_relative_to(self.path)
        folder = target.is_dir()
        if not folder and not (taken and has_suffix(entry.name, *((PDF,) if self.wanted is None else (PDF, ZIP)))):
            return
        if not inside:
            yield self._refused(entry, "links out of the folder")
        elif target.is_file():
            yield from self._file(target, entry.name)
        elif not folder and not target.exists():
            yield self._refused(entry, "a link that leads nowhere")

    def _refused(self, entry: os.DirEntry[str], reason: str) -> Refused:
        path = Path(entry.path)
        return Refused(shown(str(path.relative_to(self.path))), path.as_uri(), reason)
