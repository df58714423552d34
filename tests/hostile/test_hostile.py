"""Nasty files among sound ones: each costs itself at most, within its limits; nothing is written but the dataset."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models import Status
from planledger.dataset import read_documents
from tests.hostile.nasty import NASTY, SAMPLES, mutants, truncations
from tests.planledger.test_cage import descendants

MUTANTS = int(os.environ.get("PLANLEDGER_MUTANTS", "105"))
"""A hundred by default; more where somebody asks for them."""

LIMITS = ("--timeout", "20", "--max-memory", "1024")


def convert(plans: Path, out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "planledger", "convert", str(plans), "--out", str(out), "--quiet", *LIMITS]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def run(folder: Path, contents: dict[str, bytes]) -> dict[str, Status]:
    """Converts files among the samples; returns their statuses, and that of the samples."""
    plans, out = folder / "plans", folder / "out"
    plans.mkdir()
    for path in SAMPLES:
        (plans / path.name).write_bytes(path.read_bytes())
    for name, data in contents.items():
        (plans / f"{name}.pdf").write_bytes(data)
    result = convert(plans, out)
    assert result.returncode in {0, 3}, result.stderr
    assert "Traceback" not in result.stderr
    assert descendants(os.getpid()) == set()
    assert sorted(path.name for path in folder.iterdir()) == ["out", "plans"]
    assert len(list(plans.iterdir())) == len(SAMPLES) + len(contents)
    return {plan.document.source_name: plan.document.status for plan in read_documents(out)}


def check_samples(statuses: dict[str, Status]) -> None:
    for path in SAMPLES:
        assert statuses[path.name] in {Status.CONVERTED, Status.NO_PLAN_TABLE}


def test_nasty_files_cost_themselves_only(tmp_path: Path) -> None:
    statuses = run(tmp_path, NASTY)
    check_samples(statuses)
    assert set(statuses) == {path.name for path in SAMPLES} | {f"{name}.pdf" for name in NASTY}
    assert statuses["a million pages promised.pdf"] is not Status.CONVERTED
    assert statuses["page of 200 inches.pdf"] is Status.NO_PLAN_TABLE


def test_mutants_cost_themselves_only(tmp_path: Path) -> None:
    check_samples(run(tmp_path, {f"mutant{number:05d}": data for number, data in enumerate(mutants(MUTANTS))}))


def test_broken_off_files_cost_themselves_only(tmp_path: Path) -> None:
    whole = SAMPLES[0].read_bytes()
    check_samples(run(tmp_path, {f"part{number:03d}": data for number, data in enumerate(truncations(whole))}))


@pytest.mark.parametrize("name", ["new\nline", "..", "-rf", "%2e%2e%2fup", "\x1b[2J", "a" * 240, " ", "'; drop table"])
def test_names_are_only_names(tmp_path: Path, name: str) -> None:
    statuses = run(tmp_path, {name: b"%PDF-1.4 none"})
    check_samples(statuses)
    assert statuses[f"{name}.pdf"] is Status.DAMAGED
