"""A converted document to the faults of its evidence: texts that are not what is printed where they say.

One assertion, applied alike to every document: no case states its own expectation.
"""

from collections.abc import Iterator, Mapping, Sequence

from extract.geometry import Box
from extract.page import Page
from extract.raw import RawRecord
from extract.reread import text_at
from extract.steps import text_of_evidence
from extract.vocabulary import Lexicon
from models import Evidence, Kind, PlanDocument, Record


def assert_traceable(document: PlanDocument, readings: Mapping[str, Sequence[Page]], lexicon: Lexicon) -> None:
    """Every text field is the text of its evidence, and that is what each reader finds at the evidence's box.

    `readings` are the document's pages by each of the readers to be asked, by the reader's name.
    """
    faults = [fault for record in document.records for fault in _faults_of_texts(record, lexicon)]
    faults += _faults_of_boxes(document.records, readings, lexicon)
    assert not faults, _listed(faults)


def text_fields(record: Record | RawRecord) -> Iterator[tuple[str, str]]:
    """Each text of a record with the name that its evidence bears; parts of the deadline under its own name."""
    yield "action", record.action
    for name in ("ref", "outcome", "progress", "owner_text", "deadline_text"):
        text = getattr(record, name)
        if text is not None:
            yield name, text
    for index, heading in enumerate(record.context):
        yield f"context/{index}", heading
    for header, text in record.other.items():
        yield f"other/{header}", text


def evidence_text(field: str, evidence: Sequence[Evidence], lexicon: Lexicon) -> str:
    """What the evidence of a field adds up to: pieces joined as lines are, parts of the deadline by ' | '."""
    parts = dict.fromkeys(e.field for e in evidence if e.field == field or _is_part(e.field, field))
    text = " | ".join(text_of_evidence(part, evidence, lexicon) for part in parts)
    return text.rstrip(".)").strip() if field == "ref" else text


def _is_part(name: str, field: str) -> bool:
    return field == "deadline_text" and name.startswith("deadline_text/")


def _faults_of_texts(record: Record, lexicon: Lexicon) -> Iterator[str]:
    known = dict(text_fields(record))
    for field, text in known.items():
        found = evidence_text(field, record.evidence, lexicon)
        if found != text:
            yield f"page {record.page}, {field}: {text!r} but its evidence says {found!r}"
    for entry in record.evidence:
        if entry.field not in known and not any(_is_part(entry.field, field) for field in known):
            yield f"page {record.page}: evidence of {entry.field}, which the record does not have"
        if entry.page not in record.pages and not _is_shared(entry.field, record):
            yield f"page {record.page}, {entry.field}: evidence on page {entry.page}, not one of {record.pages}"


def _is_shared(field: str, record: Record) -> bool:
    """True for what a record has from above, perhaps from another page: its headings, and the owners of a step."""
    return field.startswith("context/") or (record.kind is Kind.STEP and field == "owner_text")


def _faults_of_boxes(
    records: Sequence[Record], readings: Mapping[str, Sequence[Page]], lexicon: Lexicon
) -> Iterator[str]:
    entries = dict.fromkeys((e.page, e.bbox, e.text) for record in records for e in record.evidence)
    for reader, pages in readings.items():
        for number, bbox, text in entries:
            found = text_at(pages[number - 1], Box(*bbox), lexicon)
            if found != text:
                yield f"page {number}, {bbox}: {text!r} but {reader} reads {found!r}"


def _listed(faults: Sequence[str]) -> str:
    return f"{len(faults)} faults:\n" + "\n".join(faults[:40])
