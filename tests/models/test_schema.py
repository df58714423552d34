"""The JSON Schema says the same as the models."""

import json
from copy import deepcopy

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from models import SCHEMA_VERSION, Evidence, PlanDocument, Record
from models.schema import json_schema
from tests.strategies import plans

VALIDATOR = Draft202012Validator(json_schema())
SMALLEST = {
    "schema_version": SCHEMA_VERSION,
    "document": {
        "document_id": "0" * 64,
        "source_name": "plan.pdf",
        "source_uri": "file:///plans/plan.pdf",
        "source_bytes": 10,
        "status": "no_plan_table",
        "reason": None,
        "title": None,
        "organisation": None,
        "period_start": None,
        "period_end": None,
        "page_count": 1,
        "text_source": "digital",
        "reader_version": "1",
        "warnings": [],
    },
    "records": [],
    "residue": [],
    "coverage": {"table_words": 0, "claimed_words": 0, "header_words": 0, "furniture_words": 0},
}


def test_the_schema_is_a_valid_schema_with_a_name_and_a_version() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(f":{SCHEMA_VERSION}")
    assert schema["title"]


@given(plans())
def test_every_document_written_is_valid(plan: PlanDocument) -> None:
    VALIDATOR.validate(json.loads(plan.model_dump_json()))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), "0.1"),
        (("document", "document_id"), "not a hash"),
        (("document", "status"), "fine"),
        (("document", "source_bytes"), -1),
        (("document", "page_count"), "two"),
        (("document", "title"), 7),
        (("document", "surprise"), "x"),
        (("coverage", "table_words"), -1),
        (("records",), [{"action": "Publish"}]),
        (("surprise",), 1),
    ],
)
def test_model_and_schema_refuse_the_same(path: tuple[str, ...], value: object) -> None:
    VALIDATOR.validate(SMALLEST)
    PlanDocument.model_validate(SMALLEST)
    spoilt = deepcopy(SMALLEST)
    place = spoilt
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert not VALIDATOR.is_valid(spoilt)
    with pytest.raises(ValidationError):
        PlanDocument.model_validate(spoilt)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_box_edge_is_a_number_that_json_can_say(number: float) -> None:
    with pytest.raises(ValidationError):
        Evidence(field="action", page=1, bbox=(number, 0, 1, 1), text="x")


def test_every_field_of_the_contract_is_described() -> None:
    schema = json_schema()
    for name, model in {"PlanDocument": schema, **schema["$defs"]}.items():
        for field, said in model.get("properties", {}).items():
            assert said.get("description"), f"{name}.{field}"


def test_a_record_cannot_be_changed() -> None:
    record = Record(record_id="r", kind="action", action="Publish", page=1, pages=(1,), confidence=1, evidence=())
    with pytest.raises(ValidationError):
        record.action = "Withdraw"  # type: ignore[misc]
