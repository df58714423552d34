"""A record: one promise of a plan, each value with its place on a page."""

from pydantic import Field

from models.base import Contract, Said
from models.deadline import Deadline
from models.owner import Owner

Bbox = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the top left of the page as displayed."""


class Kind(Said):
    """What a row of a plan is."""

    GROUP = "group", "A heading within a table, which other records stand under."
    ACTION = "action", "Something that is to be done."
    STEP = "step", "A dated part of an action."
    MILESTONE = "milestone", "A row of a table of milestones."
    INDICATOR = "indicator", "A measure of performance."
    RISK = "risk", "A risk, with what is to be done about it."
    COMMITMENT = "commitment", "A dated promise in running text (`convert --prose`)."


class Evidence(Contract):
    """The place on a page where a text of a record is printed."""

    field: str = Field(
        description="The record's field, with the part after a slash where it has several: "
        "context/0, other/Comments, deadline_text/start, deadline_text/end."
    )
    page: int = Field(ge=1, description="Page number, 1-based.")
    bbox: Bbox = Field(description="[x0, top, x1, bottom] in points from the top left of the page as displayed.")
    text: str = Field(description="The words in the box, line wraps undone.")


class Record(Contract):
    """One row of a plan: who promised to do what by when."""

    record_id: str = Field(description="Stable id: the same bytes give the same id on every machine.")
    kind: Kind = Field(description="What the row is.")
    ref: str | None = Field(default=None, description="The number or letter printed in the row, without a final dot.")
    parent_id: str | None = Field(default=None, description="record_id of the record that this one stands under.")
    context: tuple[str, ...] = Field(default=(), description="Headings that govern the row, outermost first.")
    action: str = Field(description="What is to be done, verbatim, line wraps undone.")
    outcome: str | None = Field(default=None, description="Success criteria, verbatim.")
    progress: str | None = Field(default=None, description="What was reported, verbatim.")
    owner_text: str | None = Field(default=None, description="The owner cell, verbatim.")
    owners: tuple[Owner, ...] = Field(default=(), description="The owner cell, split and typed.")
    deadline_text: str | None = Field(
        default=None, description="The deadline cell, verbatim; a start and an end column joined by ' | '."
    )
    deadlines: tuple[Deadline, ...] = Field(default=(), description="The deadline cell, as dates.")
    other: dict[str, str] = Field(default_factory=dict, description="Every further column: printed header to text.")
    page: int = Field(ge=1, description="Page on which the row begins, 1-based.")
    pages: tuple[int, ...] = Field(min_length=1, description="Every page that the row touches, ascending.")
    confidence: float = Field(ge=0, le=1, description="How sure the reading is, 0 to 1.")
    flags: tuple[str, ...] = Field(default=(), description="Why the confidence is low.")
    evidence: tuple[Evidence, ...] = Field(description="Where each text is printed.")
