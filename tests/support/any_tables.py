"""Random tables of a plan, said in rows as `tests.support.printed.table` takes them: sound rows and odd ones."""

from hypothesis import strategies as st

ANY_HEADER = "*Ref* | *Action* | *Lead* | *By when* | *Cost*"
SOUND = "9 | Prune hedges | Play Team | July 2011 | £7"
CELL = st.sampled_from(
    [
        "",
        "",
        "1",
        "N/A",
        "-",
        "Plant trees",
        "Mend the swings and",
        "1.2 Sweep all streets from the station to the market",
        "• Sow grass / • Prune hedges",
        "Head of Parks",
        "May 2010",
        "•",
        "£500",
        "*Greener*",
    ]
)
ROW = st.one_of(
    st.tuples(CELL, CELL, CELL, CELL, CELL).map(" | ".join),
    st.tuples(st.sampled_from(["1", "", "^"]), CELL, st.sampled_from(["^", "Play Team"]), CELL, CELL).map(" | ".join),
    st.sampled_from(
        [
            "Theme: our parks | < | < | < | <",
            "1 | Greener | < | < | <",
            ANY_HEADER,
            "*Milestone* | < | *Lead* | *Date* | <",
        ]
    ),
)


@st.composite
def any_tables(draw: st.DrawFn) -> tuple[str, ...]:
    """A band or none, a header, rows of any cells, and one that makes the table a plan's."""
    band = draw(st.sampled_from([(), ("*Theme A* | < | < | < | <",)]))
    rows = draw(st.lists(ROW, min_size=1, max_size=6))
    return (
        *band,
        ANY_HEADER,
        *_without_loose_merges(rows),
        ANY_HEADER,
        "9 | Prune hedges | Play Team | July 2011 | £7",
    )


def _without_loose_merges(rows: list[str]) -> list[str]:
    """A cell can go on with the one above only where that is as wide as itself."""
    kept: list[str] = []
    for row in rows:
        above = kept[-1] if kept else ANY_HEADER
        loose = "^" in row and ("<" in above or "*" in above)
        kept.append(row.replace("^", "x") if loose else row)
    return kept
