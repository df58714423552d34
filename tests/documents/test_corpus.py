"""Archived plans of a reference corpus, where one is at hand: they score as they should, and nothing in them is lost.

The corpus is the folder that PLANLEDGER_CORPUS names (by default `shared` beside the repository). It holds `plans/`
(PDFs), `gold/` (what a careful reader takes from them) and `score/score.py`, which compares the two.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extract.errors import UnreadablePdf
from planledger.dataset import to_json
from tests.support.accounted import assert_accounted
from tests.support.documents import REPOSITORY, converted, lexicon_for, pages_of
from tests.support.traceable import assert_traceable

CORPUS = Path(os.environ.get("PLANLEDGER_CORPUS") or REPOSITORY.parent / "shared").resolve()
NEEDED = ("plans", "gold", "score/score.py")
MISSING = [name for name in NEEDED if not (CORPUS / name).exists()]
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"no reference corpus: {CORPUS} has no {', '.join(MISSING)}; PLANLEDGER_CORPUS says where"
)

TABLES = (
    "stockton-resources-sip-2008",
    "harrow-people-strategy-2004",
    "thurrock-continuous-improvement-2016",
    "kent-hr-business-plan-2013",
)
REPORT = "mses-performance-report-2003"
PLANS = tuple(sorted((CORPUS / "plans").glob("*.pdf")))


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The scorer's line for each main document, and for all of them together under "ALL"."""
    folder = tmp_path_factory.mktemp("corpus")
    gold, dataset, report = folder / "gold", folder / "dataset", folder / "scores.json"
    gold.mkdir()
    (dataset / "json").mkdir(parents=True)
    for name in (*TABLES, REPORT):
        shutil.copy(CORPUS / "gold" / f"{name}.json", gold)
        (dataset / "json" / f"{name}.json").write_bytes(to_json(converted(CORPUS / "plans" / f"{name}.pdf")))
    scorer = CORPUS / "score" / "score.py"
    subprocess.run([sys.executable, scorer, gold, dataset, "--json", report], check=True, capture_output=True)
    lines = json.loads(report.read_text(encoding="utf-8"))
    return {line["document"].removesuffix(".pdf"): line for line in lines}


def test_rows_are_exact_over_the_main_documents(scores: dict[str, dict[str, Any]]) -> None:
    assert scores["ALL"]["exact_row_f1"] >= 0.97


def test_rows_are_whole_over_the_main_documents(scores: dict[str, dict[str, Any]]) -> None:
    assert scores["ALL"]["full_row_f1"] >= 0.90


@pytest.mark.parametrize("name", (*TABLES, REPORT))
def test_rows_are_exact_in_each_main_document(name: str, scores: dict[str, dict[str, Any]]) -> None:
    assert scores[name]["exact_row_f1"] >= 0.93


def test_a_report_in_prose_yields_its_one_indicator(scores: dict[str, dict[str, Any]]) -> None:
    assert (scores[REPORT]["found"], scores[REPORT]["gold"]) == (1, 1)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_nothing_is_lost_and_nothing_invented(path: Path) -> None:
    try:
        document = converted(path)
    except UnreadablePdf as error:
        pytest.skip(f"not converted: {error}")
    pages = pages_of(path, "pdfium")
    assert_accounted(document, pages)
    assert_traceable(document, {"pdfium": pages}, lexicon_for(path))
