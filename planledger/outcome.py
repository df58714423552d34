"""Turns a converted (or unconvertible) source into the few figures that the final table shows."""

from dataclasses import dataclass

from models import PlanDocument, Status

READ = frozenset({Status.CONVERTED, Status.NO_PLAN_TABLE})
"""Read to the end. A document without a plan table has been read: it simply promises nothing in tables."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source. `status` is None where the file itself could not be opened, so has no document."""

    name: str
    status: Status | None
    reason: str | None = None
    pages: int = 0
    records: int = 0
    table_words: int = 0
    claimed_words: int = 0
    warnings: tuple[str, ...] = ()
    same_as: str | None = None

    @property
    def read(self) -> bool:
        """Whether the document was read to its end."""
        return self.status in READ


def outcome_of(name: str, plan: PlanDocument) -> Outcome:
    """The figures of one plan document."""
    return Outcome(
        name=name,
        status=plan.document.status,
        reason=plan.document.reason,
        pages=plan.document.page_count,
        records=len(plan.records),
        table_words=plan.coverage.table_words,
        claimed_words=plan.coverage.claimed_words,
        warnings=plan.document.warnings,
    )


def status_of(outcome: Outcome) -> str:
    """What became of a source, in words."""
    if outcome.same_as is not None:
        return "duplicate"
    return "not opened" if outcome.status is None else in_words(outcome.status)


def in_words(status: str) -> str:
    """A status as people write it."""
    return status.replace("_", " ").replace("pdf", "PDF").replace("ocr", "OCR")
