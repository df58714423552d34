"""What the user names as a warehouse: what is taken, what is refused, and that no line shows a password."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from planledger.cli import app
from planledger.errors import Exit, UsageError
from planledger.warehouse.destination import warehouse

SECRET = "pa%40ss"


def loading(*arguments: str) -> tuple[int, str]:
    """The exit code and what was printed, which is one line."""
    result = CliRunner().invoke(app, ["load", *arguments])
    assert result.output.count("\n") == 1, result.output
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("to", "schema", "said"),
    [
        ("plans", "planledger", "neither a URL nor a DuckDB file"),
        ("plans.csv", "planledger", "neither a URL nor a DuckDB file"),
        ("nowhere/plans.duckdb", "planledger", "the folder is not there"),
        ("duckdb:////nowhere/plans.duckdb", "planledger", "the folder is not there"),
        ("planledger.duckdb", "planledger", "name one otherwise"),
        ("oracle://me:pa%40ss@host/db", "planledger", "unknown; take"),
        ("databricks://token:pa%40ss@host", "planledger", "unknown; take"),
        ("postgresql://me:pa%40ss@host", "planledger", "take postgresql://USER:PASSWORD@HOST/DATABASE"),
        ("postgresql://host/db", "planledger", "take postgresql://USER:PASSWORD@HOST/DATABASE"),
        ("postgresql://me:pa%40ss@host:port/db", "planledger", "not a URL"),
        ("plans.duckdb", "My Plans", "take lower-case letters"),
        ("plans.duckdb", "x; drop table y", "take lower-case letters"),
    ],
)
def test_what_names_no_warehouse_is_refused(samples: Path, to: str, schema: str, said: str) -> None:
    code, output = loading(str(samples), "--to", to, "--schema", schema)
    assert code == Exit.USAGE
    assert said in output
    assert SECRET not in output
    assert "pa@ss" not in output


@pytest.mark.parametrize("to", ["plans.duckdb", "duckdb:///plans.duckdb"])
def test_a_file_is_named_by_path_or_url(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert loading(str(samples), "--to", to) == (
        Exit.ALL_LOADED,
        "plans.duckdb: 7 documents sent, 0 unchanged, 0 removed; 1,573 rows\n",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["plans.duckdb"]
    assert loading(str(samples), "--to", to)[1] == ("plans.duckdb: 0 documents sent, 7 unchanged, 0 removed; 0 rows\n")


@pytest.mark.parametrize(
    ("to", "native"),
    [
        ("postgres://me:x@host/db", "postgresql://me:x@host/db"),
        ("postgresql://me@host:5433/db?sslmode=require", "postgresql://me:@host:5433/db?sslmode=require"),
        ("postgresql://me@/db?host=/run/pg&port=5433", "postgresql://me:@%2Frun%2Fpg:5433/db"),
    ],
)
def test_urls_of_postgres_as_dlt_takes_them(to: str, native: str) -> None:
    assert warehouse(to, "planledger").destination.config_params["credentials"] == native


def test_a_password_is_masked_in_all_its_forms() -> None:
    place = warehouse(f"postgresql://me:{SECRET}@host/db?sslpassword=other", "planledger")
    assert place.masked(f"{SECRET}, pa@ss, other") == "***, ***, ***"
    assert place.shown == "postgresql://host/db"


def test_a_server_that_is_not_there_is_told_in_one_line(samples: Path) -> None:
    code, output = loading(str(samples), "--to", f"postgresql://me:{SECRET}@127.0.0.1:1/db")
    assert code == Exit.SOME_NOT_CONVERTED
    assert output.startswith("planledger: postgresql://127.0.0.1:1/db: could not be loaded: ")
    assert "refused" in output
    assert SECRET not in output


def test_a_file_that_is_no_database_is_told_in_one_line(samples: Path, tmp_path: Path) -> None:
    file = tmp_path / "plans.duckdb"
    file.write_bytes(b"not a database, but long enough to be looked at" * 200)
    code, output = loading(str(samples), "--to", str(file))
    assert code == Exit.SOME_NOT_CONVERTED
    assert "could not be loaded" in output


def test_a_folder_without_a_dataset_is_refused(tmp_path: Path) -> None:
    code, output = loading(str(tmp_path), "--to", str(tmp_path / "plans.duckdb"))
    assert code == Exit.USAGE
    assert "not a dataset" in output
    assert not any(tmp_path.iterdir())


def test_a_driver_that_is_not_installed_is_named(samples: Path) -> None:
    code, output = loading(str(samples), "--to", f"snowflake://me:{SECRET}@account/db")
    assert code == Exit.USAGE
    assert "pip install" in output
    assert "snowflake" in output
    assert SECRET not in output


def test_quiet_says_nothing(samples: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["load", str(samples), "--to", str(tmp_path / "plans.duckdb"), "--quiet"])
    assert (result.exit_code, result.output) == (0, "")


def test_only_names_of_schemas_are_schemas() -> None:
    with pytest.raises(UsageError):
        warehouse("plans.duckdb", "")
