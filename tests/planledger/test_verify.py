"""A fresh dataset holds; whatever is tampered with, one thing at a time, is found and named."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from models.arrow import arrow_schema
from models.tables import TABLES, TableName
from planledger.publish import prepare, publish
from planledger.verify.dataset import document_files, verify_dataset
from planledger.verify.finding import Check, Verification
from tests.support.datasets import make_dataset
from tests.support.documents import REPOSITORY, SAMPLES

PLAN = REPOSITORY / "samples" / "castlemere-people-strategy-2005.pdf"
"""Has steps under actions, a cut row and words left over; its last record is a step."""
OTHER = REPOSITORY / "samples" / "fenbridge-performance-report-2006.pdf"

Content = dict[str, Any]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of the plan, not to be changed."""
    root = tmp_path_factory.mktemp("converted")
    make_dataset([PLAN], root)
    return root


@pytest.fixture
def dataset(converted: Path, tmp_path: Path) -> Path:
    """A copy of it, to be tampered with."""
    return Path(shutil.copytree(converted, tmp_path / "dataset"))


def verified(root: Path) -> Verification:
    return verify_dataset(root, document_files(root), "pdfplumber")


def found(root: Path) -> set[tuple[Check, str]]:
    """What differs, each with the check that found it."""
    verification = verified(root)
    findings = [*verification.shared, *(f for verdict in verification.documents for f in verdict.findings)]
    return {(finding.check, finding.what) for finding in findings}


def document_file(root: Path) -> Path:
    (path,) = (root / "json").rglob("*.json")
    return path


def tampered(root: Path, change: Callable[[Content], object]) -> None:
    """Changes the document and makes tables and hashes anew, as a forger would who knows what is checked."""
    path = document_file(root)
    content = json.loads(path.read_bytes())
    change(content)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (root / "datapackage.json").unlink()  # without it every table is made anew
    prepare(root)
    publish(root)


def test_a_fresh_dataset_holds(tmp_path: Path) -> None:
    make_dataset([REPOSITORY / "samples"], tmp_path)
    verification = verified(tmp_path)
    assert verification.held, verification
    assert {verdict.name for verdict in verification.documents} == {path.name for path in SAMPLES}
    assert all(verdict.boxes >= verdict.records for verdict in verification.documents)
    assert sum(verdict.boxes for verdict in verification.documents) > 500


