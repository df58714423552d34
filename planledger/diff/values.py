"""One document as two versions read it to the values that are otherwise, each by its field."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from pydantic import BaseModel

from models import PlanDocument, Record
from planledger.diff.findings import ValueChange


def value_changes(old: PlanDocument, new: PlanDocument) -> Iterator[ValueChange]:
    """What differs: facts of the document first, then record by record, by record_id.

    Entries of a list are compared in their order, those of residue as a set.
    """
    for field, was, now in _differences(old.document, new.document, "document."):
        yield _change(field, None, was, now)
    before = {record.record_id: record for record in old.records}
    after = {record.record_id: record for record in new.records}
    for record_id in dict.fromkeys((*before, *after)):
        yield from _record_changes(before.get(record_id), after.get(record_id))
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield _change("records (their order)", None, None, None)
    for field in ("tables", "coverage"):
        for place, was, now in _differing(getattr(old, field), getattr(new, field), field):
            yield _change(place, None, was, now)
    yield from _residue(old, new)


def _record_changes(old: Record | None, new: Record | None) -> Iterator[ValueChange]:
    if old is not None and new is not None:
        for field, was, now in _differences(old, new, ""):
            yield _change(field, new, was, now)
    elif old is not None:
        yield _change("record vanished", old, old.action, None)
    elif new is not None:
        yield _change("record added", new, None, new.action)


def _residue(old: PlanDocument, new: PlanDocument) -> Iterator[ValueChange]:
    before = Counter(entry.model_dump_json() for entry in old.residue)
    after = Counter(entry.model_dump_json() for entry in new.residue)
    for entry in old.residue:
        if before[entry.model_dump_json()] > after[entry.model_dump_json()]:
            before[entry.model_dump_json()] -= 1
            yield ValueChange(field="residue", record_id=None, page=entry.page, ref=None, old=entry.text, new=None)
    for entry in new.residue:
        if after[entry.model_dump_json()] > before[entry.model_dump_json()]:
            after[entry.model_dump_json()] -= 1
            yield ValueChange(field="residue", record_id=None, page=entry.page, ref=None, old=None, new=entry.text)


def _change(field: str, record: Record | None, old: object, new: object) -> ValueChange:
    record_id, page, ref = (record.record_id, record.page, record.ref) if record else (None, None, None)
    return ValueChange(field=field, record_id=record_id, page=page, ref=ref, old=old, new=new)


def _differences(old: BaseModel, new: BaseModel, prefix: str) -> Iterator[tuple[str, object, object]]:
    for name in type(old).model_fields:
        yield from _differing(getattr(old, name), getattr(new, name), prefix + name)


def _differing(old: Any, new: Any, field: str) -> Iterator[tuple[str, object, object]]:
    """Where two values of a field differ: inside of models and of lists of models by their fields."""
    if old == new:
        return
    if isinstance(old, BaseModel) and isinstance(new, BaseModel):
        yield from _differences(old, new, f"{field}.")
    elif _holds_models(old) or _holds_models(new):
        for one, other in zip_longest(old, new):
            yield from _differing(one, other, field)
    else:
        yield field, _as_json(old), _as_json(new)


def _holds_models(values: object) -> bool:
    return isinstance(values, Sequence) and bool(values) and isinstance(values[0], BaseModel)


def _as_json(value: object) -> object:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else value
