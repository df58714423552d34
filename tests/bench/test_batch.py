"""The batch benchmark's archives, and what it is there to show: the parent's memory does not grow."""

from pathlib import Path

from bench.batch import copies, synthetic, whole_run
from planledger.dataset import read_documents


def test_copies_are_documents_of_their_own(tmp_path: Path) -> None:
    copies(tmp_path, 9)
    assert len({path.read_bytes() for path in tmp_path.glob("*.pdf")}) == 9


def test_memory_does_not_grow_with_the_number_of_documents(tmp_path: Path) -> None:
    peaks = []
    for count in (200, 3000):
        plans, out = tmp_path / f"plans{count}", tmp_path / f"out{count}"
        plans.mkdir()
        synthetic(plans, count)
        peaks.append(whole_run(plans, out, 2, stand_in=True).peak)
        assert sum(1 for _ in read_documents(out)) == count
    assert peaks[1] < peaks[0] + 30
