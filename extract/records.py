"""A block's logical rows to raw records: groups, actions with their steps, milestones, indicators, risks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.doubts import doubts_about, straddling_words
from extract.evidence import evidence_of
from extract.fields import owner_lines, row_texts
from extract.headers import FIGURE
from extract.lines import lines_of
from extract.raw import LooseText, PlacedWord, RawRecord
from extract.read_block import ReadBlock
from extract.roles import Role
from extract.rows import LogicalRow, Piece
from extract.steps import Step, steps_of, text_of_evidence
from extract.vocabulary import Lexicon
from models import Evidence, Kind

PLACEHOLDERS = frozenset({"", "n/a", "na", "none", "nil", "tbc", "tba", "-", "–", "—", "not applicable", "no action"})
PROSE_WORDS = 20
"""A row across the columns of so many words, not bold, is prose."""

PROMISING = frozenset({Role.OWNER, Role.DEADLINE, Role.START})
"""A row that fills such a column heads no others."""

TOTAL = re.compile(
    r"^(?:grand |sub[- ]?|overall )?totals?(?:\s+(?:cost|budget|spend|funding|expenditure|saving|hour|day)s?)?\W*$",
    re.IGNORECASE,
)
"""What stands for the action in a row of sums."""

TRAILING_REF = re.compile(r"\(\s*(?:ref\.?\s*)?([A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*\)\s*\.?$")


@dataclass(slots=True)
class _Under:
    """What stands above the next row: indexes of the open group records, and the records so far."""

    records: list[RawRecord]
    straddling: frozenset[int]
    groups: list[int] = field(default_factory=list)
    last_was_group: bool = False


def records_of(read: ReadBlock, before: Sequence[RawRecord], lexicon: Lexicon) -> list[RawRecord]:
    """The records of a block, given those that stand before it in the document."""
    under = _Under(list(before), straddling_words(read))
    for index, row in enumerate(read.rows):
        following = read.rows[index + 1] if index + 1 < len(read.rows) else None
        if _is_group(read, row, following, lexicon):
            _add_group(read, row, under, lexicon)
        elif not row.band:
            for record in _records_of_row(read, row, under, lexicon):
                under.records.append(record)
            under.last_was_group = False
    return under.records[len(before) :]


def _is_group(read: ReadBlock, row: LogicalRow, following: LogicalRow | None, lexicon: Lexicon) -> bool:
    """True for a row that heads the ones below it and promises nothing itself."""
    text = row.text(read.purpose.main, lexicon)
    if following is None or not text:
        return False
    bold = all(w.bold for w in row.words())
    if row.band:
        return bold or len(text.split()) < PROSE_WORDS
    ref = read.assigned.column(Role.REF)
    beside = set(row.pieces) - {read.purpose.main, ref, *read.governing}
    if any(not FIGURE.match(row.text(c, lexicon)) or read.assigned.roles[c] in PROMISING for c in beside):
        return False
    if bold and not all(w.bold for w in following.words()):
        return True
    above, below = (_clean_ref(r.text(ref, lexicon)) for r in (row, following))
    return bool(above) and below.startswith(f"{above}.")


def _add_group(read: ReadBlock, row: LogicalRow, under: _Under, lexicon: Lexicon) -> None:
    """Open a group; one straight below another stands under it, any other ends those before it."""
    if not under.last_was_group:
        under.groups.clear()
    parent = under.groups[-1] if under.groups else None
    record = _base(read, row, Kind.GROUP, lexicon)
    under.records.append(replace(record, parent=parent))
    under.groups.append(len(under.records) - 1)
    under.last_was_group = True


def _records_of_row(read: ReadBlock, row: LogicalRow, under: _Under, lexicon: Lexicon) -> Iterator[RawRecord]:
    """The record of a plain row, then its steps; nothing for an empty or template row."""
    main = read.purpose.main
    flags: tuple[str, ...] = ()
    issue = read.assigned.column(Role.ISSUE)
    steps_column = read.assigned.column(Role.STEPS)
    title = _title_column(read, row)
    if steps_column is None and title is not None:
        main, steps_column = title, main
    if _is_placeholder(row.text(main, lexicon)) and issue is not None:
        main, flags = issue, ("action_from_issue",)
    text = row.text(main, lexicon)
    if _is_placeholder(text) or _is_minute_only(read, row, main) or TOTAL.match(text):
        return
    record = _base(read, row, read.purpose.kind, lexicon, main)
    flags = (*doubts_about(row, read, under.straddling), *flags)
    record = replace(record, parent=_parent(record, under), flags=flags)
    steps = steps_of(row.pieces.get(steps_column, ()))[1] if steps_column is not None else ()
    yield record
    index = len(under.records) - 1
    for step in steps:
        if step.body:
            part = _step(step, record, index, lexicon)
            if not _is_placeholder(part.action):
                yield part


def _is_minute_only(read: ReadBlock, row: LogicalRow, main: int) -> bool:
    """True for what a meeting talked about without anybody who is to act."""
    return read.assigned.roles[main] is Role.MINUTE and read.assigned.column(Role.OWNER) not in row.pieces


def _title_column(read: ReadBlock, row: LogicalRow) -> int | None:
    """The column left of the main one that names the row, where the row's main cell is a list under year labels."""
    before, steps = steps_of(row.pieces.get(read.purpose.main, ()))
    if not steps or before:
        return None
    return max((c for c in row.pieces if c < read.purpose.main), default=None)


