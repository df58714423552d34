"""Examples of every rule of running text, read in a 2010/11 plan: the sentence and what it promises by when.

A reading is written as in `deadline_examples`; a promise that says only soon is `soon`.
"""

EXAMPLES: dict[str, list[tuple[str, str]]] = {
    "will": [
        ("The depot will open in May 2010.", "..2010-05-31"),
        ("We shall publish the survey by the end of June.", "..2010-06-30"),
    ],
    "are_to": [("New bins are to be delivered before 1 September 2010.", "..2010-08-31")],
    "should": [("Every team should hold a review by October 2010.", "..2010-10-31")],
    "planned": [("A second phase is planned for July 2010.", "..2010-07-31")],
    "scheduled_for": [("We look forward to the move scheduled for January 2011.", "..2011-01-31")],
    "intend": [("We aim to repair all paths by 31 December 2010.", "..2010-12-31")],
    "committed": [("The council is committed to a new pool by 2012.", "..2012-12-31")],
    "target": [("All teams share the target of a 5% cut in waste by Q4.", "..2011-03-31")],
    "await": [("We await the new guidance, expected in June 2010.", "..2010-06-30")],
    "on_track": [("The team is on track to finish by June 2010.", "..2010-06-30")],
    "to_be": [("Three halls to be painted in July 2010.", "..2010-07-31")],
    "completion": [("Work on the hall goes on, completion expected in May 2010.", "..2010-05-31")],
    "go_live": [("The new website goes live on 4 May 2010.", "2010-05-04..")],
    "put_off": [("The survey has been deferred until January 2011.", "..2011-01-31")],
    "begin": [("A contractor has been found (to start work on 4 October 2010) for the hall.", "..2010-10-04")],
    "soon": [
        ("Residents will soon have a helpline.", "soon"),
        ("The results will be published in due course.", "soon"),
    ],
    "coming": [
        ("Members will hear more in future reports.", "soon"),
        ("A paper will go to the next meeting.", "soon"),
        ("In coming weeks we shall write to all tenants.", "soon"),
    ],
}

LISTED = [
    ("Publish the tree survey by May 2010", "..2010-05-31"),
    (
        "Carry out checks of all halls. 40% in 2010/11 and 60% in 2011/12.",
        "2010-04-01..2011-03-31 + 2011-04-01..2012-03-31",
    ),
]
"""Items of a list, whose verb promises."""

NOTHING = [
    "The depot opened in May 2010.",
    "The survey was published on 4 May 2010.",
    "It is unlikely that the council will meet its target by June 2010.",
    "The hall will not open by June 2010.",
    "The work should have been finished by June 2010.",
    "The move was planned for July 2010.",
    "We will work with our partners.",
    "The team is based in Wick Lane.",
    "The 2010/11 budget will be tight.",
    "This plan should be read with the Corporate Plan 2008-2011.",
    "The annual report will say more.",
    "Our strategy of March 2008 will guide us.",
    "We aim to pay invoices within 30 days.",
    "In 2010/11 the council spent less.",
    "The hall opened soon after the pool.",
    "The pool was due to open by May 2010.",
    "We may open the hall in May 2010.",
    "The survey was to be published in June 2010.",
    "Cllr May will chair the group.",
    "Open 9-5, the office will keep 24/7 cover of Section 106 and ISO 27001.",
    "Level 2 and Phase 2 will follow the 5/8 model at 80:20.",
    "",
]
"""Reports, refusals and plans without a date."""
