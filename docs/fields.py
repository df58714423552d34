"""Turns the models into the field tables of docs/dataset.md: `python -m docs.fields` rewrites them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from models.arrow import arrow_schema
from models.base import Contract
from models.deadline import Alternative, Deadline
from models.document import Coverage, Document, PlanDocument, Residue
from models.owner import Owner
from models.record import Evidence, Record
from models.schema import json_schema
from models.tables import TABLES, Table

PAGE = Path(__file__).parent / "dataset.md"
BEGIN, END = "<!-- fields: made from the models by docs/fields.py -->", "<!-- end of fields -->"
MODELS: tuple[type[Contract], ...] = (
    PlanDocument,
    Document,
    Record,
    Owner,
    Deadline,
    Alternative,
    Evidence,
    Residue,
    Coverage,
)


def json_type(said: dict[str, Any]) -> str:
    """A JSON Schema property in a few words."""
    if "$ref" in said:
        return json_type(json_schema()["$defs"][said["$ref"].rsplit("/", 1)[-1]])
    if "anyOf" in said:
        return " or ".join(json_type(option) for option in said["anyOf"])
    if "enum" in said:
        return " ".join(f"`{value}`" for value in said["enum"])
    if "const" in said:
        return f"`{said['const']}`"
    if "prefixItems" in said:
        return f"{len(said['prefixItems'])} numbers"
    if said.get("type") == "array":
        item = said["items"]
        return f"list of {item['$ref'].rsplit('/', 1)[-1]}" if "$ref" in item else f"list of {json_type(item)}"
    if said.get("type") == "object":
        return str(said.get("title", "object of text")) if "properties" in said else "name to text"
    return {"string": "text", "number": "number", "integer": "whole number"}.get(said["type"], str(said["type"])) + (
        f" ({said['format']})" if "format" in said else ""
    )


def model_table(model: type[Contract]) -> Iterator[str]:
    """One model as a Markdown table."""
    schema = json_schema()
    definition = schema if model is PlanDocument else schema["$defs"][model.__name__]
    yield f"### {model.__name__}"
    yield from ("", "| field | type | meaning |", "|---|---|---|")
    for name, said in definition["properties"].items():
        yield f"| `{name}` | {json_type(said)} | {said['description'].replace('|', chr(92) + '|')} |"
    yield ""


def flat_table(table: Table) -> Iterator[str]:
    """One flat table as a Markdown table."""
    yield f"### {table.name.value}.parquet"
    belongs = f" Belongs to `{table.parent.value}`." if table.parent else ""
    yield from ("", f"{table.description} Key: {', '.join(f'`{name}`' for name in table.key)}.{belongs}", "")
    yield from ("| column | Arrow type | may be null |", "|---|---|---|")
    for field in arrow_schema(table):
        yield f"| `{field.name}` | {str(field.type).replace(' not null', '')} | {'yes' if field.nullable else ''} |"
    yield ""


def field_tables() -> str:
    """The whole generated part."""
    lines = ["## The JSON files, field by field", ""]
    lines += [line for model in MODELS for line in model_table(model)]
    lines += ["## The Parquet files, column by column", ""]
    lines += ["Columns mean what the fields of the same name mean; `x0`, `top`, `x1`, `bottom` are the `bbox`.", ""]
    lines += [line for table in TABLES for line in flat_table(table)]
    return "\n".join(lines)


def with_fields(page: str) -> str:
    """A page with its generated part made anew."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{field_tables()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(with_fields(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
