"""The performance report: numbered prose and bullets, one table of indicators, one of budget lines."""

from pathlib import Path

from reportlab.lib.pagesizes import letter

from samples.expected import Entry, Plan, plain, plain_or_none
from samples.layouts.flow import Story
from samples.layouts.grid import Face
from samples.layouts.sheet import Imprint
from samples.words import performance_report as words

NAME = "fenbridge-performance-report-2006"
_FACE = Face("Times-Roman", "Times-Bold", 11, 13)
_WIDTHS = (68.0, 112.0, 58.0, 58.0, 58.0, 58.0, 78.0)
_IMPRINT = Imprint("PMR Q3", "Scrutiny Office", "Word processor (fictional)", "Distiller 6 (fictional)")


def write(folder: Path) -> tuple[Plan, Story]:
    """Draws NAME.pdf in the folder."""
    story = Story(folder / f"{NAME}.pdf", letter, 61, _FACE, _IMPRINT)
    story.title(words.ORGANISATION, 12)
    story.title(words.TITLE, 14)
    story.title(words.SUBTITLE, 12)
    story.prose(words.BEFORE)
    story.table(_WIDTHS, words.INDICATOR_HEADERS, words.INDICATORS, marked=True)
    story.prose(words.AFTER)
    story.table(_WIDTHS, words.BUDGET_HEADERS, words.BUDGET)
    story.prose(words.LAST)
    story.save()
    entries = tuple(
        Entry(
            str(number),
            plain(row[1]),
            kind="indicator",
            ref=row[0],
            context=(words.INDICATOR_CONTEXT,),
            progress=plain_or_none(row[-1]),
        )
        for number, row in enumerate(words.INDICATORS)
    )
    title = f"{words.TITLE} {words.SUBTITLE}"
    return Plan(title, words.ORGANISATION, "2006-04-01", "2007-03-31", entries=entries), story
