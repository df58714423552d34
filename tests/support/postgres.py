"""A PostgreSQL server of a test's own, from the installed binaries, on a socket in a temporary folder."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

SUPERUSER = "planledger_test"
_UNPRIVILEGED = ("postgres", "nobody")
_SETTINGS = ("fsync=off", "full_page_writes=off", "autovacuum=off", "shared_buffers=64MB")


def _folder() -> Path | None:
    """The folder of initdb and pg_ctl."""
    found = []
    if shutil.which("pg_config"):
        told = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=False)
        found.append(Path(told.stdout.strip()))
    found += [Path(path) for path in os.get_exec_path()]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((path for path in found if (path / "initdb").exists() and (path / "pg_ctl").exists()), None)


def _user() -> str | None:
    """The user to run as: root may not run a server."""
    if os.geteuid():
        return None
    for name in _UNPRIVILEGED:
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    return pytest.skip("PostgreSQL does not run as root, and there is no user postgres or nobody")


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of a running server's database; skips the test where PostgreSQL is not installed."""
    binaries = _folder()
    if binaries is None:
        pytest.skip("no PostgreSQL server here (initdb, pg_ctl): install the package postgresql")
    user = _user()
    # Sockets have short paths: pytest's own folders may be too deep.
    with tempfile.TemporaryDirectory(prefix="pl-pg-") as name:
        root, data = Path(name), Path(name) / "data"
        if user is not None:
            shutil.chown(root, user)

        def run(program: str, *options: str) -> None:
            command = [str(binaries / program), "-D", str(data), *options]
            # pg_ctl's server keeps its output open: to a file, or the call would never end.
            with (root / f"{program}.out").open("w") as out:
                subprocess.run(command, user=user, cwd=root, stdout=out, stderr=out, check=True, timeout=60)

        run("initdb", "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        settings = "".join(f" -c {setting}" for setting in _SETTINGS)
        run("pg_ctl", "-w", "-t", "50", "-l", str(root / "log"), "-o", f"-h '' -k {root}{settings}", "start")
        try:
            yield f"postgresql://{SUPERUSER}@{quote(str(root), safe='')}/postgres"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
