"""A load speaks to the warehouse and to nobody else, and leaves nothing behind but what it loaded."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LISTENING = """
import sys
heard = open(sys.argv.pop(1), "a")
def hear(event, arguments):
    # Not socket.bind: a library looks in this way whether there is IPv6.
    if event.startswith(("socket.connect", "socket.send", "socket.getaddrinfo", "socket.gethostby")):
        heard.write(f"{event} {arguments[1:]}\\n")
        heard.flush()
sys.addaudithook(hear)
from planledger.cli import main
main()
"""
CONNECTED = re.compile(r"connect\(\d+, \{sa_family=(AF_\w+)(.*?)\}")


def load(samples: Path, to: str, folder: Path, *before: str) -> str:
    """Loads in a process whose home, settings and temporary files lie in `folder`; returns whom Python called."""
    for name in ("home", "temporary", "here"):
        (folder / name).mkdir()
    here = {"HOME": str(folder / "home"), "TMPDIR": str(folder / "temporary"), "PYTHONPATH": str(ROOT)}
    asked = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DLT_", "RUNTIME__"))}
    command = [*before, sys.executable, "-c", LISTENING, str(folder / "heard"), "load", str(samples), "--to", to]
    done = subprocess.run(
        command, env=asked | here, cwd=folder / "here", capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    return (folder / "heard").read_text()


def test_python_connects_to_nothing_and_nothing_is_left(samples: Path, to: str, tmp_path: Path) -> None:
    folder = tmp_path / "silent"
    folder.mkdir()
    assert load(samples, to, folder) == ""
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["heard"]
    assert not any((folder / "home").iterdir())
    assert not any((folder / "temporary").iterdir())


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_library_connects_elsewhere(samples: Path, to: str, tmp_path: Path) -> None:
    """The database drivers open their sockets themselves, unheard by Python."""
    folder, calls = tmp_path / "traced", tmp_path / "calls"
    folder.mkdir()
    load(samples, to, folder, "strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect", "-o", str(calls))
    connected = CONNECTED.findall(calls.read_text())
    assert {family for family, _ in connected} <= {"AF_UNIX"}
    sockets = {address for _, address in connected if "nscd" not in address}
    assert len(sockets) == ("://" in to), sockets
