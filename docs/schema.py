"""Turns the models into docs/schema.md: `python -m docs.schema` writes it, with `--record` the version's shape too."""

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import models
from docs.contract import ROOT, Change, Shape, changes, needed, shape_of, type_of
from models import SCHEMA_VERSION, PlanDocument
from models.arrow import arrow_schema
from models.base import Said
from models.schema import json_schema
from models.tables import TABLES, Table

PAGE = Path(__file__).parent / "schema.md"
HISTORY = Path(__file__).parent.parent / "models" / "history"
HEAD = f"""# The schema

Schema version {SCHEMA_VERSION}. What a dataset holds, field by field; [dataset.md](dataset.md) tells how to use it.
(`make docs` makes this page from the models.)

## Versions

`schema_version` stands in every file of `json/`, in `datapackage.json` and in the Parquet files. It follows
[semantic versioning](https://semver.org/spec/v2.0.0.html) over everything on this page:

| goes up | when | what programs that read datasets do |
|---|---|---|
| minor: 1.1 to 1.2 | something is added: a field, column, table, or word of an enumeration | pass over what is new |
| major: 1.2 to 2.0 | something is removed, renamed, or means or allows something else; a key changes | be changed |

What Planledger does with a dataset of another version:

| the dataset | reading it | `convert` into it |
|---|---|---|
| older minor | as one of this version: what was added has its default | brings it to this version |
| newer minor | what this version knows of it; a word new to it is an error | is refused: it would lose what is new |
| another major | is refused | is refused |

Where what was added comes from a document's pages, `convert` reads the document again; else it completes its file. The
files come out as if this version had converted them, but for documents whose PDFs are gone: they keep the defaults.
"""
TAIL = """## Changing the models

`models/history/` holds the shape of each version: fields with types and defaults, words, tables, keys. A test compares
the models with it and says what changed, whether that breaks readers, and which version it asks for. Set that as
`SCHEMA_VERSION` in `models/document.py`, then `python -m docs.schema --record`. A changed meaning no test can see: it
is a major version too. A field added has a default; where its value comes from the pages, set `READ_SINCE` in
`models/upgrade.py` to the new version, so that older documents are read again.
"""


def history() -> tuple[Shape, ...]:
    """The recorded shapes, the oldest version first."""
    shapes = (Shape.model_validate_json(path.read_text(encoding="utf-8")) for path in HISTORY.glob("*.json"))
    return tuple(sorted(shapes, key=lambda shape: tuple(map(int, shape.version.split(".")))))


def present() -> Shape:
    """The shape of the models as they are."""
    return shape_of(SCHEMA_VERSION, PlanDocument.model_json_schema(), TABLES)


def fault(now: Shape, recorded: tuple[Shape, ...]) -> str | None:
    """Why the models and the recorded versions do not agree, and what is to be done; None where they do."""
    same = next((shape for shape in recorded if shape.version == now.version), None)
    if same is not None:
        found = changes(same, now)
        return (
            None
            if not found
            else _told(
                found,
                f"schema {now.version} is recorded otherwise; set SCHEMA_VERSION in models/document.py "
                f"to {needed(now.version, found)}, then: python -m docs.schema --record",
            )
        )
    last = recorded[-1]
    found = changes(last, now)
    wanted = needed(last.version, found)
    if now.version != wanted:
        return _told(found, f"since schema {last.version} this asks for version {wanted}, not {now.version}")
    return f"schema {now.version} is not recorded: python -m docs.schema --record"


def _told(found: tuple[Change, ...], then: str) -> str:
    return "\n".join([*(f"{change}{' (breaks readers)' if change.breaks else ''}" for change in found), then])


def record() -> None:
    """Keeps the shape of a new version. Exits where it is recorded otherwise, or is not the version it should be."""
    now, recorded = present(), history()
    said = fault(now, recorded)
    if said is not None and not said.startswith(f"schema {now.version} is not recorded"):
        sys.exit(
            f"{said}\n(Where no dataset of {now.version} is in use yet, delete its file in {HISTORY.name}/ instead.)"
        )
    (HISTORY / f"{now.version}.json").write_text(now.model_dump_json(indent=1) + "\n", encoding="utf-8")


def page() -> str:
    """The text of docs/schema.md."""
    lines = [HEAD, "## The JSON files, field by field", ""]
    lines += [line for name in _in_order() for line in _model(name)]
    lines += [
        "## The words",
        "",
        "What the enumerations say. Those of `status` with what to do: [dataset.md](dataset.md).",
    ]
    lines += ["", *(line for name in present().words for line in _words(getattr(models, name)))]
    lines += ["## The Parquet files, column by column", ""]
    lines += ["Columns mean what the fields of the same name mean; `x0`, `top`, `x1`, `bottom` are the `bbox`.", ""]
    lines += [line for table in TABLES for line in _table(table)]
    lines += ["## What changed", "", *_changes(), TAIL]
    return "\n".join(lines)


def _in_order() -> list[str]:
    """The models, each after the one that first names it."""
    found = [ROOT]
    definitions = {ROOT: json_schema()} | json_schema()["$defs"]
    for name in found:
        for said in definitions[name]["properties"].values():
            named = type_of(said).removeprefix("list of ").removesuffix(" or null")
            if "properties" in definitions.get(named, ()) and named not in found:
                found.append(named)
    return found


def _model(name: str) -> Iterator[str]:
    definition = json_schema() if name == ROOT else json_schema()["$defs"][name]
    summary = definition["description"].split("\n\n")
    yield from (f"### {name}", "", *(" ".join(part.split()) + "\n" for part in summary))
    yield from ("| field | type | meaning |", "|---|---|---|")
    for field, said in definition["properties"].items():
        yield f"| `{field}` | {_linked(said)} | {_cell(said['description'])} |"
    yield ""


def _linked(said: dict[str, Any]) -> str:
    """A type in words, the models and enumerations in it as links to their sections."""
    words = _cell(type_of(said)).split(" ")
    return " ".join(f"[{word}](#{word.lower()})" if hasattr(models, word) else word for word in words)


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _words(enumeration: type[Said]) -> Iterator[str]:
    yield from (f"### {enumeration.__name__}", "", str(enumeration.__doc__), "", "| word | meaning |", "|---|---|")
    yield from (f"| `{word.value}` | {_cell(word.meaning)} |" for word in enumeration)
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name.value}.parquet"
    belongs = f" Belongs to `{table.parent.value}`." if table.parent else ""
    yield from ("", f"{table.description} Key: {', '.join(f'`{name}`' for name in table.key)}.{belongs}", "")
    yield from ("| column | Arrow type | may be null |", "|---|---|---|")
    for field in arrow_schema(table):
        yield f"| `{field.name}` | {str(field.type).replace(' not null', '')} | {'yes' if field.nullable else ''} |"
    yield ""


def _changes() -> Iterator[str]:
    shapes = history()
    for old, new in reversed(tuple(pairwise(shapes))):
        yield from (f"### {new.version}", "")
        yield from (f"- {change}" for change in changes(old, new))
        yield ""
    yield from (f"### {shapes[0].version}", "", "- The first version.", "")


if __name__ == "__main__":
    if "--record" in sys.argv[1:]:
        record()
    PAGE.write_text(page(), encoding="utf-8")
