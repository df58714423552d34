"""A logical row to its texts: which column fills which field of a record, and where each is printed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.evidence import evidence_of, evidence_of_rest
from extract.lines import lines_of
from extract.read_block import ReadBlock
from extract.refs import split_ref
from extract.roles import Role
from extract.rows import LogicalRow, Piece, text_of_pieces
from extract.steps import steps_of
from extract.text import broken, join_wrap
from extract.vocabulary import Lexicon
from models import Evidence, Kind

DASHES = frozenset({"-", "–", "—"})
NOTHING = DASHES | {"n/a", "N/A", "NA", "none", "None", "nil", "Nil"}
"""What stands in a cell for nothing."""

FIELD_ROLES = {
    Role.REF: "ref",
    Role.OUTCOME: "outcome",
    Role.PROGRESS: "progress",
    Role.OWNER: "owner_text",
    Role.START: "deadline_text/start",
    Role.DEADLINE: "deadline_text/end",
}
"""The record's field that a column of a role fills."""


@dataclass(slots=True)
class RowTexts:
    """The texts of a row by field, its further columns by header, the period columns it marks, and all their places."""

    fields: dict[str, str] = field(default_factory=dict)
    other: dict[str, str] = field(default_factory=dict)
    marked: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def row_texts(read: ReadBlock, row: LogicalRow, main: int, lexicon: Lexicon) -> RowTexts:
    """The texts of a row whose action stands in the column `main`."""
    texts = RowTexts()
    for column, pieces in row.pieces.items():
        text = row.text(column, lexicon)
        name = "action" if column == main else _field_name(read, row, column, lexicon)
        if not text or name is None:
            continue
        if name == "action":
            _add_title(pieces, texts, lexicon, split=Role.REF not in read.assigned.roles)
        elif name == "mark":
            texts.marked.append(read.columns.items[column].header)
            texts.fields["deadline_text/end"] = " | ".join(filter(None, (texts.fields.get("deadline_text/end"), text)))
            texts.evidence += evidence_of(f"deadline_text/{len(texts.marked) - 1}", pieces, lexicon)
        elif name == "other":
            header = _unused_name(read.columns.items[column].header or f"column {column + 1}", texts.other)
            texts.other[header] = text
            texts.evidence += evidence_of(f"other/{header}", pieces, lexicon)
        else:
            texts.fields[name] = text
            texts.evidence += evidence_of(name, pieces, lexicon)
    return texts


def owner_lines(read: ReadBlock, row: LogicalRow, lexicon: Lexicon) -> str | None:
    """The owner cell, with a line break where the print breaks a line that had room for more; None where it is empty.

    Such a break is the writer's, and parts owners; any other is the column's doing.
    """
    column = read.assigned.column(Role.OWNER)
    if column is None:
        return None
    text = ""
    for piece in row.pieces.get(column, ()):
        beside = (p for r in read.rows for p in r.pieces.get(column, ()) if p.page == piece.page)
        edge = max(w.box.x1 for p in beside for w in p.words)
        text = join_wrap(text, broken(lines_of(piece.words), edge, lexicon), lexicon)
    return text or None


def _add_title(pieces: Sequence[Piece], texts: RowTexts, lexicon: Lexicon, split: bool) -> None:
    """The action's text; the number that opens it is the row's ref where no column holds one."""
    ref, rest = split_ref(pieces) if split else ((), tuple(pieces))
    texts.fields["action"] = text_of_pieces(rest, lexicon)
    if ref:
        texts.fields["ref"] = text_of_pieces(ref, lexicon)
        texts.evidence += evidence_of("ref", ref, lexicon)
        texts.evidence += evidence_of_rest("action", rest[0], pieces[0], lexicon)
        rest = rest[1:]
    texts.evidence += evidence_of("action", rest, lexicon)


def _field_name(read: ReadBlock, row: LogicalRow, column: int, lexicon: Lexicon) -> str | None:
    """The field that a column's text goes to; None where it goes to context or to records of their own."""
    role, kind, roles = read.assigned.roles[column], read.purpose.kind, read.assigned.roles
    if column in read.governing:
        return None
    if role is Role.STEPS or column == read.purpose.main:
        return None if steps_of(row.pieces[column])[1] else "other"
    if role is Role.MARK:
        return "mark"
    if role in (Role.DEADLINE, Role.REVISED):
        return "deadline_text/end" if column == _deadline_column(read, row, lexicon) else "other"
    if role is Role.MITIGATION and kind is Kind.RISK:
        return "outcome"
    if role is Role.TARGET and kind is Kind.INDICATOR:
        return "outcome" if _sole_target(read, row) == column else "other"
    if role is Role.INDICATOR and kind is not Kind.INDICATOR and Role.OUTCOME not in roles:
        return "outcome"
    name = FIELD_ROLES.get(role)
    if name is None or (name in ("outcome", "progress") and row.text(column, lexicon) in DASHES):
        return "other"
    return name


def _deadline_column(read: ReadBlock, row: LogicalRow, lexicon: Lexicon) -> int | None:
    """The column whose date holds: that of the revised date where the row has one."""
    revised = read.assigned.column(Role.REVISED)
    if revised is not None and row.text(revised, lexicon) not in NOTHING | {""}:
        return revised
    return read.assigned.column(Role.DEADLINE)


def _sole_target(read: ReadBlock, row: LogicalRow) -> int | None:
    """The one target column that the row fills; None where it fills several, since they are of several periods."""
    filled = [c for c in row.pieces if read.assigned.roles[c] is Role.TARGET]
    return filled[0] if len(filled) == 1 else None


def _unused_name(header: str, taken: dict[str, str]) -> str:
    name, count = header, 2
    while name in taken:
        name, count = f"{header} ({count})", count + 1
    return name
