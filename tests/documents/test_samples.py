"""The samples convert to the facts and the records that a careful reader states for them."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from models import Kind, PlanDocument, Record
from tests.support.documents import SAMPLES, converted, expected

Expected = Mapping[str, Any]
FACTS = ("status", "title", "organisation", "period_start", "period_end", "page_count")
FIELDS = ("kind", "ref", "page", "action", "outcome", "progress", "owner_text", "deadline_text")
every_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


@every_sample
def test_the_facts_of_the_document(path: Path) -> None:
    stated = expected(path)["document"]
    found = converted(path).document.model_dump(mode="json", include=set(FACTS))
    assert found == {name: stated[name] for name in FACTS}


@every_sample
def test_the_records(path: Path) -> None:
    differences = list(_differences(expected(path)["records"], converted(path)))
    assert not differences, f"{len(differences)} differences:\n" + "\n".join(differences)


def _differences(stated: Sequence[Expected], document: PlanDocument) -> Iterator[str]:
    """What a conversion has otherwise than stated; a heading said to be context may be a group record instead."""
    by_id = {record.record_id: record for record in document.records}
    headings = {heading for row in stated for heading in row["context"]}
    found = [r for r in document.records if r.kind is not Kind.GROUP or not _is_heading(r, headings)]
    pairs = SequenceMatcher(None, [row["action"] for row in stated], [r.action for r in found], autojunk=False)
    for tag, i0, i1, j0, j1 in pairs.get_opcodes():
        if tag == "equal":
            for row, record in zip(stated[i0:i1], found[j0:j1], strict=True):
                yield from _differences_of_record(row, record, by_id)
        else:
            yield from (f"missing: page {row['page']} {row['kind']} {row['action']!r}" for row in stated[i0:i1])
            yield from (f"unexpected: page {r.page} {r.kind} {r.action!r}" for r in found[j0:j1])


def _is_heading(record: Record, headings: set[str]) -> bool:
    return record.action in headings or f"{record.ref} {record.action}" in headings


def _differences_of_record(row: Expected, record: Record, by_id: Mapping[str, Record]) -> Iterator[str]:
    values = record.model_dump(mode="json")
    found: dict[str, object] = {name: values[name] for name in FIELDS}
    found["owners"] = _only(values["owners"], row["owners"], ("name", "kind", "part", "inherited"))
    found["deadlines"] = _only(
        values["deadlines"],
        row["deadlines"],
        ("start_date", "due_date", "ongoing", "recurrence", "provisional"),
    )
    for name, value in found.items():
        if value != row[name]:
            yield f"page {row['page']} {row['action'][:50]!r}: {name} {value!r}, expected {row[name]!r}"
    governing = _governing(record, by_id)
    if row["parent"] is not None and row["parent"] not in governing:
        yield f"page {row['page']} {row['action'][:50]!r}: not under {row['parent']!r}"
    for heading in row["context"]:
        if heading not in governing:
            yield f"page {row['page']} {row['action'][:50]!r}: context {record.context!r} lacks {heading!r}"


def _only(values: Sequence[Expected], stated: Sequence[Expected], names: Sequence[str]) -> list[dict[str, object]]:
    assert all(set(entry) == set(names) for entry in stated), "the stated entries have fields that are not compared"
    return [{name: value[name] for name in names} for value in values]


def _governing(record: Record, by_id: Mapping[str, Record]) -> set[str]:
    """What a record stands under: its context, and the refs, texts and contexts of its parents."""
    texts = set(record.context)
    parent = by_id.get(record.parent_id or "")
    while parent is not None:
        texts |= {parent.ref or "", parent.action, f"{parent.ref} {parent.action}", *parent.context}
        parent = by_id.get(parent.parent_id or "")
    return texts
