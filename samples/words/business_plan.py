"""Hollinshire County Council, Divisional Business Plan 2012-13 for Libraries: its wording and reading."""

from dataclasses import dataclass

from samples.expected import Deadline, Owner, due, every, ongoing, person, role, span, team


@dataclass(frozen=True, slots=True)
class Group:
    """A numbered heading row with the actions under it."""

    ref: str
    text: str
    actions: tuple["Action", ...]


@dataclass(frozen=True, slots=True)
class Action:
    """A row with a start and a finish column."""

    ref: str
    text: str
    officer: str
    owners: tuple[Owner, ...]
    start: str
    finish: str
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """A row of a milestones block; `under` is the action that its words refer to."""

    ref: str
    text: str
    under: str
    when: str
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class Objective:
    """A table: its two title cells, its groups and its milestones."""

    title: str
    meaning: str
    groups: tuple[Group, ...]
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """A row of the table of work that needs help from elsewhere."""

    activity: str
    impact: str
    when: str
    deadlines: tuple[Deadline, ...]


TITLE = "Divisional Business Plan 2012-13 - DRAFT"
SUBTITLES = ("Directorate: Communities and Culture", "Division: Libraries and Registration")
FOOTER = "Hollinshire County Council: Libraries and Registration Business Plan 2012-13 DRAFT"
SUMMARY = (
    "<b>SUMMARY:</b>",
    "<b>Cabinet Member:</b> Councillor Ruth Bramall – Communities, Culture & Heritage",
    "<b>Responsible Director:</b> Alan Petherick",
    "<b>Gross budget:</b> To follow – February 2012",
    "<b>Posts:</b> To follow – February 2012",
)
PURPOSE = (
    (
        "SECTION A: WHAT THE DIVISION IS FOR",
        (
            "The division runs 38 libraries, four mobile libraries and the county’s archive, and registers births, "
            "deaths and marriages at seven offices. It lends some three million items a year and conducts 2,400 "
            "ceremonies.",
            "<b>Reading and Learning</b> buys and looks after the stock, runs reading groups and the summer scheme for "
            "children, and works with schools.",
            "<b>Area Teams</b> keep the buildings open, recruit and train volunteers, and answer to local boards.",
            "<b>Registration</b> carries out the duties of the Proper Officer and, as a trading service, offers "
            "ceremonies at approved venues.",
            "<b>Archives and Local Studies</b> keeps the county’s records and helps people to use them, in the search "
            "room and, more and more, on line.",
        ),
    ),
    (
        "SECTION B: HOW WE CONTRIBUTE TO THE COUNTY’S AIMS",
        (
            "The council has agreed three aims for the next four years. Libraries contribute to each, above all by "
            "giving people without a computer a place from which to look for work.",
        ),
    ),
)
OBJECTIVES_HEADING = "SECTION C: OBJECTIVES, ACTIONS, MILESTONES AND DECISIONS"
OBJECTIVES_PROSE = (
    "Heads of division look at progress every month. Directors report to the Policy Panel in October and in May.",
)
ACTION_HEADERS = ("Actions", "Responsible Officer", "Start Date (month/year)", "Finish Date (month/year)")
MILESTONE_HEADERS = ("MILESTONES", "DATE (month/year)")
DECISION_HEADERS = ("DECISIONS THAT MAY BE NEEDED UNDER THIS OBJECTIVE", "ALREADY IN THE FORWARD PLAN? Yes/No")

_YEAR = span("2012-04-01", "2013-03-31")
_ASHBY = (person("Maureen Ashby"),)
_FARROW = (person("Neil Farrow"),)
_LOWE = (person("Jean Cartwright-Lowe"),)

