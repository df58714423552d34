"""`planledger diff`: what it takes, prints and returns."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from models import Precision
from planledger.cli import app
from planledger.diff.findings import Comparison
from planledger.errors import Exit
from planledger.layout import JSON, json_file
from tests.support.invented import Promise, dataset, plan, with_promises

LAST = plan(
    Promise("Open a waste site", "2010-03-31", ref="1.1", owners=("Head of Waste",)),
    Promise("Train all managers", "2010-03-31", Precision.MONTH, ref="1.2", owners=("HR", "Finance")),
    Promise("Publish a tenancy handbook", "2009-12-31", ref="1.3"),
    Promise("Sell the depot", "2009-09-30", ref="1.4"),
    name="housing-2009.pdf",
    start=2009,
)
THIS = plan(
    Promise("Open a waste site", "2010-09-30", ref="2.1", owners=("Head of Streets",)),
    Promise("Train all managers", "2010-03-12", ref="2.2", owners=("Finance", "HR")),
    Promise("Publish a tenancy handbook in three languages", "2009-11-30", ref="2.3"),
    Promise("Plant a\nwood \x1b[31m", ref="2.4"),
    name="housing-2010.pdf",
    start=2010,
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of both years. Not to be changed."""
    return dataset(tmp_path_factory.mktemp("both"), [LAST, THIS])


def diff(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["diff", *map(str, words)])
    return result.exit_code, result.output


def test_two_plans_of_one_dataset_are_named_by_a_part_of_their_names(both: Path) -> None:
    code, said = diff(both, both, "--old-plan", "2009", "--new-plan", "2010")
    assert code == Exit.SOME_DIFFER
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert any(line.startswith("housing-2009.pdf") and "→ housing-2010.pdf" in line for line in lines)
    assert (
        "3 carried over; 1 of them reworded; 1 vanished; 1 new; 1 with other owners; deadlines slipped: 1; "
        "deadlines brought forward: 1; deadlines more exact: 1." in " ".join(lines)
    )
    assert "slipped 6 months 1.1 → 2.1 Open a waste site 2010-03-31 2010-09-30" in lines
    assert "more exact 1.2 → 2.2 Train all managers 2010-03-31 (month) 2010-03-12" in lines
    assert "owners 1.1 → 2.1 Open a waste site Head of Waste Head of Streets" in lines
    assert "vanished 1.4 Sell the depot page 1" in lines
    assert r"new 2.4 Plant a\nwood \x1b[31m page 1" in lines


def test_json_holds_all_of_it(both: Path) -> None:
    code, said = diff(both, both, "--old-plan", "housing-2009", "--new-plan", THIS.document.document_id[:12], "--json")
    assert code == Exit.SOME_DIFFER
    found = Comparison.model_validate_json(said)
    (pair,) = found.over_time
    assert [entry.action for entry in pair.vanished] == ["Sell the depot"]
    slipped = json.loads(said)["over_time"][0]["carried"][0]["deadline"]
    assert (slipped["move"], slipped["days"], slipped["months"], slipped["exact"]) == ("slipped", 183, 6, True)


def test_a_plan_is_also_named_by_its_file(both: Path) -> None:
    old, new = (both / JSON / json_file(found.document.document_id) for found in (LAST, THIS))
    assert diff(old, new, "--json") == diff(both, both, "--old-plan", "2009", "--new-plan", "2010", "--json")
    assert diff(old, old)[0] == 0
    assert diff(old, both, "--new-plan", "2010", "--json")[1] == diff(old, new, "--json")[1]


def test_datasets_of_successive_years_are_paired(tmp_path: Path) -> None:
    old, new = dataset(tmp_path / "old", [LAST]), dataset(tmp_path / "new", [THIS])
    code, said = diff(old, new, "--json")
    assert code == Exit.SOME_DIFFER
    assert len(Comparison.model_validate_json(said).over_time) == 1


def test_the_release_check_shows_totals_first(tmp_path: Path) -> None:
    promises = [Promise(f"Report {n}", "2010-03-31", Precision.MONTH) for n in range(12)]
    later = [Promise(f"Report {n}", "2010-03-31") for n in range(12)]
    document = plan(*promises)
    old = dataset(tmp_path / "old", [document, LAST])
    new = dataset(tmp_path / "new", [with_promises(document, *later), LAST])
    code, said = diff(old, new)
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert code == Exit.SOME_DIFFER
    assert lines[0] == "2 documents are in both; 1 of them have other values."
    assert lines[3] == "deadlines.precision 12 1"
    assert lines.count("deadlines.precision plan.pdf 1 month day") == 10
    assert "2 more: --json" in lines


def test_nothing_differs(both: Path) -> None:
    code, said = diff(both, both)
    assert code == 0
    assert said.splitlines() == ["2 documents are in both; 0 of them have other values.", "Nothing differs."]


def test_what_is_not_clear_asks_for_names(tmp_path: Path) -> None:
    other = plan(Promise("Sell the depot"), name="housing-2010-b.pdf", start=2010)
    old, new = dataset(tmp_path / "old", [LAST]), dataset(tmp_path / "new", [THIS, other])
    code, said = diff(old, new)
    assert code == Exit.SOME_DIFFER
    assert "not clear" in said
    assert "--old-plan and --new-plan" in said
    assert all(name in said for name in ("housing-2009.pdf", "housing-2010.pdf", "housing-2010-b.pdf"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere", "{both}"), "nowhere: not a dataset"),
        (("{both}", "{both}", "--old-plan", "leisure", "--new-plan", "2010"), "no plan whose file name or title has"),
        (("{both}", "{both}", "--old-plan", "housing", "--new-plan", "2010"), "names several plans: housing-20"),
        (("{pdf}", "{both}"), "holds no plan; name a dataset folder, or a file of its json/"),
        (("{plan}", "{both}", "--old-plan", "2009"), "is one plan's file"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(both: Path, words: tuple[str, ...], said: str) -> None:
    places = {
        "both": both,
        "pdf": Path(__file__).parent.parent.parent / "samples" / "fenbridge-performance-report-2006.pdf",
        "plan": both / JSON / json_file(LAST.document.document_id),
    }
    code, output = diff(*(word.format(**places) for word in words))
    assert code == Exit.USAGE
    assert said in " ".join(output.split())
    assert len(output.splitlines()) == 1
