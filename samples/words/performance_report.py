"""Fenbridge City Council, performance monitoring report for Revenues and Customer Services, 2006/07: its wording."""

ORGANISATION = "Fenbridge City Council"
TITLE = "PERFORMANCE MONITORING REPORT 2006/07"
SUBTITLE = "Revenues and Customer Services Unit"

# "# " a heading, "## " a numbered heading, "n.n " a numbered paragraph, "• " an item, else a paragraph
BEFORE = (
    "# Introduction",
    "1.1 This report tells the Management Board and the Resources Scrutiny Panel how the Unit stands against its "
    "business plan at the end of the third quarter.",
    "1.2 The Portfolio Holder has seen the figures. She has asked for a further report on call waiting times by the "
    "end of February 2007.",
    "# WHAT HAS HAPPENED SINCE THE REPORT OF 12 October 2006",
    "## 2.1 Collect what is due",
    "Council tax collection is a little ahead of last year, thanks to the move to direct debit. Recovery work was "
    "held up in the autumn while the new system was tested, and summonses will be issued each month from January.",
    "The team has taken part in the national fraud exercise. Of 614 matches received, 390 have been looked into, and "
    "the remainder are to be closed by 31 March 2007.",
    "## 2.2 One front door for the public",
    "Good progress has been made with the new contact centre, which the Customer Services Manager leads.",
    "• Enquiries about housing repairs moved across in November, and parking enquiries will follow in April 2007",
    "• All advisers have been trained in the new telephone system, with a second day of training for those who take "
    "complaints",
    "• Opening hours were extended in September to 8pm on Thursdays; early figures suggest that about one caller in "
    "nine makes use of them",
    "• A mystery shopper called 60 times. The results were good on courtesy but poor on calling back, and each team "
    "leader now checks the call-back list at noon and at four",
    "• The reception at Bishop’s Court has been rebuilt with lower counters, a quiet room and a screen that shows the "
    "place in the queue",
    "• Leaflets have been cut from 71 to 40",
    "## 2.3 Look after staff",
    "Three vacancies in the benefits section were filled in December. At a local level each team will soon have:",
    "• a plan for cover at lunch time",
    "• a deputy who has been trained for the part",
    "• a yearly talk about stress with the occupational health nurse, and",
    "• its own page on the intranet.",
    "## 2.4 Support for those on low incomes",
    "Applications for benefit took an average of 34 days to decide, against 41 a year ago. Following the visit of the "
    "inspectors the forms have been made shorter, and advice sessions are held in the two children’s centres on "
    "alternate Fridays. The welfare rights adviser will report on take-up when the year has ended.",
    "# REVIEWS",
    "3.1 The best value review of cash collection ended in September. The Executive has put off its decision on the "
    "cash office until the new year.",
    "# PERFORMANCE MEASURES UPDATE",
)

INDICATOR_HEADERS = (
    "Reference",
    "Performance Measure",
    "2005-06 Actual",
    "2005-06 Target",
    "2006-07 Estimate",
    "2006-07 Target",
    "Comments",
)
INDICATOR_CONTEXT = "PERFORMANCE MEASURES UPDATE"
INDICATORS = (
    ("BV9", "Share of council tax collected in the year", "96.8%", "97.5%", "97.3%", "97.8%", "See 2.1"),
    (
        "BV78a",
        "Days taken to decide a new claim for benefit",
        "41",
        "36",
        "34",
        "32",
        "See 2.4. Ahead of last year but short of target.",
    ),
    ("LPI 3", "Calls answered within 20 seconds", "62%", "70%", "71%", "75%", ""),
)

AFTER = (
    "# OTHER MATTERS",
    "## 5.1 Staff",
    "Nothing of note.",
    "## 5.2 Offices",
    "The lease of the Mill Lane office ends in June 2007. The Property Unit is looking for rooms near the bus "
    "station, and the move is tentatively planned for May 2007.",
    "# FORWARD PLAN",
    "None",
    "# BUDGET",
    "## 7.1 Position at 31 December 2006",
    "The table shows budget lines that differ by more than £5,000.",
)
BUDGET_HEADERS = (
    "Budget Line",
    "Budget for Year",
    "Budget to Date",
    "Actual to Date",
    "Variance",
    "Forecast +/-",
    "Comments",
)
BUDGET = (
    ("Postage", "212,400", "159,300", "171,850", "12,550", "9,000", "7.2"),
    ("Court costs recovered", "(96,000)", "(72,000)", "(64,200)", "7,800", "", "7.3"),
)
LAST = (
    "7.2 Second reminders were sent by mistake in July. The cost will be met from the printing budget.",
    "7.3 Income will catch up once summonses begin again.",
    "# RISKS",
    "8.1 The register was brought up to date in November. Two risks are rated red: the age of the payments kiosk at "
    "Mill Lane, for which a replacement has been ordered, and the loss of the one officer who knows how the old "
    "ledger works. Notes of the ledger’s routines are being written and should be ready by the middle of March 2007.",
    "# EQUALITIES",
    "9.1 Impact assessments are complete for debt recovery and for home visits. The assessment for the contact centre "
    "awaits the results of the customer survey.",
)
