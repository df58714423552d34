"""What a warehouse holds, read with its own driver, and what it ought to hold, told by the dataset's JSON."""

import json
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import psycopg2

from models import PlanDocument
from models.rows import rows
from models.tables import TABLES, CellType
from planledger.commands.load import run
from planledger.dataset import read_documents
from planledger.errors import Exit
from planledger.publish import clear, prepare, publish, stage

State = dict[str, list[str]]
"""Each table's rows, as texts, sorted."""

SCHEMA = "planledger"
JSON_KINDS = (CellType.TEXTS, CellType.INTEGERS, CellType.TEXT_BY_NAME)


def ask(to: str, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    with asking(to) as rows_of:
        return rows_of(sql)


@contextmanager
def asking(to: str) -> Iterator[Callable[[str], list[tuple[Any, ...]]]]:
    """Yields what takes a query and gives its rows, over one connection."""
    if "://" in to:
        with closing(psycopg2.connect(to)) as server, server.cursor() as cursor:
            yield lambda sql: (cursor.execute(sql), cursor.fetchall())[1]
    else:
        with duckdb.connect(to, read_only=True) as file:
            yield lambda sql: file.execute(sql).fetchall()


def do(to: str, *statements: str) -> None:
    """Changes a warehouse behind the program's back."""
    if "://" in to:
        with closing(psycopg2.connect(to)) as server, server, server.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
    else:
        with duckdb.connect(to) as file:
            for statement in statements:
                file.execute(statement)


def tables_of(to: str, schema: str = SCHEMA) -> set[str]:
    """The tables and views of a schema."""
    sql = f"select table_name from information_schema.tables where table_schema = '{schema}'"
    return {name for (name,) in ask(to, sql)}


def held(to: str, schema: str = SCHEMA) -> State:
    """All that the dataset's tables hold in the warehouse; a table that is not there holds nothing."""
    there = tables_of(to, schema)
    state: State = {}
    with asking(to) as rows_of:
        for table in TABLES:
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            found = rows_of(f"select {columns} from {schema}.{table.name}") if table.name in there else []
            state[table.name] = sorted(_line(row, [column.type for column in table.columns]) for row in found)
    return state


def told(root: Path) -> State:
    """All that the dataset's JSON files say, as rows of the same tables."""
    state: State = {table.name: [] for table in TABLES}
    for plan in read_documents(root):
        for table in TABLES:
            names, kinds = [c.name for c in table.columns], [c.type for c in table.columns]
            state[table.name] += [_line([row[name] for name in names], kinds) for row in rows(plan, table.name)]
    return {name: sorted(lines) for name, lines in state.items()}


def _line(row: Sequence[Any], kinds: Sequence[CellType]) -> str:
    """A row as a text; JSON cells as what they say, whatever their spaces and the order of their keys."""
    cells = [
        json.loads(cell) if kind in JSON_KINDS and isinstance(cell, str) else cell
        for cell, kind in zip(row, kinds, strict=True)
    ]
    return json.dumps(cells, default=str, sort_keys=True, ensure_ascii=False)


def load(root: Path, to: str, schema: str = SCHEMA) -> Exit:
    """Loads without a word."""
    return run(root, to, schema, quiet=True)


def republish(root: Path, plans: Iterable[PlanDocument], drop: Iterable[str] = ()) -> None:
    """Makes the plans part of the dataset at `root`, and drops others."""
    prepare(root)
    for plan in plans:
        stage(root, plan)
    publish(root, drop)
    clear(root)


DEATHS: dict[str, tuple[str, int]] = {
    "rows came in, nothing is in place": ("take_in", 1),
    "one table is in place": ("_take_in", 2),
    "most tables are in place": ("_take_in", 4),
    "the run is written, not committed": ("insert", 2),
    "committed, what came in is still there": ("drop_incoming", 2),
}
"""Points at which a load can be killed: the method of the store, and at which of its calls."""


def load_and_die(root: Path, to: str, death: str) -> None:
    """Loads, and is killed at a point of DEATHS."""
    from planledger.warehouse.store import Store  # noqa: PLC0415

    name, last = DEATHS[death]
    method: Callable[..., Any] = getattr(Store, name)
    calls = 0

    def dying(self: Store, *arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        after = name == "insert"
        result = method(self, *arguments) if calls < last or after else None
        if calls == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(Store, name, dying)
    load(root, to)
