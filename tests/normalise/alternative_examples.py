"""Examples of every ambiguity: the words, what they may say besides, and in which plan."""

EXAMPLES: dict[str, list[tuple[str, str, str]]] = {
    "as_printed": [
        ("one_year", "Sept 10", "..2010-09-10"),
        ("one_year", "09/10", "..2010-09-30"),
        ("one_year", "2006/08", "2006-04-01..2008-03-31"),
        ("one_year", "2008-11", "..2008-11-30"),
    ],
    "year_beginning": [("one_year", "FY10", "2010-04-01..2011-03-31"), ("one_year", "by FY 2011", "..2012-03-31")],
    "school_term": [
        ("school", "Spring", "2011-01-01..2011-03-31"),
        ("school", "Autumn 2011", "2011-09-01..2011-12-31"),
    ],
    "other_calendar": [
        ("one_year", "by Q2", "..2010-06-30"),
        ("one_year", "2010-2014", "2010-01-01..2014-12-31"),
        ("one_year", "Q1 - Q2 2010", "2010-01-01..2010-06-30"),
        ("abroad", "Q2/2019", "..2019-09-30"),
        ("abroad", "2019-2021", "2019-04-01..2021-03-31"),
        ("school", "2010/11", "2010-04-01..2011-03-31"),
    ],
    "part_of_next_year": [("one_year", "by Q4 2010", "..2010-03-31"), ("one_year", "H2 2010", "..2010-03-31")],
    "winter_before": [("one_year", "Winter 2010", "..2010-02-28")],
    "calendar_year_end": [("one_year", "Year end 2011", "..2011-12-31")],
    "month_first": [("abroad", "3/4/2019", "..2019-03-04")],
    "week_beginning": [("one_year", "w/c 7 June 2010", "..2010-06-07")],
    "later_year": [
        ("three_years", "June", "..2010-06-30 + ..2011-06-30"),
        ("three_years", "January to March", "2011-01-01..2011-03-31 + 2012-01-01..2012-03-31"),
        ("three_years", "by Q4", "..2011-03-31 + ..2012-03-31"),
    ],
    "start_left_open": [
        ("one_year", "2010/11", "..2011-03-31"),
        ("one_year", "2010", "2010-01-01..2010-12-31"),
        ("one_year", "Summer 2010", "2010-06-01..2010-08-31"),
        ("one_year", "Autumn term 2010", "..2010-12-31"),
    ],
    "two_ways": [("one_year", "Bi-annually", ".. two-yearly"), ("one_year", "bimonthly", ".. fortnightly")],
}

ONE_MEANING = [
    "30 June 2010",
    "June 2010",
    "by June 2010",
    "Ongoing",
    "Quarterly",
    "Ongoing to March 2012",
    "from April 2010",
    "3/4/2010",
    "April to June 2010",
    "Biennial",
    "TBC",
]
"""Cells that say one thing to every reader."""
