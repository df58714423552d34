"""Rows at a page break to whole rows: a row that the break has cut goes on with its upper half."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.assignment import Assigned
from extract.roles import Role
from extract.rows import LogicalRow
from extract.vocabulary import Lexicon

OPEN_END = re.compile(
    r"(?:[,(\-–/&]|\b(?:and|or|the|of|to|for|in|with|a|an|by|on|at|from|that|which|is|are|be|as))$", re.I
)
USUAL = 0.7
"""Columns that this share of the rows fill are filled as a rule."""

MISSING = 0.7
"""What an empty cell that rows of their own fill says for the second half of a row."""

SURE = 2.0
"""What a text that runs on in the middle of a sentence says for it."""

CLOSED_END = re.compile(r"[.!?;:]['\")]*$")


def join_cut_rows(rows: Sequence[LogicalRow], main: int, assigned: Assigned, lexicon: Lexicon) -> list[LogicalRow]:
    """The rows with each half of a cut row joined to its other half. The joined row keeps the first half's page.

    `main` is the column that says what is promised. A row of its own whose main cell is blank because the cell above
    goes on over the page break has that cell's words.
    """
    usual = _usual(rows, main)
    answering = frozenset(c for role in (Role.OWNER, Role.DEADLINE, Role.START, Role.MARK) for c in assigned.all(role))
    whole: list[LogicalRow] = []
    for row in rows:
        meets = whole and row.opens_part and whole[-1].closes_part and not row.band and not whole[-1].band
        if meets and row.pieces and _goes_on(whole[-1], row, usual, assigned, lexicon):
            whole[-1] = _join(whole[-1], row)
        elif meets and main not in row.pieces and main in whole[-1].pieces and answering & usual & set(row.pieces):
            whole.append(replace(row, pieces={**row.pieces, main: whole[-1].pieces[main]}))
        elif whole and _runs_on(whole[-1], row, main, lexicon):
            whole[-1] = _join(whole[-1], row)
        else:
            whole.append(row)
    return whole


def _runs_on(above: LogicalRow, row: LogicalRow, main: int, lexicon: Lexicon) -> bool:
    """True for a row that holds only the rest of the sentence above it, as spreadsheets part one over their rows."""
    alone = set(row.pieces) == {main} and main in above.pieces and not row.band and not above.band
    if not alone:
        return False
    before, after = above.text(main, lexicon), row.text(main, lexicon)
    return not before[0].islower() and not CLOSED_END.search(before) and flow(before, after) >= SURE


def _usual(rows: Sequence[LogicalRow], main: int) -> frozenset[int]:
    """The columns beside the main one that a row of its own seldom leaves empty."""
    plain = [r for r in rows if not r.band and r.pieces]
    filled = Counter(c for r in plain for c in r.pieces if c != main)
    return frozenset(c for c, count in filled.items() if count >= USUAL * len(plain))


def _join(upper: LogicalRow, lower: LogicalRow) -> LogicalRow:
    columns = sorted({*upper.pieces, *lower.pieces})
    pieces = {c: tuple(dict.fromkeys((*upper.pieces.get(c, ()), *lower.pieces.get(c, ())))) for c in columns}
    return replace(upper, pieces=pieces, closes_part=lower.closes_part)


def _goes_on(upper: LogicalRow, lower: LogicalRow, usual: frozenset[int], assigned: Assigned, lexicon: Lexicon) -> bool:
    """True where the lower row carries on the upper one's sentences rather than begin its own."""
    ref = assigned.column(Role.REF)
    if ref is not None and lower.text(ref, lexicon):
        return False
    balance = sum(flow(upper.text(c, lexicon), lower.text(c, lexicon)) for c in lower.pieces)
    balance += MISSING * sum(c in upper.pieces and c not in lower.pieces for c in usual)
    titles = [c for c in (assigned.column(Role.ACTION), assigned.column(Role.ISSUE)) if c is not None]
    if titles and not any(lower.text(c, lexicon) for c in titles):
        balance += 2.0
    return balance > 0


def flow(before: str, after: str) -> float:
    """How much a text reads as carrying on from another: above 0 where it does, below where it begins anew."""
    if not after:
        return 0.0
    if not before:
        return -1.0 if after[0].isupper() or after[0].isdigit() else 1.0
    if after[0].islower() or after[0] in ").,;" or OPEN_END.search(before):
        return 2.0
    if before.count("(") > before.count(")") and after.count(")") > after.count("("):
        return 2.0
    return -1.0 if CLOSED_END.search(before) else -0.5
