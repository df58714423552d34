"""Aldermarsh Council, tracker of internal audit recommendations 2011/12: its wording and reading."""

from dataclasses import dataclass, replace

from samples.expected import Deadline, Owner, due, every, ongoing, organisation, person, role, span, team, unconfirmed


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A row of the tracker; where there is a revised date, `deadlines` is its reading."""

    ref: str
    action: str
    priority: str
    officer: str
    owners: tuple[Owner, ...]
    target: str
    revised: str
    deadlines: tuple[Deadline, ...]
    position: str

    def deadline_text(self) -> str:
        """The date that counts."""
        return self.target if self.revised in ("", "-", "N/A") else self.revised


@dataclass(frozen=True, slots=True)
class Objective:
    """A cell merged down over its recommendations."""

    text: str
    rows: tuple[Recommendation, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """A row of the follow-up programme; `quarters` are those with a mark."""

    action: str
    auditor: str
    owners: tuple[Owner, ...]
    quarters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A recommendation set out as a small form of label and value rows."""

    finding: str
    action: str
    lead: str
    owners: tuple[Owner, ...]
    by: str
    deadlines: tuple[Deadline, ...]
    progress: str


ORGANISATION = "Aldermarsh Council"
TITLE = "Internal Audit Recommendations Tracker 2011/12"
HEAD = "Audit and Governance Committee – 15 February 2012 – Item 7, Annex 2"
PART_A = "Part A: Recommendations not yet closed"
PART_B = "Part B: Follow-up visits in 2011/12"
PART_C = "Part C: Matters raised by the external auditor"
HEADERS = (
    "Control objective",
    "Ref",
    "Agreed action",
    "Rating",
    "Responsible officer",
    "Target date",
    "Revised date",
    "Position at 31 January 2012",
)
VISIT_HEADERS = ("Service", "Work to be done", "Lead auditor", "Quarter of 2011/12")
FORM_LABELS = ("Finding", "Action to be taken", "Lead", "Completion by", "Progress")
QUARTER_ENDS = ("2011-06-30", "2011-09-30", "2011-12-31", "2012-03-31")


def _again(*owners: Owner) -> tuple[Owner, ...]:
    """The owners of the row above, taken over by a ditto."""
    return tuple(replace(owner, inherited=True) for owner in owners)


_LEISURE = role("Leisure Contracts Manager")
_REVENUES = (role("SM (Revs)"), role("SM (Bens)"))

