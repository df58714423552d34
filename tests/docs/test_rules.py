"""The pages of docs/rules/ say what the program does now, and name every rule."""

import pytest

from docs.rules import FOLDER, pages
from normalise.deadlines.pipeline import STAGES
from normalise.meanings import rule_meanings


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_pages_are_current(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == pages()[name], f"docs/rules/{name} is out of date: make docs"


def test_every_rule_is_named() -> None:
    made = pages()
    for rule in (rule for table in STAGES.values() for rule in table):
        assert f"`{rule.name}`" in made["deadlines.md"]
    for folder in ("owners", "facts"):
        assert all(f"`{rule.name}`" in made[f"{folder}.md"] for rule in rule_meanings(folder))


def test_there_is_no_other_page() -> None:
    assert {path.name for path in FOLDER.glob("*.md")} == set(pages())
