"""Rows of a table to headers and bands: which rows head the columns, and which stand across them."""

import re

from extract.roles import header_roles
from extract.table import Cell, Table
from extract.text import text_of
from extract.vocabulary import Lexicon

LIKELY = 0.5
"""Mean score of a header row's cells at which the wording alone makes it a header."""

POSSIBLE = 0.25
"""The same where weight sets the row apart from the next."""

CERTAIN = 0.95

BROAD = 0.25
"""A bold cell over this share of the table's width may be a band that does not reach its edge."""

FIGURE = re.compile(r"^[£$€]?[\d,.]+\s*[%mk]?$")
UNIT = re.compile(r"^\(?(?:[£$€%](?:m|k|bn|'?000s?)?|no\.?|number|yes/no|y/n|m|k|000s?)\)?$", re.IGNORECASE)
PERIOD = re.compile(
    r"(?:\b|^)(?:Q\s*[1-4]|Y(?:ea)?r?\s*\d|(?:19|20)\d\d"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\W*\d\d)?)\b",
    re.IGNORECASE,
)
"""A header that names a year, a quarter or a month."""

REF = re.compile(r"^(?:[A-Za-z]{0,4}\.?\d{1,3}(?:\.\d{1,3})*[a-z]?|[A-Za-z]{1,2}|[ivx]{1,4})[.)]?$")


def header_end(table: Table, row: int, lexicon: Lexicon, below_rows: bool = False) -> int | None:
    """The last row of the header that begins in `row`; None where no header begins there.

    `below_rows` says that body rows stand above: a header there must be set apart, or its wording leave no doubt.
    """
    cells = [c for c in table.row(row) if c.row == row]
    if not _heads(table, row, cells, lexicon) or (below_rows and not _set_apart(cells, lexicon)):
        return None
    end = max(c.row_end for c in cells if c.words)
    while end < table.rows - 1 and _is_second_level(table, end, lexicon):
        end += 1
    return min(end, table.rows - 1)


def _heads(table: Table, row: int, cells: list[Cell], lexicon: Lexicon) -> bool:
    filled = [c for c in cells if c.words]
    if not filled or _spans_table(filled[0], table) or any(_is_number(c) for c in filled):
        return False
    named = [c for c in filled if not PERIOD.match(text_of(c.words, lexicon))]
    scores = [max(header_roles(text_of(c.words, lexicon)).values(), default=0.0) for c in named or filled]
    if len(filled) == 1:
        return scores[0] >= CERTAIN and _is_bold(filled)
    mean = sum(scores) / len(scores)
    if mean >= LIKELY and sum(s > 0 for s in scores) > 1:
        return len(filled) > 2 or _is_bold(filled) or min(scores) > LIKELY
    if not _is_bold(filled) or row + 1 >= table.rows:
        return False
    below = [c for c in table.row(row + 1) if c.words and c.row == row + 1]
    plain_below = not _is_bold(below)
    return plain_below and (mean >= POSSIBLE or _all_span(filled))


def _set_apart(cells: list[Cell], lexicon: Lexicon) -> bool:
    filled = [c for c in cells if c.words]
    return _is_bold(filled) or all(
        max(header_roles(text_of(c.words, lexicon)).values(), default=0.0) >= CERTAIN for c in filled
    )


def is_band(table: Table, row: int) -> bool:
    """True for a row that stands across the columns: a cell over several of them, beside it at most a reference.

    A bold one over a good part of the table is a band also where figures stand beside it.
    """
    filled = [c for c in table.row(row) if c.words]
    wide = [c for c in filled if c.column_end > c.column]
    if not wide or any(c.row < row for c in filled):
        return False
    texts = [text_of(c.words, frozenset()) for c in filled if c.column_end == c.column]
    if len(filled) <= 2 and all(REF.match(t) for t in texts) and _reaches_edges(filled, table):
        return True
    broad = wide[0].column <= 1 and wide[0].box.width > BROAD * table.box.width
    return len(wide) == 1 and broad and _is_bold(wide) and all(FIGURE.match(t) for t in texts)


def _is_second_level(table: Table, end: int, lexicon: Lexicon) -> bool:
    """True where the row below heads parts of a column that the header row above spans."""
    above = [c for c in table.row(end) if c.words and c.column_end > c.column]
    below = [c for c in table.row(end + 1) if c.words and c.row == end + 1]
    if below and all(UNIT.match(text_of(c.words, lexicon)) for c in below):
        return True
    if not above or not below:
        return False
    within = all(any(a.column <= b.column and b.column_end <= a.column_end for a in above) for b in below)
    if not within:
        return False
    known = sum(bool(header_roles(text_of(c.words, lexicon))) for c in below)
    return _is_bold(below) and (known * 2 >= len(below) or all(len(c.words) <= 3 for c in below))


def _spans_table(cell: Cell, table: Table) -> bool:
    return cell.column == 0 and cell.column_end == len(table.xs) - 2


def _reaches_edges(filled: list[Cell], table: Table) -> bool:
    return min(c.column for c in filled) <= 1 and max(c.column_end for c in filled) == len(table.xs) - 2


def _all_span(cells: list[Cell]) -> bool:
    return all(c.column_end > c.column for c in cells)


def _is_number(cell: Cell) -> bool:
    """True for a cell that holds a number or a dotted reference: a row's, never a column's."""
    return len(cell.words) == 1 and cell.words[0].text[0].isdigit() and bool(REF.match(cell.words[0].text))


def _is_bold(cells: list[Cell]) -> bool:
    return bool(cells) and all(w.bold for c in cells for w in c.words)
