"""A dataset made of any inputs, for the tests of what inputs may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models import Document
from planledger.batch import Batch, convert_sources, opened
from planledger.dataset import read_documents
from planledger.due import Wanted
from planledger.outcome import Outcome
from tests.planledger.stand_in import stand_in_job
from tests.planledger.test_determinism import files
from tests.planledger.test_runs import Notes


@dataclass
class DatasetOf:
    """A dataset, and what the last run over its inputs came to."""

    out: Path
    read: Sequence[str] = ()
    outcomes: Sequence[Outcome] = ()

    def run(self, *inputs: str | Path, wanted: Wanted | None = None, workers: int = 1, stop_after: int = -1) -> None:
        notes = Notes(stop_after)
        with opened(self.out) as index:
            convert_sources(inputs, Batch(self.out, wanted or Wanted(), workers, stand_in_job), index, notes)
            self.outcomes = tuple(index.outcomes())
        self.read = sorted(notes.read)

    def documents(self) -> dict[str, Document]:
        """By name; a name that two have counts once."""
        return {plan.document.source_name: plan.document for plan in read_documents(self.out)}

    def uris(self) -> set[str]:
        """Where the documents come from, those gone left out."""
        found = (plan.document for plan in read_documents(self.out))
        return {
            uri for document in found if not document.source_gone for uri in (document.source_uri, *document.also_at)
        }

    def problems(self) -> dict[str, str]:
        """The sources that could not be opened, and why."""
        return {outcome.name: outcome.reason or "" for outcome in self.outcomes if outcome.status is None}

    def bytes(self) -> dict[str, bytes]:
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in files(self.out)}