def test_a_dataset_of_unreadable_files_holds(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_text("no PDF")
    make_dataset([tmp_path / "broken.pdf"], tmp_path / "out")
    assert verified(tmp_path / "out").held


def _text(content: Content) -> None:
    content["records"][0]["action"] += " soon"


def _text_and_evidence(content: Content) -> None:
    _text(content)
    content["records"][0]["evidence"][0]["text"] += " soon"


def _one_letter(content: Content) -> None:
    content["records"][1]["evidence"][1]["text"] = content["records"][1]["action"].replace("forms", "farms")
    content["records"][1]["action"] = content["records"][1]["evidence"][1]["text"]


def _heading(content: Content) -> None:
    for record in content["records"]:
        record["context"] = []


def _box(content: Content) -> None:
    evidence = content["records"][16]["evidence"][0]
    x0, top, x1, bottom = evidence["bbox"]
    evidence["bbox"] = [x0, top + 40, x1, bottom + 40]


def _page(content: Content) -> None:
    content["records"][0]["evidence"][0]["page"] = 99


def _dropped(content: Content) -> None:
    content["records"].pop()


def _dropped_parent(content: Content) -> None:
    del content["records"][0]


def _twice(content: Content) -> None:
    content["records"][2]["record_id"] = content["records"][0]["record_id"]


def _parent(content: Content) -> None:
    content["records"][1]["parent_id"] = "0" * 16


def _parent_below(content: Content) -> None:
    content["records"][1]["parent_id"] = content["records"][2]["record_id"]


def _pages(content: Content) -> None:
    content["records"][0]["pages"] = [1]


def _residue(content: Content) -> None:
    content["residue"] = []


def _residue_text(content: Content) -> None:
    content["residue"][0]["text"] = "2007-08"


def _reason(content: Content) -> None:
    content["residue"][0]["reason"] = ""


def _claimed(content: Content) -> None:
    content["coverage"]["claimed_words"] += 1
    content["coverage"]["table_words"] += 1


def _words(content: Content) -> None:
    content["coverage"]["table_words"] -= 1


def _page_count(content: Content) -> None:
    content["document"]["page_count"] += 1


def _size(content: Content) -> None:
    content["document"]["source_bytes"] += 1


def _uri(content: Content) -> None:
    content["document"]["source_uri"] = "https://example.org/plan.pdf"


@pytest.mark.parametrize(
    ("change", "check", "what"),
    [
        (_text, Check.TEXT, "action"),
        (_text_and_evidence, Check.EVIDENCE, "action"),
        (_one_letter, Check.EVIDENCE, "action"),
        (_heading, Check.TEXT, "context/0"),
        (_box, Check.EVIDENCE, "action"),
        (_page, Check.EVIDENCE, "action"),
        (_dropped, Check.LEDGER, "words claimed"),
        (_dropped_parent, Check.KEYS, "parent_id"),
        (_twice, Check.KEYS, "record_id"),
        (_parent, Check.KEYS, "parent_id"),
        (_parent_below, Check.KEYS, "parent_id"),
        (_pages, Check.KEYS, "page"),
        (_residue, Check.LEDGER, "words left over"),
        (_residue_text, Check.LEDGER, "residue"),
        (_reason, Check.LEDGER, "residue"),
        (_claimed, Check.LEDGER, "words claimed"),
        (_words, Check.LEDGER, "words left over"),
        (_page_count, Check.SOURCE, "page_count"),
        (_size, Check.SOURCE, "source_bytes"),
        (_uri, Check.SOURCE, "source_uri"),
    ],
)
def test_what_a_forger_changes_everywhere_is_found(
    dataset: Path, change: Callable[[Content], object], check: Check, what: str
) -> None:
    tampered(dataset, change)
    findings = found(dataset)
    assert (check, what) in findings
    assert not {Check.TABLES, Check.PACKAGE} & {check for check, _ in findings}, "tables and hashes were made anew"


def test_a_finding_names_its_place_and_both_texts(dataset: Path) -> None:
    tampered(dataset, _residue_text)
    ((finding,),) = (verdict.findings for verdict in verified(dataset).documents)
    assert (finding.page, finding.recorded, finding.found) == (2, "2007-08", "2006-07")
    tampered(dataset, _text_and_evidence)
    finding = verified(dataset).documents[0].findings[0]
    assert finding.record_id == json.loads(document_file(dataset).read_bytes())["records"][0]["record_id"]


def test_a_record_taken_from_the_json_alone_shows_in_tables_and_hashes(dataset: Path) -> None:
    path = document_file(dataset)
    content = json.loads(path.read_bytes())
    content["records"].pop()
    path.write_text(json.dumps(content), encoding="utf-8")
    what = found(dataset)
    assert (Check.PACKAGE, "datapackage.json json.hash") in what
    assert {(Check.TABLES, "records.parquet row 40"), (Check.LEDGER, "words claimed")} <= what


def test_a_file_whose_form_alone_was_changed_shows_in_the_hash(dataset: Path) -> None:
    path = document_file(dataset)
    path.write_text(json.dumps(json.loads(path.read_bytes())), encoding="utf-8")
    assert found(dataset) == {(Check.PACKAGE, "datapackage.json json.hash")}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda content: content["document"].update(pages=3), "document.pages"),
        (lambda content: content["records"][0].pop("action"), "records.0.action"),
        (lambda content: content["records"][0].pop("flags"), "records.0.flags"),
        (lambda content: content["document"].update(page_count="5"), "document.page_count"),
        (lambda content: content["records"][0].update(kind="wish"), "records.0.kind"),
    ],
)
def test_a_file_unlike_the_schema_is_found(dataset: Path, change: Callable[[Content], object], what: str) -> None:
    path = document_file(dataset)
    content = json.loads(path.read_bytes())
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    assert (Check.SCHEMA, what) in found(dataset)


def test_a_file_under_another_name_is_found(dataset: Path) -> None:
    path = document_file(dataset)
    path.rename(path.with_name(f"{'0' * 64}.json"))
    assert (Check.KEYS, "name of the file") in found(dataset)


def test_a_file_that_is_no_json_is_found(dataset: Path) -> None:
    document_file(dataset).write_bytes(b"\xff{")
    assert (Check.SCHEMA, "the file") in found(dataset)


def _rewrite(root: Path, table: TableName, change: Callable[[list[Content]], object]) -> None:
    """Changes the rows of a table."""
    path = root / "parquet" / f"{table}.parquet"
    rows = pq.read_table(path).to_pylist()
    change(rows)
    schema = arrow_schema(next(t for t in TABLES if t.name is table))
    pq.write_table(pa.Table.from_pylist(rows, schema), path)


