"""The language of archived plans, where a reference corpus is at hand: cells and running text are read as a person did.

The corpus is the folder that PLANLEDGER_CORPUS names (by default `shared` beside the repository). It holds `words/`
(cells with their readings), `plans/`, `gold/`, and `score/` with the programs that compare.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from planledger.convert import convert_document
from planledger.dataset import to_json
from tests.support.documents import REPOSITORY

CORPUS = Path(os.environ.get("PLANLEDGER_CORPUS") or REPOSITORY.parent / "shared").resolve()
NEEDED = ("plans", "gold", "words", "score/score.py", "score/words.py")
MISSING = [name for name in NEEDED if not (CORPUS / name).exists()]
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"no reference corpus: {CORPUS} has no {', '.join(MISSING)}; PLANLEDGER_CORPUS says where"
)

IN_PROSE = ("stockton-resources-sip-2008", "mses-performance-report-2003")
BARS = {"deadlines": 0.97, "owners": 0.95, "owner kinds": 0.95}


def test_cells_are_read_as_a_person_read_them() -> None:
    command = [sys.executable, CORPUS / "score" / "words.py", CORPUS / "words"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=REPOSITORY).stdout
    shares = {name: float(share) for name, share in re.findall(r"^([a-z ]+): ([\d.]+) of", printed, re.MULTILINE)}
    assert set(BARS) <= set(shares)
    assert all(shares[name] >= bar for name, bar in BARS.items()), shares


def test_promises_in_running_text_are_found(tmp_path: Path) -> None:
    gold, dataset, report = tmp_path / "gold", tmp_path / "dataset", tmp_path / "scores.json"
    gold.mkdir()
    (dataset / "json").mkdir(parents=True)
    for name in IN_PROSE:
        path = CORPUS / "plans" / f"{name}.pdf"
        shutil.copy(CORPUS / "gold" / f"{name}.json", gold)
        plan = convert_document(path.read_bytes(), path.name, path.as_uri(), prose=True)
        (dataset / "json" / f"{name}.json").write_bytes(to_json(plan))
    scorer = CORPUS / "score" / "score.py"
    subprocess.run([sys.executable, scorer, gold, dataset, "--json", report], check=True, capture_output=True)
    lines: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))
    assert {line["document"]: line["prose_f1"] for line in lines}["ALL"] >= 0.75
