"""A run on a Dask cluster comes to the bytes of a run on one machine, also where a worker is lost on the way."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bench.batch import copies
from planledger.cli import app
from planledger.errors import Exit
from planledger.handover import SameFolder
from tests.planledger.test_bucket import in_folder, in_store
from tests.support.clusters import Running, dask_cluster
from tests.support.stores import s3_server

DOCUMENTS = 40


def planledger(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plans")
    copies(folder, DOCUMENTS)
    return folder


@pytest.fixture(scope="module")
def local(plans: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("local")
    assert planledger("convert", plans, "--out", out, "--quiet").exit_code == Exit.ALL_CONVERTED
    return in_folder(out)


def lose_one(running: Running, out: Path) -> threading.Thread:
    """Kills a worker of the cluster once a first document is there."""

    def kill() -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not list(out.glob(".staging/json/*/*.json")):
            time.sleep(0.02)
        running.workers[0].kill()

    thread = threading.Thread(target=kill)
    thread.start()
    return thread


def test_a_lost_worker_costs_nothing_but_time(plans: Path, local: dict[str, bytes], tmp_path: Path) -> None:
    out = tmp_path / "out"
    with dask_cluster(tmp_path, 2) as running:
        losing = lose_one(running, out)
        command = [sys.executable, "-m", "planledger", "convert", str(plans), "--out", str(out)]
        command += ["--dask", running.address]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        losing.join()
        assert running.workers[0].poll() is not None
        assert running.workers[1].poll() is None
    assert done.returncode == Exit.ALL_CONVERTED, done.stderr
    assert done.stderr == ""
    assert in_folder(out) == local


def test_results_travel_by_the_store(
    plans: Path, local: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with s3_server(monkeypatch) as url, dask_cluster(tmp_path, 2) as running:
        arguments = ("convert", plans, "--out", f"{url}/out", "--work", tmp_path / "work", "--dask", running.address)
        done = planledger(*arguments, "--quiet")
        assert done.exit_code == Exit.ALL_CONVERTED, done.output
        assert in_store(f"{url}/out") == local


def test_a_folder_that_workers_do_not_have_is_told(
    plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SameFolder, "target", lambda _, name: str(tmp_path / "elsewhere" / name))
    with dask_cluster(tmp_path, 1) as running:
        done = planledger("convert", plans, "--out", tmp_path / "out", "--dask", running.address, "--quiet")
    assert done.exit_code == Exit.SOME_NOT_CONVERTED
    assert len(done.output.splitlines()) == 1
    assert "cannot be written" in done.output


def test_a_folder_of_the_same_name_that_is_another_is_told(
    plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = SameFolder.target
    jobs = iter([True])

    def elsewhere(same: SameFolder, name: str) -> str:
        return str(tmp_path / "elsewhere" / name) if next(jobs, False) else target(same, name)

    monkeypatch.setattr(SameFolder, "target", elsewhere)
    with dask_cluster(tmp_path, 1) as running:
        done = planledger("convert", plans, "--out", tmp_path / "out", "--dask", running.address, "--quiet")
    assert done.exit_code == Exit.SOME_NOT_CONVERTED
    assert "share the folder with their machines" in done.output
