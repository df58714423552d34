"""Figures that are names, prices, shares, ratios or clock times, and no dates: rules that set them aside."""

from normalise.deadlines.lexicon import Item
from normalise.deadlines.rules import VOID, Made, Match, Rule


def _void(_: Match) -> Made:
    return Made(VOID)


def _reference(match: Match) -> Made | None:
    """A number after a naming word, unless the figures go on as a date ("Action 31/03/09", "Target 30 June")."""
    figures = match.all("digits", "year4", "figure")
    if match.next_is("month", "ordinal_suffix") and figures[0].number > 12:
        return None
    return None if _is_date(match, [*figures, *_figures_behind(match)]) else Made(VOID)


def _figures_behind(match: Match) -> list[Item]:
    """Figures that go on from the match with a sign between each."""
    found = []
    for sign, figures in zip(match.after[::2], match.after[1::2], strict=False):
        if sign.kind not in ("slash", "dot", "dash") or figures.kind not in ("digits", "year4"):
            break
        found.append(figures)
    return found


def _is_date(match: Match, figures: list[Item]) -> bool:
    """True for day, month and year; "2.1.10" is the number of a paragraph."""
    if len(figures) != 3 or figures[0].kind != "digits" or figures[-1].kind not in ("digits", "year4"):
        return False
    signs = {item.kind for item in (*match.items[-2:], *match.after[:1])} & {"slash", "dot", "dash"}
    return len(figures[-1].text) in (2, 4) and bool(signs - {"dot"} or len(figures[0].text) == 2)


RULES = (
    Rule("money", ("money figures", "money figures dot|comma figures"), _void),
    Rule("percentage", ("figures percent", "figures dot figures percent"), _void),
    Rule(
        "reference_number",
        (
            "reference dot? figures",
            "reference dot? figures dot|slash|dash|colon figures",
            "reference dot? figures dot|slash figures dot|slash figures",
        ),
        _reference,
    ),
    Rule("ratio", ("figures colon figures",), _void),
    Rule("clock_time", ("digits 'am'|'pm'|'hrs'|'noon'", "digits dot|colon digits 'am'|'pm'|'hrs'"), _void),
    Rule("more_than", ("more digits year_word|month_word", "digits and year_word|month_word"), _void),
)
