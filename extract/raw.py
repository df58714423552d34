"""What extraction hands on: raw records with evidence, and what became of every word of the plan tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models import Coverage, Evidence, Kind, Residue, TableReading


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One row of a plan in its own words, before dates and owners are read.

    `parent` is the index, in the document's records, of the record above it. `owner_lines` is the owner cell with the
    writer's own line breaks. `start_text` and `end_text` are the start and the end column's cells; `marked` are the
    headers of the period columns that the row marks, lowest level first (`end_text` then holds the marks). `anchor` is
    where the row's action begins: page, x and y in whole points. `loose_dates` holds the texts in which a date may
    stand where the block has no deadline column, nearest first.
    """

    kind: Kind
    action: str
    page: int
    pages: tuple[int, ...]
    anchor: tuple[int, int, int]
    ref: str | None = None
    parent: int | None = None
    context: tuple[str, ...] = ()
    outcome: str | None = None
    progress: str | None = None
    owner_lines: str | None = None
    owner_text: str | None = None
    start_text: str | None = None
    end_text: str | None = None
    marked: tuple[str, ...] = ()
    other: Mapping[str, str] = field(default_factory=dict)
    loose_dates: tuple["LooseText", ...] = ()
    flags: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def deadline_text(self) -> str | None:
        """The deadline cell, the start and the end column's joined by ' | '."""
        if self.start_text and self.end_text:
            return f"{self.start_text} | {self.end_text}"
        return self.end_text or self.start_text


@dataclass(frozen=True, slots=True)
class LooseText:
    """A text in which a date may be found, with the place of each of its words, in reading order."""

    text: str
    words: tuple["PlacedWord", ...]


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word with its page and box (x0, top, x1, bottom in points)."""

    text: str
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of text with its largest font size in points."""

    text: str
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A document's lines: those of its first page, its running headers and footers, and all of them."""

    cover: tuple[PrintedLine, ...]
    running: tuple[str, ...]
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawDocument:
    """All that extraction finds in a document; `tables` say what was made of each table, and why."""

    records: tuple[RawRecord, ...]
    residue: tuple[Residue, ...]
    coverage: Coverage
    text: PrintedText
    tables: tuple[TableReading, ...] = ()
