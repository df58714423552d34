"""The bytes of a document's file to the document, or to what is wrong with its shape."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pydantic import ValidationError

from models import SCHEMA_VERSION, PlanDocument
from models.upgrade import ForeignVersion, plan_document, version_of
from planledger.verify.finding import Check, Finding
from planledger.verify.values import ABSENT, differences

MOST = 10
"""So many faults of one file's shape are told; the rest mostly follow from them."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The document, where the file holds one, and what its shape lacks."""

    plan: PlanDocument | None
    findings: tuple[Finding, ...] = ()


def parse(data: bytes) -> Parsed:
    """Read a document's file strictly: what the schema requires must be written out, and in the schema's own types."""
    try:
        plan = plan_document(data)
    except ForeignVersion as error:
        return Parsed(None, (Finding(Check.SCHEMA, "schema_version", str(version_of(data)), str(error)),))
    except ValidationError as error:
        return Parsed(None, tuple(islice(_faults(error), MOST)))
    return Parsed(plan, tuple(islice(_unlike(data, plan), MOST)))


def _faults(error: ValidationError) -> Iterator[Finding]:
    for fault in error.errors(include_url=False):
        place = ".".join(map(str, fault["loc"])) or "the file"
        yield Finding(Check.SCHEMA, place, str(fault["input"])[:200], fault["msg"])


def _unlike(data: bytes, plan: PlanDocument) -> Iterator[Finding]:
    """Where the file has another value than the document that it parses to: defaults left out, types put right.

    What another minor version has not, or has besides, is as it should be.
    """
    same = version_of(data) in (None, SCHEMA_VERSION)
    for item in differences(json.loads(data), plan.model_dump(mode="json")):
        if not same and (item.place == "schema_version" or ABSENT in (item.recorded, item.found)):
            continue
        yield Finding(Check.SCHEMA, item.place, item.recorded, f"the schema wants {item.found}")
