"""The dataset contract as code: pydantic models from which JSON Schema and Arrow schemas derive."""

from models.deadline import Deadline, Precision, Recurrence
from models.document import SCHEMA_VERSION, Coverage, Document, PlanDocument, Residue, Status, TextSource
from models.owner import Owner, OwnerKind, OwnerPart
from models.record import Bbox, Evidence, Kind, Record

__all__ = [
    "SCHEMA_VERSION",
    "Bbox",
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
    "TextSource",
]
