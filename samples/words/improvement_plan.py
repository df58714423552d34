"""Ravensholt Metropolitan Council, Staff Survey Response Plan 2014/15: its wording and reading."""

from dataclasses import dataclass

from samples.expected import Deadline, Owner, due, role, team


@dataclass(frozen=True, slots=True)
class Issue:
    """A row of eight columns. `soon` and `help` look like a date and an owner; they are a priority and a resource."""

    issue: str
    suggested: str
    gain: str
    soon: str
    help: str
    response: str
    lead: str
    owners: tuple[Owner, ...]
    position: str
    deadline_text: str | None = None
    deadlines: tuple[Deadline, ...] = ()


ORGANISATION = "Ravensholt Metropolitan Council"
APPENDIX, TITLE = "APPENDIX C", "STAFF SURVEY RESPONSE PLAN 2014/15"
HEADERS = (
    "Staff Concern\nWhat?",
    "Suggested Remedy\nHow?",
    "Expected Gain\nWhy?",
    "Urgency\nWhen?",
    "Help Needed\nWho?",
    "Agreed Response",
    "Lead",
    "Position at December",
)

_TD = team("T&D")
_HR = team("HR")

ISSUES = (
    Issue(
        "New starters wait up to three weeks for a computer log-in.",
        "Order when the offer goes out.",
        "A productive first week.",
        "High",
        "In house",
        "Log-in to be requested by the recruitment desk on the day that an offer is accepted.",
        "HR",
        (_HR,),
        "Done for all offers since September. Average wait is now two days.",
    ),
    Issue(
        "Few people know what other departments do.",
        "Open afternoons.",
        "Joined-up working.",
        "Medium",
        "In house",
        "Open afternoon at each main building, with a quiz and a map of who does what.",
        "T&D",
        (_TD,),
        "Two held, at Priory House and the Quayside depot.\nA third is being planned with Libraries.",
    ),
    Issue(
        "Managers differ in how they deal with requests for flexible hours, and staff see this as unfair, above all "
        "in the contact centre and in the three area housing offices.",
        "One set of rules.",
        "Fairness.",
        "High",
        "In house",
        "Rewrite the guidance on flexible hours as a flow chart. Check a sample of decisions every quarter and feed "
        "what is found back to heads of service.",
        "T&D & HR",
        (_TD, _HR),
        "Flow chart agreed by the People Group. First sample of 30 decisions showed that 26 followed the guidance. "
        "The other four have been looked at again.",
    ),
    Issue(
        "Extend the mentoring scheme to team leaders if money can be found.",
        "-",
        "Stronger teams.",
        "Low",
        "In house",
        "",
        "",
        (),
        "The contract with the outside provider ends in the spring and will not be renewed. A scheme run by our own "
        "trained mentors is being costed for 15/16.",
    ),
    Issue(
        "The intranet search does not find anything.",
        "Tags.",
        "Less time lost.",
        "High",
        "Supplier",
        "Re-index all policy pages and archive those that are more than three years old",
        "Web Team",
        (team("Web Team"),),
        "• 1,900 pages archived\n• Search box moved to the top of each page\n• Top ten searches looked at every month\n"
        "• Page owners named for all policies",
    ),
    Issue(
        "Car park rules to be clear to everyone by end of 2014.",
        "-",
        "Fewer disputes.",
        "Medium",
        "In house",
        "Rules agreed with the unions to be put on one page",
        "Estates",
        (team("Estates"),),
        "Draft rules were sent out in November. Replies (due before Christmas) will go to the Staff Forum, which "
        "will say whether they are ready to print.",
        "by end of 2014.",
        due("2014-12-31"),
    ),
    Issue(
        "Too many meetings.",
        "Shorter ones.",
        "-",
        "Low",
        "In house",
        "To be looked at again next year",
        "Policy",
        (team("Policy"),),
        "No further action",
    ),
    Issue(
        "Depot staff feel left out of briefings.",
        "-",
        "A sense of belonging.",
        "High",
        "In house",
        "Chief Executive’s briefing to be given at the depot at 6am as well as at Priory House",
        "Comms Team",
        (team("Comms Team"),),
        "First early briefing drew 74 people.",
    ),
    Issue(
        "1:1s are often put off.",
        "Fixed dates.",
        "Consistency.",
        "Medium",
        "In house",
        "Date of the next 1:1 to be written on the form before the meeting ends.",
        "All managers",
        (role("All managers"),),
        "Form changed.",
    ),
    Issue(
        "Consider a buddy for each person who comes back from a long absence, who would keep in touch while they are "
        "away and meet them on their first day.",
        "-",
        "Sooner back, for longer.",
        "Medium",
        "In house",
        "",
        "HR/Occupational Health Unit",
        (_HR, team("Occupational Health Unit")),
        "A list of 22 volunteers has been drawn up and training will be given by a local charity in the new year.",
    ),
    Issue(
        "Praise is rare.",
        "Thank-you cards.",
        "Morale.",
        "Low.",
        "In house.",
        "Cards printed, and a page for thanks added to the monthly bulletin",
        "Comms/ICT",
        (team("Comms"), team("ICT")),
        "Cards in use in 9 of 14 services.",
    ),
    Issue(
        "Staff cannot see how the values bear on their work.",
        "Stories.",
        "Pride.",
        "Medium",
        "In house",
        "Short films of five front-line staff, in place of the printed values booklet",
        "T&D",
        (_TD,),
        "Three filmed. The 4<super>th</super> and 5<super>th</super> will follow when the bin crews and the "
        "registrars have been asked.",
    ),
    Issue(
        "Appraisal forms are too long.",
        "Two sides.",
        "Better talks.",
        "High",
        "In house",
        "Cut the form to two sides, drop the scores and try it in two services",
        "T&D & Improvement Team",
        (_TD, team("Improvement Team")),
        "Tried in Planning and in Museums. Both wish to keep it. Report to the People Group to follow.",
    ),
    Issue(
        "Agency workers stay for years.",
        "-",
        "Savings.",
        "High",
        "Finance",
        "List all agency placements of more than six months and offer posts or end them",
        "F&A & HR",
        (team("F&A"), _HR),
        "Down from 61 to 38.",
    ),
    Issue(
        "The review of ex-county teams after the transfer.",
        "-",
        "Sound structure.",
        "Medium",
        "In house",
        "To be decided",
        "HR",
        (_HR,),
        "Will be taken up in the next round of service reviews rather than on its own.",
    ),
    Issue(
        "Noise at Priory House.",
        "Quiet rooms.",
        "Health.",
        "Low",
        "Landlord",
        "Turn the two old post rooms into quiet rooms that can be booked",
        "Estates",
        (team("Estates"),),
        "Furniture ordered. The rooms are to open once the fire doors have been moved.",
    ),
)
