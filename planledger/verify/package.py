"""datapackage.json and the files that it describes to where the two differ."""

import json
from collections.abc import Iterator
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from models import SCHEMA_VERSION
from models.tables import TABLES, TableName
from planledger.datapackage import JsonFiles, TableFile, descriptor, sums
from planledger.dataset import JSON, MANIFEST, PARQUET
from planledger.layout import json_files, shards, table_file
from planledger.older.check import named_version
from planledger.verify.finding import Check, Finding
from planledger.verify.values import differences


def package_findings(root: Path) -> Iterator[Finding]:
    """Sizes, hashes, row counts and descriptions that are not those of the files."""
    try:
        recorded = json.loads((root / MANIFEST).read_bytes())
    except FileNotFoundError:
        yield Finding(Check.PACKAGE, MANIFEST, "the description of the dataset", "no such file")
        return
    except (OSError, ValueError) as error:
        yield Finding(Check.PACKAGE, MANIFEST, "the description of the dataset", f"cannot be read: {error}")
        return
    if named_version(root / MANIFEST) in (None, SCHEMA_VERSION):
        found = json.loads(descriptor(_tables(root), _json_files(root)))
    else:
        found = _sums_anew(recorded, root)
    for item in differences(_by_name(recorded), _by_name(found)):
        yield Finding(Check.PACKAGE, f"{MANIFEST} {item.place}", item.recorded, item.found)


def _sums_anew(recorded: Any, root: Path) -> object:
    """What another minor version recorded, but sizes, hashes and rows, which are those of the files as they are."""
    files = _json_files(root)
    resources = [_with_sums(resource, root) for resource in recorded["resources"]]
    counted = recorded["json"] | {"files": files.count, "hash": f"sha256:{files.sha256}"}
    return recorded | {"json": counted, "resources": resources}


def _with_sums(resource: dict[str, Any], root: Path) -> dict[str, Any]:
    paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
    files = [_table(root / path) for path in paths]
    totals = {"bytes": sum(file.size for file in files), "rows": sum(file.rows for file in files)}
    return resource | {name: said for name, said in (totals | sums(files)).items() if name in resource}


def _by_name(package: object) -> object:
    """The package with its resources by their names, so that each is compared with its own."""
    if not isinstance(package, dict) or not isinstance(package.get("resources"), list):
        return package
    return package | {"resources": {str(r.get("name")): r for r in package["resources"] if isinstance(r, dict)}}


def _tables(root: Path) -> dict[TableName, list[TableFile]]:
    names = tuple(shards(sum(1 for _ in json_files(root / JSON))))
    return {t.name: [_table(root / PARQUET / table_file(t.name, name)) for name in names] for t in TABLES}


def _table(path: Path) -> TableFile:
    """A table's file as it is; of one that cannot be read, what can be said."""
    name = f"{PARQUET}/{path.name}"
    try:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return TableFile(name, 0, str(error.strerror), 0)
    try:
        rows = pq.read_metadata(path).num_rows
    except (OSError, pa.ArrowException):
        rows = 0
    return TableFile(name, path.stat().st_size, digest, rows)


def _json_files(root: Path) -> JsonFiles:
    """The json/ folder as it is: the hash is told in docs/dataset.md."""
    lines, paths = sha256(), tuple(json_files(root / JSON))
    for path in paths:
        lines.update(f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n".encode())
    return JsonFiles(len(paths), lines.hexdigest())
