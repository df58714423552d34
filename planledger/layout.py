"""Document ids to places in a dataset folder: which file in json/, and which shard of each Parquet table."""

import heapq
from collections.abc import Iterator
from pathlib import Path

JSON = "json"
PARQUET = "parquet"
MANIFEST = "datapackage.json"
STAGING = ".staging"
STATE = ".state"
REMOVED = "removed"
"""The list, in staging, of documents that the coming dataset no longer holds: one document id a line."""

PREFIX = 2
"""Leading digits of a document id that name its folder in json/."""

LEAPS = ((2_000, 0), (32_000, 1))
"""Up to so many documents, so many leading digits of the id name the shard of its rows; above, two do."""


def json_file(document_id: str) -> str:
    """The place of a document's file, below json/."""
    return f"{document_id[:PREFIX]}/{document_id}.json"


def shard_digits(documents: int) -> int:
    """How many digits name a shard in a dataset of so many documents: it depends on nothing else."""
    return next((digits for most, digits in LEAPS if documents <= most), 2)


def shards(documents: int) -> Iterator[str]:
    """The names of the shards in their order; one without a name where the tables are not split."""
    digits = shard_digits(documents)
    yield from (f"{number:0{digits}x}" for number in range(16**digits)) if digits else ("",)


def table_file(table: str, shard: str = "") -> str:
    """The name of a table's file in parquet/: `records.parquet`, or `records-7f.parquet` for a shard."""
    return f"{table}-{shard}.parquet" if shard else f"{table}.parquet"


def json_files(folder: Path, shard: str = "") -> Iterator[Path]:
    """The JSON files below a json/ folder whose document ids begin with a shard's name, in the order of their names.

    Only one folder's names are held at a time. Datasets of schema 1.0 may have all files in json/ itself.
    """
    if folder.is_dir():
        flat = sorted(folder.glob(f"{shard}*.json"))
        yield from heapq.merge(_sharded(folder, shard), flat, key=lambda path: path.name)


def _sharded(folder: Path, shard: str) -> Iterator[Path]:
    for part in sorted(path.name for path in folder.iterdir() if len(path.name) == PREFIX):
        if part.startswith(shard[:PREFIX]):
            yield from sorted(path for path in (folder / part).glob("*.json"))
