"""The dataset contract as code: pydantic models from which JSON Schema and Arrow schemas derive."""

from models.deadline import Alternative, Deadline, Precision, Recurrence
from models.document import (
    SCHEMA_VERSION,
    ColumnReading,
    Coverage,
    Document,
    PlanDocument,
    Residue,
    Status,
    TableReading,
    TextSource,
)
from models.owner import Owner, OwnerKind, OwnerPart
from models.record import Bbox, Evidence, Kind, Record

__all__ = [
    "SCHEMA_VERSION",
    "Alternative",
    "Bbox",
    "ColumnReading",
    "Coverage",
    "Deadline",
    "Document",
    "Evidence",
    "Kind",
    "Owner",
    "OwnerKind",
    "OwnerPart",
    "PlanDocument",
    "Precision",
    "Record",
    "Recurrence",
    "Residue",
    "Status",
    "TableReading",
    "TextSource",
]
