"""The rule tables name every rule there is, and every rule has examples."""

import pytest
from hypothesis import given, settings

from normalise import read_owners
from normalise.meanings import rule_meanings
from tests.normalise.fact_rule_examples import EXAMPLES as FACTS
from tests.normalise.fact_rule_examples import Printed
from tests.normalise.owner_rule_examples import EXAMPLES as OWNERS
from tests.normalise.test_owners import CASES
from tests.normalise.test_owners_properties import CELLS

OWNER_RULES = {rule.name for rule in rule_meanings("owners")}
FACT_RULES = {(rule.gives, rule.name) for rule in rule_meanings("facts")}


def test_every_owner_rule_has_an_example_and_every_example_a_rule() -> None:
    assert set(OWNERS) == OWNER_RULES


@pytest.mark.parametrize(("rule", "cell"), [(rule, cell) for rule, cells in OWNERS.items() for cell in cells])
def test_owner_rules(rule: str, cell: str) -> None:
    assert rule in {owner.rule for owner in read_owners(cell)}


@pytest.mark.parametrize("cell", [cell for cases in CASES.values() for cell, _ in cases])
def test_owners_name_rules_of_the_table(cell: str) -> None:
    assert {owner.rule for owner in read_owners(cell)} <= OWNER_RULES


@settings(max_examples=200, deadline=None)
@given(CELLS)
def test_owners_of_any_cell_name_rules_of_the_table(cell: str) -> None:
    assert {owner.rule for owner in read_owners(cell)} <= OWNER_RULES


def test_every_fact_rule_has_an_example_and_every_example_a_rule() -> None:
    assert set(FACTS) == FACT_RULES


@pytest.mark.parametrize(("gives", "rule", "printed"), [(*key, printed) for key, printed in FACTS.items()])
def test_fact_rules(gives: str, rule: str, printed: Printed) -> None:
    named = getattr(printed.facts(), f"{gives}_rule")
    assert named == rule or (gives == "period" and named.endswith(f"_{rule}"))
