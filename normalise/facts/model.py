"""What the reader of document facts takes in, and the facts that it returns."""

from dataclasses import dataclass
from datetime import date

from normalise.period import Calendar, Period


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One line of the first page, with the size of its largest letters in points."""

    text: str
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file's own metadata states; empty where it states nothing."""

    title: str
    author: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A value read from the document, and the name of the rule that read it."""

    value: str
    rule: str


@dataclass(frozen=True, slots=True)
class PeriodFact:
    """The first and last day of the plan's own period, both inclusive, and the name of the rule that read them."""

    period: Period
    rule: str


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The facts of a plan; each None (and its rule empty) where the document does not say it for certain."""

    title: str | None
    title_rule: str
    organisation: str | None
    organisation_code: str | None
    organisation_rule: str
    period_start: date | None
    period_end: date | None
    period_rule: str
    calendar: Calendar
    calendar_rule: str

    @property
    def period(self) -> Period | None:
        """The plan's period as one value, as the deadline reader takes it."""
        return (self.period_start, self.period_end) if self.period_start and self.period_end else None
