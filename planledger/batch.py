"""Turns a list of source files into a published dataset, one document after another."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from extract.reading import Reader
from planledger.attempt import attempt
from planledger.outcome import Outcome, outcome_of
from planledger.publish import prepare, publish, stage
from planledger.sources import Source


def convert_sources(
    sources: Iterable[Source],
    root: Path,
    reader: Reader = "pdfium",
    done: Callable[[Outcome], None] = lambda _: None,
    prose: bool = False,
) -> tuple[Outcome, ...]:
    """Converts every source into the dataset at `root` and publishes it; `done` is called after each.

    With `prose`, dated promises of the running text become records too. Documents that the dataset holds already
    stay; those converted again are replaced. Files with the same bytes are one document, named after the first. Raises
    DatasetError where the dataset cannot be read or written.
    """
    prepare(root)
    outcomes = []
    for outcome in _outcomes(sources, root, reader, prose):
        outcomes.append(outcome)
        done(outcome)
    publish(root)
    return tuple(outcomes)


def _outcomes(sources: Iterable[Source], root: Path, reader: Reader, prose: bool) -> Iterator[Outcome]:
    first: dict[str, Outcome] = {}
    for source in sources:
        try:
            data = source.path.read_bytes()
        except OSError as error:
            yield Outcome(source.name, None, f"cannot be opened: {error.strerror}")
            continue
        digest = sha256(data).hexdigest()
        if digest in first:
            yield replace(first[digest], name=source.name, same_as=first[digest].name)
            continue
        plan = attempt(data, source, reader, prose)
        stage(root, plan)
        first[digest] = outcome_of(source.name, plan)
        yield first[digest]
