"""The small pieces of the check: what readers may differ in, where JSON values part, what a table shows of a text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.geometry import Box
from extract.page import Page, Word
from models import PlanDocument
from planledger.verify.alike import NUDGE, alike
from planledger.verify.boxes import reread_evidence
from planledger.verify.excerpt import LONGEST, excerpt
from planledger.verify.source import SourceGone, reopen
from planledger.verify.values import Difference, differences
from tests.planledger.conftest import converted


@pytest.mark.parametrize(
    ("recorded", "found", "same"),
    [
        ("Head of Finance", "Head of Finance", True),
        ("Keep a list", "Keep alist", True),
        ("Parks and Countryside", "Parks and Country side", True),
        ("Objective One", "OBJECTIVE ONE", True),
        ("efficient offices", "e\ufb03cient o\ufb03ces", True),
        ("31 March 2009", "31 March 2010", False),
        ("re-use paper", "reuse paper", False),
        ("Head of Finance", "Head of Finance.", False),
        ("Head of Finance", "", False),
        ("", "", True),
    ],
)
def test_what_two_readers_may_differ_in(recorded: str, found: str, same: bool) -> None:
    assert alike(recorded, found) is same


@given(st.text(), st.text(min_size=1, alphabet=st.characters(categories=("L", "N", "P"))))
def test_a_text_with_more_in_it_is_never_alike(text: str, more: str) -> None:
    assert alike(text, text)
    assert not alike(text, text + more)


@pytest.mark.parametrize(("off", "held"), [(0.0, True), (NUDGE, True), (NUDGE + 0.2, False)])
def test_a_word_on_the_edge_may_lie_a_little_outside(off: float, held: bool) -> None:
    """The stand-in's evidence has the box 10, 20, 30, 40; the word's middle lies `off` points right of it."""
    plan = converted(b"word", "a.pdf", "file:///a.pdf")
    word = Word("word", Box(28 + off, 25, 32 + off, 35), 10, 33)
    (reread,) = reread_evidence(plan, [Page(1, 100, 100, (word,), ())], frozenset())
    assert reread.held is held


def test_evidence_on_a_page_that_is_not_there_is_not_held() -> None:
    plan: PlanDocument = converted(b"word", "a.pdf", "file:///a.pdf")
    (reread,) = reread_evidence(plan, [], frozenset())
    assert (reread.found, reread.held) == (None, False)


@pytest.mark.parametrize(
    ("recorded", "found", "places"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": 2}, [Difference("a", "1", "2")]),
        ({"a": 1}, {}, [Difference("a", "1", "(nothing)")]),
        ({}, {"a": None}, [Difference("a", "(nothing)", "None")]),
        ({"a": [1, {"b": "x"}]}, {"a": [1, {"b": "y"}]}, [Difference("a.1.b", "x", "y")]),
        ({"a": [1]}, {"a": []}, [Difference("a", "[1]", "[]")]),
        ({"a": "1"}, {"a": 1}, [Difference("a", "1", "1")]),
        ({"a": True}, {"a": 1}, [Difference("a", "True", "1")]),
    ],
)
def test_where_json_values_differ(recorded: object, found: object, places: list[Difference]) -> None:
    assert list(differences(recorded, found)) == places


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("by March", "by May").recorded == "by March"


@given(st.text(min_size=200), st.text(min_size=1), st.text(min_size=200))
def test_a_long_text_is_shown_from_before_the_difference(same: str, more: str, rest: str) -> None:
    shown = excerpt(same + rest, same + more + rest)
    assert len(shown.recorded) <= LONGEST + 2
    assert len(shown.found) <= LONGEST + 2
    assert shown.recorded != shown.found or same + rest == same + more + rest


def test_a_source_is_opened_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "100 % plan #1?.pdf"
    path.write_bytes(b"bytes")
    assert reopen(path.as_uri()) == b"bytes"


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("file:///no/such/plan.pdf", "no such file"),
        ("file:///", "not a file"),
        ("ftp://host/plan.pdf", "no URI of a kind"),
        ("file://elsewhere/plan.pdf", "only files of this machine"),
        ("plan.pdf", "no URI of a kind"),
        ("file:///a%00b.pdf", "no such file|cannot be opened"),
    ],
)
def test_a_source_that_cannot_be_opened_says_why(uri: str, said: str) -> None:
    with pytest.raises(SourceGone, match=said):
        reopen(uri)
