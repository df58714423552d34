"""Sentences of running text to records of kind commitment: the dated promises that stand outside tables."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from extract.confidence import confidence_of
from extract.letters import UNREADABLE
from extract.loose import locate
from extract.prose import Sentence
from models import Evidence, Kind, Record
from normalise import DocumentFacts, Promise, ProseLine, read_promises
from planledger.records import ID_LENGTH

FLAG = "from_prose"


def read_commitments(sentences: Sequence[Sentence], document_id: str, facts: DocumentFacts) -> tuple[Record, ...]:
    """A record for each sentence that promises something by a date, in reading order."""
    lines = [ProseLine(sentence.text, sentence.listed) for sentence in sentences]
    promises = read_promises(lines, facts.period, facts.calendar)
    return tuple(
        _record(sentence, promise, document_id)
        for sentence, promise in zip(sentences, promises, strict=True)
        if promise is not None
    )


def _record(sentence: Sentence, promise: Promise, document_id: str) -> Record:
    dated = tuple(_dated(sentence, promise))
    first = sentence.printed.words[0]
    evidence = (*sentence.evidence, *dated)
    flags = (FLAG, *(["unreadable_text"] if any(UNREADABLE in entry.text for entry in evidence) else []))
    key = "/".join(map(str, (document_id, Kind.COMMITMENT.value, first.page, *map(round, first.box[:2]))))
    return Record(
        record_id=sha256(key.encode()).hexdigest()[:ID_LENGTH],
        kind=Kind.COMMITMENT,
        context=sentence.context,
        action=sentence.text,
        deadline_text=" ".join(entry.text for entry in dated) or None,
        deadlines=promise.deadlines,
        page=sentence.page,
        pages=tuple(sorted({word.page for word in sentence.printed.words})),
        confidence=confidence_of(flags),
        flags=flags,
        evidence=evidence,
    )


def _dated(sentence: Sentence, promise: Promise) -> Iterator[Evidence]:
    """Where the words of the deadlines stand."""
    for text in dict.fromkeys(deadline.text for deadline in promise.deadlines):
        yield from locate(sentence.printed, text, "deadline_text")


def in_reading_order(records: Sequence[Record], commitments: Sequence[Record]) -> tuple[Record, ...]:
    """The records of the tables with the commitments put in where they stand on the pages."""
    merged: list[Record] = []
    waiting = list(commitments)
    for record in records:
        while waiting and _place(waiting[0]) < _place(record):
            merged.append(waiting.pop(0))
        merged.append(record)
    return (*merged, *waiting)


def _place(record: Record) -> tuple[int, float]:
    tops = [entry.bbox[1] for entry in record.evidence if entry.page == record.page]
    return record.page, min(tops, default=0.0)
