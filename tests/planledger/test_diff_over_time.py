"""Plans over time: which promises are carried over, what became of their deadlines and owners, by examples and laws."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import Deadline, Kind, Owner, PlanDocument, Precision, Record
from planledger.diff.findings import Move, OverTime
from planledger.diff.likeness import likeness, weighed
from planledger.diff.matching import matches, ref_key
from planledger.diff.over_time import over_time
from planledger.diff.owners import owner_change
from planledger.diff.slips import deadline_change
from tests.strategies import plans
from tests.support.invented import Promise, plan

DAY, MONTH, QUARTER = Precision.DAY, Precision.MONTH, Precision.QUARTER
SEASON, YEAR, FINANCIAL_YEAR = Precision.SEASON, Precision.YEAR, Precision.FINANCIAL_YEAR

OTHERS = tuple(
    Promise(text)
    for text in (
        "Train all managers in the absence policy",
        "Publish a tenancy handbook for new tenants",
        "Review the parking charges in the town centre",
        "Carry out an audit of street lighting",
        "Report to Cabinet on the results of the review",
        "Set up a forum for young people",
        "Improve the time taken to process benefit claims",
        "Prepare a business case for the new depot",
    )
)
"""What else a plan says, so that words have their weights."""


def carried(old: Promise, new: Promise) -> bool:
    """Whether the one is found in the next plan as the other."""
    found = over_time(plan(*OTHERS, old), plan(new, *OTHERS))
    return any((pair.old.action, pair.new.action) == (old.action, new.action) for pair in found.carried)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Open a second household waste site", "Open a second household waste site"),
        ("Open a second household waste site", "OPEN A SECOND HOUSEHOLD WASTE SITE."),
        ("Open a second household waste site", "Open second household waste site in the north"),
        ("Open a second household waste site", "Opening of a second site for household waste"),
        ("Publish the annual report 2009/10", "Publish the annual report 2010/11"),
        ("Survey residents in spring 2009", "Survey of residents, 2010"),
        ("Install solar panels on three schools", "Install solar panels on all primary schools"),
        ("Review licensing policies", "Review of licensing policy"),
        ("Develop a homelessness strategy", "Implement the homelessness strategy"),
        ("Train all staff in equality and diversity", "Deliver equality training to all staff"),
    ],
)
def test_a_promise_is_carried_over_though_it_is_reworded(old: str, new: str) -> None:
    assert carried(Promise(old), Promise(new))
    assert carried(Promise(new), Promise(old))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Open a second household waste site", "Close the household waste office"),
        ("Complete phase 1 of the library works", "Appoint a library manager"),
        ("Review the parking policy", "Review the pension policy"),
        ("Agree the budget", "Hold four open days"),
        ("", "Hold four open days"),
    ],
)
@pytest.mark.parametrize("ref", [None, "2.1"])
def test_another_promise_is_not_the_same_by_its_place_or_number(old: str, new: str, ref: str | None) -> None:
    assert not carried(Promise(old, ref=ref), Promise(new, ref=ref))


def test_the_same_number_tells_of_two_that_are_akin() -> None:
    old, new = "Reduce sickness absence to 8 days", "Reduce sickness absence to 7.5 days per employee"
    assert not carried(Promise(old, ref="2.1"), Promise(new, ref="2.2"))
    assert carried(Promise(old, ref="2.1"), Promise(new, ref="2.1."))


def test_of_several_that_are_alike_number_context_and_place_decide() -> None:
    same = "Report progress to the board"
    old = plan(Promise(same, ref="1"), Promise(same, ref="2"), Promise(same, context=("Parks",)), Promise(same))
    new = plan(Promise(same), Promise(same, context=("Parks",)), Promise(same, ref="2"), Promise(same, ref="1"))
    assert [(match.old, match.new) for match in matches(old.records, new.records)] == [(0, 3), (1, 2), (2, 1), (3, 0)]


def test_the_likeliest_pair_is_taken_first_and_each_record_once() -> None:
    old = plan(Promise("Open a waste site in the north"), Promise("Open a waste site"), *OTHERS)
    new = plan(Promise("Open a waste site"), *OTHERS)
    found = over_time(old, new)
    assert [entry.action for entry in found.vanished] == ["Open a waste site in the north"]
    assert found.added == ()


def test_headings_are_left_out() -> None:
    found = over_time(plan(Promise("Our staff", kind=Kind.GROUP)), plan(Promise("Our staff", kind=Kind.GROUP)))
    assert (found.carried, found.vanished, found.added) == ((), (), ())


@pytest.mark.parametrize(("one", "other"), [("2.1", "2.1."), ("A 3", "a3"), ("4)", "4"), ("1.2 a)", "1.2A")])
def test_refs_are_compared_without_marks(one: str, other: str) -> None:
    assert ref_key(one) == ref_key(other)


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    depot, fleet, _, sold = weighed(["Open the depot", "Open the fleet", "Open the rota", "Sell the depot"])
    assert likeness(depot, sold) > likeness(depot, fleet)


def test_a_word_of_any_plan_weighs_less_than_another_that_is_as_frequent() -> None:
    depot, fleet, sold = weighed(["Review depot", "Review fleet", "Sell depot"])
    assert likeness(depot, sold) > likeness(depot, fleet)


@pytest.mark.parametrize(
    ("old", "new", "move", "days", "months", "exact"),
    [
        (("2010-03-31", DAY), ("2010-03-31", DAY), Move.SAME, None, None, True),
        (("2010-03-31", DAY), ("2010-04-14", DAY), Move.SLIPPED, 14, None, True),
        (("2010-03-31", DAY), ("2010-09-30", DAY), Move.SLIPPED, 183, 6, True),
        (("2010-03-15", DAY), ("2011-03-15", DAY), Move.SLIPPED, 365, 12, True),
        (("2010-09-30", DAY), ("2010-03-31", DAY), Move.FORWARD, -183, -6, True),
        (("2010-03-31", MONTH), ("2010-04-30", MONTH), Move.SLIPPED, 30, 1, True),
        (("2011-03-31", FINANCIAL_YEAR), ("2012-03-31", FINANCIAL_YEAR), Move.SLIPPED, 366, 12, True),
        # A time within the one stated before has not moved.
        (("2010-03-31", MONTH), ("2010-03-12", DAY), Move.SHARPER, -19, None, False),
        (("2010-03-31", MONTH), ("2010-03-31", DAY), Move.SHARPER, None, None, False),
        (("2010-12-31", QUARTER), ("2010-11-30", MONTH), Move.SHARPER, -31, -1, False),
        (("2011-03-31", FINANCIAL_YEAR), ("2010-06-30", QUARTER), Move.SHARPER, -274, -9, False),
        (("2010-03-12", DAY), ("2010-03-31", MONTH), Move.COARSER, 19, None, False),
        (("2010-08-31", SEASON), ("2010-12-31", YEAR), Move.COARSER, 122, 4, False),
        # One that is not within it has, though how far is only about known.
        (("2010-03-31", MONTH), ("2010-04-01", DAY), Move.SLIPPED, 1, None, False),
        (("2010-03-12", DAY), ("2010-06-30", QUARTER), Move.SLIPPED, 110, None, False),
        (("2010-06-30", QUARTER), ("2010-08-31", SEASON), Move.SLIPPED, 62, 2, False),
        (("2010-03-31", MONTH), ("2010-02-10", DAY), Move.FORWARD, -49, None, False),
        ((None, None), ("2010-03-31", DAY), Move.DATED, None, None, True),
        (("2010-03-31", DAY), (None, None), Move.UNDATED, None, None, True),
        ((None, None), (None, None), Move.SAME, None, None, True),
    ],
)
def test_what_became_of_a_deadline(
    old: tuple[str | None, Precision],
    new: tuple[str | None, Precision],
    move: Move,
    days: int,
    months: int,
    exact: bool,
) -> None:
    change = deadline_change(Promise("x", *old).record(0), Promise("x", *new).record(0))
    assert (change.move, change.days, change.months, change.exact) == (move, days, months, exact)


@pytest.mark.parametrize(
    ("old", "new", "move"),
    [
        (Promise("x", "2010-03-31", ongoing=True), Promise("x", "2011-03-31", ongoing=True), Move.EXTENDED),
        (Promise("x", "2011-03-31", ongoing=True), Promise("x", "2010-03-31", ongoing=True), Move.SHORTENED),
        (Promise("x", "2010-03-31", ongoing=True), Promise("x", "2011-03-31"), Move.SLIPPED),
        (Promise("x", "2010-03-31"), Promise("x", "2010-03-31", ongoing=True), Move.RESTATED),
        (Promise("x"), Promise("x", ongoing=True), Move.RESTATED),
        (Promise("x", deadline_text="When funds allow"), Promise("x", deadline_text="when  funds allow"), Move.SAME),
        (Promise("x", deadline_text="When funds allow"), Promise("x", deadline_text="To be agreed"), Move.RESTATED),
    ],
)
def test_what_became_of_a_deadline_that_is_no_single_day(old: Promise, new: Promise, move: Move) -> None:
    assert deadline_change(old.record(0), new.record(0)).move is move


def test_of_several_deadlines_the_latest_counts() -> None:
    def record(*days: str) -> Record:
        deadlines = tuple(Deadline(text=day, due_date=day, precision=DAY, rule="x") for day in days)
        return Promise("x").record(0).model_copy(update={"deadlines": deadlines})

    change = deadline_change(record("2010-06-30", "2010-03-31"), record("2010-03-31", "2010-07-31"))
    assert (change.move, change.old.due_date, change.months) == (Move.SLIPPED, date(2010, 6, 30), 1)


@pytest.mark.parametrize(
    ("old", "new", "gone", "added", "changed"),
    [
        (("HR", "Finance"), ("Finance", "HR"), (), (), ()),
        (("Head of Finance",), ("head of  finance",), (), (), ()),
        (("HR",), ("Finance",), ("HR",), ("Finance",), ()),
        (("HR",), ("HR", "Finance"), (), ("Finance",), ()),
        (("HR", "HR"), ("HR",), (), (), ()),
        (("HR",), ("+HR",), (), (), ("HR: lead, now support",)),
        ((), ("HR",), (), ("HR",), ()),
    ],
)
def test_what_became_of_owners(
    old: tuple[str, ...], new: tuple[str, ...], gone: tuple[str, ...], added: tuple[str, ...], changed: tuple[str, ...]
) -> None:
    change = owner_change(Promise("x", owners=old).record(0), Promise("x", owners=new).record(0))
    found = (change.gone, change.added, change.changed) if change else ((), (), ())
    assert found == (gone, added, changed)


def test_initials_are_the_name_they_stand_for_and_a_post_has_its_person() -> None:
    def record(**facts: str) -> Record:
        owner = Owner(kind="role", rule="x", **facts)
        return Promise("x").record(0).model_copy(update={"owners": (owner,)})

    assert owner_change(record(name="HoF", expanded="Head of Finance"), record(name="Head of Finance")) is None
    change = owner_change(
        record(name="Head of Finance", person="A Reed"), record(name="Head of Finance", person="B Lee")
    )
    assert change is not None
    assert change.changed == ("Head of Finance: A Reed, now B Lee",)


def test_an_owner_cell_that_was_not_split_is_compared_as_it_stands() -> None:
    def record(text: str | None) -> Record:
        return Promise("x").record(0).model_copy(update={"owner_text": text})

    assert owner_change(record("To be agreed"), record("to be agreed.")) is None
    change = owner_change(record("To be agreed"), record(None))
    assert change is not None
    assert (change.gone, change.added) == (("To be agreed",), ())


# Laws

WORDS = ("review", "the", "open", "depot", "site", "plan", "of", "new", "waste", "park")
ACTIONS = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
PROMISES = st.builds(
    Promise,
    action=ACTIONS,
    due=st.none() | st.dates(date(2009, 1, 1), date(2012, 12, 31)).map(date.isoformat),
    precision=st.none() | st.sampled_from(Precision),
    owners=st.lists(st.sampled_from(("HR", "Finance", "+Legal", "Legal")), max_size=3).map(tuple),
    ref=st.none() | st.sampled_from(("1", "2", "3")),
    kind=st.sampled_from(Kind),
    context=st.lists(st.sampled_from(("Parks", "Staff")), max_size=1).map(tuple),
    ongoing=st.booleans(),
)
PLANS = st.lists(PROMISES, max_size=6).map(lambda promises: plan(*promises))
OPPOSITE = {
    Move.SLIPPED: Move.FORWARD,
    Move.FORWARD: Move.SLIPPED,
    Move.SHARPER: Move.COARSER,
    Move.COARSER: Move.SHARPER,
    Move.EXTENDED: Move.SHORTENED,
    Move.SHORTENED: Move.EXTENDED,
    Move.DATED: Move.UNDATED,
    Move.UNDATED: Move.DATED,
}


def promises(document: PlanDocument) -> list[str]:
    return sorted(record.record_id for record in document.records if record.kind is not Kind.GROUP)


@given(PLANS, PLANS)
def test_every_record_stands_once(old: PlanDocument, new: PlanDocument) -> None:
    found = over_time(old, new)
    assert sorted([*(p.old.record_id for p in found.carried), *(e.record_id for e in found.vanished)]) == promises(old)
    assert sorted([*(p.new.record_id for p in found.carried), *(e.record_id for e in found.added)]) == promises(new)


def by_new(found: OverTime) -> dict[tuple[str, str], tuple[object, ...]]:
    return {(p.old.record_id, p.new.record_id): (p.reworded, p.likeness, p.deadline, p.owners) for p in found.carried}


@given(PLANS, PLANS)
def test_the_other_way_round_is_the_reverse(old: PlanDocument, new: PlanDocument) -> None:
    found, back = over_time(old, new), over_time(new, old)
    assert (found.vanished, found.added) == (back.added, back.vanished)
    there, again = by_new(found), by_new(back)
    assert set(there) == {(new_id, old_id) for old_id, new_id in again}
    for (old_id, new_id), (reworded, alike, deadline, owners) in there.items():
        other = again[new_id, old_id]
        assert (reworded, alike) == other[:2]
        assert other[2].move is OPPOSITE.get(deadline.move, deadline.move)
        assert other[2].days == (-deadline.days if deadline.days else None)
        if owners is None or other[3] is None:
            assert owners is other[3]
        else:
            assert (owners.gone, owners.added) == (other[3].added, other[3].gone)


@given(PLANS | plans())
def test_a_plan_does_not_differ_from_itself(document: PlanDocument) -> None:
    found = over_time(document, document)
    assert not found.differs
    assert all(pair.old == pair.new for pair in found.carried)
    assert len(found.carried) == len(promises(document))
