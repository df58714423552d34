"""Sentences to dated promises: every rule by its examples, and what promises nothing."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalise import Promise, ProseLine, read_promises
from normalise.prose.patterns import Sort, rules
from tests.normalise.prose_examples import EXAMPLES, LISTED, NOTHING
from tests.normalise.test_deadline_properties import PERIODS
from tests.normalise.test_deadlines import written

PLAN = (date(2010, 4, 1), date(2011, 3, 31))


def reading(promise: Promise | None) -> str:
    if promise is None:
        return "nothing"
    return written(list(promise.deadlines)) if promise.deadlines else "soon"


@pytest.mark.parametrize(
    ("rule", "text", "expected"), [(rule, *example) for rule, examples in EXAMPLES.items() for example in examples]
)
def test_examples(rule: str, text: str, expected: str) -> None:
    [promise] = read_promises([ProseLine(text)], PLAN)
    assert reading(promise) == expected


@pytest.mark.parametrize("rule", sorted(EXAMPLES))
def test_promises_name_their_rule(rule: str) -> None:
    promises = read_promises([ProseLine(text) for text, _ in EXAMPLES[rule]], PLAN)
    assert rule in {name for promise in promises if promise for name in promise.rule.split("+")}


def test_every_binding_rule_has_examples() -> None:
    assert set(EXAMPLES) == {name for sort in (Sort.FIRM, Sort.INTENT, Sort.LATER) for name in rules()[sort]}


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_an_item_of_a_list_promises_by_its_verb(text: str, expected: str) -> None:
    assert reading(read_promises([ProseLine(text, listed=True)], PLAN)[0]) == expected
    assert read_promises([ProseLine(text)], PLAN) == [None]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_promised(text: str) -> None:
    assert read_promises([ProseLine(text), ProseLine(text, listed=True)], PLAN) == [None, None]


def test_a_sentence_may_take_its_date_from_the_one_before() -> None:
    lines = [
        ProseLine("The hall stays open until the end of June 2010."),
        ProseLine("By then the new one will be built."),
    ]
    _, promise = read_promises(lines, PLAN)
    assert promise is not None
    assert [(d.text, d.due_date) for d in promise.deadlines] == [("By then", date(2010, 6, 30))]


def test_only_the_date_of_the_promise_counts() -> None:
    [promise] = read_promises(
        [ProseLine("The library moved in May 2010, and the museum will follow in July 2010.")], PLAN
    )
    assert reading(promise) == "..2010-07-31"


WORDS = st.sampled_from(
    [
        "will",
        "not",
        "by",
        "then",
        "June",
        "2010",
        "in",
        "soon",
        "was",
        "planned",
        "2010/11",
        "the",
        "report",
        ",",
        "and",
        "annual",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=40), max_size=3), PERIODS, st.booleans())
def test_no_text_is_too_much(texts, plan, listed) -> None:  # type: ignore[no-untyped-def]
    promises = read_promises([ProseLine(text, listed) for text in texts], plan)
    assert len(promises) == len(texts)
    for promise, text in zip(promises, texts, strict=True):
        assert promise is None or all(d.text in " ".join(text.split()) for d in promise.deadlines)
