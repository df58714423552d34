"""Turns the ICDAR 2013 table competition's documents into a table of precision, recall and F1 by document.

    python -m bench.icdar [--corpus DIR] [--peers]

DIR holds `icdar2013/` with NAME.pdf and NAME-str.xml for each document. Tables are found on every page, end to end;
precision and recall are means over documents, F1 is taken from the two means. With `--peers`, other programs are
scored beside Planledger.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from xml.etree import ElementTree

from bench.adjacency import GridCell, Score, Tables, f1, score
from bench.peers import PEERS
from planledger.tables import tables_of_pdf

CORPUS = "PLANLEDGER_CORPUS"
SHARED = Path(__file__).parent.parent.parent / "shared"
STRUCTURE = "-str.xml"


@dataclass(frozen=True, slots=True)
class Result:
    """A finder's scores, one for each document in the order of `documents`."""

    finder: str
    scores: tuple[Score, ...]

    @property
    def precision(self) -> float:
        """The mean over documents."""
        return mean(s.precision for s in self.scores)

    @property
    def recall(self) -> float:
        """The mean over documents."""
        return mean(s.recall for s in self.scores)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two means."""
        return f1(self.precision, self.recall)


def documents(corpus: Path) -> list[Path]:
    """The PDFs of a corpus that have a structure file beside them."""
    folder = corpus / "icdar2013"
    return sorted(path for path in folder.glob("*.pdf") if _structure(path).exists())


def by_planledger(path: Path) -> Tables:
    """The tables of a file as `planledger tables` finds them."""
    found: dict[int, list[list[GridCell]]] = {}
    for table in tables_of_pdf(path.read_bytes()).tables:
        cells = [GridCell(c.row, c.row_end, c.column, c.column_end, c.text) for c in table.cells]
        found.setdefault(table.page, []).append(cells)
    return found


def wanted(path: Path) -> Tables:
    """The tables of a file as its structure file says them; a region is a table of its page."""
    tables: dict[int, list[list[GridCell]]] = {}
    for region in ElementTree.parse(_structure(path)).getroot().iter("region"):
        cells = [_cell(element) for element in region.findall("cell")]
        tables.setdefault(int(region.get("page", "1")), []).append(cells)
    return tables


def measure(finder: str, find: Callable[[Path], Tables], paths: Sequence[Path]) -> Result:
    """The scores of a finder on files."""
    return Result(finder, tuple(score(wanted(path), find(path)) for path in paths))


def table(paths: Sequence[Path], results: Sequence[Result]) -> Iterator[str]:
    """The lines of the table: precision, recall and F1 of each document, and of all, for each finder."""
    width = max(len("document"), *(len(path.stem) for path in paths))
    yield f"{'':{width}}" + "".join(f"  {result.finder:>20}" for result in results)
    yield f"{'document':{width}}" + "  precis. recall     F1" * len(results)
    for index, path in enumerate(paths):
        own = (result.scores[index] for result in results)
        yield f"{path.stem:{width}}" + "".join(_figures(s.precision, s.recall) for s in own)
    yield f"{'mean':{width}}" + "".join(_figures(r.precision, r.recall) for r in results)


def _figures(precision: float, recall: float) -> str:
    return f"    {precision:.3f}  {recall:.3f}  {f1(precision, recall):.3f}"


def _structure(path: Path) -> Path:
    return path.with_name(path.stem + STRUCTURE)


def _cell(element: ElementTree.Element) -> GridCell:
    row, column = int(element.get("start-row", "0")), int(element.get("start-col", "0"))
    row_end, column_end = int(element.get("end-row") or row), int(element.get("end-col") or column)
    text = element.findtext("content") or ""
    return GridCell(row, max(row, row_end), column, max(column, column_end), text)


def main(arguments: Sequence[str]) -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.icdar", description="Score Planledger's table finder.")
    parser.add_argument("--corpus", default=os.environ.get(CORPUS, SHARED), type=Path, metavar="DIR")
    parser.add_argument("--peers", action="store_true", help="score camelot and pdfplumber too (minutes)")
    given = parser.parse_args(arguments)
    paths = documents(given.corpus)
    if not paths:
        parser.error(f"no documents in {given.corpus / 'icdar2013'}")
    finders = (("planledger", by_planledger), *(PEERS if given.peers else ()))
    for line in table(paths, [measure(name, find, paths) for name, find in finders]):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
