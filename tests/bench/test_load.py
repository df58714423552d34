"""The load benchmark: its dataset is one that loads, and its report has every figure."""

from pathlib import Path

from bench.load import lines, synthesise, timed
from planledger.warehouse.parts import find
from tests.support.warehouses import ask, load


def test_the_dataset_holds_copies_of_the_samples(tmp_path: Path) -> None:
    root, to = tmp_path / "dataset", str(tmp_path / "plans.duckdb")
    root.mkdir()
    assert synthesise(root, 400) == 474
    assert find(root).documents == 21
    load(root, to)
    counted = "select count(*), count(distinct document_id) from planledger."
    assert ask(to, f"{counted}records") == [(474, 18)]  # six of the seven samples hold records
    assert ask(to, f"{counted}documents") == [(21, 21)]
    assert ask(to, f"{counted}evidence") == [(3216, 18)]


def test_the_report(tmp_path: Path) -> None:
    report = "\n".join(lines(timed(tmp_path, 100)))
    assert report.startswith("158 records, 1,573 rows of all tables\n")
    for named in ("COPY", "planledger load", "times COPY", "nothing changed"):
        assert named in report
