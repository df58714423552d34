"""The same samples give the same bytes: on a second run, and with any hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planledger.layout import STATE

SAMPLES = Path("samples")


def converted_with_seed(seed: str, out: Path) -> dict[str, bytes]:
    command = [sys.executable, "-m", "planledger", "convert", str(SAMPLES), "--out", str(out), "--quiet"]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files(out)}


def files(out: Path) -> list[Path]:
    """The dataset's files, without what runs remember of times."""
    return sorted(path for path in out.rglob("*") if path.is_file() and STATE not in path.parts)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return converted_with_seed("1", tmp_path_factory.mktemp("first"))


def test_two_runs_with_other_hash_seeds_give_the_same_bytes(first: dict[str, bytes], tmp_path: Path) -> None:
    assert len(first) > len(list(SAMPLES.glob("*.pdf")))
    assert converted_with_seed("2", tmp_path) == first
