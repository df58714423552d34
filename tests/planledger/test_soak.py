"""A run whose workers and whose parent are killed again and again comes to the bytes of an undisturbed one."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from planledger.errors import Exit
from tests.planledger.test_cage import descendants
from tests.soak import Kills, archive, bytes_of, command, disturbed, undisturbed


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plans")
    archive(folder, 80)
    return folder


@pytest.fixture(scope="module")
def calm(plans: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("undisturbed")
    undisturbed(plans, out)
    return bytes_of(out)


def test_killed_at_random_it_comes_to_the_same_bytes(plans: Path, calm: dict[str, bytes], tmp_path: Path) -> None:
    killed = disturbed(plans, tmp_path, Kills(parent=4, workers=8), seconds=10)
    assert killed.parent + killed.workers > 4
    assert bytes_of(tmp_path) == calm


def test_ctrl_c_stops_cleanly_and_keeps_what_was_read(plans: Path, calm: dict[str, bytes], tmp_path: Path) -> None:
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
    assert bytes_of(tmp_path) == calm
