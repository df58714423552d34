"""Rows set without white space begin where several columns begin a text together."""

import pytest

from extract.lines import Line
from extract.tight import tight_starts
from tests.support.printed import line


def column(x: float, *texts: str, step: float = 12.0) -> tuple[Line, ...]:
    """Lines one below the other; an empty text leaves its line out."""
    return tuple(line(text, 100 + step * i, x=x) for i, text in enumerate(texts) if text)


@pytest.mark.parametrize(
    ("actions", "owners", "dates", "rows"),
    [
        (("Mend gates", "Order bins", "Sweep"), ("Clerk", "Cllr Orme", "All"), ("May", "June", "July"), [0, 1, 2]),
        (
            ("Mend every gate in the", "parish", "Order bins for the green"),
            ("Clerk", "", "Cllr Orme"),
            ("May", "", "June"),
            [2],
        ),
        (("Mend every gate in the", "Green Lane allotments"), ("Clerk",), ("May",), []),
        (("Mend every gate in the", "parish and paint it"), ("Head of", "Parks"), ("May",), []),
    ],
    ids=["a line each", "a short line, then texts that begin together", "a name on a line", "a wrapped owner"],
)
def test_where_rows_begin(
    actions: tuple[str, ...], owners: tuple[str, ...], dates: tuple[str, ...], rows: list[int]
) -> None:
    columns = (column(50, *actions), column(250, *owners), column(350, *dates))
    tops = [columns[0][i].box.top for i in rows]
    assert tight_starts(columns, 0) == tops