OBJECTIVES = (
    Objective(
        "OBJECTIVE 1: Reading",
        "WHAT THIS OBJECTIVE MEANS: More people of every age read for pleasure and to get on in life",
        (
            Group(
                "1",
                "Bring books to people who do not now use libraries (for example young parents, people in care "
                "homes and shift workers)",
                (
                    Action(
                        "1.1",
                        "Move three small libraries into shared buildings, starting with Netherby",
                        "Maureen Ashby",
                        _ASHBY,
                        "To be agreed – subject to building works",
                        "2013",
                        (Deadline(due_date="2013-12-31", provisional=True),),
                    ),
                    Action(
                        "1.2",
                        "Lead the county’s part in the national reading scheme for adults",
                        "Tunde Okafor",
                        (person("Tunde Okafor"),),
                        "January 2012",
                        "Ongoing to March 2014",
                        span("2012-01-01", "2014-03-31", ongoing=True),
                    ),
                    Action(
                        "1.3",
                        "Open a lending point in each of the county’s five hospitals",
                        "Tunde Okafor and Priya Nair",
                        (person("Tunde Okafor"), person("Priya Nair")),
                        "April 2012",
                        "Q3",
                        span("2012-04-01", "2012-12-31"),
                    ),
                ),
            ),
            Group(
                "2",
                "Give children a start",
                (
                    Action(
                        "2.1",
                        "Visit every reception class in its first term",
                        "Priya Nair",
                        (person("Priya Nair"),),
                        "September 2012",
                        "December 2012",
                        span("2012-09-01", "2012-12-31"),
                    ),
                    Action(
                        "2.2",
                        "Train 60 volunteers to tell stories, in partnership with the nursery schools",
                        "Jean Cartwright-Lowe",
                        _LOWE,
                        "April 2012",
                        "March 2013 and ongoing",
                        span("2012-04-01", "2013-03-31", ongoing=True),
                    ),
                    Action(
                        "2.3",
                        "Run the summer scheme in all libraries",
                        "Area Managers; Priya Nair",
                        (role("Area Managers"), person("Priya Nair")),
                        "July 2012",
                        "September 2012",
                        span("2012-07-01", "2012-09-30"),
                    ),
                ),
            ),
            Group(
                "3",
                "Buy stock better",
                (
                    Action(
                        "3.1",
                        "Join the regional buying group and end the two contracts that it replaces",
                        "Neil Farrow",
                        _FARROW,
                        "April 2012",
                        "October 2012",
                        span("2012-04-01", "2012-10-31"),
                    ),
                    Action(
                        "3.2",
                        "Let readers suggest a tenth of what is bought",
                        "Neil Farrow/Jean Cartwright-Lowe",
                        (*_FARROW, *_LOWE),
                        "April 2012",
                        "March 2013",
                        _YEAR,
                    ),
                ),
            ),
        ),
        (
            Milestone(
                "A", "Netherby library opens in the leisure centre (1.1)", "1.1", "Autumn 2012", due("2012-11-30")
            ),
            Milestone(
                "B",
                "As set out in the plan of the national scheme (1.2)",
                "1.2",
                "Various 2012-13",
                span("2012-04-01", "2013-03-31"),
            ),
            Milestone("C", "First hospital lending point open (1.3)", "1.3", "June 2012", due("2012-06-30")),
            Milestone(
                "D", "Report on numbers who finish the summer scheme (2.3)", "2.3", "October 2012", due("2012-10-31")
            ),
            Milestone("E", "Stock spending reviewed (3.2)", "3.2", "Quarterly", every("quarterly")),
        ),
    ),
    Objective(
        "OBJECTIVE 2: Value",
        "WHAT THIS OBJECTIVE MEANS: Services that pay their way, buildings in good use, and less money spent on what "
        "people do not see",
        (
            Group(
                "4",
                "Earn more from ceremonies",
                (
                    Action(
                        "4.1",
                        "Set fees for Saturdays and for venues out of doors, and market them at wedding fairs",
                        "Helen Stott",
                        (person("Helen Stott"),),
                        "April 2012 TBC (subject to change in the law)",
                        "March 2013",
                        span("2012-04-01", "2013-03-31", provisional=True),
                    ),
                    Action(
                        "4.2",
                        "Put bookings on line",
                        "Helen Stott and ICT Service Desk",
                        (person("Helen Stott"), team("ICT Service Desk")),
                        "May 2012",
                        "August 2012",
                        span("2012-05-01", "2012-08-31"),
                    ),
                ),
            ),
            Group(
                "5",
                "Share what can be shared",
                (
                    Action(
                        "5.1",
                        "Review the case for one archive service with Ashmoor and the cathedral, and put a "
                        "business case to all three bodies",
                        "Councillor Ruth Bramall, supported by Alan Petherick",
                        (person("Councillor Ruth Bramall"), person("Alan Petherick", "support")),
                        "Oct 2012",
                        "June 2013",
                        span("2012-10-01", "2013-06-30"),
                    ),
                    Action(
                        "5.2",
                        "Carry on the joint van run with the museums",
                        "Maureen Ashby",
                        _ASHBY,
                        "April 2011",
                        "Ongoing",
                        span("2011-04-01", None, ongoing=True),
                    ),
                ),
            ),
        ),
        (
            Milestone("A", "New fees agreed by Full Council (4.1)", "4.1", "February 2013", due("2013-02-28")),
            Milestone("B", "On-line booking tested with ten couples (4.2)", "4.2", "July 2012", due("2012-07-31")),
            Milestone(
                "C",
                "Business case drafted (5.1)",
                "5.1",
                "January 2013 to March 2013",
                span("2013-01-01", "2013-03-31"),
            ),
        ),
    ),
)

