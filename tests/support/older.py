"""A dataset of this version to what an older version would have written, by the recorded shapes of the versions."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from docs.contract import ROOT, Shape
from docs.schema import history
from models.upgrade import READ_SINCE
from planledger.datapackage import JsonFiles, descriptor, table_files
from planledger.index import Index
from planledger.known import Reading
from planledger.layout import JSON, MANIFEST, PARQUET, json_files

FLAT = "1.0"
"""The version that kept all files in json/ itself."""


def shape(version: str) -> Shape:
    """The recorded shape of a version."""
    return next(found for found in history() if found.version == version)


def as_of(value: Any, of: Shape, model: str = ROOT) -> Any:
    """A value of a model as JSON, less the fields that a version had not."""
    kept = {}
    for name, said in of.models[model].items():
        inner = re.sub(r"^list of | or null$|, not empty$", "", said.type)
        cell = value[name]
        if inner in of.models:
            cell = [as_of(item, of, inner) for item in cell] if isinstance(cell, list) else as_of(cell, of, inner)
        kept[name] = cell
    return kept | ({"schema_version": of.version} if model == ROOT else {})


def older_bytes(data: bytes, version: str) -> bytes:
    """The file of a document as an older version would have written it."""
    return json.dumps(as_of(json.loads(data), shape(version)), indent=1, ensure_ascii=False).encode() + b"\n"


def make_older(root: Path, version: str) -> None:
    """Turns a dataset, with what its runs remember, into one of an older version."""
    known = _older_documents(root, list(json_files(root / JSON)), version)
    tables = table_files((root / MANIFEST).read_bytes())
    package = json.loads(descriptor(tables, JsonFiles(0, "")))
    of = shape(version)
    for path in (root / PARQUET).glob("*.parquet"):
        columns = of.tables.get(path.stem)
        path.unlink() if columns is None else _keep_columns(path, list(columns.columns))
    package["schema_version"] = version
    package["resources"] = [_resource(r, root) for r in package["resources"] if r["name"] in of.tables]
    lines = "".join(f"{digest}  {name}.json\n" for name, digest in sorted(known.items()))
    package["json"] |= {"files": len(known), "hash": f"sha256:{sha256(lines.encode()).hexdigest()}"}
    (root / MANIFEST).write_text(json.dumps(package, indent=1))


def _older_documents(root: Path, paths: Iterable[Path], version: str) -> dict[str, str]:
    index = Index(root)
    readings = {reading.document_id: reading for reading in index.readings(staged=False)}
    known = {}
    for path in paths:
        data = older_bytes(path.read_bytes(), version)
        path.unlink()
        (root / JSON / path.name if version == FLAT else path).write_bytes(data)
        known[path.stem] = sha256(data).hexdigest()
        index.keep(older_reading(readings[path.stem], data, version), staged=False)
    index.close()
    return known


def older_reading(reading: Reading, data: bytes, version: str) -> Reading:
    """What an older version remembered of the file that it wrote, which told of one source."""
    key = json.loads(reading.key)
    key[key.index(READ_SINCE)] = version
    digest = sha256(data).hexdigest()
    return replace(reading, sha256=digest, size=len(data), key=json.dumps(key), also_at=(), gone=False)


def _keep_columns(path: Path, names: list[str]) -> None:
    pq.write_table(pq.read_table(path).select(names), path)


def _resource(resource: dict[str, Any], root: Path) -> dict[str, Any]:
    path = root / resource["path"]
    data = path.read_bytes()
    told = {"bytes": len(data), "hash": f"sha256:{sha256(data).hexdigest()}", "rows": pq.read_metadata(path).num_rows}
    return {name: said for name, said in resource.items() if name != "files"} | told
