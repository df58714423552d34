"""Pages printed sideways to upright pages, and back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.geometry import Box
from extract.page import Direction, Page
from extract.turn import Turn, turn_of, turned
from models import Evidence
from tests.support.plans import read
from tests.support.printed import HEIGHT, WIDTH, page, table, words

PLAN = page(table("*Action* | *Lead* | *By when*", "Plant trees | Head of Parks | May 2010"))


def printed(direction: Direction, of: Page = PLAN) -> Page:
    """An upright page as it looks once it is laid on its side so that its text runs the way named."""
    quarters = (4 - int(direction)) % 4
    return turned(of, Turn(quarters, of.width, of.height))


def test_an_upright_page_is_left_alone() -> None:
    turn = turn_of(PLAN)
    assert turn.quarters == 0
    assert turned(PLAN, turn) is PLAN
    assert turn_of(Page(1, WIDTH, HEIGHT, (), ())).quarters == 0


@pytest.mark.parametrize("direction", [Direction.UP, Direction.LEFT, Direction.DOWN])
def test_a_page_on_its_side_is_set_upright(direction: Direction) -> None:
    sideways = printed(direction)
    assert {w.direction for w in sideways.words} == {direction}
    upright = turned(sideways, turn_of(sideways))
    assert (upright.width, upright.height) == (PLAN.width, PLAN.height)
    for word, source in zip(upright.words, PLAN.words, strict=True):
        assert (word.text, word.direction) == (source.text, Direction.RIGHT)
        assert tuple(word.box) == pytest.approx(tuple(source.box))
        assert word.baseline == pytest.approx(source.baseline, abs=0.5)


@pytest.mark.parametrize(("sideways", "quarters"), [(1, 0), (7, 0), (11, 0), (30, 1)])
def test_only_a_page_whose_words_are_mostly_sideways_is_turned(sideways: int, quarters: int) -> None:
    """The upright words are nine."""
    upright = words("one two three four five six seven eight nine")
    on_its_side = turned(Page(1, HEIGHT, WIDTH, words("word " * sideways), ()), Turn(3, HEIGHT, WIDTH)).words
    assert turn_of(Page(1, WIDTH, HEIGHT, (*upright, *on_its_side), ())).quarters == quarters


@pytest.mark.parametrize("direction", [Direction.UP, Direction.LEFT, Direction.DOWN])
def test_a_sideways_plan_is_read_and_its_evidence_lies_where_it_is_displayed(direction: Direction) -> None:
    sideways = printed(direction)
    (record,) = read([sideways]).records
    assert (record.action, record.owner_text, record.end_text) == ("Plant trees", "Head of Parks", "May 2010")
    held = {e.field: _words_in(e, sideways) for e in record.evidence}
    assert held == {"action": "Plant trees", "owner_text": "Head of Parks", "deadline_text/end": "May 2010"}


def _words_in(entry: Evidence, of: Page) -> str:
    return " ".join(w.text for w in of.words if Box(*entry.bbox).holds(*w.box.centre))


SIDES = st.floats(0, 500)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 3), SIDES, SIDES, SIDES, SIDES)
def test_there_and_back_again(quarters: int, x: float, y: float, width: float, height: float) -> None:
    turn = Turn(quarters, 842.0, 595.0)
    box = Box(x, y, x + width, y + height)
    assert tuple(turn.back(turn.box(box))) == pytest.approx(tuple(box), abs=1e-6)
    assert turn.box(box).width + turn.box(box).height == pytest.approx(width + height, abs=1e-6)
