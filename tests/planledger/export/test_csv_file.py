"""CSV: what standard readers and spreadsheet programs find in it."""

import csv
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import duckdb
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from planledger.export.csv_file import write_csv
from planledger.export.neutral import begins_formula, from_neutral
from planledger.export.rows import COLUMNS, ActionRow
from tests.planledger.export.test_neutral import TEXTS
from tests.planledger.export.test_rows import record, rows

(ROW,) = rows(record(ref="1.2"))
DAYS = st.none() | st.dates(date(1800, 1, 1))
ROWS = st.builds(
    replace,
    st.just(ROW),
    plan=st.none() | TEXTS,
    action=TEXTS,
    lead=TEXTS,
    link=TEXTS,
    latest_due=DAYS,
    ongoing=st.booleans(),
    confidence=st.floats(0, 1),
    page=st.integers(1, 999),
)


def written(*given_rows: ActionRow) -> bytes:
    file = BytesIO()
    write_csv(given_rows, file)
    assert not file.closed
    return file.getvalue()


def cells(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_it_is_utf8_with_a_byte_order_mark_and_ends_lines_as_rfc_4180() -> None:
    data = written(replace(ROW, action="Café, “open”\nday"))
    assert data.startswith(b"\xef\xbb\xbfplan,organisation,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 2
    assert '"Café, “open”\nday"'.encode() in data


def test_values_stand_as_data() -> None:
    (found,) = cells(written(ROW))
    assert tuple(found) == COLUMNS
    assert (found["period_start"], found["latest_due"], found["ongoing"]) == ("2009-04-01", "", "false")
    assert (found["ref"], found["page"], found["confidence"]) == ("1.2", "2", "1.0")


def test_without_rows_there_is_a_header() -> None:
    assert cells(written()) == []
    assert written().count(b"\r\n") == 1


@given(st.lists(ROWS, max_size=3))
def test_no_cell_begins_a_formula_and_every_text_comes_back(given_rows: list[ActionRow]) -> None:
    found = cells(written(*given_rows))
    assert len(found) == len(given_rows)
    for row, line in zip(given_rows, found, strict=True):
        assert not any(map(begins_formula, line.values()))
        assert from_neutral(line["action"]) == row.action
        assert from_neutral(line["plan"]) == (row.plan or "")
        assert line["latest_due"] == (row.latest_due.isoformat() if row.latest_due else "")
        assert float(line["confidence"]) == row.confidence
    assert written(*given_rows) == written(*given_rows)


def test_pandas_and_duckdb_read_it(tmp_path) -> None:
    path = tmp_path / "actions.csv"
    texts = ["=1+1", 'say "no"', "two\nlines", "comma, semicolon; tab\t", "\x00"]
    path.write_bytes(written(*(replace(ROW, action=text, latest_due=date(2010, 3, 31)) for text in texts)))
    read = pd.read_csv(path, parse_dates=["latest_due"])
    assert [from_neutral(cell) for cell in read["action"]] == texts
    assert read["latest_due"][0].date() == date(2010, 3, 31)
    found = duckdb.sql(f"select action, latest_due from read_csv('{path}', strict_mode = true)").fetchall()
    assert [(from_neutral(action), day) for action, day in found] == [(text, date(2010, 3, 31)) for text in texts]
