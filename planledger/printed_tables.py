"""Turns the tables of a PDF into text for the terminal: each with its page, its cells in their columns."""

from itertools import groupby

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from planledger.tables import FoundCell, FoundTable, FoundTables
from planledger.terminal import one_line


def print_tables(found: FoundTables, console: Console) -> None:
    """Prints the tables in reading order. A cell that spans rows or columns is printed in the first of them."""
    for number, table in enumerate(found.tables, start=1):
        rows = 1 + max(cell.row_end for cell in table.cells)
        columns = 1 + max(cell.column_end for cell in table.cells)
        console.print(Text(f"Table {number}, page {table.page}: {rows} rows, {columns} columns", style="bold"))
        console.print(_printed(table, columns))
    if not found.tables:
        console.print("No table found.")


def _printed(table: FoundTable, columns: int) -> Table:
    shown = Table(box=SIMPLE, show_header=False, pad_edge=False, show_edge=False)
    for _ in range(columns):
        shown.add_column(overflow="fold")
    by_row = groupby(sorted(table.cells, key=lambda cell: cell.row), lambda cell: cell.row)
    cells: dict[int, list[FoundCell]] = {row: list(of_row) for row, of_row in by_row}
    for row in range(1 + max(cell.row_end for cell in table.cells)):
        texts = {cell.column: one_line(cell.text) for cell in cells.get(row, [])}
        shown.add_row(*(Text(texts.get(column, "")) for column in range(columns)))
    return shown
