"""docs/diff.md names what `planledger diff` finds, and the thresholds that it goes by."""

from pathlib import Path

from planledger.diff.findings import (
    Carried,
    Comparison,
    DeadlineChange,
    Due,
    Entry,
    FieldTotal,
    Move,
    OverTime,
    OwnerChange,
    Release,
    ValueChange,
)
from planledger.diff.matching import AKIN, ALIKE
from planledger.diff.pairing import KINDRED

TEXT = (Path(__file__).parent.parent.parent / "docs" / "diff.md").read_text(encoding="utf-8")
MODELS = (Comparison, Release, FieldTotal, ValueChange, OverTime, Carried, Entry, DeadlineChange, Due, OwnerChange)


def test_every_move_and_every_field_is_told() -> None:
    assert [move for move in Move if f"`{move.value}`" not in TEXT] == []
    fields = {name for model in MODELS for name in model.model_fields}
    assert {name for name in fields if not any(f"{mark}{name}{end}" in TEXT for mark in "`." for end in "`[.")} == set()


def test_the_thresholds_are_those_of_the_program() -> None:
    assert f"share {ALIKE} of their weight, or {AKIN} and" in TEXT
    assert KINDRED == 0.75
    assert "three quarters of the words of their titles" in TEXT
