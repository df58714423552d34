"""A plan document and its bytes to the document with a flag on each record that a second table reader sees otherwise.

The second readers are those that the main path does not use: pdfplumber's table finder where rulings draw the table,
camelot's hybrid flavour where they do not.
"""

import io
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.confidence import confidence_of
from extract.geometry import Box
from models import Evidence, PlanDocument, Record

FLAG = "cross_check_differs"
COMPARED = frozenset({"ref", "action", "outcome", "progress", "owner_text", "deadline_text/start", "deadline_text/end"})
"""Fields that fill cells of their own; a step's label and text share theirs."""

NO_RULINGS = "no_rulings"


@dataclass(frozen=True, slots=True)
class SeenCell:
    """A cell as a second reader sees it: its box in points from the top left, and its letters and figures."""

    box: Box
    letters: str


def cross_checked(plan: PlanDocument, data: bytes) -> PlanDocument:
    """The document, each record flagged of which some cell is another to the second reader."""
    ruled = {e.page for r in plan.records if NO_RULINGS not in r.flags for e in r.evidence}
    unruled = {e.page for r in plan.records if NO_RULINGS in r.flags for e in r.evidence}
    by_pdfplumber, by_camelot = _pdfplumber_cells(data, ruled), _camelot_cells(data, unruled)
    records = tuple(_checked(r, by_camelot if NO_RULINGS in r.flags else by_pdfplumber) for r in plan.records)
    return plan.model_copy(update={"records": records})


def _checked(record: Record, cells: Mapping[int, tuple[SeenCell, ...]]) -> Record:
    if all(_agrees(entry, cells.get(entry.page, ())) for entry in record.evidence if entry.field in COMPARED):
        return record
    flags = (*record.flags, FLAG)
    return record.model_copy(update={"flags": flags, "confidence": confidence_of(flags)})


def _agrees(entry: Evidence, cells: Sequence[SeenCell]) -> bool:
    """True where the seen cell around the evidence, or those that it spans one below the other, hold its words."""
    evidence, own = Box(*entry.bbox), _letters(entry.text)
    x, y = evidence.centre
    if any(own in cell.letters for cell in cells if cell.box.holds(x, y)):
        return True
    stacked = [c for c in cells if c.box.x0 <= x <= c.box.x1 and evidence.holds(x, c.box.centre[1])]
    return own in "".join(c.letters for c in sorted(stacked, key=lambda c: c.box.top))


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _pdfplumber_cells(data: bytes, pages: Iterable[int]) -> dict[int, tuple[SeenCell, ...]]:
    import pdfplumber  # noqa: PLC0415 - loaded only for a cross-check

    with pdfplumber.open(io.BytesIO(data), pages=sorted(pages)) as pdf:
        return {page.page_number: tuple(_cells_of_page(page)) for page in pdf.pages if page.page_number in set(pages)}


def _cells_of_page(page: Any) -> Iterator[SeenCell]:
    boxes = [Box(*cell) for table in page.find_tables() for cell in table.cells]
    chars = [(c["text"].lower(), (c["x0"] + c["x1"]) / 2, (c["top"] + c["bottom"]) / 2) for c in page.chars]
    for box in boxes:
        yield SeenCell(box, "".join(t for t, x, y in chars if box.holds(x, y) and t.isalnum()))


def _camelot_cells(data: bytes, pages: Iterable[int]) -> dict[int, tuple[SeenCell, ...]]:
    wanted = ",".join(map(str, sorted(pages)))
    if not wanted:
        return {}
    import camelot.io  # noqa: PLC0415 - takes a second to load

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # camelot warns of every page without a table
        tables = camelot.io.read_pdf(data, pages=wanted, flavor="hybrid", engine="vector", suppress_stdout=True)
    found: dict[int, list[SeenCell]] = {}
    for table in tables:
        height = table.pdf_size[1]
        cells = (cell for row in table.cells for cell in row)
        seen = (SeenCell(Box(c.x1, height - c.y2, c.x2, height - c.y1), _letters(c.text)) for c in cells)
        found.setdefault(int(table.page), []).extend(seen)
    return {page: tuple(cells) for page, cells in found.items()}
