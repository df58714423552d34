"""The benchmark's reading of structure files and its table of figures."""

from pathlib import Path

from bench.adjacency import GridCell, Score
from bench.icdar import Result, documents, table, wanted

STRUCTURE = """<document><table id='1'><region id='1' page='2'>
<cell start-row='0' start-col='0' end-col='1'><content>Trees</content></cell>
<cell start-row='1' start-col='0'><content>12</content></cell>
</region></table></document>"""


def test_a_structure_file_says_the_tables_by_page(tmp_path: Path) -> None:
    folder = tmp_path / "icdar2013"
    folder.mkdir()
    for name in ("a.pdf", "b.pdf"):
        (folder / name).touch()
    (folder / "a-str.xml").write_text(STRUCTURE)
    (path,) = documents(tmp_path)
    assert path.name == "a.pdf"
    assert wanted(path) == {2: [[GridCell(0, 0, 0, 1, "Trees"), GridCell(1, 1, 0, 0, "12")]]}


def test_the_table_gives_each_document_and_the_means() -> None:
    result = Result("planledger", (Score(1, 2, 1), Score(1, 1, 2)))
    lines = [line.split() for line in table([Path("a.pdf"), Path("b.pdf")], [result])]
    assert lines[2:] == [
        ["a", "0.500", "1.000", "0.667"],
        ["b", "1.000", "0.500", "0.667"],
        ["mean", "0.750", "0.750", "0.750"],
    ]
