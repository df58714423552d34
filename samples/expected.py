"""Readings stated by hand to the expected records that stand beside a sample PDF.

The names of the fields are those of the dataset (`models/record.py`), less what a person would not write down:
ids, evidence, rules and confidence. `parent` is the ref of the parent or, where it has none, its action text.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

_TAG = re.compile(r"</?[a-z][^>]*>")
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Owner:
    """One owner as the reading rules split it: `kind` is person, role, team or organisation; `part` lead or support."""

    name: str
    kind: str
    part: str = "lead"
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline; dates are ISO days, inclusive."""

    start_date: str | None = None
    due_date: str | None = None
    ongoing: bool = False
    recurrence: str | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One expected record. `key` names the drawn row whose first page is the record's page."""

    key: str
    action: str
    kind: str = "action"
    ref: str | None = None
    parent: str | None = None
    context: tuple[str, ...] = ()
    outcome: str | None = None
    progress: str | None = None
    owner_text: str | None = None
    owners: tuple[Owner, ...] = ()
    deadline_text: str | None = None
    deadlines: tuple[Deadline, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The facts of one sample document and its expected records in reading order."""

    title: str
    organisation: str
    period_start: str | None
    period_end: str | None
    status: str = "converted"
    entries: tuple[Entry, ...] = field(default=())


def person(name: str, part: str = "lead") -> Owner:
    """An owner named as a person."""
    return Owner(name, "person", part)


def role(name: str, part: str = "lead") -> Owner:
    """An owner named by post."""
    return Owner(name, "role", part)


def team(name: str, part: str = "lead") -> Owner:
    """A unit, directorate, board or working group of the council."""
    return Owner(name, "team", part)


def organisation(name: str, part: str = "lead") -> Owner:
    """Another body."""
    return Owner(name, "organisation", part)


def due(*days: str) -> tuple[Deadline, ...]:
    """One plain deadline for each last day."""
    return tuple(Deadline(due_date=day) for day in days)


def span(start: str, end: str | None, *, ongoing: bool = False, provisional: bool = False) -> tuple[Deadline, ...]:
    """One deadline with a stated beginning."""
    return (Deadline(start, end, ongoing=ongoing, provisional=provisional),)


def ongoing(until: str | None = None) -> tuple[Deadline, ...]:
    """Work that goes on, up to a day or without end."""
    return (Deadline(due_date=until, ongoing=True),)


def unconfirmed() -> tuple[Deadline, ...]:
    """A deadline still to be confirmed, without dates."""
    return (Deadline(provisional=True),)


def every(recurrence: str, *, start: str | None = None, end: str | None = None) -> tuple[Deadline, ...]:
    """A commitment that comes round."""
    return (Deadline(start, end, recurrence=recurrence),)


def plain(markup: str) -> str:
    """The words of a cell as a reader takes them: no markup, no bullets, no wraps, no hyphens put in by the layout."""
    lines = (line.removeprefix("• ") for line in markup.split("\n"))
    text = _TAG.sub("", " ".join(lines))
    return " ".join(text.replace(_SOFT_HYPHEN, "").split())


def plain_or_none(markup: str | None) -> str | None:
    """As `plain`; an empty cell is None."""
    return plain(markup or "") or None


def to_json(source_name: str, plan: Plan, page_count: int, pages: Mapping[str, int]) -> str:
    """The text of NAME.expected.json; `pages` gives for each drawn row the page on which it begins."""
    document = {
        "source_name": source_name,
        "status": plan.status,
        "title": plan.title,
        "organisation": plan.organisation,
        "period_start": plan.period_start,
        "period_end": plan.period_end,
        "page_count": page_count,
    }
    records = [_record(entry, pages) for entry in plan.entries]
    return json.dumps({"document": document, "records": records}, ensure_ascii=False, indent=1) + "\n"


def _record(entry: Entry, pages: Mapping[str, int]) -> dict[str, object]:
    values = asdict(entry)
    page = pages[values.pop("key")]
    return {
        "page": page,
        **{name: list(v) if isinstance(v, Sequence) and not isinstance(v, str) else v for name, v in values.items()},
    }
