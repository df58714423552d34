"""Hypothesis strategies for the dataset contract: any plan document that the models allow."""

from datetime import date

from hypothesis import strategies as st

from models import (
    Alternative,
    Coverage,
    Deadline,
    Document,
    Evidence,
    Kind,
    Owner,
    OwnerKind,
    OwnerPart,
    PlanDocument,
    Precision,
    Record,
    Recurrence,
    Residue,
    Status,
    TextSource,
)

TEXT = st.text(max_size=20)
MAYBE = st.none() | TEXT
PAGES = st.integers(1, 2**31 - 1)
COUNTS = st.integers(0, 2**31 - 1)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
POINTS = st.floats(allow_nan=False, allow_infinity=False)
BOXES = st.tuples(POINTS, POINTS, POINTS, POINTS)


def tuples(items: st.SearchStrategy, most: int = 3, least: int = 0) -> st.SearchStrategy:
    return st.lists(items, min_size=least, max_size=most).map(tuple)


@st.composite
def alternatives(draw: st.DrawFn) -> Alternative:
    start, due = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if start and due and due < start:
        start, due = due, start
    return Alternative(
        edtf=draw(MAYBE),
        start_date=start,
        due_date=due,
        ongoing=draw(st.booleans()),
        recurrence=draw(st.none() | st.sampled_from(Recurrence)),
        provisional=draw(st.booleans()),
        rule=draw(TEXT),
    )


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    start, due = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if start and due and due < start:
        start, due = due, start
    return Deadline(
        text=draw(TEXT),
        edtf=draw(MAYBE),
        start_date=start,
        due_date=due,
        precision=draw(st.none() | st.sampled_from(Precision)),
        ongoing=draw(st.booleans()),
        recurrence=draw(st.none() | st.sampled_from(Recurrence)),
        rrule=draw(MAYBE),
        provisional=draw(st.booleans()),
        condition=draw(MAYBE),
        rule=draw(TEXT),
        alternatives=draw(tuples(alternatives(), most=2)),
    )


OWNERS = st.builds(
    Owner,
    name=st.text(min_size=1, max_size=20),
    kind=st.sampled_from(OwnerKind),
    part=st.sampled_from(OwnerPart),
    expanded=MAYBE,
    person=MAYBE,
    inherited=st.booleans(),
    rule=TEXT,
)
EVIDENCE = st.builds(Evidence, field=TEXT, page=PAGES, bbox=BOXES, text=TEXT)
RESIDUE = st.builds(Residue, page=PAGES, bbox=BOXES, text=TEXT, reason=TEXT)


def records(record_id: str) -> st.SearchStrategy[Record]:
    return st.builds(
        Record,
        record_id=st.just(record_id),
        kind=st.sampled_from(Kind),
        ref=MAYBE,
        parent_id=MAYBE,
        context=tuples(TEXT),
        action=TEXT,
        outcome=MAYBE,
        progress=MAYBE,
        owner_text=MAYBE,
        owners=tuples(OWNERS),
        deadline_text=MAYBE,
        deadlines=tuples(deadlines()),
        other=st.dictionaries(TEXT, TEXT, max_size=3),
        page=PAGES,
        pages=tuples(PAGES, least=1),
        confidence=st.floats(0, 1),
        flags=tuples(TEXT),
        evidence=tuples(EVIDENCE),
    )


DOCUMENTS = st.builds(
    Document,
    document_id=st.text("0123456789abcdef", min_size=64, max_size=64),
    source_name=TEXT,
    source_uri=TEXT,
    source_bytes=st.integers(0, 2**63 - 1),
    status=st.sampled_from(Status),
    reason=MAYBE,
    title=MAYBE,
    organisation=MAYBE,
    organisation_code=MAYBE,
    period_start=st.none() | DAYS,
    period_end=st.none() | DAYS,
    page_count=COUNTS,
    text_source=st.sampled_from(TextSource),
    reader_version=TEXT,
    warnings=tuples(TEXT),
)
COVERAGE = st.builds(Coverage, table_words=COUNTS, claimed_words=COUNTS, header_words=COUNTS, furniture_words=COUNTS)


@st.composite
def plans(draw: st.DrawFn) -> PlanDocument:
    """Any plan document, record ids unique in it."""
    count = draw(st.integers(0, 3))
    return PlanDocument(
        document=draw(DOCUMENTS),
        records=tuple(draw(records(f"r{number}")) for number in range(count)),
        residue=draw(tuples(RESIDUE)),
        coverage=draw(COVERAGE),
    )
