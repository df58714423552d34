"""A plan and the one that follows it to what was carried over and how, what vanished, and what is new."""

from models import Kind, PlanDocument, Record
from planledger.diff.findings import Carried, OverTime, entry_of, plan_of
from planledger.diff.matching import Match, matches
from planledger.diff.owners import owner_change
from planledger.diff.slips import deadline_change


def over_time(old: PlanDocument, new: PlanDocument) -> OverTime:
    """Compares two plans. Group headings promise nothing and are left out."""
    before, after = _promises(old), _promises(new)
    pairs = matches(before, after)
    taken_old, taken_new = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    return OverTime(
        old=plan_of(old.document),
        new=plan_of(new.document),
        carried=tuple(_carried(before[pair.old], after[pair.new], pair) for pair in pairs),
        vanished=tuple(entry_of(record) for at, record in enumerate(before) if at not in taken_old),
        added=tuple(entry_of(record) for at, record in enumerate(after) if at not in taken_new),
    )


def _promises(plan: PlanDocument) -> list[Record]:
    return [record for record in plan.records if record.kind is not Kind.GROUP]


def _carried(old: Record, new: Record, match: Match) -> Carried:
    return Carried(
        old=entry_of(old),
        new=entry_of(new),
        likeness=round(match.likeness, 3),
        reworded=_plain(old.action) != _plain(new.action),
        deadline=deadline_change(old, new),
        owners=owner_change(old, new),
    )


def _plain(text: str) -> str:
    """A text as it compares: capitals and spaces are no rewording."""
    return " ".join(text.casefold().split())
