"""The release check: each value of the same document that is otherwise, counted by its field."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given

from models import Document, PlanDocument, Precision, Residue
from planledger.diff.compare import compare
from planledger.diff.findings import ValueChange
from planledger.diff.sides import side
from planledger.diff.values import value_changes
from planledger.layout import JSON, json_file
from tests.strategies import plans
from tests.support.invented import Promise, dataset, plan, with_promises

OLD = (
    Promise("Open the site", "2010-03-31", owners=("HR", "Legal"), ref="1"),
    Promise("Sell the depot", "2010-06-30", Precision.QUARTER, ref="2"),
)
DOCUMENT = plan(*OLD)


def changed(*promises: Promise) -> list[tuple[str, object, object]]:
    found = value_changes(DOCUMENT, with_promises(DOCUMENT, *promises))
    return [(change.field, change.old, change.new) for change in found]


@pytest.mark.parametrize(
    ("new", "wanted"),
    [
        (OLD, []),
        (
            (OLD[0], Promise("Sell the depot", "2010-06-30", ref="2")),
            [("deadlines.precision", Precision.QUARTER, Precision.DAY)],
        ),
        (
            (Promise("Open the site", "2010-03-31", owners=("HR", "+Legal"), ref="1"), OLD[1]),
            [("owner_text", "HR, Legal", "HR, +Legal"), ("owners.part", "lead", "support")],
        ),
        (OLD[:1], [("record vanished", "Sell the depot", None)]),
        ((*OLD, Promise("Plant a wood")), [("record added", None, "Plant a wood")]),
        (
            (OLD[0], Promise("Sell the old depot", "2010-06-30", Precision.QUARTER, ref="2")),
            [
                ("action", "Sell the depot", "Sell the old depot"),
                ("evidence.text", "Sell the depot", "Sell the old depot"),
            ],
        ),
    ],
)
def test_the_values_that_are_otherwise(new: tuple[Promise, ...], wanted: list[tuple[str, object, object]]) -> None:
    assert changed(*new) == wanted


def test_an_entry_more_of_a_list_is_told_whole() -> None:
    one_owner = Promise("Open the site", "2010-03-31", owners=("HR",), ref="1")
    ((field, old, new),) = [change for change in changed(one_owner, OLD[1]) if change[0] == "owners"]
    assert (field, new) == ("owners", None)
    assert isinstance(old, dict)
    assert old["name"] == "Legal"


def test_a_change_says_where_it_is() -> None:
    new = with_promises(DOCUMENT, OLD[0], Promise("Sell the depot", "2010-06-30", ref="2"))
    (change,) = value_changes(DOCUMENT, new)
    assert change == ValueChange(
        field="deadlines.precision", record_id="r1", page=1, ref="2", old=Precision.QUARTER, new=Precision.DAY
    )


def test_facts_order_and_words_left_over_are_compared_too() -> None:
    residue = tuple(Residue(page=1, bbox=(0, 0, 1, 1), text=text, reason="x") for text in ("one", "two", "two"))
    old = DOCUMENT.model_copy(update={"residue": residue})
    new = old.model_copy(
        update={
            "residue": residue[1:2],
            "records": old.records[::-1],
            "document": old.document.model_copy(update={"title": "Business Plan"}),
        }
    )
    assert Counter((change.field, change.old, change.new) for change in value_changes(old, new)) == {
        ("document.title", "Service Plan", "Business Plan"): 1,
        ("records (their order)", None, None): 1,
        ("residue", "one", None): 1,
        ("residue", "two", None): 1,
    }


@given(plans())
def test_a_document_does_not_differ_from_itself(document: PlanDocument) -> None:
    assert list(value_changes(document, document)) == []


@given(plans(), plans())
def test_the_other_way_round_is_the_reverse(old: PlanDocument, new: PlanDocument) -> None:
    there, back = (
        Counter((c.field.replace("added", "vanished"), c.record_id, repr(c.old), repr(c.new)) for c in found)
        for found in (value_changes(old, new), value_changes(new, old))
    )
    assert there == Counter({(field, record, was, now): n for (field, record, now, was), n in back.items()})


@given(plans(), plans())
def test_what_differs_is_seen(old: PlanDocument, new: PlanDocument) -> None:
    assert bool(list(value_changes(old, new))) == (old != new)


def test_fields_are_counted_over_documents(tmp_path: Path) -> None:
    documents = [plan(*OLD, name=name) for name in ("a.pdf", "b.pdf", "c.pdf")]
    later = tuple(Promise(p.action, "2010-12-31", p.precision or Precision.DAY, p.owners, p.ref) for p in OLD)
    read_otherwise = [with_promises(documents[0], *later), with_promises(documents[1], later[0], OLD[1]), documents[2]]
    old, new = dataset(tmp_path / "old", documents), dataset(tmp_path / "new", read_otherwise)
    comparison = compare(side(old, None), side(new, None))
    assert comparison.differs
    assert comparison.release.documents == 3
    counts = {total.field: (total.changed, total.documents) for total in comparison.release.totals}
    assert counts["deadlines.due_date"] == (3, 2)
    assert [total.changed for total in comparison.release.totals] == [3, 3, 3]
    assert (comparison.over_time, comparison.ambiguous, comparison.only_old, comparison.only_new) == ((), (), (), ())


def test_files_with_the_same_bytes_are_not_parsed(tmp_path: Path) -> None:
    old, new = (dataset(tmp_path / name, [DOCUMENT]) for name in ("old", "new"))
    for root in (old, new):
        (root / JSON / json_file(DOCUMENT.document.document_id)).write_text("not read")
    assert not compare(side(old, None), side(new, None)).differs


def test_every_fact_of_a_document_is_compared() -> None:
    for name in set(Document.model_fields) - {"document_id"}:
        document = DOCUMENT.document.model_copy(update={name: "something else"})
        (change,) = value_changes(DOCUMENT, DOCUMENT.model_copy(update={"document": document}))
        assert change.field == f"document.{name}"
