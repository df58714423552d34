"""Turns a part of a dataset, and what the warehouse holds of it, into the rows that the warehouse lacks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from models.tables import DOCUMENT_ID, TABLES
from planledger.warehouse.hashes import ContentHashes
from planledger.warehouse.parts import Part, batches
from planledger.warehouse.shape import CONTENT, DATASET, READER_VERSION, REPLACED
from planledger.warehouse.transport import Rows

ID = DOCUMENT_ID.name


@dataclass(slots=True)
class Tally:
    """What the comparison found: documents that are sent, and those of the warehouse that the dataset has no longer."""

    sent: int = 0
    removed: int = 0


def lacking(part: Part, held: Mapping[str, str], tally: Tally) -> Iterator[Rows]:
    """All rows of the documents that are new or other than before, and the ids of those whose rows go.

    `held` has the content hash of each document of the part in the warehouse. Where it has none, the rows are read but
    once: they are hashed while they are sent.
    """
    if not held:
        yield from _everything(part, tally)
        return
    found = _content_hashes(part)
    changed = [document_id for document_id, content in found.items() if held.get(document_id) != content]
    gone = held.keys() - found.keys()
    tally.sent += len(changed)
    tally.removed += len(gone)
    replaced = sorted(gone | (held.keys() & set(changed)))
    yield REPLACED, pa.table({ID: pa.array(replaced, pa.string())})
    if changed:
        yield from _those(part, changed, found)


def _content_hashes(part: Part) -> dict[str, str]:
    hashes = ContentHashes()
    for table in TABLES:
        for rows in batches(part, table):
            hashes.add(table, rows)
    return hashes.result()


def _everything(part: Part, tally: Tally) -> Iterator[Rows]:
    hashes = ContentHashes()
    documents = pa.concat_tables(batches(part, TABLES[0]))
    hashes.add(TABLES[0], documents)
    for table, stored in zip(TABLES[1:], DATASET[1:], strict=True):
        for rows in batches(part, table):
            hashes.add(table, rows)
            yield stored, _read_by(rows, documents)
    tally.sent += documents.num_rows
    yield DATASET[0], _with_content(documents, hashes.result())


def _those(part: Part, changed: list[str], found: Mapping[str, str]) -> Iterator[Rows]:
    ids = pa.array(changed, pa.string())
    documents = _of(pa.concat_tables(batches(part, TABLES[0])), ids)
    yield DATASET[0], _with_content(documents, found)
    for table, stored in zip(TABLES[1:], DATASET[1:], strict=True):
        for rows in batches(part, table):
            yield stored, _read_by(_of(rows, ids), documents)


def _of(rows: pa.Table, ids: pa.Array) -> pa.Table:
    return rows.filter(pc.is_in(rows[ID], ids))


def _with_content(documents: pa.Table, contents: Mapping[str, str]) -> pa.Table:
    taken = pa.array([contents[document_id] for document_id in documents[ID].to_pylist()], pa.string())
    return documents.append_column(CONTENT.name, taken)


def _read_by(rows: pa.Table, documents: pa.Table) -> pa.Table:
    """The rows with the reader version of their documents."""
    versions = documents[READER_VERSION]
    known = pc.unique(versions)
    if len(known) == 1:  # nearly always, and told sooner
        return rows.append_column(READER_VERSION, pa.repeat(known[0], rows.num_rows))
    return rows.append_column(READER_VERSION, versions.take(pc.index_in(rows[ID], documents[ID])))
