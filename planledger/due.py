"""What a document's sources and its last reading say about what a run has to do with it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import Enum

from models import Status
from models.upgrade import READ_SINCE
from planledger.known import Reading, Standing
from planledger.limits import Limits
from planledger.options import Options
from planledger.version import READER_VERSION


class Due(Enum):
    """What is to be done with a document."""

    NOTHING = "nothing"
    READ = "read"
    RESTATE = "restate"
    """Its sources are told anew; its records stay."""
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked for: how to read, what to read again, and whether documents without a source go."""

    options: Options = field(default_factory=Options)
    limits: Limits = field(default_factory=Limits)
    retry: frozenset[Status] = frozenset()
    prune: bool = False


def due(standing: Standing, wanted: Wanted) -> Due:
    """What is due. A document is read where the run has a source of it and what its reading depends on is not the same.

    One without any source is kept and marked, or dropped where that is wanted; one whose sources are not among those
    that the run was pointed at is left as it is.
    """
    reading = standing.reading
    if reading is None:
        return Due.READ if standing.here else Due.NOTHING
    if not standing.uris:
        if wanted.prune:
            return Due.DROP
        return Due.NOTHING if reading.gone else Due.RESTATE
    status = reading.outcome.status
    again = status in wanted.retry or reading.key != reading_key(standing.name, status, wanted)
    if standing.here and again:
        return Due.READ
    return Due.NOTHING if _told(reading) == (standing.uris, False, standing.metadata) else Due.RESTATE


def reading_key(name: str, status: Status | None, wanted: Wanted) -> str:
    """All on which a reading depends besides the bytes: options, versions, the file's name, and the limit that it hit.

    A limit that a document did not hit has no part in what was read.
    """
    limit = (
        {
            Status.TIMED_OUT: wanted.limits.seconds,
            Status.OUT_OF_MEMORY: wanted.limits.memory,
            Status.TOO_MANY_PAGES: wanted.limits.pages,
            Status.TOO_MUCH_OUTPUT: wanted.limits.output,
        }.get(status)
        if status
        else None
    )
    return json.dumps([READER_VERSION, READ_SINCE, asdict(wanted.options), name, limit])


def _told(reading: Reading) -> tuple[tuple[str, ...], bool, Mapping[str, str]]:
    """The sources that the document's file tells of, whether it says that they are gone, and what lists say of them."""
    return (reading.uri, *reading.also_at), reading.gone, reading.metadata