RESOURCES_HEADING = "SECTION D: MONEY AND PEOPLE"
RESOURCES_PROSE = "To be filled in once the County Council has set the budget in February 2012."
MONEY = (
    "BUDGET",
    ("Unit", "Budget Holder", "Staff £000", "Other £000", "Gross £000", "Income £000", "Net £000"),
    (("Reading and Learning", "N Farrow", "", "", "", "", ""), ("Registration", "H Stott", "", "", "", "", "")),
)
PEOPLE = (
    "STAFFING",
    ("Posts at 31 March 2012", "Posts expected at 31 March 2013", "Reason for the difference"),
    (("", "", ""),),
)

RISK_HEADING = "SECTION E: RISK AND CONTINUITY"
RISK_BAND = "RISKS"
RISK_HEADERS = ("RISK", "MITIGATION")
RISKS = (
    (
        "Volunteers may tire and leave, so that small libraries cannot open",
        "Two paid co-ordinators, a yearly event to say thank you, and a reserve list in each area",
    ),
    (
        "Landlords of shared buildings may raise rents",
        "Leases of at least ten years, with rent reviews tied to an index",
    ),
    ("Loss of the library computer system", "Hosted back-up with a copy no more than four hours old, and paper slips"),
    (
        "Fewer weddings than forecast would leave a gap in the budget of up to £90,000",
        "Monthly watch on bookings, and posts filled for fixed terms only",
    ),
)
CONTINUITY = (
    "CONTINUITY OF SERVICE",
    ("CRITICAL FUNCTION", "HOW SOON", "LEAST THAT MUST BE KEPT UP"),
    (
        (
            "Registration of deaths",
            "Within 24 hours",
            "One office in each half of the county, with telephone cover at "
            "weekends for burials that faith requires at once",
        ),
        ("Care of records in the strong room", "4 hours", "No reduced level is acceptable"),
        ("Lending", "2 weeks", "On-line renewals"),
    ),
)

INDICATOR_HEADING = "SECTION F: MEASURES"
INDICATOR_CAPTION = "Measures reported each quarter of the financial year"
INDICATOR_HEADERS = ("PERFORMANCE INDICATOR – QUARTERLY", "Lowest Acceptable", "2011/12 Outturn", "Target")
INDICATORS = (
    ("Visits to libraries, in person and on line", ""),
    ("New members under five (baseline to be agreed)", ""),
    ("Births registered within 42 days", "98%"),
    ("Satisfaction of couples with their ceremony", "100%"),
)
YEARLY_CAPTION = "Measures reported once a year"
YEARLY_HEADERS = (
    "PERFORMANCE INDICATOR – YEARLY",
    "Lowest Acceptable",
    "2011/12 Outturn",
    "Target 2012/13",
    "Target 2013/14",
)
YEARLY = ("Cost of each visit – to be agreed",)

SUPPORT_BAND = (
    "SECTION G: WORK THAT NEEDS HELP FROM OTHER DIVISIONS (for example Property, ICT, Finance, Legal "
    "Services, Communications or Customer Contact)"
)
SUPPORT_HEADERS = ("ACTIVITY", "EXPECTED IMPACT", "EXPECTED DATE")
SUPPORTS = (
    Support("Moves into shared buildings", "Surveys and leases from Property", "By March 2013", due("2013-03-31")),
    Support(
        "On-line booking", "Four weeks of a developer’s time", "April to August 2012", span("2012-04-01", "2012-08-31")
    ),
    Support(
        "New fees (Objective 2)",
        "Advice from Legal Services and Finance",
        "From October 2012",
        span("2012-10-01", None),
    ),
    Support("Campaign for volunteers", "Design and print from Communications", "April 2012 – March 2013", _YEAR),
    Support("Computers for job seekers", "A help line for staff, run by ICT", "Into 2013", ongoing()),
)
