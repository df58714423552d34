"""`planledger export`: where it writes, what it says, and its exit codes."""

import csv
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from planledger.cli import app
from planledger.errors import Exit
from planledger.export.rows import COLUMNS
from tests.support.datasets import make_dataset
from tests.support.documents import SAMPLES


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("dataset")
    make_dataset(SAMPLES, root)
    return root


def export(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


def lines(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(result.stdout_bytes.decode("utf-8-sig"), newline="")))


def stamps(root: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in root.rglob("*")}


def test_rows_are_printed_where_no_file_is_named(dataset: Path) -> None:
    before = stamps(dataset)
    result = export(dataset, "--format", "csv")
    assert (result.exit_code, result.stderr) == (0, "")
    found = lines(result)
    assert {row["kind"] for row in found} == {"action", "step", "milestone"}
    assert len(found) == 141
    train = next(row for row in found if row["action"].startswith("Train managers in the policy"))
    assert (train["lead"], train["latest_due"], train["page"]) == ("AD (People); SM (Pay)", "2007-03-31", "2")
    assert train["link"].endswith("/samples/castlemere-people-strategy-2005.pdf#page=2")
    assert before == stamps(dataset), "nothing is written into the dataset"


def test_kinds_and_days_choose_rows(dataset: Path) -> None:
    assert {row["kind"] for row in lines(export(dataset, "--format", "csv", "--kind", "risk"))} == {"risk"}
    both = lines(export(dataset, "--format", "csv", "--kind", "indicator", "--kind", "risk"))
    assert {row["kind"] for row in both} == {"indicator", "risk"}
    dated = lines(export(dataset, "--format", "csv", "--from", "2010-01-01", "--to", "2010-12-31"))
    assert dated
    assert {row["latest_due"][:4] for row in dated} == {"2010"}


@pytest.mark.parametrize("form", ["csv", "xlsx", "ics"])
def test_the_same_dataset_gives_the_same_file(dataset: Path, tmp_path: Path, form: str) -> None:
    for name in ("a", "b"):
        assert export(dataset, "--format", form, "--out", tmp_path / name).exit_code == 0
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_workbook_holds_the_rows_of_the_csv(dataset: Path, tmp_path: Path) -> None:
    export(dataset, "--format", "xlsx", "--out", tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    place = COLUMNS.index("record_id")
    found = [row[place] for row in sheet.iter_rows(2, values_only=True)]
    assert found == [row["record_id"] for row in lines(export(dataset, "--format", "csv"))]


def test_a_calendar_says_what_it_leaves_out(dataset: Path) -> None:
    result = export(dataset, "--format", "ics")
    assert result.exit_code == 0
    assert result.stderr == "planledger: 6 deadlines name no day and are left out: 3 ongoing, 3 undated\n"
    found = Calendar.from_ical(result.stdout_bytes).walk("VEVENT")
    assert len(found) == 115
    assert len({event["uid"] for event in found}) == 115


def test_a_file_that_was_there_is_replaced_only_by_a_whole_one(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.csv"
    out.write_text("before")

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("planledger.commands.export.write_csv", full)
    result = export(dataset, "--format", "csv", "--out", out)
    assert result.exit_code == Exit.SOME_NOT_CONVERTED
    assert (
        result.stderr == f"planledger: {out}: cannot be written: No space left on device; what was there before stays\n"
    )
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


def test_interrupted_it_leaves_what_was_there(dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planledger.progress.Bar.step", stop)
    result = export(dataset, "--format", "xlsx", "--out", tmp_path / "a.xlsx")
    assert result.exit_code == Exit.INTERRUPTED
    assert result.stderr.startswith("planledger: interrupted; ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("{new} --format csv", "not a dataset"),
        ("{dataset} --format pdf", "pdf"),
        ("{dataset}", "--format"),
        ("{dataset} --format xlsx", "needs --out"),
        ("{dataset} --format csv --out {dataset}/actions.csv", "lies in the dataset"),
        ("{dataset} --format csv --out {dataset}/datapackage.json", "lies in the dataset"),
        ("{dataset} --format csv --out {new}/a.csv", "no such folder"),
        ("{dataset} --format csv --out {folder}", "not a file"),
        ("{dataset} --format csv --kind wish", "'wish' is not a valid Kind; the kinds are group, action"),
        ("{dataset} --format ics --from 2010-02-01 --to 2010-01-01", "lies after"),
        ("{dataset} --format ics --from yesterday", "yesterday"),
    ],
)
def test_wrong_usage_is_told_in_a_line_and_writes_nothing(
    dataset: Path, tmp_path: Path, arguments: str, said: str
) -> None:
    before = stamps(dataset)
    places = {"dataset": dataset, "new": tmp_path / "new", "folder": tmp_path}
    result = export(*(word.format(**places) for word in arguments.split()))
    assert result.exit_code == Exit.USAGE
    assert said in " ".join(result.stderr.replace("│", " ").split())
    assert "Traceback" not in result.output
    assert list(tmp_path.iterdir()) == []
    assert before == stamps(dataset)


def test_a_reader_that_stops_early_gets_no_traceback(dataset: Path) -> None:
    command = f"{sys.executable} -m planledger export {dataset} --format csv | head -c 10"
    run = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert run.stdout == b"\xef\xbb\xbfplan,or"
    assert b"Traceback" not in run.stderr
