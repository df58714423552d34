"""`planledger status`: prints what a dataset holds, and what failed and why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from models import Status
from models.tables import TableName
from planledger.dataset import decided
from planledger.layout import JSON, STAGING, json_files
from planledger.outcome import READ, in_words
from planledger.published import published
from planledger.report import plain_table
from planledger.terminal import one_line, output

COLUMNS = ("source_name", "source_gone", "status", "reason", "page_count")


def run(root: Path) -> None:
    """Prints the dataset's documents by status, and each that was not converted. Raises UsageError where it is none."""
    files = published(root).tables[TableName.DOCUMENTS]
    console = output()
    documents: Counter[str] = Counter()
    pages: Counter[str] = Counter()
    failures, gone = [], 0
    for row in _documents(files):
        documents[row["status"]] += 1
        pages[row["status"]] += row["page_count"]
        gone += row["source_gone"]
        if Status(row["status"]) not in READ:
            failures.append(": ".join((row["source_name"], in_words(row["status"]), row["reason"] or "")))
    table = plain_table("Status", "Documents", "Pages")
    for status, count in sorted(documents.items(), key=lambda item: (-item[1], item[0])):
        table.add_row(in_words(status), f"{count:,}", f"{pages[status]:,}")
    console.print(table)
    if failures:
        console.print("\n" + "\n".join(map(one_line, sorted(failures))), soft_wrap=True)
    if gone:
        console.print(f"\nThe files of {gone:,} documents are gone; convert --prune drops such documents.")
    waiting = sum(1 for _ in json_files(root / STAGING / JSON))
    if waiting and not decided(root):
        console.print(
            f"\nA run was broken off or is going on: {waiting:,} documents that it has read wait for its end."
        )


def _documents(files: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The rows of the table of documents, a few thousand at a time."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - slow to load; after the checks

    for path in files:
        for rows in pq.ParquetFile(path).iter_batches(columns=list(COLUMNS)):
            yield from rows.to_pylist()
