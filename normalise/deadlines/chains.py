"""Times in one list or range to times with their year: a year printed once serves its neighbours."""

from dataclasses import replace

from spacy.tokens import Doc

from normalise.deadlines.lexicon import Item
from normalise.deadlines.moments import Moment, Several, Span, Time, Unit
from normalise.deadlines.rewrite import ITEMS, item_of
from normalise.deadlines.rules import GROUPS

LINKS = {"and", "comma", "dash", "to", "slash", "until", "between"}
BORROWS = {Unit.DAY, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.SEASON, Unit.TERM, Unit.FEAST}
LONGEST_LINK = 2


def share_years(doc: Doc) -> Doc:
    """Give each time that lacks a year the year of the next in its chain, else of the one before."""
    items: dict[int, Item] = doc.user_data[ITEMS]
    for chain in _chains(doc):
        places = [doc[i].idx for i in chain]
        times = [time for p in places if isinstance(time := items[p].value, Moment | Span | Several)]
        for place, time in zip(places, _share(times), strict=True):
            kind = "day" if isinstance(time, Moment) and time.unit is Unit.DAY else items[place].kind
            items[place] = replace(items[place], kind=kind, value=time)
    return doc


def _chains(doc: Doc) -> list[list[int]]:
    """Runs of times with nothing but links between them, as token numbers."""
    chains: list[list[int]] = []
    gap = LONGEST_LINK + 1
    for i, token in enumerate(doc):
        kind = item_of(token).kind
        if kind in GROUPS["time"]:
            if gap <= LONGEST_LINK and gap and chains:
                chains[-1].append(i)
            else:
                chains.append([i])
            gap = 0
        else:
            gap = gap + 1 if kind in LINKS else LONGEST_LINK + 1
    return [chain for chain in chains if len(chain) > 1]


def _share(times: list[Time]) -> list[Time]:
    for i in range(len(times) - 2, -1, -1):
        times[i] = _borrow(times[i], times[i + 1], backwards=True)
    for i in range(1, len(times)):
        times[i] = _repeat_day(_borrow(times[i], times[i - 1], backwards=False), times[i - 1])
    return times


def _end(time: Time, first: bool) -> Moment:
    if isinstance(time, Span):
        return time.first if first else time.last
    if isinstance(time, Several):
        return time.moments[0 if first else -1]
    return time


def _borrow(time: Time, neighbour: Time, backwards: bool) -> Time:
    """The time with its neighbour's year; a year earlier (or later) where it would fall on the wrong side of it."""
    donor = _end(neighbour, first=backwards)
    if isinstance(time, Span):
        last = _borrow(time.last, neighbour, backwards)
        first = _borrow(time.first, last, backwards=True)
        return replace(time, first=first, last=last) if isinstance(first, Moment) and isinstance(last, Moment) else time
    if isinstance(time, Several):
        return Several(
            tuple(m for m in (_borrow(m, neighbour, backwards) for m in time.moments) if isinstance(m, Moment))
        )
    if time.unit is Unit.SEASON and donor.unit is Unit.TERM:
        time = replace(time, unit=Unit.TERM)
    if time.year is not None or time.plan_year is not None or time.unit not in BORROWS:
        return time
    if donor.unit not in BORROWS:
        return time
    if donor.plan_year is not None:
        return replace(time, plan_year=donor.plan_year)
    if donor.year is None:
        return time
    shift = 0
    if not donor.paired and time.unit is donor.unit:
        wrong_side = _place(time) > _place(donor) if backwards else _place(time) < _place(donor)
        shift = (-1 if backwards else 1) if wrong_side else 0
    return replace(time, year=donor.year + shift, paired=donor.paired)


def _place(moment: Moment) -> tuple[int, int]:
    return moment.number, moment.day or 0


def _repeat_day(time: Time, before: Time) -> Time:
    """Read a bare year after a day or month ("31 March 2010, 2011") as the same day of that year."""
    if not isinstance(time, Moment) or not isinstance(before, Moment) or time.unit is not Unit.YEAR:
        return time
    if time.year is None or time.edges:
        return time
    dated = before.unit in (Unit.DAY, Unit.MONTH) and before.year is not None
    return replace(before, year=time.year, others=()) if dated else time
