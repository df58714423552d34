"""What a version number allows, and documents of older versions as documents of this one."""

import json

import pytest
from hypothesis import given
from pydantic import ValidationError

from docs.schema import history
from models import SCHEMA_VERSION, PlanDocument
from models.upgrade import READ_SINCE, Age, ForeignVersion, age, plan_document, version_of
from tests.strategies import plans
from tests.support.older import as_of, shape

MINOR = int(SCHEMA_VERSION.split(".")[1])
RECORDED = [found.version for found in history()]


@pytest.mark.parametrize(
    ("version", "wanted"),
    [
        (SCHEMA_VERSION, Age.SAME),
        (f"1.{MINOR + 1}", Age.NEWER),
        ("1.10", Age.NEWER),
        ("1.0", Age.OLDER),
        (f"1.{MINOR - 1}", Age.OLDER),
        ("0.9", Age.FOREIGN),
        ("2.0", Age.FOREIGN),
        ("10.1", Age.FOREIGN),
        ("1", Age.FOREIGN),
        ("1.0.0", Age.FOREIGN),
        ("", Age.FOREIGN),
    ],
)
def test_how_a_version_stands_to_this_one(version: str, wanted: Age) -> None:
    assert age(version) is wanted


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b'{\n "schema_version": "1.0",\n "document": {}}', "1.0"),
        (b'{"document": {}, "schema_version": "1.1"}', "1.1"),
        (b'{"document": {"schema_version": "1.1"}}', None),
        (b'{"schema_version": 1}', None),
        (b"[1]", None),
        (b"{broken", None),
    ],
)
def test_the_version_that_a_file_names(data: bytes, wanted: str | None) -> None:
    assert version_of(data) == wanted


@pytest.mark.parametrize("version", [found for found in RECORDED if found != SCHEMA_VERSION])
@given(plan=plans())
def test_an_older_document_keeps_what_it_has_and_gets_defaults(version: str, plan: PlanDocument) -> None:
    old = as_of(plan.model_dump(mode="json"), shape(version))
    # The words of an enumeration that came later no older file has.
    if old["document"]["status"] not in shape(version).words["Status"]:
        old["document"]["status"] = "converted"
    upgraded = plan_document(json.dumps(old).encode())
    assert upgraded.schema_version == SCHEMA_VERSION
    assert as_of(upgraded.model_dump(mode="json"), shape(version)) == old
    assert upgraded.document.also_at == ()


@given(plans())
def test_a_newer_document_loses_only_what_is_unknown(plan: PlanDocument) -> None:
    new = plan.model_dump(mode="json") | {"schema_version": f"1.{MINOR + 1}", "mood": 1}
    for record in new["records"]:
        record["mood"] = {"at": [1]}
    assert plan_document(json.dumps(new).encode()) == plan


@pytest.mark.parametrize("data", [b'{"schema_version": "1.0", "docu', b'{"schema_version": "1.0"}', b"", b"null"])
def test_what_is_no_document_is_an_error(data: bytes) -> None:
    with pytest.raises(ValidationError):
        plan_document(data)


@pytest.mark.parametrize(("version", "then"), [("2.0", "upgrade Planledger"), ("0.3", "convert its sources")])
def test_another_major_version_is_named(version: str, then: str) -> None:
    with pytest.raises(ForeignVersion, match=rf"is of schema {version}.*; {then}"):
        plan_document(b'{"schema_version": "%s"}' % version.encode())


def test_what_is_read_from_pages_was_added_in_a_recorded_version() -> None:
    assert READ_SINCE in RECORDED