def _step(step: Step, row: RawRecord, parent: int, lexicon: Lexicon) -> RawRecord:
    """A dated part of an action, with the owners and the context of its row."""
    evidence = step.evidence(lexicon)
    first = step.body[0]
    shared = tuple(e for e in row.evidence if e.field == "owner_text" or e.field.startswith("context/"))
    pages = sorted({e.page for e in evidence})
    return RawRecord(
        kind=Kind.STEP,
        action=text_of_evidence("action", evidence, lexicon),
        page=step.label.page,
        pages=tuple(pages),
        anchor=(first.page, round(first.line.box.x0), round(first.line.box.top)),
        parent=parent,
        context=row.context,
        owner_lines=row.owner_lines,
        owner_text=row.owner_text,
        end_text=text_of_evidence("deadline_text", evidence, lexicon),
        flags=tuple(f for f in row.flags if f != "cut_row" or len(pages) > 1),
        evidence=(*evidence, *shared),
    )


def _parent(record: RawRecord, under: _Under) -> int | None:
    """The record that a row stands under: the one that it refers to in brackets, else the open group."""
    match = TRAILING_REF.search(record.action)
    if match and record.kind is Kind.MILESTONE:
        for index in range(len(under.records) - 1, -1, -1):
            if under.records[index].ref == match.group(1):
                return index
    return under.groups[-1] if under.groups else None


def _base(read: ReadBlock, row: LogicalRow, kind: Kind, lexicon: Lexicon, main: int | None = None) -> RawRecord:
    """The record of a row, its parent apart."""
    main = read.purpose.main if main is None else main
    texts = row_texts(read, row, main, lexicon)
    governing = _governing(read, row, lexicon)
    pages = sorted({p.page for column, pieces in row.pieces.items() if column not in read.governing for p in pieces})
    first = row.pieces[main][0]
    line = lines_of(first.words)[0]
    dated = {Role.DEADLINE, Role.START, Role.MARK, Role.REVISED} & set(read.assigned.roles)
    return RawRecord(
        kind=kind,
        action=texts.fields["action"],
        page=row.page,
        pages=tuple(pages),
        anchor=(first.page, round(line.box.x0), round(line.box.top)),
        ref=_clean_ref(texts.fields.get("ref", "")) or None,
        context=tuple(text for text, _ in governing),
        outcome=texts.fields.get("outcome"),
        progress=texts.fields.get("progress"),
        owner_text=texts.fields.get("owner_text"),
        owner_lines=owner_lines(read, row, lexicon),
        start_text=texts.fields.get("deadline_text/start"),
        end_text=texts.fields.get("deadline_text/end"),
        marked=tuple(texts.marked),
        other=texts.other,
        loose_dates=() if dated or kind is Kind.GROUP else _loose(read, row, main, lexicon),
        evidence=(*texts.evidence, *_context_evidence([pieces for _, pieces in governing], lexicon)),
    )


def _governing(read: ReadBlock, row: LogicalRow, lexicon: Lexicon) -> list[tuple[str, tuple[Piece, ...]]]:
    """What governs a row, outermost first: headings, bands, then the cells of earlier columns that span rows."""
    outside = [(g.text, (Piece(g.page, g.words),)) for g in (*read.block.headings, *read.block.bands)]
    beside = [(row.text(c, lexicon), row.pieces[c]) for c in read.governing if c in row.pieces]
    return [*outside, *((text, pieces) for text, pieces in beside if text)]


def _context_evidence(governing: Sequence[tuple[Piece, ...]], lexicon: Lexicon) -> tuple[Evidence, ...]:
    return tuple(
        entry for index, pieces in enumerate(governing) for entry in evidence_of(f"context/{index}", pieces, lexicon)
    )


def _loose(read: ReadBlock, row: LogicalRow, main: int, lexicon: Lexicon) -> tuple[LooseText, ...]:
    """The row's action, then its issue: where a date may stand if no column holds it."""
    issue = read.assigned.column(Role.ISSUE)
    columns = [main] + [c for c in (issue,) if c is not None and c != main and c in row.pieces]
    return tuple(
        LooseText(
            row.text(c, lexicon),
            tuple(
                PlacedWord(w.text, p.page, w.box)
                for p in row.pieces[c]
                for line in lines_of(p.words)
                for w in line.words
            ),
        )
        for c in columns
    )


def _is_placeholder(text: str) -> bool:
    return text.lower().strip(" .") in PLACEHOLDERS


def _clean_ref(text: str) -> str:
    return text.strip().rstrip(".)").strip()
