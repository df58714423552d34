"""Which plan follows which: by organisation, title and period; and what is told where that is not clear."""

import random
from pathlib import Path

import pytest

from models import PlanDocument
from planledger.diff.compare import compare
from planledger.diff.pairing import paired
from planledger.diff.sides import side
from tests.support.invented import Promise, dataset, plan

OLD = plan(name="plan-2009.pdf", title="Housing Service Plan 2009/10", start=2009)


def follows(old: PlanDocument, new: PlanDocument) -> bool:
    return bool(paired([old.document], [new.document]).pairs)


@pytest.mark.parametrize(
    "new",
    [
        plan(name="n.pdf", title="Housing Service Plan 2010/11", start=2010),
        plan(name="n.pdf", title="Housing Service Plan", start=2010),
        plan(name="n.pdf", title="Draft Housing Service Plan 2010-2011", start=2010),
        plan(name="n.pdf", title="Housing Service Improvement Plan", start=2010),
        plan(name="n.pdf", title="Ambleford Borough Council Housing Service Plan", start=2010),
        plan(name="n.pdf", title="Housing Service Plan", organisation="AMBLEFORD BOROUGH COUNCIL", start=2010),
        plan(name="n.pdf", title="Housing Service Plan", code="E07000999", start=2010),
        plan(name="housing-service-plan-2010.pdf", title=None),
        plan(name="n.pdf", title="Housing Service Plan 2010/11"),
        plan(name="n.pdf", title="Housing Service Plan"),
    ],
    ids=lambda new: f"{new.document.title} {new.document.source_name}",
)
def test_a_plan_follows_another(new: PlanDocument) -> None:
    assert follows(OLD, new)


@pytest.mark.parametrize(
    "new",
    [
        plan(name="n.pdf", title="Housing Service Plan 2010/11", organisation="Castlemere Council", start=2010),
        plan(name="n.pdf", title="Housing Service Plan 2010/11", organisation=None, start=2010),
        plan(name="n.pdf", title="Leisure Service Plan 2010/11", start=2010),
        plan(name="n.pdf", title="People Strategy", start=2010),
        plan(name="n.pdf", title="Housing Service Plan 2009/10", start=2009),
        plan(name="n.pdf", title="Housing Service Plan 2008/09", start=2008),
        plan(name="n.pdf", title="Housing Service Plan 2011/12", start=2011),
        plan(name="n.pdf", title="Housing Service Plan 2012/13"),
    ],
    ids=lambda new: f"{new.document.title} {new.document.organisation}",
)
def test_a_plan_does_not_follow_another(new: PlanDocument) -> None:
    assert not follows(OLD, new)


def test_another_code_is_another_organisation_whatever_the_name() -> None:
    old = plan(title="Housing Service Plan", code="E07000001", start=2009)
    assert not follows(old, plan(title="Housing Service Plan", code="E07000002", start=2010))
    renamed = plan(title="Housing Service Plan", organisation="Ambleford Council", code="E07000001", start=2010)
    assert follows(old, renamed)


def test_each_plan_goes_with_its_likeliest_whatever_their_order() -> None:
    services = ("Housing", "Planning and Housing", "Leisure")
    old = [plan(title=f"{name} Service Plan", start=2009).document for name in services]
    new = [plan(title=f"{name} Service Plan", start=2010).document for name in services]
    for seed in range(5):
        random.Random(seed).shuffle(old)
        random.Random(seed + 9).shuffle(new)
        found = paired(old, new)
        assert sorted((one.title, other.title) for one, other in found.pairs) == sorted(
            (f"{name} Service Plan", f"{name} Service Plan") for name in services
        )
        assert found.ambiguous == ()


def test_what_is_not_clear_is_told() -> None:
    old = plan(name="a.pdf", start=2009).document
    new = [plan(name=name, start=2010).document for name in ("b.pdf", "c.pdf")]
    found = paired([old], new)
    assert found.pairs == ()
    ((olds, news),) = found.ambiguous
    assert olds == (old,)
    assert {document.source_name for document in news} == {"b.pdf", "c.pdf"}


def test_a_new_plan_is_compared_with_one_that_is_in_both(tmp_path: Path) -> None:
    first = plan(Promise("Open the site"), start=2009)
    second = plan(Promise("Open the site"), start=2010)
    stranger = plan(Promise("Sell the depot"), organisation="Castlemere District Council")
    gone = plan(Promise("Plant a wood"), organisation="Fenbridge District Council")
    old = dataset(tmp_path / "old", [first, gone])
    new = dataset(tmp_path / "new", [first, second, stranger])
    comparison = compare(side(old, None), side(new, None))
    ((pair),) = comparison.over_time
    assert (pair.old.document_id, pair.new.document_id) == (first.document.document_id, second.document.document_id)
    assert [found.organisation for found in comparison.only_old] == ["Fenbridge District Council"]
    assert [found.organisation for found in comparison.only_new] == ["Castlemere District Council"]
    assert comparison.release.documents == 1
    assert comparison.differs
