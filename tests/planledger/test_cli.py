"""The command line: what it prints where, its exit codes, and how soon help answers."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from models.schema import json_schema
from planledger.cli import app
from planledger.dataset import read_documents
from planledger.errors import Exit

HEAVY = {
    "pandas",
    "pyarrow",
    "spacy",
    "pdfplumber",
    "pypdfium2",
    "camelot",
    "numpy",
    "rich",
    "fsspec",
    "distributed",
    "dlt",
}


def planledger(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two sound files, one of them twice, and one that goes off when it is read."""
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "a.pdf").write_text("Plant trees\nMend roofs")
    (plans / "b.pdf").write_text("Sweep streets")
    (plans / "copy.pdf").write_text("Plant trees\nMend roofs")
    (plans / "deep.pdf").write_text("bomb")
    return plans


def test_convert_ends_with_a_line_per_document_and_the_places(stand_in: None, folder: Path, tmp_path: Path) -> None:
    (folder / "deep.pdf").unlink()
    result = planledger("convert", folder, "--out", tmp_path / "out")
    assert result.exit_code == Exit.ALL_CONVERTED
    table = result.stdout[result.stdout.index("Document ") :].splitlines()
    assert [line.split() for line in table[1:4]] == [
        ["a.pdf", "1", "2", "75.0", "%", "of", "4", "0", "converted"],
        ["b.pdf", "1", "1", "75.0", "%", "of", "4", "0", "converted"],
        ["copy.pdf", "1", "2", "75.0", "%", "of", "4", "0", "duplicate"],
    ]
    assert "copy.pdf\n  the same bytes as a.pdf" in result.stdout
    assert "3 of 3 documents converted, 3 records" in result.stdout.replace("\n", " ")
    for part in ("json/", "parquet/", "datapackage.json", "out"):
        assert part in result.stdout
    assert result.stderr == ""


def test_one_document_that_fails_leaves_the_others_unharmed(stand_in: None, folder: Path, tmp_path: Path) -> None:
    result = planledger("convert", folder, "--out", tmp_path / "out")
    assert result.exit_code == Exit.SOME_NOT_CONVERTED
    assert result.stderr.splitlines() == ["planledger: deep.pdf: RecursionError: too deep by far"]
    statuses = {plan.document.source_name: plan.document.status for plan in read_documents(tmp_path / "out")}
    assert statuses == {"a.pdf": "converted", "b.pdf": "converted", "deep.pdf": "unreadable"}


def test_quiet_prints_only_what_was_not_converted(stand_in: None, folder: Path, tmp_path: Path) -> None:
    result = planledger("convert", folder, "--out", tmp_path / "out", "--quiet")
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1


def test_the_reader_asked_for_is_used_and_warnings_are_shown(stand_in: None, folder: Path, tmp_path: Path) -> None:
    result = planledger("convert", folder / "a.pdf", "--out", tmp_path / "out", "--reader", "pdfplumber")
    assert "a.pdf\n  read by pdfplumber" in result.stdout


def test_a_second_run_adds_to_the_dataset(stand_in: None, folder: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert planledger("convert", folder / name, "--out", tmp_path / "out").exit_code == Exit.ALL_CONVERTED
    assert {plan.document.source_name for plan in read_documents(tmp_path / "out")} == {"a.pdf", "b.pdf"}


def test_a_file_that_vanishes_or_is_locked_away_is_said(
    stand_in: None, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: object, *arguments: object, **more: object) -> int:
        if str(path).endswith("/b.pdf"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **more)

    opened = os.open
    monkeypatch.setattr(os, "open", refuse)
    result = planledger("convert", folder, "--out", tmp_path / "out")
    assert result.exit_code == Exit.SOME_NOT_CONVERTED
    assert "planledger: b.pdf: cannot be opened: Permission denied" in result.stderr.splitlines()
    assert {plan.document.source_name for plan in read_documents(tmp_path / "out")} == {"a.pdf", "deep.pdf"}


def test_interrupted_it_says_so_and_leaves_the_dataset(
    stand_in: None, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planledger("convert", folder / "a.pdf", "--out", tmp_path / "out")

    def stop(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planledger.progress.Bar.done", stop)
    result = planledger("convert", folder, "--out", tmp_path / "out")
    assert result.exit_code == Exit.INTERRUPTED
    assert "interrupted" in result.stderr
    assert [plan.document.source_name for plan in read_documents(tmp_path / "out")] == ["a.pdf"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("convert {plans}", "--out"),
        ("convert --out {new}", "INPUT"),
        ("convert {new} --out {new}", "no such file or folder"),
        ("convert {empty} --out {new}", "no .pdf file"),
        ("convert {plans} --out {plans}/a.pdf", "is a file"),
        ("convert {plans} --out {plans}/a.pdf/out", "cannot be written"),
        ("convert {plans} --out {new} --reader crystal-ball", "crystal-ball"),
        ("convert {plans} --out {new} --speed", "--speed"),
        ("show {new}", "no such file or folder"),
        ("show {plans}", "is a folder"),
        ("sing", "sing"),
    ],
)
def test_wrong_usage_is_told_in_a_line_and_writes_nothing(
    stand_in: None, folder: Path, tmp_path: Path, arguments: str, said: str
) -> None:
    (tmp_path / "empty").mkdir()
    before = sorted(tmp_path.rglob("*"))
    places = {"plans": folder, "new": tmp_path / "new", "empty": tmp_path / "empty"}
    result = planledger(*(word.format(**places) for word in arguments.split()))
    assert result.exit_code == Exit.USAGE
    assert said in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.output
    assert sorted(tmp_path.rglob("*")) == before


def test_schema_prints_the_schema() -> None:
    result = planledger("schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json_schema()


def test_show_prints_the_records(stand_in: None, folder: Path) -> None:
    result = planledger("show", folder / "a.pdf")
    assert result.exit_code == 0
    assert "Plant trees" in result.stdout
    assert "2 records" in result.stdout


def test_show_says_why_there_is_nothing_to_show(stand_in: None, folder: Path) -> None:
    result = planledger("show", folder / "deep.pdf")
    assert result.exit_code == Exit.SOME_NOT_CONVERTED
    assert result.stderr.splitlines() == ["planledger: deep.pdf: RecursionError: too deep by far"]


def test_without_a_command_it_shows_help() -> None:
    assert "convert" in planledger().output
    assert "Exit codes: 0 all converted, 2 usage, 3 some not converted" in planledger("--help").output


def test_version() -> None:
    result = planledger("--version")
    assert result.exit_code == 0
    assert result.stdout.split()[0] == "planledger"
    assert result.stdout.split()[1][0].isdigit()


@pytest.mark.parametrize("arguments", [["--help"], ["convert", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom planledger.cli import app\n"
        f"app({arguments!r}, standalone_mode=False)\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = run.stdout.splitlines()[-1].split()
    assert loaded[0] == "LOADED"
    assert not HEAVY & set(loaded)


def test_the_module_can_be_run(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "planledger", "convert", str(tmp_path / "missing"), "--out", str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == Exit.USAGE
    assert run.stderr.splitlines() == [f"planledger: {tmp_path / 'missing'}: no such file or folder; check the path"]
