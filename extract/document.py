"""Pages to raw records: the stages of extraction in their order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from extract.assignment import CellTests
from extract.blocks import blocks_of
from extract.decisions import decision, is_tabular
from extract.forms import forms_as_rows
from extract.geometry import Box
from extract.layout import layout_of
from extract.ledger import ledger
from extract.page import Page
from extract.raw import RawDocument, RawRecord
from extract.read_block import ReadBlock, read_block
from extract.records import records_of
from extract.turn import Turn, turn_of, turned
from models import Evidence, Residue, TableReading


def extract_document(pages: Sequence[Page], tests: CellTests) -> RawDocument:
    """Read the plan tables of a document's pages into raw records with evidence, and account for every word."""
    turns = {page.number: turn_of(page) for page in pages}
    layout = layout_of([turned(page, turns[page.number]) for page in pages])
    blocks = blocks_of(forms_as_rows(layout.tables, layout.lexicon), layout.lexicon)
    plans: list[ReadBlock] = []
    records: list[RawRecord] = []
    decisions: list[TableReading] = []
    for block in blocks:
        read = read_block(block, [plan.columns for plan in plans], layout.lexicon, tests)
        found = records_of(read, records, layout.lexicon) if isinstance(read, ReadBlock) else []
        records += found
        plans += [read] if isinstance(read, ReadBlock) else []
        decisions += [decision(read, len(found))] if is_tabular(read) else []
    plan_tables = {id(table) for plan in plans for table in plan.block.tables}
    in_plan = [block.within(plan_tables) for block in blocks]
    residue, coverage = ledger(in_plan, records, layout.running_words(), layout.lexicon)
    raw = RawDocument(tuple(records), residue, coverage, layout.printed(), tuple(decisions))
    return turned_back(raw, turns)


def turned_back(raw: RawDocument, turns: Mapping[int, Turn]) -> RawDocument:
    """What was found, its boxes on turned pages put back to the pages as displayed. `turns` are by page number."""
    if not any(turn.quarters for turn in turns.values()):
        return raw
    records = tuple(replace(r, evidence=tuple(_back(e, turns) for e in r.evidence)) for r in raw.records)
    return replace(raw, records=records, residue=tuple(_back(r, turns) for r in raw.residue))


Boxed = TypeVar("Boxed", Evidence, Residue)


def _back(entry: Boxed, turns: Mapping[int, Turn]) -> Boxed:
    turn = turns[entry.page]
    if not turn.quarters:
        return entry
    return entry.model_copy(update={"bbox": tuple(turn.back(Box(*entry.bbox)).rounded())})
