"""Nasty files among sound ones: each costs itself at most, within its limits; nothing is written but the dataset."""

import os
import subprocess
import sys
import uuid
from collections import Counter
from pathlib import Path

from models import Status
from planledger.dataset import read_documents
from tests.hostile.nasty import GREEDY, NASTY, SAMPLES, mutants, truncations

MUTANTS = int(os.environ.get("PLANLEDGER_MUTANTS", "105"))
"""A hundred by default; more where somebody asks for them."""

THOROUGH = 1000

LIMITS = ("--timeout", "8", "--max-memory", "1024")
MARK = "PLANLEDGER_TEST_MARK"


def convert(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Converts the folder's plans; whatever process comes of it bears a mark of its own in its environment.

    Fails where such a process is still there afterwards, whoever its parent may be by then, or where a file is found
    beside the dataset: in the working folder or in that for temporary files.
    """
    mark = uuid.uuid4().hex
    here, temporary = folder / "here", folder / "temporary"
    here.mkdir()
    temporary.mkdir()
    environment = {**os.environ, MARK: mark, "TMPDIR": str(temporary), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "planledger", "convert", str(folder / "plans"), "--out", str(folder / "out")]
    result = subprocess.run(
        [*command, "--quiet", *LIMITS, *options],
        check=False,
        capture_output=True,
        text=True,
        cwd=here,
        env=environment,
    )
    assert marked(mark) == []
    assert sorted(path.name for path in folder.iterdir()) == ["here", "out", "plans", "temporary"]
    assert [*here.iterdir(), *temporary.iterdir()] == []
    return result


def marked(mark: str) -> list[int]:
    """The processes with that mark."""
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            if f"{MARK}={mark}".encode() in environment.read_bytes():
                found.append(int(environment.parent.name))
        except OSError:  # another user's, or gone by now
            continue
    return found


def run(folder: Path, contents: dict[str, bytes], *options: str) -> dict[str, Status]:
    """Converts files among the samples; returns their statuses, and that of the samples."""
    plans, out = folder / "plans", folder / "out"
    plans.mkdir()
    for path in SAMPLES:
        (plans / path.name).write_bytes(path.read_bytes())
    for name, data in contents.items():
        (plans / f"{name}.pdf").write_bytes(data)
    result = convert(folder, *options)
    assert result.returncode in {0, 3}, result.stderr
    assert "Traceback" not in result.stderr
    assert len(list(plans.iterdir())) == len(SAMPLES) + len(contents)
    return {plan.document.source_name: plan.document.status for plan in read_documents(out)}


READ = (Status.CONVERTED, Status.NO_PLAN_TABLE, Status.NEEDS_OCR)

TOLD = {
    "a million pages promised": Status.TOO_MANY_PAGES,
    "decompression bomb beyond all limits": Status.OUT_OF_MEMORY,
    "dictionaries nested": Status.DAMAGED,
    "half characters": Status.NEEDS_OCR,
    "invisible text": Status.NEEDS_OCR,
    "letters without names": Status.NEEDS_OCR,
    "page inside out": Status.NO_PLAN_TABLE,
    "page of 200 inches": Status.NO_PLAN_TABLE,
    "page tree that is its own kid": Status.DAMAGED,
    "page without size": Status.NO_PLAN_TABLE,
    "text outside the page": Status.NEEDS_OCR,
    "title that is no text": Status.NO_PLAN_TABLE,
}
"""What some are said to be."""


def check_samples(statuses: dict[str, Status]) -> None:
    for path in SAMPLES:
        assert statuses[path.name] in {Status.CONVERTED, Status.NO_PLAN_TABLE}


def test_nasty_files_cost_themselves_only(tmp_path: Path) -> None:
    statuses = run(tmp_path, NASTY)
    check_samples(statuses)
    assert set(statuses) == {path.name for path in SAMPLES} | {f"{name}.pdf" for name in NASTY}
    assert {name: statuses[f"{name}.pdf"] for name in TOLD} == TOLD
    assert {statuses[f"{name}.pdf"] for name in GREEDY} <= {*READ, Status.TIMED_OUT, Status.OUT_OF_MEMORY}
    assert Status.CRASHED not in statuses.values()


def test_nasty_files_cost_themselves_only_with_the_other_reader_too(tmp_path: Path) -> None:
    few = {name: data for name, data in NASTY.items() if name not in GREEDY}
    statuses = run(tmp_path, few, "--reader", "pdfplumber")
    check_samples(statuses)
    assert set(statuses) == {path.name for path in SAMPLES} | {f"{name}.pdf" for name in few}
    assert Status.CRASHED not in statuses.values()


def test_a_process_left_behind_would_be_found() -> None:
    mark = uuid.uuid4().hex
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, env={MARK: mark})
    try:
        assert marked(mark) == [process.pid]
    finally:
        process.communicate()


def test_mutants_cost_themselves_only(tmp_path: Path) -> None:
    statuses = run(tmp_path, {f"mutant{number:05d}": data for number, data in enumerate(mutants(MUTANTS))})
    check_samples(statuses)
    print(Counter(status.value for name, status in statuses.items() if name.startswith("mutant")))  # noqa: T201 - with -s


def test_broken_off_files_cost_themselves_only(tmp_path: Path) -> None:
    """After every hundredth part: of the samples in turn, or of each where many mutants are asked for."""
    every = MUTANTS >= THOROUGH
    parts = {
        f"{path.stem}-{step:02d}": data
        for number, path in enumerate(SAMPLES)
        for step, data in enumerate(truncations(path.read_bytes()))
        if every or step % len(SAMPLES) == number
    }
    assert len(parts) == 100 * (len(SAMPLES) if every else 1)
    check_samples(run(tmp_path, parts))


NAMES = (
    "new\nline",
    "..",
    "-rf",
    "%2e%2e%2fup",
    "\x1b[2J",
    "a" * 240,
    " ",
    "'; drop table",
    "=1+1",
    "<script>",
    "\u202egnp",
)


def test_names_are_only_names(tmp_path: Path) -> None:
    statuses = run(tmp_path, {name: f"%PDF-1.4 {number}".encode() for number, name in enumerate(NAMES)})
    check_samples(statuses)
    assert {name: statuses[f"{name}.pdf"] for name in NAMES} == dict.fromkeys(NAMES, Status.DAMAGED)
