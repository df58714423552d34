"""Turns the bytes of a plan document of any version that can be read into a plan document of this version.

The versions follow docs/schema.md: a minor version only adds, and what it adds has a default. So a document of an older
one is whole once the defaults are filled in, and one of a newer one once what is unknown here is left out.
"""

import json
import re
from enum import Enum
from typing import Any, Final

from pydantic import ValidationError

from models.document import SCHEMA_VERSION, PlanDocument

READ_SINCE: Final = "1.1"
"""The newest version whose additions come from the pages: only reading them again gives these to older documents."""

HEAD = re.compile(rb'\s*\{\s*"schema_version"\s*:\s*"([^"]*)"')


class Age(Enum):
    """How a version stands to this one."""

    SAME = "same"
    OLDER = "older"
    NEWER = "newer"
    """A newer minor version: it can be read, but not written without losing what it adds."""
    FOREIGN = "foreign"
    """Another major version, or none at all: it cannot be read."""


class ForeignVersion(ValueError):
    """The document is of a version that cannot be read here. `str()` says which, and what to do."""


def age(version: str) -> Age:
    """How a `schema_version` stands to this program's."""
    if version == SCHEMA_VERSION:
        return Age.SAME
    said = re.fullmatch(r"(\d+)\.(\d+)", version)
    major, minor = map(int, SCHEMA_VERSION.split("."))
    if said is None or int(said[1]) != major:
        return Age.FOREIGN
    return Age.OLDER if int(said[2]) < minor else Age.NEWER


def refusal(version: str) -> str:
    """What there is to say of a version that cannot be read, or written, and what to do."""
    major = SCHEMA_VERSION.split(".", maxsplit=1)[0]
    older = version.split(".", maxsplit=1)[0] in map(str, range(int(major)))
    then = "convert its sources into a new one" if older else "upgrade Planledger"
    return f"is of schema {version}, which is not the {major}.x, up to {SCHEMA_VERSION}, of this Planledger; {then}"


def version_of(data: bytes) -> str | None:
    """The version that a document's file names; None where it names none, or is no JSON."""
    head = HEAD.match(data)
    if head is not None:
        return head[1].decode(errors="replace")
    try:
        value = json.loads(data)
    except ValueError:
        return None
    version = value.get("schema_version") if isinstance(value, dict) else None
    return version if isinstance(version, str) else None


def plan_document(data: bytes) -> PlanDocument:
    """The document that a file of json/ holds, as one of this version.

    Raises ForeignVersion where its version cannot be read, ValidationError where it does not hold a plan document.
    """
    version = version_of(data)
    standing = Age.SAME if version is None else age(version)
    if standing is Age.SAME:
        return PlanDocument.model_validate_json(data)
    if standing is Age.FOREIGN:
        raise ForeignVersion(refusal(str(version)))
    try:
        value = json.loads(data) | {"schema_version": SCHEMA_VERSION}
    except ValueError:  # broken off: let the model say so
        return PlanDocument.model_validate_json(data)
    if standing is Age.NEWER:
        _drop_unknown(value)
    return PlanDocument.model_validate_json(json.dumps(value))


def _drop_unknown(value: dict[str, Any]) -> None:
    """Drops the fields that are no part of this version."""
    try:
        PlanDocument.model_validate_json(json.dumps(value))
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            if fault["type"] == "extra_forbidden":
                *path, last = fault["loc"]
                holder: Any = value
                for step in path:
                    holder = holder[step]
                del holder[last]
