"""Words that qualify a deadline (ongoing, to be confirmed, completed) to signals of one kind each."""

from collections.abc import Callable

from normalise.deadlines.rules import Made, Match, Rule


def _as(kind: str) -> Callable[[Match], Made]:
    def read(match: Match) -> Made:
        return Made(kind, match.rule)

    return read


RULES = (
    Rule(
        "ongoing",
        ("ongoing", "'on' dash? 'going'", "ongoing 'basis'", "ongoing 'programme'", "until 'further' 'notice'"),
        _as("ongoing"),
    ),
    Rule(
        "onward",
        (
            "onwards",
            "and then? onwards",
            "and 'beyond'",
            "'from' 'then' 'on'",
            "'and' 'on' dash? 'wards'",
            "'on' 'wards'",
        ),
        lambda match: Made("and_onwards" if match.has("and") else "onwards", match.rule),
    ),
    Rule("to_be_confirmed", ("tbc", "'t' dot? slash? 'b' dot? slash? 'c'|'a'|'d' dot?"), _as("provisional")),
    Rule(
        "to_be_agreed",
        (
            "to|'will' 'be' settled|'agreed'|'finalised'|'finalized'|'identified'|'defined'|'negotiated'",
            "to 'confirm'|'agree'|'follow'",
            "'not' 'yet'? settled|'agreed'",
            "'awaiting'|'await' 'confirmation'|'agreement'|'decision'",
            "'to' 'be' 'firmed' 'up'",
        ),
        _as("provisional"),
    ),
    Rule(
        "condition",
        (
            "unless",
            "'subject' to",
            "'depending'|'dependent'|'depends'|'dependant'|'contingent'|'conditional' 'on'|'upon'|'when'",
            "'depending'",
        ),
        _as("condition"),
    ),
    Rule("estimate", ("estimate dot?",), _as("estimate")),
    Rule(
        "not_done_yet",
        (
            "to|'will'|'should'|'must'|'shall' 'be' 'fully'? done|began|begins|review",
            "to|'for' done",
            "'once'|'when'|'not'|'partially'|'partly'|'part'|'nearly'|'almost'|'substantially' 'yet'? 'fully'? done",
            "'for' target",
            "to begins|begin|review",
        ),
        lambda match: Made("begins" if match.has("begins", "began", "begin") else "todo"),
    ),
)
