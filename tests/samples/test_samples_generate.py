"""The committed samples are what the script writes, and their expected records are well formed and in print."""

import json
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
import reportlab

from models import Deadline, Kind, Owner, Record, Status
from samples.generate import LAYOUTS, PINNED, generate

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = sorted(layout.NAME for layout in LAYOUTS)
NOT_BY_HAND = {"record_id", "parent_id", "other", "pages", "confidence", "flags", "evidence"}
RECORD_FIELDS = Record.model_fields.keys() - NOT_BY_HAND | {"parent"}
TEXTS = ("action", "outcome", "progress", "owner_text")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    generate(folder)
    return folder


def page_texts(path: Path) -> list[str]:
    with pdfium.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def expected(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((SAMPLES / f"{name}.expected.json").read_text(encoding="utf-8"))
    return content


def letters(text: str) -> str:
    return "".join(text.replace("\ufffe", "-").replace("\x02", "-").split())


def test_every_committed_sample_has_its_layout_and_its_records() -> None:
    assert sorted(path.stem for path in SAMPLES.glob("*.pdf")) == NAMES
    assert sorted(path.name.removesuffix(".expected.json") for path in SAMPLES.glob("*.expected.json")) == NAMES
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_script_writes_the_committed_words_and_records(name: str, fresh: Path) -> None:
    assert page_texts(fresh / f"{name}.pdf") == page_texts(SAMPLES / f"{name}.pdf")
    records = f"{name}.expected.json"
    assert (fresh / records).read_text(encoding="utf-8") == (SAMPLES / records).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_script_writes_the_committed_bytes(name: str, fresh: Path) -> None:
    here = (reportlab.Version, zlib.ZLIB_RUNTIME_VERSION)
    if here != PINNED:
        pytest.skip(f"bytes are those of reportlab and zlib {PINNED}; here are {here}")
    assert (fresh / f"{name}.pdf").read_bytes() == (SAMPLES / f"{name}.pdf").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_the_document_facts_are_those_of_the_file(name: str) -> None:
    facts = expected(name)["document"]
    assert facts["source_name"] == f"{name}.pdf"
    assert facts["page_count"] == len(page_texts(SAMPLES / f"{name}.pdf"))
    assert date.fromisoformat(facts["period_start"]) < date.fromisoformat(facts["period_end"])
    records = expected(name)["records"]
    assert (Status(facts["status"]) is Status.CONVERTED) == bool(records)
    first_pages = letters("".join(page_texts(SAMPLES / f"{name}.pdf")))
    assert all(letters(word) in first_pages for word in f"{facts['title']} {facts['organisation']}".split())


@pytest.mark.parametrize("name", NAMES)
def test_the_expected_records_have_the_shape_of_the_dataset(name: str) -> None:
    content = expected(name)
    seen: set[str] = set()
    for record in content["records"]:
        assert record.keys() == RECORD_FIELDS
        assert 1 <= record["page"] <= content["document"]["page_count"]
        assert Kind(record["kind"]) is not Kind.COMMITMENT
        assert record["parent"] is None or record["parent"] in seen
        assert record["deadline_text"] or not record["deadlines"]
        assert record["owner_text"] or not record["owners"]
        for owner in record["owners"]:
            Owner(**owner, rule="by hand")
        for deadline in record["deadlines"]:
            Deadline(**deadline, text=record["deadline_text"], rule="by hand")
        seen |= {record["ref"] or record["action"], record["action"]}


@pytest.mark.parametrize("name", NAMES)
def test_the_expected_texts_are_in_print_where_they_are_said_to_be(name: str) -> None:
    pages = [letters(text) for text in page_texts(SAMPLES / f"{name}.pdf")]
    for record in expected(name)["records"]:
        begins = record["page"] - 1
        printed = "".join(pages[max(0, begins - 1) : begins + 2])
        texts = [record[field] for field in TEXTS if record[field]]
        assert [word for text in texts for word in text.split() if word not in printed] == []
        assert record["action"].split()[0] in pages[begins]
        for owner in record["owners"]:
            assert owner["inherited"] or owner["name"] in record["owner_text"]


def test_the_samples_differ_in_page_size_rotation_and_producer() -> None:
    looks = set()
    for name in NAMES:
        with pdfium.PdfDocument(SAMPLES / f"{name}.pdf") as document:
            width, height = document[0].get_size()
            looks.add(
                (round(width), round(height), document[0].get_rotation(), document.get_metadata_value("Producer"))
            )
    assert {(1191, 842, 90), (842, 595, 0), (595, 842, 0), (612, 792, 0)} <= {look[:3] for look in looks}
    assert len({look[3] for look in looks}) >= 4
