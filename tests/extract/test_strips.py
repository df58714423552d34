"""Chunks of a line, and the columns that lines agree on."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lines import Line
from extract.page import Word
from extract.strips import chunks, is_datum, is_typed, split_at, strips_of
from tests.support.printed import line, word
from tests.support.sheets import region, sheet, texts, wall


@pytest.mark.parametrize(
    "text",
    [
        "12",
        "1,250",
        "-0.5",
        "–3.4",
        "12.5%",
        "£1,250",
        "$9,594 or less",
        "(16.0–29.0)",
        "*2,247",
        "N/A",
        "–",
        "(X)",
        "†",
    ],
)
def test_figures_dashes_and_marks_are_data(text: str) -> None:
    assert is_datum(text)


@pytest.mark.parametrize("text", ["Total", "Aged 65 and over", "Grade 3 pupils", "•", "Phase 2", "a", ""])
def test_texts_are_no_data(text: str) -> None:
    assert not is_datum(text)


@pytest.mark.parametrize(
    ("second", "parts"),
    [
        (word("trees", 33), ["Plant trees"]),
        (word("trees", 36.5), ["Plant", "trees"]),
    ],
)
def test_a_wide_gap_parts_chunks(second: Word, parts: list[str]) -> None:
    assert texts(chunks(Line((word("Plant", 5), second)), typed=False)) == parts


def test_two_whole_figures_stand_apart_by_a_space_and_the_groups_of_one_do_not() -> None:
    assert texts(chunks(line("1,250 3,400"), typed=False)) == ["1,250", "3,400"]
    assert texts(chunks(line("15 455"), typed=False)) == ["15 455"]


def test_a_dot_leader_ends_with_its_label_and_a_bullet_stays_with_its_text() -> None:
    assert texts(chunks(line("All ages . . . . 29"), typed=False)) == ["All ages . . . .", "29"]
    apart = Line((word("•", 5), word("Trees", 30)))
    assert texts(chunks(apart, typed=False)) == ["• Trees"]


def test_a_sign_set_apart_stays_with_its_figure() -> None:
    assert texts(chunks(Line((word("$", 5), word("1,250", 40))), typed=False)) == ["$ 1,250"]
    assert texts(chunks(Line((word("12.5", 5), word("%", 40))), typed=False)) == ["12.5 %"]
    assert texts(chunks(Line((word("$", 5), word("Budget", 40))), typed=False)) == ["$", "Budget"]
    assert texts(chunks(Line((word("Budget", 5), word("%", 60))), typed=False)) == ["Budget", "%"]


def test_a_vertical_ruling_parts_words() -> None:
    assert texts(chunks(line("Male Female"), typed=False, walls=[wall(21.5)])) == ["Male", "Female"]


def test_a_typewriter_face_is_told_by_its_letters() -> None:
    assert not is_typed([line("equal letters but not of that width")])
    plain = word("typed")
    assert is_typed([Line((replace(plain, box=plain.box._replace(x1=plain.box.x0 + 6 * len(plain.text))),))])


def test_columns_are_what_gutters_leave() -> None:
    found = region(sheet("Name | >Number", "Homes | >1,250", "Roads and paths | >96", places=(50, 200)))
    assert [(s.x0, s.x1) for s in found.columns] == [(50, 121), (170, 200)]


def test_a_line_over_several_columns_does_not_close_their_gutters() -> None:
    found = region(sheet("| =Households by type", "| 2001 | 2011", "Homes | 20 | 30", places=(50, 165, 210)))
    assert len(found.columns) == 3


def test_a_chunk_is_cut_where_a_column_ends_and_the_next_begins() -> None:
    columns = region(sheet("a | Weight | Controls", "b | Weights | Controls", places=(50, 100, 150))).columns
    close = Line((word("Weights", 100), word("Controls", 139.5)))
    assert texts(split_at(close, columns, typed=False)) == ["Weights", "Controls"]
    assert texts(split_at(line("Body weight", x=100), columns, typed=False)) == ["Body weight"]


@given(
    st.lists(st.lists(st.sampled_from(["1", "22", "3,333", "word"]), min_size=2, max_size=4), min_size=1, max_size=6)
)
def test_columns_never_overlap_and_hold_every_full_line(rows: list[list[str]]) -> None:
    drawn = sheet(*(" | ".join(row) for row in rows), places=(50, 150, 250, 350))
    of_lines = region(drawn)
    columns = strips_of(of_lines.chunks)
    assert all(a.x1 <= b.x0 for a, b in pairwise(columns))
    for parts in of_lines.chunks:
        if len(parts) == max(map(len, of_lines.chunks)):
            assert all(any(c.x0 <= p.box.x0 and p.box.x1 <= c.x1 for c in columns) for p in parts)
