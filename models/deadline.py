"""A deadline: the words of a deadline cell as dates that sort and join."""

from datetime import date

from pydantic import Field, model_validator

from models.base import Contract, Said


class Precision(Said):
    """How exactly the latest time is stated."""

    DAY = "day", "A day."
    MONTH = "month", "A month."
    QUARTER = "quarter", "A quarter of a year."
    SEASON = "season", 'A season, as in "spring 2010".'
    YEAR = "year", "A calendar year."
    FINANCIAL_YEAR = "financial_year", "A financial year, from 1 April to 31 March."


class Recurrence(Said):
    """How often a commitment comes round."""

    DAILY = "daily", "Every day."
    WEEKLY = "weekly", "Every week."
    FORTNIGHTLY = "fortnightly", "Every two weeks."
    MONTHLY = "monthly", "Every month."
    TWO_MONTHLY = "two-monthly", "Every two months."
    QUARTERLY = "quarterly", "Every three months."
    TERMLY = "termly", "Every school term."
    HALF_YEARLY = "half-yearly", "Every six months."
    YEARLY = "yearly", "Every year."
    TWO_YEARLY = "two-yearly", "Every two years."
    THREE_YEARLY = "three-yearly", "Every three years."


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
