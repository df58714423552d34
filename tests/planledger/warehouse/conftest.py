"""The samples as a dataset, and a warehouse of each kind that is tested."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from tests.support.datasets import make_dataset
from tests.support.postgres import postgres
from tests.support.warehouses import do

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples' dataset; not to be changed."""
    root = tmp_path_factory.mktemp("samples") / "dataset"
    make_dataset([SAMPLES], root)
    return root


@pytest.fixture
def dataset(samples: Path, tmp_path: Path) -> Path:
    """The samples' dataset, to be changed."""
    return Path(shutil.copytree(samples, tmp_path / "dataset"))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with postgres() as url:
        yield url


@pytest.fixture(scope="session")
def emptied(server: str) -> str:
    """A database that tests have one after the other."""
    with closing(psycopg2.connect(server)) as connection:
        connection.autocommit = True
        connection.cursor().execute("create database plans")
    return server.replace("/postgres", "/plans")


@pytest.fixture(params=["duckdb", "postgres"])
def to(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty warehouse."""
    if request.param == "duckdb":
        return str(tmp_path / "plans.duckdb")
    url: str = request.getfixturevalue("emptied")
    do(url, "drop schema if exists planledger, planledger_incoming, first, second cascade")
    return url
