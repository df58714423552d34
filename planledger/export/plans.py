"""A dataset's tables to its plans, one after the other: records with owners and deadlines, without their evidence."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from models import Deadline, Document, Kind, Owner, OwnerKind, OwnerPart, PlanDocument, Precision, Record, Recurrence
from models.tables import TableName
from planledger.dataset import MANIFEST, STAGING, decided
from planledger.errors import DatasetError
from planledger.published import published
from planledger.terminal import one_line

BATCH = 8_192
"""Rows of a table held at a time."""

Cells = dict[str, Any]

COLUMNS: dict[TableName, tuple[str, ...]] = {
    TableName.DOCUMENTS: (
        *("document_id", "source_name", "source_uri", "title", "organisation", "period_start", "period_end"),
    ),
    TableName.RECORDS: (
        *("document_id", "record_id", "kind", "ref", "parent_id", "context", "action", "outcome", "progress"),
        *("owner_text", "deadline_text", "page", "confidence", "flags"),
    ),
    TableName.OWNERS: ("document_id", "record_id", "name", "kind", "part", "person"),
    TableName.DEADLINES: (
        *("document_id", "record_id", "text", "start_date", "due_date", "precision", "ongoing", "recurrence", "rrule"),
        *("provisional", "condition"),
    ),
}
"""What is read of each table; nothing else of a plan that `plans_of` yields may be asked for."""


def count_of(root: Path) -> int:
    """How many documents the dataset holds. Raises UsageError where there is none."""
    files = published(root).tables.get(TableName.DOCUMENTS)
    if not files:
        raise DatasetError(f"{root}: tables of another schema version; run planledger convert on it again")
    with _read_errors(root):
        return sum(pq.read_metadata(path).num_rows for path in files)


def plans_of(root: Path) -> Iterator[PlanDocument]:
    """The plans by document_id; in memory are some thousand rows of each table, and one plan.

    Raises DatasetError where the tables cannot be read, do not belong together, or are replaced meanwhile.
    """
    before = published(root)
    with _read_errors(root):
        yield from _joined(root, before.tables)
    if _manifest(root) != before.manifest:
        raise DatasetError(f"{root}: the dataset was written anew while it was read; export it again")


def _manifest(root: Path) -> bytes:
    """The dataset's datapackage.json as it is at this moment."""
    return (root / STAGING / MANIFEST if decided(root) else root / MANIFEST).read_bytes()


@contextmanager
def _read_errors(root: Path) -> Iterator[None]:
    """Says of a file that is gone or no table that the dataset cannot be read."""
    try:
        yield
    except (OSError, pa.ArrowException) as error:
        reason = one_line(str(error)).strip()
        raise DatasetError(f"{root}: cannot be read: {reason}; check it with planledger verify") from error


def _joined(root: Path, tables: Mapping[TableName, Sequence[Path]]) -> Iterator[PlanDocument]:
    found = {name: _by_document(tables[name], columns) for name, columns in COLUMNS.items()}
    of_document = {name: _in_turn(rows) for name, rows in found.items() if name is not TableName.DOCUMENTS}
    for document_id, (document,) in found[TableName.DOCUMENTS]:
        rows = {name: of(document_id) for name, of in of_document.items()}
        yield _plan(document, rows[TableName.RECORDS], rows[TableName.OWNERS], rows[TableName.DEADLINES])
    if any(next(rows, None) for rows in found.values()):
        raise DatasetError(f"{root}: its tables do not belong together; check it with planledger verify")


def _by_document(files: Sequence[Path], columns: Sequence[str]) -> Iterator[tuple[str, list[Cells]]]:
    """A table's rows, those of one document at a time, in the order in which they stand."""
    for document_id, rows in groupby(_rows(files, columns), itemgetter("document_id")):
        yield document_id, list(rows)


def _rows(files: Sequence[Path], columns: Sequence[str]) -> Iterator[Cells]:
    for path in files:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(BATCH, columns=list(columns)):
                names = batch.schema.names
                cells = (column.to_pylist() for column in batch.columns)
                yield from (dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True))


def _in_turn(rows: Iterator[tuple[str, list[Cells]]]) -> Callable[[str], list[Cells]]:
    """What gives the rows of one document after another; all tables hold the documents in one order."""
    head = next(rows, None)

    def of(document_id: str) -> list[Cells]:
        nonlocal head
        if head is None or head[0] != document_id:
            return []
        found = head[1]
        head = next(rows, None)
        return found

    return of


def _plan(document: Cells, records: list[Cells], owners: list[Cells], deadlines: list[Cells]) -> PlanDocument:
    """A plan of cells that were valid when they were written, and are not checked again."""
    owners_of, deadlines_of = defaultdict(list), defaultdict(list)
    for row in owners:
        owners_of[row["record_id"]].append(_owner(row))
    for row in deadlines:
        deadlines_of[row["record_id"]].append(_deadline(row))
    return PlanDocument.model_construct(
        document=Document.model_construct(**document),
        records=tuple(_record(row, owners_of[row["record_id"]], deadlines_of[row["record_id"]]) for row in records),
    )


def _record(row: Cells, owners: list[Owner], deadlines: list[Deadline]) -> Record:
    told = {"kind": Kind(row["kind"]), "context": tuple(row["context"]), "flags": tuple(row["flags"])}
    return Record.model_construct(**row | told, owners=tuple(owners), deadlines=tuple(deadlines))


def _owner(row: Cells) -> Owner:
    return Owner.model_construct(**row | {"kind": OwnerKind(row["kind"]), "part": OwnerPart(row["part"])})


def _deadline(row: Cells) -> Deadline:
    precision, recurrence = row["precision"], row["recurrence"]
    told = {"precision": precision and Precision(precision), "recurrence": recurrence and Recurrence(recurrence)}
    return Deadline.model_construct(**row | told)
