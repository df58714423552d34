"""Two sides to their comparison: the same documents value by value, the others as plans over time.

Of two datasets of any size only what differs is held: files with the same bytes are not even parsed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby

from models import Document
from planledger.dataset import Stored
from planledger.diff.findings import Ambiguity, Comparison, DocumentChanges, FieldTotal, OverTime, Release, plan_of
from planledger.diff.over_time import over_time
from planledger.diff.pairing import paired
from planledger.diff.sides import Side
from planledger.diff.values import value_changes


@dataclass(slots=True)
class _Sorted:
    """The documents by where they are."""

    both: int = 0
    changed: list[DocumentChanges] = field(default_factory=list)
    old: list[Document] = field(default_factory=list)
    new: list[Document] = field(default_factory=list)


def compare(old: Side, new: Side) -> Comparison:
    """Compares two sides. One plan named on each is compared with the other, whatever they are."""
    if old.only is not None and new.only is not None:
        return _two_plans(old.only, new.only)
    found = _sorted(old, new)
    earlier = (held.plan().document for held in old.files()) if found.new else ()
    pairing = paired(earlier, found.new)
    told = {document.document_id for pair in pairing.pairs for document in pair}
    told |= {d.document_id for olds, news in pairing.ambiguous for d in (*olds, *news)}
    return Comparison(
        release=_release(found.both, found.changed),
        over_time=tuple(_over_time(pairing.pairs, old, new)),
        ambiguous=tuple(
            Ambiguity(old=tuple(map(plan_of, olds)), new=tuple(map(plan_of, news))) for olds, news in pairing.ambiguous
        ),
        only_old=tuple(plan_of(d) for d in found.old if d.document_id not in told),
        only_new=tuple(plan_of(d) for d in found.new if d.document_id not in told),
    )


def _two_plans(old: Stored, new: Stored) -> Comparison:
    before, after = old.plan(), new.plan()
    found = _Sorted()
    pairs: tuple[OverTime, ...] = ()
    if before.document.document_id == after.document.document_id:
        found.both += 1
        found.changed += _changes(old, new)
    else:
        pairs = (over_time(before, after),)
    return Comparison(
        release=_release(found.both, found.changed), over_time=pairs, ambiguous=(), only_old=(), only_new=()
    )


def _sorted(old: Side, new: Side) -> _Sorted:
    found = _Sorted()
    sides = merge(((_id(held), 0, held) for held in old.files()), ((_id(held), 1, held) for held in new.files()))
    for _, group in groupby(sides, key=lambda entry: entry[0]):
        files = {side: held for _, side, held in group}
        if len(files) == 2:
            found.both += 1
            found.changed += _changes(files[0], files[1])
        elif 0 in files:
            found.old.append(files[0].plan().document)
        else:
            found.new.append(files[1].plan().document)
    return found


def _id(held: Stored) -> str:
    """A dataset's file is named by its document; a plan's file may be named otherwise."""
    return held.path.stem if len(held.path.stem) == 64 else held.plan().document.document_id


def _changes(old: Stored, new: Stored) -> Iterator[DocumentChanges]:
    if old.data == new.data:
        return
    before, after = old.plan(), new.plan()
    changes = tuple(value_changes(before, after))
    if changes:
        yield DocumentChanges(document=plan_of(after.document), changes=changes)


def _release(both: int, changed: Iterable[DocumentChanges]) -> Release:
    found = tuple(changed)
    counts = Counter(change.field for document in found for change in document.changes)
    spread = Counter(name for document in found for name in {change.field for change in document.changes})
    totals = (FieldTotal(field=name, changed=count, documents=spread[name]) for name, count in counts.items())
    ordered = tuple(sorted(totals, key=lambda total: (-total.changed, total.field)))
    return Release(documents=both, totals=ordered, changed=found)


def _over_time(pairs: Iterable[tuple[Document, Document]], old: Side, new: Side) -> Iterator[OverTime]:
    for before, after in pairs:
        yield over_time(old.file(before.document_id).plan(), new.file(after.document_id).plan())
