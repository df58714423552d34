"""Turns the models into the shape of their contract, and two shapes into what changed and the version that it needs."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict

from models.tables import Table

ROOT = "PlanDocument"
"""The model that a file of json/ holds."""


class Frozen(BaseModel):
    """A part of a recorded shape."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FieldShape(Frozen):
    """A field: its type in words, and its default as JSON; null where it has none, so that it must be given."""

    type: str
    default: str | None = None


class TableShape(Frozen):
    """A flat table: its key, the table that its rows belong to, and its columns with their types in words."""

    key: tuple[str, ...]
    parent: str | None
    columns: dict[str, str]


class Shape(Frozen):
    """All on which a reader of the dataset may build: fields of each model, words of each enumeration, tables."""

    version: str
    models: dict[str, dict[str, FieldShape]]
    words: dict[str, tuple[str, ...]]
    tables: dict[str, TableShape]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the contract. What `breaks` may stop a program that reads the dataset."""

    place: str
    what: str
    breaks: bool

    def __str__(self) -> str:
        """As a person reads it."""
        return f"{self.place}: {self.what}"


def shape_of(version: str, schema: Mapping[str, Any], tables: Iterable[Table]) -> Shape:
    """The shape of a version. `schema` is the JSON Schema of what its models accept, `tables` are its flat tables."""
    definitions = {ROOT: schema} | schema["$defs"]
    return Shape(
        version=version,
        models={n: _fields(d, definitions) for n, d in sorted(definitions.items()) if "properties" in d},
        words={n: tuple(d["enum"]) for n, d in sorted(definitions.items()) if "enum" in d},
        tables={table.name.value: _table(table) for table in tables},
    )


def _fields(definition: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, FieldShape]:
    required = definition.get("required", ())
    return {
        name: FieldShape(type=type_of(said), default=None if name in required else _default(said, definitions))
        for name, said in definition["properties"].items()
    }


def _default(said: Mapping[str, Any], definitions: Mapping[str, Any]) -> str:
    if "const" in said:
        return "its own"
    if "$ref" in said and "properties" in definitions[_name(said)]:
        return "its own defaults"
    # An empty dictionary is made anew for each value, so the JSON Schema does not tell it.
    return json.dumps(said["default"], ensure_ascii=False) if "default" in said else "empty"


def _table(table: Table) -> TableShape:
    columns = {column.name: column.type.value + (" or null" if column.nullable else "") for column in table.columns}
    return TableShape(key=table.key, parent=table.parent and table.parent.value, columns=columns)


def type_of(said: Mapping[str, Any]) -> str:
    """A property of a JSON Schema in a few words, with its limits."""
    if "$ref" in said:
        return _name(said)
    if "anyOf" in said:
        return " or ".join(map(type_of, said["anyOf"]))
    if "const" in said:
        return "this version"
    if "prefixItems" in said:
        return f"{len(said['prefixItems'])} numbers"
    if said["type"] == "array":
        return f"list of {type_of(said['items'])}" + (", not empty" if said.get("minItems") else "")
    if said["type"] == "object":
        return f"name to {type_of(said['additionalProperties'])}"
    return _plain(said)


def _plain(said: Mapping[str, Any]) -> str:
    words = {"string": "text", "number": "number", "integer": "whole number", "boolean": "boolean", "null": "null"}
    kind = "date" if said.get("format") == "date" else words[said["type"]]
    limits = [f" from {said['minimum']:g}"] if "minimum" in said else []
    limits += [f" to {said['maximum']:g}"] if "maximum" in said else []
    limits += [", not empty"] if said.get("minLength") else []
    limits += [f", matching {said['pattern']}"] if "pattern" in said else []
    return kind + "".join(limits)


def _name(said: Mapping[str, Any]) -> str:
    return str(said["$ref"]).rsplit("/", 1)[-1]


def changes(old: Shape, new: Shape) -> tuple[Change, ...]:
    """What a reader of `new` finds otherwise than in `old`: what broke first."""
    found = [*_model_changes(old, new), *_word_changes(old, new), *_table_changes(old, new)]
    return tuple(sorted(found, key=lambda change: not change.breaks))


def needed(version: str, since: Iterable[Change]) -> str:
    """The version that the changes since a version ask for: the next major where one breaks, the next minor else."""
    major, minor = map(int, version.split("."))
    found = tuple(since)
    if not found:
        return version
    return f"{major + 1}.0" if any(change.breaks for change in found) else f"{major}.{minor + 1}"


def _model_changes(old: Shape, new: Shape) -> Iterator[Change]:
    for name in sorted(old.models.keys() | new.models.keys()):
        if name in old.models and name in new.models:
            yield from _field_changes(name, old.models[name], new.models[name])
        else:
            yield _one_only(name, is_new=name in new.models)


def _one_only(place: str, *, is_new: bool) -> Change:
    return Change(place, "added" if is_new else "removed", not is_new)


def _field_changes(model: str, before: Mapping[str, FieldShape], after: Mapping[str, FieldShape]) -> Iterator[Change]:
    for field in dict.fromkeys((*before, *after)):
        place = f"{model}.{field}"
        if field not in before and after[field].default is None:
            yield Change(place, "added without a default, which files of older versions need", True)
        elif field not in before or field not in after:
            yield _one_only(place, is_new=field in after)
        elif before[field] != after[field]:
            yield Change(place, f"{_said(before[field])} became {_said(after[field])}", True)


def _said(field: FieldShape) -> str:
    return field.type if field.default is None else f"{field.type} (default {field.default})"


def _word_changes(old: Shape, new: Shape) -> Iterator[Change]:
    for name in sorted(old.words.keys() & new.words.keys()):
        before, after = old.words[name], new.words[name]
        for word in dict.fromkeys((*before, *after)):
            if word not in after or word not in before:
                yield _one_only(f"{name} `{word}`", is_new=word in after)
    for name in sorted(old.words.keys() ^ new.words.keys()):
        yield _one_only(name, is_new=name in new.words)


def _table_changes(old: Shape, new: Shape) -> Iterator[Change]:
    for name in dict.fromkeys((*old.tables, *new.tables)):
        before, after = old.tables.get(name), new.tables.get(name)
        if before is None or after is None:
            yield _one_only(f"table {name}", is_new=after is not None)
            continue
        if (before.key, before.parent) != (after.key, after.parent):
            yield Change(f"table {name}", "another key, or another table that it belongs to", True)
        for column in dict.fromkeys((*before.columns, *after.columns)):
            place = f"table {name}.{column}"
            if column not in before.columns or column not in after.columns:
                yield _one_only(place, is_new=column in after.columns)
            elif before.columns[column] != after.columns[column]:
                yield Change(place, f"{before.columns[column]} became {after.columns[column]}", True)
