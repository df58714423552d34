"""What a dataset's runs remember of sources and documents, kept in a small database beside the dataset.

It spares a run the reading of what has not changed. It is a memory only: without it everything is read again, and the
dataset comes out the same.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

from models import Status
from planledger.known import Reading, Seen, Standing
from planledger.layout import STATE
from planledger.outcome import Outcome
from planledger.sources.uris import member_of

FILE = "index.sqlite"

FORM = 2
"""Goes up when the tables change. A memory in an older form is dropped, and made again from the dataset."""

SCHEMA = """
create table if not exists sources (
    uri text primary key, name text not null, size integer not null, document_id text, reason text, token text,
    own integer not null, archive text, run integer not null
) without rowid;
create index if not exists sources_of on sources (document_id, uri);
create index if not exists sources_in on sources (run, uri);
create index if not exists sources_of_archive on sources (archive);
create table if not exists listed (
    uri text not null, listing text not null, metadata text not null, run integer not null, primary key (uri, listing)
) without rowid;
create index if not exists listed_by on listed (listing);
create table if not exists readings (
    document_id text not null, staged integer not null, sha256 text not null, size integer not null, key text not null,
    uri text not null, also_at text not null, gone integer not null, status text not null, reason text,
    pages integer not null, records integer not null, table_words integer not null, claimed_words integer not null,
    warnings text not null, seconds real not null, name text not null, metadata text not null,
    primary key (document_id, staged)
) without rowid;
create table if not exists runs (run integer primary key);
create table if not exists sent (document_id text primary key, sha256 text not null) without rowid;
create table if not exists sent_manifest (sha256 text not null);
"""
READING = (
    "document_id, sha256, size, key, uri, also_at, gone, status, reason, pages, records, table_words, claimed_words, "
    "warnings, seconds, name, metadata"
)
READABLE = "not exists (select 1 from sources a where a.uri = sources.archive and a.run = ?)"
"""An archive that is a source of its own could not be read this time: nothing is known of its members."""

REMEMBERED = "~"
"""The list that stands for what a dataset's files say of documents, where the memory of the real lists is lost."""

NEWEST = (
    "(select * from readings r where staged = (select max(staged) from readings where document_id = r.document_id))"
)


