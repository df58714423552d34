"""Castlemere District Council, Strategy for the workforce 2005 - 2009: its wording and reading."""

from dataclasses import dataclass

from samples.expected import Deadline, Owner, person, role, span, team


@dataclass(frozen=True, slots=True)
class Step:
    """What is to happen in one labelled year; `work` is empty where nothing stands under the label."""

    label: str
    work: str
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """A row of the strategy. `boxed`: each year in a box of its own, the other cells merged over the boxes."""

    action: str
    outcome: str
    steps: tuple[Step, ...]
    owner: str
    owners: tuple[Owner, ...]
    progress: str
    boxed: bool = False
    room: float = 0


def _step(label: str, year: int, work: str) -> Step:
    """A step of the financial year that begins in `year`."""
    return Step(label, work, span(f"{year}-04-01", f"{year + 1}-03-31"))


TITLE = (
    "Our People, Our Council",
    "a strategy for the workforce of Castlemere District Council",
    "2005 – 2009",
    "ACTION PLAN",
)
HEADERS = ("Commitment", "The difference it will make", "ACTIONS BY YEAR", "Lead", "PROGRESS at March 2006")

_AD = (role("AD (People)"),)
_PAY = (role("AD (People)"), role("SM (Pay)"))
_LD = (role("SM (L&D)"),)

