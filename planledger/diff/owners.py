"""An action's owners then and now to who went, who came, and whose part is another; their order says nothing."""

import re
from collections.abc import Sequence

from models import Owner, Record
from planledger.diff.findings import OwnerChange


def owner_change(old: Record, new: Record) -> OwnerChange | None:
    """What became of the owners; None where they are the same. Initials are the name that they stand for."""
    if not old.owners and not new.owners:
        before, after = old.owner_text or "", new.owner_text or ""
        if _folded(before) == _folded(after):
            return None
        return OwnerChange(gone=(before,) if before else (), added=(after,) if after else ())
    left = list(new.owners)
    gone, changed = [], []
    for owner in _once(old.owners):
        same = next((other for other in left if _names(owner) & _names(other)), None)
        if same is None:
            gone.append(owner.name)
        else:
            left = [other for other in left if not _names(same) & _names(other)]
            changed += _changes(owner, same)
    added = tuple(owner.name for owner in _once(left))
    return OwnerChange(gone=tuple(gone), added=added, changed=tuple(changed)) if gone or added or changed else None


def _once(owners: Sequence[Owner]) -> list[Owner]:
    """The owners, each name once."""
    found: list[Owner] = []
    for owner in owners:
        if not any(_names(owner) & _names(other) for other in found):
            found.append(owner)
    return found


def _names(owner: Owner) -> frozenset[str]:
    return frozenset(_folded(name) for name in (owner.name, owner.expanded) if name)


def _changes(old: Owner, new: Owner) -> list[str]:
    found = [f"{old.name}: {old.part.value}, now {new.part.value}"] if old.part is not new.part else []
    if _folded(old.person or "") != _folded(new.person or ""):
        found.append(f"{old.name}: {old.person or 'nobody named'}, now {new.person or 'nobody named'}")
    return found


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()
