"""Every layout of the zoo is read to its records."""

from collections.abc import Iterator

import pytest

from models import Kind, PlanDocument, Record
from planledger.convert import convert_document
from tests.layouts import breaks, cells, clutter, forms, heads, marks, merged, nothing, places, plans, rules, unruled
from tests.layouts.layout import Expected, Layout

_CLASSES = (rules, breaks, heads, merged, unruled, forms, marks, nothing, cells, places, clutter, plans)
LAYOUTS: tuple[Layout, ...] = tuple(x for m in _CLASSES for x in m.LAYOUTS)


PARAMETERS = [
    pytest.param(x, id=x.name, marks=[pytest.mark.xfail(strict=True, reason=x.fails)] if x.fails else [])
    for x in LAYOUTS
]


@pytest.mark.parametrize("layout", PARAMETERS)
def test_layout(layout: Layout) -> None:
    document = convert_document(layout.draw(), f"{layout.name}.pdf", "layouts")
    differences = list(_differences(layout, document))
    assert not differences, "\n".join(differences)


def test_names_are_unique() -> None:
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS)


def _differences(layout: Layout, document: PlanDocument) -> Iterator[str]:
    """What a conversion has otherwise than stated; groups may be there or not."""
    by_id = {record.record_id: record for record in document.records}
    found = [r for r in document.records if r.kind is not Kind.GROUP]
    wanted = [r for r in layout.records if r.kind is not Kind.GROUP]
    for record, expected in zip(found, wanted, strict=False):
        got = Expected(
            record.action,
            record.owner_text,
            record.deadline_text,
            record.ref,
            expected.context,
            record.outcome,
            record.progress,
            record.page,
            record.kind,
        )
        if got != expected:
            yield f"got      {got}\nexpected {expected}"
        lacking = set(expected.context) - _governing(record, by_id)
        if lacking:
            yield f"{record.action!r} lacks {lacking}, has {_governing(record, by_id)}"
    yield from (f"unexpected {r.action!r} {r.owner_text!r} {r.deadline_text!r}" for r in found[len(wanted) :])
    yield from (f"missing {r.action!r}" for r in wanted[len(found) :])


def _governing(record: Record, by_id: dict[str, Record]) -> set[str]:
    texts = set(record.context)
    parent = by_id.get(record.parent_id or "")
    while parent is not None:
        texts |= {parent.action, *parent.context}
        parent = by_id.get(parent.parent_id or "")
    return texts
