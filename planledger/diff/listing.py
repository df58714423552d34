"""A comparison to what the terminal shows: what differs between the same documents, then each plan and its follower."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from planledger.diff.findings import Carried, Comparison, DeadlineChange, Due, Entry, Move, OverTime, Plan, Release
from planledger.terminal import one_line

MOST = 10
"""So many changed values of one field are listed; --json has all."""
LONGEST = 160
"""Characters of a value that are shown."""

Row = tuple[str, str, str, str, str]


def print_comparison(comparison: Comparison, console: Console) -> None:
    """Prints all that differs, and what was compared."""
    if comparison.release.documents:
        _print_release(comparison.release, console)
    for pair in comparison.over_time:
        _print_over_time(pair, console)
    for group in comparison.ambiguous:
        console.print("\nIt is not clear which of these follows which; name them with --old-plan and --new-plan:")
        _print_plans("old", group.old, console)
        _print_plans("new", group.new, console)
    for title, plans in (("Only in the old:", comparison.only_old), ("Only in the new:", comparison.only_new)):
        if plans:
            console.print(f"\n{title}")
            _print_plans("", plans, console)
    if not comparison.differs:
        console.print("Nothing differs.")


def _print_plans(side: str, plans: Iterable[Plan], console: Console) -> None:
    for plan in plans:
        console.print(f"  {side:4}{_plan(plan)}" if side else f"  {_plan(plan)}", soft_wrap=True)


def _plan(plan: Plan) -> str:
    period = f", {plan.period_start} to {plan.period_end}" if plan.period_start and plan.period_end else ""
    return one_line(f"{plan.source_name} ({plan.document_id[:8]}{period})")


# The same documents


def _print_release(release: Release, console: Console) -> None:
    changed = len(release.changed)
    console.print(f"{release.documents:,} documents are in both; {changed:,} of them have other values.")
    if not changed:
        return
    totals = _table(("Value", None), right=("Changed", "Documents"))
    for total in release.totals:
        totals.add_row(Text(one_line(total.field)), f"{total.changed:,}", f"{total.documents:,}")
    console.print()
    console.print(totals)
    values = _table(("Value", 3), ("Document", 3), ("Page, ref", 2), ("Old", 5), ("New", 5))
    rows = list(_values(release))
    for total in release.totals:
        of_field = [row for row in rows if row[0] == total.field]
        for row in of_field[:MOST]:
            values.add_row(*(Text(one_line(cell)) for cell in row))
        if len(of_field) > MOST:
            values.add_row("", f"{len(of_field) - MOST:,} more: --json", "", "", "", style="dim")
    console.print()
    console.print(values)


def _values(release: Release) -> Iterator[Row]:
    for document in release.changed:
        for change in document.changes:
            place = ", ".join(str(part) for part in (change.page, change.ref) if part is not None)
            yield change.field, document.document.source_name, place, _shown(change.old), _shown(change.new)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        value = ", ".join(f"{name} {part}" for name, part in value.items() if part not in (None, False))
    text = "(nothing)" if value is None else str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


# Plans over time


def _print_over_time(pair: OverTime, console: Console) -> None:
    console.print()
    console.print(Text(f"{_plan(pair.old)}  →  {_plan(pair.new)}", style="bold"), soft_wrap=True)
    console.print(_summary(pair))
    rows = sorted(_rows(pair), key=lambda row: row[0])
    if rows:
        table = _table(("Change", None), ("Ref", None), ("What", 5), ("Before", 4), ("Now", 4))
        for _, row in rows:
            table.add_row(*(Text(_shown(one_line(cell))) for cell in row))
        console.print()
        console.print(table)


def _summary(pair: OverTime) -> str:
    moves = Counter(carried.deadline.move for carried in pair.carried)
    parts = [
        f"{len(pair.carried):,} carried over",
        f"{sum(carried.reworded for carried in pair.carried):,} of them reworded",
        f"{len(pair.vanished):,} vanished",
        f"{len(pair.added):,} new",
        f"{sum(carried.owners is not None for carried in pair.carried):,} with other owners",
    ]
    parts += [f"deadlines {_words(move)}: {moves[move]:,}" for move in Move if moves[move] and move is not Move.SAME]
    return "; ".join(parts) + "."


def _words(move: Move) -> str:
    return move.value.replace("_", " ")


def _rows(pair: OverTime) -> Iterator[tuple[tuple[int, int], Row]]:
    """Each line of the table with its place: the longest slips first."""
    order = {move: at for at, move in enumerate(Move)}
    for carried in pair.carried:
        ref, action = _refs(carried), carried.new.action
        if carried.deadline.move is not Move.SAME:
            change = carried.deadline
            place = (order[change.move], -abs(change.days or 0))
            yield place, (_moved(change), ref, action, _due(change.old), _due(change.new))
        if carried.owners is not None:
            before = [*carried.owners.gone, *carried.owners.changed]
            yield (len(Move), 0), ("owners", ref, action, ", ".join(before), ", ".join(carried.owners.added))
    for number, (name, entries) in enumerate((("vanished", pair.vanished), ("new", pair.added)), start=1):
        yield from (((len(Move) + number, 0), _alone(name, entry)) for entry in entries)
    for carried in pair.carried:
        if carried.reworded:
            row = ("reworded", _refs(carried), "", carried.old.action, carried.new.action)
            yield (len(Move) + 3, 0), row


def _alone(name: str, entry: Entry) -> Row:
    return (
        name,
        entry.ref or "",
        entry.action,
        f"page {entry.page}" if name == "vanished" else "",
        (f"page {entry.page}" if name == "new" else ""),
    )


def _refs(carried: Carried) -> str:
    old, new = carried.old.ref or "", carried.new.ref or ""
    return new if old == new else f"{old or '-'} → {new or '-'}"


def _moved(change: DeadlineChange) -> str:
    """`slipped 6 months`; with "about" where the two are not stated alike."""
    if change.days is None or change.move in (Move.SHARPER, Move.COARSER, Move.RESTATED):
        return _words(change.move)
    count, unit = (abs(change.months), "month") if change.months else (abs(change.days), "day")
    about = "" if change.exact else "about "
    return f"{_words(change.move)} {about}{count:,} {unit}{'' if count == 1 else 's'}"


def _due(due: Due) -> str:
    if due.due_date is None:
        return due.text or "no deadline"
    precision = f" ({due.precision.value.replace('_', ' ')})" if due.precision and due.precision != "day" else ""
    return f"{due.due_date}{precision}"


def _table(*columns: tuple[str, int | None], right: Iterable[str] = ()) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name, ratio in columns:
        table.add_column(name, overflow="fold", ratio=ratio)
    for name in right:
        table.add_column(name, justify="right", no_wrap=True)
    return table
