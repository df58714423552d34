"""Documents of the ICDAR 2013 table competition, where a reference corpus holds them: their tables are found.

The corpus is the folder that PLANLEDGER_CORPUS names (by default `shared` beside the repository); it holds `icdar2013/`
with PDFs and their structure files.
"""

import os
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

import planledger.tables
from bench.icdar import Result, by_planledger, documents, measure
from extract.page import Page, Pages
from extract.reading import read_pdf
from tests.support.documents import REPOSITORY

CORPUS = Path(os.environ.get("PLANLEDGER_CORPUS") or REPOSITORY.parent / "shared").resolve()
PATHS = documents(CORPUS)
pytestmark = pytest.mark.skipif(
    not PATHS, reason=f"no reference corpus: {CORPUS} has no icdar2013; PLANLEDGER_CORPUS says where"
)


@lru_cache(maxsize=64)
def pages(data: bytes, reader: str = "pdfium") -> Pages:
    return read_pdf(data)


def measured(monkeypatch: pytest.MonkeyPatch, without: str = "") -> Result:
    """The scores, with the vertical rulings of all pages taken away, or every ruling and shade."""

    def bare(page: Page) -> Page:
        kept = tuple(r for r in page.rulings if without == "" or (without == "vertical" and not r.vertical))
        return replace(page, rulings=kept, fills=() if without == "all" else page.fills)

    def read(data: bytes, reader: str) -> Pages:
        whole = pages(data)
        return replace(whole, pages=tuple(map(bare, whole.pages)))

    monkeypatch.setattr(planledger.tables, "read_pdf", read)
    return measure("planledger", by_planledger, PATHS)


def test_tables_are_found_end_to_end(monkeypatch: pytest.MonkeyPatch) -> None:
    result = measured(monkeypatch)
    assert result.f1 >= 0.95
    assert min(s.recall for s in result.scores) >= 0.80


def test_tables_are_found_without_their_vertical_rulings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert measured(monkeypatch, "vertical").f1 >= 0.85


def test_tables_are_found_by_white_space_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert measured(monkeypatch, "all").f1 >= 0.65
