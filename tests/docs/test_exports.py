"""docs/exports.md names what is exported, and its examples run."""

import re

import duckdb
import pandas as pd
import polars as pl
import pytest

from planledger.export.rows import COLUMNS, PROMISES
from planledger.export.workbook import HEADERS
from tests.support.datasets import make_dataset
from tests.support.documents import REPOSITORY, SAMPLES

PAGE = (REPOSITORY / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_column_is_in_the_table() -> None:
    rows = re.findall(r"^\| (`.*`) \| (.*?) \| .+ \|$", PAGE, re.M)
    assert tuple(name for names, _ in rows for name in re.findall(r"`(\w+)`", names)) == COLUMNS
    assert tuple(header for _, headers in rows for header in headers.split(", ")) == HEADERS


def test_the_kinds_exported_are_named() -> None:
    (said,) = re.findall(r"Without it: ([^.]*?), that is", PAGE, re.S)
    assert set(re.findall(r"`(\w+)`", said)) == PROMISES


def test_the_examples_of_other_programs_run(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_dataset(SAMPLES[:1], tmp_path / "output")
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```python\n(import duckdb.*?)```", PAGE, re.S)
    lines = [line for line in example.splitlines() if not line.startswith("spark.")]
    counts = []
    for line in lines:
        if "output" in line:
            counts.append(len(eval(line, {"duckdb": duckdb, "pl": pl, "pd": pd, "Path": type(tmp_path)})))
    assert len(counts) == 3
    assert len(set(counts)) == 1
    assert counts[0] > 0