@pytest.mark.parametrize(
    ("table", "change", "what"),
    [
        (TableName.RECORDS, lambda rows: rows[3].update(action="Sit still"), "records.parquet.action row 3"),
        (TableName.RECORDS, lambda rows: rows.pop(3), "records.parquet row 3"),
        (TableName.RECORDS, lambda rows: rows.reverse(), "records.parquet"),
        (TableName.OWNERS, lambda rows: rows.append(rows[0] | {"position": 7}), "owners.parquet row 7"),
        (TableName.OWNERS, lambda rows: rows.append(rows[0]), "owners.parquet"),
        (TableName.DEADLINES, lambda rows: rows[0].update(due_date=None), "deadlines.parquet.due_date row 0"),
        (TableName.EVIDENCE, lambda rows: rows[0].update(x0=1.5), "evidence.parquet.x0 row 0"),
        (TableName.RESIDUE, lambda rows: rows.clear(), "residue.parquet row 0"),
        (TableName.DOCUMENTS, lambda rows: rows[0].update(title=None), "documents.parquet.title"),
        (
            TableName.DOCUMENTS,
            lambda rows: rows.append(rows[0] | {"document_id": "f" * 64}),
            "parquet/documents.parquet",
        ),
    ],
)
def test_a_table_unlike_the_json_is_found(
    dataset: Path, table: TableName, change: Callable[[list[Content]], object], what: str
) -> None:
    _rewrite(dataset, table, change)
    findings = found(dataset)
    assert (Check.TABLES, what) in findings
    assert (Check.PACKAGE, f"datapackage.json resources.{table}.hash") in findings


def test_tables_that_are_missing_broken_or_of_another_shape_are_found(dataset: Path) -> None:
    (dataset / "parquet" / "owners.parquet").unlink()
    (dataset / "parquet" / "residue.parquet").write_bytes(b"PAR1")
    pq.write_table(pa.table({"document_id": ["a"]}), dataset / "parquet" / "evidence.parquet")
    shared = {f.what: f.found for f in verified(dataset).shared if f.check is Check.TABLES}
    assert shared["parquet/owners.parquet"] == "no such file"
    assert shared["parquet/residue.parquet"].startswith("cannot be read")
    assert shared["parquet/evidence.parquet"] == "column document_id is string or null, not string"


@pytest.mark.parametrize("text", [None, "{", "[]", "null"])
def test_a_description_that_is_missing_or_broken_is_found(dataset: Path, text: str | None) -> None:
    (dataset / "datapackage.json").unlink()
    if text is not None:
        (dataset / "datapackage.json").write_text(text)
    assert {check for check, _ in found(dataset)} == {Check.PACKAGE}


def test_a_description_with_other_figures_is_found(dataset: Path) -> None:
    path = dataset / "datapackage.json"
    package = json.loads(path.read_bytes())
    package["resources"][1]["files"][0]["rows"] += 1
    package["json"]["files"] = 2
    path.write_text(json.dumps(package))
    assert found(dataset) == {
        (Check.PACKAGE, "datapackage.json json.files"),
        (Check.PACKAGE, "datapackage.json resources.records.files.0.rows"),
    }


@pytest.fixture
def movable(tmp_path: Path) -> Path:
    """A dataset of two documents in `dataset/`, whose sources in `plans/` can be tampered with."""
    (tmp_path / "plans").mkdir()
    for path in (PLAN, OTHER):
        shutil.copy(path, tmp_path / "plans")
    make_dataset([tmp_path / "plans"], tmp_path / "dataset")
    return tmp_path


def test_a_source_with_one_other_byte_is_found(movable: Path) -> None:
    source = movable / "plans" / OTHER.name
    data = bytearray(source.read_bytes())
    data[len(data) // 2] ^= 1
    source.write_bytes(bytes(data))
    changed, other = sorted(verified(movable / "dataset").documents, key=lambda verdict: verdict.held)
    assert changed.name == OTHER.name
    assert [(f.check, f.what) for f in changed.findings] == [(Check.SOURCE, "document_id")]
    assert other.held


def test_a_source_that_is_gone_is_told_and_the_others_are_checked(movable: Path) -> None:
    (movable / "plans" / OTHER.name).unlink()
    gone, other = sorted(verified(movable / "dataset").documents, key=lambda verdict: verdict.held)
    assert (gone.name, gone.gone, gone.boxes) == (OTHER.name, "no such file", 0)
    assert (other.name, other.held) == (PLAN.name, True)
    assert other.boxes > 100


def test_a_document_that_the_check_stumbles_over_leaves_the_others(
    movable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(document: object, data: bytes) -> list[object]:
        if data == (movable / "plans" / OTHER.name).read_bytes():
            raise RecursionError("too deep\nby far")
        return []

    monkeypatch.setattr("planledger.verify.document.source_findings", stumble)
    verdicts = verified(movable / "dataset").documents
    assert [f.found for v in verdicts for f in v.findings] == ["RecursionError: too deep by far"]
    assert sorted(v.held for v in verdicts) == [False, True]
