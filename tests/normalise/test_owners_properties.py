"""Owner cells: what holds for every text."""

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from models import OwnerKind
from normalise.owners import inherits, is_ditto, looks_like_owner, read_owners

WORDS = [
    *[
        "Head",
        "Heads",
        "of",
        "Director",
        "Chief",
        "Executive",
        "Manager",
        "Officer",
        "Team",
        "Unit",
        "Board",
        "Council",
        "Police",
        "PCT",
        "MoH",
        "HR",
        "ICT",
        "CMT",
        "GM",
    ],
    *[
        "(HR)",
        "(TBC)",
        "and",
        "&",
        "/",
        ",",
        ";",
        "+",
        "-",
        "–",
        "•",
        "\n",
        "with",
        "partners:",
        "Cllr",
        "Cllrs",
        "Olive",
        "Marsh",
        "J.",
        "Finch-Poole",
        "O'Hara",
        "JS",
        "All",
        "the",
    ],
    *[
        "Planning",
        "Policy",
        "Performance",
        "Housing",
        "Legal",
        "Services",
        "schools",
        "Environ-",
        "mental",
        "Plann",
        "ing",
        "24/7",
        "A/Treasurer",
        "1.",
        "ditto",
    ],
]
CELLS = st.one_of(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.text(max_size=60))


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def stand_in_order(names: list[str], text: str) -> bool:
    """True where the letters of all the names occur in the text, one after the other."""
    rest = iter(letters(text))
    return all(c in rest for c in letters("".join(names)))


@given(CELLS)
def test_names_are_the_cells_own_letters_in_order(cell: str) -> None:
    owners = read_owners(cell)
    assert all(o.name == o.name.strip() and any(c.isalnum() for c in o.name) for o in owners)
    assert stand_in_order([o.name for o in owners], cell)


@given(CELLS)
def test_the_same_cell_is_read_the_same_way(cell: str) -> None:
    assert read_owners(cell) == read_owners(cell)
    assert all(o.rule and o.kind in OwnerKind and not o.inherited for o in read_owners(cell))


@given(CELLS)
def test_support_lasts_to_the_end_of_the_cell(cell: str) -> None:
    parts = [o.part.value for o in read_owners(cell)]
    assert parts == sorted(parts)  # "lead" comes before "support"


@given(CELLS)
def test_the_cheap_tests_take_any_text(cell: str) -> None:
    assert looks_like_owner(cell) in {True, False}
    assert inherits(cell) or not is_ditto(cell)


@given(
    st.lists(
        st.sampled_from(["Head of Parks", "Fleet Manager", "Olive Marsh", "CMT", "Police"]), min_size=1, max_size=5
    )
)
def test_a_semicolon_always_parts_owners(names: list[str]) -> None:
    assert [o.name for o in read_owners("; ".join(names))] == names


@given(st.sampled_from(["Housing Options Manager", "Head of Parks and Leisure", "Environmental Health Team"]))
def test_a_wrap_inside_a_title_changes_nothing(title: str) -> None:
    for at in (m.start() for m in re.finditer(" ", title)):
        wrapped = title[:at] + "\n" + title[at + 1 :]
        assert [o.name for o in read_owners(wrapped)] == [title]


def test_hostile_cells_are_read_in_good_time() -> None:
    rng = random.Random(7)
    for unit in ("x-\n", "MoH ", "a@", "O'", "(", "A & ", "Head of Parks and ", "".join(rng.choices("aA1 /&,\n", k=9))):
        assert isinstance(read_owners((unit * 2000)[:2000]), list)
