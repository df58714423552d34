"""Owner cells to owners: who answers for an action, split out of the words of one cell and given a kind.

`read_owners` reads a cell, `is_ditto` and `inherits` say whether it repeats the row above (wholly, or as its first
owner), `looks_like_owner` is a cheap test for choosing the owner column.
"""

from models import Owner
from normalise.owners.acronyms import Acronym, read_acronyms, written_out
from normalise.owners.guess import looks_like_owner
from normalise.owners.nobody import inherits, is_ditto, names_nobody

__all__ = [
    "Acronym",
    "inherits",
    "is_ditto",
    "looks_like_owner",
    "names_nobody",
    "read_acronyms",
    "read_owners",
    "written_out",
]


def read_owners(text: str) -> list[Owner]:
    """The owners of one cell in the order printed; none where it names nobody or repeats the row above.

    Line breaks in `text` may be wraps or stand between owners: the words decide. Never raises on any text.
    """
    from normalise.owners.reader import read_owners as read  # noqa: PLC0415  spaCy loads only where it is used

    return read(text)
