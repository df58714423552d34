"""`planledger tables`: every table of a file, to read or as JSON."""

import json
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas
from typer.testing import CliRunner, Result

from planledger.cli import app
from planledger.errors import Exit
from tests.planledger import pdfs


def tables(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["tables", *map(str, arguments)])


def _draw(canvas: Canvas) -> None:
    for x in (60, 160, 260):
        canvas.line(x, 600, x, 660)
    for y in (600, 630, 660):
        canvas.line(60, y, 260, y)
    for x, y, text in (
        (65, 640, "Ward"),
        (165, 640, "Trees"),
        (65, 615, "Old"),
        (65, 604, "town"),
        (165, 610, "12"),
    ):
        canvas.drawString(x, y, text)


def written(folder: Path, data: bytes) -> Path:
    path = folder / "a.pdf"
    path.write_bytes(data)
    return path


def test_json_says_page_box_cells_and_spans(tmp_path: Path) -> None:
    result = tables(written(tmp_path, pdfs.drawn(_draw, pages=2)), "--json")
    assert result.exit_code == Exit.ALL_CONVERTED
    found = json.loads(result.stdout)["tables"]
    assert [table["page"] for table in found] == [1, 2]
    first = found[0]["cells"][0]
    assert (first["row"], first["row_end"], first["column"], first["column_end"]) == (0, 0, 0, 0)
    assert [cell["text"] for cell in found[0]["cells"]] == ["Ward", "Trees", "Old town", "12"]
    x0, top, x1, bottom = found[0]["bbox"]
    assert x0 < x1 and top < bottom
    assert first["bbox"][:2] == [x0, top]


def test_tables_are_printed_to_read(tmp_path: Path) -> None:
    result = tables(written(tmp_path, pdfs.drawn(_draw)))
    assert result.exit_code == Exit.ALL_CONVERTED
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines == ["Table 1, page 1: 2 rows, 2 columns", "Ward Trees", "Old town 12"]


def test_a_file_without_tables_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, pdfs.prose())
    assert tables(path).stdout == "No table found.\n"
    assert json.loads(tables(path, "--json").stdout) == {"tables": []}


def test_a_file_that_cannot_be_read_ends_with_one_line(tmp_path: Path) -> None:
    result = tables(written(tmp_path, b"not a PDF"))
    assert result.exit_code == Exit.SOME_NOT_CONVERTED
    assert result.stdout == ""
    assert result.stderr.startswith("planledger: a.pdf: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_folder_is_refused(tmp_path: Path) -> None:
    result = tables(tmp_path)
    assert result.exit_code == Exit.USAGE
    assert "folder" in result.stderr


def test_the_same_file_gives_the_same_json(tmp_path: Path) -> None:
    path = written(tmp_path, pdfs.drawn(_draw))
    assert tables(path, "--json").stdout == tables(path, "--json").stdout
