"""Inputs become an ordered list of files, each once."""

import os
from pathlib import Path

import pytest

from planledger.errors import UsageError
from planledger.sources.inputs import find_sources
from planledger.sources.opening import read_bytes
from planledger.sources.uris import path_of


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"%PDF-1.4")
    return path


def test_folders_give_their_pdfs_at_every_level_in_one_order(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.PDF", "sub/deep/c.Pdf", "sub/notes.txt", "pdf", "x.pdf.bak"):
        touch(tmp_path / name)
    (tmp_path / "folder.pdf").mkdir()
    found = [path_of(source.uri).relative_to(tmp_path).as_posix() for source in find_sources([tmp_path])]
    assert found == ["a.PDF", "b.pdf", "sub/deep/c.Pdf"]


def test_the_order_of_the_inputs_and_how_they_are_named_do_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = touch(tmp_path / "one/a.pdf"), touch(tmp_path / "two/b.pdf")
    monkeypatch.chdir(tmp_path)
    assert (
        find_sources([second, first]) == find_sources([tmp_path]) == find_sources([Path("two"), Path("./one/../one")])
    )


def test_a_file_named_outright_needs_no_suffix(tmp_path: Path) -> None:
    (source,) = find_sources([touch(tmp_path / "plan")])
    assert source.name == "plan"


def test_names_that_a_terminal_or_a_uri_could_trip_over(tmp_path: Path) -> None:
    path = touch(tmp_path / "a plan\n100%.pdf")
    (source,) = find_sources([path])
    assert source.name == "a plan\n100%.pdf"
    assert source.uri.endswith("/a%20plan%0A100%25.pdf")


def test_a_name_that_is_no_utf8_can_still_be_written_down(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.pdf"))
    try:
        touch(path)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (source,) = find_sources([tmp_path])
    assert source.name == r"caf\xe9.pdf"
    assert source.uri.endswith("/caf%E9.pdf")
    assert read_bytes(source.uri) == b"%PDF-1.4"


@pytest.mark.parametrize(
    ("name", "said"),
    [("missing", "no such file or folder"), ("empty", "no .pdf file"), ("pipe", "not a file or folder")],
)
def test_what_cannot_be_a_source_is_said(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match=said) as caught:
        find_sources([tmp_path / name])
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_input_among_good_ones_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="gone"):
        find_sources([touch(tmp_path / "a.pdf"), tmp_path / "gone"])
