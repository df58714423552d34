"""Examples of every rule that gives a document one of its facts: what it prints where, and what is read."""

from dataclasses import dataclass

from normalise import CoverLine, DocumentFacts, read_facts


@dataclass(frozen=True, slots=True)
class Printed:
    """A document's lines by place: on the cover (the second is the larger), running, in the text, in the metadata."""

    cover: tuple[str, ...] = ("Parks Plan",)
    running: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    file_name: str = "plan.pdf"
    metadata_title: str = ""
    metadata_author: str = ""

    def facts(self) -> DocumentFacts:
        """What is read."""
        lines = [CoverLine(line, 10.0 + 10 * (n == len(self.cover) - 1)) for n, line in enumerate(self.cover)]
        body = (*self.cover, *self.text)
        return read_facts(lines, self.running, body, self.file_name, self.metadata_title, self.metadata_author)


COUNCIL = "Wendale District Council"

EXAMPLES: dict[tuple[str, str], Printed] = {
    ("title", "metadata_title"): Printed(cover=("Plan for parks",), metadata_title="Plan for Parks"),
    ("title", "largest_lines"): Printed(cover=(COUNCIL, "Parks Plan")),
    ("organisation", "cover_line"): Printed(cover=(COUNCIL, "Parks Plan")),
    ("organisation", "running_line"): Printed(running=(f"{COUNCIL} Parks Plan Page 2",)),
    ("organisation", "cover_phrase"): Printed(cover=(f"A report by {COUNCIL} on its parks", "Parks Plan")),
    ("organisation", "metadata_title"): Printed(metadata_title=f"{COUNCIL} parks plan"),
    ("organisation", "only_council_named"): Printed(text=(f"{COUNCIL} will mow.",)),
    ("organisation", "body_frequency"): Printed(text=("Wendale Council mows.",) * 3),
    ("organisation", "metadata_author"): Printed(metadata_author="Wendale Council"),
    ("organisation", "council_of_place"): Printed(
        file_name="thurrock-parks.pdf", text=("Thurrock has parks.", "The council mows Thurrock.")
    ),
    ("period", "stated_dates"): Printed(cover=("Parks Plan 1 June 2011 - 31 May 2012",)),
    ("period", "stated_months"): Printed(cover=("Parks Plan April 2011 to March 2014",)),
    ("period", "financial_years"): Printed(cover=("Parks Plan 2008/09 - 2010/11",)),
    ("period", "financial_year"): Printed(cover=("Parks Plan 2013/14",)),
    ("period", "span_of_years"): Printed(cover=("Parks Plan 2011-15",)),
    ("period", "single_year"): Printed(cover=("Ministry of Health", "National Plan 2019")),
    ("period", "misprinted_year"): Printed(running=("Parks Plan 20010/11",)),
    ("period", "body_frequency"): Printed(text=("In 2013-14 we mow.", "In 2013-14 we plant.")),
    ("period", "report_date"): Printed(text=("Spending as at 30 November 2013.",)),
    ("calendar", "period_from_january"): Printed(cover=("January 2016 to December 2018", "Parks Plan")),
    ("calendar", "national_plan"): Printed(cover=("Ministry of Health", "Health Plan")),
    ("calendar", "council_abroad"): Printed(
        cover=("Wend City Council", "Parks Plan"), text=("An Garda", "€20", "Ireland", "Irish Rail")
    ),
    ("calendar", "uk_body"): Printed(cover=(COUNCIL, "Parks Plan")),
    ("calendar", "words_of_other_countries"): Printed(text=("WHO and FAO", "US dollars", "the Ministry")),
    ("calendar", "uk_words"): Printed(text=("the Cabinet", "£20", "in 2008/09")),
    ("calendar", "default"): Printed(),
}
