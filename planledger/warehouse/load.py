"""Brings a warehouse to the state of a dataset: compares, sends what differs, puts it in place in one transaction."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from models import SCHEMA_VERSION
from planledger.version import PROGRAM_VERSION
from planledger.warehouse.calendar import VERSION as CALENDAR_VERSION
from planledger.warehouse.calendar import calendar
from planledger.warehouse.changes import Tally, lacking
from planledger.warehouse.destination import Warehouse
from planledger.warehouse.parts import Dataset, Part, find
from planledger.warehouse.shape import CALENDAR, DATASET, PARTS, RUNS
from planledger.warehouse.store import Store
from planledger.warehouse.transport import Rows, pipeline, send
from planledger.warehouse.view_files import views_sha256

VIEWS_PART, CALENDAR_PART = "views", "calendar"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did, in documents and in rows of all their tables."""

    sent: int
    unchanged: int
    removed: int
    rows: int


@dataclass(frozen=True, slots=True)
class Step:
    """What was done last, for the progress bar."""

    name: str


Watch = Callable[[int], Callable[[Step], None]]
"""Is told how many steps there will be; gives what to call after each."""


@dataclass(frozen=True, slots=True)
class _Load:
    """One load: what the warehouse held before, and what is found on the way."""

    store: Store
    dataset: Dataset
    run_id: str
    held: dict[str, str]
    changed: tuple[Part, ...]
    done: Callable[[Step], None]
    tally: Tally = field(default_factory=Tally)

    def rows(self) -> Iterator[Rows]:
        """All rows that the warehouse does not have."""
        if self.held.get(CALENDAR_PART) != CALENDAR_VERSION:
            yield CALENDAR, calendar()
        for part in self.changed:
            yield from lacking(part, self.store.documents(part.prefix), self.tally)
            self.done(Step(part.name))
        self.dataset.check_unchanged()

    def finish(self, sent: Counter[str]) -> Loaded:
        """Puts everything in place, in one transaction; says what the load did."""
        rows = sum(sent[table.name] for table in DATASET)
        loaded = Loaded(self.tally.sent, self.dataset.documents - self.tally.sent, self.tally.removed, rows)
        wanted = _wanted(self.dataset)
        with self.store.transaction():
            if self.store.known:
                self._make(wanted)
            if CALENDAR.name in sent:
                self.store.clear(CALENDAR)
            self.store.take_in((*DATASET, CALENDAR), sent, self.run_id)
            self.store.clear(PARTS)
            self.store.insert(PARTS, list(wanted.items()))
            counts = (loaded.sent, loaded.unchanged, loaded.removed, loaded.rows)
            self.store.insert(RUNS, [(self.run_id, PROGRAM_VERSION, SCHEMA_VERSION, *counts)])
        return loaded

    def make_ahead(self) -> None:
        """Makes tables and views before the transaction, where the warehouse cannot do it inside."""
        if not self.store.known:
            self._make(_wanted(self.dataset))

    def _make(self, wanted: dict[str, str]) -> None:
        if self.store.is_new:
            self.store.make_tables()
        if self.held.get(VIEWS_PART) != wanted[VIEWS_PART]:
            self.store.make_views()


def load(root: Path, warehouse: Warehouse, watch: Watch) -> Loaded:
    """Loads the dataset at `root`. Where nothing has changed since the last load, nothing is written.

    Raises DatasetError or WarehouseError where it cannot; the warehouse is then as it was.
    """
    dataset = find(root)
    with pipeline(warehouse) as line, line.destination_client() as client:
        store = Store(client, warehouse)
        store.drop_incoming()
        held, wanted = store.parts(), _wanted(dataset)
        if held == wanted:
            return Loaded(0, dataset.documents, 0, 0)
        changed = tuple(part for part in dataset.parts if held.get(part.name) != part.sha256)
        run_id = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        running = _Load(store, dataset, run_id, held, changed, watch(len(changed) + 1))
        running.make_ahead()
        sent = send(line, running.rows, warehouse)
        loaded = running.finish(sent)
        store.drop_incoming()
        running.done(Step("done"))
        return loaded


def _wanted(dataset: Dataset) -> dict[str, str]:
    """The parts of the warehouse, by name, with the hash of each as it is to be."""
    parts = {part.name: part.sha256 for part in dataset.parts}
    return {CALENDAR_PART: CALENDAR_VERSION, VIEWS_PART: views_sha256(), **parts}
