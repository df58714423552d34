"""Turns a dataset folder into plan documents, and a plan document into the bytes of its file.

A run never writes into the dataset itself. It writes every new file into a staging folder inside it, the new
datapackage.json last, and only then moves the files to their places, datapackage.json again last. So:

- while staging holds no datapackage.json, the run is not finished, and the dataset is the old one, untouched;
- from the moment it holds one, the dataset is the new one: what has not been moved yet is read from staging, what it
  lists as removed is passed over, and the next run moves and removes it.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pydantic import ValidationError

from models import SCHEMA_VERSION, PlanDocument
from models.upgrade import Age, ForeignVersion, age, plan_document, version_of
from planledger.errors import DatasetError
from planledger.layout import JSON, MANIFEST, PARQUET, REMOVED, STAGING, json_file, json_files

__all__ = ["JSON", "MANIFEST", "PARQUET", "STAGING", "Stored", "decided", "read_documents", "stored", "to_json"]


@dataclass(frozen=True, slots=True)
class Stored:
    """One document's file: where it lies and what it holds."""

    path: Path
    data: bytes

    def plan(self) -> PlanDocument:
        """The document, brought to this schema version. Raises DatasetError where the file holds none that can be."""
        try:
            return plan_document(self.data)
        except ForeignVersion as error:
            raise DatasetError(f"{self.path}: {error}") from error
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "the file"
            version = version_of(self.data) or SCHEMA_VERSION
            then = "upgrade Planledger" if age(version) is Age.NEWER else "move it away"
            raise DatasetError(
                f"{self.path}: not a plan document of schema {version} ({where}: {first['msg']}); {then}"
            ) from error


def to_json(plan: PlanDocument) -> bytes:
    """The canonical bytes of one document: UTF-8, keys in the order of the models, one space of indent."""
    return plan.model_dump_json(indent=1).encode() + b"\n"


def file_name(plan: PlanDocument) -> str:
    """The place of a document's file, below json/."""
    return json_file(plan.document.document_id)


def stored(root: Path, *, staged: bool) -> Iterator[Stored]:
    """The files of json/ in the order of their names, with those in staging in place of the old ones if `staged`."""
    for path in coming(root) if staged else json_files(root / JSON):
        # A reader beside a run may find that a staged file was moved to its place in the meantime.
        place = path if path.exists() else root / JSON / path.parent.name / path.name
        yield Stored(place, place.read_bytes())


def coming(root: Path, shard: str = "") -> Iterator[Path]:
    """The JSON files of the coming dataset in the order of their names: those in staging, and the old ones they leave.

    With a `shard`, only those of the documents whose ids begin with it.
    """
    gone = removed(root)
    folders = (root / STAGING / JSON, root / JSON)
    merged = heapq.merge(*(json_files(folder, shard) for folder in folders), key=lambda path: path.name)
    for name, paths in groupby(merged, key=lambda path: path.name):
        if name.removesuffix(".json") not in gone:
            yield next(paths)


def removed(root: Path) -> frozenset[str]:
    """The documents that staging lists as removed."""
    path = root / STAGING / REMOVED
    return frozenset(path.read_text().split()) if path.exists() else frozenset()


def decided(root: Path) -> bool:
    """Whether a publication was decided but not all of its files moved: then the dataset includes what is staged."""
    return (root / STAGING / MANIFEST).exists()


def read_documents(root: Path) -> Iterator[PlanDocument]:
    """The documents of the last whole dataset at `root`, by document_id. Raises DatasetError where one is not ours."""
    return (held.plan() for held in stored(root, staged=decided(root)))
