"""A document to the texts that are not those of the evidence that stands for them in the same record."""

from collections.abc import Iterator, Sequence

from extract.steps import text_of_evidence
from extract.vocabulary import Lexicon
from models import Evidence, Kind, PlanDocument, Record
from planledger.verify.finding import Check, Finding

SINGLE = ("action", "ref", "outcome", "progress", "owner_text", "deadline_text")
"""The fields of a record that hold one printed text each."""


def text_findings(plan: PlanDocument, lexicon: Lexicon) -> Iterator[Finding]:
    """Texts unlike their evidence, evidence of texts that are not there, and evidence on pages not listed."""
    for record in plan.records:
        texts = dict(text_fields(record))
        for field, text in texts.items():
            found = evidence_text(field, record.evidence, lexicon)
            if found != text:
                yield _finding(record, field, text, found or "no evidence")
        for entry in record.evidence:
            if not any(entry.field == field or _is_part(entry.field, field) for field in texts):
                yield _finding(record, entry.field, "(nothing)", f"evidence: {entry.text}")
            if entry.page not in record.pages and not _is_from_above(entry.field, record):
                pages = ", ".join(map(str, record.pages))
                yield _finding(record, entry.field, f"pages {pages}", f"evidence on page {entry.page}")


def text_fields(record: Record) -> Iterator[tuple[str, str]]:
    """Each printed text of a record, with the name that its evidence bears."""
    for name in SINGLE:
        text = getattr(record, name)
        if text is not None:
            yield name, text
    for index, heading in enumerate(record.context):
        yield f"context/{index}", heading
    for header, text in record.other.items():
        yield f"other/{header}", text


def evidence_text(field: str, evidence: Sequence[Evidence], lexicon: Lexicon) -> str:
    """What the evidence of a field adds up to: its pieces joined as lines are, a start and an end by ' | '."""
    parts = dict.fromkeys(e.field for e in evidence if e.field == field or _is_part(e.field, field))
    text = " | ".join(text_of_evidence(part, evidence, lexicon) for part in parts)
    return text.rstrip(".)").strip() if field == "ref" else text


def _is_part(name: str, field: str) -> bool:
    return field == "deadline_text" and name.startswith("deadline_text/")


def _is_from_above(field: str, record: Record) -> bool:
    """True for what a record has from above, perhaps from another page: its headings, and the owners of a step."""
    return field.startswith("context/") or (record.kind is Kind.STEP and field == "owner_text")


def _finding(record: Record, field: str, recorded: str, found: str) -> Finding:
    return Finding(Check.TEXT, field, recorded, found, record.page, record.record_id)
