"""XLSX, as openpyxl reads it and as it lies in the file."""

import re
import time
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.utils.escape import unescape

from planledger.export import workbook
from planledger.export.neutral import from_printable
from planledger.export.rows import COLUMNS, ActionRow
from planledger.export.workbook import CUT, cell_text, write_workbook
from tests.planledger.export.test_csv_file import ROW


@pytest.fixture(autouse=True)
def _loud() -> Iterator[None]:
    """The library only warns of what it leaves out; here that is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def opened(path: Path, *rows: ActionRow) -> Workbook:
    write_workbook(rows, path)
    return load_workbook(path)


def cell(book: Workbook, column: str, row: int = 1) -> Cell:
    return book.worksheets[0].cell(row + 1, COLUMNS.index(column) + 1)


def sheet_xml(path: Path) -> str:
    with ZipFile(path) as parts:
        return parts.read("xl/worksheets/sheet1.xml").decode()


def test_cells_are_typed_and_the_sheet_is_ready_to_use(tmp_path: Path) -> None:
    book = opened(tmp_path / "a.xlsx", replace(ROW, latest_due=date(2010, 3, 31), confidence=0.5, ongoing=True))
    sheet = book.worksheets[0]
    assert (sheet.title, sheet.max_row, sheet.max_column) == ("Actions", 2, len(COLUMNS))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:AB2")
    assert cell(book, "latest_due").value == datetime(2010, 3, 31)
    assert cell(book, "latest_due").number_format == "yyyy-mm-dd"
    assert (cell(book, "confidence").value, cell(book, "page").value, cell(book, "ongoing").value) == (0.5, 2, True)
    assert cell(book, "ref").value == "1.2"
    assert cell(book, "action").alignment.wrap_text
    assert sheet.column_dimensions["I"].width > sheet.column_dimensions["H"].width
    headers = [sheet.cell(1, place + 1).value for place in range(len(COLUMNS))]
    assert headers[:4] == ["Plan", "Organisation", "Period from", "Period to"]
    assert len(set(headers)) == len(COLUMNS)


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-2+A1", "@SUM(1)", "\t=1", "＝1", "=cmd|' /C calc'!A0"])
def test_no_text_is_a_formula_or_becomes_one_when_edited(tmp_path: Path, text: str) -> None:
    book = opened(tmp_path / "a.xlsx", replace(ROW, action=text))
    found = cell(book, "action")
    assert (found.value, found.quotePrefix) == (text, True)
    assert "inlineStr" in sheet_xml(tmp_path / "a.xlsx")
    assert "<f>" not in sheet_xml(tmp_path / "a.xlsx")


def test_other_text_is_not_marked(tmp_path: Path) -> None:
    found = cell(opened(tmp_path / "a.xlsx", replace(ROW, action="-5%", lead="{=1}")), "action")
    assert (found.data_type, found.value, found.quotePrefix) == ("s", "-5%", False)


@pytest.mark.parametrize(
    "text",
    [
        "a\x00b\x1bc\rd",
        "_x0041_ stays",
        "<r><t>markup</t></r>",
        "<b>&amp;",
        " spaces ",
        "two\nlines",
        "\ufffe\uffff",
        "http://elmbury.example/",
        "␀␦",
        "😀",
    ],
)
def test_a_text_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    book = opened(tmp_path / "a.xlsx", replace(ROW, action=text))
    assert from_printable(unescape(cell(book, "action").value)) == text
    assert cell(book, "action").hyperlink is None


@pytest.mark.parametrize(
    ("link", "target", "place"),
    [
        ("file:///plans/a%20b.pdf#page=3", "file:///plans/a%20b.pdf", "page=3"),
        ("file:///C:/plans/a.pdf#page=3", "file:///C:/plans/a.pdf", "page=3"),
        ("https://elmbury.example/p.pdf?a=1&b=2#page=3", "https://elmbury.example/p.pdf?a=1&b=2", "page=3"),
    ],
)
def test_files_and_web_pages_are_links(tmp_path: Path, link: str, target: str, place: str) -> None:
    found = cell(opened(tmp_path / "a.xlsx", replace(ROW, link=link)), "link")
    assert found.value == link
    assert (found.hyperlink.target, found.hyperlink.location) == (target, place)


@pytest.mark.parametrize(
    "link",
    [
        *(
            "s3://archive/p.pdf",
            "zip://p.pdf::file:///p.zip",
            "javascript:alert(1)",
            "internal:Sheet1!A1",
            "mailto:a@b",
        ),
        *("https://elmbury.example/" + "x" * 3000, "=1"),
    ],
)
def test_nothing_else_is_a_link(tmp_path: Path, link: str) -> None:
    found = cell(opened(tmp_path / "a.xlsx", replace(ROW, link=link)), "link")
    assert (found.value, found.hyperlink) == (link, None)


def test_a_full_sheet_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "SHEET_ROWS", 4)
    book = opened(tmp_path / "a.xlsx", *(replace(ROW, page=number) for number in range(1, 8)))
    assert [(sheet.title, sheet.max_row) for sheet in book.worksheets] == [
        ("Actions", 4),
        ("Actions 2", 4),
        ("Actions 3", 2),
    ]
    page = COLUMNS.index("page")
    assert [row[page].value for sheet in book.worksheets for row in sheet.iter_rows(2)] == list(range(1, 8))
    assert {sheet.cell(1, 1).value for sheet in book.worksheets} == {"Plan"}


def test_beyond_what_a_sheet_may_hold_links_are_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "SHEET_LINKS", 2)
    book = opened(tmp_path / "a.xlsx", *[ROW] * 4)
    assert [bool(cell(book, "link", row).hyperlink) for row in range(1, 5)] == [True, True, False, False]
    assert {cell(book, "link", row).value for row in range(1, 5)} == {ROW.link}


def test_without_rows_there_is_a_header(tmp_path: Path) -> None:
    assert opened(tmp_path / "a.xlsx").worksheets[0].max_row == 1


@pytest.mark.parametrize("unit", ["x", "😀", "é\x00"])
def test_a_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path, unit: str) -> None:
    rows = [replace(ROW, action=unit * 40_000), replace(ROW, action="x" * 32_767)]
    assert write_workbook(rows, tmp_path / "a.xlsx") == 1
    book = load_workbook(tmp_path / "a.xlsx")
    assert cell(book, "action").value.endswith(CUT)
    assert 32_760 <= len(cell(book, "action").value.encode("utf-16-le")) // 2 <= 32_767
    assert cell(book, "action", 2).value == "x" * 32_767
    assert cell_text(unit) == cell(opened(tmp_path / "b.xlsx", replace(ROW, action=unit)), "action").value


def test_days_before_the_first_of_spreadsheets_are_text(tmp_path: Path) -> None:
    book = opened(tmp_path / "a.xlsx", replace(ROW, earliest_start=date(1850, 1, 2), latest_due=date(1901, 1, 1)))
    assert cell(book, "earliest_start").value == "1850-01-02"
    assert cell(book, "latest_due").value == datetime(1901, 1, 1)


def test_the_same_rows_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_workbook([ROW], tmp_path / "a.xlsx")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        time.sleep(1.1)
        write_workbook([ROW], tmp_path / "b.xlsx")
    finally:
        monkeypatch.undo()
        time.tzset()
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with ZipFile(tmp_path / "a.xlsx") as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 31, 0, 0, 0)}
        assert re.search("<dcterms:created[^>]*>2000-01-01T00:00:00Z", parts.read("docProps/core.xml").decode())


def test_what_cannot_be_written_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_workbook([ROW], tmp_path / "missing" / "a.xlsx")
