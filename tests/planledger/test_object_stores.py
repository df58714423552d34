"""Plans in an object store: a real S3 server, of this process, on a port of its own."""

import logging
import re
import socket
import sys
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fsspec.registry import _registry

from planledger.due import Wanted
from planledger.errors import Exit, UsageError
from planledger.limits import Limits
from planledger.sources.inputs import find_sources
from planledger.sources.objects import token_of
from planledger.sources.opening import read_bytes
from planledger.verify.source import SourceGone, reopen
from tests.planledger.dataset_of import DatasetOf
from tests.planledger.test_cli import planledger
from tests.planledger.test_runs import Notes

s3fs = pytest.importorskip("s3fs", reason="the extra s3 is not installed")
moto_server = pytest.importorskip("moto.server", reason="moto's server is not installed")

OBJECTS = {
    "2009/a.pdf": "Act 1",
    "2009/b c#?%.PDF": "Act 2",
    "2009/notes.txt": "no plan",
    "2010/deep/d.pdf": "Act 3",
    "2010/copy.pdf": "Act 1",
    "top.pdf": "Act 4",
}


class Requests(logging.Handler):
    """The requests that the server has answered."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def fetched(self) -> Counter[str]:
        """How often each object's bytes were sent since the last time."""
        found = (re.search(r"GET /plans/([^?\s]+\.\w+) ", line) for line in self.lines)
        counts = Counter(match[1] for match in found if match)
        self.lines.clear()
        return counts


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, Requests]]:
    requests = Requests()
    logger = logging.getLogger("werkzeug")
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(requests)
    running = moto_server.ThreadedMotoServer("127.0.0.1", 0, verbose=True)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}", requests
    running.stop()
    logger.removeHandler(requests)
    logger.setLevel(level)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[pytest.MonkeyPatch]:
    """Credentials of nobody, and nothing of this machine's own."""
    for name, value in {
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": str(tmp_path / "none"),
        "AWS_SHARED_CREDENTIALS_FILE": str(tmp_path / "none"),
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    yield monkeypatch
    s3fs.S3FileSystem.clear_instance_cache()


class Bucket:
    """A bucket with some objects."""

    def __init__(self, requests: Requests) -> None:
        self.store: Any = s3fs.S3FileSystem(use_listings_cache=False)
        self.requests = requests
        self.store.mkdir("plans")
        for key, text in OBJECTS.items():
            self.put(key, text.encode())
        requests.fetched()

    def put(self, key: str, data: bytes) -> None:
        self.store.call_s3("put_object", Bucket="plans", Key=key, Body=data)

    def remove(self, key: str) -> None:
        self.store.call_s3("delete_object", Bucket="plans", Key=key)


@pytest.fixture
def bucket(server: tuple[str, Requests], environment: pytest.MonkeyPatch) -> Iterator[Bucket]:
    url, requests = server
    environment.setenv("AWS_ENDPOINT_URL", url)
    made = Bucket(requests)
    yield made
    made.store.rm("plans", recursive=True)


@pytest.fixture
def dataset(tmp_path: Path) -> DatasetOf:
    return DatasetOf(tmp_path / "out")


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("s3://plans", {"2009/a.pdf", "2009/b c#?%.PDF", "2010/deep/d.pdf", "2010/copy.pdf", "top.pdf"}),
        ("s3://plans/2009/", {"2009/a.pdf", "2009/b c#?%.PDF"}),
        ("s3://plans/2009", {"2009/a.pdf", "2009/b c#?%.PDF"}),
        ("s3://plans/2009/notes.txt", {"2009/notes.txt"}),
        ("s3://plans/2009/b c#?%.PDF", {"2009/b c#?%.PDF"}),
        ("s3://plans/20??/*.pdf", {"2009/a.pdf", "2010/copy.pdf"}),
        ("s3://plans/**/*.pdf", {"2009/a.pdf", "2010/deep/d.pdf", "2010/copy.pdf", "top.pdf"}),
    ],
)
def test_prefixes_objects_and_globs(bucket: Bucket, given: str, taken: set[str]) -> None:
    found = find_sources([given])
    assert {source.uri for source in found} == {f"s3://plans/{key}" for key in taken}
    for source in found:
        assert read_bytes(source.uri) == OBJECTS[source.uri.removeprefix("s3://plans/")].encode()
        assert reopen(source.uri) == read_bytes(source.uri)


