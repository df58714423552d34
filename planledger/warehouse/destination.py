"""Turns what the user names as a warehouse into a dlt destination, and into a name without a password."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

import dlt
from dlt.destinations.impl.duckdb.configuration import DuckDbCredentials

from planledger.errors import UsageError

FILE_KINDS = (".duckdb", ".ddb", ".db")
OTHERS = ("snowflake", "bigquery", "redshift")
"""Destinations that take the same way, each by an extra of dlt, and that no test reaches."""
_SCHEMA = re.compile(r"[a-z][a-z0-9_]{0,40}")
_MASK = "***"


@dataclass(frozen=True, slots=True)
class Warehouse:
    """Where to load. `file_format` is what dlt writes rows as, None for its own choice."""

    destination: Any
    schema: str
    shown: str
    secrets: tuple[str, ...] = ()
    file_format: str | None = None
    known: bool = True
    """Whether it is DuckDB or PostgreSQL. They take whole Arrow tables, and tables and views can be made in the
    transaction that fills them; others are given row after row, and tables and views are made before."""
    keys: bool = False
    """Whether it is told the keys, and keeps them. DuckDB is not: its index would double the file and the time."""

    def masked(self, text: str) -> str:
        """The text without the password."""
        for secret in self.secrets:
            text = text.replace(secret, _MASK)
        return text


def warehouse(to: str, schema: str) -> Warehouse:
    """The warehouse that `to` names: a DuckDB file, a URL, or one of dlt's destinations with settings of its own.

    Raises UsageError where it names none, or the schema's name is none.
    """
    if not _SCHEMA.fullmatch(schema):
        raise UsageError(f"--schema {schema!r}: take lower-case letters, digits and _, a letter first")
    scheme, is_url, rest = to.partition("://")
    if not is_url:
        return _by_name(to, schema) if to in OTHERS else _file(Path(to), schema)
    if scheme == "duckdb":
        return _file(Path(rest.removeprefix("/")), schema)
    if scheme in ("postgres", "postgresql"):
        return _postgres(to, schema)
    if scheme in OTHERS:
        return _by_url(scheme, to, schema)
    raise UsageError(f"--to {scheme}://...: unknown; take a DuckDB file, postgresql://, or {', '.join(OTHERS)}")


def _file(path: Path, schema: str) -> Warehouse:
    if path.suffix not in FILE_KINDS:
        raise UsageError(f"--to {path}: neither a URL nor a DuckDB file, whose name ends in {' or '.join(FILE_KINDS)}")
    if not path.resolve().parent.is_dir():
        raise UsageError(f"--to {path}: the folder is not there")
    if path.stem.lower() == schema:
        raise UsageError(f"--to {path}: DuckDB would take {schema} for the file and for the schema; name one otherwise")
    # Rows in the order in which they come would take half as long again, and all of the memory.
    credentials = DuckDbCredentials(str(path.resolve()), global_config={"preserve_insertion_order": False})
    return Warehouse(dlt.destinations.duckdb(credentials=credentials), schema, str(path))


def _postgres(to: str, schema: str) -> Warehouse:
    url = _split(to)
    query = dict(parse_qsl(url.query))
    host = url.netloc.rpartition("@")[2]
    if not host and "host" in query:
        # dlt wants the folder of a socket where a host's name would be.
        host = quote(query.pop("host"), safe="") + (f":{query.pop('port')}" if "port" in query else "")
    user = url.netloc.rpartition("@")[0]
    # dlt wants a password; of an empty one PostgreSQL's client thinks as of none, and looks into ~/.pgpass.
    netloc = f"{user if ':' in user else f'{user}:'}@{host}"
    if not host or not user or len(url.path) < 2:
        raise UsageError(f"--to {_shown(url)}: take postgresql://USER:PASSWORD@HOST/DATABASE")
    native = url._replace(scheme="postgresql", netloc=netloc, query=urlencode(query)).geturl()
    destination = dlt.destinations.postgres(credentials=native)
    return Warehouse(destination, schema, _shown(url), _secrets(url), file_format="csv", keys=True)


def _by_url(name: str, to: str, schema: str) -> Warehouse:
    url = _split(to)
    # Redshift is reached with PostgreSQL's driver.
    native = url._replace(scheme="postgresql").geturl() if name == "redshift" else to
    destination = getattr(dlt.destinations, name)(credentials=native)
    return Warehouse(destination, schema, _shown(url), _secrets(url), known=False)


def _by_name(name: str, schema: str) -> Warehouse:
    return Warehouse(getattr(dlt.destinations, name)(), schema, name, known=False)


def _split(to: str) -> SplitResult:
    try:
        url = urlsplit(to)
        _ = url.port
    except ValueError as error:
        raise UsageError(f"--to {to.partition('://')[0]}://...: not a URL") from error
    return url


def _shown(url: SplitResult) -> str:
    """Scheme, host and path: no user, no password, no query, which may hold one."""
    return f"{url.scheme}://{url.netloc.rpartition('@')[2]}{url.path}"


def _secrets(url: SplitResult) -> tuple[str, ...]:
    """The password as given and as meant, and every value of the query: what no line may show."""
    values = [url.password or "", *(value for key, value in parse_qsl(url.query) if "pass" in key or "token" in key)]
    found = {form for value in values for form in (value, unquote(value)) if form}
    return tuple(sorted(found, key=len, reverse=True))
