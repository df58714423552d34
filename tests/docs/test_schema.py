"""docs/schema.md is that of the models, and a schema that changes has another version."""

from itertools import pairwise
from pathlib import Path

import pytest

import models
from docs import schema
from docs.contract import FieldShape, Shape, TableShape, changes, needed
from docs.schema import PAGE, fault, history, page, present
from models import Status
from planledger.outcome import READ

OLD = Shape(
    version="3.4",
    models={"Plan": {"name": FieldShape(type="text"), "size": FieldShape(type="number or null", default="null")}},
    words={"Mood": ("glad", "grim")},
    tables={"plans": TableShape(key=("id",), parent=None, columns={"id": "text", "size": "number or null"})},
)
PLAN, TABLE = OLD.models["Plan"], OLD.tables["plans"]


def with_field(name: str, field: FieldShape) -> Shape:
    return OLD.model_copy(update={"models": {"Plan": PLAN | {name: field}}})


def with_columns(columns: dict[str, str]) -> Shape:
    return OLD.model_copy(update={"tables": {"plans": TABLE.model_copy(update={"columns": columns})}})


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "docs/schema.md is out of date: make docs"


def test_a_schema_that_changes_has_another_version() -> None:
    said = fault(present(), history())
    assert said is None, said


def test_each_version_is_the_one_that_its_changes_ask_for() -> None:
    for old, new in pairwise(history()):
        assert needed(old.version, changes(old, new)) == new.version


def test_every_word_has_a_meaning() -> None:
    words = {name: getattr(models, name) for name in present().words}
    assert {f"{name}.{word}" for name, found in words.items() for word in found if not word.meaning} == set()


def test_what_to_do_about_every_failure_is_told() -> None:
    told = PAGE.with_name("dataset.md").read_text(encoding="utf-8")
    assert [status for status in Status if status not in READ and f"\n| `{status.value}` | " not in told] == []


@pytest.mark.parametrize(
    ("new", "said", "version"),
    [
        (OLD, [], "3.4"),
        (with_field("mood", FieldShape(type="Mood", default='"glad"')), ["Plan.mood: added"], "3.5"),
        (
            with_field("mood", FieldShape(type="Mood")),
            ["Plan.mood: added without a default, which files of older versions need"],
            "4.0",
        ),
        (
            with_field("size", FieldShape(type="text", default="null")),
            ["Plan.size: number or null (default null) became text (default null)"],
            "4.0",
        ),
        (
            with_field("size", FieldShape(type="number or null", default="0")),
            ["Plan.size: number or null (default null) became number or null (default 0)"],
            "4.0",
        ),
        (OLD.model_copy(update={"models": {"Plan": {"name": PLAN["name"]}}}), ["Plan.size: removed"], "4.0"),
        (OLD.model_copy(update={"models": OLD.models | {"Page": PLAN}}), ["Page: added"], "3.5"),
        (OLD.model_copy(update={"models": {}}), ["Plan: removed"], "4.0"),
        (OLD.model_copy(update={"words": {"Mood": ("glad", "sad", "grim")}}), ["Mood `sad`: added"], "3.5"),
        (OLD.model_copy(update={"words": {"Mood": ("grim", "glad")}}), [], "3.4"),
        (
            OLD.model_copy(update={"words": {"Mood": ("glad", "sad")}}),
            ["Mood `grim`: removed", "Mood `sad`: added"],
            "4.0",
        ),
        (OLD.model_copy(update={"words": OLD.words | {"Size": ("big",)}}), ["Size: added"], "3.5"),
        (with_columns(TABLE.columns | {"mood": "text"}), ["table plans.mood: added"], "3.5"),
        (with_columns({"id": "text"}), ["table plans.size: removed"], "4.0"),
        (
            with_columns({"id": "text", "size": "number"}),
            ["table plans.size: number or null became number"],
            "4.0",
        ),
        (OLD.model_copy(update={"tables": OLD.tables | {"pages": TABLE}}), ["table pages: added"], "3.5"),
        (OLD.model_copy(update={"tables": {}}), ["table plans: removed"], "4.0"),
        (
            OLD.model_copy(update={"tables": {"plans": TABLE.model_copy(update={"key": ("id", "size")})}}),
            ["table plans: another key, or another table that it belongs to"],
            "4.0",
        ),
    ],
)
def test_what_changed_and_the_version_it_asks_for(new: Shape, said: list[str], version: str) -> None:
    found = changes(OLD, new)
    assert list(map(str, found)) == said
    assert needed(OLD.version, found) == version


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (OLD, None),
        (
            with_field("mood", FieldShape(type="Mood", default='"glad"')),
            "set SCHEMA_VERSION in models/document.py to 3.5",
        ),
        (with_columns({"id": "text"}), r"removed \(breaks readers\)\n.*to 4\.0"),
        (with_columns({"id": "text"}).model_copy(update={"version": "3.5"}), r"asks for version 4\.0, not 3\.5"),
        (
            with_columns({"id": "text"}).model_copy(update={"version": "4.0"}),
            "not recorded: python -m docs.schema --rec",
        ),
        (OLD.model_copy(update={"version": "3.5"}), r"asks for version 3\.4, not 3\.5"),
    ],
)
def test_models_that_are_not_as_recorded_are_told(now: Shape, said: str | None) -> None:
    found = fault(now, (OLD,))
    if said is None:
        assert found is None
    else:
        with pytest.raises(ValueError, match=said):
            raise ValueError(found)


def test_a_recorded_version_is_not_recorded_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "HISTORY", tmp_path)
    for shape in history()[:-1] or ():
        (tmp_path / f"{shape.version}.json").write_text(shape.model_dump_json())
    now = present()
    other = now.model_copy(update={"words": now.words | {"Status": ("converted",)}})
    (tmp_path / f"{now.version}.json").write_text(other.model_dump_json())
    with pytest.raises(SystemExit, match="is recorded otherwise"):
        schema.record()
    assert Shape.model_validate_json((tmp_path / f"{now.version}.json").read_text()) == other
