"""Rows of the export to an XLSX workbook: real dates and links, and text that is never a formula."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.url import Url, UrlTypes
from xlsxwriter.worksheet import Worksheet

from planledger.export.links import clickable
from planledger.export.neutral import ESCAPE, begins_formula, printable
from planledger.export.rows import ActionRow

SHEET_ROWS = 1_048_576
"""Rows of a sheet, the header's among them."""
SHEET_LINKS = 65_530
"""Links that a sheet may hold; those of further rows are plain text."""
LINK_LENGTH = 2_080
CELL_LENGTH = 32_767
"""UTF-16 units that a cell may hold."""
CUT = "… [cut: a cell holds no more; the whole text is in the dataset]"

_MADE = datetime(2000, 1, 1)
"""Stands for the time at which a workbook was made, so that the same rows give the same bytes."""
_FIRST_YEAR = 1901
"""Before it, spreadsheets know no dates (1900 they count wrongly); such a date is written as text."""
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: the row's field, the header over it, and its width in characters."""

    field: str
    header: str
    width: float


_COLUMNS = (
    _Column("plan", "Plan", 28),
    _Column("organisation", "Organisation", 24),
    _Column("period_start", "Period from", 11),
    _Column("period_end", "Period to", 11),
    _Column("headings", "Headings", 32),
    _Column("part_of", "Part of", 28),
    _Column("kind", "Kind", 11),
    _Column("ref", "Ref", 8),
    _Column("action", "Action", 52),
    _Column("lead", "Lead", 24),
    _Column("support", "Support", 24),
    _Column("owner_printed", "Owner as printed", 24),
    _Column("deadline_printed", "Deadline as printed", 20),
    _Column("earliest_start", "Earliest start", 11),
    _Column("latest_due", "Latest due", 11),
    _Column("precision", "Precision", 10),
    _Column("ongoing", "Ongoing", 9),
    _Column("recurrence", "Recurrence", 11),
    _Column("provisional", "Provisional", 10),
    _Column("outcome", "Outcome", 36),
    _Column("progress", "Progress", 36),
    _Column("confidence", "Confidence", 10),
    _Column("flags", "Flags", 18),
    _Column("page", "Page", 6),
    _Column("source", "Source", 28),
    _Column("link", "Link to the page", 28),
    _Column("document_id", "Document id", 14),
    _Column("record_id", "Record id", 18),
)

HEADERS = tuple(column.header for column in _COLUMNS)


class _PageLink(Url):  # type: ignore[misc]
    """A link to a page of a source. The library's own reading of file links would make Windows paths of all of them."""

    def _parse_url(self) -> None:
        self._link_type = UrlTypes.URL
        self._text = self._original_url
        self._link, _, self._anchor = self._original_url.partition("#")
        self._relationship_link = self._link


@dataclass(frozen=True, slots=True)
class _Formats:
    """How cells look. `guarded` is text that Excel keeps as text also when somebody edits the cell."""

    header: Format
    text: Format
    guarded: Format
    day: Format
    link: Format


def write_workbook(rows: Iterable[ActionRow], path: Path) -> int:
    """Writes a workbook at `path`; returns how many texts were too long for a cell and are cut.

    Raises OSError where it cannot be written, here or in the folder for temporary files.
    """
    with TemporaryDirectory() as parts:
        book = Workbook(str(path), _OPTIONS | {"tmpdir": parts})
        book.use_zip64()
        book.set_properties({"title": "Plan actions", "created": _MADE})
        cut = _fill_sheets(book, iter(rows))
        try:
            book.close()
        except FileCreateError as error:
            raise OSError(str(error)) from error
    return cut


def _fill_sheets(book: Workbook, rows: Iterator[ActionRow]) -> int:
    """As many sheets as the rows need, one at least; returns how many texts were cut."""
    formats, cut, number = _formats(book), 0, 1
    row = next(rows, None)
    while row is not None or number == 1:
        sheet = _sheet(book, "Actions" if number == 1 else f"Actions {number}", formats)
        cut += _fill(sheet, () if row is None else chain([row], islice(rows, SHEET_ROWS - 2)), formats)
        row = next(rows, None)
        number += 1
    return cut


def _formats(book: Workbook) -> _Formats:
    cell = {"text_wrap": True, "valign": "top"}
    return _Formats(
        header=book.add_format(cell | {"bold": True, "bg_color": "#E7ECF2", "bottom": 1}),
        text=book.add_format(cell),
        guarded=book.add_format(cell | {"quote_prefix": True}),
        day=book.add_format(cell | {"num_format": "yyyy-mm-dd", "align": "left"}),
        link=book.add_format(cell | {"font_color": "#0563C1", "underline": 1, "text_wrap": False}),
    )


def _sheet(book: Workbook, name: str, formats: _Formats) -> Worksheet:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for place, column in enumerate(_COLUMNS):
        sheet.set_column(place, place, column.width, formats.text)
    for place, column in enumerate(_COLUMNS):
        sheet.write_string(0, place, column.header, formats.header)
    return sheet


def _fill(sheet: Worksheet, rows: Iterable[ActionRow], formats: _Formats) -> int:
    """Writes the rows below the header; returns how many texts were cut."""
    cut = number = 0
    for number, row in enumerate(rows, start=1):
        for place, column in enumerate(_COLUMNS):
            value = getattr(row, column.field)
            if column.field == "link":
                _write_link(sheet, number, place, value, formats)
            elif value is not None and value != "":
                cut += _write(sheet, number, place, value, formats)
    sheet.autofilter(0, 0, number, len(_COLUMNS) - 1)
    return cut


def _write(sheet: Worksheet, row: int, place: int, value: str | float | bool | date, formats: _Formats) -> int:
    """Writes one cell; returns 1 where its text was cut."""
    if isinstance(value, str):
        text = cell_text(value)
        sheet.write_string(row, place, text, formats.guarded if begins_formula(text) else formats.text)
        return int(text.endswith(CUT))
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value, formats.text)
    elif not isinstance(value, date):
        sheet.write_number(row, place, value, formats.text)
    elif value.year < _FIRST_YEAR:
        sheet.write_string(row, place, value.isoformat(), formats.text)
    else:
        sheet.write_datetime(row, place, value, formats.day)
    return 0


def cell_text(text: str) -> str:
    """The text as a cell can hold it."""
    shown = printable(text)
    # The library takes such text for markup of its own and would write it into the sheet as it is.
    if shown.startswith("<r>"):
        shown = ESCAPE + shown
    units = shown.encode("utf-16-le")
    if len(units) <= CELL_LENGTH * 2:
        return shown
    return units[: (CELL_LENGTH - len(CUT)) * 2].decode("utf-16-le", "ignore") + CUT


def _write_link(sheet: Worksheet, row: int, place: int, link: str, formats: _Formats) -> None:
    if row <= SHEET_LINKS and clickable(link) and len(link.encode("utf-16-le")) <= LINK_LENGTH * 2:
        sheet.write_url(row, place, _PageLink(link), formats.link)
    else:
        _write(sheet, row, place, link, formats)
