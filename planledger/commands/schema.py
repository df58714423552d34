"""`planledger schema`: prints the JSON Schema of a plan document."""

import json

import typer

from models.schema import json_schema


def run() -> None:
    """Prints the schema to standard output."""
    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
