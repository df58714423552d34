"""Files that cannot be read: one clear line and an entry each, and the others unharmed."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from planledger.dataset import read_documents
from planledger.errors import Exit
from tests.planledger import pdfs

BAD: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty.pdf": (lambda: b"", "empty", "empty"),
    "text.pdf": (lambda: b"Dear Sir, please find the plan attached.", "not_a_pdf", "not a PDF"),
    "locked.pdf": (pdfs.locked, "encrypted", "password"),
    "truncated.pdf": (pdfs.truncated, "damaged", "damaged"),
    "header-only.pdf": (lambda: b"%PDF-1.7\n", "damaged", "damaged"),
    "rubbish.pdf": (lambda: b"%PDF-1.4\n" + bytes(range(256)) * 40, "damaged", "damaged"),
    "scan.pdf": (pdfs.image_only, "needs_ocr", "OCR"),
}
SOUND: dict[str, Callable[[], bytes]] = {
    "letter.pdf": pdfs.prose,
    "open-to-all.pdf": lambda: pdfs.locked(user_password=""),
}


def convert(folder: Path, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "planledger", "convert", str(folder), "--out", str(out), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module", params=["pdfium", "pdfplumber"])
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple:
    """One run over all of them with each reader, and where it wrote."""
    folder, out = tmp_path_factory.mktemp("plans"), tmp_path_factory.mktemp("out")
    for name, (make, _, _) in BAD.items():
        (folder / name).write_bytes(make())
    for name, make_sound in SOUND.items():
        (folder / name).write_bytes(make_sound())
    return convert(folder, out, "--reader", request.param), out


def test_it_ends_with_the_exit_code_for_it_and_no_traceback(run: tuple) -> None:
    result, _ = run
    assert result.returncode == Exit.SOME_NOT_CONVERTED
    assert "Traceback" not in result.stdout + result.stderr
    assert len(result.stderr.splitlines()) == len(BAD)


@pytest.mark.parametrize(("name", "status", "word"), [(name, status, word) for name, (_, status, word) in BAD.items()])
def test_each_has_its_line_and_its_entry(run: tuple, name: str, status: str, word: str) -> None:
    result, out = run
    (line,) = (line for line in result.stderr.splitlines() if line.startswith(f"planledger: {name}: "))
    assert word in line
    (plan,) = (plan for plan in read_documents(out) if plan.document.source_name == name)
    assert plan.document.status == status
    assert word in (plan.document.reason or "")
    assert plan.records == ()
    rows = pq.read_table(out / "parquet/documents.parquet").to_pylist()
    (row,) = (row for row in rows if row["source_name"] == name)
    assert (row["status"], row["reason"]) == (status, plan.document.reason)


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_file_without_a_plan_table_is_converted_and_says_so(run: tuple, name: str) -> None:
    result, out = run
    (plan,) = (plan for plan in read_documents(out) if plan.document.source_name == name)
    assert plan.document.status == "no_plan_table"
    assert plan.document.reason
    assert plan.document.page_count == 1
    assert f"{name}\n  {plan.document.reason}\n" in result.stdout


def test_a_file_without_a_plan_table_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(pdfs.prose())
    result = convert(tmp_path, tmp_path / "out")
    assert (result.returncode, result.stderr) == (Exit.ALL_CONVERTED, "")
