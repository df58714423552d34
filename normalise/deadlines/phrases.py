"""Times with the words that govern them (by, from, until, mid, revised) to phrases with a role."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from normalise.deadlines.moments import Edge, Moment, Several, Span, Time, Unit
from normalise.deadlines.rules import GROUPS, Made, Match, Rule


class Role(StrEnum):
    """What a time is to its commitment."""

    BARE = "bare"
    DUE = "due"
    START = "start"
    DURING = "during"
    ONWARDS = "onwards"
    INTO = "into"
    EACH = "each"
    REVISED = "revised"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time, its role, and the rule that gave it the role."""

    time: Time
    role: Role
    rule: str


def _edged(match: Match, *edges: Edge) -> Made | None:
    """The time with a further edge; its kind stays. The edge of a span is one of its ends'; of several times none."""
    item = next(item for item in match.items if isinstance(item.value, Moment | Span | Several))
    moment = item.value
    if isinstance(moment, Span):
        moment = moment.first if {Edge.EARLY, Edge.BEGIN} & {*edges} else moment.last
    if not isinstance(moment, Moment):
        return None
    return Made(item.kind, replace(moment, rule=f"{moment.rule}+{match.rule}", edges=(*moment.edges, *edges)))


EDGE_OF_KIND = {"early": Edge.EARLY, "mid": Edge.MID, "late": Edge.LATE, "end": Edge.END, "begin": Edge.BEGIN}


def _part(match: Match) -> Made | None:
    """Of "mid to late 2010" the later part."""
    return _edged(match, EDGE_OF_KIND[match.all(*EDGE_OF_KIND)[-1].kind])


def _week(match: Match) -> Made | None:
    if match.has("final"):
        return _edged(match, Edge.LATE)
    number = match.one("ordinal", "digits").number
    weeks = {1: Edge.WEEK_1, 2: Edge.WEEK_2, 3: Edge.WEEK_3, 4: Edge.WEEK_4}
    return _edged(match, weeks[number]) if number in weeks else None


def _week_commencing(match: Match) -> Made | None:
    return _edged(match, Edge.WEEK_COMMENCING)


def _week_ending(match: Match) -> Made | None:
    return _edged(match, Edge.END)


def _quarter_ending(match: Match) -> Made | None:
    return _edged(match, Edge.END)


def _year_end_of(match: Match) -> Made | None:
    """Read "Year end 2011" as 31 March 2011: the end of the financial year that ends in 2011."""
    year = list(match.moments())[-1]
    if year.year is None:
        return None
    if year.unit is Unit.YEAR and match.context.calendar == "uk_financial":
        year = replace(year, unit=Unit.FINANCIAL_YEAR, year=year.year - 1, paired=True)
    return Made("fy", replace(year, rule=f"{year.rule}+{match.rule}", edges=(*year.edges, Edge.END)))


def _whole_year(match: Match) -> Made:
    """Read "Year end", "throughout the year" by the plan's own (first) year."""
    edges = (Edge.END,) if match.has("end") else (Edge.MID,) if match.has("mid") else ()
    return Made("plan_year", Moment(Unit.PLAN_YEAR, match.rule, number=1, edges=edges))


def _start_governed(match: Match) -> Made | None:
    """Read "By start of December" as its first day, "before the start of" as the day before."""
    made = _edged(match, *((Edge.BEGIN, Edge.BEFORE) if match.has("before") else (Edge.BEGIN,)))
    return Made("phrase", Phrase(made.value, Role.DUE, match.rule)) if made and isinstance(made.value, Moment) else None


THE = "article?"

EDGES = (
    Rule(
        "part_of",
        (
            f"early|mid|late dash? of|in? {THE} time",
            "early|mid dash|slash|to mid|late dash? time",
            f"end dash|colon? of? {THE} time",
            f"begin of {THE} time",
            f"early|mid|late in|of {THE} time",
            "fy|year end",
        ),
        _part,
    ),
    Rule("start_of", (f"by|before {THE} begin of? {THE} time",), _start_governed),
    Rule(
        "week_of",
        (f"ordinal|final week_word of|in {THE} time", "digits ordinal_suffix week_word of|in time"),
        _week,
    ),
    Rule(
        "week_commencing",
        (
            "'w' slash? 'c'|'b' dot? colon? day",
            "'wc'|'wb' day",
            "week_word begins|begin|of|'beginning' day",
            "week_word dash? 'commencing' day",
        ),
        _week_commencing,
    ),
    Rule("week_ending", ("'w' slash? 'e' dot? colon? day", "'we' day", "week_word ending day"), _week_ending),
    Rule(
        "period_ending",
        ("quarter_word|year_word|month_word|half ending|to day|month_time", "ending day|month_time"),
        _quarter_ending,
    ),
    Rule("year_end_of", ("year_word dash? end of? article? fy|year", "fy end fy|year"), _year_end_of),
    Rule(
        "year_end",
        (
            "year_word dash? end",
            f"end of? {THE} year_word",
            "mid dash? year_word",
            "throughout|during article? year_word",
            "'all' year_word",
            "'in' dash? year_word",
        ),
        _whole_year,
    ),
)


def _times(match: Match) -> list[Time]:
    return [item.value for item in match.items if isinstance(item.value, Moment | Span | Several)]


def _range(match: Match) -> Made | None:
    """Two times with to between them. Each end may be a range itself: the outermost days count."""
    first, last = _times(match)
    if isinstance(first, Several) or isinstance(last, Several) or _is_length(first) or _is_length(last):
        return None
    first = first.first if isinstance(first, Span) else first
    last = last.last if isinstance(last, Span) else last
    if (first.unit, last.unit) == (Unit.QUARTER, Unit.MONTH):
        return None  # "Q4 - March 2011" says the same twice
    return Made("span", Span(first, last, match.rule))