class Index:
    """The database. One process writes at a time; a run's changes of readings are `staged` until they are published."""

    def __init__(self, root: Path) -> None:
        path = root / STATE / FILE
        self._db = sqlite3.connect(path, isolation_level=None)
        # What a kill can cost is the last few rows: their documents are read again.
        self._db.executescript("pragma journal_mode=wal; pragma synchronous=normal")
        (form,) = self._db.execute("pragma user_version").fetchone()
        if form != FORM:
            self._db.executescript("drop table if exists sources; drop table if exists readings")
        self._db.executescript(f"{SCHEMA} pragma user_version={FORM}")
        self._run = self._begin()

    def close(self) -> None:
        """Lets go of the database."""
        self._db.close()

    def _begin(self) -> int:
        (last,) = self._db.execute("select coalesce(max(run), 0) from runs").fetchone()
        self._db.execute("insert into runs values (?)", (last + 1,))
        return int(last) + 1

    # Sources

    def seen(self, uri: str, *, own: bool = True) -> bool:
        """Whether the present run has found this source already; if so, keeps that its place holds it."""
        query = "update sources set own = max(own, ?) where uri = ? and run = ?"
        return self._db.execute(query, (int(own), uri, self._run)).rowcount > 0

    def same(self, uri: str, token: str) -> tuple[int, str] | None:
        """The size and the sha256 of a source's bytes, if an earlier run has found it with the same token."""
        query = "select size, document_id from sources where uri = ? and token = ? and document_id is not null"
        row = self._db.execute(query, (uri, token)).fetchone()
        return (int(row[0]), str(row[1])) if row else None

    def see(self, source: Seen, *, earlier: bool = False) -> None:
        """Keeps a source that the present run, or an earlier one, has found."""
        run = 0 if earlier else self._run
        member = member_of(source.uri)
        self._db.execute(
            """insert into sources values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (uri) do update set
            name = excluded.name, size = excluded.size, document_id = excluded.document_id, reason = excluded.reason,
            token = excluded.token, own = max(own, excluded.own), run = excluded.run""",
            (*astuple(source), member[0] if member else None, run),
        )

    def is_listed(self, uri: str, listing: str, metadata: Mapping[str, str], *, earlier: bool = False) -> bool:
        """Keeps what a list says of a source. The first of its rows counts: False where another has said otherwise."""
        said = json.dumps(metadata, sort_keys=True)
        query = "select metadata from listed where uri = ? and listing = ? and run = ?"
        known = self._db.execute(query, (uri, listing, self._run)).fetchone()
        if known is None:
            run = 0 if earlier else self._run
            self._db.execute("insert or replace into listed values (?, ?, ?, ?)", (uri, listing, said, run))
        return known is None or known[0] == said

    def unopened(self, uri: str, reason: str) -> None:
        """Keeps that a source which was found could not be opened after all."""
        self._db.execute("update sources set document_id = null, reason = ? where uri = ?", (reason, uri))

    def found_any(self) -> bool:
        """Whether the present run has found anything."""
        return self._db.execute("select 1 from sources where run = ?", (self._run,)).fetchone() is not None

    def forget_missing(self, below: str, covers: Callable[[str, bool], bool]) -> None:
        """Forgets covered sources below a folder or prefix, and in archives there, that this run has not found."""
        self._db.create_function("covers", 2, covers)
        end = below[:-1] + chr(ord(below[-1]) + 1)
        for column, archive in (("uri", 0), ("archive", 1)):
            self._db.execute(
                f"""delete from sources where {column} >= ? and {column} < ? and run < ? and covers({column}, {archive})
                and {READABLE}""",
                (below, end, self._run, self._run),
            )

    def forget_members(self, archive: str) -> None:
        """Forgets the members of an archive that this run has not found."""
        query = f"delete from sources where (archive = ? or uri = ?) and run < ? and {READABLE}"
        self._db.execute(query, (archive, archive, self._run, self._run))

    def forget_unlisted(self, listing: str) -> None:
        """Forgets the rows of a list that are gone, and the sources that no list and no place holds any more."""
        self._db.execute("delete from listed where listing = ? and run < ?", (listing, self._run))
        self._db.execute(
            """delete from sources where own = 0 and run < ?
            and not exists (select 1 from listed l where l.uri = sources.uri)""",
            (self._run,),
        )

    def outcomes(self) -> Iterator[Outcome]:
        """What became of every source that the present run has found, by URI."""
        query = f"""select s.uri, s.name, s.reason, {_prefixed("r")}
            from sources s left join {NEWEST} r on r.document_id = s.document_id where s.run = ? order by s.uri"""
        for uri, name, reason, *row in self._db.execute(query, (self._run,)):
            if row[0] is None:
                yield Outcome(name, None, reason)
                continue
            reading = _reading(tuple(row))
            same_as = reading.outcome.name if reading.uri != uri else None
            yield replace(reading.outcome, name=name, same_as=same_as)

    def slowest(self, count: int) -> list[Reading]:
        """The documents of the present run's sources that took longest to read, the slowest first."""
        query = f"""select {_prefixed("r")} from {NEWEST} r where exists
            (select 1 from sources s where s.document_id = r.document_id and +run = ?)
            order by seconds desc, document_id limit ?"""
        return [_reading(row) for row in self._db.execute(query, (self._run, count))]

    # Documents

    def standings(self) -> Iterator[Standing]:
        """Every document that has a source or a reading, by its first source, then by its id."""
        query = f"""select d.document_id,
                (select json_group_array(uri) from sources s where s.document_id = d.document_id),
                (select min(uri) from sources s where s.document_id = d.document_id and +run = ?),
                (select json_group_array(json_array(l.uri, l.listing, l.metadata))
                 from sources s join listed l on l.uri = s.uri where s.document_id = d.document_id), {_prefixed("r")}
            from (select document_id from sources where document_id is not null
                  union select document_id from readings) d
            left join {NEWEST} r on r.document_id = d.document_id order by 3, 1"""
        for document_id, sources, here, listed, *reading in self._db.execute(query, (self._run,)):
            known = _reading(tuple(reading)) if reading[0] else None
            uris = tuple(sorted(json.loads(sources)))
            if not uris:
                assert known is not None
                yield Standing(document_id, known.size, (), known.outcome.name, None, known, known.metadata)
                continue
            name, size = self._db.execute("select name, size from sources where uri = ?", (uris[0],)).fetchone()
            yield Standing(document_id, size, uris, name, here, known, _together(json.loads(listed)))

    def readings(self, *, staged: bool) -> Iterator[Reading]:
        """The published readings by document id; with those staged in place of the old ones if `staged`."""
        table = NEWEST if staged else "readings"
        where = "" if staged else "where staged = 0"
        for row in self._db.execute(f"select {READING} from {table} {where} order by document_id"):
            yield _reading(row)

    def coming(self, dropped: frozenset[str]) -> Iterator[Reading]:
        """The readings of the dataset that the next publication makes, by document id."""
        return (reading for reading in self.readings(staged=True) if reading.document_id not in dropped)

    def staged(self) -> Iterator[Reading]:
        """The readings that wait for publication, by document id."""
        query = f"select {READING} from readings where staged = 1 and document_id > ? order by document_id limit 1"
        last = ""
        while row := self._db.execute(query, (last,)).fetchone():  # one at a time: the caller changes them meanwhile
            reading = _reading(row)
            yield reading
            last = reading.document_id

    def staged_ids(self) -> frozenset[str]:
        """The documents that wait for publication."""
        return frozenset(row[0] for row in self._db.execute("select document_id from readings where staged = 1"))

    def published(self, document_id: str) -> Reading | None:
        """The published reading of a document."""
        query = f"select {READING} from readings where staged = 0 and document_id = ?"
        row = self._db.execute(query, (document_id,)).fetchone()
        return _reading(row) if row else None

    def newest(self, document_id: str) -> Reading | None:
        """The staged reading of a document, or else the published one."""
        row = self._db.execute(f"select {READING} from {NEWEST} where document_id = ?", (document_id,)).fetchone()
        return _reading(row) if row else None

    def keep(self, reading: Reading, *, staged: bool) -> None:
        """Keeps what is known of a document's file, staged or published."""
        self._db.execute(
            f"insert or replace into readings (staged, {READING}) values ({','.join('?' * 18)})",
            (int(staged), *_row(reading)),
        )

    def drop(self, document_id: str, *, staged_only: bool = False) -> None:
        """Forgets a document's reading."""
        only = "and staged = 1" if staged_only else ""
        self._db.execute(f"delete from readings where document_id = ? {only}", (document_id,))

    def settle(self, removed: frozenset[str]) -> None:
        """Makes the staged readings the published ones, and forgets those removed."""
        with _transaction(self._db):
            self._db.execute(
                """delete from readings
                where staged = 0 and document_id in (select document_id from readings where staged = 1)"""
            )
            self._db.execute("update readings set staged = 0")
            for document_id in removed:
                self.drop(document_id)

    # What of the dataset an object store has, where it is a copy of one there

    def sent_manifest(self) -> str | None:
        """The sha256 of the datapackage.json that the store had when this dataset and the one there were the same."""
        row = self._db.execute("select sha256 from sent_manifest").fetchone()
        return str(row[0]) if row else None

    def unsent(self) -> Iterator[str]:
        """The documents whose published files the store does not have."""
        query = """select document_id from readings r where staged = 0 and not exists
            (select 1 from sent s where s.document_id = r.document_id and s.sha256 = r.sha256) order by document_id"""
        return (row[0] for row in self._db.execute(query))

    def sent_and_gone(self) -> Iterator[str]:
        """The documents that the store has, and the dataset no longer."""
        query = "select document_id from sent where document_id not in (select document_id from readings)"
        return (row[0] for row in self._db.execute(f"{query} order by document_id"))

    def sent(self, manifest: str) -> None:
        """Keeps that the store has the published dataset, whose datapackage.json has that sha256."""
        with self.batch():
            self._db.execute("delete from sent")
            self._db.execute("insert into sent select document_id, sha256 from readings where staged = 0")
            self._db.execute("delete from sent_manifest")
            self._db.execute("insert into sent_manifest values (?)", (manifest,))

    def forget_all(self) -> None:
        """Forgets everything."""
        with self.batch():
            for table in ("sources", "readings", "sent", "sent_manifest"):
                self._db.execute(f"delete from {table}")

    def batch(self) -> "_transaction":
        """Makes many changes one."""
        return _transaction(self._db)

    def keep_so_far(self) -> None:
        """Within a batch: makes the changes up to here one, and begins another."""
        self._db.execute("commit")
        self._db.execute("begin")


