"""Wexmoor Borough Council, Service Improvement Plan 2009/10 to 2011/12: its wording and reading."""

from dataclasses import dataclass

from samples.expected import Deadline, Owner, due, every, ongoing, role, team, unconfirmed


@dataclass(frozen=True, slots=True)
class Task:
    """A row of a priority's table; an `outcome` of None is covered by the cell merged down from above."""

    action: str
    when: str
    deadlines: tuple[Deadline, ...]
    outcome: str | None = ""


@dataclass(frozen=True, slots=True)
class Priority:
    """A table: its two bands and its tasks."""

    theme: str
    priority: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """A row of the equality action plan."""

    action: str
    when: str
    deadlines: tuple[Deadline, ...]
    owner: str
    owners: tuple[Owner, ...]


TITLE = "Service Improvement Plan – Environment and Streets"
PERIOD = "2009/10 – 2011/12"
RUNNING_HEAD = "Wexmoor Borough Council – <i>Service Improvement Plan</i> – Environment and Streets 2009/10 - 2011/12"

PRIORITIES = (
    Priority(
        "Community aim: Clean, Green & Safe – Street Scene, Waste and Recycling.",
        "Improvement area: ENV1 Keep town centres and main roads free of litter",
        (
            Task(
                "Re-route the mechanical sweepers so that every shopping street is swept before 8am",
                "30.6.09",
                due("2009-06-30"),
                "• 95% of inspected streets at grade B or better by 31.3.11\n"
                "• Fewer calls about overflowing bins\n"
                "• Satisfaction with street cleaning to reach the upper quartile for districts",
            ),
            Task(
                "Replace broken litter bins in the four town centres and record each one on the asset register",
                "30.9.09",
                due("2009-09-30"),
                None,
            ),
            Task("Agree a joint inspection rota with parish councils", "31.12.09", due("2009-12-31"), None),
            Task(
                "Review the night-time cleansing shift at 3<super>rd</super> tier level and report to the "
                "Environment Panel",
                "31.3.10",
                due("2010-03-31"),
                "Shift costs brought within budget – full-year saving of £40,000 (source: Financial Plan)",
            ),
            Task(
                "Publish the results of street inspections on the website",
                "31.7.09 and 31.1.10 (assuming pilot continues)",
                (Deadline(due_date="2009-07-31"), Deadline(due_date="2010-01-31", provisional=True)),
            ),
            Task("Commence delivery of the fly-tipping campaign", "31.10.09", due("2009-10-31")),
        ),
    ),
    Priority(
        "Community aim: Clean, Green & Safe – Waste and Recycling, Value for Money",
        "Improvement area: ENV2 Raise the recycling rate and prepare for a new collection contract when the present "
        "one comes to an end",
        (
            Task(
                "Roll out garden waste collections to all remaining rounds",
                "Q1 2009/10",
                due("2009-06-30"),
                "Recycling and composting rate (NI 192) to rise from 34% to 45%\nLandfill tonnage down year on year",
            ),
            Task(
                "Run a food waste trial in two wards. Seek appropriate approval to extend it",
                "Q4 2009/10",
                due("2010-03-31"),
                None,
            ),
            Task(
                "Consult residents & businesses on options for the new contract",
                "September 2010",
                due("2010-09-30"),
                "• Views of 1,200 households gathered\n• Options appraised against cost, carbon and public support",
            ),
            Task("Let the new collection contract (subject to Cabinet decision)", "TBC", unconfirmed()),
        ),
    ),
    Priority(
        "Community aim: Strong Local Economy – Highways and Car Parks",
        "Improvement area: ENV3 Mend defects sooner and keep traffic moving. To bring reporting by telephone, web "
        "and visits to the area offices into one system, so that residents are told when a defect has been mended.",
        (
            Task(
                "Complete the survey of unclassified roads",
                "31.08.09",
                due("2009-08-31"),
                "The approved maintenance plan, whose aims are:\n• No category 1 defect open after 24 hours\n"
                "• Claims paid to fall by a fifth\n• Confidence in highways to improve in the residents' panel",
            ),
            Task("Build a business case for handheld devices for inspectors.", "31.12.09", due("2009-12-31"), None),
            Task("Purchase and issue handheld devices.", "30.6.10", due("2010-06-30"), None),
            Task("(If approved) Extend handheld working to car park attendants", "31.3.12", due("2012-03-31"), None),
        ),
    ),
)

HEALTH_THEME = "Community aim: Well-run Council – what every service is asked to do"
HEALTH = (
    (
        "SICKNESS",
        "Absence in Environment and Streets stood at 11.2 days for each full-time post last year. All "
        "services have been set a target of 9 days, and return-to-work interviews are expected in every case.",
    ),
    (
        "PROMPT PAYMENT",
        "The council pays undisputed invoices within 30 days. This service will contribute to the "
        "corporate target of 96% by the end of the year.",
    ),
    ("APPRAISAL", "Each member of staff is to have an appraisal between April and June, with a review in the autumn."),
    (
        "CUSTOMER CARE",
        "Letters and e-mails are answered within ten working days. Mystery shopping takes place twice "
        "a year and the results go to the management team.",
    ),
)
HEALTH_BULLETS = (
    "• Equality impact assessments are attached to every report that changes a service",
    "• Managers use the corporate risk template",
    "• Contracts over £50,000 are let with the advice of the procurement unit",
)

