"""Dated promises of running text become records only where asked for."""

from pathlib import Path

import pytest

from extract.lines import lines_of
from extract.reading import read_pdf
from extract.vocabulary import lexicon_of
from models import Kind, PlanDocument
from planledger.convert import convert_document
from tests.support.traceable import assert_traceable

SAMPLES = Path(__file__).parents[2] / "samples"


def read(name: str, prose: bool) -> PlanDocument:
    return convert_document((SAMPLES / name).read_bytes(), name, f"file:///{name}", prose=prose)


@pytest.fixture(scope="module", params=sorted(p.name for p in SAMPLES.glob("*.pdf")))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_records_of_tables_stay_as_they_are(name: str) -> None:
    without, with_prose = read(name, prose=False), read(name, prose=True)
    assert not any(r.kind is Kind.COMMITMENT for r in without.records)
    assert tuple(r for r in with_prose.records if r.kind is not Kind.COMMITMENT) == without.records
    assert with_prose.model_copy(update={"records": without.records}) == without


def test_commitments_are_traceable_and_less_sure(name: str) -> None:
    plan = read(name, prose=True)
    commitments = tuple(r for r in plan.records if r.kind is Kind.COMMITMENT)
    assert all(r.confidence < 0.7 and r.flags == ("from_prose",) for r in commitments)
    assert len({r.record_id for r in plan.records}) == len(plan.records)
    pages = read_pdf((SAMPLES / name).read_bytes(), "pdfium").pages
    lexicon = lexicon_of(line for page in pages for line in lines_of(page.words))
    assert_traceable(plan.model_copy(update={"records": commitments}), {"pdfium": pages}, lexicon)


def test_a_statement_in_prose_promises_a_dozen_things() -> None:
    plan = read("thornley-vale-leaders-statement-2010.pdf", prose=True)
    promised = {r.action: [d.due_date.isoformat() for d in r.deadlines if d.due_date] for r in plan.records}
    sentence = "The Head of Housing will bring a plan for the second phase to the Cabinet in September 2010."
    assert promised[sentence] == ["2010-09-30"]
    assert len(promised) > 11
    assert [r.page for r in plan.records] == sorted(r.page for r in plan.records)
