"""The records of two plans to which of them are the same promise.

Two records may be the same where their texts are alike (ALIKE), or have the same ref and are at least akin (AKIN): a
number alone says little, since each year's plan numbers anew. Of all pairs that may be, the likeliest is taken first,
and each record once (greedy assignment). Where the texts of several are equally alike, the ref decides, then kind,
headings and owners, then the place in the plan.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models import Record
from planledger.diff.likeness import likeness, weighed

ALIKE = 0.6
"""From here on two texts are the same promise, reworded."""
AKIN = 0.4
"""From here on they are where the ref is the same."""
SAME_REF, SAME_KIND, SAME_CONTEXT, SAME_OWNERS = 0.25, 0.04, 0.04, 0.02
"""What else speaks for a pair, in parts of a likeness."""


@dataclass(frozen=True, slots=True)
class Match:
    """Places of two records in their plans, and how alike their texts are."""

    old: int
    new: int
    likeness: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    match: Match
    score: float
    apart: float

    @property
    def rank(self) -> tuple[float, float, int]:
        """Smaller is likelier. No two pairs that share a record have the same, whichever plan comes first."""
        return -self.score, self.apart, self.match.old + self.match.new


def matches(old: Sequence[Record], new: Sequence[Record]) -> tuple[Match, ...]:
    """The pairs of records that are the same promise, in the order of the old plan; each record is in one at most."""
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    found = []
    for candidate in sorted(_candidates(old, new), key=lambda candidate: candidate.rank):
        match = candidate.match
        if match.old not in taken_old and match.new not in taken_new:
            taken_old.add(match.old)
            taken_new.add(match.new)
            found.append(match)
    return tuple(sorted(found, key=lambda match: match.old))


def _candidates(old: Sequence[Record], new: Sequence[Record]) -> Iterator[_Candidate]:
    texts = weighed(record.action for record in (*old, *new))
    before, after = texts[: len(old)], texts[len(old) :]
    for at, one in enumerate(old):
        for place, other in enumerate(new):
            alike = likeness(before[at], after[place])
            same_ref = one.ref is not None and other.ref is not None and ref_key(one.ref) == ref_key(other.ref)
            if alike >= ALIKE or (same_ref and alike >= AKIN):
                score = alike + SAME_REF * same_ref + _beside(one, other)
                yield _Candidate(Match(at, place, alike), score, abs(at / len(old) - place / len(new)))


def ref_key(ref: str) -> str:
    """A ref as it compares: `2.1 a)` is `2.1A`."""
    return re.sub(r"[\s().]*$|\s", "", ref.casefold())


def _beside(one: Record, other: Record) -> float:
    names = [{owner.name.casefold() for owner in record.owners} for record in (one, other)]
    return (
        SAME_KIND * (one.kind == other.kind)
        + SAME_CONTEXT * (one.context[-1:] == other.context[-1:])
        + SAME_OWNERS * (names[0] == names[1])
    )
