"""The field tables in the docs are those of the models."""

from docs.fields import PAGE, with_fields
from models import Status


def test_the_field_tables_are_current() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_fields(page) == page, "docs/dataset.md is out of date: make docs"


def test_every_status_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [status for status in Status if f"\n| `{status.value}` | " not in page] == []
