"""A second table reader agrees with the first on the samples, and is heard where it does not."""

import pytest

from planledger.cross_check import FLAG, cross_checked
from tests.support.documents import SAMPLES, converted


@pytest.mark.parametrize("name", ["hollinshire-business-plan-2012", "wexmoor-service-improvement-plan-2009"])
def test_nothing_is_flagged_where_the_readers_agree(name: str) -> None:
    path = next(p for p in SAMPLES if p.stem == name)
    checked = cross_checked(converted(path), path.read_bytes())
    assert checked == converted(path)


def test_a_cell_that_the_second_reader_sees_otherwise_is_flagged() -> None:
    path = next(p for p in SAMPLES if p.stem.startswith("hollinshire"))
    plan = converted(path)
    first = plan.records[0]
    moved = first.model_copy(
        update={"evidence": tuple(e.model_copy(update={"text": "Something else altogether"}) for e in first.evidence)}
    )
    checked = cross_checked(plan.model_copy(update={"records": (moved, *plan.records[1:])}), path.read_bytes())
    assert [FLAG in r.flags for r in checked.records] == [True, *(False for _ in plan.records[1:])]
    assert checked.records[0].confidence < first.confidence
