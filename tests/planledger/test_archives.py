"""Plans in zip archives, hostile ones among them: what is taken, what is told, and that nothing else suffers."""

import random
import struct
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from models import Status
from planledger.due import Wanted
from planledger.errors import Exit
from planledger.limits import Limits
from planledger.sources import archive as archives
from planledger.sources.inputs import find_places
from planledger.sources.opening import read_bytes
from planledger.sources.source import CannotOpen, Refused, Source
from planledger.sources.uris import member_of, member_uri
from tests.planledger.dataset_of import DatasetOf
from tests.planledger.test_cli import planledger
from tests.planledger.test_determinism import files

MEMBERS = {"a.pdf": "Act 1", "deep/er/b.PDF": "Act 2", "notes.txt": "no plan", "copy/a.pdf": "Act 1"}


def zipped(path: Path, members: dict[str, str], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


@pytest.fixture
def dataset(tmp_path: Path) -> DatasetOf:
    return DatasetOf(tmp_path / "out")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_pdf_in_an_archive_is_a_source(dataset: DatasetOf, tmp_path: Path, method: int) -> None:
    path = zipped(tmp_path / "Plans 2009.ZIP", MEMBERS, method)
    dataset.run(path)
    assert dataset.read == ["a.pdf", "b.PDF"]
    document = dataset.documents()["a.pdf"]
    assert document.source_uri == f"zip://a.pdf::{path.as_uri()}"
    assert document.also_at == (f"zip://copy/a.pdf::{path.as_uri()}",)
    assert read_bytes(document.source_uri) == b"Act 1"
    dataset.run(path)
    assert dataset.read == []


def test_a_member_is_read_again_only_where_its_bytes_have_changed(dataset: DatasetOf, tmp_path: Path) -> None:
    path = zipped(tmp_path / "plans.zip", MEMBERS)
    dataset.run(path)
    zipped(path, MEMBERS | {"deep/er/b.PDF": "Act 3"})
    dataset.run(path)
    assert dataset.read == ["b.PDF"]


def test_an_unchanged_archive_is_not_inflated_again(
    dataset: DatasetOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path / "plans.zip", MEMBERS)
    dataset.run(path)
    # Without workers nothing can be fetched.
    monkeypatch.setattr("planledger.cage.pool.Pool._fork", None)
    dataset.run(path)
    assert len(dataset.outcomes) == 3


def test_members_and_archives_that_are_gone_are_forgotten(dataset: DatasetOf, tmp_path: Path) -> None:
    one, two = zipped(tmp_path / "1.zip", MEMBERS), zipped(tmp_path / "2.zip", {"c.pdf": "Act 4"})
    (tmp_path / "d.pdf").write_text("Act 5")
    glob = f"{tmp_path}/*.zip"
    dataset.run(glob, tmp_path / "d.pdf")
    assert set(dataset.documents()) == {"a.pdf", "b.PDF", "c.pdf", "d.pdf"}
    zipped(one, {"a.pdf": "Act 1"})
    dataset.run(one, wanted=Wanted(prune=True))
    assert set(dataset.documents()) == {"a.pdf", "c.pdf", "d.pdf"}
    assert dataset.documents()["a.pdf"].also_at == ()
    two.unlink()
    dataset.run(tmp_path, wanted=Wanted(prune=True))
    assert set(dataset.documents()) == {"a.pdf", "c.pdf", "d.pdf"}, "a folder says nothing of archives"
    dataset.run(glob, wanted=Wanted(prune=True))
    assert set(dataset.documents()) == {"a.pdf", "d.pdf"}


def test_names_are_names_only(dataset: DatasetOf, tmp_path: Path) -> None:
    names = ["../../up.pdf", "/etc/abs.pdf", "C:\\plans\\win.pdf", "new\nline.pdf", "a::b 100%#?.pdf", "ünï.pdf"]
    inside = tmp_path / "deep/er"
    inside.mkdir(parents=True)
    path = zipped(inside / "plans.zip", {name: f"Act {number}" for number, name in enumerate(names)})
    before = {found for found in files(tmp_path) if dataset.out not in found.parents}
    dataset.run(path)
    assert set(dataset.documents()) == {"up.pdf", "abs.pdf", "win.pdf", "new\nline.pdf", "a::b 100%#?.pdf", "ünï.pdf"}
    assert {found for found in files(tmp_path) if dataset.out not in found.parents} == before
    for number, name in enumerate(names):
        uri = member_uri(name, path.as_uri())
        assert member_of(uri) == (path.as_uri(), name)
        assert "\n" not in uri
        assert read_bytes(uri) == f"Act {number}".encode()


def test_of_two_members_of_one_name_the_last_counts_and_the_other_is_told(dataset: DatasetOf, tmp_path: Path) -> None:
    path = tmp_path / "plans.zip"
    with zipfile.ZipFile(path, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a.pdf", "Act 1")
        archive.writestr("a.pdf", "Act 2")
    dataset.run(path)
    assert dataset.problems() == {"a.pdf": "another member of the archive has its name; the last one counts"}
    (uri,) = dataset.uris()
    assert read_bytes(uri) == b"Act 2"


def with_flag(data: bytes, name: bytes, flag: int) -> bytes:
    """The archive with a bit of the named member's flags set, in both of its headers."""
    made = bytearray(data)
    for signature, flags, start in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        place = data.index(signature)
        while data[place + start : place + start + len(name)] != name:
            place = data.index(signature, place + 1)
        made[place + flags] |= flag
    return bytes(made)


def test_an_encrypted_member_costs_only_itself(dataset: DatasetOf, tmp_path: Path) -> None:
    path = zipped(tmp_path / "plans.zip", MEMBERS)
    path.write_bytes(with_flag(path.read_bytes(), b"a.pdf", 1))
    dataset.run(path)
    assert dataset.problems() == {"a.pdf": "encrypted in its archive; take it out with the archive's password"}
    assert set(dataset.documents()) == {"a.pdf", "b.PDF"}


def test_a_bomb_costs_only_itself(dataset: DatasetOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_MEMBER", 1 << 20)
    path = zipped(tmp_path / "plans.zip", {"bomb.pdf": "\0" * (1 << 21), "a.pdf": "Act 1"})
    dataset.run(path)
    assert dataset.problems() == {"bomb.pdf": "inflates to more than 1 MiB"}
    assert set(dataset.documents()) == {"a.pdf"}


def test_a_member_gives_no_more_than_its_archive_says(tmp_path: Path) -> None:
    path = zipped(tmp_path / "plans.zip", {"bomb.pdf": "\0" * (1 << 24)})
    data = path.read_bytes()
    small = struct.pack("<L", 1000)
    path.write_bytes(data.replace(struct.pack("<L", 1 << 24), small))
    with pytest.raises(CannotOpen, match="Bad CRC"):
        read_bytes(member_uri("bomb.pdf", path.as_uri()))


def test_the_limits_of_a_document_hold_for_its_fetching_too(dataset: DatasetOf, tmp_path: Path) -> None:
    path = tmp_path / "plans.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("big.pdf", bytes(400 << 20))
        archive.writestr("a.pdf", "Act 1")
    dataset.run(path, wanted=Wanted(limits=Limits(memory=256)))
    statuses = {name: document.status for name, document in dataset.documents().items()}
    assert statuses == {"big.pdf": Status.OUT_OF_MEMORY, "a.pdf": Status.CONVERTED}


def test_members_that_share_their_bytes_are_a_bomb(dataset: DatasetOf, tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.pdf", random.Random(1).randbytes(20_000))
        (first,) = archive.infolist()
        for number in range(1, 4):
            twin = zipfile.ZipInfo(f"{number}.pdf")
            for field in ("compress_type", "compress_size", "file_size", "CRC", "header_offset"):
                setattr(twin, field, getattr(first, field))
            archive.filelist.append(twin)
    (tmp_path / "a.pdf").write_text("Act 1")
    dataset.run(path, tmp_path / "a.pdf")
    (reason,) = dataset.problems().values()
    assert "share their bytes" in reason
    assert set(dataset.documents()) == {"a.pdf"}


def test_a_list_of_members_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LONGEST_LIST", 1000)
    (place,) = find_places([zipped(tmp_path / "many.zip", {f"{number}.pdf": "" for number in range(100)})])
    (found,) = place.each()
    assert isinstance(found, Refused)
    assert "too long" in found.reason


def damaged(data: bytes) -> Iterator[bytes]:
    """The archive cut off, overwritten and altered, in many places."""
    chance = random.Random(5)
    yield b""
    yield data[: len(data) // 2]
    yield data[: data.index(b"PK\x01\x02") + 10]
    yield b"PK\x03\x04" + bytes(500)
    for _ in range(300):
        made = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            made[chance.randrange(len(made))] = chance.randrange(256)
        yield bytes(made)


def test_whatever_is_wrong_with_an_archive_is_told_and_costs_only_it(tmp_path: Path) -> None:
    sound = zipped(tmp_path / "plans.zip", MEMBERS).read_bytes()
    told = 0
    for number, data in enumerate(damaged(sound)):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(data)
        (place,) = find_places([path])
        for found in place.each():
            if isinstance(found, Source):
                try:
                    assert read_bytes(found.uri) in {b"Act 1", b"Act 2", b"no plan"}
                except CannotOpen as error:
                    told += 1
                    assert "\n" not in str(error)
            else:
                told += 1
                assert "\n" not in found.reason
        path.unlink()
    assert told > 100


def test_a_damaged_archive_is_a_line_and_its_members_are_kept(dataset: DatasetOf, tmp_path: Path) -> None:
    path = zipped(tmp_path / "plans.zip", MEMBERS)
    (tmp_path / "d.pdf").write_text("Act 5")
    dataset.run(path, tmp_path / "d.pdf")
    whole = path.read_bytes()
    path.write_bytes(whole[:-60])
    for given in (path, f"{tmp_path}/*.zip"):
        dataset.run(given, tmp_path / "d.pdf", wanted=Wanted(prune=True))
        assert dataset.problems() == {"plans.zip": "not a zip archive, or damaged: File is not a zip file"}
        assert set(dataset.documents()) == {"a.pdf", "b.PDF", "d.pdf"}
    path.write_bytes(whole)
    dataset.run(path)
    assert (dataset.read, dataset.problems()) == ([], {})
    path.write_bytes(b"")
    result = planledger("convert", path, "--out", tmp_path / "new")
    assert result.exit_code == Exit.SOME_NOT_CONVERTED
    assert result.stderr == "planledger: plans.zip: not a zip archive, or damaged: File is not a zip file\n"


def test_what_the_mac_adds_is_no_document(dataset: DatasetOf, tmp_path: Path) -> None:
    dataset.run(zipped(tmp_path / "plans.zip", {"a.pdf": "Act 1", "__MACOSX/._a.pdf": "attributes"}))
    assert set(dataset.documents()) == {"a.pdf"}


def test_an_archive_within_an_archive_is_left_alone(dataset: DatasetOf, tmp_path: Path) -> None:
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("b.pdf", "Act 2")
    with zipfile.ZipFile(tmp_path / "plans.zip", "w") as archive:
        archive.writestr("a.pdf", "Act 1")
        archive.writestr("inner.zip", inner.getvalue())
    dataset.run(tmp_path / "plans.zip")
    assert set(dataset.documents()) == {"a.pdf"}
    with pytest.raises(CannotOpen, match="only archives in files"):
        read_bytes(f"zip://b.pdf::zip://inner.zip::{(tmp_path / 'plans.zip').as_uri()}")


def test_show_reads_what_a_dataset_names(stand_in: None, tmp_path: Path) -> None:
    path = zipped(tmp_path / "plans.zip", MEMBERS)
    result = planledger("show", f"zip://deep/er/b.PDF::{path.as_uri()}")
    assert result.exit_code == Exit.ALL_CONVERTED
    assert "Act 2" in result.stdout
    result = planledger("show", f"zip://gone.pdf::{path.as_uri()}")
    assert (result.exit_code, result.stderr.count("\n")) == (Exit.USAGE, 1)
    assert "no such file in the archive" in result.stderr


def test_a_run_that_was_broken_off_goes_on(dataset: DatasetOf, tmp_path: Path) -> None:
    path = zipped(tmp_path / "plans.zip", {f"{number}.pdf": f"Act {number}" for number in range(20)})
    with pytest.raises(KeyboardInterrupt):
        dataset.run(path, stop_after=5)
    dataset.run(path, workers=3)
    assert len(dataset.read) <= 15
    straight = DatasetOf(tmp_path / "straight")
    straight.run(path, workers=1)
    assert straight.bytes() == dataset.bytes()
