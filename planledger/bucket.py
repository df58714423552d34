"""A dataset's place in an object store, by its URL, to the few things that are done there, through fsspec.

The same rules hold there as in a folder (see planledger.dataset): new files go to a staging folder, datapackage.json
the last of them, and only then to their places. A store cannot rename: it copies the files itself, and then they are
deleted.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from fsspec.core import url_to_fs

from planledger.datapackage import table_files
from planledger.errors import CommandError, DatasetError, UsageError
from planledger.layout import JSON, MANIFEST, PARQUET, REMOVED, STAGING, json_file
from planledger.sources.objects import STORES

INCOMING = ".incoming"
"""Where workers on other machines leave what they have made, for the one who converts."""

MANY = 500
"""Files that are handed to the store at once; it takes them in parallel."""

TRIES = 5
"""How often a download begins anew where a run elsewhere changes the dataset under its hands."""


def is_url(place: str) -> bool:
    """Whether a place is in an object store, not in a folder of this machine."""
    scheme, found, _ = place.partition("://")
    return bool(found) and scheme not in ("", "file")


class Bucket:
    """A dataset in an object store. Every method raises DatasetError where the store does not do what is asked."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        scheme = url.partition("://")[0]
        try:
            with self._told():
                self._fs, self._path = url_to_fs(self.url, use_listings_cache=False)
        except DatasetError as error:
            wanted = f"; pip install 'planledger[{scheme}]'" if scheme in STORES else ""
            raise UsageError(f"{url}: cannot be opened{wanted}") from error

    def manifest(self) -> bytes | None:
        """The dataset's datapackage.json, if there is one: the coming one from the moment that it is decided."""
        staged = self._read(f"{STAGING}/{MANIFEST}")
        return staged if staged is not None else self._read(MANIFEST)

    def upload(self, root: Path, names: Iterable[str], removed: Iterable[str]) -> None:
        """Brings files of the folder `root` there, datapackage.json among them, and takes documents away.

        Killed before the end, it leaves the dataset as it was, or one that `finish` makes whole.
        """
        self.clear()
        with self._told():
            for some in _parts(names):
                self._fs.put([str(root / name) for name in some], [self._staged(name) for name in some])
            self._fs.pipe_file(self._staged(REMOVED), "".join(f"{name}\n" for name in removed).encode())
            self._fs.put_file(str(root / MANIFEST), self._staged(MANIFEST))
        self.finish()

    def finish(self) -> None:
        """Moves to its place what a decided upload has left in staging. Can be broken off and done again."""
        manifest = self._read(f"{STAGING}/{MANIFEST}")
        if manifest is None:
            return
        with self._told():
            removed = (self._read(f"{STAGING}/{REMOVED}") or b"").decode().split()
            staged = self._names(STAGING)
            for some in _parts(name for name in staged if name not in (MANIFEST, REMOVED)):
                self._fs.copy([self._staged(name) for name in some], [self._at(name) for name in some])
            wanted = {file.path for files in table_files(manifest).values() for file in files}
            stale = [name for name in self._names(PARQUET, keep=True) if name not in wanted]
            gone = [f"{JSON}/{json_file(document_id)}" for document_id in removed]
            self._remove([*stale, *gone])
            self._fs.pipe_file(self._at(MANIFEST), manifest)
            self._fs.rm_file(self._staged(MANIFEST))
        self.clear()

    def incoming(self, document_id: str) -> str:
        """The URL at which a worker elsewhere leaves what it has made of a document."""
        return f"{self.url}/{INCOMING}/{document_id}.json"

    def take(self, document_id: str) -> bytes:
        """What a worker has left of a document, and nothing left behind."""
        with self._told():
            place = self._at(f"{INCOMING}/{document_id}.json")
            data = bytes(self._fs.cat_file(place))
            self._fs.rm_file(place)
            return data

    def clear(self) -> None:
        """Deletes what an upload that was not decided, or has been finished, has left behind."""
        with self._told():
            if self._fs.exists(self._at(STAGING)):
                self._fs.rm(self._at(STAGING), recursive=True)

    def download(self, root: Path) -> None:
        """Brings the dataset into the folder `root`, which has none yet, datapackage.json last."""
        for _ in range(TRIES):
            manifest = self.manifest() or b""
            with self._told():
                try:
                    self._download(root, manifest)
                except FileNotFoundError:  # a run elsewhere moves files to their places at this moment
                    continue
            if manifest == self.manifest():
                (root / MANIFEST).write_bytes(manifest)
                return
        raise DatasetError(f"{self.url}: it is being changed; try again when the run that does it is done")

    def _download(self, root: Path, manifest: bytes) -> None:
        staged = set(self._names(STAGING)) if self._fs.exists(self._staged(MANIFEST)) else set()
        removed = (self._read(f"{STAGING}/{REMOVED}") or b"").decode().split() if staged else []
        placed = self._names(JSON, keep=True)
        tables = {file.path for files in table_files(manifest).values() for file in files}
        gone = {f"{JSON}/{json_file(document_id)}" for document_id in removed}
        wanted = tables | {name for name in {*placed, *staged} if name.startswith(f"{JSON}/") and name not in gone}
        for some in _parts(sorted(wanted)):
            for name in some:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
            there = [self._staged(name) if name in staged else self._at(name) for name in some]
            self._fs.get(there, [str(root / name) for name in some])

    def _names(self, folder: str, *, keep: bool = False) -> list[str]:
        """The files below a folder, sorted, named from there; with `keep` from the dataset's own folder."""
        if not self._fs.exists(self._at(folder)):
            return []
        start = len(self._at(folder)) + 1
        names = sorted(path[start:] for path in self._fs.find(self._at(folder)))
        return [f"{folder}/{name}" for name in names] if keep else names

    def _remove(self, names: Sequence[str]) -> None:
        for name in names:
            if self._fs.exists(self._at(name)):
                self._fs.rm_file(self._at(name))

    def _read(self, name: str) -> bytes | None:
        with self._told():
            try:
                return bytes(self._fs.cat_file(self._at(name)))
            except FileNotFoundError:
                return None

    def _at(self, name: str) -> str:
        return f"{self._path}/{name}"

    def _staged(self, name: str) -> str:
        return f"{self._path}/{STAGING}/{name}"

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Says of whatever goes wrong there where it went wrong; stores' clients raise errors of many kinds."""
        try:
            yield
        except CommandError:
            raise
        except Exception as error:
            reason = " ".join(str(error).split()) or type(error).__name__
            raise DatasetError(f"{self.url}: {reason}; the dataset there is as it was before") from error


def _parts(names: Iterable[str]) -> Iterator[list[str]]:
    held: list[str] = []
    for name in names:
        held.append(name)
        if len(held) == MANY:
            yield held
            held = []
    if held:
        yield held
