"""A real S3 server on this machine for the time of a test, and the environment in which clients find it."""

from collections.abc import Iterator
from contextlib import contextmanager

import fsspec
import pytest
import s3fs

BUCKET = "archive"


@contextmanager
def s3_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Yields the URL of an empty bucket; every client of this process and those it starts finds the server."""
    server = pytest.importorskip("moto.server").ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    s3fs.S3FileSystem.clear_instance_cache()
    store = fsspec.filesystem("s3")
    store.mkdir(BUCKET)
    try:
        yield f"s3://{BUCKET}"
    finally:
        store.rm(BUCKET, recursive=True)
        s3fs.S3FileSystem.clear_instance_cache()
        server.stop()
