"""A document to the faults of its keys: ids, parents, page numbers, and the name of its file."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from models import PlanDocument, Record
from planledger.layout import json_file
from planledger.verify.finding import Check, Finding


def key_findings(plan: PlanDocument, name: str) -> Iterator[Finding]:
    """`name` is the name of the document's file."""
    if name != PurePosixPath(json_file(plan.document.document_id)).name:
        yield Finding(Check.KEYS, "name of the file", name, f"holds document_id {plan.document.document_id}")
    counts = Counter(record.record_id for record in plan.records)
    for record_id, count in counts.items():
        if count > 1:
            yield Finding(Check.KEYS, "record_id", record_id, f"on {count} records", record_id=record_id)
    above: set[str] = set()
    for record in plan.records:
        if record.parent_id is not None and record.parent_id not in above:
            found = "stands below its child" if record.parent_id in counts else "no such record"
            yield Finding(Check.KEYS, "parent_id", record.parent_id, found, record.page, record.record_id)
        above.add(record.record_id)
        yield from _page_findings(record, plan.document.page_count)


def _page_findings(record: Record, page_count: int) -> Iterator[Finding]:
    pages = record.pages
    recorded = ", ".join(map(str, pages))
    if list(pages) != sorted(set(pages)) or pages[0] < 1 or pages[-1] > page_count:
        found = f"not ascending pages of {page_count}"
        yield Finding(Check.KEYS, "pages", recorded, found, record.page, record.record_id)
    if record.page not in pages:
        yield Finding(Check.KEYS, "page", str(record.page), f"not one of pages {recorded}", None, record.record_id)
