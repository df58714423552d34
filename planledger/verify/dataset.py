"""A dataset folder to its verification: each document, the tables beside them, and datapackage.json."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from extract.reading import Reader
from models import SCHEMA_VERSION
from models.tables import TABLES, TableName
from planledger.dataset import JSON, MANIFEST, PARQUET, decided
from planledger.errors import DatasetError, UsageError
from planledger.layout import json_files, shards, table_file
from planledger.older.check import named_version, readable
from planledger.published import published
from planledger.verify.document import verify_document
from planledger.verify.finding import Check, Finding, Verdict, Verification
from planledger.verify.package import package_findings
from planledger.verify.schema import parse
from planledger.verify.tables import StoredTables

LONGEST_REASON = 300
"""Characters kept of an unforeseen error's message."""


def document_files(root: Path) -> tuple[Path, ...]:
    """The files of json/ in the order of their names.

    Raises UsageError where `root` is no dataset, or one of another major version; DatasetError where a run was broken
    off before it had moved all files.
    """
    if not root.is_dir():
        raise UsageError(
            f"{root}: {'not a folder' if root.exists() else 'no such folder'}; name the folder of a dataset"
        )
    if not (root / MANIFEST).exists() and not (root / JSON).is_dir():
        raise UsageError(f"{root}: not a dataset, it has no {MANIFEST} and no {JSON}/; name the --out of a conversion")
    if decided(root):
        raise DatasetError(f"{root}: a run was broken off while it moved its files; convert again, which finishes it")
    if named_version(root / MANIFEST) is not None:
        readable(root / MANIFEST)
    return tuple(json_files(root / JSON))


def verify_dataset(
    root: Path, files: tuple[Path, ...], reader: Reader, done: Callable[[Verdict], None] = lambda _: None
) -> Verification:
    """Check the dataset at `root`, whose `files` are its documents; `done` is called after each.

    Nothing is written. What goes wrong with one document is a finding of that document.
    """
    shared = list(package_findings(root))
    tables = StoredTables(_tables(root, len(document_files(root))))
    verdicts = []
    for path in files:
        verdict = _verdict(path, tables, reader)
        verdicts.append(verdict)
        done(verdict)
    return Verification(tuple(verdicts), (*shared, *tables.remainder()))


def _tables(root: Path, documents: int) -> Mapping[TableName, Sequence[Path]]:
    """The files of each table: of a dataset of another minor version, with the columns of this one."""
    if named_version(root / MANIFEST) in (None, SCHEMA_VERSION):
        names = tuple(shards(documents))  # not by datapackage.json, which may be wrong
        return {table.name: [root / PARQUET / table_file(table.name, name) for name in names] for table in TABLES}
    return published(root).tables


def _verdict(path: Path, tables: StoredTables, reader: Reader) -> Verdict:
    unread = Verdict(path.name, path.stem)
    try:
        parsed = parse(path.read_bytes())
        if parsed.plan is None:
            return replace(unread, findings=parsed.findings)
        verdict = verify_document(parsed.plan, path, reader)
        return replace(verdict, findings=(*parsed.findings, *verdict.findings, *tables.findings(parsed.plan)))
    except Exception as error:  # one document's failure, whatever it is, must not end the check of the others
        message = f"{type(error).__name__}: {' '.join(str(error).split())}"[:LONGEST_REASON]
        return replace(unread, findings=(Finding(Check.SOURCE, "the check itself", "", message),))
