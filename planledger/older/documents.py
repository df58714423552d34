"""A dataset of an older version to one whose documents' files are of this version, before a run adds to it."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from models import SCHEMA_VERSION
from models.upgrade import Age, version_of
from planledger.dataset import MANIFEST, STAGING, Stored, stored, to_json
from planledger.index import Index
from planledger.older.check import readable
from planledger.publish import as_dataset_errors, staging_file


def bring_up(root: Path, index: Index) -> None:
    """Stages each document whose file is of an older version as one of this version, what was added by its default.

    Whether it is read again besides is another matter: see planledger.due. What is broken off, the next run goes on
    with. In a dataset of this version only a broken-off run can have left older files, among those it had staged.
    """
    manifest = root / MANIFEST
    current = manifest.exists() and readable(manifest) is Age.SAME
    with as_dataset_errors(root):
        for held in stored(root / STAGING, staged=False) if current else stored(root, staged=True):
            if version_of(held.data) != SCHEMA_VERSION:
                _restage(held, root, index)


def _restage(held: Stored, root: Path, index: Index) -> None:
    reading = index.newest(held.path.stem)
    if reading is None:
        return
    data = to_json(held.plan())
    target = staging_file(root, reading.document_id)
    part = target.with_suffix(".part")
    part.write_bytes(data)
    part.replace(target)
    index.keep(replace(reading, sha256=sha256(data).hexdigest(), size=len(data)), staged=True)
