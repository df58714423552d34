"""A stand-in for the conversion core, for tests of the program around it."""

import pytest

from tests.planledger.stand_in import converted, stand_in_job

__all__ = ["converted"]


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts `converted` in the place of convert_document, in this process and in the workers."""
    monkeypatch.setattr("planledger.attempt.convert_document", converted)
    monkeypatch.setattr("planledger.batch.read_job", stand_in_job)
