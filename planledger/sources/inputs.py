"""What a user names on the command line to places: files, folders, globs, archives, lists, and object stores' URLs."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from planledger.errors import UsageError
from planledger.sources.archive import Archive
from planledger.sources.files import source_at
from planledger.sources.listing_csv import Listing
from planledger.sources.local import LocalFolder
from planledger.sources.objects import KINDS, STORES, exists, is_prefix, look_up, token_of
from planledger.sources.pattern import MAGIC, split
from planledger.sources.source import CSV, PDF, ZIP, CannotOpen, Place, Refused, Single, Source, has_suffix
from planledger.sources.store import StorePrefix
from planledger.sources.uris import last_part, member_of, path_of, scheme_of, shown

Given = str | Path


def find_places(inputs: Iterable[Given]) -> tuple[Place, ...]:
    """The places that the inputs name, in an order of their own.

    Raises UsageError where one does not exist or cannot be opened, and where it is plain that no PDF is in any.
    """
    given = tuple(inputs)
    places = [_place(entry) for entry in given]
    holding = [_holds_any(place, entry) for place, entry in zip(places, given, strict=True)]  # each has its say
    if not any(holding):
        raise no_pdf(map(str, given))
    return tuple(sorted(places, key=lambda place: place.uri))


def find_source(given: Given) -> Source:
    """The one source that an input names. Raises UsageError where it may hold several."""
    place = _place(given)
    found = next(place.each(), None) if isinstance(place, Single) else None
    if not isinstance(found, Source):
        raise UsageError(f"{given}: may hold several PDFs; name one")
    return found


def find_sources(inputs: Iterable[Given]) -> tuple[Source, ...]:
    """Every source in all of the inputs, each once, sorted by URI. Raises UsageError as find_places does."""
    given = tuple(inputs)
    found = {source.uri: source for place in find_places(given) for source in each_of(place)}
    if not found:
        raise no_pdf(map(str, given))
    return tuple(source for _, source in sorted(found.items()) if isinstance(source, Source))


def each_of(place: Place) -> Iterator[Source | Refused]:
    """What a place holds. Raises UsageError where it cannot be listed."""
    try:
        yield from place.each()
    except CannotOpen as error:
        raise UsageError(f"{place.uri}: {error}") from error


def no_pdf(places: Iterable[str]) -> UsageError:
    """The error that there is nothing to read."""
    return UsageError(f"no {PDF} file in {', '.join(places)}; name the folder that holds the PDFs")


def _holds_any(place: Place, given: Given) -> bool:
    try:
        return place.holds_any()
    except CannotOpen as error:
        raise UsageError(f"{given}: {error}") from error


def _place(given: Given) -> Place:
    text = str(given)
    scheme = scheme_of(text) if isinstance(given, str) else None
    try:
        if scheme is None:
            return _local(Path(text))
        if scheme == "file":
            return _local(path_of(text))
        member = member_of(text)
        if member is not None:
            return Single(Source(shown(last_part(member[1])), text))
        if scheme in STORES:
            return _stored(text)
    except (CannotOpen, OSError, ValueError) as error:
        raise UsageError(f"{text}: {getattr(error, 'strerror', None) or error}") from error
    raise UsageError(f"{text}: no place that can be read; the URLs that can are {KINDS}")


def _local(path: Path) -> Place:
    """A place of this machine. The links in its own path are followed."""
    if path.is_dir():
        return LocalFolder(path.resolve())
    if path.is_file():
        found = path.resolve()
        if has_suffix(path.name, ZIP):
            return Archive(found.as_uri())
        return Listing(found.as_uri()) if has_suffix(path.name, CSV) else Single(source_at(found))
    if path.exists():
        raise CannotOpen("not a file or folder; check the path")
    if MAGIC.search(str(path)):
        top, wanted = split(str(path))
        return LocalFolder(Path(top or ("/" if path.is_absolute() else ".")).resolve(), wanted)
    raise CannotOpen("no such file or folder; check the path")


def _stored(url: str) -> Place:
    """A place in an object store. What ends with a slash is a prefix; of anything else the store tells what it is."""
    bucket, _, key = url.partition("://")[2].partition("/")
    if not bucket or MAGIC.search(bucket):
        raise CannotOpen("name the bucket in full; a glob may begin after it")
    if not key or url.endswith("/"):
        return StorePrefix(url.rstrip("/") + "/")
    if MAGIC.search(url) and not exists(url):
        below, wanted = split(url)
        return StorePrefix(below + "/", wanted)
    said = look_up(url)
    if is_prefix(said):
        return StorePrefix(url + "/")
    token = token_of(said)
    if has_suffix(url, ZIP):
        return Archive(url, token)
    return Listing(url) if has_suffix(url, CSV) else Single(Source(last_part(url), url, token))
