"""Turns the rule tables and the suite's examples into the pages of docs/rules/: `python -m docs.rules` rewrites them.

Every reading shown is the program's own at that moment, so that a page cannot say what the program does not do.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from models import Alternative, Deadline
from normalise import Calendar, Period, ProseLine, read_deadlines, read_owners, read_promises
from normalise.deadlines.alternatives import AMBIGUITIES
from normalise.deadlines.pipeline import STAGES
from normalise.meanings import rule_meanings
from normalise.prose.patterns import Sort, rules
from tests.normalise.alternative_examples import EXAMPLES as ALTERNATIVES
from tests.normalise.deadline_examples import EXAMPLES as DEADLINES
from tests.normalise.deadline_examples import NOTHING
from tests.normalise.fact_rule_examples import EXAMPLES as FACTS
from tests.normalise.owner_rule_examples import EXAMPLES as OWNERS
from tests.normalise.prose_examples import EXAMPLES as PROSE
from tests.normalise.prose_examples import NOTHING as NO_PROMISE

FOLDER = Path(__file__).parent / "rules"
PLAN: Period = (date(2010, 4, 1), date(2011, 3, 31))
PLANS: dict[str, tuple[Period, Calendar, str]] = {
    "one_year": (PLAN, "uk_financial", "a 2010/11 plan"),
    "three_years": ((date(2009, 4, 1), date(2012, 3, 31)), "uk_financial", "a 2009-12 plan"),
    "school": ((date(2010, 9, 1), date(2013, 8, 31)), "uk_financial", "a school's 2010-13 plan"),
    "abroad": ((date(2018, 1, 1), date(2022, 12, 31)), "calendar", "a national 2018-22 plan"),
}
STAGE_TITLES = {
    "references": "Figures that are no dates",
    "signals": "Words that qualify a deadline",
    "points": "Days, months, years and their parts",
    "dated": "Parts of a year with their year",
    "offsets": "Lengths from a day",
    "edges": "Early, mid, late, end, before",
    "ranges": "From one time to another",
    "phrases": "Words that govern a time",
}
MADE = "This page is made from the rule tables and their tested examples by docs/rules.py: `make docs`."


def _cell(text: str) -> str:
    return text.replace("\n", " ").replace("|", "\\|")


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(_cell(cell) for cell in row) + " |"
    yield ""


def _said(reading: Deadline | Alternative) -> str:
    """A reading in a few words."""
    parts = [
        f"from {reading.start_date}" if reading.start_date else "",
        f"due {reading.due_date}" if reading.due_date else "",
        "ongoing" if reading.ongoing else "",
        reading.recurrence or "",
        "provisional" if reading.provisional else "",
    ]
    return ", ".join(filter(None, parts))


def _readings(deadlines: Sequence[Deadline]) -> str:
    return "; ".join(map(_said, deadlines)) or "nothing"


def deadlines_page() -> Iterator[str]:
    """Every rule that reads deadlines, with examples; then what is ambiguous, and what is no date."""
    yield from ("# How deadlines are read", "", MADE, "")
    yield "Each deadline names the rules that read it, joined by `+`. The examples stand in a 2010/11 plan of a UK"
    yield from ("council. `planledger read-date` shows the same for any text.", "")
    for stage, table in STAGES.items():
        yield from (f"## {STAGE_TITLES[stage]}", "")
        rows = [
            (f"`{rule.name}`", f'"{text}"', _readings(read_deadlines(text, PLAN)))
            for rule in table
            for text, _ in DEADLINES[rule.name]
        ]
        yield from _table(("rule", "words", "read as"), rows)
    yield from ("## What words may say besides", "")
    yield "Where words allow other readings, each deadline lists them in `alternatives`, with the rule by which they"
    yield from ("may be read so.", "")
    meanings = {a.name: " ".join((a.read.__doc__ or "").split()) for a in AMBIGUITIES}
    meanings["start_left_open"] = "A bare period with its first day as the start, or without."
    meanings["two_ways"] = "Words with bi-: twice in the time, or every second one."
    yield from _table(("rule", "meaning"), [(f"`{name}`", meaning) for name, meaning in meanings.items()])
    yield from _table(("rule", "words", "read as", "or"), _ambiguous())
    yield from ("## Read as nothing", "", ", ".join(f'"{_cell(text)}"' for text in NOTHING), "")


def _ambiguous() -> Iterator[tuple[str, ...]]:
    for name, examples in ALTERNATIVES.items():
        for plan, text, _ in examples:
            period, calendar, where = PLANS[plan]
            for deadline in read_deadlines(text, period, calendar):
                others = "; ".join(_said(a) for a in deadline.alternatives if a.rule == name)
                yield f"`{name}`", f'"{text}" in {where}', _said(deadline), others


def owners_page() -> Iterator[str]:
    """Every rule that gives an owner its kind, with examples."""
    yield from ("# How owners are read", "", MADE, "")
    yield "A cell is split into its owners; each names the rule that gave it its kind. `planledger read-owners` shows"
    yield from ("the same for any text.", "")
    meanings = rule_meanings("owners")
    for kind in dict.fromkeys(rule.gives for rule in meanings):
        yield from (f"## {kind.capitalize()}", "")
        rows = [
            (f"`{rule.name}`", rule.meaning, f'"{cell}"', _owners(cell))
            for rule in meanings
            if rule.gives == kind
            for cell in OWNERS[rule.name]
        ]
        yield from _table(("rule", "goes by", "cell", "owners"), rows)


def _owners(cell: str) -> str:
    return "; ".join(f"{owner.name} ({owner.kind})" for owner in read_owners(cell))


def facts_page() -> Iterator[str]:
    """Every rule that gives a document its title, organisation, period or calendar, with an example."""
    yield from ("# How a document's own facts are read", "", MADE, "")
    meanings = rule_meanings("facts")
    for gives in dict.fromkeys(rule.gives for rule in meanings):
        yield from (f"## {gives.capitalize()}", "")
        rows = []
        for rule in (rule for rule in meanings if rule.gives == gives):
            printed = FACTS[gives, rule.name]
            found = printed.facts()
            period = " to ".join(str(day) for day in found.period) if found.period else ""
            value = period if gives == "period" else str(getattr(found, gives))
            shown = [*printed.cover, *printed.running, *printed.text, printed.metadata_title, printed.metadata_author]
            lines = " / ".join(filter(None, [*shown, printed.file_name if printed.file_name != "plan.pdf" else ""]))
            rows.append((f"`{rule.name}`", rule.meaning, f'"{lines}"', value))
        yield from _table(("rule", "goes by", "printed", "read as"), rows)
    yield "Local authorities are known by the table `normalise/councils.csv`: full names, and GSS codes where they are"
    yield from ("certain. Its source is named in `normalise/councils.py`.", "")


def prose_page() -> Iterator[str]:
    """Every rule that finds a promise in running text, with examples."""
    yield from ("# How promises in running text are read", "", MADE, "")
    yield "`planledger convert --prose` takes a sentence as a record of kind `commitment` where words bind the writer"
    yield from ("and a date lies ahead, and where firm words say what comes soon.", "")
    for sort, title in (
        (Sort.FIRM, "Firm words"),
        (Sort.INTENT, "Words of intent, which promise only beside a date"),
        (Sort.LATER, "Times to come without a date, which only firm words promise"),
    ):
        yield from (f"## {title}", "")
        rows = [(f"`{name}`", f'"{text}"', _promised(text)) for name in rules()[sort] for text, _ in PROSE[name]]
        yield from _table(("rule", "sentence", "promises"), rows)
    yield from ("## No promise", "", *(f'- "{text}"' for text in NO_PROMISE if text), "")


def _promised(text: str) -> str:
    [promise] = read_promises([ProseLine(text)], PLAN)
    if promise is None:
        return "nothing"
    return _readings(promise.deadlines) if promise.deadlines else "soon"


def pages() -> dict[str, str]:
    """Every page by its file name."""
    made = {
        "deadlines.md": deadlines_page(),
        "owners.md": owners_page(),
        "facts.md": facts_page(),
        "prose.md": prose_page(),
    }
    return {name: "\n".join(lines) for name, lines in made.items()}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