class _transaction:  # noqa: N801 - a statement, not a thing
    """All of the changes inside, or none."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def __enter__(self) -> None:
        self._database.execute("begin")

    def __exit__(self, kind: object, *_: object) -> None:
        self._database.execute("commit" if kind is None else "rollback")


def _together(listed: list[tuple[str, str, str]]) -> dict[str, str]:
    """What the lists say of a document, by name. Where they differ, its first source's first list counts.

    What is only remembered from the dataset counts where no list speaks.
    """
    said = sorted(row for row in listed if row[1] != REMEMBERED) or sorted(listed)
    together: dict[str, str] = {}
    for _, _, metadata in said:
        together = json.loads(metadata) | together
    return dict(sorted(together.items()))


def _prefixed(table: str) -> str:
    return ", ".join(f"{table}.{column}" for column in READING.split(", "))


def _row(reading: Reading) -> tuple[object, ...]:
    outcome = reading.outcome
    return (
        reading.document_id,
        reading.sha256,
        reading.size,
        reading.key,
        reading.uri,
        json.dumps(reading.also_at),
        int(reading.gone),
        outcome.status,
        outcome.reason,
        outcome.pages,
        outcome.records,
        outcome.table_words,
        outcome.claimed_words,
        json.dumps(outcome.warnings),
        reading.seconds,
        outcome.name,
        json.dumps(dict(reading.metadata)),
    )


def _reading(row: tuple[Any, ...]) -> Reading:
    document_id, sha256, size, key, uri, also_at, gone, status, reason, *figures, warnings, seconds, name, more = row
    pages, records, table_words, claimed_words = figures
    told = tuple(json.loads(warnings))
    outcome = Outcome(name, Status(status), reason, pages, records, table_words, claimed_words, told)
    at = tuple(json.loads(also_at))
    return Reading(document_id, sha256, size, key, uri, at, bool(gone), seconds, outcome, json.loads(more))
