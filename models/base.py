"""The base classes of the contract: frozen values without unknown fields, and words that say what they mean."""

from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict


class Contract(BaseModel):
    """A value of the dataset contract. Immutable; an unknown field is an error, and so is a number that is none."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Said(StrEnum):
    """One of a few words, each defined with its meaning, which docs/schema.md prints."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """A word; its meaning is left out only where an existing one is asked for by its value."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member
