"""Turns copies of the samples' rows into rows per second of `planledger load`, beside a plain COPY of the same Parquet.

    python -m bench.load [--records N] [--folder DIR]

The dataset is made of the samples' own rows under ids of their own, as many times as it takes, in the files and with
the datapackage.json that a run would write (without json/, which a load does not read). COPY is DuckDB's own, into
tables without keys, lists and maps as they are: the least that bringing these rows into a file can take. Then the
dataset is loaded, in a process of its own like a user's, once into a new file and once more with nothing changed.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from models.tables import DOCUMENT_ID, TABLES, TableName
from planledger.convert import convert_document
from planledger.datapackage import JsonFiles, TableFile, descriptor
from planledger.layout import MANIFEST, PARQUET, shards, table_file
from planledger.parquet import ROW_GROUP, tables_of

SAMPLES = Path(__file__).parent.parent / "samples"


@dataclass(frozen=True, slots=True)
class Timed:
    """How long each took, in seconds, for so many rows of all tables."""

    records: int
    rows: int
    copy: float
    load: float
    reload: float


@dataclass(frozen=True, slots=True)
class Source:
    """The samples' rows of one table, and where those of each sample begin and end."""

    rows: pa.Table
    begins: np.ndarray
    ends: np.ndarray


def synthesise(root: Path, records: int) -> int:
    """Writes a dataset with at least so many records into `root`; returns how many it has."""
    sources = _sources()
    each = len(sources[TableName.DOCUMENTS].rows)
    copies = -(-records // len(sources[TableName.RECORDS].rows))
    ids = [sha256(f"{number}".encode()).hexdigest() for number in range(copies * each)]
    order = sorted(range(len(ids)), key=ids.__getitem__)
    (root / PARQUET).mkdir(parents=True)
    files: dict[TableName, list[TableFile]] = {table.name: [] for table in TABLES}
    for shard in shards(len(ids)):
        held = _among(order, ids, shard)
        for name, source in sources.items():
            files[name].append(_write(root, name, shard, _copied(source, held, ids, each)))
    manifest = descriptor(files, JsonFiles(len(ids), sha256().hexdigest()))
    (root / MANIFEST).write_text(manifest, encoding="utf-8")
    return sum(file.rows for file in files[TableName.RECORDS])


def _among(order: list[int], ids: list[str], shard: str) -> list[int]:
    """The numbers of the documents in a shard; `order` is that of their ids."""
    first = bisect_left(order, shard, key=ids.__getitem__)
    last = bisect_left(order, f"{shard}g", key=ids.__getitem__)
    return order[first:last]


def _sources() -> dict[TableName, Source]:
    """The samples' rows of each table."""
    paths = sorted(SAMPLES.glob("*.pdf"))
    plans = [convert_document(path.read_bytes(), path.name, path.resolve().as_uri()) for path in paths]
    known = [plan.document.document_id for plan in plans]
    return {name: _source(rows, known) for name, rows in tables_of(plans).items()}


def _source(rows: pa.Table, known: list[str]) -> Source:
    places = pc.index_in(rows[DOCUMENT_ID.name], pa.array(known)).to_numpy()
    numbers = np.arange(len(known))
    return Source(rows, np.searchsorted(places, numbers), np.searchsorted(places, numbers, "right"))


def _copied(source: Source, held: list[int], ids: list[str], each: int) -> pa.Table:
    """The rows of a shard's documents: each those of one sample under an id of its own."""
    samples = np.array(held, dtype=np.int64) % each
    counts = source.ends - source.begins
    spans = [np.arange(source.begins[sample], source.ends[sample]) for sample in samples]
    rows = source.rows.take(pa.array(np.concatenate(spans) if spans else np.array([], dtype=np.int64)))
    own = pa.array([ids[number] for number in held for _ in range(counts[number % each])], pa.string())
    return rows.set_column(0, rows.schema.field(0), own)


def _write(root: Path, name: TableName, shard: str, rows: pa.Table) -> TableFile:
    path = root / PARQUET / table_file(name, shard)
    pq.write_table(rows, path, compression="zstd", row_group_size=ROW_GROUP)
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return TableFile(f"{PARQUET}/{path.name}", path.stat().st_size, digest, rows.num_rows)


def copied(root: Path, target: Path) -> tuple[float, int]:
    """Seconds for a plain COPY of every table into a new DuckDB file, and how many rows that were."""
    begin, rows = time.perf_counter(), 0
    with duckdb.connect(str(target)) as database:
        for table in TABLES:
            files = root / PARQUET / f"{table.name}*.parquet"
            database.execute(f"create table {table.name} as select * from read_parquet('{files}') limit 0")
            (count,) = database.execute(f"copy {table.name} from '{files}' (format parquet)").fetchone() or (0,)
            rows += count
    return time.perf_counter() - begin, rows


def loaded(root: Path, target: Path) -> float:
    """Seconds that `planledger load` takes, from the start of the program to its end."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", "planledger", "load", str(root), "--to", str(target)], check=True)
    return time.perf_counter() - begin


def timed(folder: Path, records: int) -> Timed:
    """Makes a dataset of so many records and takes all the times."""
    root = folder / "dataset"
    root.mkdir()
    count = synthesise(root, records)
    copy, rows = copied(root, folder / "copied.duckdb")
    return Timed(count, rows, copy, *(loaded(root, folder / "loaded.duckdb") for _ in range(2)))


def lines(times: Timed) -> Iterator[str]:
    """The report."""
    yield f"{times.records:,} records, {times.rows:,} rows of all tables"
    for name, seconds in (("COPY", times.copy), ("planledger load", times.load)):
        rates = f"{times.rows / seconds:10,.0f} rows/s  {times.records / seconds:10,.0f} records/s"
        yield f"{name:<24}{seconds:8.1f} s  {rates}"
    yield f"{'':<24}{times.load / times.copy:8.1f} times COPY"
    yield f"{'load, nothing changed':<24}{times.reload:8.1f} s"


def main() -> None:
    """Prints the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where the files go; default: a temporary folder")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        for line in lines(timed(Path(folder), arguments.records)):
            print(line)


if __name__ == "__main__":
    main()
