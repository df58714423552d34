"""PDF files to tables by other programs: camelot's flavours and pdfplumber, with their defaults."""

import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import camelot.io
import pdfplumber

from bench.adjacency import GridCell, Tables


def by_pdfplumber(path: Path) -> Tables:
    """The tables of a file by pdfplumber's finder."""
    found: dict[int, list[list[GridCell]]] = {}
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            found[page.page_number] = [_cells(table) for table in page.extract_tables()]
            page.close()
    return found


def by_camelot(flavor: str) -> Callable[[Path], Tables]:
    """What finds the tables of a file with one of camelot's flavours; it has no merged cells."""

    def find(path: Path) -> Tables:
        found: dict[int, list[list[GridCell]]] = {}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of every page without a table
            for table in camelot.io.read_pdf(str(path), flavor=flavor, pages="all", suppress_stdout=True):
                found.setdefault(int(table.page), []).append(_cells(table.df.values.tolist()))
        return found

    return find


PEERS: tuple[tuple[str, Callable[[Path], Tables]], ...] = (
    ("camelot hybrid", by_camelot("hybrid")),
    ("camelot stream", by_camelot("stream")),
    ("camelot lattice", by_camelot("lattice")),
    ("pdfplumber", by_pdfplumber),
)


def _cells(rows: Sequence[Sequence[str | None]]) -> list[GridCell]:
    return [GridCell(r, r, c, c, text or "") for r, row in enumerate(rows) for c, text in enumerate(row)]
