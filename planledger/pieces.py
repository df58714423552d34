"""Turns JSON files of a dataset into Arrow tables, some dozens of documents at a time, by workers where there are many.

The order of the tables is that of the files, whichever worker is done first.
"""

import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import pyarrow as pa
from pyarrow import feather

from models.tables import TABLES, TableName
from planledger.cage.pool import Pool
from planledger.dataset import Stored
from planledger.errors import DatasetError
from planledger.parquet import Tables, tables_of

DOCUMENTS = 64
"""Documents in a piece: enough to make a hand-over cheap, few enough to hold in memory."""

BYTES = 16 << 20
"""A piece ends where its files come to so much, whatever their number."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some JSON files of one shard. `folder` is where a worker leaves their rows."""

    shard: str
    paths: tuple[Path, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class Made:
    """A piece is done: its rows lie in its folder, or `refused` says which file is none of a dataset."""

    refused: str | None = None


Maker = Callable[[Iterable[Piece]], Iterator[tuple[Piece, Tables]]]
"""Makes the rows of the pieces, in their order. Raises DatasetError at a file that is no plan document."""


def pieces(shard: str, paths: Iterable[Path], folder: Path) -> Iterator[Piece]:
    """The files of one shard in pieces; each gets a folder of its own below `folder`."""
    held: list[Path] = []
    size = number = 0
    for path in paths:
        held.append(path)
        size += path.stat().st_size
        if len(held) == DOCUMENTS or size >= BYTES:
            yield Piece(shard, tuple(held), folder / f"{shard}.{number:06d}")
            held, size, number = [], 0, number + 1
    if held:
        yield Piece(shard, tuple(held), folder / f"{shard}.{number:06d}")


def in_this_process(wanted: Iterable[Piece]) -> Iterator[tuple[Piece, Tables]]:
    """Makes one after the other, here."""
    for piece in wanted:
        yield piece, _tables(piece)


def by_workers(pool: Pool) -> Maker:
    """Makes them by a pool's workers; a single one here, sooner than a worker would have started."""

    def made(wanted: Iterable[Piece]) -> Iterator[tuple[Piece, Tables]]:
        waiting = iter(wanted)
        first = tuple(islice(waiting, 2))
        if len(first) < 2:
            yield from in_this_process(first)
        else:
            yield from _in_order(pool, chain(first, waiting))

    return made


def _in_order(pool: Pool, wanted: Iterable[Piece]) -> Iterator[tuple[Piece, Tables]]:
    order: deque[Piece] = deque()
    done: dict[Path, Made | None] = {}

    def given() -> Iterator[Piece]:
        for piece in wanted:
            order.append(piece)
            yield piece

    for end in pool.run(make, given()):
        done[end.job.folder] = end.answer
        while order and order[0].folder in done:
            piece = order.popleft()
            yield piece, _collect(piece, done.pop(piece.folder))


def make(piece: Piece) -> Made:
    """What a worker does with a piece: leaves its rows in the piece's folder."""
    try:
        found = _tables(piece)
    except DatasetError as error:
        return Made(str(error))
    piece.folder.mkdir(parents=True, exist_ok=True)
    for name, table in found.items():
        feather.write_feather(table, _place(piece, name), compression="uncompressed")
    return Made()


def _collect(piece: Piece, made: Made | None) -> Tables:
    """The rows that a worker has left, and nothing left behind; where it could not make them, they are made here."""
    if made is None:
        return _tables(piece)
    if made.refused is not None:
        raise DatasetError(made.refused)
    found = {table.name: _read(_place(piece, table.name)) for table in TABLES}
    shutil.rmtree(piece.folder)
    return found


def _tables(piece: Piece) -> Tables:
    return tables_of(Stored(path, path.read_bytes()).plan() for path in piece.paths)


def _place(piece: Piece, table: TableName) -> Path:
    return piece.folder / f"{table.value}.arrow"


def _read(path: Path) -> pa.Table:
    return feather.read_table(path, memory_map=False)
