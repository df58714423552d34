"""`planledger verify`: what it prints where, and its exit codes."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extract.page import Pages
from extract.reading import Reader, read_pdf
from planledger.cli import app
from planledger.errors import Exit
from tests.support.datasets import make_dataset
from tests.support.documents import REPOSITORY

PLAN = "fenbridge-performance-report-2006.pdf"


def verify(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["verify", *map(str, arguments)])


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A dataset of one small plan, whose source lies beside it."""
    shutil.copy(REPOSITORY / "samples" / PLAN, tmp_path / PLAN)
    make_dataset([tmp_path / PLAN], tmp_path / "dataset")
    return tmp_path / "dataset"


def changed(dataset: Path, old: str, new: str) -> None:
    (path,) = (dataset / "json").rglob("*.json")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_holds_is_a_line_for_each_document_and_a_summary(dataset: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in dataset.rglob("*")}
    result = verify(dataset)
    assert result.exit_code == Exit.ALL_HELD == 0
    assert [line.split() for line in result.stdout.splitlines()[:2]] == [
        ["Document", "Records", "Boxes", "re-read", "Differences", "Verdict"],
        [PLAN, "3", "23", "0", "held"],
    ]
    assert "1 of 1 documents" in result.stdout
    assert result.stderr == ""
    assert before == {path: path.stat().st_mtime_ns for path in dataset.rglob("*")}, "nothing is written"


def test_what_differs_is_a_table(dataset: Path) -> None:
    changed(dataset, '"page_count": 3', '"page_count": 4')
    result = verify(dataset)
    assert result.exit_code == Exit.SOME_DIFFER == 3
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["Document", "Page", "Check", "What", "Recorded", "Found"]
    assert lines[1].split()[-4:] == ["source", "page_count", "4", "3"]
    assert "differs" in result.stdout
    assert "0 of 1 documents" in result.stdout
    assert "Traceback" not in result.output


def test_the_same_as_json(dataset: Path) -> None:
    changed(dataset, '"page_count": 3', '"page_count": 4')
    result = verify(dataset, "--json")
    assert result.exit_code == Exit.SOME_DIFFER
    content = json.loads(result.stdout)
    (document,) = content["documents"]
    assert (content["held"], document["held"], document["document"]) == (False, False, PLAN)
    first = content["findings"][0]
    assert first == {
        "document": PLAN,
        "document_id": document["document_id"],
        "check": "source",
        "what": "page_count",
        "recorded": "4",
        "found": "3",
        "page": None,
        "record_id": None,
    }
    shared = [finding for finding in content["findings"] if finding["document_id"] is None]
    assert {finding["what"] for finding in shared} == {"datapackage.json json.hash"}


def test_json_of_what_holds(dataset: Path) -> None:
    result = verify(dataset, "--json")
    assert result.exit_code == Exit.ALL_HELD
    assert json.loads(result.stdout)["findings"] == []


def test_a_source_that_is_gone_is_one_clear_line(dataset: Path) -> None:
    (dataset.parent / PLAN).unlink()
    result = verify(dataset)
    assert result.exit_code == Exit.SOME_DIFFER
    assert result.stderr.splitlines() == [f"planledger: {PLAN}: source is gone: no such file"]
    assert "source gone" in result.stdout


def test_the_other_reader_can_be_asked_for(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def remembering(data: bytes, reader: Reader) -> Pages:
        asked.append(reader)
        return read_pdf(data, reader)

    monkeypatch.setattr("planledger.verify.document.read_pdf", remembering)
    assert verify(dataset, "--reader", "pdfium").exit_code == Exit.ALL_HELD
    assert asked[0] == "pdfium"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("{missing}", "no such folder"),
        ("{file}", "not a folder"),
        ("{empty}", "not a dataset"),
        ("{empty} --reader crystal-ball", "crystal-ball"),
        ("", "DIR"),
    ],
)
def test_wrong_usage_is_told_in_a_line(tmp_path: Path, arguments: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    places = {name: tmp_path / name for name in ("missing", "file", "empty")}
    result = verify(*arguments.format(**places).split())
    assert result.exit_code == Exit.USAGE
    assert said in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.output


def test_a_run_broken_off_while_it_moved_its_files_is_told(dataset: Path) -> None:
    (dataset / ".staging").mkdir()
    (dataset / ".staging" / "datapackage.json").write_text("{}")
    result = verify(dataset)
    assert result.exit_code == Exit.SOME_DIFFER
    assert "convert again" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_interrupted_it_says_so(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planledger.commands.verify.verify_dataset", stop)
    result = verify(dataset)
    assert result.exit_code == Exit.INTERRUPTED
    assert "interrupted" in result.stderr


def test_texts_that_steer_a_terminal_are_shown_as_escapes(dataset: Path) -> None:
    changed(dataset, f'"source_name": "{PLAN}"', r'"source_name": "\u001b[31mred.pdf"')
    changed(dataset, '"page_count": 3', '"page_count": 4')
    result = verify(dataset)
    assert "\x1b" not in result.output
    assert r"\x1b[31mred.pdf" in result.stdout
