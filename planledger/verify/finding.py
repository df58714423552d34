"""What a check finds: one thing that is not as the dataset says, and what came of a document and of a dataset."""

from dataclasses import dataclass
from enum import StrEnum


class Check(StrEnum):
    """What was checked."""

    SOURCE = "source"
    """The file that the document was made from."""
    SCHEMA = "schema"
    """The shape of the document's file."""
    KEYS = "keys"
    """Ids, references and page numbers."""
    TEXT = "text"
    """Each text of a record against the evidence that the record gives for it."""
    EVIDENCE = "evidence"
    """Each piece of evidence against the words in its box."""
    LEDGER = "ledger"
    """The words of the tables: claimed and left over."""
    TABLES = "tables"
    """The Parquet tables against the JSON files."""
    PACKAGE = "package"
    """datapackage.json against the files."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that differs: what it is, what the dataset records, and what was found in its place."""

    check: Check
    what: str
    recorded: str
    found: str
    page: int | None = None
    record_id: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one document. `boxes` counts the boxes that were re-read; `gone` says why there is no source."""

    name: str
    document_id: str
    records: int = 0
    boxes: int = 0
    gone: str | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def held(self) -> bool:
        """Whether everything was as recorded."""
        return not self.findings


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of a dataset: its documents, and what differs in the files that they share."""

    documents: tuple[Verdict, ...]
    shared: tuple[Finding, ...]

    @property
    def held(self) -> bool:
        """Whether everything was as recorded."""
        return not self.shared and all(document.held for document in self.documents)
