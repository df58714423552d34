"""What a cell and its document say of an owner besides the name: who holds the post, what initials stand for."""

import pytest

from models import Owner, OwnerKind
from normalise import read_acronyms, read_owners, written_out


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Head of HR (J Smith)", "J Smith"),
        ("Head of HR, Jane Smith", "Jane Smith"),
        ("Payroll Manager - Carol Webb", "Carol Webb"),
        ("Policy Team (Cllr Day)", "Cllr Day"),
        ("Head of HR (LCC)", None),
        ("Head of HR (Legal Services)", None),
        ("Park Warden (Highfield Park)", None),
        ("Head of HR", None),
        ("Jane Smith (Head of HR)", None),
    ],
)
def test_the_holder_of_a_post(text: str, person: str | None) -> None:
    [owner] = read_owners(text)
    assert owner.person == person
    assert owner.name == text


@pytest.mark.parametrize(
    ("text", "initials", "words"),
    [
        ("led by Organisational Development (OD) this year", "OD", "Organisational Development"),
        ("the Office of Design (OD)", "OD", "Office of Design"),
        ("the Director of Public Health (DPH)", "DPH", "Director of Public Health"),
        ("Children & Young People (C&YP)", "C&YP", "Children & Young People"),
        ("Freedom of Information (FoI)", "FoI", "Freedom of Information"),
        ("antimicrobial stewardship and training (AST)", "AST", "antimicrobial stewardship and training"),
        ("MTF: Member Training Forum", "MTF", "Member Training Forum"),
        ("Local Area Agreements (LAAs)", "LAA", "Local Area Agreements"),
    ],
)
def test_initials_that_a_document_defines(text: str, initials: str, words: str) -> None:
    [acronym] = read_acronyms([text])
    assert (acronym.initials, acronym.words) == (initials, words)


def test_a_definition_may_run_over_two_lines() -> None:
    [acronym] = read_acronyms(["The work of Organisational", "Development (OD) goes on"])
    assert acronym.words == "Organisational Development"


@pytest.mark.parametrize(
    "text", ["a list of dates (OD)", "Members (LCC)", "of the day (OD)", "Version (II)", "(OD)", "HR - see below", ""]
)
def test_brackets_that_define_nothing(text: str) -> None:
    assert read_acronyms([text]) == ()


def test_an_owner_is_written_out() -> None:
    known = read_acronyms(["Organisational Development (OD)"])
    owner = Owner(name="Head of OD", kind=OwnerKind.ROLE, rule="post")
    assert written_out(owner, known).expanded == "Head of Organisational Development"
    assert written_out(owner, ()).expanded is None


def test_an_owner_that_says_both_needs_no_expansion() -> None:
    known = read_acronyms(["Organisational Development (OD)"])
    owner = Owner(name="Organisational Development (OD)", kind=OwnerKind.TEAM, rule="team")
    assert written_out(owner, known).expanded is None
