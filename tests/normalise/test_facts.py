"""A document's own facts: title, organisation, period and calendar, each by its rules."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.facts import CoverLine, DocumentFacts, read_facts


def facts(
    *cover: tuple[str, float],
    running: tuple[str, ...] = (),
    body: tuple[str, ...] = (),
    source_name: str = "plan.pdf",
    metadata_title: str | None = None,
    metadata_author: str | None = None,
) -> DocumentFacts:
    lines = [CoverLine(text, size) for text, size in cover]
    return read_facts(
        lines, running, (*(text for text, _ in cover), *body), source_name, metadata_title, metadata_author
    )


UK = ("WENDALE DISTRICT COUNCIL", 14.0)
ABROAD = ("Ministry of Health", 14.0)


@pytest.mark.parametrize(
    ("line", "first", "last", "rule"),
    [
        ("Parks Plan 2008/09 - 2010/11", date(2008, 4, 1), date(2011, 3, 31), "cover_financial_years"),
        ("Parks Plan 2013-14", date(2013, 4, 1), date(2014, 3, 31), "cover_financial_year"),
        ("Parks Plan 2013/14", date(2013, 4, 1), date(2014, 3, 31), "cover_financial_year"),
        ("Parks Plan 2004 – 2008", date(2004, 4, 1), date(2008, 3, 31), "cover_span_of_years"),
        ("Parks Plan 2011-15", date(2011, 4, 1), date(2015, 3, 31), "cover_span_of_years"),
        ("Parks Plan April 2011 to March 2014", date(2011, 4, 1), date(2014, 3, 31), "cover_stated_months"),
        ("Parks Plan 1 June 2011 - 31 May 2012", date(2011, 6, 1), date(2012, 5, 31), "cover_stated_dates"),
        ("Parks Plan 2008/09 - 20010/11", date(2008, 4, 1), date(2009, 3, 31), "cover_financial_year"),
    ],
)
def test_period_of_a_uk_plan(line: str, first: date, last: date, rule: str) -> None:
    found = facts(UK, (line, 20.0))
    assert (found.period_start, found.period_end, found.period_rule) == (first, last, rule)
    assert found.period == (first, last)


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("National Plan 2017-2022", date(2017, 1, 1), date(2022, 12, 31)),
        ("National Plan (2020 to 2024)", date(2020, 1, 1), date(2024, 12, 31)),
        ("National Annual Plan 2019", date(2019, 1, 1), date(2019, 12, 31)),
    ],
)
def test_period_of_a_plan_in_calendar_years(line: str, first: date, last: date) -> None:
    found = facts(ABROAD, (line, 20.0))
    assert (found.period_start, found.period_end, found.calendar) == (first, last, "calendar")


@pytest.mark.parametrize(
    "line",
    [
        "Parks Plan",
        "Parks Plan 2010",
        "Meeting of 6 December 2012",
        "Parks Plan 2014-2008",
        "Report 12/09/2011",
        "2008/09/10",
    ],
)
def test_no_period(line: str) -> None:
    found = facts(UK, (line, 20.0))
    assert found.period is None
    assert found.period_rule == ""


def test_a_well_formed_period_goes_before_a_misprinted_one() -> None:
    found = facts(("Parks Plan", 20.0), ("2008/09 – 2010/11", 16.0), running=("Parks Plan 20008/09 - 20010/11",))
    assert found.period == (date(2008, 4, 1), date(2011, 3, 31))


def test_a_misprinted_period_is_read_where_there_is_no_other() -> None:
    found = facts(("Parks Plan", 20.0), running=("Parks Plan 20010/11",))
    assert (found.period, found.period_rule) == ((date(2010, 4, 1), date(2011, 3, 31)), "running_misprinted_year")


@pytest.mark.parametrize(
    ("places", "rule"),
    [
        ({"metadata_title": "Parks Plan 2013-14"}, "metadata_financial_year"),
        ({"running": ("Parks Plan 2013-14 Page 2",)}, "running_financial_year"),
        ({"body": ("This plan covers the period 2013-14.",)}, "statement_financial_year"),
        ({"source_name": "parks_plan_2013-14.pdf"}, "file_name_financial_year"),
        ({"body": ("In 2013-14 we mow.", "In 2013-14 we plant.")}, "body_frequency"),
        ({"body": ("Spending as at 30 November 2013.",)}, "report_date"),
    ],
)
def test_other_places_of_the_period(places: dict[str, object], rule: str) -> None:
    found = facts(("Parks Plan", 20.0), **places)  # type: ignore[arg-type]
    assert (found.period, found.period_rule) == ((date(2013, 4, 1), date(2014, 3, 31)), rule)


def test_years_in_a_first_page_table_are_no_period() -> None:
    found = facts(UK, ("Parks Plan", 20.0), ("Strategy of 2011 to 2016 to be", 10.0), ("updated.", 10.0))
    assert found.period is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("WENDALE DISTRICT COUNCIL", "Wendale District Council"),
        ("Esker-on-Wend Borough Council", "Esker-on-Wend Borough Council"),
        ("London Borough of Wend", "London Borough of Wend"),
        ("Wendale and Esker NHS Foundation Trust", "Wendale and Esker NHS Foundation Trust"),
        ("Wendale Fire and Rescue Authority", "Wendale Fire and Rescue Authority"),
        ("Ministry of Land and Water", "Ministry of Land and Water"),
        ("Royal Government of Wendia", "Royal Government of Wendia"),
        ("REPUBLIC OF WENDIA", "Republic of Wendia"),
        ("MINSITRY OF LAND", "Ministry of Land"),
    ],
)
def test_organisation_on_the_cover(line: str, name: str) -> None:
    found = facts((line, 14.0), ("Parks Plan", 20.0))
    assert (found.organisation, found.organisation_rule) == (name, "cover_line")


@pytest.mark.parametrize(
    ("places", "rule"),
    [
        ({"running": ("Wendale District Council Parks Plan Page 3 of 9",)}, "running_line"),
        ({"metadata_title": "Wendale District Council parks plan"}, "metadata_title"),
        ({"metadata_author": "Wendale Council"}, "metadata_author"),
        ({"body": ("Wendale District Council will mow.",)}, "only_council_named"),
        ({"body": ("How Wendale Council works", "Wendale Council mows", "for Wendale Council")}, "body_frequency"),
    ],
)
def test_other_places_of_the_organisation(places: dict[str, object], rule: str) -> None:
    found = facts(("Parks Plan", 20.0), **places)  # type: ignore[arg-type]
    assert found.organisation in {"Wendale District Council", "Wendale Council"}
    assert found.organisation_rule == rule


@pytest.mark.parametrize("line", ["The Council", "Full Council", "County Council", "Arts Council", "Youth Council"])
def test_no_organisation_without_a_name(line: str) -> None:
    assert facts(("Parks Plan", 20.0), body=(line,) * 5).organisation is None


@pytest.mark.parametrize(
    ("line", "name", "code"),
    [
        ("Stockton Borough Council", "Stockton-on-Tees Borough Council", "E06000004"),
        ("Harrow Council", "Harrow Council", "E09000015"),
        ("Wendale District Council", "Wendale District Council", None),
        ("Durham County Council", "Durham County Council", None),
    ],
)
def test_a_local_authority_is_named_in_full_with_its_code(line: str, name: str, code: str | None) -> None:
    found = facts((line, 14.0), ("Parks Plan", 20.0))
    assert (found.organisation, found.organisation_code) == (name, code)


def test_a_council_is_known_by_its_place_in_title_and_text() -> None:
    body = ("Parks in Thurrock belong to the council.", "Thurrock has many.")
    found = facts(("Thurrock Parks Plan", 20.0), body=body)
    assert (found.organisation, found.organisation_rule) == ("Thurrock Council", "council_of_place")
    assert found.organisation_code == "E06000034"
    assert facts(("Parks Plan", 20.0), body=body).organisation is None
    assert facts(("Reading Plan", 20.0), body=("Reading for the council", "Reading clubs")).organisation is None


@pytest.mark.parametrize("author", ["J Smith", "python-docx", "Parks Team", ""])
def test_an_author_who_is_no_body_is_no_organisation(author: str) -> None:
    assert facts(("Parks Plan", 20.0), metadata_author=author).organisation is None


def test_no_organisation_where_two_are_named_as_often() -> None:
    body = ("Wendale District Council",) * 3 + ("Esker District Council",) * 3
    assert facts(("Parks Plan", 20.0), body=body).organisation is None


@pytest.mark.parametrize(
    ("cover", "metadata_title", "title"),
    [
        ((UK, ("Parks and Play Plan", 20.0), ("Report of the Head of Parks", 10.0)), None, "Parks and Play Plan"),
        (
            (("Plan for Parks", 30.0), ("and Open Spaces", 30.0), ("2008 – 2011", 24.0)),
            None,
            "Plan for Parks and Open Spaces",
        ),
        (
            (("Plan for Parks", 30.0), ("2008 – 2011", 28.0), ("ACTION PLAN", 30.0)),
            None,
            "Plan for Parks 2008 – 2011 ACTION PLAN",
        ),
        (
            (("Parks Plan (short)", 30.0), ("Depots", 26.0)),
            "Parks Plan (short) - Depots",
            "Parks Plan (short) - Depots",
        ),
        ((("Parks Plan", 14.0), ("Introduction", 13.0), ("Parks matter.", 13.0)), None, "Parks Plan"),
        ((("Parks Plan", 14.0), ("Service: Parks", 12.0)), "Microsoft Word - parks.doc", "Parks Plan"),
        ((), "Parks Plan for Wendale", "Parks Plan for Wendale"),
        ((), "scan", None),
    ],
)
def test_title(cover: tuple[tuple[str, float], ...], metadata_title: str | None, title: str | None) -> None:
    assert facts(*cover, metadata_title=metadata_title).title == title


@pytest.mark.parametrize(
    ("cover", "body", "calendar", "rule"),
    [
        ((UK,), (), "uk_financial", "uk_body"),
        ((ABROAD,), (), "calendar", "national_plan"),
        ((("Plan", 20.0), ("January 2016 to December 2018", 12.0)), (), "calendar", "period_from_january"),
        ((("Plan", 20.0),), ("WHO and FAO", "US dollars", "the Ministry"), "calendar", "words_of_other_countries"),
        ((("Plan", 20.0),), ("the Cabinet", "£20", "in 2008/09"), "uk_financial", "uk_words"),
        ((("Wend City Council", 20.0),), ("An Garda", "€20", "Ireland", "Irish Rail"), "calendar", "council_abroad"),
        ((("Plan", 20.0),), (), "uk_financial", "default"),
    ],
)
def test_calendar(cover: tuple[tuple[str, float], ...], body: tuple[str, ...], calendar: str, rule: str) -> None:
    found = facts(*cover, body=body)
    assert (found.calendar, found.calendar_rule) == (calendar, rule)


TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            [
                "Wendale",
                "Borough",
                "Council",
                "Ministry",
                "of",
                "Plan",
                "2008/09",
                "-",
                "2010",
                "20010/11",
                "31",
                "June",
                "2011",
                "to",
                "April",
            ]
        )
    ).map(" ".join),
)


@given(
    st.lists(st.builds(CoverLine, TEXTS, st.floats(1, 60), st.booleans()), max_size=6),
    st.lists(TEXTS, max_size=4),
    st.lists(TEXTS, max_size=4),
    TEXTS,
    st.none() | TEXTS,
)
def test_any_document_gives_facts_that_hold_together(
    cover: list[CoverLine], running: list[str], body: list[str], name: str, metadata_title: str | None
) -> None:
    found = read_facts(cover, running, body, name, metadata_title)
    assert found == read_facts(cover, running, body, name, metadata_title)
    assert (found.title is None) == (found.title_rule == "")
    assert (found.organisation is None) == (found.organisation_rule == "")
    assert found.title != "" and found.organisation != ""
    assert (found.period_start is None) == (found.period_end is None) == (found.period_rule == "")
    assert found.period is None or found.period[0] <= found.period[1]