EQUALITY_CAPTION = "Equality action plan for Environment and Streets"
EQUALITY_BANDS = (
    "Improvement area: ENV9 Carry out the actions that fall to this service under the Equality Scheme",
    "Links to the Community Strategy and other plans: Fair Chances for All, Older People's Strategy",
)
EQUALITY_INTRODUCTION = (
    "Outcomes and measures",
    "Everyone can use our streets, parks and offices with ease, and people from every part of the borough have a say "
    "in how they are run.",
)

_ALL_HEADS = (role("All Heads of Service"),)
_POLICY_AND_HR = (role("Head of Policy and Performance"), role("Head of Human Resources"))

EQUALITY = (
    Duty(
        "Take account of the access guide whenever a street is redesigned (DES)",
        "Ongoing",
        ongoing(),
        "All Heads of Service",
        _ALL_HEADS,
    ),
    Duty(
        "Monitor complaints by age, disability and ethnic group, and act on what is found (RES)",
        "Ongoing",
        ongoing(),
        "Head of Customer Services",
        (role("Head of Customer Services"),),
    ),
    Duty(
        "Give crews a card of useful phrases for talking with deaf people",
        "Ongoing to March 2011",
        ongoing("2011-03-31"),
        "Head of Waste & Recycling",
        (role("Head of Waste & Recycling"),),
    ),
    Duty(
        "Check that hearing loops work at both reception points",
        "Annually (April)",
        every("yearly"),
        "Facilities Team",
        (team("Facilities Team"),),
    ),
    Duty(
        "Train managers and elected members in equality duties (DES, RES & GES)",
        "Commenced 2008 & ongoing",
        (Deadline(start_date="2008-01-01", ongoing=True),),
        "Head of Policy and Performance and Head of Human Resources",
        _POLICY_AND_HR,
    ),
    Duty(
        "Audit dropped kerbs on routes to schools",
        "June 2009",
        due("2009-06-30"),
        "Head of Highways",
        (role("Head of Highways"),),
    ),
    Duty(
        "Offer the assisted bin collection to every household that has a blue badge holder, and tell them how to "
        "ask for a larger container",
        "July 2009",
        due("2009-07-31"),
        "",
        (),
    ),
    Duty(
        "Review whether the workforce reflects the borough, and publish the results",
        "April 2010 and annually thereafter",
        (Deadline(due_date="2010-04-30", ongoing=True, recurrence="yearly"),),
        "Head of Human Resources and Head of Policy and Performance",
        tuple(reversed(_POLICY_AND_HR)),
    ),
    Duty(
        "Provide the waste calendar in large print, on tape and in the three languages that residents most often "
        "ask for:\n• Bengali\n• Polish\n• Urdu",
        "October 2009",
        due("2009-10-31"),
        "Head of Waste & Recycling",
        (role("Head of Waste & Recycling"),),
    ),
    Duty(
        "Set up a panel of disabled residents to walk each town centre with officers once a year and to report "
        "what they find to the Environment Panel, so that it can shape the programme of works for the year that "
        "follows (DES)",
        "By end of March 2010",
        due("2010-03-31"),
        "Head of Highways, supported by Access Officer",
        (role("Head of Highways"), role("Access Officer", "support")),
    ),
    Duty(
        "Put benches at no more than 250 metres apart on the way from the station to the hospital",
        "March 2011",
        due("2011-03-31"),
        "Head of Highways",
        (role("Head of Highways"),),
    ),
    Duty(
        "Phase in audible signals and tactile cones at every crossing where people with sight loss have asked for "
        "them, starting with those nearest to health centres, schools and the two stations (DES)",
        "All town centres by March 2010\nOther sites by March 2012",
        due("2010-03-31", "2012-03-31"),
        "Traffic Signals Team",
        (team("Traffic Signals Team"),),
    ),
    Duty(
        "Ask suppliers of agency staff to sign the council's equality statement (GES)",
        "December 2009",
        due("2009-12-31"),
        "Head of Finance & Procurement",
        (role("Head of Finance & Procurement"),),
    ),
    Duty(
        "Use pictures as well as words on the signs at household waste sites",
        "1<super>st</super> October 2010",
        due("2010-10-01"),
        "Head of Waste & Recycling and Facilities Team",
        (role("Head of Waste & Recycling"), team("Facilities Team")),
    ),
    Duty(
        "Carry out a yearly count of blue badge bays and add bays where there are fewer than one in twenty",
        "Annually from January 2010",
        every("yearly", start="2010-01-01"),
        "Parking Services Manager",
        (role("Parking Services Manager"),),
    ),
    Duty(
        "Draw up a scheme for a playground that children who use wheelchairs can play in (DES)",
        "To be agreed",
        unconfirmed(),
        "Parks and Open Spaces Manager",
        (role("Parks and Open Spaces Manager"),),
    ),
    Duty(
        "Bring park toilets up to the changing-places standard where money allows",
        "Summer 2011",
        due("2011-08-31"),
        "Parks and Open Spaces Manager",
        (role("Parks and Open Spaces Manager"),),
    ),
)
