"""A deadline: the words of a deadline cell as dates that sort and join."""

from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from models.base import Contract


class Precision(StrEnum):
    """How exactly the latest time is stated."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    FINANCIAL_YEAR = "financial_year"


class Recurrence(StrEnum):
    """How often a commitment comes round."""

    DAILY = "daily"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    TWO_MONTHLY = "two-monthly"
    QUARTERLY = "quarterly"
    TERMLY = "termly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    TWO_YEARLY = "two-yearly"
    THREE_YEARLY = "three-yearly"


class Alternative(Contract):
    """Another reading of a deadline's words, which a reader of another habit, or of another plan, might take."""

    edtf: str | None = Field(default=None, description="As in the deadline.")
    start_date: date | None = Field(default=None, description="As in the deadline.")
    due_date: date | None = Field(default=None, description="As in the deadline.")
    ongoing: bool = Field(default=False, description="As in the deadline.")
    recurrence: Recurrence | None = Field(default=None, description="As in the deadline.")
    provisional: bool = Field(default=False, description="As in the deadline.")
    rule: str = Field(description="Name of the rule by which the words may be read so.")

    @model_validator(mode="after")
    def _start_before_due(self) -> "Alternative":
        _in_order(self.start_date, self.due_date)
        return self


class Deadline(Contract):
    """One deadline of a record.

    Dates are inclusive ISO days. `due_date` is the last day of the latest time stated, `start_date` the first
    day of a stated beginning; either may be absent.
    """

    text: str = Field(description="The words that were read, as printed.")
    edtf: str | None = Field(default=None, description="ISO 8601-2 (EDTF) level 1 or 2; null where no date is stated.")
    start_date: date | None = Field(default=None, description="First day of a stated beginning, inclusive.")
    due_date: date | None = Field(default=None, description="Last day of the latest time stated, inclusive.")
    precision: Precision | None = Field(default=None, description="How exactly the latest time is stated.")
    ongoing: bool = Field(default=False, description="The work goes on without a stated end, or past it.")
    recurrence: Recurrence | None = Field(default=None, description="How often the commitment comes round.")
    rrule: str | None = Field(default=None, description="RFC 5545 recurrence rule, where one can be said.")
    provisional: bool = Field(default=False, description="To be confirmed, to be agreed, or subject to a condition.")
    condition: str | None = Field(default=None, description="The condition, as printed.")
    rule: str = Field(description="Name of the rule that read the words.")
    alternatives: tuple[Alternative, ...] = Field(
        default=(), description="Other readings of the same words, the likelier first; empty where they say one thing."
    )

    @model_validator(mode="after")
    def _start_before_due(self) -> "Deadline":
        _in_order(self.start_date, self.due_date)
        return self


def _in_order(start: date | None, due: date | None) -> None:
    if start and due and due < start:
        raise ValueError(f"due_date {due} lies before start_date {start}")
