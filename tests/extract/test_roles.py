"""Printed column headers to roles."""

import pytest

from extract.roles import Role, header_roles

HEADERS = {
    Role.REF: ["Ref", "Ref.", "No.", "Item no", "Action ref", "ID"],
    Role.ACTION: [
        "Action",
        "ACTIONS",
        "Key tasks",
        "What we will do",
        "What we’ll do",
        "What are we going to do?",
        "Action to be taken",
        "Activities / tasks",
        "Key activity for the year",
    ],
    Role.OWNER: [
        "Lead",
        "Lead officer",
        "Owner",
        "Who?",
        "By whom",
        "Responsible person",
        "Person(s) responsible",
        "Who is responsible?",
        "RESPONSIBILITY",
        "Responsi bility",
        "Person respon sible, if known",
        "Accountable officer",
        "Officer responsible for delivery",
    ],
    Role.SUPPORT: ["Partners", "Key partners", "Supporting officers", "Support", "Who else is involved"],
    Role.START: ["Start", "Start date", "Commencement date", "Begins"],
    Role.DEADLINE: [
        "By when",
        "When?",
        "Deadline",
        "Due date",
        "Target date",
        "Completion date",
        "Timescale",
        "Time- scale",
        "Finish",
        "End date",
        "To be completed by",
    ],
    Role.OUTCOME: ["Outcome", "Expected outcomes", "Success criteria", "Measure of success", "Impact", "Outputs"],
    Role.PROGRESS: ["Progress", "Progress to date", "Current status", "RAG", "Latest update", "Comments"],
    Role.PRIORITY: ["Priority", "Priority ranking"],
    Role.ISSUE: ["Issue", "Recommendation", "Area for improvement", "Findings"],
    Role.INDICATOR: ["Indicator", "Performance indicator", "KPI"],
    Role.TARGET: ["Target", "Annual target"],
    Role.ACTUAL: ["Outturn", "Actual", "Baseline"],
    Role.RISK: ["Risk", "Risk description"],
    Role.MITIGATION: ["Mitigation", "Mitigating actions", "Existing controls"],
    Role.MILESTONE: ["Milestone", "Key milestones"],
    Role.RESOURCE: ["Resources", "Cost", "Budget", "Resource implications", "Funding source"],
}


@pytest.mark.parametrize(
    ("header", "role"), [(header, role) for role, headers in HEADERS.items() for header in headers]
)
def test_a_header_says_what_its_column_holds(header: str, role: Role) -> None:
    scores = header_roles(header)
    assert max(scores, key=lambda r: scores[r]) is role
    assert scores[role] > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "Parks and open spaces",
        "Fly-tipping",
        "Priority 1: Prevention",
        "Objective 2 – Clean streets",
        "Deadline 3. Spring",
        "The council will " + "work with its partners and residents " * 4,
    ],
)
def test_a_text_that_heads_no_column_has_no_role(text: str) -> None:
    assert header_roles(text) == {}


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Lead officer", "Lead officer and all other contacts in partner bodies"),
        ("Target date", "Agreed target date set by members"),
        ("Who", "Those who attended meetings"),
    ],
)
def test_the_more_of_a_header_a_phrase_covers_the_surer_it_is(surer: str, less_sure: str) -> None:
    role = max(header_roles(surer), key=lambda r: header_roles(surer)[r])
    assert header_roles(surer)[role] > header_roles(less_sure)[role] > 0


def test_a_header_that_begins_with_the_phrase_is_surer() -> None:
    assert header_roles("Lead for audit matters")[Role.OWNER] > header_roles("For audit matters lead")[Role.OWNER]


@pytest.mark.parametrize(
    ("plain", "dressed"),
    [("by when", "By When?"), ("lead officer", "LEAD\u00a0OFFICER:"), ("what we'll do", "What we’ll do…")],
)
def test_case_and_punctuation_do_not_count(plain: str, dressed: str) -> None:
    assert header_roles(dressed) == header_roles(plain)


@pytest.mark.parametrize("header", [h for headers in HEADERS.values() for h in headers])
def test_scores_lie_between_nothing_and_certainty(header: str) -> None:
    assert all(0 < score <= 1 for score in header_roles(header).values())
