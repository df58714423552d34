"""`planledger read-date`: turns one text into its deadlines, each with its rule and the other readings it allows."""

import json
from collections.abc import Iterator
from datetime import date

import typer

from models import Alternative, Deadline
from normalise import Calendar, Period, has_impossible_date, read_deadlines
from planledger.errors import UsageError


def run(text: str, plan_period: str | None, calendar: Calendar, as_json: bool) -> None:
    """Prints what the text says as a deadline cell of a plan of that period, to read or as JSON."""
    period = _period(plan_period)
    found = read_deadlines(text, period, calendar)
    impossible = has_impossible_date(text, period, calendar)
    if as_json:
        said = {
            "text": text,
            "deadlines": [deadline.model_dump(mode="json") for deadline in found],
            "impossible_date": impossible,
        }
        typer.echo(json.dumps(said, ensure_ascii=False, indent=2))
        return
    for deadline in found:
        typer.echo("\n".join(_lines(deadline)))
    if impossible:
        typer.echo("a date that does not exist is left out")
    elif not found:
        typer.echo("no deadline")


def _period(text: str | None) -> Period | None:
    """First and last day of "2009-04-01/2012-03-31"."""
    if text is None:
        return None
    try:
        first, last = (date.fromisoformat(part) for part in text.split("/"))
    except ValueError as error:
        raise UsageError(f"--plan-period {text}: write it as 2009-04-01/2012-03-31") from error
    if last < first:
        raise UsageError(f"--plan-period {text}: the last day lies before the first")
    return first, last


def _lines(deadline: Deadline) -> Iterator[str]:
    yield f'"{deadline.text}"'
    for name, value in (
        ("start", deadline.start_date),
        ("due", deadline.due_date),
        ("precision", deadline.precision),
        ("edtf", deadline.edtf),
        ("ongoing", "yes" if deadline.ongoing else None),
        ("recurrence", deadline.recurrence),
        ("rrule", deadline.rrule),
        ("provisional", "yes" if deadline.provisional else None),
        ("condition", deadline.condition),
        ("rule", deadline.rule),
    ):
        if value is not None:
            yield f"  {name:<11} {value}"
    for other in deadline.alternatives:
        yield f"  {'or':<11} {_said(other)}  ({other.rule})"


def _said(other: Alternative) -> str:
    parts = [
        f"start {other.start_date}" if other.start_date else "",
        f"due {other.due_date}" if other.due_date else "",
        "ongoing" if other.ongoing else "",
        other.recurrence or "",
        "provisional" if other.provisional else "",
    ]
    return ", ".join(part for part in parts if part)
