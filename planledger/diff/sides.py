"""What the user names to a side of the comparison: a dataset's documents, or one plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models import Document
from models.upgrade import ForeignVersion
from planledger.dataset import Stored, decided, stored
from planledger.errors import DatasetError, UsageError
from planledger.layout import JSON, STAGING, json_file
from planledger.published import manifest_in_force

MOST_NAMED = 10
"""So many documents are named where a choice is not clear."""


@dataclass(frozen=True, slots=True)
class Side:
    """The documents of one side, in the order of their ids: all of a dataset, or `only` one."""

    path: Path
    only: Stored | None = None

    def files(self) -> Iterator[Stored]:
        """The documents' files."""
        if self.only is not None:
            yield self.only
        else:
            yield from stored(self.path, staged=decided(self.path))

    def file(self, document_id: str) -> Stored:
        """The file of a document that is on this side."""
        if self.only is not None:
            return self.only
        folders = (self.path / STAGING / JSON, self.path / JSON) if decided(self.path) else (self.path / JSON,)
        places = (folder / name for folder in folders for name in (json_file(document_id), f"{document_id}.json"))
        path = next(place for place in places if place.exists())
        return Stored(path, path.read_bytes())


def _plan_file(path: Path) -> Stored:
    held = Stored(path, path.read_bytes())
    try:
        held.plan()
    except DatasetError as error:
        foreign = isinstance(error.__cause__, ForeignVersion)
        none = f"{path}: holds no plan; name a dataset folder, or a file of its {JSON}/"
        raise UsageError(str(error) if foreign else none) from error
    return held


def side(path: Path, plan: str | None) -> Side:
    """A dataset folder, one of its plans (`plan`: how its id begins, or part of its file name or title), or its file.

    Raises UsageError where there is none, or more than one plan that is named so.
    """
    if path.is_file():
        if plan is not None:
            raise UsageError(f"{path}: is one plan's file; a plan is named for a dataset folder")
        return Side(path, _plan_file(path))
    manifest_in_force(path)
    whole = Side(path)
    return whole if plan is None else Side(path, _named(whole, plan))


def _named(whole: Side, plan: str) -> Stored:
    found: list[tuple[Stored, Document]] = []
    for held in whole.files():
        document = held.plan().document
        if _is_named(document, plan.casefold()):
            found.append((held, document))
    if len(found) == 1:
        return found[0][0]
    if not found:
        raise UsageError(f"{whole.path}: no plan whose file name or title has {plan!r}, or whose id begins so")
    names = ", ".join(f"{document.source_name} ({document.document_id[:8]})" for _, document in found[:MOST_NAMED])
    more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    raise UsageError(f"{whole.path}: {plan!r} names several plans: {names}{more}; say more of one's name, or its id")


def _is_named(document: Document, plan: str) -> bool:
    texts = (document.source_name, document.title or "")
    return document.document_id.startswith(plan) or any(plan in text.casefold() for text in texts)
