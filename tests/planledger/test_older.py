"""Datasets of other schema versions: read, brought to this version, or refused, and what a run makes of them."""

import json
import shutil
from copy import copy
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from models import SCHEMA_VERSION
from models.arrow import arrow_schema
from models.rows import rows
from models.tables import TABLES, CellType
from planledger.cli import app
from planledger.dataset import read_documents
from planledger.errors import DatasetError, Exit, UsageError
from planledger.index import Index
from planledger.layout import JSON, MANIFEST, STAGING, json_file, json_files
from planledger.older import documents
from planledger.published import published
from planledger.verify.dataset import document_files, verify_dataset
from planledger.verify.finding import Check
from tests.planledger.test_runs import Archive
from tests.support.older import make_older, older_bytes, older_reading

TRUE = Path(__file__).parent / "older"
"""A sample's datasets as the code of those versions wrote them."""
OLDER = ("1.0", "1.1")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Three documents; the file of one is gone. Not to be changed."""
    found = Archive(tmp_path_factory.mktemp("archive"))
    found.write(a="Publish the plan\nReview it", b="Train all managers", c="Close the depot")
    found.run()
    (found.plans / "c.pdf").unlink()
    found.run()
    return found


@pytest.fixture
def archive(converted: Archive, tmp_path: Path) -> Archive:
    """The same, to be changed."""
    found = copy(converted)
    found.out = Path(shutil.copytree(converted.out, tmp_path / "out"))
    return found


def command(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(word) for word in words])
    return result.exit_code, " ".join((result.output + result.stderr).split())


@pytest.mark.parametrize("version", OLDER)
def test_the_documents_of_an_older_version_are_read(version: str) -> None:
    (plan,) = read_documents(TRUE / version)
    assert plan.schema_version == SCHEMA_VERSION
    assert len(plan.records) == 3
    assert plan.document.also_at == ()
    assert bool(plan.tables) == (version == "1.1")


@pytest.mark.parametrize("version", OLDER)
def test_the_tables_of_an_older_version_are_read_as_those_of_this_one(version: str) -> None:
    (plan,) = read_documents(TRUE / version)
    for table in TABLES:
        (path,) = published(TRUE / version).tables[table.name]
        found = pq.read_table(path)
        assert found.schema.equals(arrow_schema(table))
        maps = [column.name for column in table.columns if column.type is CellType.TEXT_BY_NAME]
        told = [row | {name: dict(row[name]) for name in maps} for row in found.to_pylist()]
        assert told == list(rows(plan, table.name))


@pytest.mark.parametrize("version", OLDER)
def test_commands_that_read_take_an_older_version(version: str) -> None:
    code, said = command("status", TRUE / version)
    assert (code, "converted 1 3" in said) == (0, True)
    verification = verify_dataset(TRUE / version, document_files(TRUE / version), "pdfplumber")
    (verdict,) = verification.documents
    assert (verification.shared, [finding.check for finding in verdict.findings]) == ((), [Check.SOURCE])


def test_verify_sees_what_is_wrong_with_an_older_version(tmp_path: Path) -> None:
    root = Path(shutil.copytree(TRUE / "1.0", tmp_path / "old"))
    (path,) = json_files(root / JSON)
    path.write_bytes(path.read_bytes().replace(b'"confidence": 1', b'"confidence": 0'))
    (root / "parquet" / "owners.parquet").write_bytes((root / "parquet" / "residue.parquet").read_bytes())
    found = {finding.what for finding in verify_dataset(root, document_files(root), "pdfplumber").shared}
    assert {"datapackage.json json.hash", "datapackage.json resources.owners.hash"} <= found


@pytest.mark.parametrize(("version", "read"), [("1.0", ["a.pdf", "b.pdf"]), ("1.1", [])])
def test_a_run_brings_a_dataset_of_an_older_version_to_this_one(
    archive: Archive, version: str, read: list[str]
) -> None:
    wanted = archive.bytes()
    make_older(archive.out, version)
    assert archive.bytes().keys() != wanted.keys() or archive.bytes() != wanted
    assert archive.run() == read
    assert archive.bytes() == wanted
    assert archive.run() == []
    assert archive.bytes() == wanted


def test_bringing_up_can_be_broken_off(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = archive.bytes()
    make_older(archive.out, "1.1")
    older = archive.bytes()
    restage, left = documents._restage, [2]

    def break_off(*given: object) -> None:
        left[0] -= 1
        if not left[0]:
            raise KeyboardInterrupt
        restage(*given)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(documents, "_restage", break_off)
        archive.run()
    assert {name: data for name, data in archive.bytes().items() if not name.startswith(STAGING)} == older
    assert archive.run() == []
    assert archive.bytes() == wanted


def test_what_an_older_program_had_staged_is_brought_up_too(archive: Archive, tmp_path: Path) -> None:
    archive.plans = Path(shutil.copytree(archive.plans, tmp_path / "more"))
    archive.write(d="Open the library", e="Plant a wood", f="Light the park")
    archive.broken_off(after=1)
    index = Index(archive.out)
    staged = list(index.staged())
    for reading in staged:
        path = archive.out / STAGING / JSON / json_file(reading.document_id)
        path.write_bytes(older_bytes(path.read_bytes(), "1.1"))
        index.keep(older_reading(reading, path.read_bytes(), "1.1"), staged=True)
    index.close()
    assert len(archive.run()) < 3
    assert {json.loads(path.read_bytes())["schema_version"] for path in json_files(archive.out / JSON)} == {
        SCHEMA_VERSION
    }


def rewrite(path: Path, **values: object) -> None:
    path.write_text(json.dumps(json.loads(path.read_bytes()) | values))


def make_newer(root: Path) -> None:
    """Gives a dataset a later minor version, with a field, a column and a table that this one does not know."""
    package = json.loads((root / MANIFEST).read_bytes())
    table = package["resources"][0] | {"name": "journeys", "path": "parquet/journeys.parquet"}
    rewrite(root / MANIFEST, schema_version="1.99", resources=[*package["resources"], table])
    for path in json_files(root / JSON):
        value = json.loads(path.read_bytes())
        value["records"] = [record | {"mood": "hopeful"} for record in value["records"]]
        path.write_text(json.dumps(value | {"schema_version": "1.99", "journeys": []}))
    path = root / "parquet" / "records.parquet"
    found = pq.read_table(path)
    pq.write_table(found.append_column("mood", found["action"]), path)


def test_of_a_newer_minor_version_what_is_known_is_read(archive: Archive) -> None:
    wanted = list(read_documents(archive.out))
    make_newer(archive.out)
    assert list(read_documents(archive.out)) == wanted
    for table in TABLES:
        for path in published(archive.out).tables[table.name]:
            assert pq.read_schema(path).names == arrow_schema(table).names


def test_a_word_that_is_new_in_a_newer_version_is_an_error(archive: Archive) -> None:
    make_newer(archive.out)
    path = next(json_files(archive.out / JSON))
    value = json.loads(path.read_bytes())
    rewrite(path, document=value["document"] | {"status": "dreamt"})
    with pytest.raises(DatasetError, match=r"schema 1\.99.*document\.status"):
        list(read_documents(archive.out))


@pytest.mark.parametrize("version", ["1.99", "2.0"])
def test_a_newer_version_is_not_written_into(archive: Archive, version: str) -> None:
    rewrite(archive.out / MANIFEST, schema_version=version)
    before = archive.bytes()
    code, said = command("convert", archive.plans, "--out", archive.out)
    assert code == Exit.USAGE
    assert f"is of schema {version}" in said
    assert "upgrade Planledger" in said
    assert archive.bytes() == before


@pytest.mark.parametrize("words", [("status",), ("verify",)])
def test_another_major_version_is_refused_in_one_line(archive: Archive, words: tuple[str, ...]) -> None:
    rewrite(archive.out / MANIFEST, schema_version="2.0")
    code, said = command(*words, archive.out)
    assert code == Exit.USAGE
    assert "is of schema 2.0" in said
    assert "upgrade Planledger" in said


def test_a_document_of_another_major_version_is_refused(archive: Archive) -> None:
    rewrite(next(json_files(archive.out / JSON)), schema_version="2.0")
    with pytest.raises(DatasetError, match=r"is of schema 2\.0.*upgrade Planledger"):
        list(read_documents(archive.out))


@pytest.mark.parametrize("content", ["[]", "{", '{"name": "theirs", "schema_version": "1.0", "resources": []}'])
def test_another_package_is_no_dataset(tmp_path: Path, content: str) -> None:
    (tmp_path / MANIFEST).write_text(content)
    with pytest.raises(UsageError, match="not a Planledger dataset"):
        published(tmp_path)
