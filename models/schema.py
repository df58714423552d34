"""Turns the models into the JSON Schema of one plan document, the files of a dataset's json/ folder."""

from typing import Any

from models.document import SCHEMA_VERSION, PlanDocument

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a plan document as Planledger writes it, so with every field required."""
    derived = PlanDocument.model_json_schema(mode="serialization")
    head = {
        "$schema": DIALECT,
        "$id": f"urn:planledger:schema:plan-document:{SCHEMA_VERSION}",
        "title": "Planledger plan document",
    }
    return head | {key: value for key, value in derived.items() if key not in head}
