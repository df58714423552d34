"""One document of a dataset to its verdict: every check that needs its source, and those of its own file."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from extract.errors import UnreadablePdf
from extract.geometry import Box
from extract.lines import lines_of
from extract.page import Page
from extract.reading import Reader, read_pdf
from extract.turn import turn_of, turned
from extract.vocabulary import Lexicon, lexicon_of
from models import PlanDocument
from planledger.areas import table_areas
from planledger.outcome import READ
from planledger.verify.boxes import box_findings, reread_evidence, reread_residue
from planledger.verify.finding import Check, Finding, Verdict
from planledger.verify.keys import key_findings
from planledger.verify.source import SourceGone, reopen, source_findings
from planledger.verify.texts import text_findings
from planledger.verify.words import word_findings
from planledger.version import READER_VERSION


def verify_document(plan: PlanDocument, path: Path, reader: Reader) -> Verdict:
    """Check a document against its source, read by `reader`, and against itself; `path` is the document's own file.

    A source that is gone, or has other bytes, is told, and nothing of it re-read.
    """
    document = plan.document
    findings = list(key_findings(plan, path.name))
    verdict = Verdict(document.source_name, document.document_id, len(plan.records))
    try:
        data = reopen(document.source_uri)
    except SourceGone as gone:
        findings.append(Finding(Check.SOURCE, "source_uri", document.source_uri, str(gone)))
        return replace(verdict, gone=str(gone), findings=tuple(findings))
    other_bytes = list(source_findings(document, data))
    if other_bytes or document.status not in READ:
        return replace(verdict, findings=(*findings, *other_bytes))
    try:
        pages = read_pdf(data, reader).pages
        areas = _areas(plan, data, pages, "pdfium" if reader == "pdfplumber" else "pdfplumber")
    except UnreadablePdf as error:
        findings.append(Finding(Check.SOURCE, f"reading by {reader}", f"status {document.status}", str(error)))
        return replace(verdict, findings=tuple(findings))
    return _with_rereading(replace(verdict, findings=tuple(findings)), plan, pages, areas)


def _areas(plan: PlanDocument, data: bytes, pages: tuple[Page, ...], maker: Reader) -> Mapping[int, tuple[Box, ...]]:
    """Where the tables stand, for the reader that made the dataset.

    Another version of the readings may find other tables; then the whole page counts, which is less strict.
    """
    if plan.document.reader_version == READER_VERSION:
        return table_areas(read_pdf(data, maker).pages)
    return {page.number: (Box(0, 0, page.width, page.height),) for page in pages}


def _with_rereading(
    verdict: Verdict, plan: PlanDocument, pages: tuple[Page, ...], areas: Mapping[int, tuple[Box, ...]]
) -> Verdict:
    lexicon = _lexicon(pages)
    claims = reread_evidence(plan, pages, lexicon)
    rereads = (*claims, *reread_residue(plan, pages, claims, lexicon))
    found = (
        *_page_count(plan, pages),
        *text_findings(plan, lexicon),
        *box_findings(rereads),
        *word_findings(plan, pages, rereads, areas),
    )
    return replace(verdict, boxes=len(rereads), findings=(*verdict.findings, *found))


def _page_count(plan: PlanDocument, pages: tuple[Page, ...]) -> Iterator[Finding]:
    if plan.document.page_count != len(pages):
        yield Finding(Check.SOURCE, "page_count", str(plan.document.page_count), str(len(pages)))


def _lexicon(pages: tuple[Page, ...]) -> Lexicon:
    """The words that the document prints whole, taken from upright pages as the conversion takes them."""
    upright = (turned(page, turn_of(page)) for page in pages)
    return lexicon_of(line for page in upright for line in lines_of(page.words))
