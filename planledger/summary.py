"""The outcomes of a run to its totals, without holding more than a few of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planledger.known import Reading
from planledger.outcome import Outcome, status_of


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to: sources, how many of them were read to their end, how many of each status, the slowest."""

    sources: int
    read: int
    records: int
    statuses: Mapping[str, int]
    slowest: tuple[Reading, ...]


def summary_of(outcomes: Iterable[Outcome], slowest: Iterable[Reading]) -> Summary:
    """The totals of the outcomes; the statuses with most documents first."""
    statuses: Counter[str] = Counter()
    read = records = 0
    for outcome in outcomes:
        statuses[status_of(outcome)] += 1
        read += outcome.read
        records += outcome.records if outcome.same_as is None else 0
    ordered = dict(sorted(statuses.items(), key=lambda item: (-item[1], item[0])))
    return Summary(statuses.total(), read, records, ordered, tuple(slowest))
