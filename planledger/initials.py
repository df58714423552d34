"""Records to the same records with the initials in their owners' names written out as the document defines them."""

from collections.abc import Iterator, Sequence

from models import Record
from normalise import Acronym, read_acronyms, written_out


def write_out_initials(records: Sequence[Record], body: Sequence[str]) -> tuple[Record, ...]:
    """The records, each owner with `expanded` where the document says what initials in its name stand for.

    `body` are the document's lines. The records' own texts are searched before them: in a table, a line runs across
    columns and so breaks definitions that a cell holds whole.
    """
    acronyms = _defined(records, body)
    return tuple(_with_owners(record, acronyms) for record in records) if acronyms else tuple(records)


def _defined(records: Sequence[Record], body: Sequence[str]) -> tuple[Acronym, ...]:
    cells = read_acronyms(text for record in records for text in (*_texts(record), ";"))
    known = {acronym.initials for acronym in cells}
    return (*cells, *(acronym for acronym in read_acronyms(body) if acronym.initials not in known))


def _texts(record: Record) -> Iterator[str]:
    yield from record.context
    for text in (record.action, record.outcome, record.progress, record.owner_text, *record.other.values()):
        if text:
            yield f"{text};"


def _with_owners(record: Record, acronyms: Sequence[Acronym]) -> Record:
    owners = tuple(written_out(owner, acronyms) for owner in record.owners)
    return record.model_copy(update={"owners": owners}) if owners != record.owners else record