TABLES: tuple[tuple[str | None, tuple[Commitment, ...]], ...] = (
    (
        "Aim 1: A council where good people want to work and to stay",
        (
            Commitment(
                "Make it easier to apply for a job with us",
                "• Vacancies draw applicants from every ward\n• Fewer posts need to be advertised twice",
                (_step("2005 –06", 2005, "Put all vacancies and forms on the website"), _step("2006-07", 2006, "")),
                "AD (People)",
                _AD,
                "The vacancy page went live in October 2005 and now takes four applications in ten. Paper packs are "
                "still sent on request.",
                boxed=True,
            ),
            Commitment(
                "Offer working hours that suit people’s lives",
                "Staff with children or relatives to care for stay with us",
                (
                    _step("2005-06", 2005, "Survey staff on the hours they would like\nAgree a policy with the unions"),
                    _step("2006-07", 2006, "Train managers in the policy and launch it"),
                ),
                "AD (People) SM (Pay)",
                _PAY,
                "Survey carried out: 412 replies. The unions have asked for a joint working party on compressed "
                "weeks, which meets in May.",
                room=14,
            ),
            Commitment(
                "Reward people fairly for what they do",
                "Pay is seen to be fair and can be explained",
                (
                    _step("2005-06", 2005, "Evaluate all manual posts"),
                    _step("2006/07", 2006, "Model a single pay spine\nConsult on it"),
                    _step("2007/08", 2007, "Move all staff to the new spine"),
                ),
                "SM (Pay)",
                (role("SM (Pay)"),),
                "212 posts evaluated out of 240.\nModelling software has been bought.",
            ),
            Commitment(
                "Welcome new starters properly",
                "People are productive sooner",
                (
                    _step("2005-06", 2005, "Write a corporate welcome day"),
                    _step("2006-07", 2006, "Run it every second month"),
                ),
                "SM (L&D) / Snr. Trainers",
                (role("SM (L&D)"), role("Snr. Trainers")),
                "Two pilot days held, each with 18 staff.",
            ),
            Commitment(
                "Look after the health of those at work",
                "Absence falls to the average for districts, and those who are away for long spells get help sooner",
                (
                    _step(
                        "2005-06",
                        2005,
                        "Appoint an occupational health provider\nBegin monthly case reviews with directors",
                    ),
                    _step(
                        "2006-07",
                        2006,
                        "Introduce a telephone advice line and a physiotherapy scheme for depot and "
                        "leisure centre staff",
                    ),
                    _step("2007-08", 2007, "Evaluate the provider’s first contract and re-tender it"),
                ),
                "Occupational Health Adviser / SM (Pay)",
                (role("Occupational Health Adviser"), role("SM (Pay)")),
                "A provider was appointed from July 2005 after a joint tender with two neighbouring districts. Case "
                "reviews are held in three directorates out of four and the fourth will start in the new year. Days "
                "lost to back pain have fallen by a third. The advice line has been brought forward, because the "
                "provider is able to offer it at no further cost, and a leaflet will go out with payslips. "
                "Managers have asked for a short guide to phased returns, and one is being written with the two "
                "neighbouring districts so that it can be shared.",
            ),
            Commitment(
                "Say thank you",
                "Staff feel that good work is noticed",
                (
                    _step("2005-06", 2005, "Hold a long-service evening"),
                    _step("2006-07", 2006, "Hold the first staff awards, judged by residents and councillors"),
                ),
                "Comms Team and AD (People)",
                (team("Comms Team"), role("AD (People)")),
                "The evening was held in June 2005. Forty staff with more than 25 years’ service took part.",
            ),
        ),
    ),
    (
        None,
        (
            Commitment(
                "Hold on to older workers’ knowledge",
                "Know-how is passed on before people retire",
                (
                    _step("2006-07", 2006, "List the posts most at risk"),
                    _step("2007-08", 2007, "Pair each holder with a successor for the last six months"),
                ),
                "",
                (),
                "",
            ),
            Commitment(
                "Become a better employer of young people",
                "One in twenty of the workforce is under 21",
                (
                    _step("2005-06", 2005, "Take on six apprentices"),
                    _step("2006-07", 2006, "Take on ten apprentices"),
                    _step("2008-09", 2008, "Open a graduate scheme with the county"),
                ),
                "AD (People) / Cllr Penn",
                (role("AD (People)"), person("Cllr Penn")),
                "Seven apprentices began in September.",
                boxed=True,
            ),
            Commitment(
                "Work in better places",
                "Space is used well, and no one works alone without cover",
                (
                    _step("2006-07", 2006, "Survey the area offices\nDraw up a code for lone workers"),
                    _step("2007-08", 2007, "Refit the Market Street office"),
                ),
                "Head of Property",
                (role("Head of Property"),),
                "A surveyor has been appointed.",
            ),
        ),
    ),
    (
        "Aim 2: Managers who lead, and staff who learn",
        (
            Commitment(
                "Set out what we expect of managers",
                "Staff in every service meet the same standard of management",
                (
                    _step("2005-06", 2005, "Agree eight standards with the Corporate Board"),
                    _step(
                        "2006-07",
                        2006,
                        "Build the standards into appraisal, recruitment and training, so that each "
                        "manager knows how he or she measures up",
                    ),
                ),
                "Corporate Board",
                (team("Corporate Board"),),
                "Standards adopted in January 2006.\nA self-assessment form is on trial in Planning.",
            ),
            Commitment(
                "Teach skills for the job",
                "• Everyone has a training plan\n• No one leaves school or work unable to read a safety notice",
                (
                    _step("2005-06", 2005, "Open a learning room at the depot"),
                    _step("2006-07", 2006, "Offer reading and number classes in works time"),
                ),
                "SM (L&D) Depot Manager",
                (role("SM (L&D)"), role("Depot Manager")),
                "Learning room opened in November; 36 members.",
            ),
            Commitment(
                "Listen to staff, and act on what they say",
                "Nine staff in ten say that they know what the council is trying to do, and three in four that they "
                "are listened to",
                (
                    _step("2005-06", 2005, "Run a staff survey"),
                    _step(
                        "2006-07",
                        2006,
                        "Publish the actions which each director will take in answer to it, and say "
                        "at the end of the year which have been carried out",
                    ),
                    _step("2007-08", 2007, "Run the survey again"),
                ),
                "All HoS",
                (role("All HoS"),),
                "The survey was answered by 58% of staff, the highest figure so far. Results by service were given "
                "to team meetings in March. Directors will publish their answers in the May newsletter. Some "
                "services have begun already: Revenues now closes for half an hour each Wednesday so that the whole "
                "team can meet, and Housing has set up a suggestions board.",
            ),
            Commitment(
                "Prepare for pension changes",
                "Staff can choose in good time",
                (_step("2006-07", 2006, "Hold a roadshow at each office"),),
                "Payroll Team",
                (team("Payroll Team"),),
                "",
            ),
        ),
    ),
)