OBJECTIVES = (
    Objective(
        "Cash and income are kept safe",
        (
            Recommendation(
                "A1",
                "Count the safe at each leisure centre without notice, twice a year",
                "High",
                "Leisure Contracts Manager",
                (_LEISURE,),
                "30/06/11",
                "",
                due("2011-06-30"),
                "First counts made in May",
            ),
            Recommendation(
                "A2",
                "Compare takings at the pool tills with entries through the gate each week",
                "High",
                "Ditto",
                _again(_LEISURE),
                "30/09/11",
                "31/12/11",
                due("2011-12-31"),
                "Gate counter was out of order until November",
            ),
            Recommendation(
                "A3",
                "Bank takings from the kiosks within three days",
                "Medium",
                '"',
                _again(_LEISURE),
                "Q2",
                "-",
                due("2011-09-30"),
                "In place",
            ),
            Recommendation(
                "A4",
                "Take card payments at the area offices and stop taking cash there",
                "Low",
                "Head of Customer Services ext. 2290",
                (role("Head of Customer Services"),),
                "Mid-March 2012",
                "",
                due("2012-03-15"),
                "Card readers on order",
            ),
            Recommendation(
                "A5",
                "Write off debts only with the signatures that the rules ask for, and report the sums to Members",
                "High",
                "SM (Revs) SM (Bens)",
                _REVENUES,
                "July 2011",
                "Q4",
                due("2012-03-31"),
                "Report drafted for the March meeting",
            ),
        ),
    ),
    Objective(
        "People are paid the right amount at the right time",
        (
            Recommendation(
                "B1",
                "Send each budget holder a list of staff to confirm",
                "Medium",
                "J. Whitty, Payroll Manager",
                (person("J. Whitty, Payroll Manager"),),
                "Monthly from May 2011",
                "",
                every("monthly", start="2011-05-01"),
                "Nine lists sent so far",
            ),
            Recommendation(
                "B2",
                "Recover what was overpaid to leavers in 2009 and 2010",
                "High",
                "As above plus Internal Audit",
                (replace(person("J. Whitty, Payroll Manager"), inherited=True), team("Internal Audit")),
                "31 August 2011",
                "before April 2012",
                due("2012-03-31"),
                "£11,300 recovered of £18,900",
            ),
            Recommendation(
                "B3",
                "Rewrite the overtime rules with the unions",
                "Medium",
                "Head of Policy and Performance and Head of Human Resources",
                (role("Head of Policy and Performance"), role("Head of Human Resources")),
                "Early 2012",
                "",
                due("2012-04-30"),
                "Two meetings held",
            ),
            Recommendation(
                "B4",
                "Hold the pensions return until the actuary’s query has been settled",
                "Low",
                "TBC",
                (),
                "TBC",
                "",
                unconfirmed(),
                "",
            ),
        ),
    ),
    Objective(
        "Contracts give value and are let in the open",
        (
            Recommendation(
                "C1",
                "Keep one register of all contracts over £10,000 and publish it each quarter",
                "High",
                "Procurement Board",
                (team("Procurement Board"),),
                "Q1, Q2, Q3 and Q4",
                "",
                due("2011-06-30", "2011-09-30", "2011-12-31", "2012-03-31"),
                "Three issues published",
            ),
            Recommendation(
                "C2",
                "Declare gifts and hospitality on the intranet form",
                "Medium",
                "Monitoring Officer & Cllr Lockwood",
                (role("Monitoring Officer"), person("Cllr Lockwood")),
                "31 June 2011",
                "",
                (),
                "The date was given in error; a new one is awaited",
            ),
            Recommendation(
                "C3",
                "Review the home care contract jointly, so that visits which were missed are not paid "
                "for by either body",
                "High",
                "Director of Adult Social Care / Aldermarsh PCT",
                (role("Director of Adult Social Care"), organisation("Aldermarsh PCT")),
                "w/c 12 March 2012",
                "",
                due("2012-03-16"),
                "Terms of reference agreed",
            ),
            Recommendation(
                "C4",
                "Test a sample of waivers",
                "Medium",
                "Audit Manager with Legal Services",
                (role("Audit Manager"), team("Legal Services", "support")),
                "Half-yearly",
                "",
                every("half-yearly"),
                "Sample of 12 tested in October",
            ),
            Recommendation(
                "C5",
                "Close the old purchase order system",
                "Low",
                "Section 151 Officer",
                (role("Section 151 Officer"),),
                "Completed June 2011",
                "N/A",
                (),
                "Closed",
            ),
        ),
    ),
    Objective(
        "Information is looked after",
        (
            Recommendation(
                "D1",
                "Encrypt every laptop, and wipe those that are handed in",
                "High",
                "Head of ICT",
                (role("Head of ICT"),),
                "31.5.11",
                "31.10.11",
                due("2011-10-31"),
                "412 of 415 done",
            ),
            Recommendation(
                "D2",
                "Train all staff who handle personal data",
                "High",
                "Information Governance Group, supported by HR",
                (team("Information Governance Group"), team("HR", "support")),
                "Ongoing to June 2012",
                "",
                ongoing("2012-06-30"),
                "71% trained",
            ),
            Recommendation(
                "D3",
                "Destroy paper records that are past their date",
                "Medium",
                "All Heads of Service",
                (role("All Heads of Service"),),
                "Easter 2012",
                "",
                due("2012-04-08"),
                "Shredding days are booked",
            ),
            Recommendation(
                "D4",
                "Move back-up tapes to a site at least two miles away",
                "Medium",
                "Vacant",
                (),
                "Sept/Oct 2011",
                "April 2012 (subject to lease)",
                (Deadline(due_date="2012-04-30", provisional=True),),
                "Site found",
            ),
            Recommendation(
                "D5",
                "Let managers see who has looked at a social care record",
                "Low",
                "Head of ICT; Head of Children’s Services",
                (role("Head of ICT"), role("Head of Children’s Services")),
                "April 2012 – March 2013",
                "",
                span("2012-04-01", "2013-03-31"),
                "Not yet due",
            ),
        ),
    ),
)

_ROWE, _SINGH = (person("T Rowe"),), (person("H Singh"),)
VISITS = (
    (
        "Schools",
        (
            Visit("Check that governors have seen the budget reports", "T Rowe", _ROWE, (1, 3)),
            Visit("Check purchase cards at the three largest schools", "T Rowe", _ROWE, (2,)),
        ),
    ),
    (
        "Housing",
        (
            Visit("Follow up the review of rent arrears", "H Singh", _SINGH, (2, 4)),
            Visit("Sample gas safety certificates", "H Singh and T Rowe", (*_SINGH, *_ROWE), (1, 2, 3, 4)),
            Visit("Confirm that keys to void properties are signed for", "H Singh", _SINGH, (4,)),
        ),
    ),
    (
        "Highways",
        (
            Visit("Test claims for winter call-outs", "Contract Audit Team", (team("Contract Audit Team"),), (4,)),
            Visit(
                "Inspect the salt store and agree stock to the ledger",
                "Contract Audit Team",
                (team("Contract Audit Team"),),
                (3,),
            ),
        ),
    ),
)

FORMS = (
    Form(
        "The accounts were signed on time, but working papers for leases reached the auditor three weeks late.",
        "Draw up the lease schedule by the end of each quarter instead of at year end, and have it checked by a "
        "second accountant.",
        "Chief Accountant",
        (role("Chief Accountant"),),
        "31 March 2012",
        due("2012-03-31"),
        "Schedule for the first three quarters is ready.",
    ),
    Form(
        "Members of the Committee change often and some have had no training in treasury matters.",
        "Hold a training evening before the strategy is debated.",
        "Section 151 Officer, supported by Treasury Team",
        (role("Section 151 Officer"), team("Treasury Team", "support")),
        "January 2012 and annually thereafter",
        (Deadline(due_date="2012-01-31", ongoing=True, recurrence="yearly"),),
        "The first evening was held on 11 January and nine members came.",
    ),
)
