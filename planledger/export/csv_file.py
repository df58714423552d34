"""Rows of the export to a CSV file: RFC 4180, UTF-8 with a byte order mark, by which Excel knows it."""

import csv
from collections.abc import Iterable
from datetime import date
from io import TextIOWrapper
from typing import BinaryIO

from planledger.export.neutral import neutral
from planledger.export.rows import COLUMNS, ActionRow

Value = str | float | bool | date | None


def write_csv(rows: Iterable[ActionRow], file: BinaryIO) -> None:
    """Writes a header and the rows into `file`, which stays open."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        lines = csv.writer(text, lineterminator="\r\n")
        lines.writerow(COLUMNS)
        lines.writerows([cell_of(getattr(row, name)) for name in COLUMNS] for row in rows)
    finally:
        text.detach()


def cell_of(value: Value) -> str:
    """A cell: dates are ISO 8601, booleans true and false, text neutralised; what is not known is empty."""
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else repr(value)
