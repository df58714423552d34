"""The benchmark's arithmetic and its choice of files; the timing itself is left to whoever runs it."""

from pathlib import Path

from bench.engines import Timing, corpus, page_count, table
from tests.planledger import pdfs


def test_the_table_gives_milliseconds_per_page_and_ratios() -> None:
    lines = list(table([Timing("a.pdf", 2, (0.02, 0.2, 0.8)), Timing("b.pdf", 8, (0.08, 0.1, 0.8))]))
    assert lines[0].split() == ["ms", "per", "page", "pages", "planledger", "pdfplumber", "camelot"]
    assert lines[1].split() == ["a.pdf", "2", "10.0", "1.0", "x", "100.0", "10.0", "x", "400.0", "40.0", "x"]
    assert lines[3].split() == ["all", "pages", "10", "10.0", "1.0", "x", "30.0", "3.0", "x", "160.0", "16.0", "x"]
    assert len({len(line) for line in lines}) == 1


def test_a_corpus_is_a_folder_or_its_folder_of_plans(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").touch()
    (tmp_path / "notes.txt").touch()
    assert corpus(None) == []
    assert corpus(str(tmp_path)) == [tmp_path / "b.pdf"]
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/a.pdf").touch()
    assert corpus(str(tmp_path)) == [tmp_path / "plans/a.pdf"]


def test_pages_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdfs.prose(pages=3))
    assert page_count(tmp_path / "a.pdf") == 3
