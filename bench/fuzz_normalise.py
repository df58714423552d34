"""Turns hours of idle machine into cells that break the readers: coverage-guided fuzzing with atheris.

    python -m bench.fuzz_normalise [SECONDS]

Bytes are spelt out as words of the readers' own vocabularies, figures, signs and raw text, and read as deadline cell,
as pair of columns, as owner cell and as prose. A reader that raises, takes longer than 50 ms for 1,000 characters,
puts a due date before its start, or writes EDTF or an RRULE that cannot be parsed back, ends the run with the text that
did it. Not part of the suite; it comes with `pip install planledger[fuzz]`.
"""

import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

import atheris
from dateutil.rrule import rrulestr
from edtf import parse_edtf

with atheris.instrument_imports(include=["normalise"]):
    # The readers that the package loads only at the first call: loaded here, their branches are counted.
    import normalise.deadlines.reader
    import normalise.owners.reader
    import normalise.prose.reader  # noqa: F401
    from models import Alternative, Deadline
    from normalise import Calendar, Period, ProseLine, join_deadlines, read_deadlines, read_owners, read_promises
    from normalise.deadlines.lexicon import words
    from normalise.owners.lexicon import word_list

SECONDS = 300
PACE = 0.05 / 1000
"""Seconds for each character: 50 ms for 1,000."""

LEAST = 0.05
"""Seconds that any text may take."""

TRIES = 3
"""A slow reading counts only if it is slow again and again: another process may have had the machine."""

SIGNS = [" ", " ", " ", "-", "/", ".", ",", ";", "(", ")", "&", "'", "\n", ":", "+", "–", '"', "?", "£", "%"]
FIGURES = ["1", "04", "31", "2010", "2009/10", "10/11", "31.3.10", "Q1", "H2", "FY10", "29/02", "99", "2010-12"]
OWNER_LISTS = ("heads_firm", "fields", "ranks", "team_nouns", "organisation_names", "given_names", "support_words")


def vocabulary() -> list[str]:
    """What bytes stand for."""
    owners = [entry for name in OWNER_LISTS for entry in sorted(word_list(name))]
    return [*SIGNS, *FIGURES, *sorted(words()), *(entry.title() for entry in owners), "will", "planned", "by then"]


def text_of(data: atheris.FuzzedDataProvider, pieces: list[str]) -> str:
    """A text of pieces of the vocabulary and of raw characters."""
    found = []
    for _ in range(data.ConsumeIntInRange(0, 24)):
        raw = data.ConsumeIntInRange(0, 9) == 0
        found.append(data.ConsumeUnicodeNoSurrogates(4) if raw else data.PickValueInList(pieces))
        found.append(data.PickValueInList(["", " ", " ", " "]))
    return "".join(found)


def period_of(data: atheris.FuzzedDataProvider) -> Period | None:
    """A plan's period, or none."""
    if data.ConsumeBool():
        return None
    first = date(1990, 1, 1) + timedelta(days=data.ConsumeIntInRange(0, 20000))
    return first, first + timedelta(days=data.ConsumeIntInRange(0, 4000))


def timed(read: Callable[[], list[Deadline]], length: int) -> list[Deadline]:
    """What `read` gives, where it is quick enough."""
    allowed = max(LEAST, PACE * length)
    for left in reversed(range(TRIES)):
        started = time.perf_counter()
        found = read()
        taken = time.perf_counter() - started
        if taken <= allowed:
            return found
        if left == 0:
            raise AssertionError(f"{1000 * taken:.0f} ms for {length} characters")
    return []


def check(found: list[Deadline]) -> None:
    """Every reading is sound."""
    for deadline in found:
        _check_days(deadline)
        for other in deadline.alternatives:
            _check_days(other)
        if deadline.rrule:
            rrulestr(deadline.rrule, dtstart=datetime(2010, 1, 1))


def _check_days(reading: Deadline | Alternative) -> None:
    if reading.start_date and reading.due_date and reading.due_date < reading.start_date:
        raise AssertionError(f"due before start: {reading}")
    if reading.edtf:
        parse_edtf(reading.edtf)


def run(data: atheris.FuzzedDataProvider, pieces: list[str]) -> None:
    """Read one text in every way."""
    period = period_of(data)
    calendar: Calendar = "calendar" if data.ConsumeBool() else "uk_financial"
    text, other = text_of(data, pieces), text_of(data, pieces)
    try:
        check(timed(lambda: read_deadlines(text, period, calendar), len(text)))
        check(join_deadlines(text, other, period, calendar))
        read_owners(text)
        for promise in read_promises([ProseLine(text, listed=True), ProseLine(other)], period, calendar):
            check(list(promise.deadlines) if promise else [])
    except Exception:
        print(f"read {text!r} | {other!r} in {period}, {calendar}")
        raise


def main(seconds: int) -> None:
    """Fuzz for so many seconds."""
    pieces = vocabulary()
    options = [
        sys.argv[0],
        f"-max_total_time={seconds}",
        "-max_len=400",
        "-len_control=0",
        "-timeout=20",
        "-rss_limit_mb=0",
    ]
    atheris.Setup(options, lambda data: run(atheris.FuzzedDataProvider(data), pieces))
    atheris.Fuzz()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
