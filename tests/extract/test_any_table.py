"""Whatever a table holds, its records say what is printed, and stand where it is printed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.geometry import Box
from extract.lines import lines_of
from extract.reread import text_at
from extract.vocabulary import lexicon_of
from tests.support.any_tables import any_tables
from tests.support.plans import on_pages, read
from tests.support.printed import table
from tests.support.traceable import evidence_text, text_fields


@settings(deadline=None, max_examples=60)
@given(st.lists(any_tables(), min_size=1, max_size=2))
def test_every_text_is_that_of_its_evidence(drawn: list[tuple[str, ...]]) -> None:
    pages = on_pages(*(table(*rows) for rows in drawn))
    lexicon = lexicon_of(line for page in pages for line in lines_of(page.words))
    for record in read(pages).records:
        for field, text in text_fields(record):
            assert evidence_text(field, record.evidence, lexicon) == text
        for entry in record.evidence:
            assert text_at(pages[entry.page - 1], Box(*entry.bbox), lexicon) == entry.text


@settings(deadline=None, max_examples=40)
@given(st.lists(any_tables(), min_size=1, max_size=2))
def test_records_are_in_reading_order_and_stand_under_earlier_ones(drawn: list[tuple[str, ...]]) -> None:
    found = read(on_pages(*(table(*rows) for rows in drawn))).records
    assert [r.page for r in found] == sorted(r.page for r in found)
    for index, record in enumerate(found):
        assert record.action
        assert record.parent is None or 0 <= record.parent < index
        assert record.page in record.pages
        assert list(record.pages) == sorted(set(record.pages))
