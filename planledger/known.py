"""What a dataset's index knows, as values: sources that were found, readings of documents, and how documents stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planledger.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Seen:
    """A source that a run has found: its bytes' sha256, or why it could not be opened.

    `token` is the same as before only where the bytes are. `own`: its place holds it, it is not only on a list.
    """

    uri: str
    name: str
    size: int
    document_id: str | None
    reason: str | None = None
    token: str | None = None
    own: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a document's JSON file: its sha256 and size, on what its contents depend, its figures.

    `key` tells the options and the version that it was read with; `seconds` how long that took.
    """

    document_id: str
    sha256: str
    size: int
    key: str
    uri: str
    also_at: tuple[str, ...]
    gone: bool
    seconds: float
    outcome: Outcome
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """One document with its sources as they are now, and what lists say of them.

    `here`: a source that the present run has found.
    """

    document_id: str
    size: int
    uris: tuple[str, ...]
    name: str
    here: str | None
    reading: Reading | None
    metadata: Mapping[str, str] = field(default_factory=dict)
