"""`planledger read-owners`: turns one text into its owners, each with its kind and the rule that gave it."""

import json
from collections.abc import Iterator

import typer

from models import Owner
from normalise import inherits, read_acronyms, read_owners, written_out


def run(text: str, as_json: bool) -> None:
    """Prints whom the text names as an owner cell, to read or as JSON."""
    acronyms = read_acronyms(text.splitlines())
    found = [written_out(owner, acronyms) for owner in read_owners(text)]
    if as_json:
        said = {"text": text, "owners": [owner.model_dump(mode="json") for owner in found], "inherits": inherits(text)}
        typer.echo(json.dumps(said, ensure_ascii=False, indent=2))
        return
    if inherits(text):
        typer.echo("the owners of the row above")
    for owner in found:
        typer.echo("\n".join(_lines(owner)))
    if not found and not inherits(text):
        typer.echo("no owner")


def _lines(owner: Owner) -> Iterator[str]:
    yield f'"{owner.name}"'
    for name, value in (
        ("kind", owner.kind),
        ("part", owner.part),
        ("person", owner.person),
        ("expanded", owner.expanded),
        ("rule", owner.rule),
    ):
        if value is not None:
            yield f"  {name:<11} {value}"
