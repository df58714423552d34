"""A reference corpus to a table of confidence against truth: how often records of each confidence are right.

    python -m bench.confidence [--corpus DIR] [--cross-check]

The corpus holds `plans/` (PDFs), `gold/` (what a careful reader takes from each) and `score/score.py`, whose matching
and comparison are used. A record is right where its action, owners and deadlines are; one that matches nothing in gold
is wrong.
"""

import argparse
import importlib.util
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd

from bench.engines import CORPUS
from models import Kind, PlanDocument
from planledger.convert import convert_document
from planledger.cross_check import cross_checked

EDGES = (0.0, 0.8, 0.9, 0.95, 1.0, 1.01)
LABELS = ("below 0.80", "0.80 to 0.90", "0.90 to 0.95", "0.95 to 1.00", "1.00")


def confidence_table(judged: pd.DataFrame) -> pd.DataFrame:
    """Of records with the columns confidence and right: their number and the share that is right, by bin."""
    bins = pd.cut(judged["confidence"], EDGES, labels=LABELS, right=False)
    grouped = judged.groupby(bins, observed=False)
    return pd.DataFrame({"records": grouped.size(), "right": grouped["right"].mean()}).rename_axis("confidence")


def judged_records(corpus: Path, check: bool) -> Iterator[dict[str, object]]:
    """Each record of the corpus's documents, groups apart, with its confidence and whether it is right."""
    scorer = _scorer(corpus / "score" / "score.py")
    for path in sorted((corpus / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        data = (corpus / "plans" / gold["document"]).read_bytes()
        try:
            plan = convert_document(data, gold["document"], gold["document"])
        except Exception as error:
            print(f"{gold['document']}: {error}", file=sys.stderr)
            continue
        yield from _judge(scorer, gold, cross_checked(plan, data) if check else plan)


def _judge(scorer: ModuleType, gold: dict[str, Any], plan: PlanDocument) -> Iterator[dict[str, object]]:
    """Judge one record at a time: the scorer counts what each matched pair has right."""
    found = [r.model_dump(mode="json") for r in plan.records]
    want = scorer.choose_splits(gold["records"], found)
    pairs = {j: i for i, j in scorer.match(want, found)}
    for j, record in enumerate(plan.records):
        if record.kind is Kind.GROUP:
            continue
        counts: Counter[str] = Counter()
        if j in pairs:
            counts = scorer.score_document({"records": [want[pairs[j]]]}, {"records": [found[j]]}, [])
        yield {"confidence": record.confidence, "right": counts["exact"] > 0}


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=os.environ.get(CORPUS, "../shared"), metavar="DIR")
    parser.add_argument("--cross-check", action="store_true", help="with the second table readers' flags")
    given = parser.parse_args()
    judged = pd.DataFrame(judged_records(Path(given.corpus), given.cross_check))
    print(confidence_table(judged).to_string(float_format="{:.3f}".format))


if __name__ == "__main__":
    main()
