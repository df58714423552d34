"""A run whose workers and whose parent are killed again and again comes to the bytes of an undisturbed one."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from bench.batch import copies
from planledger.dataset import read_documents
from planledger.errors import Exit
from tests.planledger.test_cage import descendants
from tests.planledger.test_determinism import files

DOCUMENTS = 70


def command(plans: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "planledger", "convert", str(plans), "--out", str(out), "--workers", "2", "--quiet"]


def bytes_of(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files(out)}


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copies of the samples, and among them files that cannot be read."""
    folder = tmp_path_factory.mktemp("plans")
    copies(folder, DOCUMENTS)
    for number in range(0, DOCUMENTS, 20):
        path = folder / f"{number:06d}.pdf"
        path.write_bytes(path.read_bytes()[: 300 * (number + 1)])
    return folder


@pytest.fixture(scope="module")
def undisturbed(plans: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("undisturbed")
    subprocess.run(command(plans, out), check=False, capture_output=True)
    return bytes_of(out)


def test_killed_at_random_it_comes_to_the_same_bytes(
    plans: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    chance = random.Random(20091)
    kills = 0
    for _ in range(5):
        run = subprocess.Popen(command(plans, tmp_path), stderr=subprocess.DEVNULL)
        ends = time.monotonic() + chance.uniform(0.5, 3.5)
        while time.monotonic() < ends and run.poll() is None:
            time.sleep(0.1)
            below = sorted(descendants(run.pid))
            if len(below) > 1 and chance.random() < 0.3:
                with suppress(ProcessLookupError):
                    _kill(chance.choice(below))
                    kills += 1
        run.kill()
        run.wait()
        assert list(read_documents(tmp_path)) == [] or (tmp_path / "datapackage.json").exists()
    last = subprocess.run(command(plans, tmp_path), check=False, capture_output=True)
    assert last.returncode == Exit.SOME_NOT_CONVERTED
    assert kills > 0
    assert bytes_of(tmp_path) == undisturbed


def _kill(process: int) -> None:
    os.kill(process, signal.SIGKILL)


def test_ctrl_c_stops_cleanly_and_keeps_what_was_read(
    plans: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    # A shell that starts the tests in the background has told them to ignore Ctrl-C.
    told = signal.signal(signal.SIGINT, signal.default_int_handler)
    run = subprocess.Popen(command(plans, tmp_path), stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, told)
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob(".staging/json/*/*.json")) and time.monotonic() < deadline:
        time.sleep(0.05)
    below = descendants(run.pid)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=20)
    assert run.returncode == Exit.INTERRUPTED
    assert said.startswith("planledger: interrupted")
    assert len(said.splitlines()) == 1
    assert not any(Path(f"/proc/{process}").exists() for process in below)
    assert list(tmp_path.glob(".staging/json/*/*.json"))
    subprocess.run(command(plans, tmp_path), check=False, capture_output=True)
    assert bytes_of(tmp_path) == undisturbed
