"""The progress bar appears on a terminal, after a while, and leaves nothing behind."""

import time
from io import StringIO

import pytest
from rich.console import Console

from models import Status
from planledger.outcome import Outcome
from planledger.progress import progress, steps

BAR = "Converting"


def drawn(monkeypatch: pytest.MonkeyPatch, patience: float, *, terminal: bool = True, shown: bool = True) -> str:
    """What a run of 0.3 seconds draws."""
    console = Console(file=StringIO(), force_terminal=terminal, width=160)
    monkeypatch.setattr("planledger.progress.errors", lambda: console)
    monkeypatch.setattr("planledger.progress.PATIENCE", patience)
    with progress(shown=shown) as bar:
        for _ in range(3):
            bar.found()
        bar.begins(2)
        for name, status in (("a.pdf", Status.CONVERTED), ("b\n.pdf", Status.NEEDS_OCR)):
            bar.done(Outcome(name, status), 0.1)
            time.sleep(0.15)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_a_long_run_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    text = drawn(monkeypatch, 0.05)
    assert BAR in text
    assert "2/2" in text
    assert "1 converted, 1 needs OCR" in text
    assert "/s " in text
    assert r"b\n.pdf" in text


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert BAR not in drawn(monkeypatch, 60)


@pytest.mark.parametrize(("terminal", "shown"), [(False, True), (True, False)])
def test_a_log_and_a_quiet_run_show_nothing(monkeypatch: pytest.MonkeyPatch, terminal: bool, shown: bool) -> None:
    assert BAR not in drawn(monkeypatch, 0.05, terminal=terminal, shown=shown)


def test_the_bar_says_what_is_being_done(monkeypatch: pytest.MonkeyPatch) -> None:
    console = Console(file=StringIO(), force_terminal=True, width=80)
    monkeypatch.setattr("planledger.progress.errors", lambda: console)
    monkeypatch.setattr("planledger.progress.PATIENCE", 0.01)
    with steps(1, "Verifying", shown=True):
        time.sleep(0.1)
    assert isinstance(console.file, StringIO)
    assert "Verifying" in console.file.getvalue()
    assert BAR not in console.file.getvalue()


def test_a_run_that_fails_takes_its_bar_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="stop"), progress(shown=True):
        raise ValueError("stop")
