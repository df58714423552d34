"""What a comparison finds: the shape of `planledger diff --json`."""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from models import Document, Precision, Record


class Found(BaseModel):
    """A part of what a comparison finds."""

    model_config = ConfigDict(frozen=True)


class Plan(Found):
    """A document, named so that a person knows which."""

    document_id: str
    source_name: str
    title: str | None
    organisation: str | None
    period_start: date | None
    period_end: date | None


def plan_of(document: Document) -> Plan:
    """The facts that name a document."""
    return Plan(**{name: getattr(document, name) for name in Plan.model_fields})


# The same documents in both: the release check


class ValueChange(Found):
    """A value that is otherwise in the new dataset, by its field (`deadlines.due_date`). As JSON, null where absent."""

    field: str
    record_id: str | None = Field(description="Null for a fact of the document.")
    page: int | None
    ref: str | None
    old: object
    new: object


class DocumentChanges(Found):
    """A document that is in both datasets with other values."""

    document: Plan
    changes: tuple[ValueChange, ...]


class FieldTotal(Found):
    """How often a field has another value, and in how many documents."""

    field: str
    changed: int
    documents: int


class Release(Found):
    """What became of the documents that are in both datasets."""

    documents: int = Field(description="How many documents are in both.")
    totals: tuple[FieldTotal, ...] = Field(description="The fields that changed, the most frequent first.")
    changed: tuple[DocumentChanges, ...]


# Different documents of one organisation: plans over time


class Move(StrEnum):
    """What became of a deadline."""

    SAME = "same"
    SLIPPED = "slipped"
    """Later than it was."""
    FORWARD = "brought_forward"
    """Earlier than it was."""
    SHARPER = "more_exact"
    """Within the time stated before: a day of the month named then."""
    COARSER = "less_exact"
    """A longer time that holds the one stated before."""
    EXTENDED = "extended"
    """Work that goes on, or comes round, does so longer."""
    SHORTENED = "shortened"
    """Work that goes on, or comes round, does so for less long."""
    DATED = "dated"
    """There was no date before."""
    UNDATED = "undated"
    """There is no date any more."""
    RESTATED = "restated"
    """The same last day, or none, under other terms: another beginning, recurrence or condition."""


class Due(Found):
    """When an action is due, all its deadlines taken together: the latest last day, and how exactly that is stated."""

    text: str | None
    due_date: date | None
    precision: Precision | None


class DeadlineChange(Found):
    """What became of an action's deadline. `days` and `months` count from the old last day to the new one."""

    move: Move
    old: Due
    new: Due
    days: int | None = Field(default=None, description="Positive where the new last day is later.")
    months: int | None = Field(default=None, description="Whole months, where the last days are that far apart.")
    exact: bool = Field(default=True, description="False where the two are stated with different precision.")


class OwnerChange(Found):
    """Owners that an action has no more, has now, or has in another part or with another person in the post."""

    gone: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = Field(default=(), description="`Head of Finance: lead, now support`.")


class Entry(Found):
    """A record of a plan, named so that a person finds it."""

    record_id: str
    kind: str
    ref: str | None
    page: int
    action: str


def entry_of(record: Record) -> Entry:
    """What names a record."""
    return Entry(record_id=record.record_id, kind=record.kind, ref=record.ref, page=record.page, action=record.action)


class Carried(Found):
    """A record that both plans have."""

    old: Entry
    new: Entry
    likeness: float = Field(description="How alike the two texts are, 0 to 1.")
    reworded: bool
    deadline: DeadlineChange
    owners: OwnerChange | None = Field(description="Null where they are the same.")

    @property
    def unchanged(self) -> bool:
        """Whether it says the same of the same people and the same time."""
        return not self.reworded and self.deadline.move is Move.SAME and self.owners is None


class OverTime(Found):
    """A plan and the one that follows it. Each record of either stands here once; group headings are left out."""

    old: Plan
    new: Plan
    carried: tuple[Carried, ...]
    vanished: tuple[Entry, ...]
    added: tuple[Entry, ...]

    @property
    def differs(self) -> bool:
        """Whether anything is otherwise."""
        return bool(self.vanished or self.added) or not all(pair.unchanged for pair in self.carried)


class Ambiguity(Found):
    """Plans of one organisation of which more than one may follow the other, or go before it."""

    old: tuple[Plan, ...]
    new: tuple[Plan, ...]


class Comparison(Found):
    """All that a comparison finds."""

    release: Release
    over_time: tuple[OverTime, ...] = Field(description="New plans with the plan that each follows.")
    ambiguous: tuple[Ambiguity, ...]
    only_old: tuple[Plan, ...] = Field(description="Documents that the new dataset has not, and that none follows.")
    only_new: tuple[Plan, ...] = Field(description="Documents that the old dataset has not, and that follow none.")

    @property
    def differs(self) -> bool:
        """Whether anything is otherwise."""
        alone = self.ambiguous or self.only_old or self.only_new
        return bool(alone or self.release.changed) or any(pair.differs for pair in self.over_time)