def test_an_object_is_fetched_again_only_where_the_store_says_it_changed(bucket: Bucket, dataset: DatasetOf) -> None:
    dataset.run("s3://plans/")
    assert dataset.read == ["a.pdf", "b c#?%.PDF", "d.pdf", "top.pdf"]
    assert dataset.documents()["a.pdf"].also_at == ("s3://plans/2010/copy.pdf",)
    assert len(bucket.requests.fetched()) == 5
    before = dataset.bytes()
    dataset.run("s3://plans/")
    dataset.run("s3://plans/top.pdf", "s3://plans/**/*.pdf")
    assert bucket.requests.fetched() == {}
    assert (dataset.read, dataset.bytes()) == ([], before)
    bucket.put("top.pdf", b"Act 5")
    dataset.run("s3://plans/")
    assert bucket.requests.fetched() == {"top.pdf": 2}
    assert dataset.read == ["top.pdf"]


def test_what_was_found_before_a_run_was_broken_off_is_not_fetched_again(
    bucket: Bucket, dataset: DatasetOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planledger.scan.KEPT_TOGETHER", 1)
    left = 3

    def found(_: Notes) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise KeyboardInterrupt

    with monkeypatch.context() as breaking:
        breaking.setattr(Notes, "found", found)
        with pytest.raises(KeyboardInterrupt):
            dataset.run("s3://plans/")
    assert bucket.requests.fetched().total() == 3
    dataset.run("s3://plans/")
    assert len(dataset.read) == 4
    # Two of the five objects are known; the other three are hashed, and the four documents read.
    assert bucket.requests.fetched().total() == 3 + 4


def test_what_a_prefix_holds_no_longer_is_forgotten(bucket: Bucket, dataset: DatasetOf) -> None:
    dataset.run("s3://plans/")
    bucket.remove("2009/a.pdf")
    bucket.remove("top.pdf")
    dataset.run("s3://plans/2009/")
    assert dataset.documents()["a.pdf"].source_uri == "s3://plans/2010/copy.pdf"
    assert not dataset.documents()["top.pdf"].source_gone
    dataset.run("s3://plans/**/*.pdf", wanted=Wanted(prune=True))
    assert set(dataset.documents()) == {"copy.pdf", "b c#?%.PDF", "d.pdf"}


def test_archives_and_lists_in_a_store(bucket: Bucket, dataset: DatasetOf, tmp_path: Path) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("deep/z.pdf", "Act 7")
    bucket.put("2009/plans.zip", packed.getvalue())
    bucket.put("2009/list.csv", b"path,year\na.pdf,2009\n../top.pdf,2010\ngone.pdf,1\ns3://plans/2010,2\n")
    (tmp_path / "mine.csv").write_text("path,ward\ns3://plans/top.pdf,North\n")
    given = ("s3://plans/2009/*.zip", "s3://plans/2009/list.csv", tmp_path / "mine.csv")
    dataset.run(*given)
    assert {name: document.metadata for name, document in dataset.documents().items()} == {
        "z.pdf": {},
        "a.pdf": {"year": "2009"},
        "top.pdf": {"ward": "North", "year": "2010"},
    }
    assert dataset.problems() == {
        "gone.pdf": "no such bucket, prefix or object (list.csv, line 4)",
        "s3://plans/2010": "not an object (list.csv, line 5)",
    }
    uri = dataset.documents()["z.pdf"].source_uri
    assert uri == "zip://deep/z.pdf::s3://plans/2009/plans.zip"
    assert reopen(uri) == b"Act 7"
    bucket.requests.fetched()
    dataset.run(*given)
    assert set(bucket.requests.fetched()) <= {"2009/list.csv", "2009/plans.zip"}
    assert dataset.read == []


def test_names_that_no_folder_could_have(bucket: Bucket, dataset: DatasetOf) -> None:
    bucket.put("odd//x.pdf", b"Act 8")
    bucket.put("odd/../y.pdf", b"Act 9")
    bucket.put("folder.pdf/", b"")
    bucket.put("2009/", b"")
    dataset.run("s3://plans/")
    assert list(dataset.problems().values()) == ["below a folder without a name, which cannot be listed"]
    assert "s3://plans/odd/../y.pdf" in dataset.uris()
    assert len(dataset.documents()) == 5


def test_neither_order_nor_workers_change_a_byte(bucket: Bucket, dataset: DatasetOf, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("Act 1")
    dataset.run("s3://plans/", tmp_path / "a.pdf", workers=1)
    other = DatasetOf(tmp_path / "other")
    other.run(tmp_path / "a.pdf", "s3://plans/20*/**", "s3://plans/top.pdf", workers=2)
    assert other.bytes() == dataset.bytes()
    assert dataset.documents()["a.pdf"].source_uri.startswith("file:")


# What can be wrong


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("s3://nobody-has-this/", "no such bucket, prefix or object"),
        ("s3://plans/gone.pdf", "no such bucket, prefix or object"),
        ("s3://plans/gone/*.pdf", "no .pdf file in s3://plans/gone/"),
        ("s3://*/a.pdf", "name the bucket in full"),
        ("s3:///a.pdf", "name the bucket in full"),
        ("ftp://host/a.pdf", "no place that can be read"),
    ],
)
def test_what_is_not_there_is_one_clear_line(bucket: Bucket, tmp_path: Path, given: str, said: str) -> None:
    result = planledger("convert", given, "--out", tmp_path / "out")
    assert result.exit_code == Exit.USAGE
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_without_credentials_that_is_said(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment.delenv("AWS_ACCESS_KEY_ID")
    environment.delenv("AWS_SECRET_ACCESS_KEY")
    for name in ("AWS_PROFILE", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"):
        environment.delenv(name, raising=False)
    result = planledger("convert", "s3://plans/", "--out", tmp_path / "out")
    assert result.exit_code == Exit.USAGE
    assert "no credentials" in result.stderr
    assert result.stderr.count("\n") == 1


def test_without_a_network_that_is_said(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        environment.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{closed.getsockname()[1]}")
        environment.setenv("AWS_MAX_ATTEMPTS", "1")
        result = planledger("convert", "s3://plans/a.pdf", "--out", tmp_path / "out")
    assert result.exit_code == Exit.USAGE
    assert "the store cannot be reached" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(("scheme", "module"), [("s3", "s3fs"), ("gs", "gcsfs"), ("az", "adlfs")])
def test_a_missing_package_is_named_by_its_extra(
    environment: pytest.MonkeyPatch, tmp_path: Path, scheme: str, module: str
) -> None:
    environment.setitem(sys.modules, module, None)
    environment.delitem(_registry, scheme, raising=False)
    result = planledger("convert", f"{scheme}://bucket/a.pdf", "--out", tmp_path / "out")
    assert result.exit_code == Exit.USAGE
    assert f"pip install 'planledger[{scheme}]'" in result.stderr
    assert result.stderr.count("\n") == 1
    with pytest.raises(SourceGone, match="package is missing"):
        reopen(f"{scheme}://bucket/a.pdf")


LISTING = """<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>plans</Name><Prefix></Prefix>
<KeyCount>2</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>
<Contents><Key>good.pdf</Key><LastModified>2009-01-01T00:00:00.000Z</LastModified><ETag>"1"</ETag><Size>5</Size></Contents>
<Contents><Key>slow.pdf</Key><LastModified>2009-01-01T00:00:00.000Z</LastModified><ETag>"2"</ETag><Size>5</Size></Contents>
</ListBucketResult>"""


class Slow(BaseHTTPRequestHandler):
    """As little of S3 as a listing and two objects take, one of which never comes."""

    protocol_version = "HTTP/1.1"
    over = threading.Event()

    def do_HEAD(self) -> None:
        self._answer(b"", 5)

    def do_GET(self) -> None:
        if "list-type" in self.path:
            self._answer(LISTING.encode())
        elif "slow" in self.path:
            self.over.wait(60)
            self.close_connection = True
        else:
            self._answer(b"Act 1")

    def _answer(self, data: bytes, length: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        self.send_header("Last-Modified", "Thu, 01 Jan 2009 00:00:00 GMT")
        self.send_header("ETag", '"1"')
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


def test_a_store_that_hangs_costs_one_document_its_time(environment: pytest.MonkeyPatch, dataset: DatasetOf) -> None:
    slow = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    threading.Thread(target=slow.serve_forever, daemon=True).start()
    environment.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{slow.server_address[1]}")
    try:
        started = time.monotonic()
        dataset.run("s3://plans/", wanted=Wanted(limits=Limits(seconds=5)))
        assert time.monotonic() - started < 40
    finally:
        Slow.over.set()
        slow.shutdown()
        slow.server_close()
    assert dataset.problems() == {"slow.pdf": "cannot be fetched: not read within 5 seconds"}
    assert set(dataset.documents()) == {"good.pdf"}


def test_where_one_input_is_missing_nothing_is_forgotten(bucket: Bucket, dataset: DatasetOf) -> None:
    dataset.run("s3://plans/2009/")
    before = dataset.bytes()
    bucket.store.mkdir("empty")
    bucket.remove("2009/a.pdf")
    for given in (("s3://plans/2009/", "s3://plans-2/"), ("s3://empty/",)):
        with pytest.raises(UsageError):
            dataset.run(*given, wanted=Wanted(prune=True))
    assert dataset.bytes() == before


def test_the_token_is_what_the_store_gives() -> None:
    assert token_of({"ETag": '"x"', "size": 5}) == token_of({"etag": "x", "size": 5})
    assert token_of({"ETag": '"x"', "size": 5}) != token_of({"ETag": '"x"', "size": 6})
    assert token_of({"updated": "2009-01-01T00:00:00.5Z", "size": 5}) is not None
    assert token_of({"size": 5}) is None
