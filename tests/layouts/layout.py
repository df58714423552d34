"""What a drawn layout is: its PDF, and the records that a careful reader takes from it."""

from collections.abc import Callable
from dataclasses import dataclass

from models import Kind


@dataclass(frozen=True, slots=True)
class Expected:
    """A record in its printed words; `context` are texts that must be among those that govern it."""

    action: str
    owner: str | None = None
    deadline: str | None = None
    ref: str | None = None
    context: tuple[str, ...] = ()
    outcome: str | None = None
    progress: str | None = None
    page: int = 1
    kind: Kind = Kind.ACTION


@dataclass(frozen=True, slots=True)
class Layout:
    """A class of layout: how to draw an example, and its records. `fails` says why it is not read yet."""

    name: str
    draw: Callable[[], bytes]
    records: tuple[Expected, ...]
    fails: str | None = None
