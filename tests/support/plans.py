"""Tables said in rows to the raw records that extraction reads from them: the stages together, without a PDF."""

from collections.abc import Sequence
from dataclasses import replace

from extract.document import extract_document
from extract.page import Page
from extract.raw import RawDocument, RawRecord
from extract.table import Table
from models import Kind
from tests.support.printed import TESTS, page

ROWS = ("action", "ref", "outcome", "progress", "owner_text", "deadline_text")


def on_pages(*tables: Table) -> list[Page]:
    """A page for each table, in their order."""
    return [page(replace(table, page=number), number=number) for number, table in enumerate(tables, start=1)]


def read(pages: Sequence[Page]) -> RawDocument:
    """What extraction finds on the pages."""
    return extract_document(pages, TESTS)


def read_tables(*tables: Table) -> RawDocument:
    """What extraction finds in tables that stand on a page each."""
    return read(on_pages(*tables))


def actions(document: RawDocument, kind: Kind | None = None) -> list[str]:
    """The actions of all records, or of those of a kind."""
    return [r.action for r in document.records if kind in (None, r.kind)]


def governing(document: RawDocument, record: RawRecord) -> list[str]:
    """What a record says it stands under, outermost first: its context, then its parents' actions."""
    parents: list[str] = []
    at = record.parent
    while at is not None:
        parents.insert(0, document.records[at].action)
        at = document.records[at].parent
    return [*record.context, *parents]
