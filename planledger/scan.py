"""Places to what the index knows of sources: each one's bytes are hashed, what has gone is forgotten.

A file of this machine is hashed in every run, here. What an object store says of an object, or that an archive's own
bytes are the same, spares a source's fetching; else it is fetched and hashed in a caged worker, for archives and stores
may be hostile, or hang.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from planledger.cage.pool import End, Pool
from planledger.index import Index
from planledger.known import Seen
from planledger.sources.inputs import each_of, no_pdf
from planledger.sources.listing_csv import Listing, said_at
from planledger.sources.opening import size_and_digest
from planledger.sources.source import CannotOpen, Place, Refused, Source
from planledger.sources.uris import scheme_of

KEPT_TOGETHER = 200
"""Sources after which what was found is kept, whatever comes."""


@dataclass(frozen=True, slots=True)
class Hashed:
    """The size and the sha256 of a source's bytes."""

    size: int
    sha256: str


def scan(places: Iterable[Place], index: Index, pool: Pool, found: Callable[[], None] = lambda: None) -> None:
    """Has the index see every source in the places, and forget those that they no longer hold.

    `found` is called after each. Raises UsageError where a place cannot be listed, or nothing is in any; then nothing
    is forgotten.
    """
    given = tuple(places)
    with index.batch():
        with closing(pool.run(hash_source, _unhashed(given, index, found))) as ends:
            for end in ends:
                index.see(_seen(end.job, _answer(end)))
                found()
        if not index.found_any():
            raise no_pdf(place.uri for place in given)
        for place in given:
            place.forget_missing(index)


def hash_source(source: Source) -> Hashed | Refused:
    """The hash of a source's bytes, or why there is none."""
    try:
        return Hashed(*size_and_digest(source.uri))
    except CannotOpen as error:
        return Refused(source.name, source.uri, str(error))


def _unhashed(places: Iterable[Place], index: Index, found: Callable[[], None]) -> Iterator[Source]:
    """The sources that a worker has to hash; all others are seen here."""
    entries = (entry for place in places for entry in _unseen(place, index))
    for count, entry in enumerate(entries):
        if count % KEPT_TOGETHER == 0:
            index.keep_so_far()
        if isinstance(entry, Seen):
            index.see(entry)
            found()
        else:
            yield entry


def _unseen(place: Place, index: Index) -> Iterator[Seen | Source]:
    """What a place holds that the run has not seen yet; as seen, unless a worker has to look at it."""
    own = not isinstance(place, Listing)
    for entry in each_of(place):
        if isinstance(entry, Source) and entry.listed is not None:
            listed = entry.listed
            if not index.is_listed(entry.uri, listed.by, listed.metadata):
                reason = said_at("an earlier row says otherwise of the same file; that one counts", listed)
                yield Seen(f"{listed.by}#line={listed.line}", entry.name, 0, None, reason, own=False)
        if index.seen(entry.uri, own=own):
            continue
        if isinstance(entry, Refused):
            yield Seen(entry.uri, entry.name, 0, None, entry.reason, own=own)
        elif entry.token is not None and (known := index.same(entry.uri, entry.token)) is not None:
            yield _seen(entry, Hashed(*known))
        elif scheme_of(entry.uri) == "file":
            yield _seen(entry, hash_source(entry))
        else:
            yield entry


def _answer(end: End[Source, Hashed | Refused]) -> Hashed | Refused:
    """A worker's answer; a limit that it met, or its end, is a reason too."""
    if end.answer is not None:
        return end.answer
    return Refused(end.job.name, end.job.uri, f"cannot be fetched: {end.reason}")


def _seen(source: Source, answer: Hashed | Refused) -> Seen:
    own = source.listed is None
    if isinstance(answer, Hashed):
        return Seen(source.uri, source.name, answer.size, answer.sha256, None, source.token, own)
    reason = answer.reason if source.listed is None else said_at(answer.reason, source.listed)
    return Seen(source.uri, source.name, 0, None, reason, None, own)
