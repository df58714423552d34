"""One PDF's bytes to one plan document of the dataset: the whole journey, stage by stage."""

from hashlib import sha256

from extract.assignment import CellTests
from extract.document import extract_document
from extract.legibility import text_source_of, text_warnings
from extract.page import Pages
from extract.prose import sentences_of
from extract.raw import PrintedText, RawDocument
from extract.reading import Reader, read_pdf
from models import Document, PlanDocument, Status, TableReading
from normalise import CoverLine, DocumentFacts, looks_like_deadline, looks_like_owner, read_facts
from planledger.commitments import in_reading_order, read_commitments
from planledger.initials import write_out_initials
from planledger.records import read_records
from planledger.version import READER_VERSION

CELL_TESTS = CellTests(looks_like_deadline, looks_like_owner)
"""How the cells of a column tell what it holds."""


def convert_document(
    data: bytes, source_name: str, source_uri: str, reader: Reader = "pdfium", prose: bool = False
) -> PlanDocument:
    """Convert one PDF.

    `data` are the file's bytes; `source_name` and `source_uri` say where they come from. With `prose`, the dated
    promises of the running text become records too, of kind commitment. Raises
    extract.errors.UnreadablePdf where there is nothing to read; a plan without plan tables comes back with the
    status no_plan_table.
    """
    pages = read_pdf(data, reader)
    raw = extract_document(pages.pages, CELL_TESTS)
    facts = _facts(raw.text, source_name, pages)
    document = _document(data, source_name, source_uri, pages, facts, raw)
    records = read_records(raw.records, document.document_id, facts)
    records = write_out_initials(records, raw.text.body)
    if prose:
        commitments = read_commitments(sentences_of(pages.pages), document.document_id, facts)
        records = in_reading_order(records, commitments)
    return PlanDocument(
        document=document, records=records, residue=raw.residue, tables=raw.tables, coverage=raw.coverage
    )


def _facts(text: PrintedText, source_name: str, pages: Pages) -> DocumentFacts:
    """The plan's own facts, from its cover, its running lines, its text and its file's name."""
    cover = [CoverLine(line.text, line.size, line.bold) for line in text.cover]
    return read_facts(cover, text.running, text.body, source_name, pages.metadata_title, pages.metadata_author)


def _document(
    data: bytes, source_name: str, source_uri: str, pages: Pages, facts: DocumentFacts, raw: RawDocument
) -> Document:
    """The facts of the file and of the plan in it."""
    found = bool(raw.records)
    return Document(
        document_id=sha256(data).hexdigest(),
        source_name=source_name,
        source_uri=source_uri,
        source_bytes=len(data),
        status=Status.CONVERTED if found else Status.NO_PLAN_TABLE,
        reason=None if found else "no table with a column of actions, milestones, indicators or risks",
        title=facts.title,
        organisation=facts.organisation,
        organisation_code=facts.organisation_code,
        period_start=facts.period_start,
        period_end=facts.period_end,
        page_count=len(pages.pages),
        text_source=text_source_of(pages.pages),
        reader_version=READER_VERSION,
        warnings=(
            *text_warnings(pages.pages),
            *(_set_aside(table) for table in raw.tables if table.kind is None),
        ),
    )


def _set_aside(table: TableReading) -> str:
    """One line for a table that yields no records."""
    heads = " | ".join(dict.fromkeys(c.header for c in table.columns if c.header))
    return f"page {table.page}: table set aside, {table.grounds}" + (f": {heads}" if heads else "")