def _is_length(time: Time) -> bool:
    """True for a length, which is no end of a range ("over 3 years up to March 2010")."""
    return isinstance(time, Moment) and time.unit is Unit.DURATION


COUNT_IN_YEAR = {Unit.MONTH: 12, Unit.QUARTER: 4, Unit.HALF: 2, Unit.SEASON: 4, Unit.TERM: 3}


def _neighbours(first: Moment, last: Moment) -> bool:
    """True for "Sept/Oct", "Q3/Q4", "autumn/winter"; "June/December" is a list."""
    count = COUNT_IN_YEAR.get(first.unit)
    return first.unit is last.unit and count is not None and (last.number - first.number) % count == 1


def _window(match: Match) -> Made | None:
    moments = list(match.moments())
    if len(moments) < len(_times(match)) or match.next_is("slash"):
        return None
    if not all(_neighbours(a, b) for a, b in pairwise(moments)):
        return None
    first, last = moments[0], moments[-1]
    return Made("span", Span(first, last, match.rule, window=True))


def _broken_range(match: Match) -> Made:
    """A good beginning with an impossible end keeps the beginning."""
    return Made("phrase", Phrase(_times(match)[0], Role.START, match.rule))


RANGES = (
    Rule(
        "range",
        (
            "time dash|to|until time",
            "time dash? 'up'? to|until time",
            "between time and|to|dash time",
            "from time dash|to|until|and time",
            "time 'through'|'thru' to? time",
        ),
        _range,
    ),
    Rule("window", ("time slash time", "time slash time slash time"), _window),
    Rule(
        "broken_range",
        ("time dash|to|until impossible", "between|from time dash|to|and|until impossible"),
        _broken_range,
    ),
)


def _role(asked: Role, *edges: Edge) -> Callable[[Match], Made | None]:
    def read(match: Match) -> Made | None:
        time, role = _times(match)[0], asked
        if role is Role.START and (isinstance(time, Span) or (isinstance(time, Moment) and time.unit is Unit.YEARS)):
            role = Role.DURING  # "from 2018 to 2020" has an end
        if role is Role.DURING and _is_length(time):
            role = Role.DUE  # "within 6 months" has no beginning of its own
        if edges:
            if not isinstance(time, Moment):
                return None
            kept = tuple(e for e in time.edges if e is not Edge.END)
            if Edge.BEFORE in edges and Edge.END in time.edges:
                return Made("phrase", Phrase(time, role, match.rule))
            time = replace(time, edges=(*kept, *edges))
        return Made("phrase", Phrase(time, role, match.rule))

    return read


def _to_ongoing(match: Match) -> Made | None:
    """Read "April 2010 - ongoing" as a beginning; "April 2010 - ongoing monitoring" is none."""
    return None if match.next_is("") else Made("phrase", Phrase(_times(match)[0], Role.ONWARDS, match.rule))


def _time_to_start(match: Match) -> Made | None:
    """Read "April 2010 start"."""
    return (
        None if match.next_is("", *GROUPS["time"]) else Made("phrase", Phrase(_times(match)[0], Role.START, match.rule))
    )


FILLER = "dot? colon? dash? article?"

RULES = (
    Rule(
        "by",
        (
            f"by {FILLER} time",
            "'no'|'not' 'later' 'than' article? time",
            "'on' 'or' 'before' article? time",
            "'at'? article? 'latest' by? time",
            "'in' 'time' 'for' article? time",
            "target target? colon? dash? time",
        ),
        _role(Role.DUE),
    ),
    Rule("until", (f"until {FILLER} time", "'up' until article? time"), _role(Role.DUE)),
    Rule("up_to", (f"to {FILLER} time", "'up' to article? time"), _role(Role.DUE)),
    Rule("each", ("every time",), _role(Role.EACH)),
    Rule(
        "before",
        ("before article? time", "'prior' to article? time", "'in' 'advance' of time"),
        _role(Role.DUE, Edge.BEFORE),
    ),
    Rule(
        "from",
        (
            f"from|begins|began|begin {FILLER} time",
            "begins|began|begin in|from|'on' article? time",
            "'with' 'effect' from article? time",
            "'w' dot? slash? 'e' dot? slash? 'f' dot? colon? time",
            "'effective'|'operational'|'live' from|'on'? article? time",
            "'as' from|of|'at' time",
            "begin|begins target colon? dash? of|in? time",
            "'not' before time",
            "'no'|'not' 'earlier'|'sooner' 'than' time",
        ),
        _role(Role.START),
    ),
    Rule("after", ("after article? time",), _role(Role.START, Edge.AFTER)),
    Rule("during", ("during|throughout article? time", "'in' 'the'? 'course' of time"), _role(Role.DURING)),
    Rule("in", ("in article? time",), _role(Role.BARE)),
    Rule("onwards", ("from? time comma? onwards",), _role(Role.ONWARDS)),
    Rule("to_ongoing", ("time dash|to ongoing",), _to_ongoing),
    Rule("time_to_start", ("time begin",), _time_to_start),
    Rule("into", ("into article? time",), _role(Role.INTO)),
    Rule("focus", ("focus 'on'|'for'|'in'|'during'|dash|colon? time",), _role(Role.NONE)),
    Rule(
        "revised",
        (
            "revised target? to|until|by|'for'? colon? dash? time",
            "revised target target? colon? to|until|by|'for'? time",
            "'revised' 'to' time",
        ),
        _role(Role.REVISED),
    ),
    Rule("superseded", ("superseded target? target? colon? to|by|'for'? time",), _role(Role.NONE)),
)
