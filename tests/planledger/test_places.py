"""Plans in folders, behind globs and links, and on lists: what is taken, what is told, what is forgotten."""

import os
import random
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planledger.due import Wanted
from planledger.errors import Exit, UsageError
from planledger.layout import STATE
from planledger.sources.inputs import find_places, find_source, find_sources
from planledger.sources.pattern import pattern, split
from tests.planledger.dataset_of import DatasetOf
from tests.planledger.test_cli import planledger

TREE = {
    "top.pdf": "Act 0",
    "2009/a.pdf": "Act 1",
    "2009/b.PDF": "Act 2",
    "2009/notes.txt": "no plan",
    "2010/c.pdf": "Act 3",
    "2010/deep/d.pdf": "Act 4",
    "[x].pdf": "Act 5",
}
PRUNE = Wanted(prune=True)


def plant(folder: Path, tree: dict[str, str]) -> Path:
    for name, text in tree.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    return plant(tmp_path / "plans", TREE)


@pytest.fixture
def dataset(tmp_path: Path) -> DatasetOf:
    return DatasetOf(tmp_path / "out")


def below(folder: Path, *inputs: str | Path) -> set[str]:
    return {source.uri.removeprefix(folder.as_uri() + "/") for source in find_sources(inputs)}


@pytest.mark.parametrize(
    ("glob", "taken"),
    [
        ("2009/*.pdf", {"2009/a.pdf"}),
        ("2009/*", {"2009/a.pdf", "2009/b.PDF"}),
        ("20??/?.pdf", {"2009/a.pdf", "2010/c.pdf"}),
        ("**/*.pdf", {"top.pdf", "2009/a.pdf", "2010/c.pdf", "2010/deep/d.pdf", "%5Bx%5D.pdf"}),
        ("2010/**", {"2010/c.pdf", "2010/deep/d.pdf"}),
        ("**/deep/**/*.pdf", {"2010/deep/d.pdf"}),
        ("20[!2]9/[a-b].*", {"2009/a.pdf", "2009/b.PDF"}),
        ("*/*/*.pdf", {"2010/deep/d.pdf"}),
        ("[x].pdf", {"%5Bx%5D.pdf"}),
    ],
)
def test_a_glob_takes_what_it_matches(plans: Path, glob: str, taken: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert below(plans, f"{plans}/{glob}") == taken
    monkeypatch.chdir(plans)
    assert below(plans, glob) == taken


@given(st.lists(st.sampled_from(["a", "b", "ab", "*", "a*", "?", "**", "[ab]"]), min_size=1, max_size=5), st.data())
def test_a_pattern_matches_its_own_instances(parts: list[str], data: st.DataObject) -> None:
    wanted = pattern(parts)
    names: list[str] = []
    for part in parts:
        fits = {"*": ["x", "yz"], "a*": ["a", "ac"], "?": ["q"], "[ab]": ["a", "b"]}
        if part == "**":
            names += data.draw(st.lists(st.sampled_from(["a", "deep"]), max_size=2))
        else:
            names.append(data.draw(st.sampled_from(fits.get(part, [part]))))
    if parts[-1] == "**":
        names.append("file")
    assert wanted.matches("/".join(names))
    assert not pattern([*(part for part in parts if part != "**"), "**", "never"]).matches("/".join(names))


def test_what_cannot_match_is_not_looked_into(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda folder: looked.append(Path(folder).name) or scandir(folder))
    below(plans, f"{plans}/20*/c.pdf")
    assert set(looked) == {"plans", "2009", "2010"}
    assert split("plans/2009/*.pdf")[0] == "plans/2009"


def test_a_glob_forgets_what_matched_it_and_is_gone(dataset: DatasetOf, plans: Path) -> None:
    dataset.run(f"{plans}/**/*.pdf", plans / "2009/b.PDF")
    (plans / "2010/c.pdf").unlink()
    (plans / "2009/b.PDF").unlink()
    dataset.run(f"{plans}/**/*.pdf")
    gone = {name for name, document in dataset.documents().items() if document.source_gone}
    assert gone == {"c.pdf"}
    dataset.run(f"{plans}/2009/*.PDF", plans / "top.pdf", wanted=PRUNE)
    assert set(dataset.documents()) == {"top.pdf", "a.pdf", "d.pdf", "[x].pdf"}
    assert dataset.read == []


def test_a_glob_that_matches_nothing_is_said(plans: Path) -> None:
    result = planledger("convert", f"{plans}/1999/*.pdf", "--out", plans / "out")
    assert result.exit_code == Exit.USAGE
    assert result.stderr == f"planledger: no .pdf file in {plans}/1999/*.pdf; name the folder that holds the PDFs\n"
    assert not (plans / "out").exists()


# Links


def test_a_link_out_of_the_folder_is_told_and_not_followed(dataset: DatasetOf, plans: Path, tmp_path: Path) -> None:
    outside = plant(tmp_path / "outside", {"secret.pdf": "Act 9", "folder/more.pdf": "Act 8"})
    (plans / "2009/link.pdf").symlink_to(outside / "secret.pdf")
    (plans / "linked").symlink_to(outside / "folder")
    dataset.run(plans)
    out = "links out of the folder"
    assert dataset.problems() == {"2009/link.pdf": out, "linked": out}
    assert not any("outside" in uri for uri in dataset.uris())
    assert len(dataset.documents()) == 6
    result = planledger("convert", plans, "--out", tmp_path / "cli", "--log-json")
    assert result.exit_code == Exit.SOME_NOT_CONVERTED
    assert [line for line in result.stderr.splitlines() if out in line and "not_converted" in line]
    dataset.run(f"{plans}/**/*.pdf")
    assert dataset.problems() == {"2009/link.pdf": out, "linked": out}


def test_links_inside_the_folder_are_the_files_that_they_lead_to(plans: Path) -> None:
    (plans / "again.pdf").symlink_to(plans / "2009/a.pdf")
    (plans / "more").symlink_to(plans / "2010")
    (plans / "2010/up").symlink_to(plans)
    assert below(plans, plans) == below(plans, *(plans / name for name in TREE if not name.endswith("txt")))


def test_links_in_a_ring_and_to_nowhere_are_told(dataset: DatasetOf, plans: Path) -> None:
    (plans / "ring.pdf").symlink_to(plans / "ring.pdf")
    (plans / "nowhere.pdf").symlink_to(plans / "gone.pdf")
    (plans / "nowhere.txt").symlink_to(plans / "gone.txt")
    dataset.run(plans)
    assert dataset.problems() == dict.fromkeys(("ring.pdf", "nowhere.pdf"), "a link that leads nowhere")


def test_a_link_that_is_named_is_followed(plans: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").symlink_to(plans)
    (tmp_path / "file.pdf").symlink_to(plans / "top.pdf")
    (tmp_path / "dots").symlink_to(plans / "2010")
    assert below(plans, tmp_path / "folder") == below(plans, plans)
    assert below(plans, tmp_path / "file.pdf") == {"top.pdf"}
    assert below(plans, f"{tmp_path}/dots/*.pdf") == {"2010/c.pdf"}


def test_a_folder_deeper_than_python_recurses(tmp_path: Path) -> None:
    top = folder = tmp_path / "top"
    try:
        for _ in range(1200):
            folder /= "d"
            folder.mkdir(parents=True)
        (folder / "a.pdf").write_text("Act")
        assert len(find_sources([top])) == 1
    finally:  # by what does not recurse itself, as pytest does
        subprocess.run(["rm", "-r", top], check=True)


# Lists


def write_list(path: Path, *rows: str, encoding: str = "utf-8") -> Path:
    path.write_text("\n".join(rows) + "\n", encoding=encoding)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_list_gives_its_documents_their_metadata(dataset: DatasetOf, plans: Path, encoding: str) -> None:
    listing = write_list(
        plans / "list.csv",
        "path,council,year",
        "2009/a.pdf,Ärmel,2009",
        f'{plans}/top.pdf,"Fen, and ""Bridge""",',
        f"{(plans / '[x].pdf').as_uri()},,",
        encoding=encoding,
    )
    dataset.run(listing)
    said = {name: document.metadata for name, document in dataset.documents().items()}
    assert said == {
        "a.pdf": {"council": "Ärmel", "year": "2009"},
        "top.pdf": {"council": 'Fen, and "Bridge"'},
        "[x].pdf": {},
    }
    rows = pq.read_table(dataset.out / "parquet/documents.parquet").to_pylist()
    assert {row["source_name"]: dict(row["metadata"]) for row in rows} == said


def test_changed_metadata_is_told_without_reading_again(dataset: DatasetOf, plans: Path) -> None:
    listing = write_list(plans / "list.csv", "path,year", "top.pdf,2008", "2009/a.pdf,2009")
    dataset.run(listing, plans)
    write_list(listing, "path,year,ward", "top.pdf,2008,North", "2009/a.pdf,2009,")
    dataset.run(listing, plans)
    assert dataset.read == []
    assert dataset.documents()["top.pdf"].metadata == {"year": "2008", "ward": "North"}
    before = dataset.bytes()
    dataset.run(plans)
    assert dataset.read == []
    assert dataset.bytes() == before, "a run without the list keeps what the list said"
    write_list(listing, "path,year", "2009/a.pdf,2009")
    dataset.run(listing)
    assert dataset.documents()["top.pdf"].metadata == {}
    assert not dataset.documents()["top.pdf"].source_gone, "the folder holds it still"


def test_what_only_a_list_named_goes_with_its_row(dataset: DatasetOf, plans: Path) -> None:
    listing = write_list(plans / "list.csv", "path", "top.pdf", "2009/a.pdf")
    dataset.run(listing)
    write_list(listing, "path", "top.pdf")
    dataset.run(listing)
    assert dataset.documents()["a.pdf"].source_gone
    dataset.run(listing, wanted=PRUNE)
    assert set(dataset.documents()) == {"top.pdf"}


def test_a_bad_row_is_told_with_its_line_and_costs_only_itself(dataset: DatasetOf, plans: Path) -> None:
    listing = write_list(
        plans / "list.csv",
        "path,year",
        "gone.pdf,1",
        "",
        '"2009",2',
        ",3",
        "top.pdf,4",
        "top.pdf,4",
        "top.pdf,5",
        '2009/b.PDF,"two\nlines",and more',
        "ftp://host/x.pdf,6",
        "zip://m.pdf::file:///no/such.zip,7",
        "file://elsewhere/x.pdf,8",
        "2009/a.pdf",
    )
    dataset.run(listing)
    assert set(dataset.documents()) == {"top.pdf", "a.pdf"}
    assert dataset.documents()["top.pdf"].metadata == {"year": "4"}
    assert dataset.problems() == {
        "gone.pdf": "no such file (list.csv, line 2)",
        "2009": "not a file (list.csv, line 4)",
        "list.csv": "no path (list.csv, line 5)",
        "top.pdf": "an earlier row says otherwise of the same file; that one counts (list.csv, line 8)",
        "2009/b.PDF": "the row has more cells than the list has columns (list.csv, line 9)",
        "ftp://host/x.pdf": "no place of a kind that can be opened: file:, zip:, s3:, gs:, az: (list.csv, line 11)",
        "m.pdf": "its archive cannot be opened: No such file or directory (list.csv, line 12)",
        "file://elsewhere/x.pdf": "only files of this machine (file:///...) can be opened (list.csv, line 13)",
    }
    (plans / "gone.pdf").write_text("Act 9")
    dataset.run(listing)
    assert dataset.read == ["gone.pdf"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no column is called path"),
        (b"path;year\na.pdf;1\n", "no column is called path"),
        (b"path,year,year\n", "two columns are called year"),
        (b"path\n\xff\xfe.pdf\n", "not UTF-8 after line"),
        (b'path\n"' + b"a" * 200_000 + b'"\n', "not CSV at line"),
        (b'path\n"a.pdf\n', "not CSV at line"),
        (b"path\n", "no .pdf file in"),
    ],
)
def test_a_list_that_is_none_is_one_clear_line(content: bytes, said: str, plans: Path, tmp_path: Path) -> None:
    (plans / "list.csv").write_bytes(content)
    result = planledger("convert", plans / "list.csv", "--out", tmp_path / "out")
    assert result.exit_code == Exit.USAGE
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_lists_that_differ_are_joined_in_one_order(dataset: DatasetOf, plans: Path, tmp_path: Path) -> None:
    (plans / "copy.pdf").write_text(TREE["top.pdf"])
    one = write_list(plans / "one.csv", "path,year,ward", "top.pdf,2008,")
    two = write_list(plans / "two.csv", "path,year,ward", "top.pdf,2009,North", "copy.pdf,2010,South")
    dataset.run(one, two, plans)
    assert dataset.documents()["copy.pdf"].metadata == {"year": "2010", "ward": "South"}, "copy.pdf comes first"
    other = DatasetOf(tmp_path / "other")
    other.run(plans, two, one)
    assert other.bytes() == dataset.bytes()


def test_a_memory_of_an_older_form_is_made_again(dataset: DatasetOf, plans: Path) -> None:
    dataset.run(plans)
    before = dataset.bytes()
    with closing(sqlite3.connect(dataset.out / STATE / "index.sqlite")) as memory:
        memory.executescript("drop table sources; create table sources (uri text); pragma user_version = 0")
    dataset.run(plans)
    assert len(dataset.read) == 6
    assert dataset.bytes() == before


@pytest.mark.parametrize("lost", [True, False])
def test_without_its_memory_a_dataset_keeps_what_lists_said(dataset: DatasetOf, plans: Path, lost: bool) -> None:
    listing = write_list(plans / "list.csv", "path,year", "top.pdf,2008", "2009/a.pdf,2009")
    dataset.run(listing, plans / "2010/c.pdf")
    if lost:
        for path in (dataset.out / STATE).glob("index*"):
            path.unlink()
    dataset.run(plans / "2010/c.pdf")
    assert dataset.documents()["top.pdf"].metadata == {"year": "2008"}
    write_list(listing, "path,ward", "top.pdf,North", "2009/a.pdf,South")
    dataset.run(listing)
    assert dataset.documents()["top.pdf"].metadata == {"ward": "North"}
    assert (dataset.read == []) is not lost


# Whatever the order


@pytest.mark.parametrize("seed", range(4))
def test_the_sources_are_the_same_whatever_the_order(plans: Path, tmp_path: Path, seed: int) -> None:
    write_list(plans / "list.csv", "path,year", "2010/c.pdf,2010", "no.pdf,1", "2009/notes.txt,2")
    (plans / "copy.pdf").write_text(TREE["2010/c.pdf"])
    (plans / "loop.pdf").symlink_to("loop.pdf")
    inputs: list[str | Path] = [plans, plans / "2009", plans / "list.csv", plans / "top.pdf"]
    inputs += [f"{plans}/**/*.pdf", (plans / "2010").as_uri()]
    straight, shuffled = DatasetOf(tmp_path / "straight"), DatasetOf(tmp_path / "shuffled")
    straight.run(*inputs, workers=1)
    random.Random(seed).shuffle(inputs)
    shuffled.run(*inputs, *inputs[:2], workers=3)
    assert shuffled.bytes() == straight.bytes()
    assert shuffled.outcomes == straight.outcomes
    assert find_places(inputs) == find_places(reversed(inputs))


def test_one_source_is_found_where_one_is_asked_for(plans: Path) -> None:
    assert find_source(plans / "top.pdf").name == "top.pdf"
    with pytest.raises(UsageError, match="may hold several"):
        find_source(str(plans / "2009"))
    with pytest.raises(UsageError, match="no place that can be read"):
        find_source("ftp://host/a.pdf")
