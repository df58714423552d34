"""One plan document of the dataset: its facts, its records, and the words that no record claims."""

from datetime import date
from typing import Final, Literal

from pydantic import Field

from models.base import Contract, Said
from models.record import Bbox, Kind, Record

SCHEMA_VERSION: Final = "1.2"


class Status(Said):
    """What became of a document."""

    CONVERTED = "converted", "It was read; its records are in the dataset."
    NO_PLAN_TABLE = "no_plan_table", "It was read to its end; no table in it says who does what by when."
    NEEDS_OCR = "needs_ocr", "It has pictures of pages and no text."
    ENCRYPTED = "encrypted", "It asks for a password."
    DAMAGED = "damaged", "It cannot be parsed, as after a broken download."
    EMPTY = "empty", "It has no bytes."
    NOT_A_PDF = "not_a_pdf", "It is something else under a PDF's name."
    UNREADABLE = "unreadable", "It stopped Planledger with an error of its own; `reason` names it."
    TIMED_OUT = "timed_out", "It was not read within the time given."
    OUT_OF_MEMORY = "out_of_memory", "It needed more memory than it was given."
    TOO_MANY_PAGES = "too_many_pages", "It has more pages than a plan has."
    TOO_MUCH_OUTPUT = "too_much_output", "It gives more JSON than is allowed."
    CRASHED = "crashed", "It ended the process that read it, twice; `reason` tells how."


class TextSource(Said):
    """Where a document's words come from."""

    DIGITAL = "digital", "The words are in the file as text."
    OCR = "ocr", "A machine read the words from pictures of the pages."
    MIXED = "mixed", "Some pages are of the one sort, some of the other."


class Document(Contract):
    """The facts of one source file."""

    document_id: str = Field(pattern=r"^[0-9a-f]{64}$", description="sha256 of the file's bytes, hexadecimal.")
    source_name: str = Field(description="File name.")
    source_uri: str = Field(description="Where the file was read from.")
    also_at: tuple[str, ...] = Field(default=(), description="Where else a file with the same bytes lies, sorted.")
    source_gone: bool = Field(default=False, description="No file with these bytes lies there any more.")
    source_bytes: int = Field(ge=0, description="Size of the file in bytes.")
    metadata: dict[str, str] = Field(
        default_factory=dict, description="What a list of documents says of it beside its path: column to text."
    )
    status: Status = Field(description="What became of the document.")
    reason: str | None = Field(default=None, description="Why, where the document was not converted.")
    title: str | None = Field(default=None, description="The plan's title.")
    organisation: str | None = Field(default=None, description="Whose plan it is.")
    organisation_code: str | None = Field(
        default=None, description="The organisation's GSS code, where it is a UK local authority known for certain."
    )
    period_start: date | None = Field(default=None, description="First day of the plan's own period.")
    period_end: date | None = Field(default=None, description="Last day of the plan's own period, inclusive.")
    page_count: int = Field(ge=0, description="Number of pages.")
    text_source: TextSource = Field(default=TextSource.DIGITAL, description="Where the words come from.")
    reader_version: str = Field(description="Changes only when readings change.")
    warnings: tuple[str, ...] = Field(default=(), description="What a reader of the records should know.")


class Residue(Contract):
    """Words inside a plan table that no record claims."""

    page: int = Field(ge=1, description="Page number, 1-based.")
    bbox: Bbox = Field(description="[x0, top, x1, bottom] in points from the top left of the page as displayed.")
    text: str = Field(description="The words.")
    reason: str = Field(description="Why no record claims them.")


class Coverage(Contract):
    """How much of the plan tables is accounted for, in words."""

    table_words: int = Field(ge=0, description="Words inside plan tables, headers and furniture left out.")
    claimed_words: int = Field(ge=0, description="Those of them that a record claims as evidence.")
    header_words: int = Field(default=0, ge=0, description="Words in header rows.")
    furniture_words: int = Field(default=0, ge=0, description="Words of running headers, footers and page numbers.")


class ColumnReading(Contract):
    """What a column of a table was taken for."""

    header: str = Field(description="The header printed over the column, all its levels.")
    role: str = Field(description="What the column was taken for.")
    score: float = Field(description="How well header and cells speak for it; 0 for a column without a role.")


class TableReading(Contract):
    """What was made of a table, or of the part of one under a header of its own, and on what grounds."""

    page: int = Field(ge=1, description="Page on which it begins, 1-based.")
    pages: tuple[int, ...] = Field(description="Every page that it touches, ascending.")
    told_by: str = Field(description="What tells its rows and columns: rulings, white space, labels.")
    kind: Kind | None = Field(description="What its rows are; null for a table that promises nothing.")
    columns: tuple[ColumnReading, ...] = Field(default=(), description="Its columns, left to right.")
    records: int = Field(ge=0, description="How many records it yields.")
    grounds: str = Field(description="Why it was read, or why it was set aside.")


class PlanDocument(Contract):
    """One file of the dataset's json/ folder."""

    schema_version: Literal["1.2"] = Field(default=SCHEMA_VERSION, description="Version of this contract.")
    document: Document = Field(description="The facts of the source file.")
    records: tuple[Record, ...] = Field(default=(), description="In reading order.")
    residue: tuple[Residue, ...] = Field(default=(), description="Words in plan tables that no record claims.")
    tables: tuple[TableReading, ...] = Field(default=(), description="What was made of each table.")
    coverage: Coverage = Field(
        default=Coverage(table_words=0, claimed_words=0), description="How much of the plan tables is accounted for."
    )
