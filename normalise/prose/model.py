"""What the reader of running text takes in, and what it returns."""

from dataclasses import dataclass

from models import Deadline


@dataclass(frozen=True, slots=True)
class ProseLine:
    """One sentence; `listed` is true for an item of a list, where a verb alone may promise ("Publish by May")."""

    text: str
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """What a sentence promises: its deadlines, none where it says only soon, and the name of the rule."""

    deadlines: tuple[Deadline, ...]
    rule: str
