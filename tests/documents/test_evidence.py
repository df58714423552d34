"""Each text of each record of the samples is printed where its evidence says, by both readers; no word is lost."""

from pathlib import Path

import pytest

from tests.support.accounted import assert_accounted
from tests.support.documents import SAMPLES, converted, lexicon_for, pages_of
from tests.support.traceable import assert_traceable

every_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


@every_sample
def test_every_text_is_that_of_its_evidence(path: Path) -> None:
    readings = {reader: pages_of(path, reader) for reader in ("pdfium", "pdfplumber")}
    assert_traceable(converted(path), readings, lexicon_for(path))


@every_sample
def test_every_word_of_a_plan_table_is_accounted_for(path: Path) -> None:
    assert_accounted(converted(path), pages_of(path, "pdfium"))


@every_sample
def test_records_are_well_linked(path: Path) -> None:
    document = converted(path)
    ids = [record.record_id for record in document.records]
    assert len(set(ids)) == len(ids)
    for index, record in enumerate(document.records):
        assert record.parent_id is None or record.parent_id in ids[:index], "a parent stands above its children"
        assert record.page in record.pages
        assert set(record.pages) <= set(range(1, document.document.page_count + 1))
        assert list(record.pages) == sorted(set(record.pages))
