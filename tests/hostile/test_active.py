"""Scripts, actions and attachments in a PDF are dead: no file, no process, no connection comes of them."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from extract.reading import Reader
from models import Status
from planledger.convert import convert_document
from tests.hostile.nasty import WORDS
from tests.hostile.test_hostile import run
from tests.support.written import page, stream

EVENTS = ("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "webbrowser.")
_ears: list[list[str]] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    writes = event == "open" and any(letter in str(arguments[1]) for letter in "wax+")
    if writes or event.startswith(EVENTS):
        for heard in _ears:
            heard.append(f"{event} {arguments}")


sys.addaudithook(_hear)


@contextmanager
def listening() -> Iterator[list[str]]:
    """What Python code does meanwhile that reaches out of the process."""
    heard: list[str] = []
    _ears.append(heard)
    try:
        yield heard
    finally:
        _ears.remove(heard)


def active(folder: Path, port: int, contents: bytes = b"[4 0 R 9 0 R]") -> bytes:
    """A page with every kind of action that opens, writes, starts or sends something, and with attachments.

    The second part of its contents is to be fetched.
    """
    url, file = b"http://127.0.0.1:%d/" % port, str(folder / "made").encode()
    script = b"app.launchURL('%s'); this.exportDataObject({cName: 'a', nLaunch: 2}); this.submitForm('%s');" % (
        url,
        url,
    )
    actions = {
        "JavaScript": b"/JS (%s)" % script.replace(b"(", b"\\(").replace(b")", b"\\)"),
        "Launch": b"/F (/usr/bin/touch) /Unix << /F (touch %s) >> /Win << /F (cmd) /P (%s) >>" % (file, file),
        "URI": b"/URI (%s)" % url,
        "SubmitForm": b"/F << /FS /URL /F (%s) >>" % url,
        "ImportData": b"/F << /FS /URL /F (%s) >>" % url,
        "GoToR": b"/F << /FS /URL /F (%s) >> /D [0 /Fit]" % url,
    }
    following = b"[" + b" ".join(b"<< /S /%s %s >>" % (name.encode(), more) for name, more in actions.items()) + b"]"
    start = b"<< /S /Launch %s /Next %s >>" % (actions["Launch"], following)
    attachment = b"<< /Type /Filespec /F (../../made) /UF (../../made) /EF << /F 7 0 R >> >>"
    catalogue = b"/OpenAction %s /AA << /WC %s >> /Names << /EmbeddedFiles << /Names [(a) %s] >> /JavaScript << " % (
        start,
        start,
        attachment,
    )
    catalogue += b"/Names [(a) << /S /JavaScript %s >>] >> >> /AF [%s]" % (actions["JavaScript"], attachment)
    catalogue += b" /AcroForm << /Fields [] /XFA 8 0 R >>"
    elsewhere = stream(b"", b"/F << /FS /URL /F (%s) >> /FFilter /FlateDecode" % url)
    xfa = stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><!DOCTYPE a SYSTEM '%s'></xdp:xdp>" % url)
    whole = page(stream(WORDS), catalogue=catalogue, further=(stream(b"#!/bin/sh\ntouch made\n"), xfa, elsewhere))
    actions_of_page = b"/AA << /O %s >> /Annots [<< /Subtype /Link /Rect [0 0 595 842] /A %s >> " % (start, start)
    actions_of_page += b"<< /Subtype /FileAttachment /Rect [0 0 9 9] /FS %s >>]" % attachment
    return whole.replace(b"/Contents 4 0 R", actions_of_page + b" /Contents " + contents)


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as found:
        found.setblocking(False)
        yield found


def assert_nobody_came(server: socket.socket) -> None:
    with pytest.raises(BlockingIOError):
        server.accept()


@pytest.mark.parametrize(("reader", "contents"), [("pdfium", b"[4 0 R 9 0 R]"), ("pdfplumber", b"4 0 R")])
def test_nothing_in_a_pdf_acts(tmp_path: Path, server: socket.socket, reader: Reader, contents: bytes) -> None:
    """pdfminer refuses contents that lie elsewhere."""
    data = active(tmp_path, server.getsockname()[1], contents)
    convert_document(data, "a.pdf", "file:///a.pdf", reader)  # what is imported on the way is imported now
    with listening() as heard:
        plan = convert_document(data, "a.pdf", "file:///a.pdf", reader)
    assert plan.document.status is Status.NO_PLAN_TABLE
    assert heard == []
    assert_nobody_came(server)
    assert list(tmp_path.iterdir()) == []


def test_nothing_comes_of_it_in_a_run(tmp_path: Path, server: socket.socket) -> None:
    statuses = run(tmp_path, {"active": active(tmp_path, server.getsockname()[1])})
    assert statuses["active.pdf"] is Status.NO_PLAN_TABLE
    assert_nobody_came(server)
    assert [path for path in tmp_path.rglob("*made*") if path.is_file()] == []


def test_what_reaches_out_would_be_heard(tmp_path: Path) -> None:
    with listening() as heard:
        (tmp_path / "made").write_bytes(b"")
        socket.socket().close()
    assert len(heard) >= 2
