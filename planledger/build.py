"""Turns the JSON files of a coming dataset into its datapackage.json and those of its Parquet files that change."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from itertools import groupby
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from models import SCHEMA_VERSION
from models.tables import TABLES, TableName
from planledger.datapackage import JsonFiles, TableFile, descriptor, table_files, version_of
from planledger.dataset import coming, removed
from planledger.layout import JSON, PARQUET, STAGING, json_files, shard_digits, shards, table_file
from planledger.parquet import Tables, table_writers
from planledger.pieces import Maker, Piece, in_this_process, pieces

Digests = Callable[[], Iterable[tuple[str, str]]]
"""Gives each document of the coming dataset, by id, with the sha256 of its JSON file."""

PIECES = "pieces"
"""Where in staging workers leave rows for the one who writes them into the tables."""

Held = Mapping[TableName, TableFile]


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard that changes: the tables that hold its rows so far, if they can be used, and whose rows are new in it."""

    name: str
    held: Held | None
    changed: frozenset[str]
    gone: frozenset[str]


def build(root: Path, old: bytes | None, digests: Digests, maker: Maker = in_this_process) -> str:
    """Writes the Parquet files that change into staging; returns the coming datapackage.json. `old` is the present one.

    Raises DatasetError where json/ holds a file that is no plan document.
    """
    files, count = _digest(digests)
    described = _held(root, old)
    work = list(_changing(root, described, count))
    made = dict(_write(root, work, maker))
    tables: dict[TableName, list[TableFile]] = {table.name: [] for table in TABLES}
    for shard in shards(count):
        for name, file in (made.get(shard) or described[shard]).items():
            tables[name].append(file)
    return descriptor(tables, JsonFiles(count, files))


def _digest(digests: Digests) -> tuple[str, int]:
    lines, count = sha256(), 0
    for document_id, digest in digests():
        lines.update(f"{digest}  {document_id}.json\n".encode())
        count += 1
    return lines.hexdigest(), count


def _held(root: Path, manifest: bytes | None) -> dict[str, Held]:
    """The shards of the dataset all of whose Parquet files are as its datapackage.json says."""
    found: dict[str, dict[TableName, TableFile]] = {}
    same = manifest is not None and version_of(manifest) == SCHEMA_VERSION
    for name, files in (table_files(manifest) if manifest and same else {}).items():
        for file in files:
            if _is_whole(root / file.path, file):
                shard = Path(file.path).stem.removeprefix(name.value).removeprefix("-")
                found.setdefault(shard, {})[name] = file
    return {shard: held for shard, held in found.items() if len(held) == len(TABLES)}


def _changing(root: Path, held: Mapping[str, Held], count: int) -> Iterator[Shard]:
    """The shards of a dataset of so many documents that are not as they are to be."""
    digits = shard_digits(count)

    def by_shard(document_ids: Iterable[str]) -> dict[str, frozenset[str]]:
        ordered = sorted(document_ids)
        return {shard: frozenset(ids) for shard, ids in groupby(ordered, lambda document_id: document_id[:digits])}

    changed = by_shard(path.stem for path in json_files(root / STAGING / JSON))
    gone = by_shard(removed(root))
    for shard in shards(count):
        if shard in changed or shard in gone or shard not in held:
            empty: frozenset[str] = frozenset()
            yield Shard(shard, held.get(shard), changed.get(shard, empty), gone.get(shard, empty))


def _write(root: Path, work: Iterable[Shard], maker: Maker) -> Iterator[tuple[str, Held]]:
    """Writes the tables of the shards, one shard after the other, while the rows of the next are being made."""
    todo = {shard.name: shard for shard in work}
    for name, made in groupby(maker(_pieces(root, tuple(todo.values()))), lambda done: done[0].shard):
        yield name, _write_shard(root, todo.pop(name), (tables for _, tables in made))
    for shard in todo.values():  # documents have left them, and none has come
        yield shard.name, _write_shard(root, shard, iter(()))


def _pieces(root: Path, work: Iterable[Shard]) -> Iterator[Piece]:
    for shard in work:
        paths = coming(root, shard.name)
        if shard.held is not None:
            paths = (path for path in paths if path.stem in shard.changed)
        yield from pieces(shard.name, paths, root / STAGING / PIECES)


def _write_shard(root: Path, shard: Shard, made: Iterator[Tables]) -> Held:
    folder = root / STAGING / PARQUET
    with table_writers(folder, shard.name) as writers:
        if shard.held is None:
            for tables in made:
                for name, writer in writers.items():
                    writer.add(tables[name])
        else:
            new = list(made)
            for name, writer in writers.items():
                kept = _kept(root / shard.held[name].path, shard.changed | shard.gone, writer.schema)
                writer.add(_in_order(pa.concat_tables([kept, *(tables[name] for tables in new)])))
    return {
        name: _described(folder / table_file(name.value, shard.name), writer.count) for name, writer in writers.items()
    }


def _kept(path: Path, replaced: frozenset[str], schema: pa.Schema) -> pa.Table:
    """The rows of a table's file, those of some documents left out."""
    rows = pq.read_table(path, schema=schema)
    return rows.filter(pc.invert(pc.is_in(rows["document_id"], pa.array(replaced, pa.string()))))


def _in_order(rows: pa.Table) -> pa.Table:
    """By document; of one document as they are."""
    return rows.take(pc.sort_indices(rows["document_id"]))


def _is_whole(path: Path, file: TableFile) -> bool:
    return path.exists() and path.stat().st_size == file.size and _hash(path) == file.sha256


def _described(path: Path, rows: int) -> TableFile:
    return TableFile(f"{PARQUET}/{path.name}", path.stat().st_size, _hash(path), rows)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
