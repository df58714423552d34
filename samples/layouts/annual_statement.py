"""The annual statement: prose that promises things by dates, without a table, so without a record."""

from pathlib import Path

from reportlab.lib.pagesizes import A4

from samples.expected import Plan
from samples.layouts.flow import Story
from samples.layouts.grid import Face
from samples.layouts.sheet import Imprint, register_vera
from samples.words import annual_statement as words

NAME = "thornley-vale-leaders-statement-2010"
_FACE = Face("Vera", "Vera-Bold", 10.5, 15)
_IMPRINT = Imprint("Leader's statement", "Democratic Services", "Page layout (fictional)", "Press export (fictional)")


def write(folder: Path) -> tuple[Plan, Story]:
    """Draws NAME.pdf in the folder."""
    register_vera()
    story = Story(folder / f"{NAME}.pdf", A4, 72, _FACE, _IMPRINT)
    story.title(words.ORGANISATION, 11)
    story.title(words.TITLE, 15)
    story.prose(words.TEXT)
    story.save()
    return Plan(words.TITLE, words.ORGANISATION, "2010-04-01", "2011-03-31", status="no_plan_table"), story
